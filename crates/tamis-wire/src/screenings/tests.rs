//! The sample screenings in each form that goes out.

use proptest::prelude::*;
use tamis_model::{PartyName, Screening};
use tamis_testkit::sample;

use super::*;
use crate::TerminalStyle;
use crate::form::{ScreeningForm, to_line};
use crate::inert::for_spreadsheet;
use crate::parties::{self, PartyReadOptions, RejectedRow};

fn written(mut writer: impl WriteScreenings, rows: &[(u64, Screening)]) {
    let mut counts = Counts::default();
    for (row, screening) in rows {
        writer.write(*row, screening).unwrap();
        counts.add_screening(screening);
    }
    counts.add_rejected();
    writer.finish(&sample::stamps(), &counts).unwrap();
}

fn as_csv(rows: &[(u64, Screening)]) -> String {
    let mut out = Vec::new();
    written(CsvScreenings::new(&mut out).unwrap(), rows);
    String::from_utf8(out).unwrap()
}

fn as_table(style: TerminalStyle) -> String {
    let mut out = Vec::new();
    written(TableScreenings::new(&mut out, style), &sample::screenings());
    String::from_utf8(out).unwrap()
}

#[test]
fn the_table() {
    insta::assert_snapshot!(as_table(TerminalStyle::default()));
}

#[test]
fn colours_and_isolates_are_added_to_the_same_table() {
    let dressed = as_table(TerminalStyle { colour: true, isolate: true });
    let mut plain = dressed.replace(['\u{2068}', '\u{2069}'], "");
    for code in ["0", "1", "2", "35", "36"] {
        plain = plain.replace(&format!("\u{1b}[{code}m"), "");
    }
    assert!(!plain.contains('\u{1b}'));
    assert_eq!(plain, as_table(TerminalStyle::default()));
}

#[test]
fn the_csv() {
    insta::assert_snapshot!(as_csv(&sample::screenings()));
}

#[test]
fn the_json_of_one_party() {
    let (row, screening) = sample::screenings().swap_remove(0);
    let pretty = crate::form::to_pretty(&ScreeningForm::of_row(row, &screening)).unwrap();
    insta::assert_snapshot!(pretty);
}

#[test]
fn json_lines_are_one_object_a_line() {
    let mut out = Vec::new();
    written(JsonLinesScreenings::new(&mut out), &sample::screenings());
    let text = String::from_utf8(out).unwrap();
    let rows: Vec<u64> = text
        .lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap()["row"].as_u64().unwrap()
        })
        .collect();
    assert_eq!(rows, [2, 3, 4, 5, 6]);
}

#[test]
fn a_party_of_an_answer_can_be_asked_again() {
    for (row, screening) in sample::screenings() {
        let form = ScreeningForm::of_row(row, &screening);
        let line = to_line(&form.party).unwrap();
        let (party, ignored) = parties::party_from_json(&line).unwrap();
        assert_eq!((party, ignored), (screening.party, Vec::new()), "{line}");
    }
}

#[test]
fn rejected_rows_say_where_and_why() {
    let mut out = Vec::new();
    let mut rejected = RejectedRows::new(&mut out).unwrap();
    let row = RejectedRow { row: 7, reason: "no name".into(), raw: "=1,\"x\"".into() };
    rejected.write(&row).unwrap();
    rejected.finish().unwrap();
    drop(rejected);
    let written = String::from_utf8(out).unwrap();
    assert_eq!(written, "row,reason,raw\n7,no name,\"'=1,\"\"x\"\"\"\n");
    assert!(written.starts_with(REJECTS_HEADER));
}

#[test]
fn the_csv_can_be_read_as_a_file_of_parties() {
    let text = as_csv(&sample::screenings());
    let reader = parties::read(text.as_bytes(), &PartyReadOptions::default()).unwrap();
    assert_eq!(reader.columns().len(), COLUMNS.len());
    assert_eq!(reader.filter(Result::is_ok).count(), 7);
}

proptest! {
    #[test]
    fn cells_come_back_but_for_the_marks(names in proptest::collection::vec(any::<String>(), 1..4)) {
        let rows: Vec<(u64, Screening)> = names
            .iter()
            .map(|name| {
                let mut screening = sample::screenings().swap_remove(3).1;
                screening.party.names = vec![PartyName::whole(name)];
                (1, screening)
            })
            .collect();
        let text = as_csv(&rows);
        let mut reader = ::csv::Reader::from_reader(text.as_bytes());
        let back: Vec<String> =
            reader.records().map(|record| record.unwrap()[9].to_owned()).collect();
        let expected: Vec<String> =
            names.iter().map(|name| for_spreadsheet(name).into_owned()).collect();
        prop_assert_eq!(&back, &expected);
        for (cell, name) in back.iter().zip(&names) {
            // these are shown by their codes, which tests of `inert` tell
            let shown = |letter: char| letter.is_control() || crate::inert::turns(letter);
            if !name.chars().any(shown) {
                prop_assert_eq!(cell.strip_prefix('\'').unwrap_or(cell), name.as_str());
            }
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']));
        }
    }
}

#[test]
fn the_document_tells_each_column_field_and_limit() {
    let document = include_str!("../../../../docs/OUTPUT.md");
    let words = parties::FIELD_WORDS.iter().map(|(_, word)| *word);
    for word in COLUMNS.into_iter().chain(words) {
        assert!(document.contains(&format!("`{word}`")), "{word}");
    }
    let rows = parties::PartyLimits::default().rows;
    assert_eq!((rows.row_bytes, rows.cell_bytes, rows.cells), (1 << 20, 64 << 10, 1_000));
    assert_eq!(parties::MAX_NAMES, 200);
}
