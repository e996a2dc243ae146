//! A row of a table becomes a party.

use tamis_model::{IgnoredValue, Party, PartyKind};

use super::draft::Draft;
use super::mapping::ColumnUse;

/// The party of a row, or why there is none.
pub(super) fn party_of(
    columns: &[ColumnUse],
    cells: &[String],
    kind: PartyKind,
) -> Result<(Party, Vec<IgnoredValue>), String> {
    if cells.len() != columns.len() && !only_blanks_differ(cells, columns.len()) {
        return Err(format!(
            "the row has {} cells, the first row names {} columns",
            cells.len(),
            columns.len()
        ));
    }
    let mut draft = Draft::new(kind);
    for (column, cell) in columns.iter().zip(cells) {
        if let Some(field) = column.field {
            draft.put_cell(field, &column.header, cell);
        }
    }
    draft.finish()
}

/// Spreadsheets write separators for columns that are empty throughout.
fn only_blanks_differ(cells: &[String], columns: usize) -> bool {
    cells.len() > columns && cells.iter().skip(columns).all(|cell| cell.trim().is_empty())
}
