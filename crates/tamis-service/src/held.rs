//! Snapshots that wait for a person: which they are, and what a person decides.

use tamis_archive::{
    Archive, HeldSnapshot, HoldDecision, HoldEnd, OpenError, SnapshotRecord, StoreError,
};
use tamis_model::{ListId, Moment, SnapshotId, SnapshotInfo};

use crate::import::ImportStep;
use crate::today::now;

/// A snapshot that waits, and the one that is screened against meanwhile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingList {
    /// It.
    pub record: SnapshotRecord,
    /// Why, and since when.
    pub held: HeldSnapshot,
    /// The active one.
    pub active: Option<SnapshotInfo>,
}

/// What a person says about one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoldVerdict {
    /// The list whose snapshot waits.
    pub list: ListId,
    /// The beginning of the id of the snapshot, so that nobody decides about another one than they looked at.
    pub snapshot: Option<String>,
    /// Whether it is taken into use.
    pub accepts: bool,
    /// Who says so.
    pub reviewer: String,
    /// Why.
    pub reason: String,
}

/// The fewest signs of an id by which a snapshot is named.
const SHORTEST: usize = 8;

/// Why nothing was decided.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum HoldError {
    /// Nothing waits.
    #[error("no snapshot of `{list}` waits; `tamis lists held` shows those that do{others}")]
    NothingHeld {
        /// The list.
        list: ListId,
        /// ` (un, eu)`, or nothing.
        others: String,
    },
    /// Another one waits than was named.
    #[error(
        "the snapshot of `{list}` that waits is {held}, not {named}; look at it (tamis lists held) and \
         decide again"
    )]
    Other {
        /// The list.
        list: ListId,
        /// The one that waits.
        held: SnapshotId,
        /// The one that was named.
        named: String,
    },
    /// Hardly an id: a variable that was empty would decide about whatever waits.
    #[error(
        "`{named}` is too short for the id of a snapshot; write at least {SHORTEST} signs of it, as \
         `tamis lists held` shows it"
    )]
    Short {
        /// What was named.
        named: String,
    },
    /// Nobody, or no reason.
    #[error("a decision needs a {0}; name both: --reviewer NAME --reason TEXT")]
    Missing(&'static str),
    /// The machine has no clock.
    #[error("the clock of this machine tells no time; set it, for a decision bears its day")]
    NoClock,
    /// The bytes of the snapshot are not what came.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// It could not be noted.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The snapshots that wait, in the order of their lists.
///
/// # Errors
/// [`OpenError`] when the folder can't be read or understood.
pub fn waiting(archive: &Archive) -> Result<Vec<WaitingList>, OpenError> {
    let current = archive.current()?;
    let one = |(list, held): (&ListId, &HeldSnapshot)| {
        let record = match archive.record(held.id) {
            Ok(record) => record,
            // its import was cut short between the note and the manifest; it comes again with the next one
            Err(OpenError::Missing { .. }) => return Ok(None),
            Err(error) => return Err(error),
        };
        let active = current.get(list).map(|id| archive.record(id)).transpose()?;
        let active = active.map(|record| record.info);
        Ok(Some(WaitingList { record, held: held.clone(), active }))
    };
    current.all_held().filter_map(|waiting| one(waiting).transpose()).collect()
}

/// Takes a snapshot that waits into use, or refuses it for good, in one step. The one before stays stored.
///
/// # Errors
/// [`HoldError`]; nothing has changed then.
pub fn decide(
    archive: &Archive,
    verdict: &HoldVerdict,
    report: &mut dyn FnMut(ImportStep) -> bool,
) -> Result<SnapshotInfo, HoldError> {
    let HoldVerdict { list, snapshot, accepts, reviewer, reason } = verdict;
    for (text, what) in [(reviewer, "reviewer"), (reason, "reason")] {
        if text.trim().is_empty() {
            return Err(HoldError::Missing(what));
        }
    }
    if let Some(named) = snapshot.as_ref().filter(|named| named.len() < SHORTEST) {
        return Err(HoldError::Short { named: named.clone() });
    }
    let at: Moment = now().ok_or(HoldError::NoClock)?;
    let mut import = archive.begin_import(&mut || report(ImportStep::Waiting))?;
    let Some(held) = import.current().held(list) else {
        let others: Vec<&str> =
            import.current().all_held().map(|(list, _)| list.as_str()).collect();
        let others =
            if others.is_empty() { String::new() } else { format!(" ({})", others.join(", ")) };
        return Err(HoldError::NothingHeld { list: list.clone(), others });
    };
    let id = held.id;
    if let Some(named) = snapshot.as_ref().filter(|named| !id.to_string().starts_with(&***named)) {
        return Err(HoldError::Other { list: list.clone(), held: id, named: named.clone() });
    }
    let record = archive.record(id)?;
    if *accepts {
        // what is screened against from now on is what came
        archive.files(&record)?;
    }
    import.current_mut().decide(HoldDecision {
        list: list.clone(),
        id,
        end: if *accepts { HoldEnd::Accepted } else { HoldEnd::Rejected },
        reviewer: Some(reviewer.trim().to_owned()),
        reason: Some(reason.trim().to_owned()),
        at,
    });
    import.commit()?;
    Ok(record.info)
}
