//! `tamis lists sources`, and the table that other commands use

use std::fs;

use anyhow::Context as _;
use tamis_service::fetch::sources::{self, CadenceBound, REVIEWED};
use tamis_service::fetch::{Source, SourceUse};
use tamis_wire::form::to_pretty;
use tamis_wire::lists::table_text;

use crate::arguments::{SourcesArguments, SourcesFile};
use crate::exit::Exit;
use crate::output::{self, Console};

/// The widest cell: addresses are to be copied whole.
const WIDEST: usize = 400;

/// The table that was named, or the reviewed one.
pub(super) fn table(arguments: &SourcesFile) -> anyhow::Result<Vec<Source>> {
    Ok(sources::read(&text(arguments)?)?)
}

fn text(arguments: &SourcesFile) -> anyhow::Result<String> {
    match &arguments.table {
        None => Ok(REVIEWED.to_owned()),
        Some(path) => {
            fs::read_to_string(path).with_context(|| format!("can't read {}", path.display()))
        }
    }
}

/// Shows the table.
pub(super) fn run(console: &Console, arguments: &SourcesArguments) -> anyhow::Result<Exit> {
    if arguments.raw {
        output::print(&text(&arguments.sources)?)?;
        return Ok(Exit::Done);
    }
    let table = table(&arguments.sources)?;
    let names = [
        "list",
        "use",
        "address",
        "stale_after",
        "cadence",
        "publisher",
        "format",
        "source",
        "seen",
    ];
    let cells = |source: &Source| {
        let address = source.address.as_ref().map_or_else(|| "-".to_owned(), ToString::to_string);
        let stale = match source.cadence.bound {
            CadenceBound::Days(days) => format!("{days} d"),
            CadenceBound::Unknown => "-".to_owned(),
            CadenceBound::Closed => "closed".to_owned(),
        };
        let seen = source.seen.clone().unwrap_or_else(|| "-".to_owned());
        let used = used_words(source.used).to_owned();
        [
            source.list.to_string(),
            used,
            address,
            stale,
            source.cadence.words.clone(),
            source.publisher.clone(),
            source.format.clone(),
            source.source.clone(),
            seen,
        ]
    };
    let rows: Vec<[String; 9]> = table.iter().map(cells).collect();
    if console.json {
        let objects: Vec<std::collections::BTreeMap<&str, &String>> =
            rows.iter().map(|row| names.into_iter().zip(row).collect()).collect();
        output::print(&(to_pretty(&objects)? + "\n"))?;
    } else {
        let mut shown = vec![names.map(str::to_owned).to_vec()];
        shown.extend(rows.iter().map(|row| row.to_vec()));
        output::print(&table_text(console.style(), &shown, WIDEST))?;
        console.say("use: `always` by each update, `asked` with --unverified alone, `never`: no address is known");
    }
    Ok(Exit::Done)
}

fn used_words(used: SourceUse) -> &'static str {
    match used {
        SourceUse::Always => "always",
        SourceUse::Asked => "asked",
        SourceUse::Never => "never",
    }
}
