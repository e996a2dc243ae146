//! Sound classes of romanised words.

use super::Place;
use crate::generated::sounds::LATIN;

/// A doubled letter is one letter: Muhammad, Mohamed. Digits stay, and so does an h after the h of
/// sh, kh and the like: Mashhadani.
pub(super) fn without_doubles(latin: &str) -> String {
    let mut letters = String::with_capacity(latin.len());
    let (mut before, mut previous) = (' ', ' ');
    for letter in latin.chars() {
        let digraph = letter == 'h' && matches!(before, 's' | 'k' | 't' | 'd' | 'g' | 'c' | 'z');
        if letter != previous || letter.is_ascii_digit() || digraph {
            letters.push(letter);
        }
        (before, previous) = (previous, letter);
    }
    letters
}

/// Appends the classes of a word without doubled letters.
pub(super) fn classes_into(word: &str, skeleton: &mut Vec<u8>) {
    let bytes = word.as_bytes();
    let mut position = 0;
    while let Some(&byte) = bytes.get(position) {
        let sounds = usize::from(byte.wrapping_sub(b'a'));
        let found = LATIN.get(sounds).and_then(|group| {
            group.iter().find(|sound| {
                bytes.get(position..).is_some_and(|rest| rest.starts_with(sound.letters))
                    && stands(sound.place, bytes, position, sound.letters.len())
            })
        });
        match found {
            Some(sound) => {
                skeleton.extend_from_slice(sound.class);
                position += sound.letters.len();
            }
            None => {
                if byte.is_ascii_digit() {
                    skeleton.push(byte);
                }
                position += 1;
            }
        }
    }
}

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
