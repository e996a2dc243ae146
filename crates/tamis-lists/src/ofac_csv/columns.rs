//! The columns of the three tables, which have no headers. Names are those of OFAC's description of
//! the format (`dat_spec.txt`).

use tamis_model::{Diagnostic, DiagnosticKind, Position};

use super::part::Part;
use crate::columns::{Column, Treatment};

const fn field(name: &'static str, becomes: &'static str) -> Column {
    Column { name, treatment: Treatment::Field(becomes), required: true }
}

const fn note(name: &'static str) -> Column {
    Column { name, treatment: Treatment::Note, required: true }
}

/// `sdn.csv`: a row an entry.
pub const SDN: [Column; 12] = [
    field("ent_num", "id"),
    field("SDN_Name", "names: primary"),
    field("SDN_Type", "kind"),
    field("Program", "programmes and legal bases"),
    field("Title", "titles or positions"),
    field("Call_Sign", "identifiers"),
    note("Vess_type"),
    note("Tonnage"),
    note("GRT"),
    field("Vess_flag", "nationalities"),
    note("Vess_owner"),
    field("Remarks", "births, places, identifiers, weak names …; the rest is kept as notes"),
];

/// `alt.csv`: a row another name.
pub const ALT: [Column; 5] = [
    field("ent_num", "id of the entry"),
    Column {
        name: "alt_num",
        treatment: Treatment::Dropped("numbers the row inside the table; nothing refers to it"),
        required: true,
    },
    field("alt_type", "names: grade"),
    field("alt_name", "names"),
    field("alt_remarks", "names: note"),
];

/// `add.csv`: a row an address.
pub const ADD: [Column; 6] = [
    field("ent_num", "id of the entry"),
    Column {
        name: "Add_num",
        treatment: Treatment::Dropped("numbers the row inside the table; nothing refers to it"),
        required: true,
    },
    field("Address", "addresses: street"),
    field("City/State/Province/Postal Code", "addresses: locality"),
    field("Country", "addresses: country"),
    field("Add_remarks", "addresses: note"),
];

/// What stands for nothing.
const NOTHING: &str = "-0-";

/// One row of one of the tables.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'a> {
    part: Part,
    raw: &'a crate::tabular::csv::Row,
}

impl<'a> Row<'a> {
    pub(super) fn new(part: Part, raw: &'a crate::tabular::csv::Row) -> Self {
        Self { part, raw }
    }

    /// The cell of a column, trimmed; empty for `-0-`.
    pub(super) fn text(&self, column: usize) -> &'a str {
        let text = self.raw.field(column).trim();
        if text == NOTHING { "" } else { text }
    }

    pub(super) fn width(&self) -> usize {
        self.raw.len()
    }

    /// The name of a column with that of its table.
    pub(super) fn column(&self, column: usize) -> String {
        let name = self.part.columns().get(column).map_or("", |column| column.name);
        format!("{} {name}", self.part.name())
    }

    pub(super) fn position(&self) -> Position {
        Position { byte: None, line: Some(self.raw.line) }
    }

    /// A diagnostic on a cell of the row.
    pub(super) fn told(&self, kind: DiagnosticKind, column: usize, detail: &str) -> Diagnostic {
        self.told_value(kind, column, self.text(column), detail)
    }

    /// A diagnostic on a part of a cell.
    pub(super) fn told_value(
        &self,
        kind: DiagnosticKind,
        column: usize,
        value: &str,
        detail: &str,
    ) -> Diagnostic {
        Diagnostic {
            kind,
            record: Some(self.text(0).to_owned()),
            field: self.column(column),
            position: self.position(),
            value: value.to_owned(),
            detail: detail.to_owned(),
        }
    }
}
