//! What each listed name holds of a party's name, told by the rows of the words alone: which parts, and what they
//! weigh together at most.
//!
//! A name that a row tells costs a read and a write of eight bytes; to look at its words takes a hundred times as
//! long. What was told in an earlier search doesn't count and needs no clearing.

use tamis_model::Weight;

use crate::names::Places;
use crate::vocabulary::Manner;

/// A part of the party's name.
pub(crate) type Part = u8;

/// The parts that are told apart; a longer name is searched without sums.
pub(crate) const MOST_PARTS: usize = 12;

/// What one name holds, in eight bytes: from the lowest, the sum (20 bits), how many parts are met by an initial alone
/// (3), four marks, the parts that are met steadily (12), all parts that are met (12), the search (13).
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Told(u64);

const SUM: u64 = 0xF_FFFF;
const FITS: u32 = 20;
const MOST_FITS: u64 = 7;
const FIRST: u64 = 1 << 23;
const INITIALS: u64 = 1 << 24;
const OF_RUNS: u64 = 1 << 25;
const LISTED: u64 = 1 << 26;
const STEADY: u32 = 27;
const PARTS: u32 = 39;
const MASK: u64 = 0xFFF;
const SEARCH: u32 = 51;
const MOST_SEARCHES: u64 = (1 << 13) - 1;

impl Told {
    /// The parts of the party's name of which it holds a word, or an initial.
    pub(crate) const fn parts(self) -> Places {
        (self.0 >> PARTS & MASK) as Places
    }

    /// Those that one of the words meets near enough and by no edit.
    pub(crate) const fn steady(self) -> Places {
        (self.0 >> STEADY & MASK) as Places
    }

    /// How many of the parts are met by an initial alone, at least.
    pub(crate) fn by_initials(self) -> u32 {
        u32::try_from(self.0 >> FITS & MOST_FITS).unwrap_or(0)
    }

    /// What these weigh at most, each by its best word.
    pub(crate) fn sum(self) -> Weight {
        Weight(i32::try_from(self.0 & SUM).unwrap_or(i32::MAX))
    }

    /// Whether one of the words is its first, or it need not have an own name.
    pub(crate) const fn own_name_is_met(self) -> bool {
        self.0 & FIRST != 0
    }

    /// Whether it has initials.
    pub(crate) const fn has_initials(self) -> bool {
        self.0 & INITIALS != 0
    }

    /// Whether runs are told of it: what they weigh is in the sum, and of which parts they are is not told.
    pub(crate) const fn is_of_runs(self) -> bool {
        self.0 & OF_RUNS != 0
    }

    const fn search(self) -> u64 {
        self.0 >> SEARCH
    }
}

/// A name in the row of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Holding(u32);

impl Holding {
    const FIRST: u32 = 1 << 31;
    const INITIALS: u32 = 1 << 30;

    /// A name that holds a word which may answer to its own name, and that has initials.
    pub(crate) const fn of(name: u32, may_be_own_name: bool, has_initials: bool) -> Self {
        let first = if may_be_own_name { Self::FIRST } else { 0 };
        Self(name | first | if has_initials { Self::INITIALS } else { 0 })
    }

    pub(crate) const fn number(self) -> u32 {
        self.0
    }

    pub(crate) const fn read(number: u32) -> Self {
        Self(number)
    }

    pub(crate) const fn name(self) -> u32 {
        self.0 & (Self::INITIALS - 1)
    }
}

/// When a name is to be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// When any part is told.
    Any,
    /// When a second part is told.
    Second,
    /// When a second part is told, and the first one was told before all others.
    SecondAfterFirst,
}

/// Sums of all names.
#[derive(Debug, Default)]
pub(crate) struct Sums {
    told: Vec<Told>,
    search: u64,
    /// The names to be looked at.
    listed: Vec<u32>,
}

impl Sums {
    /// Begins a search among so many names.
    pub(crate) fn begin(&mut self, names: usize) {
        if self.told.len() != names || self.search == MOST_SEARCHES {
            self.told.clear();
            self.told.resize(names, Told::default());
            self.search = 0;
        }
        self.search += 1;
        self.listed.clear();
    }

    /// A name holds a word that a part meets. The words of a part are told from the heaviest down.
    #[inline]
    pub(crate) fn tell(
        &mut self,
        held: Holding,
        part: Part,
        (weight, manner): (Weight, Manner),
        wanted: Wanted,
    ) {
        let weight = u64::try_from(weight.0).unwrap_or(0).min(SUM);
        let steady = u64::from(manner.is_near() && manner.is_firm());
        let flags = (u64::from(held.0 >> 30 & 1) * INITIALS) | (u64::from(held.0 >> 31) * FIRST);
        let bit = u64::from(part % 12);
        self.add(held.name(), bit, flags | steady << (u64::from(STEADY) + bit), weight, wanted);
    }

    /// A name has an initial that a part fits. Its words are told before.
    #[inline]
    pub(crate) fn tell_initial(&mut self, name: u32, part: Part, wanted: Wanted) {
        self.add(name, u64::from(part % 12), INITIALS, 1 << FITS, wanted);
    }

    /// Adds what is added once a part, and marks.
    #[inline]
    fn add(&mut self, name: u32, part: u64, marks: u64, once: u64, wanted: Wanted) {
        let Some(told) = self.told.get_mut(name as usize) else { return };
        let bit = 1 << (u64::from(PARTS) + part);
        if told.search() != self.search {
            if wanted == Wanted::SecondAfterFirst && part != 0 {
                return;
            }
            let listed = if wanted == Wanted::Any { LISTED } else { 0 };
            *told = Told(self.search << SEARCH | bit | listed | marks | once);
            if wanted == Wanted::Any {
                self.listed.push(name);
            }
            return;
        }
        let known = told.0 | marks;
        if known & bit != 0 {
            // a word of the part was told that weighs as much or more
            told.0 = known;
            return;
        }
        let (sum, fits) =
            ((known & SUM) + (once & SUM), (known >> FITS & MOST_FITS) + (once >> FITS));
        told.0 = known & !SUM & !(MOST_FITS << FITS)
            | sum.min(SUM)
            | fits.min(MOST_FITS) << FITS
            | LISTED
            | bit;
        if known & LISTED == 0 {
            self.listed.push(name);
        }
    }

    /// A name is met by a run, of its words or of the party's. Runs are told before all words, and the name is
    /// looked at whatever else is told of it.
    pub(crate) fn tell_run(&mut self, held: Holding, weight: Weight) {
        let name = held.name();
        let Some(told) = self.told.get_mut(name as usize) else { return };
        if told.search() != self.search {
            *told = Told(self.search << SEARCH);
        }
        if told.0 & LISTED == 0 {
            self.listed.push(name);
        }
        let sum = (told.0 & SUM) + u64::try_from(weight.0).unwrap_or(0);
        let initials = u64::from(held.0 >> 30 & 1) * INITIALS;
        told.0 = told.0 & !SUM | sum.min(SUM) | OF_RUNS | LISTED | initials;
    }

    /// Takes the names to be looked at out, each once, with what was told of them.
    pub(crate) fn take(&mut self, names: &mut Vec<u32>, keep: impl Fn(u32, Told) -> bool) {
        let told = |name: &u32| self.told.get(*name as usize).copied().unwrap_or_default();
        names.extend(self.listed.iter().filter(|name| keep(**name, told(name))));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: (Weight, Manner) = (Weight(1), Manner::ANY);

    fn names(sums: &mut Sums) -> Vec<(u32, Places, i32)> {
        let (mut names, all) = (Vec::new(), std::cell::RefCell::new(Vec::new()));
        sums.take(&mut names, |name, told| {
            all.borrow_mut().push((name, told.parts(), told.sum().0));
            true
        });
        all.into_inner()
    }

    #[test]
    fn a_name_is_told_once_with_the_best_word_of_each_part() {
        let mut sums = Sums::default();
        for _ in 0..70_000 {
            sums.begin(4);
            let mut tell = |name, part, weight| {
                let held = Holding::of(name, false, false);
                sums.tell(held, part, (Weight(weight), Manner::ANY), Wanted::Second);
            };
            tell(1, 0, 900);
            tell(2, 0, 900);
            tell(1, 0, 500);
            tell(1, 1, 300);
            tell(1, 3, 7);
            tell(9, 0, 1);
            assert_eq!(names(&mut sums), [(1, 0b1011, 1_207)]);
        }
    }

    #[test]
    fn what_is_wanted_tells_when_a_name_is_looked_at() {
        for (wanted, expected) in [
            (Wanted::Any, vec![1, 2, 3]),
            (Wanted::Second, vec![1, 2]),
            (Wanted::SecondAfterFirst, vec![1]),
        ] {
            let mut sums = Sums::default();
            sums.begin(4);
            for (name, part) in [(1, 0), (1, 1), (2, 1), (3, 1), (2, 2)] {
                sums.tell(Holding::of(name, false, false), part, ONE, wanted);
            }
            let listed: Vec<u32> = names(&mut sums).into_iter().map(|(name, ..)| name).collect();
            assert_eq!(listed, expected, "{wanted:?}");
        }
    }

    #[test]
    fn first_words_initials_and_runs_are_told() {
        let mut sums = Sums::default();
        sums.begin(4);
        sums.tell(Holding::of(1, false, false), 0, ONE, Wanted::Any);
        sums.tell(Holding::of(1, true, false), 0, ONE, Wanted::Any);
        sums.tell(Holding::of(2, false, true), 0, ONE, Wanted::Any);
        sums.tell_initial(2, 0, Wanted::Any);
        sums.tell_initial(2, 1, Wanted::Any);
        sums.tell_run(Holding::of(3, false, false), Weight(5));
        sums.tell_run(Holding::of(3, false, false), Weight(6));
        sums.tell(Holding::of(3, false, false), 2, ONE, Wanted::SecondAfterFirst);
        let mut names = Vec::new();
        sums.take(&mut names, |name, told| {
            assert_eq!(told.own_name_is_met(), name == 1);
            assert_eq!(told.has_initials(), name == 2);
            assert_eq!(told.by_initials(), u32::from(name == 2));
            assert_eq!(told.is_of_runs(), name == 3);
            assert_eq!(told.sum(), Weight(if name == 3 { 12 } else { 1 }));
            true
        });
        assert_eq!(names, [1, 2, 3]);
    }

    #[test]
    fn the_steady_parts_are_those_of_any_word() {
        let mut sums = Sums::default();
        sums.begin(4);
        let far = (Weight(9), Manner::NONE);
        for (part, told) in [(0, far), (0, ONE), (3, far)] {
            sums.tell(Holding::of(1, false, false), part, told, Wanted::Any);
        }
        let mut names = Vec::new();
        sums.take(&mut names, |_, told| {
            assert_eq!((told.parts(), told.steady(), told.sum()), (0b1001, 1, Weight(18)));
            true
        });
        assert_eq!(names, [1]);
    }
}
