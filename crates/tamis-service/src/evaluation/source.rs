//! Opening the files of an evaluation folder: tables by column name, lists through their readers.

use std::collections::HashMap;
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use tamis_lists::tabular::csv::{Row, Rows};
use tamis_lists::{ReadOptions, Reading, SourceFile};
use tamis_match::{AnalysedRecord, Policy};
use tamis_model::{DateStatement, Entry, Party, PartyKind, PartyName};

use super::EvaluationError;

/// The rows of a CSV table, found by column name.
pub(super) struct Table {
    pub(super) path: PathBuf,
    columns: HashMap<String, usize>,
    pub(super) rows: Vec<Row>,
}

impl Table {
    pub(super) fn open(path: PathBuf) -> Result<Self, EvaluationError> {
        let file = File::open(&path)
            .map_err(|source| EvaluationError::File { path: path.clone(), source })?;
        let table = |source| EvaluationError::Table { path: path.clone(), source };
        let mut rows = Rows::new(BufReader::new(file), b',');
        let header = rows.next().transpose().map_err(table)?;
        let columns = header
            .map(|row| row.fields().enumerate().map(|(at, name)| (name.to_owned(), at)).collect())
            .unwrap_or_default();
        let rows = rows.collect::<Result<Vec<_>, _>>().map_err(table)?;
        Ok(Self { path, columns, rows })
    }

    /// The place of a column.
    pub(super) fn column(&self, column: &'static str) -> Result<usize, EvaluationError> {
        let missing = || EvaluationError::Column { path: self.path.clone(), column };
        self.columns.get(column).copied().ok_or_else(missing)
    }
}

/// The text of a cell; a short row has empty ones.
pub(super) fn cell(row: &Row, column: usize) -> &str {
    row.field(column).trim()
}

/// A list of the folder, read whole.
pub(super) fn list(folder: &Path, name: &str) -> Result<Reading, EvaluationError> {
    let path = folder.join(name);
    let bytes = std::fs::read(&path).map_err(|source| EvaluationError::File { path, source })?;
    let file = SourceFile { name, bytes: &bytes };
    Ok(tamis_lists::read(&[file], &ReadOptions::default(), &mut |_| {})?)
}

/// An entry, analysed.
pub(super) fn analysed(entry: &Entry, policy: &Policy) -> Result<AnalysedRecord, EvaluationError> {
    AnalysedRecord::of_entry(entry, policy)
        .map_err(|source| EvaluationError::Entry { entry: entry.id.to_string(), source })
}

/// A record of names and birth dates alone, as the labelled tables have them: several names and
/// dates in a field are parted by `|`.
pub(super) fn party(kind: PartyKind, names: &[&str], dates: &str) -> Party {
    let names = names
        .iter()
        .flat_map(|field| field.split('|'))
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(PartyName::whole)
        .collect();
    let births = DateStatement::read_several(dates).filter_map(Result::ok).collect();
    Party { kind, names, births, ..Party::default() }
}

/// The kind that a word of the tables means: FollowTheMoney's or plain.
pub(super) fn kind(word: &str) -> PartyKind {
    match word.to_ascii_lowercase().as_str() {
        "person" => PartyKind::Person,
        "company" | "organization" | "organisation" | "legalentity" | "entity" => {
            PartyKind::Organisation
        }
        "vessel" => PartyKind::Vessel,
        "aircraft" | "airplane" => PartyKind::Aircraft,
        _ => PartyKind::Unknown,
    }
}
