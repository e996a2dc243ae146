//! Countries, birthplaces and addresses of the list.

use tamis_model::{Address, Country, Place};

use super::columns::{Col, Row};
use super::numbered::pairs;
use crate::country::country;

/// A country as the list writes it: also "USSR (now Utopia)" and "Former USSR, now Utopia", whose
/// code is that of today, and "Utopia (former USSR)".
pub(crate) fn country_as_listed(text: &str) -> Country {
    let text = text.trim().trim_end_matches(['.', ',']).trim_end();
    let mut found = country(text);
    if found.code.is_none() {
        let lower = text.to_ascii_lowercase();
        let today = ["now ", "currently "]
            .iter()
            .find_map(|word| text.get(lower.rfind(word)? + word.len()..));
        let before_remark = text.split_once(" (").map(|(before, _)| before);
        found.code = [today, before_remark]
            .into_iter()
            .flatten()
            .find_map(|words| country(words.trim_end_matches([')', '.', ' '])).code);
    }
    found
}

/// Town and country of birth, paired by their numbers.
pub(super) fn births(town: &str, birth_country: &str) -> Vec<Place> {
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    pairs(town, birth_country)
        .into_iter()
        .map(|(town, birth_country)| Place {
            locality: filled(town),
            country: filled(birth_country).map(|text| country_as_listed(&text)),
            ..Place::default()
        })
        .collect()
}

/// The address of a row: the sixth line is the town, those above it are the street.
pub(super) fn address(row: &Row<'_>) -> Option<Address> {
    let lines: Vec<&str> = Col::ADDRESS
        .iter()
        .take(5)
        .map(|col| row.get(*col))
        .filter(|line| !line.is_empty())
        .collect();
    let filled = |col: Col| Some(row.get(col)).filter(|text| !text.is_empty()).map(str::to_owned);
    let address = Address {
        street: (!lines.is_empty()).then(|| lines.join(", ")),
        place: Place {
            locality: filled(Col::Address6),
            country: filled(Col::Country).map(|text| country_as_listed(&text)),
            ..Place::default()
        },
        post_code: filled(Col::PostCode),
        contacts: Vec::new(),
    };
    (address != Address::default()).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_that_were_renamed_have_the_code_of_today() {
        for (text, code) in [
            ("Iraq", Some("IQ")),
            ("Iraq.", Some("IQ")),
            ("USSR (now Moldova)", Some("MD")),
            ("Former USSR, now Azerbaijan", Some("AZ")),
            ("Former USSR Currently Belarus", Some("BY")),
            ("Azerbaijan (former USSR)", Some("AZ")),
            ("Congo (Democratic Republic)", Some("CD")),
            ("Snowdonia", None),
        ] {
            assert_eq!(country_as_listed(text).code.as_deref(), code, "{text}");
        }
    }
}
