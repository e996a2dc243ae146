//! `tamis lists update`, against servers of this machine.

use std::fs;

use serde_json::Value;
use tamis_testkit::server::{Asked, Reply, Server};

use crate::program::{Desk, Run, sample};

/// The sample list of the UN, of a day.
fn un_of(day: &str) -> String {
    let content = fs::read_to_string(sample("lists/un-sample.xml")).unwrap();
    content.replace("2026-02-02T", &format!("{day}T"))
}

/// A server with one content.
fn serving(content: String) -> Server {
    Server::start(move |_, _| Reply::content(content.as_bytes()))
}

fn update(desk: &Desk, server: &Server, more: &[&str]) -> Run {
    let address = server.address("/lists/un.xml");
    let mut words = vec!["lists", "update", "un", "--from", &address, "--proxy", "none"];
    words.extend(["--attempts", "1", "--timeout", "1"]);
    words.extend(more);
    desk.run(&words)
}

/// The snapshot of the UN's list that is in force, by day and id.
fn in_force(desk: &Desk) -> Value {
    let status = desk.run(&["lists", "status", "--json"]).ends_with(0).json();
    let lists = status["lists"].as_array().unwrap();
    let un = lists.iter().find(|list| list["list"] == "un").unwrap();
    Value::Array(vec![un["published"].clone(), un["id"].clone()])
}

#[test]
fn a_list_is_fetched_once_and_is_the_one_that_a_file_gives() {
    let content = un_of("2026-03-01");
    let sent = content.clone();
    let server = Server::start(move |asked, _| match asked.header("if-none-match") {
        Some("\"1\"") => Reply::raw(304, &[], b""),
        _ => Reply::new(200, &[("ETag", "\"1\"")], sent.as_bytes()),
    });
    let desk = Desk::empty();
    update(&desk, &server, &[])
        .ends_with(0)
        .prints("un    new     2026-03-01")
        .says(&server.address("/lists/un.xml"));
    update(&desk, &server, &[]).ends_with(0).prints("un    unchanged  as known");
    assert_eq!(server.asked().len(), 2);
    update(&desk, &server, &["--afresh"]).ends_with(0).prints("unchanged");
    assert_eq!(server.asked()[2].header("if-none-match"), None);
    // by hand, on a machine without a network
    let other = Desk::empty();
    other.write("downloaded.xml", &content);
    other.run(&["lists", "import", "downloaded.xml"]).ends_with(0);
    assert_eq!(in_force(&desk), in_force(&other));
    other.run(&["lists", "status", "un"]).prints("none: imported from files");
    // the same bytes from elsewhere, and fetched after they were imported
    update(&other, &server, &[]).ends_with(0).prints("unchanged");
}

#[test]
fn the_record_of_a_list_tells_where_it_is_from_and_how_current_it_is() {
    let server = serving(un_of("2026-03-01"));
    let desk = Desk::with_lists();
    update(&desk, &server, &[]).ends_with(0).prints("2026-03-01");
    let record = desk.run(&["lists", "status", "un", "--on", "2126-01-01"]).ends_with(0);
    for told in [
        "UN Security Council",
        &server.address("/lists/un.xml"),
        "fetched at",
        "checked at",
        "2026-03-01 (as written: 2026-03-01T",
        "read 14 = accepted 14 + refused 0",
        "unchanged 14 (against 2026-02-02",
        "stale: known to be current on",
        "immediately after each decision, stale after 2 days",
    ] {
        assert!(record.stdout.contains(told), "{told}: {record:#?}");
    }
    let status = desk.run(&["lists", "status", "un", "--json"]).ends_with(0).json();
    let un = &status["lists"][0];
    assert_eq!(un["files"][0]["sha256"], un["id"]);
    assert_eq!(un["fetch"]["address"], server.address("/lists/un.xml"));
    assert_eq!(un["changes"]["unchanged"], 14);
    // it was asked for a moment ago
    assert_eq!(un["freshness"]["state"], "fresh");
    assert_eq!(un["kept"][0]["published"], "2026-02-02");
    let of = |list: &str, day: &str| {
        let run = desk.run(&["lists", "status", list, "--on", day, "--json"]).ends_with(0).json();
        let freshness = &run["lists"][0]["freshness"];
        format!("{} {}", freshness["state"].as_str().unwrap(), freshness["age_days"])
    };
    assert_eq!(of("eu", "2026-02-03"), "fresh 0");
    assert_eq!(of("eu", "2026-02-05"), "fresh 2");
    assert_eq!(of("eu", "2026-02-06"), "stale 3");
    assert_eq!(of("eu", "2026-02-02"), "unknown null");
    // nothing more will come of it
    assert_eq!(of("uk", "2026-02-05"), "stale 0");
    desk.run(&["lists", "status", "ch"]).ends_with(1).says("`ch` is not imported");
}

#[test]
fn whatever_a_server_does_the_old_list_stays_and_it_is_told_what_to_do() {
    type Answer = fn(&Asked, usize) -> Reply;
    let whole = || un_of("2026-03-01").into_bytes();
    let cases: [(&str, Answer, &str, &str); 15] = [
        ("forbidden", |_, _| Reply::new(403, &[], b"no"), "403 (forbidden)", "lists import FILE"),
        ("gone", |_, _| Reply::new(404, &[], b"no"), "404 (not found)", "--from"),
        ("busy", |_, _| Reply::new(429, &[("Retry-After", "9")], b""), "429", "later"),
        ("down", |_, _| Reply::new(503, &[], b""), "503", "try again"),
        ("circle", |asked, _| Reply::sent_to(&asked.path), "in a circle", "--from"),
        ("scheme", |_, _| Reply::sent_to("ftp://lists.example/a"), "neither https", "--from"),
        (
            "page",
            |_, _| Reply::content(b"<!DOCTYPE html><html><body>Sorry</body></html>"),
            "HTML",
            "",
        ),
        ("half", |_, _| Reply::content(&[b'<'; 900]).cut_to(400), "cut", "try again"),
        ("longer", |_, _| Reply::raw(200, &[("Content-Length", "99999")], b"<a/>"), "cut", "again"),
        (
            "shorter",
            |_, _| {
                let whole = un_of("2026-03-01");
                Reply::raw(200, &[("Content-Length", "5000")], whole.as_bytes())
            },
            "un.xml, line",
            "fetch the file again",
        ),
        (
            "silent",
            |_, _| Reply::content(b"<a/>").cut_to(0).then_silence(),
            "nothing came for 1 s",
            "--timeout",
        ),
        (
            "packing",
            |_, _| Reply::new(200, &[("Content-Encoding", "gzip")], b"<LIST>no gzip at all</LIST>"),
            "unpacked",
            "try again",
        ),
        ("empty", |_, _| Reply::content(b""), "sends nothing", "later"),
        (
            "other list",
            |_, _| Reply::content(&fs::read(sample("lists/eu-sample.xml")).unwrap()),
            "this is the list `eu`, not `un`",
            "check the address",
        ),
        (
            "nothing in it",
            |_, _| {
                Reply::content(
            b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
              <CONSOLIDATED_LIST dateGenerated=\"2026-05-01T00:00:00.000Z\"><INDIVIDUALS/><ENTITIES/>\
              </CONSOLIDATED_LIST>",
        )
            },
            "no entry of `un`",
            "whole",
        ),
    ];
    let desk = Desk::with_lists();
    let before = in_force(&desk);
    for (what, answer, says, remedy) in cases {
        let server = Server::start(answer);
        let run = update(&desk, &server, &[]).ends_with(1).says(says).says("un is as it was");
        let address = server.address("/lists/un.xml");
        assert!(run.stderr.contains(&format!("error: un from {address}")), "{what}: {run:#?}");
        assert!(run.stderr.contains("remedy: ") && run.stderr.contains(remedy), "{what}: {run:#?}");
        assert!(run.stdout.contains("un    failed"), "{what}: {run:#?}");
        assert_eq!(in_force(&desk), before, "{what}");
    }
    desk.run(&["lists", "status"]).prints("last fetch of un failed on").prints("no entry of `un`");
    // packed, and after a redirect, it is taken
    let server = Server::start(move |asked, _| match asked.path.as_str() {
        "/lists/un.xml" => Reply::sent_to("/there.xml"),
        _ => Reply::packed(&whole()),
    });
    update(&desk, &server, &[]).ends_with(0).prints("2026-03-01");
    let status = desk.run(&["lists", "status"]).stdout;
    assert!(!status.contains("failed on"), "{status}");
}

#[test]
fn a_server_without_a_name_is_refused_unless_its_issuer_is_trusted() {
    let content = un_of("2026-03-01");
    let server = Server::self_signed(move |_, _| Reply::content(content.as_bytes()));
    let desk = Desk::with_lists();
    update(&desk, &server, &[]).ends_with(1).says("can't prove who it is").says("--ca FILE");
    desk.write("issuer.pem", server.certificate.clone().unwrap());
    update(&desk, &server, &["--ca", "issuer.pem"]).ends_with(0).prints("2026-03-01");
    desk.write("none.pem", "none");
    update(&desk, &server, &["--ca", "none.pem"]).ends_with(1).says("PEM");
}

const HEADER: &str = "list\tpublisher\taddress\tformat\tcadence\tdays\tuse\tsource\tseen\n";

fn row(list: &str, address: &str, used: &str) -> String {
    format!("{list}\tA publisher\t{address}\tany\tdaily\t1\t{used}\ttest\t2026-11\n")
}

#[test]
fn each_list_has_a_line_and_one_that_fails_keeps_no_other_out() {
    let un = serving(un_of("2026-03-01"));
    let eu = Server::start(|_, _| Reply::new(500, &[], b""));
    let uk =
        Server::start(|_, _| Reply::content(&fs::read(sample("lists/uk-sample.csv")).unwrap()));
    let desk = Desk::with_lists();
    desk.write(
        "table.tsv",
        format!(
            "{HEADER}{}{}{}{}",
            row("eu", &eu.address("/eu.xml"), "yes"),
            row("un", &un.address("/un.xml"), "yes"),
            row("uk", &uk.address("/uk.csv"), "asked"),
            row("ch", "-", "none"),
        ),
    );
    let words = ["lists", "update", "--table", "table.tsv", "--attempts", "1", "--proxy", "none"];
    let run = desk
        .run(&words)
        .ends_with(1)
        .says("error: eu from")
        .says("left out, for their addresses are not verified or not known: uk, ch");
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(lines.len(), 3, "{run:#?}");
    assert!(lines[1].starts_with("eu    failed  the server answers 500"), "{run:#?}");
    assert!(lines[2].starts_with("un    new     2026-03-01"), "{run:#?}");
    let json = desk.run(&[&words[..], &["--unverified", "--json"]].concat()).ends_with(1).json();
    let told: Vec<_> =
        json["lists"].as_array().unwrap().iter().map(|l| l["result"].clone()).collect();
    assert_eq!(told, ["failed", "unchanged", "unchanged"]);
    // by name
    let one = |list: &'static str| desk.run(&[&words[..], &[list]].concat());
    one("un").ends_with(0).prints("unchanged");
    one("uk").ends_with(1).says("not verified (test)").says("--unverified");
    one("ch").ends_with(1).says("no address is known for `ch`").says("eu, un, uk");
    desk.run(&["lists", "update", "--from", "https://lists.example/"])
        .ends_with(1)
        .says("one list");
    desk.run(&["lists", "update", "un", "--from", "lists.example"])
        .ends_with(2)
        .says("https://host/path");
    desk.write("table.tsv", "un\n");
    desk.run(&words).ends_with(1).says("line 1 of the table of sources");
}

#[test]
fn the_reviewed_table_is_shown_and_a_list_of_it_that_is_not_verified_is_not_asked_for() {
    let desk = Desk::empty();
    desk.run(&["lists", "sources"])
        .ends_with(0)
        .prints("un            always  https://scsanctions.un.org/");
    let raw = desk.run(&["lists", "sources", "--raw"]).ends_with(0).stdout;
    desk.write("own.tsv", raw);
    let json = desk.run(&["lists", "sources", "--table", "own.tsv", "--json"]).ends_with(0).json();
    assert_eq!(json[0]["list"], "un");
    desk.run(&["lists", "update", "eu"]).ends_with(1).says("not verified").says("from memory");
}

#[test]
fn the_proxy_of_the_environment_is_used_unless_another_is_named() {
    let proxy = Server::start(|_, _| Reply::new(403, &[], b""));
    let desk = Desk::empty();
    let words =
        ["lists", "update", "un", "--attempts", "1", "--from", "https://lists.example/un.xml"];
    let output = desk.command(&words).env("HTTPS_PROXY", proxy.address("")).output().unwrap();
    Run::from(output).ends_with(1).says("the proxy does not let this through");
    desk.run(&[&words[..], &["--proxy", &proxy.address("")]].concat())
        .ends_with(1)
        .says("the proxy");
    assert_eq!(proxy.asked().len(), 2);
    assert_eq!(proxy.asked()[0].path, "lists.example:443");
    desk.run(&[&words[..], &["--proxy", "::"]].concat()).ends_with(1).says("http://host:port");
}

/// The sample list of the UN of a day, with its first entries alone.
fn shrunk(day: &str, entries: usize) -> String {
    let whole = un_of(day);
    let mut text = String::new();
    let mut kept = 0;
    for piece in whole.split_inclusive("</INDIVIDUAL>") {
        if piece.contains("<INDIVIDUAL>") {
            kept += 1;
            if kept > entries {
                // what stands between and behind them stays
                text.push_str(piece.split("<INDIVIDUAL>").next().unwrap_or_default());
                continue;
            }
        }
        text.push_str(piece);
    }
    text
}

#[test]
fn a_list_that_shrinks_is_held_until_a_person_decides() {
    let small = serving(shrunk("2026-03-01", 3));
    let desk = Desk::with_lists();
    let before = in_force(&desk);
    update(&desk, &small, &[])
        .ends_with(5)
        .prints("un    held    2026-03-01")
        .says("HELD for a person")
        .says("tamis lists accept un (or reject) --snapshot");
    assert_eq!(in_force(&desk), before);
    // again: it is known, and waits still
    update(&desk, &small, &[]).ends_with(5).prints("held");
    desk.run(&["lists", "status"]).ends_with(0).prints("held of un: 2026-03-01").prints("stale");
    let held = desk.run(&["lists", "held"]).ends_with(0).prints("fewer (bound 5 %)").stdout;
    let id = held.split("snapshot ").nth(1).unwrap().split(',').next().unwrap().to_owned();
    let json = desk.run(&["lists", "held", "--json"]).ends_with(0).json();
    assert!(json[0]["id"].as_str().unwrap().starts_with(&id));
    // it was in force on no day
    desk.run(&["lists", "show", "un:UTi.001", "--as-of", "2026-03-05"])
        .ends_with(0)
        .prints("un of 2026-02-02");
    // but can be looked at
    desk.run(&["lists", "diff", in_force(&desk)[1].as_str().unwrap(), &id, "--brief"])
        .ends_with(0)
        .prints("removed");
    let decide = |words: &[&str]| {
        desk.run(
            &[&["lists"], words, &["--reviewer", "A. Reviewer", "--reason", "looked at"]].concat(),
        )
    };
    decide(&["accept", "eu"]).ends_with(1).says("no snapshot of `eu` waits").says("(un)");
    decide(&["accept", "un", "--snapshot", ""]).ends_with(1).says("too short");
    decide(&["accept", "un", "--snapshot", "00000000"]).ends_with(1).says("look at it");
    desk.run(&["lists", "accept", "un", "--reviewer", " ", "--reason", "x"])
        .ends_with(1)
        .says("reviewer");
    desk.run(&["lists", "accept", "un", "--reviewer", "A"]).ends_with(2);
    decide(&["accept", "un", "--snapshot", &id])
        .ends_with(0)
        .prints("in use now; accepted by A. Reviewer");
    assert_eq!(in_force(&desk)[0], "2026-03-01");
    desk.run(&["lists", "held"]).ends_with(0).prints("no snapshot waits");
    decide(&["accept", "un"]).ends_with(1).says("no snapshot of `un` waits");
    desk.run(&["lists", "status"]).prints("kept beside un: 2026-02-02");
    update(&desk, &small, &[]).ends_with(0).prints("unchanged");
}

#[test]
fn what_was_refused_is_not_taken_again_and_what_follows_it_is() {
    let small = serving(shrunk("2026-03-01", 3));
    let desk = Desk::with_lists();
    let before = in_force(&desk);
    update(&desk, &small, &[]).ends_with(5);
    desk.run(&["lists", "reject", "un", "--reviewer", "B", "--reason", "half of it is missing"])
        .ends_with(0)
        .prints("is refused and stays out of use");
    update(&desk, &small, &[]).ends_with(5).prints("as known");
    desk.run(&["lists", "status"]).prints("not accepted of un: 2026-03-01").prints("stale");
    desk.write("small.xml", shrunk("2026-03-01", 3));
    desk.run(&["lists", "import", "small.xml"])
        .ends_with(0)
        .prints("refused on")
        .prints("by B (half of it is missing)");
    assert_eq!(in_force(&desk), before);
    // the whole list of the next day is taken; a newer one that shrinks waits, and the next whole one ends that
    update(&desk, &serving(un_of("2026-03-02")), &[]).ends_with(0).prints("new");
    update(&desk, &serving(shrunk("2026-03-03", 2)), &[]).ends_with(5);
    update(&desk, &serving(un_of("2026-03-04")), &[]).ends_with(0).prints("new");
    desk.run(&["lists", "held"]).ends_with(0).prints("no snapshot waits");
    desk.run(&["lists", "status"]).prints("not accepted of un: 2026-03-01").prints(", 2026-03-03");
    // what waits goes on waiting when an older one comes, and when it comes again itself
    let again = serving(shrunk("2026-03-05", 2));
    update(&desk, &again, &[]).ends_with(5).says("HELD");
    desk.write("between.xml", un_of("2026-03-04").replace("SALMAN", "SALMAAN"));
    desk.run(&["lists", "import", "between.xml"]).ends_with(0).prints("active now");
    desk.run(&["lists", "held"]).ends_with(0).prints("2026-03-05");
    update(&desk, &again, &[]).ends_with(5).prints("as known");
    desk.run(&["lists", "reject", "un", "--reviewer", "B", "--reason", "half again"]).ends_with(0);
    // a person who gives the file and says so takes it
    desk.run(&["lists", "import", "small.xml", "--activate"]).ends_with(0).prints("active now");
    assert_eq!(in_force(&desk)[0], "2026-03-01");
}

#[test]
fn a_list_whose_values_change_is_held_and_the_bounds_are_settings() {
    // each first name is another one
    let names = un_of("2026-03-01").replace("_NAME>", "_NAME>X");
    let names = names.replace("</FIRST_NAME>X", "</FIRST_NAME>");
    let names = ["SECOND", "THIRD", "FOURTH", "ALIAS"].iter().fold(names, |text, part| {
        text.replace(&format!("</{part}_NAME>X"), &format!("</{part}_NAME>"))
    });
    let desk = Desk::with_lists();
    let server = serving(names);
    update(&desk, &server, &[]).ends_with(5).says("gone or found by other values (bound 25 %");
    update(&Desk::with_lists(), &server, &["--hold-changed", "100"]).ends_with(0).prints("new");
    let small = serving(shrunk("2026-03-01", 3));
    let lax = ["--hold-fewer", "100", "--hold-changed", "100"];
    update(&Desk::with_lists(), &small, &lax).ends_with(0).prints("new");
    // the same bounds hold for files that somebody gives
    let desk = Desk::with_lists();
    desk.write("small.xml", shrunk("2026-03-01", 3));
    desk.run(&["lists", "import", "small.xml"]).ends_with(5).prints("HELD for a person");
    desk.run(&["lists", "import", "small.xml"]).ends_with(5).prints("HELD for a person");
    desk.run(&["lists", "import", "small.xml", "--hold-fewer", "100", "--hold-changed", "100"])
        .ends_with(0)
        .prints("active now");
}

#[test]
fn an_older_part_of_a_list_is_in_force_on_no_day_until_it_is_said_to_be_whole() {
    let desk = Desk::with_lists();
    let before = in_force(&desk);
    desk.write("whole.xml", un_of("2025-12-01"));
    desk.write("part.xml", shrunk("2026-01-01", 3));
    let in_january = || desk.run(&["lists", "show", "un:UTi.001", "--as-of", "2026-01-05"]);
    // in any order, and again
    let both = ["lists", "import", "part.xml", "whole.xml"];
    desk.run(&both).ends_with(0).prints("SET ASIDE, in force on no day").prints("kept, not active");
    in_january().ends_with(0).prints("un of 2025-12-01");
    desk.run(&["lists", "status"]).prints("not accepted of un: 2026-01-01");
    desk.run(&["lists", "import", "part.xml"]).ends_with(0).prints("SET ASIDE");
    desk.run(&["lists", "import", "part.xml", "--hold-fewer", "100"])
        .ends_with(0)
        .prints("kept, not active");
    in_january().ends_with(0).prints("un of 2026-01-01");
    assert_eq!(in_force(&desk), before);
    // from a publisher that sends an old part
    let desk = Desk::with_lists();
    desk.write("whole.xml", un_of("2025-12-01"));
    desk.run(&["lists", "import", "whole.xml"]).ends_with(0);
    update(&desk, &serving(shrunk("2026-01-01", 3)), &[])
        .ends_with(0)
        .prints("un    older   2026-01-01")
        .prints("in force on no day");
    assert_eq!(in_force(&desk), before);
}

#[test]
fn days_that_go_backwards_or_stand_still_are_told() {
    let desk = Desk::with_lists();
    let before = in_force(&desk);
    // an older publication is kept and not used, each time that it comes
    let older = serving(un_of("2026-01-01"));
    update(&desk, &older, &[]).ends_with(0).prints("un    older   2026-01-01").prints("2026-02-02");
    update(&desk, &older, &[]).ends_with(0).prints("older");
    assert_eq!(in_force(&desk), before);
    // the same bytes make no new snapshot
    update(&desk, &serving(un_of("2026-02-02")), &[]).ends_with(0).prints("unchanged");
    assert_eq!(in_force(&desk), before);
    // other bytes of the same day take the place, and what was before is kept
    let mended = un_of("2026-02-02").replace("SALMAN", "SALMAAN");
    let run = update(&desk, &serving(mended.clone()), &[])
        .ends_with(0)
        .prints("un    new     2026-02-02");
    assert!(!run.stderr.contains("HELD"), "{run:#?}");
    assert_ne!(in_force(&desk), before);
    desk.run(&["lists", "show", "un:UTi.001", "--as-of", "2026-02-03"])
        .ends_with(0)
        .prints("SALMAAN");
    let other = Desk::with_lists();
    other.write("mended.xml", mended);
    other
        .run(&["lists", "import", "mended.xml"])
        .ends_with(0)
        .prints("in place of another content of the same day");
}

#[test]
fn a_format_without_a_date_takes_the_day_that_the_server_tells() {
    let ca = fs::read(sample("../corpus/lists/ca-sema-xml/aliases/input.xml")).unwrap();
    let dated = Server::start({
        let ca = ca.clone();
        move |_, _| Reply::new(200, &[("Last-Modified", "Tue, 20 May 2025 10:00:00 GMT")], &ca)
    });
    let undated = Server::start(move |_, _| Reply::content(&ca));
    let fetch = |desk: &Desk, server: &Server, more: &[&str]| {
        let address = server.address("/sema.xml");
        let words = ["lists", "update", "ca-sema", "--from", &address, "--proxy", "none"];
        desk.run(&[&words[..], more].concat())
    };
    let desk = Desk::empty();
    fetch(&desk, &undated, &[]).ends_with(1).says("--published");
    fetch(&desk, &dated, &[]).ends_with(0).prints("2025-05-20");
    fetch(&Desk::empty(), &undated, &["--published", "2025-05-19"])
        .ends_with(0)
        .prints("2025-05-19");
    // the same bytes under a later day are the same list
    fetch(&desk, &undated, &[]).ends_with(0).prints("unchanged");
}

#[test]
fn of_several_publications_in_one_call_the_newest_is_in_use() {
    let desk = Desk::empty();
    for day in ["2026-01-01", "2026-03-01", "2026-02-01"] {
        desk.write(&format!("{day}.xml"), un_of(day));
    }
    desk.write("small.xml", shrunk("2025-12-01", 3));
    desk.run(&[
        "lists",
        "import",
        "2026-01-01.xml",
        "2026-03-01.xml",
        "small.xml",
        "2026-02-01.xml",
    ])
    .ends_with(0)
    .prints("kept, not active: the snapshot of 2026-03-01");
    assert_eq!(in_force(&desk)[0], "2026-03-01");
    desk.run(&["lists", "show", "un:UTi.001", "--as-of", "2026-02-15"]).prints("un of 2026-02-01");
}
