//! Which parts are syllables of a Korean name: told from the whole name, for single words of its
//! syllables stand in names of all peoples (Ali, Amin, Sana).

use smallvec::SmallVec;
use tamis_text::{KoreanSounds, Script, is_korean_family};

use super::PreparedPart;

/// Syllables of a Korean name, family name and own name together.
const SYLLABLES: std::ops::RangeInclusive<u8> = 2..=4;

/// Notes the sounds of the parts where the whole name may be Korean: in Hangul, or with a family name
/// at its beginning or end and of Korean syllables throughout.
pub(super) fn prepare(parts: &mut [PreparedPart]) {
    let [first, .., last] = &*parts else { return };
    let hangul = first.part.script == Script::Hangul;
    let family = hangul
        || [first, last].iter().any(|part| {
            part.part.script == Script::Latin && is_korean_family(part.part.latin.as_str())
        });
    if !family {
        return;
    }
    let mut found = SmallVec::<[KoreanSounds; 4]>::new();
    let mut syllables = 0;
    let last = parts.len() - 1;
    for (at, part) in parts.iter().enumerate() {
        if part.part.script != first.part.script {
            return;
        }
        let latin = part.part.latin.as_str();
        // of a name that begins with one, the last word is an own name
        let family = match at {
            0 => hangul || is_korean_family(latin),
            at => at == last && is_korean_family(latin) && !is_korean_family(&first.part.latin),
        };
        let sounds = if family { KoreanSounds::of_family(latin) } else { KoreanSounds::of(latin) };
        let Some(sounds) = sounds else { return };
        syllables += sounds.syllables();
        if !hangul && syllables > *SYLLABLES.end() {
            return;
        }
        found.push(sounds);
    }
    if hangul || SYLLABLES.contains(&syllables) {
        for (part, sounds) in parts.iter_mut().zip(found) {
            part.korean = Some(sounds);
        }
    }
}
