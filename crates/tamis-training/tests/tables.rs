//! The tables that ship are what the training makes of the data: whoever changes the analysis of names, a reviewed table
//! or another artefact trains again, in the order of these tests, for each reads what those before it made.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::process::Command;

/// Fails with what the training says when the committed table is another.
#[track_caller]
fn is_as_trained(table: &str) {
    let Some(variants) = tamis_testkit::data::require("names/name_part_variants.txt", table) else {
        return;
    };
    let data = variants.ancestors().nth(2).unwrap();
    let told = Command::new(env!("CARGO_BIN_EXE_tamis-training"))
        .args([table, "--check", "--data"])
        .arg(data)
        .current_dir(tamis_testkit::data::workspace())
        .env("RUST_BACKTRACE", "0")
        .output()
        .unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
}

#[test]
fn costs_are_as_trained() {
    is_as_trained("costs");
}

#[test]
fn lexicon_is_as_trained() {
    is_as_trained("lexicon");
}

#[test]
fn frequencies_are_as_trained() {
    is_as_trained("frequencies");
}

#[test]
fn known_names_are_as_trained() {
    is_as_trained("known-names");
}

#[test]
fn population_is_as_trained() {
    is_as_trained("population");
}

#[test]
fn things_are_as_trained() {
    is_as_trained("things");
}
