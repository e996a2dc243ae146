//! A syllable of a Korean name that is one vowel (Roh Tae-u, Ro Thae U, Han Chol O) is no initial. Knows what
//! Korean names are made of.

use crate::korean::{KoreanSounds, is_korean_family};
use crate::name::{Part, PartClass};

/// Syllables of a name whose last one may be a vowel: those of a family and of the own name.
const SYLLABLES: std::ops::RangeInclusive<u8> = 3..=4;

/// Makes a name of the last letter of a Korean name, where no full stop says that it stands for more.
pub(super) fn mark(parts: &mut [Part], text: &str) {
    let [first, .., last] = &*parts else { return };
    let is_vowel = last.class == PartClass::Initial
        && matches!(last.latin.as_str(), "u" | "o" | "i")
        && !text.get(last.span.end..).is_some_and(|rest| rest.starts_with('.'));
    if !is_vowel || !is_korean_family(&first.latin) {
        return;
    }
    let syllables = parts.iter().try_fold(0, |all, part| {
        KoreanSounds::of(&part.latin).map(|sounds| all + sounds.syllables())
    });
    if syllables.is_some_and(|syllables| SYLLABLES.contains(&syllables))
        && let Some(last) = parts.last_mut()
    {
        last.class = PartClass::Plain;
    }
}
