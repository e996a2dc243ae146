//! Names of the list: reading order, kunyas that the columns split, grades, original scripts.

use tamis_model::{ListedName, NameFields, NameGrade};

use super::columns::{Col, Row};
use crate::name_text::{is_latin, uninverted};

/// Words that begin a name and cannot end one: they govern the word behind them. Standing alone in
/// the column of the family name, they were cut from the front ("ABU" + "Ala" is Abu Ala).
/// Source: the file of 2023 (`ABU` 17 times, `ABDUL` 13 times).
const OPENING_WORDS: [&str; 11] =
    ["abu", "abou", "abo", "ebu", "umm", "oum", "um", "abd", "abdul", "abdel", "abdal"];

/// Of them, those that make a kunya: with the word behind them they are one part of a name, which
/// the columns part ("Abu", "Mohamed", "AL-JAWLANI").
const KUNYA_WORDS: [&str; 7] = ["abu", "abou", "abo", "ebu", "umm", "oum", "um"];

/// `Alias Type` × `Alias Quality` → grade. A blank quality is unrated, not low: 2,939 of 7,603
/// aliases of 2023 have none. Source: the files of 2014 and 2023.
const GRADES: &[(&str, &str, NameGrade)] = &[
    ("Primary name", "", NameGrade::Primary),
    ("Prime Alias", "", NameGrade::Primary),
    ("Primary name variation", "", NameGrade::PrimaryVariation),
    ("Primary name variation", "Good quality", NameGrade::PrimaryVariation),
    ("Primary name variation", "Low quality", NameGrade::PrimaryVariation),
    ("AKA", "", NameGrade::Unrated),
    ("AKA", "Good quality", NameGrade::Strong),
    ("AKA", "Low quality", NameGrade::Weak),
    ("FKA", "", NameGrade::Former),
    ("FKA", "Good quality", NameGrade::Former),
    ("FKA", "Low quality", NameGrade::Former),
];

/// What the columns of script and language say → language. Both are dirty: misspelt, swapped, a
/// script where a language belongs. Source: the file of 2023, all values.
const LANGUAGES: &[(&str, Option<&str>)] = &[
    ("Arabic", Some("ar")),
    ("Belarusian", Some("be")),
    ("Bosnian", Some("bs")),
    ("Bulgarian", Some("bg")),
    ("Cyrilic", None),
    ("Cryillic", None),
    ("Cyrillic", None),
    ("Greek", Some("el")),
    ("Persian", Some("fa")),
    ("Persian/Farsi", Some("fa")),
    ("Romanian", Some("ro")),
    ("Russia", Some("ru")),
    ("Russian", Some("ru")),
    ("Serbian", Some("sr")),
    ("Spanish", Some("es")),
    ("Ukrainian", Some("uk")),
];

/// A grade, and whether the table names the two words.
pub(super) fn grade(row: &Row<'_>) -> (NameGrade, bool) {
    let (kind, quality) = (row.get(Col::AliasType), row.get(Col::AliasQuality));
    let same = |a: &str, b: &str| a.eq_ignore_ascii_case(b);
    let of = |quality: &str| {
        GRADES
            .iter()
            .find(|(k, q, _)| same(k, kind) && same(q, quality))
            .map(|(_, _, grade)| *grade)
    };
    match of(quality) {
        Some(grade) => (grade, true),
        None => (of("").unwrap_or(NameGrade::Unrated), false),
    }
}

fn grade_as_written(row: &Row<'_>) -> Option<String> {
    let words = [row.get(Col::AliasType), row.get(Col::AliasQuality)];
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// A name that the row gives, and what was done to it.
pub(super) struct Read {
    pub(super) name: ListedName,
    pub(super) reshaped: Option<&'static str>,
}

/// The name in the columns Name 1 to Name 6.
pub(super) fn latin(row: &Row<'_>, person: bool) -> Option<Read> {
    let given: Vec<&str> = Col::NAMES
        .iter()
        .filter(|col| **col != Col::Name6)
        .map(|col| row.get(*col))
        .filter(|part| !part.is_empty())
        .collect();
    let family = Some(row.get(Col::Name6)).filter(|part| !part.is_empty());
    let ordered = ordered(&given, family, person)?;
    let (grade, _) = grade(row);
    let mut name = ListedName::new(ordered.text, grade, "Name 1-6");
    name.grade_as_written = grade_as_written(row);
    name.fields = ordered.fields;
    let reshaped = ordered.as_written.is_some().then_some(OPENED);
    name.as_written = ordered.as_written;
    Some(Read { name, reshaped })
}

/// What is told of a name that was put in order.
pub(crate) const OPENED: &str = "the word in the column of the family name opens the name";

/// A name in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ordered {
    pub(crate) text: String,
    /// Set where the source has another order.
    pub(crate) as_written: Option<String>,
    pub(crate) fields: NameFields,
}

/// The parts Name 1 to Name 5 and Name 6 as one name.
pub(crate) fn ordered(given: &[&str], family: Option<&str>, person: bool) -> Option<Ordered> {
    let first = given.join(" ");
    let parts: Vec<&str> = given.iter().copied().chain(family).collect();
    let text = collapsed(&parts.join(" "));
    if text.is_empty() {
        return None;
    }
    let whole = Ordered { text, as_written: None, fields: NameFields::default() };
    let Some(family) = family.filter(|_| person && !given.is_empty()) else { return Some(whole) };
    if is_one_of(family, &OPENING_WORDS) {
        let as_written = Some(format!("{family}, {first}"));
        return Some(Ordered {
            text: collapsed(&format!("{family} {first}")),
            as_written,
            ..whole
        });
    }
    Some(Ordered { fields: fields(family, given), ..whole })
}

/// Given name, middle names, family name. A kunya stays whole: it is a given name, or the whole name.
fn fields(family: &str, given: &[&str]) -> NameFields {
    let (first, middle): (String, &[&str]) = match given {
        [opening] if is_one_of(opening, &KUNYA_WORDS) => return NameFields::default(),
        [opening, next, rest @ ..] if is_one_of(opening, &KUNYA_WORDS) => {
            (format!("{opening} {next}"), rest)
        }
        [first, rest @ ..] => ((*first).to_owned(), rest),
        [] => return NameFields::default(),
    };
    NameFields {
        given: Some(first),
        middle: (!middle.is_empty()).then(|| middle.join(" ")),
        family: Some(family.to_owned()),
        ..NameFields::default()
    }
}

/// An ayn or hamza before or behind the word, however written, changes nothing: `'ABD`.
fn is_one_of(word: &str, words: &[&str]) -> bool {
    let word = word.trim_matches(['\'', '’', '‘', '`', 'ʿ', 'ʾ']);
    words.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// The name in the column for other scripts. Latin letters stand there too ("Fayçal"): such a
/// spelling is no original script and has the grade of its row.
pub(super) fn original_script(row: &Row<'_>, person: bool) -> Option<Read> {
    let text = row.get(Col::NonLatin);
    if text.is_empty() {
        return None;
    }
    let latin = is_latin(text);
    let grade = match grade(row).0 {
        _ if !latin => NameGrade::OriginalScript,
        NameGrade::Primary => NameGrade::PrimaryVariation,
        grade => grade,
    };
    let mut name = ListedName::new(collapsed(text), grade, "Name Non-Latin Script");
    name.grade_as_written = grade_as_written(row);
    let mut reshaped = latin.then_some("Latin letters in the column for other scripts");
    if let Some(turned) = uninverted(text).filter(|_| person) {
        name.as_written = Some(text.to_owned());
        name.text = collapsed(&turned);
        reshaped = Some("inverted by a comma; now in reading order");
    }
    let tags = [row.get(Col::NonLatinType), row.get(Col::NonLatinLanguage)];
    name.language = language(tags);
    let written: Vec<&str> = tags.into_iter().filter(|tag| !tag.is_empty()).collect();
    name.note = (!written.is_empty()).then(|| written.join(", "));
    Some(Read { name, reshaped })
}

/// The language by the column for it, else by a language in the column for the script. A script
/// alone tells none: Cyrillic is written in many.
pub(crate) fn language([script, language]: [&str; 2]) -> Option<String> {
    let of = |tag: &str| {
        LANGUAGES
            .iter()
            .find(|(word, _)| word.eq_ignore_ascii_case(tag))
            .and_then(|(_, code)| *code)
    };
    let by_script = || of(script).filter(|_| !matches!(script, "Arabic" | "Greek"));
    of(language).or_else(by_script).map(str::to_owned)
}

/// A tag that the table does not name.
pub(super) fn unknown_tag<'a>(row: &Row<'a>) -> Option<(Col, &'a str)> {
    [Col::NonLatinType, Col::NonLatinLanguage].into_iter().find_map(|col| {
        let tag = row.get(col);
        let known = LANGUAGES.iter().any(|(word, _)| word.eq_ignore_ascii_case(tag));
        (!tag.is_empty() && !known).then_some((col, tag))
    })
}

pub(super) fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_come_from_dirty_tags() {
        for (tags, expected) in [
            (["Cyrillic", "Russian"], Some("ru")),
            (["Cryillic", "Russia"], Some("ru")),
            (["Russian", "Cyrillic"], Some("ru")),
            (["Cyrilic", "Ukrainian"], Some("uk")),
            (["Arabic", "Persian"], Some("fa")),
            (["Persian", "Persian/Farsi"], Some("fa")),
            (["Cyrillic", ""], None),
            (["Arabic", ""], None),
            (["", ""], None),
        ] {
            assert_eq!(language(tags).as_deref(), expected, "{tags:?}");
        }
    }
}
