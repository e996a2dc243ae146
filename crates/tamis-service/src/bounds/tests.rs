//! The bounds on the official files, and at their edges.

use tamis_archive::Archive;
use tamis_model::{CivilDate, ListId, SnapshotId, SnapshotScope};
use tamis_screen::difference::{Dated, difference};
use tamis_testkit::require_data;

use super::*;
use crate::difference::{ComparedList, SnapshotName, compared_lists};

fn info(day: &str, entries: u64) -> SnapshotInfo {
    SnapshotInfo {
        list: ListId::new("un").unwrap(),
        id: SnapshotId([1; 32]),
        format: "un-xml".into(),
        published: CivilDate::parse_iso(day).unwrap(),
        published_as_written: None,
        scope: SnapshotScope::Whole,
        entries,
    }
}

#[test]
fn a_list_may_shrink_by_the_share_and_by_a_few() {
    let check = |before: u64, after: u64, held: bool| {
        let (old, new) = (info("2026-01-01", before), info("2026-01-02", after));
        let reasons = HoldBounds::default().reasons(&old, &new, None);
        let expected = HoldReason::Fewer { before, after, bound: 5 };
        assert_eq!(reasons, if held { vec![expected] } else { Vec::new() }, "{before} {after}");
    };
    check(1_000, 950, false);
    check(1_000, 949, true);
    check(1_000, 1_200, false);
    check(1_000, 0, true);
    check(10, 8, false);
    check(10, 7, true);
    let (old, new) = (info("2026-01-01", 1_000), info("2026-01-02", 900));
    let lax = HoldBounds { fewer_percent: 10, ..HoldBounds::default() };
    assert!(lax.reasons(&old, &new, None).is_empty());
}

/// What two files of a list are held for, and the two shares in tenths of a percent: fewer, changed.
fn real(from: &str, to: &str) -> Option<(Vec<HoldReason>, i64, u64)> {
    let (from, to) =
        (require_data!(&format!("lists/{from}"))?, require_data!(&format!("lists/{to}"))?);
    let (from, to) = (SnapshotName::File(from), SnapshotName::File(to));
    let folder = tempfile::tempdir().unwrap();
    let mut lists = compared_lists(&Archive::at(folder.path()), &from, &to, &[]).unwrap().lists;
    let ComparedList { from, to } = lists.remove(0);
    let [one, other] =
        [&from, &to].map(|list| Dated { snapshot: &list.snapshot, entries: &list.reading.entries });
    let found = difference(one, other);
    let bounds = HoldBounds::default();
    let reasons = bounds.reasons(&from.snapshot, &to.snapshot, Some(&found));
    let [before, after] = [&from, &to].map(|list| i64::try_from(list.snapshot.entries).unwrap());
    let lost = found.changes.iter().filter(|change| has_lost(change)).count() as u64;
    let left: u64 = found.scope.left_of_from.values().sum();
    let shares = ((before - after) * 1_000 / before, lost * 1_000 / (from.snapshot.entries - left));
    println!("{} -> {}: {shares:?} {reasons:?}", from.snapshot.published, to.snapshot.published);
    Some((reasons, shares.0, shares.1))
}

#[test]
fn no_official_file_is_held_after_the_one_before_it_but_the_damaged_one() {
    let pairs = [
        ("un/2014-11-19-al-qaida-only.xml", "un/2015-03-27.xml", -2_475, 49),
        ("un/2015-03-27.xml", "un/2021-03-12.xml", 40, 340),
        ("un/2021-03-12.xml", "un/2026-02-27.xml", 0, 119),
        ("uk/conlist-2014-04-02.csv", "uk/conlist-2023-06-05.xlsx", -738, 612),
    ];
    let mut told = Vec::new();
    for (from, to, ..) in pairs {
        let Some((reasons, fewer, changed)) = real(from, to) else { return };
        assert_eq!(reasons, Vec::new(), "{from} {to}");
        told.push((from, to, fewer, changed));
    }
    assert_eq!(told, pairs);
    // a copy of 2025-08 with bytes that are no UTF-8, as found: it lacks more entries than the UN ever removed
    let damaged = "un/2025-08-malformed-bytes.xml";
    let Some((reasons, fewer, _)) = real("un/2021-03-12.xml", damaged) else { return };
    assert_eq!(
        (reasons, fewer),
        (vec![HoldReason::Fewer { before: 1_004, after: 879, bound: 5 }], 124)
    );
    // and one committee's file after the whole list
    let Some((reasons, ..)) = real("un/2015-03-27.xml", "un/2014-11-19-al-qaida-only.xml") else {
        return;
    };
    assert!(
        matches!(reasons.as_slice(), [HoldReason::Fewer { after: 301, .. }, ..]),
        "{reasons:?}"
    );
}
