//! What stands beside a name and is none: a place, a legal form, words that say little, a number, a state, what
//! somebody is. Two names that share "(Syria)", "集团" or "; member of ISIL" share no name.
//!
//! Knows words, by the tables of the analysis and `data/remarks.tsv`; not where they stand. A stretch is a remark
//! where each of its words is one.

mod words;

use self::words::{Borne, Sense, Word, borne, describes, longest, words_of};
use super::{FieldMarker, FieldPieces};
use crate::analysis::is_east_asian_title;
use crate::name::NameKind;
use crate::script::{Script, script_of};
use crate::things::{ConceptKind, kind_of_word, legal_forms};
use crate::words::{Role, role_of};

/// What a remark is to the name that it stands beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Remark {
    /// Words of it, where it is a thing's: Zarvan (Syria) is Zarvan Syria.
    OfTheName,
    /// None of its words: "in liquidation", "member of ISIL".
    Beside,
}

/// Marks the pieces of a field that are remarks. The first piece is a name whatever it says, but where another
/// script follows it; so are all where none would be left.
pub(super) fn mark(text: &str, kind: NameKind, pieces: &mut FieldPieces) {
    let in_scripts = pieces.iter().any(|piece| piece.marker == FieldMarker::OtherScript);
    let may_be = |marker| match marker {
        FieldMarker::First => in_scripts,
        FieldMarker::Listed
        | FieldMarker::Enumerated
        | FieldMarker::Alternative
        | FieldMarker::OtherScript
        | FieldMarker::Alias
        | FieldMarker::Former
        | FieldMarker::Parenthesis => true,
        // quotes say that it is a name, labels that it is a part of one
        _ => false,
    };
    let remarks: Vec<Option<Remark>> = pieces
        .iter()
        .map(|piece| {
            let words = text.get(piece.span.clone()).unwrap_or_default();
            let before = text.get(..piece.span.start).unwrap_or_default();
            let is_said = matches!(piece.marker, FieldMarker::Alias | FieldMarker::Former);
            let found = may_be(piece.marker).then(|| remark(words, before, kind, is_said));
            found.flatten()
        })
        .collect();
    if remarks.iter().all(Option::is_some) {
        return;
    }
    for (piece, remark) in pieces.iter_mut().zip(remarks) {
        match remark {
            Some(Remark::OfTheName) => piece.marker = FieldMarker::OfTheName,
            Some(Remark::Beside) => piece.marker = FieldMarker::Remark,
            None => {}
        }
    }
}

/// Whether words are a remark on what stands before them. Where they are said to be a name ("formerly", "alias"),
/// words that say little may be one.
pub(super) fn remark(text: &str, before: &str, kind: NameKind, is_said: bool) -> Option<Remark> {
    if kind == NameKind::Aircraft || text.len() > LONGEST || is_acronym(text, before) {
        return None;
    }
    let words = words_of(text);
    if describes(&words) {
        return Some(Remark::Beside);
    }
    let (mut rest, mut sorts, mut telling) = (words.as_slice(), Vec::new(), Vec::new());
    while !rest.is_empty() {
        let (length, sort) = sort(rest, kind)?;
        let (these, others) = rest.split_at_checked(length)?;
        if sort.is_some() {
            telling.extend(these);
        }
        sorts.extend(sort);
        rest = others;
    }
    let joined = telling.len() < words.len();
    let found = of_one_sort(&sorts, joined, kind, is_said).filter(|_| !is_borne(&telling, kind));
    // where somebody is or what they do is none of their names
    let is_person = kind == NameKind::Person;
    found.map(|remark| if is_person { Remark::Beside } else { remark })
}

/// Bytes of the longest remark that is looked at.
const LONGEST: usize = 256;

/// What a word of a remark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// A country that ships have the flag of.
    Flag,
    /// Any other place, or a word made of one.
    Place,
    LegalForm,
    Number,
    Year,
    /// Says little about which thing is meant.
    Little,
    State,
    Title,
}

/// What words of these sorts are together. A state goes with all else; else they are of one sort, for Libyan
/// Investment Authority, Global Trading Group, 11420 Corp. and Macedonia Ltda. are names.
fn of_one_sort(sorts: &[Sort], joined: bool, kind: NameKind, is_said: bool) -> Option<Remark> {
    let all = |sort: Sort| sorts.iter().all(|other| *other == sort);
    let is_ship = kind == NameKind::Vessel;
    let is_place = |sort: &Sort| match sort {
        Sort::Flag => !(is_ship && is_said),
        Sort::Place => !is_ship,
        _ => false,
    };
    match sorts {
        [] => None,
        _ if sorts.contains(&Sort::State) || all(Sort::Title) => Some(Remark::Beside),
        _ if sorts.iter().all(is_place) => Some(Remark::OfTheName),
        _ if joined => None,
        // ships are called Global, too
        [Sort::Little] => (!is_ship && !is_said).then_some(Remark::OfTheName),
        [Sort::Number] => Some(Remark::OfTheName),
        _ => (all(Sort::LegalForm) || all(Sort::Year)).then_some(Remark::OfTheName),
    }
}

/// The sort of the words at the beginning, and how many of them; nothing where the first is a word of a name.
fn sort(rest: &[Word<'_>], kind: NameKind) -> Option<(usize, Option<Sort>)> {
    let first = rest.first()?;
    if let Some((length, sense)) = longest(rest) {
        let sort = match sense {
            Sense::Joins => return Some((length, None)),
            Sense::Country => Some(Sort::Flag),
            Sense::Place => Some(Sort::Place),
            Sense::Word => Some(Sort::Little),
            Sense::State => Some(Sort::State),
            Sense::Describes => None,
        };
        if sort.is_some() {
            return Some((length, sort));
        }
    }
    if first.written.chars().all(char::is_numeric) {
        let is_year = first.written.chars().count() == 4;
        return Some((1, Some(if is_year { Sort::Year } else { Sort::Number })));
    }
    let form = legal_forms::longest(rest.iter().map(|word| word.key.as_str()));
    if let Some(form) = form.filter(|form| !form.edge || kind != NameKind::Person) {
        return Some((form.words, Some(Sort::LegalForm)));
    }
    let sort = match kind_of_word(first.written) {
        Some(ConceptKind::Place) => Some(Sort::Place),
        Some(ConceptKind::Weak) => Some(Sort::Little),
        _ => may_be_person(kind).then_some(Sort::Title).filter(|_| is_title(first)),
    };
    sort.map(|sort| (1, Some(sort)))
}

fn may_be_person(kind: NameKind) -> bool {
    matches!(kind, NameKind::Person | NameKind::Unknown)
}

/// Dr, Mullah, 先生; not what is also a name (Malik).
fn is_title(word: &Word<'_>) -> bool {
    let script = word.written.chars().next().map_or(Script::Common, script_of);
    let role = role_of(&word.folded, &word.key, script, NameKind::Person);
    matches!(role, Some(Role::Title | Role::TitleOrFamily)) || is_east_asian_title(word.written)
}

/// Whether somebody, or some thing, is called by the words that tell.
fn is_borne(telling: &[&Word<'_>], kind: NameKind) -> bool {
    match borne(telling) {
        Some(Borne::ByPersons) => may_be_person(kind),
        Some(Borne::ByThings) => kind != NameKind::Person,
        None => false,
    }
}

/// Whether capitals are the first letters of words before them: Special Air Service (SAS) has no legal form.
fn is_acronym(text: &str, before: &str) -> bool {
    let letters = || text.chars().filter(|letter| *letter != '.');
    if !letters().all(char::is_uppercase) || letters().count() < 2 {
        return false;
    }
    let mut initials = before
        .split(|sign: char| !sign.is_alphanumeric())
        .filter_map(|word| word.chars().next()?.to_uppercase().next());
    letters().all(|letter| initials.any(|initial| initial == letter))
}

#[cfg(test)]
mod tests;
