//! Pure crates take bytes and values and return values: their code names no file, clock, socket,
//! process, environment or standard stream.

use super::Problem;
use super::floors::Layers;
use super::rust_source::{is_test_module, production_code};
use crate::tree::Tree;

/// Modules of `std` that a pure crate does not name, and where what they give belongs.
const DOORS: [(&str, &str); 9] = [
    ("std::fs", "files are opened by tamis-archive and the command line"),
    ("std::env", "the environment is read by the command line"),
    ("std::net", "sockets are opened by tamis-fetch"),
    ("std::process", "processes are started and ended by the command line"),
    ("std::time::SystemTime", "the day is a value that the caller hands in"),
    ("std::time::Instant", "time is taken by benches and by the command line"),
    ("std::io::stdin", "take a reader"),
    ("std::io::stdout", "take a writer"),
    ("std::io::stderr", "take a callback"),
];

pub(crate) fn check(layers: &Layers, tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    for layer in layers.crates.iter().filter(|layer| layer.pure) {
        let source = format!("crates/{}/src/", layer.name);
        for file in tree.rust().filter(|file| file.path.starts_with(&source)) {
            if is_test_module(&file.path) {
                continue;
            }
            for (line, path, advice) in doors(file.text()) {
                problems.push(Problem::at(
                    &file.path,
                    line,
                    format!("{} is pure and must not use {path}: {advice}", layer.name),
                ));
            }
        }
    }
    problems
}

fn doors(source: &str) -> Vec<(usize, &'static str, &'static str)> {
    let code = production_code(source);
    let mut found = Vec::new();
    for (at, _) in code.match_indices("std::") {
        let path = code.get(at..).unwrap_or_default();
        let line = code.get(..at).unwrap_or_default().matches('\n').count() + 1;
        for name in named(path) {
            found.extend(
                DOORS
                    .iter()
                    .filter(|(door, _)| is_at_or_below(&name, door))
                    .map(|(door, advice)| (line, *door, *advice)),
            );
        }
    }
    found
}

fn is_at_or_below(name: &str, door: &str) -> bool {
    name.strip_prefix(door).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// The paths that a text names which starts with a path, its braces unfolded:
/// `std::{fs, time::{Instant}}` names `std::fs` and `std::time::Instant`.
fn named(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut prefixes: Vec<String> = Vec::new();
    let mut name = String::new();
    let mut after_name = false;
    for one in text.chars() {
        match one {
            '{' => {
                prefixes.push(std::mem::take(&mut name));
                after_name = false;
            }
            ',' | '}' => {
                names.push(std::mem::take(&mut name));
                if one == '}' {
                    prefixes.pop();
                }
                after_name = false;
            }
            ':' => {
                name.push(one);
                after_name = false;
                continue;
            }
            _ if one.is_whitespace() => {
                after_name = !name.is_empty() && !name.ends_with(':');
                continue;
            }
            _ if (one.is_alphanumeric() || one == '_' || one == '*') && !after_name => {
                if name.is_empty() {
                    name = prefixes.last().cloned().unwrap_or_default();
                }
                name.push(one);
                continue;
            }
            _ if after_name && one.is_alphanumeric() => continue, // `as other`
            _ => break,
        }
        if prefixes.is_empty() {
            break;
        }
    }
    names.push(name);
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_doors(source: &str, expect: &[&str]) {
        let found: Vec<_> = doors(source).into_iter().map(|(_, door, _)| door).collect();
        assert_eq!(found, expect, "{source}");
    }

    #[test]
    fn each_door_is_seen_however_it_is_named() {
        check_doors("fn f() { std::fs::read(p); }", &["std::fs"]);
        check_doors("use std::fs;", &["std::fs"]);
        check_doors("use std::{fmt, fs::File};", &["std::fs"]);
        check_doors(
            "use std::{\n  fmt,\n  time::{Duration, Instant as Now},\n};",
            &["std::time::Instant"],
        );
        check_doors("use std::io::{self, stdout};", &["std::io::stdout"]);
        check_doors("let at = std::time::SystemTime::now();", &["std::time::SystemTime"]);
        for (door, _) in DOORS {
            check_doors(&format!("use {door};"), &[door]);
        }
    }

    #[test]
    fn what_is_no_door_passes() {
        check_doors("use std::{fmt, io::{self, Read}, time::Duration};", &[]);
        check_doors("use std::fmt; // not std::fs", &[]);
        check_doors("#[cfg(test)]\nmod tests { use std::fs; }", &[]);
        check_doors("use std::environment; let e = env!(\"CARGO_PKG_VERSION\");", &[]);
    }

    #[test]
    fn only_pure_crates_are_asked() {
        let layers = "[[crate]]\nname='model'\nfloor=0\npurpose='nouns'\npure=true\n\
                      [[crate]]\nname='archive'\nfloor=2\npurpose='files'\n\
                      [[confined]]\ndependency='x'\nto=[]\nreason='y'";
        let layers = Layers::parse(layers).unwrap();
        let tree = Tree::of([
            ("crates/archive/src/lib.rs", "use std::fs;"),
            ("crates/model/src/lib.rs", "\nuse std::fs;"),
            ("crates/model/src/date/tests.rs", "use std::fs;"),
            ("crates/model/tests/all.rs", "use std::fs;"),
        ]);
        let problems = check(&layers, &tree);
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert_eq!(problems[0].place, "crates/model/src/lib.rs:2");
    }
}
