//! OFAC's lists in the advanced format (`sdn_advanced.xml`, `cons_advanced.xml`). Knows that it is a database
//! written out: sets of values, places, documents and listings stand beside the parties that refer to them.

use std::sync::LazyLock;

use tamis_model::{Account, CivilDate, SnapshotScope};

use crate::collect::{Collector, Origin, Repeated};
use crate::error::ReadError;
use crate::ofac_xml::programmes;
use crate::reading::{ReadOptions, Reading, SourceFile};
use crate::source::{Source, decode, xml_root};
use crate::xml::{Document, Node, Record, Table, mend};

mod documents;
mod features;
mod listings;
mod names;
mod party;
mod period;
mod surroundings;
mod table;
mod values;

pub use table::TABLE;

use surroundings::Surroundings;

/// The id of the format.
pub const FORMAT: &str = "ofac-advanced-xml";

static READY: LazyLock<Table> = LazyLock::new(|| Table::new(TABLE));

/// Whether this is one file with the root of the format.
#[must_use]
pub fn recognises(files: &[SourceFile<'_>]) -> bool {
    matches!(files, [file] if xml_root(file.bytes).is_some_and(|(name, _)| name == READY.root_name()))
}

/// Reads the list. Its id is the one of the options, else `ofac-sdn` or `ofac-nonsdn` by the lists that its
/// entries name. References are those of OFAC's other formats.
///
/// # Errors
/// [`ReadError`] when the file is not well formed, cut off, or beyond a limit.
pub fn read(
    files: &[SourceFile<'_>],
    options: &ReadOptions,
    progress: &mut dyn FnMut(u64),
) -> Result<Reading, ReadError> {
    let [file] = files else { return Err(ReadError::not_recognised(files)) };
    let source = mend(decode(file)?, &READY);
    let mut account = Account::default();
    // what parties refer to stands before and behind them: a pass for each
    let surroundings = surroundings(&source, &mut account)?;
    let list = options.list.clone().unwrap_or_else(|| {
        if surroundings.is_sdn() { programmes::sdn() } else { programmes::nonsdn() }
    });
    let mut document = Document::new(&source, &READY)?;
    let mut collector = Collector::default();
    collector.account = account;
    while let Some(record) = document.next_record()? {
        if record.word() != "DistinctParty" {
            continue;
        }
        collector.met(record.word());
        let origin = Origin {
            word: record.word(),
            position: record.position(),
            bytes: record.source_bytes(&source),
            repeated: Repeated::Refused,
        };
        let mut entry = party::entry(&list, record, &surroundings, &mut collector.account);
        let reference = Some(&*entry.id.reference).filter(|text| !text.is_empty());
        record.leftovers(&source, reference, &mut entry.notes, &mut collector.account);
        collector.accept(entry, &origin);
        progress(document.bytes_read());
    }
    let published = issued(document.header());
    document.header().leftovers(&source, None, &mut Vec::new(), &mut collector.account);
    let (entries, account) = collector.finish(&source);
    Ok(Reading {
        list,
        format: FORMAT,
        published,
        published_as_written: published.map(|day| day.to_string()),
        scope: SnapshotScope::Whole,
        entries,
        account,
    })
}

/// All that stands beside the parties.
fn surroundings(source: &Source<'_>, account: &mut Account) -> Result<Surroundings, ReadError> {
    let mut surroundings = Surroundings::default();
    let mut document = Document::new(source, &READY)?;
    while let Some(record) = document.next_record()? {
        match record.word() {
            "ReferenceValueSets" => surroundings.values.add(record),
            "Location" => surroundings.add_location(record),
            "IDRegDocument" => surroundings.add_document(record),
            "ProfileRelationship" => surroundings.add_relationship(record),
            "SanctionsEntry" => surroundings.add_listing(record),
            _ => continue,
        }
        record.leftovers(source, None, &mut Vec::new(), account);
    }
    Ok(surroundings)
}

/// The day of `DateOfIssue`.
fn issued(header: &Record<'_>) -> Option<CivilDate> {
    let node = header.root().children().find(|node| node.name() == "DateOfIssue")?;
    period::day(node)
}

/// An attribute or element of one value inside a node, taken.
fn said(node: Node<'_, '_>, name: &str) -> Option<String> {
    node.children().find(|child| child.name() == name).and_then(Node::words)
}
