//! Reads the tab separated data files; a row that is not as promised is an error with its line.

use std::path::Path;

use anyhow::{Context as _, ensure};

/// One row and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) columns: Vec<String>,
    pub(super) place: String,
}

impl Row {
    /// The text of a column; a lone `-` is the empty text.
    pub(super) fn get(&self, column: usize) -> &str {
        match self.columns.get(column).map(String::as_str) {
            None | Some("-") => "",
            Some(text) => text,
        }
    }
}

pub(super) fn read(folder: &Path, name: &str, columns: usize) -> anyhow::Result<Vec<Row>> {
    let text = std::fs::read_to_string(folder.join(name))
        .with_context(|| format!("cannot read {name}"))?;
    parse(name, &text, columns)
}

fn parse(name: &str, text: &str, columns: usize) -> anyhow::Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.starts_with('#') || line.is_empty() {
            continue;
        }
        let place = format!("{name}:{}", index + 1);
        let row: Vec<String> = line.split('\t').map(str::to_owned).collect();
        ensure!(row.len() == columns, "{place}: {} columns, not {columns}", row.len());
        ensure!(row.iter().all(|cell| !cell.is_empty()), "{place}: an empty column, write -");
        rows.push(Row { columns: row, place });
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_have_their_columns() {
        let rows = parse("t.tsv", "# head\n\na\t-\treason\n", 3).unwrap();
        assert_eq!(rows.len(), 1);
        assert_eq!((rows[0].get(0), rows[0].get(1)), ("a", ""));
        assert_eq!(rows[0].place, "t.tsv:3");
        assert!(parse("t.tsv", "a\tb", 3).is_err());
        assert!(parse("t.tsv", "a\t\tb", 3).is_err());
    }
}
