//! `tamis replay` finds out what was taken from answers, or put to them.

use std::fs;

use serde_json::Value;

use crate::program::{Desk, Run, sample};

/// A desk with the answers to the sample requests.
fn desk_with_answers() -> (Desk, String) {
    let desk = Desk::with_lists();
    desk.run(&["screen", &sample("requests.csv"), "--out", "a.jsonl"]).ends_with(0);
    let whole = desk.read("a.jsonl");
    (desk, whole)
}

/// Replays changed answers, without a manifest beside them.
fn replayed(desk: &Desk, answers: impl AsRef<[u8]>) -> Run {
    desk.write("changed.jsonl", answers);
    desk.run(&["replay", "changed.jsonl"])
}

/// The first answer with its last alert taken out.
fn without_last_alert(answers: &str) -> String {
    let mut answer: Value = serde_json::from_str(answers.lines().next().unwrap()).unwrap();
    assert!(answer["alerts"].as_array().unwrap().len() > 1);
    answer["alerts"].as_array_mut().unwrap().pop();
    answer.to_string()
}

#[test]
fn alerts_that_were_taken_from_the_end_are_found_out() {
    let (desk, whole) = desk_with_answers();
    assert!(whole.lines().all(|line| line.contains("\"limit\":null,\"engine\"")));
    let cut = without_last_alert(&whole);
    replayed(&desk, &cut).ends_with(4).prints("1 differ").prints("alerts.1");
    // an engine that stamped no limit can't tell, and it is said so
    let older =
        cut.replacen("\"limit\":null,", "", 1).replacen("\"engine\":\"", "\"engine\":\"0-", 1);
    replayed(&desk, &older).ends_with(0).says("1 answers tell no limit, nor does a manifest");
    // the manifest of that run tells it
    let mut manifest: Value = serde_json::from_str(&desk.read("a.jsonl.manifest.json")).unwrap();
    manifest["stamps"].as_object_mut().unwrap().remove("limit");
    manifest["limit"] = Value::Null;
    desk.write("older.json", manifest.to_string());
    let run = desk.run(&["replay", "changed.jsonl", "--manifest", "older.json"]).ends_with(4);
    run.prints("alerts.1");
    // this engine stamps one: without it, it is another answer
    let unstamped = whole.lines().next().unwrap().replacen("\"limit\":null,", "", 1);
    replayed(&desk, unstamped).ends_with(4).prints("stamps.limit");
}

#[test]
fn the_limit_and_the_lists_that_were_left_out_are_stamped_in_each_form() {
    let desk = Desk::with_lists();
    let requests = sample("requests.csv");
    for (format, shows) in [
        ("jsonl", "\"limit\":1,"),
        ("jsonl", "\"left_out\":[\"ofac-sdn\",\"uk\"]"),
        ("csv", ",1,ofac-sdn; uk\n"),
        ("table", "threshold 0.7000, limit 1, engine"),
        ("table", "left out, so that nothing is said on them: ofac-sdn, uk"),
        ("html", "at most 1 alerts of a party"),
        ("html", "Left out, so that nothing is said on them: ofac-sdn, uk."),
    ] {
        let words = ["screen", &*requests, "--lists", "un,eu", "--limit", "1", "--format", format];
        desk.run(&words).ends_with(0).prints(shows);
    }
    let words = ["screen", &*requests, "--without", "uk,ofac-sdn", "--limit", "1", "-o", "a.jsonl"];
    desk.run(&words).ends_with(0).says("(left out: ofac-sdn, uk)");
    desk.run(&["replay", "a.jsonl"]).ends_with(0).says("the manifest agrees");
    desk.run(&["screen", &requests, "--without", "un,eu,uk,ofac-sdn"])
        .ends_with(1)
        .says("every list is left out");
}

#[test]
fn a_manifest_of_another_run_is_told_field_by_field() {
    let (desk, _) = desk_with_answers();
    let requests = sample("requests.csv");
    let other = ["--limit", "2", "--threshold", "0.6", "--lists", "un"];
    desk.run(&[&["screen", &*requests, "--out", "b.jsonl"][..], &other].concat()).ends_with(0);
    let run = desk.run(&["replay", "a.jsonl", "--manifest", "b.jsonl.manifest.json"]).ends_with(4);
    let run = run
        .says("the manifest says otherwise: stamps: limit: 2 alerts, now none")
        .says("stamps: threshold: 0.6000, now 0.7000")
        .says("stamps: lists left out: eu, ofac-sdn, uk, now none")
        .says("stamps: snapshots: un of 2026-02-02 (")
        .says("the file of answers: ");
    assert!(!run.stderr.contains("RecordedStamps") && !run.stderr.contains("SnapshotId"));
    // answers of two runs in one file have the stamps of one at most
    let two = desk.read("a.jsonl") + &desk.read("b.jsonl");
    desk.write("a.jsonl", two);
    desk.run(&["replay", "a.jsonl"]).ends_with(4).says("stamps: limit: none, now 2 alerts");
    desk.write("no.json", "{\"counts\":{}}");
    desk.run(&["replay", "a.jsonl", "--manifest", "no.json"])
        .ends_with(1)
        .says("no manifest of `tamis screen`")
        .says("name the right one");
}

#[test]
fn what_other_programs_make_of_a_file_is_told() {
    let (desk, whole) = desk_with_answers();
    replayed(&desk, whole.replace('\n', "\r\n"))
        .ends_with(0)
        .says("17 lines end in CR LF")
        .prints("17 the same but for what was saved around the lines");
    replayed(&desk, format!("\u{feff}{whole}")).ends_with(0).says("begins with a byte order mark");
    // beside its manifest a file that was saved again is another file
    desk.write("a.jsonl", whole.replace('\n', "\r\n"));
    desk.run(&["replay", "a.jsonl"]).ends_with(4).says("the file of answers: ");
    let utf16: Vec<u8> = whole.encode_utf16().flat_map(u16::to_le_bytes).collect();
    replayed(&desk, utf16).ends_with(1).says("no UTF-8").says("as it was written");
    for empty in ["", "\n\n"] {
        replayed(&desk, empty).ends_with(1).says("changed.jsonl has no answer");
    }
    for (format, says) in [("csv", "it is the CSV form"), ("html", "it is the HTML form")] {
        let words = ["screen", &*sample("requests.csv"), "--format", format, "--out", "other"];
        desk.run(&words).ends_with(0);
        desk.run(&["replay", "other"]).ends_with(1).says(says).says("only JSON lines");
    }
    let first = whole.lines().next().unwrap();
    replayed(&desk, format!("{first}  \n")).ends_with(4).prints("recorded  2 blanks at its end");
    let twice = first.replacen("{\"row\":2,", "{\"row\":2,\"row\":2,", 1);
    replayed(&desk, twice).ends_with(4).prints("recorded  the key `row` stands twice");
    replayed(&desk, first.replacen("\"row\":2,", "\"row\": 2,", 1))
        .ends_with(4)
        .prints("recorded  from byte 8:  2,")
        .prints("now       from byte 8: 2,");
}

#[test]
fn stamps_that_no_run_wrote_are_refused() {
    let (desk, whole) = desk_with_answers();
    let first = whole.lines().next().unwrap();
    replayed(&desk, first.replace("\"threshold\":0.7,", "\"threshold\":0.65,"))
        .ends_with(1)
        .says("the policy `vetting-1` and the threshold 0.6500 are not of one answer")
        .says("remedy: take the answer as it was written");
    let mut answer: Value = serde_json::from_str(first).unwrap();
    let snapshots = answer["stamps"]["snapshots"].as_array().unwrap().clone();
    answer["stamps"]["snapshots"] = Value::Array(Vec::new());
    replayed(&desk, answer.to_string()).ends_with(1).says("its stamps name no snapshot");
    answer["stamps"]["snapshots"] = Value::Array([&snapshots[..], &snapshots[..1]].concat());
    replayed(&desk, answer.to_string()).ends_with(1).says("its stamps name two snapshots of `eu`");
}

#[test]
fn answers_on_standard_output_are_held_against_their_manifest() {
    let desk = Desk::with_lists();
    let run = desk
        .run(&["screen", &sample("requests.csv"), "--json", "--manifest", "run.json"])
        .ends_with(0);
    desk.write("out.jsonl", &run.stdout);
    let replay = ["replay", "out.jsonl", "--manifest", "run.json"];
    desk.run(&replay).ends_with(0).says("the manifest agrees");
    let manifest: Value = serde_json::from_str(&desk.read("run.json")).unwrap();
    assert_eq!(manifest["answers"]["bytes"], run.stdout.len());
    assert_eq!(manifest["answers"]["name"], "-");
    assert_eq!(manifest["rejects"], Value::Null);
    // a run whose rows were all rejected has no answer, and its manifest says so
    desk.write("none.csv", "name\n.\n");
    desk.run(&["screen", "none.csv", "--out", "none.jsonl"]).ends_with(3);
    assert_eq!(fs::metadata(desk.path("none.jsonl")).unwrap().len(), 0);
    desk.run(&["replay", "none.jsonl"]).ends_with(0).prints("0 answers replayed");
}
