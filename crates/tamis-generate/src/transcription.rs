//! Names written in another script: Latin in Cyrillic by letters, Latin in Arabic by what is known of
//! each part, for the letters alone don't tell which vowels Arabic writes.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::letters::{capitalised, is_latin, plain, words};
use crate::region::regions;

const CYRILLIC: &str = include_str!("../data/cyrillic.tsv");
const ARABIC_WORDS: &str = include_str!("../data/arabic_words.tsv");

/// A Latin name in Cyrillic letters; none where it has no Latin letter.
#[must_use]
pub fn cyrillic(name: &str) -> Option<String> {
    if !is_latin(name) {
        return None;
    }
    let written: Vec<String> = words(&plain(name)).iter().map(|word| cyrillic_word(word)).collect();
    Some(written.join(" ")).filter(|name| !name.is_empty())
}

fn cyrillic_word(word: &str) -> String {
    let mut written = String::new();
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let found = table().iter().find(|(latin, _)| rest.starts_with(latin));
        let (length, letters) = found.map_or((first.len_utf8(), ""), |(l, c)| (l.len(), *c));
        written.push_str(letters);
        rest = rest.get(length..).unwrap_or_default();
    }
    capitalised(&written)
}

fn table() -> &'static [(&'static str, &'static str)] {
    static TABLE: OnceLock<Vec<(&'static str, &'static str)>> = OnceLock::new();
    TABLE.get_or_init(|| rows(CYRILLIC).collect())
}

/// The first two columns of a table.
fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut columns = line.split('\t');
        Some((columns.next()?, columns.next()?))
    })
}

/// The regions whose native forms are Arabic, and whose romanised forms lists use.
const ARABIC_REGIONS: [&str; 5] =
    ["levant_iraq", "gulf_yemen", "egypt_sudan", "maghreb", "afghan_pakistani"];

/// Which Arabic word a Latin one stands for: from the table of words of noms de guerre, from the tables of
/// the regions, and from names that lists give in both.
#[derive(Debug, Clone)]
pub struct ArabicWords {
    known: HashMap<String, String>,
}

impl Default for ArabicWords {
    fn default() -> Self {
        let of_noms = rows(ARABIC_WORDS).map(|(latin, word)| (latin.to_owned(), word.to_owned()));
        let mut words = Self { known: of_noms.collect() };
        for region in regions().iter().filter(|region| ARABIC_REGIONS.contains(&region.id)) {
            for part in region.all_parts() {
                words.learn(part.romanised, part.native);
            }
        }
        words
    }
}

impl ArabicWords {
    /// Takes in a name in both scripts, where their words answer to each other one by one.
    pub fn learn(&mut self, latin: &str, original: &str) {
        let latin: Vec<String> = words(&plain(latin))
            .into_iter()
            .filter(|word| !["al", "el"].contains(&word.as_str()))
            .collect();
        let original: Vec<&str> = original.split_whitespace().collect();
        if latin.len() != original.len() || latin.iter().any(|word| !is_latin(word)) {
            return;
        }
        for (latin, word) in latin.into_iter().zip(original) {
            let bare = word.strip_prefix("ال").filter(|bare| bare.chars().count() > 2);
            self.known.entry(latin).or_insert_with(|| bare.unwrap_or(word).to_owned());
        }
    }

    /// The Arabic word without its article.
    #[must_use]
    pub fn of(&self, latin: &str) -> Option<&str> {
        self.known.get(&plain(latin)).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_in_cyrillic() {
        assert_eq!(cyrillic("Yasin al-Khatib").as_deref(), Some("Ясин Ал Хатиб"));
        assert_eq!(cyrillic("JAMSHID Shukri").as_deref(), Some("Джамшид Шукри"));
        assert_eq!(cyrillic("حاتم"), None);
    }

    #[test]
    fn arabic_words_are_known_from_tables_and_learnt_from_pairs() {
        let mut words = ArabicWords::default();
        assert_eq!(words.of("Halabi"), Some("حلبي"));
        assert_eq!(words.of("TOUNSI"), Some("تونسي"));
        assert_eq!(words.of("Abdalla"), Some("عبد الله"));
        assert_eq!(words.of("Utawi"), None);
        words.learn("Hatim al-Utawi", "حاتم العطوي");
        assert_eq!(words.of("UTAWI"), Some("عطوي"));
    }
}
