//! The table `data/remarks.tsv`, read at first use: only fields that hold several names, or seem to, ask for it.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::fold::fold;
use crate::romanisation::romanise;
use crate::script::script_of;

const TABLE: &str = include_str!("../../../data/remarks.tsv");

/// What words of the table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// A country: of ships it is the flag.
    Country,
    /// Another place; ships are called by them.
    Place,
    /// Says little about which thing is meant.
    Word,
    /// A state of a firm, a ship, a person.
    State,
    /// Begins what tells of somebody or something.
    Describes,
    /// Stands between such words and is nothing by itself.
    Joins,
}

/// Who is called by words that are a remark, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Borne {
    ByPersons,
    ByThings,
}

/// A word of a stretch.
#[derive(Debug, Clone)]
pub(super) struct Word<'t> {
    pub(super) written: &'t str,
    pub(super) folded: String,
    /// As tables are asked: folded for abjads, else romanised.
    pub(super) key: String,
}

/// The words of a stretch; single letters that follow each other are one (U.K., i. L.).
pub(super) fn words_of(text: &str) -> Vec<Word<'_>> {
    let parts = |sign: char| {
        let is_sign = sign.is_ascii() && !sign.is_ascii_alphanumeric();
        is_sign || sign.is_whitespace() || matches!(sign, '’' | '–' | '—' | '،' | '·')
    };
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut joins = false;
    for written in text.split(parts) {
        let folded = fold(written);
        if folded.is_empty() {
            continue;
        }
        let is_abjad = folded.chars().any(|letter| script_of(letter).is_abjad());
        let key = if is_abjad { folded.clone() } else { romanise(&folded) };
        let is_letter = written.chars().count() == 1 && written.chars().all(char::is_alphabetic);
        match words.last_mut().filter(|_| joins && is_letter) {
            Some(last) => {
                last.folded.push_str(&folded);
                last.key.push_str(&key);
            }
            None => words.push(Word { written, folded, key }),
        }
        joins = is_letter;
    }
    words
}

/// The longest row that words begin with, and how many they are.
pub(super) fn longest(words: &[Word<'_>]) -> Option<(usize, Sense)> {
    let table: &Table = &TABLE_OF_WORDS;
    (1..=words.len().min(table.most)).rev().find_map(|length| {
        let sense = table.rows.get(&phrase(words.get(..length)?))?;
        Some((length, *sense))
    })
}

/// Who is called by words that are a remark, too.
pub(super) fn borne(words: &[&Word<'_>]) -> Option<Borne> {
    TABLE_OF_WORDS.borne.get(&phrase(words.iter().copied())).copied()
}

/// Whether words begin by telling what somebody or something is, and go on.
pub(super) fn describes(words: &[Word<'_>]) -> bool {
    let the = words.first().is_some_and(|word| word.key == "the");
    let words = words.get(usize::from(the)..).unwrap_or_default();
    longest(words).is_some_and(|(length, sense)| sense == Sense::Describes && length < words.len())
}

fn phrase<'w>(words: impl IntoIterator<Item = &'w Word<'w>>) -> String {
    words.into_iter().map(|word| word.key.as_str()).collect::<Vec<_>>().join(" ")
}

struct Table {
    rows: HashMap<String, Sense>,
    borne: HashMap<String, Borne>,
    /// Words of the longest row.
    most: usize,
}

static TABLE_OF_WORDS: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { rows: HashMap::new(), borne: HashMap::new(), most: 1 };
    for row in TABLE.lines().filter_map(row) {
        for written in row.phrases.split("; ") {
            let words = words_of(written);
            match row.says {
                Says::Remark(sense) => {
                    table.most = table.most.max(words.len());
                    table.rows.insert(phrase(&words), sense);
                }
                Says::Borne(by) => {
                    table.borne.insert(phrase(&words), by);
                }
            }
        }
    }
    table
});

/// A line of the table.
struct Row {
    says: Says,
    phrases: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    Remark(Sense),
    Borne(Borne),
}

fn row(line: &'static str) -> Option<Row> {
    let mut columns = line.split('\t');
    let says = match columns.next()? {
        "country" => Says::Remark(Sense::Country),
        "place" => Says::Remark(Sense::Place),
        "word" => Says::Remark(Sense::Word),
        "state" => Says::Remark(Sense::State),
        "describes" => Says::Remark(Sense::Describes),
        "joins" => Says::Remark(Sense::Joins),
        "name" => Says::Borne(Borne::ByPersons),
        "thing" => Says::Borne(Borne::ByThings),
        _ => return None,
    };
    Some(Row { says, phrases: columns.next()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read_and_has_a_reason() {
        for text in TABLE.lines().filter(|line| !line.starts_with('#')) {
            assert!(row(text).is_some(), "{text}");
            assert!(text.split('\t').nth(2).is_some_and(|reason| !reason.is_empty()), "{text}");
        }
    }

    #[test]
    fn no_words_stand_in_two_senses() {
        let mut senses = HashMap::new();
        for row in TABLE.lines().filter_map(row) {
            let Says::Remark(sense) = row.says else { continue };
            for written in row.phrases.split("; ") {
                let words = phrase(&words_of(written));
                assert!(!words.is_empty(), "{written}");
                let before = senses.insert(words, sense);
                assert!(before.is_none_or(|before| before == sense), "{written}");
            }
        }
    }

    #[test]
    fn letters_with_full_stops_are_a_word() {
        let keys = |text| words_of(text).into_iter().map(|word| word.key).collect::<Vec<_>>();
        assert_eq!(keys("U.K."), ["uk"]);
        assert_eq!(keys("i. L."), ["il"]);
        assert_eq!(keys("in Liquidation"), ["in", "liquidation"]);
    }
}
