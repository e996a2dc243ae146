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
    let nationality = meet(party.nationalities.iter(), || entry.nationalities.iter());
    found.extend(nationality.map(|agreement| (Attribute::Nationality, agreement)));
    let birthplace = meet(birth_countries(party), || birth_countries(entry));
    found.extend(birthplace.map(|agreement| (Attribute::Birthplace, agreement)));
    if let (Some(one), Some(other)) = (sex(party), sex(entry)) {
        let agreement = if one == other { Agreement::Agrees } else { Agreement::Conflicts };
        found.push((Attribute::Sex, agreement));
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

/// Whether any two countries are the same. Nothing where a side is silent, or where one is written in words that no
/// code is known for (Россия): it may be the other's.
fn meet<'a, Others: Iterator<Item = &'a Country>>(
    ones: impl Iterator<Item = &'a Country>,
    others: impl Fn() -> Others,
) -> Option<Agreement> {
    let mut found = None;
    let mut all_told = true;
    for one in ones {
        for other in others() {
            match same(one, other) {
                Some(true) => return Some(Agreement::Agrees),
                Some(false) => found = Some(Agreement::Conflicts),
                None => all_told = false,
            }
        }
    }
    found.filter(|_| all_told)
}

fn same(one: &Country, other: &Country) -> Option<bool> {
    match (&one.code, &other.code) {
        (Some(one), Some(other)) => Some(one == other),
        _ => one.as_written.eq_ignore_ascii_case(&other.as_written).then_some(true),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_in_words_without_a_code_contradicts_none() {
        let country = |as_written: &str, code: Option<&str>| Country {
            as_written: as_written.to_owned(),
            code: code.map(str::to_owned),
        };
        let (russia, in_words) = (country("Russia", Some("RU")), country("Россия", None));
        let iraq = country("Iraq", Some("IQ"));
        for (ones, others, expected) in [
            (vec![&russia], vec![&russia, &iraq], Some(Agreement::Agrees)),
            (vec![&russia], vec![&iraq], Some(Agreement::Conflicts)),
            (vec![&russia], vec![&in_words], None),
            (vec![&in_words], vec![&in_words], Some(Agreement::Agrees)),
            (vec![&russia], vec![&in_words, &iraq], None),
            (vec![], vec![&iraq], None),
        ] {
            let found = meet(ones.iter().copied(), || others.iter().copied());
            assert_eq!(found, expected, "{ones:?} {others:?}");
        }
    }
}
