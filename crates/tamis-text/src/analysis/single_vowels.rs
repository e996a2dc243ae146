//! A syllable of a name of East Asia that is one vowel (O Kuk Ryol, Lee A Young, Roh Tae-u, Teng Lung-i, У Циюнь) is no
//! initial. Knows what such names are made of.

use smallvec::SmallVec;

use crate::name::{Part, PartClass};
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
    if !parts.iter().any(is_vowel) {
        return;
    }
    let words: SmallVec<[WordOfName<'_>; 4]> =
        parts.iter().map(|part| (&*part.folded, &*part.latin, part.script)).collect();
    if syllables::are_syllables(&words, SYLLABLES) {
        drop(words);
        for part in parts.iter_mut().filter(|part| is_vowel(part)) {
            part.class = PartClass::Plain;
        }
    }
}
