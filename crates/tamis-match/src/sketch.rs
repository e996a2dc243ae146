//! A part in a few numbers: whether two parts can meet at all, before their letters are looked at.
//!
//! Nearly all pairs of parts have no key in common, and a comparison spends its time on them. Here
//! they cost a few instructions each. What it lets through may still not meet; what it stops never
//! would (a test asks both).

use tamis_model::PartRole;

use crate::joined::hash_of;
use crate::key::Key;
use crate::meeting::edits_allowed;
use crate::record::PreparedPart;
use crate::spelling::units::Writing;

/// What two parts are first compared by, in half a line of a processor's cache.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sketch {
    /// Half of a number that stands for the letters, folded and romanised.
    folded: u32,
    latin: u32,
    key: Key,
    letters: u32,
    /// The ids of the lexicon and the syllables of East Asia, a bit each of 32.
    lexicon: u32,
    /// The number of its concept, or 0.
    concept: u16,
    /// Letters of the form that edits are counted in.
    written_length: u8,
    /// Edits that may part it from a longer form, in two bits, and what else it is.
    flags: u8,
}

/// What sketches tell of two parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MayMeet {
    /// They meet by nothing.
    No,
    /// By their consonants at least, which are looked at no more.
    ByConsonants,
    /// By consonants that are near and not the same, in one writing or two of which one is Latin, and
    /// by nothing else.
    ByNearConsonants,
    /// As forms of one name by the lexicon, and by nothing else.
    ByLexicon,
    /// By something else; whether by their consonants is not known.
    Otherwise,
}

/// The edits that may part it from a longer form.
const EDITS: u8 = 3;
/// Whether its writing leaves out short vowels.
const ABJAD: u8 = 4;
const NUMBER: u8 = 8;
const CUT: u8 = 16;
/// Whether it is in a writing other than Latin.
const OTHER_WRITING: u8 = 32;

impl Sketch {
    /// The sketch of a part that is complete.
    #[must_use]
    pub fn of(part: &PreparedPart) -> Self {
        let flag = |holds: bool, flag: u8| if holds { flag } else { 0 };
        let letters = |count: usize| u8::try_from(count).unwrap_or(u8::MAX);
        let half = |hash: u64| u32::try_from(hash >> 32).unwrap_or(0);
        let length = part.part.latin.len();
        let allowed = u8::try_from(edits_allowed(length)).unwrap_or(MOST_EDITS);
        let same = part.part.is_its_reading || part.part.folded == part.part.latin;
        Self {
            folded: half(if same { part.hash } else { hash_of(&part.part.folded) }),
            latin: half(part.hash),
            key: part.key,
            letters: part.letters,
            lexicon: part.lexicon.numbers().fold(0, |bits, id| bits | 1 << (id % 32))
                | part.syllables.keys().fold(0, |bits, key| bits | 1 << (key % 32)),
            concept: part.concept.map_or(0, |concept| concept.number),
            written_length: if part.abjad {
                letters(part.part.folded.chars().count())
            } else {
                letters(length)
            },
            flags: allowed.min(MOST_EDITS)
                | flag(part.abjad, ABJAD)
                | flag(part.role == PartRole::Number, NUMBER)
                | flag(part.is_cut, CUT)
                | flag(part.writing != Writing::Latin, OTHER_WRITING),
        }
    }

    /// Whether two parts may meet; [`MayMeet::No`] where `meeting::meet` and `cut_short` find nothing.
    #[must_use]
    #[inline(always)]
    pub fn may_meet(&self, other: &Self) -> MayMeet {
        let otherwise = |may: bool| if may { MayMeet::Otherwise } else { MayMeet::No };
        if self.folded == other.folded || self.latin == other.latin {
            return MayMeet::Otherwise;
        }
        let either = self.flags | other.flags;
        let both = self.flags & other.flags;
        if either & (NUMBER | CUT) != 0 {
            return otherwise(either & CUT != 0);
        }
        if self.concept != 0 && other.concept != 0 {
            return otherwise(self.concept == other.concept);
        }
        let otherwise = |may: bool| match may {
            true => MayMeet::Otherwise,
            false if self.lexicon & other.lexicon != 0 => MayMeet::ByLexicon,
            false => MayMeet::No,
        };
        let same_writing = (self.flags ^ other.flags) & ABJAD == 0;
        if both & OTHER_WRITING != 0 {
            let near = self.key.is_near(other.key);
            return otherwise(near || same_writing && self.may_be_edited(other));
        }
        let edited = same_writing && self.may_be_edited(other);
        if !self.key.meets(other.key) {
            return otherwise(edited);
        }
        if edited || self.key == other.key || self.lexicon & other.lexicon != 0 {
            MayMeet::ByConsonants
        } else {
            MayMeet::ByNearConsonants
        }
    }

    /// Whether few letters differ, by their number and their set.
    #[inline(always)]
    fn may_be_edited(&self, other: &Self) -> bool {
        // the shorter form allows no more than the longer one
        let allowed = (self.flags & EDITS).min(other.flags & EDITS);
        let apart = self.written_length.abs_diff(other.written_length);
        if self.flags & ABJAD != 0 {
            // one letter of an abjad may be several romanised
            return allowed > 0 && apart <= MOST_EDITS;
        }
        allowed > 0
            && apart <= allowed
            && differ_in_at_most(self.letters, other.letters, u32::from(allowed))
    }
}

/// The most edits that any length allows.
const MOST_EDITS: u8 = 3;

/// Whether so many edits, at most three, can turn one set of letters into another: an edit takes one
/// away and adds one.
#[inline]
pub(crate) const fn differ_in_at_most(one: u32, other: u32, edits: u32) -> bool {
    // counting bits costs several times as much on the oldest processors that a release runs on
    let (one, other) = (one & !other, other & !one);
    0 == match edits {
        0 => one | other,
        1 => but_one(one) | but_one(other),
        2 => but_one(but_one(one)) | but_one(but_one(other)),
        _ => but_one(but_one(but_one(one))) | but_one(but_one(but_one(other))),
    }
}

/// A set without its lowest member.
#[inline]
const fn but_one(set: u32) -> u32 {
    set & set.wrapping_sub(1)
}

#[cfg(test)]
mod tests {
    use tamis_model::{Party, PartyKind, PartyName};

    use crate::meeting::{cut_short, meet};
    use crate::{AnalysedRecord, Policy};

    #[test]
    fn what_a_sketch_stops_never_meets() {
        let names = "Muhammad Mahmud Ahmad Hamid Mohamed Dschamal Jamal Ali Ely Lee Li Jon Jan \
            Alexander Aleksandr Oleksandr Sasha Benjamin Ben Abdulrahman Abderrahmane Qadhafi Gaddafi Yahya Jahja \
            Иван Владимир Вламидир Йован محمد محمود احمد يحيى عبدالرحمن قذافي יוסף משה 승우 김 俊宏 12 13"
            .split_whitespace();
        let record = |name: &str| {
            let names = vec![PartyName::whole(name)];
            let party = Party { kind: PartyKind::Unknown, names, ..Party::default() };
            AnalysedRecord::of_party(&party, &Policy::vetting()).unwrap()
        };
        let records: Vec<AnalysedRecord> = names.map(record).collect();
        let names = || records.iter().flat_map(|record| &record.names);
        let parts = || names().flat_map(|name| name.sketches.iter().zip(&name.informative));
        let (mut stopped, mut met) = (0, 0);
        assert_eq!(size_of::<super::Sketch>(), 32);
        for (sketch, one) in parts() {
            for (other_sketch, other) in parts() {
                let found = cut_short(one, other).or_else(|| meet(&one.form(), &other.form()));
                let may_meet = sketch.may_meet(other_sketch) != super::MayMeet::No;
                assert!(may_meet || found.is_none(), "{} {}", one.part.folded, other.part.folded);
                stopped += u32::from(!may_meet);
                met += u32::from(found.is_some());
            }
        }
        assert!(stopped > 800 && met > 40, "{stopped} stopped, {met} met");
    }
}
