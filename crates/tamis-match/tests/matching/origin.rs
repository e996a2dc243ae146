//! Nationality, birthplace and sex never raise anything, and never hide a hit.

use proptest::prelude::*;
use tamis_match::{AnalysedRecord, Policy, compare};
use tamis_model::{Country, PartyKind, Place, Sex, Threshold};

use super::{analysed, party};

const NAMES: [&str; 6] = [
    "Fajr Qasim Zubaydi",
    "فجر قاسم الزبيدي",
    "Fajr Zubaydi @ 1960",
    "Ahmad Ali",
    "Qasim Fajr @ 1961-02-03",
    "Abu Umar al-Zubaydi",
];

fn with_origin(record: &AnalysedRecord, country: &str, sex: Sex) -> AnalysedRecord {
    let mut record = record.clone();
    let country = Country { as_written: country.to_owned(), code: Some(country.to_owned()) };
    record.birthplaces = vec![Place { country: Some(country.clone()), ..Place::default() }];
    record.nationalities = vec![country];
    record.sex = Some(sex);
    record
}

proptest! {
    #[test]
    fn agreement_changes_no_bit(one in 0..NAMES.len(), other in 0..NAMES.len()) {
        let policy = Policy::vetting();
        let one = analysed(&party(PartyKind::Person, NAMES[one]));
        let other = analysed(&party(PartyKind::Person, NAMES[other]));
        let bare = compare(&one, &other, &policy);
        let agreeing = compare(
            &with_origin(&one, "UTO", Sex::Female),
            &with_origin(&other, "UTO", Sex::Female),
            &policy,
        ).tell();
        prop_assert_eq!((bare.sum, bare.score, bare.class), (agreeing.sum, agreeing.score, agreeing.class));
    }

    #[test]
    fn conflict_never_hides(one in 0..NAMES.len(), other in 0..NAMES.len()) {
        let policy = Policy::vetting();
        let one = analysed(&party(PartyKind::Person, NAMES[one]));
        let other = analysed(&party(PartyKind::Person, NAMES[other]));
        let bare = compare(&one, &other, &policy);
        let conflicting = compare(
            &with_origin(&one, "UTO", Sex::Female),
            &with_origin(&other, "XXA", Sex::Male),
            &policy,
        ).tell();
        prop_assert!(conflicting.score <= bare.score);
        prop_assert_eq!(conflicting.reaches(Threshold::DEFAULT), bare.reaches(Threshold::DEFAULT));
    }
}
