//! Rows → entries.

use tamis_model::{
    Address, Diagnostic, DiagnosticKind, Entry, EntryId, Identifier, IdentifierKind, ListId,
    NameGrade, PartyKind, Place,
};

use super::columns::Row;
use super::names::name;
use super::remarks;
use crate::country::country;
use crate::ofac_xml::programmes::basis;
use crate::ofac_xml::record::HONORIFICS;

/// The values of `SDN_Type`; nothing means an organisation.
const KINDS: [(&str, PartyKind); 4] = [
    ("individual", PartyKind::Person),
    ("vessel", PartyKind::Vessel),
    ("aircraft", PartyKind::Aircraft),
    ("", PartyKind::Organisation),
];

/// The values of `alt_type`. Names of this table are those that OFAC calls strong; the weak ones
/// stand in the remarks of the entry.
const ALIASES: [(&str, NameGrade); 3] =
    [("aka", NameGrade::Strong), ("fka", NameGrade::Former), ("nka", NameGrade::Strong)];

/// The entry of a row of `sdn.csv`.
pub(super) fn of_row(list: &ListId, row: &Row<'_>, diagnostics: &mut Vec<Diagnostic>) -> Entry {
    let kind = KINDS.iter().find(|(word, _)| word.eq_ignore_ascii_case(row.text(2)));
    if kind.is_none() {
        let detail = "a kind that is not known: compared with every kind";
        diagnostics.push(row.told(DiagnosticKind::UnknownValue, 2, detail));
    }
    let kind = kind.map_or(PartyKind::Unknown, |(_, kind)| *kind);
    let mut entry = Entry::new(EntryId::new(list, row.text(0)), kind);
    let person = kind == PartyKind::Person;
    entry.names.push(name(row.text(1), person, NameGrade::Primary, "SDN_Name"));
    for programme in programmes(row.text(3)) {
        entry.legal_bases.push(basis(programme));
        entry.programmes.push(programme.to_owned());
    }
    let title = row.text(4);
    if !title.is_empty() {
        let honorific = title.split_whitespace().all(|word| HONORIFICS.contains(&word));
        let place = if honorific { &mut entry.titles } else { &mut entry.positions };
        // several offices stand in one cell
        place.extend(
            title.split("; ").map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned),
        );
    }
    if !row.text(5).is_empty() {
        entry.identifiers.push(Identifier::new(IdentifierKind::CallSign, "Call_Sign", row.text(5)));
    }
    for column in [6, 7, 8, 10] {
        entry.push_note(row.column(column), row.text(column));
    }
    if !row.text(9).is_empty() {
        entry.nationalities.push(country(row.text(9)));
    }
    remarks::read(row, &mut entry, diagnostics);
    entry
}

/// `NPWMD] [IFSR` are two.
fn programmes(cell: &str) -> impl Iterator<Item = &str> {
    cell.split("] [").map(|text| text.trim_matches(['[', ']', ' '])).filter(|text| !text.is_empty())
}

/// A name of `alt.csv`.
pub(super) fn add_name(
    entry: &mut Entry,
    row: &Row<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<(), String> {
    if row.text(3).is_empty() {
        return Err("no name: the publisher must add one, or the row be entered by hand".into());
    }
    let kind = row.text(2);
    let grade = ALIASES.iter().find(|(word, _)| word.eq_ignore_ascii_case(kind));
    if grade.is_none() {
        let detail = "a type of name that is not known; read as unrated";
        diagnostics.push(row.told(DiagnosticKind::UnknownValue, 2, detail));
    }
    let grade = grade.map_or(NameGrade::Unrated, |(_, grade)| *grade);
    let person = entry.kind == PartyKind::Person;
    let mut name = name(row.text(3), person, grade, "alt_name");
    name.grade_as_written = (!kind.is_empty()).then(|| kind.to_owned());
    name.note = Some(row.text(4)).filter(|note| !note.is_empty()).map(str::to_owned);
    entry.names.push(name);
    Ok(())
}

/// An address of `add.csv`. A row that says nothing belongs to its entry and adds nothing.
pub(super) fn add_address(entry: &mut Entry, row: &Row<'_>) {
    let filled = |column: usize| Some(row.text(column)).filter(|text| !text.is_empty());
    let address = Address {
        street: filled(2).map(str::to_owned),
        place: Place {
            locality: filled(3).map(str::to_owned),
            country: filled(4).map(country),
            note: filled(5).map(str::to_owned),
            ..Place::default()
        },
        ..Address::default()
    };
    if address != Address::default() && !entry.addresses.contains(&address) {
        entry.addresses.push(address);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programmes_are_parted() {
        let told: Vec<&str> = programmes("NPWMD] [IFSR").chain(programmes("CUBA")).collect();
        assert_eq!(told, ["NPWMD", "IFSR", "CUBA"]);
        assert_eq!(programmes("").count(), 0);
    }
}
