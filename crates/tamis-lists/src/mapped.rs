//! The mapped reader: separated values, workbooks, XML, JSON and numbered text, read by a mapping file a list. A new or
//! changed layout is data: `docs/MAPPINGS.md` tells the form.
//!
//! The mapping is one of the files of the list: it is stored with them, so that a snapshot is read again as it was read.
//! Mappings that ship are found by content; one that has met no real file reads nothing until somebody names it.

mod cells;
mod fill;
mod json;
mod mapping;
mod markup;
mod shipped;
mod tables;
mod text;

use tamis_model::{CivilDate, DateStatement, Entry, Position, SnapshotScope};

use crate::collect::{Collector, Origin, Repeated};
use crate::columns::Candidates;
use crate::error::ReadError;
use crate::reading::{ReadOptions, Reading, SourceFile};

pub use mapping::{Layout, Mapping, State, is_one as is_mapping, parse};
pub use shipped::{SHIPPED, Shipped, shipped};

use cells::{Head, Record};
use fill::{Filled, Filler};
use mapping::SameReference;

/// The id of the format.
pub const FORMAT: &str = "mapped";

/// Records of a file. Largest list known to be of such a form: some 20,000 (Russia).
const MAX_RECORDS: usize = 5_000_000;

/// Whether these are a mapping and the one file that it may read. What is wrong with either is told when it is read.
#[must_use]
pub fn recognises_with_mapping(files: &[SourceFile<'_>]) -> bool {
    files.len() == 2 && files.iter().filter(|file| is_mapping(file.bytes)).count() == 1
}

/// Whether this is one file that a shipped mapping fits.
#[must_use]
pub fn recognises_shipped(candidates: &Candidates<'_, '_>) -> bool {
    shipped::fitting(candidates).is_some()
}

/// Reads a list by its mapping.
///
/// # Errors
/// [`ReadError::Mapping`] for a fault of the mapping, [`ReadError::Unverified`] for a shipped one that has met no real
/// file and that nobody named; else what the format of the file gives.
pub fn read(
    files: &[SourceFile<'_>],
    options: &ReadOptions,
    progress: &mut dyn FnMut(u64),
) -> Result<Reading, ReadError> {
    let (mappings, others): (Vec<_>, Vec<_>) =
        files.iter().partition(|file| is_mapping(file.bytes));
    let [file] = others.as_slice() else { return Err(ReadError::not_recognised(files)) };
    match mappings.as_slice() {
        [mapping] => {
            let mapping = parse(mapping)?;
            if !shipped::same_container(file, &mapping) {
                let (found, remedy) = crate::source::looks_like(file.bytes);
                let detail = format!(
                    "the mapping of `{}` reads {}, and this looks like {found}; {remedy}",
                    mapping.list,
                    mapping.layout.words()
                );
                return Err(ReadError::Table { file: file.name.to_owned(), detail });
            }
            read_by(file, &mapping, options, progress)
        }
        [] => {
            let ready = shipped::fitting(&Candidates::new(files))
                .ok_or_else(|| ReadError::not_recognised(files))?;
            if let State::Unverified { rests_on } = &ready.mapping.state {
                return Err(ReadError::Unverified {
                    file: file.name.to_owned(),
                    title: ready.mapping.title.clone(),
                    mapping: ready.name,
                    rests_on: rests_on.clone(),
                });
            }
            read_by(file, &ready.mapping, options, progress)
        }
        _ => Err(ReadError::not_recognised(files)),
    }
}

/// Reads one file by a mapping.
///
/// # Errors
/// [`ReadError`] when the file is damaged, beyond a limit, or lacks what the mapping requires.
pub fn read_by(
    file: &SourceFile<'_>,
    mapping: &Mapping,
    options: &ReadOptions,
    progress: &mut dyn FnMut(u64),
) -> Result<Reading, ReadError> {
    let mut head = Head::default();
    let mut records: Vec<Record> = Vec::new();
    let name = file.name;
    let mut take = |record: Record| {
        if records.len() >= MAX_RECORDS {
            let line = record.position.line.unwrap_or_default();
            let (what, bound) = ("the number of records", MAX_RECORDS as u64);
            return Err(ReadError::LimitExceeded { file: name.to_owned(), line, what, bound });
        }
        records.push(record);
        Ok(())
    };
    match &mapping.layout {
        Layout::Table { sheets } => tables::records(file, mapping, sheets, &mut head, &mut take)?,
        Layout::Xml { record, published, .. } => {
            markup::records(file, record, published.as_deref(), &mut head, &mut take)?;
        }
        Layout::Json { record, published, keyed, .. } => {
            let lie = json::Lie { record, published: published.as_deref(), keyed };
            json::records(file, lie, &mut head, &mut take)?;
        }
        Layout::Text { shapes, sections, strip, ends, .. } => {
            let lines = text::Lines { shapes, sections, strip, ends: ends.as_deref() };
            text::records(file, lines, &mut head, &mut take)?;
        }
    }
    if records.is_empty()
        && let Some(place) = mapping.layout.record_place()
    {
        let detail = format!(
            "there is no {place}, which is a record for the mapping of `{}`; give the file as published, or write \
             what a record is now into a mapping of your own (--mapping)",
            mapping.list
        );
        return Err(ReadError::Table { file: file.name.to_owned(), detail });
    }
    let list = options.list.clone().unwrap_or_else(|| mapping.list.clone());
    let published = head.published.as_deref().and_then(day).or(mapping.published);
    let published_as_written = head.published.clone();
    let (mut entries, account) = collected(&records, file, mapping, &list, head)?;
    entries.iter_mut().for_each(fill::first_is_primary);
    progress(file.bytes.len() as u64);
    Ok(Reading {
        list,
        format: FORMAT,
        published,
        published_as_written,
        scope: SnapshotScope::Whole,
        entries,
        account,
    })
}

fn collected(
    records: &[Record],
    file: &SourceFile<'_>,
    mapping: &Mapping,
    list: &tamis_model::ListId,
    head: Head,
) -> Result<(Vec<Entry>, tamis_model::Account), ReadError> {
    let whole: Vec<String> = records.iter().map(Record::whole).collect();
    let mut collector = Collector::default();
    let mut filler = Filler::new(mapping);
    let repeated = match mapping.same_reference {
        SameReference::Refused => Repeated::Refused,
        SameReference::Merged => Repeated::Merged,
    };
    for (record, whole) in records.iter().zip(&whole) {
        collector.met(record.word);
        let position: Position = record.position.clone();
        let before = filler.diagnostics.len();
        match filler.fill(record) {
            Filled::Entry(mut entry) => {
                entry.id = tamis_model::EntryId::new(list, &entry.id.reference);
                let reference = Some(entry.id.reference.to_string()).filter(|it| !it.is_empty());
                for told in filler.diagnostics.iter_mut().skip(before) {
                    told.record.clone_from(&reference);
                }
                let bytes = whole.as_bytes();
                let origin = Origin { word: record.word, position, bytes, repeated };
                collector.accept(*entry, &origin);
            }
            Filled::Refused(reference, reason) => {
                let reference = Some(reference.as_str()).filter(|it| !it.is_empty());
                collector.refuse(reference, position, &reason);
            }
        }
    }
    let missing = filler.missing();
    if !records.is_empty() && !missing.is_empty() {
        let detail = format!(
            "no record has what the mapping of `{}` requires: {}; give the file as published, or write the new names into a mapping of your own (--mapping)",
            mapping.list,
            missing.join(", ")
        );
        return Err(ReadError::Table { file: file.name.to_owned(), detail });
    }
    let mut account = collector.account;
    account.diagnostics.extend(head.diagnostics);
    account.diagnostics.extend(filler.diagnostics);
    (account.repaired_bytes, account.repaired_runs) = head.repaired;
    Ok((collector.entries, account))
}

/// The day of publication, from what the file writes: a day with or without a time behind it.
fn day(text: &str) -> Option<CivilDate> {
    CivilDate::parse_iso(text).ok().or_else(|| {
        let read = DateStatement::read(text).ok()?;
        match read.readings.as_slice() {
            [one] if one.earliest() == one.latest() => Some(one.earliest()),
            _ => None,
        }
    })
}
