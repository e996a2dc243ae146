//! Chains of names: own name, fathers, nisba; what is contained, swapped, or another name.

use tamis_model::PartyKind;
use tamis_text::distance::optimal_string_alignment_chars;

use super::Pair;
use super::words::alike;

const MARKERS: [&str; 8] = ["bin", "ben", "ibn", "bint", "ould", "بن", "ابن", "بنت"];

fn is_person(pair: &Pair<'_>) -> bool {
    pair.kind == PartyKind::Person
}

/// The one part that differs follows "son of" on both sides.
pub(super) fn father_differs(pair: &Pair<'_>) -> Option<bool> {
    let (place, _, _) = pair.one.one_difference(&pair.other)?;
    let before = place.checked_sub(1)?;
    let is_marker =
        |words: &[String]| words.get(before).is_some_and(|word| MARKERS.contains(&word.as_str()));
    (is_person(pair) && is_marker(&pair.one.all) && is_marker(&pair.other.all)).then_some(false)
}

/// The one part that differs is a nisba on both sides, and two others or more agree.
pub(super) fn nisba_differs(pair: &Pair<'_>) -> Option<bool> {
    let (place, one, other) = pair.one.one_difference(&pair.other)?;
    let before = pair.one.all.get(place.checked_sub(1)?)?;
    let has_article = ["al", "el"].contains(&before.as_str());
    let is_nisba = |word: &str| word.ends_with(['i', 'y', 'ي']);
    let agreeing = pair.one.informative().len().checked_sub(1)?;
    (is_person(pair) && has_article && is_nisba(one) && is_nisba(other) && agreeing >= 2)
        .then_some(true)
}

/// All parts of the shorter name, two or more, stand in the longer one in their order, the own name
/// first in both, and three parts or fewer are left out.
pub(super) fn is_contained(pair: &Pair<'_>) -> Option<bool> {
    let (one, other) = (pair.one.informative(), pair.other.informative());
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    if !is_person(pair) || short.len() < 2 || short.len() == long.len() {
        return None;
    }
    let mut left = long.iter();
    let in_order = short.iter().all(|part| left.any(|longer| alike(part, longer)));
    let own = short.first().zip(long.first()).is_some_and(|(one, other)| alike(one, other));
    (in_order && own).then_some(true)
}

/// All parts of the shorter name, two or more, stand in the longer one in their order, but the longer
/// one begins with another own name, known as such: the rest names the father or a brother (policy,
/// row 4).
pub(super) fn own_name_is_missing(pair: &Pair<'_>) -> Option<bool> {
    let (one, other) = (pair.one.informative(), pair.other.informative());
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    if !is_person(pair) || short.len() < 2 || short.len() == long.len() {
        return None;
    }
    let mut left = long.iter().skip(1);
    let in_order = short.iter().all(|part| left.any(|longer| alike(part, longer)));
    let other_own = short
        .first()
        .zip(long.first())
        .is_some_and(|(one, other)| !alike(one, other) && pair.known.knows(other));
    (in_order && other_own).then_some(false)
}

/// One part in the middle differs, behind the father's place, and three others or more agree
/// (policy, row 3). Speaks of no name with a compound, whose words are no parts.
pub(super) fn middle_differs(pair: &Pair<'_>) -> Option<bool> {
    let (one, other) = (pair.one.informative(), pair.other.informative());
    let compound = |word: &&str| word.starts_with("abd");
    if !is_person(pair) || one.len() != other.len() || one.iter().chain(&other).any(compound) {
        return None;
    }
    let mut different = one.iter().zip(&other).enumerate().filter(|(_, (a, b))| !alike(a, b));
    let (place, _) = different.next()?;
    let in_the_middle = place >= 2 && place + 1 < one.len();
    (different.next().is_none() && in_the_middle).then_some(true)
}

/// Two parts, swapped.
pub(super) fn is_swapped(pair: &Pair<'_>) -> Option<bool> {
    match (pair.one.all.as_slice(), pair.other.all.as_slice()) {
        ([a, b], [c, d]) if is_person(pair) && a == d && b == c && a != b => Some(true),
        _ => None,
    }
}

/// Two words against two, of which one pair is the same and the other two are known names that are
/// never one, and no slip of one letter.
pub(super) fn other_known_name(pair: &Pair<'_>) -> Option<bool> {
    let (one, other) = (pair.one.informative(), pair.other.informative());
    if !is_person(pair) || one.len() != other.len() || one.len() > 3 {
        return None;
    }
    let mut different = one.iter().zip(&other).enumerate().filter(|(_, (a, b))| a != b);
    let (place, (one_word, other_word)) = different.next()?;
    if different.next().is_some() || (place > 0 && one.len() > 2) {
        return None;
    }
    let letters = |word: &str| word.chars().collect::<Vec<char>>();
    // Bibi and Benjamin: one may be the short form of the other
    let short_form = one_word.chars().next() == other_word.chars().next()
        && one_word.chars().count().abs_diff(other_word.chars().count()) >= 2;
    let near = short_form
        || optimal_string_alignment_chars(&letters(one_word), &letters(other_word), 1).is_some();
    (!near && pair.known.are_different(one_word, other_word)).then_some(false)
}
