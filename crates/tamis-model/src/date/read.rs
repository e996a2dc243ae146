//! Reading dates in the shapes that lists and people use. Knows English month names only, as the
//! lists that are read by text (OFAC, UK, UN notes) print them; digits may be of any script.

use super::{CivilDate, DateError, PartialDate};

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Words before a date that mean "about".
const ABOUT: [&str; 11] = [
    "approximately",
    "approx.",
    "approx",
    "circa",
    "about",
    "around",
    "early",
    "late",
    "mid",
    "ca.",
    "c.",
];

/// A number of decimal digits only.
pub(super) fn number(text: &str) -> Option<u32> {
    let fine = !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
    if fine { text.parse().ok() } else { None }
}

/// All that a text may mean.
pub(super) fn readings(text: &str) -> Result<Vec<PartialDate>, DateError> {
    let plain = ascii_digits(text.trim()).to_lowercase();
    let wrong = || DateError::Shape(text.trim().to_owned());
    let (plain, suffix_about) = match plain.strip_suffix(['~', '?']) {
        Some(rest) => (rest.trim().to_owned(), true),
        None => (plain, false),
    };
    let (rest, prefix_about) = strip_about(&plain);
    let about = suffix_about || prefix_about;
    let dates = match split_range(rest) {
        Some((from, to)) => vec![range(from, to).map_err(|error| or_shape(error, text))?],
        None => single(rest).ok_or_else(wrong)?.map_err(|error| or_shape(error, text))?,
    };
    Ok(dates.into_iter().map(|date| if about { date.about() } else { date }).collect())
}

fn or_shape(error: DateError, text: &str) -> DateError {
    match error {
        DateError::Shape(_) => DateError::Shape(text.trim().to_owned()),
        other => other,
    }
}

/// Arabic-Indic, Persian, Devanagari, Bengali, Thai and full-width digits as ASCII ones.
fn ascii_digits(text: &str) -> String {
    const ZEROS: [u32; 6] = [0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0xFF10];
    text.chars()
        .map(|c| {
            let code = u32::from(c);
            ZEROS
                .iter()
                .find(|&&zero| (zero..zero + 10).contains(&code))
                .and_then(|zero| char::from_digit(code - zero, 10))
                .unwrap_or(c)
        })
        .collect()
}

fn strip_about(text: &str) -> (&str, bool) {
    for word in ABOUT {
        if let Some(rest) = text.strip_prefix(word) {
            let parted = word.ends_with('.') || rest.starts_with([' ', ':', '-']);
            if parted {
                return (rest.trim_start_matches([' ', ':', '-']), true);
            }
        }
    }
    (text, false)
}

fn split_range(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_matches(['[', ']']).trim();
    if let Some(rest) = text.strip_prefix("between ") {
        return rest.split_once(" and ");
    }
    let text = text.strip_prefix("from ").unwrap_or(text);
    for separator in ["..", " to ", " - ", "–", "/"] {
        if let Some((from, to)) = text.split_once(separator) {
            let (from, to) = (from.trim(), to.trim());
            // `/` parts only EDTF intervals: 1964/1966, 1964-05/1965-02; not 17/08/1957 or 08/1957
            let edtf = separator != "/"
                || (from.len() >= 4 && to.len() >= 4 && number(from.get(..4)?).is_some());
            if edtf && to.contains('/') == from.contains('/') {
                return Some((from, to));
            }
        }
    }
    // 1960-1962: two years; 1960-12 is a month
    let (from, to) = text.split_once('-')?;
    (from.len() == 4 && to.len() == 4 && number(from).is_some() && number(to).is_some())
        .then_some((from, to))
}

/// The ends of a range; the first may leave out what the second says ("Aug. and Sep. 1977").
fn range(from: &str, to: &str) -> Result<PartialDate, DateError> {
    let shape = || DateError::Shape(format!("{from} to {to}"));
    let one = |text: &str| -> Option<PartialDate> {
        let (text, about) = strip_about(text);
        let date = single(text)?.ok()?.first().copied()?;
        Some(if about { date.about() } else { date })
    };
    let end = one(to).ok_or_else(shape)?;
    let start =
        one(from).or_else(|| one(&format!("{from} {}", end.latest().year()))).ok_or_else(shape)?;
    PartialDate::range(start, end)
}

/// One date: none if the shape is unknown.
fn single(text: &str) -> Option<Result<Vec<PartialDate>, DateError>> {
    let text = text.trim().trim_end_matches(['.', ',']);
    let fields: Vec<&str> =
        text.split([' ', ',', '/', '-', '.']).filter(|field| !field.is_empty()).collect();
    let one = |date: Result<PartialDate, DateError>| Some(date.map(|date| vec![date]));
    match *fields.as_slice() {
        [year] => match compact_day(year) {
            Some(day) => one(day),
            None => one(PartialDate::year(year4(year)?)),
        },
        // 1937-04, 04/1937, Apr 1937
        [first, second] => {
            if let (Some(year), Some(month)) = (year4(first), number(second)) {
                return one(PartialDate::month(year, u8::try_from(month).ok()?));
            }
            let year = year4(second)?;
            let month = month_name(first).or_else(|| short(first))?;
            one(if month == 0 { PartialDate::year(year) } else { PartialDate::month(year, month) })
        }
        [first, second, third] => three(text, first, second, third),
        // 1962-11-09 with a time or zone behind it
        _ => CivilDate::parse_iso(&text.to_uppercase())
            .ok()
            .map(|day| Ok(vec![PartialDate::day(day)])),
    }
}

fn three(
    text: &str,
    first: &str,
    second: &str,
    third: &str,
) -> Option<Result<Vec<PartialDate>, DateError>> {
    let day = |y: i16, m: u8, d: u8| CivilDate::new(y, m, d).map(PartialDate::day);
    let one = |date: Result<PartialDate, DateError>| Some(date.map(|date| vec![date]));
    if let Some(year) = year4(first) {
        let third = third.split(['t', 'z', '+']).next()?;
        return one(day(year, short(second)?, short(third)?));
    }
    let year = year4(third)?;
    if let Some(month) = month_name(second) {
        return one(day(
            year,
            month,
            short(first.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']))?,
        ));
    }
    if let Some(month) = month_name(first) {
        return one(day(
            year,
            month,
            short(second.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']))?,
        ));
    }
    let unknown = |field: &str| matches!(field, "00" | "0" | "dd" | "mm" | "xx");
    let (first_value, second_value) = (short(first), short(second));
    match (unknown(first), unknown(second)) {
        (true, true) => return one(PartialDate::year(year)),
        (true, false) => return one(PartialDate::month(year, second_value?)),
        (false, true) => return None,
        (false, false) => {}
    }
    let (first, second) = (first_value?, second_value?);
    let day_first = day(year, second, first);
    // dots always mean day first; slashes and hyphens may mean either
    if text.contains('.') || first == second {
        return one(day_first);
    }
    match (day_first, day(year, first, second)) {
        (Ok(one_way), Ok(other_way)) => Some(Ok(vec![one_way, other_way])),
        (Ok(date), Err(_)) | (Err(_), Ok(date)) => Some(Ok(vec![date])),
        (Err(error), Err(_)) => Some(Err(error)),
    }
}

/// `19370428`
fn compact_day(text: &str) -> Option<Result<PartialDate, DateError>> {
    if text.len() != 8 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let year = i16::try_from(number(text.get(..4)?)?).ok()?;
    Some(
        CivilDate::new(year, short(text.get(4..6)?)?, short(text.get(6..)?)?).map(PartialDate::day),
    )
}

fn year4(text: &str) -> Option<i16> {
    let text = text.strip_suffix('s').unwrap_or(text);
    if text.len() == 4 { number(text).and_then(|year| i16::try_from(year).ok()) } else { None }
}

fn short(text: &str) -> Option<u8> {
    if text.len() <= 2 { number(text).and_then(|n| u8::try_from(n).ok()) } else { None }
}

fn month_name(text: &str) -> Option<u8> {
    let head = text.get(..3)?;
    if text.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let index = MONTHS.iter().position(|month| *month == head)?;
    u8::try_from(index + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::super::DateStatement;

    fn check(text: &str, expected: &str) {
        let read = match DateStatement::read(text) {
            Ok(statement) => {
                statement.readings.iter().map(ToString::to_string).collect::<Vec<_>>().join(" or ")
            }
            Err(_) => "error".to_owned(),
        };
        assert_eq!(read, expected, "{text}");
    }

    #[test]
    fn shapes_of_lists_and_people() {
        for (text, expected) in [
            ("1937-04-28", "1937-04-28"),
            ("1969-7-16", "1969-07-16"),
            ("1962-11-09-05:00", "1962-11-09"),
            ("2021-03-12T19:03:54.942-05:00", "2021-03-12"),
            ("28 Apr 1937", "1937-04-28"),
            ("Apr 28, 1937", "1937-04-28"),
            ("Apr 1937", "1937-04"),
            ("Nov. 1973", "1973-11"),
            ("1937-04", "1937-04"),
            ("1937", "1937"),
            ("1937~", "1937~"),
            ("circa 1961", "1961~"),
            ("c. 1961", "1961~"),
            ("Approximately 1961", "1961~"),
            ("circa 1957 to 1962", "[1957..1962]~"),
            ("1960 to 1962", "[1960..1962]"),
            ("1960-1962", "[1960..1962]"),
            ("[1983..1985]", "[1983..1985]"),
            ("1983/1985", "[1983..1985]"),
            ("01 Jan 1960 to 31 Dec 1961", "[1960..1961]"),
            ("Between Aug. and Sep. 1977", "[1977-08-01..1977-09-30]"),
            ("between 1958 and 1963", "[1958..1963]"),
            ("17/08/1957", "1957-08-17"),
            ("08/17/1957", "1957-08-17"),
            ("00/00/1955", "1955"),
            ("00/08/1955", "1955-08"),
            ("dd/mm/1945", "1945"),
            ("08/1957", "1957-08"),
            ("03/04/1980", "1980-04-03 or 1980-03-04"),
            ("03.04.1980", "1980-04-03"),
            ("04/04/1980", "1980-04-04"),
            ("١٩٨٠/٠٤/١٧", "1980-04-17"),
            ("19370428", "1937-04-28"),
            ("31/02/1980", "error"),
            ("1962 to 1960", "error"),
            ("30-35 years old", "error"),
            ("", "error"),
            ("unknown", "error"),
            ("00/00/0000", "error"),
        ] {
            check(text, expected);
        }
    }

    #[test]
    fn several_dates_in_one_text() {
        let dates: Vec<_> = DateStatement::read_several("1965|1966; x").collect();
        assert_eq!(dates.len(), 3);
        assert!(dates[2].is_err());
    }
}
