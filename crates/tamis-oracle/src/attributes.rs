//! Nationality, birthplace and sex: agreement is no weight, conflict orders.

use tamis_match::AnalysedRecord;
use tamis_model::{Agreement, Attribute, Country, Sex};

/// What both sides tell of.
pub(crate) fn compare(
    party: &AnalysedRecord,
    entry: &AnalysedRecord,
) -> Vec<(Attribute, Agreement)> {
    let mut found = Vec::new();
    let mut tell = |attribute: Attribute, agrees: Option<bool>| match agrees {
        None => {}
        Some(true) => found.push((attribute, Agreement::Agrees)),
        Some(false) => found.push((attribute, Agreement::Conflicts)),
    };
    tell(Attribute::Nationality, agree(&party.nationalities, &entry.nationalities));
    tell(Attribute::Birthplace, agree(&born_in(party), &born_in(entry)));
    let sexes = [party.sex, entry.sex];
    let told = sexes.iter().all(|sex| matches!(sex, Some(Sex::Male | Sex::Female)));
    tell(Attribute::Sex, told.then_some(party.sex == entry.sex));
    found
}

fn born_in(record: &AnalysedRecord) -> Vec<Country> {
    record.birthplaces.iter().filter_map(|place| place.country.clone()).collect()
}

/// Whether any two countries are the same; nothing where a side is silent, or where a country is written in words
/// that no code is known for: it may be the other's.
fn agree(ones: &[Country], others: &[Country]) -> Option<bool> {
    let pairs = || ones.iter().flat_map(|one| others.iter().map(move |other| (one, other)));
    let told: Vec<Option<bool>> = pairs()
        .map(|(one, other)| match (&one.code, &other.code) {
            (Some(code), Some(other)) => Some(code == other),
            _ => one.as_written.eq_ignore_ascii_case(&other.as_written).then_some(true),
        })
        .collect();
    if told.contains(&Some(true)) {
        Some(true)
    } else if told.is_empty() || told.contains(&None) {
        None
    } else {
        Some(false)
    }
}
