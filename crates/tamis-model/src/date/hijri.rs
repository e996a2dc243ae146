//! The two Hijri calendars as days of ours: the lunar one, whose months begin when the moon is seen, and the
//! solar one of Iran and Afghanistan. Each date is told with a day before and after it.

use super::{CivilDate, PartialDate};

/// Years that are read as Hijri where the calendar is not told: who is born in them in either calendar was
/// born from 1785 on, and nobody who is screened or listed was born in them in ours. The lunar year 1450 begins in May
/// 2028: later ones are a digit mistaken (1486 for 1986).
const YEARS: std::ops::Range<i32> = 1_200..1_450;

/// The last year that is converted.
const LAST_YEAR: i32 = 1_500;

/// A day of the arithmetical Islamic calendar, give or take a day.
#[must_use]
pub fn lunar_day(year: i32, month: i32, day: i32) -> Option<PartialDate> {
    let valid = is_month(year, month) && (1..=30).contains(&day);
    let ordinal = valid.then(|| lunar_ordinal(year, month, day))?;
    around(ordinal, ordinal)
}

/// A month of the Islamic calendar, give or take a day.
#[must_use]
pub fn lunar_month(year: i32, month: i32) -> Option<PartialDate> {
    let first = is_month(year, month).then(|| lunar_ordinal(year, month, 1))?;
    around(first, first + 29)
}

/// A year of the Islamic calendar, give or take a day.
#[must_use]
pub fn lunar_year(year: i32) -> Option<PartialDate> {
    let first = is_month(year, 1).then(|| lunar_ordinal(year, 1, 1))?;
    around(first, lunar_ordinal(year + 1, 1, 1) - 1)
}

/// A day of the solar Hijri calendar, give or take a day: Iran and Afghanistan have not always had the same leap
/// years.
#[must_use]
pub fn solar_day(year: i32, month: i32, day: i32) -> Option<PartialDate> {
    let valid = is_month(year, month) && (1..=solar_days(month)).contains(&day);
    let ordinal = valid.then(|| solar_ordinal(year, month, day))?;
    around(ordinal, ordinal)
}

/// A month of the solar Hijri calendar, give or take a day.
#[must_use]
pub fn solar_month(year: i32, month: i32) -> Option<PartialDate> {
    let first = is_month(year, month).then(|| solar_ordinal(year, month, 1))?;
    around(first, first + solar_days(month) - 1)
}

/// A year of the solar Hijri calendar, give or take a day.
#[must_use]
pub fn solar_year(year: i32) -> Option<PartialDate> {
    let first = is_month(year, 1).then(|| solar_ordinal(year, 1, 1))?;
    around(first, solar_ordinal(year + 1, 1, 1) - 1)
}

fn is_month(year: i32, month: i32) -> bool {
    (1..=LAST_YEAR).contains(&year) && (1..=12).contains(&month)
}

/// From the day before the first to the day after the last.
fn around(first: i32, last: i32) -> Option<PartialDate> {
    let day = |ordinal| CivilDate::from_ordinal(ordinal).map(PartialDate::day);
    PartialDate::range(day(first - 1)?, day(last + 1)?).ok()
}

/// Days since 0001-01-01. The arithmetical calendar: months of 30 and 29 days in turn, eleven leap
/// days in thirty years, 1 Muharram 1 on 19 July 622 (Gregorian), the civil epoch.
const fn lunar_ordinal(year: i32, month: i32, day: i32) -> i32 {
    const EPOCH: i32 = 227_014;
    let months = (59 * (month - 1) + 1) / 2;
    EPOCH + (year - 1) * 354 + (3 + 11 * year) / 30 + months + day - 1
}

/// Six months of 31 days, five of 30, the last of 29 or 30.
const fn solar_days(month: i32) -> i32 {
    if month <= 6 { 31 } else { 30 }
}

/// Days since 0001-01-01. Eight leap days in 33 years, which is the true calendar from 1178 to 1633 (Borkowski,
/// *The Persian calendar for 3000 years*, 1996); 1 Farvardin 1400 was 21 March 2021.
fn solar_ordinal(year: i32, month: i32, day: i32) -> i32 {
    const FIRST_OF_1400: i32 = 737_869;
    const LEAPS: [i32; 8] = [1, 5, 9, 13, 17, 22, 26, 30];
    let leaps = |years: i32| {
        let begun = LEAPS.iter().filter(|leap| **leap <= years % 33).count();
        years / 33 * 8 + i32::try_from(begun).unwrap_or(0)
    };
    let months = if month <= 7 { (month - 1) * 31 } else { 186 + (month - 7) * 30 };
    let years = (year - 1_400) * 365 + leaps(year - 1) - leaps(1_399);
    FIRST_OF_1400 + years + months + day - 1
}

/// What a date of numbers alone may be whose year is Hijri by its number: `1349`, `1349-02`, `1349-02-31`,
/// `13/02/1349`. In each order of day and month both calendars, lunar first; none for other texts.
pub(super) fn readings(text: &str) -> Vec<PartialDate> {
    let mut numbers = Vec::new();
    for field in text.split([' ', ',', '/', '-', '.']).filter(|field| !field.is_empty()) {
        let is_number = field.len() <= 4 && field.bytes().all(|byte| byte.is_ascii_digit());
        match field.parse::<i32>() {
            Ok(number) if is_number => numbers.push(number),
            _ => return Vec::new(),
        }
    }
    let is_year = |year: &i32| YEARS.contains(year);
    let day = |y: i32, m: i32, d: i32| [lunar_day(y, m, d), solar_day(y, m, d)];
    let month = |y: i32, m: i32| [lunar_month(y, m), solar_month(y, m)].to_vec();
    let year = |y: i32| [lunar_year(y), solar_year(y)].to_vec();
    let found = match *numbers.as_slice() {
        [y] | [y, 0] | [y, 0, 0] | [0, 0, y] if is_year(&y) => year(y),
        [y, m] | [m, y] | [y, m, 0] | [0, m, y] if is_year(&y) => month(y, m),
        [y, m, d] if is_year(&y) => day(y, m, d).to_vec(),
        // a full stop always means day first
        [d, m, y] if is_year(&y) && (text.contains('.') || d == m) => day(y, m, d).to_vec(),
        [d, m, y] if is_year(&y) => [day(y, m, d), day(y, d, m)].concat(),
        _ => Vec::new(),
    };
    found.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(date: Option<PartialDate>, expected: &str) {
        assert_eq!(date.map(|date| date.to_string()).as_deref(), Some(expected));
    }

    #[test]
    fn days_of_both_calendars() {
        // Nowruz of years that newspapers dated: 1349, 1358, 1375, 1399, 1400
        for (year, day) in [
            (1349, "[1970-03-20..1970-03-22]"),
            (1358, "[1979-03-20..1979-03-22]"),
            (1375, "[1996-03-19..1996-03-21]"),
            (1399, "[2020-03-19..2020-03-21]"),
            (1400, "[2021-03-20..2021-03-22]"),
        ] {
            check(solar_day(year, 1, 1), day);
        }
        check(solar_day(1357, 11, 22), "[1979-02-10..1979-02-12]");
        check(solar_year(1349), "[1970-03-20..1971-03-21]");
        check(solar_month(1349, 2), "[1970-04-20..1970-05-22]");
        check(lunar_day(1402, 6, 24), "[1982-04-18..1982-04-20]");
        assert_eq!(solar_day(1349, 7, 31), None);
        assert_eq!(lunar_day(1349, 2, 31), None);
        assert_eq!(lunar_day(1600, 1, 1), None);
    }

    #[test]
    fn every_solar_day_follows_the_one_before() {
        let mut before = solar_ordinal(1199, 12, 29);
        for year in 1200..1500 {
            for month in 1..=12 {
                let first = solar_ordinal(year, month, 1);
                let length = first - before;
                assert!((1..=2).contains(&length) && (length == 1 || month == 1), "{year}-{month}");
                before = first + if month == 12 { 28 } else { solar_days(month) - 1 };
            }
        }
    }
}
