//! `tamis lists …`

use std::path::PathBuf;

use clap::{Args, Subcommand};
use tamis_model::{CivilDate, DateError, EntryId, ListId};
use tamis_service::fetch::Address;

use super::DataFolder;

#[derive(Debug, Subcommand)]
pub(crate) enum ListsCommand {
    /// Import lists in their official formats
    Import(ImportArguments),
    /// Fetch lists from their publishers, and take them into use or hold them
    Update(UpdateArguments),
    /// Show the snapshots that wait for a person, and why
    Held(StatusArguments),
    /// Take the snapshot of a list that waits into use
    Accept(DecideArguments),
    /// Refuse the snapshot of a list that waits
    Reject(DecideArguments),
    /// Show the table of publishers and addresses
    Sources(SourcesArguments),
    /// Tell which lists are there, of which date, and how current they are
    Status(ListStatusArguments),
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
call become active together, or none does; of several publications of one list the newest is the one that may.

A snapshot with far fewer entries than the active one, or of which far more is changed than in any publication so \
far, is held instead: the old one stays in use until a person decides (tamis lists held, accept, reject).")]
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
    /// The publisher's date, where the files have none (OFAC CSV, Canada, Australia, Indonesia): YYYY-MM-DD, or
    /// LIST=YYYY-MM-DD for each of several lists
    #[arg(long, value_name = "[LIST=]DATE", value_delimiter = ',', value_parser = published_day)]
    pub(crate) published: Vec<PublishedDay>,
    /// Screen against these files even where a newer snapshot is there, or where they would be held
    #[arg(long)]
    pub(crate) activate: bool,
    #[command(flatten)]
    pub(crate) bounds: BoundsArguments,
    #[command(flatten)]
    pub(crate) folder: DataFolder,
}

/// A day of publication, of one list or of the only one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PublishedDay {
    /// The list, where it is named.
    pub(crate) list: Option<ListId>,
    /// The day.
    pub(crate) day: CivilDate,
}

/// When a snapshot is held.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct BoundsArguments {
    /// Hold a snapshot whose list has shrunk by more than this share
    #[arg(long, value_name = "PERCENT", default_value_t = 5, value_parser = clap::value_parser!(u64).range(0..=100))]
    pub(crate) hold_fewer: u64,
    /// Hold a snapshot in which more than this share of the entries, for each year begun between the two
    /// publications, is gone or found by other values
    #[arg(long, value_name = "PERCENT", default_value_t = 25, value_parser = clap::value_parser!(u64).range(0..=100))]
    pub(crate) hold_changed: u64,
}

/// `tamis lists update`
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Without LIST all lists of the table are fetched whose address and format are verified (tamis lists sources).

Each list is fetched by itself: one that fails is told with its address and what to do, and stays as it was. What is \
known is not fetched again (ETag, Last-Modified). A publisher that is not there for the moment is tried again after \
a pause, which is as long as it asks. A snapshot with far fewer entries than the active one, or of which far more is \
changed than in any publication so far, is held until a person decides (tamis lists held, accept, reject).

The proxy is that of the environment (ALL_PROXY, HTTPS_PROXY, HTTP_PROXY; NO_PROXY for hosts without), unless one \
is named.")]
pub(crate) struct UpdateArguments {
    /// The lists
    #[arg(value_name = "LIST", value_parser = list_id)]
    pub(crate) lists: Vec<ListId>,
    /// Fetch the one list from here, instead of the address of the table
    #[arg(long, value_name = "ADDRESS", value_parser = address)]
    pub(crate) from: Option<Address>,
    #[command(flatten)]
    pub(crate) sources: SourcesFile,
    /// Use addresses of the table too that are from memory, or whose format has been read from no real file
    #[arg(long)]
    pub(crate) unverified: bool,
    /// The publisher's date of the one list, where neither the file nor the server tells it: YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) published: Option<CivilDate>,
    /// Ask for the whole content, whatever is known
    #[arg(long)]
    pub(crate) afresh: bool,
    /// Use this proxy (http://host:port), or none, whatever the environment says
    #[arg(long, value_name = "ADDRESS|none")]
    pub(crate) proxy: Option<String>,
    /// Trust the issuers of this file (PEM) beside those of the machine
    #[arg(long, value_name = "FILE")]
    pub(crate) ca: Option<PathBuf>,
    /// The longest silence of a server, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 60, value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub(crate) timeout: u64,
    /// How often an address is tried
    #[arg(long, value_name = "TIMES", default_value_t = 4, value_parser = clap::value_parser!(u32).range(1..=20))]
    pub(crate) attempts: u32,
    /// The most bytes of a publication, unpacked
    #[arg(long, value_name = "BYTES", default_value_t = 512 << 20)]
    pub(crate) max_bytes: u64,
    #[command(flatten)]
    pub(crate) bounds: BoundsArguments,
    #[command(flatten)]
    pub(crate) folder: DataFolder,
}

/// `tamis lists accept` and `tamis lists reject`
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
The other snapshot stays stored. A refused one is never screened against, on no day, and is not taken again when \
the publisher sends it again.")]
pub(crate) struct DecideArguments {
    /// The list
    #[arg(value_name = "LIST", value_parser = list_id)]
    pub(crate) list: ListId,
    /// The snapshot that was looked at, by the beginning of its id: if another one waits by now, nothing is decided
    #[arg(long, value_name = "ID")]
    pub(crate) snapshot: Option<String>,
    /// Who decides
    #[arg(long, value_name = "NAME")]
    pub(crate) reviewer: String,
    /// Why
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: String,
    #[command(flatten)]
    pub(crate) folder: DataFolder,
}

/// The table of publishers and addresses.
#[derive(Debug, Clone, Args)]
pub(crate) struct SourcesFile {
    /// Use this table of publishers and addresses (same columns as `tamis lists sources --raw` prints)
    #[arg(long, value_name = "FILE", env = "TAMIS_SOURCES", hide_env_values = true)]
    pub(crate) table: Option<PathBuf>,
}

/// `tamis lists sources`
#[derive(Debug, Clone, Args)]
pub(crate) struct SourcesArguments {
    #[command(flatten)]
    pub(crate) sources: SourcesFile,
    /// The table as a file, to be changed and given with --table
    #[arg(long)]
    pub(crate) raw: bool,
}

/// `tamis lists status`
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
A list is fresh when it was known to be what its publisher says within the days of the table of sources: on the \
day of its publication, or on a later one on which `tamis lists update` asked. With LIST the whole record is \
told: publisher, address, when it was fetched, hashes, records, changes, age and promise.")]
pub(crate) struct ListStatusArguments {
    /// Tell all that is known of these lists
    #[arg(value_name = "LIST", value_parser = list_id)]
    pub(crate) lists: Vec<ListId>,
    /// Judge the age as of this day [default: today]
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) on: Option<CivilDate>,
    #[command(flatten)]
    pub(crate) sources: SourcesFile,
    #[command(flatten)]
    pub(crate) folder: DataFolder,
}

/// What asks for the data folder alone
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

fn address(text: &str) -> Result<Address, String> {
    Address::new(text).map_err(|error| error.to_string())
}

fn published_day(text: &str) -> Result<PublishedDay, String> {
    let (list, day) = match text.split_once('=') {
        Some((list, day)) => (Some(list_id(list)?), day),
        None => (None, text),
    };
    Ok(PublishedDay { list, day: date(day)? })
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
