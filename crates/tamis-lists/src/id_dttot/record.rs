//! One row of Indonesia's workbook → one entry.

use tamis_model::{
    Account, Address, Country, Diagnostic, DiagnosticKind, Entry, EntryId, ListId, Note, PartyKind,
};

use super::columns::Col;
use super::{Row, description, names};
use crate::au::enumerated::{births, countries, place, says_something};
use crate::labelled;
use crate::xml::collapse;

/// `Terduga` → kind.
const KINDS: [(&str, PartyKind); 2] =
    [("Orang", PartyKind::Person), ("Korporasi", PartyKind::Organisation)];

/// A birth date that is not known.
const NO_DATE: &str = "00/00/0000";

/// The list's word for a row.
pub(super) fn word(text: &str) -> &'static str {
    KINDS
        .iter()
        .find(|(word, _)| word.eq_ignore_ascii_case(text))
        .map_or("(another kind)", |(word, _)| word)
}

/// The entry of a row; its code stands there for the `times`th time. Two rows of one code are two parties (five
/// times in 2022-07): the second is told apart by its number.
pub(super) fn entry(list: &ListId, row: &Row<'_>, times: u32, account: &mut Account) -> Entry {
    let code = row.get(Col::Code);
    let reference = match times {
        2.. if !code.is_empty() => format!("{code}/{times}"),
        _ => code.to_owned(),
    };
    let kind = KINDS.iter().find(|(word, _)| word.eq_ignore_ascii_case(row.get(Col::Suspect)));
    let mut entry = Entry::new(
        EntryId::new(list, &reference),
        kind.map_or(PartyKind::Unknown, |(_, kind)| *kind),
    );
    let mut told = Told { reference: &reference, row, account };
    if kind.is_none() {
        told.tell(
            DiagnosticKind::UnknownValue,
            Col::Suspect,
            row.get(Col::Suspect),
            "read as an entry of unknown kind",
        );
    }
    if reference != code {
        let detail = "another row has this code and another name: told apart by a number";
        told.tell(DiagnosticKind::Contradiction, Col::Code, code, detail);
        entry.other_keys.push(Note { field: "Kode Densus".into(), text: code.to_owned() });
    }
    let name = row.get(Col::Name);
    entry.names = names::read(name, entry.kind == PartyKind::Person);
    if entry.names.len() > 1 {
        told.tell(
            DiagnosticKind::Reshaped,
            Col::Name,
            name,
            "a chain of names parted; each keeps the text of the source",
        );
    }
    if entry.names.iter().any(|name| lost_letter(&name.text)) {
        told.tell(
            DiagnosticKind::Misplaced,
            Col::Name,
            name,
            "`?` stands for a letter that was lost before publication",
        );
    }
    for value in either(row.get(Col::Birthplace)) {
        entry.birthplaces.push(place(&value));
    }
    add_births(row.get(Col::Birth), &mut entry, &mut told);
    for value in row.get(Col::Citizenship).split([';', ',']).map(str::trim) {
        // "Tanzania; officially the United Republic of Tanzania"
        let value = value.strip_prefix("officially ").unwrap_or(value);
        if !says_something(value) {
            continue;
        }
        for country in countries(&collapse(value)) {
            let same = |known: &Country| known.code.is_some() && known.code == country.code;
            if !entry.nationalities.iter().any(same) {
                entry.nationalities.push(country);
            }
        }
    }
    for value in addresses(row.get(Col::Address)) {
        let mut place = place(&value);
        let street = place.locality.take_if(|text| text.contains(','));
        entry.addresses.push(Address { street, place, ..Address::default() });
    }
    add_description(row.get(Col::Description), &mut entry, &mut told);
    for (name, text) in row.header.unknown(row.raw) {
        entry.push_note(name, text);
    }
    entry
}

/// Tells the account of something in a row.
struct Told<'t, 'r> {
    reference: &'t str,
    row: &'t Row<'r>,
    account: &'t mut Account,
}

impl Told<'_, '_> {
    fn tell(&mut self, kind: DiagnosticKind, col: Col, value: &str, detail: &str) {
        self.account.diagnostics.push(Diagnostic {
            kind,
            record: Some(self.reference.to_owned()).filter(|text| !text.is_empty()),
            field: super::COLUMNS.get(col as usize).map_or("", |column| column.name).to_owned(),
            position: self.row.raw.position(),
            value: value.to_owned(),
            detail: detail.to_owned(),
        });
    }
}

/// `Wilayat Al?Tarablus`
fn lost_letter(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    letters.windows(3).any(|it| matches!(it, [a, '?', b] if a.is_alphabetic() && b.is_alphabetic()))
}

fn add_births(cell: &str, entry: &mut Entry, told: &mut Told<'_, '_>) {
    let text = collapse(cell).replace(" atau ", "; ");
    for piece in text.split(';').map(str::trim) {
        if piece == NO_DATE {
            continue;
        }
        for birth in births(piece) {
            if birth.readings.is_empty() {
                let detail = "no date that can be read; its text is kept";
                told.tell(DiagnosticKind::UnreadableDate, Col::Birth, piece, detail);
            }
            entry.births.push(birth);
        }
    }
}

fn add_description(text: &str, entry: &mut Entry, told: &mut Told<'_, '_>) {
    entry.push_note("Deskripsi", text);
    for birth in description::born(text) {
        if entry.births.iter().all(|known| known.readings != birth.readings) {
            entry.births.push(birth);
        }
    }
    entry.parents.extend(description::parents(text));
    for identifier in labelled::read(text, &description::NUMBERS) {
        if !entry.identifiers.contains(&identifier) {
            entry.identifiers.push(identifier);
        }
    }
    for (word, read) in description::misread(text) {
        let detail = format!("a reference of the UN, misread: {read}; it names another entry");
        told.tell(DiagnosticKind::Reshaped, Col::Description, &word, &detail);
    }
}

/// Places with "atau" (or) between them.
fn either(cell: &str) -> Vec<String> {
    let text = collapse(cell);
    let pieces = text.split(" atau ").map(|piece| piece.trim_end_matches([';', ',', '.']).trim());
    pieces.filter(|piece| says_something(piece)).map(str::to_owned).collect()
}

/// Addresses: a line each, behind `-` or a number, or with "atau" between them.
fn addresses(cell: &str) -> Vec<String> {
    let lines = cell.lines().map(|line| {
        let line = line.trim().trim_start_matches('-').trim_start();
        match line.split_once(". ") {
            Some((number, rest)) if number.bytes().all(|byte| byte.is_ascii_digit()) => rest,
            _ => line,
        }
    });
    lines.flat_map(either).collect()
}
