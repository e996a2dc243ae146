//! A document read record by record. Refuses what is not well formed, cut off, beyond a limit, or
//! declares a document type.

use std::borrow::Cow;
use std::cell::Cell;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::errors::{Error, IllFormedError};
use quick_xml::escape::{EscapeError, resolve_xml_entity};
use quick_xml::events::attributes::Attributes;
use quick_xml::events::{BytesRef, Event};

use super::limits::{
    MAX_ATTRIBUTE_BYTES, MAX_DEPTH, MAX_FILE_BYTES, MAX_HEADER_NODES, MAX_RECORD_NODES,
    MAX_TEXT_BYTES,
};
use super::lines::Lines;
use super::record::{NodeData, Record};
use super::table::{Role, RowIndex, Table, is_markup_attribute};
use crate::error::ReadError;
use crate::source::Source;

/// An XML document that is read record by record.
#[derive(Debug)]
pub struct Document<'a> {
    source: &'a Source<'a>,
    table: &'static Table,
    reader: Reader<&'a [u8]>,
    lines: Lines<'a>,
    /// Elements that are open, outermost first, each with its row, its node and its name.
    open: Vec<Open<'a>>,
    header: Record<'a>,
    record: Record<'a>,
    /// Depth of the record that is being read.
    record_depth: Option<usize>,
    root_seen: bool,
}

#[derive(Debug)]
struct Open<'a> {
    row: RowIndex,
    node: usize,
    name: &'a str,
}

impl<'a> Document<'a> {
    /// Starts to read.
    ///
    /// # Errors
    /// [`ReadError::LimitExceeded`] when the file is too large.
    pub fn new(source: &'a Source<'a>, table: &'static Table) -> Result<Self, ReadError> {
        let text: &'a str = &source.text;
        let mut reader = Reader::from_str(text);
        reader.config_mut().check_comments = true;
        let document = Self {
            source,
            table,
            reader,
            lines: Lines::new(text),
            open: Vec::new(),
            header: Record::empty(table, text),
            record: Record::empty(table, text),
            record_depth: None,
            root_seen: false,
        };
        if text.len() as u64 > MAX_FILE_BYTES {
            return Err(document.limit(1, "the file", MAX_FILE_BYTES));
        }
        Ok(document)
    }

    /// The next record; none at the end of a document that is whole.
    ///
    /// # Errors
    /// [`ReadError`] when the document is not well formed, is cut off, declares a document type, or a
    /// limit binds.
    pub fn next_record(&mut self) -> Result<Option<&Record<'a>>, ReadError> {
        loop {
            let from = self.offset();
            let event = match self.reader.read_event() {
                Ok(event) => event,
                Err(error) => return Err(self.broken(&error)),
            };
            match event {
                Event::Start(_) => self.start(from, false)?,
                Event::Empty(_) => {
                    self.start(from, true)?;
                    if self.end() {
                        return Ok(Some(&self.record));
                    }
                }
                Event::End(_) => {
                    if self.end() {
                        return Ok(Some(&self.record));
                    }
                }
                Event::Text(text) => {
                    let text = match text.into_inner() {
                        Cow::Borrowed(text) if !text.contains('\r') => Cow::Borrowed(text),
                        text => Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")),
                    };
                    if memchr::memchr(b']', text.as_bytes()).is_some() && text.contains("]]>") {
                        return Err(self.malformed(from, "`]]>` outside of CDATA"));
                    }
                    self.text(from, text)?;
                }
                Event::CData(text) => self.text(from, text.into_inner())?,
                Event::GeneralRef(reference) => {
                    let character = self.reference(from, &reference)?;
                    self.text(from, Cow::Owned(character.to_string()))?;
                }
                Event::DocType(_) => {
                    let line = self.lines.line(from);
                    return Err(ReadError::EntityDeclaration { file: self.file(), line });
                }
                Event::Comment(_) | Event::PI(_) | Event::Decl(_) => {}
                Event::Eof => return self.finish(from).map(|()| None),
            }
        }
    }

    /// What was read outside of records: the attributes of the root, publication data.
    #[must_use]
    pub const fn header(&self) -> &Record<'a> {
        &self.header
    }

    /// Bytes read so far, of the decoded document.
    #[must_use]
    pub const fn bytes_read(&self) -> u64 {
        self.reader.buffer_position()
    }

    fn offset(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    fn target(&mut self) -> &mut Record<'a> {
        if self.record_depth.is_some() { &mut self.record } else { &mut self.header }
    }

    fn start(&mut self, from: usize, empty: bool) -> Result<(), ReadError> {
        let to = self.offset();
        let text: &'a str = &self.source.text;
        let inside = from + 1..to.saturating_sub(if empty { 2 } else { 1 });
        let tag: &'a str = text.get(inside).unwrap_or_default();
        let name_length = tag.find(|c: char| c.is_ascii_whitespace()).unwrap_or(tag.len());
        let (qualified, attributes) = tag.split_at_checked(name_length).unwrap_or((tag, ""));
        let name = qualified.rsplit(':').next().unwrap_or(qualified);
        if qualified.is_empty() || name.is_empty() {
            return Err(self.malformed(from, "an element without a name"));
        }

        if self.open.len() >= MAX_DEPTH {
            return Err(self.limit_at(from, "the depth of elements", MAX_DEPTH as u64));
        }
        let row = match self.open.last() {
            Some(open) => self.table.child(open.row, name, false),
            None if self.root_seen => {
                return Err(self.malformed(from, "a second root element"));
            }
            None => {
                self.root_seen = true;
                self.table.root().filter(|_| name == self.table.root_name())
            }
        };
        if self.record_depth.is_none() && self.table.role(row) == Some(Role::Record) {
            self.record_depth = Some(self.open.len());
            self.record.nodes.clear();
            self.record.line = self.lines.line(from);
            self.record.span = (from, to);
        }
        let node = self.push(row, name, false, from, Cow::Borrowed(""), (to, to))?;
        self.open.push(Open { row, node, name: qualified });
        if !attributes.trim_ascii().is_empty() {
            self.attributes(row, from + 1 + name_length, attributes)?;
        }
        Ok(())
    }

    fn attributes(&mut self, row: RowIndex, base: usize, text: &'a str) -> Result<(), ReadError> {
        for attribute in Attributes::new(text, 0) {
            let attribute = attribute.map_err(|error| self.malformed(base, &error.to_string()))?;
            let name: &'a str = attribute.key.into_inner();
            if attribute.value.len() > MAX_ATTRIBUTE_BYTES {
                return Err(self.limit_at(base, "an attribute", MAX_ATTRIBUTE_BYTES as u64));
            }
            if is_markup_attribute(name) {
                continue;
            }
            if attribute.value.contains('<') {
                return Err(self.malformed(base, "`<` inside an attribute"));
            }
            let raw = match attribute.value {
                Cow::Borrowed(raw) => raw,
                Cow::Owned(_) => return Err(self.malformed(base, "an attribute that was copied")),
            };
            // The raw value is a slice of the document: its offset is the distance of the two.
            let at = (raw.as_ptr() as usize).saturating_sub(self.source.text.as_ptr() as usize);
            let value = if raw.bytes().any(|b| matches!(b, b'&' | b'\t' | b'\n' | b'\r')) {
                quick_xml::events::attributes::Attribute {
                    key: attribute.key,
                    value: Cow::Borrowed(raw),
                }
                .normalized_value(XmlVersion::Implicit1_0)
                .map_err(|error| self.broken_at(at, &error))?
            } else {
                Cow::Borrowed(raw)
            };
            if value.len() > MAX_ATTRIBUTE_BYTES {
                return Err(self.limit_at(at, "an attribute", MAX_ATTRIBUTE_BYTES as u64));
            }
            let local = name.rsplit(':').next().unwrap_or(name);
            let child = self.table.child(row, local, true);
            self.push(child, local, true, at, value, (at, at + raw.len()))?;
        }
        Ok(())
    }

    fn push(
        &mut self,
        row: RowIndex,
        name: &'a str,
        attribute: bool,
        at: usize,
        text: Cow<'a, str>,
        value: (usize, usize),
    ) -> Result<usize, ReadError> {
        let in_record = self.record_depth.is_some();
        let most = if in_record { MAX_RECORD_NODES } else { MAX_HEADER_NODES };
        // The parent is the innermost open element of the same tree.
        let own = self.record_depth.is_some_and(|depth| depth == self.open.len()) && !attribute;
        let parent = if own { 0 } else { self.open.last().map_or(0, |open| open.node) };
        let target = self.target();
        let index = target.nodes.len();
        target.nodes.push(NodeData {
            row,
            name: Cow::Borrowed(name),
            attribute,
            text,
            at,
            value,
            end: index + 1,
            parent,
            taken: Cell::new(false),
        });
        if index >= most {
            return Err(self.limit_at(at, "a record", most as u64));
        }
        Ok(index)
    }

    fn text(&mut self, from: usize, text: Cow<'a, str>) -> Result<(), ReadError> {
        let Some(open) = self.open.last() else {
            return if text.trim().is_empty() {
                Ok(())
            } else {
                Err(self.malformed(from, "text outside of the root element"))
            };
        };
        // Nearly half of all texts are the line ends and spaces between elements.
        let (index, role) = (open.node, self.table.role(open.row));
        let holds_elements = matches!(role, Some(Role::Group | Role::Record));
        if holds_elements && text.trim_ascii_start().is_empty() {
            return Ok(());
        }
        let to = self.offset();
        let Some(data) = self.target().nodes.get_mut(index) else { return Ok(()) };
        if data.text.is_empty() {
            data.text = text;
            data.value = (from, to);
        } else {
            data.text.to_mut().push_str(&text);
            data.value.1 = to;
        }
        if data.text.len() > MAX_TEXT_BYTES {
            return Err(self.limit_at(from, "a text", MAX_TEXT_BYTES as u64));
        }
        Ok(())
    }

    /// Closes the innermost element; true when that ends a record.
    fn end(&mut self) -> bool {
        let Some(open) = self.open.pop() else { return false };
        let to = self.offset();
        let target = self.target();
        let end = target.nodes.len();
        if let Some(data) = target.nodes.get_mut(open.node) {
            data.end = end;
        }
        if self.record_depth == Some(self.open.len()) {
            self.record_depth = None;
            self.record.span.1 = to;
            return true;
        }
        false
    }

    fn reference(&mut self, from: usize, reference: &BytesRef<'_>) -> Result<char, ReadError> {
        match reference.resolve_char_ref() {
            Ok(Some(character)) if is_xml(character) => return Ok(character),
            Ok(Some(_)) => return Err(self.malformed(from, "a reference to no character of XML")),
            Ok(None) => {}
            Err(error) => return Err(self.broken_at(from, &error)),
        }
        resolve_xml_entity(reference).and_then(|text| text.chars().next()).ok_or_else(|| {
            self.malformed(from, "a reference to an entity that XML does not define")
        })
    }

    fn finish(&mut self, at: usize) -> Result<(), ReadError> {
        if let Some(open) = self.open.last() {
            let detail = format!("the file ends inside of `{}`", open.name);
            return Err(self.malformed(at, &detail));
        }
        if !self.root_seen {
            return Err(self.malformed(at, "the file ends before its root element"));
        }
        Ok(())
    }

    fn file(&self) -> String {
        self.source.name.to_owned()
    }

    fn limit(&self, line: u64, what: &'static str, bound: u64) -> ReadError {
        ReadError::LimitExceeded { file: self.file(), line, what, bound }
    }

    fn limit_at(&mut self, at: usize, what: &'static str, bound: u64) -> ReadError {
        let line = self.lines.line(at);
        self.limit(line, what, bound)
    }

    fn malformed(&mut self, at: usize, detail: &str) -> ReadError {
        let line = self.lines.line(at);
        let detail = detail.to_owned();
        ReadError::NotWellFormed { file: self.file(), line, byte: at as u64, detail }
    }

    fn broken(&mut self, error: &Error) -> ReadError {
        let at = usize::try_from(self.reader.error_position()).unwrap_or(usize::MAX);
        self.broken_at(at, error)
    }

    fn broken_at(&mut self, at: usize, error: &Error) -> ReadError {
        match error {
            Error::Escape(EscapeError::UnrecognizedEntity(..)) => {
                self.malformed(at, "a reference to an entity that XML does not define")
            }
            Error::IllFormed(IllFormedError::MissingEndTag(_)) => {
                self.malformed(at, "the file ends inside of an element")
            }
            other => {
                let detail = other.to_string();
                self.malformed(at, detail.trim_end_matches('.'))
            }
        }
    }
}

/// The characters that XML 1.0 allows.
const fn is_xml(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}
