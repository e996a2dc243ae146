//! The mapped reader against coded ones on the same real files, and the mappings that ship against their fixtures.

use tamis_lists::mapped::{SHIPPED, State, parse, shipped};
use tamis_lists::{ReadError, ReadOptions, Reading, SourceFile};
use tamis_model::Entry;
use tamis_testkit::{data, require_data};

use crate::corpus;

fn read(files: &[(&str, &[u8])]) -> Result<Reading, ReadError> {
    let files: Vec<SourceFile<'_>> =
        files.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
    tamis_lists::read(&files, &ReadOptions::default(), &mut |_| {})
}

/// The file read by its own reader, and by a mapping.
fn both(path: &std::path::Path, mapping: &str) -> (Reading, Reading) {
    let bytes = std::fs::read(path).unwrap();
    let folder = data::workspace().join("crates/tamis-lists/tests/mappings");
    let mapping = std::fs::read(folder.join(mapping)).unwrap();
    let coded = read(&[("list", &bytes)]).unwrap();
    let mapped = read(&[("list", &bytes), ("mapping.toml", &mapping)]).unwrap();
    (coded, mapped)
}

fn same_entries(coded: &Reading, mapped: &Reading) {
    assert_eq!(mapped.format, "mapped");
    assert_ne!(coded.format, "mapped");
    assert_eq!(mapped.account.read_total(), coded.account.read_total());
    assert_eq!(mapped.account.entries, coded.account.entries);
    assert_eq!(mapped.list, coded.list);
}

/// Entries of which both readers say the same by a measure.
fn agreeing((coded, mapped): (&Reading, &Reading), same: fn(&Entry, &Entry) -> bool) -> usize {
    coded.entries.iter().zip(&mapped.entries).filter(|(one, other)| same(one, other)).count()
}

fn born(entry: &Entry) -> Vec<Vec<tamis_model::PartialDate>> {
    entry.births.iter().map(|birth| birth.readings.clone()).collect()
}

#[test]
fn the_list_of_australia_by_a_mapping() {
    let Some(path) = require_data!("lists/au/regulation8-2024-12.xlsx") else { return };
    let (coded, mapped) = both(&path, "au.toml");
    same_entries(&coded, &mapped);
    assert_eq!(mapped.account.read_total(), 9553);
    assert!(mapped.account.refused.is_empty(), "{:?}", mapped.account.refused);
    let both = (&coded, &mapped);
    let all = coded.entries.len();
    assert_eq!(agreeing(both, |one, other| one.id == other.id && one.kind == other.kind), all);
    // the coded reader turns some names of its own list that no mapping speaks of
    let share = |same: usize| same * 1000 / all;
    let headings = share(agreeing(both, |one, other| one.heading() == other.heading()));
    let births = share(agreeing(both, |one, other| born(one) == born(other)));
    assert!(headings >= 985, "{headings}");
    assert!(births >= 990, "{births}");
}

#[test]
fn the_list_of_canada_by_a_mapping() {
    let Some(path) = require_data!("lists/ca/sema-2025-05.xml") else { return };
    let (coded, mapped) = both(&path, "ca-sema.toml");
    same_entries(&coded, &mapped);
    assert_eq!(mapped.account.read_total(), 4759);
    assert!(mapped.account.refused.is_empty(), "{:?}", mapped.account.refused);
    let both = (&coded, &mapped);
    let same = |one: &Entry, other: &Entry| {
        one.kind == other.kind && one.listed_on == other.listed_on && other.listed_on.is_some()
    };
    assert_eq!(agreeing(both, same), 4759);
    let headings = agreeing(both, |one, other| one.heading() == other.heading());
    assert!(headings >= 4600, "{headings}");
}

/// `corpus/mapped/<name>/`: what a list gives (`input.*`), its mapping where it does not ship, and what comes of it.
#[test]
fn each_mapping_reads_its_fixture() {
    let folder = data::workspace().join("corpus/mapped");
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|item| item.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    for name in &names {
        let case = folder.join(name);
        let mut files = corpus::inputs(&case);
        if let Some(shipped) = shipped(name) {
            // a mapping that met no real file reads nothing unless somebody names it
            let error = corpus::read(&files).unwrap_err();
            assert!(matches!(error, ReadError::Unverified { .. }), "{name}: {error}");
            assert!(error.to_string().contains(&format!("--mapping {name}")), "{error}");
            files.push((format!("{name}.toml"), shipped.text.as_bytes().to_vec()));
        }
        let text = match corpus::read(&files) {
            Ok(reading) => corpus::told(&reading),
            Err(error) => format!("refused: {error}\n"),
        };
        insta::with_settings!({
            snapshot_path => &case,
            prepend_module_to_snapshot => false,
            omit_expression => true,
            description => format!("corpus/mapped/{name}"),
        }, { insta::assert_snapshot!("reading", text) });
    }
    for shipped in SHIPPED {
        assert!(names.iter().any(|name| name == shipped.name), "{} has no fixture", shipped.name);
    }
}

#[test]
fn each_mapping_that_ships_can_be_read_and_is_marked() {
    for shipped in SHIPPED {
        let file = SourceFile { name: shipped.name, bytes: shipped.text.as_bytes() };
        let mapping = parse(&file).unwrap_or_else(|error| panic!("{}: {error}", shipped.name));
        assert_ne!(
            mapping.state,
            State::Own,
            "{} does not say how far it can be trusted",
            shipped.name
        );
    }
}

#[test]
fn faults_of_a_mapping_are_told_with_line_and_remedy() {
    let good =
        std::fs::read_to_string(data::workspace().join("corpus/mapped/own-watch/mapping.toml"))
            .unwrap();
    for (from, to, expected) in [
        ("list = \"own-watch\"", "list = \"Own Watch\"", "line 3"),
        ("list = \"own-watch\"", "lisst = \"own-watch\"", "`list` is missing"),
        (
            "kind = \"table\"",
            "kind = \"pdf\"",
            "line 8: there is no layout `pdf`; write table, xml, json or text",
        ),
        (
            "dates = \"month first\"",
            "dates = \"american\"",
            "line 39: `american` is not known; write one of either, day first",
        ),
        ("split = \"|\"", "splitt = \"|\"", "line 34: `splitt` means nothing here; known are"),
        (
            "becomes = \"birth\"",
            "becomes = \"born\"",
            "line 38: nothing becomes `born`; write one of reference, kind, name, birth",
        ),
        ("number = \"passport\"", "", "`number` is missing: write number = \"passport\""),
        ("mapping = 1", "mapping = 2", "this version reads the form `mapping = 1`"),
        (
            "required = true",
            "required = \"yes\"",
            "line 18: `required` is string; write true or false",
        ),
        ("required = true", "", "the header of a table is told by the columns that must be there"),
        ("[layout]", "[layout", "no TOML"),
        (
            "constant = \"person\"",
            "constant = \"human\"",
            "line 21: `human` is not known; write one of person",
        ),
        ("values = [\"closed\"]", "values = []", "line 10: `values` is missing"),
    ] {
        assert!(good.contains(from), "{from}");
        let text = good.replace(from, to);
        let error = parse(&SourceFile { name: "my.toml", bytes: text.as_bytes() }).unwrap_err();
        let told = error.to_string();
        assert!(told.starts_with("my.toml, line ") && told.contains(expected), "{told}");
    }
    let input = std::fs::read(data::workspace().join("corpus/mapped/own-watch/input.csv")).unwrap();
    let other = good.replace("at = \"Ref\"", "at = \"Number\"");
    let error = read(&[("list.csv", &input), ("my.toml", other.as_bytes())]).unwrap_err();
    let told = error.to_string();
    assert!(told.contains("requires: Number, Who (found: Ref, Who, Also"), "{told}");
}

/// `docs/LISTS.md` is made of this table, of the mappings and of the curated tables.
#[test]
fn the_table_of_lists_names_each_reader() {
    let text = include_str!("../../data/lists.tsv");
    let rows: Vec<Vec<&str>> = text
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
        .collect();
    assert!(rows.iter().all(|row| row.len() == 6));
    let has = |reader: &str| rows.iter().any(|row| row[4] == reader);
    for format in tamis_lists::formats::FORMATS {
        assert!(format.id == "mapped" || has(format.id), "{} is not in the table", format.id);
    }
    for row in &rows {
        let known = tamis_lists::formats::FORMATS.iter().any(|format| format.id == row[4]);
        assert!(known || ["-", "curated"].contains(&row[4]), "{}", row[4]);
    }
    for table in tamis_lists::curated::TABLES {
        assert!(
            rows.iter().any(|row| row[0] == table.list && row[4] == "curated"),
            "{}",
            table.list
        );
    }
}
