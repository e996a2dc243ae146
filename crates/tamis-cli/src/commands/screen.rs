//! `tamis screen`: a file of parties in, answers out, row by row.

mod answers;
mod files;
mod plan;
mod rejects;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::Context as _;
use tamis_model::{Party, Screening};
use tamis_service::ordered::Ending;
use tamis_service::{
    IndexStep, ListFilter, Retrieve, ScreenRefusal, Screener, load_screener, screen_each,
};
use tamis_wire::form::{Counts, RunEnding};
use tamis_wire::parties::{self, PartyReadError, PartyRow, ReadParty, RejectedRow};

use crate::arguments::{AnswerFormat, ScreenArguments};
use crate::data_folder;
use crate::exit::Exit;
use crate::failure::Interrupted;
use crate::input;
use crate::interrupt;
use crate::output::{self, Console};
use crate::progress::Progress;

use answers::Answers;
use files::{FilesPut, RunFiles, RunTold};
use plan::Plan;

pub(super) use files::digits;
pub(super) use plan::{MANIFEST, beside, policy, read_options, refuse_collisions};
pub(super) use rejects::Rejects;

/// A row on its way through the screener.
enum Item {
    Party(Box<ReadParty>),
    Rejected(RejectedRow),
    /// The input can't be read any further.
    Broken(PartyReadError),
}

impl Item {
    fn party(&self) -> Option<&Party> {
        match self {
            Self::Party(read) => Some(&read.party),
            Self::Rejected(_) | Self::Broken(_) => None,
        }
    }
}

pub(super) fn run(console: &Console, arguments: ScreenArguments) -> anyhow::Result<Exit> {
    let stop = interrupt::stop_on_signal();
    let plan = Plan::of(console, &arguments)?;
    let opened = input::open(&plan.input, &stop)?;
    // The header is read before the lists: who names a wrong column waits for nothing.
    let rows = match parties::read(opened.reader, &plan.read) {
        Err(_) if stop.load(Ordering::Relaxed) => return Err(Interrupted.into()),
        rows => rows.with_context(|| format!("can't read {}", plan.input.title()))?,
    };
    let filter = filter(&arguments);
    let archive = data_folder::archive(arguments.folder.data)?;
    let retrieve = if arguments.exhaustive { Retrieve::Exhaustive } else { Retrieve::Indexed };
    let mut files = RunFiles::begin(&plan)?;
    let mut index = None;
    let mut told = super::index::told(console, &stop);
    let mut told = |step: IndexStep<'_>| {
        if let IndexStep::Opened(path) = step {
            index = Some(path.to_owned());
        }
        told(step)
    };
    let screener = load_screener(&archive, &filter, plan.policy.clone(), retrieve, &mut told)?;
    let columns = rows.mapped_columns();
    let (format, encoding) = (rows.format(), rows.encoding());

    let mut answers = Answers::to(&plan, files.answers())?;
    let mut counts = Counts::default();
    let mut progress = Progress::rows(console, "screening", || input::count_lines(&plan.input));
    let ending = drive(&screener, &plan, rows, &stop, |item| {
        match item {
            Answer::Screened(read, screening) => {
                counts.add_screening(&screening);
                answers.add(read.row, *screening)?;
            }
            Answer::Rejected(row) => {
                counts.add_rejected();
                files.rejects.add(&row)?;
                answers.reject(row);
            }
        }
        progress.at(counts.read);
        Ok(())
    });
    progress.end();
    // What was answered is written, also when the rest can't be. A reader that goes away ends the run too.
    let told = match &ending {
        _ if output::was_closed() => RunEnding::Interrupted,
        Ok(Ending::Complete) => RunEnding::Complete,
        Ok(Ending::Stopped) => RunEnding::Interrupted,
        Err(_) => RunEnding::Failed,
    };
    let stamps = screener.stamps(plan.limit);
    let answered = answers.finish(&stamps, counts, told == RunEnding::Complete);
    // to a reader that went away nothing more can be written, and nothing more is to be
    let answered = if output::was_closed() { Ok(()) } else { answered };
    let put = answered.and_then(|()| {
        let tally = &opened.tally;
        let told =
            RunTold { tally, columns, format, encoding, stamps: &stamps, counts, ending: told };
        files.put(&plan, told)
    });
    let ending = ending.map_err(|error| match (&index, error.downcast_ref::<ScreenRefusal>()) {
        (Some(index), Some(ScreenRefusal::Damaged(_))) => error.context(format!(
            "the index {} was changed while it was used; run again, it is then built anew",
            index.display()
        )),
        _ => error,
    });
    let ending = ending.with_context(|| stopped_words(&plan, counts, put.as_ref().ok()))?;
    let put = put?;
    say_summary(console, &plan, &screener, counts, ending, &put);
    Ok(match ending {
        Ending::Stopped => Exit::Interrupted,
        Ending::Complete if counts.rejected > 0 => Exit::Rejected,
        Ending::Complete => Exit::Done,
    })
}

/// What there is of a run that failed.
fn stopped_words(plan: &Plan, counts: Counts, put: Option<&FilesPut>) -> String {
    let answered =
        format!("{} rows of {} were answered before this", counts.read, plan.input.title());
    let Some(out) = &plan.out else { return answered };
    let stays = as_it_was(out);
    match put.and_then(|put| put.answers.as_ref()) {
        Some(answers) => format!("{answered}, in {}, and {stays}", answers.display()),
        None => format!("{answered}, of which nothing is kept, and {stays}"),
    }
}

/// What is to be said of a file that a run did not come to write.
fn as_it_was(out: &Path) -> String {
    match out.exists() {
        true => format!("{} is as it was", out.display()),
        false => format!("{} is not written", out.display()),
    }
}

/// Which lists, and of which day.
fn filter(arguments: &ScreenArguments) -> ListFilter {
    let (only, without) = (arguments.lists.clone(), arguments.without.clone());
    match arguments.as_of {
        Some(day) => ListFilter::AsOf { day, only, without },
        None if !only.is_empty() => ListFilter::Only(only),
        None if !without.is_empty() => ListFilter::Without(without),
        None => ListFilter::All,
    }
}

/// The answer to one row.
enum Answer {
    Screened(Box<ReadParty>, Box<Screening>),
    Rejected(RejectedRow),
}

fn drive(
    screener: &Screener,
    plan: &Plan,
    rows: impl Iterator<Item = Result<PartyRow, PartyReadError>>,
    stop: &Arc<AtomicBool>,
    mut answer: impl FnMut(Answer) -> anyhow::Result<()>,
) -> anyhow::Result<Ending> {
    let items = rows.map(|row| match row {
        Ok(PartyRow::Party(read)) => Item::Party(read),
        Ok(PartyRow::Rejected(row)) => Item::Rejected(row),
        Err(error) => Item::Broken(error),
    });
    screen_each(screener, plan.limit, items, Item::party, stop, |item, screened| {
        match (item, screened) {
            (Item::Party(read), Some(Ok(mut screening))) => {
                // What the reader could not use and what the screener could not stand together.
                let mut ignored = read.ignored.clone();
                ignored.append(&mut screening.ignored);
                screening.ignored = ignored;
                answer(Answer::Screened(read, Box::new(screening)))
            }
            // no row is to blame, and no other row would be answered
            (Item::Party(_), Some(Err(refusal @ ScreenRefusal::Damaged(_)))) => Err(refusal.into()),
            (Item::Party(read), Some(Err(refusal))) => answer(Answer::Rejected(RejectedRow {
                row: read.row,
                reason: refusal.to_string(),
                raw: read.cells.join(","),
            })),
            (Item::Party(_), None) => Ok(()),
            (Item::Rejected(row), _) => answer(Answer::Rejected(row)),
            (Item::Broken(error), _) => Err(error.into()),
        }
    })
}

fn say_summary(
    console: &Console,
    plan: &Plan,
    screener: &Screener,
    counts: Counts,
    ending: Ending,
    put: &FilesPut,
) {
    if ending == Ending::Stopped {
        console.say(&format!("interrupted: {} rows of the input are answered", counts.read));
        if let Some(out) = &plan.out {
            console.say(&as_it_was(out));
        }
    }
    // The table ends with the same figures.
    if plan.format != AnswerFormat::Table || plan.out.is_some() {
        console.say(&figures(screener, counts));
    }
    if let Some(rejects) = &put.rejects {
        console.say(&format!("{} rows were rejected: {}", counts.rejected, rejects.display()));
    }
    if let Some(stale) = &put.taken_away {
        console
            .say(&format!("no row was rejected: {} of an earlier run is removed", stale.display()));
    }
    if let Some(answers) = &put.answers {
        console.say(&format!("answers: {}", answers.display()));
    }
    if let Some(manifest) = &put.manifest {
        console.say(&format!("manifest: {}", manifest.display()));
    }
}

fn figures(screener: &Screener, counts: Counts) -> String {
    let stamps = screener.stamps(None);
    let lists: Vec<String> =
        stamps.snapshots.iter().map(|info| format!("{} {}", info.list, info.published)).collect();
    let shown = match counts.alerts_in_all - counts.alerts {
        0 => String::new(),
        hidden => format!(" ({hidden} more beyond the limit)"),
    };
    let by_date = match counts.below_by_date {
        0 => String::new(),
        pairs => {
            format!("\n{pairs} more pairs stand below the threshold by their birth date alone")
        }
    };
    let as_of = stamps.as_of.map_or_else(String::new, |day| format!(", as of {day}"));
    let left_out = match tamis_wire::screenings::left_out_text(&stamps) {
        none if none.is_empty() => none,
        lists => format!(" (left out: {lists})"),
    };
    format!(
        "{} screened, {} with hits, {} alerts{shown} of {} hits; policy {}, threshold {}; lists: {}{left_out}{as_of}{by_date}",
        counts.screened,
        counts.with_hits,
        counts.alerts,
        counts.hits,
        stamps.policy,
        stamps.threshold,
        lists.join(", ")
    )
}
