//! The file `monitor/stock.json`.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};
use tamis_model::{CivilDate, ListId, SnapshotId};

use super::{FORM, Place, read, unreadable, written};
use crate::error::{KeptPart, OpenError};
use crate::monitor::{BatchRecord, RanWith, StockState};

#[derive(Serialize, Deserialize)]
struct StockForm {
    form: u32,
    batches: Vec<BatchForm>,
}

#[derive(Serialize, Deserialize)]
struct BatchForm {
    id: String,
    name: String,
    read: u64,
    parties: u64,
    rejected: u64,
    added: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    ran: Option<RanForm>,
}

#[derive(Serialize, Deserialize)]
struct RanForm {
    snapshots: BTreeMap<String, String>,
    policy: String,
    threshold: u16,
    engine: String,
    reviewed_links: u64,
    on: String,
}

pub(crate) fn write_stock(state: &StockState) -> Vec<u8> {
    let ran = |ran: &RanWith| RanForm {
        snapshots: ran
            .snapshots
            .iter()
            .map(|(list, id)| (list.to_string(), id.to_string()))
            .collect(),
        policy: ran.policy.clone(),
        threshold: ran.threshold,
        engine: ran.engine.clone(),
        reviewed_links: ran.reviewed_links,
        on: ran.on.to_string(),
    };
    let form = |batch: &BatchRecord| BatchForm {
        id: batch.id.to_string(),
        name: batch.name.clone(),
        read: batch.read,
        parties: batch.parties,
        rejected: batch.rejected,
        added: batch.added.to_string(),
        ran: batch.ran.as_ref().map(ran),
    };
    written(&StockForm { form: FORM, batches: state.batches.iter().map(form).collect() })
}

pub(crate) fn read_stock(path: &Path, bytes: &[u8]) -> Result<StockState, OpenError> {
    let at = Place { path, part: KeptPart::Stock, known: FORM };
    let form: StockForm = read(at, bytes)?;
    let id = |text: &str| SnapshotId::parse(text).map_err(|error| unreadable(at, error));
    let day = |text: &str| CivilDate::parse_iso(text).map_err(|error| unreadable(at, error));
    let ran = |ran: RanForm| {
        let snapshots = ran.snapshots.iter().map(|(list, snapshot)| {
            let list = ListId::new(list).map_err(|error| unreadable(at, error))?;
            Ok((list, id(snapshot)?))
        });
        Ok::<_, OpenError>(RanWith {
            snapshots: snapshots.collect::<Result<_, OpenError>>()?,
            policy: ran.policy,
            threshold: ran.threshold,
            engine: ran.engine,
            reviewed_links: ran.reviewed_links,
            on: day(&ran.on)?,
        })
    };
    let batches = form.batches.into_iter().map(|batch| {
        Ok(BatchRecord {
            id: id(&batch.id)?,
            name: batch.name,
            read: batch.read,
            parties: batch.parties,
            rejected: batch.rejected,
            added: day(&batch.added)?,
            ran: batch.ran.map(ran).transpose()?,
        })
    });
    Ok(StockState { batches: batches.collect::<Result<_, OpenError>>()? })
}
