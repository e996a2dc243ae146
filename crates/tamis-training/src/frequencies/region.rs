//! The region that a listed person is of: nationality first, else the country of birth. Regions are
//! areas that share a stock of names; a country that two share stands in both.

use tamis_model::Entry;

/// Regions with their countries (ISO 3166-1 alpha-2). Only regions of which the lists have people
/// matter; whoever is of another counts in the whole alone.
const REGIONS: [(&str, &[&str]); 18] = [
    ("Iraq and Levant", &["IQ", "SY", "LB", "JO", "PS"]),
    ("Gulf and Yemen", &["SA", "YE", "KW", "QA", "AE", "BH", "OM"]),
    ("Egypt and Sudan", &["EG", "SD", "SS", "LY"]),
    ("Maghreb", &["TN", "DZ", "MA", "MR", "LY"]),
    ("Horn of Africa", &["SO", "DJ", "ER", "ET", "KE"]),
    ("Afghanistan and Pakistan", &["AF", "PK"]),
    ("Iran", &["IR"]),
    ("South Asia", &["IN", "BD", "LK", "MM"]),
    ("Turkey", &["TR", "AZ"]),
    ("Caucasus and Central Asia", &["RU", "UZ", "TJ", "KZ", "KG", "TM", "GE", "AM"]),
    ("Russia, Ukraine, Belarus", &["RU", "UA", "BY", "MD"]),
    ("Balkans", &["BA", "RS", "HR", "ME", "MK", "AL", "XK", "SI"]),
    ("South East Asia", &["ID", "MY", "PH", "SG", "BN"]),
    ("West Africa", &["ML", "NE", "NG", "SN", "BF", "CI", "GN", "GW", "LR", "SL", "TD", "CM"]),
    ("Central Africa", &["CD", "RW", "BI", "UG", "CF", "CG", "ZW", "ZA"]),
    ("Korea", &["KP", "KR"]),
    ("China", &["CN", "TW", "HK"]),
    ("Latin America", &["CO", "MX", "VE", "CU", "NI", "GT", "HN", "PA", "PE", "EC", "SV", "DO"]),
];

/// The regions of an entry.
pub(super) fn of(entry: &Entry) -> impl Iterator<Item = &'static str> {
    let nationalities = entry.nationalities.iter().filter_map(|country| country.code.as_deref());
    let born = entry.birthplaces.iter().filter_map(|place| place.country.as_ref()?.code.as_deref());
    let mut codes: Vec<&str> = nationalities.collect();
    if codes.is_empty() {
        codes.extend(born);
    }
    let is_of = move |countries: &[&str]| codes.iter().any(|code| countries.contains(code));
    REGIONS.iter().filter(move |(_, countries)| is_of(countries)).map(|(region, _)| *region)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn regions_are_told_apart_by_name_and_hold_codes() {
        let names: BTreeSet<&str> = REGIONS.iter().map(|(name, _)| *name).collect();
        assert_eq!(names.len(), REGIONS.len());
        let codes = REGIONS.iter().flat_map(|(_, codes)| codes.iter());
        assert!(codes.clone().all(|code| code.len() == 2 && code.chars().all(char::is_uppercase)));
    }
}
