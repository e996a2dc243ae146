//! `tamis index …`

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tamis_service::{Check, IndexInfo, IndexStep, Policy, build_index, index_info};
use tamis_wire::lists::{IndexForm, index_parts_text, index_text};

use crate::arguments::IndexCommand;
use crate::data_folder;
use crate::exit::Exit;
use crate::interrupt;
use crate::output::{self, Console};
use crate::waiting::Waiting;

pub(super) fn run(console: &Console, command: IndexCommand) -> anyhow::Result<Exit> {
    let policy = Policy::vetting();
    let is_asked_for_parts = matches!(command, IndexCommand::Info(_));
    let (info, did) = match command {
        IndexCommand::Build(arguments) => {
            let archive = data_folder::archive(arguments.folder.data)?;
            let stop = interrupt::stop_on_signal();
            (build_index(&archive, &policy, &mut told(console, &stop))?, "built")
        }
        IndexCommand::Info(arguments) => {
            let archive = data_folder::archive(arguments.folder.data)?;
            (index_info(&archive, &policy, Check::AsOpened)?, "opened")
        }
        IndexCommand::Verify(arguments) => {
            let archive = data_folder::archive(arguments.folder.data)?;
            (index_info(&archive, &policy, Check::All)?, "every byte is as it was written; read")
        }
    };
    let IndexInfo { path, engine, snapshots, entries, names, words, parts, bytes, checksum, took } =
        &info;
    let form = IndexForm {
        path: path.display().to_string(),
        engine,
        snapshots: snapshots.iter().map(Into::into).collect(),
        entries: *entries,
        names: *names,
        words: *words,
        parts: parts.iter().map(|(part, bytes)| (part.as_str(), *bytes)).collect(),
        bytes: *bytes,
        checksum: format!("{checksum:016x}"),
    };
    output::print(&match console.json {
        true => tamis_wire::form::to_pretty(&form)? + "\n",
        false if is_asked_for_parts => {
            index_text(console.style(), &form) + "\n" + &index_parts_text(console.style(), &form)
        }
        false => index_text(console.style(), &form),
    })?;
    console.say(&format!("{did} in {:.0} ms", took.as_secs_f64() * 1_000.0));
    Ok(Exit::Done)
}

/// What is said while an index is opened or built.
pub(super) fn told<'a>(
    console: &'a Console,
    stop: &'a Arc<AtomicBool>,
) -> impl FnMut(IndexStep<'_>) -> bool + 'a {
    let mut waiting = Waiting::new("another run is building the index; waiting for it");
    move |step| {
        match step {
            IndexStep::Opened(_) => {}
            IndexStep::Building { lists } => {
                let lists =
                    if lists == 1 { "one list".to_owned() } else { format!("{lists} lists") };
                console.say(&format!("building the index of {lists}, once"));
            }
            IndexStep::Waiting => waiting.wait(console),
            IndexStep::Refused(error) => {
                console.say(&format!("warning: {error}; it is built again"));
            }
            IndexStep::NotWritten(error) => {
                console.say(&format!("warning: the index is not kept: {error}"));
            }
        }
        !stop.load(Ordering::Relaxed)
    }
}
