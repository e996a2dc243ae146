//! What was recorded is read back whole. All persons are invented.

use proptest::prelude::*;
use tamis_model::Screening;
use tamis_testkit::sample;

use super::*;
use crate::form::ScreeningForm;

fn line(row: u64, screening: &Screening) -> String {
    to_line(&ScreeningForm::of_row(row, screening)).unwrap()
}

#[test]
fn an_answer_reads_back_whole() {
    for (row, mut screening) in sample::screenings() {
        screening.stamps.as_of = CivilDate::new(2026, 3, 1).ok();
        screening.stamps.reviewed_links = row;
        let recorded = recorded_answer(&line(row, &screening)).unwrap();
        assert_eq!(recorded.row, Some(row));
        assert_eq!(recorded.party, screening.party);
        assert_eq!(recorded.ignored, screening.ignored);
        let stamps = recorded.stamps;
        assert_eq!(stamps.as_of, screening.stamps.as_of);
        assert_eq!(stamps.reviewed_links, row);
        assert_eq!(stamps.threshold, screening.stamps.threshold);
        let ids: Vec<SnapshotId> = screening.stamps.snapshots.iter().map(|info| info.id).collect();
        assert_eq!(stamps.snapshots, ids);
        assert_eq!(
            recorded.limit.is_some(),
            screening.total.alerts as usize > screening.alerts.len()
        );
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
}

#[test]
fn differences_are_told_by_their_path() {
    let found = differences(r#"{"a":[1,{"b":2}],"c":3}"#, r#"{"a":[1,{"b":4}],"d":5}"#, 9);
    let told: Vec<String> = found.iter().map(|(path, a, b)| format!("{path}: {a} {b}")).collect();
    assert_eq!(told, ["a.1.b: 2 4", "c: 3 nothing", "d: nothing 5"]);
    assert_eq!(differences("{\"a\":1}", "{\"a\": 1}", 9).len(), 1);
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
