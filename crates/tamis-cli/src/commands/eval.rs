//! `tamis eval`: how often the matcher is right, on labelled pairs. What is measured is decided in
//! `tamis_service::evaluation`; here it is printed.

use tamis_service::evaluation::{EvaluationSet, evaluate, groups};

use crate::arguments::EvalArguments;
use crate::exit::Exit;
use crate::output::{self, Console};

pub(super) fn run(console: &Console, arguments: &EvalArguments) -> anyhow::Result<Exit> {
    if let Some(unknown) = arguments.only.iter().find(|name| !groups().any(|g| g == *name)) {
        let known: Vec<&str> = groups().collect();
        anyhow::bail!("there is no group `{unknown}`; there are: {}", known.join(", "));
    }
    let sets = evaluate(&arguments.data, &arguments.only, &mut |group| {
        console.say(&format!("measuring: {group}"));
    })?;
    for set in &sets {
        output::print(&text(console, set))?;
    }
    Ok(Exit::Done)
}

fn text(console: &Console, set: &EvaluationSet) -> String {
    let mut text = format!("{}\n  {}\n", console.heading(&set.name), set.asks);
    for figure in &set.figures {
        let interval = &figure.interval;
        text.push_str(&format!(
            "  {:50} {:.4}  [{:.4}, {:.4}] of {}\n",
            figure.measure, interval.value, interval.low, interval.high, figure.trials
        ));
    }
    for failure in &set.failures {
        text.push_str(&format!(
            "  {} {}  {} | {}\n",
            failure.kind, failure.score, failure.one, failure.other
        ));
    }
    for remark in &set.remarks {
        text.push_str(&format!("  note: {remark}\n"));
    }
    text.push('\n');
    text
}
