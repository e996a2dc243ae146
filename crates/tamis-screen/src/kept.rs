//! A set as an artefact: its entries as far as screening looks at them, their clusters and their index, in one
//! file that is read in place.
//!
//! An entry is analysed when it is first compared, and kept while there is room: a party meets few of them.
//! Texts that no comparison and no alert shows (remarks, addresses, acts) stay with the list.

mod nouns;

use std::io::{self, Write};
use std::ops::Deref;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use tamis_index::artefact::coding::{Put as _, Take};
use tamis_index::artefact::{Artefact, ArtefactError, Slice, Writer};
use tamis_index::{Index, IndexBuilder};
use tamis_match::{AnalysedRecord, Policy};
use tamis_model::{Entry, ListId, PartyKind, SnapshotInfo};

use crate::ENGINE;
use crate::clusters::Clusters;
use crate::set::PreparedEntry;

/// Names of entries that are kept analysed; they take about 1.5 KB each.
const ROOM: usize = 32_768;

/// Why an artefact can't be screened with. In every case it is to be built again from the lists.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeptRefusal {
    /// It was built by another engine, whose scores may differ.
    #[error("it was built by the engine `{found}`; this is `{ENGINE}`")]
    OtherEngine {
        /// The engine that built it.
        found: String,
    },
    /// The weights of names were others.
    #[error("it was built for a policy with other weights of names")]
    OtherWeights,
    /// It holds other parties than those that are asked for.
    #[error("it was built of other parties")]
    OtherParties,
    /// It is damaged, or no artefact.
    #[error(transparent)]
    Artefact(#[from] ArtefactError),
}

/// What says whether an artefact may serve a policy: records are analysed by its weights of names.
fn weights(policy: &Policy) -> String {
    let words = format!("{:?}", policy.names);
    let hash = words.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

/// Puts what tells which engine built an artefact, and for which weights.
pub(crate) fn put_stamp(head: &mut Vec<u8>, policy: &Policy) {
    head.put_text(ENGINE);
    head.put_text(&weights(policy));
}

/// Takes that stamp: refused unless this engine built it for such a policy.
pub(crate) fn take_stamp(
    head: &mut Take<'_>,
    policy: &Policy,
    unreadable: impl Fn() -> ArtefactError,
) -> Result<(), KeptRefusal> {
    let engine = head.text().ok_or_else(&unreadable)?;
    if engine != ENGINE {
        return Err(KeptRefusal::OtherEngine { found: engine.to_owned() });
    }
    if head.text().ok_or_else(unreadable)? != weights(policy) {
        return Err(KeptRefusal::OtherWeights);
    }
    Ok(())
}

/// Writes a set: entries are told one after the other, none is kept whole.
#[derive(Debug, Default)]
pub struct SetWriter {
    index: IndexBuilder,
    entries: Vec<u8>,
    places: Vec<u64>,
    lists: Vec<ListId>,
}

impl SetWriter {
    /// Nothing told.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the next entry of the set.
    pub fn add(&mut self, prepared: &PreparedEntry) {
        self.index.add(&prepared.record);
        self.places.push(self.entries.len() as u64);
        let list = &prepared.entry.id.list;
        let number = self.lists.iter().position(|known| known == list).unwrap_or_else(|| {
            self.lists.push(list.clone());
            self.lists.len() - 1
        });
        self.entries.put_number(number as u64);
        nouns::put_entry(&mut self.entries, &prepared.entry);
    }

    /// Writes the artefact of the entries.
    ///
    /// # Errors
    /// As writing does.
    pub fn write<W: Write>(
        mut self,
        snapshots: &[SnapshotInfo],
        clusters: &Clusters,
        policy: &Policy,
        to: W,
    ) -> io::Result<W> {
        let mut to = Writer::to(to)?;
        let mut head = Vec::new();
        put_stamp(&mut head, policy);
        head.put_list(snapshots, nouns::put_snapshot);
        head.put_list(&self.lists, |bytes, list| bytes.put_text(list.as_str()));
        nouns::put_clusters(&mut head, clusters);
        to.section("set", &head)?;
        self.places.push(self.entries.len() as u64);
        to.section("entries.places", &self.places)?;
        to.section("entries.bytes", &self.entries)?;
        self.index.write(&mut to)?;
        to.finish()
    }
}

/// An entry of a set: where it stands, or taken out of an artefact.
#[derive(Debug, Clone)]
pub enum EntryRef<'a> {
    /// In the set.
    Here(&'a PreparedEntry),
    /// Out of an artefact.
    Taken(Arc<PreparedEntry>),
}

impl Deref for EntryRef<'_> {
    type Target = PreparedEntry;

    fn deref(&self) -> &PreparedEntry {
        match self {
            Self::Here(entry) => entry,
            Self::Taken(entry) => entry,
        }
    }
}

/// The entries in an artefact.
#[derive(Debug)]
pub(crate) struct Kept {
    artefact: Arc<Artefact>,
    lists: Vec<ListId>,
    policy: Policy,
    taken: Box<[OnceLock<Arc<PreparedEntry>>]>,
    /// Names of the entries that are kept analysed, and how many there may be.
    names: AtomicUsize,
    room: usize,
}

/// What stands in an artefact of a set.
pub(crate) struct Opened {
    pub(crate) snapshots: Vec<SnapshotInfo>,
    pub(crate) clusters: Clusters,
    pub(crate) kept: Kept,
    pub(crate) index: Index,
}

/// Opens the artefact of a set for a policy.
pub(crate) fn open(artefact: Arc<Artefact>, policy: &Policy) -> Result<Opened, KeptRefusal> {
    let unreadable = || ArtefactError::Section { section: "set".to_owned() };
    let head = artefact.section::<u8>("set")?;
    let mut head = Take::of(head.whole());
    take_stamp(&mut head, policy, unreadable)?;
    let snapshots = head.list(nouns::take_snapshot).ok_or_else(unreadable)?;
    let lists = head.list(|take| ListId::new(take.text()?).ok()).ok_or_else(unreadable)?;
    let clusters = nouns::take_clusters(&mut head).ok_or_else(unreadable)?;
    let entries = artefact.section::<u64>("entries.places")?.len().saturating_sub(1);
    let index = Index::open(Arc::clone(&artefact))?;
    let kept = Kept {
        artefact,
        lists,
        policy: policy.clone(),
        taken: (0..entries).map(|_| OnceLock::new()).collect(),
        names: AtomicUsize::new(0),
        room: ROOM,
    };
    Ok(Opened { snapshots, clusters, kept, index })
}

impl Kept {
    pub(crate) const fn len(&self) -> usize {
        self.taken.len()
    }

    /// Keeps no entry analysed from now on.
    #[cfg(test)]
    pub(crate) const fn take_room(&mut self) {
        self.room = 0;
    }

    /// The damage of the artefact that was met so far.
    pub(crate) fn damage(&self) -> Option<ArtefactError> {
        self.artefact.damage()
    }

    /// The entry at a place.
    pub(crate) fn get(&self, place: usize) -> Result<Arc<PreparedEntry>, ArtefactError> {
        let room = self.taken.get(place).ok_or_else(unreadable)?;
        if let Some(known) = room.get() {
            return Ok(Arc::clone(known));
        }
        let entry = self.entry(place)?;
        let record = self.record(&entry, |_| true)?;
        let taken = Arc::new(PreparedEntry { entry, record });
        let names = taken.record.names.len() + taken.record.as_thing.len();
        let before = self.names.fetch_add(names, Ordering::Relaxed);
        if before >= self.room || room.set(Arc::clone(&taken)).is_err() {
            // there is no room, or another thread was first
            self.names.fetch_sub(names, Ordering::Relaxed);
        }
        Ok(taken)
    }

    /// The entry at a place with some of its names, or with all where they are at hand, can be kept, or are asked
    /// as a whole for what the record is.
    pub(crate) fn get_with(
        &self,
        place: usize,
        names: &[u32],
    ) -> Result<Arc<PreparedEntry>, ArtefactError> {
        let is_kept = self.taken.get(place).is_some_and(|room| room.get().is_some());
        if is_kept || self.names.load(Ordering::Relaxed) < self.room {
            return self.get(place);
        }
        let entry = self.entry(place)?;
        let has = |number| {
            entry.kind == PartyKind::Unknown
                || u32::try_from(number).is_ok_and(|number| names.contains(&number))
        };
        let record = self.record(&entry, has)?;
        Ok(Arc::new(PreparedEntry { entry, record }))
    }

    fn record(
        &self,
        entry: &Entry,
        has: impl Fn(usize) -> bool,
    ) -> Result<AnalysedRecord, ArtefactError> {
        // it was analysed so when it was written: a refusal would be damage
        AnalysedRecord::of_entry_with(entry, &self.policy, has).map_err(|_| unreadable())
    }

    /// The entry at a place, as listed.
    fn entry(&self, place: usize) -> Result<Entry, ArtefactError> {
        let places: Slice<'_, u64> = self.artefact.section("entries.places")?;
        let bytes: Slice<'_, u8> = self.artefact.section("entries.bytes")?;
        let [start, end] = *places.part(place..place + 2) else { return Err(unreadable()) };
        let (Ok(start), Ok(end)) = (usize::try_from(start), usize::try_from(end)) else {
            return Err(unreadable());
        };
        nouns::take_entry(&mut Take::of(bytes.part(start..end)), &self.lists).ok_or_else(unreadable)
    }
}

fn unreadable() -> ArtefactError {
    ArtefactError::Section { section: "entries".to_owned() }
}

#[cfg(test)]
mod tests;
