//! One party in, one complete screening out.

use std::sync::{Arc, OnceLock};

use tamis_index::artefact::ArtefactError;
use tamis_match::record::PreparedName;
use tamis_match::{AnalysedRecord, Policy, RecordRefusal, compare};
use tamis_model::{IgnoredValue, Party, PartyKind, Screening, Stamps};
use tamis_text::NoteKind;

use crate::ENGINE;
use crate::alerts::{self, Found};
use crate::candidates::{AllEntries, Candidates, Offer, Retrieval};
use crate::kept::EntryRef;
use crate::set::ScreenSet;

/// Why a party was not screened. A party is screened whole or not at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ScreenRefusal {
    /// It has neither a name that can be compared nor an identifier.
    #[error("the party has no name that can be compared and no identifier: give one of them")]
    NothingToScreen,
    /// It is beyond a limit.
    #[error(transparent)]
    Record(#[from] RecordRefusal),
    /// There is no list to screen against: no answer is never "no hit".
    #[error("there is no list to screen against: import one first")]
    NoLists,
    /// The artefact of the lists is damaged: no party can be screened with it.
    #[error("the index can't be used, build it again: {0}")]
    Damaged(#[from] ArtefactError),
}

/// A set of snapshots bound to a policy. Cheap to clone, shared by threads.
#[derive(Debug, Clone)]
pub struct Screener<C = Retrieval> {
    set: Arc<ScreenSet>,
    policy: Arc<Policy>,
    candidates: C,
    /// Those of the limit that was asked for first, which mostly is the only one.
    stamps: Arc<OnceLock<Arc<Stamps>>>,
}

impl Screener {
    /// A screener that compares a party with every entry.
    #[must_use]
    pub fn exhaustive(set: Arc<ScreenSet>, policy: Policy) -> Self {
        Self::of(set, policy, Retrieval::Exhaustive(AllEntries))
    }

    /// A screener that compares a party with the entries that an index offers; the answers are those of
    /// the exhaustive one. Below [`Index::LEAST_THRESHOLD`] an index offers all.
    #[must_use]
    pub fn indexed(set: Arc<ScreenSet>, policy: Policy) -> Self {
        let candidates = Retrieval::Indexed(set.index());
        Self::of(set, policy, candidates)
    }

    fn of(set: Arc<ScreenSet>, policy: Policy, candidates: Retrieval) -> Self {
        Self { set, policy: Arc::new(policy), candidates, stamps: Arc::default() }
    }
}

impl<C: Candidates> Screener<C> {
    /// The set.
    #[must_use]
    pub fn set(&self) -> &ScreenSet {
        &self.set
    }

    /// The policy.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// What every screening of this screener is stamped with, whose answers have at most so many alerts.
    #[must_use]
    pub fn stamps(&self, limit: Option<usize>) -> Arc<Stamps> {
        let stamps = self.stamps.get_or_init(|| Arc::new(self.stamps_of(limit)));
        if stamps.limit == limit { stamps.clone() } else { Arc::new(self.stamps_of(limit)) }
    }

    fn stamps_of(&self, limit: Option<usize>) -> Stamps {
        Stamps {
            snapshots: self.set.snapshots().to_vec(),
            left_out: self.set.left_out().to_vec(),
            policy: self.policy.id.clone(),
            threshold: self.policy.threshold,
            limit,
            engine: ENGINE.to_owned(),
            as_of: self.set.as_of(),
            reviewed_links: self.set.reviewed_links(),
        }
    }

    /// Screens a party: one alert a person cluster, in the order of their best hits by class, score,
    /// list and reference. A limit cuts alerts, never one in two, after all is scored, and the answer
    /// tells the total.
    ///
    /// # Errors
    /// [`ScreenRefusal`] when there is nothing to screen, no list, or a limit is exceeded.
    pub fn screen(&self, party: &Party, limit: Option<usize>) -> Result<Screening, ScreenRefusal> {
        if self.set.snapshots().is_empty() {
            return Err(ScreenRefusal::NoLists);
        }
        let record = AnalysedRecord::of_party(party, &self.policy)?;
        if !record.has_names() && record.identifiers.is_empty() {
            return Err(ScreenRefusal::NothingToScreen);
        }
        let (reached, mut below_by_date) = (self.reached(&record)?, 0);
        let mut found: Vec<Found<'_>> = Vec::new();
        for (place, entry) in &reached {
            let comparison = compare(&record, &entry.record, &self.policy);
            if comparison.reaches(self.policy.threshold) {
                found.push(Found { place: *place, entry, comparison });
            } else if comparison.below_by_date {
                below_by_date += 1;
            }
        }
        found.sort_by(Found::order);
        let (total, alerts) = alerts::grouped(&self.set, &found, limit)?;
        // asked last: what was read until here was whole
        if let Some(damage) = self.set.damage() {
            return Err(damage.into());
        }
        Ok(Screening {
            party: party.clone(),
            ignored: ignored(party, &record),
            stamps: self.stamps(limit),
            considered: self.set.len() as u64,
            below_by_date,
            total,
            alerts,
        })
    }
}

impl<C: Candidates> Screener<C> {
    /// The entries, whole, of which something that was offered is a hit or below by a date. What was offered and is
    /// neither is given up at once: of a common name that are nearly all.
    fn reached(&self, record: &AnalysedRecord) -> Result<Reached<'_>, ArtefactError> {
        let (mut reached, mut failed) = (Vec::new(), None);
        let mut take = |offer: Offer<'_>| {
            let entry = self.set.offered(&offer)?;
            let found = compare(record, &entry.record, &self.policy);
            if found.reaches(self.policy.threshold) || found.below_by_date {
                reached.push((offer.place, self.set.entry(offer.place)?));
            }
            Ok(())
        };
        self.candidates.candidates(&self.set, record, &self.policy, &mut |offer| {
            if failed.is_none() {
                failed = take(offer).err();
            }
        });
        failed.map_or(Ok(reached), Err)
    }
}

/// Entries with their places.
type Reached<'a> = Vec<(usize, EntryRef<'a>)>;

/// What the analysis says of a name that is compared all the same, once each.
fn noted(name: &PreparedName, is_person: bool) -> impl Iterator<Item = (usize, &'static str)> {
    let told = |kind: fn(&NoteKind) -> bool, words: &'static str| {
        let noted = name.notes.iter().any(|note| kind(&note.kind));
        noted.then_some((name.number, words))
    };
    let script = told(
        |kind| matches!(kind, NoteKind::ScriptWithoutTable { .. }),
        "in a script without a table of romanisation: it is compared by its own letters, with names in the same script alone",
    );
    let sentence = told(
        |kind| matches!(kind, NoteKind::HardlyAName),
        "hardly a name (a sentence, an address): it is compared by the words it has",
    );
    // a thing's name may be as long as a sentence
    script.into_iter().chain(sentence.filter(|_| is_person))
}

fn ignored(party: &Party, record: &AnalysedRecord) -> Vec<IgnoredValue> {
    let titles = record.not_screenable.iter().map(|&number| {
        (number, "made of titles, initials, placeholders or marks only: it can't be screened alone")
    });
    // of unknown kind: what is more as a thing's name (three letters with a legal form) is none
    let is_more = |name: &PreparedName| {
        record.as_thing.iter().any(|thing| thing.number == name.number && !thing.is_acronym())
    };
    let short = |name: &&PreparedName| name.is_acronym() && !is_more(name);
    // what is not told may be a person
    let is_person = matches!(record.kind, PartyKind::Person | PartyKind::Unknown);
    let is_named = |number: usize| record.names.iter().any(|name| name.number == number);
    let as_thing = record.as_thing.iter().filter(|thing| !is_named(thing.number)).map(|thing| {
        (
            thing.number,
            "as a person's name it is made of titles, initials, placeholders or marks only: it is compared as the name of an organisation, a ship or an aircraft alone",
        )
    });
    let short = record.names.iter().filter(short).map(|name| {
        (
            name.number,
            "an acronym or a word of up to three letters: it is compared, and never alerts alone",
        )
    });
    titles
        .chain(as_thing)
        .chain(short)
        .chain(record.names.iter().flat_map(move |name| noted(name, is_person)))
        .filter_map(|(number, reason)| Some((party.names.get(number)?, reason)))
        .map(|(name, reason)| IgnoredValue {
            field: "name".to_owned(),
            value: name.text.clone(),
            reason: reason.to_owned(),
        })
        .collect()
}
