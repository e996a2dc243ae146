//! The files that a run writes: whole, or those of the earlier run.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, Stdio};

use serde_json::Value;

use crate::program::{Desk, Run, sample};

/// What an earlier run left: answers, manifest and rejects.
fn desk_with_an_earlier_run() -> (Desk, Vec<String>) {
    let desk = Desk::with_lists();
    desk.run(&["index", "build"]).ends_with(0);
    desk.write("people.csv", "name\nSalman Muhammad al-Rawi\n.\n");
    desk.run(&["screen", "people.csv", "--limit", "1", "--out", "a.jsonl"]).ends_with(3);
    let files = contents(&desk);
    assert_eq!(files.len(), 3);
    (desk, files)
}

const FILES: [&str; 3] = ["a.jsonl", "a.jsonl.manifest.json", "a.jsonl.rejects.csv"];

/// What is there of the three files.
fn contents(desk: &Desk) -> Vec<String> {
    FILES.iter().filter_map(|name| fs::read_to_string(desk.path(name)).ok()).collect()
}

/// Files of the desk that are being written.
fn unfinished(desk: &Desk) -> usize {
    let names = fs::read_dir(desk.path("")).unwrap().map(|file| file.unwrap().file_name());
    names.filter(|name| name.to_string_lossy().ends_with(".unfinished")).count()
}

/// A run that answers the first rows of standard input and waits for more, once its first answer is in
/// the file that it writes.
fn waiting_run(desk: &Desk, words: &[&str]) -> (Child, std::process::ChildStdin) {
    let mut child = desk
        .command(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    // more than the first bytes that are looked at, and more answers than the buffer holds
    let rows = "Salman Muhammad al-Rawi,1971\n".repeat(3_000);
    input.write_all(format!("name,dob\n{rows}").as_bytes()).unwrap();
    input.flush().unwrap();
    let path = desk.path("a.jsonl.unfinished");
    while fs::metadata(&path).map_or(0, |about| about.len()) == 0 {
        assert!(child.try_wait().unwrap().is_none(), "the run ended");
        std::thread::yield_now();
    }
    (child, input)
}

#[test]
fn a_run_that_fails_leaves_the_files_of_the_earlier_one() {
    let (desk, before) = desk_with_an_earlier_run();
    for words in [
        &["people.csv", "--lists", "au"][..],
        &["people.csv", "--map", "name=ignore"],
        &["people.csv", "--as-of", "2001-01-01"],
        &["people.csv", "--manifest", "no/such/folder.json"],
        &["none.csv"],
    ] {
        desk.run(&[&["screen", "--out", "a.jsonl"], words].concat()).ends_with(1);
        assert_eq!((contents(&desk), unfinished(&desk)), (before.clone(), 0), "{words:?}");
    }
}

#[cfg(unix)]
#[test]
fn an_interruption_leaves_the_earlier_files_and_says_what_is_partial() {
    let (desk, before) = desk_with_an_earlier_run();
    let (child, input) = waiting_run(&desk, &["screen", "-", "--out", "a.jsonl"]);
    let id = child.id().to_string();
    assert!(std::process::Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    let run: Run = child.wait_with_output().unwrap().into();
    drop(input);
    run.ends_with(130)
        .says("interrupted: ")
        .says("a.jsonl is as it was")
        .says("answers: a.jsonl.partial")
        .says("manifest: a.jsonl.partial.manifest.json");
    assert_eq!((contents(&desk), unfinished(&desk)), (before, 0));
    let manifest: Value =
        serde_json::from_str(&desk.read("a.jsonl.partial.manifest.json")).unwrap();
    assert_eq!(manifest["ending"], "interrupted");
    let answers = desk.read("a.jsonl.partial");
    assert_eq!(manifest["counts"]["screened"], answers.lines().count());
    assert_eq!(manifest["answers"]["bytes"], answers.len());
    answers.lines().for_each(|line| drop(serde_json::from_str::<Value>(line).unwrap()));
}

#[cfg(unix)]
#[test]
fn an_index_that_is_cut_under_a_run_is_named_with_what_was_answered() {
    let (desk, before) = desk_with_an_earlier_run();
    let (child, mut input) = waiting_run(&desk, &["screen", "-", "--out", "a.jsonl"]);
    let index = fs::read_dir(desk.path("home/index")).unwrap().map(|file| file.unwrap().path());
    let index = index.filter(|path| path.extension().is_some_and(|ending| ending == "tamis"));
    let index = index.collect::<Vec<_>>().swap_remove(0);
    fs::File::options().write(true).open(&index).unwrap().set_len(4_096).unwrap();
    // names that it has not met yet
    let others = fs::read_to_string(sample("requests.csv")).unwrap();
    let others: String =
        others.lines().skip(1).map(|row| format!("\"{}\",\n", row.replace('"', ""))).collect();
    let _ = input.write_all(others.repeat(200).as_bytes());
    drop(input);
    let run: Run = child.wait_with_output().unwrap().into();
    run.ends_with(1)
        .says("rows of - were answered before this, in a.jsonl.partial, and a.jsonl is as it was")
        .says(&format!("the index {} was changed while it was used", index.display()))
        .says("remedy: run again, it is then built anew");
    assert_eq!((contents(&desk), unfinished(&desk)), (before, 0));
    let manifest: Value =
        serde_json::from_str(&desk.read("a.jsonl.partial.manifest.json")).unwrap();
    assert_eq!(manifest["ending"], "failed");
    desk.run(&["screen", "people.csv", "--out", "a.jsonl"]).ends_with(3).says("it is built again");
}

#[test]
fn a_run_that_is_killed_at_any_moment_leaves_no_manifest_of_other_answers() {
    let (desk, before) = desk_with_an_earlier_run();
    let words = ["screen", "people.csv", "--out", "a.jsonl"];
    desk.run(&words).ends_with(3);
    let after = contents(&desk);
    assert!(before.iter().zip(&after).take(2).all(|(old, new)| old != new));
    for moment in 0..60_u32 {
        FILES.iter().zip(&before).for_each(|(name, content)| desk.write(name, content));
        let mut child =
            desk.command(&words).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // later and later into the run; what a yield takes differs, and so the moments do
        for _ in 0..moment * 400 {
            std::thread::yield_now();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let [answers, manifest] =
            [FILES[0], FILES[1]].map(|name| fs::read_to_string(desk.path(name)).ok());
        // whole answers, old or new, and no manifest but their own
        let answers = answers.unwrap();
        assert!(answers == before[0] || answers == after[0], "after {moment}");
        if let Some(manifest) = manifest {
            let of = if answers == before[0] { &before[1] } else { &after[1] };
            assert_eq!(&manifest, of, "after {moment}");
        }
    }
    // what it left is in nobody's way
    desk.run(&words).ends_with(3);
    assert_eq!((contents(&desk), unfinished(&desk)), (after, 0));
}

#[test]
fn nothing_of_an_earlier_run_stands_beside_the_new_answers() {
    let (desk, _) = desk_with_an_earlier_run();
    desk.write("good.csv", "name\nSalman Muhammad al-Rawi\n");
    desk.run(&["screen", "good.csv", "--out", "a.jsonl", "--manifest", "run.json"])
        .ends_with(0)
        .says("no row was rejected: a.jsonl.rejects.csv of an earlier run is removed");
    assert_eq!(contents(&desk), [desk.read("a.jsonl")]);
    desk.run(&["replay", "a.jsonl", "--manifest", "run.json"]).ends_with(0).says("agrees");
    // what is no file of rejects is nobody's to remove
    desk.write("mine.csv", "my own rows\n");
    desk.run(&["screen", "good.csv", "--out", "a.jsonl", "--rejects", "mine.csv"]).ends_with(0);
    assert_eq!(desk.read("mine.csv"), "my own rows\n");
    // an input that is called as a file of the run is not written over
    desk.write("b.csv.unfinished", "name\nSalman\n");
    desk.write("b.csv.partial", "name\nSalman\n");
    for input in ["b.csv.unfinished", "b.csv.partial"] {
        let words = ["screen", input, "--input-format", "csv", "--out", "b.csv"];
        desk.run(&words).ends_with(1).says("would be overwritten");
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_and_a_device_are_written_as_they_are() {
    let desk = Desk::with_lists();
    desk.write("who.csv", "name\nSalman Muhammad al-Rawi\n");
    let words = ["screen", "who.csv", "--out", "/dev/stdout", "--manifest", "run.json"];
    let words = [&words[..], &["--format", "csv"]].concat();
    let mut child =
        desk.command(&words).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let (mut first, mut rest) = (String::new(), String::new());
    output.read_line(&mut first).unwrap();
    output.read_to_string(&mut rest).unwrap();
    assert!(first.starts_with("row,id,alert") && rest.contains("un,UTi.001"), "{first}{rest}");
    let run: Run = child.wait_with_output().unwrap().into();
    run.ends_with(0);
    let manifest: Value = serde_json::from_str(&desk.read("run.json")).unwrap();
    assert_eq!(manifest["answers"]["bytes"], first.len() + rest.len());
    desk.run(&["screen", "who.csv", "--out", "/dev/null", "--manifest", "run.json"]).ends_with(0);
    assert!(!fs::metadata("/dev/null").unwrap().is_file());
}

#[test]
fn a_monitoring_run_that_fails_leaves_the_output_of_the_earlier_one() {
    let desk = Desk::with_lists();
    desk.write("people.csv", "name\nSalman Muhammad al-Rawi\n");
    desk.run(&["monitor", "add", "people.csv"]).ends_with(0);
    desk.run(&["monitor", "run", "--out", "told.jsonl"]).ends_with(0);
    let told = desk.read("told.jsonl");
    fs::rename(desk.path("home/current.json"), desk.path("home/elsewhere")).unwrap();
    desk.run(&["monitor", "run", "--out", "told.jsonl"]).ends_with(1);
    assert_eq!((desk.read("told.jsonl"), unfinished(&desk)), (told, 0));
}
