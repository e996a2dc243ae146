//! The reader over invented rows, hostile files and, where they lie beside the repository, the real
//! files.

use std::collections::{BTreeMap, HashSet};

use tamis_model::{Entry, NameGrade, PartyKind, Sex};

use super::*;
use crate::columns::Treatment;

fn read(bytes: &[u8]) -> Result<Reading, ReadError> {
    let files = [SourceFile { name: "conlist", bytes }];
    crate::read(&files, &ReadOptions::default(), &mut |_| {})
}

fn read_data(path: &str) -> Option<Reading> {
    let path = tamis_testkit::data::require(path, "uk::tests")?;
    Some(read(&std::fs::read(path).unwrap()).unwrap())
}

fn entry<'a>(reading: &'a Reading, reference: &str) -> &'a Entry {
    reading.entries.iter().find(|entry| &*entry.id.reference == reference).unwrap()
}

/// Figures of an independent count of the same files (Python's csv and openpyxl).
#[test]
fn every_row_of_the_real_files_is_accounted_for() {
    for (path, published, rows, kinds, names_before_merging, names) in [
        (
            "lists/uk/conlist-2023-06-05.xlsx",
            "2023-06-05",
            [("Entity", 4_141), ("Individual", 12_601), ("Ship", 81)].as_slice(),
            [(PartyKind::Person, 3_231), (PartyKind::Organisation, 747), (PartyKind::Vessel, 15)]
                .as_slice(),
            16_823,
            // 11,023 different texts in the name columns, 2,745 in that for other scripts
            13_768,
        ),
        (
            "lists/uk/conlist-2014-04-02.csv",
            "2014-04-02",
            &[("Entity", 3_042), ("Individual", 5_908)],
            &[(PartyKind::Person, 1_337), (PartyKind::Organisation, 960)],
            8_950,
            5_417,
        ),
    ] {
        let Some(reading) = read_data(path) else { return };
        let rows: BTreeMap<String, u64> =
            rows.iter().map(|(word, count)| ((*word).to_owned(), *count)).collect();
        assert_eq!(reading.published.unwrap().to_string(), published);
        assert_eq!(reading.account.read, rows, "{path}");
        assert_eq!(reading.account.accepted, rows);
        assert_eq!(reading.account.refused, []);
        assert_eq!(reading.account.read_total(), names_before_merging);
        assert_eq!(reading.account.names, names, "{path}");
        let entries: u64 = kinds.iter().map(|(_, count)| *count).sum();
        assert_eq!(reading.account.merged, names_before_merging - entries);
        for (kind, count) in kinds {
            let found = reading.entries.iter().filter(|entry| entry.kind == *kind).count() as u64;
            assert_eq!(found, *count, "{path} {kind:?}");
        }
        for entry in &reading.entries {
            assert!(entry.names.iter().any(|name| name.grade == NameGrade::Primary));
            let texts: HashSet<_> =
                entry.names.iter().map(|name| (&name.text, name.grade)).collect();
            assert_eq!(texts.len(), entry.names.len(), "{} repeats a name", entry.id);
        }
        let unknown = |d: &&Diagnostic| {
            matches!(d.kind, DiagnosticKind::UnknownField | DiagnosticKind::UnknownValue)
        };
        assert_eq!(reading.account.diagnostics.iter().find(unknown), None, "{path}");
    }
}

#[test]
fn what_the_workbook_says_stands_in_the_entries() {
    let Some(reading) = read_data("lists/uk/conlist-2023-06-05.xlsx") else { return };
    let with = |test: &dyn Fn(&Entry) -> bool| reading.entries.iter().filter(|e| test(e)).count();
    // 959 groups mention a reference of the UN; in 15 ships it is that of the owner
    assert_eq!(with(&|entry| !entry.references.is_empty()), 944);
    assert_eq!(with(&|entry| entry.sex.is_some()), 2_303);
    assert_eq!(with(&|entry| !entry.births.is_empty()), 2_832);
    assert_eq!(with(&|entry| entry.births.iter().any(|birth| birth.readings.len() != 1)), 0);
    let jawlani = entry(&reading, "12883");
    let names: Vec<&str> = jawlani.names.iter().map(|name| name.text.as_str()).collect();
    assert!(names.contains(&"Abu Mohamed AL-JAWLANI"), "{names:?}");
    let qaduli = entry(&reading, "13136");
    let ala = qaduli.names.iter().find(|name| name.text == "ABU Ala").unwrap();
    assert_eq!(ala.as_written.as_deref(), Some("ABU, Ala"));
    assert_eq!(ala.grade, NameGrade::Weak);
    assert!(qaduli.names.iter().any(|n| n.text == "'ABD al-Rahman Muhammad Mustafa Shaykhlari"));
}

/// Ali Kony: four exact years, which stay four statements.
#[test]
fn enumerated_years_stay_apart() {
    let Some(reading) = read_data("lists/uk/conlist-2023-06-05.xlsx") else { return };
    let kony = reading
        .entries
        .iter()
        .find(|entry| entry.names.iter().any(|name| name.text == "ALI KONY"))
        .unwrap();
    let mut years: Vec<String> =
        kony.births.iter().map(|birth| birth.readings[0].to_string()).collect();
    years.sort();
    assert_eq!(years, ["1992", "1993", "1994", "1995"]);
}

#[test]
fn every_column_of_the_real_files_is_in_the_table() {
    for path in ["lists/uk/conlist-2023-06-05.xlsx", "lists/uk/conlist-2014-04-02.csv"] {
        let Some(path) = tamis_testkit::data::require(path, "uk::tests") else { return };
        let bytes = std::fs::read(path).unwrap();
        let file = SourceFile { name: "conlist", bytes: &bytes };
        let mut rows = Vec::new();
        let mut take = |row: RawRow| {
            rows.push(row.cells);
            Ok(())
        };
        if crate::tabular::xlsx::looks_like_zip(&bytes) {
            rows::of_xlsx(&file, &mut take).unwrap();
        } else {
            rows::of_csv(&file, &mut |_| {}, &mut take).unwrap();
        }
        for name in &rows[1] {
            assert!(COLUMNS.iter().any(|column| column.name == name), "{name}");
        }
        assert!(COLUMNS.iter().all(|column| !matches!(column.treatment, Treatment::Dropped(""))));
    }
}

/// The header of the older layout and one more row.
fn csv(rows: &str) -> Vec<u8> {
    let old = |column: &&crate::columns::Column| column.required || column.name == "NI Number";
    let names: Vec<&str> = COLUMNS.iter().filter(old).map(|column| column.name).collect();
    format!("Last Updated,05/06/2023\r\n{}\r\n{rows}", names.join(",")).into_bytes()
}

/// A row by its name columns, birth, alias type and group.
fn row(names: &str, birth: &str, alias: &str, group: &str) -> String {
    format!(
        "{names},,{birth},Utopia City,Utopia,Utopian,,,,1 Main Road,,,,,Utopia City,,Utopia,,Individual,{alias},Utopia,01/02/2003,04/05/2006,{group}\r\n"
    )
}

#[test]
fn rows_of_a_group_become_one_entry() {
    let text = row("DOE,John,,,,", "03/04/1980", "Primary name", "7")
        + &row("DOE,John,,,,", "00/00/1981", "Primary name", "7")
        + &row("ABU,Ala,,,,", "03/04/1980", "AKA", "7")
        + &row("ROE,Jane,,,,", "", "Prime Alias", "8");
    let reading = read(&csv(&text)).unwrap();
    assert_eq!(reading.account.entries, 2);
    assert_eq!(reading.account.merged, 2);
    let names: Vec<&str> = reading.entries[0].names.iter().map(|name| name.text.as_str()).collect();
    assert_eq!(names, ["John DOE", "ABU Ala"]);
    assert_eq!(reading.entries[0].births[0].readings[0].to_string(), "1980-04-03");
    assert_eq!(reading.entries[0].births.len(), 2);
    assert_eq!(reading.entries[0].addresses.len(), 1);
    assert_eq!(reading.entries[0].listed_on.unwrap().to_string(), "2003-02-01");
    assert_eq!(reading.entries[0].sex, None::<Sex>);
}

#[test]
fn rows_that_cannot_be_used_are_refused_with_reason_and_line() {
    let text = row("DOE,John,,,,", "", "AKA", "")
        + &row(",,,,,", "", "AKA", "9")
        + &row("DOE,John,,,,", "", "AKA", "9,one too many")
        + &row("ROE,Jane,,,,", "", "Nickname", "10");
    let reading = read(&csv(&text)).unwrap();
    let refused: Vec<String> = reading
        .account
        .refused
        .iter()
        .map(|refusal| format!("{}: {}", refusal.position.line.unwrap(), refusal.reason))
        .collect();
    assert_eq!(
        refused,
        [
            "3: no Group ID: the publisher must add it, or the row be entered by hand",
            "4: no name: the publisher must add one, or the row be entered by hand",
            "5: the row has 30 fields and the header 29: correct the row, or fetch the file again",
        ]
    );
    assert_eq!(reading.account.entries, 1);
    assert_eq!(reading.entries[0].names[0].grade, NameGrade::Unrated);
    assert_eq!(reading.account.diagnostics[0].kind, DiagnosticKind::UnknownValue);
}

fn check_refused(bytes: &[u8], expected: &str) {
    let error = read(bytes).unwrap_err().to_string();
    assert!(error.contains(expected), "{error}\n{expected}");
}

#[test]
fn files_that_are_not_the_list_are_refused_whole() {
    let other = b"Name 6,Name 1,Group Type,Group ID\r\nDOE,John,Individual,7\r\n";
    check_refused(other, "columns of the consolidated list of the UK are missing: Name 2, Name 3");
    check_refused(b"", "not a list in a known format");
    check_refused(b"<!DOCTYPE html><html><body>Name 6, Group ID</body></html>", "not a list");
    check_refused(b"id;name\n1;x\n", "not a list in a known format");
    let mut open = csv(&row("DOE,John,,,,", "", "AKA", "7"));
    open.extend_from_slice(b"\"ROE,Jane,,,,,");
    check_refused(&open, "a quotation mark in the record from line 4 is never closed");
}

#[test]
fn more_columns_than_known_are_told_and_kept() {
    let header = String::from_utf8(csv("")).unwrap();
    let text = format!("{},Remark\r\n", header.trim_end())
        + row("DOE,John,,,,", "", "AKA", "7").trim_end()
        + ",noted\r\n";
    let reading = read(text.as_bytes()).unwrap();
    assert_eq!(reading.account.diagnostics[0].field, "Remark");
    let note = &reading.entries[0].notes[0];
    assert_eq!((note.field.as_str(), note.text.as_str()), ("Remark", "noted"));
}

#[test]
fn zero_bytes_and_windows_1252_are_read() {
    let bytes = csv(&row("DOE,Jo\0hn\x19,,,,", "", "AKA", "7"));
    assert_eq!(read(&bytes).unwrap().account.entries, 1);
    let mut bytes = csv(&row("DOE,John,,,,", "", "AKA", "7"));
    bytes.extend(row("M@LLER,Zo@,,,,", "", "AKA", "8").bytes().map(|b| match b {
        b'@' => 0xeb,
        b => b,
    }));
    let reading = read(&bytes).unwrap();
    assert_eq!(reading.entries[1].names[0].text, "Zoë MëLLER");
}

#[test]
fn workbooks_of_other_lists_are_refused_by_their_columns() {
    for path in ["lists/au/regulation8-2024-12.xlsx", "lists/id/dttot-2022-07-22.xlsx"] {
        let Some(path) = tamis_testkit::data::require(path, "uk::tests") else { return };
        let bytes = std::fs::read(path).unwrap();
        // each is a list of its own; this reader takes neither
        assert_ne!(read(&bytes).unwrap().format, XLSX);
        let files = [SourceFile { name: "conlist", bytes: &bytes }];
        let error = read_xlsx(&files, &ReadOptions::default(), &mut |_| {}).unwrap_err();
        assert!(error.to_string().contains("are missing: Name 6, Name 1"), "{error}");
    }
}
