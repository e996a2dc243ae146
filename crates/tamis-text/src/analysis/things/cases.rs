//! Words of things as grammar bends them: Arabic joins "and", "for" and "with" to a word, Russian and Ukrainian bend nouns and
//! adjectives. What is left is a word that the tables know (لتحرير is تحرير, Сирии is Сирия), or the stem of an
//! adjective made of a place (Муромский).

use compact_str::CompactString;

use super::super::tokens::{Word, WordText};
use crate::name::NameKind;
use crate::romanisation::romanise;
use crate::script::Script;
use crate::things::is_known;
use crate::words::role_of;

/// Reads a word as the one that it is bent from, in place.
pub(super) fn reduce(word: &mut Word<'_>, kind: NameKind) {
    let unbent = match word.script {
        Script::Arabic => without_prefix(&word.folded),
        Script::Cyrillic if !is_known(&word.latin) => nominative(&word.folded),
        _ => None,
    };
    let Some(unbent) = unbent else { return };
    word.latin = WordText::Made(romanise(&unbent).into());
    word.folded = WordText::Made(unbent);
    if word.script == Script::Arabic {
        word.role = role_of(&word.folded, &word.latin, word.script, kind);
    }
}

/// What Arabic joins to the next word: and, for, with.
const PREFIXES: [&str; 3] = ["و", "ل", "ب"];

/// The fewest letters of a word that one of them was joined to.
const SHORTEST_JOINED: usize = 3;

/// والشام is الشام and للتجارة التجارة, whatever the word; without an article what is left must be known (لتحرير, وتجارة),
/// and the whole must not (وزارة).
fn without_prefix(folded: &str) -> Option<CompactString> {
    let long = |stem: &&str| stem.chars().count() >= SHORTEST_JOINED;
    let with_article = folded.strip_prefix("وال").or_else(|| folded.strip_prefix("لل"));
    if let Some(stem) = with_article.filter(long) {
        return Some(["ال", stem].concat().into());
    }
    if is_known(folded) {
        return None;
    }
    let rest = PREFIXES.iter().find_map(|prefix| folded.strip_prefix(prefix)).filter(long)?;
    is_known(rest).then(|| rest.into())
}

/// Endings that cases and genders give to nouns and adjectives, the longer ones first, and what the table may have in
/// their place.
const ENDINGS: [(&str, &[&str]); 34] = [
    ("ього", &["ій"]),
    ("ого", &["ый", "ий", "ой"]),
    ("его", &["ий"]),
    ("ому", &["ый", "ий"]),
    ("ої", &["ий", "а"]),
    ("ой", &["ый", "ий", "ая", "а"]),
    ("ей", &["я", "ь", "ия", "ий"]),
    ("ая", &["ый", "ий"]),
    ("яя", &["ий"]),
    ("ое", &["ый", "ий"]),
    ("ее", &["ий"]),
    ("ые", &["ый"]),
    ("ие", &["ий"]),
    ("ых", &["ый"]),
    ("их", &["ий"]),
    ("ым", &["ый"]),
    ("им", &["ий"]),
    ("ями", &["я", "ь"]),
    ("ами", &["а", ""]),
    ("ов", &["", "ы"]),
    ("ев", &["й", "ь"]),
    ("ам", &["а", ""]),
    ("ям", &["я", "ь"]),
    ("ах", &["а", ""]),
    ("ях", &["я", "ь"]),
    ("ом", &["", "о"]),
    ("ем", &["й", "ь", "е"]),
    ("и", &["я", "ь", "а", "й"]),
    ("ї", &["я"]),
    ("ы", &["а", ""]),
    ("а", &["", "о"]),
    ("я", &["й", "ь", "е"]),
    ("у", &["а", ""]),
    ("е", &["а", ""]),
];

/// The fewest letters of the stem of a word with such an ending.
const SHORTEST_STEM: usize = 3;

/// The form in which the tables have a word; the stem of an adjective of a place where they have none.
fn nominative(folded: &str) -> Option<CompactString> {
    let of_table = ENDINGS.iter().find_map(|(ending, others)| {
        let stem = folded.strip_suffix(ending)?;
        if stem.chars().count() < SHORTEST_STEM {
            return None;
        }
        others.iter().find_map(|other| {
            let word = [stem, other].concat();
            is_known(&romanise(&word)).then(|| word.into())
        })
    });
    of_table.or_else(|| stem_of_adjective(folded).map(Into::into))
}

/// Муромский завод is the plant of Murom: the ending of the adjective goes.
fn stem_of_adjective(folded: &str) -> Option<&str> {
    const ENDINGS: [&str; 9] =
        ["ский", "ская", "ское", "ского", "ской", "ские", "ских", "ському", "ська"];
    let stem = ENDINGS.iter().find_map(|ending| folded.strip_suffix(ending))?;
    (stem.chars().count() >= 4).then_some(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_prefixes_of_known_words_go() {
        for (word, rest) in [
            ("والشام", Some("الشام")),
            ("للتجاره", Some("التجاره")),
            ("لتجاره", Some("تجاره")),
            ("وتجاره", Some("تجاره")),
            ("وزاره", None),
            ("بنك", None),
            ("لزرفان", None),
        ] {
            assert_eq!(without_prefix(word).as_deref(), rest, "{word}");
        }
    }

    #[test]
    fn bent_words_are_what_the_table_has() {
        for (word, read) in [
            ("сирии", Some("сирия")),
            ("китая", Some("китай")),
            ("москвы", Some("москва")),
            ("муромский", Some("муром")),
            ("зарвана", None),
        ] {
            assert_eq!(nominative(word).as_deref(), read, "{word}");
        }
    }
}
