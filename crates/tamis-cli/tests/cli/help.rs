//! Help, manual and completions, which come from one definition.

use crate::program::Desk;

#[test]
fn help_is_as_committed() {
    let desk = Desk::empty();
    for (name, words) in [
        ("tamis", &["--help"][..]),
        ("lists", &["lists", "--help"]),
        ("lists-import", &["lists", "import", "--help"]),
        ("lists-status", &["lists", "status", "--help"]),
        ("lists-show", &["lists", "show", "--help"]),
        ("index", &["index", "--help"]),
        ("organisations", &["organisations", "--help"]),
        ("organisations-search", &["organisations", "search", "--help"]),
        ("organisations-designations", &["organisations", "designations", "--help"]),
        ("organisations-contradictions", &["organisations", "contradictions", "--help"]),
        ("screen", &["screen", "--help"]),
        ("compare", &["compare", "--help"]),
        ("demo", &["demo", "--help"]),
        ("eval", &["eval", "--help"]),
    ] {
        insta::assert_snapshot!(name, desk.run(words).ends_with(0).stdout);
    }
}

#[test]
fn wrong_usage_ends_with_two_and_tells_the_way() {
    let desk = Desk::empty();
    for (words, expected) in [
        (&["frobnicate"][..], "unrecognized subcommand"),
        (&["screen"], "<FILE>"),
        (&["screen", "x.csv", "--threshold", "1.5"], "between 0 and 1"),
        (&["screen", "x.csv", "--limit", "0"], "--limit"),
        (&["screen", "x.csv", "--lists", "UN"], "not a list id"),
        (&["screen", "x.csv", "--policy", "strict"], "vetting"),
        (&["lists", "show", "QDi.001"], "list:reference"),
        (&["lists", "import"], "<FILE>"),
        (&["lists", "import", "x", "--published", "28/01/2022"], "YYYY-MM-DD"),
        (&["compare", "one"], "<B>"),
        (&["compare", "one", "two", "--pairs", "x.csv"], "cannot be used with"),
        (&["compare", "one", "two", "--out", "x.csv"], "--pairs"),
    ] {
        let run = desk.run(words).ends_with(2).says(expected);
        assert_eq!(run.stdout, "", "{words:?}");
    }
}

#[test]
fn completions_know_each_command() {
    let desk = Desk::empty();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = desk.run(&["completions", shell]).ends_with(0);
        for word in ["lists", "screen", "compare", "demo", "eval", "threshold"] {
            assert!(run.stdout.contains(word), "{shell}: {word}");
        }
    }
}

#[test]
fn there_is_a_manual_page_for_each_command() {
    let desk = Desk::empty();
    desk.run(&["man"]).ends_with(0).prints(".TH tamis 1").prints("Exit codes");
    desk.run(&["man", "--dir", "man"]).ends_with(0);
    for page in ["tamis", "tamis-lists", "tamis-lists-import", "tamis-screen", "tamis-compare"] {
        let text = desk.read(&format!("man/{page}.1"));
        assert!(text.contains(&format!(".TH {page} 1")), "{page}");
    }
}
