//! The columns of Indonesia's workbook.

use crate::columns::{Column, Treatment};

/// The columns by the name that the code has for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Col {
    Name,
    Description,
    Suspect,
    Code,
    Birthplace,
    Birth,
    Citizenship,
    Address,
}

const fn field(name: &'static str, becomes: &'static str, required: bool) -> Column {
    Column { name, treatment: Treatment::Field(becomes), required }
}

/// Every column of the workbook of 2022-07, in the order of [`Col`], and what becomes of it.
pub const COLUMNS: [Column; 8] = [
    field("Nama", "names: a chain parted by the word alias", true),
    field("Deskripsi", "notes, births, parents, identifiers", true),
    field("Terduga", "kind", true),
    field("Kode Densus", "id", true),
    field("Tpt Lahir", "birthplaces", true),
    field("Tgl Lahir", "births", true),
    field("WN", "nationalities", true),
    field("Alamat", "addresses", true),
];
