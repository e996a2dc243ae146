//! What a walk through a trie knows on its way: the rows of the alignment so far, and what can still come.
//!
//! Each node adds a row of the alignment of `tamis_match::spelling`: what the sought word gains up to each of
//! its units beside the units on the way. A branch is followed only while some cell and the most that all later
//! units of the sought word can gain, beside any unit that stands below the node, reach what is asked; units on
//! the way gain nothing beside nothing. All cells of a row are filled at once, which a compiler makes a few
//! instructions.

use tamis_match::meeting::CHANCE;
use tamis_match::spelling::table::STEPS_A_NAT;
use tamis_match::spelling::units::NOTHING;

use crate::bounding::Most;

/// The least gain in steps that is more than chance.
const LEAST: i16 = {
    let least = CHANCE.0 * STEPS_A_NAT / 1024 + 1;
    assert!(least < 4_000, "cells have room for the gains of a word");
    least as i16
};

/// Less than any gain, and far from the least number of its kind.
const NONE: i16 = -8_000;

/// Where a walk goes from a node, and whether the words that end there may be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// Past all that is below.
    Over,
    /// To what is below.
    Into { is_found: bool },
}

/// A row: the cell before the first unit, and one behind each.
#[derive(Debug, Clone, Copy)]
struct Row<const W: usize> {
    first: i16,
    cells: [i16; W],
}

/// What a walk writes, for words of up to `W` units: kept from one walk to the next.
#[derive(Debug)]
pub(crate) struct Walk<const W: usize> {
    /// A row of the alignment a depth.
    rows: Vec<Row<W>>,
    /// What the units from each on gain at most beside the units below a node, a row a depth.
    rest: Vec<Row<W>>,
    length: usize,
    /// What each unit of the sought word gains beside nothing.
    nothing: [i16; W],
    /// What each gains at most beside the units of a bit of the sets that stand below nodes, each 128
    /// more than it is.
    most: Vec<[u8; W]>,
    /// The same beside nothing.
    at_least: [u8; W],
    /// What a unit of the trie gains beside each unit of the sought word, and beside nothing.
    gains: Vec<([i16; W], i16)>,
    /// The walk for which these are known.
    known: [u32; 256],
    walks: u32,
}

impl<const W: usize> Walk<W> {
    pub(crate) fn new() -> Self {
        let row = Row { first: 0, cells: [0; W] };
        Self {
            rows: vec![row; usize::from(u8::MAX) + 1],
            rest: vec![row; usize::from(u8::MAX) + 1],
            length: 0,
            nothing: [0; W],
            most: vec![[0; W]; 64],
            at_least: [0; W],
            gains: vec![([0; W], 0); 256],
            known: [0; 256],
            walks: 0,
        }
    }

    /// Begins at the root of words that have units of a set: `of` tells what a unit of the sought word
    /// gains beside nothing, and at most beside the units of each bit.
    pub(crate) fn begin<'a>(
        &mut self,
        units: &[u8],
        below: u64,
        of: impl Fn(u8) -> (i8, &'a Most),
    ) {
        if self.walks == u32::MAX {
            self.known = [0; 256];
            self.walks = 0;
        }
        self.walks += 1;
        self.length = units.len();
        let of = |at: usize| units.get(at).map(|unit| of(*unit));
        self.at_least = std::array::from_fn(|at| above_zero(of(at).map_or(0, |(alone, _)| alone)));
        for at in 0..W {
            let of_unit = of(at);
            for (bit, most) in self.most.iter_mut().enumerate() {
                let gain = of_unit.and_then(|(_, most)| most.get(bit)).copied().unwrap_or(0);
                if let Some(place) = most.get_mut(at) {
                    *place = above_zero(gain);
                }
            }
        }
        self.nothing = std::array::from_fn(|at| of(at).map_or(0, |(alone, _)| i16::from(alone)));
        let rest = self.rest_beside(below);
        let mut sum = 0;
        let sums = self.nothing.map(|nothing| {
            sum += nothing;
            sum
        });
        if let (Some(row), Some(of_row)) = (self.rows.first_mut(), self.rest.first_mut()) {
            *row = Row { first: 0, cells: sums };
            *of_row = rest;
        }
    }

    /// Fills the row of a node of a depth from 1; `below` are the units below it. `beside` tells what its unit
    /// gains beside a unit of the sought word or beside nothing.
    #[inline]
    #[expect(
        clippy::indexing_slicing,
        reason = "depths are at most 255, and there is a row for any byte"
    )]
    pub(crate) fn step(
        &mut self,
        depth: u8,
        unit: u8,
        below: u64,
        sought: &[u8],
        beside: impl Fn(u8, u8) -> i8,
    ) -> Step {
        let depth = usize::from(depth);
        let (gains, alone) = &mut self.gains[usize::from(unit)];
        let known = &mut self.known[usize::from(unit)];
        if *known != self.walks {
            *known = self.walks;
            for (at, gain) in gains.iter_mut().enumerate() {
                *gain = sought.get(at).map_or(NONE, |other| beside(unit, *other).into());
            }
            *alone = beside(unit, NOTHING).into();
        }
        let above = &self.rows[depth - 1];
        let mut row = Row { first: above.first + *alone, cells: above.cells };
        for cell in &mut row.cells {
            *cell += *alone;
        }
        let mut diagonal = [above.first; W];
        diagonal[1..].copy_from_slice(&above.cells[..W - 1]);
        for ((cell, diagonal), gain) in row.cells.iter_mut().zip(&diagonal).zip(gains.iter()) {
            *cell = (*cell).max(diagonal + gain);
        }
        let mut left = row.first;
        for (cell, nothing) in row.cells[..self.length].iter_mut().zip(&self.nothing) {
            left = (*cell).max(left + nothing);
            *cell = left;
        }
        // what stands below the node above stands here and below
        if !reaches(&row, &self.rest[depth - 1]) {
            return Step::Over;
        }
        let is_found = row.cells[self.length - 1] >= LEAST;
        let rest = self.rest_beside(below);
        if !is_found && !reaches(&row, &rest) {
            return Step::Over;
        }
        self.rows[depth] = row;
        self.rest[depth] = rest;
        Step::Into { is_found }
    }

    /// What the units of the sought word from each place on gain at most beside units of a set.
    #[inline]
    fn rest_beside(&self, below: u64) -> Row<W> {
        let mut most = self.at_least;
        let mut left = below;
        while left != 0 {
            if let Some(of_bit) = self.most.get(left.trailing_zeros() as usize) {
                for (most, of_bit) in most.iter_mut().zip(of_bit) {
                    *most = (*most).max(*of_bit);
                }
            }
            left &= left - 1;
        }
        let mut rest = Row { first: 0, cells: [NONE; W] };
        let cells = rest.cells.iter_mut().zip(&most).take(self.length);
        for (cell, most) in cells.rev() {
            *cell = rest.first;
            rest.first += i16::from(*most) - 128;
        }
        rest
    }
}

/// Whether some cell and what may still come behind it reach what is asked.
#[inline]
fn reaches<const W: usize>(row: &Row<W>, rest: &Row<W>) -> bool {
    let mut most = row.first + rest.first;
    for (cell, rest) in row.cells.iter().zip(&rest.cells) {
        most = most.max(cell + rest);
    }
    most >= LEAST
}

/// A gain as it is held where only the greatest is sought: no sign is in the way.
const fn above_zero(gain: i8) -> u8 {
    gain.cast_unsigned() ^ 128
}
