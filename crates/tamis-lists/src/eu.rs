//! The EU's consolidated financial sanctions list, in its FSF XML 1.1. Knows that it has no main name,
//! that `strong` says nothing, and that the quality of a name stands in its remark.

use std::sync::LazyLock;

use tamis_model::{CivilDate, SnapshotScope};

use crate::collect::{Collector, Origin, Repeated};
use crate::error::ReadError;
use crate::reading::{ReadOptions, Reading, SourceFile, list_id};
use crate::source::{decode, xml_root};
use crate::xml::{Document, Table, mend};

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
    let mut collector = Collector::default();
    while let Some(record) = document.next_record()? {
        let word = record::word(record);
        collector.met(word);
        let origin = Origin {
            word,
            position: record.position(),
            bytes: record.source_bytes(&source),
            // A party under two regimes has two records with one reference and one logicalId: 21 in 2021.
            repeated: Repeated::Merged,
        };
        let mut entry = record::entry(&list, record, &mut collector.account);
        let reference = Some(&*entry.id.reference).filter(|reference| !reference.is_empty());
        record.leftovers(&source, reference, &mut entry.notes, &mut collector.account);
        collector.accept(entry, &origin);
        progress(document.bytes_read());
    }
    let published = document
        .header()
        .root()
        .children()
        .find(|node| node.name() == "generationDate")
        .and_then(crate::xml::Node::words);
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
