//! How likely two written forms are spellings of one name: what is learned of units of sound, summed
//! along the best alignment. A judgement inside a key, never a key: who may be compared at all
//! is for `meeting`.

pub mod outline;
pub mod table;
pub mod units;

use tamis_model::Weight;

use table::{Gains, Pairing, STEPS_A_NAT, Shipped, Two};
use units::{NOTHING, Units, Writing};

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

/// What two words of some writings tell; `None` where there is no table, and where they surely gain
/// less than `least`.
#[must_use]
pub fn likeness(
    one: (Writing, &[u8]),
    other: (Writing, &[u8]),
    least: Option<Weight>,
) -> Option<Likeness> {
    let mut finer = Units::new();
    let sides = Sides::of(one, other, &mut finer)?;
    let least = least.map_or(i32::MIN, |least| least.0 / A_STEP);
    let mut nearest =
        Nearest::of(&sides.table.bounding().gains, sides.latin, sides.written, least)?;
    let by = |gains, nearest: &Nearest| by_nearest(gains, sides.latin, sides.written, nearest);
    match sides.table {
        Tables::One(table) => by(&table.gains, &nearest),
        Tables::Two(two) => {
            let [first, second] = two.tables;
            let first = by(first, &nearest);
            if let Some(first) = first {
                // the second of two tables counts only where it gains as much as the first
                let least = least.max(first.gain.0 / A_STEP);
                nearest = Nearest::of(&two.either.gains, sides.latin, sides.written, least)?;
            }
            first.max(by(second, &nearest))
        }
    }
}

/// Whether two words surely gain less than that, told without aligning them.
#[must_use]
pub fn surely_below(one: (Writing, &[u8]), other: (Writing, &[u8]), least: Weight) -> bool {
    let mut finer = Units::new();
    Sides::of(one, other, &mut finer).is_none_or(|sides| {
        let least = least.0 / A_STEP;
        Nearest::of(&sides.table.bounding().gains, sides.latin, sides.written, least).is_none()
    })
}

/// Two words, and the tables for their writings.
struct Sides<'a> {
    latin: &'a [u8],
    written: &'a [u8],
    table: Tables,
}

enum Tables {
    One(&'static Shipped),
    Two(&'static Two),
}

impl<'a> Sides<'a> {
    /// None where no side is in Latin letters: no table is for two other writings. Beside another
    /// writing the units of Latin are finer; there is room for them.
    #[inline]
    fn of(
        one: (Writing, &'a [u8]),
        other: (Writing, &'a [u8]),
        finer: &'a mut Units,
    ) -> Option<Self> {
        let (latin, (writing, written)) = match (one.0, other.0) {
            (Writing::Latin, _) => (one.1, other),
            (_, Writing::Latin) => (other.1, one),
            _ => return None,
        };
        if latin.len() > MOST_UNITS {
            return None;
        }
        let latin = if writing == Writing::Latin {
            latin
        } else {
            *finer = units::finer(latin);
            finer.as_slice()
        };
        let table = match writing {
            Writing::Latin => Tables::Two(&table::LATIN),
            Writing::Arabic => Tables::Two(&table::ARABIC),
            Writing::Hebrew => Tables::One(table::shipped(Pairing::Hebrew)),
            Writing::Cyrillic => Tables::One(table::shipped(Pairing::Cyrillic)),
            Writing::Kana => Tables::One(table::shipped(Pairing::Kana)),
            Writing::Hangul => Tables::One(table::shipped(Pairing::Hangul)),
            Writing::Han => Tables::One(table::shipped(Pairing::Han)),
        };
        Some(Self { latin, written, table })
    }
}

impl Tables {
    /// The table that tells the most.
    fn bounding(&self) -> &'static Shipped {
        match self {
            Self::One(table) => table,
            Self::Two(two) => &two.either,
        }
    }
}

/// A step of a table in 1/1024 nat.
const A_STEP: i32 = 1024 / STEPS_A_NAT;

/// What two words tell by one table.
#[must_use]
pub fn by_table(gains: &Gains, latin: &[u8], written: &[u8]) -> Option<Likeness> {
    by_nearest(gains, latin, written, &Nearest::UNKNOWN)
}

fn by_nearest(gains: &Gains, latin: &[u8], written: &[u8], nearest: &Nearest) -> Option<Likeness> {
    if written.len() > MOST_UNITS || latin.len() > MOST_UNITS {
        return None;
    }
    let gain = aligned(gains, latin, written, nearest)?;
    let loss = (gains.usual(latin, written) - gain).max(0);
    Some(Likeness { gain: Weight(gain * A_STEP), loss: Weight(loss * A_STEP) })
}

/// What each unit of Latin gains beside the nearest unit of the other word, wherever it stands.
struct Nearest {
    gains: [i8; MOST_UNITS],
    /// How far the sum of these is above what is asked.
    room: i32,
}

impl Nearest {
    const UNKNOWN: Self = Self { gains: [0; MOST_UNITS], room: i32::MAX / 2 };

    /// None where the words surely gain less than `least`: nine in ten unlike words end here.
    #[inline]
    fn of(gains: &Gains, latin: &[u8], written: &[u8], least: i32) -> Option<Self> {
        if least == i32::MIN {
            return Some(Self::UNKNOWN);
        }
        // as many units as most words have at most, for the sake of loops of one length
        match written.len() {
            0..=8 => Self::of_padded(gains, latin, &padded::<8>(written), least),
            9..=16 => Self::of_padded(gains, latin, &padded::<16>(written), least),
            _ => Self::of_padded(gains, latin, written, least),
        }
    }

    #[inline(always)]
    #[expect(clippy::indexing_slicing, reason = "a row has a cell for any byte")]
    fn of_padded(gains: &Gains, latin: &[u8], written: &[u8], least: i32) -> Option<Self> {
        let mut nearest = Self { room: -least, ..Self::UNKNOWN };
        for (place, unit) in nearest.gains.iter_mut().zip(latin) {
            let row = gains.row(*unit);
            let mut most = row[usize::from(NOTHING)];
            for other in written {
                most = most.max(row[usize::from(*other)]);
            }
            *place = most;
            nearest.room += i32::from(most);
        }
        (nearest.room >= 0).then_some(nearest)
    }
}

/// Units and then nothing, beside which a unit may always stand.
#[inline(always)]
fn padded<const LENGTH: usize>(units: &[u8]) -> [u8; LENGTH] {
    let mut padded = [NOTHING; LENGTH];
    for (place, unit) in padded.iter_mut().zip(units) {
        *place = *unit;
    }
    padded
}

/// The best alignment in steps; none once it is sure to lose more than there is room for against what
/// each unit gains beside its nearest.
#[expect(
    clippy::indexing_slicing,
    reason = "units are at most NOTHING, less than the length of a row of gains; the row of the alignment is longer than the word"
)]
#[inline]
fn aligned(gains: &Gains, latin: &[u8], written: &[u8], nearest: &Nearest) -> Option<i32> {
    let nothing = gains.row(NOTHING);
    let mut row = [0_i32; MOST_UNITS + 1];
    for (at, unit) in written.iter().enumerate() {
        row[at + 1] = row[at] + i32::from(nothing[usize::from(*unit)]);
    }
    let row = &mut row[..=written.len()];
    let mut expected = 0;
    for (unit, nearest_gain) in latin.iter().zip(&nearest.gains) {
        let gain = gains.row(*unit);
        let less = i32::from(gain[usize::from(NOTHING)]);
        let mut diagonal = row[0];
        let mut left = diagonal + less;
        let mut best = left;
        row[0] = left;
        for (cell, other) in row[1..].iter_mut().zip(written) {
            let other = usize::from(*other);
            let up = *cell;
            left = (diagonal + i32::from(gain[other]))
                .max(up + less)
                .max(left + i32::from(nothing[other]));
            best = best.max(left);
            diagonal = up;
            *cell = left;
        }
        expected += i32::from(*nearest_gain);
        if expected - best > nearest.room {
            return None;
        }
    }
    row.last().copied()
}

#[cfg(test)]
mod tests {
    use crate::spelling::table::{Pairing, shipped};
    use crate::spelling::units::{NOTHING, UNITS, Writing, units_of_letters};
    use crate::spelling::{by_table, likeness};

    #[test]
    fn nothing_gains_beside_nothing() {
        for pairing in Pairing::ALL {
            let gains = &shipped(pairing).gains;
            assert!(gains.row(NOTHING)[..UNITS].iter().all(|gain| *gain <= 0));
            assert!((0..NOTHING).all(|unit| gains.row(unit)[usize::from(NOTHING)] <= 0));
        }
    }

    #[test]
    fn what_is_cut_short_gains_less_than_asked() {
        let words = "muhammad mahmud ahmad mohamed jamal dschamal kamal salim yusuf yousef \
            abdulrahman abderrahmane zawahiri dhawahiri gaddafi qadhafi ali lee";
        for one in words.split_whitespace() {
            for other in words.split_whitespace() {
                let (a, b) = (units_of_letters(one), units_of_letters(other));
                let (a, b) = (a.as_slice(), b.as_slice());
                let whole = [Pairing::Latin, Pairing::LatinOfArabic]
                    .map(|pairing| by_table(&shipped(pairing).gains, a, b));
                let whole = whole.into_iter().max().flatten().unwrap();
                let sides = ((Writing::Latin, a), (Writing::Latin, b));
                assert_eq!(likeness(sides.0, sides.1, None), Some(whole), "{one} {other}");
                for least in [0, 3_000, 7_000, 12_000].map(tamis_model::Weight::from_millinats) {
                    let cut = likeness(sides.0, sides.1, Some(least));
                    let enough = whole.gain >= least;
                    assert!(cut == Some(whole) || cut != Some(whole) && !enough, "{one} {other}");
                }
            }
        }
    }
}
