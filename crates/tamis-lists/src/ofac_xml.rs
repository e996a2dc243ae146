//! OFAC's Specially Designated Nationals and its consolidated non-SDN list, in their XML; both have one
//! format, in two namespaces. Knows OFAC's inverted weak aliases and its types of numbers.

use std::sync::LazyLock;

use tamis_model::{Account, CivilDate, Diagnostic, DiagnosticKind, Position, SnapshotScope};

use crate::collect::Repeated;
use crate::error::ReadError;
use crate::reading::{ReadOptions, Reading, SourceFile};
use crate::records::{Counted, read_records};
use crate::source::{decode, xml_root};
use crate::xml::{Document, Record, Table, mend};

pub mod id_types;
mod number;
pub mod programmes;
pub(crate) mod record;
mod table;

pub use table::TABLE;

/// The id of the format.
pub const FORMAT: &str = "ofac-xml";

/// The namespaces that the format has had: up to 2024, and since then.
pub const NAMESPACES: [&str; 2] = [
    "http://tempuri.org/sdnList.xsd",
    "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML",
];

static READY: LazyLock<Table> = LazyLock::new(|| Table::new(TABLE));

/// Whether this is one file with the root of OFAC's lists.
#[must_use]
pub fn recognises(files: &[SourceFile<'_>]) -> bool {
    matches!(files, [file] if xml_root(file.bytes).is_some_and(|(name, _)| name == READY.root_name()))
}

/// Reads the list. Its id is the one of the options, else `ofac-sdn` or `ofac-nonsdn` by the programmes
/// of its entries ([`programmes::list_of`]).
///
/// # Errors
/// [`ReadError`] when the file is not well formed, cut off, beyond a limit, or holds another number of
/// records than it says.
pub fn read(
    files: &[SourceFile<'_>],
    options: &ReadOptions,
    progress: &mut dyn FnMut(u64),
) -> Result<Reading, ReadError> {
    let [file] = files else { return Err(ReadError::not_recognised(files)) };
    let source = mend(decode(file)?, &READY);
    let mut document = Document::new(&source, &READY)?;
    // the list is told by all entries; until then they carry the first of the two ids
    let provisional = options.list.clone().unwrap_or_else(programmes::sdn);
    let counted = Counted { word: |record| record.word(), repeated: Repeated::Refused };
    let entry =
        |record: &Record<'_>, account: &mut Account| record::entry(&provisional, record, account);
    let mut collector = read_records(&mut document, &source, counted, entry, progress)?;
    namespace(file, &mut collector.account);
    let header = Header::of(document.header());
    document.header().leftovers(&source, None, &mut Vec::new(), &mut collector.account);
    let found = collector.account.read_total();
    if let Some(stated) = header.count.filter(|stated| *stated != found) {
        return Err(ReadError::RecordCount { file: file.name.to_owned(), stated, found });
    }
    let (mut entries, account) = collector.finish(&source);
    let list = options.list.clone().unwrap_or_else(|| programmes::list_of(&entries));
    for entry in &mut entries {
        entry.id.list = list.clone();
    }
    Ok(Reading {
        list,
        format: FORMAT,
        published: header.published.as_deref().and_then(us_day),
        published_as_written: header.published,
        scope: SnapshotScope::Whole,
        entries,
        account,
    })
}

fn namespace(file: &SourceFile<'_>, account: &mut Account) {
    let Some((_, attributes)) = xml_root(file.bytes) else { return };
    if !NAMESPACES.iter().any(|known| attributes.contains(known)) {
        account.diagnostics.push(Diagnostic {
            kind: DiagnosticKind::UnknownValue,
            record: None,
            field: "@xmlns".to_owned(),
            position: Position { byte: Some(0), line: Some(1) },
            value: attributes.trim().to_owned(),
            detail: "none of the namespaces that the format has had; read as the newest".to_owned(),
        });
    }
}

/// What stands before the records.
struct Header {
    published: Option<String>,
    count: Option<u64>,
}

impl Header {
    fn of(record: &Record<'_>) -> Self {
        let mut header = Self { published: None, count: None };
        for node in record.root().children().flat_map(crate::xml::Node::children) {
            match node.name() {
                "Publish_Date" => header.published = node.words(),
                "Record_Count" => header.count = node.text().parse().ok(),
                _ => {}
            }
        }
        header
    }
}

/// `03/10/2021`: month first.
fn us_day(text: &str) -> Option<CivilDate> {
    let mut fields = text.split('/');
    let month = fields.next()?.parse().ok()?;
    let day = fields.next()?.parse().ok()?;
    CivilDate::new(fields.next()?.parse().ok()?, month, day).ok()
}
