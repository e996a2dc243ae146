//! What is damaged or gone in a data folder is told as what it is, with what to do.

use std::fs;
use std::path::PathBuf;

use crate::program::{Desk, sample};

/// A desk with three monitored files.
fn desk_with_stock() -> Desk {
    let desk = Desk::with_lists();
    for (name, row) in [
        ("a.csv", "Salman Muhammad al-Rawi"),
        ("b.csv", "Nobody Atall"),
        ("c.csv", "Al-Qaida in Iraq"),
    ] {
        desk.write(name, format!("name\n{row}\n"));
        desk.run(&["monitor", "add", name]).ends_with(0);
    }
    desk
}

/// The files of the batches.
fn batches(desk: &Desk) -> Vec<PathBuf> {
    let files = fs::read_dir(desk.path("home/monitor")).unwrap().map(|file| file.unwrap().path());
    let mut files: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|ending| ending == "jsonl")).collect();
    files.sort();
    files
}

#[test]
fn a_stock_without_the_file_that_names_its_batches_is_not_nothing() {
    let desk = desk_with_stock();
    fs::remove_file(desk.path("home/monitor/stock.json")).unwrap();
    for words in [&["monitor", "status"][..], &["monitor", "run"], &["monitor", "add", "a.csv"]] {
        desk.run(words)
            .ends_with(1)
            .says("stock.json is missing, and 3 batches of monitored parties stand beside it")
            .says("add the files again (tamis monitor add)");
    }
    assert_eq!(batches(&desk).len(), 3);
}

#[test]
fn snapshots_without_the_file_that_says_which_are_active_are_not_nothing() {
    let desk = Desk::with_lists();
    fs::remove_file(desk.path("home/current.json")).unwrap();
    desk.write("who.csv", "name\nSalman\n");
    for words in [&["screen", "who.csv"][..], &["lists", "show", "un:UTi.001"], &["index", "build"]]
    {
        desk.run(words)
            .ends_with(1)
            .says("no list is active in ")
            .says("though 4 snapshots are stored")
            .says("tamis lists import");
    }
}

#[test]
fn parties_that_are_gone_are_told_before_anything_is_screened() {
    let desk = desk_with_stock();
    desk.run(&["monitor", "run"]).ends_with(0);
    let gone = batches(&desk).swap_remove(1);
    fs::remove_file(&gone).unwrap();
    let path = gone.display().to_string();
    desk.run(&["monitor", "status"]).ends_with(0).prints(&format!("{path} is missing"));
    desk.run(&["monitor", "status", "--json"]).ends_with(0).prints("\"missing\":");
    let run = desk.run(&["monitor", "run"]).ends_with(1);
    assert_eq!(run.stdout, "");
    run.says(&format!("{path} is missing")).says("remove the batch (tamis monitor remove)");
    let id = gone.file_stem().unwrap().to_str().unwrap().to_owned();
    desk.run(&["monitor", "remove", &id[..12]]).ends_with(0);
    desk.run(&["monitor", "run"]).ends_with(0);
}

#[test]
fn remedies_speak_of_what_is_damaged() {
    let desk = desk_with_stock();
    fs::write(desk.path("home/monitor/stock.json"), "{\"form\": 1").unwrap();
    let run = desk.run(&["monitor", "status"]).ends_with(1).says("tamis monitor add");
    assert!(!run.stderr.contains("lists"), "{run:#?}");
    fs::write(desk.path("home/links.json"), "{").unwrap();
    let run = desk.run(&["lists", "links"]).ends_with(1).says("tamis lists link)");
    assert!(!run.stderr.contains("import"), "{run:#?}");
    fs::remove_file(desk.path("home/links.json")).unwrap();
    fs::create_dir(desk.path("home/links.json")).unwrap();
    let two = ["un:UTi.001", "ofac-sdn:990004", "--reason", "same"];
    let reviewers = ["--reviewer", "Ada", "--reviewer", "Bo"];
    let run = desk.run(&[&["lists", "link"], &two[..], &reviewers].concat()).ends_with(1);
    assert!(!run.stderr.contains("lists that were there"), "{run:#?}");
}

#[test]
fn bytes_behind_an_index_are_not_told_as_a_cut() {
    let desk = Desk::with_lists();
    desk.run(&["index", "build"]).ends_with(0);
    let files = fs::read_dir(desk.path("home/index")).unwrap().map(|file| file.unwrap().path());
    let path = files.into_iter().find(|path| path.extension().is_some_and(|e| e == "tamis"));
    let path = path.unwrap();
    let mut bytes = fs::read(&path).unwrap();
    bytes.extend(b"more");
    fs::write(&path, bytes).unwrap();
    desk.run(&["index", "verify"]).ends_with(1).says("bytes were added behind it");
}

#[test]
fn a_batch_is_named_by_its_name_or_by_the_beginning_of_its_id() {
    let desk = desk_with_stock();
    let ids: Vec<String> = batches(&desk)
        .iter()
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    desk.run(&["monitor", "remove", &ids[0][..2]])
        .ends_with(1)
        .says("too short for an id")
        .says("four digits at least".replace("four", "4").as_str());
    desk.run(&["monitor", "remove", "zzzz"]).ends_with(1).says("no batch is called `zzzz`");
    desk.run(&["monitor", "remove", ""]).ends_with(1).says("no batch is called");
    desk.run(&["monitor", "remove", &ids[0][..4].to_uppercase()]).ends_with(0).prints("removed: ");
    desk.run(&["monitor", "remove", &ids[0][..4]]).ends_with(1).says("no id of one begins so");
    // two of one name are told by their ids
    desk.write("d.csv", "name\nRuslan Akhtarov\n");
    desk.write("e.csv", "name\nJonas Linden\n");
    for file in ["d.csv", "e.csv"] {
        desk.run(&["monitor", "add", file, "--name", "staff"]).ends_with(0);
    }
    desk.run(&["monitor", "remove", "staff"])
        .ends_with(1)
        .says("several batches are called `staff`");
    // the same parties under another name keep the one that they have
    desk.run(&["monitor", "add", "d.csv", "--name", "guests"])
        .ends_with(0)
        .prints("kept already: staff")
        .says("kept under the name staff, not guests");
}

#[test]
fn days_that_are_none_and_days_to_come_are_refused() {
    let desk = Desk::with_lists();
    desk.write("who.csv", "name\nSalman\n");
    for words in [&["screen", "who.csv"][..], &["lists", "show", "un:UTi.001"]] {
        let as_of = |day: &str| desk.run(&[words, &["--as-of", day]].concat());
        as_of("9999-01-01").ends_with(1).says("9999-01-01 has not come yet, it is ");
        let run = as_of("2021-03").ends_with(2).says("write a whole day: YYYY-MM-DD");
        assert!(!run.stderr.contains("1984"), "{run:#?}");
        as_of("2021-02-30").ends_with(2).says("there is no day 2021-02-30");
        as_of("2021-03-01T10:00").ends_with(2).says("write the day alone");
    }
    let run = desk.run(&["lists", "show", "un:UTi.001", "--as-of", "2001-01-01"]).ends_with(1);
    assert!(!run.stderr.contains("--without"), "{run:#?}");
    run.says("un (the earliest is of 2026-02-02)").says("import an older one");
}

#[test]
fn two_snapshots_are_named_by_short_ids_and_the_order_is_told() {
    let desk = Desk::with_lists();
    let content = fs::read_to_string(sample("lists/un-sample.xml")).unwrap();
    desk.write(
        "older.xml",
        content.replace("2026-02-02T", "2025-01-01T").replace("SALMAN", "SOLOMON"),
    );
    desk.run(&["lists", "import", "older.xml"]).ends_with(0);
    let ids: Vec<String> = desk
        .run(&["lists", "diff", "2025-01-01", "2026-02-02", "--lists", "un", "--json"])
        .ends_with(0)
        .stdout
        .split("\"id\":\"")
        .skip(1)
        .take(2)
        .map(|piece| piece[..64].to_owned())
        .collect();
    let run = desk.run(&["lists", "diff", &ids[0][..4], &ids[1][..6]]).ends_with(0);
    assert!(run.prints("2025-01-01").stderr.is_empty());
    desk.run(&["lists", "diff", &ids[1][..4], &ids[0][..4]])
        .ends_with(0)
        .says("un: FROM is of 2026-02-02, newer than TO of 2025-01-01");
    let short = &ids[0][..3];
    desk.run(&["lists", "diff", short, "2026-02-02"])
        .ends_with(1)
        .says(&format!("can't read {short}: there is no such file"))
        .says("4 hexadecimal digits at least");
}

#[test]
fn a_third_reviewer_is_told_that_two_decide() {
    let desk = Desk::with_lists();
    let words = ["lists", "link", "un:UTi.001", "ofac-sdn:990004", "--reason", "same passport"];
    let three = ["--reviewer", "Ada", "--reviewer", "Bo", "--reviewer", "Cy"];
    desk.run(&[&words[..], &three].concat())
        .ends_with(1)
        .says("3 reviewers are named, and a link is decided by two");
}

#[test]
fn an_import_tells_what_changed_and_how_to_see_it_whole() {
    let desk = Desk::with_lists();
    let content = fs::read_to_string(sample("lists/un-sample.xml")).unwrap();
    let newer = content.replace("2026-02-02T", "2026-03-01T").replace("SALMAN", "SOLOMON");
    desk.write("newer.xml", &newer);
    let run = desk.run(&["lists", "import", "newer.xml"]).ends_with(0);
    let told =
        run.stdout.lines().find(|line| line.starts_with("compared with that one: ")).unwrap();
    assert!(told.contains("unchanged 1") && told.contains("1"), "{told}");
    let command = told.split("all of it: tamis ").nth(1).unwrap();
    let words: Vec<&str> = command.split(' ').collect();
    let whole = desk.run(&words).ends_with(0).stdout;
    let counts = told.trim_start_matches("compared with that one: ").split(';').next().unwrap();
    assert!(whole.contains(counts), "{counts}\n{whole}");
    desk.write("newest.xml", newer.replace("2026-03-01T", "2026-03-02T"));
    let json = desk.run(&["lists", "import", "newest.xml", "--json"]).ends_with(0).json();
    assert_eq!(json["lists"][0]["changes"]["unchanged"], 14);
    // the first of a list, or one that is kept beside, replaces none
    let json = desk.run(&["lists", "import", "newer.xml", "--json"]).ends_with(0).json();
    assert!(json["lists"][0]["changes"].is_null());
}
