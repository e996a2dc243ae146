//! XML → records: the elements at one path. Elements and attributes are cells: `link.@href`; name spaces are left
//! out. What a document type or an entity could do is refused, as it is for every list.

use std::collections::HashSet;

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::cells::{Head, MAX_CELLS, Path, Record, key};
use crate::error::ReadError;
use crate::reading::SourceFile;
use crate::source::decode;
use crate::xml::is_markup_attribute;
use crate::xml::limits::{MAX_DEPTH, MAX_FILE_BYTES, MAX_TEXT_BYTES};

/// An element that is open.
struct Open {
    name: String,
    text: String,
    /// Its number inside of the record; the record itself is 0.
    number: usize,
}

struct Walk<'d> {
    file: &'d str,
    text: &'d str,
    record_path: &'d str,
    published: Option<&'d str>,
    open: Vec<Open>,
    record: Option<(usize, Record)>,
    numbers: usize,
    /// A place and its line, from 1.
    counted: (usize, u64),
    /// Paths outside of the records that were told.
    outside: HashSet<String>,
}

/// Reads the records.
pub(super) fn records(
    file: &SourceFile<'_>,
    record_path: &str,
    published: Option<&str>,
    head: &mut Head,
    take: &mut dyn FnMut(Record) -> Result<(), ReadError>,
) -> Result<(), ReadError> {
    let source = decode(file)?;
    head.repaired = (
        source.repairs.iter().map(|repair| repair.found.len() as u64).sum(),
        source.repairs.len() as u64,
    );
    let mut walk = Walk {
        file: file.name,
        text: &source.text,
        record_path,
        published,
        open: Vec::new(),
        record: None,
        numbers: 0,
        counted: (0, 1),
        outside: HashSet::new(),
    };
    if source.text.len() as u64 > MAX_FILE_BYTES {
        return Err(walk.limit(0, "the file", MAX_FILE_BYTES));
    }
    let mut reader = Reader::from_str(&source.text);
    let mut root_seen = false;
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let event = reader.read_event().map_err(|error| walk.malformed(at, &error.to_string()))?;
        match event {
            Event::Start(tag) => {
                walk.start(at, &tag, head)?;
                root_seen = true;
            }
            Event::Empty(tag) => {
                walk.start(at, &tag, head)?;
                root_seen = true;
                walk.end(head, take)?;
            }
            Event::End(_) => walk.end(head, take)?,
            Event::Text(text) => walk.add(at, &text.into_inner())?,
            Event::CData(text) => walk.add(at, &text.into_inner())?,
            Event::GeneralRef(reference) => {
                let character = match reference.resolve_char_ref() {
                    Ok(Some(character)) => Some(character.to_string()),
                    Ok(None) => resolve_xml_entity(&reference).map(str::to_owned),
                    Err(_) => None,
                };
                let character = character.ok_or_else(|| {
                    walk.malformed(at, "a reference to an entity that XML does not define")
                })?;
                walk.add(at, &character)?;
            }
            Event::DocType(_) => {
                let line = walk.line(at);
                return Err(ReadError::EntityDeclaration { file: file.name.to_owned(), line });
            }
            Event::Comment(_) | Event::PI(_) | Event::Decl(_) => {}
            Event::Eof if walk.open.is_empty() && root_seen => return Ok(()),
            Event::Eof => return Err(walk.malformed(at, "the file ends inside of an element")),
        }
    }
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

impl Walk<'_> {
    fn line(&self, at: usize) -> u64 {
        let before = self.text.as_bytes().get(..at).unwrap_or_default();
        memchr::memchr_iter(b'\n', before).count() as u64 + 1
    }

    /// The line of a place behind the last one that was asked for: what lies between is counted.
    fn line_on(&mut self, at: usize) -> u64 {
        let (from, line) = self.counted;
        let between = self.text.as_bytes().get(from..at).unwrap_or_default();
        let line = line + memchr::memchr_iter(b'\n', between).count() as u64;
        self.counted = (at, line);
        line
    }

    fn malformed(&self, at: usize, detail: &str) -> ReadError {
        let detail = detail.trim_end_matches('.').to_owned();
        let file = self.file.to_owned();
        ReadError::NotWellFormed { file, line: self.line(at), byte: at as u64, detail }
    }

    fn limit(&self, at: usize, what: &'static str, bound: u64) -> ReadError {
        ReadError::LimitExceeded { file: self.file.to_owned(), line: self.line(at), what, bound }
    }

    /// The path of the innermost element from the root, or from the record that it stands in.
    fn path(&self) -> String {
        let from = self.record.as_ref().map_or(0, |(depth, _)| *depth);
        let inside = self.open.get(from..).unwrap_or_default();
        inside.iter().map(|open| open.name.as_str()).collect::<Vec<_>>().join(".")
    }

    fn start(&mut self, at: usize, tag: &BytesStart<'_>, head: &mut Head) -> Result<(), ReadError> {
        if self.open.len() >= MAX_DEPTH {
            return Err(self.limit(at, "the depth of elements", MAX_DEPTH as u64));
        }
        self.numbers += 1;
        let name = local(tag.name().into_inner()).to_owned();
        let holder = self.open.last().map_or(0, |open| open.number);
        self.open.push(Open { name, text: String::new(), number: self.numbers });
        if self.record.is_none() && key(&self.path()) == self.record_path {
            self.numbers = 0;
            if let Some(open) = self.open.last_mut() {
                open.number = 0;
            }
            self.record = Some((self.open.len(), Record::new("element", self.line_on(at))));
        }
        let number = self.open.last().map_or(0, |open| open.number);
        if let Some((_, record)) = &mut self.record {
            record.holds(holder, number);
        }
        let path = self.path();
        for attribute in tag.attributes() {
            let attribute = attribute.map_err(|error| self.malformed(at, &error.to_string()))?;
            let name = attribute.key.into_inner();
            if is_markup_attribute(name) {
                continue;
            }
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map_err(|error| self.malformed(at, &error.to_string()))?;
            let name = local(name);
            let path = if path.is_empty() { format!("@{name}") } else { format!("{path}.@{name}") };
            match &mut self.record {
                Some((_, record)) => record.push(Path::new(&path), number, &value),
                None => self.outside(path, &value, head),
            }
        }
        let cells = self.record.as_ref().map_or(0, |(_, record)| record.cells.len());
        if self.record.is_some() && cells.max(self.numbers) > MAX_CELLS {
            return Err(self.limit(at, "a record", MAX_CELLS as u64));
        }
        Ok(())
    }

    fn add(&mut self, at: usize, text: &str) -> Result<(), ReadError> {
        let Some(open) = self.open.last_mut() else {
            let blank = text.trim().is_empty();
            let error = || Err(self.malformed(at, "text outside of the root element"));
            return if blank { Ok(()) } else { error() };
        };
        if open.text.len() + text.len() > MAX_TEXT_BYTES {
            return Err(self.limit(at, "a text", MAX_TEXT_BYTES as u64));
        }
        open.text.push_str(text);
        Ok(())
    }

    fn end(
        &mut self,
        head: &mut Head,
        take: &mut dyn FnMut(Record) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let path = self.path();
        let Some(open) = self.open.pop() else { return Ok(()) };
        let parent = self.open.last().map_or(0, |open| open.number);
        match self.record.take() {
            // the element of the record itself
            Some((depth, mut record)) if self.open.len() < depth => {
                record.push(Path::new("@text"), 0, &open.text);
                return take(record);
            }
            Some((depth, mut record)) => {
                record.push_element(Path::new(&path), parent, open.number, &open.text);
                self.record = Some((depth, record));
            }
            None => self.outside(path, &open.text, head),
        }
        Ok(())
    }

    /// What stands outside of the records: the day of publication, or something that is told once.
    fn outside(&mut self, path: String, text: &str, head: &mut Head) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        let is_day = self.published.is_some_and(|published| key(&path) == published);
        if is_day && head.published.is_none() {
            head.published = Some(text.to_owned());
        } else if self.outside.insert(key(&path)) {
            head.diagnostics.push(tamis_model::Diagnostic {
                kind: tamis_model::DiagnosticKind::UnknownField,
                record: None,
                field: path,
                position: tamis_model::Position::default(),
                value: text.chars().take(200).collect(),
                detail: "stands outside of the records; it is left out".into(),
            });
        }
    }
}
