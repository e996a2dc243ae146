//! A part in a few numbers: whether two parts can meet at all, before their letters are looked at.
//!
//! Nearly all pairs of parts have no key in common, and a comparison spends its time on them. Here
//! they cost a few instructions each. What it lets through may still not meet; what it stops never
//! would (a test asks both).

use tamis_model::PartRole;
use tamis_text::Script;

use crate::faith;
use crate::joined::hash_of;
use crate::key::Key;
use crate::lexicon::Kind;
use crate::meeting::{CHANCE, edits_allowed};
use crate::record::PreparedPart;
use crate::spelling::outline::{Outline, steps};
use crate::spelling::units::Writing;

/// What two parts are first compared by, in as much as a line of a processor's cache.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sketch {
    /// Half of a number that stands for the letters, folded and romanised.
    folded: u32,
    latin: u32,
    /// What stands in its key and what in its letters.
    sets: Sets,
    /// The classes of its key.
    classes: u64,
    /// What its spelling gains at most, where it is in Latin letters.
    outline: Outline,
    /// The ids of the lexicon and the syllables of East Asia, a bit each of 32.
    lexicon: u32,
    /// Those of them that count between two words of Latin letters.
    latin_lexicon: u32,
    /// The number of its concept, or 0.
    concept: u16,
    /// Letters of the form that edits are counted in.
    written_length: u8,
    /// What else it is.
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

/// Whether its writing leaves out short vowels.
const ABJAD: u8 = 8;
const NUMBER: u8 = 16;
const CUT: u8 = 32;
/// Whether it is in a writing other than Latin.
const OTHER_WRITING: u8 = 64;
/// Whether it is in a script other than Latin, one without a writing of its own among them.
const OTHER_SCRIPT: u8 = 128;
/// Whether it has a concept.
const CONCEPT: u8 = 1;
/// Whether it is a name "of the faith", which meets the same without that, however unlike they are.
const OF_THE_FAITH: u8 = 2;

impl Sketch {
    /// The sketch of a part that is complete.
    #[must_use]
    pub fn of(part: &PreparedPart) -> Self {
        let flag = |holds: bool, flag: u8| if holds { flag } else { 0 };
        let letters = |count: usize| u8::try_from(count).unwrap_or(u8::MAX);
        let half = |hash: u64| u32::try_from(hash >> 32).unwrap_or(0);
        let length = part.part.latin.len();
        let allowed = edits_allowed(length);
        let same = part.part.is_its_reading || part.part.folded == part.part.latin;
        let mut syllables = 0;
        if !part.syllables.is_none() {
            let keys = part.syllables.keys().chain(part.syllables.keys_through_chinese());
            syllables = keys.fold(0, |bits, key| bits | 1 << (key % 32));
        }
        let (mut lexicon, mut latin_lexicon) = (syllables, syllables);
        for id in part.lexicon.numbers() {
            let bit = 1 << (id % 32);
            lexicon |= bit;
            latin_lexicon |= if Kind::AcrossScripts.is_of(id) { 0 } else { bit };
        }
        let is_latin = part.part.script == Script::Latin;
        Self {
            folded: half(if same { part.hash } else { hash_of(&part.part.folded) }),
            latin: half(part.hash),
            sets: Sets::of(part.key, part.letters, allowed),
            classes: part.key.number(),
            lexicon,
            latin_lexicon,
            outline: if is_latin { Outline::of(&part.units) } else { Outline::default() },
            concept: part.concept.map_or(0, |concept| concept.number),
            written_length: if part.abjad {
                letters(part.part.folded.chars().count())
            } else {
                letters(length)
            },
            flags: flag(part.concept.is_some(), CONCEPT)
                | flag(faith::is_of_the_faith(&part.part.skeleton), OF_THE_FAITH)
                | flag(part.abjad, ABJAD)
                | flag(part.role == PartRole::Number, NUMBER)
                | flag(part.is_cut, CUT)
                | flag(part.writing != Writing::Latin, OTHER_WRITING)
                | flag(!is_latin, OTHER_SCRIPT),
        }
    }

    /// Whether two parts surely meet by nothing, asked without a branch: of ten pairs seven end here, and
    /// which ones no processor guesses.
    #[must_use]
    #[inline(always)]
    pub fn never_meets(&self, other: &Self) -> bool {
        let (far_keys, far_letters) = self.sets.apart(other.sets);
        let below = self.outline.surely_below(&other.outline, steps(CHANCE));
        let other_letters = (self.folded != other.folded) & (self.latin != other.latin);
        let other_words = (self.latin_lexicon & other.latin_lexicon == 0)
            & (far_keys | below)
            & (self.classes != other.classes)
            & far_letters;
        let both_concepts = self.flags & other.flags & CONCEPT != 0;
        let other_concepts = both_concepts & (self.concept != other.concept);
        let odd = NUMBER | CUT | OTHER_SCRIPT | OF_THE_FAITH;
        let plain = (self.flags | other.flags) & odd == 0;
        other_letters & plain & (other_concepts | !both_concepts & other_words)
    }

    /// Whether two parts may meet; [`MayMeet::No`] where `meeting::meet` and `cut_short` find nothing.
    #[must_use]
    #[inline(always)]
    pub fn may_meet(&self, other: &Self, [key, other_key]: [Key; 2]) -> MayMeet {
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
            let near = key.is_near(other_key);
            return otherwise(near || same_writing && self.may_be_edited(other));
        }
        let edited = same_writing && self.may_be_edited(other);
        if !key.meets(other_key) {
            return otherwise(edited);
        }
        if edited || self.classes == other.classes || self.lexicon & other.lexicon != 0 {
            MayMeet::ByConsonants
        } else {
            MayMeet::ByNearConsonants
        }
    }

    /// Whether few letters differ, by their number and their set.
    #[inline(always)]
    fn may_be_edited(&self, other: &Self) -> bool {
        // the shorter form allows no more than the longer one
        let allowed = self.sets.edits_allowed(other.sets);
        let apart = u32::from(self.written_length.abs_diff(other.written_length));
        if self.flags & ABJAD != 0 {
            // one letter of an abjad may be several romanised
            return allowed > 0 && apart <= u32::from(MOST_EDITS);
        }
        allowed > 0
            && apart <= allowed
            && differ_in_at_most(self.sets.letters(), other.sets.letters(), allowed)
    }
}

/// The most edits that any length allows.
const MOST_EDITS: u8 = 3;

/// The classes of a key and the letters of a word, each in half of a number, so that one question is
/// asked of both at once: whether so few edits as each allows can turn one into another.
///
/// A half has its members in the lower 27 bits, and above them a bit for each edit that it allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Sets(u64);

impl Sets {
    /// The first bit of each half.
    const FIRST: u64 = 1 << 32 | 1;
    /// Where the bits of edits begin.
    const EDITS: u32 = 27;
    const MEMBERS: u64 = Self::FIRST * ((1 << Self::EDITS) - 1);

    /// A key that has no class is taken for a short one; digits are no letters here.
    fn of(key: Key, letters: u32, allowed: u32) -> Self {
        let half = |members: u32, edits: u32| {
            u64::from(members & 0x3FF_FFFF | ((1 << edits.min(3)) - 1) << Self::EDITS)
        };
        let classes = half(u32::from(key.set()), u32::from(Key::edits_allowed(key.len()).max(2)));
        Self(classes | half(letters, allowed) << 32)
    }

    fn letters(self) -> u32 {
        u32::try_from((self.0 & Self::MEMBERS) >> 32).unwrap_or(0)
    }

    /// Edits that may part the letters of two words.
    fn edits_allowed(self, other: Self) -> u32 {
        ((self.0 & other.0) >> (32 + Self::EDITS)).count_ones()
    }

    /// Whether more than the edits that both allow part the classes, and the letters.
    #[inline(always)]
    fn apart(self, other: Self) -> (bool, bool) {
        let edits = (self.0 & other.0) >> Self::EDITS;
        let edits = [edits, edits >> 1, edits >> 2].map(|edits| edits & Self::FIRST);
        let without = |set: u64| {
            let mut set = set & Self::MEMBERS;
            for edit in edits {
                // takes the lowest member out of each half that allows the edit; the highest bit of each
                // half is there to be borrowed from
                set &= (set | Self::FIRST << 31) - edit;
            }
            set
        };
        let rest = without(self.0 & !other.0) | without(other.0 & !self.0);
        (rest << 32 != 0, rest >> 32 != 0)
    }
}

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
            Иван Владимир Вламидир Йован محمد محمود احمد يحيى عبدالرحمن قذافي יוסף משה 승우 김 俊宏 12 13 \
            Siraj Sirajuddin Serajeddine Noor Nuruddin Zhang Chang Cheung Xi Hsi Xiaoping Hsiao-p'ing"
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
        assert_eq!(size_of::<super::Sketch>(), 64);
        for (sketch, one) in parts() {
            for (other_sketch, other) in parts() {
                let found = cut_short(one, other).or_else(|| meet(&one.form(), &other.form()));
                let keys = [one.key, other.key];
                let may_meet = sketch.may_meet(other_sketch, keys) != super::MayMeet::No;
                assert!(may_meet || found.is_none(), "{} {}", one.part.folded, other.part.folded);
                let never = sketch.never_meets(other_sketch);
                assert!(!never || found.is_none(), "{} {}", one.part.folded, other.part.folded);
                stopped += u32::from(!may_meet);
                met += u32::from(found.is_some());
            }
        }
        assert!(stopped > 800 && met > 40, "{stopped} stopped, {met} met");
    }
}
