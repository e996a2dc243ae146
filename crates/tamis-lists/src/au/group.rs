//! The rows of one number become one entry.

use std::collections::HashSet;

use tamis_model::reference::present_form;
use tamis_model::{
    Address, Diagnostic, DiagnosticKind, Entry, EntryId, IdentifierKind, LegalBasis, ListId,
    ListedName, NameGrade, PartyKind, Sex,
};

use super::columns::Col;
use super::{Row, enumerated, listing, names};
use crate::labelled::{self, Label};
use crate::reading::list_id;
use crate::uk::births::day;
use crate::uk::information::parents;

/// `Type` → kind. Source: the workbook of 2024-12.
const KINDS: [(&str, PartyKind); 2] =
    [("Individual", PartyKind::Person), ("Entity", PartyKind::Organisation)];

/// Labels of numbers in Additional Information. Source: those before numbers in the workbook of 2024-12.
const LABELS: [Label; 13] = [
    ("passport", IdentifierKind::Passport),
    ("national identification", IdentifierKind::NationalId),
    ("national id", IdentifierKind::NationalId),
    ("identity card", IdentifierKind::NationalId),
    ("imo number", IdentifierKind::Imo),
    ("imo identification", IdentifierKind::Imo),
    ("company identification", IdentifierKind::CompanyNumber),
    ("company number", IdentifierKind::CompanyNumber),
    ("state registration", IdentifierKind::CompanyNumber),
    ("registered company", IdentifierKind::CompanyNumber),
    ("registration id", IdentifierKind::CompanyNumber),
    ("tax id", IdentifierKind::TaxNumber),
    ("fiscal code", IdentifierKind::TaxNumber),
];

/// The list's word for a row: its type, however it is written.
pub(super) fn word(text: &str) -> String {
    let known = KINDS.iter().find(|(word, _)| word.eq_ignore_ascii_case(text));
    match (known, text) {
        (Some((word, _)), _) => (*word).to_owned(),
        (None, "") => "(no type)".to_owned(),
        (None, text) => text.to_owned(),
    }
}

/// An entry in the making.
pub(super) struct Group {
    entry: Entry,
    /// Cells that were read already: rows of a group repeat most of them.
    seen: HashSet<(Col, String)>,
}

impl Group {
    pub(super) fn new(list: &ListId, row: &Row<'_>, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let kind = kind(row.get(Col::Type));
        if kind.is_none() {
            let detail = "read as an entry of unknown kind";
            diagnostics.push(told(row, DiagnosticKind::UnknownValue, Col::Type, detail));
        }
        let id = EntryId::new(list, row.number());
        let entry = Entry::new(id, kind.unwrap_or(PartyKind::Unknown));
        Self { entry, seen: HashSet::new() }
    }

    pub(super) fn add(&mut self, row: &Row<'_>, diagnostics: &mut Vec<Diagnostic>) {
        if kind(row.get(Col::Type)).is_some_and(|kind| kind != self.entry.kind) {
            let detail = "another type than the first row of this number; that is kept";
            diagnostics.push(told(row, DiagnosticKind::Contradiction, Col::Type, detail));
        }
        self.add_names(row, diagnostics);
        if let Some(cell) = self.new_cell(row, Col::Birth) {
            for birth in enumerated::births(cell) {
                if birth.readings.is_empty() {
                    let detail = "no date that can be read; its text is kept";
                    diagnostics.push(told(row, DiagnosticKind::UnreadableDate, Col::Birth, detail));
                }
                let there = |known: &tamis_model::DateStatement| {
                    known.readings == birth.readings && !birth.readings.is_empty()
                };
                if !self.entry.births.iter().any(there) {
                    self.entry.births.push(birth);
                }
            }
        }
        if let Some(cell) = self.new_cell(row, Col::Birthplace) {
            for value in enumerated::values(cell) {
                push_new(&mut self.entry.birthplaces, enumerated::place(&value));
            }
        }
        if let Some(cell) = self.new_cell(row, Col::Citizenship) {
            for country in
                enumerated::values(cell).iter().flat_map(|value| enumerated::countries(value))
            {
                push_new(&mut self.entry.nationalities, country);
            }
        }
        if let Some(cell) = self.new_cell(row, Col::Address) {
            for value in enumerated::values(cell) {
                push_new(&mut self.entry.addresses, address(&value));
            }
        }
        if let Some(cell) = self.new_cell(row, Col::Information) {
            self.add_information(cell);
        }
        self.add_listing(row, diagnostics);
        for (name, text) in row.header.unknown(row.raw) {
            if self.entry.notes.iter().all(|note| note.text != text) {
                self.entry.push_note(name, text);
            }
        }
    }

    pub(super) fn finish(mut self) -> Entry {
        self.entry.changed_on.sort_unstable();
        self.entry.changed_on.dedup();
        // a heading comes first, the rest stays in the order of the file
        self.entry.names.sort_by_key(|name| name.grade != NameGrade::Primary);
        self.entry
    }

    /// The cell of a column, if it is filled and was not read already.
    fn new_cell<'r>(&mut self, row: &Row<'r>, col: Col) -> Option<&'r str> {
        let cell = row.get(col);
        (!cell.is_empty() && self.seen.insert((col, cell.to_owned()))).then_some(cell)
    }

    fn add_names(&mut self, row: &Row<'_>, diagnostics: &mut Vec<Diagnostic>) {
        let (cell, words) = (row.get(Col::Name), row.get(Col::NameType));
        if names::grade(words).is_none() {
            let detail = "no such type is known; read as unrated";
            diagnostics.push(told(row, DiagnosticKind::UnknownValue, Col::NameType, detail));
        }
        let heading = self.entry.heading().to_owned();
        let reference = row.get(Col::Reference);
        let (found, reshaped) = names::read(cell, words, reference, self.entry.kind, &heading);
        if reshaped {
            let detail = "divided or put in reading order; each name keeps the text of the source";
            diagnostics.push(told(row, DiagnosticKind::Reshaped, Col::Name, detail));
        }
        for name in found {
            let there = |known: &ListedName| known.text == name.text && known.grade == name.grade;
            if !self.entry.names.iter().any(there) {
                self.entry.names.push(name);
            }
        }
    }

    /// The text stays whole; what has a place in an entry is taken out of it beside.
    fn add_information(&mut self, text: &str) {
        self.entry.push_note("Additional Information", text);
        let lower = text.to_lowercase();
        for (words, sex) in [
            ("gender: male", Sex::Male),
            ("sex: male", Sex::Male),
            ("gender: female", Sex::Female),
            ("sex: female", Sex::Female),
        ] {
            if lower.contains(words) {
                self.entry.sex = Some(sex);
            }
        }
        for title in titles(text) {
            push_new(&mut self.entry.titles, title);
        }
        for parent in parents(&crate::xml::collapse(text)) {
            push_new(&mut self.entry.parents, parent);
        }
        for identifier in labelled::read(text, &LABELS) {
            push_new(&mut self.entry.identifiers, identifier);
        }
        // references of others in the forms of before 2015: what they are today is told beside
        let un = list_id("un");
        for word in text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '.')) {
            if let Some(present) = present_form(&un, word) {
                let written = word.trim_end_matches('.');
                let note = format!("{written}, which is {present} today");
                if self.entry.notes.iter().all(|known| known.text != note) {
                    self.entry.push_note("old UN reference mentioned", &note);
                }
            }
        }
    }

    fn add_listing(&mut self, row: &Row<'_>, diagnostics: &mut Vec<Diagnostic>) {
        let committee = row.get(Col::Committees);
        if self.new_cell(row, Col::Committees).is_some() {
            self.entry.programmes.push(committee.to_owned());
        }
        if let Some(cell) = self.new_cell(row, Col::Listing) {
            let days = listing::read(cell);
            self.entry.listed_on = match (self.entry.listed_on, days.listed) {
                (Some(one), Some(other)) => Some(one.min(other)),
                (one, other) => one.or(other),
            };
            self.entry.changed_on.extend(days.changed);
            self.entry.legal_bases.push(LegalBasis {
                title: crate::xml::collapse(cell),
                programme: Some(committee.to_owned()).filter(|text| !text.is_empty()),
                ..LegalBasis::default()
            });
        }
        if let Some(cell) = self.new_cell(row, Col::Control) {
            let control = day(cell);
            if control.is_none() {
                self.entry.push_note("Control Date", cell);
                let detail = "no day that can be read; its text is kept";
                diagnostics.push(told(row, DiagnosticKind::UnreadableDate, Col::Control, detail));
            }
            self.entry.changed_on.extend(control);
        }
    }
}

fn kind(text: &str) -> Option<PartyKind> {
    KINDS.iter().find(|(word, _)| word.eq_ignore_ascii_case(text)).map(|(_, kind)| *kind)
}

/// "Title: a) Mullah b) Haji. Designation: …"
fn titles(text: &str) -> Vec<String> {
    let Some((_, rest)) = text.split_once("Title: ") else { return Vec::new() };
    let end = ["Designation", ". ", "\n"].iter().filter_map(|mark| rest.find(mark)).min();
    let titles = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
    enumerated::values(titles.trim_end_matches('.'))
}

/// An address: what stands before the country is the town if it is one piece, else the street.
fn address(value: &str) -> Address {
    let mut place = enumerated::place(value);
    let mut street = None;
    if place.locality.as_ref().is_some_and(|text| text.contains(',')) {
        street = place.locality.take();
    }
    Address { street, place, ..Address::default() }
}

fn push_new<T: PartialEq>(values: &mut Vec<T>, value: T) {
    if !values.contains(&value) {
        values.push(value);
    }
}

fn told(row: &Row<'_>, kind: DiagnosticKind, col: Col, detail: &str) -> Diagnostic {
    Diagnostic {
        kind,
        record: Some(row.get(Col::Reference).to_owned()),
        field: super::COLUMNS.get(col as usize).map_or("", |column| column.name).to_owned(),
        position: row.raw.position(),
        value: row.get(col).to_owned(),
        detail: detail.to_owned(),
    }
}
