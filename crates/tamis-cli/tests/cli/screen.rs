//! `tamis screen`

use serde_json::Value;

use crate::program::{Desk, Run, sample};

/// The answers of a run as JSON lines.
#[track_caller]
fn answers(run: &Run) -> Vec<Value> {
    run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The hits of an answer, alert by alert.
fn hits(answer: &Value) -> impl Iterator<Item = &Value> {
    let alerts = answer["alerts"].as_array().unwrap().iter();
    alerts.flat_map(|alert| alert["hits"].as_array().unwrap())
}

/// The entries that were found for the request with this id.
fn found<'a>(answers: &'a [Value], id: &str) -> Vec<&'a str> {
    let answer = answers.iter().find(|answer| answer["party"]["id"] == id).unwrap();
    hits(answer).map(|hit| hit["entry"].as_str().unwrap()).collect()
}

#[test]
fn the_sample_requests_are_answered_as_they_ask() {
    let desk = Desk::with_lists();
    let run = desk.run(&["screen", &sample("requests.csv"), "--json"]).ends_with(0);
    let answers = answers(&run);
    assert_eq!(answers.len(), 17);
    for (id, entry) in [
        ("R-01", "un:UTi.001"),
        ("R-01", "eu:EU.90001.11"),
        ("R-02", "un:UTi.002"),
        ("R-02", "eu:EU.90002.22"),
        ("R-03", "un:UTi.002"),
        ("R-04", "ofac-sdn:990004"),
        ("R-05", "uk:990005"),
        ("R-06", "eu:EU.90010.10"),
        ("R-07", "un:UTi.003"),
        ("R-08", "un:UTi.003"),
        ("R-09", "un:UTi.002"),
        ("R-12", "ofac-sdn:8759"),
        ("R-13", "un:QDe.115"),
        ("R-13", "ofac-sdn:8759"),
        ("R-14", "ofac-sdn:990202"),
    ] {
        assert!(found(&answers, id).contains(&entry), "{id}: {:?}", found(&answers, id));
    }
    for id in ["R-10", "R-15", "R-16", "R-17"] {
        assert!(found(&answers, id).is_empty(), "{id}: {:?}", found(&answers, id));
    }
    // A ship with another number is another ship; a name of one list leads to that list's entry.
    assert!(!found(&answers, "R-14").contains(&"ofac-sdn:990201"));
    assert_eq!(found(&answers, "R-12"), ["ofac-sdn:8759"]);
    for answer in &answers {
        assert_eq!(answer["stamps"]["snapshots"].as_array().unwrap().len(), 4, "stamps: {answer}");
        assert_eq!(answer["considered"], 57);
    }
}

#[test]
fn every_form_has_each_request_in_its_order() {
    let desk = Desk::with_lists();
    let requests = sample("requests.csv");
    for (format, file) in
        [("table", "a.txt"), ("jsonl", "a.jsonl"), ("csv", "a.csv"), ("html", "a.html")]
    {
        let printed = desk.run(&["screen", &requests, "--format", format]).ends_with(0).stdout;
        let run = desk.run(&["screen", &requests, "--out", file]).ends_with(0).says(file);
        assert_eq!(run.stdout, "");
        assert_eq!(desk.read(file), printed, "{format} by its ending");
        let places: Vec<usize> =
            (1..=17).map(|n| printed.find(&format!("R-{n:02}")).unwrap()).collect();
        // The report has the parties without a hit together, at its end.
        assert!(format == "html" || places.is_sorted(), "{format}: {places:?}");
        let manifest: Value =
            serde_json::from_str(&desk.read(&format!("{file}.manifest.json"))).unwrap();
        assert_eq!(manifest["counts"]["screened"], 17);
        assert_eq!(manifest["input"]["sha256"].as_str().unwrap().len(), 64);
        assert_eq!(manifest["ending"], "complete");
    }
}

#[test]
fn standard_input_and_output_give_the_same_answers() {
    let desk = Desk::with_lists();
    let requests = sample("requests.csv");
    desk.write("requests.csv", std::fs::read(&requests).unwrap());
    for format in ["table", "jsonl", "csv"] {
        let of_file = desk.run(&["screen", &requests, "--format", format]).stdout;
        let words = ["screen", "-", "--format", format];
        let of_input = desk.run_with_input(&words, "requests.csv").ends_with(0).stdout;
        assert_eq!(of_file, of_input);
        let to_output = desk.run(&["screen", "requests.csv", "--format", format, "-o", "-"]);
        assert_eq!(to_output.ends_with(0).stdout, of_file);
    }
    assert!(!desk.path("-").exists() && !desk.path("-.manifest.json").exists());
}

#[test]
fn rows_that_cant_be_screened_are_kept_apart_with_their_reason() {
    let desk = Desk::with_lists();
    desk.write(
        "people.csv",
        "id,name,dob\n1,Salman al-Rawi,1971\n2,,\n3,Jonas Linden,1989,too,many\n4,Ruslan Akhtarov,1979\n",
    );
    let run = desk
        .run(&["screen", "people.csv", "--json"])
        .ends_with(3)
        .says("2 rows were rejected: people.csv.rejects.csv");
    let ids: Vec<_> = answers(&run).iter().map(|a| a["party"]["id"].clone()).collect();
    assert_eq!(ids, ["1", "4"]);
    let rejects = desk.read("people.csv.rejects.csv");
    let rows: Vec<&str> = rejects.lines().collect();
    assert_eq!(rows.len(), 3, "{rejects}");
    assert!(rows[1].starts_with("3,") && rows[2].starts_with("4,"), "{rejects}");
    desk.run(&["screen", "people.csv", "--rejects", "bad.csv", "--out", "good.csv"]).ends_with(3);
    assert_eq!(desk.read("bad.csv"), rejects);
    let manifest: Value = serde_json::from_str(&desk.read("good.csv.manifest.json")).unwrap();
    assert_eq!(
        (&manifest["counts"]["read"], &manifest["counts"]["rejected"]),
        (&Value::from(4), &Value::from(2))
    );
    // Where all rows are good there is no such file.
    desk.run(&["screen", &sample("requests.csv"), "--out", "all.csv"]).ends_with(0);
    assert!(!desk.path("all.csv.rejects.csv").exists());
}

#[test]
fn threshold_limit_lists_and_policy_are_respected() {
    let desk = Desk::with_lists();
    let requests = sample("requests.csv");
    let screened = |more: &[&str]| {
        answers(
            &desk.run(&[&["screen", requests.as_str(), "--json"][..], more].concat()).ends_with(0),
        )
    };
    let limited = screened(&["--limit", "1"]);
    assert_eq!(limited[0]["alerts"].as_array().unwrap().len(), 1);
    assert_eq!(limited[0]["total"]["hits"], 4);
    let of_un = screened(&["--lists", "un"]);
    assert_eq!(found(&of_un, "R-13"), ["un:QDe.115"]);
    assert_eq!(of_un[0]["stamps"]["snapshots"].as_array().unwrap().len(), 1);
    let strict = screened(&["--threshold", "0.95"]);
    assert!(found(&strict, "R-13").is_empty());
    assert_eq!(strict[0]["stamps"]["threshold"], 0.95);
    let bulk = screened(&["--policy", "bulk"]);
    assert!(bulk[0]["stamps"]["policy"].as_str().unwrap().starts_with("bulk"));
}

#[test]
fn columns_are_mapped_by_option_and_by_file() {
    let desk = Desk::with_lists();
    desk.write("own.csv", "Wer;Wann\nSalman Muhammad al-Rawi;17.05.1971\n");
    let run = desk.run(&["screen", "own.csv"]).ends_with(1).says("Wer");
    assert_eq!(run.stdout, "");
    let mapped = desk.run(&[
        "screen",
        "own.csv",
        "--json",
        "--map",
        "Wer=full_name",
        "--map",
        "Wann=birth_date",
    ]);
    let first = &answers(&mapped)[0];
    assert_eq!(first["party"]["births"][0]["as_written"], "17.05.1971");
    desk.write("map.toml", "[columns]\nWer = \"full_name\"\nWann = \"birth_date\"\n");
    let filed = desk.run(&["screen", "own.csv", "--json", "--mapping", "map.toml"]).ends_with(0);
    assert_eq!(answers(&filed), answers(&mapped));
    desk.run(&["screen", "own.csv", "--map", "Wer=naem"]).ends_with(1).says("naem");
    desk.run(&["screen", "own.csv", "--mapping", "none.toml"]).ends_with(1).says("none.toml");
}

#[test]
fn files_in_other_encodings_and_forms_are_read() {
    let desk = Desk::with_lists();
    let utf16: Vec<u8> = "\u{feff}name,dob\nمحمد عبد الرحمن حداد,١٩٨٤\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    desk.write("utf16.csv", utf16);
    // In Windows-1256: د ا ح ه م م د are single bytes.
    let windows: Vec<u8> =
        [&b"name\n"[..], &[0xE3, 0xCD, 0xE3, 0xCF, b' ', 0xCD, 0xCF, 0xC7, 0xCF], b"\n"].concat();
    desk.write("windows.csv", windows);
    desk.write("own.jsonl", "{\"id\": \"x\", \"name\": \"Salman Muhammad al-Rawi\"}\n");
    desk.write(
        "ftm.jsonl",
        "{\"id\": \"y\", \"schema\": \"Person\", \"properties\": {\"name\": [\"Руслан Магомедович Ахтаров\"]}}\n",
    );
    for (words, entry) in [
        (&["utf16.csv"][..], "un:UTi.002"),
        (&["windows.csv", "--encoding", "windows-1256"], "un:UTi.002"),
        (&["own.jsonl"], "un:UTi.001"),
        (&["ftm.jsonl"], "un:UTi.004"),
    ] {
        let run = desk.run(&[&["screen", "--json"], words].concat()).ends_with(0);
        let answer = &answers(&run)[0];
        let hits: Vec<_> = hits(answer).map(|hit| &hit["entry"]).collect();
        assert!(hits.contains(&&Value::from(entry)), "{words:?}: {answer}");
    }
}

#[test]
fn nothing_is_overwritten_by_mistake_and_bad_inputs_are_told() {
    let desk = Desk::with_lists();
    desk.write("people.csv", "name\nJonas Linden\n");
    for words in [
        &["people.csv", "--out", "people.csv"][..],
        &["people.csv", "--out", "./people.csv"],
        &["people.csv", "--rejects", "people.csv"],
        &["people.csv", "--out", "x.csv", "--manifest", "x.csv"],
    ] {
        desk.run(&[&["screen"], words].concat()).ends_with(1).says("would be overwritten");
    }
    assert_eq!(desk.read("people.csv"), "name\nJonas Linden\n");
    desk.run(&["screen", "none.csv"]).ends_with(1).says("can't read none.csv");
    desk.run(&["screen", "."]).ends_with(1).says("is a folder");
    desk.write("empty.csv", "");
    desk.run(&["screen", "empty.csv"]).ends_with(1).says("empty.csv");
    desk.run(&["screen", "people.csv", "--out", "no/such/a.csv"])
        .ends_with(1)
        .says("no/such/a.csv");
    Desk::empty().run(&["screen", &sample("requests.csv")]).ends_with(1).says("import one first");
}

#[test]
fn quiet_is_quiet_and_colour_is_asked_for() {
    let desk = Desk::with_lists();
    let requests = sample("requests.csv");
    let run = desk.run(&["screen", &requests, "--format", "csv", "-q"]).ends_with(0);
    assert_eq!(run.stderr, "");
    let plain = desk.run(&["screen", &requests]).stdout;
    assert!(!plain.contains('\u{1b}'));
    let coloured = desk.run(&["screen", &requests, "--color", "always"]).stdout;
    assert!(coloured.contains('\u{1b}'));
}
