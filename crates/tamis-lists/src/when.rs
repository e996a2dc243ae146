//! Dates inside the running text of lists: "born on 3 Jul.1954", "DOB: a) 11 Apr. 1960 b) …", "expires
//! 27 Feb. 2011", and conversions of the Hijri calendar. Reads no place and no name.

use tamis_model::date::hijri::{lunar_day, lunar_year};
use tamis_model::{Calendar, CivilDate, DateStatement};

/// Words before a birth date in a remark. Source: the UN and EU lists, 2014 to 2026.
const BORN: [&str; 7] = ["born on", "born in", "born", "dpob", "dob", "date of birth", "né le"];

/// The most words that a date in a text has: "between 1 Jan. 1960 and 2 Feb. 1961".
const MOST_WORDS: usize = 8;

/// Birth dates that a remark tells: all that follow one of the words for birth.
#[must_use]
pub fn births_in(text: &str) -> Vec<DateStatement> {
    let Some(rest) =
        BORN.iter().filter_map(|word| after(text, word)).min_by_key(|rest| text.len() - rest.len())
    else {
        return Vec::new();
    };
    let mut births = Vec::new();
    let mut rest = rest;
    // a) 11 Apr. 1960 b) 11 Apr. 1963
    for _ in 0..8 {
        rest = skip_marks(rest);
        let Some((date, after)) = leading_date(rest) else { break };
        births.push(date);
        rest = after;
    }
    births
}

/// The day that follows a word in a text, if one does: `("expires", ", expires 27 Feb. 2011")`.
#[must_use]
pub fn day_after(text: &str, word: &str) -> Option<CivilDate> {
    let mut rest = skip_marks(after(text, word)?);
    // "expired on", "expiration date:", "expired 10 years ago"
    for _ in 0..3 {
        if let Some((date, _)) = leading_date(rest) {
            let reading = date.readings.first()?;
            return (reading.earliest() == reading.latest()).then(|| reading.earliest());
        }
        rest = rest.split_once(' ').map(|(_, rest)| skip_marks(rest))?;
    }
    None
}

/// A birth date whose note says that it is Hijri: `24/06/1402 (Hijri Calendar)`. The converted day is
/// told with a day before and after it, because the month began when the moon was seen.
#[must_use]
pub fn hijri(text: &str) -> Option<DateStatement> {
    if !text.to_lowercase().contains("hijri") {
        return None;
    }
    let mut statement = DateStatement::unreadable(text.trim());
    statement.calendar = Calendar::LunarHijri;
    let numbers: Vec<i32> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|number| number.parse().ok())
        .collect();
    let date = match *numbers.as_slice() {
        [day, month, year, ..] => lunar_day(year, month, day),
        [year] => lunar_year(year),
        _ => None,
    };
    statement.readings.extend(date);
    Some(statement)
}

/// What follows a word, whatever its letters' case; the word must begin a word.
fn after<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let lower = text.to_lowercase();
    // Lengths agree for the letters of these remarks; where they do not, there is nothing to find.
    if lower.len() != text.len() {
        return None;
    }
    let at = lower.match_indices(word).map(|(at, _)| at).find(|at| {
        let before = lower.get(..*at).and_then(|before| before.chars().next_back());
        before.is_none_or(|c| !c.is_alphanumeric())
    })?;
    text.get(at + word.len()..)
}

/// Without the marks that stand before a date: `:`, `-`, `a)`, `on`, `in`.
fn skip_marks(text: &str) -> &str {
    let mut text = text;
    loop {
        let trimmed =
            text.trim_start_matches([' ', ':', '-', '–', ',', ';', '(', '.', '\n']).trim_start();
        let trimmed = ["a)", "b)", "c)", "d)", "e)", "on ", "in ", "the ", "date "]
            .iter()
            .find_map(|mark| trimmed.strip_prefix(mark))
            .unwrap_or(trimmed);
        if trimmed == text {
            return text;
        }
        text = trimmed;
    }
}

/// The longest date at the start of a text, and what follows it.
fn leading_date(text: &str) -> Option<(DateStatement, &str)> {
    let mut ends = Vec::new();
    let mut inside = false;
    for (at, c) in text.char_indices() {
        if c.is_whitespace() || matches!(c, ',' | ';' | ')') {
            if inside && ends.last() != Some(&at) {
                ends.push(at);
            }
            inside = false;
        } else {
            inside = true;
        }
        if ends.len() >= MOST_WORDS {
            break;
        }
    }
    if inside && ends.len() < MOST_WORDS {
        ends.push(text.len());
    }
    ends.iter().rev().find_map(|end| {
        let (head, rest) = text.split_at_checked(*end)?;
        let spaced = spaced(head.trim_end_matches('.'));
        let mut date = DateStatement::read(&spaced).ok()?;
        head.trim().trim_end_matches('.').clone_into(&mut date.as_written);
        Some((date, rest))
    })
}

/// "3 Jul.1954" with the space that it lacks.
fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + 2);
    let mut before = ' ';
    for c in text.chars() {
        if before == '.' && c.is_ascii_digit() && spaced.chars().any(char::is_alphabetic) {
            spaced.push(' ');
        }
        spaced.push(c);
        before = c;
    }
    spaced
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(births: &[DateStatement]) -> String {
        let one = |birth: &DateStatement| {
            birth.readings.iter().map(ToString::to_string).collect::<Vec<_>>().join(" or ")
        };
        births.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn birth_dates_in_remarks() {
        for (text, expected) in [
            ("born 16 Dec. 1948, in Izo South Sudan", "1948-12-16"),
            ("born in 1976", "1976"),
            ("El-Sayed Ilawah born on 3 Jul.1954", "1954-07-03"),
            ("DOB: a) 11 Apr. 1960 b) 11 Apr. 1963. POB: Egypt.", "1960-04-11; 1963-04-11"),
            ("(DPOB - 1977) - Passport No. 284173, expires 21 August 2005", "1977"),
            ("Passport number: B0515260; DOB: 1948; POB: Anefif", "1948"),
            ("stubborn 1970", ""),
            ("in Baghdad, Iraq", ""),
        ] {
            assert_eq!(told(&births_in(text)), expected, "{text}");
        }
    }

    #[test]
    fn days_behind_a_word() {
        for (text, expected) in [
            (", expires 27 Feb. 2011, under name X", Some("2011-02-27")),
            ("and expired on 24 Jun. 2003", Some("2003-06-24")),
            ("Expiration date: 2026-12-11.", Some("2026-12-11")),
            ("Expiration date 18 Feb. 2013", Some("2013-02-18")),
            ("expiring 27 Oct. 2013", Some("2013-10-27")),
            ("expired 2013", None),
            ("officially cancelled as of 2013", None),
        ] {
            assert_eq!(
                day_after(text, "expir").map(|day| day.to_string()).as_deref(),
                expected,
                "{text}"
            );
        }
    }

    #[test]
    fn hijri_dates_are_converted_and_kept() {
        let birth = hijri("24/06/1402 (Hijri Calendar)").unwrap();
        assert_eq!(birth.as_written, "24/06/1402 (Hijri Calendar)");
        assert_eq!(birth.calendar, Calendar::LunarHijri);
        assert_eq!(told(&[birth]), "[1982-04-18..1982-04-20]");
        assert_eq!(
            told(&[hijri("08/10/1396 Hijri Calendar").unwrap()]),
            "[1976-10-01..1976-10-03]"
        );
        assert!(hijri("1402").is_none());
        assert!(hijri("Hijri, unknown").unwrap().readings.is_empty());
    }

    #[test]
    fn ordinals_and_days_agree() {
        for text in ["0622-07-19", "1582-10-15", "1900-12-31", "2000-02-29", "2026-11-22"] {
            let day = CivilDate::parse_iso(text).unwrap();
            assert_eq!(CivilDate::from_ordinal(day.ordinal()), Some(day));
        }
        assert_eq!(CivilDate::parse_iso("0622-07-19").unwrap().ordinal(), 227_014);
    }
}
