//! The records of a list in XML, one after the other: what each reader of such a list does with all of them.

use tamis_model::{Account, Diagnostic, DiagnosticKind, Entry};

use crate::collect::{Collector, Origin, Repeated};
use crate::error::ReadError;
use crate::source::Source;
use crate::xml::{Document, Node, Record};

/// How a list counts its records.
#[derive(Clone, Copy)]
pub(crate) struct Counted {
    /// What the account calls a record.
    pub(crate) word: fn(&Record<'_>) -> &'static str,
    /// What a second record of one reference is.
    pub(crate) repeated: Repeated,
}

/// Reads all records of a document: `entry` makes an entry of each; what it did not use goes to the entry's
/// notes or to the account.
pub(crate) fn read_records<'s>(
    document: &mut Document<'s>,
    source: &'s Source<'s>,
    counted: Counted,
    mut entry: impl FnMut(&Record<'_>, &mut Account) -> Entry,
    progress: &mut dyn FnMut(u64),
) -> Result<Collector<'s>, ReadError> {
    let mut collector = Collector::default();
    while let Some(record) = document.next_record()? {
        let word = (counted.word)(record);
        collector.met(word);
        let origin = Origin {
            word,
            position: record.position(),
            bytes: record.source_bytes(source),
            repeated: counted.repeated,
        };
        let mut entry = entry(record, &mut collector.account);
        let reference = Some(&*entry.id.reference).filter(|reference| !reference.is_empty());
        record.leftovers(source, reference, &mut entry.notes, &mut collector.account);
        collector.accept(entry, &origin);
        progress(document.bytes_read());
    }
    Ok(collector)
}

/// Something noticed at a node of a record; [`read_records`] or the reader fills in the reference.
pub(crate) fn diagnostic(
    node: Node<'_, '_>,
    kind: DiagnosticKind,
    value: &str,
    detail: &str,
) -> Diagnostic {
    Diagnostic {
        kind,
        record: None,
        field: node.field(),
        position: node.position(),
        value: value.to_owned(),
        detail: detail.to_owned(),
    }
}

/// Tells the account what was noticed in the record of an entry.
pub(crate) fn tell(account: &mut Account, told: Vec<Diagnostic>, entry: &Entry) {
    let record = Some(entry.id.reference.to_string()).filter(|text| !text.is_empty());
    account.diagnostics.extend(
        told.into_iter().map(|diagnostic| Diagnostic { record: record.clone(), ..diagnostic }),
    );
}

/// What an attribute or element of the root says, as written.
pub(crate) fn said_of_all(document: &Document<'_>, name: &str) -> Option<String> {
    document.header().root().children().find(|node| node.name() == name).and_then(Node::words)
}
