//! The active snapshot of each list.

use std::collections::BTreeMap;

use tamis_model::{ListId, SnapshotId};

/// Which snapshot of each list is screened against.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CurrentSet {
    snapshots: BTreeMap<ListId, SnapshotId>,
}

impl CurrentSet {
    /// Whether no list is active.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.snapshots.is_empty()
    }

    /// The active snapshot of a list.
    #[must_use]
    pub fn get(&self, list: &ListId) -> Option<SnapshotId> {
        self.snapshots.get(list).copied()
    }

    /// Lists and their active snapshots, in the order of the lists.
    pub fn iter(&self) -> impl Iterator<Item = (&ListId, SnapshotId)> {
        self.snapshots.iter().map(|(list, id)| (list, *id))
    }

    /// Makes a snapshot the active one of its list.
    pub fn set(&mut self, list: ListId, id: SnapshotId) {
        self.snapshots.insert(list, id);
    }
}
