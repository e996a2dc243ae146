//! How a run ends when somebody ends it: Ctrl-C, and a reader that goes away.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::Stdio;

use crate::program::{Desk, Run, sample};

/// Enough rows that their answers fill any pipe.
fn many_rows() -> String {
    let rows = "Salman Muhammad al-Rawi,1971\n".repeat(3_000);
    format!("name,dob\n{rows}")
}

fn manifest(desk: &Desk) -> serde_json::Value {
    serde_json::from_str(&desk.read("run.json")).unwrap()
}

#[test]
fn a_reader_that_goes_away_ends_the_run_quietly() {
    let desk = Desk::with_lists();
    // what the first run says of the index is not the point here
    desk.run(&["index", "build"]).ends_with(0);
    desk.write("many.csv", many_rows());
    for format in ["table", "jsonl", "csv"] {
        let mut child = desk
            .command(&["screen", "many.csv", "--format", format, "--manifest", "run.json"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        drop(output);
        let run: Run = child.wait_with_output().unwrap().into();
        assert_eq!(run.ends_with(0).stderr, "", "{format}");
        assert_eq!(manifest(&desk)["ending"], "interrupted", "{format}");
    }
}

#[cfg(unix)]
#[test]
fn an_interruption_keeps_what_was_answered() {
    let desk = Desk::with_lists();
    let mut child = desk
        .command(&["screen", "-", "--json", "--manifest", "run.json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Written until the first bytes are looked at and the first rows are answered; then the input
    // says nothing more, and stays open.
    let mut input = child.stdin.take().unwrap();
    input.write_all(many_rows().as_bytes()).unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut first = String::new();
    output.read_line(&mut first).unwrap();
    assert!(first.starts_with('{'), "{first}");
    let id = child.id().to_string();
    let sent = std::process::Command::new("kill").args(["-INT", &id]).status().unwrap();
    assert!(sent.success());
    let mut rest = String::new();
    output.read_to_string(&mut rest).unwrap();
    let run: Run = child.wait_with_output().unwrap().into();
    run.ends_with(130).says("interrupted");
    let manifest = manifest(&desk);
    assert_eq!(manifest["ending"], "interrupted");
    assert!(manifest["input"]["sha256"].is_null(), "{manifest}");
    for line in rest.lines() {
        serde_json::from_str::<serde_json::Value>(line).unwrap();
    }
    drop(input);
}

#[test]
fn an_import_killed_at_any_moment_leaves_a_whole_set() {
    let desk = Desk::with_lists();
    // what is in force; what is kept beside it depends on when the imports were killed
    let in_force = || {
        let status = desk.run(&["lists", "status", "--json"]).json();
        let lists = status["lists"].as_array().unwrap().clone();
        let told =
            ["list", "id", "format", "published", "published_as_written", "entries", "files"];
        let one = |list: &serde_json::Value| told.map(|field| list[field].clone());
        lists.iter().map(one).collect::<Vec<_>>()
    };
    let before = in_force();
    let newer = std::fs::read_to_string(sample("lists/un-sample.xml")).unwrap();
    for moment in 0..40_u32 {
        desk.write(
            "newer.xml",
            newer.replace("2026-02-02T", &format!("2026-03-{:02}T", moment % 28 + 1)),
        );
        let mut child = desk
            .command(&["lists", "import", "newer.xml"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Later and later into the run; what a yield takes differs, and so the moments do.
        for _ in 0..moment * 200 {
            std::thread::yield_now();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        // Whatever is active is whole: it can be screened against, with four lists.
        let status = desk.run(&["lists", "status", "--json"]).ends_with(0).json();
        assert_eq!(status["lists"].as_array().unwrap().len(), 4);
        desk.run(&["lists", "show", "un:UTi.001"]).ends_with(0);
    }
    desk.run(&["lists", "import", &sample("lists/un-sample.xml"), "--activate"]).ends_with(0);
    assert_eq!(in_force(), before);
}
