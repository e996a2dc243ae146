//! `tamis compare`: two records part by part, or the pairs of a file.

use std::fs;
use std::path::Path;
use std::sync::atomic::Ordering;

use anyhow::Context as _;
use clap::CommandFactory as _;
use clap::error::ErrorKind;
use tamis_model::{EntryId, Party};
use tamis_service::ordered::Ending;
use tamis_service::{Compared, ENGINE, Operand, Policy, compare_pairs};
use tamis_wire::comparison::Comparison;
use tamis_wire::form::{ComparisonForm, to_line, to_pretty};
use tamis_wire::pairs::{PairReadError, PairRow, PairScores, read_pairs};
use tamis_wire::parties::{RejectedRow, party_from_json};

use crate::arguments::{Arguments, CompareArguments};
use crate::data_folder;
use crate::exit::Exit;
use crate::failure::Interrupted;
use crate::input::{self, InputName};
use crate::interrupt;
use crate::output::{self, Console, Destination, Ended, PARTIAL, with_ending};
use crate::progress::Progress;

use super::screen::{Rejects, beside, policy, refuse_collisions};

pub(super) fn run(console: &Console, arguments: &CompareArguments) -> anyhow::Result<Exit> {
    let policy = policy(arguments.policy, arguments.threshold);
    if arguments.pairs.is_none() && (arguments.out.is_some() || arguments.rejects.is_some()) {
        // The definition can't say this: A and B exclude --pairs, which then counts as given.
        let message = "--out and --rejects go with --pairs";
        Arguments::command().error(ErrorKind::MissingRequiredArgument, message).exit();
    }
    match (&arguments.a, &arguments.b, &arguments.pairs) {
        (Some(a), Some(b), _) => two(console, a, b, &policy, arguments),
        (_, _, Some(pairs)) => file(console, pairs, &policy, arguments),
        // The definition of the arguments asks for one or the other.
        _ => anyhow::bail!("name two records, or a file with --pairs"),
    }
}

fn two(
    console: &Console,
    a: &str,
    b: &str,
    policy: &Policy,
    arguments: &CompareArguments,
) -> anyhow::Result<Exit> {
    let archive = data_folder::archive(arguments.folder.data.clone())?;
    let compared = tamis_service::compare(&archive, policy, &operand(a)?, &operand(b)?)?;
    let Compared { first, second, comparison, noted } = &compared;
    let shown = Comparison {
        left: first,
        right: second,
        score: comparison.score,
        class: comparison.reaches(policy.threshold).then_some(comparison.class),
        threshold: policy.threshold,
        policy: &policy.id,
        engine: ENGINE,
        evidence: &comparison.evidence,
        noted,
    };
    if console.json {
        output::print(&(to_pretty(&ComparisonForm::from(&shown))? + "\n"))?;
    } else {
        output::print(&shown.text(console.style()))?;
    }
    Ok(Exit::Done)
}

/// A record as it is named on the command line: `@file.json`, `list:reference`, or a name.
fn operand(text: &str) -> anyhow::Result<Operand> {
    if let Some(path) = text.strip_prefix('@') {
        let content = fs::read_to_string(path).with_context(|| format!("can't read {path}"))?;
        return Ok(Operand::Party(Box::new(party(&content).with_context(|| path.to_owned())?)));
    }
    // Names have spaces or no colon; list ids are short lower-case words.
    match EntryId::parse(text) {
        Ok(id) if !text.contains(char::is_whitespace) => Ok(Operand::Entry(id)),
        _ => Ok(Operand::Party(Box::new(party(&format!("{{\"name\": {}}}", to_line(&text)?))?))),
    }
}

fn party(json: &str) -> anyhow::Result<Party> {
    let (party, _ignored) = party_from_json(json)?;
    Ok(party)
}

/// A row on its way.
enum Item {
    Row(PairRow),
    Broken(PairReadError),
}

impl Item {
    fn pair(&self) -> Option<(&Party, &Party)> {
        match self {
            Self::Row(PairRow::Pair { left, right, .. }) => Some((left, right)),
            Self::Row(PairRow::Rejected { .. }) | Self::Broken(_) => None,
        }
    }
}

fn file(
    console: &Console,
    pairs: &Path,
    policy: &Policy,
    arguments: &CompareArguments,
) -> anyhow::Result<Exit> {
    let stop = interrupt::stop_on_signal();
    let name = InputName::of(pairs);
    let out = output::named_file(arguments.out.as_ref());
    let rejects_path =
        arguments.rejects.clone().unwrap_or_else(|| beside(out.as_deref(), &name, "rejects.csv"));
    refuse_collisions(&name, out.iter().chain(std::iter::once(&rejects_path)))?;
    let opened = input::open(&name, &stop)?;
    let rows = match read_pairs(opened.reader) {
        Err(_) if stop.load(Ordering::Relaxed) => return Err(Interrupted.into()),
        rows => rows.with_context(|| format!("can't read {}", name.title()))?,
    };
    let destination = Destination::of(out.as_deref(), false)?;
    let writing = "can't write the scores";
    let mut scores = PairScores::new(destination.clone(), rows.header()).context(writing)?;
    let mut rejects = Rejects::to(rejects_path);
    let mut progress = Progress::rows(console, "comparing", || input::count_lines(&name));
    let (mut compared, mut hits, mut rejected) = (0_u64, 0_u64, 0_u64);
    let items = rows.map(|row| row.map_or_else(Item::Broken, Item::Row));
    let ending =
        compare_pairs(policy, items, Item::pair, &stop, |item, result| -> anyhow::Result<()> {
            match (item, result) {
                (Item::Broken(error), _) => return Err(error.into()),
                (Item::Row(PairRow::Pair { cells, .. }), Some(Ok(comparison))) => {
                    let hit = comparison.reaches(policy.threshold);
                    compared += 1;
                    hits += u64::from(hit);
                    scores.write(&cells, comparison.score, hit).context(writing)?;
                }
                (Item::Row(PairRow::Pair { line, cells, .. }), Some(Err(refusal))) => {
                    rejected += 1;
                    scores.write_unscored(&cells).context(writing)?;
                    let (reason, raw) = (refusal.to_string(), cells.join(","));
                    rejects.add(&RejectedRow { row: line, reason, raw })?;
                }
                (Item::Row(PairRow::Rejected { row, cells }), _) => {
                    rejected += 1;
                    scores.write_unscored(&cells).context(writing)?;
                    rejects.add(&row)?;
                }
                (Item::Row(PairRow::Pair { .. }), None) => {}
            }
            progress.at(compared + rejected);
            Ok(())
        });
    progress.end();
    let ending = ending.with_context(|| format!("after {} rows", compared + rejected))?;
    scores.finish().context(writing)?;
    drop(scores);
    let scored = destination.end().context(writing)?;
    let rejects_path = rejects.put(ending)?;
    if let Ended::File(mut file) = scored {
        if ending == Ending::Stopped {
            file.belongs_to(with_ending(file.place(), PARTIAL));
            console.say(&format!("the scores until then: {}", file.place().display()));
        }
        file.put().context(writing)?;
    }
    console.say(&format!(
        "{compared} pairs compared, {hits} hits; policy {}, threshold {}",
        policy.id, policy.threshold
    ));
    if let Some(rejects_path) = rejects_path {
        console.say(&format!("{rejected} rows were rejected: {}", rejects_path.display()));
    }
    Ok(match ending {
        Ending::Stopped => {
            console.say(&format!("interrupted after {} rows", compared + rejected));
            Exit::Interrupted
        }
        Ending::Complete if rejected > 0 => Exit::Rejected,
        Ending::Complete => Exit::Done,
    })
}
