//! The most that two words of Latin letters can gain beside each other, told by sixteen kinds of letters:
//! most unlike words end here, by a few operations on numbers of one size that a compiler does at once.
//!
//! Weaker than the bound by nearest units and sound like it: each unit gains its most beside any word that
//! has a letter of the kinds it is near to, and its next most beside any other.

use std::sync::LazyLock;

use super::table::{Gains, LATIN};
use super::units::{NOTHING, Writing, written};
use super::{A_STEP, Weight};

/// The letters of each kind.
const KINDS: [&str; 16] =
    ["bp", "fvw", "t", "d", "szx", "cj", "kgq", "l", "m", "n", "r", "a", "e", "iy", "ou", "h"];

/// A unit is near to kinds beside which it gains more than this.
const NEAR: i8 = 3;

/// Units of a word that stand in an outline one by one; others gain their most.
const PLACES: usize = 8;

/// A word by the kinds of its letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Outline {
    /// The kinds that it has, a bit each.
    kinds: u16,
    /// What it gains beside a word of none of the kinds that its units are near to, in steps.
    least: i16,
    /// The kinds that each of its units is near to.
    near: [u16; PLACES],
    /// What each of them gains more beside one of these.
    more: [u8; PLACES],
}

/// A unit by the kinds of letters.
#[derive(Debug, Clone, Copy)]
struct OfUnit {
    kind: u16,
    near: u16,
    /// What it gains more beside one of these kinds than beside another.
    more: u8,
    rest: i8,
}

static UNITS: LazyLock<[OfUnit; 256]> = LazyLock::new(|| of_units(&LATIN.either.gains));

fn of_units(gains: &Gains) -> [OfUnit; 256] {
    let kind = |unit: u8| {
        let is_letter = |letter: &char| letter.is_ascii_alphabetic();
        let letter = written(unit, Writing::Latin).chars().find(is_letter)?;
        KINDS.iter().position(|kind| kind.contains(letter))
    };
    let kinds: Vec<Option<usize>> = (0..NOTHING).map(kind).collect();
    // none of these reads beyond the table: what is no unit gains the most beside anything
    let mut units = [OfUnit { kind: u16::MAX, near: 0, more: 0, rest: i8::MAX }; 256];
    for (number, place) in (0..NOTHING).zip(&mut units) {
        let mut by_kind = [i8::MIN; KINDS.len()];
        let row = gains.row(number);
        let mut rest = row.get(usize::from(NOTHING)).copied().unwrap_or(i8::MAX);
        for (other, (kind, gain)) in (0..).zip(kinds.iter().zip(row)) {
            // a word may stand on either side
            let turned = gains.row(other).get(usize::from(number)).copied().unwrap_or(i8::MAX);
            let most = kind.and_then(|kind| by_kind.get_mut(kind)).unwrap_or(&mut rest);
            *most = (*most).max(*gain).max(turned);
        }
        let mut near = 0;
        let mut most = rest;
        for (kind, gain) in by_kind.into_iter().enumerate() {
            if gain > NEAR && gain > rest {
                near |= 1 << kind;
                most = most.max(gain);
            }
        }
        for (kind, gain) in by_kind.into_iter().enumerate() {
            if near >> kind & 1 == 0 {
                rest = rest.max(gain);
            }
        }
        let of_unit = kinds.get(usize::from(number)).copied().flatten();
        let kind = of_unit.map_or(0, |kind| 1 << kind);
        let more = u8::try_from(i32::from(most.max(rest)) - i32::from(rest)).unwrap_or(u8::MAX);
        *place = OfUnit { kind, near, more, rest };
    }
    units
}

impl Outline {
    /// The outline of a word of Latin letters.
    #[must_use]
    pub fn of(units: &[u8]) -> Self {
        let table = &*UNITS;
        let mut outline = Self::default();
        let mut least = 0_i32;
        let places = outline.near.iter_mut().zip(&mut outline.more);
        for (unit, (near, more)) in units.iter().zip(places) {
            let Some(unit) = table.get(usize::from(*unit)) else { continue };
            outline.kinds |= unit.kind;
            *near = unit.near;
            *more = unit.more;
            least += i32::from(unit.rest);
        }
        for unit in units.iter().skip(PLACES) {
            let Some(unit) = table.get(usize::from(*unit)) else { continue };
            outline.kinds |= unit.kind;
            least += i32::from(unit.rest) + i32::from(unit.more);
        }
        // far from where a number of this size ends; a sum that is cut from above is one of a long word
        outline.least = i16::try_from(least.clamp(-8_000, 8_000)).unwrap_or(8_000);
        outline
    }

    /// The most that it gains beside a word of these kinds, in steps.
    #[inline(always)]
    fn most(&self, kinds: u16) -> i16 {
        let mut most = 0_u16;
        for (near, more) in self.near.iter().zip(&self.more) {
            let hit = if near & kinds != 0 { u16::MAX } else { 0 };
            most += u16::from(*more) & hit;
        }
        self.least.wrapping_add(most.cast_signed())
    }

    /// Whether two words of Latin letters surely gain less than so many steps beside each other.
    #[must_use]
    #[inline(always)]
    pub fn surely_below(&self, other: &Self, least: i16) -> bool {
        self.most(other.kinds).min(other.most(self.kinds)) < least
    }
}

/// A weight in steps of the tables.
#[must_use]
pub const fn steps(weight: Weight) -> i16 {
    (weight.0 / A_STEP) as i16
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::CHANCE;
    use crate::spelling::surely_below;
    use crate::spelling::units::units_of_letters;

    #[test]
    fn an_outline_says_nothing_that_nearest_units_do_not() {
        let words = "muhammad mahmud ahmad mohamed jamal dschamal kamal salim yusuf yousef li ng a \
            abdulrahman abderrahmane zawahiri dhawahiri gaddafi qadhafi ali lee smith schmidt \
            vajiralongkorn maha aleksandr alexander iskander wladimir vladimir john jean xhaka";
        let (mut unlike, mut told) = (0, 0);
        for one in words.split_whitespace() {
            for other in words.split_whitespace() {
                let (a, b) = (units_of_letters(one), units_of_letters(other));
                let sides = ((Writing::Latin, a.as_slice()), (Writing::Latin, b.as_slice()));
                let surely = Outline::of(&a).surely_below(&Outline::of(&b), steps(CHANCE));
                let below =
                    crate::spelling::likeness(sides.0, sides.1, None).unwrap().gain < CHANCE;
                assert!(below || !surely, "{one} {other}");
                unlike += u32::from(surely_below(sides.0, sides.1, CHANCE));
                told += u32::from(surely);
            }
        }
        assert!(told * 2 > unlike, "{told} of {unlike}");
    }
}
