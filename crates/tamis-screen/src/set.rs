//! The entries of the snapshots that are screened against, analysed once and shared.

use tamis_match::{AnalysedRecord, Policy, RecordRefusal};
use tamis_model::{Entry, EntryId, ReviewedLink, SnapshotInfo};

use crate::clusters::Clusters;

/// The entries of one snapshot.
#[derive(Debug, Clone)]
pub struct ListEntries {
    /// Which snapshot.
    pub snapshot: SnapshotInfo,
    /// Its entries.
    pub entries: Vec<Entry>,
}

/// An entry ready to be compared.
#[derive(Debug, Clone)]
pub struct PreparedEntry {
    /// The entry as listed.
    pub entry: Entry,
    /// The same, analysed.
    pub record: AnalysedRecord,
}

/// Why a set can't be built: an entry that can't be compared would be a person lost.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("entry {entry} can't be analysed: {source}")]
pub struct SetRefusal {
    /// The entry.
    pub entry: EntryId,
    /// Why.
    #[source]
    pub source: RecordRefusal,
}

/// Snapshots with their entries, analysed. Immutable: a refresh builds another.
#[derive(Debug, Clone)]
pub struct ScreenSet {
    snapshots: Vec<SnapshotInfo>,
    entries: Vec<PreparedEntry>,
    clusters: Clusters,
}

impl ScreenSet {
    /// Analyses the entries of some snapshots, in the order given.
    ///
    /// # Errors
    /// [`SetRefusal`] for the first entry that is beyond a limit of analysis.
    pub fn build(lists: Vec<ListEntries>, policy: &Policy) -> Result<Self, SetRefusal> {
        let mut set = Self::empty();
        for list in lists {
            set.snapshots.push(list.snapshot);
            for entry in list.entries {
                let record = AnalysedRecord::of_entry(&entry, policy)
                    .map_err(|source| SetRefusal { entry: entry.id.clone(), source })?;
                set.entries.push(PreparedEntry { entry, record });
            }
        }
        Ok(set.clustered(&[]))
    }

    /// Joins sets that were built apart (one a thread). Links between their entries are found again;
    /// reviewed links are to be given after.
    #[must_use]
    pub fn join(sets: impl IntoIterator<Item = Self>) -> Self {
        let mut joined = Self::empty();
        for set in sets {
            joined.snapshots.extend(set.snapshots);
            joined.entries.extend(set.entries);
        }
        joined.clustered(&[])
    }

    /// The set with the clusters that its lists state and those that reviewers joined. Links of which
    /// it has not both entries join nothing.
    #[must_use]
    pub fn clustered(mut self, reviewed: &[ReviewedLink]) -> Self {
        self.clusters = Clusters::of(&self.entries, reviewed);
        self
    }

    fn empty() -> Self {
        Self { snapshots: Vec::new(), entries: Vec::new(), clusters: Clusters::default() }
    }

    /// The person clusters of the entries.
    #[must_use]
    pub fn clusters(&self) -> &Clusters {
        &self.clusters
    }

    /// The snapshots, in the order of building.
    #[must_use]
    pub fn snapshots(&self) -> &[SnapshotInfo] {
        &self.snapshots
    }

    /// All entries, in the order of their lists.
    #[must_use]
    pub fn entries(&self) -> &[PreparedEntry] {
        &self.entries
    }

    /// The entry with this id.
    #[must_use]
    pub fn find(&self, id: &EntryId) -> Option<&PreparedEntry> {
        self.entries.iter().find(|prepared| prepared.entry.id == *id)
    }
}
