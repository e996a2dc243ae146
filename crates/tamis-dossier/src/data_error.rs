//! What is wrong with a table of knowledge: file, line, column and remedy.

/// Why a table can't be used. One wrong cell refuses all tables: half a register would answer wrongly.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}, {column}: {problem}")]
pub struct DataError {
    /// The table.
    pub file: String,
    /// Its line, from 1.
    pub line: usize,
    /// The column.
    pub column: &'static str,
    /// What is wrong, and what to do.
    pub problem: DataProblem,
}

/// What is wrong with a cell or a row.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DataProblem {
    /// There is no table of that name, or no header.
    #[error("the table or its header is missing; its columns are: {columns}")]
    NoHeader {
        /// The columns.
        columns: String,
    },
    /// Other columns.
    #[error("the header is `{found}`; write the columns: {columns}")]
    Header {
        /// What stands there.
        found: String,
        /// The columns.
        columns: String,
    },
    /// Another number of cells.
    #[error("the row has {found} cells of {expected}; separate them by tabs, empty ones too")]
    Cells {
        /// How many it has.
        found: usize,
        /// How many there are to be.
        expected: usize,
    },
    /// Nothing stands where something must.
    #[error("the cell is empty; it has to say something")]
    Empty,
    /// A cell must be empty beside another.
    #[error("`{found}` stands here, but {reason}; leave the cell empty")]
    NotHere {
        /// What stands there.
        found: String,
        /// Why nothing may.
        reason: &'static str,
    },
    /// A word that is none of those that are known.
    #[error("`{found}` is not known; write one of: {known}")]
    Word {
        /// What stands there.
        found: String,
        /// The words.
        known: String,
    },
    /// Not the form of an id.
    #[error("`{found}` is not an id; use lower-case letters, digits, `-` and `.`")]
    Id {
        /// What stands there.
        found: String,
    },
    /// Not an entry of a list.
    #[error("`{found}` is not an entry; write list:reference, such as un:QDe.115")]
    Entry {
        /// What stands there.
        found: String,
    },
    /// Not a date.
    #[error(
        "`{found}` is not a date; write 2014-05-14, 2014-05, 2014, 2014~ or [2014-05-14..2014-05-15]"
    )]
    Date {
        /// What stands there.
        found: String,
    },
    /// The end is before the beginning.
    #[error("the time ends on {to}, before it begins on {from}; exchange or mend them")]
    Backwards {
        /// The first day.
        from: String,
        /// The last day.
        to: String,
    },
    /// What is named is in no table.
    #[error("`{found}` is in no row of {table}; add it there, or mend the id")]
    Absent {
        /// What stands there.
        found: String,
        /// Where it would have to be.
        table: &'static str,
    },
    /// An id stands twice.
    #[error("`{found}` stands twice, first in line {first}; give one another id, or remove it")]
    Twice {
        /// The id.
        found: String,
        /// The line of the first.
        first: usize,
    },
    /// Rows of one act that are not of one act.
    #[error("the row is of the act `{act}`, whose {what} is another; give it another id")]
    OtherAct {
        /// The act.
        act: String,
        /// What differs.
        what: &'static str,
    },
}
