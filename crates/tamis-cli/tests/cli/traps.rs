//! The traps of the official lists (T2, T4), and lists as they were on a day, on the files themselves.

use std::fs;

use tamis_testkit::require_data;

use crate::program::{Desk, Run, sample};

/// Imports official files in one call.
fn import(desk: &Desk, paths: &[std::path::PathBuf], more: &[&str]) -> Run {
    let mut words = vec!["lists", "import"];
    let paths: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    words.extend(paths.iter().map(String::as_str));
    words.extend(more);
    desk.run(&words).ends_with(0)
}

/// Headings and references that a screening of one name finds, as of a day.
fn found(desk: &Desk, name: &str, born: &str, day: &str) -> Vec<String> {
    desk.write("asked.csv", format!("name,date of birth\n{name},{born}\n"));
    let run = desk
        .run(&["screen", "asked.csv", "--format", "jsonl", "--as-of", day, "--threshold", "0.8"])
        .ends_with(0);
    let answer = run.json();
    assert_eq!(answer["stamps"]["as_of"], day);
    let mut found = Vec::new();
    for alert in answer["alerts"].as_array().unwrap() {
        for hit in alert["hits"].as_array().unwrap() {
            found.push(hit["entry"].as_str().unwrap_or_default().to_owned());
        }
    }
    found
}

#[test]
fn t2_an_old_reference_is_an_alias_of_the_key_in_the_official_files() {
    let Some(old) = require_data!("lists/un/2014-11-19-al-qaida-only.xml") else { return };
    let Some(new) = require_data!("lists/un/2015-03-27.xml") else { return };
    let Some(last) = require_data!("lists/un/2026-02-27.xml") else { return };
    let desk = Desk::empty();
    import(&desk, &[old, new, last], &[]);
    let says = "un:QE.J.115.04 is another form of the reference un:QDe.115";
    desk.run(&["lists", "show", "un:QE.J.115.04"])
        .ends_with(0)
        .prints(says)
        .prints("AL-QAIDA IN IRAQ");
    // the other way round, on a day when the list still printed the old one
    desk.run(&["lists", "show", "un:QDe.115", "--as-of", "2014-12-01"])
        .ends_with(0)
        .prints("un:QDe.115 is another form of the reference un:QE.J.115.04.")
        .prints("AL-QAIDA IN IRAQ");
    desk.run(&["compare", "un:QE.J.115.04", "un:QDe.115"]).ends_with(0).prints("another form of");
    // one record: reviewers have nothing to join
    desk.run(&[
        "lists",
        "link",
        "un:QE.J.115.04",
        "un:QDe.115",
        "--reviewer",
        "A",
        "--reviewer",
        "B",
        "--reason",
        "x",
    ])
    .ends_with(1)
    .says("error: ");
    // another old key, which the list states itself
    desk.run(&["lists", "show", "un:QE.A.137.14"]).ends_with(0).prints("un:QDe.137");
}

#[test]
fn t4_an_alias_that_becomes_an_entry_is_a_split_and_no_delisting() {
    let whole = fs::read_to_string(sample("lists/un-sample.xml")).unwrap();
    let alias = "<ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Jabhat al-Nusrah</ALIAS_NAME></ENTITY_ALIAS>\n";
    let entity = whole.find("<REFERENCE_NUMBER>QDe.115<").unwrap();
    let place = entity + whole[entity..].find("<ENTITY_ALIAS>").unwrap();
    // 13 May 2014: an alias of Al-Qaida in Iraq; 14 May: an entry of its own
    let mut before = whole.clone();
    before.insert_str(place, alias);
    let before = before.replace("2026-02-02T", "2014-05-13T");
    let own = "<ENTITY><DATAID>6908500</DATAID><VERSIONNUM>1</VERSIONNUM>\
        <FIRST_NAME>AL-NUSRAH FRONT FOR THE PEOPLE OF THE LEVANT</FIRST_NAME><UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE>\
        <REFERENCE_NUMBER>QDe.137</REFERENCE_NUMBER><LISTED_ON>2014-05-14</LISTED_ON>";
    let own = format!("{own}{alias}</ENTITY>\n</ENTITIES>");
    let after = whole.replace("</ENTITIES>", &own).replace("2026-02-02T", "2014-05-14T");
    let desk = Desk::empty();
    desk.write("before.xml", before);
    desk.write("after.xml", after);
    desk.run(&["lists", "import", "before.xml"]).ends_with(0);
    let run = desk.run(&["lists", "import", "after.xml"]).ends_with(0).prints("split 1");
    assert!(!run.stdout.contains("removed"), "{run:#?}");
    let run = desk.run(&["lists", "diff", "2014-05-13", "2014-05-14"]).ends_with(0);
    let text = run.stdout.to_lowercase();
    assert!(text.contains("split") && text.contains("un:qde.137"), "{run:#?}");
    for word in ["removed", "delisted", "merged", "added"] {
        assert!(!text.contains(word), "{word}: {run:#?}");
    }
    let json =
        desk.run(&["lists", "diff", "2014-05-13", "2014-05-14", "--json"]).ends_with(0).json();
    let list = &json["lists"][0];
    assert_eq!(list["counts"]["split"], 1);
    let split = list["changes"].as_array().unwrap().iter().find(|c| c["kind"] == "split").unwrap();
    assert_eq!(split["after"], "un:QDe.137");
    // it was covered all the time: by the one entry, then by the other
    assert_eq!(found(&desk, "Jabhat al-Nusrah", "", "2014-05-13"), ["un:QDe.115"]);
    assert_eq!(found(&desk, "Jabhat al-Nusrah", "", "2014-05-14"), ["un:QDe.137"]);
}

#[test]
fn t4_the_uk_list_of_2014_and_2023_tells_the_split() {
    let Some(old) = require_data!("lists/uk/conlist-2014-04-02.csv") else { return };
    let Some(new) = require_data!("lists/uk/conlist-2023-06-05.xlsx") else { return };
    let desk = Desk::empty();
    let [old, new] = [old, new].map(|path| path.display().to_string());
    let run = desk.run(&["lists", "diff", &old, &new, "--brief"]).ends_with(0);
    let line = run.stdout.lines().find(|line| line.contains("uk:12981")).unwrap().to_owned();
    assert!(line.starts_with("split") && line.contains("uk:8441"), "{line}");
}

#[test]
fn lists_are_screened_as_they_were_on_27_march_2015() {
    let files = [
        "lists/un/2014-11-19-al-qaida-only.xml",
        "lists/un/2015-03-27.xml",
        "lists/un/2021-03-12.xml",
        "lists/un/2026-02-27.xml",
        "lists/uk/conlist-2014-04-02.csv",
        "lists/uk/conlist-2023-06-05.xlsx",
    ];
    let mut paths = Vec::new();
    for file in files {
        let Some(path) = require_data!(file) else { return };
        paths.push(path);
    }
    let desk = Desk::empty();
    import(&desk, &paths, &[]);
    desk.write("asked.csv", "name\nTarkhan Tayumurazovich Batirashvili\n");
    let run = desk
        .run(&["screen", "asked.csv", "--format", "jsonl", "--as-of", "2015-03-27"])
        .ends_with(0);
    let stamps = &run.json()["stamps"];
    let used: Vec<String> = stamps["snapshots"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            format!("{} {}", one["list"].as_str().unwrap(), one["published"].as_str().unwrap())
        })
        .collect();
    assert_eq!(used, ["uk 2014-04-02", "un 2015-03-27"]);
    // listed in January 2015, so on the UN's list of that day and not on that of November; the UK's of
    // the day is of 2014
    let of = |day| found(&desk, "Tarkhan Tayumurazovich Batirashvili", "", day);
    assert_eq!(of("2014-12-01"), Vec::<String>::new());
    assert_eq!(of("2015-03-27"), ["un:QDi.345."]);
    assert!(of("2023-07-01").contains(&"un:QDi.345".to_owned()));
    // delisted since: found as of then, and not on the list of 2021
    let of = |day| found(&desk, "Ashraf Muhammad Yusuf 'Uthman 'Abd Al-Salam", "", day);
    assert_eq!(of("2015-03-27"), ["un:QDi.343."]);
    // a list without a snapshot for the day is an error, never silence
    desk.run(&["screen", "asked.csv", "--as-of", "2013-01-01"])
        .ends_with(1)
        .says("no snapshot is stored");
}
