//! Reading dates in the shapes that lists, papers and people use. Digits may be of any script, names of
//! months of the languages of [`months`].

mod months;

use super::{CivilDate, DateError, PartialDate, hijri};

/// Years of two digits (machine readable zones) below this one may be of this century: nobody bears a
/// later birth date before the year 2030, when this has to be raised.
const FIRST_YEAR_OF_LAST_CENTURY_ALONE: u8 = 30;

/// Words inside a date that say nothing: 17 de mayo de 1960.
const BETWEEN: [&str; 3] = ["de", "del", "of"];

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

/// What a text may mean whose year is of a Hijri calendar, not told which; none for all others.
pub(super) fn hijri_readings(text: &str) -> Vec<PartialDate> {
    let plain = ascii_digits(text.trim()).to_lowercase();
    let (plain, suffix_about) = match plain.strip_suffix(['~', '?']) {
        Some(rest) => (rest.trim(), true),
        None => (plain.as_str(), false),
    };
    let (rest, prefix_about) = strip_about(plain);
    let dates = hijri::readings(rest).into_iter();
    dates.map(|date| if suffix_about || prefix_about { date.about() } else { date }).collect()
}

/// All that a text may mean.
pub(super) fn readings(text: &str) -> Result<Vec<PartialDate>, DateError> {
    let plain = months::one_word(ascii_digits(text.trim()).to_lowercase());
    let wrong = || DateError::Shape(text.trim().to_owned());
    let (plain, suffix_about) = match plain.strip_suffix(['~', '?']) {
        Some(rest) => (rest.trim().to_owned(), true),
        None => (plain, false),
    };
    let (rest, prefix_about) = strip_about(&plain);
    let about = suffix_about || prefix_about;
    if let Some(dates) = machine_readable(rest) {
        return dates;
    }
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
        text.split([' ', ',', '/', '-', '.']).filter(|field| tells(field)).collect();
    let one = |date: Result<PartialDate, DateError>| Some(date.map(|date| vec![date]));
    match *fields.as_slice() {
        [year] => match compact_day(year) {
            Some(day) => one(day),
            None => one(PartialDate::year(year4(year)?)),
        },
        // 1937-04, 04/1937, Apr 1937
        [first, second] => {
            if let (Some(year), Some(month)) = (year4(first), number(second)) {
                let month = u8::try_from(month).ok()?;
                return one(year_and_month(year, month));
            }
            let year = year4(second)?;
            let month = months::number(first).or_else(|| short(first))?;
            one(year_and_month(year, month))
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
        // 1951-06-00, 1951-00-00: clerks write zeros for what they do not know
        return match (short(second)?, short(third)?) {
            (0, day) if day != 0 => None,
            (month, 0) => one(year_and_month(year, month)),
            (month, of_month) => one(day(year, month, of_month)),
        };
    }
    let year = year4(third)?;
    if let Some(month) = months::number(second) {
        return one(day(year, month, of_month(first)?));
    }
    if let Some(month) = months::number(first) {
        return one(day(year, month, of_month(second)?));
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
    let (month, day) = (short(text.get(4..6)?)?, short(text.get(6..)?)?);
    match day {
        0 => Some(year_and_month(year, month)),
        day => Some(CivilDate::new(year, month, day).map(PartialDate::day)),
    }
}

fn year4(text: &str) -> Option<i16> {
    let text = text.strip_suffix('s').unwrap_or(text);
    if text.len() == 4 { number(text).and_then(|year| i16::try_from(year).ok()) } else { None }
}

fn short(text: &str) -> Option<u8> {
    if text.len() <= 2 { number(text).and_then(|n| u8::try_from(n).ok()) } else { None }
}

/// A field that is no filling word.
fn tells(field: &str) -> bool {
    !field.is_empty() && !BETWEEN.contains(&field)
}

/// A day with the ending that languages write behind it: 1st, 22nd, 1er.
fn of_month(text: &str) -> Option<u8> {
    short(text.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h', 'e']))
}

/// A month, or the year alone where the month is zero.
fn year_and_month(year: i16, month: u8) -> Result<PartialDate, DateError> {
    if month == 0 { PartialDate::year(year) } else { PartialDate::month(year, month) }
}

/// `840517` of a machine readable zone, `8405<<` and `84<<<<` where a part is unknown: of the last
/// century, and of this one where that can be a birth date.
fn machine_readable(text: &str) -> Option<Result<Vec<PartialDate>, DateError>> {
    let fits = text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit() || b == b'<');
    let field = |from: usize| {
        let field = text.get(from..from + 2)?;
        if field == "<<" { Some(0) } else { short(field) }
    };
    let (year, month, day) = (field(0)?, field(2)?, field(4)?);
    if !fits || text.starts_with('<') || month == 0 && day != 0 {
        return None;
    }
    let of = |century: i16| {
        let year = century + i16::from(year);
        match day {
            0 => year_and_month(year, month),
            day => CivilDate::new(year, month, day).map(PartialDate::day),
        }
    };
    let of_this = (year < FIRST_YEAR_OF_LAST_CENTURY_ALONE).then(|| of(2000));
    let all = [Some(of(1900)), of_this].into_iter().flatten();
    // 29 February is a day in one of two centuries
    let good: Vec<PartialDate> = all.clone().filter_map(Result::ok).collect();
    Some(if good.is_empty() { all.collect() } else { Ok(good) })
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
            ("1951-06-00", "1951-06"),
            ("1951-00-00", "1951"),
            ("1951-00", "1951"),
            ("1951/06/00", "1951-06"),
            ("19510600", "1951-06"),
            ("1951-00-07", "error"),
            ("12 août 1960", "1960-08-12"),
            ("1er févr. 1960", "1960-02-01"),
            ("juillet 1960", "1960-07"),
            ("12. März 1960", "1960-03-12"),
            ("3 Dezember 1960", "1960-12-03"),
            ("5 Ağustos 1960", "1960-08-05"),
            ("5 NİSAN 1960", "1960-04-05"),
            ("Aralık 1960", "1960-12"),
            ("١٧ أبريل ١٩٦٠", "1960-04-17"),
            ("17 كانون الثاني 1960", "1960-01-17"),
            ("تشرين الأول 1960", "1960-10"),
            ("3 جويلية 1960", "1960-07-03"),
            ("17 мая 1960", "1960-05-17"),
            ("Сентябрь 1960", "1960-09"),
            ("17 Agustus 1960", "1960-08-17"),
            ("17 Mei 1960", "1960-05-17"),
            ("17 de mayo de 1960", "1960-05-17"),
            ("840517", "1984-05-17"),
            ("090517", "1909-05-17 or 2009-05-17"),
            ("000229", "2000-02-29"),
            ("8405<<", "1984-05"),
            ("84<<<<", "1984"),
            ("841399", "error"),
            ("<<<<<<", "error"),
            ("31/02/1980", "error"),
            ("1349-02-13", "[1930-07-09..1930-07-11] or [1970-05-02..1970-05-04]"),
            ("۱۳۴۹/۰۲/۳۱", "[1970-05-20..1970-05-22]"),
            ("13.02.1349", "[1930-07-09..1930-07-11] or [1970-05-02..1970-05-04]"),
            ("1402", "[1981-10-29..1982-10-19] or [2023-03-20..2024-03-20]"),
            ("about 1349", "[1930-05-28..1931-05-19]~ or [1970-03-20..1971-03-21]~"),
            ("1349-13-01", "error"),
            ("1500", "1500"),
            ("1066-10-14", "1066-10-14"),
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
