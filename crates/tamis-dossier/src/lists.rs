//! Which lists an answer looked into, and what they say of an organisation.

use tamis_model::{CivilDate, Entry, EntryId, ListId, SnapshotInfo};

/// The lists that were looked into.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListsUsed {
    /// The snapshots, in the order of their lists.
    pub used: Vec<SnapshotInfo>,
    /// Lists that are there, but not for the day: with the day of the earliest snapshot.
    pub lacking: Vec<(ListId, CivilDate)>,
}

impl ListsUsed {
    /// Whether no list is there at all.
    #[must_use]
    pub fn none_imported(&self) -> bool {
        self.used.is_empty() && self.lacking.is_empty()
    }

    /// Whether a list was looked into.
    #[must_use]
    pub fn has(&self, list: &ListId) -> bool {
        self.used.iter().any(|snapshot| snapshot.list == *list)
    }
}

/// An entry as a snapshot has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedEntry {
    /// The entry.
    pub id: EntryId,
    /// Its heading.
    pub heading: String,
    /// The day of listing, where the list states one.
    pub listed_on: Option<CivilDate>,
    /// When the snapshot was published.
    pub published: CivilDate,
}

impl ListedEntry {
    /// Of an entry of a snapshot.
    #[must_use]
    pub fn of(entry: &Entry, snapshot: &SnapshotInfo) -> Self {
        Self {
            id: entry.id.clone(),
            heading: entry.heading().to_owned(),
            listed_on: entry.listed_on,
            published: snapshot.published,
        }
    }
}
