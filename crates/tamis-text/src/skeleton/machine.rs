//! The table of sounds as a machine that reads a word letter by letter and never looks back: a step
//! of fifteen instructions, where the search in the table takes sixty a sound.
//!
//! Knows nothing of sounds but what the table says; made from it at first use.

use super::latin::{searched, stands};
use super::{LatinSound, Place};
use crate::generated::sounds::LATIN;

/// What a machine does at each letter in each state.
///
/// A step has the classes that are now certain in its lower bytes, none to two, then how many they
/// are, whether they are more, and in its upper bits the place of the row of the next state.
pub(super) struct Machine(Box<[u32; STEPS]>);

/// Room for the steps of 107 states; the tables make 65.
const STEPS: usize = 4096;

/// Letters, digits, whatever else, the end of the word.
const COLUMNS: usize = 38;
const OTHER: u8 = 36;
const END: u8 = 37;

/// More classes at once than a step can hold, or more states than there is room for.
const BEYOND: u32 = 1 << 18;

const CLASSES: u32 = 0xFFFF;
const COUNT: u32 = 16;
const ROW: u32 = 20;

#[expect(clippy::indexing_slicing, reason = "an index out of bounds would not compile")]
static COLUMN_OF: [u8; 256] = {
    let mut columns = [OTHER; 256];
    let mut column = 0;
    while column < OTHER {
        columns[letter_of(column) as usize] = column;
        column += 1;
    }
    columns
};

const fn letter_of(column: u8) -> u8 {
    match column {
        0..26 => b'a' + column,
        26..36 => b'0' + column - 26,
        _ => b'-',
    }
}

impl Machine {
    /// The classes of a word, up to eight, the first one lowest, and how many they are; `None` where
    /// the table must be searched. What is beyond the machine is so rare that only the end asks.
    #[inline]
    pub(super) fn read(&self, word: &[u8]) -> Option<([u8; 8], usize)> {
        let (mut classes, mut bits, mut row, mut flags) = (0_u64, 0, 0, 0);
        let mut take = |column: u8| {
            // The mask spares a comparison a letter and never changes a place.
            let place = (row + usize::from(column)) & (STEPS - 1);
            let step = self.0.get(place).copied().unwrap_or(0);
            classes |= u64::from(step & CLASSES).wrapping_shl(bits);
            bits += 8 * (step >> COUNT & 3);
            flags |= step;
            row = usize::try_from(step >> ROW).unwrap_or(0);
        };
        for letter in word {
            take(COLUMN_OF.get(usize::from(*letter)).copied().unwrap_or(OTHER));
        }
        take(END);
        let certain = flags & BEYOND == 0 && bits <= u64::BITS;
        certain.then(|| (classes.to_le_bytes(), usize::try_from(bits / 8).unwrap_or(0)))
    }

    pub(super) fn new() -> Self {
        let mut states = vec![State::default()];
        let mut steps = Box::new([BEYOND; STEPS]);
        let mut number = 0;
        while let Some(state) = states.get(number).cloned() {
            for column in 0..=END {
                let letter = Some(letter_of(column)).filter(|_| column != END);
                let (classes, next) = state.after(letter);
                let place = states.iter().position(|known| *known == next).unwrap_or(states.len());
                if place == states.len() {
                    states.push(next);
                }
                let [first, second, count] = match *classes {
                    [] => [0; 3],
                    [class] => [class, 0, 1],
                    [first, second] => [first, second, 2],
                    _ => continue,
                };
                let row = u32::try_from(place * COLUMNS).unwrap_or(0);
                let here = steps.get_mut(number * COLUMNS + usize::from(column));
                if let Some(step) = here.filter(|_| (place + 1) * COLUMNS <= STEPS) {
                    *step = u32::from_le_bytes([first, second, count, 0]) | row << ROW;
                }
            }
            number += 1;
        }
        Self(steps)
    }
}

/// The letters whose sound is not certain yet, and what has a say of the letters before them.
#[derive(Clone, PartialEq, Eq, Default)]
struct State {
    /// Nothing at the beginning of a word; else an e, or a digit that stands for any other letter.
    before: Option<u8>,
    letters: Vec<u8>,
}

impl State {
    /// What is certain after a letter, or at the end, and the state then.
    fn after(&self, letter: Option<u8>) -> (Vec<u8>, Self) {
        let mut word: Vec<u8> = self.before.into_iter().collect();
        let mut position = word.len();
        word.extend_from_slice(&self.letters);
        word.extend(letter);
        let mut classes = Vec::new();
        while position < word.len() {
            let Some((used, found)) = certain(&word, position, letter.is_none()) else { break };
            classes.extend_from_slice(found);
            position += used;
        }
        let before = position.checked_sub(1).and_then(|last| word.get(last)).copied();
        let before = before.map(|letter| if letter == b'e' { b'e' } else { b'0' });
        (classes, Self { before, letters: word.split_off(position) })
    }
}

/// The sound at a place, whatever letters follow the word; `None` where they have a say.
fn certain(word: &[u8], position: usize, ended: bool) -> Option<(usize, &[u8])> {
    let rest = word.get(position..)?;
    let sounds = match rest.first()? {
        letter @ b'a'..=b'z' if !ended => LATIN.get(usize::from(letter - b'a'))?,
        _ => return Some(searched(word, position)),
    };
    for LatinSound { letters, place, class } in *sounds {
        let length = letters.len();
        let begins = rest.iter().zip(*letters).all(|(one, other)| one == other);
        let before = position.checked_sub(1).and_then(|before| word.get(before));
        let never = match place {
            Place::Initial | Place::InitialBeforeVowel => before.is_some(),
            Place::Final => before.is_none(),
            Place::BetweenEAndVowel => before != Some(&b'e'),
            Place::Any | Place::BeforeVowel | Place::BeforeFront => false,
        };
        if !begins || never {
            continue;
        }
        let alone = matches!(place, Place::Any | Place::Initial);
        if rest.len() < length || rest.len() == length && !alone {
            return None;
        }
        if stands(*place, word, position, length) {
            return Some((length, class));
        }
    }
    Some((1, &[]))
}
