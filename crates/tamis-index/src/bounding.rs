//! What a unit of spelling gains at most beside any of a set of units.

use tamis_match::spelling::table::{ARABIC, Gains, LATIN, Pairing, Row, shipped};
use tamis_match::spelling::units::{GROUPS, NOTHING, Writing};

use crate::trie::WRITINGS;

#[inline]
pub(crate) fn cell(row: &Row, unit: u8) -> i8 {
    row.get(usize::from(unit)).copied().unwrap_or(i8::MIN)
}

/// What a unit gains at most beside the units of each bit of a set.
pub(crate) type Most = [i8; 64];

fn most(gains: impl Iterator<Item = (u8, i8)>) -> Most {
    let mut all = [i8::MIN; 64];
    for (unit, gain) in gains {
        if let Some(most) = all.get_mut(bit(unit).trailing_zeros() as usize) {
            *most = (*most).max(gain);
        }
    }
    all
}

/// The gains of Latin beside a writing, and what bounds them.
pub(crate) struct Bounding {
    pub(crate) gains: &'static Gains,
    /// What a unit of Latin gains at most beside those of the writing.
    rows: Vec<Most>,
    /// What a unit of the writing gains at most beside those of Latin.
    columns: Vec<Most>,
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
        let of_row = |row| most((0..NOTHING).map(|unit| (unit, cell(gains.row(row), unit))));
        let of_column = |unit| most((0..NOTHING).map(|row| (row, cell(gains.row(row), unit))));
        let (rows, columns) = ((0..NOTHING).map(of_row), (0..NOTHING).map(of_column));
        Self { gains, rows: rows.collect(), columns: columns.collect() }
    }

    pub(crate) fn by_row(&self, unit: u8) -> &Most {
        self.rows.get(usize::from(unit)).unwrap_or(&UNBOUNDED)
    }

    pub(crate) fn by_column(&self, unit: u8) -> &Most {
        self.columns.get(usize::from(unit)).unwrap_or(&UNBOUNDED)
    }
}

const UNBOUNDED: Most = [i8::MAX; 64];

/// The bit of a unit in a set of units, wherever it stands in its word.
#[inline]
pub(crate) const fn bit(unit: u8) -> u64 {
    1 << (unit as usize % GROUPS % 64)
}
