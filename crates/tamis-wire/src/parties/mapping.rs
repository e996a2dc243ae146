//! What each column of a table holds: by its header, or by a mapping of one's own.

use std::collections::BTreeMap;

use serde::Deserialize;
use tamis_model::PartyKind;

use super::error::{MappingError, PartyReadError};
use super::field::PartyField;
use super::headers;
use super::words;

/// A mapping of one's own: it goes before the table of headers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ColumnMapping {
    /// Column by its header (as written, or its number from 1 after `#`), and what it holds.
    pub columns: Vec<(String, PartyField)>,
    /// The kind of parties whose row does not tell it.
    pub kind: Option<PartyKind>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MappingFile {
    kind: Option<String>,
    #[serde(default)]
    columns: BTreeMap<String, String>,
}

impl ColumnMapping {
    /// Reads `column=field` pairs; the last `=` parts the two.
    ///
    /// # Errors
    /// [`MappingError`] for a pair without `=` or an unknown field.
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = &'a str>) -> Result<Self, MappingError> {
        let mut mapping = Self::default();
        for pair in pairs {
            let (column, field) =
                pair.rsplit_once('=').ok_or_else(|| MappingError::NoPair(pair.to_owned()))?;
            mapping.columns.push((column.trim().to_owned(), field_of(field)?));
        }
        Ok(mapping)
    }

    /// Reads a mapping file: `kind = "person"` and a table `[columns]` with `"column" = "field"`.
    ///
    /// ```
    /// use tamis_wire::parties::ColumnMapping;
    /// let mapping = ColumnMapping::from_toml("[columns]\n\"Requérant\" = \"full_name\"\n")?;
    /// assert_eq!(mapping.columns.len(), 1);
    /// # Ok::<(), tamis_wire::parties::MappingError>(())
    /// ```
    ///
    /// # Errors
    /// [`MappingError`] for another shape, an unknown field or kind.
    pub fn from_toml(text: &str) -> Result<Self, MappingError> {
        let file: MappingFile = toml::from_str(text)
            .map_err(|error| MappingError::Toml { detail: error.to_string().trim().to_owned() })?;
        let mut mapping = Self::default();
        for (column, field) in &file.columns {
            mapping.columns.push((column.clone(), field_of(field)?));
        }
        if let Some(kind) = file.kind {
            let unknown = || MappingError::UnknownKind(kind.clone());
            mapping.kind = Some(words::kind_of(&kind).ok_or_else(unknown)?);
        }
        Ok(mapping)
    }

    /// This mapping with another that goes before it.
    #[must_use]
    pub fn overridden_by(mut self, other: Self) -> Self {
        self.columns.retain(|(column, _)| !other.columns.iter().any(|(c, _)| c == column));
        self.columns.extend(other.columns);
        self.kind = other.kind.or(self.kind);
        self
    }
}

fn field_of(word: &str) -> Result<PartyField, MappingError> {
    PartyField::from_word(word)
        .ok_or_else(|| MappingError::UnknownField { field: word.trim().to_owned() })
}

/// What became of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnUse {
    /// The header as written.
    pub header: String,
    /// What it holds; none for a column that is only carried along.
    pub field: Option<PartyField>,
}

/// Tells for each header what the column holds.
pub(super) fn map_columns(
    headers: &[String],
    mapping: &ColumnMapping,
) -> Result<Vec<ColumnUse>, PartyReadError> {
    let mut uses: Vec<ColumnUse> = headers
        .iter()
        .map(|header| {
            let header = header.trim().to_owned();
            let field = headers::field_of(&header);
            ColumnUse { header, field }
        })
        .collect();
    for (column, field) in &mapping.columns {
        let place = place_of(column, &uses).ok_or_else(|| MappingError::NoSuchColumn {
            column: column.clone(),
            found: listed(&uses),
        })?;
        if let Some(column_use) = uses.get_mut(place) {
            column_use.field = Some(*field);
        }
    }
    if !uses.iter().filter_map(|column| column.field).any(PartyField::tells_who) {
        return Err(PartyReadError::NoNameColumn { found: listed(&uses) });
    }
    Ok(uses)
}

fn place_of(column: &str, uses: &[ColumnUse]) -> Option<usize> {
    if let Some(place) = uses.iter().position(|known| known.header == column) {
        return Some(place);
    }
    if let Some(number) = column.strip_prefix('#') {
        let number: usize = number.parse().ok()?;
        return number.checked_sub(1).filter(|place| *place < uses.len());
    }
    let wanted = headers::plain(column);
    uses.iter().position(|known| !wanted.is_empty() && headers::plain(&known.header) == wanted)
}

fn listed(uses: &[ColumnUse]) -> String {
    let names: Vec<String> = uses
        .iter()
        .take(40)
        .map(|column| format!("`{}`", column.header.chars().take(60).collect::<String>()))
        .collect();
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}
