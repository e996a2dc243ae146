//! `tamis lists import`

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::anyhow;
use tamis_service::import::{Rows, curated_files, mapping_file, open_all};
use tamis_service::{
    Activation, GivenFile, HoldBounds, ImportError, ImportOptions, ImportReport, ImportStep,
    ImportedList, StoreError,
};
use tamis_wire::form::{AccountForm, to_line};
use tamis_wire::lists::account_text;

use super::bringing;
use crate::arguments::{BoundsArguments, ImportArguments, PublishedDay};
use crate::data_folder;
use crate::exit::Exit;
use crate::failure::Interrupted;
use crate::output::{self, Console};
use crate::progress::Progress;
use crate::waiting::{FOR_AN_IMPORT, Waiting};

/// Imports files.
pub(super) fn run(
    console: &Console,
    arguments: ImportArguments,
    stop: &Arc<AtomicBool>,
) -> anyhow::Result<Exit> {
    let archive = data_folder::archive(arguments.folder.data)?;
    let mut options = ImportOptions {
        list: arguments.list,
        activate: arguments.activate,
        bounds: bounds(arguments.bounds),
        ..ImportOptions::default()
    };
    for PublishedDay { list, day } in arguments.published {
        let twice = match list {
            Some(list) => options.published_of.insert(list, day).is_some_and(|known| known != day),
            None => options.published.replace(day).is_some_and(|known| known != day),
        };
        if twice {
            return Err(anyhow!("two days of publication for one list; give one for each"));
        }
    }
    let rows = if arguments.with_memory { Rows::All } else { Rows::Sourced };
    let files = given(&arguments.files, arguments.mapping.as_deref(), &arguments.curated, rows)?;
    let total = files.iter().map(|file: &GivenFile| file.bytes.len() as u64).sum();
    let mut progress = Progress::bytes(console, "reading", total);
    let mut waiting = Waiting::new(FOR_AN_IMPORT);
    let report = tamis_service::import(&archive, &files, &options, &mut |step| {
        match step {
            ImportStep::Reading { done, .. } => progress.at(done),
            ImportStep::Waiting => waiting.wait(console),
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
    let held = |list: &ImportedList| matches!(list.activation, Activation::Held { .. });
    Ok(if report.lists.iter().any(held) { Exit::Held } else { Exit::Done })
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

/// The bounds as they were given.
pub(super) fn bounds(arguments: BoundsArguments) -> HoldBounds {
    HoldBounds { fewer_percent: arguments.hold_fewer, changed_percent: arguments.hold_changed }
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
        text.push_str(&bringing::activation_words(list));
        text.push('\n');
        if let Some(changes) = &list.changes {
            text.push_str(&bringing::changes_words(changes, info));
        }
    }
    text
}

fn import_json(report: &ImportReport) -> anyhow::Result<String> {
    let mut lists = Vec::with_capacity(report.lists.len());
    for list in &report.lists {
        lists.push(format!(
            "{{{},\"account\":{}}}",
            bringing::fields(list)?,
            to_line(&AccountForm::from(&list.account))?,
        ));
    }
    Ok(format!("{{\"lists\":[{}]}}\n", lists.join(",")))
}
