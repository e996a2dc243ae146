//! A set in an artefact answers as the same set in memory, whole entries or some of their names taken out.

use tamis_model::{CivilDate, SnapshotId, SnapshotScope};
use tamis_testkit::population::Population;

use super::*;
use crate::Screener;
use crate::set::{ListEntries, ScreenSet};

fn snapshot(entries: usize) -> SnapshotInfo {
    SnapshotInfo {
        list: ListId::new("generated").unwrap(),
        id: SnapshotId([0; 32]),
        format: "generated".to_owned(),
        published: CivilDate::new(2026, 11, 27).unwrap(),
        published_as_written: None,
        scope: SnapshotScope::Whole,
        entries: entries as u64,
    }
}

#[test]
fn some_names_of_an_entry_tell_what_all_do() {
    let policy = Policy::vetting();
    let list = Population::new(Population::SEED, 4_000);
    let entries: Vec<Entry> = list.entries().collect();
    let snapshot = snapshot(entries.len());
    let whole = ScreenSet::build(vec![ListEntries { snapshot, entries }], &policy).unwrap();
    let bytes = whole.write(&policy, Vec::new()).unwrap();
    let open = || {
        let held = tamis_index::artefact::InMemory::of(&bytes);
        let artefact = Artefact::open(Arc::new(held)).unwrap();
        ScreenSet::open(Arc::new(artefact), &policy).unwrap()
    };
    let sets = [open(), open().without_room()];
    let exhaustive = Screener::exhaustive(Arc::new(whole), policy.clone());
    let screeners = sets.map(|set| Screener::indexed(Arc::new(set), policy.clone()));
    let (mut hits, mut below) = (0, 0);
    for (_, party) in list.queries(240) {
        // an acronym alone may be nothing to screen
        let Ok(expected) = exhaustive.screen(&party, None) else { continue };
        hits += expected.total.hits;
        below += expected.below_by_date;
        for screener in &screeners {
            assert_eq!(screener.screen(&party, None).unwrap(), expected, "{:?}", party.names);
        }
    }
    assert!(hits > 100 && below > 0, "{hits}, {below}");
}
