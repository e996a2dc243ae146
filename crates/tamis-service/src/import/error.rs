//! Why files were not imported.

use std::io;
use std::path::PathBuf;

use tamis_archive::StoreError;
use tamis_lists::ReadError;
use tamis_model::{CivilDate, ListId};

/// Why an import failed. What was active before is active still.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// A file can't be opened.
    #[error("can't read {path}")]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// A file is no list, or damaged.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The content has no date of publication.
    #[error(
        "{files}: this format of `{list}` does not say when it was published; \
         tell it with --published {list}=YYYY-MM-DD (the day on the publisher's page, not today)"
    )]
    NoDate {
        /// The files.
        files: String,
        /// The list.
        list: ListId,
    },
    /// The content has another date than was told.
    #[error(
        "{files}: the file says that it was published on {written}, --published says {told}; \
         leave --published out"
    )]
    PublishedOtherwise {
        /// The files.
        files: String,
        /// The date in the file.
        written: CivilDate,
        /// The date that was told.
        told: CivilDate,
    },
    /// The content is of another list than was asked for.
    #[error("{files}: this is the list `{found}`, not `{asked}`; check the address or the file")]
    OtherList {
        /// The files.
        files: String,
        /// The list that was asked for.
        asked: ListId,
        /// The list that it is.
        found: ListId,
    },
    /// It says that it was published on a day that has come nowhere.
    #[error(
        "{files}: this publication of `{list}` is dated {published}, and today is at most {today}; check the clock of \
         this machine and the file (--activate takes it all the same)"
    )]
    NotYet {
        /// The files.
        files: String,
        /// The list.
        list: ListId,
        /// The day that it tells.
        published: CivilDate,
        /// The latest day that it is anywhere.
        today: CivilDate,
    },
    /// Nothing to screen against came out.
    #[error(
        "{files}: no entry of `{list}` could be read ({refused} records refused); \
         check that the file is whole"
    )]
    NoEntries {
        /// The files.
        files: String,
        /// The list.
        list: ListId,
        /// Records that were refused.
        refused: usize,
    },
    /// One list or date was told for several publications.
    #[error(
        "--list and --published YYYY-MM-DD speak of one publication, the files hold {lists}; \
         import them one by one, or name the list of each day: --published LIST=YYYY-MM-DD"
    )]
    OptionsForSeveral {
        /// How many.
        lists: usize,
    },
    /// There is no mapping of this name.
    #[error(
        "there is no file {given}, and no mapping of this name ships; name a file, or one of {known}"
    )]
    NoMapping {
        /// What was named.
        given: PathBuf,
        /// The mappings that ship.
        known: String,
    },
    /// There is no table of this name.
    #[error("there is no table `{given}`; the tables that ship are {known}")]
    NoTable {
        /// What was named.
        given: String,
        /// The tables that ship.
        known: String,
    },
    /// A mapping was told for several files.
    #[error("--mapping speaks of one file, {files} were given; import them one by one")]
    MappingForSeveral {
        /// How many.
        files: usize,
    },
    /// A day was told for a list that is not among the files.
    #[error(
        "--published tells a day of `{list}`, but of the files none of them is `{list}`; leave it out"
    )]
    DayOfNone {
        /// The list.
        list: ListId,
    },
    /// It was interrupted before anything was stored.
    #[error("interrupted; the lists that were there are unchanged")]
    Stopped,
    /// The snapshots could not be stored.
    #[error(transparent)]
    Store(#[from] StoreError),
}
