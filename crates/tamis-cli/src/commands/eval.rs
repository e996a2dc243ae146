//! `tamis eval`: how often the matcher is right. What is measured is decided in
//! `tamis_service::evaluation`; here it is told.

mod peer;
mod text;

use std::io::Write;

use anyhow::Context as _;
use tamis_service::ENGINE;
use tamis_service::evaluation::peer::asking_id;
use tamis_service::evaluation::{
    Effort, EvaluationOptions, EvaluationSet, Figure, Interval, PairSide, Target, Unit, evaluate,
    groups,
};
use tamis_wire::evaluation::{
    ContradictionForm, EvaluationForm, EvaluationSetForm, FailureForm, FigureForm, IntervalForm,
    LabelledPairForm, write_labelled_pairs,
};
use tamis_wire::form::to_pretty;

use crate::arguments::EvalArguments;
use crate::exit::Exit;
use crate::output::{self, Console, NewFile};

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
    // what is not installed is said before the minutes that measuring takes
    let peer = peer::chosen(arguments)?;
    let with_peer = peer.is_some() || arguments.pairs_out.is_some();
    let options = EvaluationOptions { only: arguments.only.clone(), effort, with_peer };
    let mut sets = evaluate(&arguments.data, &options, &mut |group| {
        console.say(&format!("measuring: {group}"));
    })?;
    if let Some(path) = &arguments.pairs_out {
        let file = NewFile::begin(path)?;
        write_questions(file.clone(), &sets)
            .and_then(|()| file.whole()?.put())
            .with_context(|| format!("writing {}", path.display()))?;
    }
    let peer = peer.map(|peer| peer.scores(console, &sets)).transpose()?;
    for set in &mut sets {
        peer.iter().for_each(|peer| peer.add_to(set));
    }
    let peer = peer.as_ref().map(|peer| peer.name.as_str());
    if console.json {
        let effort = effort.words();
        let form = EvaluationForm {
            engine: ENGINE,
            effort: &effort,
            peer,
            sets: sets.iter().map(set_form).collect(),
        };
        let mut json = to_pretty(&form).context("writing the figures")?;
        json.push('\n');
        output::print(&json)?;
    } else {
        output::print(&text::text(console, effort, &sets, peer, arguments.summary))?;
    }
    Ok(Exit::Done)
}

/// Writes all that another matcher is asked.
fn write_questions(out: impl Write, sets: &[EvaluationSet]) -> std::io::Result<()> {
    write_labelled_pairs(out, sets.iter().flat_map(questions))
}

fn questions(set: &EvaluationSet) -> impl Iterator<Item = LabelledPairForm<'_>> {
    let pairs = set.pairs.iter().map(|pair| {
        let [a, b] = &pair.sides;
        LabelledPairForm {
            is_match: Some(pair.is_match),
            schema: pair.schema,
            names_b: b.names.join("|"),
            births_b: b.births.join("|"),
            ..question("pair", pair.id.clone(), a)
        }
    });
    let numbered = |(place, side)| (format!("{}:listed-{place}", set.group), side);
    let listed = set.asking.listed.iter().enumerate().map(numbered);
    let people = set.asking.people.iter().enumerate();
    pairs
        .chain(listed.map(|(id, side)| question("listed", id, side)))
        .chain(people.map(|(place, side)| question("query", asking_id(set, place), side)))
}

fn question(ask: &'static str, id: String, side: &PairSide) -> LabelledPairForm<'static> {
    LabelledPairForm {
        ask,
        id,
        schema: "Person",
        is_match: None,
        names_a: side.names.join("|"),
        births_a: side.births.join("|"),
        names_b: String::new(),
        births_b: String::new(),
    }
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
        peer: figure.peer.map(|Interval { value, low, high }| IntervalForm {
            value: rounded(value),
            low: rounded(low),
            high: rounded(high),
        }),
    }
}
