//! Titles behind the names of Chinese, Japanese and Koreans: 习近平主席, 田中太郎さん, 김정은 위원장. The table
//! `data/east_asian_titles.tsv`, read at first use.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::tokens::{Before, Word, Words};
use crate::script::{Script, script_of};
use crate::words::Role;

const TITLES: &str = include_str!("../../data/east_asian_titles.tsv");

struct Title {
    letters: &'static str,
    /// Characters of the name that it stands behind, at least: fewer may be a family name alone.
    least: usize,
}

/// The longer ones first.
static TABLE: LazyLock<Vec<Title>> = LazyLock::new(|| {
    let title = |line: &'static str| {
        let mut columns = line.split('\t');
        Some(Title { letters: columns.next()?, least: columns.next()?.parse().ok()? })
    };
    let lines = TITLES.lines().filter(|line| !line.starts_with('#'));
    let mut titles: Vec<Title> = lines.filter_map(title).collect();
    titles.sort_by_key(|title| std::cmp::Reverse(title.letters.len()));
    titles
});

/// The last letters of all titles, sorted: they tell of nearly all names that they end with none.
static LAST_LETTERS: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut last: Vec<char> =
        TABLE.iter().filter_map(|title| title.letters.chars().next_back()).collect();
    last.sort_unstable();
    last
});

/// Whether letters are a title and nothing else.
pub(crate) fn is_title(letters: &str) -> bool {
    TABLE.iter().any(|title| title.letters == letters)
}

/// Cuts titles off the end of a person's name, and takes them away from the words until the name is read.
pub(super) fn take<'t>(text: &'t str, words: &mut Words<'t>) -> Vec<Word<'t>> {
    let mut titles = Vec::new();
    loop {
        let count = words.len();
        let Some(word) = words.last_mut() else { break };
        let last = word.letters.chars().next_back();
        if last.is_none_or(|letter| LAST_LETTERS.binary_search(&letter).is_err()) {
            break;
        }
        let characters = |text: &str| text.chars().filter(|c| is_east_asian(*c)).count();
        let found = TABLE.iter().find_map(|title| {
            let name = word.letters.strip_suffix(title.letters)?;
            // a word of its own stands behind a name whatever that is
            let fits = if name.is_empty() { count > 1 } else { characters(name) >= title.least };
            fits.then_some((name.len(), title.letters))
        });
        let Some((length, letters)) = found else { break };
        // what was repaired is no run of the text
        let start = word.span.end.checked_sub(letters.len());
        let Some(start) = start.filter(|start| text.get(*start..word.span.end) == Some(letters))
        else {
            break;
        };
        let mut title = word.clone();
        title.span.start = start;
        title.letters = Cow::Borrowed(letters);
        title.script = letters.chars().next().map_or(Script::Han, script_of);
        if length == 0 {
            words.pop();
        } else {
            title.before = Before::Gap;
            let rest = text.get(word.span.start..start).unwrap_or_default();
            word.span.end = start;
            word.letters = Cow::Borrowed(rest);
            word.script = rest.chars().next().map_or(word.script, script_of);
        }
        titles.insert(0, title);
    }
    titles
}

/// Puts the titles back behind the name.
pub(super) fn put_back<'t>(titles: Vec<Word<'t>>, words: &mut Words<'t>) -> usize {
    let count = titles.len();
    words.extend(titles);
    count
}

/// Gives so many words at the end the role of titles, once they are looked up.
pub(super) fn mark(words: &mut [Word<'_>], count: usize) {
    for word in words.iter_mut().rev().take(count) {
        word.role = Some(Role::Title);
    }
}

fn is_east_asian(letter: char) -> bool {
    matches!(script_of(letter), Script::Han | Script::Hangul | Script::Kana)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyse;
    use crate::name::NameKind;

    #[test]
    fn every_line_is_read() {
        let lines = TITLES.lines().filter(|line| !line.starts_with('#'));
        assert_eq!(lines.count(), TABLE.len());
    }

    #[track_caller]
    fn check(name: &str, parts: &[&str]) {
        let analysed = analyse(name, NameKind::Person).unwrap();
        let found: Vec<&str> =
            analysed.informative_parts().map(|part| part.surface.as_str()).collect();
        assert_eq!(found, parts, "{name}: {:?}", analysed.parts);
    }

    #[test]
    fn titles_behind_a_name() {
        check("习近平主席", &["习", "近平"]);
        check("習近平 國家主席", &["習", "近平"]);
        check("田中太郎さん", &["田中", "太郎"]);
        check("田中太郎様", &["田中", "太郎"]);
        check("김정은 위원장", &["김", "정은"]);
        check("김정은위원장", &["김", "정은"]);
        check("김정은씨", &["김", "정은"]);
        check("김정은 동지 장군", &["김", "정은"]);
    }

    #[test]
    fn names_of_the_same_characters_stay() {
        check("王先生", &["王", "先生"]);
        check("张王氏", &["张", "王氏"]);
        check("김영님", &["김", "영님"]);
        check("李博士", &["李", "博士"]);
        check("장군", &["장", "군"]);
    }
}
