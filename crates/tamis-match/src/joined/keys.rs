//! What a part and a run of neighbours must share to be one word: numbers that come from those of the parts.

use std::num::NonZeroU64;

use tamis_model::PartRole;
use tamis_text::Syllables;

use super::consonants::Consonants;
use super::prefixes;
use super::runs::Run;
use crate::record::PreparedPart;

/// Words with fewer consonants join by their letters alone (Wali Jan has three).
const FEWEST: u8 = 3;

/// What a part and a run of neighbours must share to be taken for one word: a number.
///
/// One of letters, one of consonants. Keys of a run come from those of its parts, so that none is ever
/// written out; an index holds those of its names and looks up those of a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct JoinKey(NonZeroU64);

impl JoinKey {
    /// The key as a number.
    #[must_use]
    pub const fn number(self) -> u64 {
        self.0.get()
    }
}

/// The letters of a word as a number that those of a run follow from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Letters {
    hash: u64,
    /// The base to the power of their number.
    shift: u64,
}

impl Letters {
    pub(super) const NONE: Self = Self { hash: 0, shift: 1 };
    const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

    pub(super) fn of(latin: &str) -> Self {
        Self::of_hash(hash_of(latin), latin.len())
    }

    /// Those of a word that has been hashed.
    fn of_hash(hash: u64, length: usize) -> Self {
        let shift = POWERS.get(length).copied();
        let by_search =
            || u32::try_from(length).map_or(1, |length| Self::BASE.wrapping_pow(length));
        Self { hash, shift: shift.unwrap_or_else(by_search) }
    }

    /// Those of a part.
    #[inline]
    pub(super) fn of_part(part: &PreparedPart) -> Self {
        Self::of_hash(part.hash, part.part.latin.len())
    }

    #[inline]
    pub(super) fn then(self, other: Self) -> Self {
        Self {
            hash: self.hash.wrapping_mul(other.shift).wrapping_add(other.hash),
            shift: self.shift.wrapping_mul(other.shift),
        }
    }

    pub(super) const fn key(self) -> JoinKey {
        // odd, and those of consonants even: of the hash the highest bit is given up, for its lowest one
        // is that of the last letter
        JoinKey(NonZeroU64::MIN.saturating_add(self.hash.rotate_left(1) & !1))
    }
}

/// Powers of the base.
#[expect(clippy::indexing_slicing, reason = "evaluated when compiling")]
static POWERS: [u64; 24] = {
    let (mut powers, mut at) = ([1; 24], 1);
    while at < powers.len() {
        powers[at] = Letters::BASE.wrapping_mul(powers[at - 1]);
        at += 1;
    }
    powers
};

/// The letters of a word as a number; words of different letters share one by no chance that counts.
#[must_use]
pub(crate) fn hash_of(word: &str) -> u64 {
    hash_of_bytes(word.as_bytes())
}

fn hash_of_bytes(word: &[u8]) -> u64 {
    let then =
        |hash: u64, byte: &u8| hash.wrapping_mul(Letters::BASE).wrapping_add(u64::from(*byte));
    word.iter().fold(0, then)
}

impl Consonants {
    /// Whether they are too few for a key.
    pub(super) const fn are_few(self) -> bool {
        self.count() < FEWEST
    }

    /// The key of words with these consonants; none where they join nothing.
    pub(super) fn key(self) -> Option<JoinKey> {
        let mixed = self.number().wrapping_mul(Letters::BASE);
        if self.are_few() {
            return None;
        }
        NonZeroU64::new(mixed & !1).map(JoinKey)
    }
}

/// The key of words of few consonants that begin with "son of" or an article, by the skeleton of the rest.
pub(super) fn key_behind_prefix(skeleton: &[u8]) -> Option<JoinKey> {
    const BEHIND: u64 = 1 << 41;
    NonZeroU64::new((hash_of_bytes(skeleton) ^ BEHIND).wrapping_mul(Letters::BASE) & !1)
        .map(JoinKey)
}

/// Whether a part may be part of a joined word: a number is none, and of a word in a script without a
/// table nobody knows the letters.
#[inline]
pub(super) fn joins(part: &PreparedPart) -> bool {
    part.role != PartRole::Number && !part.part.latin.is_empty()
}

/// The keys by which a part meets a run of the other side: by its letters, by its
/// consonants.
#[must_use]
pub fn part_keys(part: &PreparedPart) -> KeysOfPart {
    if !joins(part) {
        return NO_KEYS;
    }
    let mut of_syllables = keys_of_syllables(part.syllables);
    let mut next = || of_syllables.next();
    let by_consonants = part.consonants.key().or_else(|| prefixes::key_of_word(part));
    [Some(Letters::of_part(part).key()), by_consonants, next(), next(), next()]
}

/// What runs of the other side may share with a part: its letters, its consonants, its syllables in up to
/// three ways of reading.
pub type KeysOfPart = [Option<JoinKey>; 5];

/// A part that joins nothing.
pub const NO_KEYS: KeysOfPart = [None; 5];

/// Keys of words of the same syllables: odd as those of letters, from numbers that are no letters' hash but by chance.
pub(super) fn keys_of_syllables(syllables: Syllables) -> impl Iterator<Item = JoinKey> {
    syllables.keys().filter_map(of_syllables)
}

/// The key of words that have a number of their syllables in common.
pub(super) fn of_syllables(key: u64) -> Option<JoinKey> {
    NonZeroU64::new((key + 1).wrapping_mul(Letters::BASE) | 1).map(JoinKey)
}

/// Marks the key of a run that Koreans may read as a word, so that two words of pinyin have none in common.
pub(super) const RUN_THROUGH_CHINESE: u64 = 1 << 40;

/// Further keys of a part: by what Koreans may read it as where it is pinyin, which runs of a Korean name have, and by
/// its own sounds, which runs of pinyin have among their readings. Most parts have none; made when they are asked, for
/// they are many.
pub fn keys_through_chinese(part: &PreparedPart) -> impl Iterator<Item = JoinKey> + use<> {
    // asked of every part of every name, and most have no syllables
    let syllables = (!part.syllables.is_none() && joins(part)).then_some(part.syllables);
    syllables.into_iter().flat_map(|syllables| {
        let korean = syllables.korean_key().map(|key| key | RUN_THROUGH_CHINESE);
        syllables.keys_through_chinese().chain(korean).filter_map(of_syllables)
    })
}

/// All keys of a part.
pub fn all_keys(part: &PreparedPart) -> impl Iterator<Item = JoinKey> + use<> {
    part.join_keys.into_iter().flatten().chain(keys_through_chinese(part))
}

/// Which keys some parts or runs have, as far as 256 bits tell: most names share no bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct JoinKeys([u64; 4]);

impl JoinKeys {
    /// The word and the bit of a key.
    const fn place(key: JoinKey) -> (usize, u64) {
        let key = key.0.get();
        ((key >> 62) as usize, 1 << (key >> 56 & 63))
    }

    /// The keys of parts.
    #[must_use]
    pub fn of_parts(parts: &[PreparedPart]) -> Self {
        let mut keys = Self::default();
        for part in parts {
            for key in part.join_keys.into_iter().flatten() {
                keys.add(key);
            }
            if !part.syllables.is_none() {
                keys_through_chinese(part).for_each(|key| keys.add(key));
            }
        }
        keys
    }

    /// The keys of runs.
    #[must_use]
    pub fn of_runs(runs: &[Run]) -> Self {
        let mut keys = Self::default();
        for run in runs {
            keys.add(run.key);
        }
        keys
    }

    fn add(&mut self, key: JoinKey) {
        let (word, bit) = Self::place(key);
        if let Some(bits) = self.0.get_mut(word) {
            *bits |= bit;
        }
    }

    #[inline]
    pub(super) fn may_have(&self, key: JoinKey) -> bool {
        let (word, bit) = Self::place(key);
        self.0.get(word).is_some_and(|bits| bits & bit != 0)
    }

    #[inline]
    pub(super) fn may_share(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).fold(0, |shared, (one, other)| shared | one & other) != 0
    }
}
