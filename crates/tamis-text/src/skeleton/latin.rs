//! Sound classes of romanised words.

use std::sync::LazyLock;

use smallvec::SmallVec;

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
    let (mut before, mut previous, mut length) = (b' ', b' ', 0);
    buffer.resize(latin.len(), 0);
    for &letter in latin {
        let digraph =
            letter == b'h' && matches!(before, b's' | b'k' | b't' | b'd' | b'g' | b'c' | b'z');
        if let Some(slot) = buffer.get_mut(length) {
            *slot = letter;
        }
        length += usize::from(letter != previous || letter.is_ascii_digit() || digraph);
        (before, previous) = (previous, letter);
    }
    buffer.get(..length).unwrap_or_default()
}

/// Whether two letters that follow each other are equal. Eight at once: all neighbours of a word of 8
/// to 15 letters stand in its first eight or in its last eight, and half as many in one of 4 to 7.
fn has_doubles(word: &[u8]) -> bool {
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

/// The longest word whose classes are found by pairs of letters; no real one is longer.
const LONGEST_BY_PAIRS: usize = 32;

/// Appends the classes of a word without doubled letters.
pub(super) fn classes_into(word: &[u8], skeleton: &mut Skeleton) {
    let (Some(&first), 0..=LONGEST_BY_PAIRS) = (word.first(), word.len()) else {
        return classes_by_search(word, skeleton);
    };
    // Classes gather in place and are appended at once: a third of the cost of single ones. A letter
    // has two at most.
    let (mut classes, mut count) = ([0_u8; 2 * LONGEST_BY_PAIRS], 0);
    let pairs = &*PAIRS;
    let (mut position, mut row) = (0, number(first));
    let number_at = |position: usize| word.get(position).map_or(0, |letter| number(*letter));
    while position < word.len() {
        let column = number_at(position + 1);
        let pair = pairs.of(row, column);
        let place = |next: usize| match position {
            0 => INITIAL,
            _ if next == word.len() => LAST,
            _ => INSIDE,
        };
        let class = match pair & LETTERS {
            1 => {
                let class = pair >> place(position + 1);
                (position, row) = (position + 1, column);
                class
            }
            2 => {
                let class = pair >> place(position + 2);
                (position, row) = (position + 2, number_at(position + 2));
                class
            }
            _ => {
                let (used, found) = searched(word, position);
                if let ([class, _], Some(slot)) = (found, classes.get_mut(count)) {
                    *slot = *class;
                    count += 1;
                }
                (position, row) = (position + used, number_at(position + used));
                found.last().copied().map_or(0, u32::from)
            }
        };
        let [class, ..] = class.to_le_bytes();
        if let Some(slot) = classes.get_mut(count) {
            *slot = class;
        }
        count += usize::from(class != 0);
    }
    skeleton.extend_from_slice(classes.get(..count).unwrap_or_default());
}

/// The same by the table itself: what [`Pairs`] only remembers.
fn classes_by_search(word: &[u8], skeleton: &mut Skeleton) {
    let mut position = 0;
    while position < word.len() {
        let (used, classes) = searched(word, position);
        skeleton.extend_from_slice(classes);
        position += used;
    }
}

/// The classes at a place, and of how many letters they are.
#[cold]
#[inline(never)]
fn searched(word: &[u8], position: usize) -> (usize, &[u8]) {
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

/// The numbers of letters, from a as 1; whatever is no letter is 0.
#[expect(clippy::indexing_slicing, reason = "an index out of bounds would not compile")]
static NUMBERS: [u8; 256] = {
    let (mut numbers, mut letter) = ([0; 256], 0);
    while letter < 26 {
        letter += 1;
        numbers[(b'a' - 1 + letter) as usize] = letter;
    }
    numbers
};

#[inline]
fn number(letter: u8) -> usize {
    NUMBERS.get(usize::from(letter)).map_or(0, |number| usize::from(*number))
}

/// What the table says of a letter and the one that follows it, where no third letter and no letter
/// before it has a say: nine places of ten, at a fifth of the instructions of the search. By first
/// and second letter, the second being 0 where none follows.
///
/// The low byte tells how many letters the sound has, 0 where the search decides; the bytes above
/// are its class at the beginning, inside and at the end.
struct Pairs([u32; 1024]);

const LETTERS: u32 = 0xFF;
const INITIAL: u32 = 8;
const INSIDE: u32 = 16;
const LAST: u32 = 24;

impl Pairs {
    /// By the numbers of two letters.
    #[inline]
    fn of(&self, first: usize, second: usize) -> u32 {
        self.0.get((first << 5 | second) & 1023).copied().unwrap_or(0)
    }

    fn new() -> Self {
        let mut pairs = Self([0; 1024]);
        for first in b'a'..=b'z' {
            for second in (b'a'..=b'z').chain([b'0']) {
                let pair = Self::pair(first, second).unwrap_or(0);
                if let Some(slot) = pairs.0.get_mut(number(first) << 5 | number(second)) {
                    *slot = pair;
                }
            }
        }
        pairs
    }

    fn pair(first: u8, second: u8) -> Option<u32> {
        let sounds = usize::from(first - b'a');
        let others_decide = |sound: &LatinSound| match sound.letters {
            [_] => sound.place == Place::BetweenEAndVowel || sound.class.len() > 1,
            [_, own] => {
                let here = matches!(sound.place, Place::Any | Place::Initial | Place::Final);
                *own == second && (!here || sound.class.len() > 1)
            }
            [_, own, ..] => *own == second,
            [] => true,
        };
        if LATIN.get(sounds)?.iter().any(others_decide) {
            return None;
        }
        // The digit stands for a neighbour that begins no sound.
        let sound = |word: &[u8], position| {
            let sound = sound_at(word, position, sounds)?;
            Some((sound.letters.len(), sound.class.first().copied().unwrap_or(0)))
        };
        let (letters, inside) = sound(&[b'0', first, second, b'0'], 1)?;
        let (of_first, initial) = sound(&[first, second, b'0'], 0)?;
        let (of_last, last) = match letters {
            1 => sound(&[b'0', first], 1)?,
            _ => sound(&[b'0', first, second], 1)?,
        };
        let letters =
            u8::try_from(letters).ok().filter(|_| of_first == letters && of_last == letters);
        Some(u32::from_le_bytes([letters?, initial, inside, last]))
    }
}

static PAIRS: LazyLock<Pairs> = LazyLock::new(Pairs::new);

fn stands(place: Place, word: &[u8], position: usize, length: usize) -> bool {
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
    fn pairs_say_what_the_table_says() {
        let letters = || (b'a'..=b'z').chain([b'0']);
        for first in letters() {
            for second in letters() {
                for third in letters() {
                    for word in [&[first, second, third][..], &[b'e', first, second, third, b'h']] {
                        let (mut by_pairs, mut by_search) = (Skeleton::new(), Skeleton::new());
                        classes_into(word, &mut by_pairs);
                        classes_by_search(word, &mut by_search);
                        assert_eq!(by_pairs, by_search, "{}", String::from_utf8_lossy(word));
                    }
                }
            }
        }
    }
}
