//! What parts the names of a field: the table `data/fields.tsv`, read at first use.
//!
//! Only fields that hold a sign or a word of it ever ask for it.

use std::sync::LazyLock;

use super::FieldMarker;

const TABLE: &str = include_str!("../../data/fields.tsv");

/// What a line of the table tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// Another name follows.
    Name(FieldMarker),
    /// Either this name or the next: the whole stands beside them.
    Alternative,
    /// A birth date follows, in names of persons.
    Birth,
    /// What stands enclosed is no name.
    Remark,
    /// What stands enclosed is part of the name before it.
    Branch,
}

/// Where the words of a line count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Wherever they stand, as they are written.
    Sign,
    /// Between two words of two letters and more: no abbreviation has it there.
    Between,
    /// As words of their own.
    Anywhere,
    /// As words of their own; at the beginning of a field they are a name.
    Inside,
    /// Where the next word has a digit.
    Number,
    /// Where one of the next two words has a digit.
    Date,
    /// Before a colon.
    Label,
    /// In parentheses.
    Enclosed,
}

/// A line of the table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    pub(super) words: &'static str,
    pub(super) sense: Sense,
    pub(super) place: Place,
}

/// The lines, those of more bytes first.
pub(super) fn lines() -> &'static [Line] {
    static LINES: LazyLock<Vec<Line>> = LazyLock::new(|| {
        let mut lines: Vec<Line> =
            TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(line).collect();
        lines.sort_by_key(|line| std::cmp::Reverse(line.words.len()));
        lines
    });
    &LINES
}

/// The lines that may begin a text, by their first byte, those of more bytes first.
pub(super) fn lines_at(text: &str) -> &'static [Line] {
    static BY_BYTE: LazyLock<Vec<Vec<Line>>> = LazyLock::new(|| {
        let begins = |byte: u8, line: &&Line| {
            line.words.bytes().next().is_some_and(|first| first.eq_ignore_ascii_case(&byte))
        };
        let of = |byte| lines().iter().filter(|line| begins(byte, line)).copied().collect();
        (0..=u8::MAX).map(of).collect()
    });
    let lines = text.bytes().next().and_then(|byte| BY_BYTE.get(usize::from(byte)));
    lines.map_or(&[], Vec::as_slice)
}

fn line(text: &'static str) -> Option<Line> {
    let mut columns = text.split('\t');
    let (words, sense, place) = (columns.next()?, columns.next()?, columns.next()?);
    let sense = match sense {
        "listed" => Sense::Name(FieldMarker::Listed),
        "alias" => Sense::Name(FieldMarker::Alias),
        "former" => Sense::Name(FieldMarker::Former),
        "given" => Sense::Name(FieldMarker::Given),
        "middle" => Sense::Name(FieldMarker::Middle),
        "family" => Sense::Name(FieldMarker::Family),
        "alternative" => Sense::Alternative,
        "birth" => Sense::Birth,
        "remark" => Sense::Remark,
        "branch" => Sense::Branch,
        _ => return None,
    };
    let place = match place {
        "sign" => Place::Sign,
        "between" => Place::Between,
        "anywhere" => Place::Anywhere,
        "inside" => Place::Inside,
        "number" => Place::Number,
        "date" => Place::Date,
        "label" => Place::Label,
        "enclosed" => Place::Enclosed,
        _ => return None,
    };
    Some(Line { words, sense, place })
}

impl Line {
    /// Whether the line is a word, in small letters or capitals.
    pub(super) fn is(&self, word: &str) -> bool {
        // capitals of these words have as many bytes
        word.len() == self.words.len() && word.to_lowercase() == self.words
    }

    /// Whether the line's words begin the text, as words of their own.
    pub(super) fn begins(&self, text: &str) -> bool {
        let found = text.get(..self.words.len());
        let after = || text.get(self.words.len()..).and_then(|after| after.chars().next());
        let bounded = |letter: char| letter.is_whitespace() || matches!(letter, ':' | '"' | '“');
        found.is_some_and(|found| found.eq_ignore_ascii_case(self.words))
            && after().is_none_or(bounded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read_and_has_a_reason() {
        let written = TABLE.lines().filter(|line| !line.starts_with('#'));
        for text in written.clone() {
            assert!(line(text).is_some(), "{text}");
            assert!(text.split('\t').nth(3).is_some_and(|reason| !reason.is_empty()), "{text}");
        }
        assert_eq!(written.count(), lines().len());
    }

    #[test]
    fn no_line_stands_twice() {
        let mut words: Vec<&str> = lines().iter().map(|line| line.words).collect();
        words.sort_unstable();
        assert!(words.windows(2).all(|pair| pair[0] != pair[1]), "{words:?}");
    }
}
