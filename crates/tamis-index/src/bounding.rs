//! What units of spelling gain beside others: the tables of `tamis_match`, seen from the sought word.

use tamis_match::spelling::table::{ARABIC, Gains, LATIN, Pairing, shipped};
use tamis_match::spelling::units::{GROUPS, NOTHING, Writing, written};

/// What a sought word gains beside listed ones, a unit each; one of the two is in Latin letters.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Beside {
    gains: &'static Gains,
    /// Whether the sought word is in Latin letters, the rows of the table.
    is_latin: bool,
}

impl Beside {
    pub(crate) fn of(sought: Writing, listed: Writing) -> Self {
        let is_latin = sought == Writing::Latin;
        Self { gains: gains_beside(if is_latin { listed } else { sought }), is_latin }
    }

    #[inline]
    pub(crate) fn gain(&self, sought: u8, listed: u8) -> i8 {
        let (row, column) = if self.is_latin { (sought, listed) } else { (listed, sought) };
        self.gains.row(row).get(usize::from(column)).copied().unwrap_or(i8::MIN)
    }
}

/// What units of Latin gain at most beside those of a writing.
fn gains_beside(writing: Writing) -> &'static Gains {
    match writing {
        Writing::Latin => &LATIN.either.gains,
        Writing::Arabic => &ARABIC.either.gains,
        Writing::Hebrew => &shipped(Pairing::Hebrew).gains,
        Writing::Cyrillic => &shipped(Pairing::Cyrillic).gains,
        Writing::Kana => &shipped(Pairing::Kana).gains,
        Writing::Hangul => &shipped(Pairing::Hangul).gains,
        Writing::Han => &shipped(Pairing::Han).gains,
    }
}

/// Whether a unit stands at the beginning of words.
pub(crate) fn is_first(unit: u8) -> bool {
    (GROUPS..2 * GROUPS).contains(&usize::from(unit))
}

/// Kinds of sounds; the last one is for what is of no other.
pub(crate) const KINDS: usize = 16;

/// The letters of Latin that each begins with.
const LETTERS: [&str; KINDS - 1] =
    ["bp", "fv", "td", "szcj", "kgqx", "l", "m", "n", "r", "h", "a", "e", "iy", "ouw", ""];

/// The kind of a unit: that of the unit of Latin that it gains most beside. Only how fast words are found
/// depends on it.
pub(crate) fn kind_of(unit: u8, writing: Writing) -> u8 {
    let latin = if writing == Writing::Latin {
        Some(unit)
    } else {
        let gains = gains_beside(writing);
        let gain = |latin: &u8| gains.row(*latin).get(usize::from(unit)).copied();
        (0..NOTHING).max_by_key(gain)
    };
    let written = latin.map(|latin| written(latin, Writing::Latin)).unwrap_or_default();
    let letter = written.chars().find(char::is_ascii_alphabetic);
    let kind = LETTERS.iter().position(|all| letter.is_some_and(|letter| all.contains(letter)));
    u8::try_from(kind.unwrap_or(KINDS - 1)).unwrap_or(0)
}
