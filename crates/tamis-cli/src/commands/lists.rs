//! `tamis lists …`

mod difference;
mod links;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use tamis_model::SnapshotInfo;
use tamis_service::import::{Rows, curated_files, mapping_file, open_all};
use tamis_service::{
    Activation, ChangeKind, GivenFile, ImportChanges, ImportError, ImportOptions, ImportReport,
    ImportStep, ImportedList, ListStatus, StoreError,
};
use tamis_wire::codes::Coded as _;
use tamis_wire::form::{AccountForm, EntryForm, SnapshotForm, to_line, to_pretty};
use tamis_wire::lists::{StatusForm, account_text, entry_text, status_text};

use crate::arguments::{ImportArguments, ListsCommand, ShowArguments, StatusArguments};
use crate::data_folder;
use crate::exit::Exit;
use crate::failure::Interrupted;
use crate::interrupt;
use crate::output::{self, Console};
use crate::progress::Progress;

/// How often an import looks whether another one has ended.
const WAITING: Duration = Duration::from_millis(100);

pub(super) fn run(console: &Console, command: ListsCommand) -> anyhow::Result<Exit> {
    match command {
        ListsCommand::Import(arguments) => import(console, arguments, &interrupt::stop_on_signal()),
        ListsCommand::Status(arguments) => status(console, arguments),
        ListsCommand::Show(arguments) => show(console, arguments),
        ListsCommand::Diff(arguments) => difference::run(console, &arguments),
        ListsCommand::Link(arguments) => links::decide(console, arguments, true),
        ListsCommand::Unlink(arguments) => links::decide(console, arguments, false),
        ListsCommand::Links(arguments) => links::list(console, arguments),
    }
}

fn import(
    console: &Console,
    arguments: ImportArguments,
    stop: &Arc<AtomicBool>,
) -> anyhow::Result<Exit> {
    let archive = data_folder::archive(arguments.folder.data)?;
    let rows = if arguments.with_memory { Rows::All } else { Rows::Sourced };
    let options = ImportOptions {
        list: arguments.list,
        published: arguments.published,
        activate: arguments.activate,
    };
    let files = given(&arguments.files, arguments.mapping.as_deref(), &arguments.curated, rows)?;
    let total = files.iter().map(|file: &GivenFile| file.bytes.len() as u64).sum();
    let mut progress = Progress::bytes(console, "reading", total);
    let mut said = false;
    let report = tamis_service::import(&archive, &files, &options, &mut |step| {
        match step {
            ImportStep::Reading { done, .. } => progress.at(done),
            ImportStep::Waiting => {
                if !said {
                    console.say("another import is writing to this data folder; waiting for it");
                    said = true;
                }
                thread::sleep(WAITING);
            }
        }
        !stop.load(Ordering::Relaxed)
    });
    progress.end();
    let report = match report {
        Err(ImportError::Stopped | ImportError::Store(StoreError::Busy { .. }))
            if stop.load(Ordering::Relaxed) =>
        {
            return Err(Interrupted.into());
        }
        report => report?,
    };
    output::print(&if console.json {
        import_json(&report)?
    } else {
        import_text(console, &report)
    })?;
    console.say(&format!("data folder: {}", archive.root().display()));
    Ok(Exit::Done)
}

/// The files that are named, with their mapping, and the tables that ship.
fn given(
    paths: &[PathBuf],
    mapping: Option<&Path>,
    curated: &[String],
    rows: Rows,
) -> Result<Vec<GivenFile>, ImportError> {
    let mut files = open_all(paths)?;
    if let Some(mapping) = mapping {
        if files.len() > 1 {
            return Err(ImportError::MappingForSeveral { files: files.len() });
        }
        files.push(mapping_file(mapping)?);
    }
    for list in curated {
        files.extend(curated_files(list, rows)?);
    }
    Ok(files)
}

fn import_text(console: &Console, report: &ImportReport) -> String {
    let mut text = String::new();
    for (place, list) in report.lists.iter().enumerate() {
        if place > 0 {
            text.push('\n');
        }
        let info = &list.record.info;
        let files: Vec<&str> = list.record.files.iter().map(|file| file.name.as_str()).collect();
        let title = format!("{} of {}", info.list, info.published);
        text.push_str(&format!(
            "{}  {}, {}, snapshot {}\n",
            console.heading(&title),
            files.join(", "),
            info.format,
            info.id.short()
        ));
        text.push_str(&account_text(console.style(), &list.account));
        text.push_str(&activation_words(list));
        text.push('\n');
        if let Some(changes) = &list.changes {
            text.push_str(&changes_words(changes, info));
        }
    }
    text
}

/// What changed since the snapshot before, in short, and how to see it whole.
fn changes_words(changes: &ImportChanges, to: &SnapshotInfo) -> String {
    let counted = |kind: &ChangeKind| {
        let count = changes.counts.get(kind)?;
        Some(format!("{} {count}", kind.words()))
    };
    let mut told: Vec<String> = ChangeKind::ALL.iter().filter_map(counted).collect();
    told.push(format!("unchanged {}", changes.unchanged));
    if changes.not_compared > 0 {
        told.push(format!("in one of the two alone {}", changes.not_compared));
    }
    let (from, to) = (changes.from.id.short(), to.id.short());
    format!(
        "compared with that one: {}; all of it: tamis lists diff {from} {to}\n",
        told.join(", ")
    )
}

fn activation_words(list: &ImportedList) -> String {
    let published = list.record.info.published;
    let of = |info: &SnapshotInfo| format!("{} ({})", info.published, info.id.short());
    match &list.activation {
        Activation::Activated { replaced: None } => "active now".to_owned(),
        Activation::Activated { replaced: Some(before) } => {
            format!("active now, in place of the snapshot of {}, which is kept", of(before))
        }
        Activation::AlreadyActive => "active already: the same content was imported before".into(),
        Activation::KeptBeside { newer } => format!(
            "kept, not active: the snapshot of {} is newer than {published}; \
             --activate makes this one active",
            of(newer)
        ),
    }
}

fn import_json(report: &ImportReport) -> anyhow::Result<String> {
    let mut lists = Vec::with_capacity(report.lists.len());
    for list in &report.lists {
        let (active, replaced) = match &list.activation {
            Activation::Activated { replaced } => (true, replaced.as_ref()),
            Activation::AlreadyActive => (true, None),
            Activation::KeptBeside { .. } => (false, None),
        };
        lists.push(format!(
            "{{\"snapshot\":{},\"active\":{active},\"replaced\":{},\"was_there\":{},\"changes\":{},\"account\":{}}}",
            to_line(&SnapshotForm::from(&list.record.info))?,
            to_line(&replaced.map(SnapshotForm::from))?,
            list.was_there,
            to_line(&list.changes.as_ref().map(changes_form))?,
            to_line(&AccountForm::from(&list.account))?,
        ));
    }
    Ok(format!("{{\"lists\":[{}]}}\n", lists.join(",")))
}

fn changes_form(changes: &ImportChanges) -> BTreeMap<String, u64> {
    let counted = |(kind, count): (&ChangeKind, &u64)| (kind.code().to_owned(), *count);
    let more = [("unchanged", changes.unchanged), ("not_compared", changes.not_compared)];
    let more = more.into_iter().map(|(what, count)| (what.to_owned(), count));
    changes.counts.iter().map(counted).chain(more).collect()
}

fn status(console: &Console, arguments: StatusArguments) -> anyhow::Result<Exit> {
    let archive = data_folder::archive(arguments.folder.data)?;
    let lists = tamis_service::status(&archive)?;
    let active: Vec<SnapshotInfo> =
        lists.iter().filter_map(|list| Some(list.active.as_ref()?.info.clone())).collect();
    if console.json {
        output::print(&(to_pretty(&StatusForm::from(active.as_slice()))? + "\n"))?;
    } else {
        let mut text = status_text(console.style(), &active);
        text.push_str(&kept_text(&lists));
        output::print(&text)?;
    }
    console.say(&format!("data folder: {}", archive.root().display()));
    Ok(Exit::Done)
}

fn kept_text(lists: &[ListStatus]) -> String {
    let mut text = String::new();
    for list in lists.iter().filter(|list| !list.kept.is_empty()) {
        let kept: Vec<String> = list
            .kept
            .iter()
            .map(|record| format!("{} ({})", record.info.published, record.info.id.short()))
            .collect();
        text.push_str(&format!("kept beside {}: {}\n", list.list, kept.join(", ")));
    }
    text
}

fn show(console: &Console, arguments: ShowArguments) -> anyhow::Result<Exit> {
    let archive = data_folder::archive(arguments.folder.data)?;
    let shown = tamis_service::show(&archive, &arguments.entry, arguments.as_of)?;
    let info = &shown.snapshot;
    let as_of = arguments.as_of.map_or_else(String::new, |day| format!(", as of {day}"));
    if console.json {
        output::print(&format!(
            "{{\"snapshot\":{},\"entry\":{}}}\n",
            to_line(&SnapshotForm::from(info))?,
            to_line(&EntryForm::from(&shown.entry))?
        ))?;
    } else {
        output::print(&entry_text(console.style(), &shown.entry))?;
        output::print(&format!(
            "\n{} of {}, snapshot {}{as_of}\n",
            info.list,
            info.published,
            info.id.short()
        ))?;
    }
    Ok(Exit::Done)
}
