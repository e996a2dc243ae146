//! What units of spelling gain beside others: the tables of `tamis_match`, seen from the sought word.

use tamis_match::spelling::table::{ARABIC, Gains, LATIN, Pairing, shipped};
use tamis_match::spelling::units::Writing;

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
