//! Number words and ordinals of names: Forty-Four, 99th, first, четвертая, الثاني.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Table, phrase};

const NUMBERS: &str = include_str!("../../data/numbers.tsv");

/// The value of a number word, by its own letters for abjads and romanised for other scripts.
pub(crate) fn value(word: &str) -> Option<u32> {
    TABLE.get(word).copied()
}

/// Digits with an ordinal ending (99th, 2nd, 1er, 3ème, 85-й): the digits.
pub(crate) fn ordinal(latin: &str) -> Option<&str> {
    let digits = latin.bytes().take_while(u8::is_ascii_digit).count();
    let (number, ending) = latin.split_at_checked(digits)?;
    let known = matches!(
        ending,
        "st" | "nd"
            | "rd"
            | "th"
            | "er"
            | "ere"
            | "eme"
            | "e"
            | "me"
            | "re"
            | "de"
            | "ste"
            | "y"
            | "ya"
            | "oy"
            | "aya"
            | "go"
            | "i"
            | "inci"
            | "uncu"
            | "nci"
            | "o"
            | "os"
            | "a"
    );
    (digits > 0 && known).then_some(number)
}

static TABLE: LazyLock<Table<u32>> = LazyLock::new(|| {
    let mut table = HashMap::new();
    for line in NUMBERS.lines().filter(|line| !line.starts_with('#')) {
        let mut columns = line.split('\t');
        let (Some(word), Some(Ok(value))) = (columns.next(), columns.next().map(str::parse)) else {
            continue;
        };
        table.entry(phrase(word)).or_insert(value);
    }
    Table::new(table)
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_ordinals_have_values() {
        for (word, number) in [("forty", 40), ("fourth", 4), ("chetvertaya", 4), ("ikinci", 2)] {
            assert_eq!(value(word), Some(number), "{word}");
        }
        assert_eq!(value("الثاني"), Some(2));
        assert_eq!(ordinal("99th"), Some("99"));
        assert_eq!(ordinal("64e"), Some("64"));
        assert_eq!(ordinal("ahl1"), None);
        assert_eq!(ordinal("2004"), None);
    }

    #[test]
    fn every_row_has_a_value() {
        for line in NUMBERS.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            assert!(columns.len() == 3 && columns[1].parse::<u32>().is_ok(), "{line}");
        }
    }
}
