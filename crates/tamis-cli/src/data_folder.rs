//! Where the lists are kept when nobody says.

use std::env;
use std::path::PathBuf;

use anyhow::Context as _;
use tamis_service::Archive;

/// Folders that may hold the data folder, by the variable that names them and what stands below it.
const PLACES: &[(&str, &str)] =
    &[("XDG_DATA_HOME", "tamis"), ("HOME", ".local/share/tamis"), ("LOCALAPPDATA", "tamis")];

/// The archive in the folder that was named, or in the default one of this machine.
pub(crate) fn archive(named: Option<PathBuf>) -> anyhow::Result<Archive> {
    let folder = named
        .or_else(|| default_folder(|variable| env::var_os(variable).map(PathBuf::from)))
        .context("there is no home folder to keep the lists in; name one with --data FOLDER")?;
    Ok(Archive::at(folder))
}

fn default_folder(variable: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    PLACES.iter().find_map(|(name, below)| {
        // The specification of these variables has relative values ignored.
        variable(name).filter(|folder| folder.is_absolute()).map(|folder| folder.join(below))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_absolute_folder_is_taken() {
        let check = |set: &[(&str, &str)], expected: Option<&str>| {
            let found = default_folder(|name| {
                set.iter().find(|row| row.0 == name).map(|row| PathBuf::from(row.1))
            });
            assert_eq!(found, expected.map(PathBuf::from));
        };
        check(&[("HOME", "/h"), ("XDG_DATA_HOME", "/d")], Some("/d/tamis"));
        check(&[("HOME", "/h"), ("XDG_DATA_HOME", "d")], Some("/h/.local/share/tamis"));
        check(&[("HOME", "/h"), ("XDG_DATA_HOME", "")], Some("/h/.local/share/tamis"));
        check(&[], None);
    }
}
