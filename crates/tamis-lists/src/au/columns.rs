//! The columns of Australia's workbook.

use crate::columns::{Column, Treatment};

/// The columns by the name that the code has for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Col {
    Reference,
    Name,
    Type,
    NameType,
    Birth,
    Birthplace,
    Citizenship,
    Address,
    Information,
    Listing,
    Committees,
    Control,
}

const fn field(name: &'static str, becomes: &'static str, required: bool) -> Column {
    Column { name, treatment: Treatment::Field(becomes), required }
}

/// Every column of the workbook of 2024-12, in the order of [`Col`], and what becomes of it.
pub const COLUMNS: [Column; 12] = [
    field("Reference", "id, and the letter of a name", true),
    field("Name of Individual or Entity", "names", true),
    field("Type", "kind", true),
    field("Name Type", "names: grade", true),
    field("Date of Birth", "births", false),
    field("Place of Birth", "birthplaces", false),
    field("Citizenship", "nationalities", false),
    field("Address", "addresses", false),
    field("Additional Information", "notes, titles, sex, parents, identifiers", false),
    field("Listing Information", "listed on, changed on, legal bases", false),
    field("Committees", "programmes", true),
    field("Control Date", "changed on", true),
];
