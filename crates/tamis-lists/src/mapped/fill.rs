//! A record → an entry, by the fields of the mapping. What no field took becomes a note, and is told.

mod dates;
mod names;
mod places;

pub(super) use names::first_is_primary;

use std::collections::HashSet;

use tamis_model::{
    Diagnostic, DiagnosticKind, Entry, EntryId, Identifier, LegalBasis, ListReference, Note,
    ParentStatement, PartyKind,
};

use super::cells::{OneCell, Record, key};
use super::mapping::{Becomes, Field, Mapping};
use crate::reading::list_id;
use crate::xml::collapse;

/// What a record becomes.
pub(super) enum Filled {
    /// An entry.
    Entry(Box<Entry>),
    /// It is refused: its reference and why.
    Refused(String, String),
}

/// What is noticed while records are filled in.
pub(super) struct Filler<'m> {
    pub(super) mapping: &'m Mapping,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Paths that no field names and that were told already.
    unknown: HashSet<std::sync::Arc<str>>,
    /// Words for countries that nothing knows and that were told already.
    strange: HashSet<String>,
    /// Places that were met.
    met: HashSet<usize>,
}

/// A value of a field.
#[derive(Debug, Clone)]
struct Value<'r> {
    /// The text; of several places those that are filled, joined.
    text: String,
    /// The text of each place.
    pieces: Vec<&'r str>,
    /// The places as the file writes them.
    from: String,
    /// The element whose text it is, or the object or element that holds it.
    own: usize,
}

impl<'m> Filler<'m> {
    pub(super) fn new(mapping: &'m Mapping) -> Self {
        Self {
            mapping,
            diagnostics: Vec::new(),
            unknown: HashSet::new(),
            strange: HashSet::new(),
            met: HashSet::new(),
        }
    }

    /// The places of fields that must be there, and that no record had.
    pub(super) fn missing(&self) -> Vec<&str> {
        let fields = self.mapping.fields.iter().enumerate();
        fields
            .filter(|(index, field)| field.required && !self.met.contains(index))
            .flat_map(|(_, field)| field.at.iter().map(|place| place.written.as_str()))
            .collect()
    }

    /// The entry of a record.
    pub(super) fn fill(&mut self, record: &Record) -> Filled {
        let reference = self.reference(record);
        for refused in &self.mapping.refused {
            let said =
                record.seen(&refused.at).find(|cell| refused.values.get(&cell.text).is_some());
            if let Some(said) = said {
                let reason = format!("{} ({}: {})", refused.reason, said.path.written, said.text);
                return Filled::Refused(reference, reason);
            }
        }
        if record.cells.iter().any(|cell| &*cell.path.key == "@line") {
            let reason = "a line of another shape than the mapping knows: write its shape into `line` of a mapping, or enter it by hand";
            return Filled::Refused(reference, reason.to_owned());
        }
        let mut entry =
            Entry::new(EntryId::new(&self.mapping.list, &reference), PartyKind::Unknown);
        self.kind(record, &mut entry);
        for (index, field) in self.mapping.fields.iter().enumerate() {
            let values = self.values(record, field);
            if !values.is_empty() {
                self.met.insert(index);
            }
            for value in values {
                self.put(record, field, &value, &mut entry);
            }
        }
        names::one_is_primary(&mut entry);
        for cell in record.left() {
            self.left(record, cell, &mut entry);
        }
        Filled::Entry(Box::new(entry))
    }

    fn tell(
        &mut self,
        record: &Record,
        kind: DiagnosticKind,
        field: &str,
        value: &str,
        detail: &str,
    ) {
        self.diagnostics.push(Diagnostic {
            kind,
            record: None,
            field: field.to_owned(),
            position: record.position.clone(),
            value: value.to_owned(),
            detail: detail.to_owned(),
        });
    }

    /// What no field took: the virtual cells say nothing, all else is kept.
    fn left(&mut self, record: &Record, cell: &OneCell, entry: &mut Entry) {
        if matches!(&*cell.path.key, "@sheet" | "@section" | "@shape") {
            return;
        }
        // a place that refuses records by some of its words is known; its other words are kept all the same
        let refuses = |it: &super::mapping::RefusedRecords| {
            it.at.names.iter().any(|name| **name == *cell.path.key)
        };
        let known = self.mapping.refused.iter().any(refuses);
        if !known && self.unknown.insert(cell.path.key.clone()) {
            let detail = "the mapping does not name it; it is kept as a note wherever it stands";
            let written = cell.path.written.clone();
            self.tell(record, DiagnosticKind::UnknownField, &written, &cell.text, detail);
        }
        entry.push_note(&*cell.path.written, &cell.text);
    }

    fn reference(&self, record: &Record) -> String {
        let mut pieces = Vec::new();
        for field in &self.mapping.fields {
            let Becomes::Reference { leading_number } = field.becomes else { continue };
            for value in self.values(record, field) {
                let end = value.text.find(|c: char| !c.is_numeric()).unwrap_or(value.text.len());
                let end = if leading_number { end } else { value.text.len() };
                pieces.extend(value.text.get(..end).filter(|text| !text.is_empty()).map(reference));
            }
        }
        pieces.join("/")
    }

    fn kind(&mut self, record: &Record, entry: &mut Entry) {
        for field in &self.mapping.fields {
            let Becomes::Kind { words, present } = &field.becomes else { continue };
            for value in self.values(record, field) {
                // a constant is a word of the mapping itself
                match words.get(&value.text).or(*present).or_else(|| named(field, &value.text)) {
                    Some(kind) => entry.kind = kind,
                    None => {
                        let detail = "a kind that the mapping does not know; kept as a note";
                        let place = value.from.clone();
                        let kind = DiagnosticKind::UnknownValue;
                        self.tell(record, kind, &place, &value.text, detail);
                        entry.push_note(place, &value.text);
                    }
                }
            }
        }
    }

    /// The values of a field: one a cell, or one a group of cells where several places make one.
    fn values<'r>(&self, record: &'r Record, field: &'r Field) -> Vec<Value<'r>> {
        if let Some(constant) = &field.constant {
            let (text, pieces) = (constant.clone(), vec![constant.as_str()]);
            return vec![Value { text, pieces, from: "(mapping)".to_owned(), own: 0 }];
        }
        let raw: Vec<Group<'r>> = match field.at.as_slice() {
            [place] => record.at(place).map(|cell| vec![Some(cell)]).collect(),
            places => grouped(record, places),
        };
        // what stands for no value is none, alone or among others
        let piece = |cell: Option<&'r OneCell>| {
            let text = cell.map_or("", |cell| cell.text.as_str());
            let bare = text.trim_matches(|c: char| c.is_whitespace() || field.strip.contains(&c));
            if self.says_something(bare) { bare } else { "" }
        };
        let mut values = Vec::new();
        for group in raw {
            let pieces: Vec<&'r str> = group.iter().map(|cell| piece(*cell)).collect();
            let cells = || group.iter().filter_map(|cell| *cell);
            let from = cells().map(|cell| &*cell.path.written).collect::<Vec<_>>().join(", ");
            // several cells speak together of what holds them
            let own = match group.as_slice() {
                [Some(one)] => one.own,
                _ => cells().next().map_or(0, |cell| cell.parent),
            };
            let filled: Vec<&str> =
                pieces.iter().copied().filter(|piece| !piece.is_empty()).collect();
            for text in split(&filled.join(&field.join), &field.split) {
                let text =
                    text.trim_matches(|c: char| c.is_whitespace() || field.strip.contains(&c));
                if self.says_something(text) {
                    let (text, pieces, from) = (text.to_owned(), pieces.clone(), from.clone());
                    values.push(Value { text, pieces, from, own });
                }
            }
        }
        values
    }

    fn says_something(&self, text: &str) -> bool {
        text.chars().any(char::is_alphanumeric) && !self.mapping.nothing.contains(&key(text))
    }

    fn put(&mut self, record: &Record, field: &Field, value: &Value<'_>, entry: &mut Entry) {
        let text = collapse(&value.text);
        match &field.becomes {
            Becomes::Reference { .. } | Becomes::Kind { .. } | Becomes::Dropped(_) => {}
            Becomes::Name { .. } => self.name(record, field, value, entry),
            Becomes::Birth { order, parts } => {
                let births = self.births(record, value, *order, parts);
                for birth in births {
                    if !entry.births.contains(&birth) {
                        entry.births.push(birth);
                    }
                }
            }
            Becomes::Birthplace(parts) => {
                let place = self.place_of(value, parts).unwrap_or_else(|| self.place(&text));
                entry.birthplaces.push(place);
            }
            Becomes::Nationality => {
                for country in self.countries(&text) {
                    if country.code.is_none() && self.strange.insert(key(&country.as_written)) {
                        let detail = "a country that is not known, so that it is compared as a text; write it into `[countries]` of the mapping (told once)";
                        let kind = DiagnosticKind::UnknownValue;
                        self.tell(record, kind, &value.from, &country.as_written, detail);
                    }
                    if !entry.nationalities.contains(&country) {
                        entry.nationalities.push(country);
                    }
                }
            }
            Becomes::Sex(words) => match words.get(&text) {
                Some(sex) => entry.sex = Some(sex),
                None => {
                    let detail = "a sex that the mapping does not know; kept as a note";
                    let place = value.from.clone();
                    self.tell(record, DiagnosticKind::UnknownValue, &place, &text, detail);
                    entry.push_note(place, &text);
                }
            },
            Becomes::Parent(role) => {
                entry.parents.push(ParentStatement { role: *role, name: text });
            }
            Becomes::Identifier(kind) => {
                let identifier = Identifier::new(*kind, value.from.clone(), text);
                if !entry.identifiers.contains(&identifier) {
                    entry.identifiers.push(identifier);
                }
            }
            Becomes::Address(parts) => entry.addresses.push(self.address_of(value, parts, &text)),
            Becomes::Title => entry.titles.push(text),
            Becomes::Office => entry.positions.push(text),
            Becomes::Programme => {
                if !entry.programmes.contains(&text) {
                    entry.programmes.push(text);
                }
            }
            Becomes::LegalBasis => {
                let basis = LegalBasis { title: text, ..LegalBasis::default() };
                if !entry.legal_bases.contains(&basis) {
                    entry.legal_bases.push(basis);
                }
            }
            Becomes::Listed(order) => {
                if let Some(day) = self.day(record, &value.from, &text, *order, entry) {
                    let day = entry.listed_on.map_or(day, |known| known.min(day));
                    entry.listed_on = Some(day);
                }
            }
            Becomes::Changed(order) => {
                if let Some(day) = self.day(record, &value.from, &text, *order, entry)
                    && !entry.changed_on.contains(&day)
                {
                    entry.changed_on.push(day);
                }
            }
            Becomes::OtherKey => {
                entry.other_keys.push(Note { field: value.from.clone(), text });
            }
            Becomes::UnReference => {
                let (list, origin) = (list_id("un"), value.from.clone());
                entry.references.push(ListReference { list, reference: text, origin });
            }
            Becomes::Note => entry.push_note(value.from.clone(), &value.text),
        }
    }
}

/// The meaning of a constant kind: a word of the mapping's own.
fn named(field: &Field, text: &str) -> Option<PartyKind> {
    field.constant.as_ref()?;
    match text {
        "person" => Some(PartyKind::Person),
        "organisation" => Some(PartyKind::Organisation),
        "vessel" => Some(PartyKind::Vessel),
        "aircraft" => Some(PartyKind::Aircraft),
        "unknown" => Some(PartyKind::Unknown),
        _ => None,
    }
}

/// A reference: white space collapsed, digits of any script as 0 to 9.
fn reference(text: &str) -> String {
    collapse(text).chars().map(dates::ascii_digit).collect()
}

/// The cells of several places that make one value.
type Group<'r> = Vec<Option<&'r OneCell>>;

/// Several places: one value an object or element, if all of them are of one; else one a record.
fn grouped<'r>(record: &'r Record, places: &'r [super::mapping::Place]) -> Vec<Group<'r>> {
    let above = |name: &String| name.rsplit_once('.').map(|(above, _)| above.to_owned());
    let aboves: HashSet<Option<String>> =
        places.iter().flat_map(|place| place.names.iter().map(above)).collect();
    let apart = aboves.len() > 1;
    let mut parents: Vec<usize> = Vec::new();
    for cell in places.iter().flat_map(|place| record.seen(place)) {
        if !parents.contains(&cell.parent) {
            parents.push(cell.parent);
        }
    }
    if apart {
        parents.truncate(1);
    }
    let of = |parent: usize| {
        let one = |place| {
            let found = record.seen(place).find(|cell| apart || cell.parent == parent);
            found.inspect(|cell| cell.take())
        };
        places.iter().map(one).collect()
    };
    parents.into_iter().map(of).collect()
}

fn split<'t>(text: &'t str, separators: &[String]) -> Vec<&'t str> {
    let mut pieces = vec![text];
    for separator in separators {
        pieces = pieces.into_iter().flat_map(|piece| piece.split(separator.as_str())).collect();
    }
    pieces
}
