//! Cells that hold several values: `a) … b) …`, `…; …`, `…; alt DOB: …`, one a line.

use tamis_model::{Country, DateStatement, Place};

use crate::country::country;
use crate::name_text::parentheses;
use crate::uk::births::birth;
use crate::xml::collapse;

/// Words that stand for no value.
const NOTHING: [&str; 5] = ["na", "n/a", "nil", "unknown", "-"];

/// The values of a cell, white space collapsed, without those that say nothing.
pub(crate) fn values(cell: &str) -> Vec<String> {
    let mut values = Vec::new();
    for line in cell.split([';', '\n']) {
        for value in lettered(line) {
            let value = collapse(value.trim().trim_start_matches("alt DOB:"));
            let value = value.trim_end_matches([',', ';']).trim();
            if says_something(value) {
                values.push(value.to_owned());
            }
        }
    }
    values
}

/// Whether a text says more than "NA" or "-".
pub(crate) fn says_something(value: &str) -> bool {
    value.chars().any(char::is_alphanumeric) && !NOTHING.contains(&value.to_lowercase().as_str())
}

/// The pieces between the marks `a)`, `b)` … that begin a piece or stand behind a space.
fn lettered(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let bytes = text.as_bytes();
    for (at, _) in text.match_indices(')') {
        let Some(mark) = at.checked_sub(1) else { continue };
        let letter = bytes.get(mark).is_some_and(|byte| (b'a'..=b'p').contains(byte));
        let before = text.get(..mark).unwrap_or_default();
        let begins =
            before.trim().is_empty() || before.ends_with(|c: char| c.is_whitespace() || c == ',');
        if letter && begins && mark >= start {
            pieces.extend(text.get(start..mark));
            start = at + 1;
        }
    }
    pieces.extend(text.get(start..));
    pieces
}

/// The birth dates of a cell; an unreadable one keeps its text.
pub(crate) fn births(cell: &str) -> Vec<DateStatement> {
    values(cell).iter().flat_map(|value| dates(value)).collect()
}

/// One value: a date, or several between "or", a comma or "and".
fn dates(value: &str) -> Vec<DateStatement> {
    if let Some(date) = date(value) {
        return vec![date];
    }
    for separator in [" or ", ", ", ",", " "] {
        let parts: Vec<&str> = value.split(separator).map(str::trim).collect();
        let found: Option<Vec<DateStatement>> =
            parts.iter().map(|part| date(part.trim_end_matches(','))).collect();
        if let Some(found) = found.filter(|found| found.len() > 1) {
            return found;
        }
    }
    // "15 May 1968 (as Yasir) 1970 (as Ali)": each date with the remark behind it
    let pieces: Vec<&str> = value.split_inclusive(')').map(str::trim).collect();
    let found: Option<Vec<DateStatement>> = pieces.iter().map(|piece| date(piece)).collect();
    found.filter(|found| found.len() > 1).unwrap_or_else(|| vec![DateStatement::unreadable(value)])
}

/// One date. What stands in parentheses is a remark, unless it is all that there is.
fn date(value: &str) -> Option<DateStatement> {
    let (outside, inside) = parentheses(value);
    let (text, remarks) = match (outside.is_empty(), inside.split_first()) {
        (true, Some((first, rest))) => (first.clone(), rest.to_vec()),
        _ => (outside, inside),
    };
    let text = text.trim_end_matches(['.', ',']).trim();
    let plain = plain(text);
    let mut statement = birth(&plain);
    if statement.readings.is_empty() {
        return None;
    }
    value.clone_into(&mut statement.as_written);
    statement.note = Some(remarks.join("; ")).filter(|note| !note.is_empty());
    Some(statement)
}

/// The shapes of the list in words that are read: "1955- 1958", "Between 1963 to 1968", "12. Sep 1974",
/// "August, 1961".
fn plain(text: &str) -> String {
    let mut text = text.replace("- ", "-").replace(" -", "-").replace("/ ", "/");
    let stop = text.split_once(". ").filter(|(day, _)| day.bytes().all(|b| b.is_ascii_digit()));
    if let Some((day, rest)) = stop {
        text = format!("{day} {rest}");
    }
    if text.to_lowercase().starts_with("between") {
        text = text.replace(" to ", " and ");
    }
    // "August, 1961"
    let month_and_year = text
        .split_once(", ")
        .filter(|(month, year)| year.len() == 4 && month.chars().all(char::is_alphabetic));
    month_and_year.map_or(text.clone(), |(month, year)| format!("{month} {year}"))
}

/// A place: what stands behind the last comma is its country, if it is one.
pub(crate) fn place(value: &str) -> Place {
    let whole = country(value.trim_end_matches('.'));
    if whole.code.is_some() {
        return Place { country: Some(whole), ..Place::default() };
    }
    let (bare, remarks) = parentheses(value);
    let text = if bare.is_empty() { value } else { &bare };
    let note = Some(remarks.join("; ")).filter(|note| !note.is_empty() && !bare.is_empty());
    let parted = text
        .rsplit_once(',')
        .map(|(rest, last)| (rest.trim(), country(last.trim().trim_end_matches('.'))));
    match parted {
        Some((rest, country)) if country.code.is_some() => {
            Place { locality: Some(rest.to_owned()), country: Some(country), note, region: None }
        }
        _ => {
            let alone = country(text.trim_end_matches('.'));
            if alone.code.is_some() {
                return Place { country: Some(alone), note, ..Place::default() };
            }
            Place { locality: Some(text.to_owned()), note, ..Place::default() }
        }
    }
}

/// Citizenships of one value: "Malian / Mauritanian", "Moldovan, Russian and Ukrainian" are several where each
/// is known.
pub(crate) fn countries(value: &str) -> Vec<Country> {
    let whole = country(value);
    if whole.code.is_none() {
        let parts: Vec<Country> = value
            .split(['/', ','])
            .flat_map(|part| part.split(" and "))
            .map(|part| country(part.trim()))
            .collect();
        if parts.len() > 1 && parts.iter().all(|part| part.code.is_some()) {
            return parts;
        }
        // "USSR (until 1991)"
        let before = value.split_once(" (").map(|(before, _)| country(before));
        if let Some(code) = before.and_then(|before| before.code) {
            return vec![Country { code: Some(code), ..whole }];
        }
    }
    vec![whole]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(cell: &str) -> String {
        let one = |birth: &DateStatement| {
            let readings: Vec<String> = birth.readings.iter().map(ToString::to_string).collect();
            if readings.is_empty() { format!("?{}", birth.as_written) } else { readings.join("|") }
        };
        births(cell).iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_shapes_of_dates_are_read() {
        for (cell, expected) in [
            ("1984-05-17", "1984-05-17"),
            ("1955", "1955"),
            ("03/04/1980", "1980-04-03"),
            (
                "a) Approximately 1955- 1958 b) Approximately 1945-1950",
                "[1955..1958]~ [1945..1950]~",
            ),
            ("a)04/05/1948;\nb)4/05/1946", "1948-05-04 1946-05-04"),
            ("07/05/1962; alt DOB: 28/09/1962", "1962-05-07 1962-09-28"),
            ("c. 1946 or 1949", "1946~ 1949"),
            ("Between 1963 to 1968", "[1963..1968]"),
            ("21 March 1962 to 20 April 1962", "[1962-03-21..1962-04-20]"),
            ("11/10/1953  10/11/1953", "1953-10-11 1953-11-10"),
            ("01/10/1983,15/10/1983, 01/01/1980", "1983-10-01 1983-10-15 1980-01-01"),
            ("15 May 1968 (as Oru) 1970 (as Gura)", "1968-05-15 1970"),
            ("a) 1959 b) (Aug. 1961) c) 18 Sep. 1964", "1959 1961-08 1964-09-18"),
            ("12. Sep 1974", "1974-09-12"),
            ("August, 1961", "1961-08"),
            ("1965.\u{a0}", "1965"),
            ("na", ""),
            ("Approximately (30-35 years old)", "?Approximately (30-35 years old)"),
        ] {
            assert_eq!(told(cell), expected, "{cell}");
        }
    }

    #[test]
    fn places_and_citizenships_are_read() {
        for (value, locality, code) in [
            ("Tripoli, Libya", Some("Tripoli"), Some("LY")),
            ("Russia", None, Some("RU")),
            ("Durango (Vizcaya), Spain", Some("Durango"), Some("ES")),
            ("Utown Village, Utown District", Some("Utown Village, Utown District"), None),
        ] {
            let place = place(value);
            let found = place.country.and_then(|country| country.code);
            assert_eq!((place.locality.as_deref(), found.as_deref()), (locality, code), "{value}");
        }
        for (value, expected) in [
            ("Malian / Mauritanian", "ML MR"),
            ("Moldovan, Russian and Ukrainian", "MD RU UA"),
            ("Possibly Ethiopian", "?"),
            ("USSR (until 1991)", "SU"),
        ] {
            let codes: Vec<String> = countries(value)
                .into_iter()
                .map(|country| country.code.unwrap_or_else(|| "?".to_owned()))
                .collect();
            assert_eq!(codes.join(" "), expected, "{value}");
        }
    }
}
