//! The life of a screening: as of a day, replayed, with links that reviewers joined, and what changed
//! between two snapshots.

use std::fs;

use serde_json::Value;

use crate::program::{Desk, Run, sample};

/// The UN sample as it would have been on a day, under the reference of that time.
fn un_of(day: &str) -> String {
    let content = fs::read_to_string(sample("lists/un-sample.xml")).unwrap();
    let content = content.replace("2026-02-02T", &format!("{day}T"));
    if day < "2015" { content.replace(">QDe.115<", ">QE.J.115.04.<") } else { content }
}

fn desk_with_history() -> Desk {
    let desk = Desk::with_lists();
    for day in ["2013-01-15", "2014-12-20"] {
        let name = format!("un-{day}.xml");
        desk.write(&name, un_of(day));
        desk.run(&["lists", "import", &name]).ends_with(0).prints("kept, not active");
    }
    desk
}

#[track_caller]
fn hits(run: &Run) -> Vec<String> {
    let answer: Value = serde_json::from_str(run.stdout.lines().next().unwrap()).unwrap();
    let alerts = answer["alerts"].as_array().unwrap().iter();
    let hits = alerts.flat_map(|alert| alert["hits"].as_array().unwrap());
    hits.map(|hit| hit["entry"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn an_alias_belongs_to_the_entry_that_bore_it_on_the_day() {
    let desk = desk_with_history();
    desk.write("who.csv", "name,kind\nJabhat al-Nusrah,organisation\n");
    let on = |day: &str| {
        let words = ["screen", "who.csv", "--lists", "un", "--format", "jsonl", "--as-of", day];
        desk.run(&words).ends_with(0)
    };
    let before: Vec<String> = Vec::new();
    assert_eq!(hits(&on("2013-05-29")), before);
    assert_eq!(hits(&on("2013-05-30")), ["un:QE.J.115.04."]);
    let run = on("2014-01-01");
    assert_eq!(hits(&run), ["un:QE.J.115.04."]);
    run.prints("\"as_of\":\"2014-01-01\"")
        .prints("\"published\":\"2013-01-15\"")
        .says("as of 2014-01-01");
    assert_eq!(hits(&on("2014-06-01")), ["un:QDe.137"]);
    // from the next snapshot on, the list itself says what is
    assert_eq!(hits(&on("2014-12-31")), before);
}

#[test]
fn each_form_of_answer_shows_the_day() {
    let desk = desk_with_history();
    desk.write("who.csv", "name,kind\nJabhat al-Nusrah,organisation\nNobody Atall,person\n");
    for (format, shows) in [
        ("table", "no hit on un of 2013-01-15, as of 2014-01-01"),
        ("table", "engine"),
        ("csv", ",2014-01-01,,"),
        ("jsonl", "\"as_of\":\"2014-01-01\""),
        ("html", "as of 2014-01-01"),
    ] {
        let words =
            ["screen", "who.csv", "--lists", "un", "--as-of", "2014-01-01", "--format", format];
        desk.run(&words).ends_with(0).prints(shows);
    }
}

#[test]
fn a_list_without_a_snapshot_for_the_day_is_an_error_unless_it_is_left_out() {
    let desk = desk_with_history();
    desk.write("who.csv", "name\nSalman al-Rawi\n");
    desk.run(&["screen", "who.csv", "--as-of", "2014-01-01"])
        .ends_with(1)
        .says("published on or before 2014-01-01")
        .says("eu (the earliest is of ")
        .says("--without");
    let without = ["screen", "who.csv", "--as-of", "2014-01-01", "--without", "eu,uk,ofac-sdn"];
    desk.run(&without).ends_with(0).prints("as of 2014-01-01");
    desk.run(&["screen", "who.csv", "--as-of", "2012-01-01", "--lists", "un"])
        .ends_with(1)
        .says("2013-01-15");
    desk.run(&["screen", "who.csv", "--without", "au"]).ends_with(1).says("`au` is not imported");
    let run = desk.run(&["screen", "who.csv", "--without", "un,uk", "--json"]).ends_with(0);
    assert!(!run.stdout.contains("\"list\":\"un\"") && run.stdout.contains("\"list\":\"eu\""));
    desk.run(&["screen", "who.csv", "--as-of", "2014-13-01"]).ends_with(2);
}

#[test]
fn an_older_reference_finds_the_entry() {
    let desk = desk_with_history();
    for older in ["un:QE.J.115.04", "un:QE.J.115.04.", "un:QDe.115"] {
        desk.run(&["lists", "show", older]).ends_with(0).prints("un:QDe.115").prints("JTJ");
        desk.run(&["lists", "show", older, "--as-of", "2014-06-01"])
            .ends_with(0)
            .prints("un:QE.J.115.04.")
            .prints("as of 2014-06-01");
    }
    let says = "un:QE.J.115.04 is another form of the reference un:QDe.115";
    desk.run(&["lists", "show", "un:QE.J.115.04"]).prints(says);
    let shown = desk.run(&["lists", "show", "un:QE.J.115.04", "--json"]).ends_with(0).json();
    assert_eq!([&shown["reached_by"], &shown["asked"]], ["form_of_reference", "un:QE.J.115.04"]);
    let exact = desk.run(&["lists", "show", "un:QDe.115"]).stdout;
    assert!(!exact.contains("another form"), "{exact}");
    desk.run(&["compare", "un:QE.J.115.04", "Daesh"]).ends_with(0).prints("another form of");
    let run = desk.run(&["lists", "show", "un:QDe.115", "--as-of", "2014-01-01"]).ends_with(0);
    run.prints("Jabhat al-Nusrah").prints("2013-05-30 to 2014-05-13");
}

#[test]
fn a_difference_shows_a_move_as_a_move() {
    let desk = desk_with_history();
    let run = desk.run(&["lists", "diff", "2014-12-31", "2026-02-02"]).ends_with(0);
    run.prints("moved     un:QE.J.115.04. -> un:QDe.115  AL-QAIDA IN IRAQ")
        .prints("unchanged 13")
        .says("eu: no snapshot is stored for one of the two days");
    let run =
        desk.run(&["lists", "diff", "un-2013-01-15.xml", "2026-02-02", "--json"]).ends_with(0);
    let told = &run.json()["lists"][0];
    assert_eq!(told["counts"], serde_json::json!({"moved": 1}));
    assert_eq!(told["changes"][0]["matched_by"], "form_of_reference");
    assert_eq!(told["changes"][0]["fields"][0]["come"][0], "QDe.115");
    let same = desk.run(&["lists", "diff", "2014-12-20", "un-2014-12-20.xml"]).ends_with(0);
    same.prints("  unchanged 14");
    desk.run(&["lists", "diff", "2010-01-01", "2026-02-02"]).ends_with(1).says("no list has");
    desk.run(&["lists", "diff", "0123456789", "2026-02-02"])
        .ends_with(1)
        .says("no stored snapshot has an id");
    desk.run(&["lists", "diff", "none.xml", "2026-02-02"]).ends_with(1).says("can't read none.xml");
}

#[test]
fn an_answer_is_replayed_byte_by_byte() {
    let desk = desk_with_history();
    let requests = sample("requests.csv");
    let runs: [&[&str]; 4] = [
        &["--threshold", "0.6", "--limit", "1"],
        &["--policy", "bulk", "--lists", "un,eu"],
        &["--as-of", "2014-01-01", "--without", "eu,uk,ofac-sdn"],
        &["--exhaustive"],
    ];
    for (place, options) in runs.iter().enumerate() {
        let out = format!("answers-{place}.jsonl");
        let mut words = vec!["screen", &requests, "--out", &out];
        words.extend(*options);
        desk.run(&words).ends_with(0);
        desk.run(&["replay", &out])
            .ends_with(0)
            .prints("17 answers replayed: 17 the same byte by byte, 0 differ")
            .says("the manifest agrees");
    }
    // a line by itself, without the run that it is of
    let one = desk.read("answers-0.jsonl").lines().nth(3).unwrap().to_owned();
    desk.write("one.jsonl", &one);
    desk.run(&["replay", "one.jsonl"]).ends_with(0).prints("1 answers replayed: 1 the same");
    desk.run(&["replay", "one.jsonl", "--exhaustive"]).ends_with(0).prints("1 the same");
    desk.run_with_input(&["replay", "-"], "answers-1.jsonl").ends_with(0).prints("17 the same");
    // another active set changes nothing: the stamped snapshots are loaded
    desk.write("newer.xml", un_of("2026-03-01").replace("SALMAN", "SOLOMON"));
    desk.run(&["lists", "import", "newer.xml"]).ends_with(0);
    desk.run(&["replay", "answers-0.jsonl"]).ends_with(0).prints("17 the same byte by byte");
}

#[test]
fn what_differs_is_shown_and_what_can_not_be_replayed_says_why() {
    let desk = Desk::with_lists();
    desk.run(&["screen", &sample("requests.csv"), "--out", "a.jsonl"]).ends_with(0);
    let whole = desk.read("a.jsonl");
    let first = whole.lines().next().unwrap();
    desk.write("changed.jsonl", first.replacen("\"considered\":57", "\"considered\":56", 1));
    desk.run(&["replay", "changed.jsonl"])
        .ends_with(4)
        .prints("line 1, row 2: differs")
        .prints("considered\n      recorded  56\n      now       57")
        .prints("0 the same byte by byte, 1 differ");
    let json = desk.run(&["replay", "changed.jsonl", "--json"]).ends_with(4);
    json.prints("\"differences\":[[\"considered\",\"56\",\"57\"]]");
    let engine = whole.split("\"engine\":\"").nth(1).unwrap().split('"').next().unwrap();
    desk.write("other.jsonl", first.replace(engine, "tamis 0.0.1"));
    desk.run(&["replay", "other.jsonl"])
        .ends_with(0)
        .says("made by another engine: tamis 0.0.1")
        .prints("1 the same but for the engine's name");
    desk.write("policy.jsonl", first.replace("vetting-", "strict-"));
    desk.run(&["replay", "policy.jsonl"]).ends_with(1).says("the policy `strict-");
    let id = first
        .split("\"id\":\"")
        .find(|piece| {
            piece.as_bytes()[12..].starts_with(b"")
                && piece.len() > 64
                && piece[..64].bytes().all(|b| b.is_ascii_hexdigit())
        })
        .unwrap();
    desk.write("gone.jsonl", first.replace(&id[..64], &"0".repeat(64)));
    desk.run(&["replay", "gone.jsonl"])
        .ends_with(1)
        .says("is not stored in")
        .says("remedy: import the publication");
    desk.write("none.jsonl", "{\"name\": \"Salman\"}\n");
    desk.run(&["replay", "none.jsonl"]).ends_with(1).says("this is no answer");
    desk.run(&["replay", "nothing.jsonl"]).ends_with(1).says("can't read nothing.jsonl");
    // the file of answers and its manifest belong together
    desk.write(
        "b.jsonl",
        whole.lines().take(3).map(|line| format!("{line}\n")).collect::<String>(),
    );
    desk.run(&["replay", "b.jsonl", "--manifest", "a.jsonl.manifest.json"])
        .ends_with(4)
        .says("the manifest says otherwise: counts.screened: 17, now 3");
}

#[test]
fn two_reviewers_join_two_entries_and_older_answers_stay_what_they_were() {
    let desk = Desk::with_lists();
    desk.write("who.csv", "name\nSalman Muhammad al-Rawi\n");
    let screen =
        |out: &str| desk.run(&["screen", "who.csv", "--lists", "un,ofac-sdn", "--out", out]);
    screen("before.jsonl").ends_with(0);
    let link = |verb: &str, entries: [&str; 2], reviewers: &[&str]| {
        let mut words = vec!["lists", verb, entries[0], entries[1], "--reason", "same passport"];
        reviewers.iter().for_each(|name| words.extend(["--reviewer", name]));
        desk.run(&words)
    };
    let two = ["un:UTi.001", "ofac-sdn:990004"];
    link("link", two, &["Ada"]).ends_with(1).says("two different reviewers");
    link("link", two, &["Ada", " ada"]).ends_with(1).says("two different reviewers");
    link("link", ["un:UTi.001", "un:UTi.001"], &["Ada", "Bo"]).ends_with(1).says("one with itself");
    link("link", ["un:UTi.001", "un:UTi.999"], &["Ada", "Bo"])
        .ends_with(1)
        .says("not in the active");
    link("link", ["un:UTi.001", "un:QDe.115"], &["Ada", "Bo"]).ends_with(1).says("can't be one");
    link("unlink", two, &["Ada", "Bo"]).ends_with(1).says("are not joined");
    desk.run(&["lists", "links"]).ends_with(0).prints("no entries were joined");
    link("link", two, &["Ada", "Bo"]).ends_with(0).prints("joined: un:UTi.001 and ofac-sdn:990004");
    link("link", [two[1], two[0]], &["Ada", "Cy"])
        .ends_with(1)
        .says("joined already, by Ada and Bo");
    desk.run(&["lists", "links"])
        .ends_with(0)
        .prints("by Ada and Bo on 20")
        .prints("same passport");
    screen("joined.jsonl").ends_with(0);
    let answer = desk.read("joined.jsonl");
    assert!(answer.contains("\"ground\":\"reviewed\"") && answer.contains("\"Bo\""), "{answer}");
    assert!(answer.contains("\"reviewed_links\":1"), "{answer}");
    link("unlink", two, &["Cy", "Di"]).ends_with(0).prints("parted");
    let links = desk.run(&["lists", "links", "--json"]).ends_with(0).json();
    assert_eq!(links["links"], serde_json::json!([]));
    screen("parted.jsonl").ends_with(0);
    assert!(desk.read("parted.jsonl").contains("\"reviewed_links\":2"));
    assert!(!desk.read("parted.jsonl").contains("\"ground\":\"reviewed\""));
    for out in ["before.jsonl", "joined.jsonl", "parted.jsonl"] {
        desk.run(&["replay", out]).ends_with(0).prints("1 the same byte by byte");
    }
    let elsewhere = Desk::with_lists();
    elsewhere.write("joined.jsonl", &answer);
    elsewhere.run(&["replay", "joined.jsonl"]).ends_with(1).says("reviewed links has fewer than 1");
}

#[test]
fn a_stock_is_screened_again_when_a_list_changes() {
    let desk = Desk::empty();
    desk.write("un-1.xml", un_of("2014-12-20"));
    desk.run(&["lists", "import", "un-1.xml"]).ends_with(0);
    desk.run(&["monitor", "status"]).ends_with(0).prints("nothing is monitored");
    desk.run(&["monitor", "run"]).ends_with(1).says("tamis monitor add FILE");
    desk.write("people.csv", "id,name,kind\nP-1,Salman Muhammad al-Rawi,person\nP-2,Nobody Atall,person\nP-3,,person\nP-4,Al-Qaida in Iraq,organisation\n");
    desk.run(&["monitor", "add", "people.csv"])
        .ends_with(3)
        .prints("added: people.csv, 3 parties of 4 rows")
        .says("1 rows were rejected: people.csv.rejects.csv");
    desk.run(&["monitor", "add", "people.csv"]).ends_with(3).prints("kept already: people.csv");
    desk.run(&["monitor", "status"])
        .ends_with(0)
        .prints("3 parties of 4 rows")
        .prints("not screened yet");
    let run = desk.run(&["monitor", "run", "--out", "first.jsonl"]).ends_with(0);
    run.prints("people.csv row 2  P-1  Salman Muhammad al-Rawi")
        .prints("new            un:UTi.001")
        .prints("3 parties screened for the first time; told of 2");
    let lines = desk.read("first.jsonl");
    let told: Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    assert_eq!(told["answer"]["party"]["id"], "P-1");
    assert_eq!(told["changes"][0]["fate"], "new");
    assert_eq!(told["answer"]["stamps"]["snapshots"][0]["published"], "2014-12-20");
    let last: Value = serde_json::from_str(lines.lines().last().unwrap()).unwrap();
    assert_eq!(last["batches"][0]["how"], "first");
    desk.run(&["monitor", "run"]).ends_with(0).prints("no list changed; told of 0");
    // the next publication: a record moved, one gone
    let next = un_of("2026-02-02");
    let gone = next.find("<REFERENCE_NUMBER>UTi.001").unwrap();
    let begin = next[..gone].rfind("<INDIVIDUAL>").unwrap();
    let end = gone + next[gone..].find("</INDIVIDUAL>").unwrap() + "</INDIVIDUAL>".len();
    desk.write("un-2.xml", format!("{}{}", &next[..begin], &next[end..]));
    desk.run(&["lists", "import", "un-2.xml"]).ends_with(0);
    desk.run(&["monitor", "status"]).ends_with(0).prints("since then changed: un");
    let run = desk.run(&["monitor", "run"]).ends_with(0);
    run.prints("gone           un:UTi.001")
        .prints("(entry removed)")
        .prints("changed        un:QDe.115  AL-QAIDA IN IRAQ")
        .prints("(was un:QE.J.115.04.)")
        .prints("(entry moved: reference)")
        .prints("removed 1, moved 1");
    desk.run(&["monitor", "run", "--json"]).ends_with(0).prints("\"how\":\"unchanged\"");
    desk.run(&["monitor", "run", "--threshold", "0.8"])
        .ends_with(0)
        .prints("screened whole again, the policy was");
    desk.run(&["monitor", "remove", "people"]).ends_with(1).says("no batch is called `people`");
    desk.run(&["monitor", "remove", "people.csv"])
        .ends_with(0)
        .prints("removed: people.csv, 3 parties");
    desk.write("none.csv", "name\n.\n");
    desk.run(&["monitor", "add", "none.csv"]).ends_with(1).says("nothing was added");
    desk.run(&["monitor", "status", "--json"]).ends_with(0).prints("{\"batches\":[]}");
}
