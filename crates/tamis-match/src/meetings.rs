//! How the parts of two records meet: parts that are alike are compared once, in however many names
//! of a record they stand.
//!
//! Knows nothing of names but their parts: which of the meetings count is for the alignment.

mod numbers;

pub(crate) use numbers::{Numbered, number_names};

use std::hint::black_box;

use smallvec::SmallVec;

use crate::faith;
use crate::meeting::{
    Meeting, by_syllables, cut_short, equal, meet_with, or_through_chinese, surely_unlike, variant,
};
use crate::record::{PreparedName, PreparedPart};
use crate::sketch::{MayMeet, Sketch};

use numbers::{Different, Numbers, Sketched, number_of};

/// All meetings of the parts of some names with those of others.
#[derive(Debug)]
pub(crate) struct Meetings {
    party: Numbers,
    entry: Numbers,
    /// By the number of the party's part.
    found: SmallVec<[Found; 64]>,
    /// Where the meetings of each of the party's parts begin, and where the last ones end; empty where each
    /// side has one name.
    starts: SmallVec<[u32; 24]>,
}

/// A part of the party's side and one of the entry's side that meet, by their numbers.
#[derive(Debug, Clone, Copy)]
struct Found {
    party: u32,
    entry: u32,
    meeting: Meeting,
}

impl Meetings {
    /// Nothing compared.
    #[inline]
    pub(crate) fn new() -> Self {
        Self {
            party: Numbers::new(),
            entry: Numbers::new(),
            found: SmallVec::new(),
            starts: SmallVec::new(),
        }
    }

    /// Compares each different part of the one with each of the other.
    pub(crate) fn compare(&mut self, party: &[PreparedName], entry: &[PreparedName]) {
        if let ([one], [other]) = (party, entry) {
            // as most records are: no list of different parts, for no name is compared again
            return self.compare_each(
                &one.sketches,
                &other.sketches,
                |sketch| sketch,
                |at, other_at| Some((one.informative.get(at)?, other.informative.get(other_at)?)),
            );
        }
        let (mut ones, mut others) = (Different::new(), Different::new());
        self.party.number(party, &mut ones);
        self.entry.number(entry, &mut others);
        self.compare_each(
            &ones,
            &others,
            |(sketch, _)| sketch,
            |at, other_at| Some((ones.get(at)?.1, others.get(other_at)?.1)),
        );
        self.set_starts(ones.len());
    }

    /// Compares parts in the order of their numbers.
    #[inline(always)]
    fn compare_each<'a, T>(
        &mut self,
        ones: &[T],
        others: &[T],
        sketch: impl Fn(&T) -> &Sketch,
        parts: impl Fn(usize, usize) -> Option<(&'a PreparedPart, &'a PreparedPart)>,
    ) {
        // so many rows of so many pairs are looked at together
        let width = if others.len() <= 8 { 8 } else { 64 };
        for (row, ones) in ones.chunks(64 / width).enumerate() {
            for (column, others) in others.chunks(width).enumerate() {
                // first which pairs may meet, without a branch that nobody guesses
                let mut may_meet = 0_u64;
                for (one, start) in ones.iter().zip((0_u32..).step_by(width)) {
                    for (other, place) in others.iter().zip(start..) {
                        may_meet |= u64::from(!sketch(one).never_meets(sketch(other))) << place;
                    }
                }
                // all of these are read before one is looked at: they wait for memory together
                let mut waited_for = may_meet;
                while waited_for & waited_for.wrapping_sub(1) != 0 {
                    let place = waited_for.trailing_zeros() as usize;
                    waited_for &= waited_for - 1;
                    let parts =
                        parts(row * (64 / width) + place / width, column * width + place % width);
                    black_box(parts.map(|(one, other)| one.rarity.0 ^ other.rarity.0));
                }
                while may_meet != 0 {
                    let place = may_meet.trailing_zeros() as usize;
                    may_meet &= may_meet - 1;
                    let at = row * (64 / width) + place / width;
                    let other_at = column * width + place % width;
                    let Some((one, other)) = parts(at, other_at) else { break };
                    let (Some(of_one), Some(of_other)) =
                        (ones.get(place / width), others.get(place % width))
                    else {
                        break;
                    };
                    if let Some(meeting) = met((sketch(of_one), one), (sketch(of_other), other)) {
                        let (party, entry) = (number_of(at), number_of(other_at));
                        self.found.push(Found { party, entry, meeting });
                    }
                }
            }
        }
    }

    /// Tells where the meetings of each of so many parts begin, which stand in their order.
    fn set_starts(&mut self, parts: usize) {
        let mut at = 0;
        for number in 0..number_of(parts) {
            self.starts.push(number_of(at));
            at += self.found.iter().skip(at).take_while(|found| found.party == number).count();
        }
        self.starts.push(number_of(at));
    }

    /// Whether there are none.
    #[inline]
    pub(crate) fn are_none(&self) -> bool {
        self.found.is_empty()
    }

    /// The meetings of two names, by the places of the names in what was compared.
    pub(crate) fn of_names(&self, party: usize, entry: usize) -> MeetingsOfNames<'_> {
        let numbers = (self.party.of_name(party), self.entry.of_name(entry));
        MeetingsOfNames { meetings: self, numbers: (!self.starts.is_empty()).then_some(numbers) }
    }

    #[inline]
    fn of_part(&self, number: u32) -> &[Found] {
        piece(&self.found, &self.starts, number as usize)
    }
}

/// The piece of this number of pieces that stand in a row, by where each begins and the last one ends.
#[inline]
fn piece<'a, T>(all: &'a [T], starts: &[u32], number: usize) -> &'a [T] {
    let Some([start, end]) = starts.get(number..number + 2) else { return &[] };
    all.get(*start as usize..*end as usize).unwrap_or_default()
}

/// The meetings of the parts of two names.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MeetingsOfNames<'a> {
    meetings: &'a Meetings,
    /// The numbers of the parts; none where each side has one name.
    numbers: Option<(&'a [u32], &'a [u32])>,
}

impl MeetingsOfNames<'_> {
    /// Tells each meeting with the places of its parts.
    #[inline]
    pub(crate) fn each(&self, mut tell: impl FnMut(u8, u8, Meeting)) {
        let place = |number: u32| u8::try_from(number).unwrap_or(u8::MAX);
        let Some((party, entry)) = self.numbers else {
            for found in &self.meetings.found {
                tell(place(found.party), place(found.entry), found.meeting);
            }
            return;
        };
        for (at, number) in (0_u8..).zip(party) {
            for found in self.meetings.of_part(*number) {
                for (other_at, other) in (0_u8..).zip(entry) {
                    if *other == found.entry {
                        tell(at, other_at, found.meeting);
                    }
                }
            }
        }
    }
}

/// How two parts meet, if they do.
fn met((sketch, one): Sketched<'_>, (other_sketch, other): Sketched<'_>) -> Option<Meeting> {
    match sketch.may_meet(other_sketch, [one.key, other.key]) {
        MayMeet::No => None,
        MayMeet::ByNearConsonants
            if surely_unlike(one, other) && !faith::is_tail(&one.part, &other.part) =>
        {
            None
        }
        MayMeet::ByNearConsonants | MayMeet::ByConsonants => {
            meet_with(&one.form(), &other.form(), true)
        }
        MayMeet::ByLexicon => {
            let by_writing = variant(one.lexicon, other.lexicon)
                .or_else(|| by_syllables(&one.form(), &other.form()));
            or_through_chinese(by_writing, one.syllables, other.syllables)
        }
        MayMeet::Otherwise => cut_short(one, other)
            .or_else(|| equal(&one.part.folded, one.role, &other.part.folded, other.role))
            .or_else(|| meet_with(&one.form(), &other.form(), false)),
    }
}

#[cfg(test)]
mod tests {
    use tamis_model::{Party, PartyKind, PartyName};

    use super::*;
    use crate::{AnalysedRecord, Policy};

    fn record(names: &[&str]) -> AnalysedRecord {
        let names = names.iter().copied().map(PartyName::whole).collect();
        let party = Party { kind: PartyKind::Unknown, names, ..Party::default() };
        AnalysedRecord::of_party(&party, &Policy::vetting()).unwrap()
    }

    #[test]
    fn names_of_a_record_meet_as_each_would_alone() {
        let one = record(&["Fajr Qasim Zubaydi", "Fajr Kasem al-Zubaidi", "فجر قاسم الزبيدي"]);
        let other = record(&["Qasim Zubaydi Qasim", "Fajr Q. Zubeidi", "قاسم", "Torjan Rawi"]);
        let of = |one: &[PreparedName], other: &[PreparedName]| {
            let mut meetings = Meetings::new();
            meetings.compare(one, other);
            meetings
        };
        let all = of(&one.names, &other.names);
        assert!(all.starts.len() - 1 < one.names.iter().map(|name| name.informative.len()).sum());
        let mut count = 0;
        for (at, name) in one.names.iter().enumerate() {
            for (other_at, other_name) in other.names.iter().enumerate() {
                let (mut together, mut alone) = (Vec::new(), Vec::new());
                all.of_names(at, other_at).each(|one, other, met| together.push((one, other, met)));
                let (one, other) = (std::slice::from_ref(name), std::slice::from_ref(other_name));
                of(one, other).of_names(0, 0).each(|one, other, met| alone.push((one, other, met)));
                for met in [&mut together, &mut alone] {
                    met.sort_by_key(|(one, other, _)| (*one, *other));
                }
                assert_eq!(together, alone, "{} {}", name.original, other_name.original);
                count += alone.len();
            }
        }
        assert!(count > 12, "{count}");
    }
}
