//! How likely two written forms are spellings of one name: what is learned of units of sound, summed
//! along the best alignment. A judgement inside a key, never a key: who may be compared at all
//! is for `meeting`.

pub mod table;
pub mod units;

use tamis_model::Weight;

use table::{Gains, Pairing, STEPS_A_NAT};
use units::{NOTHING, Units, Writing, units};

/// The longest word whose spelling is weighed; the longest part of the lists has some 40 letters,
/// and beyond this only equality and edits tell.
pub const MOST_UNITS: usize = 40;

/// What a spelling tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Likeness {
    /// How much likelier the two are spellings of one name than two names that meet by chance: the
    /// logarithm, in 1/1024 nat.
    pub gain: Weight,
    /// How far that is below what spellings of such a name usually gain; at least 0.
    pub loss: Weight,
}

/// What two words of some writings tell; `None` where there is no table.
#[must_use]
pub fn likeness(one: (Writing, &[u8]), other: (Writing, &[u8])) -> Option<Likeness> {
    let ((one_writing, one), (other_writing, other)) = (one, other);
    let (latin, writing, written) = match (one_writing, other_writing) {
        (Writing::Latin, writing) => (one, writing, other),
        (writing, Writing::Latin) => (other, writing, one),
        _ => return None,
    };
    let by = |pairing| by_table(table::shipped(pairing), latin, written);
    match writing {
        Writing::Latin => by(Pairing::Latin).max(by(Pairing::LatinOfArabic)),
        Writing::Arabic => by(Pairing::ArabicNative).max(by(Pairing::ArabicForeign)),
        Writing::Hebrew => by(Pairing::Hebrew),
        Writing::Cyrillic => by(Pairing::Cyrillic),
        Writing::Kana => by(Pairing::Kana),
        Writing::Hangul => by(Pairing::Hangul),
        Writing::Han => by(Pairing::Han),
    }
}

/// What two words tell by one table.
#[must_use]
pub fn by_table(gains: &Gains, latin: &[u8], written: &[u8]) -> Option<Likeness> {
    let gain = aligned(gains, latin, written)?;
    let loss = (gains.usual(latin, written) - gain).max(0);
    let weight = |steps: i32| Weight(steps * (1024 / STEPS_A_NAT));
    Some(Likeness { gain: weight(gain), loss: weight(loss) })
}

/// The best alignment in steps.
#[expect(
    clippy::indexing_slicing,
    reason = "units are at most NOTHING, less than the length of a row of gains; the row of the alignment is longer than the word"
)]
fn aligned(gains: &Gains, latin: &[u8], written: &[u8]) -> Option<i32> {
    if written.len() > MOST_UNITS || latin.len() > MOST_UNITS {
        return None;
    }
    let nothing = gains.row(NOTHING);
    let mut row = [0_i32; MOST_UNITS + 1];
    for (at, unit) in written.iter().enumerate() {
        row[at + 1] = row[at] + i32::from(nothing[usize::from(*unit)]);
    }
    let row = &mut row[..=written.len()];
    for unit in latin {
        let gain = gains.row(*unit);
        let less = i32::from(gain[usize::from(NOTHING)]);
        let mut diagonal = row[0];
        let mut left = diagonal + less;
        row[0] = left;
        for (cell, other) in row[1..].iter_mut().zip(written) {
            let other = usize::from(*other);
            let up = *cell;
            left = (diagonal + i32::from(gain[other]))
                .max(up + less)
                .max(left + i32::from(nothing[other]));
            diagonal = up;
            *cell = left;
        }
    }
    row.last().copied()
}

/// The units of a part, whatever its script.
#[must_use]
pub fn units_of(folded: &str, latin: &str, writing: Writing) -> Units {
    units(folded, latin, writing)
}
