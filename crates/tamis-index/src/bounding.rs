//! What a unit of spelling gains at most beside any of a set of units.

use tamis_match::spelling::table::{ARABIC, Gains, LATIN, Pairing, Row, shipped};
use tamis_match::spelling::units::{GROUPS, NOTHING, Writing};

use crate::trie::WRITINGS;

#[inline]
pub(crate) fn cell(row: &Row, unit: u8) -> i8 {
    row.get(usize::from(unit)).copied().unwrap_or(i8::MIN)
}

/// Gains, falling, each with the units beside which a unit gains as much; the last one is of all others.
pub(crate) type Levels = [(i8, u64); LEVELS];
const LEVELS: usize = 8;
pub(crate) const NO_LEVELS: Levels = [(i8::MIN, u64::MAX); LEVELS];

fn levels(gains: impl Iterator<Item = (u8, i8)>) -> Levels {
    let mut most = [i8::MIN; 64];
    for (unit, gain) in gains {
        if let Some(most) = most.get_mut(unit as usize % GROUPS % 64) {
            *most = (*most).max(gain);
        }
    }
    let mut levels = NO_LEVELS;
    let mut ceiling = i8::MAX;
    let mut told = 0_u64;
    for (at, level) in levels.iter_mut().enumerate() {
        let left = || most.iter().zip(0..).filter(|(_, place)| told >> place & 1 == 0);
        let Some(gain) = left().map(|(gain, _)| *gain).max() else { break };
        ceiling = ceiling.min(gain);
        let of_level = left().filter(|(most, _)| **most == gain || at + 1 == LEVELS);
        let set = of_level.fold(0, |set, (_, place)| set | 1 << place);
        *level = (ceiling, set);
        told |= set;
    }
    levels
}

/// The gains of Latin beside a writing, and what bounds them.
pub(crate) struct Bounding {
    pub(crate) gains: &'static Gains,
    /// What a unit of Latin gains at most beside those of the writing.
    rows: Vec<Levels>,
    /// What a unit of the writing gains at most beside those of Latin.
    columns: Vec<Levels>,
}

impl Bounding {
    pub(crate) fn of_writing(writing: Writing) -> &'static Self {
        static ALL: std::sync::LazyLock<[Bounding; 7]> =
            std::sync::LazyLock::new(|| WRITINGS.map(Bounding::of));
        let at = WRITINGS.iter().position(|known| *known == writing).unwrap_or(0);
        let [latin, ..] = &*ALL;
        ALL.get(at).unwrap_or(latin)
    }

    fn of(writing: Writing) -> Self {
        let gains = match writing {
            Writing::Latin => &LATIN.either.gains,
            Writing::Arabic => &ARABIC.either.gains,
            Writing::Hebrew => &shipped(Pairing::Hebrew).gains,
            Writing::Cyrillic => &shipped(Pairing::Cyrillic).gains,
            Writing::Kana => &shipped(Pairing::Kana).gains,
            Writing::Hangul => &shipped(Pairing::Hangul).gains,
            Writing::Han => &shipped(Pairing::Han).gains,
        };
        let of_row = |row| levels((0..NOTHING).map(|unit| (unit, cell(gains.row(row), unit))));
        let of_column = |unit| levels((0..NOTHING).map(|row| (row, cell(gains.row(row), unit))));
        let (rows, columns) = ((0..NOTHING).map(of_row), (0..NOTHING).map(of_column));
        Self { gains, rows: rows.collect(), columns: columns.collect() }
    }

    pub(crate) fn by_row(&self, unit: u8) -> &Levels {
        self.rows.get(usize::from(unit)).unwrap_or(&UNBOUNDED)
    }

    pub(crate) fn by_column(&self, unit: u8) -> &Levels {
        self.columns.get(usize::from(unit)).unwrap_or(&UNBOUNDED)
    }
}

const UNBOUNDED: Levels = [(i8::MAX, u64::MAX); LEVELS];

/// The bit of a unit in a set of units, wherever it stands in its word.
#[inline]
pub(crate) const fn bit(unit: u8) -> u64 {
    1 << (unit as usize % GROUPS % 64)
}
