//! A record as cells, whatever the format: a path, a text, and the object or element that it stands in.

use std::cell::Cell;
use std::collections::HashMap;
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
    /// Number of the element whose text it is; that of the holder for an attribute, a value or a cell of a table.
    pub(super) own: usize,
    pub(super) text: String,
    taken: Cell<bool>,
}

impl OneCell {
    /// Marks it as taken by a field.
    pub(super) fn take(&self) {
        self.taken.set(true);
    }
}

/// One record.
#[derive(Debug)]
pub(super) struct Record {
    /// The source's word for it.
    pub(super) word: &'static str,
    pub(super) position: Position,
    pub(super) cells: Vec<OneCell>,
    /// Object or element → the one that holds it; those that are not there stand in the record itself.
    holders: HashMap<usize, usize>,
}

impl Record {
    pub(super) fn new(word: &'static str, line: u64) -> Self {
        let position = Position { byte: None, line: Some(line) };
        Self { word, position, cells: Vec::new(), holders: HashMap::new() }
    }

    /// Tells which object or element holds another.
    pub(super) fn holds(&mut self, holder: usize, inside: usize) {
        self.holders.insert(inside, holder);
    }

    /// Adds a cell that says something.
    pub(super) fn push(&mut self, path: Path, parent: usize, text: &str) {
        self.push_element(path, parent, parent, text);
    }

    /// Adds the text of an element, which may have attributes beside it.
    pub(super) fn push_element(&mut self, path: Path, parent: usize, own: usize, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            let text = text.to_owned();
            self.cells.push(OneCell { path, parent, own, text, taken: Cell::new(false) });
        }
    }

    /// The cells at a place.
    pub(super) fn seen<'r>(&'r self, place: &'r Place) -> impl Iterator<Item = &'r OneCell> {
        let fits = |cell: &&OneCell| place.names.iter().any(|name| **name == *cell.path.key);
        self.cells.iter().filter(fits)
    }

    /// The cells at a place, taken.
    pub(super) fn at<'r>(&'r self, place: &'r Place) -> impl Iterator<Item = &'r OneCell> {
        self.seen(place).inspect(|cell| cell.take())
    }

    /// The text at a place that speaks of an element or object: one of its own, else one of what holds it, the
    /// nearest first. What stands in another element of the same kind speaks of that one alone. Taken.
    pub(super) fn beside<'r>(&'r self, place: &'r Place, own: usize) -> Option<&'r str> {
        let mut holder = Some(own);
        while let Some(of) = holder {
            if let Some(cell) = self.seen(place).find(|cell| cell.parent == of) {
                cell.take();
                return Some(&cell.text);
            }
            holder = self.holders.get(&of).copied().filter(|above| *above < of);
        }
        None
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
