//! The differences of the official lists as published.

use std::collections::BTreeMap;

use tamis_archive::Archive;
use tamis_model::Entry;
use tamis_screen::difference::{ChangeKind, Dated, EntryChange, Fate, difference};
use tamis_testkit::require_data;

use super::{ComparedList, SnapshotName, compared_lists};

/// What is told of two files.
struct Told {
    counts: BTreeMap<ChangeKind, u64>,
    /// A line of each change.
    lines: Vec<String>,
    /// Entries of either that were not compared.
    left: [u64; 2],
    unchanged: u64,
}

fn told(from: &str, to: &str) -> Option<Told> {
    let (from, to) =
        (require_data!(&format!("lists/{from}"))?, require_data!(&format!("lists/{to}"))?);
    let (from, to) = (SnapshotName::File(from), SnapshotName::File(to));
    let folder = tempfile::tempdir().unwrap();
    let mut lists = compared_lists(&Archive::at(folder.path()), &from, &to, &[]).unwrap().lists;
    let ComparedList { from, to } = lists.remove(0);
    let [from, to] =
        [&from, &to].map(|list| Dated { snapshot: &list.snapshot, entries: &list.reading.entries });
    let found = difference(from, to);
    let both = found.changes.iter().filter(|c| c.before.is_some() && c.after.is_some()).count();
    let left = [&found.scope.left_of_from, &found.scope.left_of_to].map(|left| left.values().sum());
    let [left_of_from, left_of_to]: [u64; 2] = left;
    let told = 2 * found.unchanged + (found.changes.len() + both) as u64;
    let entries = (from.entries.len() + to.entries.len()) as u64;
    assert_eq!(entries, told + left_of_from + left_of_to, "each entry is told of once");
    let id = |entry: Option<&Entry>| entry.map_or("-", |entry| &*entry.id.reference).to_owned();
    let line = |change: &EntryChange<'_>| {
        let fate = match &change.fate {
            Fate::SplitFrom { entry, .. } => format!(" from {entry}"),
            Fate::MergedInto { entry, .. } => format!(" into {entry}"),
            _ => String::new(),
        };
        let kind = change.kind().words();
        format!("{kind} {} {}{fate} {}", id(change.before), id(change.after), change.heading())
    };
    let lines = found.changes.iter().map(line).collect();
    Some(Told { counts: found.counts(), lines, left, unchanged: found.unchanged })
}

impl Told {
    fn count(&self, kind: ChangeKind) -> u64 {
        self.counts.get(&kind).copied().unwrap_or(0)
    }

    #[track_caller]
    fn has(&self, line: &str) {
        assert!(self.lines.iter().any(|known| known == line), "{line}\n{}", self.lines.join("\n"));
    }
}

#[test]
fn the_un_list_of_one_committee_beside_the_whole_one_with_other_references() {
    let Some(told) = told("un/2014-11-19-al-qaida-only.xml", "un/2015-03-27.xml") else { return };
    // 305 of 1,046 entries are that committee's; the others are named and not compared
    assert_eq!(told.left, [0, 741]);
    assert_eq!((told.count(ChangeKind::Moved), told.unchanged), (295, 0));
    assert_eq!((told.count(ChangeKind::Added), told.count(ChangeKind::Removed)), (10, 6));
    told.has("moved QE.J.115.04. QDe.115 AL-QAIDA IN IRAQ");
    told.has("moved QE.A.137.14. QDe.137 AL-NUSRAH FRONT FOR THE PEOPLE OF THE LEVANT");
    told.has("removed QI.M.286.10. - HAKIMULLAH MEHSUD");
}

#[test]
fn the_un_list_over_the_years() {
    let Some(first) = told("un/2015-03-27.xml", "un/2021-03-12.xml") else { return };
    assert_eq!((first.count(ChangeKind::Moved), first.count(ChangeKind::Renamed)), (5, 20));
    assert_eq!((first.count(ChangeKind::Added), first.count(ChangeKind::Removed)), (268, 310));
    first.has("moved QDi.345. QDi.345 TARKHAN TAYUMURAZOVICH BATIRASHVILI");
    first.has("moved TAI.171 TAi.171 MUHAMMAD OMAR ZADRAN");
    let Some(second) = told("un/2021-03-12.xml", "un/2026-02-27.xml") else { return };
    // 88 keys of the publisher are gone, and one of them, of KPe.068, is another one only
    assert_eq!((second.count(ChangeKind::Added), second.count(ChangeKind::Removed)), (87, 88));
    assert_eq!(second.count(ChangeKind::Moved), 0);
    second.has("changed KPe.068 KPe.068 MYOHYANG SHIPPING CO");
}

#[test]
fn the_uk_list_tells_of_splits_and_mergers() {
    let Some(told) = told("uk/conlist-2014-04-02.csv", "uk/conlist-2023-06-05.xlsx") else {
        return;
    };
    told.has("split - 12981 from uk:8441 AL-NUSRAH FRONT FOR THE PEOPLE OF THE LEVANT");
    told.has("merged 11223 - into uk:11222 ARFA PAINT COMPANY");
    told.has("moved 11404 13963 Vadzim DZMITRYEVICH IPATAU");
    assert_eq!((told.count(ChangeKind::Split), told.count(ChangeKind::Merged)), (2, 10));
}
