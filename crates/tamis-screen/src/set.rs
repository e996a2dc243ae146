//! The entries of the snapshots that are screened against, analysed once and shared.

use std::io;
use std::sync::Arc;

use tamis_index::Index;
use tamis_index::artefact::{Artefact, ArtefactError};
use tamis_match::{AnalysedRecord, Policy, RecordRefusal};
use tamis_model::{CivilDate, Entry, EntryId, ListId, ReviewedLink, SnapshotInfo};

use crate::candidates::Offer;
use crate::clusters::Clusters;
use crate::kept::{self, EntryRef, Kept, KeptRefusal, Opened, SetWriter};

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

/// Snapshots with their entries: analysed, or in an artefact. Immutable: a refresh builds another.
#[derive(Debug, Clone)]
pub struct ScreenSet {
    snapshots: Vec<SnapshotInfo>,
    entries: Entries,
    clusters: Clusters,
    left_out: Vec<ListId>,
    as_of: Option<CivilDate>,
    reviewed_links: u64,
}

#[derive(Debug, Clone)]
enum Entries {
    Analysed(Vec<PreparedEntry>),
    Kept(Arc<Kept>, Arc<Index>),
}

impl ScreenSet {
    /// The set in an artefact, for a policy. Entries are taken out of it as parties meet them.
    ///
    /// # Errors
    /// [`KeptRefusal`] when it is no artefact of a set that this engine built for such a policy.
    pub fn open(artefact: Arc<Artefact>, policy: &Policy) -> Result<Self, KeptRefusal> {
        let Opened { snapshots, clusters, kept, index } = kept::open(artefact, policy)?;
        let entries = Entries::Kept(Arc::new(kept), Arc::new(index));
        Ok(Self { snapshots, entries, clusters, ..Self::empty() })
    }

    /// Writes the set as an artefact for policies with the weights of this one, by which it was built.
    ///
    /// # Errors
    /// As writing does, and [`io::ErrorKind::InvalidData`] when the set is of a damaged artefact.
    pub fn write<W: io::Write>(&self, policy: &Policy, to: W) -> io::Result<W> {
        let mut writer = SetWriter::new();
        for place in 0..self.len() {
            let entry = self.entry(place);
            writer.add(&*entry.map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?);
        }
        writer.write(&self.snapshots, &self.clusters, policy, to)
    }

    /// Analyses the entries of some snapshots, in the order given.
    ///
    /// # Errors
    /// [`SetRefusal`] for the first entry that is beyond a limit of analysis.
    pub fn build(lists: Vec<ListEntries>, policy: &Policy) -> Result<Self, SetRefusal> {
        let (mut set, mut entries) = (Self::empty(), Vec::new());
        for list in lists {
            set.snapshots.push(list.snapshot);
            for entry in list.entries {
                let record = AnalysedRecord::of_entry(&entry, policy)
                    .map_err(|source| SetRefusal { entry: entry.id.clone(), source })?;
                entries.push(PreparedEntry { entry, record });
            }
        }
        set.entries = Entries::Analysed(entries);
        Ok(set.clustered(&[]))
    }

    /// Joins sets that were built apart (one a thread). Links between their entries are found again;
    /// reviewed links are to be given after.
    #[must_use]
    pub fn join(sets: impl IntoIterator<Item = Self>) -> Self {
        let (mut joined, mut entries) = (Self::empty(), Vec::new());
        for set in sets {
            joined.snapshots.extend(set.snapshots);
            match set.entries {
                Entries::Analysed(all) => entries.extend(all),
                Entries::Kept(kept, _) => {
                    let all = (0..kept.len()).filter_map(|place| kept.get(place).ok());
                    entries.extend(all.map(Arc::unwrap_or_clone));
                }
            }
        }
        joined.entries = Entries::Analysed(entries);
        joined.clustered(&[])
    }

    /// The set with the clusters that its lists state and those that reviewers joined. Links of which
    /// it has not both entries join nothing.
    #[must_use]
    pub fn clustered(mut self, reviewed: &[ReviewedLink]) -> Self {
        match &self.entries {
            Entries::Analysed(entries) => self.clusters = Clusters::of(entries, reviewed),
            // those of the artefact are what its lists state; damage on the way refuses every answer
            Entries::Kept(..) if reviewed.is_empty() => {}
            Entries::Kept(kept, _) => {
                let all = (0..kept.len()).filter_map(|place| kept.get(place).ok());
                let all: Vec<PreparedEntry> = all.map(Arc::unwrap_or_clone).collect();
                self.clusters = Clusters::of(&all, reviewed);
            }
        }
        self
    }

    /// The same set, whose entries are those of a day ([`crate::validity`]): it stamps screenings.
    #[must_use]
    pub fn dated(mut self, as_of: Option<CivilDate>) -> Self {
        self.as_of = as_of;
        self
    }

    /// The same set, of which these lists were left out: it stamps screenings.
    #[must_use]
    pub fn without(mut self, left_out: Vec<ListId>) -> Self {
        self.left_out = left_out;
        self
    }

    /// Lists that were there and left out.
    #[must_use]
    pub fn left_out(&self) -> &[ListId] {
        &self.left_out
    }

    /// The same set with the links of a state of the reviewers' log, whose number stamps screenings.
    #[must_use]
    pub fn linked(self, reviewed: &[ReviewedLink], revision: u64) -> Self {
        // without links the clusters are those that it has
        let set = if reviewed.is_empty() { self } else { self.clustered(reviewed) };
        set.reviewed(revision)
    }

    /// The same set, whose clusters hold the links of that state already, as those of an artefact do.
    #[must_use]
    pub fn reviewed(mut self, revision: u64) -> Self {
        self.reviewed_links = revision;
        self
    }

    /// The number of the state of the reviewers' log.
    #[must_use]
    pub fn reviewed_links(&self) -> u64 {
        self.reviewed_links
    }

    /// The day whose entries these are; none means those of the snapshots as they are.
    #[must_use]
    pub fn as_of(&self) -> Option<CivilDate> {
        self.as_of
    }

    fn empty() -> Self {
        Self {
            snapshots: Vec::new(),
            entries: Entries::Analysed(Vec::new()),
            clusters: Clusters::default(),
            left_out: Vec::new(),
            as_of: None,
            reviewed_links: 0,
        }
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

    /// How many entries there are, in the order of their lists.
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.entries {
            Entries::Analysed(entries) => entries.len(),
            Entries::Kept(kept, _) => kept.len(),
        }
    }

    /// Whether there is no entry.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The entry at a place.
    ///
    /// # Errors
    /// [`ArtefactError`] when the artefact that it stands in is damaged, or there is no such place.
    pub fn entry(&self, place: usize) -> Result<EntryRef<'_>, ArtefactError> {
        match &self.entries {
            Entries::Analysed(entries) => {
                let missing = || ArtefactError::Section { section: "entries".to_owned() };
                entries.get(place).map(EntryRef::Here).ok_or_else(missing)
            }
            Entries::Kept(kept, _) => kept.get(place).map(EntryRef::Taken),
        }
    }

    /// The same set without room to keep entries analysed, as a list has that is much larger than its room.
    #[cfg(test)]
    pub(crate) fn without_room(mut self) -> Self {
        if let Entries::Kept(kept, _) = &mut self.entries {
            Arc::get_mut(kept).unwrap().take_room();
        }
        self
    }

    /// What was offered of an entry: that part of it, or more.
    pub(crate) fn offered(&self, offer: &Offer<'_>) -> Result<EntryRef<'_>, ArtefactError> {
        match (&self.entries, offer.names) {
            (Entries::Kept(kept, _), Some(names)) => {
                kept.get_with(offer.place, names).map(EntryRef::Taken)
            }
            _ => self.entry(offer.place),
        }
    }

    /// The damage that was met so far in the artefact of the set: no answer that came of it counts.
    #[must_use]
    pub fn damage(&self) -> Option<ArtefactError> {
        match &self.entries {
            Entries::Analysed(_) => None,
            Entries::Kept(kept, _) => kept.damage(),
        }
    }

    /// The index of the entries: that of their artefact, or one made in memory.
    #[must_use]
    pub fn index(&self) -> Arc<Index> {
        match &self.entries {
            Entries::Analysed(entries) => {
                Arc::new(Index::of(entries.iter().map(|prepared| &prepared.record)))
            }
            Entries::Kept(_, index) => Arc::clone(index),
        }
    }
}
