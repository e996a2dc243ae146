//! The reader over invented rows, hostile files and, where they lie beside the repository, the real
//! files.

use std::collections::BTreeMap;

use tamis_model::{IdentifierKind, NameGrade, PartyKind, Sex};

use super::*;
use crate::columns::Treatment;

const FOLDER: &str = "lists/ofac/csv-2022-01";

fn read_files(files: &[(&str, &[u8])]) -> Result<Reading, ReadError> {
    let files: Vec<SourceFile<'_>> =
        files.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
    crate::read(&files, &ReadOptions::default(), &mut |_| {})
}

fn read_data() -> Option<Reading> {
    let folder = tamis_testkit::data::require(FOLDER, "ofac_csv::tests")?;
    let bytes = ["add", "sdn", "alt"]
        .map(|name| std::fs::read(folder.join(format!("{name}.csv"))).unwrap());
    let [add, sdn, alt] = &bytes;
    Some(read_files(&[("a", add), ("b", sdn), ("c", alt)]).unwrap())
}

/// Figures of an independent count (awk, Python's csv).
#[test]
fn every_row_of_the_real_files_is_accounted_for() {
    let Some(reading) = read_data() else { return };
    let account = &reading.account;
    let read = [("add.csv", 13_625), ("alt.csv", 12_409), ("sdn.csv", 9_044)];
    let accepted = [("add.csv", 13_624), ("alt.csv", 12_409), ("sdn.csv", 9_043)];
    let map = |rows: [(&str, u64); 3]| -> BTreeMap<String, u64> {
        rows.into_iter().map(|(word, count)| (word.to_owned(), count)).collect()
    };
    assert_eq!(account.read, map(read));
    assert_eq!(account.accepted, map(accepted));
    let refused: Vec<(Option<&str>, Option<u64>)> = account
        .refused
        .iter()
        .map(|refusal| (refusal.record.as_deref(), refusal.position.line))
        .collect();
    // an odd record behind the last one, and an address whose entry is not there
    let expected = [(Some("sdn.csv 2677"), Some(9_044)), (Some("add.csv 34489"), Some(13_625))];
    assert_eq!(refused, expected);
    assert_eq!(account.merged, 12_409 + 13_624);
    assert_eq!(account.repaired_bytes, 0);
    let kinds = |kind| reading.entries.iter().filter(|entry| entry.kind == kind).count();
    assert_eq!(kinds(PartyKind::Person), 4_643);
    assert_eq!(kinds(PartyKind::Organisation), 3_700);
    assert_eq!(kinds(PartyKind::Vessel), 420);
    assert_eq!(kinds(PartyKind::Aircraft), 280);
    assert_eq!(reading.published, None);
    // 5,213 statements begin with DOB or alt. DOB
    assert_eq!(reading.entries.iter().map(|entry| entry.births.len()).sum::<usize>(), 5_213);
    // 2,475 names stand in remarks, one of them is cut off
    let weak =
        |entry: &Entry| entry.names.iter().filter(|name| name.grade == NameGrade::Weak).count();
    assert_eq!(reading.entries.iter().map(weak).sum::<usize>(), 2_474);
    assert_eq!(account.names, 9_043 + 12_409 + 2_474);
    let diagnostics: Vec<_> = account.diagnostics_by_kind().into_iter().collect();
    assert_eq!(
        diagnostics,
        [
            ((DiagnosticKind::Orphan, "add.csv ent_num"), 1),
            ((DiagnosticKind::Misplaced, "sdn.csv Remarks"), 7),
        ]
    );
}

#[test]
fn every_column_has_its_treatment() {
    for part in [Part::Sdn, Part::Alt, Part::Add] {
        for column in part.columns() {
            assert!(!matches!(column.treatment, Treatment::Dropped(reason) if reason.len() < 20));
        }
    }
}

const SDN_ROWS: &str = "7,\"DOE, John\",individual,SDGT] [IFSR,Haji,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 03 Apr 1980; alt. DOB circa 1981; POB Utopia City, Utopia; nationality Utopia; citizen Utopia; Gender Male; Passport U1234 (Utopia) expires 1 May 2030; a.k.a. 'IYADH, Abou'; f.k.a. ''FOOPIE''; DOB soon; Linked To: ROE, Jane.\"\n8,M/V UTOPIA,vessel,SDGT,-0- ,UTO1,Tanker,\"34,900\",-0- ,Utopia,ROE LINES,Vessel Registration Identification IMO 7406784.\n9,ROE LINES,-0- ,SDGT,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n";
const ALT_ROWS: &str = "7,1,aka,\"DO, John\",-0- \n9,2,fka,ROE SHIPPING,-0- \n";
const ADD_ROWS: &str = "7,1,1 Main Road,Utopia City,Utopia,-0- \n9,2,-0- ,-0- ,Utopia,-0- \n\x1a";

fn read_rows(sdn: &str, alt: &str, add: &str) -> Result<Reading, ReadError> {
    let (sdn, alt, add) = (sdn.as_bytes(), alt.as_bytes(), add.as_bytes());
    read_files(&[("sdn.csv", sdn), ("alt.csv", alt), ("add.csv", add)])
}

#[test]
fn the_tables_are_joined() {
    let reading = read_rows(SDN_ROWS, ALT_ROWS, ADD_ROWS).unwrap();
    assert_eq!(reading.list.as_str(), "ofac-sdn");
    assert_eq!(reading.account.refused, []);
    let [doe, utopia, lines] = reading.entries.as_slice() else { panic!("{:?}", reading.entries) };
    let names: Vec<(&str, NameGrade)> =
        doe.names.iter().map(|name| (name.text.as_str(), name.grade)).collect();
    assert_eq!(
        names,
        [
            ("John DOE", NameGrade::Primary),
            ("Abou IYADH", NameGrade::Weak),
            ("FOOPIE", NameGrade::Weak),
            ("John DO", NameGrade::Strong),
        ]
    );
    let births: Vec<String> = doe.births.iter().map(|b| b.readings[0].to_string()).collect();
    assert_eq!(births, ["1980-04-03", "1981~"]);
    assert_eq!(doe.birthplaces[0].locality.as_deref(), Some("Utopia City"));
    assert_eq!((doe.nationalities.len(), doe.sex), (1, Some(Sex::Male)));
    assert_eq!(doe.programmes, ["SDGT", "IFSR"]);
    assert_eq!(doe.titles, ["Haji"]);
    assert_eq!(doe.identifiers[0].expires.unwrap().to_string(), "2030-05-01");
    let notes: Vec<&str> = doe.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(notes, ["DOB soon", "Linked To: ROE, Jane"]);
    assert_eq!(reading.account.diagnostics[0].kind, DiagnosticKind::UnreadableDate);
    let kinds: Vec<IdentifierKind> = utopia.identifiers.iter().map(|id| id.kind).collect();
    assert_eq!(kinds, [IdentifierKind::CallSign, IdentifierKind::Imo]);
    assert_eq!(utopia.notes.len(), 3);
    assert_eq!(lines.names[1].grade, NameGrade::Former);
}

#[test]
fn rows_that_cannot_be_used_are_refused_with_reason_and_line() {
    let sdn =
        format!("{SDN_ROWS}7,TWICE{0}x,NO NUMBER{0}10{0}11,short\n", ",-0- ".repeat(10) + "\n");
    let alt = format!("{ALT_ROWS}99,3,aka,NOBODY,-0- \n7,4,wka,\"DOUGH, John\",-0- \n");
    let reading = read_rows(&sdn, &alt, ADD_ROWS).unwrap();
    let refused: Vec<String> = reading
        .account
        .refused
        .iter()
        .map(|refusal| format!("{}: {}", refusal.position.line.unwrap(), refusal.reason))
        .collect();
    assert_eq!(
        refused,
        [
            "4: an earlier row has this entry number: ask the publisher which holds",
            "5: `x` is no entry number: ask the publisher which it is",
            "6: the row has 11 fields instead of 12: correct it, or fetch the file again",
            "7: the row has 2 fields instead of 12: correct it, or fetch the file again",
            "3: no row of sdn.csv has this entry number: give files of one day",
        ]
    );
    let kinds: Vec<DiagnosticKind> =
        reading.account.diagnostics.iter().map(|diagnostic| diagnostic.kind).collect();
    let expected =
        [DiagnosticKind::UnreadableDate, DiagnosticKind::Orphan, DiagnosticKind::UnknownValue];
    assert_eq!(kinds, expected);
    assert!(reading.account.balances());
}

fn check_refused(files: &[(&str, &str)], expected: &str) {
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let error = read_files(&files).unwrap_err().to_string();
    assert!(error.contains(expected), "{error}\n{expected}");
}

#[test]
fn files_that_are_not_the_list_are_refused_whole() {
    check_refused(
        &[("a", SDN_ROWS), ("b", ADD_ROWS)],
        "a, b: OFAC's list as CSV has three files, alt.csv is missing",
    );
    check_refused(&[("a", ALT_ROWS)], "sdn.csv and add.csv are missing");
    check_refused(&[("a", SDN_ROWS), ("b", SDN_ROWS), ("c", ALT_ROWS)], "b: a second sdn.csv");
    let wide = SDN_ROWS.replace("-0- \n", "-0- ,-0- \n").replace(".\"\n", ".\",x\n");
    let wide = wide.replace("7406784.\n", "7406784.,x\n");
    check_refused(&[("a", &wide), ("b", ALT_ROWS), ("c", ADD_ROWS)], "found: 13 columns");
    check_refused(
        &[("a", SDN_ROWS), ("b", ALT_ROWS), ("c", "<html></html>")],
        "c: columns of OFAC",
    );
    check_refused(&[("a", SDN_ROWS), ("b", ALT_ROWS), ("c", "")], "c: columns of OFAC");
    check_refused(&[("a", "")], "not a list in a known format");
    check_refused(&[("a", "1,2,3\n4,5,6\n")], "not a list in a known format");
    let open = format!("{SDN_ROWS}10,\"ROE");
    check_refused(
        &[("a", &open), ("b", ALT_ROWS), ("c", ADD_ROWS)],
        "a: a quotation mark in the record from line 4 is never closed",
    );
}
