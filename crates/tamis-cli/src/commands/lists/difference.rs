//! `tamis lists diff`

use tamis_service::{Dated, SnapshotName, compared_lists, difference_of};
use tamis_wire::form::{ListDifferenceForm, to_line};
use tamis_wire::lists::difference_text;

use crate::arguments::DiffArguments;
use crate::data_folder;
use crate::exit::Exit;
use crate::output::{self, Console};

pub(super) fn run(console: &Console, arguments: &DiffArguments) -> anyhow::Result<Exit> {
    let (from, to) = (SnapshotName::read(&arguments.from), SnapshotName::read(&arguments.to));
    let files = [&from, &to].iter().all(|name| matches!(name, SnapshotName::File(_)));
    // files need no data folder, and none must be there
    let archive = match data_folder::archive(arguments.folder.data.clone()) {
        Err(_) if files => tamis_service::Archive::at(""),
        archive => archive?,
    };
    let compared = compared_lists(&archive, &from, &to, &arguments.lists)?;
    let mut forms = Vec::with_capacity(compared.lists.len());
    for (place, list) in compared.lists.iter().enumerate() {
        let (older, newer) = (&list.from.snapshot, &list.to.snapshot);
        if older.published > newer.published {
            console.say(&format!(
                "{}: FROM is of {}, newer than TO of {}; read it backwards: what is told as added is gone \
                 since, what is told as removed has come since",
                older.list, older.published, newer.published
            ));
        }
        let [from, to] = [&list.from, &list.to]
            .map(|list| Dated { snapshot: &list.snapshot, entries: &list.reading.entries });
        let difference = difference_of(from, to);
        if console.json {
            forms.push(to_line(&ListDifferenceForm::from(&difference))?);
        } else {
            let gap = if place > 0 { "\n" } else { "" };
            let text = difference_text(console.style(), &difference, arguments.brief);
            output::print(&format!("{gap}{text}"))?;
        }
    }
    if console.json {
        output::print(&format!("{{\"lists\":[{}]}}\n", forms.join(",")))?;
    }
    for list in &compared.left_out {
        console
            .say(&format!("{list}: no snapshot is stored for one of the two days; not compared"));
    }
    Ok(Exit::Done)
}
