//! The rows of one Group ID become one entry.

use std::collections::HashSet;

use tamis_model::{
    Diagnostic, DiagnosticKind, Entry, EntryId, IdentifierKind, ListId, ListedName, PartyKind,
};

use super::columns::{Col, Row};
use super::names::Read;
use super::{births, documents, information, names, numbered, places};

/// `Group Type` → kind. Source: the files of 2014 and 2023.
const KINDS: &[(&str, PartyKind)] = &[
    ("Individual", PartyKind::Person),
    ("Entity", PartyKind::Organisation),
    ("Ship", PartyKind::Vessel),
];

/// An entry in the making.
pub(super) struct Group {
    entry: Entry,
    group_type: String,
    /// Cells that were read already: rows of a group repeat most of them.
    seen: HashSet<(Cells, String)>,
    listings: Vec<(tamis_model::CivilDate, String)>,
}

/// Cells that are read together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Cells {
    Birth,
    Birthplaces,
    Nationalities,
    Passports,
    NationalNumbers,
    OldNationalNumbers,
    Positions,
    Titles,
    Address,
    Information,
    Listing,
    Designated,
    Updated,
    GroupType,
    Unknown,
    Tag,
}

impl Group {
    pub(super) fn new(list: &ListId, row: &Row<'_>, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let group_type = row.get(Col::GroupType);
        let kind = KINDS.iter().find(|(word, _)| word.eq_ignore_ascii_case(group_type));
        if kind.is_none() {
            diagnostics.push(told(
                row,
                DiagnosticKind::UnknownValue,
                "Group Type",
                group_type,
                "read as an entry of unknown kind",
            ));
        }
        let kind = kind.map_or(PartyKind::Unknown, |(_, kind)| *kind);
        Self {
            entry: Entry::new(EntryId::new(list, row.get(Col::GroupId)), kind),
            group_type: group_type.to_owned(),
            seen: HashSet::new(),
            listings: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, row: &Row<'_>, diagnostics: &mut Vec<Diagnostic>) {
        self.add_names(row, diagnostics);
        self.add_birth(row, diagnostics);
        self.add_documents(row);
        self.add_listing(row, diagnostics);
        let both = |a: Col, b: Col| format!("{}\u{1f}{}", row.get(a), row.get(b));
        if self.is_new(Cells::Birthplaces, &both(Col::BirthTown, Col::BirthCountry)) {
            let found = places::births(row.get(Col::BirthTown), row.get(Col::BirthCountry));
            extend_new(&mut self.entry.birthplaces, found);
        }
        if self.is_new(Cells::Nationalities, row.get(Col::Nationality)) {
            let found = numbered::values(row.get(Col::Nationality)).map(places::country_as_listed);
            extend_new(&mut self.entry.nationalities, found);
        }
        if self.is_new(Cells::Titles, row.get(Col::Title)) {
            extend_new(
                &mut self.entry.titles,
                numbered::values(row.get(Col::Title)).map(str::to_owned),
            );
        }
        if self.is_new(Cells::Positions, row.get(Col::Position)) {
            let found = numbered::values(row.get(Col::Position)).map(str::to_owned);
            extend_new(&mut self.entry.positions, found);
        }
        let address: Vec<&str> = Col::ADDRESS.iter().map(|col| row.get(*col)).collect();
        if self.is_new(Cells::Address, &address.join("\u{1f}")) {
            extend_new(&mut self.entry.addresses, places::address(row));
        }
        if self.is_new(Cells::Information, row.get(Col::OtherInformation)) {
            for (tag, value) in information::read(row.get(Col::OtherInformation), &mut self.entry) {
                let detail = "no value that an entry has a place for; kept in the note";
                diagnostics.push(told(row, DiagnosticKind::UnknownValue, tag, value, detail));
            }
        }
        for (name, text) in row.unknown() {
            if self.is_new(Cells::Unknown, &format!("{name}\u{1f}{text}")) {
                self.entry.push_note(name, text);
            }
        }
        let group_type = row.get(Col::GroupType);
        if group_type != self.group_type && self.is_new(Cells::GroupType, group_type) {
            let detail = format!("other rows of the group say `{}`; that is kept", self.group_type);
            diagnostics.push(told(
                row,
                DiagnosticKind::Contradiction,
                "Group Type",
                group_type,
                &detail,
            ));
        }
    }

    pub(super) fn finish(mut self) -> Entry {
        self.listings.sort();
        self.entry.listed_on = self.listings.first().map(|(day, _)| *day);
        if self.listings.len() > 1 {
            for (day, regime) in &self.listings {
                self.entry.push_note("Listed On", &format!("{day} {regime}"));
            }
        }
        // a heading comes first, the rest stays in the order of the file
        self.entry.names.sort_by_key(|name| name.grade != tamis_model::NameGrade::Primary);
        self.entry
    }

    /// Whether a cell is neither blank nor read already.
    fn is_new(&mut self, cells: Cells, text: &str) -> bool {
        !text.trim_matches(['\u{1f}', ' ']).is_empty() && self.seen.insert((cells, text.to_owned()))
    }

    fn add_names(&mut self, row: &Row<'_>, diagnostics: &mut Vec<Diagnostic>) {
        let person = self.entry.kind == PartyKind::Person;
        let grade_words = format!("{} {}", row.get(Col::AliasType), row.get(Col::AliasQuality));
        let grade_words = grade_words.trim();
        if !names::grade(row).1 && self.is_new(Cells::Tag, grade_words) {
            let detail = "no such grade is known; read without the quality, or as unrated";
            diagnostics.push(told(
                row,
                DiagnosticKind::UnknownValue,
                "Alias Type",
                grade_words,
                detail,
            ));
        }
        if let Some((_, tag)) = names::unknown_tag(row)
            && self.is_new(Cells::Tag, tag)
        {
            let detail = "no such script or language is known; kept in the note of the name";
            let field = "Non-Latin Script Type";
            diagnostics.push(told(row, DiagnosticKind::UnknownValue, field, tag, detail));
        }
        let read = [names::latin(row, person), names::original_script(row, person)];
        for Read { name, reshaped } in read.into_iter().flatten() {
            let written = name.as_written.clone().unwrap_or_else(|| name.text.clone());
            let field = name.origin.clone();
            if self.merge(name)
                && let Some(detail) = reshaped
            {
                diagnostics.push(told(row, DiagnosticKind::Reshaped, &field, &written, detail));
            }
        }
    }

    /// Adds a name unless it is there; whether it was new. The same text in a second grade keeps the
    /// better one and tells the other in its note.
    fn merge(&mut self, name: ListedName) -> bool {
        let same = |known: &&mut ListedName| {
            let scripts = known.grade == tamis_model::NameGrade::OriginalScript;
            known.text == name.text
                && scripts == (name.grade == tamis_model::NameGrade::OriginalScript)
        };
        let Some(known) = self.entry.names.iter_mut().find(same) else {
            self.entry.names.push(name);
            return true;
        };
        if known.language.is_none() {
            known.language.clone_from(&name.language);
        }
        if known.grade_as_written != name.grade_as_written
            && known.grade != tamis_model::NameGrade::OriginalScript
        {
            let (better, other) = if name.grade < known.grade {
                let worse =
                    known.grade_as_written.replace(name.grade_as_written.unwrap_or_default());
                (name.grade, worse)
            } else {
                (known.grade, name.grade_as_written)
            };
            known.grade = better;
            let also = format!("also listed as {}", other.unwrap_or_default());
            match &mut known.note {
                Some(note) if note.contains(&also) => {}
                Some(note) => *note = format!("{note}; {also}"),
                None => known.note = Some(also),
            }
        }
        false
    }

    fn add_birth(&mut self, row: &Row<'_>, diagnostics: &mut Vec<Diagnostic>) {
        let text = row.get(Col::Birth);
        if !self.is_new(Cells::Birth, text) {
            return;
        }
        let birth = births::birth(text);
        if birth.readings.is_empty() {
            let detail = "no date that can be read; its text is kept";
            diagnostics.push(told(row, DiagnosticKind::UnreadableDate, "DOB", text, detail));
        }
        self.entry.births.push(birth);
    }

    fn add_documents(&mut self, row: &Row<'_>) {
        let mut found = Vec::new();
        let cells = |a: Col, b: Col| format!("{}\u{1f}{}", row.get(a), row.get(b));
        if self.is_new(Cells::Passports, &cells(Col::PassportNumber, Col::PassportDetails)) {
            let (number, details) = (row.get(Col::PassportNumber), row.get(Col::PassportDetails));
            let read = if row.has(Col::PassportNumber) {
                documents::from_pair(IdentifierKind::Passport, "Passport Number", number, details)
            } else {
                documents::from_text(IdentifierKind::Passport, "Passport Details", details)
            };
            found.push(("Passport Details", read));
        }
        if self.is_new(Cells::NationalNumbers, &cells(Col::NationalNumber, Col::NationalDetails)) {
            let (number, details) = (row.get(Col::NationalNumber), row.get(Col::NationalDetails));
            let column = "National Identification Number";
            let read = documents::from_pair(IdentifierKind::NationalId, column, number, details);
            found.push(("National Identification Details", read));
        }
        if self.is_new(Cells::OldNationalNumbers, row.get(Col::OldNationalNumber)) {
            let cell = row.get(Col::OldNationalNumber);
            let read = documents::from_text(IdentifierKind::NationalId, "NI Number", cell);
            found.push(("NI Number", read));
        }
        for (column, (identifiers, left)) in found {
            extend_new(&mut self.entry.identifiers, identifiers);
            for text in left {
                self.entry.push_note(column, &text);
            }
        }
    }

    fn add_listing(&mut self, row: &Row<'_>, diagnostics: &mut Vec<Diagnostic>) {
        let (listed, regime) = (row.get(Col::ListedOn), row.get(Col::Regime));
        if self.is_new(Cells::Listing, &format!("{listed}\u{1f}{regime}")) {
            if !regime.is_empty() {
                extend_new(&mut self.entry.programmes, [regime.to_owned()]);
            }
            if let Some(day) = self.day(row, Col::ListedOn, "Listed On", diagnostics) {
                self.listings.push((day, regime.to_owned()));
            }
        }
        if self.is_new(Cells::Updated, row.get(Col::LastUpdated)) {
            let day = self.day(row, Col::LastUpdated, "Last Updated", diagnostics);
            extend_new(&mut self.entry.changed_on, day);
        }
        if self.is_new(Cells::Designated, row.get(Col::Designated)) {
            self.entry.push_note("UK Sanctions List Date Designated", row.get(Col::Designated));
        }
    }

    /// A day of a column; an unreadable one becomes a note and a diagnostic.
    fn day(
        &mut self,
        row: &Row<'_>,
        col: Col,
        name: &str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<tamis_model::CivilDate> {
        let text = row.get(col);
        let day = births::day(text);
        if day.is_none() && !text.is_empty() {
            self.entry.push_note(name, text);
            let detail = "no day that can be read; its text is kept";
            diagnostics.push(told(row, DiagnosticKind::UnreadableDate, name, text, detail));
        }
        day
    }
}

fn extend_new<T: PartialEq>(values: &mut Vec<T>, new: impl IntoIterator<Item = T>) {
    for value in new {
        if !values.contains(&value) {
            values.push(value);
        }
    }
}

fn told(row: &Row<'_>, kind: DiagnosticKind, field: &str, value: &str, detail: &str) -> Diagnostic {
    Diagnostic {
        kind,
        record: Some(row.get(Col::GroupId).to_owned()),
        field: field.to_owned(),
        position: row.position(),
        value: value.to_owned(),
        detail: detail.to_owned(),
    }
}
