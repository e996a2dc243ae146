//! Remarks, and names that are none.

use super::*;
use crate::{names_of_field, split_field};

fn names(field: &str, kind: NameKind) -> Vec<String> {
    names_of_field(field, kind).iter().map(|name| name.text().to_owned()).collect()
}

#[track_caller]
fn check(kind: NameKind, words: &str, expected: Option<Remark>) {
    assert_eq!(remark(words, "Zarvan", kind, false), expected, "{words}");
}

#[test]
fn words_of_the_name_of_a_thing() {
    for words in [
        "Syria",
        "Hong Kong",
        "HK",
        "U.K.",
        "Far East",
        "Middle East",
        "Российская Федерация",
        "العراق",
        "香港",
        "集团",
        "Акционерное общество",
        "Научно-производственное объединение",
        "Holding",
        "Import & Export",
        "Off-Shore",
        "Pvt",
        "GmbH",
        "1998",
        "Syria and Lebanon",
    ] {
        check(NameKind::Organisation, words, Some(Remark::OfTheName));
        check(NameKind::Aircraft, words, None);
    }
    for words in [
        "Torjan",
        "Torjan Syria",
        "Bank of Syria",
        "Libyan Investment Authority",
        "National Development Fund of Iran",
        "Caucasus Emirate",
        "Global Trading Group",
        "Macedonia Ltda.",
        "11420 Corp.",
        "D Company",
        "7-28",
        "G-9",
        "Jamiyat",
        "of",
        "M",
        "",
    ] {
        check(NameKind::Organisation, words, None);
    }
}

#[test]
fn states_and_descriptions() {
    for words in ["in liquidation", "i. L.", "haftungsbeschränkt", "en liquidation", "تحت التصفية"]
    {
        check(NameKind::Organisation, words, Some(Remark::Beside));
        check(NameKind::Person, words, Some(Remark::Beside));
    }
    for words in ["member of ISIL", "the leader of Torjan", "frère de Torjan", "член ИГИЛ", "先生"]
    {
        check(NameKind::Person, words, Some(Remark::Beside));
    }
    for words in ["Sons of Torjan", "Front for the Liberation of Zarvan", "Member"] {
        check(NameKind::Organisation, words, None);
    }
}

#[test]
fn persons_are_called_by_some_places() {
    for words in [
        "Jordan",
        "Chad",
        "Israel",
        "Salvador",
        "Riyadh",
        "the Afghan",
        "Malik",
        "AG",
        "Umer",
        "El Kurd",
    ] {
        check(NameKind::Person, words, None);
    }
    for words in ["Syria", "Raqqa", "Amman, Jordan", "Saint Lucia", "Sofia, Bulgaria", "2011"] {
        check(NameKind::Person, words, Some(Remark::Beside));
    }
    check(NameKind::Organisation, "Jordan", Some(Remark::OfTheName));
}

#[test]
fn ships_are_called_by_places_and_plain_words() {
    for words in ["Sevastopol", "Oriental", "Global", "Shanghai"] {
        check(NameKind::Vessel, words, None);
    }
    assert_eq!(remark("Panama", "Neka", NameKind::Vessel, true), None);
    for words in ["Panama", "Marshall Islands", "scrapped", "3"] {
        assert!(remark(words, "Neka", NameKind::Vessel, false).is_some(), "{words}");
    }
}

#[test]
fn an_acronym_is_a_name() {
    let acronym = |letters, name| remark(letters, name, NameKind::Organisation, false).is_none();
    assert!(acronym("SAS", "Special Air Service"));
    assert!(acronym("C.I.A.", "Central Intelligence Agency"));
    assert!(acronym("UAE", "Union of Advanced Engineers"));
    assert!(!acronym("UAE", "Zarvan Trading"));
}

#[test]
fn what_is_said_to_be_a_name_may_say_little() {
    let said = |words| remark(words, "Zarvan", NameKind::Organisation, true);
    assert_eq!(said("General Trading"), None);
    assert_eq!(said("Holding"), None);
    assert_eq!(said("Far East"), Some(Remark::OfTheName));
    assert_eq!(said("in liquidation"), Some(Remark::Beside));
}

#[test]
fn names_of_fields_with_remarks() {
    for (field, expected) in [
        ("Zarvan (Syria) Ltd", vec!["Zarvan (Syria) Ltd"]),
        ("Zarvan Torjan (Hong Kong)", vec!["Zarvan Torjan (Hong Kong", "Zarvan Torjan"]),
        ("Zarvan (in liquidation)", vec!["Zarvan"]),
        ("Zarvan (in liquidation) Ltd", vec!["Zarvan (in liquidation) Ltd", "Zarvan Ltd"]),
        ("Zarvan (Torjan)", vec!["Zarvan", "Torjan"]),
        ("Zarvan (formerly Torjan)", vec!["Zarvan", "Torjan"]),
        ("Hong Kong (China)", vec!["Hong Kong (China", "Hong Kong"]),
        ("集团 Torjan Zarvan", vec!["集团 Torjan Zarvan", "Torjan Zarvan"]),
        ("Zarvan \"Syria\"", vec!["Zarvan", "Syria"]),
        ("Syria; Lebanon", vec!["Syria"]),
    ] {
        assert_eq!(names(field, NameKind::Organisation), expected, "{field}");
    }
    for (field, expected) in [
        ("Torjan Zarvan (Syria)", vec!["Torjan Zarvan"]),
        ("Torjan Zarvan (Jordan)", vec!["Torjan Zarvan", "Jordan"]),
        ("Torjan Zarvan; member of ISIL", vec!["Torjan Zarvan"]),
        ("Torjan (Syria) Zarvan", vec!["Torjan (Syria) Zarvan", "Torjan Zarvan"]),
        ("先生 Torjan Zarvan", vec!["先生 Torjan Zarvan", "Torjan Zarvan"]),
        ("Torjan (Syria)", vec!["Torjan (Syria", "Torjan"]),
        ("a) Syria b) Iraq", vec!["Syria", "Iraq"]),
    ] {
        assert_eq!(names(field, NameKind::Person), expected, "{field}");
    }
}

#[test]
fn a_remark_is_told() {
    let field = "Torjan Zarvan (Syria)";
    let told = |kind| split_field(field, kind).last().map(|piece| piece.marker);
    assert_eq!(told(NameKind::Person), Some(FieldMarker::Remark));
    assert_eq!(told(NameKind::Organisation), Some(FieldMarker::OfTheName));
}

#[test]
fn a_field_of_unknown_kind_may_be_of_either() {
    let unknown = |field| names(field, NameKind::Unknown);
    assert_eq!(unknown("Zarvan Torjan (Syria)"), ["Zarvan Torjan (Syria", "Zarvan Torjan"]);
    assert_eq!(unknown("Zarvan (Syria) Ltd"), ["Zarvan (Syria) Ltd"]);
    assert_eq!(unknown("Torjan Zarvan; member of ISIL"), ["Torjan Zarvan"]);
    assert_eq!(unknown("Torjan Zarvan (Jordan)"), ["Torjan Zarvan", "Jordan"]);
}
