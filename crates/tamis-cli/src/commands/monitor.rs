//! `tamis monitor …`: a stock of parties over files, screened again when lists change.

mod add;
mod run;

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use tamis_service::monitor::{self, BatchStatus, KeptParty, PartyCoding};
use tamis_wire::form::to_line;
use tamis_wire::monitor::{BatchForm, kept_line, kept_party};

use crate::arguments::{MonitorCommand, MonitorRemoveArguments, StatusArguments};
use crate::data_folder;
use crate::exit::Exit;
use crate::interrupt;
use crate::output::{self, Console};
use crate::waiting::A_WHILE;

pub(super) fn run(console: &Console, command: MonitorCommand) -> anyhow::Result<Exit> {
    match command {
        MonitorCommand::Add(arguments) => add::run(console, &arguments),
        MonitorCommand::Run(arguments) => run::run(console, &arguments),
        MonitorCommand::Status(arguments) => status(console, arguments),
        MonitorCommand::Remove(arguments) => remove(console, arguments),
    }
}

/// Parties in the stock are lines of JSON.
struct AsLines;

impl PartyCoding for AsLines {
    fn line(&self, kept: &KeptParty) -> Vec<u8> {
        kept_line(kept.row, &kept.party, &kept.ignored).into_bytes()
    }

    fn party(&self, line: &[u8]) -> Option<KeptParty> {
        let (row, party, ignored) = kept_party(line).ok()?;
        Some(KeptParty { row, party, ignored })
    }
}

/// Waits a little for another process, unless the user asks to stop.
fn wait(stop: &AtomicBool) -> bool {
    thread::sleep(A_WHILE);
    !stop.load(Ordering::Relaxed)
}

fn status(console: &Console, arguments: StatusArguments) -> anyhow::Result<Exit> {
    let archive = data_folder::archive(arguments.folder.data)?;
    let batches = monitor::status(&archive)?;
    let text = if console.json {
        let forms: Vec<BatchForm<'_>> = batches.iter().map(form).collect();
        format!("{{\"batches\":{}}}\n", to_line(&forms)?)
    } else if batches.is_empty() {
        "nothing is monitored; `tamis monitor add FILE` adds the parties of a file\n".to_owned()
    } else {
        batches.iter().map(|batch| told(console, batch)).collect()
    };
    output::print(&text)?;
    Ok(Exit::Done)
}

fn form(batch: &BatchStatus) -> BatchForm<'_> {
    let record = &batch.record;
    BatchForm {
        id: record.id.to_string(),
        name: &record.name,
        read: record.read,
        parties: record.parties,
        rejected: record.rejected,
        added: record.added.to_string(),
        ran: record.ran.as_ref().map(|ran| ran.on.to_string()),
        missing: batch.missing.as_ref().map(|path| path.display().to_string()),
        waiting: batch.waiting.iter().map(ToString::to_string).collect(),
    }
}

fn told(console: &Console, batch: &BatchStatus) -> String {
    let record = &batch.record;
    let waiting: Vec<&str> = batch.waiting.iter().map(tamis_model::ListId::as_str).collect();
    let ran = match &record.ran {
        None => "not screened yet".to_owned(),
        Some(ran) if waiting.is_empty() => format!("screened on {}, nothing changed since", ran.on),
        Some(ran) => format!("screened on {}, since then changed: {}", ran.on, waiting.join(", ")),
    };
    let missing = batch.missing.as_ref().map_or_else(String::new, |path| {
        format!(
            "  {} is missing; restore it from a copy, or remove the batch and add its file again\n",
            path.display()
        )
    });
    format!(
        "{}  {}  {} parties of {} rows, added on {}; {ran}\n{missing}",
        record.id.short(),
        console.style().shown(&record.name),
        record.parties,
        record.read,
        record.added
    )
}

fn remove(console: &Console, arguments: MonitorRemoveArguments) -> anyhow::Result<Exit> {
    let stop = interrupt::stop_on_signal();
    let archive = data_folder::archive(arguments.folder.data)?;
    let removed = monitor::remove(&archive, &arguments.batch, &mut || wait(&stop))?;
    let name = console.style().shown(&removed.name);
    output::print(&format!("removed: {name}, {} parties\n", removed.parties))?;
    Ok(Exit::Done)
}
