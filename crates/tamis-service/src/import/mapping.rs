//! What an importer names instead of giving it as a file: mappings and tables that ship.

use std::path::Path;

use tamis_lists::ReadError;
use tamis_lists::curated::{Rows, TABLES, curated};
use tamis_lists::mapped::{SHIPPED, is_mapping, shipped};

use super::{GivenFile, ImportError};

/// The mapping of some words: a file, or the name of one that ships. It is stored with the list.
///
/// # Errors
/// [`ImportError::NoMapping`] where there is neither, [`ImportError::Unreadable`] for a file that can't be read,
/// [`ImportError::Read`] for one that is no mapping.
pub fn mapping_file(words: &Path) -> Result<GivenFile, ImportError> {
    if words.exists() {
        let file = GivenFile::open(words)?;
        if !is_mapping(&file.bytes) {
            let detail = "this is no mapping; its first line is to be `mapping = 1`".to_owned();
            return Err(ReadError::Mapping { file: file.name, line: 1, detail }.into());
        }
        return Ok(file);
    }
    let found = words.to_str().and_then(shipped);
    found
        .map(|found| GivenFile {
            name: format!("{}.toml", found.name),
            bytes: found.text.as_bytes().to_vec(),
        })
        .ok_or_else(|| ImportError::NoMapping {
            given: words.to_owned(),
            known: SHIPPED.iter().map(|it| it.name).collect::<Vec<_>>().join(", "),
        })
}

/// The files of a table that ships: its rows and their mapping.
///
/// # Errors
/// [`ImportError::NoTable`] where none has this name.
pub fn curated_files(list: &str, rows: Rows) -> Result<[GivenFile; 2], ImportError> {
    let table = curated(list).ok_or_else(|| ImportError::NoTable {
        given: list.to_owned(),
        known: TABLES.iter().map(|it| it.list).collect::<Vec<_>>().join(", "),
    })?;
    Ok([
        GivenFile { name: format!("{list}.tsv"), bytes: table.rows.as_bytes().to_vec() },
        GivenFile { name: format!("{list}.toml"), bytes: table.mapping(rows).into_bytes() },
    ])
}
