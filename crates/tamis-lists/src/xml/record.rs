//! One record as a tree, kept flat: nodes in document order, each knowing where its inside ends.

use std::borrow::Cow;
use std::cell::Cell;

use tamis_model::Position;

use super::table::{Role, RowIndex, Table};

/// An element or attribute.
#[derive(Debug)]
pub(super) struct NodeData<'a> {
    pub(super) row: RowIndex,
    /// Local name, for what the table does not name.
    pub(super) name: Cow<'a, str>,
    pub(super) attribute: bool,
    pub(super) text: Cow<'a, str>,
    /// Where it starts in the decoded document.
    pub(super) at: usize,
    /// Where its value starts, and where its last piece ends.
    pub(super) value: (usize, usize),
    /// Index behind its last descendant.
    pub(super) end: usize,
    pub(super) parent: usize,
    pub(super) taken: Cell<bool>,
}

/// A record of the list, or what stands outside the records.
#[derive(Debug)]
pub struct Record<'a> {
    pub(super) table: &'static Table,
    pub(super) nodes: Vec<NodeData<'a>>,
    pub(super) line: u64,
    pub(super) span: (usize, usize),
    /// The document, for the line of a node.
    pub(super) text: &'a str,
}

impl<'a> Record<'a> {
    pub(super) const fn empty(table: &'static Table, text: &'a str) -> Self {
        Self { table, nodes: Vec::new(), line: 1, span: (0, 0), text }
    }

    /// A place in the document: its line is counted from the start of the record.
    pub(super) fn place(&self, at: usize) -> Position {
        let before = self.text.as_bytes().get(self.span.0..at).unwrap_or_default();
        let lines = memchr::memchr_iter(b'\n', before).count() as u64;
        Position { byte: Some(at as u64), line: Some(self.line + lines) }
    }

    /// The element of the record itself.
    #[must_use]
    pub const fn root(&self) -> Node<'_, 'a> {
        Node { record: self, index: 0 }
    }

    /// The source's word for the record: the name of its element.
    #[must_use]
    pub fn word(&self) -> &'static str {
        self.table.name(self.nodes.first().and_then(|data| data.row)).unwrap_or_default()
    }

    /// The bytes of the record in the decoded document.
    #[must_use]
    pub fn source_bytes<'s>(&self, source: &'s crate::source::Source<'_>) -> &'s [u8] {
        source.text.as_bytes().get(self.span.0..self.span.1).unwrap_or_default()
    }

    /// Where the record starts.
    #[must_use]
    pub fn position(&self) -> Position {
        Position { byte: Some(self.span.0 as u64), line: Some(self.line) }
    }
}

/// A look at one element or attribute of a record.
#[derive(Debug, Clone, Copy)]
pub struct Node<'r, 'a> {
    record: &'r Record<'a>,
    index: usize,
}

impl<'r, 'a> Node<'r, 'a> {
    fn data(self) -> Option<&'r NodeData<'a>> {
        self.record.nodes.get(self.index)
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'r str {
        let data = self.data();
        self.record
            .table
            .name(data.and_then(|data| data.row))
            .unwrap_or_else(|| data.map_or("", |data| &data.name))
    }

    /// Whether the table names it.
    #[must_use]
    pub fn is_known(self) -> bool {
        self.data().is_some_and(|data| data.row.is_some())
    }

    /// Its children that the table names: attributes first, then elements, as in the source.
    pub fn children(self) -> impl Iterator<Item = Node<'r, 'a>> {
        let record = self.record;
        let end = self.data().map_or(0, |data| data.end);
        let mut next = self.index + 1;
        std::iter::from_fn(move || {
            while next < end {
                let index = next;
                let data = record.nodes.get(index)?;
                next = data.end.max(index + 1);
                if data.row.is_some() {
                    return Some(Node { record, index });
                }
            }
            None
        })
    }

    /// Its text, trimmed: taken, so that it is no leftover.
    #[must_use]
    pub fn text(self) -> &'r str {
        let Some(data) = self.data() else { return "" };
        data.taken.set(true);
        data.text.trim()
    }

    /// Its text with every run of white space as one space, if there is any: taken.
    #[must_use]
    pub fn words(self) -> Option<String> {
        let text = self.text();
        if text.is_empty() { None } else { Some(collapse(text)) }
    }

    /// Where it starts in the decoded document.
    #[must_use]
    pub fn position(self) -> Position {
        self.record.place(self.data().map_or(0, |data| data.at))
    }

    /// Its path below the record: `INDIVIDUAL_ALIAS/QUALITY`, `nameAlias/@wholeName`.
    #[must_use]
    pub fn field(self) -> String {
        self.record.field(self.index)
    }
}

/// Every run of white space as one space, none at the ends.
#[must_use]
pub(crate) fn collapse(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}

impl Record<'_> {
    pub(super) fn field(&self, index: usize) -> String {
        let mut names = Vec::new();
        let mut at = index;
        while let Some(data) = self.nodes.get(at).filter(|_| at > 0) {
            let mark = if data.attribute { "@" } else { "" };
            let name = self.table.name(data.row).unwrap_or(&data.name);
            names.push(format!("{mark}{name}"));
            at = data.parent;
        }
        names.reverse();
        names.join("/")
    }

    pub(super) fn role(&self, index: usize) -> Option<Role> {
        self.table.role(self.nodes.get(index)?.row)
    }
}
