//! `tamis lists …`

mod bringing;
mod difference;
mod held;
mod import;
mod links;
mod sources;
mod status;
mod update;

use tamis_service::ReachedBy;
use tamis_wire::form::{EntryForm, SnapshotForm, to_line};
use tamis_wire::lists::entry_text;

use crate::arguments::{ListsCommand, ShowArguments};
use crate::data_folder;
use crate::exit::Exit;
use crate::interrupt;
use crate::output::{self, Console};

pub(super) fn run(console: &Console, command: ListsCommand) -> anyhow::Result<Exit> {
    match command {
        ListsCommand::Import(arguments) => {
            import::run(console, arguments, &interrupt::stop_on_signal())
        }
        ListsCommand::Update(arguments) => update::run(console, arguments),
        ListsCommand::Held(arguments) => held::list(console, arguments),
        ListsCommand::Accept(arguments) => held::decide(console, arguments, true),
        ListsCommand::Reject(arguments) => held::decide(console, arguments, false),
        ListsCommand::Sources(arguments) => sources::run(console, &arguments),
        ListsCommand::Status(arguments) => status::run(console, arguments),
        ListsCommand::Show(arguments) => show(console, arguments),
        ListsCommand::Diff(arguments) => difference::run(console, &arguments),
        ListsCommand::Link(arguments) => links::decide(console, arguments, true),
        ListsCommand::Unlink(arguments) => links::decide(console, arguments, false),
        ListsCommand::Links(arguments) => links::list(console, arguments),
    }
}

fn show(console: &Console, arguments: ShowArguments) -> anyhow::Result<Exit> {
    let archive = data_folder::archive(arguments.folder.data)?;
    let shown = tamis_service::show(&archive, &arguments.entry, arguments.as_of)?;
    let info = &shown.snapshot;
    let as_of = arguments.as_of.map_or_else(String::new, |day| format!(", as of {day}"));
    if console.json {
        output::print(&format!(
            "{{\"asked\":{},\"reached_by\":{},\"snapshot\":{},\"entry\":{}}}\n",
            to_line(&arguments.entry.to_string())?,
            to_line(&match shown.reached_by {
                ReachedBy::Reference => "reference",
                ReachedBy::Form => "form_of_reference",
                ReachedBy::OldReference => "old_reference",
            })?,
            to_line(&SnapshotForm::from(info))?,
            to_line(&EntryForm::from(&shown.entry))?
        ))?;
    } else {
        if let Some(how) = shown.reached_by.words(&arguments.entry, &shown.entry.id) {
            output::print(&format!("{how}\n\n"))?;
        }
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
