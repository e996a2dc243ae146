//! `tamis monitor add`

use std::sync::atomic::Ordering;

use anyhow::Context as _;
use tamis_service::monitor::{self, KeptParty, MonitorError, Rejection};
use tamis_service::ordered::Ending;
use tamis_service::today;
use tamis_wire::parties::{self, PartyReadError, PartyRow, RejectedRow};

use super::{AsLines, wait};
use crate::arguments::MonitorAddArguments;
use crate::commands::screen::{Rejects, beside, read_options, refuse_collisions};
use crate::data_folder;
use crate::exit::Exit;
use crate::failure::Interrupted;
use crate::input::{self, InputName};
use crate::interrupt;
use crate::output::{self, Console};
use crate::progress::Progress;

/// A row on its way into the stock.
enum Item {
    Party(Box<KeptParty>, String),
    Rejected(RejectedRow),
    /// The input can't be read any further.
    Broken(PartyReadError),
}

impl Item {
    fn of(row: Result<PartyRow, PartyReadError>) -> Self {
        match row {
            Ok(PartyRow::Party(read)) => {
                let raw = read.cells.join(",");
                let kept = KeptParty { row: read.row, party: read.party, ignored: read.ignored };
                Self::Party(Box::new(kept), raw)
            }
            Ok(PartyRow::Rejected(row)) => Self::Rejected(row),
            Err(error) => Self::Broken(error),
        }
    }

    fn kept(&self) -> Option<&KeptParty> {
        match self {
            Self::Party(kept, _) => Some(kept),
            Self::Rejected(_) | Self::Broken(_) => None,
        }
    }
}

/// What ends an addition before its end.
enum Failure {
    Monitor(MonitorError),
    Other(anyhow::Error),
}

impl From<MonitorError> for Failure {
    fn from(error: MonitorError) -> Self {
        Self::Monitor(error)
    }
}

pub(super) fn run(console: &Console, arguments: &MonitorAddArguments) -> anyhow::Result<Exit> {
    let stop = interrupt::stop_on_signal();
    let name = InputName::of(&arguments.file);
    let path = arguments.rejects.clone().unwrap_or_else(|| beside(None, &name, "rejects.csv"));
    refuse_collisions(&name, std::iter::once(&path))?;
    let opened = input::open(&name, &stop)?;
    let options = read_options(&arguments.read)?;
    let rows = match parties::read(opened.reader, &options) {
        Err(_) if stop.load(Ordering::Relaxed) => return Err(Interrupted.into()),
        rows => rows.with_context(|| format!("can't read {}", name.title()))?,
    };
    let archive = data_folder::archive(arguments.folder.data.clone())?;
    let mut rejects = Rejects::to(path);
    let mut progress = Progress::rows(console, "adding", || input::count_lines(&name));
    let mut rejected = 0_u64;
    let called = arguments.name.clone().unwrap_or_else(|| name.title());
    let on = today().context("the clock of this machine is wrong; set it")?;
    let added = monitor::add(
        &archive,
        &called,
        on,
        &AsLines,
        rows.map(Item::of).inspect(|item| {
            if let Some(kept) = item.kept() {
                progress.at(kept.row);
            }
        }),
        Item::kept,
        |item, rejection| {
            rejected += 1;
            let row = match (item, rejection) {
                (Item::Broken(error), _) => return Err(Failure::Other(error.into())),
                (Item::Rejected(row), _) => row,
                (Item::Party(kept, raw), Rejection::Screen(refusal)) => {
                    RejectedRow { row: kept.row, reason: refusal.to_string(), raw }
                }
                (Item::Party(..), Rejection::Read) => return Ok(()),
            };
            rejects.add(&row).map_err(Failure::Other)
        },
        &stop,
        &mut || wait(&stop),
    );
    progress.end();
    let report = match added {
        Err(Failure::Monitor(MonitorError::Stopped)) => return Err(Interrupted.into()),
        Err(Failure::Monitor(error)) => {
            rejects.put(Ending::Complete)?;
            return Err(error.into());
        }
        Err(Failure::Other(error)) => return Err(error),
        Ok(report) => report,
    };
    let rejects = rejects.put(Ending::Complete)?;
    let batch = &report.batch;
    let shown = console.style().shown(&batch.name);
    let done = if report.was_there { "kept already" } else { "added" };
    if console.json {
        output::print(&format!(
            "{{\"batch\":\"{}\",\"read\":{},\"parties\":{},\"rejected\":{},\"was_there\":{}}}\n",
            batch.id, batch.read, batch.parties, batch.rejected, report.was_there
        ))?;
    } else {
        output::print(&format!(
            "{done}: {shown}, {} parties of {} rows, batch {}\n",
            batch.parties,
            batch.read,
            batch.id.short()
        ))?;
    }
    if report.was_there && batch.name != called {
        console.say(&format!(
            "these parties are kept under the name {shown}, not {}; to call them otherwise remove the batch \
             (tamis monitor remove {}) and add it again",
            console.style().shown(&called),
            batch.id.short()
        ));
    }
    if let Some(path) = rejects {
        console.say(&format!("{rejected} rows were rejected: {}", path.display()));
        return Ok(Exit::Rejected);
    }
    Ok(Exit::Done)
}
