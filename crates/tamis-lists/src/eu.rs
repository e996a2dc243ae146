//! The EU's consolidated financial sanctions list, in its FSF XML 1.1. Knows that it has no main name,
//! that `strong` says nothing, and that the quality of a name stands in its remark.

use std::sync::LazyLock;

use tamis_model::{Account, CivilDate, SnapshotScope};

use crate::collect::Repeated;
use crate::error::ReadError;
use crate::reading::{ReadOptions, Reading, SourceFile, list_id};
use crate::records::{Counted, read_records, said_of_all};
use crate::source::{decode, xml_root};
use crate::xml::{Document, Record, Table, mend};

mod details;
mod names;
mod record;
mod table;

pub use table::TABLE;

/// The id of the format.
pub const FORMAT: &str = "eu-fsf-1.1";

/// The namespace of version 1.1; `export` alone is a root of other lists as well.
pub const NAMESPACE: &str = "http://eu.europa.ec/fpi/fsd/export";

static READY: LazyLock<Table> = LazyLock::new(|| Table::new(TABLE));

/// Whether this is one file with the root and namespace of the EU list.
#[must_use]
pub fn recognises(files: &[SourceFile<'_>]) -> bool {
    matches!(files, [file] if xml_root(file.bytes).is_some_and(|(name, attributes)| {
        name == READY.root_name() && attributes.contains(NAMESPACE)
    }))
}

/// Reads the list. The id is `eu`, unless the options name another.
///
/// # Errors
/// [`ReadError`] when the file is not well formed, cut off, or beyond a limit.
pub fn read(
    files: &[SourceFile<'_>],
    options: &ReadOptions,
    progress: &mut dyn FnMut(u64),
) -> Result<Reading, ReadError> {
    let [file] = files else { return Err(ReadError::not_recognised(files)) };
    let list = options.list.clone().unwrap_or_else(|| list_id("eu"));
    let source = mend(decode(file)?, &READY);
    let mut document = Document::new(&source, &READY)?;
    // a party under two regimes has two records with one reference and one logicalId: 21 in 2021
    let counted = Counted { word: record::word, repeated: Repeated::Merged };
    let entry = |record: &Record<'_>, account: &mut Account| record::entry(&list, record, account);
    let mut collector = read_records(&mut document, &source, counted, entry, progress)?;
    let published = said_of_all(&document, "generationDate");
    document.header().leftovers(&source, None, &mut Vec::new(), &mut collector.account);
    let (entries, account) = collector.finish(&source);
    Ok(Reading {
        list,
        format: FORMAT,
        published: published.as_deref().and_then(|text| CivilDate::parse_iso(text).ok()),
        published_as_written: published,
        scope: SnapshotScope::Whole,
        entries,
        account,
    })
}
