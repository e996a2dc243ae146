//! The library in thirty lines: entries as values, a set, a screener, a party, and its hits with their
//! evidence. `cargo run -p tamis-screen --example embed`.

use std::sync::Arc;

use tamis_match::Policy;
use tamis_model::{
    AlignedPart, CivilDate, DateStatement, Entry, EntryId, Evidence, Finding, ListId, ListedName,
    NameGrade, Party, PartyKind, PartyName, SnapshotId, SnapshotInfo, SnapshotScope,
};
use tamis_screen::{ListEntries, ScreenSet, Screener};

fn texts(parts: &[AlignedPart]) -> String {
    parts.iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Screens one party against one entry and tells what was found.
pub(crate) fn screened() -> Result<String, Box<dyn std::error::Error>> {
    let list = ListId::new("utopia")?;
    let mut entry = Entry::new(EntryId::new(&list, "UT.1"), PartyKind::Person);
    entry.names.push(ListedName::new("Zarvan ibn Qahtan al-Torjani", NameGrade::Primary, "NAME"));
    entry.births.push(DateStatement::read("1961-05-04")?);
    let snapshot = SnapshotInfo {
        list,
        id: SnapshotId([0; 32]), // of a real list, the SHA-256 of its bytes
        format: "values".to_owned(),
        published: CivilDate::new(2026, 2, 27)?,
        published_as_written: None,
        scope: SnapshotScope::Whole,
        entries: 1,
    };
    let policy = Policy::vetting();
    let set = ScreenSet::build(vec![ListEntries { snapshot, entries: vec![entry] }], &policy)?;
    let screener = Screener::indexed(Arc::new(set), policy); // cheap to clone, shared by threads
    let party = Party {
        kind: PartyKind::Person,
        names: vec![PartyName::whole("زروان قحطان الترجاني")],
        births: vec![DateStatement::read("4 May 1961")?],
        ..Party::default()
    };
    let screening = screener.screen(&party, None)?;
    let mut told = format!("{} of {} entries\n", screening.total.hits, screening.considered);
    for hit in screening.hits() {
        told += &format!("{} {} {} {}\n", hit.rank, hit.class, hit.score, hit.entry);
        for Evidence { finding, weight } in &hit.evidence {
            match finding {
                Finding::Part(part) => {
                    let (party, entry) = (texts(&part.party), texts(&part.entry));
                    told +=
                        &format!("  {party} {} {entry}: {}\n", part.relation.symbol(), weight.0);
                }
                other => told += &format!("  {other:?}: {}\n", weight.0),
            }
        }
    }
    Ok(told)
}

#[expect(clippy::print_stdout, reason = "an example shows its answer")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    print!("{}", screened()?);
    Ok(())
}
