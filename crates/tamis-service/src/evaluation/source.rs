//! Opening the files of an evaluation folder: tables by column name, lists through their readers.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use tamis_lists::tabular::csv::{Row, Rows};
use tamis_lists::{ReadOptions, Reading, SourceFile};
use tamis_model::{DateStatement, Party, PartyKind, PartyName};
use tamis_text::{Script, script_of};

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
        Self::read(BufReader::new(file), path)
    }

    /// A table of bytes; the path is what errors call it.
    pub(super) fn read(bytes: impl BufRead, path: PathBuf) -> Result<Self, EvaluationError> {
        let table = |source| EvaluationError::Table { path: path.clone(), source };
        let mut rows = Rows::new(bytes, b',');
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

/// The bytes of a file of the folder.
pub(super) fn bytes(folder: &Path, name: &str) -> Result<Vec<u8>, EvaluationError> {
    let path = folder.join(name);
    std::fs::read(&path).map_err(|source| EvaluationError::File { path, source })
}

/// A text of the folder; what is no UTF-8 is replaced.
pub(super) fn text(folder: &Path, name: &str) -> Result<String, EvaluationError> {
    bytes(folder, name).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// A list of the folder, read whole.
pub(super) fn list(folder: &Path, name: &str) -> Result<Reading, EvaluationError> {
    let bytes = bytes(folder, name)?;
    let file = SourceFile { name, bytes: &bytes };
    tamis_lists::read(&[file], &ReadOptions::default(), &mut |_| {})
        .map_err(|source| EvaluationError::List { path: folder.join(name), source })
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

/// FollowTheMoney's word for a kind.
pub(super) const fn schema(kind: PartyKind) -> &'static str {
    match kind {
        PartyKind::Person => "Person",
        PartyKind::Organisation => "Organization",
        PartyKind::Vessel => "Vessel",
        PartyKind::Aircraft => "Airplane",
        PartyKind::Unknown => "LegalEntity",
    }
}

/// The script of most letters of a text.
pub(super) fn script(text: &str) -> Script {
    let mut counts: Vec<(Script, usize)> = Vec::new();
    for script in text.chars().map(script_of).filter(|script| *script != Script::Common) {
        match counts.iter_mut().find(|(known, _)| *known == script) {
            Some((_, count)) => *count += 1,
            None => counts.push((script, 1)),
        }
    }
    // the first one among equals
    let most = counts.iter().map(|(_, count)| *count).max();
    counts
        .iter()
        .find(|(_, count)| Some(*count) == most)
        .map_or(Script::Common, |(script, _)| *script)
}

/// The scripts of two texts, the same words for both orders.
pub(super) fn scripts(one: &str, other: &str) -> String {
    let (one, other) = (script(one), script(other));
    let (first, second) = if one <= other { (one, other) } else { (other, one) };
    format!("script {first:?}–{second:?}")
}

/// A text for comparing names as strings: lower case, one blank between words.
pub(super) fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
