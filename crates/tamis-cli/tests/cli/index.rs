//! `tamis index`, and how `tamis screen` uses it.

use std::fs;
use std::path::PathBuf;
use std::thread;

use crate::program::{Desk, sample};

/// The artefacts of a desk.
fn artefacts(desk: &Desk) -> Vec<PathBuf> {
    let Ok(files) = fs::read_dir(desk.path("home/index")) else { return Vec::new() };
    let paths = files.map(|file| file.unwrap().path());
    let mut paths: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|found| found == "tamis")).collect();
    paths.sort();
    paths
}

#[test]
fn the_first_screening_builds_the_index_and_the_next_ones_use_it() {
    let desk = Desk::with_lists();
    assert!(artefacts(&desk).is_empty());
    let requests = sample("requests.csv");
    let words = ["screen", &*requests, "--format", "jsonl"];
    let first = desk.run(&words).ends_with(0).says("building the index of 4 lists");
    assert_eq!(artefacts(&desk).len(), 1);
    let second = desk.run(&words).ends_with(0);
    assert!(!second.stderr.contains("building"), "{second:#?}");
    let all = desk.run(&[&words[..], &["--exhaustive"]].concat()).ends_with(0);
    assert_eq!((&first.stdout, &first.stdout), (&second.stdout, &all.stdout));
    // without the lists the index alone answers: nothing of them is read again
    let snapshots = desk.path("home/snapshots");
    for file in fs::read_dir(snapshots).unwrap().map(|file| file.unwrap().path()) {
        if file.extension().is_none() {
            fs::remove_file(file).unwrap();
        }
    }
    assert_eq!(desk.run(&words).ends_with(0).stdout, first.stdout);
}

#[test]
fn an_index_tells_what_it_holds_and_is_the_same_each_time() {
    let desk = Desk::with_lists();
    desk.run(&["index", "info"]).ends_with(1).says("build it: tamis index build");
    let built = desk.run(&["index", "build", "--json"]).ends_with(0).says("built in").json();
    let bytes = fs::read(&artefacts(&desk)[0]).unwrap();
    assert_eq!((&built["entries"], built["snapshots"].as_array().unwrap().len()), (&57.into(), 4));
    assert_eq!(built["bytes"], bytes.len());
    let info = desk.run(&["index", "info", "--json"]).ends_with(0).says("opened in").json();
    assert_eq!(info, built);
    desk.run(&["index", "info"]).ends_with(0).prints("57 entries").prints("postings");
    assert_eq!(desk.run(&["index", "verify", "--json"]).ends_with(0).json(), built);
    desk.run(&["index", "build"]).ends_with(0);
    assert_eq!(fs::read(&artefacts(&desk)[0]).unwrap(), bytes);
}

#[test]
fn a_damaged_index_is_refused_and_built_again() {
    let desk = Desk::with_lists();
    desk.run(&["index", "build"]).ends_with(0);
    let path = artefacts(&desk).remove(0);
    let whole = fs::read(&path).unwrap();
    let words = ["screen", &*sample("requests.csv"), "--format", "jsonl"];
    let answers = desk.run(&words).ends_with(0).stdout;
    let mut changed = whole.clone();
    changed[whole.len() / 2] ^= 1;
    for damaged in [&changed[..], &whole[..whole.len() / 2], b"", b"something else"] {
        fs::write(&path, damaged).unwrap();
        for command in ["verify", "info"] {
            let told = desk.run(&["index", command]).ends_with(1).says("can't be used");
            assert!(told.stderr.contains("tamis index build"), "{told:#?}");
        }
        let run = desk.run(&words).ends_with(0).says("it is built again");
        assert_eq!(run.stdout, answers);
        assert_eq!(fs::read(&path).unwrap(), whole);
    }
}

#[test]
fn two_builds_at_once_do_not_hurt_each_other() {
    let desk = Desk::with_lists();
    let runs: Vec<_> = thread::scope(|scope| {
        let build = || desk.run(&["index", "build"]);
        let builders: Vec<_> = (0..3).map(|_| scope.spawn(build)).collect();
        builders.into_iter().map(|builder| builder.join().unwrap()).collect()
    });
    for run in runs {
        run.ends_with(0).says("built in");
    }
    assert_eq!(artefacts(&desk).len(), 1);
    desk.run(&["index", "verify"]).ends_with(0);
}

#[test]
fn other_lists_have_another_index() {
    let desk = Desk::with_lists();
    desk.run(&["index", "build"]).ends_with(0);
    let un = fs::read_to_string(sample("lists/un-sample.xml")).unwrap();
    let newer = un.replacen("dateGenerated=\"2026-02", "dateGenerated=\"2026-03", 1);
    assert_ne!(un, newer);
    desk.write("newer.xml", newer);
    desk.run(&["lists", "import", "newer.xml"]).ends_with(0);
    desk.run(&["index", "info"]).ends_with(1).says("no index of the active lists");
    let older = artefacts(&desk).remove(0);
    desk.run(&["screen", &sample("requests.csv")]).ends_with(0).says("building the index");
    assert_eq!(artefacts(&desk).len(), 2);
    // copied to the name of the newer one, the older is found out
    let newer = artefacts(&desk).into_iter().find(|path| *path != older).unwrap();
    let whole = fs::read(&newer).unwrap();
    fs::copy(&older, &newer).unwrap();
    desk.run(&["index", "verify"]).ends_with(1).says("is the index of other lists");
    desk.run(&["screen", &sample("requests.csv")]).ends_with(0).says("it is built again");
    assert_eq!(fs::read(&newer).unwrap(), whole);
}
