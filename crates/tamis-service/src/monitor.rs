//! A stock of parties that is screened again when the lists change: whole the first time, and from then on
//! beside the entries that changed alone.
//!
//! What a run found is handed out before the stock says that it ran: who never saw the output is told again.

mod add;
mod changes;
mod error;
mod run;

use std::collections::BTreeMap;
use std::path::PathBuf;

use tamis_archive::{Archive, BatchRecord, OpenError, RanWith};
use tamis_model::{EntryId, IgnoredValue, ListId, Party, Screening, SnapshotId, SnapshotInfo};
use tamis_screen::difference::{ChangeKind, EntryField};
use tamis_screen::stock::{HitFate, HitMark};

pub use add::{AddReport, Rejection, add};
pub use error::MonitorError;
pub use run::{PendingRun, RunOptions, run};

/// A party as it is kept in the stock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptParty {
    /// Line or row of the file that it came from.
    pub row: u64,
    /// The party.
    pub party: Party,
    /// What the reader of the file did not use of it.
    pub ignored: Vec<IgnoredValue>,
}

/// How parties are written in the stock: a line each, read back exactly. Known to the callers.
pub trait PartyCoding: Sync {
    /// The line of a party, without its break.
    fn line(&self, kept: &KeptParty) -> Vec<u8>;

    /// The party of a line; none where it is damaged.
    fn party(&self, line: &[u8]) -> Option<KeptParty>;
}

/// What a run tells of one party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyChanges {
    /// The batch.
    pub batch: SnapshotId,
    /// Its name.
    pub batch_name: String,
    /// The party.
    pub kept: KeptParty,
    /// What became of its hits; the first is that on the first entry by list and reference.
    pub changes: Vec<HitChange>,
    /// The complete answer under the lists of today.
    pub answer: Screening,
}

/// What a run tells of one hit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HitChange {
    /// What became of it.
    pub fate: MonitoredFate,
    /// As it was.
    pub before: Option<HitMark>,
    /// As it is.
    pub after: Option<HitMark>,
    /// The heading of the entry.
    pub heading: String,
    /// What changed in the list; none where the party is screened whole, and of a hit that is gone where the
    /// snapshot of today holds a part of its list without the entry.
    pub list_change: Option<ChangeKind>,
    /// The entry that this one came out of, or went into.
    pub family: Option<EntryId>,
    /// Fields of the entry that changed.
    pub fields: Vec<EntryField>,
}

impl HitChange {
    /// The entry: as it is, else as it was.
    #[must_use]
    pub fn entry(&self) -> Option<&EntryId> {
        self.after.as_ref().or(self.before.as_ref()).map(|mark| &mark.entry)
    }
}

/// What became of a hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MonitoredFate {
    /// It is a hit now and was none.
    New,
    /// Its score, class or reference is another one.
    Changed,
    /// It is the same, on an entry that says something else now.
    EntryChanged,
    /// It is none any more.
    Gone,
    /// It is a hit under rules that are new: what it was before is not known.
    Standing,
}

impl MonitoredFate {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 5] =
        [Self::New, Self::Changed, Self::Gone, Self::EntryChanged, Self::Standing];

    /// The word for people.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::EntryChanged => "entry changed",
            Self::Gone => "gone",
            Self::Standing => "standing",
        }
    }
}

impl From<HitFate> for MonitoredFate {
    fn from(fate: HitFate) -> Self {
        match fate {
            HitFate::New => Self::New,
            HitFate::Changed => Self::Changed,
            HitFate::EntryChanged => Self::EntryChanged,
            HitFate::Gone => Self::Gone,
        }
    }
}

/// What a run did with a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchRun {
    /// The batch.
    pub id: SnapshotId,
    /// Its name.
    pub name: String,
    /// Its parties.
    pub parties: u64,
    /// How it was screened.
    pub how: HowRun,
    /// The lists that changed since it ran last.
    pub lists: Vec<ListRun>,
    /// Parties that are told of.
    pub told: u64,
    /// Hits by what became of them.
    pub fates: BTreeMap<MonitoredFate, u64>,
}

/// How a batch was screened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HowRun {
    /// Whole, for the first time.
    First,
    /// Whole again, for the rules changed.
    LookBack {
        /// What changed.
        reason: String,
    },
    /// Beside the entries that changed.
    Delta,
    /// Not at all: nothing changed.
    Unchanged,
}

/// What changed in a list since a batch ran last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListRun {
    /// The list.
    pub list: ListId,
    /// The snapshot that it was last screened with; none for a list that is new.
    pub from: Option<SnapshotInfo>,
    /// The one of today.
    pub to: SnapshotInfo,
    /// Changes by kind.
    pub counts: BTreeMap<ChangeKind, u64>,
}

/// What a run did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RunReport {
    /// The snapshots of today.
    pub snapshots: Vec<SnapshotInfo>,
    /// The batches, in the order in which they were added.
    pub batches: Vec<BatchRun>,
}

/// A batch and whether there is something to do for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchStatus {
    /// The batch.
    pub record: BatchRecord,
    /// Lists whose active snapshot is not the one that it was last screened with.
    pub waiting: Vec<ListId>,
    /// Where its parties should be and are not; none where they are there.
    pub missing: Option<PathBuf>,
}

/// The least digits by which a batch is named.
const LEAST_DIGITS: usize = 4;

/// The batches of the stock.
///
/// # Errors
/// [`OpenError`] when the data folder can't be read.
pub fn status(archive: &Archive) -> Result<Vec<BatchStatus>, OpenError> {
    let current = archive.current()?;
    let batches = archive.stock()?.batches;
    let waiting = |ran: Option<&RanWith>| -> Vec<ListId> {
        let ran_with = |list: &ListId| {
            let known = ran?.snapshots.iter().find(|(known, _)| known == list)?;
            Some(known.1)
        };
        let changed = current.iter().filter(|(list, id)| ran_with(list) != Some(*id));
        changed.map(|(list, _)| list.clone()).collect()
    };
    let told = batches.into_iter().map(|record| BatchStatus {
        waiting: waiting(record.ran.as_ref()),
        missing: match archive.has_batch(record.id) {
            Err(OpenError::BatchMissing { path }) => Some(path),
            _ => None,
        },
        record,
    });
    Ok(told.collect())
}

/// Removes the batch that has this name, or else the only one whose id begins so.
///
/// # Errors
/// [`MonitorError`] when there is none, or several; nothing is changed then.
pub fn remove(
    archive: &Archive,
    batch: &str,
    wait: &mut dyn FnMut() -> bool,
) -> Result<BatchRecord, MonitorError> {
    let lock = archive.lock_stock(wait)?;
    let mut state = lock.state().clone();
    let removed = state.batches.remove(named(&state.batches, batch)?);
    lock.commit(&state)?;
    Ok(removed)
}

/// The place of the batch that has a name, or else the beginning of its id.
fn named(batches: &[BatchRecord], name: &str) -> Result<usize, MonitorError> {
    let places = |is_meant: &dyn Fn(&BatchRecord) -> bool| -> Vec<usize> {
        let found = batches.iter().enumerate().filter(|(_, record)| is_meant(record));
        found.map(|(place, _)| place).collect()
    };
    let digits = name.to_ascii_lowercase();
    let mut found = places(&|record| record.name == name);
    if found.is_empty() && !digits.is_empty() {
        found = places(&|record| record.id.to_string().starts_with(&digits));
        if !found.is_empty() && digits.len() < LEAST_DIGITS {
            return Err(MonitorError::ShortId { batch: name.to_owned(), least: LEAST_DIGITS });
        }
    }
    match found.as_slice() {
        [place] => Ok(*place),
        [] => Err(MonitorError::NoBatch { batch: name.to_owned() }),
        several => {
            let ids = several.iter().filter_map(|place| batches.get(*place));
            let ids = ids.map(|record| record.id.short()).collect::<Vec<_>>().join(", ");
            Err(MonitorError::SeveralBatches { batch: name.to_owned(), ids })
        }
    }
}

#[cfg(test)]
mod tests;
