//! Words of things and places that Chinese, Japanese and Korean write in one run with the name: all of the table of words of
//! things, and places beside it (`data/places_east_asia.tsv`).

use std::collections::HashSet;
use std::sync::LazyLock;

use super::{CONCEPTS, ConceptKind, kind_of_word};
use crate::script::{Script, script_of};

const PLACES: &str = include_str!("../../data/places_east_asia.tsv");

/// The most characters of such a word.
const LONGEST: usize = 4;
/// The fewest: one character is part of a name as often.
const SHORTEST: usize = 2;

struct Words {
    kinds: HashSet<&'static str>,
    places: HashSet<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let rows = |table: &'static str| table.lines().filter(|line| !line.starts_with('#'));
    let is_east_asian = |word: &&str| {
        let count = word.chars().count();
        (SHORTEST..=LONGEST).contains(&count)
            && word.chars().all(|letter| {
                matches!(script_of(letter), Script::Han | Script::Hangul | Script::Kana)
            })
    };
    let of_concepts = rows(CONCEPTS)
        .filter_map(|line| line.split('\t').nth(2))
        .flat_map(|words| words.split(' '))
        .filter(is_east_asian);
    let (mut places, kinds): (HashSet<&str>, HashSet<&str>) =
        of_concepts.partition(|word| kind_of_word(word) == Some(ConceptKind::Place));
    places.extend(
        rows(PLACES).filter_map(|line| line.split('\t').next()).flat_map(|words| words.split(' ')),
    );
    Words { kinds, places }
});

/// Bytes of the longest word for a kind of thing that ends a run.
pub(crate) fn longest_end(run: &str) -> Option<usize> {
    let starts = run.char_indices().rev().map(|(at, _)| at).take(LONGEST);
    starts
        .filter_map(|at| run.get(at..))
        .filter(|end| WORDS.kinds.contains(end))
        .map(str::len)
        .max()
}

/// Bytes of the longest place that begins a run.
pub(crate) fn longest_place(run: &str) -> Option<usize> {
    let ends = run.char_indices().map(|(at, letter)| at + letter.len_utf8()).take(LONGEST);
    ends.filter_map(|at| run.get(..at))
        .filter(|word| WORDS.places.contains(word))
        .map(str::len)
        .max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_at_both_ends_of_a_run() {
        assert_eq!(longest_end("扎尔万贸易"), Some("贸易".len()));
        assert_eq!(longest_end("扎尔万"), None);
        assert_eq!(longest_place("上海扎尔万"), Some("上海".len()));
        assert_eq!(longest_place("조선잘완"), Some("조선".len()));
        assert_eq!(longest_place(""), None);
    }
}
