//! `tamis eval` over a small invented folder in the shape of the data folder.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::program::{Desk, sample};

/// Where the samples lie in a folder of that shape.
const LISTS: [(&str, &str); 7] = [
    ("un-sample.xml", "un/2021-03-12.xml"),
    ("un-sample.xml", "un/2026-02-27.xml"),
    ("eu-sample.xml", "eu/2021-03-02.xml"),
    ("ofac-sdn-sample.xml", "ofac/sdn-2021-03-10.xml"),
    ("ofac-sdn-sample.xml", "ofac/nonsdn-2024-05-06.xml"),
    ("uk-sample.csv", "uk/conlist-2023-06-05.xlsx"),
    ("un-sample.xml", "un/other.xml"),
];

fn folder(desk: &Desk) {
    let corpus = Path::new(&sample("..")).join("corpus/evaluation");
    copy(&corpus, &desk.path("data"));
    for (from, to) in LISTS {
        let to = desk.path(&format!("data/lists/{to}"));
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(sample(&format!("lists/{from}")), to).unwrap();
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for file in fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        let to = to.join(file.file_name());
        if file.path().is_dir() {
            copy(&file.path(), &to);
        } else {
            fs::copy(file.path(), to).unwrap();
        }
    }
}

fn set<'a>(told: &'a Value, name: &str) -> &'a Value {
    let sets = told["sets"].as_array().unwrap();
    sets.iter().find(|set| set["name"] == name).unwrap_or_else(|| panic!("no set {name}"))
}

/// Value and trials of a figure of a set.
fn figure(told: &Value, name: &str, measure: &str, of: &str) -> (f64, u64) {
    let figures = set(told, name)["figures"].as_array().unwrap();
    let found = figures
        .iter()
        .find(|figure| figure["measure"] == measure && figure["of"].as_str().unwrap_or("") == of);
    let found = found.unwrap_or_else(|| panic!("no {measure}, {of} in {name}: {figures:#?}"));
    (found["value"].as_f64().unwrap(), found["trials"].as_u64().unwrap())
}

#[test]
fn every_row_is_measured_and_told() {
    let desk = Desk::empty();
    folder(&desk);
    let told = desk.run(&["eval", "--quick", "--json", "--data", "data"]).ends_with(0).json();
    assert!(told["effort"].as_str().unwrap().starts_with("quick"));
    let names: Vec<&str> =
        told["sets"].as_array().unwrap().iter().map(|set| set["name"].as_str().unwrap()).collect();
    for name in [
        "name_bench",
        "crosslist, whole entries",
        "crosslist, primary names alone",
        "UN 2021, Latin against original script",
        "UN 2026, Latin against original script",
        "calibration of all labelled pairs",
        "calibration by script",
        "perturbed UN names, clean control",
        "perturbed UN names",
        "own perturbations, names alone",
        "own perturbations, with birth date",
        "changed birth dates",
        "variants of Arabic originals",
        "noms de guerre",
        "machine readable zones",
        "single parts, Arabic tokens",
        "single parts, Cyrillic",
        "invented people of all scripts",
        "invented people of scripts with few",
        "cohorts by region, romanised",
        "cohorts by region, native script",
        "every listed person against all others",
        "corpus of names",
    ] {
        assert!(names.contains(&name), "{name} in {names:?}");
        assert!(!set(&told, name)["figures"].as_array().unwrap().is_empty(), "{name}");
    }
    // the file of Hebrew parts is not in the folder: said, not passed over
    let hebrew = set(&told, "single parts, Hebrew");
    assert!(hebrew["remarks"][0].as_str().unwrap().contains("not measured"), "{hebrew:#}");
    assert_eq!(figure(&told, "name_bench", "F1", "").1, 9);
    // Fund V, bin Farid and the swap: three labels that contradict the specification
    assert_eq!(set(&told, "name_bench")["contradictions"].as_array().unwrap().len(), 3);
    assert_eq!(figure(&told, "crosslist, whole entries", "recall", ""), (1.0, 3));
    let remarks = set(&told, "crosslist, whole entries")["remarks"].to_string();
    assert!(remarks.contains("eu-fsf-eu-90099-99"), "{remarks}");
    assert_eq!(figure(&told, "perturbed UN names", "found", ""), (1.0, 2));
    assert_eq!(figure(&told, "perturbed UN names", "found", "rows whose name is changed").1, 1);
}

#[test]
fn a_listed_name_among_the_invented_is_left_out_and_counted() {
    let desk = Desk::empty();
    folder(&desk);
    // without --quick one in ten is asked for: the second one of three never is
    let told = ["eval", "--json", "--data", "data", "--only", "negatives", "--full"];
    let told = desk.run(&told).ends_with(0).json();
    let name = "invented people of all scripts";
    assert_eq!(figure(&told, name, "alerted, names alone", ""), (0.0, 2));
    let remarks = set(&told, name)["remarks"].to_string();
    assert!(remarks.contains("1 of the invented people bear a listed name"), "{remarks}");
}

#[test]
fn text_tells_targets_failures_and_absent_files() {
    let desk = Desk::empty();
    folder(&desk);
    let words = ["eval", "--data", "data", "--only", "name-bench,dates"];
    let run = desk.run(&words).ends_with(0);
    let run = run.prints("at least 0.9000").prints("another number is another thing");
    run.prints("figures with a target reach it").says("measuring: labelled name pairs");
    desk.run(&["eval", "--data", "none"]).ends_with(1).says("none is no folder");
    desk.run(&["eval", "--data", "data", "--only", "names"])
        .ends_with(1)
        .says("there are: name-bench");
    fs::remove_file(desk.path("data/names/name_bench_half.csv")).unwrap();
    desk.run(&words).ends_with(0).prints("not measured").prints("name_bench_half.csv is not there");
}

#[test]
fn pairs_go_out_and_the_scores_of_a_peer_come_back() {
    let desk = Desk::empty();
    folder(&desk);
    let words = ["eval", "--data", "data", "--only", "name-bench"];
    desk.run(&[&words[..], &["--pairs-out", "pairs.csv"]].concat()).ends_with(0);
    let pairs = desk.read("pairs.csv");
    assert_eq!(pairs.lines().count(), 10, "{pairs}");
    let mut scores = String::from("id,score\n");
    for line in pairs.lines().skip(1) {
        scores.push_str(&format!("{},1.0\n", line.split(',').nth(1).unwrap()));
    }
    desk.write("scores.csv", scores);
    let told =
        [&words[..], &["--json", "--peer-scores", "scores.csv", "--peer", "always"]].concat();
    let told = desk.run(&told).ends_with(0).json();
    assert_eq!(told["peer"], "always");
    assert_eq!(peer_figure(&told, "name_bench", "recall"), 1.0);
    assert_eq!((peer_figure(&told, "name_bench", "precision") * 9.0).round() as u64, 6);
}

/// The peer's value beside a figure of a whole set.
fn peer_figure(told: &Value, name: &str, measure: &str) -> f64 {
    let figures = set(told, name)["figures"].as_array().unwrap();
    let found = figures.iter().find(|f| f["measure"] == measure && f.get("of").is_none()).unwrap();
    found["peer"]["value"].as_f64().unwrap_or_else(|| panic!("no peer in {found:#}"))
}

/// A program in the place of a peer's Python that calls everything a match.
#[cfg(unix)]
#[test]
fn a_peer_is_asked_in_the_same_run() {
    use std::os::unix::fs::PermissionsExt as _;

    let desk = Desk::empty();
    folder(&desk);
    let words = ["eval", "--data", "data", "--only", "name-bench,peer-alarms"];
    let asked = [&words[..], &["--peer", "logic-v2", "--peers", "peers"]].concat();
    desk.run(&asked)
        .ends_with(1)
        .says("logic-v2 is not installed in peers/logic-v2")
        .says("remedy: run bench/peer/install");
    let python = desk.path("peers/logic-v2/bin/python");
    fs::create_dir_all(python.parent().unwrap()).unwrap();
    desk.write("peers/logic-v2/installed-4.17.4", "");
    let script = "#!/bin/sh\nread -r header\necho id,score\n\
        while IFS=, read -r ask id rest; do [ \"$ask\" = listed ] || echo \"$id,0.9\"; done\n";
    fs::write(&python, script).unwrap();
    fs::set_permissions(&python, fs::Permissions::from_mode(0o755)).unwrap();
    let run = desk.run(&asked).ends_with(0);
    run.prints("| logic-v2 1.0000").says("asking logic-v2");
    let json = [&asked[..], &["--json"]].concat();
    let told = desk.run(&json).ends_with(0).json();
    assert_eq!(peer_figure(&told, "name_bench", "recall"), 1.0);
    let alarms = "invented people against the UN persons";
    assert_eq!(peer_figure(&told, alarms, "alerted, with birth date"), 1.0);
    fs::write(&python, "#!/bin/sh\nread -r header\nexit 7\n").unwrap();
    desk.run(&asked).ends_with(1).says("the peer logic-v2 failed").says("bench/peer/install");
    let unknown = [&words[..], &["--peer", "oracle"]].concat();
    desk.run(&unknown).ends_with(1).says("run one of: logic-v2");
}
