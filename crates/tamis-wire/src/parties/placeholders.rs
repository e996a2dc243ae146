//! Texts that stand where a value should and are none. They are no evidence; each use is reported.

use std::ops::RangeInclusive;

use tamis_model::{CivilDate, PartialDate, Precision};

/// Whole cells that mean "no value", compared without letter case.
/// Sources: the lists themselves (FNU, LNU, MNU, `na`), registration forms, exports of databases.
const WHOLE: &[&str] = &[
    "n/a",
    "n.a.",
    "n.a",
    "#n/a",
    "#null!",
    "#value!",
    "null",
    "(null)",
    "nil",
    "none",
    "(none)",
    "nan",
    "unknown",
    "(unknown)",
    "unk",
    "not known",
    "not available",
    "not applicable",
    "not provided",
    "not given",
    "no name",
    "noname",
    "no name given",
    "unnamed",
    "fnu",
    "lnu",
    "mnu",
    "fnu lnu",
    "fnu mnu",
    "nfn",
    "nln",
    "nmn",
    "tbd",
    "tbc",
    "inconnu",
    "inconnue",
    "non communiqué",
    "non renseigné",
    "sans nom",
    "unbekannt",
    "keine angabe",
    "k.a.",
    "desconocido",
    "desconocida",
    "sin nombre",
    "bilinmiyor",
    "yok",
    "неизвестно",
    "нет данных",
    "غير معروف",
    "غير معروفة",
    "مجهول",
    "لا يوجد",
    "غير متوفر",
    "نامعلوم",
];

/// Words inside a name that mean that a part of it is not known. `UNKNOWN` and `NA` are not among
/// them: the one is a word of names of groups, the other a name.
const PARTS: &[&str] = &["fnu", "lnu", "mnu", "nfn", "nln", "nmn"];

/// The same letter so often stands for a value: forms are filled with them to their ends.
const FILLED: RangeInclusive<usize> = 4..=100;

/// Bytes beyond which no text stands for a value: it is left to the limits of names.
const LONGEST_READ: usize = 400;

/// The same of letters that fill forms and digits.
const SHORTEST_FILLED: usize = 3;

/// Whether a whole cell means "no value": a text of the table, one without letter and digit, or the
/// same letter four times or more; of the letters that fill forms, and of 0, three. Longer ones are refused by limits.
#[must_use]
pub(super) fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    if text.len() > LONGEST_READ {
        return false;
    }
    let lower = text.to_lowercase();
    if WHOLE.contains(&lower.as_str()) || !text.chars().any(char::is_alphanumeric) {
        return true;
    }
    let mut letters = lower.chars();
    let first = letters.next();
    let least = match first {
        Some('x' | 'z' | '0'..='9') => SHORTEST_FILLED,
        _ => *FILLED.start(),
    };
    (least..=*FILLED.end()).contains(&lower.chars().count())
        && letters.all(|letter| Some(letter) == first)
}

/// Whether a cell that is not a name means "no value": as [`is_placeholder`], and `NA`.
#[must_use]
pub(super) fn is_placeholder_beside_names(text: &str) -> bool {
    is_placeholder(text) || text.trim().eq_ignore_ascii_case("na")
}

/// A name without the words that mean "this part is not known", and those words.
#[must_use]
pub(super) fn without_unknown_parts(name: &str) -> (String, Vec<&str>) {
    let unknown = |word: &&str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        PARTS.contains(&bare.as_str())
    };
    let (gone, kept): (Vec<&str>, Vec<&str>) = name.split_whitespace().partition(unknown);
    if gone.is_empty() { (name.to_owned(), gone) } else { (kept.join(" "), gone) }
}

/// Whether a birth date is one that programs and forms write when none is known.
#[must_use]
pub(super) fn is_placeholder_date(date: &PartialDate) -> bool {
    /// First days of calendars of programs (1900 and its neighbours in spreadsheets, 0001), and last ones.
    const DAYS: [(i16, u8, u8); 6] =
        [(1900, 1, 1), (1899, 12, 30), (1899, 12, 31), (1, 1, 1), (1753, 1, 1), (9999, 12, 31)];
    let is = |day: CivilDate| DAYS.contains(&(day.year(), day.month(), day.day()));
    date.precision() == Precision::Day && is(date.earliest())
}

#[cfg(test)]
mod tests {
    use tamis_model::DateStatement;

    use super::*;

    #[test]
    fn texts_that_are_no_values() {
        for text in ["FNU", "N/A", ".", "-", "???", "unknown", "غير معروف", "Zzz", " nil ", "000"]
        {
            assert!(is_placeholder(text), "{text}");
        }
        for text in ["Na", "Li", "Aa", "Nilufar", "Nobody Knows", "1-P", "5", "محمد", "N", "Bbb"]
        {
            assert!(!is_placeholder(text), "{text}");
        }
        assert!(is_placeholder_beside_names("NA"));
    }

    #[test]
    fn unknown_parts_leave_the_rest_of_the_name() {
        assert_eq!(
            without_unknown_parts("Dr. Fnu Mnu Khamis"),
            ("Dr. Khamis".to_owned(), vec!["Fnu", "Mnu"])
        );
        assert_eq!(without_unknown_parts("LNU, Omar").0, "Omar");
        assert_eq!(without_unknown_parts("Fnuyi  Omar").0, "Fnuyi  Omar");
    }

    #[test]
    fn dates_that_programs_write() {
        for (text, expected) in [
            ("1900-01-01", true),
            ("01 Jan 1900", true),
            ("9999-12-31", true),
            ("1900", false),
            ("1970-01-01", false),
            ("1984-01-01", false),
        ] {
            let date = DateStatement::read(text).unwrap().readings[0];
            assert_eq!(is_placeholder_date(&date), expected, "{text}");
        }
    }
}
