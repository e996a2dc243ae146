//! Nationality, birthplace and sex: they tell records apart. Agreement adds nothing, bit for bit.

use tamis_model::{Agreement, Attribute, AttributeFinding, Country, Sex};

use crate::record::AnalysedRecord;

/// What the attributes of two records say; silence on one side says nothing.
#[must_use]
pub fn compare(party: &AnalysedRecord, entry: &AnalysedRecord) -> Vec<AttributeFinding> {
    let mut findings = Vec::new();
    findings.extend(nationality(&party.nationalities, &entry.nationalities));
    findings.extend(birthplace(party, entry));
    findings.extend(sex(party.sex, entry.sex));
    findings
}

fn words(countries: &[Country]) -> String {
    countries.iter().map(|country| country.as_written.as_str()).collect::<Vec<_>>().join(", ")
}

fn same_country(one: &Country, other: &Country) -> bool {
    match (&one.code, &other.code) {
        (Some(x), Some(y)) => x == y,
        _ => one.as_written.eq_ignore_ascii_case(&other.as_written),
    }
}

fn nationality(party: &[Country], entry: &[Country]) -> Option<AttributeFinding> {
    if party.is_empty() || entry.is_empty() {
        return None;
    }
    let agrees = party.iter().any(|one| entry.iter().any(|other| same_country(one, other)));
    Some(finding(Attribute::Nationality, agrees, words(party), words(entry)))
}

/// Birthplaces are compared by country alone: towns have too many names for a conflict to mean much.
fn birthplace(party: &AnalysedRecord, entry: &AnalysedRecord) -> Option<AttributeFinding> {
    let countries = |record: &AnalysedRecord| -> Vec<Country> {
        record.birthplaces.iter().filter_map(|place| place.country.clone()).collect()
    };
    let (one, other) = (countries(party), countries(entry));
    if one.is_empty() || other.is_empty() {
        return None;
    }
    let agrees = one.iter().any(|one| other.iter().any(|other| same_country(one, other)));
    Some(finding(Attribute::Birthplace, agrees, words(&one), words(&other)))
}

fn sex(party: Option<Sex>, entry: Option<Sex>) -> Option<AttributeFinding> {
    let word = |sex: Sex| match sex {
        Sex::Male => Some("male"),
        Sex::Female => Some("female"),
        Sex::Unspecified => None,
    };
    let (one, other) = (word(party?)?, word(entry?)?);
    Some(finding(Attribute::Sex, one == other, one.to_owned(), other.to_owned()))
}

fn finding(attribute: Attribute, agrees: bool, party: String, entry: String) -> AttributeFinding {
    let agreement = if agrees { Agreement::Agrees } else { Agreement::Conflicts };
    AttributeFinding { attribute, agreement, party, entry }
}
