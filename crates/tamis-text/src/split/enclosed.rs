//! What stands in parentheses and quotes.

use std::ops::Range;

use super::table::{self, Sense};
use super::{FieldMarker, trimmed};

/// Parentheses or quotes of a segment.
#[derive(Debug, Clone)]
pub(super) struct Enclosed {
    /// With their signs.
    pub(super) whole: Range<usize>,
    /// Without them.
    pub(super) inside: Range<usize>,
    /// What they are.
    pub(super) marker: FieldMarker,
}

/// Parentheses and quotes of a segment. What is not closed ends with the segment. A branch is none: "Zarvan
/// Bank (Bangladesh branch)" is neither Zarvan Bank nor the branch of any other.
pub(super) fn enclosed(text: &str, segment: &Range<usize>) -> Vec<Enclosed> {
    let mut found = Vec::new();
    let mut open: Option<(usize, usize, char)> = None;
    let body = text.get(segment.clone()).unwrap_or_default();
    for (offset, sign) in body.char_indices() {
        let (position, after) = (segment.start + offset, segment.start + offset + sign.len_utf8());
        match open {
            Some((whole, inside, close)) if sign == close => {
                found.push((whole..after, inside..position, close));
                open = None;
            }
            // An opening sign inside another closes it: "(A (original script)".
            Some((whole, inside, ')' | ']')) if matches!(sign, '(' | '[') => {
                found.push((whole..position, inside..position, ')'));
                open = closing(sign).map(|close| (position, after, close));
            }
            Some(_) => {}
            None => open = closing(sign).map(|close| (position, after, close)),
        }
    }
    if let Some((whole, inside, close)) = open.filter(|(_, _, close)| *close != '"') {
        found.push((whole..segment.end, inside..segment.end, close));
    }
    let named = |(whole, inside, close): (Range<usize>, Range<usize>, char)| {
        let words = text.get(trimmed(text, inside.clone())).unwrap_or_default();
        let marker = if has(Sense::Remark, |remark| words.eq_ignore_ascii_case(remark)) {
            FieldMarker::Remark
        } else if matches!(close, ')' | ']') {
            FieldMarker::Parenthesis
        } else {
            FieldMarker::Quoted
        };
        Enclosed { whole, inside, marker }
    };
    let is_branch = |inside: &Range<usize>| {
        let words = text.get(inside.clone()).unwrap_or_default().to_lowercase();
        words.split_whitespace().any(|word| has(Sense::Branch, |branch| branch == word))
    };
    found.into_iter().filter(|(_, inside, _)| !is_branch(inside)).map(named).collect()
}

fn has(sense: Sense, is: impl Fn(&str) -> bool) -> bool {
    table::lines().iter().any(|line| line.sense == sense && is(line.words))
}

fn closing(sign: char) -> Option<char> {
    Some(match sign {
        '(' => ')',
        '[' => ']',
        '"' => '"',
        '“' | '„' => '”',
        '«' => '»',
        _ => return None,
    })
}
