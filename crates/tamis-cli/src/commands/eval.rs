//! `tamis eval`: how often the matcher is right. What is measured is decided in
//! `tamis_service::evaluation`; here it is told.

mod text;

use std::path::Path;

use anyhow::Context as _;
use tamis_service::ENGINE;
use tamis_service::evaluation::{
    Effort, EvaluationOptions, EvaluationSet, Figure, PeerScores, Target, Unit, evaluate, groups,
};
use tamis_wire::evaluation::{
    ContradictionForm, EvaluationForm, EvaluationSetForm, FailureForm, FigureForm,
    LabelledPairForm, write_labelled_pairs,
};
use tamis_wire::form::to_pretty;

use crate::arguments::EvalArguments;
use crate::exit::Exit;
use crate::output::{self, Console};

pub(super) fn run(console: &Console, arguments: &EvalArguments) -> anyhow::Result<Exit> {
    if let Some(unknown) = arguments.only.iter().find(|name| !groups().any(|g| g == *name)) {
        let known: Vec<&str> = groups().collect();
        anyhow::bail!("there is no group `{unknown}`; there are: {}", known.join(", "));
    }
    let effort = match (arguments.quick, arguments.full) {
        (true, _) => Effort::Quick,
        (_, true) => Effort::Full,
        _ => Effort::Usual,
    };
    let peer = arguments.peer_scores.as_deref();
    let peer = peer.map(|path| PeerScores::read(path, &arguments.peer)).transpose()?;
    let options = EvaluationOptions { only: arguments.only.clone(), effort, peer };
    let sets = evaluate(&arguments.data, &options, &mut |group| {
        console.say(&format!("measuring: {group}"));
    })?;
    if let Some(path) = &arguments.pairs_out {
        write_pairs(path, &sets)?;
    }
    if console.json {
        let effort = effort.words();
        let form = EvaluationForm {
            engine: ENGINE,
            effort: &effort,
            sets: sets.iter().map(set_form).collect(),
        };
        let mut json = to_pretty(&form).context("writing the figures")?;
        json.push('\n');
        output::print(&json)?;
    } else {
        output::print(&text::text(console, effort, &sets, arguments.summary))?;
    }
    Ok(Exit::Done)
}

fn write_pairs(path: &Path, sets: &[EvaluationSet]) -> anyhow::Result<()> {
    let pairs = sets.iter().flat_map(|set| &set.pairs).map(|pair| {
        let [a, b] = &pair.sides;
        LabelledPairForm {
            id: &pair.id,
            schema: pair.schema,
            is_match: pair.is_match,
            names_a: a.names.join("|"),
            births_a: a.births.join("|"),
            names_b: b.names.join("|"),
            births_b: b.births.join("|"),
        }
    });
    let file = output::create(path)?;
    write_labelled_pairs(file, pairs).with_context(|| format!("writing {}", path.display()))
}

fn set_form(set: &EvaluationSet) -> EvaluationSetForm<'_> {
    EvaluationSetForm {
        group: &set.group,
        name: &set.name,
        asks: set.asks,
        figures: set.figures.iter().map(figure_form).collect(),
        failures: set
            .failures
            .iter()
            .map(|failure| FailureForm {
                kind: failure.kind,
                one: &failure.one,
                other: &failure.other,
                score: failure.score.as_f64(),
                evidence: &failure.evidence,
            })
            .collect(),
        contradictions: set
            .contradictions
            .iter()
            .map(|row| ContradictionForm {
                rule: row.rule,
                labelled_match: row.labelled_match,
                one: &row.one,
                other: &row.other,
            })
            .collect(),
        remarks: &set.remarks,
    }
}

fn figure_form(figure: &Figure) -> FigureForm<'_> {
    let rounded = |value: f64| (value * 1e6).round() / 1e6;
    FigureForm {
        measure: &figure.measure,
        of: &figure.of,
        value: rounded(figure.interval.value),
        low: rounded(figure.interval.low),
        high: rounded(figure.interval.high),
        trials: figure.trials,
        unit: match figure.unit {
            Unit::Share => "share",
            Unit::PerThousand => "per_thousand",
            Unit::Number => "number",
        },
        target: figure.target.map(|target| match target {
            Target::AtLeast(bound) => format!(">= {bound}"),
            Target::AtMost(bound) => format!("<= {bound}"),
        }),
        reached: figure.reaches(),
    }
}
