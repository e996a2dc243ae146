//! Pieces that may also be one name: what parts them is a word or a sign that names have too. They are
//! offered beside the whole, so that nothing is lost where it was one name.

use std::ops::Range;

use super::table::{self, Place, Sense};
use super::{FieldMarker, FieldPiece, trimmed};
use crate::analysis::MAXIMUM_NAME_BYTES;
use crate::name::NameKind;
use crate::script::{Script, script_of};

/// The pieces of a stretch that may be several names, and the stretch itself where it may be one: the
/// stretch alone where nothing parts it.
pub(super) fn pieces(
    text: &str,
    stretch: Range<usize>,
    marker: FieldMarker,
    kind: NameKind,
) -> Vec<FieldPiece> {
    let whole = FieldPiece { span: trimmed(text, stretch.clone()), marker };
    let mut names = vec![FieldPiece { span: stretch.clone(), marker }];
    let is_person = matches!(kind, NameKind::Person | NameKind::Unknown);
    part(&mut names, FieldMarker::Enumerated, |span| series(text, span, is_person));
    if is_person {
        part(&mut names, FieldMarker::Alternative, |span| alternatives(text, span));
        for name in &mut names {
            name.span.end = before_birth(text, &name.span);
        }
    }
    part(&mut names, FieldMarker::OtherScript, |span| scripts(text, span));
    for name in &mut names {
        name.span = trimmed(text, name.span.clone());
    }
    names.retain(|name| !name.span.is_empty() && name.span != whole.span);
    // beyond what is analysed it is no name
    if names.is_empty() || whole.span.len() <= MAXIMUM_NAME_BYTES {
        names.insert(0, whole);
    }
    names
}

/// Parts each name by a rule; what follows the first piece has the rule's marker.
fn part(
    names: &mut Vec<FieldPiece>,
    marker: FieldMarker,
    rule: impl Fn(&Range<usize>) -> Vec<Range<usize>>,
) {
    let parted = names.iter().flat_map(|name| {
        let mut spans = rule(&name.span);
        if spans.len() < 2 {
            spans = vec![name.span.clone()];
        }
        let first = name.marker;
        spans.into_iter().enumerate().map(move |(at, span)| {
            let marker = if at == 0 { first } else { marker };
            FieldPiece { span, marker }
        })
    });
    *names = parted.collect();
}

/// How a series counts.
const COUNTERS: [[&str; 12]; 5] = [
    ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
    ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L"],
    ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"],
    ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"],
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"],
];

/// "1. X 2. Y", "A. X Z B. Y W": a field that begins with a counter and has the next one. A letter may be
/// an initial (A. Smith B. Jones), so that each of its items has two words, and it counts persons alone.
fn series(text: &str, span: &Range<usize>, is_person: bool) -> Vec<Range<usize>> {
    let body = text.get(span.clone()).unwrap_or_default();
    let blank = body.len() - body.trim_start_matches(|sign: char| !sign.is_alphanumeric()).len();
    let begins = |counters: &&[&str; 12]| {
        counters.first().is_some_and(|first| counter(body, blank, first).is_some())
    };
    for counters in COUNTERS.iter().filter(begins) {
        let is_number = counters.contains(&"1");
        let mut items: Vec<Range<usize>> = Vec::new();
        let mut from = blank;
        for next in counters {
            let place = (from..body.len()).find_map(|at| Some((at, counter(body, at, next)?)));
            let Some((at, length)) = place else { break };
            if let Some(last) = items.last_mut() {
                last.end = span.start + at;
            }
            items.push(span.start + at + length..span.end);
            from = at + length;
        }
        let least = if is_number { 1 } else { 2 };
        let is_item = |item: &Range<usize>| words(text, item) >= least;
        if (is_number || is_person) && items.len() > 1 && items.iter().all(is_item) {
            return items;
        }
    }
    Vec::new()
}

/// The length of a counter with its full stop or parenthesis, where it stands at a place as a word.
fn counter(body: &str, at: usize, counter: &str) -> Option<usize> {
    let rest = body.get(at..)?.strip_prefix(counter)?;
    let before = body.get(..at)?.chars().next_back();
    let after = rest.strip_prefix(['.', ')'])?.chars().next()?;
    let digit = counter.starts_with(|sign: char| sign.is_ascii_digit());
    let parted = after.is_whitespace() || digit && after.is_alphabetic();
    let begins = before.is_none_or(|sign| !sign.is_alphanumeric() && !matches!(sign, '.' | '-'));
    (parted && begins).then_some(counter.len() + 1)
}

/// "X Y or Z W": two words on each side, for Or, Ou and Atau are also names; in small letters, or where
/// no letter of the field is small.
fn alternatives(text: &str, span: &Range<usize>) -> Vec<Range<usize>> {
    let body = text.get(span.clone()).unwrap_or_default();
    let no_small = !body.chars().any(char::is_lowercase);
    let mut names = Vec::new();
    let mut start = span.start;
    for word in body.split_whitespace() {
        let at = span.start + (word.as_ptr().addr() - body.as_ptr().addr());
        let is_small = || no_small || word.chars().all(|letter| !letter.is_uppercase());
        let is_it = |line: &table::Line| line.sense == Sense::Alternative && line.is(word);
        let stretch = body.get(..at - span.start).unwrap_or_default();
        let behind = body.get(at - span.start + word.len()..).unwrap_or_default();
        if table::lines_at(word).iter().any(is_it) && is_small() && !is_of_a_name(stretch, behind) {
            names.push(start..at);
            start = at + word.len();
        }
    }
    names.push(start..span.end);
    if names.iter().all(|name| words(text, name) >= 2) { names } else { Vec::new() }
}

/// Whether what stands around the word makes a name of it: Ben Or, Bar Or; Ou Yang.
fn is_of_a_name(before: &str, behind: &str) -> bool {
    let is_one_of = |word: Option<&str>, names: &[&str]| {
        word.is_some_and(|word| names.iter().any(|name| word.eq_ignore_ascii_case(name)))
    };
    is_one_of(before.split_whitespace().next_back(), &["ben", "bar", "bat", "beit"])
        || is_one_of(behind.split_whitespace().next(), &["yang"])
}

/// The end of a name that a birth date follows.
fn before_birth(text: &str, span: &Range<usize>) -> usize {
    let body = text.get(span.clone()).unwrap_or_default();
    let mut begins_word = false;
    for (at, letter) in body.char_indices() {
        let rest = body.get(at..).unwrap_or_default();
        let is_birth = |line: &table::Line| {
            let mut next = rest.get(line.words.len()..).unwrap_or_default().split_whitespace();
            let looked_at = if line.place == Place::Date { 2 } else { 1 };
            line.sense == Sense::Birth
                && line.begins(rest)
                && next.by_ref().take(looked_at).any(|word| word.contains(char::is_numeric))
        };
        if begins_word && table::lines_at(rest).iter().any(is_birth) {
            return span.start + at;
        }
        begins_word = !letter.is_alphanumeric();
    }
    span.end
}

/// Runs of one script, where two of them and more may be a name each: two words, or two characters of
/// Han or Hangul.
fn scripts(text: &str, span: &Range<usize>) -> Vec<Range<usize>> {
    let body = text.get(span.clone()).unwrap_or_default();
    let mut runs: Vec<(Script, Range<usize>)> = Vec::new();
    let mut joined = false;
    for (at, letter) in body.char_indices() {
        let script = match script_of(letter) {
            Script::Common => {
                joined &= !letter.is_whitespace();
                continue;
            }
            // one writing, in Japan
            Script::Kana => Script::Han,
            script => script,
        };
        let place = span.start + at;
        match runs.last_mut() {
            Some((last, run)) if *last == script => run.end = place + letter.len_utf8(),
            // letters that look alike, inside a word
            Some(_) if joined => return Vec::new(),
            _ => runs.push((script, place..place + letter.len_utf8())),
        }
        joined = true;
    }
    let is_name = |(_, run): &(Script, Range<usize>)| words(text, run) >= 2;
    if runs.len() > 1 && runs.iter().all(is_name) {
        runs.into_iter().map(|(_, run)| run).collect()
    } else {
        Vec::new()
    }
}

/// Words of two letters and more; two characters of Han or Hangul are two, written together or not.
fn words(text: &str, span: &Range<usize>) -> usize {
    let body = text.get(span.clone()).unwrap_or_default();
    let east_asian =
        |letter: char| matches!(script_of(letter), Script::Han | Script::Hangul | Script::Kana);
    body.split(|letter: char| letter.is_whitespace() || letter == ',')
        .map(|word| {
            let letters = word.chars().filter(|letter| letter.is_alphabetic());
            match letters.clone().all(east_asian) {
                true => letters.count(),
                false => usize::from(letters.count() >= 2),
            }
        })
        .sum()
}
