//! The file `fetches.json`.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};
use tamis_model::{ListId, Moment, SnapshotId};

use super::{FORM, KeptPart, Place, read, unreadable, written};
use crate::error::OpenError;
use crate::fetches::{FetchFailure, FetchLog, FetchRecord, GoodFetch};

#[derive(Serialize, Deserialize)]
struct FetchesForm {
    form: u32,
    lists: BTreeMap<String, FetchForm>,
}

#[derive(Serialize, Deserialize)]
struct FetchForm {
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<GoodForm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    failure: Option<FailureForm>,
}

#[derive(Serialize, Deserialize)]
struct GoodForm {
    address: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    etag: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_modified: Option<String>,
    fetched_at: String,
    checked_at: String,
    snapshot: String,
}

#[derive(Serialize, Deserialize)]
struct FailureForm {
    address: String,
    at: String,
    detail: String,
}

pub(crate) fn write_fetches(log: &FetchLog) -> Vec<u8> {
    let good = |fetch: &GoodFetch| GoodForm {
        address: fetch.address.clone(),
        etag: fetch.etag.clone(),
        last_modified: fetch.last_modified.clone(),
        fetched_at: fetch.fetched_at.to_string(),
        checked_at: fetch.checked_at.to_string(),
        snapshot: fetch.snapshot.to_string(),
    };
    let failure = |failure: &FetchFailure| FailureForm {
        address: failure.address.clone(),
        at: failure.at.to_string(),
        detail: failure.detail.clone(),
    };
    let form = |record: &FetchRecord| FetchForm {
        last: record.last.as_ref().map(good),
        failure: record.failure.as_ref().map(failure),
    };
    let lists = log.iter().map(|(list, record)| (list.to_string(), form(record))).collect();
    written(&FetchesForm { form: FORM, lists })
}

pub(crate) fn read_fetches(path: &Path, bytes: &[u8]) -> Result<FetchLog, OpenError> {
    let at = Place { path, part: KeptPart::Fetches, known: FORM };
    let form: FetchesForm = read(at, bytes)?;
    let moment = |text: &str| Moment::parse(text).map_err(|error| unreadable(at, error));
    let mut log = FetchLog::new();
    for (list, FetchForm { last, failure }) in form.lists {
        let last = last.map(|form| {
            Ok(GoodFetch {
                fetched_at: moment(&form.fetched_at)?,
                checked_at: moment(&form.checked_at)?,
                snapshot: SnapshotId::parse(&form.snapshot)
                    .map_err(|error| unreadable(at, error))?,
                address: form.address,
                etag: form.etag,
                last_modified: form.last_modified,
            })
        });
        let failure = failure.map(|form| {
            let at = moment(&form.at)?;
            Ok(FetchFailure { address: form.address, at, detail: form.detail })
        });
        let list = ListId::new(&list).map_err(|error| unreadable(at, error))?;
        log.insert(list, FetchRecord { last: last.transpose()?, failure: failure.transpose()? });
    }
    Ok(log)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_reads_back_as_written() {
        let at = Moment::from_unix(1_772_179_951).unwrap();
        let last = GoodFetch {
            address: "https://lists.example/un.xml".into(),
            etag: Some("W/\"7\"".into()),
            last_modified: None,
            fetched_at: at,
            checked_at: at,
            snapshot: SnapshotId([7; 32]),
        };
        let failure =
            FetchFailure { address: "https://lists.example/".into(), at, detail: "no".into() };
        let log: FetchLog = [
            ("eu", FetchRecord { last: None, failure: Some(failure.clone()) }),
            ("uk", FetchRecord::default()),
            ("un", FetchRecord { last: Some(last), failure: None }),
        ]
        .map(|(list, record)| (ListId::new(list).unwrap(), record))
        .into();
        let path = Path::new("fetches.json");
        assert_eq!(read_fetches(path, &write_fetches(&log)).unwrap(), log);
        assert!(matches!(read_fetches(path, b"{"), Err(OpenError::Unreadable { .. })));
    }
}
