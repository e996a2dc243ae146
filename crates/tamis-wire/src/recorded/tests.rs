//! What was recorded is read back whole. All persons are invented.

use std::sync::Arc;

use proptest::prelude::*;
use tamis_model::Screening;
use tamis_testkit::sample;

use super::*;
use crate::form::{Counts, ScreeningForm};

fn line(row: u64, screening: &Screening) -> String {
    to_line(&ScreeningForm::of_row(row, screening)).unwrap()
}

fn recorded_limit(line: &str) -> Option<usize> {
    recorded_answer(line).unwrap().limit()
}

#[test]
fn an_answer_reads_back_whole() {
    for (row, mut screening) in sample::screenings() {
        let stamps = Arc::make_mut(&mut screening.stamps);
        stamps.as_of = CivilDate::new(2026, 3, 1).ok();
        stamps.reviewed_links = row;
        let recorded = recorded_answer(&line(row, &screening)).unwrap();
        assert_eq!(recorded.row, Some(row));
        assert_eq!(recorded.party, screening.party);
        assert_eq!(recorded.ignored, screening.ignored);
        let stamps = &recorded.stamps;
        assert_eq!(stamps.as_of, screening.stamps.as_of);
        assert_eq!(stamps.reviewed_links, row);
        assert_eq!(stamps.threshold, screening.stamps.threshold);
        let ids: Vec<_> = screening.stamps.snapshots.iter().map(|info| info.id).collect();
        assert_eq!(stamps.snapshots.iter().map(|one| one.id).collect::<Vec<_>>(), ids);
        assert_eq!(stamps.left_out, screening.stamps.left_out);
        assert_eq!(recorded_limit(&line(row, &screening)), None);
        Arc::make_mut(&mut screening.stamps).limit = Some(7);
        assert_eq!(recorded_limit(&line(row, &screening)), Some(7));
        // an older engine did not stamp it: as far as it shows
        let unstamped = line(row, &screening).replace("\"limit\":7,", "");
        let shown = screening.alerts.len();
        let cut = screening.total.alerts as usize > shown;
        assert_eq!(recorded_limit(&unstamped), cut.then_some(shown));
    }
}

#[test]
fn each_value_of_a_party_is_kept() {
    let mut party = Party {
        id: Some(PartyId(" 7 ".into())),
        names: vec![PartyName {
            text: " FNU  Testi; N/A ".into(),
            fields: NameFields { maiden: Some("Testi ".into()), ..NameFields::default() },
            provenance: NameProvenance::MachineReadableZone,
        }],
        births: ["03/04/1980", "1984~", "1984"]
            .map(|text| DateStatement::read(text).unwrap())
            .to_vec(),
        birthplaces: vec![Place { note: Some("x".into()), ..Place::default() }],
        nationalities: vec![Country::written("")],
        sex: Some(Sex::Unspecified),
        parents: vec![ParentStatement { role: ParentRole::Mother, name: " Mira".into() }],
        ..Party::default()
    };
    let mut passport = Identifier::new(IdentifierKind::Passport, "Passeport", " U 1 ");
    passport.issued = CivilDate::new(2020, 2, 29).ok();
    passport.expires = CivilDate::new(2030, 2, 28).ok();
    passport.note = Some("lost".into());
    party.identifiers = vec![passport];
    let written = to_line(&PartyForm::from(&party)).unwrap();
    let value: Value = serde_json::from_str(&written).unwrap();
    assert_eq!(recorded_party(&value), Ok(party));
}

#[test]
fn what_can_not_be_read_whole_is_refused() {
    let refused = |text: &str| recorded_answer(text).unwrap_err().to_string();
    assert!(refused("x").contains("no JSON"));
    assert!(refused("[]").contains("no object"));
    assert!(refused("{}").contains("`alerts`"));
    let (row, screening) = sample::screenings().swap_remove(0);
    let whole = line(row, &screening);
    let changed = |from: &str, to: &str| {
        assert!(whole.contains(from), "{from}");
        refused(&whole.replacen(from, to, 1))
    };
    assert!(changed("\"kind\":\"person\"", "\"kind\":\"ghost\"").contains("ghost"));
    assert!(changed("\"provenance\":", "\"colour\":1,\"provenance\":").contains("otherwise"));
    assert!(changed("\"readings\":[\"1984-05-17\"]", "\"readings\":[]").contains("otherwise"));
    assert!(
        changed("\"list\":\"eu\",\"id\"", "\"list\":\"un\",\"id\"")
            .contains("two snapshots of `un`")
    );
    assert!(changed("\"limit\":null", "\"limit\":0").contains("limit is 0"));
    let (from, to) =
        (whole.find("\"snapshots\":[").unwrap(), whole.find("],\"left_out\"").unwrap());
    let none = format!("{}\"snapshots\":[{}", &whole[..from], &whole[to..]);
    assert!(refused(&none).contains("no snapshot"));
    assert!(refused("row,id,alert,rank").contains("CSV form"));
    assert!(refused("<!DOCTYPE html>").contains("HTML form"));
    assert!(refused("{\"changes\":[],\"answer\":{}}").contains("tamis monitor run"));
}

#[test]
fn stamps_differ_in_words() {
    let (row, mut screening) = sample::screenings().swap_remove(0);
    let stamps = |screening: &Screening| recorded_answer(&line(row, screening)).unwrap().stamps;
    let one = stamps(&screening);
    assert!(one.differences(&one).is_empty());
    let changed = Arc::make_mut(&mut screening.stamps);
    changed.limit = Some(3);
    changed.threshold = tamis_model::Threshold::new(0.5).unwrap();
    changed.left_out.clear();
    changed.snapshots.pop();
    let told: Vec<String> = one
        .differences(&stamps(&screening))
        .iter()
        .map(|(what, one, other)| format!("{what}: {one} | {other}"))
        .collect();
    assert_eq!(
        told,
        [
            "snapshots: eu of 2026-02-20 (e1e1e1e1e1e1), un of 2026-02-27 (1a1a1a1a1a1a) | eu of 2026-02-20 (e1e1e1e1e1e1)",
            "lists left out: uk | none",
            "threshold: 0.7000 | 0.5000",
            "limit: none | 3 alerts",
        ]
    );
}

#[test]
fn a_manifest_is_held_against_the_file_that_it_is_of() {
    let (row, screening) = sample::screenings().swap_remove(0);
    let stamps = recorded_answer(&line(row, &screening)).unwrap().stamps;
    let whole: Value = serde_json::from_str(&line(row, &screening)).unwrap();
    let mut counts = Counts::default();
    counts.add_screening(&screening);
    let told = |answers: Value, limit: Option<Value>| {
        let mut stamps = whole["stamps"].clone();
        if let Some(limit) = &limit {
            stamps.as_object_mut().unwrap().remove("limit");
            assert!(limit.is_null());
        }
        let counts = serde_json::to_value(crate::form::CountsForm::from(&counts)).unwrap();
        let mut manifest = serde_json::json!({"stamps": stamps, "counts": counts, "limit": null});
        manifest["answers"] = answers;
        RecordedManifest::read(&manifest.to_string()).unwrap()
    };
    let file = RecordedFile { bytes: 3, sha256: Some("ab".into()) };
    let same = told(serde_json::json!({"bytes": 3, "sha256": "ab"}), None);
    let all = [stamps.clone()];
    assert!(same.differences(&all, &counts, &file).is_empty());
    let other = told(serde_json::json!({"bytes": 4, "sha256": "cd"}), None);
    let found = other.differences(&all, &counts, &file);
    assert_eq!(found[0].0, "the file of answers");
    // nobody saw the end of them: nothing is said
    let gone = told(serde_json::json!({"bytes": 4, "sha256": null}), None);
    assert!(gone.differences(&all, &counts, &file).is_empty());
    // older manifests tell the limit beside the stamps
    let older = told(serde_json::json!({"bytes": 3, "sha256": "ab"}), Some(Value::Null));
    assert_eq!(older.stamps, stamps);
    let error = RecordedManifest::read("{}").unwrap_err().to_string();
    assert!(error.contains("no manifest") && error.contains("`stamps`"), "{error}");
}

#[test]
fn differences_are_told_by_their_path() {
    let found = differences(r#"{"a":[1,{"b":2}],"c":3}"#, r#"{"a":[1,{"b":4}],"d":5}"#, 9);
    let told: Vec<String> = found.iter().map(|(path, a, b)| format!("{path}: {a} {b}")).collect();
    assert_eq!(told, ["a.1.b: 2 4", "c: 3 nothing", "d: nothing 5"]);
    let one = |one: &str, other: &str| differences(one, other, 9).swap_remove(0);
    let (what, recorded, now) = one("{\"a\":1}", "{\"a\": 1}");
    assert_eq!(what, "how the line is written");
    assert_eq!((&*recorded, &*now), ("from byte 6: 1}", "from byte 6:  1}"));
    assert_eq!(one("{\"a\":1}  ", "{\"a\":1}").1, "2 blanks at its end");
    assert_eq!(one(" {\"a\":1}", "{\"a\":1}").1, "1 blanks at its beginning");
    assert_eq!(one(r#"{"a":[{"b":2,"b":2}]}"#, r#"{"a":[{"b":2}]}"#).1, "the key `b` stands twice");
    assert!(differences("{}", "{}", 9).is_empty());
}

proptest! {
    #[test]
    fn any_name_reads_back(text in any::<String>(), given in proptest::option::of(any::<String>())) {
        let party = Party {
            names: vec![PartyName {
                text,
                fields: NameFields { given, ..NameFields::default() },
                provenance: NameProvenance::default(),
            }],
            ..Party::default()
        };
        let written = to_line(&PartyForm::from(&party)).unwrap();
        let value: Value = serde_json::from_str(&written).unwrap();
        prop_assert_eq!(recorded_party(&value), Ok(party));
    }
}
