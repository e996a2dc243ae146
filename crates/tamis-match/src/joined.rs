//! Neighbours of one side that are one word of the other (Abdul Hai / Abdulhai, Yun Ho Jin /
//! Yunhojin).
//!
//! Joining makes chance likelier, so it asks for more than single parts do: the run and the word have
//! the same letters or the same consonants, or the lexicon knows the run as a form of the word. Consonants are compared
//! packed in a number, so that a run costs some shifts where nothing meets; an index finds joined
//! words by the same number.

use std::num::NonZeroU64;
use std::sync::LazyLock;

use smallvec::SmallVec;
use tamis_model::{PartRole, Weight};
use tamis_text::{PartText, Script, Syllables};

use crate::alignment::Pair;
use crate::key::Key;
use crate::known_names::KnownNames;
use crate::lexicon;
use crate::meeting::{Form, Meeting, meet};
use crate::record::{PreparedName, PreparedPart};
use crate::spelling::units as spelling;
use tamis_text::KoreanSounds;

/// Most neighbours that are taken as one word.
const LONGEST_RUN: u8 = 4;

/// Words with fewer consonants join by their letters alone in one writing (Aung Hla and Angela have
/// three in common).
const FEWEST_CONSONANTS: u8 = 5;

/// The same for a word in an abjad beside one that writes its vowels (Wali Jan), where letters can't tell.
const FEWEST_ACROSS: u8 = 3;

/// The consonants of a word, four bits each, first one highest.
///
/// Vowels, glides and h are left out, t is d, doubled consonants are one: all that depends on the
/// place in a word, so that the consonants of a run are those of its words in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Consonants {
    packed: u64,
    count: u8,
}

/// The code of each class of a skeleton, in its lower half; one before it in its upper half; 0 for
/// what is left out.
#[expect(clippy::indexing_slicing, reason = "evaluated when compiling; skeletons are ASCII")]
static CODES: [u8; 128] = {
    let mut codes = [JOINS_NOTHING; 128];
    let (letters, mut at) = (b"AWYH", 0);
    while at < letters.len() {
        codes[letters[at] as usize] = 0;
        at += 1;
    }
    let (letters, mut at) = (b"BDFSCJKLMNR", 0);
    while at < letters.len() {
        codes[letters[at] as usize] = at as u8 + 1;
        at += 1;
    }
    // t is d; ʿAbd, Abu, Umm and God at the head of compounds stand for their letters
    codes[b'T' as usize] = codes[b'D' as usize];
    codes[b'Q' as usize] = codes[b'B' as usize] << 4 | codes[b'D' as usize];
    codes[b'P' as usize] = codes[b'B' as usize];
    codes[b'U' as usize] = codes[b'M' as usize];
    codes[b'G' as usize] = codes[b'L' as usize];
    codes
};

/// A digit.
const JOINS_NOTHING: u8 = 0xFF;

impl Consonants {
    /// The consonants of a skeleton; nothing where there is a digit or more than sixteen, for such
    /// words join nothing.
    #[must_use]
    pub fn of(skeleton: &[u8]) -> Self {
        let (mut packed, mut count) = (0_u64, 0_u8);
        let mut then = |code: u8| {
            let code = u64::from(code);
            if packed & 15 != code {
                packed = packed << 4 | code;
                count += 1;
            }
            count <= 16
        };
        for &class in skeleton {
            let code = CODES.get(usize::from(class)).copied().unwrap_or(JOINS_NOTHING);
            let joins = match code {
                0 => true,
                1..16 => then(code),
                JOINS_NOTHING => false,
                _ => then(code >> 4) && then(code & 15),
            };
            if !joins {
                return Self::default();
            }
        }
        Self { packed, count }
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.count == 0
    }

    /// These and then others, as of one word.
    fn followed_by(self, other: Self) -> Option<Self> {
        let Some(last) = other.count.checked_sub(1) else { return Some(self) };
        let first = other.packed >> (4 * u32::from(last));
        let (rest, count) = if self.packed & 15 == first {
            (other.packed & !(15 << (4 * u32::from(last))), last)
        } else {
            (other.packed, other.count)
        };
        let whole = self.count + count;
        if whole > 16 {
            return None;
        }
        let shift = 4 * u32::from(count);
        let head = if shift == 64 { 0 } else { self.packed << shift };
        Some(Self { packed: head | rest, count: whole })
    }
}

/// The b and n of ben, bin, ibn.
const SON: Consonants = Consonants { packed: 1 << 4 | 10, count: 2 };

/// How "son of" begins a word that it is written together with: in Latin letters, and in an abjad.
const SONS: [&str; 4] = ["ben", "bin", "ibn", "bn"];

/// The l of an article.
const ARTICLE: Consonants = Consonants { packed: 8, count: 1 };

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
struct Letters {
    hash: u64,
    /// The base to the power of their number.
    shift: u64,
}

impl Letters {
    const NONE: Self = Self { hash: 0, shift: 1 };
    const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

    fn of(latin: &str) -> Self {
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
    fn of_part(part: &PreparedPart) -> Self {
        Self::of_hash(part.hash, part.part.latin.len())
    }

    #[inline]
    fn then(self, other: Self) -> Self {
        Self {
            hash: self.hash.wrapping_mul(other.shift).wrapping_add(other.hash),
            shift: self.shift.wrapping_mul(other.shift),
        }
    }

    const fn key(self) -> JoinKey {
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
    let then = |hash: u64, byte| hash.wrapping_mul(Letters::BASE).wrapping_add(u64::from(byte));
    word.bytes().fold(0, then)
}

impl Consonants {
    /// The key of words with these consonants; none where they join nothing.
    fn key(self) -> Option<JoinKey> {
        let mixed = (self.packed ^ u64::from(self.count) << 58).wrapping_mul(Letters::BASE);
        if self.count < FEWEST_ACROSS {
            return None;
        }
        NonZeroU64::new(mixed & !1).map(JoinKey)
    }
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
    [Some(Letters::of_part(part).key()), part.consonants.key(), next(), next(), next()]
}

/// What runs of the other side may share with a part: its letters, its consonants, its syllables in up to
/// three ways of reading.
pub type KeysOfPart = [Option<JoinKey>; 5];

/// A part that joins nothing.
pub const NO_KEYS: KeysOfPart = [None; 5];

/// Keys of words of the same syllables: odd as those of letters, from numbers that are no letters' hash but by chance.
fn keys_of_syllables(syllables: Syllables) -> impl Iterator<Item = JoinKey> {
    syllables.keys().filter_map(of_syllables)
}

/// The key of words that have a number of their syllables in common.
fn of_syllables(key: u64) -> Option<JoinKey> {
    NonZeroU64::new((key + 1).wrapping_mul(Letters::BASE) | 1).map(JoinKey)
}

/// Marks the key of a run that Koreans may read as a word, so that two words of pinyin have none in common.
const RUN_THROUGH_CHINESE: u64 = 1 << 40;

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

/// Adds the runs of names of East Asia, whose own names are one word or a word a syllable.
fn runs_of_syllables(parts: &[PreparedPart], runs: &mut Found) {
    for (start, first) in (0_u8..).zip(parts) {
        let mut whole = first.syllables;
        let rest = parts.get(usize::from(start) + 1..).unwrap_or_default();
        let rest = rest.iter().take_while(|part| joins(first) && joins(part));
        for (length, next) in (2..=LONGEST_RUN).zip(rest) {
            whole = whole.followed_by(&next.syllables);
            let through_chinese = whole.keys_through_chinese();
            let through_chinese = through_chinese.map(|key| key | RUN_THROUGH_CHINESE);
            let keys = keys_of_syllables(whole).chain(through_chinese.filter_map(of_syllables));
            runs.extend(keys.map(|key| Run { start, length, key }));
        }
    }
}

/// A run of neighbours with a key of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// Index of its first part among the informative parts.
    pub start: u8,
    /// How many parts.
    pub length: u8,
    /// A key that a word of the other side may have.
    pub key: JoinKey,
}

/// Runs of a name; those of three parts stand in place.
pub type Runs = SmallVec<[Run; 6]>;

/// The runs of a name with their keys: two to [`LONGEST_RUN`] neighbours, with their articles and
/// particles or without, and single parts with the particle beside them.
#[must_use]
pub fn runs(parts: &[PreparedPart]) -> Runs {
    let mut runs = Found::new();
    if parts.iter().any(|part| !part.syllables.is_none()) {
        runs_of_syllables(parts, &mut runs);
    }
    if parts.iter().all(|part| !part.has_article && !has_particles(part)) {
        runs_of_plain(parts, &mut runs);
        return Runs::from_slice(&runs);
    }
    let words: SmallVec<[Word; 8]> = parts.iter().map(Word::of).collect();
    let mut rest = words.as_slice();
    for start in 0_u8.. {
        let Some((first, following)) = rest.split_first() else { break };
        rest = following;
        if first.joins {
            runs_from(first, rest, |length, key| runs.push(Run { start, length, key }));
        }
    }
    Runs::from_slice(&runs)
}

/// Whether a part may be part of a joined word: a number is none, and of a word in a script without a
/// table nobody knows the letters.
#[inline]
fn joins(part: &PreparedPart) -> bool {
    part.role != PartRole::Number && !part.part.latin.is_empty()
}

/// Runs as they are found: a list that seldom grows.
type Found = SmallVec<[Run; 64]>;

#[inline]
fn has_particles(part: &PreparedPart) -> bool {
    let any = |particles: &[PartText; 2]| particles.iter().any(|particle| !particle.is_empty());
    part.particles.as_deref().is_some_and(any)
}

/// The runs where no word of the name has an article or a particle.
fn runs_of_plain(parts: &[PreparedPart], runs: &mut Found) {
    let mut rest = parts;
    for start in 0_u8.. {
        let Some((first, following)) = rest.split_first() else { break };
        rest = following;
        if rest.is_empty() || !joins(first) {
            continue;
        }
        let (mut written, mut plain) = (Letters::of_part(first), Some(first.consonants));
        for (length, next) in (2..=LONGEST_RUN).zip(rest) {
            if !joins(next) {
                break;
            }
            written = written.then(Letters::of_part(next));
            runs.push(Run { start, length, key: written.key() });
            plain = plain.and_then(|whole| whole.followed_by(next.consonants));
            if let Some(key) = plain.and_then(Consonants::key) {
                runs.push(Run { start, length, key });
            }
        }
    }
}

/// The runs that begin with a word.
fn runs_from(first: &Word, rest: &[Word], mut add: impl FnMut(u8, JoinKey)) {
    if first.has_particles {
        // without its particle it is itself
        let alone = first.letters.key();
        let with = [first.before.then(first.letters), first.letters.then(first.after)];
        with.map(Letters::key).into_iter().filter(|key| *key != alone).for_each(|key| add(1, key));
    }
    if first.is_of_son {
        let together = SON.followed_by(first.consonants).and_then(Consonants::key);
        together.into_iter().for_each(|key| add(1, key));
    }
    let mut written = first.letters;
    // the same with al, with el, with particles, once one of the words has any
    let mut with: Option<[Letters; 3]> = None;
    let (mut plain, mut with_l) = (Some(first.consonants), Some(first.consonants));
    for (length, next) in (2..=LONGEST_RUN).zip(rest) {
        if !next.joins {
            break;
        }
        if with.is_none() && (next.has_article || next.has_particles) {
            with = Some([written; 3]);
        }
        written = written.then(next.letters);
        add(length, written.key());
        plain = plain.and_then(|whole| whole.followed_by(next.consonants));
        if let Some(key) = plain.and_then(Consonants::key) {
            add(length, key);
        }
        if let Some(with) = &mut with {
            let article = |letters| if next.has_article { letters } else { Letters::NONE };
            let heads = [article(*AL), article(*EL), next.before];
            for (whole, head) in with.iter_mut().zip(heads) {
                *whole = whole.then(head).then(next.letters);
                add(length, whole.key());
            }
            add(length, written.then(next.after).key());
            let l = if next.has_article { ARTICLE } else { Consonants::default() };
            with_l = with_l.and_then(|whole| whole.followed_by(l)?.followed_by(next.consonants));
            if let Some(key) = with_l.and_then(Consonants::key) {
                add(length, key);
            }
        } else {
            with_l = plain;
        }
    }
}

static AL: LazyLock<Letters> = LazyLock::new(|| Letters::of("al"));
static EL: LazyLock<Letters> = LazyLock::new(|| Letters::of("el"));

/// A part with what its runs are made of.
struct Word {
    letters: Letters,
    consonants: Consonants,
    before: Letters,
    after: Letters,
    has_article: bool,
    has_particles: bool,
    is_of_son: bool,
    joins: bool,
}

impl Word {
    #[inline]
    fn of(part: &PreparedPart) -> Self {
        let [before, after] = part.particles();
        let letters = |particle: &str| match particle {
            "" => Letters::NONE,
            particle => Letters::of(particle),
        };
        Self {
            letters: Letters::of_part(part),
            consonants: part.consonants,
            before: letters(before),
            after: letters(after),
            has_article: part.has_article,
            has_particles: has_particles(part),
            is_of_son: SONS.contains(&before),
            joins: joins(part),
        }
    }
}

/// Whether a run of neighbours of one name may be one word of the other.
pub(crate) fn may_join(party: &PreparedName, entry: &PreparedName) -> bool {
    party.script != entry.script
        || party.run_keys.may_share(&entry.join_keys)
        || entry.run_keys.may_share(&party.join_keys)
}

/// Adds the pairs of a run of neighbours on one side and one part on the other.
pub fn joined_pairs(party: &PreparedName, entry: &PreparedName, pairs: &mut SmallVec<[Pair; 16]>) {
    find(party, entry, |at, length, other, meeting, weight| {
        let pair = Pair {
            party: at,
            party_length: length,
            entry: other,
            entry_length: 1,
            meeting,
            weight,
        };
        if !pairs.contains(&pair) {
            pairs.push(pair);
        }
    });
    find(entry, party, |at, length, other, meeting, weight| {
        let pair = Pair {
            party: other,
            party_length: 1,
            entry: at,
            entry_length: length,
            meeting,
            weight,
        };
        if !pairs.contains(&pair) {
            pairs.push(pair);
        }
    });
}

fn find(
    name: &PreparedName,
    other: &PreparedName,
    mut found: impl FnMut(u8, u8, u8, Meeting, Weight),
) {
    let none = !name.run_keys.may_share(&other.join_keys);
    for run in if none { &[][..] } else { &name.runs } {
        if !other.join_keys.may_have(run.key) {
            continue;
        }
        let parts = run_of(name, run.start, run.length);
        for (at, form) in (0_u8..).zip(&other.informative) {
            if !form.join_keys.contains(&Some(run.key))
                && (form.syllables.is_none()
                    || !keys_through_chinese(form).any(|key| key == run.key))
            {
                continue;
            }
            let met = match parts {
                [only] => with_its_particle(only, (&form.form(), form.rarity)),
                [first, ..]
                    if form.consonants.count < FEWEST_CONSONANTS
                        && first.abjad == form.abjad
                        && !are_one_by_syllables(&syllables_of(parts), &form.syllables)
                        && !is_written_as(parts, &form.part.latin) =>
                {
                    None
                }
                parts => meet_as_one_word(parts, (&form.form(), form.rarity), lexicon::Ids::NONE),
            };
            if let Some((meeting, weight)) = met {
                found(run.start, run.length, at, meeting, weight);
            }
        }
    }
    if name.script != other.script {
        known_as_one_word(name, other, found);
    }
}

/// Whether two words are the same syllables in one way of reading, or through Chinese.
fn are_one_by_syllables(one: &Syllables, other: &Syllables) -> bool {
    one.meet(other) || one.meet_through_chinese(other).is_some()
}

/// The syllables of a run as of one word.
pub(crate) fn syllables_of(run: &[PreparedPart]) -> Syllables {
    let Some((first, rest)) = run.split_first() else { return Syllables::NONE };
    rest.iter().fold(first.syllables, |whole, next| whole.followed_by(&next.syllables))
}

pub(crate) fn run_of(name: &PreparedName, start: u8, length: u8) -> &[PreparedPart] {
    let start = usize::from(start);
    name.informative.get(start..start + usize::from(length)).unwrap_or_default()
}

/// Two neighbours that the lexicon knows as one word of another script: Seung Woo is 승우.
fn known_as_one_word(
    name: &PreparedName,
    other: &PreparedName,
    mut found: impl FnMut(u8, u8, u8, Meeting, Weight),
) {
    let may_be = |form: &PreparedPart| !form.lexicon.is_empty();
    if !other.informative.iter().any(may_be) {
        return;
    }
    let looked_up;
    let known = match &name.known_neighbours {
        Some(known) => known,
        None => {
            looked_up = known_neighbours(&name.informative);
            &looked_up
        }
    };
    for &(start, ids) in known {
        let two = run_of(name, start, 2);
        let [first, _] = two else { continue };
        for (at, form) in (0_u8..).zip(&other.informative) {
            if !may_be(form) || first.part.script == form.part.script {
                continue;
            }
            if let Some((meeting, weight)) = meet_as_one_word(two, (&form.form(), form.rarity), ids)
            {
                found(start, 2, at, meeting, weight);
            }
        }
    }
}

/// Neighbours that the lexicon knows as one word: where the first stands, and the ids of both.
pub(crate) type KnownNeighbours = Box<[(u8, lexicon::Ids)]>;

/// The neighbours of a name that the lexicon knows as one word. Each is a wait for memory, so that those of a
/// record's only name are looked up beside a name of another script alone.
pub(crate) fn known_neighbours(parts: &[PreparedPart]) -> KnownNeighbours {
    let windows = (0_u8..).zip(parts.windows(2));
    let known = windows.filter_map(|(start, two)| {
        let [first, second] = two else { return None };
        if !joins(first) || !joins(second) {
            return None;
        }
        let word = [first.part.folded.as_str(), second.part.folded.as_str()].concat();
        let ids = lexicon::ids(&word, first.part.script);
        (!ids.is_empty()).then_some((start, ids))
    });
    known.collect()
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
    fn may_have(&self, key: JoinKey) -> bool {
        let (word, bit) = Self::place(key);
        self.0.get(word).is_some_and(|bits| bits & bit != 0)
    }

    #[inline]
    fn may_share(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).fold(0, |shared, (one, other)| shared | one & other) != 0
    }
}

/// One part that the other side writes as one word with the particle beside it: ben Ghalem, Benghalem; and with "son
/// of" in other letters too, bin Ghalim.
fn with_its_particle(
    part: &PreparedPart,
    (other, rarity): (&Form<'_>, Weight),
) -> Option<(Meeting, Weight)> {
    let meeting = match is_written_as(std::slice::from_ref(part), other.latin) {
        true => Meeting::EQUAL,
        false => son_meets(part, other)?,
    };
    let meeting = meeting.joined();
    Some((meeting, meeting.weight(part.rarity.min(rarity))))
}

/// How a part after "son of" meets the rest of a word that begins with it.
fn son_meets(part: &PreparedPart, other: &Form<'_>) -> Option<Meeting> {
    let [before, _] = part.particles();
    if !SONS.contains(&before) {
        return None;
    }
    let latin = SONS.iter().find_map(|son| other.latin.strip_prefix(son))?;
    let in_latin = other.script == Script::Latin;
    let folded = if in_latin { latin } else { other.folded.strip_prefix("بن").unwrap_or(latin) };
    let skeleton = tamis_text::skeleton(latin);
    let units = spelling::units(folded, latin, other.writing);
    let form = Form {
        folded,
        latin,
        skeleton: &skeleton,
        key: Key::of(&skeleton),
        units: &units,
        letters: crate::record::letters(latin),
        lexicon: lexicon::ids(folded, other.script),
        known: KnownNames::NONE,
        concept: None,
        korean: None,
        syllables: Syllables::NONE,
        ..*other
    };
    meet(&part.form(), &form).filter(Meeting::bears_joining)
}

/// Whether a word is a run without its spaces, letter by letter, with the articles and particles of the
/// run or without: Nidal al-Rabii and Nidalalrabii, ben Ghalem and Benghalem.
fn is_written_as(run: &[PreparedPart], word: &str) -> bool {
    let mut rest = word;
    let mut last = "";
    for form in run {
        let [before, after] = form.particles();
        let articles: &[&str] = if form.has_article { &["al", "el"] } else { &[] };
        let stripped = std::iter::once("")
            .chain(articles.iter().copied())
            .chain(std::iter::once(before))
            .find_map(|head| rest.strip_prefix(head)?.strip_prefix(form.part.latin.as_str()));
        let Some(stripped) = stripped else { return false };
        (rest, last) = (stripped, after);
    }
    !word.is_empty() && (rest.is_empty() || rest == last)
}

/// What a run that has a key in common with a word, told by its form and rarity, weighs beside it at most; none where
/// it is not that word.
#[must_use]
pub fn weight_as_one_word(run: &[PreparedPart], word: (&Form<'_>, Weight)) -> Option<Weight> {
    let met = match run {
        [only] => with_its_particle(only, word).map(|(_, weight)| weight),
        run => meet_as_one_word(run, word, lexicon::Ids::NONE).map(|(_, weight)| weight),
    };
    met.filter(|weight| *weight > Weight::ZERO)
}

/// How a run meets a word, and what that weighs.
fn meet_as_one_word(
    run: &[PreparedPart],
    (other, rarity): (&Form<'_>, Weight),
    ids: lexicon::Ids,
) -> Option<(Meeting, Weight)> {
    // neighbours that the lexicon knows share no key of a run with the word: they are it as they stand, or not
    let met = if ids.is_empty() && is_written_as(run, other.latin) {
        Meeting::EQUAL
    } else {
        run_meets(run, other, ids, "")
            .or_else(|| run_meets(run, other, ids, "al"))
            .or_else(|| run_meets(run, other, ids, "el"))?
    };
    let rarest = run.iter().map(|form| form.rarity).max()?;
    let together = run.iter().map(|form| form.rarity).sum::<Weight>();
    let rarity = together.min(rarity.max(rarest));
    let meeting = met.joined();
    // above the sum of what its words would earn one by one, never above one word's ceiling
    Some((meeting, meeting.weight(rarity)))
}

/// How a run written as one word, with its articles as given, meets another word.
fn run_meets(
    run: &[PreparedPart],
    other: &Form<'_>,
    ids: lexicon::Ids,
    article: &str,
) -> Option<Meeting> {
    let (first, rest) = run.split_first()?;
    if !article.is_empty() && !rest.iter().any(|form| form.has_article) {
        return None;
    }
    let tail = rest
        .iter()
        .flat_map(|form| [if form.has_article { article } else { "" }, &form.part.latin]);
    let latin: String = std::iter::once(first.part.latin.as_str()).chain(tail).collect();
    let folded: String = run.iter().map(|form| form.part.folded.as_str()).collect();
    let skeleton = tamis_text::skeleton(&latin);
    let units = spelling::units(&folded, &latin, first.writing);
    let form = Form {
        folded: &folded,
        latin: &latin,
        skeleton: &skeleton,
        key: Key::of(&skeleton),
        units: &units,
        letters: crate::record::letters(&latin),
        lexicon: ids,
        known: KnownNames::NONE,
        concept: None,
        korean: first.korean.and_then(|_| KoreanSounds::of(&latin)),
        syllables: syllables_of(run),
        ..first.form()
    };
    meet(&form, other).filter(Meeting::bears_joining)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn consonants(word: &str) -> Consonants {
        Consonants::of(&tamis_text::skeleton(word))
    }

    #[test]
    fn a_run_has_the_consonants_of_its_words_in_a_row() {
        for (run, word) in [
            ("yun ho jin", "yunhojin"),
            ("nidal alrabii", "nidalalrabii"),
            ("sultan zadeh", "sultanzada"),
            ("ahmad dawud", "ahmaddawud"),
        ] {
            let together = run
                .split(' ')
                .map(consonants)
                .reduce(|one, other| one.followed_by(other).unwrap())
                .unwrap();
            assert_eq!(together, consonants(word), "{run} {word}");
        }
    }

    #[test]
    fn sixteen_are_the_most() {
        let long = consonants("bdbdbdbdbdbdbdbd");
        assert_eq!(long.count, 16);
        assert_eq!(consonants("bdbdbdbdbdbdbdbdb"), Consonants::default());
        assert_eq!(Consonants::default().followed_by(long), Some(long));
        assert_eq!(long.followed_by(consonants("b")), None);
    }
}
