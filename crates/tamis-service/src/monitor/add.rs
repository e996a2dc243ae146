//! Parties of a file go into the stock, each accounted for, all together or none.

use std::sync::atomic::AtomicBool;

use tamis_archive::{Archive, BatchRecord, StoreError};
use tamis_match::{AnalysedRecord, Policy};
use tamis_model::{CivilDate, Party};
use tamis_screen::ScreenRefusal;
use tamis_screen::stock::StockWriter;

use super::{KeptParty, MonitorError, PartyCoding};
use crate::ordered::{Ending, in_order};

/// The name of the artefact of a batch, in a folder of its own.
pub(super) const ARTEFACT: &str = "parties";

/// What came of adding a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddReport {
    /// The batch.
    pub batch: BatchRecord,
    /// Whether the same parties were there before: then nothing was changed.
    pub was_there: bool,
}

/// What becomes of a row that is no party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rejection {
    /// The reader of the file says why.
    Read,
    /// It can't be screened.
    Screen(ScreenRefusal),
}

/// Adds the parties of a file as a batch. `kept` tells the party of an item, or none for a row that could
/// not be read; `reject` is told of each row that is not added. The same parties again change nothing.
///
/// # Errors
/// [`MonitorError`], or what `reject` says; the stock is as it was.
#[expect(clippy::too_many_arguments, reason = "what is added, how it is kept, and who is told")]
pub fn add<Item: Send + Sync, Failure: From<MonitorError>>(
    archive: &Archive,
    name: &str,
    on: CivilDate,
    coding: &dyn PartyCoding,
    items: impl IntoIterator<Item = Item>,
    kept: impl Fn(&Item) -> Option<&KeptParty> + Sync,
    mut reject: impl FnMut(Item, Rejection) -> Result<(), Failure>,
    stop: &AtomicBool,
    wait: &mut dyn FnMut() -> bool,
) -> Result<AddReport, Failure> {
    let policy = Policy::vetting();
    let lock = archive.lock_stock(wait).map_err(MonitorError::from)?;
    let mut batch = lock.begin_batch().map_err(MonitorError::from)?;
    let mut stock = StockWriter::new();
    let (mut read, mut parties) = (0, 0);
    let work = |item: &Item| {
        let kept = kept(item)?;
        Some(analysed(&kept.party, &policy).map(|record| (record, coding.line(kept))))
    };
    let ending = in_order(items, stop, work, |item, found| {
        read += 1;
        match found {
            Some(Ok((record, line))) => {
                parties += 1;
                stock.add(&record, &line);
                batch.add(&line).map_err(MonitorError::from)?;
                Ok(())
            }
            Some(Err(refusal)) => reject(item, Rejection::Screen(refusal)),
            None => reject(item, Rejection::Read),
        }
    });
    let failed = match ending {
        Ok(Ending::Stopped) => Some(MonitorError::Stopped.into()),
        Ok(Ending::Complete) if parties == 0 => {
            Some(MonitorError::NoParties { name: name.to_owned() }.into())
        }
        Ok(Ending::Complete) => None,
        Err(failure) => Some(failure),
    };
    if let Some(failure) = failed {
        lock.drop_batch(batch);
        return Err(failure);
    }
    let id = lock.end_batch(batch).map_err(MonitorError::from)?;
    if let Some(known) = lock.state().batches.iter().find(|known| known.id == id) {
        return Ok(AddReport { batch: known.clone(), was_there: true });
    }
    keep(archive, id, stock, &policy, wait).map_err(MonitorError::from)?;
    let record = BatchRecord {
        id,
        name: name.to_owned(),
        read,
        parties,
        rejected: read - parties,
        added: on,
        ran: None,
    };
    let mut state = lock.state().clone();
    state.batches.push(record.clone());
    lock.commit(&state).map_err(MonitorError::from)?;
    Ok(AddReport { batch: record, was_there: false })
}

/// Writes the artefact of a batch.
pub(super) fn keep(
    archive: &Archive,
    id: tamis_model::SnapshotId,
    stock: StockWriter,
    policy: &Policy,
    wait: &mut dyn FnMut() -> bool,
) -> Result<(), StoreError> {
    let artefacts = archive.batch_artefacts(id);
    let lock = artefacts.lock_artefact(ARTEFACT, wait)?;
    let of = id.to_string();
    lock.put(|to| stock.write(policy, &of, to).map(drop))
}

/// A party ready to be compared, or why it can't be screened.
pub(super) fn analysed(party: &Party, policy: &Policy) -> Result<AnalysedRecord, ScreenRefusal> {
    let record = AnalysedRecord::of_party(party, policy)?;
    if !record.has_names() && record.identifiers.is_empty() {
        return Err(ScreenRefusal::NothingToScreen);
    }
    Ok(record)
}
