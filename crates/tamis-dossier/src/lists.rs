//! Which lists an answer looked into, and what they say of an organisation.

use tamis_model::{CivilDate, Entry, EntryId, ListId, SnapshotInfo};

/// The lists that were looked into.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListsUsed {
    /// The snapshots, in the order of their lists.
    pub used: Vec<SnapshotInfo>,
    /// Lists that are there, but not for the day: with the day of the earliest snapshot.
    pub lacking: Vec<(ListId, CivilDate)>,
    /// The day that was asked for; none means the lists as they are.
    pub day: Option<CivilDate>,
}

/// A snapshot that is the newest at or before a day, and long before it: what came between is not seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OldOnTheDay<'a> {
    /// The snapshot.
    pub snapshot: &'a SnapshotInfo,
    /// The day that was asked for.
    pub day: CivilDate,
    /// How many days it is older than that day.
    pub age_days: u32,
}

/// Snapshots older than this on the day asked for are told with their age. A year is a choice: most publishers
/// change their lists several times in one.
const OLD_AFTER_DAYS: u32 = 365;

impl ListsUsed {
    /// Whether no list is there at all.
    #[must_use]
    pub fn none_imported(&self) -> bool {
        self.used.is_empty() && self.lacking.is_empty()
    }

    /// The snapshots that are more than a year older than the day asked for.
    pub fn old_on_the_day(&self) -> impl Iterator<Item = OldOnTheDay<'_>> {
        self.used.iter().filter_map(|snapshot| {
            let day = self.day?;
            let age_days = u32::try_from(day.ordinal() - snapshot.published.ordinal()).ok()?;
            (age_days > OLD_AFTER_DAYS).then_some(OldOnTheDay { snapshot, day, age_days })
        })
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
