//! Which of many words may gain enough beside a sought one, whatever the order of their units: a byte a word
//! for each unit of the sought word, added for many words at once.
//!
//! A word can't gain more than each unit of the sought word gains beside the best of its units. How far that is below
//! the most that the unit gains beside any is a byte for each word and each different unit, found when the unit is
//! first sought, and kept. Of the words for which these losses together leave enough it is asked, too, what their
//! own units cost that are near to none of the sought ones.
//!
//! Why nothing is lost: let a unit of the sought word be worth `a`, the most that it gains beside any unit of the
//! listed word, and at least [`FLOOR`] and what it gains beside nothing; and let a unit of the listed word be
//! worth `b`, the most that it gains beside nothing or gains beside a sought unit more than the least that `a`
//! is there, and never more than 0. Then no two units that stand beside each other gain more than `a + b`,
//! and none gains more beside nothing than it is worth. So no alignment gains more than the sum of what all are
//! worth; and none of the units behind two places gains more than the sum of what these are worth.

use std::sync::OnceLock;

use tamis_match::spelling::units::NOTHING;

use crate::aligned::LEAST;
use crate::bounding::Beside;

/// Words of which sums are made at once.
const LANES: usize = 64;

/// How many numbers hold a bit for each of some words.
pub(crate) const fn bits_of(words: usize) -> usize {
    words.div_ceil(64)
}

/// The least that a unit of the sought word counts as worth. What it gains beside a unit that is nothing like it
/// is less, and that unit is then worth less too.
const FLOOR: i8 = -52;

/// A number for each unit.
type OfEach = [u8; 256];

/// What a unit of sought words gains beside listed words.
#[derive(Debug, Clone)]
struct OfSought {
    /// The most beside any of their units.
    most: i16,
    /// What it loses beside each word; words are filled up to whole [`LANES`].
    losses: Box<[u8]>,
    /// What units of listed words cost beside it at least.
    costs: OfEach,
}

impl OfSought {
    fn of(sought: u8, beside: &Beside, listed: &Listed<'_>) -> Self {
        let least = beside.gain(sought, NOTHING).max(FLOOR);
        let gains = listed.different.iter().map(|unit| beside.gain(sought, *unit));
        let mut near: Vec<(i8, usize)> = gains.zip(0..).filter(|(gain, _)| *gain > least).collect();
        near.sort_unstable();
        let most = near.last().map_or(least, |(gain, _)| *gain);
        let words = listed.starts.len().saturating_sub(1);
        let mut losses = vec![u8::MAX; words.next_multiple_of(LANES)];
        losses.iter_mut().take(words).for_each(|loss| *loss = most.abs_diff(least));
        // the best is written last
        for (gain, row) in near {
            let having = listed.having(row).iter().zip(losses.as_chunks_mut::<64>().0);
            for (having, losses) in having {
                let mut having = *having;
                while having != 0 {
                    if let Some(loss) = losses.get_mut(having.trailing_zeros() as usize) {
                        *loss = most.abs_diff(gain);
                    }
                    having &= having - 1;
                }
            }
        }
        let mut costs = [0; 256];
        for unit in listed.different {
            let gain = beside.gain(sought, *unit);
            set(&mut costs, *unit, if gain < least { least.abs_diff(gain) } else { 0 });
        }
        Self { most: most.into(), losses: losses.into_boxed_slice(), costs }
    }
}

fn set(of_each: &mut OfEach, unit: u8, number: u8) {
    if let Some(place) = of_each.get_mut(usize::from(unit)) {
        *place = number;
    }
}

/// Listed words by their units.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Listed<'a> {
    /// All different units of them.
    pub(crate) different: &'a [u8],
    /// Where those of each word begin, and where those of the last one end.
    pub(crate) starts: &'a [u32],
    pub(crate) units: &'a [u8],
    /// For each different unit a bit a word: which have it.
    pub(crate) having: &'a [u64],
}

impl<'a> Listed<'a> {
    /// Which words have the unit of a row.
    fn having(&self, row: usize) -> &'a [u64] {
        let length = bits_of(self.starts.len().saturating_sub(1));
        self.having.get(row * length..(row + 1) * length).unwrap_or_default()
    }

    fn units_of(&self, word: usize) -> &'a [u8] {
        let Some([start, end]) = self.starts.get(word..word + 2) else { return &[] };
        self.units.get(*start as usize..*end as usize).unwrap_or_default()
    }
}

/// What the units of sought words of a writing gain beside some listed words, each once it was sought.
#[derive(Debug, Clone)]
pub(crate) struct Prepared {
    of_units: Vec<OnceLock<OfSought>>,
    /// What units of listed words cost beside nothing.
    costs: OfEach,
}

impl Prepared {
    pub(crate) fn of(different: &[u8], beside: &Beside) -> Self {
        let mut costs = [0; 256];
        for unit in different {
            set(&mut costs, *unit, beside.gain(NOTHING, *unit).min(0).unsigned_abs());
        }
        Self { of_units: (0..NOTHING).map(|_| OnceLock::new()).collect(), costs }
    }
}

/// What is asked of listed words for a sought word.
#[derive(Debug)]
pub(crate) struct Sieve<'a> {
    listed: Listed<'a>,
    of_units: Vec<&'a OfSought>,
    losses: Vec<&'a [u8]>,
    /// What a word may lose against the most that the units of the sought word gain.
    room: i32,
    /// What each unit of a listed word costs, at least: `b` without its sign.
    costs: OfEach,
}

/// A word that a sieve left.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Left<'a> {
    pub(crate) place: usize,
    pub(crate) units: &'a [u8],
    /// What all these cost at least.
    pub(crate) cost: i16,
}

impl<'a> Sieve<'a> {
    /// For a sought word; none where no word gains enough beside it.
    pub(crate) fn of(
        sought: &[u8],
        prepared: &'a Prepared,
        beside: &Beside,
        listed: Listed<'a>,
    ) -> Option<Self> {
        let of_unit = |unit: &u8| {
            let of_unit = prepared.of_units.get(usize::from(*unit))?;
            Some(of_unit.get_or_init(|| OfSought::of(*unit, beside, &listed)))
        };
        let of_units: Vec<&OfSought> = sought.iter().map(of_unit).collect::<Option<_>>()?;
        let room = of_units.iter().map(|unit| i32::from(unit.most)).sum::<i32>() - i32::from(LEAST);
        if room < 0 {
            return None;
        }
        let mut costs = prepared.costs;
        for of_unit in &of_units {
            for (cost, of_unit) in costs.iter_mut().zip(&of_unit.costs) {
                *cost = (*cost).min(*of_unit);
            }
        }
        let losses = of_units.iter().map(|unit| unit.losses.as_ref()).collect();
        Some(Self { listed, of_units, losses, room, costs })
    }

    /// The most that each unit of the sought word gains.
    pub(crate) fn most(&self) -> impl Iterator<Item = i16> + Clone {
        self.of_units.iter().map(|unit| unit.most)
    }

    /// What a unit of a listed word costs at least.
    #[inline]
    pub(crate) fn cost(&self, unit: u8) -> i16 {
        self.costs.get(usize::from(unit)).map_or(0, |cost| i16::from(*cost))
    }

    /// What each unit of the sought word loses beside a word.
    pub(crate) fn losses(&self, place: usize) -> impl Iterator<Item = i16> {
        self.losses.iter().map(move |row| row.get(place).map_or(0, |loss| i16::from(*loss)))
    }

    /// Calls `left` with each word that may gain enough.
    pub(crate) fn each_left(&self, mut left: impl FnMut(Left<'a>)) {
        // losses that a byte does not hold are those of long words: they are counted by halves, quarters …
        let mut shift = 0;
        while self.room >> shift >= i32::from(u8::MAX) {
            shift += 1;
        }
        let most = u8::try_from(self.room >> shift).unwrap_or(u8::MAX);
        let mut tell = |place: usize, lost: u8| {
            let units = self.listed.units_of(place);
            let cost = units.iter().map(|unit| self.cost(*unit)).sum();
            if (i32::from(lost) << shift) + i32::from(cost) <= self.room {
                left(Left { place, units, cost });
            }
        };
        if shift == 0 {
            each_within(&self.losses, most, |loss| loss, &mut tell);
        } else {
            each_within(&self.losses, most, |loss| loss >> shift, &mut tell);
        }
    }
}

/// Calls `tell` with each word whose losses together are no more than that, and with these.
#[inline(always)]
fn each_within(
    rows: &[&[u8]],
    most: u8,
    counted: impl Fn(u8) -> u8,
    mut tell: impl FnMut(usize, u8),
) {
    let Some((first, others)) = rows.split_first() else { return };
    for (chunk, start) in first.as_chunks::<LANES>().0.iter().zip((0..).step_by(LANES)) {
        let mut lost = chunk.map(&counted);
        for row in others {
            let Some(chunk) = row.get(start..).and_then(<[u8]>::first_chunk::<LANES>) else {
                continue;
            };
            for (lost, loss) in lost.iter_mut().zip(chunk) {
                *lost = lost.saturating_add(counted(*loss));
            }
        }
        let within = lost.map(|lost| if lost <= most { u8::MAX } else { 0 });
        let eights = within.as_chunks::<8>().0.iter().zip(lost.as_chunks::<8>().0);
        for ((within, lost), start) in eights.zip((start..).step_by(8)) {
            let mut bits = u64::from_le_bytes(*within);
            while bits != 0 {
                let at = bits.trailing_zeros() as usize / 8;
                bits &= !(0xFF << (at * 8));
                tell(start + at, lost.get(at).copied().unwrap_or(0));
            }
        }
    }
}
