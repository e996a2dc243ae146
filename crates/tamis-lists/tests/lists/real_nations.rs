//! The lists of single nations as published: figures of an independent count of the same files (Python's
//! `xml.etree` and `openpyxl`).

use tamis_lists::tabular::xlsx::XlsxLimits;
use tamis_lists::{ReadOptions, Reading, SourceFile};
use tamis_model::{DiagnosticKind, Entry, NameGrade, PartyKind, SnapshotScope};
use tamis_testkit::require_data;

fn read_file(path: &std::path::Path) -> Reading {
    let bytes = std::fs::read(path).unwrap();
    let files = [SourceFile { name: "list", bytes: &bytes }];
    tamis_lists::read(&files, &ReadOptions::default(), &mut |_| {}).unwrap()
}

fn find<'r>(reading: &'r Reading, reference: &str) -> &'r Entry {
    let found = reading.entries.iter().find(|entry| &*entry.id.reference == reference);
    found.unwrap_or_else(|| panic!("no {reference}"))
}

fn kinds(reading: &Reading) -> [usize; 3] {
    [PartyKind::Person, PartyKind::Organisation, PartyKind::Vessel]
        .map(|kind| reading.entries.iter().filter(|entry| entry.kind == kind).count())
}

fn has(entry: &Entry, grade: NameGrade, text: &str) -> bool {
    entry.names.iter().any(|name| name.grade == grade && name.text == text)
}

fn number_of(reading: &Reading, kind: DiagnosticKind) -> usize {
    reading.account.diagnostics.iter().filter(|told| told.kind == kind).count()
}

#[test]
fn the_list_of_canada_is_read_whole() {
    let Some(path) = require_data!("lists/ca/sema-2025-05.xml") else { return };
    let reading = read_file(&path);
    assert_eq!(reading.account.read.get("record"), Some(&4759));
    assert_eq!(reading.account.entries, 4759);
    assert!(reading.account.refused.is_empty());
    assert_eq!((reading.list.as_str(), reading.published), ("ca-sema", None));
    assert_eq!(kinds(&reading), [3334, 1316, 109]);
    for kind in
        [DiagnosticKind::UnknownField, DiagnosticKind::Misplaced, DiagnosticKind::Contradiction]
    {
        assert_eq!(number_of(&reading, kind), 0, "{kind:?}");
    }
    assert!(reading.entries.iter().all(|entry| entry.listed_on.is_some()));
    // 1,825 elements, of which 109 are of ships and three tell two dates
    let births: usize = reading.entries.iter().map(|entry| entry.births.len()).sum();
    assert_eq!(births, 1825 - 109 + 3);
    assert_eq!(number_of(&reading, DiagnosticKind::UnreadableDate), 1);

    // each cell of aliases is there, whole or as what its names were written in
    let text = std::fs::read_to_string(&path).unwrap();
    let mut cells = 0;
    for (record, entry) in text.split("<record>").skip(1).zip(&reading.entries) {
        let Some((_, rest)) = record.split_once("<Aliases>") else { continue };
        let cell = quick_xml::escape::unescape(rest.split_once("</Aliases>").unwrap().0).unwrap();
        let cell = cell.split_whitespace().collect::<Vec<_>>().join(" ");
        let there =
            entry.names.iter().any(|name| name.as_written.as_deref().unwrap_or(&name.text) == cell);
        assert!(there, "{} lost {cell}", entry.id);
        cells += 1;
    }
    assert_eq!(cells, 2877);

    let hemedti = find(&reading, "Sudan/Part 1/5");
    assert_eq!(hemedti.heading(), "Mohamed Hamdan Dagalo Mousa");
    assert!(has(hemedti, NameGrade::Unrated, "Hemedti"));
    assert!(has(hemedti, NameGrade::OriginalScript, "محمد حمدان دقلو موسى"));
    let guards = reading
        .entries
        .iter()
        .find(|entry| has(entry, NameGrade::Primary, "Islamic Revolutionary Guard Corps"));
    assert!(has(
        guards.unwrap(),
        NameGrade::Translation,
        "Corps des Gardiens de la Révolution islamique"
    ));
}

#[test]
fn the_specimens_of_switzerland_are_read_whole() {
    let Some(path) = require_data!("lists/ch/seco_official_sample_2024-01-17.xml") else { return };
    let reading = read_file(&path);
    assert_eq!(reading.account.read.get("target"), Some(&3));
    assert_eq!((reading.account.entries, reading.account.refused.len()), (3, 0));
    assert_eq!(reading.published.unwrap().to_string(), "2024-01-17");
    // an amendment, and told as one
    assert_eq!(reading.scope, SnapshotScope::Programmes(vec!["PPDM".to_owned()]));
    assert_eq!(reading.account.diagnostics.len(), 1);
    let test_a = find(&reading, "64393");
    assert_eq!((test_a.heading(), test_a.legal_bases.len()), ("Test A", 2));

    let Some(path) = require_data!("lists/ch/seco_real_trimmed_2026-08-27.xml") else { return };
    let reading = read_file(&path);
    assert_eq!(reading.published.unwrap().to_string(), "2026-08-27");
    let [refusal] = reading.account.refused.as_slice() else { panic!("one target") };
    assert_eq!(refusal.record.as_deref(), Some("5142"));
    assert!(refusal.reason.starts_with("de-listed on 2016-03-01"), "{}", refusal.reason);
    assert_eq!(number_of(&reading, DiagnosticKind::Misplaced), 0);
    // its place was cut from the specimen
    assert_eq!(number_of(&reading, DiagnosticKind::Orphan), 1);
}

#[test]
fn the_specimen_of_the_uk_sanctions_list_is_read_whole() {
    let Some(path) = require_data!("lists/uk/uksl-specimen-2026-09-07.xml") else { return };
    let reading = read_file(&path);
    assert_eq!(reading.account.read.get("Designation"), Some(&1));
    assert_eq!(reading.published.unwrap().to_string(), "2026-09-07");
    assert_eq!(reading.account.diagnostics, []);
    let akhund = find(&reading, "AFG0006");
    assert_eq!(akhund.heading(), "MOHAMMAD HASSAN AKHUND");
    assert!(has(akhund, NameGrade::OriginalScript, "محمد حسن آخوند"));
    let births: Vec<String> =
        akhund.births.iter().map(|birth| birth.readings[0].to_string()).collect();
    assert_eq!(births, ["1945", "1946", "1955", "1958"]);
    let passport = &akhund.identifiers[0];
    assert_eq!(passport.number, "P04581926");
    assert_eq!(passport.issuer.as_ref().and_then(|country| country.code.as_deref()), Some("AF"));
    assert_eq!(passport.expires.unwrap().to_string(), "2034-08-07");
    let references: Vec<(&str, &str)> =
        akhund.references.iter().map(|it| (it.list.as_str(), it.reference.as_str())).collect();
    assert_eq!(references, [("uk", "7172"), ("un", "TAi.002")]);
}

/// The cells of a column of a workbook, white space collapsed, by row; the first row is the header.
fn column(path: &std::path::Path, index: usize) -> Vec<(u64, String)> {
    let bytes = std::fs::read(path).unwrap();
    let rows = tamis_lists::tabular::xlsx::rows(&bytes, None, XlsxLimits::default()).unwrap();
    let cell = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    rows.iter().skip(1).map(|row| (row.number, cell(row.field(index)))).collect()
}

#[test]
fn the_list_of_australia_is_read_whole() {
    let Some(path) = require_data!("lists/au/regulation8-2024-12.xlsx") else { return };
    let reading = read_file(&path);
    // 9,560 rows below the header, of which seven are blank
    let read: Vec<(&str, u64)> =
        reading.account.read.iter().map(|(word, number)| (word.as_str(), *number)).collect();
    assert_eq!(read, [("Entity", 2951), ("Individual", 6602)]);
    assert_eq!((reading.account.entries, reading.account.merged), (3062, 9553 - 3062));
    assert!(reading.account.refused.is_empty());
    assert_eq!(kinds(&reading), [2316, 746, 0]);
    for kind in
        [DiagnosticKind::UnknownField, DiagnosticKind::UnknownValue, DiagnosticKind::Contradiction]
    {
        assert_eq!(number_of(&reading, kind), 0, "{kind:?}");
    }
    assert_eq!(number_of(&reading, DiagnosticKind::UnreadableDate), 8);
    // each entry has one main name, and each cell of names is there
    for entry in &reading.entries {
        let primary = entry.names.iter().filter(|name| name.grade == NameGrade::Primary);
        assert_eq!(primary.count(), 1, "{}", entry.id);
    }
    let references = column(&path, 0);
    for ((_, cell), (row, reference)) in column(&path, 1).iter().zip(&references) {
        let end = reference.find(|c: char| !c.is_ascii_digit()).unwrap_or(reference.len());
        let entry = find(&reading, &reference[..end]);
        let plain = |text: &str| text.trim_matches([',', ' ']).to_owned();
        let there = entry.names.iter().any(|name| {
            plain(&name.text) == plain(cell) || name.as_written.as_deref() == Some(cell)
        });
        // the same name a second time is one name, however it is written: "X (ABC)" beside "X" and "ABC"
        let twice = || entry.names.iter().any(|name| cell.starts_with(&format!("{} (", name.text)));
        let turned = || {
            let (family, given) = cell.split_once(", ").unwrap_or((cell, ""));
            entry.names.iter().any(|name| name.text == format!("{given} {family}"))
        };
        assert!(there || twice() || turned(), "row {row}, {}: lost {cell}", entry.id);
    }
    let akhund = find(&reading, "2");
    assert_eq!(akhund.heading(), "MOHAMMAD HASSAN AKHUND");
    assert!(has(akhund, NameGrade::OriginalScript, "محمد حسن أخوند"));
    assert_eq!(akhund.titles, ["Mullah", "Haji"]);
    assert_eq!(akhund.listed_on.unwrap().to_string(), "2001-01-25");
    // the reference of before 2015 in a comment is told with that of today, and is no reference of the entry
    let ansar = find(&reading, "387");
    assert!(ansar.references.is_empty());
    assert!(ansar.notes.iter().any(|note| note.text == "QE.J.115.04, which is QDe.115 today"));
}

#[test]
fn the_list_of_indonesia_is_read_whole() {
    let Some(path) = require_data!("lists/id/dttot-2022-07-22.xlsx") else { return };
    let reading = read_file(&path);
    let read: Vec<(&str, u64)> =
        reading.account.read.iter().map(|(word, number)| (word.as_str(), *number)).collect();
    assert_eq!(read, [("Korporasi", 115), ("Orang", 412)]);
    assert_eq!(reading.account.entries, 527);
    assert!(reading.account.refused.is_empty());
    // five codes stand before two parties each
    assert_eq!(number_of(&reading, DiagnosticKind::Contradiction), 5);
    for kind in
        [DiagnosticKind::UnknownField, DiagnosticKind::UnknownValue, DiagnosticKind::UnreadableDate]
    {
        assert_eq!(number_of(&reading, kind), 0, "{kind:?}");
    }
    // each name of each chain is there
    let mut names = 0;
    for ((_, cell), entry) in column(&path, 0).iter().zip(&reading.entries) {
        let lower =
            cell.to_lowercase().replace(" allias ", " alias ").replace(" alais ", " alias ");
        for piece in lower.split(" alias ").flat_map(|piece| piece.split(" a.k.a. ")) {
            let piece = piece.trim_end_matches(" alias").trim_matches([' ', ';', '-', ',', '\'']);
            let there = entry.names.iter().any(|name| {
                let written = name.as_written.as_deref().unwrap_or(&name.text).to_lowercase();
                written.trim_matches(['\'', ' ', '-']) == piece || name.text.to_lowercase() == piece
            });
            let turned = || {
                let (family, given) = piece.split_once(", ").unwrap_or((piece, ""));
                entry
                    .names
                    .iter()
                    .any(|name| name.text.to_lowercase() == format!("{given} {family}"))
            };
            assert!(there || turned(), "{}: lost {piece}", entry.id);
            names += 1;
        }
    }
    assert!(names >= 2375, "{names} names");
    let ghafari = find(&reading, "ILQ-300");
    assert_eq!(ghafari.births[0].readings[0].to_string(), "1994-10-28");
    let jund = find(&reading, "ELQ-086");
    assert!(has(jund, NameGrade::OriginalScript, "جند الخلافة في تونس"));
    assert!(has(
        find(&reading, "ELQ-017"),
        NameGrade::Primary,
        "AL-HARAMAYN FOUNDATION (TANZANIA)"
    ));
}
