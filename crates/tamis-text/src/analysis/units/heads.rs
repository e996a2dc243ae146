//! Words that an article hangs on: Sirajul Haq, Habibur Rahman, Nuruz Zaman.
//!
//! South Asia and the Malays write the article with the word before it, in Latin as in Bengali and Devanagari letters. Many
//! names end so by themselves (Rasul, Mansur, Bahadur, Ertugrul), so that a table of the first halves tells.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::super::tokens::{Before, Word};
use super::{Assembly, Unit};
use crate::name::PartText;
use crate::script::Script;
use crate::skeleton::skeleton_into;
use crate::words::Role;

impl Assembly<'_> {
    /// Whether the article of a word hangs on the one before it: Mujibur Rahman.
    pub(super) fn bears_article(&self, index: usize) -> bool {
        let word = self.words.get(index);
        self.head(index).is_some() || word.is_some_and(|word| ends_in_article(&word.latin))
    }

    /// In one compound the letters keep the article that they have in one word, Mujiburrahman; the consonants have none.
    pub(super) fn keep_article(&self, index: usize, unit: &mut Unit) {
        let Some(word) = self.words.get(index) else { return };
        if self.head(index).is_none()
            && let Some(stem) = word.latin.strip_suffix("ur")
        {
            unit.part.skeleton.clear();
            skeleton_into(stem, &mut unit.part.skeleton);
        }
        (unit.part.folded, unit.part.latin) = (word.folded.to_part(), word.latin.to_part());
    }

    /// The word without an article that hangs on it, in the name of a person.
    #[inline]
    pub(super) fn head(&self, index: usize) -> Option<Head<'_>> {
        let word = self.words.get(index).filter(|word| self.person && word.role.is_none())?;
        // alone it is a name by itself
        let among_others = self.words.len() > 1;
        head(word, self.words.get(index + 1)).filter(|_| among_others)
    }
}

/// A first half without its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct Head<'w> {
    /// As it is romanised.
    stem: &'w str,
    /// As Latin usually writes it, where the table has it.
    usual: Option<&'static str>,
    /// The article as Latin usually writes it.
    pub(super) article: &'static str,
    /// How many letters of its own script the article has.
    letters: usize,
}

impl<'w> Head<'w> {
    /// The word without the article, romanised. Bengali has one letter for z and j.
    pub(super) fn latin(self, script: Script) -> &'w str {
        let one_letter = matches!(script, Script::Bengali | Script::Devanagari);
        let usual = self.usual.filter(|usual| one_letter && usual.contains('z'));
        usual.unwrap_or(self.stem)
    }

    /// Whether the table has it: of other words the next one tells alone (Paul Karim).
    pub(in super::super) const fn is_usual(self) -> bool {
        self.usual.is_some()
    }

    /// As Latin usually writes it.
    pub(super) fn usual(self) -> &'w str {
        self.usual.unwrap_or(self.stem)
    }

    /// The folded word without the article.
    pub(super) fn folded(self, folded: &str) -> PartText {
        let end = folded.char_indices().rev().nth(self.letters.saturating_sub(1));
        PartText::new(end.and_then(|(end, _)| folded.get(..end)).unwrap_or(folded))
    }
}

/// The article with the sound that it takes from the word behind it.
const ARTICLES: [&str; 7] = ["ul", "ur", "us", "ud", "uz", "un", "ut"];

/// The word without the article that hangs on it and belongs to the next word.
pub(in super::super) fn head<'w>(word: &'w Word<'_>, next: Option<&Word<'_>>) -> Option<Head<'w>> {
    let latin: &str = &word.latin;
    // nearly all words end here, by their last two letters
    let (vowel, article) = match latin.as_bytes() {
        [_, _, .., vowel, article] if b"aiou".contains(vowel) && b"lrsdznt".contains(article) => {
            (*vowel, *article)
        }
        _ => return None,
    };
    if !word.script.has_words_in_latin() {
        return None;
    }
    let stem = latin.get(..latin.len() - 2)?;
    let written = ARTICLES.iter().find(|written| written.as_bytes().last() == Some(&article))?;
    let is_article = || match article {
        b'l' if matches!(vowel, b'u' | b'o') => true,
        // Zainal, Khairil
        b'l' => ["zain", "zein", "zaen", "zayn", "jain", "khair", "khayr"].contains(&stem),
        // before Rahman it is heard in many ways: Lutfar, Motior
        b'r' if next.is_some_and(|next| next.role == Some(Role::TailAfterArticle)) => true,
        // Nuruz Zaman; behind a vowel only r is written (Mateus Silva)
        _ => {
            let doubles = next.is_some_and(|next| next.latin.as_bytes().first() == Some(&article));
            vowel == b'u' && doubles && (article == b'r' || !stem.ends_with(is_vowel))
        }
    };
    if !is_article() {
        return None;
    }
    // a first half that the table has not is told by a usual second half (Manirul Islam)
    let usual = usual(stem);
    if ENDED_SO.contains(&latin) || usual.is_none() && !next.is_some_and(is_second_half) {
        return None;
    }
    // an inherent vowel is no letter: লুৎফর
    let inherent = vowel == b'a' && matches!(word.script, Script::Bengali | Script::Devanagari);
    Some(Head { stem, usual, article: written, letters: if inherent { 1 } else { 2 } })
}

/// Names that end so by themselves, though what is left of some may bear an article (Farid, Ayn).
const ENDED_SO: [&str; 25] = [
    "abdul", "rasul", "maqbul", "makbul", "batul", "betul", "ertugrul", "mansur", "faridun",
    "feridun", "fereydun", "aynur", "ainur", "paul", "saul", "raul", "raoul", "rahul", "arthur",
    "artur", "timur", "taimur", "teymur", "karol", "anatol",
];

/// Second halves that take the article in most names of South Asia and the Malays.
const SECOND_HALVES: [&str; 32] = [
    "abedin", "abidin", "ahsan", "alam", "amin", "anam", "anwar", "arefin", "arifin", "azim",
    "bahri", "bari", "bashar", "haq", "haque", "hoda", "hoque", "huda", "huq", "islam", "kabir",
    "kalam", "karim", "kareem", "matin", "momin", "mulk", "nahar", "quddus", "wadud", "yaqin",
    "zaman",
];

pub(in super::super) fn is_second_half(word: &Word<'_>) -> bool {
    SECOND_HALVES.contains(&&*word.latin)
}

/// Mujibur Rahman: any word that ends so, but for those that are names (Mansur Rahman).
pub(in super::super) fn ends_in_article(latin: &str) -> bool {
    const NAMES: [&str; 10] = [
        "mansur", "manzur", "ghafur", "gafur", "shakur", "zahur", "mashhur", "taimur", "bahadur",
        "sabur",
    ];
    latin.ends_with("ur") && latin.len() > 4 && !NAMES.contains(&latin)
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// The usual spelling of a first half without its article; `None` for a word that is none.
pub(super) fn usual(stem: &str) -> Option<&'static str> {
    HEADS.get(&exchanged(stem)).copied()
}

static HEADS: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let rows =
        include_str!("../../../data/heads.tsv").lines().filter(|line| !line.starts_with('#'));
    let stems = rows.filter_map(|row| {
        let mut columns = row.split('\t');
        Some((exchanged(columns.next()?), columns.next()?))
    });
    stems.collect()
});

/// A stem in the letters that its spellings have in common.
fn exchanged(stem: &str) -> String {
    let mut common = String::with_capacity(stem.len());
    for letter in stem.chars() {
        let letter = match letter {
            'e' | 'y' => 'i',
            'o' => 'u',
            'q' => 'k',
            'z' => 'j',
            'w' => 'v',
            'h' if common.ends_with('p') => {
                common.pop();
                'f'
            }
            other => other,
        };
        if !common.ends_with(letter) {
            common.push(letter);
        }
    }
    common
}

/// The article has taken the first sound of the word: ar-Rahman, ash-Sham. An is also a Korean and a
/// Vietnamese name, and needs the hyphen.
pub(super) fn assimilates(article: &Word<'_>, word: &Word<'_>) -> bool {
    let consonants = article.latin.trim_start_matches(['a', 'e', 'i', 'o', 'u']);
    match consonants {
        "" | "n" => word.before == Before::Hyphen && word.latin.starts_with(consonants),
        "ch" => word.latin.starts_with("ch"),
        _ => word.latin.starts_with(consonants),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_are_found_in_their_spellings() {
        for (stem, found) in [
            ("siraj", Some("siraj")),
            ("seraj", Some("siraj")),
            ("mijan", Some("mizan")),
            ("noor", Some("nur")),
            ("moin", Some("muin")),
            ("saif", Some("sayf")),
            ("raphik", Some("rafiq")),
            ("jiya", Some("zia")),
            ("najar", Some("nazr")),
            ("ras", None),
            ("g", None),
            ("maqb", None),
            ("mans", None),
            ("ghaf", None),
            ("bahad", None),
            ("art", None),
            ("tim", None),
            ("ertugr", None),
            ("abd", None),
            ("yun", None),
            ("idr", None),
            ("ra", None),
            ("fad", None),
        ] {
            assert_eq!(usual(stem), found, "{stem}");
        }
    }

    #[test]
    fn each_stem_stands_once() {
        let table = include_str!("../../../data/heads.tsv");
        let rows = table.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(rows, HEADS.len());
    }
}
