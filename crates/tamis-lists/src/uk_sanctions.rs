//! The UK Sanctions List (FCDO), in its XML: the single list of the UK since January 2026. Knows that it has
//! references of its own, that of the consolidated list before it, and that of the UN.

use std::sync::LazyLock;

use tamis_model::{Account, SnapshotScope};

use crate::collect::Repeated;
use crate::error::ReadError;
use crate::reading::{ReadOptions, Reading, SourceFile, list_id};
use crate::records::{Counted, read_records, said_of_all};
use crate::source::{decode, head_text, xml_root};
use crate::uk::births::day;
use crate::xml::{Document, Record, Table, mend};

mod details;
mod names;
mod record;
mod table;

pub use table::TABLE;

/// The id of the format.
pub const FORMAT: &str = "uk-sanctions-xml";

/// An element that each record has, and one before the records.
const SIGNATURES: [&str; 2] = ["<DateGenerated", "<UniqueID"];

static READY: LazyLock<Table> = LazyLock::new(|| Table::new(TABLE));

/// Whether this is one file with the root of the list and elements of it.
#[must_use]
pub fn recognises(files: &[SourceFile<'_>]) -> bool {
    matches!(files, [file] if xml_root(file.bytes).is_some_and(|(name, _)| name == READY.root_name())
        && SIGNATURES.iter().any(|name| head_text(file.bytes).contains(name)))
}

/// Reads the list. The id is `uk-sanctions`, unless the options name another.
///
/// # Errors
/// [`ReadError`] when the file is not well formed, cut off, or beyond a limit.
pub fn read(
    files: &[SourceFile<'_>],
    options: &ReadOptions,
    progress: &mut dyn FnMut(u64),
) -> Result<Reading, ReadError> {
    let [file] = files else { return Err(ReadError::not_recognised(files)) };
    let list = options.list.clone().unwrap_or_else(|| list_id("uk-sanctions"));
    let source = mend(decode(file)?, &READY);
    let mut document = Document::new(&source, &READY)?;
    let counted = Counted { word: |record| record.word(), repeated: Repeated::Refused };
    let entry = |record: &Record<'_>, account: &mut Account| record::entry(&list, record, account);
    let mut collector = read_records(&mut document, &source, counted, entry, progress)?;
    let published = said_of_all(&document, "DateGenerated");
    document.header().leftovers(&source, None, &mut Vec::new(), &mut collector.account);
    let (entries, account) = collector.finish(&source);
    Ok(Reading {
        list,
        format: FORMAT,
        published: published.as_deref().and_then(day),
        published_as_written: published,
        scope: SnapshotScope::Whole,
        entries,
        account,
    })
}
