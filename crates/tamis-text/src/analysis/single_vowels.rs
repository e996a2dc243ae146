//! A syllable of a name of East Asia that is one vowel is no initial, where its place tells: O Kuk Ryol, У Циюнь, Roh Tae U,
//! Lee A-young, Teng Lung-i. In the middle of a name without a hyphen it stays an initial, for Kim A Lee is Kim Anne Lee.
//! Knows what such names are made of.

use smallvec::SmallVec;

use crate::name::{Part, PartClass};
use crate::script::Script;
use crate::syllables::{self, WordOfName};

/// Syllables of a name that may have a vowel among them: those of a family and of the own name.
const SYLLABLES: std::ops::RangeInclusive<usize> = 3..=4;

/// Makes names of single vowels in a name of such syllables with a family at one end, where no full stop says that they
/// stand for more.
pub(super) fn mark(parts: &mut [Part], text: &str) {
    let is_vowel = |part: &Part| {
        part.class == PartClass::Initial
            && matches!(part.latin.as_str(), "a" | "i" | "o" | "u" | "e")
            && !text.get(part.span.end..).is_some_and(|rest| rest.starts_with('.'))
    };
    // "Lee, John A": what follows a comma is written as papers of the West do
    if !parts.iter().any(is_vowel) || text.contains(',') {
        return;
    }
    let words: SmallVec<[WordOfName<'_>; 4]> =
        parts.iter().map(|part| (&*part.folded, &*part.latin, part.script)).collect();
    if !syllables::are_syllables(&words, SYLLABLES) {
        return;
    }
    let is_family = |at: usize| at == 0 && hangs(parts, text, 1);
    let is_told: SmallVec<[bool; 4]> = (0..words.len())
        .map(|at| is_family(at) || hangs(parts, text, at) || is_told_by_place(&words, at))
        .collect();
    drop(words);
    for (part, is_told) in parts.iter_mut().zip(is_told) {
        if is_told && is_vowel(part) {
            part.class = PartClass::Plain;
        }
    }
}

/// Whether a hyphen joins a part to a neighbour.
fn hangs(parts: &[Part], text: &str, at: usize) -> bool {
    let Some(part) = parts.get(at) else { return false };
    text.get(..part.span.start).is_some_and(|before| before.ends_with('-'))
        || text.get(part.span.end..).is_some_and(|behind| behind.starts_with('-'))
}

/// Whether a vowel stands where a family of one vowel does, or a syllable of Korean: O before two single syllables (U is a
/// title of Burma), У before an own name in one word; u, o, i behind a family and another syllable; u between two, where
/// hardly an initial is.
fn is_told_by_place(words: &[WordOfName<'_>], at: usize) -> bool {
    let Some((_, vowel, script)) = words.get(at) else { return false };
    match (*script, words) {
        (Script::Cyrillic, [_, _]) => at == 0 && *vowel == "u",
        (Script::Latin, [_, own @ ..]) if at == 0 => {
            *vowel == "o" && own.len() == 2 && own.iter().all(syllables::is_korean_syllable)
        }
        (Script::Latin, [family, _, ..]) if at + 1 == words.len() => {
            matches!(*vowel, "u" | "o" | "i") && syllables::is_family_of_korea(family)
        }
        (Script::Latin, [family, _, last]) => {
            *vowel == "u"
                && syllables::is_family_of_korea(family)
                && syllables::is_korean_syllable(last)
        }
        _ => false,
    }
}
