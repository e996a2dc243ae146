//! What a word is made of when its spelling is compared: letters, and groups of letters that are one
//! sound, each at the beginning, inside or at the end.
//!
//! A unit is a byte, so that a learned cost is one look-up. Which groups are one unit is a matter of
//! writing alone; what a unit costs against another is learned.

mod inventory;
mod writing;

use smallvec::SmallVec;

use inventory::inventory;
pub use writing::Writing;
use writing::{LATIN_GROUPS, VOWEL_PAIRS};

/// Units of a word; the words of the lists have six in the mean.
pub type Units = SmallVec<[u8; 16]>;

/// Groups of one writing; three places each fill a byte.
pub const GROUPS: usize = 80;

/// What is added to a group at the beginning of a word; twice as much at its end.
const PLACE: u8 = 80;

/// The number that stands for no unit at all.
pub const NOTHING: u8 = 240;

/// Numbers of units and of nothing.
pub const UNITS: usize = 241;

/// The units of a word: of its own letters where its writing has them, of its romanisation where not.
#[must_use]
pub fn units(folded: &str, latin: &str, writing: Writing) -> Units {
    match writing {
        Writing::Latin => units_of(&tamis_text::reading(latin), writing),
        Writing::Arabic | Writing::Hebrew | Writing::Cyrillic => units_of(folded, writing),
        Writing::Kana | Writing::Hangul | Writing::Han => units_of(latin, writing),
    }
}

/// The units of Latin letters as they are written.
#[must_use]
pub fn units_of_letters(word: &str) -> Units {
    units_of(word, Writing::Latin)
}

/// Numbers of letters of Latin.
const LETTERS: usize = 26;

/// What two letters are in one unit, by their numbers.
static FINER: std::sync::LazyLock<[u8; LETTERS * LETTERS]> = std::sync::LazyLock::new(|| {
    let mut finer = [NOTHING; LETTERS * LETTERS];
    let first = u8::try_from(LETTERS + LATIN_GROUPS.len()).unwrap_or(NOTHING);
    for (pair, number) in VOWEL_PAIRS.iter().zip(first..) {
        if let [one, other] = *pair.as_bytes() {
            let at = usize::from(one - b'a') * LETTERS + usize::from(other - b'a');
            if let Some(cell) = finer.get_mut(at) {
                *cell = number;
            }
        }
    }
    finer
});

/// The units of a word of Latin letters as they are compared with other writings: some pairs of vowels
/// are one.
#[must_use]
#[inline]
pub fn finer(units: &[u8]) -> Units {
    let groups = u8::try_from(GROUPS).unwrap_or(NOTHING);
    let table = &*FINER;
    let mut finer = Units::new();
    let mut rest = units.iter().map(|unit| unit % groups);
    let mut next = rest.next();
    while let Some(unit) = next {
        next = rest.next();
        let pair = next
            .filter(|other| usize::from(unit) < LETTERS && usize::from(*other) < LETTERS)
            .and_then(|other| table.get(usize::from(unit) * LETTERS + usize::from(other)))
            .filter(|pair| **pair != NOTHING);
        match pair {
            Some(pair) => {
                finer.push(*pair);
                next = rest.next();
            }
            None => finer.push(unit),
        }
    }
    placed(finer)
}

/// Units with their places.
#[inline]
fn placed(mut units: Units) -> Units {
    let groups = u8::try_from(GROUPS).unwrap_or(NOTHING);
    if let [_, .., last] = units.as_mut_slice() {
        *last += 2 * groups;
    }
    if let [first, ..] = units.as_mut_slice() {
        *first += groups;
    }
    units
}

fn units_of(word: &str, writing: Writing) -> Units {
    let inventory = inventory(writing);
    match writing {
        Writing::Arabic | Writing::Hebrew | Writing::Cyrillic => {
            placed(inventory.read(word.chars().map(|letter| inventory.code(letter))))
        }
        // these have no letter beyond ASCII
        _ => inventory.read_latin(word.as_bytes()),
    }
}

/// How a unit is written in a table: `^sh` at the beginning, `h$` at the end; `-` is nothing.
#[must_use]
pub fn written(unit: u8, writing: Writing) -> String {
    let unit = usize::from(unit);
    if unit == usize::from(NOTHING) {
        return "-".to_owned();
    }
    let (groups, letters) = writing.inventory();
    let (place, number) = (unit / GROUPS, unit % GROUPS);
    let singles = letters.chars().count();
    let text = letters
        .chars()
        .nth(number)
        .map(String::from)
        .or_else(|| {
            let pairs = if writing == Writing::Latin { VOWEL_PAIRS } else { &[] };
            let group = groups.iter().chain(pairs).nth(number.checked_sub(singles)?);
            group.map(|group| (*group).to_owned())
        })
        .unwrap_or_default();
    match place {
        1 => format!("^{text}"),
        2 => format!("{text}$"),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_of_vowels_are_one_unit_beside_other_writings() {
        let told = |word: &str| {
            let units = finer(&units_of_letters(word));
            let told: Vec<String> =
                units.iter().map(|unit| written(*unit, Writing::Latin)).collect();
            told.join(" ")
        };
        assert_eq!(told("yusuf"), "^yu s u f$");
        assert_eq!(told("nadia"), "^n a d ia$");
        assert_eq!(told("khaiou"), "^kh ai ou$");
        assert_eq!(told("ea"), "^ea");
        assert_eq!(told(""), "");
    }
}
