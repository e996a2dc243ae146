//! Canada's consolidated list of autonomous sanctions (Special Economic Measures Act and Justice for Victims
//! of Corrupt Foreign Officials Act), in its XML. Knows that the file has no date and no reference of its
//! own: an entry is cited by country, schedule and item.

use std::sync::LazyLock;

use tamis_model::{Account, SnapshotScope};

use crate::collect::Repeated;
use crate::error::ReadError;
use crate::reading::{ReadOptions, Reading, SourceFile, list_id};
use crate::records::{Counted, read_records};
use crate::source::{decode, head_text, xml_root};
use crate::xml::{Document, Record, Table, mend};

mod aliases;
mod alternatives;
mod record;
mod table;

pub use table::TABLE;

/// The id of the format.
pub const FORMAT: &str = "ca-sema-xml";

/// An element that each record has; `data-set` alone is a root of other publications as well.
const SIGNATURE: &str = "<DateOfListing>";

static READY: LazyLock<Table> = LazyLock::new(|| Table::new(TABLE));

/// Whether this is one file with the root of the list and a record of it.
#[must_use]
pub fn recognises(files: &[SourceFile<'_>]) -> bool {
    matches!(files, [file] if xml_root(file.bytes).is_some_and(|(name, _)| name == READY.root_name())
        && head_text(file.bytes).contains(SIGNATURE))
}

/// Reads the list. The id is `ca-sema`, unless the options name another. The file tells no date of
/// publication.
///
/// # Errors
/// [`ReadError`] when the file is not well formed, cut off, or beyond a limit.
pub fn read(
    files: &[SourceFile<'_>],
    options: &ReadOptions,
    progress: &mut dyn FnMut(u64),
) -> Result<Reading, ReadError> {
    let [file] = files else { return Err(ReadError::not_recognised(files)) };
    let list = options.list.clone().unwrap_or_else(|| list_id("ca-sema"));
    let source = mend(decode(file)?, &READY);
    let mut document = Document::new(&source, &READY)?;
    let counted = Counted { word: |record| record.word(), repeated: Repeated::Refused };
    let entry = |record: &Record<'_>, account: &mut Account| record::entry(&list, record, account);
    let mut collector = read_records(&mut document, &source, counted, entry, progress)?;
    document.header().leftovers(&source, None, &mut Vec::new(), &mut collector.account);
    let (entries, account) = collector.finish(&source);
    Ok(Reading {
        list,
        format: FORMAT,
        published: None,
        published_as_written: None,
        scope: SnapshotScope::Whole,
        entries,
        account,
    })
}
