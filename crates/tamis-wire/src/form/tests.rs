//! Lines of JSON on a terminal, and the manifest of a run.

use tamis_testkit::sample;

use super::*;
use crate::parties::{PartyReadOptions, PartyRow, read};

#[test]
fn no_control_character_reaches_a_terminal() {
    let line = to_line(&"a\u{1b}[31m\u{9b}31m\u{7f}é\n").unwrap();
    assert_eq!(line, r#""a\u001b[31m\u009b31m\u007fé\n""#);
    assert_eq!(serde_json::from_str::<String>(&line).unwrap(), "a\u{1b}[31m\u{9b}31m\u{7f}é\n");
}

#[test]
fn the_manifest_accounts_for_the_run() {
    let input = "name,dob,colour\nJalil Testov,1984,blue\n,1985,red\n";
    let mut reader = read(input.as_bytes(), &PartyReadOptions::default()).unwrap();
    let mut counts = Counts::default();
    let (_, screening) = sample::screenings().swap_remove(0);
    for row in reader.by_ref() {
        match row.unwrap() {
            PartyRow::Party(_) => counts.add_screening(&screening),
            PartyRow::Rejected(_) => counts.add_rejected(),
        }
    }
    let stamps = sample::stamps();
    let mut manifest = RunManifest {
        input: "requests.csv",
        input_sha256: Some("ab12"),
        input_bytes: input.len() as u64,
        format: reader.format().word(),
        encoding: reader.encoding(),
        columns: reader.mapped_columns(),
        started: Some("2026-03-02T09:14:00Z"),
        stamps: &stamps,
        answers: WrittenFile {
            name: "answers.csv",
            format: "csv",
            sha256: Some("cd34"),
            bytes: 120,
        },
        rejects: Some(WrittenFile {
            name: "answers.csv.rejects.csv",
            format: "csv",
            sha256: Some("ef56"),
            bytes: 40,
        }),
        ending: RunEnding::Complete,
        counts,
    };
    insta::assert_snapshot!(to_pretty(&ManifestForm::from(&manifest)).unwrap());
    (manifest.ending, manifest.input_sha256) = (RunEnding::Interrupted, None);
    let stopped = serde_json::to_value(ManifestForm::from(&manifest)).unwrap();
    assert_eq!(stopped["ending"], "interrupted");
    assert!(stopped["input"]["sha256"].is_null(), "{stopped}");
}
