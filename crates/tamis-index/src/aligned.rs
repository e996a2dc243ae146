//! Whether words gain enough in the best alignment of their units with those of the sought word: as
//! `tamis_match::spelling` aligns them, a row of cells at once.
//!
//! A cell is held without what the units of the sought word before it gain beside nothing, so that going on beside
//! nothing changes none, and a row is the greatest of its cells up to each place.

use tamis_match::meeting::CHANCE;
use tamis_match::spelling::MOST_UNITS;
use tamis_match::spelling::table::STEPS_A_NAT;
use tamis_match::spelling::units::NOTHING;

use crate::bounding::Beside;

/// The least gain in steps that is more than chance.
pub(crate) const LEAST: i16 = {
    let least = CHANCE.0 * STEPS_A_NAT / 1024 + 1;
    assert!(least < 4_000, "cells have room for the gains of a word");
    least as i16
};

/// What is added to each cell: no cell is as little as 0, which stands for none.
const BASE: i16 = 12_000;

/// Less than any gain; with `BASE` still above 0.
const NONE: i16 = -6_000;

/// What a unit of the listed words gains beside those of the sought word.
#[derive(Debug, Clone, Copy)]
struct OfUnit<const W: usize> {
    /// In the cell behind each.
    cells: [i16; W],
    /// The same by units of the sought word; 0 behind the last.
    gains: [i16; W],
    /// At most.
    most: i16,
    /// Beside nothing.
    alone: i16,
}

/// Alignments with a sought word of less than `W` units: kept from one to the next.
#[derive(Debug)]
pub(crate) struct Aligned<const W: usize> {
    sought: Vec<u8>,
    /// What each unit of the sought word gains beside nothing.
    nothing: [i16; W],
    /// What must be added to a cell to tell how far it is above what is asked, with all that may come.
    above: [i16; W],
    of_units: Vec<OfUnit<W>>,
    /// The sought word for which these are known.
    known: [u32; 256],
    words: u32,
    /// The rows of the word before, for the first of its units: the next one often begins like it.
    rows: Vec<[i16; W]>,
    before: Vec<u8>,
    /// How many rows there are, and whether the last one gains too little.
    filled: usize,
    ended: bool,
}

impl<const W: usize> Aligned<W> {
    pub(crate) fn new() -> Self {
        let of_unit = OfUnit { cells: [0; W], gains: [0; W], most: 0, alone: 0 };
        Self {
            sought: Vec::new(),
            nothing: [0; W],
            above: [0; W],
            of_units: vec![of_unit; 256],
            known: [0; 256],
            words: 0,
            rows: vec![[BASE; W]; MOST_UNITS + 1],
            before: Vec::new(),
            filled: 0,
            ended: false,
        }
    }

    /// Begins with a sought word; `most` is the most that each of its units gains.
    pub(crate) fn begin(&mut self, sought: &[u8], most: &[i16], beside: &Beside) {
        if self.words == u32::MAX {
            self.known = [0; 256];
            self.words = 0;
        }
        self.words += 1;
        self.sought.clear();
        self.sought.extend_from_slice(sought);
        self.nothing = [0; W];
        for (nothing, unit) in self.nothing.iter_mut().zip(sought) {
            *nothing = beside.gain(*unit, NOTHING).into();
        }
        let (mut sum, mut rest) = (-LEAST - BASE, most.iter().sum::<i16>());
        self.above = [i16::MIN / 2; W];
        for (at, above) in self.above.iter_mut().enumerate().take(sought.len() + 1) {
            *above = sum + rest;
            sum += self.nothing.get(at).copied().unwrap_or(0);
            rest -= most.get(at).copied().unwrap_or(0);
        }
        (self.filled, self.ended) = (0, false);
        self.before.clear();
    }

    /// Whether a word gains enough.
    #[inline]
    #[expect(
        clippy::indexing_slicing,
        reason = "a row is longer than the sought word; a unit is a byte"
    )]
    pub(crate) fn reaches(&mut self, units: &[u8], beside: &Beside) -> bool {
        if !self.may_reach(units, beside) {
            return false;
        }
        let same = self.before.iter().zip(units).take_while(|(one, other)| one == other).count();
        if self.ended && same >= self.filled {
            return false;
        }
        self.filled = self.filled.min(same);
        self.ended = false;
        self.before.clear();
        self.before.extend_from_slice(units);
        let mut row = self.rows[self.filled];
        for unit in &units[self.filled..] {
            let OfUnit { cells, alone, .. } = &self.of_units[usize::from(*unit)];
            let mut next: [i16; W] = std::array::from_fn(|at| row[at] + alone);
            for at in 1..W {
                next[at] = next[at].max(row[at - 1] + cells[at]);
            }
            row = greatest_so_far(next);
            self.filled += 1;
            self.rows[self.filled] = row;
            let slack: [i16; W] = std::array::from_fn(|at| row[at] + self.above[at]);
            if slack.iter().fold(i16::MIN, |most, slack| most.max(*slack)) < 0 {
                self.ended = true;
                return false;
            }
        }
        let last = self.sought.len();
        row[last] + self.above[last] >= 0
    }

    /// Whether it may gain enough, if each unit of one word stands beside its best of the other, whatever the order.
    #[inline]
    #[expect(clippy::indexing_slicing, reason = "a unit is a byte")]
    fn may_reach(&mut self, units: &[u8], beside: &Beside) -> bool {
        let (mut most, mut sum) = (self.nothing, 0);
        for unit in units {
            if self.known[usize::from(*unit)] != self.words {
                self.know(*unit, beside);
            }
            let of_unit = &self.of_units[usize::from(*unit)];
            for (most, gain) in most.iter_mut().zip(&of_unit.gains) {
                *most = (*most).max(*gain);
            }
            sum += of_unit.most;
        }
        sum >= LEAST && most.iter().sum::<i16>() >= LEAST
    }

    #[cold]
    fn know(&mut self, unit: u8, beside: &Beside) {
        let alone = beside.gain(NOTHING, unit);
        let mut of_unit =
            OfUnit { cells: [NONE; W], gains: [0; W], most: alone.into(), alone: alone.into() };
        let places = of_unit.cells.iter_mut().skip(1).zip(&mut of_unit.gains);
        for (((cell, gains), nothing), sought) in places.zip(&self.nothing).zip(&self.sought) {
            let gain = i16::from(beside.gain(*sought, unit));
            *cell = gain - nothing;
            *gains = gain;
            of_unit.most = of_unit.most.max(gain);
        }
        if let (Some(place), Some(known)) =
            (self.of_units.get_mut(usize::from(unit)), self.known.get_mut(usize::from(unit)))
        {
            *place = of_unit;
            *known = self.words;
        }
    }
}

/// The greatest of the cells up to each.
#[inline(always)]
#[expect(clippy::indexing_slicing, reason = "places of an array")]
fn greatest_so_far<const W: usize>(mut row: [i16; W]) -> [i16; W] {
    let mut apart = 1;
    while apart < W {
        let before: [i16; W] =
            std::array::from_fn(|at| if at < apart { 0 } else { row[at - apart] });
        row = std::array::from_fn(|at| row[at].max(before[at]));
        apart *= 2;
    }
    row
}
