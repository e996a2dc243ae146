//! A record as cells, whatever the format: a path, a text, and the object or element that it stands in.

use std::cell::Cell;
use std::sync::Arc;

use tamis_model::Position;

use super::mapping::Place;
use crate::xml::collapse;

/// Cells of one record. Largest known: some 400 (France); an entity of the EU has 2,356. More are refused with the file.
pub(super) const MAX_CELLS: usize = 10_000;

/// The form in which names of columns, paths and words are compared: white space collapsed, small letters.
pub(super) fn key(text: &str) -> String {
    collapse(&text.replace(['\u{a0}', '\u{200f}', '\u{200e}', '\u{feff}'], " ")).to_lowercase()
}

/// A column or path: as written, and as it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Path {
    pub(super) written: Arc<str>,
    pub(super) key: Arc<str>,
}

impl Path {
    pub(super) fn new(written: &str) -> Self {
        Self { written: collapse(written).into(), key: key(written).into() }
    }
}

/// One cell, attribute, element or value.
#[derive(Debug)]
pub(super) struct OneCell {
    pub(super) path: Path,
    /// Number of the object or element that holds it, inside of the record.
    pub(super) parent: usize,
    pub(super) text: String,
    taken: Cell<bool>,
}

/// One record.
#[derive(Debug)]
pub(super) struct Record {
    /// The source's word for it.
    pub(super) word: &'static str,
    pub(super) position: Position,
    pub(super) cells: Vec<OneCell>,
}

impl Record {
    pub(super) fn new(word: &'static str, line: u64) -> Self {
        let position = Position { byte: None, line: Some(line) };
        Self { word, position, cells: Vec::new() }
    }

    /// Adds a cell that says something.
    pub(super) fn push(&mut self, path: Path, parent: usize, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            let text = text.to_owned();
            self.cells.push(OneCell { path, parent, text, taken: Cell::new(false) });
        }
    }

    /// The cells at a place, taken.
    pub(super) fn at<'r>(&'r self, place: &'r Place) -> impl Iterator<Item = &'r OneCell> {
        let fits = |cell: &&OneCell| place.names.iter().any(|name| **name == *cell.path.key);
        self.cells.iter().filter(fits).inspect(|cell| cell.taken.set(true))
    }

    /// The text at a place, beside a cell where there is one there: taken.
    pub(super) fn beside<'r>(&'r self, place: &'r Place, parent: usize) -> Option<&'r str> {
        let mut first = None;
        for cell in self.at(place) {
            if cell.parent == parent {
                return Some(&cell.text);
            }
            first = first.or(Some(cell.text.as_str()));
        }
        first
    }

    /// What no field took.
    pub(super) fn left(&self) -> impl Iterator<Item = &OneCell> {
        self.cells.iter().filter(|cell| !cell.taken.get())
    }

    /// All that it says, to tell a repetition from a contradiction.
    pub(super) fn whole(&self) -> String {
        let mut whole = String::new();
        for cell in self.cells.iter().filter(|cell| !cell.path.key.starts_with('@')) {
            whole.push_str(&cell.path.key);
            whole.push('\u{1f}');
            whole.push_str(&cell.text);
            whole.push('\u{1e}');
        }
        whole
    }
}

/// What stands outside of the records.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// The day of publication as written.
    pub(super) published: Option<String>,
    /// What was noticed.
    pub(super) diagnostics: Vec<tamis_model::Diagnostic>,
    /// Stray bytes that were repaired, and the runs that they form.
    pub(super) repaired: (u64, u64),
}
