//! `tamis lists held`, `accept` and `reject`

use std::sync::atomic::Ordering;

use tamis_service::{HoldVerdict, ImportStep, WaitingList};
use tamis_wire::form::{SnapshotForm, to_pretty};
use tamis_wire::lists::{ChangesForm, HeldForm};

use super::bringing::{reason_words, reasons_words};
use crate::arguments::{DecideArguments, StatusArguments};
use crate::data_folder;
use crate::exit::Exit;
use crate::interrupt;
use crate::output::{self, Console};
use crate::waiting::{FOR_AN_IMPORT, Waiting};

/// Shows what waits.
pub(super) fn list(console: &Console, arguments: StatusArguments) -> anyhow::Result<Exit> {
    let archive = data_folder::archive(arguments.folder.data)?;
    let waiting = tamis_service::waiting(&archive)?;
    if console.json {
        let forms: Vec<HeldForm<'_>> = waiting.iter().map(form).collect();
        output::print(&(to_pretty(&forms)? + "\n"))?;
    } else if waiting.is_empty() {
        output::print("no snapshot waits for a person\n")?;
    } else {
        output::print(&waiting.iter().map(words).collect::<Vec<_>>().join("\n"))?;
    }
    console.say(&format!("data folder: {}", archive.root().display()));
    Ok(Exit::Done)
}

fn form(waiting: &WaitingList) -> HeldForm<'_> {
    HeldForm {
        snapshot: SnapshotForm::from(&waiting.record.info),
        since: waiting.held.since.to_string(),
        reasons: waiting.held.reasons.iter().map(reason_words).collect(),
        changes: waiting.record.compared.as_ref().map(|compared| ChangesForm {
            from: compared.with.to_string(),
            published: compared.published.to_string(),
            counts: &compared.counts,
        }),
    }
}

fn words(waiting: &WaitingList) -> String {
    let info = &waiting.record.info;
    let (list, id) = (&info.list, info.id.short());
    let mut text = format!(
        "{list} of {}, snapshot {id}, held since {}\n  because: {}\n",
        info.published,
        waiting.held.since,
        reasons_words(&waiting.held.reasons)
    );
    if let Some(origin) = &waiting.record.origin {
        text.push_str(&format!("  from: {}\n", origin.address));
    }
    if let Some(active) = &waiting.active {
        let before = active.id.short();
        text.push_str(&format!(
            "  in use meanwhile: the snapshot of {} ({before})\n",
            active.published
        ));
        text.push_str(&format!("  what changes: tamis lists diff {before} {id}\n"));
    }
    text.push_str(&format!(
        "  to decide: tamis lists accept {list} --snapshot {id} --reviewer NAME --reason TEXT, or reject\n"
    ));
    text
}

/// Accepts or rejects what waits.
pub(super) fn decide(
    console: &Console,
    arguments: DecideArguments,
    accepts: bool,
) -> anyhow::Result<Exit> {
    let stop = interrupt::stop_on_signal();
    let archive = data_folder::archive(arguments.folder.data)?;
    let verdict = HoldVerdict {
        list: arguments.list,
        snapshot: arguments.snapshot.map(|id| id.to_ascii_lowercase()),
        accepts,
        reviewer: arguments.reviewer,
        reason: arguments.reason,
    };
    let mut waiting = Waiting::new(FOR_AN_IMPORT);
    let info = tamis_service::decide(&archive, &verdict, &mut |step| {
        if matches!(step, ImportStep::Waiting) {
            waiting.wait(console);
        }
        !stop.load(Ordering::Relaxed)
    })?;
    let (list, day, id) = (&info.list, info.published, info.id.short());
    output::print(&if accepts {
        format!("{list} of {day} ({id}) is in use now; accepted by {}\n", verdict.reviewer)
    } else {
        format!(
            "{list} of {day} ({id}) is refused and stays out of use; refused by {}\n",
            verdict.reviewer
        )
    })?;
    console.say(&format!("data folder: {}", archive.root().display()));
    Ok(Exit::Done)
}
