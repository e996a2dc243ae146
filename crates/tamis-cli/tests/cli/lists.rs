//! `tamis lists …`

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::process::Stdio;

use crate::program::{Desk, sample, workspace};

#[test]
fn an_import_prints_its_account_and_status_tells_it_again() {
    let desk = Desk::empty();
    desk.run(&["lists", "status"]).ends_with(0).prints("no list is imported");
    desk.run(&["lists", "import", &sample("lists/un-sample.xml")])
        .ends_with(0)
        .prints("un of 2026-02-02")
        .prints("read 14 = accepted 14 + refused 0")
        .prints("active now")
        .says("home");
    desk.run(&["lists", "status"]).ends_with(0).prints("2026-02-02  14");
    desk.run(&["lists", "import", &sample("lists/un-sample.xml")])
        .ends_with(0)
        .prints("active already");
}

#[test]
fn json_is_json_and_says_the_same() {
    let desk = Desk::with_lists();
    let status = desk.run(&["--json", "lists", "status"]).ends_with(0).json();
    let lists: Vec<_> = status["lists"].as_array().unwrap().iter().map(|l| &l["list"]).collect();
    assert_eq!(lists, ["eu", "ofac-sdn", "uk", "un"]);
    let import = desk
        .run(&["lists", "import", &sample("lists/eu-sample.xml"), "--json"])
        .ends_with(0)
        .json();
    assert_eq!(import["lists"][0]["account"]["entries"], 14);
    assert_eq!(import["lists"][0]["was_there"], true);
    let entry = desk.run(&["lists", "show", "un:UTi.001", "--json"]).ends_with(0).json();
    assert_eq!(entry["entry"]["heading"], "SALMAN MUHAMMAD AL-RAWI");
    assert_eq!(entry["snapshot"]["published"], "2026-02-02");
}

#[test]
fn an_entry_is_shown_with_all_its_names_and_snapshot() {
    let desk = Desk::with_lists();
    let run = desk.run(&["lists", "show", "un:QDe.115"]).ends_with(0);
    for name in ["AL-QAIDA IN IRAQ", "القاعده في العراق", "JTJ", "al-Zarqawi network", "2004-10-18"]
    {
        assert!(run.stdout.contains(name), "{name}: {}", run.stdout);
    }
    run.prints("un of 2026-02-02");
    desk.run(&["lists", "show", "un:qde.115"]).ends_with(1).says("but `un:QDe.115` is");
    desk.run(&["lists", "show", "au:161"])
        .ends_with(1)
        .says("the list `au` is not imported")
        .says("eu, ofac-sdn, uk, un");
    Desk::empty().run(&["lists", "show", "un:QDe.115"]).ends_with(1).says("tamis lists import");
}

/// The UN sample as it would be on another day.
fn un_of(day: &str) -> String {
    let content = fs::read_to_string(sample("lists/un-sample.xml")).unwrap();
    content.replace("2026-02-02T", &format!("{day}T"))
}

#[test]
fn the_newest_snapshot_is_active_unless_an_older_is_chosen() {
    let desk = Desk::with_lists();
    desk.write("older.xml", un_of("2025-12-31"));
    desk.write("newer.xml", un_of("2026-03-01"));
    desk.run(&["lists", "import", "older.xml"]).ends_with(0).prints("kept, not active");
    desk.run(&["lists", "import", "newer.xml"])
        .ends_with(0)
        .prints("in place of the snapshot of 2026-02-02");
    desk.run(&["lists", "status"])
        .ends_with(0)
        .prints("un        2026-03-01")
        .prints("kept beside un: 2025-12-31")
        .prints("2026-02-02");
    desk.run(&["lists", "import", "older.xml", "--activate"]).ends_with(0).prints("active now");
    desk.run(&["lists", "status"]).ends_with(0).prints("un        2025-12-31");
}

#[test]
fn a_publication_of_a_day_to_come_is_refused() {
    let desk = Desk::with_lists();
    desk.write("later.xml", un_of("2999-01-01"));
    desk.run(&["lists", "import", "later.xml"])
        .ends_with(1)
        .says("later.xml: this publication of `un` is dated 2999-01-01")
        .says("check the clock");
    desk.run(&["lists", "status"]).ends_with(0).prints("un        2026-02-02");
}

#[test]
fn what_is_no_list_is_refused_and_the_old_one_stays() {
    let desk = Desk::with_lists();
    let un = fs::read_to_string(sample("lists/un-sample.xml")).unwrap();
    desk.write("page.html", "<!DOCTYPE html><html><body>503 Service Unavailable</body></html>");
    desk.write("empty.xml", "");
    desk.write("cut.xml", &un[..un.len() / 2]);
    desk.write("other.csv", "name,age\nJane,44\n");
    desk.write(
        "bomb.xml",
        "<?xml version=\"1.0\"?><!DOCTYPE CONSOLIDATED_LIST [<!ENTITY a \"aaaaaaaaaa\">]>\
         <CONSOLIDATED_LIST dateGenerated=\"2026-05-01T00:00:00Z\"><INDIVIDUALS>&a;</INDIVIDUALS>\
         <ENTITIES/></CONSOLIDATED_LIST>",
    );
    desk.write(
        "nobody.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
         <CONSOLIDATED_LIST dateGenerated=\"2026-05-01T00:00:00.000Z\"><INDIVIDUALS/><ENTITIES/>\
         </CONSOLIDATED_LIST>",
    );
    let before = desk.run(&["lists", "status"]).stdout;
    for name in
        ["page.html", "empty.xml", "cut.xml", "other.csv", "bomb.xml", "nobody.xml", "no.xml"]
    {
        let run = desk.run(&["lists", "import", name]).ends_with(1).says("error: ").says(name);
        assert_eq!(run.stdout, "", "{name}");
        // The good file beside a bad one is not imported either.
        desk.write("newer.xml", un_of("2026-03-01"));
        desk.run(&["lists", "import", "newer.xml", name]).ends_with(1);
        assert_eq!(desk.run(&["lists", "status"]).stdout, before, "{name}");
    }
}

#[test]
fn the_three_csv_files_of_ofac_belong_together_and_need_a_date() {
    let desk = Desk::empty();
    desk.write(
        "sdn.csv",
        "990001,\"AL-RAWI, Salman Muhammad\",individual,UTOPIA,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,DOB 17 May 1971.\r\n\
         990101,UTOPIAN RELIEF AND TRADE FOUNDATION,-0- ,UTOPIA,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n",
    );
    desk.write("alt.csv", "990001,1,aka,\"AL-RAOUI, Selman\",-0- \r\n");
    desk.write("add.csv", "990001,1,-0- ,\"Port Meridian\",\"Utopia\",-0- \r\n");
    let files = ["lists", "import", "alt.csv", "sdn.csv", "add.csv"];
    desk.run(&files).ends_with(1).says("--published");
    let dated = [&files[..], &["--published", "2022-01-28"]].concat();
    desk.run(&dated).ends_with(0).prints("ofac-sdn of 2022-01-28").prints("2 entries");
    desk.run(&["lists", "show", "ofac-sdn:990001"]).ends_with(0).prints("Selman AL-RAOUI");
    let other = [&files[..], &["--published", "2022-01-29"]].concat();
    desk.run(&other).ends_with(1).says("already stored as ofac-sdn of 2022-01-28");
}

#[test]
fn lists_of_all_kinds_come_in_one_call_each_with_its_day() {
    let desk = Desk::empty();
    let row =
        "990001,\"AL-RAWI, Salman\",individual,UTOPIA,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n";
    desk.write("sdn.csv", row);
    desk.write("alt.csv", "990001,1,aka,\"AL-RAOUI, Selman\",-0- \r\n");
    desk.write("add.csv", "990001,1,-0- ,\"Port Meridian\",\"Utopia\",-0- \r\n");
    let ca = sample("../corpus/lists/ca-sema-xml/aliases/input.xml");
    let un = sample("lists/un-sample.xml");
    let files = ["lists", "import", &un, "add.csv", &ca, "alt.csv", "sdn.csv"];
    let with = |days: &str| desk.run(&[&files[..], &["--published", days]].concat());
    desk.run(&files).ends_with(1).says("--published ofac-sdn=YYYY-MM-DD");
    with("2022-01-28").ends_with(1).says("--published LIST=YYYY-MM-DD");
    with("ofac-sdn=2022-01-28").ends_with(1).says("--published ca-sema=YYYY-MM-DD");
    with("ofac-sdn=2022-01-28,ca-sema=2025-05-20,eu=2025-01-01")
        .ends_with(1)
        .says("none of them is `eu`");
    with("ofac-sdn=2022-01-28,ofac-sdn=2022-01-29").ends_with(1).says("two days");
    with("ofac-sdn=2022-01-28,ca-sema=2025-05-20")
        .ends_with(0)
        .prints("un of 2026-02-02")
        .prints("ofac-sdn of 2022-01-28")
        .prints("ca-sema of 2025-05-20");
}

#[test]
fn a_date_that_the_file_contradicts_is_refused() {
    let desk = Desk::empty();
    let file = sample("lists/un-sample.xml");
    desk.run(&["lists", "import", &file, "--published", "2026-02-01"])
        .ends_with(1)
        .says("published on 2026-02-02")
        .says("remedy: leave --published out");
    desk.run(&["lists", "import", &file, "--published", "2026-02-02"]).ends_with(0);
    desk.run(&["lists", "import", &file, &sample("lists/eu-sample.xml"), "--list", "un"])
        .ends_with(1)
        .says("one by one");
}

#[test]
fn a_damaged_snapshot_is_named_and_never_screened_against() {
    let desk = Desk::with_lists();
    let snapshots = desk.path("home/snapshots");
    let content = fs::read_dir(&snapshots)
        .unwrap()
        .map(|file| file.unwrap().path())
        .find(|path| fs::read_to_string(path).is_ok_and(|text| text.contains("<CONSOLIDATED_LIST")))
        .unwrap();
    let mut bytes = fs::read(&content).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    fs::write(&content, bytes).unwrap();
    let name = content.file_name().unwrap().to_str().unwrap();
    let requests = sample("requests.csv");
    let run = desk.run(&["screen", &requests]).ends_with(1).says("damaged").says(name);
    assert_eq!(run.stdout, "", "no answer is not no hit");
    desk.run(&["screen", &requests, "--lists", "eu,uk"]).ends_with(0);
    desk.run(&["lists", "import", &sample("lists/un-sample.xml")]).ends_with(0);
    desk.run(&["screen", &requests]).ends_with(0);
}

#[test]
fn a_second_import_waits_for_the_first() {
    let desk = Desk::with_lists();
    let lock = fs::File::options().write(true).open(desk.path("home/lock")).unwrap();
    lock.lock().unwrap();
    // Status and screening don't wait.
    desk.run(&["lists", "status"]).ends_with(0);
    let mut child = desk
        .command(&["lists", "import", &sample("lists/un-sample.xml")])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    said.read_line(&mut line).unwrap();
    assert!(line.contains("another import"), "{line}");
    lock.unlock().unwrap();
    let mut printed = String::new();
    child.stdout.take().unwrap().read_to_string(&mut printed).unwrap();
    assert!(printed.contains("active already"), "{printed}");
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_broken_file_of_the_current_set_is_mended_by_its_remedy() {
    let desk = Desk::with_lists();
    desk.write("home/current.json", "{\"form\": 1, \"li");
    desk.run(&["lists", "status"])
        .ends_with(1)
        .says("current.json can't be understood")
        .says("remedy: restore it from a copy, or move it away and import the lists again");
    fs::rename(desk.path("home/current.json"), desk.path("broken.json")).unwrap();
    desk.run(&["lists", "import", &sample("lists/un-sample.xml")]).ends_with(0);
    desk.run(&["lists", "status"]).ends_with(0).prints("2026-02-02  14");
}

#[test]
fn a_broken_manifest_is_mended_by_its_remedy() {
    let desk = Desk::with_lists();
    let folder = desk.path("home/snapshots");
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let told = |path: &std::path::PathBuf| fs::read_to_string(path).unwrap().contains("\"un\"");
    let manifest = files.into_iter().find(told).unwrap();
    fs::write(&manifest, "{").unwrap();
    desk.run(&["lists", "status"]).ends_with(1).says("can't be understood").says("move it away");
    fs::remove_file(&manifest).unwrap();
    desk.run(&["lists", "import", &sample("lists/un-sample.xml")]).ends_with(0);
    desk.run(&["lists", "status"]).ends_with(0).prints("2026-02-02  14");
}

const OWN: &str = "Ref,Who,Born\nW-1,Brell Oru,1971-04-03\nW-2,,1980\n";
const OWN_MAPPING: &str = r#"# the watch list of a desk
mapping = 1
list = "own-watch"
[layout]
kind = "table"
[[field]]
at = "Ref"
becomes = "reference"
required = true
[[field]]
constant = "person"
becomes = "kind"
[[field]]
at = "Who"
becomes = "name"
grade = "primary"
[[field]]
at = "Born"
becomes = "birth"
"#;

#[test]
fn an_own_list_is_imported_by_its_mapping_and_screened() {
    let desk = Desk::empty();
    desk.write("own.csv", OWN);
    desk.write("my.toml", OWN_MAPPING);
    desk.write("people.csv", "name,born\nBrell Oru,1971-04-03\n");
    let own = ["lists", "import", "own.csv", "--mapping", "my.toml"];
    desk.run(&own).ends_with(1).says("tell it with --published own-watch=YYYY-MM-DD");
    desk.run(&["lists", "import", "own.csv", "--published", "2031-05-07"])
        .ends_with(1)
        .says("not a list in a known format");
    desk.run(&[&own[..], &["--published", "2031-05-07"]].concat())
        .ends_with(0)
        .prints("own-watch of 2031-05-07")
        .prints("read 2 = accepted 1 + refused 1");
    // the mapping is kept with the list: it may change or go
    std::fs::remove_file(desk.path("my.toml")).unwrap();
    desk.run(&["lists", "show", "own-watch:W-1"]).ends_with(0).prints("Brell Oru");
    desk.run(&["screen", "people.csv"]).ends_with(0).prints("own-watch:W-1");
    desk.write("bad.toml", OWN_MAPPING.replace("\"birth\"", "\"born\""));
    desk.run(&["lists", "import", "own.csv", "--mapping", "bad.toml"])
        .ends_with(1)
        .says("bad.toml, line 19: nothing becomes `born`")
        .says("write one of reference, kind, name");
    desk.run(&["lists", "import", "own.csv", "--mapping", "people.csv"])
        .ends_with(1)
        .says("people.csv, line 1: this is no mapping");
    desk.run(&["lists", "import", "own.csv", "--mapping", "frr"])
        .ends_with(1)
        .says("name a file, or one of ae-local, be");
    desk.run(&["lists", "import", "own.csv", "own.csv", "--mapping", "fr"])
        .ends_with(1)
        .says("import them one by one");
    desk.run(&["lists", "import", "own.csv", "--mapping", "fr"])
        .ends_with(1)
        .says("the mapping of `fr` reads JSON");
}

#[test]
fn a_mapping_that_met_no_real_file_is_used_only_when_it_is_named() {
    let desk = Desk::empty();
    let file = workspace("corpus/mapped/fr/input.json");
    desk.run(&["lists", "import", &file])
        .ends_with(1)
        .says("has met no real file yet")
        .says("--mapping fr");
    desk.run(&["lists", "import", &file, "--mapping", "fr"])
        .ends_with(0)
        .prints("fr of 2031-05-07")
        .prints("read 5 = accepted 4 + refused 1");
    desk.run(&["lists", "show", "fr:9001"]).ends_with(0).prints("Brell ORU");
}

#[test]
fn tables_that_ship_are_imported_by_name() {
    let desk = Desk::empty();
    desk.run(&["lists", "import", "--curated", "us-fto,uk-proscribed"])
        .ends_with(0)
        .prints("us-fto of 2021-03-10")
        .prints("read 74 = accepted 74 + refused 0")
        .prints("uk-proscribed of 2014-06-20")
        .prints("read 29 = accepted 1 + refused 28");
    desk.run(&["lists", "import", "--curated", "uk-proscribed", "--with-memory"])
        .ends_with(0)
        .prints("read 29 = accepted 29 + refused 0");
    desk.run(&["lists", "import", "--curated", "xx"]).ends_with(1).says("us-fto, uk-proscribed");
}

#[test]
fn entities_come_with_their_manifest() {
    let desk = Desk::empty();
    let folder = workspace("corpus/lists/ftm-ndjson/whole");
    let entities = format!("{folder}/input.ndjson");
    desk.run(&["lists", "import", &entities]).ends_with(1).says("give their manifest");
    desk.run(&["lists", "import", &entities, &format!("{folder}/manifest.json")])
        .ends_with(0)
        .prints("uto-designations of 2031-05-07")
        .prints("read 9 = accepted 8 + refused 1");
}
