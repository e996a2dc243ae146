//! Why a file of parties cannot be read as a whole. A bad row is no error: it is rejected and told.

use std::io;

use tamis_lists::tabular::xlsx::XlsxError;

use crate::delimited::RowFault;

/// Why a mapping of columns is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MappingError {
    /// A pair without `=`.
    #[error("`{0}` maps no column; write `column=field`, such as `Nom=family_name`")]
    NoPair(String),
    /// A word that is no field.
    #[error("`{field}` is no field of a party; the fields are {}", super::PartyField::all_words())]
    UnknownField {
        /// The word.
        field: String,
    },
    /// A word that is no kind.
    #[error("`{0}` is no kind of party; write person, organisation, vessel, aircraft or unknown")]
    UnknownKind(String),
    /// The mapping file is no TOML, or has another shape.
    #[error(
        "the mapping file cannot be read: {detail}; write a table [columns] with \"column\" = \"field\""
    )]
    Toml {
        /// What is wrong and where.
        detail: String,
    },
    /// The mapping names a column that the file does not have.
    #[error(
        "the mapping names the column `{column}`, which the file does not have; it has {found}"
    )]
    NoSuchColumn {
        /// The column of the mapping.
        column: String,
        /// The columns of the file.
        found: String,
    },
}

/// Why a file of parties cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PartyReadError {
    /// There is nothing in it.
    #[error("the input is empty; give a table whose first row names the columns, or JSON lines")]
    Empty,
    /// It is something else.
    #[error("the input looks like {looks_like}; {remedy}")]
    NotParties {
        /// What it looks like.
        looks_like: &'static str,
        /// What to do.
        remedy: &'static str,
    },
    /// No column tells who is to be screened.
    #[error(
        "no column of the first row holds a name or an identity number; it has {found}; map one, such as `column=full_name`"
    )]
    NoNameColumn {
        /// The columns.
        found: String,
    },
    /// The first row of a table is none.
    #[error("line {line}: the row with the names of the columns cannot be read: {fault}")]
    Header {
        /// The line, from 1.
        line: u64,
        /// What is wrong with it.
        #[source]
        fault: RowFault,
    },
    /// The mapping does not fit.
    #[error(transparent)]
    Mapping(#[from] MappingError),
    /// No such encoding.
    #[error(
        "`{0}` is no encoding; write utf-8, utf-16le, windows-1256, windows-1252 or windows-1251"
    )]
    UnknownEncoding(String),
    /// A workbook is larger than a workbook may be.
    #[error(
        "the workbook is larger than the limit of {limit} bytes; save it as CSV, which has no such limit"
    )]
    WorkbookTooLarge {
        /// The limit.
        limit: u64,
    },
    /// A workbook cannot be read.
    #[error(transparent)]
    Workbook(#[from] XlsxError),
    /// A single JSON object is no party.
    #[error("the party cannot be read: {reason}")]
    Party {
        /// Why.
        reason: String,
    },
    /// The input failed.
    #[error("the input failed after line {line}")]
    Input {
        /// The last line that was read.
        line: u64,
        /// What the input says.
        #[source]
        source: io::Error,
    },
}
