//! How the parts of two records meet: parts that are alike are compared once, in however many names
//! of a record they stand.
//!
//! Knows nothing of names but their parts: which of the meetings count is for the alignment.

use smallvec::SmallVec;

use crate::meeting::{Meeting, cut_short, equal, meet_with, surely_unlike};
use crate::record::{PreparedName, PreparedPart};
use crate::sketch::MayMeet;

/// All meetings of the parts of some names with those of others.
#[derive(Debug)]
pub(crate) struct Meetings {
    party: Numbers,
    entry: Numbers,
    /// By the number of the party's part.
    found: SmallVec<[Found; 24]>,
    /// Where the meetings of each of the party's parts end.
    ends: SmallVec<[u32; 24]>,
}

/// A part of the entry's side that a part of the party's side meets.
#[derive(Debug, Clone, Copy)]
struct Found {
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
            ends: SmallVec::new(),
        }
    }

    /// Compares each different part of the one with each of the other.
    pub(crate) fn compare(&mut self, party: &[PreparedName], entry: &[PreparedName]) {
        let (mut ones, mut others) = (Different::new(), Different::new());
        self.party.number(party, &mut ones);
        self.entry.number(entry, &mut others);
        for one in &ones {
            for (entry, other) in (0..).zip(&others) {
                if let Some(meeting) = met(one, other) {
                    self.found.push(Found { entry, meeting });
                }
            }
            self.ends.push(u32::try_from(self.found.len()).unwrap_or(u32::MAX));
        }
    }

    /// The meetings of two names, by the places of the names in what was compared.
    pub(crate) fn of_names(&self, party: usize, entry: usize) -> MeetingsOfNames<'_> {
        MeetingsOfNames {
            meetings: self,
            party: self.party.of_name(party),
            entry: self.entry.of_name(entry),
        }
    }

    fn of_part(&self, number: u32) -> &[Found] {
        let at = usize::try_from(number).unwrap_or(usize::MAX);
        let end_of = |at: usize| self.ends.get(at).map_or(0, |end| *end as usize);
        let first = at.checked_sub(1).map_or(0, end_of);
        self.found.get(first..end_of(at)).unwrap_or_default()
    }
}

/// The meetings of the parts of two names.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MeetingsOfNames<'a> {
    meetings: &'a Meetings,
    /// The numbers of the parts.
    party: &'a [u32],
    entry: &'a [u32],
}

impl MeetingsOfNames<'_> {
    /// Tells each meeting with the places of its parts.
    #[inline]
    pub(crate) fn each(&self, mut tell: impl FnMut(u8, u8, Meeting)) {
        for (at, number) in (0_u8..).zip(self.party) {
            for found in self.meetings.of_part(*number) {
                for (other_at, other) in (0_u8..).zip(self.entry) {
                    if *other == found.entry {
                        tell(at, other_at, found.meeting);
                    }
                }
            }
        }
    }
}

/// Parts of which no two are alike.
type Different<'a> = SmallVec<[&'a PreparedPart; 24]>;

/// The parts of names by numbers; parts that are alike have the same.
#[derive(Debug)]
struct Numbers {
    /// Of the parts of all names in a row; none where there is one name, whose parts are numbered in
    /// their order.
    parts: SmallVec<[u32; 32]>,
    /// Where the parts of each name end.
    ends: SmallVec<[u32; 8]>,
}

/// So many of the parts before it a part is looked for among: more than the names of nearly all
/// records have, and a bound for a record of a thousand names.
const LOOKED_AT: usize = 64;

/// The numbers of the parts of the only name; no name has more.
static IN_ORDER: [u32; 256] = {
    let mut numbers = [0; 256];
    let mut at = 0;
    while at < numbers.len() {
        numbers[at] = at as u32;
        at += 1;
    }
    numbers
};

impl Numbers {
    #[inline]
    fn new() -> Self {
        Self { parts: SmallVec::new(), ends: SmallVec::new() }
    }

    /// Numbers the parts of names; gives the different ones in their order.
    fn number<'a>(&mut self, names: &'a [PreparedName], different: &mut Different<'a>) {
        if let [only] = names {
            different.extend(&only.informative);
            self.ends.push(u32::try_from(only.informative.len()).unwrap_or(u32::MAX));
            return;
        }
        for name in names {
            for part in &name.informative {
                let looked_at = different.iter().rev().take(LOOKED_AT);
                let known = looked_at.zip(1..).find(|(known, _)| known.is_compared_alike(part));
                let number = different.len() - known.map_or(0, |(_, back)| back);
                if known.is_none() {
                    different.push(part);
                }
                self.parts.push(u32::try_from(number).unwrap_or(u32::MAX));
            }
            self.ends.push(u32::try_from(self.parts.len()).unwrap_or(u32::MAX));
        }
    }

    fn of_name(&self, at: usize) -> &[u32] {
        let all = if self.ends.len() == 1 { &IN_ORDER } else { self.parts.as_slice() };
        let end_of = |at: usize| self.ends.get(at).map_or(0, |end| *end as usize);
        let first = at.checked_sub(1).map_or(0, end_of);
        all.get(first..end_of(at)).unwrap_or_default()
    }
}

/// How two parts meet, if they do.
#[inline]
fn met(one: &PreparedPart, other: &PreparedPart) -> Option<Meeting> {
    let may_meet = one.sketch.may_meet(&other.sketch);
    match may_meet {
        MayMeet::No => None,
        MayMeet::ByNearConsonants if surely_unlike(one, other) => None,
        MayMeet::ByNearConsonants | MayMeet::ByConsonants => {
            meet_with(&one.form(), &other.form(), true)
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
        let names = names.iter().map(|name| PartyName::whole(name)).collect();
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
        assert!(all.ends.len() < one.names.iter().map(|name| name.informative.len()).sum());
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
