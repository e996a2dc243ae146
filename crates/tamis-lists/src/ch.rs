//! Switzerland's list (SECO, the State Secretariat for Economic Affairs), in its XML. Knows that targets that
//! were de-listed stay in the file, and that places and programmes stand beside the targets.

use std::sync::LazyLock;

use tamis_model::{Account, CivilDate, Diagnostic, DiagnosticKind, Position, SnapshotScope};

use crate::collect::{Collector, Origin, Repeated};
use crate::error::ReadError;
use crate::reading::{ReadOptions, Reading, SourceFile, list_id};
use crate::records::said_of_all;
use crate::source::{Source, decode, xml_root};
use crate::xml::{Document, Table, mend};

mod identity;
mod names;
mod record;
mod status;
mod surroundings;
mod table;

pub use table::TABLE;

use status::Status;
use surroundings::Surroundings;

/// The id of the format.
pub const FORMAT: &str = "ch-seco-xml";

static READY: LazyLock<Table> = LazyLock::new(|| Table::new(TABLE));

/// Whether this is one file with the root of the list.
#[must_use]
pub fn recognises(files: &[SourceFile<'_>]) -> bool {
    matches!(files, [file] if xml_root(file.bytes).is_some_and(|(name, _)| name == READY.root_name()))
}

/// Reads the list. The id is `ch`, unless the options name another. A target that was de-listed is refused
/// with the day: it is no longer in force. One that is de-listed on a later day than that of the file still is.
///
/// # Errors
/// [`ReadError`] when the file is not well formed, cut off, or beyond a limit.
pub fn read(
    files: &[SourceFile<'_>],
    options: &ReadOptions,
    progress: &mut dyn FnMut(u64),
) -> Result<Reading, ReadError> {
    let [file] = files else { return Err(ReadError::not_recognised(files)) };
    let list = options.list.clone().unwrap_or_else(|| list_id("ch"));
    let source = mend(decode(file)?, &READY);
    // Programmes stand before the targets and places behind them: a pass for each.
    let mut account = Account::default();
    let (surroundings, published) = surroundings(&source, &mut account)?;
    let day = published.as_deref().and_then(|text| CivilDate::parse_iso(text).ok());
    let mut document = Document::new(&source, &READY)?;
    let mut collector = Collector::default();
    collector.account = account;
    while let Some(record) = document.next_record()? {
        if record.word() != "target" {
            continue;
        }
        collector.met(record.word());
        let origin = Origin {
            word: record.word(),
            position: record.position(),
            bytes: record.source_bytes(&source),
            repeated: Repeated::Refused,
        };
        let (mut entry, status) =
            record::entry(&list, record, (&surroundings, day), &mut collector.account);
        let reference = Some(&*entry.id.reference).filter(|text| !text.is_empty());
        record.leftovers(&source, reference, &mut entry.notes, &mut collector.account);
        match status {
            Status::InForce => collector.accept(entry, &origin),
            Status::Delisted { reason } => collector.refuse(reference, origin.position, &reason),
        }
        progress(document.bytes_read());
    }
    // told by the first pass; what is not taken here would be a leftover
    let _ = said_of_all(&document, "date");
    let kind = said_of_all(&document, "list-type");
    let scope = scope(kind.as_deref(), &surroundings, &mut collector.account);
    document.header().leftovers(&source, None, &mut Vec::new(), &mut collector.account);
    let (entries, account) = collector.finish(&source);
    Ok(Reading {
        list,
        format: FORMAT,
        published: day,
        published_as_written: published,
        scope,
        entries,
        account,
    })
}

/// The programmes and places of the file, and its day as written.
fn surroundings(
    source: &Source<'_>,
    account: &mut Account,
) -> Result<(Surroundings, Option<String>), ReadError> {
    let mut surroundings = Surroundings::default();
    let mut document = Document::new(source, &READY)?;
    while let Some(record) = document.next_record()? {
        match record.word() {
            "place" => surroundings.add_place(record),
            "sanctions-program" => surroundings.add_programme(record),
            _ => continue,
        }
        record.leftovers(source, None, &mut Vec::new(), account);
    }
    let published = said_of_all(&document, "date");
    Ok((surroundings, published))
}

/// A whole list is whole. An amendment holds targets of the programmes that it names, and not all of them:
/// that is told.
fn scope(kind: Option<&str>, surroundings: &Surroundings, account: &mut Account) -> SnapshotScope {
    if kind == Some("whole-list") {
        return SnapshotScope::Whole;
    }
    account.diagnostics.push(Diagnostic {
        kind: DiagnosticKind::Contradiction,
        record: None,
        field: "@list-type".into(),
        position: Position::default(),
        value: kind.unwrap_or_default().to_owned(),
        detail: "no whole list: targets that did not change are not in it; screen against the whole list".into(),
    });
    SnapshotScope::Programmes(surroundings.programmes())
}
