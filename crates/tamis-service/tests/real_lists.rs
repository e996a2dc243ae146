//! The official lists as published: every record is accounted for, and what is stored reads back.

#![expect(
    clippy::unwrap_used,
    reason = "a failure in what a test prepares is a failure of the test"
)]

use tamis_archive::Archive;
use tamis_model::CivilDate;
use tamis_service::import::open_all;
use tamis_service::{ImportOptions, ListFilter, import, load};
use tamis_testkit::require_data;

/// Imports files and compares list, date, records read and records accepted with what is expected.
#[track_caller]
fn check(files: &[&str], published: Option<&str>, expected: (&str, &str, &[(&str, u64)], usize)) {
    let mut paths = Vec::new();
    for file in files {
        let Some(path) = require_data!(&format!("lists/{file}")) else { return };
        paths.push(path);
    }
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::at(folder.path());
    let published = published.map(|day| CivilDate::parse_iso(day).unwrap());
    let options = ImportOptions { published, ..ImportOptions::default() };
    let report = import(&archive, &open_all(&paths).unwrap(), &options, &mut |_| true).unwrap();
    assert_eq!(report.lists.len(), 1);
    let imported = report.lists.first().unwrap();
    let (list, day, records, refused) = expected;
    let info = &imported.record.info;
    assert_eq!((info.list.as_str(), info.published.to_string().as_str()), (list, day));
    let read: Vec<(&str, u64)> =
        imported.account.read.iter().map(|(word, count)| (word.as_str(), *count)).collect();
    assert_eq!(read, records);
    assert_eq!(imported.account.refused.len(), refused);
    assert!(imported.account.balances());
    let loaded = load(&archive, &ListFilter::All).unwrap();
    assert_eq!(loaded.len(), 1);
    for list in loaded {
        assert_eq!(list.snapshot, *info);
        assert_eq!(list.reading.account, imported.account);
    }
}

#[test]
fn the_un_list_of_2021() {
    let records = &[("ENTITY", 293), ("INDIVIDUAL", 711)];
    check(&["un/2021-03-12.xml"], None, ("un", "2021-03-12", records, 0));
}

#[test]
fn the_un_list_with_stray_bytes() {
    let records = &[("ENTITY", 195), ("INDIVIDUAL", 684)];
    check(&["un/2025-08-malformed-bytes.xml"], None, ("un", "2025-08-16", records, 0));
}

#[test]
fn the_eu_list_of_2021() {
    let records = &[("enterprise", 569), ("person", 1_700)];
    check(&["eu/2021-03-02.xml"], None, ("eu", "2021-03-02", records, 0));
}

#[test]
fn the_ofac_list_of_2021() {
    let records = &[("sdnEntry", 8_832)];
    check(&["ofac/sdn-2021-03-10.xml"], None, ("ofac-sdn", "2021-03-10", records, 0));
}

#[test]
fn the_lists_of_single_nations() {
    let ca = &[("record", 4_759)];
    check(&["ca/sema-2025-05.xml"], Some("2025-05-20"), ("ca-sema", "2025-05-20", ca, 0));
    let au = &[("Entity", 2_951), ("Individual", 6_602)];
    check(&["au/regulation8-2024-12.xlsx"], Some("2024-12-09"), ("au", "2024-12-09", au, 0));
    let id = &[("Korporasi", 115), ("Orang", 412)];
    check(&["id/dttot-2022-07-22.xlsx"], Some("2022-07-22"), ("id-dttot", "2022-07-22", id, 0));
    let uk = &[("Designation", 1)];
    check(&["uk/uksl-specimen-2026-09-07.xml"], None, ("uk-sanctions", "2026-09-07", uk, 0));
    let ch = &[("target", 3)];
    check(&["ch/seco_official_sample_2024-01-17.xml"], None, ("ch", "2024-01-17", ch, 0));
}

#[test]
fn a_reference_of_before_2015_in_a_comment_is_told_in_its_form_of_today_and_is_no_alias() {
    let Some(path) = require_data!("lists/au/regulation8-2024-12.xlsx") else { return };
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::at(folder.path());
    let published = CivilDate::parse_iso("2024-12-09").ok();
    let options = ImportOptions { published, ..ImportOptions::default() };
    import(&archive, &open_all(&[path]).unwrap(), &options, &mut |_| true).unwrap();
    let mut told = 0;
    for list in load(&archive, &ListFilter::All).unwrap() {
        for entry in &list.reading.entries {
            let says =
                |note: &tamis_model::Note| note.text == "QE.J.115.04, which is QDe.115 today";
            if entry.notes.iter().any(says) {
                told += 1;
                // T6: who is said to be associated with it is not it
                assert!(
                    entry
                        .references
                        .iter()
                        .all(|reference| !format!("{reference:?}").contains("115"))
                );
                assert!(entry.other_keys.iter().all(|key| !key.text.contains("115")));
            }
        }
    }
    assert!((6..=20).contains(&told), "{told}");
}
