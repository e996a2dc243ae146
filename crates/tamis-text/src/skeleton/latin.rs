//! Sound classes of romanised words.

use std::sync::LazyLock;

use smallvec::SmallVec;

use super::machine::Machine;
use super::{LatinSound, Place, Skeleton};
use crate::generated::sounds::LATIN;

/// Letters in the making; hardly a word has more than stand in place.
pub(super) type Letters = SmallVec<[u8; 64]>;

/// A doubled letter is one letter: Muhammad, Mohamed. Digits stay, and so does an h after the h of
/// sh, kh and the like: Mashhadani. What is not the word itself is made in `buffer`.
pub(super) fn without_doubles<'t>(latin: &'t [u8], buffer: &'t mut Letters) -> &'t [u8] {
    if !has_doubles(latin) {
        return latin;
    }
    *buffer = match latin.len() {
        // Half the cost of the other.
        length @ ..=64 => Letters::from_buf_and_len([0; 64], length),
        length => Letters::from_elem(0, length),
    };
    let (mut before, mut previous, mut length) = (b' ', b' ', 0);
    let slots = buffer.as_mut_slice();
    for &letter in latin {
        let stays = letter != previous
            || letter.is_ascii_digit()
            || letter == b'h' && matches!(before, b's' | b'k' | b't' | b'd' | b'g' | b'c' | b'z');
        if let (true, Some(slot)) = (stays, slots.get_mut(length)) {
            *slot = letter;
            length += 1;
        }
        (before, previous) = (previous, letter);
    }
    slots.get(..length).unwrap_or_default()
}

/// Whether two letters that follow each other are equal. Eight at once: all neighbours of a word of 8
/// to 15 letters stand in its first eight or in its last eight, and half as many in one of 4 to 7.
#[inline]
pub(super) fn has_doubles(word: &[u8]) -> bool {
    // A byte of `letters ^ letters >> 8` is 0 where two neighbours are equal; the top one has none.
    let in_eight = |letters: u64| {
        let differences = (letters ^ letters >> 8) | 0xFF << 56;
        differences.wrapping_sub(0x0101_0101_0101_0101) & !differences & 0x8080_8080_8080_8080 != 0
    };
    let in_four = |letters: u32| {
        let differences = (letters ^ letters >> 8) | 0xFF << 24;
        differences.wrapping_sub(0x0101_0101) & !differences & 0x8080_8080 != 0
    };
    match word.len() {
        4..8 => [word.first_chunk::<4>(), word.last_chunk::<4>()]
            .into_iter()
            .flatten()
            .any(|letters| in_four(u32::from_le_bytes(*letters))),
        8..16 => [word.first_chunk::<8>(), word.last_chunk::<8>()]
            .into_iter()
            .flatten()
            .any(|letters| in_eight(u64::from_le_bytes(*letters))),
        _ => word.windows(2).any(|pair| matches!(pair, [one, other] if one == other)),
    }
}

/// Appends the classes of a word without doubled letters.
pub(super) fn classes_into(word: &[u8], skeleton: &mut Skeleton) {
    match MACHINE.read(word) {
        // Moved as they are, which costs a quarter of appending them.
        Some(([a, b, c, d, e, f, g, h], count)) if skeleton.is_empty() => {
            let classes = [a, b, c, d, e, f, g, h, 0, 0, 0, 0, 0, 0, 0, 0];
            *skeleton = Skeleton::from_buf_and_len(classes, count);
        }
        Some((classes, count)) => {
            skeleton.extend_from_slice(classes.get(..count).unwrap_or_default());
        }
        None => classes_by_search(word, skeleton),
    }
}

static MACHINE: LazyLock<Machine> = LazyLock::new(Machine::new);

/// The same by the table itself: what [`Machine`] only remembers.
fn classes_by_search(word: &[u8], skeleton: &mut Skeleton) {
    let mut position = 0;
    while position < word.len() {
        let (used, classes) = searched(word, position);
        skeleton.extend_from_slice(classes);
        position += used;
    }
}

/// The classes at a place, and of how many letters they are.
pub(super) fn searched(word: &[u8], position: usize) -> (usize, &[u8]) {
    match word.get(position) {
        Some(letter @ b'a'..=b'z') => sound_at(word, position, usize::from(letter - b'a'))
            .map_or((1, &[][..]), |sound| (sound.letters.len(), sound.class)),
        Some(b'0'..=b'9') => (1, word.get(position..=position).unwrap_or_default()),
        _ => (1, &[]),
    }
}

/// The sound that begins at a place, by the table.
fn sound_at(bytes: &[u8], position: usize, sounds: usize) -> Option<&'static LatinSound> {
    LATIN.get(sounds)?.iter().find(|sound| {
        bytes.get(position..).is_some_and(|rest| rest.starts_with(sound.letters))
            && stands(sound.place, bytes, position, sound.letters.len())
    })
}

pub(super) fn stands(place: Place, word: &[u8], position: usize, length: usize) -> bool {
    let next = word.get(position + length).copied();
    let previous = position.checked_sub(1).and_then(|before| word.get(before)).copied();
    let vowel = |letter: Option<u8>| matches!(letter, Some(b'a' | b'e' | b'i' | b'o' | b'u'));
    match place {
        Place::Any => true,
        Place::Initial => position == 0,
        Place::Final => next.is_none() && position > 0,
        Place::InitialBeforeVowel => position == 0 && vowel(next),
        Place::BeforeVowel => vowel(next),
        Place::BeforeFront => matches!(next, Some(b'e' | b'i' | b'y')),
        Place::BetweenEAndVowel => previous == Some(b'e') && vowel(next),
    }
}

/// The class of a word of which nothing is left.
pub(super) fn fallback(word: &[u8]) -> u8 {
    if word.contains(&b'h') { b'H' } else { b'A' }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_machine_says_what_the_table_says() {
        let letters = || (b'a'..=b'z').chain([b'0', b'-']);
        let check = |word: &[u8]| {
            let (mut by_machine, mut by_search) = (Skeleton::new(), Skeleton::new());
            classes_into(word, &mut by_machine);
            classes_by_search(word, &mut by_search);
            assert_eq!(by_machine, by_search, "{}", String::from_utf8_lossy(word));
        };
        for first in letters() {
            for second in letters() {
                for third in letters() {
                    check(&[first, second, third]);
                    check(&[b'e', first, second, third, b'h']);
                    check(&[b's', b'h', first, second, third]);
                    check(&[b't', first, second, third, b'e']);
                }
            }
        }
        check(&[b'm'; 80]);
        check(b"bdfjklmn");
        check(b"bdfjklmnr");
    }
}
