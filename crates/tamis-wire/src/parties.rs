//! Files of parties: CSV, XLSX, JSON lines in Tamis' own form and in FollowTheMoney's, one party at
//! a time. What is wrong with one row rejects that row, with its line and the reason, and reading goes
//! on; what is wrong with a value ignores that value, and says so.
//!
//! Takes readers and gives values; opens nothing. Knows no list and nothing of matching.

mod draft;
mod error;
mod field;
mod follow_the_money;
mod headers;
mod json;
mod machine_readable;
mod mapping;
mod placeholders;
mod reader;
mod single;
mod table;
mod words;

use tamis_model::{IgnoredValue, Party, PartyKind};

pub use draft::{MAX_NAMES, MAX_VALUES};
pub use error::{MappingError, PartyReadError};
pub use field::{FIELD_WORDS, PartyField};
pub use mapping::{ColumnMapping, ColumnUse};
pub(crate) use reader::REPLACEMENT;
pub use reader::{PartyReader, read};
pub use single::party_from_json;
pub(crate) use single::party_of_pair;

use crate::delimited::RowLimits;

/// The form of a file of parties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartyFormat {
    /// Delimited text: comma, semicolon, tab or bar.
    Csv,
    /// A workbook.
    Xlsx,
    /// One JSON object a line, in Tamis' own form or in FollowTheMoney's (told by each object).
    JsonLines,
}

impl PartyFormat {
    /// The word for it in options and manifests.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::JsonLines => "jsonl",
        }
    }
}

/// How much a file of parties may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartyLimits {
    /// Rows of tables and lines of JSON. A longer row is rejected by itself.
    pub rows: RowLimits,
    /// Bytes of a workbook, which is held whole. Largest real one seen: 3.5 MB. A larger one is refused.
    pub workbook_bytes: u64,
}

impl Default for PartyLimits {
    fn default() -> Self {
        Self { rows: RowLimits::default(), workbook_bytes: 256 << 20 }
    }
}

/// What the reader may be told; by default all is told by the content.
#[derive(Debug, Clone, Default)]
pub struct PartyReadOptions {
    /// The form.
    pub format: Option<PartyFormat>,
    /// The encoding of text: `utf-8`, `utf-16le`, `windows-1256` …
    pub encoding: Option<String>,
    /// The delimiter of CSV, an ASCII character.
    pub delimiter: Option<u8>,
    /// The sheet of a workbook; else the first visible one.
    pub sheet: Option<String>,
    /// What columns hold.
    pub mapping: ColumnMapping,
    /// The kind of parties that do not tell it.
    pub kind: PartyKind,
    /// Limits.
    pub limits: PartyLimits,
}

/// A party that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadParty {
    /// Where it begins: the line of a text, the row of a sheet, from 1.
    pub row: u64,
    /// The party as understood.
    pub party: Party,
    /// What was not used of it, and why.
    pub ignored: Vec<IgnoredValue>,
    /// All cells of its row as they stand, one for each of [`PartyReader::columns`]; none for JSON.
    pub cells: Vec<String>,
}

/// A row that is no party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RejectedRow {
    /// Where it begins: the line of a text, the row of a sheet, from 1.
    pub row: u64,
    /// Why, in words that say what to do.
    pub reason: String,
    /// The row as it stands, cut at [`crate::delimited::RAW_BYTES`].
    pub raw: String,
}

/// A row of a file of parties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartyRow {
    /// It is a party.
    Party(Box<ReadParty>),
    /// It is none.
    Rejected(RejectedRow),
}

#[cfg(test)]
mod tests;
