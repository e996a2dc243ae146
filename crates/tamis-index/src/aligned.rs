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
use crate::lanes::{
    Eight, added, as_array, greater, greatest_so_far, last, of_array, one_on, same, sums_so_far,
    the_greatest,
};
use crate::sieve::{Left, Sieve};

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
struct OfUnit<const N: usize> {
    /// In the cell behind each.
    cells: [Eight; N],
    /// Beside nothing.
    alone: i16,
}

/// Alignments with a sought word of fewer than `8 * N` units: kept from one to the next.
#[derive(Debug)]
pub(crate) struct Aligned<const N: usize> {
    sought: Vec<u8>,
    /// What each unit of the sought word gains beside nothing.
    nothing: [[i16; 8]; N],
    /// What must be added to a cell to tell how far it is above what is asked, with all that may come.
    above: [Eight; N],
    of_units: Vec<OfUnit<N>>,
    /// The sought word for which these are known.
    known: [u32; 256],
    words: u32,
    /// The rows of the word before, for the first of its units: the next one often begins like it.
    rows: Vec<[Eight; N]>,
    before: Vec<u8>,
    /// How many rows there are.
    filled: usize,
}

impl<const N: usize> Aligned<N> {
    pub(crate) fn new() -> Self {
        let of_unit = OfUnit { cells: [same(0); N], alone: 0 };
        Self {
            sought: Vec::new(),
            nothing: [[0; 8]; N],
            above: [same(0); N],
            of_units: vec![of_unit; 256],
            known: [0; 256],
            words: 0,
            rows: vec![[same(BASE); N]; MOST_UNITS + 1],
            before: Vec::new(),
            filled: 0,
        }
    }

    /// Begins with a sought word; `most` is the most that each of its units gains.
    pub(crate) fn begin(
        &mut self,
        sought: &[u8],
        mut most: impl Iterator<Item = i16> + Clone,
        beside: &Beside,
    ) {
        if self.words == u32::MAX {
            self.known = [0; 256];
            self.words = 0;
        }
        self.words += 1;
        self.sought.clear();
        self.sought.extend_from_slice(sought);
        self.nothing = [[0; 8]; N];
        for (nothing, unit) in self.nothing.as_flattened_mut().iter_mut().zip(sought) {
            *nothing = beside.gain(*unit, NOTHING).into();
        }
        let (mut sum, mut rest) = (-LEAST - BASE, most.clone().sum::<i16>());
        let mut above = [[i16::MIN / 2; 8]; N];
        let places = above.as_flattened_mut().iter_mut().zip(self.nothing.as_flattened());
        for (above, nothing) in places.take(sought.len() + 1) {
            *above = sum + rest;
            sum += nothing;
            rest -= most.next().unwrap_or(0);
        }
        self.above = above.map(of_array);
        self.filled = 0;
        self.before.clear();
    }

    /// Whether a word gains enough.
    #[inline]
    #[expect(
        clippy::indexing_slicing,
        reason = "a row is longer than the sought word; a unit is a byte"
    )]
    pub(crate) fn reaches(&mut self, word: Left<'_>, sieve: &Sieve<'_>, beside: &Beside) -> bool {
        // without what the units behind each place lose, and those of the word cost
        let mut losses = [[0; 8]; N];
        let mut lost = word.cost;
        for (loss, of_word) in losses.as_flattened_mut().iter_mut().zip(sieve.losses(word.place)) {
            *loss = of_word;
            lost += of_word;
        }
        let (mut before, mut passed) = (same(0), same(-lost));
        let above: [Eight; N] = std::array::from_fn(|at| {
            let sums = sums_so_far(of_array(losses[at]));
            let above = added(self.above[at], added(passed, one_on(before, sums)));
            (before, passed) = (same(0), added(passed, same(last(sums))));
            above
        });
        let units = word.units;
        let alike = self.before.iter().zip(units).take_while(|(one, other)| one == other).count();
        self.filled = self.filled.min(alike);
        self.before.clear();
        self.before.extend_from_slice(units);
        let mut row = self.rows[self.filled];
        let mut cost: i16 = units[..self.filled].iter().map(|unit| sieve.cost(*unit)).sum();
        for unit in &units[self.filled..] {
            if self.known[usize::from(*unit)] != self.words {
                self.know(*unit, beside);
            }
            row = row_after(&row, &self.of_units[usize::from(*unit)]);
            self.filled += 1;
            self.rows[self.filled] = row;
            cost += sieve.cost(*unit);
            let slack: [Eight; N] = std::array::from_fn(|at| added(row[at], above[at]));
            if the_greatest(slack.into_iter().fold(slack[0], greater)) < -cost {
                return false;
            }
        }
        let end = self.sought.len();
        as_array(added(row[end / 8], self.above[end / 8]))[end % 8] >= 0
    }

    #[cold]
    fn know(&mut self, unit: u8, beside: &Beside) {
        let mut cells = [[NONE; 8]; N];
        let nothing = self.nothing.as_flattened();
        let places = cells.as_flattened_mut().iter_mut().skip(1);
        for ((cell, nothing), sought) in places.zip(nothing).zip(&self.sought) {
            *cell = i16::from(beside.gain(*sought, unit)) - nothing;
        }
        if let (Some(place), Some(known)) =
            (self.of_units.get_mut(usize::from(unit)), self.known.get_mut(usize::from(unit)))
        {
            let alone = beside.gain(NOTHING, unit).into();
            *place = OfUnit { cells: cells.map(of_array), alone };
            *known = self.words;
        }
    }
}

/// The row behind a further unit of the listed word.
#[inline(always)]
#[expect(clippy::indexing_slicing, reason = "places of an array")]
fn row_after<const N: usize>(row: &[Eight; N], unit: &OfUnit<N>) -> [Eight; N] {
    let (mut before, mut greatest) = (same(0), 0);
    std::array::from_fn(|at| {
        let beside_nothing = added(row[at], same(unit.alone));
        let beside = added(one_on(before, row[at]), unit.cells[at]);
        before = row[at];
        let cells = greatest_so_far(greater(beside_nothing, beside));
        let cells = if at == 0 { cells } else { greater(cells, same(greatest)) };
        greatest = last(cells);
        cells
    })
}
