//! A stock of monitored parties with an index of them: by symmetry the index of a list, asked with the
//! entries that changed, so that what a change of a list costs follows the change and not the stock.
//!
//! The parties are bytes of the caller's; how they are written is not known here. The argument that no
//! party is lost is that of the index (`tamis_index`, `bounds`), which does not look at which side asks.

use std::io::{self, Write};
use std::sync::Arc;

use tamis_index::artefact::coding::{Put as _, Take};
use tamis_index::artefact::{Artefact, ArtefactError, Slice, Writer};
use tamis_index::{Index, IndexBuilder};
use tamis_match::{AnalysedRecord, Policy, compare};
use tamis_model::{EntryId, HitClass, Score};

use crate::kept::{KeptRefusal, put_stamp, take_stamp};
use crate::set::PreparedEntry;

/// Writes a stock: parties are told one after the other, none is kept analysed.
#[derive(Debug, Default)]
pub struct StockWriter {
    index: IndexBuilder,
    bytes: Vec<u8>,
    places: Vec<u64>,
}

impl StockWriter {
    /// Nothing told.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the next party: analysed, and as the caller keeps it.
    pub fn add(&mut self, record: &AnalysedRecord, kept: &[u8]) {
        self.index.add(record);
        self.places.push(self.bytes.len() as u64);
        self.bytes.extend_from_slice(kept);
    }

    /// Writes the artefact of the parties; `of` says whose parties they are.
    ///
    /// # Errors
    /// As writing does.
    pub fn write<W: Write>(mut self, policy: &Policy, of: &str, to: W) -> io::Result<W> {
        let mut to = Writer::to(to)?;
        let mut head = Vec::new();
        put_stamp(&mut head, policy);
        head.put_text(of);
        to.section("stock", &head)?;
        self.places.push(self.bytes.len() as u64);
        to.section("parties.places", &self.places)?;
        to.section("parties.bytes", &self.bytes)?;
        self.index.write(&mut to)?;
        to.finish()
    }
}

/// A stock in an artefact.
#[derive(Debug)]
pub struct Stock {
    artefact: Arc<Artefact>,
    index: Index,
    parties: usize,
}

impl Stock {
    /// Opens the artefact of a stock for a policy; `of` says whose parties are wanted.
    ///
    /// # Errors
    /// [`KeptRefusal`] when it is none that this engine built for such a policy, or of other parties.
    pub fn open(artefact: Arc<Artefact>, policy: &Policy, of: &str) -> Result<Self, KeptRefusal> {
        let unreadable = || ArtefactError::Section { section: "stock".to_owned() };
        let head = artefact.section::<u8>("stock")?;
        let mut head = Take::of(head.whole());
        take_stamp(&mut head, policy, unreadable)?;
        if head.text().ok_or_else(unreadable)? != of {
            return Err(KeptRefusal::OtherParties);
        }
        let parties = artefact.section::<u64>("parties.places")?.len().saturating_sub(1);
        let index = Index::open(Arc::clone(&artefact))?;
        Ok(Self { artefact, index, parties })
    }

    /// How many parties there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.parties
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.parties == 0
    }

    /// The damage that was met so far: nothing that came of it counts.
    #[must_use]
    pub fn damage(&self) -> Option<ArtefactError> {
        self.artefact.damage()
    }

    /// A party as the caller kept it.
    ///
    /// # Errors
    /// [`ArtefactError`] when there is no such place, or the artefact is damaged.
    pub fn party(&self, place: u32) -> Result<Vec<u8>, ArtefactError> {
        let unreadable = || ArtefactError::Section { section: "parties".to_owned() };
        let place = usize::try_from(place).map_err(|_| unreadable())?;
        let places: Slice<'_, u64> = self.artefact.section("parties.places")?;
        let bytes: Slice<'_, u8> = self.artefact.section("parties.bytes")?;
        if place >= self.parties {
            return Err(unreadable());
        }
        let [start, end] = *places.part(place..place + 2) else { return Err(unreadable()) };
        match (usize::try_from(start), usize::try_from(end)) {
            (Ok(start), Ok(end)) => Ok(bytes.part(start..end).to_vec()),
            _ => Err(unreadable()),
        }
    }

    /// The parties that may be a hit on an entry, ascending.
    #[must_use]
    pub fn candidates(&self, entry: &AnalysedRecord, policy: &Policy) -> Vec<u32> {
        self.index.candidates(entry, policy)
    }

    /// The parties that may be a hit on an entry as it was, or as it is.
    #[must_use]
    pub fn candidates_of(
        &self,
        before: Option<&PreparedEntry>,
        after: Option<&PreparedEntry>,
        policy: &Policy,
    ) -> Vec<u32> {
        let mut all = Vec::new();
        for entry in [before, after].into_iter().flatten() {
            all.extend(self.candidates(&entry.record, policy));
        }
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// A hit, as far as it is told of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HitMark {
    /// The entry.
    pub entry: EntryId,
    /// The score.
    pub score: Score,
    /// The class.
    pub class: HitClass,
}

/// What became of a hit when an entry changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HitFate {
    /// It is a hit now and was none.
    New,
    /// It is another one: score, class or reference differ.
    Changed,
    /// It is the same, on an entry that says something else now.
    EntryChanged,
    /// It was a hit and is none.
    Gone,
}

/// What a change of an entry does to a party; none where it is no hit before or after.
#[must_use]
pub fn hit_change(
    party: &AnalysedRecord,
    before: Option<&PreparedEntry>,
    after: Option<&PreparedEntry>,
    policy: &Policy,
) -> Option<(HitFate, Option<HitMark>, Option<HitMark>)> {
    let hit = |entry: Option<&PreparedEntry>| {
        let entry = entry?;
        let found = compare(party, &entry.record, policy);
        let mark =
            HitMark { entry: entry.entry.id.clone(), score: found.score, class: found.class };
        found.reaches(policy.threshold).then_some(mark)
    };
    let (before, after) = (hit(before), hit(after));
    let fate = match (&before, &after) {
        (None, None) => return None,
        (None, Some(_)) => HitFate::New,
        (Some(_), None) => HitFate::Gone,
        (Some(before), Some(after)) if before == after => HitFate::EntryChanged,
        (Some(_), Some(_)) => HitFate::Changed,
    };
    Some((fate, before, after))
}

#[cfg(test)]
mod tests;
