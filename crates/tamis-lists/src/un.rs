//! The UN Security Council's consolidated list, in its XML. Knows what the real files do beyond their
//! schema: several names, scripts, dates and passports inside one alias.

use std::sync::LazyLock;

use tamis_model::{Account, CivilDate, SnapshotScope};

use crate::collect::Repeated;
use crate::error::ReadError;
use crate::reading::{ReadOptions, Reading, SourceFile, list_id};
use crate::records::{Counted, read_records, said_of_all};
use crate::source::{decode, xml_root};
use crate::xml::{Document, Record, Table, mend};

mod alias;
mod birth;
mod comments;
mod document;
mod record;
mod table;

pub use table::TABLE;

/// The id of the format.
pub const FORMAT: &str = "un-xml";

static READY: LazyLock<Table> = LazyLock::new(|| Table::new(TABLE));

/// Whether this is one file with the root of the UN list.
#[must_use]
pub fn recognises(files: &[SourceFile<'_>]) -> bool {
    matches!(files, [file] if xml_root(file.bytes).is_some_and(|(name, _)| name == READY.root_name()))
}

/// Reads the list. The id is `un`, unless the options name another.
///
/// # Errors
/// [`ReadError`] when the file is not well formed, cut off, or beyond a limit.
pub fn read(
    files: &[SourceFile<'_>],
    options: &ReadOptions,
    progress: &mut dyn FnMut(u64),
) -> Result<Reading, ReadError> {
    let [file] = files else { return Err(ReadError::not_recognised(files)) };
    let list = options.list.clone().unwrap_or_else(|| list_id("un"));
    let source = mend(decode(file)?, &READY);
    let mut document = Document::new(&source, &READY)?;
    let counted = Counted { word: |record| record.word(), repeated: Repeated::Refused };
    let entry = |record: &Record<'_>, account: &mut Account| record::entry(&list, record, account);
    let mut collector = read_records(&mut document, &source, counted, entry, progress)?;
    let published = said_of_all(&document, "dateGenerated");
    document.header().leftovers(&source, None, &mut Vec::new(), &mut collector.account);
    let (entries, account) = collector.finish(&source);
    Ok(Reading {
        scope: scope(&entries),
        list,
        format: FORMAT,
        published: published.as_deref().and_then(|text| CivilDate::parse_iso(text).ok()),
        published_as_written: published,
        entries,
        account,
    })
}

/// The file says nowhere which committees it covers. One that holds the records of a single committee
/// is that committee's list: the whole list has had eleven and more since it exists.
fn scope(entries: &[tamis_model::Entry]) -> SnapshotScope {
    let mut programmes = entries.iter().flat_map(|entry| &entry.programmes);
    match programmes.next() {
        Some(first) if programmes.all(|programme| programme == first) => {
            SnapshotScope::Programmes(vec![first.clone()])
        }
        _ => SnapshotScope::Whole,
    }
}

/// Whether a text has the form of a permanent reference: `QDi.001`, `KPe.036`, two letters of the committee, person
/// or entity, a number.
pub(crate) fn is_reference(text: &str) -> bool {
    let Some((kind, number)) = text.trim_end_matches('.').split_once('.') else { return false };
    let digits = number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit());
    let [a, b, c] = kind.as_bytes() else { return false };
    digits
        && a.is_ascii_uppercase()
        && b.is_ascii_uppercase()
        && matches!(c, b'i' | b'e' | b'I' | b'E')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_told_by_their_form() {
        for (text, expected) in [
            ("QDi.001", true),
            ("KPe.036.", true),
            ("140", false),
            ("EU.88.96", false),
            ("QDi", false),
        ] {
            assert_eq!(is_reference(text), expected, "{text}");
        }
    }
}
