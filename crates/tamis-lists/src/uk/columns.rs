//! The columns of the list in both layouts, and the header of one file.

use tamis_model::{Diagnostic, DiagnosticKind, Position};

use super::rows::RawRow;
use crate::columns::{Column, Treatment};
use crate::error::ReadError;

/// The columns by the name that the code has for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Col {
    Name6,
    Name1,
    Name2,
    Name3,
    Name4,
    Name5,
    Title,
    NonLatin,
    NonLatinType,
    NonLatinLanguage,
    Birth,
    BirthTown,
    BirthCountry,
    Nationality,
    PassportNumber,
    PassportDetails,
    NationalNumber,
    NationalDetails,
    OldNationalNumber,
    Position,
    Address1,
    Address2,
    Address3,
    Address4,
    Address5,
    Address6,
    PostCode,
    Country,
    OtherInformation,
    GroupType,
    AliasType,
    AliasQuality,
    Regime,
    ListedOn,
    Designated,
    LastUpdated,
    GroupId,
}

impl Col {
    /// The parts of a name in reading order: given names, then the family name.
    pub(super) const NAMES: [Self; 6] =
        [Self::Name1, Self::Name2, Self::Name3, Self::Name4, Self::Name5, Self::Name6];
    /// An address, from the smallest unit on.
    pub(super) const ADDRESS: [Self; 8] = [
        Self::Address1,
        Self::Address2,
        Self::Address3,
        Self::Address4,
        Self::Address5,
        Self::Address6,
        Self::PostCode,
        Self::Country,
    ];
}

const fn field(name: &'static str, becomes: &'static str, required: bool) -> Column {
    Column { name, treatment: Treatment::Field(becomes), required }
}

/// Every column of both layouts (CSV of 2014, workbook of 2023), in the order of [`Col`], and what
/// becomes of it.
pub const COLUMNS: [Column; 37] = [
    field("Name 6", "names: family name, or the whole name", true),
    field("Name 1", "names", true),
    field("Name 2", "names", true),
    field("Name 3", "names", true),
    field("Name 4", "names", true),
    field("Name 5", "names", true),
    field("Title", "titles", true),
    field("Name Non-Latin Script", "names: original script", false),
    field("Non-Latin Script Type", "names: language and note", false),
    field("Non-Latin Script Language", "names: language and note", false),
    field("DOB", "births", true),
    field("Town of Birth", "birthplaces", true),
    field("Country of Birth", "birthplaces", true),
    field("Nationality", "nationalities", true),
    field("Passport Number", "identifiers", false),
    field("Passport Details", "identifiers; in the older layout the number too", true),
    field("National Identification Number", "identifiers", false),
    field("National Identification Details", "identifiers", false),
    field("NI Number", "identifiers; the older layout", false),
    field("Position", "positions", true),
    field("Address 1", "addresses: street", true),
    field("Address 2", "addresses: street", true),
    field("Address 3", "addresses: street", true),
    field("Address 4", "addresses: street", true),
    field("Address 5", "addresses: street", true),
    field("Address 6", "addresses: locality", true),
    field("Post/Zip Code", "addresses", true),
    field("Country", "addresses", true),
    field("Other Information", "notes, references, other keys, sex, parents, identifiers", true),
    field("Group Type", "kind", true),
    field("Alias Type", "names: grade", true),
    field("Alias Quality", "names: grade", false),
    field("Regime", "programmes", true),
    field("Listed On", "listed on", true),
    Column {
        name: "UK Sanctions List Date Designated",
        treatment: Treatment::Note,
        required: false,
    },
    field("Last Updated", "changed on", true),
    field("Group ID", "id", true),
];

/// Columns that no other table has: two of them make a header of this list, complete or not.
const SIGNATURE: [&str; 4] = ["Name 6", "Group ID", "Group Type", "Alias Type"];

/// Which column of the file is which.
#[derive(Debug)]
pub(super) struct Header {
    places: [Option<usize>; COLUMNS.len()],
    /// Columns that the table does not name: place and name.
    unknown: Vec<(usize, String)>,
    width: usize,
}

impl Header {
    pub(super) fn looks_like_one(cells: &[String]) -> bool {
        let has = |name: &&&str| cells.iter().any(|cell| is_called(cell, name));
        SIGNATURE.iter().filter(has).count() >= 2
    }

    /// Reads the header. More columns than known are accepted and told; a missing one that is
    /// required refuses the file.
    pub(super) fn read(
        file: &str,
        row: &RawRow,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<Self, ReadError> {
        let mut header =
            Self { places: [None; COLUMNS.len()], unknown: Vec::new(), width: row.cells.len() };
        for (place, name) in row.cells.iter().enumerate() {
            let known = COLUMNS.iter().position(|column| is_called(name, column.name));
            match known.and_then(|known| header.places.get_mut(known)) {
                Some(free) if free.is_none() => *free = Some(place),
                _ if name.trim().is_empty() => {}
                _ => header.unknown.push((place, name.trim().to_owned())),
            }
        }
        let missing: Vec<&str> = COLUMNS
            .iter()
            .zip(&header.places)
            .filter(|(column, place)| column.required && place.is_none())
            .map(|(column, _)| column.name)
            .collect();
        if !missing.is_empty() {
            return Err(other_header(file, &missing, &row.cells));
        }
        diagnostics.extend(header.unknown.iter().map(|(_, name)| Diagnostic {
            kind: DiagnosticKind::UnknownField,
            record: None,
            field: name.clone(),
            position: row.position(),
            value: name.clone(),
            detail: "a column that this version does not know; its cells are kept as notes".into(),
        }));
        Ok(header)
    }

    /// The error for a file whose first rows hold no header. It shows no row: these may be persons.
    pub(super) fn missing(file: &str) -> ReadError {
        let required: Vec<&str> =
            COLUMNS.iter().filter(|column| column.required).map(|column| column.name).collect();
        other_header(file, &required, &[])
    }

    pub(super) fn width(&self) -> usize {
        self.width
    }
}

fn is_called(cell: &str, name: &str) -> bool {
    cell.trim().eq_ignore_ascii_case(name)
}

/// Characters of a foreign header that are shown.
const SHOWN: usize = 200;

fn other_header(file: &str, missing: &[&str], found: &[String]) -> ReadError {
    let found: String = found.join(", ").chars().filter(|c| !c.is_control()).take(SHOWN).collect();
    ReadError::OtherHeader {
        file: file.to_owned(),
        list: "the consolidated list of the UK",
        missing: missing.join(", "),
        found: if found.is_empty() { "no header in the first rows".into() } else { found },
    }
}

/// One row under its header.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) header: &'a Header,
    pub(super) raw: &'a RawRow,
}

impl<'a> Row<'a> {
    /// The cell of a column, trimmed; empty where file or row lacks it.
    pub(super) fn get(&self, col: Col) -> &'a str {
        let place = self.header.places.get(col as usize).copied().flatten();
        place
            .and_then(|place| self.raw.cells.get(place))
            .map(|cell| cell.trim())
            .unwrap_or_default()
    }

    /// Whether the file has the column.
    pub(super) fn has(&self, col: Col) -> bool {
        self.header.places.get(col as usize).is_some_and(Option::is_some)
    }

    /// The cells of columns that the table does not name.
    pub(super) fn unknown(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let cells = &self.raw.cells;
        self.header.unknown.iter().filter_map(|(place, name)| {
            let text = cells.get(*place)?.trim();
            (!text.is_empty()).then_some((name.as_str(), text))
        })
    }

    pub(super) fn position(&self) -> Position {
        self.raw.position()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_the_order_of_the_names() {
        for (col, name) in [
            (Col::Name6, "Name 6"),
            (Col::NonLatinLanguage, "Non-Latin Script Language"),
            (Col::OldNationalNumber, "NI Number"),
            (Col::Country, "Country"),
            (Col::AliasQuality, "Alias Quality"),
            (Col::GroupId, "Group ID"),
        ] {
            assert_eq!(COLUMNS[col as usize].name, name);
        }
    }
}
