//! `tamis demo`

use crate::program::Desk;

#[test]
fn the_demo_shows_what_its_commands_show_by_hand() {
    let desk = Desk::empty();
    let demo = desk.run(&["demo"]).ends_with(0).prints("R-03").prints("report.html").stdout;
    assert!(desk.read("tamis-demo/report.html").contains("محمد"));
    // A command that goes on in the next line is one.
    let joined = demo.replace(" \\\n      ", " ");
    let commands: Vec<&str> =
        joined.lines().filter_map(|line| line.trim_start().strip_prefix("$ tamis ")).collect();
    assert!(commands.len() >= 6, "{commands:?}");
    for command in commands {
        let words = unquoted(command);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let by_hand = desk.run(&words).ends_with(0).stdout;
        // An import by hand tells that the lists are there already; the last commands were not run.
        if words[0] != "lists" && joined.contains(&format!("$ tamis {command}\n\n")) {
            assert!(demo.contains(&by_hand), "{command}");
        }
    }
}

/// The words of a command as a shell would part them.
fn unquoted(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in command.chars() {
        match c {
            '\'' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().unwrap().push(c),
        }
    }
    words
}

#[test]
fn the_demo_can_be_run_again_and_elsewhere() {
    let desk = Desk::empty();
    desk.run(&["demo", "--dir", "a b"]).ends_with(0).prints("'a b/requests.csv'");
    desk.run(&["demo", "--dir", "a b"]).ends_with(0).prints("active already");
    desk.run(&["demo", "--dir", "a b", "--data", "other"]).ends_with(0);
    assert!(desk.path("other/current.json").exists());
    desk.run(&["demo", "--data", "out/data"]).ends_with(0);
    assert!(desk.path("out/report.html").exists());
}
