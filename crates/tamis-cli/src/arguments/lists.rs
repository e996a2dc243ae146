//! `tamis lists …`

use std::path::PathBuf;

use clap::{Args, Subcommand};
use tamis_model::{CivilDate, DateError, EntryId, ListId};

use super::DataFolder;

#[derive(Debug, Subcommand)]
pub(crate) enum ListsCommand {
    /// Import lists in their official formats
    Import(ImportArguments),
    /// Tell which lists are there, of which date
    Status(StatusArguments),
    /// Show an entry with all that its list says
    Show(ShowArguments),
    /// Tell what changed between two snapshots, entry by entry and field by field
    Diff(DiffArguments),
    /// Join two entries that two reviewers found to be one
    Link(LinkArguments),
    /// Part two entries that reviewers joined
    Unlink(LinkArguments),
    /// Show the entries that reviewers joined
    Links(StatusArguments),
}

/// `tamis lists diff`
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
FROM and TO are a day (the snapshot of each list that was in force on it), the beginning of a snapshot's \
id (four digits at least), or a file as published, which need not be imported.

A record under another reference is told as moved, one with another heading as renamed, an alias that \
became an entry of its own as split, an entry that became an alias as merged: none of them is a \
delisting. Snapshots that hold different parts of a list are compared in what both hold.")]
pub(crate) struct DiffArguments {
    /// The older snapshot: a day, an id or a file
    #[arg(value_name = "FROM")]
    pub(crate) from: String,
    /// The newer one
    #[arg(value_name = "TO")]
    pub(crate) to: String,
    /// Compare these lists only
    #[arg(long, value_name = "LIST,…", value_delimiter = ',', value_parser = list_id)]
    pub(crate) lists: Vec<ListId>,
    /// One line a change, without its fields
    #[arg(long)]
    pub(crate) brief: bool,
    #[command(flatten)]
    pub(crate) folder: DataFolder,
}

/// `tamis lists link` and `tamis lists unlink`
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Joined entries are one alert in every screening from then on, with the reviewers named; scores and \
classes stay as they are. Decisions are kept for good, so that older answers can be replayed.")]
pub(crate) struct LinkArguments {
    /// One entry: list:reference
    #[arg(value_name = "ENTRY", value_parser = entry_id)]
    pub(crate) one: EntryId,
    /// The other
    #[arg(value_name = "ENTRY", value_parser = entry_id)]
    pub(crate) other: EntryId,
    /// Who decides; to be given twice, with two different names
    #[arg(long = "reviewer", value_name = "NAME", required = true)]
    pub(crate) reviewers: Vec<String>,
    /// Why
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: String,
    #[command(flatten)]
    pub(crate) folder: DataFolder,
}

/// `tamis lists import`
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
The format is told by the content: UN consolidated list (XML), EU financial sanctions (FSF XML 1.1), \
OFAC SDN and non-SDN (XML, advanced XML, or sdn.csv, add.csv and alt.csv together), UK consolidated list (XLSX, CSV), \
UK Sanctions List (XML), Canada's autonomous sanctions (XML), Switzerland's SECO list (XML), Australia's \
DFAT list (XLSX), Indonesia's DTTOT list (XLSX), entities of FollowTheMoney with their manifest (JSON).

Any other list, or one of your own, is read by a mapping file (--mapping; docs/MAPPINGS.md tells the form): CSV, XLSX, \
XML, JSON or lines of text. Mappings that ship: ae-local, be, ca-listed, eg, fr, il-nbctf, jp-mof, nl, ru-rosfin, \
tr-masak; none of them has met a real file, so that each is used only when it is named.

A newer snapshot of a list becomes the active one, an older one is kept beside it. All files of one \
call become active together, or none does.")]
pub(crate) struct ImportArguments {
    /// Files as published
    #[arg(required_unless_present = "curated", value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Read the one file by this mapping: a file, or the name of one that ships
    #[arg(long, value_name = "FILE|NAME", conflicts_with = "curated")]
    pub(crate) mapping: Option<PathBuf>,
    /// Import tables that ship: us-fto, uk-proscribed, au-proscribed, in-first-schedule
    #[arg(long, value_name = "TABLE,…", value_delimiter = ',')]
    pub(crate) curated: Vec<String>,
    /// Take rows of these tables that are from memory too
    #[arg(long, requires = "curated")]
    pub(crate) with_memory: bool,
    /// Which list it is, where the content fits several: ofac-sdn, ofac-nonsdn
    #[arg(long, value_name = "LIST", value_parser = list_id)]
    pub(crate) list: Option<ListId>,
    /// The publisher's date, where the files have none (OFAC CSV, Canada, Australia, Indonesia): YYYY-MM-DD
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
    /// The entry: list:reference, such as un:QDi.001; an older form finds it too (un:QE.J.115.04)
    #[arg(value_name = "ENTRY", value_parser = entry_id)]
    pub(crate) entry: EntryId,
    /// As of this day: the snapshot in force on it, with the names that the entry bore
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) as_of: Option<CivilDate>,
    #[command(flatten)]
    pub(crate) folder: DataFolder,
}

pub(super) fn list_id(text: &str) -> Result<ListId, String> {
    ListId::new(text).map_err(|error| error.to_string())
}

fn entry_id(text: &str) -> Result<EntryId, String> {
    EntryId::parse(text).map_err(|error| error.to_string())
}

pub(super) fn date(text: &str) -> Result<CivilDate, String> {
    // The whole text is the day: a time behind it would be a sign of another thing.
    match CivilDate::parse_iso(text) {
        Ok(date) if text.trim().len() == 10 => Ok(date),
        Ok(_) => Err("write the day alone: YYYY-MM-DD".to_owned()),
        Err(error @ DateError::NoSuchDay { .. }) => Err(error.to_string()),
        // other shapes of dates are none here: a day is asked for
        Err(_) => Err("write a whole day: YYYY-MM-DD".to_owned()),
    }
}
