//! Nationality, birthplace and sex: they tell records apart. Agreement adds nothing, bit for bit.

use smallvec::SmallVec;
use tamis_model::{Agreement, Attribute, AttributeFinding, Country, Sex};

use crate::record::AnalysedRecord;

/// What the attributes of two records say; silence on one side says nothing.
#[must_use]
pub fn compare(
    party: &AnalysedRecord,
    entry: &AnalysedRecord,
) -> SmallVec<[(Attribute, Agreement); 3]> {
    let mut found = SmallVec::new();
    if !party.nationalities.is_empty() && !entry.nationalities.is_empty() {
        let agrees = meet(&party.nationalities, &entry.nationalities);
        found.push((Attribute::Nationality, agreement(agrees)));
    }
    if birth_countries(party).next().is_some() && birth_countries(entry).next().is_some() {
        let agrees =
            birth_countries(party).any(|one| birth_countries(entry).any(|other| same(one, other)));
        found.push((Attribute::Birthplace, agreement(agrees)));
    }
    if let (Some(one), Some(other)) = (sex(party), sex(entry)) {
        found.push((Attribute::Sex, agreement(one == other)));
    }
    found
}

/// The finding with its texts.
#[must_use]
pub fn tell(
    party: &AnalysedRecord,
    entry: &AnalysedRecord,
    attribute: Attribute,
    agreement: Agreement,
) -> AttributeFinding {
    let told = |record: &AnalysedRecord| match attribute {
        Attribute::Nationality => words(record.nationalities.iter()),
        Attribute::Birthplace => words(birth_countries(record)),
        Attribute::Sex => sex(record).unwrap_or_default().to_owned(),
    };
    AttributeFinding { attribute, agreement, party: told(party), entry: told(entry) }
}

/// Birthplaces are compared by country alone: towns have too many names for a conflict to mean much.
fn birth_countries(record: &AnalysedRecord) -> impl Iterator<Item = &Country> {
    record.birthplaces.iter().filter_map(|place| place.country.as_ref())
}

fn meet(ones: &[Country], others: &[Country]) -> bool {
    ones.iter().any(|one| others.iter().any(|other| same(one, other)))
}

fn same(one: &Country, other: &Country) -> bool {
    match (&one.code, &other.code) {
        (Some(x), Some(y)) => x == y,
        _ => one.as_written.eq_ignore_ascii_case(&other.as_written),
    }
}

fn sex(record: &AnalysedRecord) -> Option<&'static str> {
    match record.sex? {
        Sex::Male => Some("male"),
        Sex::Female => Some("female"),
        Sex::Unspecified => None,
    }
}

fn words<'a>(countries: impl Iterator<Item = &'a Country>) -> String {
    countries.map(|country| country.as_written.as_str()).collect::<Vec<_>>().join(", ")
}

fn agreement(agrees: bool) -> Agreement {
    if agrees { Agreement::Agrees } else { Agreement::Conflicts }
}
