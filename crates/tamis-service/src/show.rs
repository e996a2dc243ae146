//! One entry with all that its list says.

use tamis_archive::Archive;
use tamis_model::{Entry, EntryId, SnapshotInfo};

use crate::load::{ListFilter, LoadError, load_one, wanted};

/// An entry and the snapshot that it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownEntry {
    /// The entry.
    pub entry: Entry,
    /// Its snapshot.
    pub snapshot: SnapshotInfo,
}

/// Why an entry could not be shown.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ShowError {
    /// The list has no such entry.
    #[error(
        "`{entry}` is not in the active snapshot of {published}{near}; \
         references are written as the list prints them"
    )]
    NotFound {
        /// What was asked for.
        entry: EntryId,
        /// The date of the snapshot that was looked at.
        published: String,
        /// `; did you mean …`, or nothing.
        near: String,
    },
    /// The list could not be read.
    #[error(transparent)]
    Load(#[from] LoadError),
}

/// Finds an entry in the active snapshot of its list.
///
/// # Errors
/// [`ShowError`].
pub fn show(archive: &Archive, id: &EntryId) -> Result<ShownEntry, ShowError> {
    let filter = ListFilter::Only(vec![id.list.clone()]);
    let Some(record) = wanted(archive, &filter)?.pop() else {
        let folder = archive.root().display().to_string();
        return Err(LoadError::NoLists { folder }.into());
    };
    let loaded = load_one(archive, &record)?;
    let snapshot = loaded.snapshot;
    let mut entries = loaded.reading.entries;
    if let Some(place) = entries.iter().position(|entry| entry.id == *id) {
        return Ok(ShownEntry { entry: entries.swap_remove(place), snapshot });
    }
    // Letter case, and older references that the list keeps beside the present one.
    let alike = |entry: &&Entry| {
        entry.id.reference.eq_ignore_ascii_case(&id.reference)
            || entry.other_keys.iter().any(|key| key.text.eq_ignore_ascii_case(&id.reference))
    };
    let near = entries
        .iter()
        .find(alike)
        .map_or_else(String::new, |entry| format!(", but `{}` is", entry.id));
    Err(ShowError::NotFound { entry: id.clone(), published: snapshot.published.to_string(), near })
}
