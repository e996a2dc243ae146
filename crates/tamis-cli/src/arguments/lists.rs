//! `tamis lists …`

use std::path::PathBuf;

use clap::{Args, Subcommand};
use tamis_model::{CivilDate, EntryId, ListId};

use super::DataFolder;

#[derive(Debug, Subcommand)]
pub(crate) enum ListsCommand {
    /// Import lists in their official formats
    Import(ImportArguments),
    /// Tell which lists are there, of which date
    Status(StatusArguments),
    /// Show an entry with all that its list says
    Show(ShowArguments),
}

/// `tamis lists import`
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
The format is told by the content: UN consolidated list (XML), EU financial sanctions (FSF XML 1.1), \
OFAC SDN and non-SDN (XML, or sdn.csv, add.csv and alt.csv together), UK consolidated list (XLSX, CSV).

A newer snapshot of a list becomes the active one, an older one is kept beside it. All files of one \
call become active together, or none does.")]
pub(crate) struct ImportArguments {
    /// Files as published
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Which list it is, where the content fits several: ofac-sdn, ofac-nonsdn
    #[arg(long, value_name = "LIST", value_parser = list_id)]
    pub(crate) list: Option<ListId>,
    /// The publisher's date, where the files have none (OFAC CSV): YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) published: Option<CivilDate>,
    /// Screen against these files even where a newer snapshot is there
    #[arg(long)]
    pub(crate) activate: bool,
    #[command(flatten)]
    pub(crate) folder: DataFolder,
}

/// `tamis lists status`
#[derive(Debug, Clone, Args)]
pub(crate) struct StatusArguments {
    #[command(flatten)]
    pub(crate) folder: DataFolder,
}

/// `tamis lists show`
#[derive(Debug, Clone, Args)]
pub(crate) struct ShowArguments {
    /// The entry: list:reference, such as un:QDi.001
    #[arg(value_name = "ENTRY", value_parser = entry_id)]
    pub(crate) entry: EntryId,
    #[command(flatten)]
    pub(crate) folder: DataFolder,
}

pub(super) fn list_id(text: &str) -> Result<ListId, String> {
    ListId::new(text).map_err(|error| error.to_string())
}

fn entry_id(text: &str) -> Result<EntryId, String> {
    EntryId::parse(text).map_err(|error| error.to_string())
}

fn date(text: &str) -> Result<CivilDate, String> {
    // The whole text is the day: a time behind it would be a sign of another thing.
    match CivilDate::parse_iso(text) {
        Ok(date) if text.trim().len() == 10 => Ok(date),
        Ok(_) => Err("write the day alone: YYYY-MM-DD".to_owned()),
        Err(error) => Err(format!("{error}; write YYYY-MM-DD")),
    }
}
