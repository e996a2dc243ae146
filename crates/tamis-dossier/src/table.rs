//! Tables of tab-separated cells with a header and comments: rows with their place, cells with a type.

use tamis_model::{DateStatement, EntryId, PartialDate};

use crate::basis::{Basis, Origin};
use crate::data_error::{DataError, DataProblem};
use crate::id::SourceId;

/// The columns of a table, and its name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Layout {
    pub(crate) file: &'static str,
    pub(crate) columns: &'static [&'static str],
}

/// A row with its place.
#[derive(Debug, Clone)]
pub(crate) struct Row<'a> {
    layout: Layout,
    pub(crate) line: usize,
    cells: Vec<&'a str>,
}

impl Layout {
    fn joined(&self) -> String {
        self.columns.join(", ")
    }

    fn error(&self, line: usize, column: usize, problem: DataProblem) -> DataError {
        let column = self.columns.get(column).copied().unwrap_or_default();
        DataError { file: self.file.to_owned(), line, column, problem }
    }

    /// The rows of a table.
    pub(crate) fn rows<'a>(&self, text: &'a str) -> Result<Vec<Row<'a>>, DataError> {
        let mut lines = (1..)
            .zip(text.lines())
            .filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty());
        let (line, header) = lines
            .next()
            .ok_or_else(|| self.error(1, 0, DataProblem::NoHeader { columns: self.joined() }))?;
        if !header.split('\t').eq(self.columns.iter().copied()) {
            let found = header.replace('\t', ", ");
            return Err(self.error(line, 0, DataProblem::Header { found, columns: self.joined() }));
        }
        lines
            .map(|(line, text)| {
                let cells: Vec<&str> = text.split('\t').map(str::trim).collect();
                let expected = self.columns.len();
                if cells.len() == expected {
                    return Ok(Row { layout: *self, line, cells });
                }
                Err(self.error(line, 0, DataProblem::Cells { found: cells.len(), expected }))
            })
            .collect()
    }
}

impl<'a> Row<'a> {
    pub(crate) fn error(&self, column: usize, problem: DataProblem) -> DataError {
        self.layout.error(self.line, column, problem)
    }

    /// The cell, perhaps empty.
    pub(crate) fn cell(&self, column: usize) -> &'a str {
        self.cells.get(column).copied().unwrap_or_default()
    }

    /// The cell, if it says anything.
    pub(crate) fn optional(&self, column: usize) -> Option<&'a str> {
        Some(self.cell(column)).filter(|text| !text.is_empty())
    }

    /// The cell, which says something.
    pub(crate) fn required(&self, column: usize) -> Result<&'a str, DataError> {
        self.optional(column).ok_or_else(|| self.error(column, DataProblem::Empty))
    }

    /// The cell as one of some words.
    pub(crate) fn word<T: Copy>(
        &self,
        column: usize,
        words: &[(T, &'static str)],
    ) -> Result<T, DataError> {
        let found = self.required(column)?;
        words.iter().find(|(_, word)| *word == found).map(|(value, _)| *value).ok_or_else(|| {
            let known: Vec<&str> = words.iter().map(|(_, word)| *word).collect();
            let known = known.join(", ");
            self.error(column, DataProblem::Word { found: found.to_owned(), known })
        })
    }

    /// The cell as an id.
    pub(crate) fn id<T>(
        &self,
        column: usize,
        new: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, DataError> {
        let found = self.required(column)?;
        new(found).ok_or_else(|| self.error(column, DataProblem::Id { found: found.to_owned() }))
    }

    /// A text of the column as an entry.
    pub(crate) fn entry(&self, column: usize, text: &str) -> Result<EntryId, DataError> {
        EntryId::parse(text)
            .map_err(|_| self.error(column, DataProblem::Entry { found: text.to_owned() }))
    }

    /// A text of the column as a date with one reading.
    pub(crate) fn date(&self, column: usize, text: &str) -> Result<PartialDate, DataError> {
        let wrong = || self.error(column, DataProblem::Date { found: text.to_owned() });
        let statement = DateStatement::read(text).map_err(|_| wrong())?;
        match statement.readings.as_slice() {
            [date] => Ok(*date),
            _ => Err(wrong()),
        }
    }

    /// The cell as where something is known from.
    pub(crate) fn basis(&self, column: usize) -> Result<Basis, DataError> {
        let found = self.required(column)?;
        let source = |id: &str| {
            SourceId::new(id)
                .ok_or_else(|| self.error(column, DataProblem::Id { found: id.to_owned() }))
        };
        match found.split_once(':') {
            Some(("seen", id)) => Ok(Basis::Seen(source(id)?)),
            Some(("computed", id)) => Ok(Basis::Computed(source(id)?)),
            None if found == "memory" => Ok(Basis::Memory),
            _ => {
                let known = "seen:SOURCE, computed:SOURCE, memory".to_owned();
                Err(self.error(column, DataProblem::Word { found: found.to_owned(), known }))
            }
        }
    }

    /// The cell as where a source has a statement from; nothing may stand beside a statement from memory.
    pub(crate) fn origin(&self, column: usize, basis: &Basis) -> Result<Origin, DataError> {
        if *basis == Basis::Memory {
            return match self.optional(column) {
                None => Ok(Origin::NotTraced),
                Some(found) => {
                    let reason = "the statement is from memory";
                    Err(self
                        .error(column, DataProblem::NotHere { found: found.to_owned(), reason }))
                }
            };
        }
        let found = self.required(column)?;
        match found.split_once(':') {
            Some(("named", who)) if !who.is_empty() => Ok(Origin::Named(who.to_owned())),
            Some(("anonymous", who)) if !who.is_empty() => Ok(Origin::Anonymous(who.to_owned())),
            None if found == "itself" => Ok(Origin::Itself),
            None if found == "unattributed" => Ok(Origin::Unattributed),
            None if found == "not traced" => Ok(Origin::NotTraced),
            _ => {
                let known = "itself, named:WHO, anonymous:WHO, unattributed, not traced".to_owned();
                Err(self.error(column, DataProblem::Word { found: found.to_owned(), known }))
            }
        }
    }
}
