//! The table of each XML reader against three sources: the schema, the real files, the fixtures.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use tamis_lists::xml::{Role, Row, is_markup_attribute};
use tamis_testkit::require_data;

use crate::corpus;
use crate::schema::Schema;

/// A reader: its table, the schema, the real files, the formats' folder.
struct Case {
    table: &'static [Row],
    /// Where the publisher has one.
    schema: Option<&'static str>,
    files: &'static [&'static str],
    corpus: &'static str,
}

const CASES: [Case; 7] = [
    Case {
        table: tamis_lists::un::TABLE,
        schema: Some("lists/xsd/UN_consolidated.xsd"),
        files: &[
            "lists/un/2014-11-19-al-qaida-only.xml",
            "lists/un/2015-03-27.xml",
            "lists/un/2021-03-12.xml",
            "lists/un/2026-02-27.xml",
        ],
        corpus: "un-xml",
    },
    Case {
        table: tamis_lists::eu::TABLE,
        schema: Some("lists/xsd/EU_20171012-FULL-schema-1_1(xsd).xsd"),
        files: &["lists/eu/2021-03-02.xml"],
        corpus: "eu-fsf-1.1",
    },
    Case {
        table: tamis_lists::ofac_xml::TABLE,
        schema: Some("lists/xsd/OFAC_xml.xsd"),
        files: &["lists/ofac/sdn-2021-03-10.xml", "lists/ofac/nonsdn-2024-05-06.xml"],
        corpus: "ofac-xml",
    },
    Case {
        table: tamis_lists::ca::TABLE,
        schema: None,
        files: &["lists/ca/sema-2025-05.xml"],
        corpus: "ca-sema-xml",
    },
    Case {
        table: tamis_lists::ch::TABLE,
        schema: None,
        files: &[
            "lists/ch/seco_official_sample_2024-01-17.xml",
            "lists/ch/seco_real_trimmed_2026-08-27.xml",
        ],
        corpus: "ch-seco-xml",
    },
    Case {
        table: tamis_lists::uk_sanctions::TABLE,
        schema: None,
        files: &["lists/uk/uksl-specimen-2026-09-07.xml"],
        corpus: "uk-sanctions-xml",
    },
    Case {
        table: tamis_lists::ofac_advanced::TABLE,
        schema: None,
        files: &[],
        corpus: "ofac-advanced-xml",
    },
];

fn paths(table: &[Row]) -> BTreeSet<String> {
    table.iter().map(|row| row.path.to_owned()).collect()
}

/// All paths of elements and attributes of a document, those that hold a value marked so.
fn walk(xml: &str) -> BTreeSet<(String, bool)> {
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<String> = Vec::new();
    let mut found = BTreeSet::new();
    let mut start = |open: &[String], tag: &BytesStart<'_>| -> String {
        let name = tag.local_name().into_inner().to_owned();
        let path = open.last().map_or_else(|| name.clone(), |parent| format!("{parent}/{name}"));
        for attribute in tag.attributes() {
            let attribute = attribute.unwrap();
            if !is_markup_attribute(attribute.key.into_inner()) {
                let name = attribute.key.local_name().into_inner();
                found.insert((format!("{path}/@{name}"), !attribute.value.is_empty()));
            }
        }
        found.insert((path.clone(), false));
        path
    };
    let mut texts = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => {
                let path = start(&open, &tag);
                open.push(path);
            }
            Event::Empty(tag) => {
                start(&open, &tag);
            }
            Event::End(_) => {
                open.pop();
            }
            Event::Text(text) if !text.trim_ascii().is_empty() => {
                texts.extend(open.last().cloned());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    found.extend(texts.into_iter().map(|path| (path, true)));
    found
}

/// Whether a path stands below one that is left out with all that is inside.
fn is_left_out_whole(roles: &BTreeMap<&str, Role>, path: &str) -> bool {
    path.match_indices('/')
        .any(|(at, _)| matches!(roles.get(&path[..at]), Some(Role::DroppedWhole(_))))
}

#[test]
fn each_row_has_its_parent_and_stands_once() {
    for case in CASES {
        let all = paths(case.table);
        assert_eq!(all.len(), case.table.len(), "{}: a path stands twice", case.corpus);
        for row in case.table {
            if let Some((parent, _)) = row.path.rsplit_once('/') {
                let above = case.table.iter().find(|above| above.path == parent);
                let role = above.unwrap_or_else(|| panic!("{} has no parent", row.path)).role;
                assert!(
                    matches!(role, Role::Group | Role::Record) || row.path.contains('@'),
                    "{} stands inside a value",
                    row.path
                );
            }
            if let Role::Dropped(reason) | Role::DroppedWhole(reason) = row.role {
                assert!(reason.len() > 10, "{}: the reason says nothing", row.path);
            }
        }
    }
}

#[test]
fn the_schema_names_nothing_that_the_table_does_not() {
    for case in CASES {
        let Some(file) = case.schema else { continue };
        let Some(path) = require_data!(file) else { continue };
        let schema = Schema::read(&std::fs::read_to_string(path).unwrap());
        let all = paths(case.table);
        let unknown: Vec<String> =
            schema.paths().into_iter().filter(|path| !all.contains(path)).collect();
        assert_eq!(unknown, Vec::<String>::new(), "{file}");
    }
}

#[test]
fn the_real_files_hold_nothing_that_the_table_does_not_name() {
    for case in CASES {
        let roles: BTreeMap<&str, Role> =
            case.table.iter().map(|row| (row.path, row.role)).collect();
        for file in case.files {
            let Some(path) = require_data!(file) else { continue };
            for (path, holds_value) in walk(&std::fs::read_to_string(path).unwrap()) {
                if is_left_out_whole(&roles, &path) {
                    continue;
                }
                let role = roles.get(path.as_str());
                assert!(role.is_some(), "{file}: {path} is not in the table");
                let group = matches!(role, Some(Role::Group | Role::Record));
                assert!(!(group && holds_value), "{file}: {path} holds text");
            }
        }
    }
}

#[test]
fn each_row_is_exercised_by_a_fixture() {
    for case in CASES {
        let mut seen = BTreeSet::new();
        for folder in corpus::cases(case.corpus) {
            for (_, bytes) in corpus::inputs(&folder) {
                // What is damaged on purpose is no witness for rows.
                let Ok(text) = String::from_utf8(bytes) else { continue };
                seen.extend(walk(&text));
            }
        }
        for row in case.table {
            let group = matches!(row.role, Role::Group | Role::Record | Role::DroppedWhole(_));
            let witness = seen.iter().any(|(path, value)| path == row.path && (*value || group));
            assert!(witness, "no fixture of {} has {}", case.corpus, row.path);
        }
    }
}

#[test]
fn fixtures_of_valid_shape_fit_the_schema() {
    let valid = [
        (0, ["whole", "aliases"].as_slice()),
        (1, ["whole", "names", "births", "two-regimes"].as_slice()),
        (2, ["sdn", "nonsdn", "names", "numbers"].as_slice()),
    ];
    for (index, names) in valid {
        let case = &CASES[index];
        let Some(path) = require_data!(case.schema.unwrap()) else { continue };
        let schema = Schema::read(&std::fs::read_to_string(path).unwrap());
        for name in names {
            let folder =
                tamis_testkit::data::workspace().join("corpus/lists").join(case.corpus).join(name);
            let text = std::fs::read_to_string(folder.join("input.xml")).unwrap();
            let faults = schema.faults(&text);
            assert_eq!(faults, Vec::<String>::new(), "{}/{name}", case.corpus);
        }
        // The check can fail.
        let unfit = corpus::cases(case.corpus).into_iter().find(|path| path.ends_with("unknown"));
        let text = std::fs::read_to_string(unfit.unwrap().join("input.xml")).unwrap();
        assert!(!schema.faults(&text).is_empty(), "{}: anything fits", case.corpus);
    }
}
