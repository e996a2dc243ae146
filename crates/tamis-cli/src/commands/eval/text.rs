//! The figures of an evaluation for a terminal.

use tamis_service::evaluation::{Effort, EvaluationSet, Figure, Interval, Target, Unit};

use crate::output::Console;

/// All sets, or with `summary` the figures that have a target or are of a whole set.
pub(super) fn text(
    console: &Console,
    effort: Effort,
    sets: &[EvaluationSet],
    peer: Option<&str>,
    summary: bool,
) -> String {
    let mut text = format!("{}\n\n", effort.words());
    for set in sets {
        text.push_str(&format!(
            "{}  ({})\n  {}\n",
            console.heading(&set.name),
            set.group,
            set.asks
        ));
        for figure in &set.figures {
            if !summary || is_told_in_short(figure) {
                text.push_str(&line(figure, peer));
            }
        }
        if !summary {
            told(set, &mut text);
        }
        for remark in &set.remarks {
            text.push_str(&format!("  note: {remark}\n"));
        }
        text.push('\n');
    }
    let judged: Vec<bool> =
        sets.iter().flat_map(|set| &set.figures).filter_map(Figure::reaches).collect();
    let reached = judged.iter().filter(|reached| **reached).count();
    text.push_str(&format!("{reached} of {} figures with a target reach it\n", judged.len()));
    text
}

fn told(set: &EvaluationSet, text: &mut String) {
    if !set.contradictions.is_empty() {
        text.push_str(&format!(
            "  {} labels contradict the specification; the rule wins:\n",
            set.contradictions.len()
        ));
    }
    for row in &set.contradictions {
        let label = if row.labelled_match { "match" } else { "no match" };
        text.push_str(&format!(
            "    {} | {}  labelled {label}; {}\n",
            row.one, row.other, row.rule
        ));
    }
    for failure in &set.failures {
        text.push_str(&format!(
            "    {} {}  {} | {}\n        {}\n",
            failure.kind, failure.score, failure.one, failure.other, failure.evidence
        ));
    }
}

fn is_told_in_short(figure: &Figure) -> bool {
    figure.target.is_some() || figure.of.is_empty() || figure.peer.is_some()
}

fn line(figure: &Figure, peer: Option<&str>) -> String {
    let (scale, digits) = match figure.unit {
        Unit::PerThousand => (1_000.0, 2),
        Unit::Share | Unit::Number => (1.0, 4),
    };
    let told = |value: f64| format!("{:.digits$}", value * scale);
    let unit = if figure.unit == Unit::PerThousand { " of 1,000" } else { "" };
    let bounds = |interval: Interval| match figure.unit {
        Unit::Number => String::new(),
        _ => format!("  [{}, {}]", told(interval.low), told(interval.high)),
    };
    let interval = bounds(figure.interval);
    let beside = figure
        .peer
        .zip(peer)
        .map(|(theirs, name)| format!("  | {name} {}{unit}{}", told(theirs.value), bounds(theirs)));
    let target = figure.target.map(|target| match target {
        Target::AtLeast(bound) => format!("at least {}", told(bound)),
        Target::AtMost(bound) => format!("at most {}", told(bound)),
    });
    let judged = match (target, figure.reaches()) {
        (Some(target), Some(true)) => format!("  reached ({target})"),
        (Some(target), Some(false)) => format!("  NOT REACHED ({target})"),
        (Some(target), None) => format!("  not measured ({target})"),
        (None, _) => String::new(),
    };
    let of = if figure.of.is_empty() { String::new() } else { format!(", {}", figure.of) };
    let measure = format!("{}{of}", figure.measure);
    format!(
        "  {measure:58} {}{unit}{interval} of {}{judged}{}\n",
        told(figure.interval.value),
        figure.trials,
        beside.unwrap_or_default()
    )
}
