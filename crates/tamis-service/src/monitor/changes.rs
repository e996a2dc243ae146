//! What changed in the lists since a batch ran last, its entries analysed once for all batches.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use tamis_archive::{Archive, SnapshotRecord};
use tamis_match::{AnalysedRecord, Policy};
use tamis_model::{Entry, EntryId, SnapshotId, SnapshotInfo, SnapshotScope};
use tamis_screen::difference::{ChangeKind, Dated, EntryField, Fate, difference};
use tamis_screen::{PreparedEntry, SetRefusal};

use crate::load::{LoadError, LoadedList, load_one};

/// An entry that changed, ready to be compared.
#[derive(Debug)]
pub(super) struct EntryDelta {
    pub(super) before: Option<PreparedEntry>,
    pub(super) after: Option<PreparedEntry>,
    /// None for one that the snapshot of today leaves out with a part of its list.
    pub(super) kind: Option<ChangeKind>,
    pub(super) family: Option<EntryId>,
    pub(super) fields: Vec<EntryField>,
}

/// What changed in a list.
#[derive(Debug)]
pub(super) struct ListDelta {
    pub(super) from: Option<SnapshotInfo>,
    pub(super) counts: BTreeMap<ChangeKind, u64>,
    pub(super) entries: Vec<EntryDelta>,
}

/// The deltas that were asked for.
pub(super) struct Deltas<'a> {
    archive: &'a Archive,
    policy: &'a Policy,
    known: BTreeMap<(Option<SnapshotId>, SnapshotId), Arc<ListDelta>>,
}

impl<'a> Deltas<'a> {
    pub(super) fn new(archive: &'a Archive, policy: &'a Policy) -> Self {
        Self { archive, policy, known: BTreeMap::new() }
    }

    /// What changed from a snapshot (none: from nothing) to that of a record.
    pub(super) fn between(
        &mut self,
        from: Option<SnapshotId>,
        to: &SnapshotRecord,
    ) -> Result<Arc<ListDelta>, LoadError> {
        let key = (from, to.info.id);
        if let Some(known) = self.known.get(&key) {
            return Ok(Arc::clone(known));
        }
        let delta = Arc::new(self.made(from, to)?);
        self.known.insert(key, Arc::clone(&delta));
        Ok(delta)
    }

    fn made(&self, from: Option<SnapshotId>, to: &SnapshotRecord) -> Result<ListDelta, LoadError> {
        let from = from.map(|id| self.archive.record(id)).transpose()?;
        let load = |record: &SnapshotRecord| load_one(self.archive, record);
        let (before, after) = rayon::join(|| from.as_ref().map(load).transpose(), || load(to));
        let (before, after) = (before?, after?);
        let nothing = LoadedList::nothing(&after);
        let before = before.as_ref().unwrap_or(&nothing);
        // what is screened is compared whole: an entry that comes with another part of its list is new here
        let whole_of = |list: &LoadedList| SnapshotInfo {
            scope: SnapshotScope::Whole,
            ..list.snapshot.clone()
        };
        let whole = (whole_of(before), whole_of(&after));
        let [one, other] = [(&whole.0, before), (&whole.1, &after)]
            .map(|(snapshot, list)| Dated { snapshot, entries: &list.reading.entries });
        let found = difference(one, other);
        let left_out = |entry: &Entry| match &after.snapshot.scope {
            SnapshotScope::Whole => false,
            SnapshotScope::Programmes(held) => {
                !entry.programmes.iter().any(|programme| held.contains(programme))
            }
        };
        let prepared = |entry: Option<&Entry>| {
            let Some(entry) = entry else { return Ok(None) };
            let record = AnalysedRecord::of_entry(entry, self.policy)
                .map_err(|source| SetRefusal { entry: entry.id.clone(), source })?;
            Ok::<_, SetRefusal>(Some(PreparedEntry { entry: entry.clone(), record }))
        };
        let entries = found.changes.par_iter().map(|change| {
            let family = match &change.fate {
                Fate::SplitFrom { entry, .. } | Fate::MergedInto { entry, .. } => {
                    Some(entry.clone())
                }
                Fate::Kept(_) | Fate::Added | Fate::Removed => None,
            };
            Ok(EntryDelta {
                before: prepared(change.before)?,
                after: prepared(change.after)?,
                kind: match (change.before, change.after) {
                    (Some(before), None) if left_out(before) => None,
                    _ => Some(change.kind()),
                },
                family,
                fields: change.fields.iter().map(|field| field.field).collect(),
            })
        });
        Ok(ListDelta {
            from: from.map(|record| record.info),
            counts: found.counts(),
            entries: entries.collect::<Result<_, SetRefusal>>()?,
        })
    }
}
