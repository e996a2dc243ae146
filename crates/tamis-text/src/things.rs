//! Words of organisations, ships and aircraft: what one word means in many languages, legal forms,
//! number words.
//!
//! Three tables under `data/`, written as each script writes them and folded at first use, so that a
//! word of the table and a word of a name meet however folding and romanisation change. Knows words
//! alone, not what a name does with them.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::fold::fold;
use crate::name::Part;
use crate::romanisation::romanise;
use crate::script::{Script, script_of};
use crate::word_index::WordIndex;

pub(crate) mod east_asian;
pub(crate) mod legal_forms;
pub(crate) mod numbers;

const CONCEPTS: &str = include_str!("../data/words_of_things.tsv");

/// What a word means, where organisations of many languages use it: bank, банк and بنك are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Concept {
    /// Its place in the table, from 1. Two words with the same number mean the same.
    pub number: u16,
    /// Its name in the table.
    pub name: &'static str,
    /// How much it says.
    pub kind: ConceptKind,
}

/// Concepts whose words no person bears, in any language of the table.
const OF_THINGS_ALONE: [&str; 21] = [
    "academy",
    "airline",
    "airport",
    "army",
    "bank",
    "battalion",
    "brigade",
    "commission",
    "committee",
    "factory",
    "front",
    "hospital",
    "laboratory",
    "ministry",
    "movement",
    "navy",
    "party",
    "refinery",
    "regiment",
    "republic",
    "university",
];

/// Weak words that say little by themselves, and yet two of them another firm or office: State Bank, Central Bank.
const RANKS_AND_TRADES: [&str; 9] = [
    "central",
    "development",
    "federal",
    "industry",
    "international",
    "investment",
    "national",
    "state",
    "trading",
];

impl Concept {
    /// Whether another word of the same sort in its place is another thing: state, central; trading, investment.
    #[must_use]
    pub fn is_rank_or_trade(&self) -> bool {
        RANKS_AND_TRADES.binary_search(&self.name).is_ok()
    }

    /// Whether its words tell a thing's name from a person's: ministry, bank, army.
    #[must_use]
    pub fn is_of_things_alone(&self) -> bool {
        OF_THINGS_ALONE.binary_search(&self.name).is_ok()
    }
}

/// How much the word of a concept says about which organisation is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ConceptKind {
    /// A trade, a branch of government, a thing: bank, petrochemical, ministry.
    Plain,
    /// Hardly anything: company, group, international, trading.
    Weak,
    /// A country, a region, a city, a quarter of the compass: another place is another branch.
    Place,
}

/// The concept of a part of a name that is not a person's.
#[must_use]
pub fn concept(part: &Part) -> Option<&'static Concept> {
    let word = if part.script.is_abjad() { &part.folded } else { &part.latin };
    TABLE.get(word)
}

/// The name of the concept of a word of an analysis.
pub(crate) fn concept_named(folded: &str, latin: &str, script: Script) -> Option<&'static str> {
    let word = if script.is_abjad() { folded } else { latin };
    TABLE.get(word).map(|concept| concept.name)
}

/// What a word says, as it is written.
pub(crate) fn kind_of_word(written: &str) -> Option<ConceptKind> {
    TABLE.get(&key(written)).map(|concept| concept.kind)
}

/// The concept of a number.
#[must_use]
pub fn concept_numbered(number: u16) -> Option<&'static Concept> {
    let at = BY_NUMBER.binary_search_by_key(&number, |concept| concept.number).ok()?;
    BY_NUMBER.get(at)
}

/// Whether a word is in the table: romanised, or of an abjad in its own letters without the article.
pub(crate) fn is_known(word: &str) -> bool {
    TABLE.get(word).is_some()
}

/// How many concepts there are, for tables that count by them.
#[must_use]
pub fn concepts() -> u16 {
    CONCEPTS
        .lines()
        .filter(|line| !line.starts_with('#'))
        .zip(1..)
        .map(|(_, n)| n)
        .last()
        .unwrap_or(0)
}

static TABLE: LazyLock<Table<Concept>> = LazyLock::new(|| {
    let mut table = HashMap::new();
    let rows = CONCEPTS.lines().filter(|line| !line.starts_with('#'));
    for (line, number) in rows.zip(1..) {
        let mut columns = line.split('\t');
        let (Some(name), Some(kind), Some(words)) =
            (columns.next(), columns.next(), columns.next())
        else {
            continue;
        };
        let kind = match kind {
            "weak" => ConceptKind::Weak,
            "place" => ConceptKind::Place,
            _ => ConceptKind::Plain,
        };
        for word in words.split(' ') {
            table.entry(key(word)).or_insert(Concept { number, name, kind });
        }
    }
    Table::new(table)
});

/// The concepts by their numbers.
static BY_NUMBER: LazyLock<Vec<Concept>> = LazyLock::new(|| {
    let mut concepts: Vec<Concept> = TABLE.rows.iter().map(|(_, concept)| *concept).collect();
    concepts.sort_unstable_by_key(|concept| concept.number);
    concepts.dedup_by_key(|concept| concept.number);
    concepts
});

/// Words and what they are, found by the cheap hash of [`WordIndex`].
struct Table<T> {
    rows: Vec<(String, T)>,
    index: WordIndex,
}

impl<T> Table<T> {
    fn new(words: HashMap<String, T>) -> Self {
        let rows: Vec<_> = words.into_iter().collect();
        let index = WordIndex::new(rows.iter().map(|(word, _)| word.as_str()));
        Self { rows, index }
    }

    fn get(&self, word: &str) -> Option<&T> {
        self.index.find(&self.rows, word, |(word, _)| word).map(|(_, value)| value)
    }
}

/// A word as parts of names are looked up by it: an abjad's in its own letters without the article,
/// any other romanised.
fn key(word: &str) -> String {
    let folded = folded(word);
    match folded.chars().map(script_of).find(|script| *script != Script::Common) {
        Some(script) if script.is_abjad() => {
            let stem = crate::analysis::without_article(&folded).map(str::to_owned);
            stem.unwrap_or(folded)
        }
        _ => romanise(&folded),
    }
}

/// A word folded as the words of names are: ё is heard where it is written.
fn folded(word: &str) -> String {
    fold(&word.replace('ё', "йо"))
}

/// A phrase of the tables as words of an analysis: folded for abjads, else romanised.
fn phrase(text: &str) -> String {
    let words = text.split(' ').map(|word| {
        let folded = folded(word);
        let abjad = folded.chars().any(|letter| script_of(letter).is_abjad());
        if abjad { folded } else { romanise(&folded) }
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{NameKind, analyse};

    #[test]
    fn concepts_of_things_alone_stand_in_order_and_in_the_table() {
        assert!(OF_THINGS_ALONE.is_sorted());
        for name in OF_THINGS_ALONE {
            assert!(BY_NUMBER.iter().any(|concept| concept.name == name), "{name}");
        }
    }

    #[test]
    fn a_concept_is_found_by_its_number() {
        for number in 1..=concepts() {
            let found = concept_numbered(number);
            assert!(found.is_none_or(|concept| concept.number == number));
        }
        let bank = number("bank").unwrap();
        assert_eq!(concept_numbered(bank).map(|concept| concept.name), Some("bank"));
        assert_eq!(concept_numbered(0), None);
    }

    fn number(word: &str) -> Option<u16> {
        let name = analyse(word, NameKind::Organisation).unwrap();
        concept(&name.parts[0]).map(|concept| concept.number)
    }

    #[test]
    fn a_word_of_many_languages_is_one_concept() {
        for words in [
            ["Bank", "Банк", "البنك"],
            ["Ministry", "وزارة", "Министерство"],
            ["Petrochemical", "پتروشیمی", "Petrochimique"],
            ["Iranian", "ایران", "Иранский"],
            ["Trading", "للتجارة", "Ticaret"],
            ["Helicopters", "Вертолёты", "Вертолеты"],
        ] {
            let [one, other, third] = words.map(number);
            assert!(
                one.is_some() && one == other && other == third,
                "{words:?} {one:?} {other:?} {third:?}"
            );
        }
        assert_ne!(number("Bank"), number("Ministry"));
        assert_eq!(number("Zarvani"), None);
    }

    #[test]
    fn every_row_has_its_columns_and_every_word_one_row() {
        let mut seen = HashMap::new();
        for line in CONCEPTS.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            assert!(
                columns.len() == 4 && matches!(columns[1], "plain" | "weak" | "place"),
                "{line}"
            );
            for word in columns[2].split(' ') {
                assert_eq!(seen.insert(word, columns[0]), None, "{word} stands twice");
            }
        }
        assert_eq!(usize::from(concepts()), CONCEPTS.lines().count() - 1);
    }

    #[test]
    fn the_name_of_a_row_is_a_word_of_it() {
        // names of two words or more, which no word of a name is
        let made = ["ivory-coast", "costa-rica", "srilanka"];
        for line in CONCEPTS.lines().filter(|line| !line.starts_with('#')) {
            let row = line.split('\t').next().unwrap();
            let found = TABLE.get(&key(row)).map(|concept| concept.name);
            assert!(found == Some(row) || made.contains(&row), "{row} is found as {found:?}");
        }
    }
}
