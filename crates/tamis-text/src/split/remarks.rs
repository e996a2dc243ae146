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
    // beyond ASCII one word is many bytes, but no remark has so many
    if kind == NameKind::Aircraft || text.len() > LONGEST || is_acronym(text, before) {
        return None;
    }
    let words = words_of(text);
    if describes(&words) {
        return Some(Remark::Beside);
    }
    let (mut rest, mut found, mut telling) = (words.as_slice(), None, Vec::new());
    while let Some(first) = rest.first() {
        let (length, remark) = step(rest, kind, is_said)?;
        telling.extend(remark.map(|_| (length, first)));
        found = found.max(remark);
        rest = rest.get(length..).unwrap_or_default();
    }
    match telling.as_slice() {
        [(1, only)] if is_name(only, kind) => None,
        // where somebody is or what they do is none of their names
        _ if kind == NameKind::Person => found.map(|_| Remark::Beside),
        _ => found,
    }
}

/// Bytes of the longest remark that is looked at.
const LONGEST: usize = 256;

/// The remark that words begin with, and how many of them; nothing where the first is a word of a name.
fn step(rest: &[Word<'_>], kind: NameKind, is_said: bool) -> Option<(usize, Option<Remark>)> {
    let first = rest.first()?;
    let is_person = matches!(kind, NameKind::Person | NameKind::Unknown);
    let is_ship = kind == NameKind::Vessel;
    let says_little = !is_ship && (is_person || !is_said);
    if let Some((length, sense)) = longest(rest) {
        let remark = match sense {
            Sense::Joins => return Some((length, None)),
            Sense::State => Some(Remark::Beside),
            Sense::Country => Some(Remark::OfTheName),
            Sense::Place => (!is_ship).then_some(Remark::OfTheName),
            Sense::Word => says_little.then_some(Remark::OfTheName),
            Sense::Describes => None,
        };
        if remark.is_some() {
            return Some((length, remark));
        }
    }
    if first.written.chars().all(char::is_numeric) {
        return Some((1, Some(Remark::OfTheName)));
    }
    let is_form = |form: &legal_forms::LegalForm| !form.edge || kind != NameKind::Person;
    if let Some(form) = legal_forms::longest(rest.iter().map(|word| word.key.as_str()))
        && is_form(&form)
    {
        return Some((form.words, Some(Remark::OfTheName)));
    }
    match kind_of_word(first.written) {
        Some(ConceptKind::Place) if !is_ship => return Some((1, Some(Remark::OfTheName))),
        Some(ConceptKind::Weak) if says_little => return Some((1, Some(Remark::OfTheName))),
        _ => {}
    }
    (is_person && is_title(first)).then_some((1, Some(Remark::Beside)))
}

/// Dr, Mullah, 先生; not what is also a name (Malik).
fn is_title(word: &Word<'_>) -> bool {
    let script = word.written.chars().next().map_or(Script::Common, script_of);
    let role = role_of(&word.folded, &word.key, script, NameKind::Person);
    role == Some(Role::Title) || is_east_asian_title(word.written)
}

/// Whether somebody, or some thing, is called by the one word that tells.
fn is_name(word: &Word<'_>, kind: NameKind) -> bool {
    match borne(word) {
        Some(Borne::ByPersons) => matches!(kind, NameKind::Person | NameKind::Unknown),
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
