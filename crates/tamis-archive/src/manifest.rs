//! The files `current.json` and `snapshots/<id>.json`: their written form, and the way to the values.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};
use tamis_model::{
    CivilDate, DiagnosticKind, EntryId, ListId, Moment, Position, Refusal, SnapshotId,
    SnapshotInfo, SnapshotScope,
};

use crate::error::{KeptPart, OpenError};
use crate::links::{LinkLog, LinkRecord};
use crate::record::{
    AccountSummary, Compared, DiagnosticCount, FileRecord, Origin, SnapshotRecord,
};

mod current;
mod fetches;
mod stock;

pub(crate) use current::{read_current, write_current};
pub(crate) use fetches::{read_fetches, write_fetches};
pub(crate) use stock::{read_stock, write_stock};

/// The number of the written form; raised when an older reader would misread a newer file.
const FORM: u32 = 1;

/// The words for kinds of diagnostics.
const KINDS: &[(DiagnosticKind, &str)] = &[
    (DiagnosticKind::UnknownField, "unknown-field"),
    (DiagnosticKind::UnknownValue, "unknown-value"),
    (DiagnosticKind::UnreadableDate, "unreadable-date"),
    (DiagnosticKind::RepairedBytes, "repaired-bytes"),
    (DiagnosticKind::Reshaped, "reshaped"),
    (DiagnosticKind::Contradiction, "contradiction"),
    (DiagnosticKind::Orphan, "orphan"),
    (DiagnosticKind::Misplaced, "misplaced"),
];

#[derive(Deserialize)]
struct FormOnly {
    form: u32,
}

#[derive(Serialize, Deserialize)]
struct RecordForm {
    form: u32,
    id: String,
    list: String,
    format: String,
    published: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    published_as_written: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    programmes: Option<Vec<String>>,
    imported_by: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<OriginForm>,
    files: Vec<FileForm>,
    account: AccountForm,
    #[serde(skip_serializing_if = "Option::is_none")]
    compared: Option<ComparedForm>,
}

#[derive(Serialize, Deserialize)]
struct OriginForm {
    address: String,
    fetched_at: String,
}

#[derive(Serialize, Deserialize)]
struct ComparedForm {
    with: String,
    published: String,
    counts: BTreeMap<String, u64>,
}

#[derive(Serialize, Deserialize)]
struct FileForm {
    name: String,
    size: u64,
    sha256: String,
}

#[derive(Serialize, Deserialize)]
struct AccountForm {
    read: BTreeMap<String, u64>,
    accepted: BTreeMap<String, u64>,
    refused: Vec<RefusalForm>,
    merged: u64,
    entries: u64,
    names: u64,
    repaired_bytes: u64,
    repaired_runs: u64,
    diagnostics: Vec<DiagnosticForm>,
}

#[derive(Serialize, Deserialize)]
struct RefusalForm {
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    byte: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    reason: String,
}

#[derive(Serialize, Deserialize)]
struct DiagnosticForm {
    kind: String,
    field: String,
    count: u64,
}

#[derive(Serialize, Deserialize)]
struct LinksForm {
    form: u32,
    records: Vec<LinkForm>,
}

#[derive(Serialize, Deserialize)]
struct LinkForm {
    joins: bool,
    one: String,
    other: String,
    reviewers: [String; 2],
    reason: String,
    on: String,
}

pub(crate) fn write_links(log: &LinkLog) -> Vec<u8> {
    let form = |record: &LinkRecord| LinkForm {
        joins: record.joins,
        one: record.one.to_string(),
        other: record.other.to_string(),
        reviewers: record.reviewers.clone(),
        reason: record.reason.clone(),
        on: record.on.to_string(),
    };
    written(&LinksForm { form: FORM, records: log.records.iter().map(form).collect() })
}

pub(crate) fn read_links(path: &Path, bytes: &[u8]) -> Result<LinkLog, OpenError> {
    let at = Place { path, part: KeptPart::Links, known: FORM };
    let form: LinksForm = read(at, bytes)?;
    let entry = |text: &str| EntryId::parse(text).map_err(|error| unreadable(at, error));
    let records = form.records.into_iter().map(|link| {
        Ok(LinkRecord {
            joins: link.joins,
            one: entry(&link.one)?,
            other: entry(&link.other)?,
            reviewers: link.reviewers,
            reason: link.reason,
            on: CivilDate::parse_iso(&link.on).map_err(|error| unreadable(at, error))?,
        })
    });
    Ok(LinkLog { records: records.collect::<Result<_, OpenError>>()? })
}

pub(crate) fn write_record(record: &SnapshotRecord) -> Vec<u8> {
    let info = &record.info;
    let account = &record.account;
    written(&RecordForm {
        form: FORM,
        id: info.id.to_string(),
        list: info.list.to_string(),
        format: info.format.clone(),
        published: info.published.to_string(),
        published_as_written: info.published_as_written.clone(),
        programmes: match &info.scope {
            SnapshotScope::Whole => None,
            SnapshotScope::Programmes(programmes) => Some(programmes.clone()),
        },
        imported_by: record.imported_by.clone(),
        origin: record.origin.as_ref().map(|origin| OriginForm {
            address: origin.address.clone(),
            fetched_at: origin.fetched_at.to_string(),
        }),
        compared: record.compared.as_ref().map(|compared| ComparedForm {
            with: compared.with.to_string(),
            published: compared.published.to_string(),
            counts: compared.counts.clone(),
        }),
        files: record
            .files
            .iter()
            .map(|file| FileForm {
                name: file.name.clone(),
                size: file.size,
                sha256: SnapshotId(file.sha256).to_string(),
            })
            .collect(),
        account: AccountForm {
            read: account.read.clone(),
            accepted: account.accepted.clone(),
            refused: account
                .refused
                .iter()
                .map(|refusal| RefusalForm {
                    record: refusal.record.clone(),
                    byte: refusal.position.byte,
                    line: refusal.position.line,
                    reason: refusal.reason.clone(),
                })
                .collect(),
            merged: account.merged,
            entries: account.entries,
            names: account.names,
            repaired_bytes: account.repaired_bytes,
            repaired_runs: account.repaired_runs,
            diagnostics: account
                .diagnostics
                .iter()
                .map(|diagnostic| DiagnosticForm {
                    kind: word(diagnostic.kind).to_owned(),
                    field: diagnostic.field.clone(),
                    count: diagnostic.count,
                })
                .collect(),
        },
    })
}

pub(crate) fn read_record(path: &Path, bytes: &[u8]) -> Result<SnapshotRecord, OpenError> {
    let at = Place { path, part: KeptPart::Lists, known: FORM };
    let form: RecordForm = read(at, bytes)?;
    let mut files = Vec::with_capacity(form.files.len());
    for file in form.files {
        let hash = SnapshotId::parse(&file.sha256).map_err(|error| unreadable(at, error))?;
        files.push(FileRecord { name: file.name, size: file.size, sha256: hash.0 });
    }
    let mut diagnostics = Vec::with_capacity(form.account.diagnostics.len());
    for diagnostic in form.account.diagnostics {
        let kind = kind(&diagnostic.kind)
            .ok_or_else(|| unreadable(at, format!("`{}` is no diagnostic", diagnostic.kind)))?;
        let DiagnosticForm { field, count, .. } = diagnostic;
        diagnostics.push(DiagnosticCount { kind, field, count });
    }
    let moment = |text: &str| Moment::parse(text).map_err(|error| unreadable(at, error));
    let day = |text: &str| CivilDate::parse_iso(text).map_err(|error| unreadable(at, error));
    let origin = form.origin.map(|OriginForm { address, fetched_at }| {
        Ok(Origin { address, fetched_at: moment(&fetched_at)? })
    });
    let compared = form.compared.map(|ComparedForm { with, published, counts }| {
        let with = SnapshotId::parse(&with).map_err(|error| unreadable(at, error))?;
        Ok(Compared { with, published: day(&published)?, counts })
    });
    let (origin, compared) = (origin.transpose()?, compared.transpose()?);
    let refused = form
        .account
        .refused
        .into_iter()
        .map(|refusal| Refusal {
            record: refusal.record,
            position: Position { byte: refusal.byte, line: refusal.line },
            reason: refusal.reason,
        })
        .collect();
    Ok(SnapshotRecord {
        info: SnapshotInfo {
            list: ListId::new(&form.list).map_err(|error| unreadable(at, error))?,
            id: SnapshotId::parse(&form.id).map_err(|error| unreadable(at, error))?,
            format: form.format,
            published: day(&form.published)?,
            published_as_written: form.published_as_written,
            scope: form.programmes.map_or(SnapshotScope::Whole, SnapshotScope::Programmes),
            entries: form.account.entries,
        },
        files,
        account: AccountSummary {
            read: form.account.read,
            accepted: form.account.accepted,
            refused,
            merged: form.account.merged,
            entries: form.account.entries,
            names: form.account.names,
            repaired_bytes: form.account.repaired_bytes,
            repaired_runs: form.account.repaired_runs,
            diagnostics,
        },
        imported_by: form.imported_by,
        origin,
        compared,
    })
}

fn word(kind: DiagnosticKind) -> &'static str {
    KINDS.iter().find(|row| row.0 == kind).map_or("unknown-field", |row| row.1)
}

fn kind(word: &str) -> Option<DiagnosticKind> {
    KINDS.iter().find(|row| row.1 == word).map(|row| row.0)
}

#[expect(
    clippy::expect_used,
    reason = "strings, numbers and maps by strings can always be written"
)]
fn written(form: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(form).expect("a form of plain values");
    bytes.push(b'\n');
    bytes
}

/// A file, and what it is a part of.
#[derive(Clone, Copy)]
struct Place<'a> {
    path: &'a Path,
    part: KeptPart,
    /// The latest form that is understood.
    known: u32,
}

fn read<Form: for<'de> Deserialize<'de>>(at: Place<'_>, bytes: &[u8]) -> Result<Form, OpenError> {
    let FormOnly { form } = serde_json::from_slice(bytes).map_err(|error| unreadable(at, error))?;
    if form > at.known {
        return Err(OpenError::Newer { path: at.path.to_owned(), found: form, known: at.known });
    }
    serde_json::from_slice(bytes).map_err(|error| unreadable(at, error))
}

#[expect(clippy::needless_pass_by_value, reason = "called as the last step of `map_err`")]
fn unreadable(at: Place<'_>, detail: impl ToString) -> OpenError {
    let Place { path, part, .. } = at;
    OpenError::Unreadable { path: path.to_owned(), part, detail: detail.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [DiagnosticKind; 8] = [
        DiagnosticKind::UnknownField,
        DiagnosticKind::UnknownValue,
        DiagnosticKind::UnreadableDate,
        DiagnosticKind::RepairedBytes,
        DiagnosticKind::Reshaped,
        DiagnosticKind::Contradiction,
        DiagnosticKind::Orphan,
        DiagnosticKind::Misplaced,
    ];

    #[test]
    fn each_kind_of_diagnostic_reads_back() {
        for one in ALL {
            assert_eq!(kind(word(one)), Some(one));
        }
    }

    #[test]
    fn a_record_reads_back_as_written() {
        let record = SnapshotRecord {
            info: SnapshotInfo {
                list: ListId::new("un").unwrap(),
                id: SnapshotId([7; 32]),
                format: "un-xml".into(),
                published: CivilDate::new(2021, 3, 12).unwrap(),
                published_as_written: Some("2021-03-12T19:03:54-05:00".into()),
                scope: SnapshotScope::Programmes(vec!["Al-Qaida".into()]),
                entries: 3,
            },
            files: vec![FileRecord { name: "un.xml".into(), size: 9, sha256: [7; 32] }],
            account: AccountSummary {
                read: [("INDIVIDUAL".to_owned(), 4)].into(),
                accepted: [("INDIVIDUAL".to_owned(), 3)].into(),
                refused: vec![Refusal {
                    record: None,
                    position: Position { byte: Some(5), line: None },
                    reason: "no reference".into(),
                }],
                merged: 1,
                entries: 3,
                names: 8,
                repaired_bytes: 2,
                repaired_runs: 1,
                diagnostics: ALL
                    .map(|kind| DiagnosticCount { kind, field: "F".into(), count: 1 })
                    .to_vec(),
            },
            imported_by: "0.1.0".into(),
            origin: Some(Origin {
                address: "https://lists.example/un.xml".into(),
                fetched_at: Moment::from_unix(1_772_179_951).unwrap(),
            }),
            compared: Some(Compared {
                with: SnapshotId([6; 32]),
                published: CivilDate::new(2021, 3, 11).unwrap(),
                counts: [("added".to_owned(), 2)].into(),
            }),
        };
        let path = Path::new("x.json");
        assert_eq!(read_record(path, &write_record(&record)).unwrap(), record);
    }

    #[test]
    fn each_part_has_its_own_remedy() {
        let path = Path::new("x.json");
        let told = [
            read_current(path, b"{").map(drop),
            read_links(path, b"{").map(drop),
            read_stock(path, b"{").map(drop),
            read_fetches(path, b"{").map(drop),
        ];
        let words =
            ["tamis lists import", "tamis lists link", "tamis monitor add", "tamis lists update"];
        for (result, word) in told.into_iter().zip(words) {
            let error = result.unwrap_err().to_string();
            for other in words {
                assert_eq!(error.contains(other), other == word, "{error}");
            }
        }
    }

    #[test]
    fn files_of_a_later_form_are_refused() {
        let bytes = br#"{"form": 3, "lists": {}, "more": []}"#;
        let error = read_current(Path::new("current.json"), bytes).unwrap_err();
        assert!(matches!(error, OpenError::Newer { found: 3, known: 2, .. }), "{error}");
        assert!(read_current(Path::new("current.json"), b"{\"form\": 1, \"li").is_err());
    }
}
