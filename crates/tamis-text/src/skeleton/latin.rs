//! Sound classes of romanised words.

use std::sync::LazyLock;

use compact_str::CompactString;

use super::{LatinSound, Place, Skeleton};
use crate::generated::sounds::LATIN;

/// A doubled letter is one letter: Muhammad, Mohamed. Digits stay, and so does an h after the h of
/// sh, kh and the like: Mashhadani. What is not the word itself is made in `buffer`.
pub(super) fn without_doubles<'t>(latin: &'t str, buffer: &'t mut CompactString) -> &'t str {
    let mut last = b' ';
    let doubled = latin.bytes().any(|byte| {
        let again = byte == last || !byte.is_ascii();
        last = byte;
        again
    });
    if !doubled {
        return latin;
    }
    let (mut before, mut previous) = (' ', ' ');
    for letter in latin.chars() {
        let digraph = letter == 'h' && matches!(before, 's' | 'k' | 't' | 'd' | 'g' | 'c' | 'z');
        if letter != previous || letter.is_ascii_digit() || digraph {
            buffer.push(letter);
        }
        (before, previous) = (previous, letter);
    }
    buffer
}

/// Appends the classes of a word without doubled letters.
pub(super) fn classes_into(word: &str, skeleton: &mut Skeleton) {
    let bytes = word.as_bytes();
    let quick = &*QUICK;
    let mut position = 0;
    while let Some(&byte) = bytes.get(position) {
        let sounds = usize::from(byte.wrapping_sub(b'a'));
        let Some(letter) = quick.get(sounds) else {
            if byte.is_ascii_digit() {
                skeleton.push(byte);
            }
            position += 1;
            continue;
        };
        let next = bytes.get(position + 1).copied();
        if letter.stands_alone(next) {
            let class = if position == 0 {
                letter.initial
            } else if next.is_none() {
                letter.last
            } else {
                letter.inside
            };
            if class != 0 {
                skeleton.push(class);
            }
            position += 1;
            continue;
        }
        match sound_at(bytes, position, sounds) {
            Some(sound) => {
                skeleton.extend_from_slice(sound.class);
                position += sound.letters.len();
            }
            None => position += 1,
        }
    }
}

/// The sound that begins at a place, by the table.
fn sound_at(bytes: &[u8], position: usize, sounds: usize) -> Option<&'static LatinSound> {
    LATIN.get(sounds)?.iter().find(|sound| {
        bytes.get(position..).is_some_and(|rest| rest.starts_with(sound.letters))
            && stands(sound.place, bytes, position, sound.letters.len())
    })
}

/// What the table says of a letter where no group of letters begins: three letters of four, at a
/// third of the instructions of the search.
struct Quick {
    /// The second letters of groups, a bit each; all where neighbours decide otherwise.
    groups: u32,
    /// Class at the beginning, inside and at the end; 0 is silent.
    initial: u8,
    inside: u8,
    last: u8,
}

impl Quick {
    fn stands_alone(&self, next: Option<u8>) -> bool {
        match next {
            Some(next @ b'a'..=b'z') => self.groups & 1 << (next - b'a') == 0,
            _ => self.groups != u32::MAX,
        }
    }

    fn of(sounds: usize) -> Self {
        let group = LATIN.get(sounds).copied().unwrap_or_default();
        let letter = u8::try_from(sounds).unwrap_or(0) + b'a';
        let mut groups = 0;
        for sound in group {
            let alone = matches!(sound.place, Place::Any | Place::Initial | Place::Final);
            groups |= match sound.letters {
                [_, second, ..] => 1 << (second - b'a'),
                _ if alone && sound.class.len() < 2 => 0,
                _ => u32::MAX,
            };
        }
        // The digit stands for a neighbour that begins no group.
        let class = |word: &[u8], position| {
            let sound = sound_at(word, position, sounds);
            sound.and_then(|sound| sound.class.first().copied()).unwrap_or(0)
        };
        let (initial, inside, last) =
            (&[letter, b'0'][..], &[b'0', letter, b'0'][..], &[b'0', letter][..]);
        Self { groups, initial: class(initial, 0), inside: class(inside, 1), last: class(last, 1) }
    }
}

static QUICK: LazyLock<[Quick; 26]> = LazyLock::new(|| std::array::from_fn(Quick::of));

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
pub(super) fn fallback(word: &str) -> u8 {
    if word.contains('h') { b'H' } else { b'A' }
}
