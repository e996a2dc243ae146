//! Which of many words may gain enough beside a sought one, whatever the order of their units: asked of 256
//! words at once, a bit each.
//!
//! The words are in blocks, and a block has a row of bits a unit: which of its words have it. A word can't
//! gain more than each unit of the sought word gains beside the nearest of its units, and loses what it costs
//! that a kind of sound in it is near to none of the sought ones. These losses are counted in sixteenths of
//! what may be lost, rounded down, in counters of four bits that lie across: a counter that runs over is a
//! word that can't be meant.
//!
//! Why nothing is lost: let a unit of the sought word be worth `a`, the most that it gains beside any unit of the
//! listed word, and at least [`FLOOR`] and what it gains beside nothing; and let the first unit of a listed word that
//! is of some kind be worth `b`, the most that any unit of that kind gains beside nothing or gains beside a
//! sought unit more than the least that `a` is there, and never more than 0. Then no two units that stand
//! beside each other gain more than `a + b`, and none gains more beside nothing than it is worth. So no alignment gains
//! more than the sum of what all are worth.

use tamis_match::spelling::units::NOTHING;

use crate::aligned::LEAST;
use crate::bounding::{Beside, KINDS, is_first};

/// Words in a block.
pub(crate) const BLOCK: usize = 256;

/// A bit a word of a block.
pub(crate) type Bits = [u64; BLOCK / 64];

/// The least that a unit of the sought word counts as worth. What it gains beside a unit that is nothing like it
/// is less, and that unit is then worth less too.
const FLOOR: i8 = -36;

/// Losses that a counter holds.
const MOST_LOST: i32 = 15;

/// Steps in which what a unit of the sought word loses is counted.
const STEPS: u8 = 3;

/// What a unit of sought words gains beside those of some listed words.
#[derive(Debug, Clone, Default)]
pub(crate) struct OfSought {
    /// The most, and the least that it counts as.
    most: i16,
    least: i16,
    /// The rows of the units beside which it gains more than that, the most first.
    near: Vec<(u16, i8)>,
    /// The most beside those of each kind that are not the first of their word.
    of_kinds: [i8; KINDS],
}

/// What the units of sought words of a writing gain beside those of listed words.
#[derive(Debug, Clone)]
pub(crate) struct Prepared {
    of_units: Vec<OfSought>,
    /// The most that the units of each kind gain beside nothing.
    alone: [i8; KINDS],
    /// The row of the first kind.
    kinds: u16,
}

impl Prepared {
    /// Of listed words whose rows are of some units and of their kinds.
    pub(crate) fn of(units: &[u8], kinds: &[u8], beside: &Beside) -> Self {
        let further = || {
            let rows = units.iter().zip(kinds).filter(|(unit, _)| !is_first(**unit));
            rows.map(|(unit, kind)| (*unit, usize::from(*kind) % KINDS))
        };
        let of_sought = |sought: u8| {
            let least = beside.gain(sought, NOTHING).max(FLOOR);
            let gains = units.iter().map(|listed| beside.gain(sought, *listed));
            let mut near: Vec<(u16, i8)> =
                (0..).zip(gains).filter(|(_, gain)| *gain > least).collect();
            near.sort_by_key(|(row, gain)| (-i16::from(*gain), *row));
            let mut of_kinds = [i8::MIN; KINDS];
            for (listed, kind) in further() {
                if let Some(most) = of_kinds.get_mut(kind) {
                    *most = (*most).max(beside.gain(sought, listed));
                }
            }
            let most = near.first().map_or(least, |(_, gain)| *gain);
            OfSought { most: most.into(), least: least.into(), near, of_kinds }
        };
        let mut alone = [i8::MIN; KINDS];
        for (listed, kind) in further() {
            if let Some(most) = alone.get_mut(kind) {
                *most = (*most).max(beside.gain(NOTHING, listed));
            }
        }
        Self {
            of_units: (0..NOTHING).map(of_sought).collect(),
            alone,
            kinds: u16::try_from(units.len()).unwrap_or(u16::MAX),
        }
    }

    fn of_unit(&self, unit: u8) -> Option<&OfSought> {
        self.of_units.get(usize::from(unit))
    }
}

/// Counts what words lose that are in none of some rows, or are in them.
#[derive(Debug, Clone, Copy)]
struct Loss {
    /// Where its rows end; with those before that are of the same unit.
    end: u16,
    /// Whether they are of another unit than those before.
    is_new: bool,
    /// Whether words in the rows lose, not the others.
    having: bool,
    /// How much.
    lost: u8,
}

/// What is asked of each block for a sought word: kept from one to the next.
#[derive(Debug, Default)]
pub(crate) struct Sieve {
    rows: Vec<u16>,
    losses: Vec<Loss>,
    /// How much of a counter is used up from the start.
    used: u8,
    /// The most that each unit of the sought word gains.
    pub(crate) most: Vec<i16>,
}

impl Sieve {
    /// Begins with a sought word; tells whether any word may gain enough.
    pub(crate) fn begin(&mut self, sought: &[u8], prepared: &Prepared) -> bool {
        self.rows.clear();
        self.losses.clear();
        self.most.clear();
        let units = || sought.iter().filter_map(|unit| prepared.of_unit(*unit));
        self.most.extend(units().map(|unit| unit.most));
        let room = self.most.iter().copied().map(i32::from).sum::<i32>() - i32::from(LEAST);
        if room < 0 {
            return false;
        }
        let share = room / (MOST_LOST + 1) + 1;
        let counted = |loss: i32| u8::try_from((loss / share).min(MOST_LOST + 1)).unwrap_or(0);
        self.used = u8::try_from(MOST_LOST).unwrap_or(0) - counted(room);
        for unit in units() {
            self.add_unit(unit, counted);
        }
        for (kind, alone) in prepared.alone.iter().enumerate() {
            let beyond = |unit: &OfSought| {
                unit.of_kinds.get(kind).map_or(0, |gain| i16::from(*gain) - unit.least)
            };
            let worth = units().map(beyond).max().unwrap_or(0).max((*alone).into());
            let lost = counted(i32::from(-worth).max(0));
            if lost > 0 && *alone > i8::MIN {
                self.rows.push(prepared.kinds + u16::try_from(kind).unwrap_or(0));
                self.add_loss(lost, true, true);
            }
        }
        true
    }

    fn add_unit(&mut self, unit: &OfSought, counted: impl Fn(i32) -> u8) {
        let lost = |gain: i16| counted(i32::from(unit.most - gain));
        let of_all = lost(unit.least);
        // few steps: each takes as long as twenty rows, and what lies between two counts as the lesser loss
        let step = of_all.div_ceil(STEPS);
        let (mut before, mut is_new) = (0, true);
        for (row, gain) in &unit.near {
            let of_row = lost((*gain).into());
            if of_row >= of_all {
                break;
            }
            if of_row >= before + step {
                self.add_loss(of_row - before, is_new, false);
                (before, is_new) = (of_row, false);
            }
            self.rows.push(*row);
        }
        if of_all > before {
            self.add_loss(of_all - before, is_new, false);
        }
    }

    fn add_loss(&mut self, lost: u8, is_new: bool, having: bool) {
        let end = u16::try_from(self.rows.len()).unwrap_or(u16::MAX);
        self.losses.push(Loss { end, is_new, having, lost });
    }

    /// Which words of a block may gain enough.
    #[inline]
    pub(crate) fn may_reach(&self, block: &[Bits]) -> Bits {
        let mut counters = Counters::of(self.used);
        let mut of_unit = Bits::default();
        let mut start = 0;
        for loss in &self.losses {
            if loss.is_new {
                of_unit = Bits::default();
            }
            let end = usize::from(loss.end);
            for row in self.rows.get(start..end).unwrap_or_default() {
                if let Some(row) = block.get(usize::from(*row)) {
                    of_unit = each(of_unit, *row, |one, other| one | other);
                }
            }
            start = end;
            let losing = if loss.having { of_unit } else { of_unit.map(|bits| !bits) };
            counters.add(losing, loss.lost);
        }
        counters.over.map(|over| !over)
    }
}

/// A counter of four bits for each word of a block.
struct Counters {
    bits: [Bits; 4],
    /// Those that ran over.
    over: Bits,
}

impl Counters {
    fn of(start: u8) -> Self {
        let bit =
            |bit: u8| if start >> bit & 1 == 1 { [u64::MAX; BLOCK / 64] } else { [0; BLOCK / 64] };
        Self { bits: [bit(0), bit(1), bit(2), bit(3)], over: Bits::default() }
    }

    /// Adds a number to the counters of some words.
    #[inline(always)]
    fn add(&mut self, words: Bits, number: u8) {
        let [first, second, third, fourth] = &mut self.bits;
        let mut carry = words;
        let step = |bits: &mut Bits, carry: Bits| {
            let next = each(*bits, carry, |bits, carry| bits & carry);
            *bits = each(*bits, carry, |bits, carry| bits ^ carry);
            next
        };
        if number & 1 == 1 {
            carry = step(first, carry);
            carry = step(second, carry);
            carry = step(third, carry);
            carry = step(fourth, carry);
            self.over = each(self.over, carry, |over, carry| over | carry);
        }
        if number & 2 == 2 {
            carry = step(second, words);
            carry = step(third, carry);
            carry = step(fourth, carry);
            self.over = each(self.over, carry, |over, carry| over | carry);
        }
        if number & 4 == 4 {
            carry = step(third, words);
            carry = step(fourth, carry);
            self.over = each(self.over, carry, |over, carry| over | carry);
        }
        if number & 8 == 8 {
            carry = step(fourth, words);
            self.over = each(self.over, carry, |over, carry| over | carry);
        }
        if number & 16 == 16 {
            self.over = each(self.over, words, |over, words| over | words);
        }
    }
}

#[inline(always)]
#[expect(clippy::indexing_slicing, reason = "places of an array")]
fn each(one: Bits, other: Bits, of: impl Fn(u64, u64) -> u64) -> Bits {
    std::array::from_fn(|at| of(one[at], other[at]))
}
