//! How two parts meet: the relation, and how much of the part's rarity it earns.
//!
//! Key-complete: two parts earn something only if they share a key of this scheme: equal after
//! folding, equal romanised, an id of the lexicon that licenses them, a concept of things, within k
//! edits in one writing,
//! consonants in coarse classes within a few edits (`key`), an initial, joined or split. Degrees are
//! graded inside a key, never beyond it: by what is learned of spelling where one side is in Latin
//! letters (`spelling`), by the consonants alone between other scripts.

mod consonants;
mod cut;
mod edits;
mod nearness;
mod syllables;

use tamis_model::{PartRelation, PartRole, Weight};
use tamis_text::things::Concept;
use tamis_text::{KoreanSounds, Script, Spelled, Syllables};

use crate::faith;
use crate::key::Key;
use crate::known_names::KnownNames;
use crate::lexicon::{self, Ids, Kind};
use crate::record::PreparedPart;
use crate::servants;
use crate::spelling::units::Writing;
use crate::spelling::{self, Likeness};
use crate::vowels;

pub use cut::{SHORTEST_CUT, begins_as, cut_short};
pub use nearness::{Nearness, nearness};

pub(crate) use syllables::{by_syllables, through_chinese};

use consonants::{by_equal_skeletons, have_same_consonants, skeletons};
use edits::edited;
use syllables::{
    SAME_SYLLABLES, are_characters, are_names_of_other_characters, are_words_of_other_syllables,
};

/// How two parts meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meeting {
    /// The relation.
    pub relation: PartRelation,
    /// Letters that differ, where they were counted.
    pub edits: u8,
    /// Thousandths of the rarity of the part that the meeting earns, before the cost.
    pub share: i32,
    /// What the other spelling costs, at least 0, in 1/1024 nat.
    pub cost: Weight,
    /// The most that the meeting adds, however rare the part: short words meet by chance.
    pub most: Weight,
}

/// No limit. Names of many rare words that are one run of letters add more than 64 nats.
const UNBOUNDED: Weight = Weight(i32::MAX);

impl Meeting {
    /// The same letters.
    pub const EQUAL: Self = Self::new(PartRelation::Equal, 0, 1000);

    pub(crate) const fn new(relation: PartRelation, edits: u8, share: i32) -> Self {
        Self { relation, edits, share, cost: Weight::ZERO, most: UNBOUNDED }
    }

    /// What it adds where full agreement adds `rarity`; the one place where that is decided. Not
    /// above zero where the two are likelier different names.
    #[must_use]
    pub fn weight(&self, rarity: Weight) -> Weight {
        Weight(rarity.0 * self.share / 1000 - self.cost.0).min(self.most)
    }

    /// Whether the two are spellings of one name, and no edits of each other.
    #[must_use]
    pub const fn is_firm(&self) -> bool {
        use PartRelation::{Equal, JoinedOrSplit, Transliteration, Variant};
        matches!(self.relation, Equal | Variant | Transliteration | JoinedOrSplit)
    }

    /// Whether two words that this meeting makes one by joining them are near enough.
    #[must_use]
    pub fn bears_joining(&self) -> bool {
        self.weight(JOINING) >= LEAST_JOINED
    }

    /// Whether the two are alike enough for names that agree in all parts to be lifted: of a rare part
    /// a third would be left. What a common part adds says little of how like its spellings are.
    #[must_use]
    pub(crate) fn bears_lifting(&self) -> bool {
        self.weight(JOINING) >= LEAST_LIFTED
    }

    /// Whether it makes one name of letters that differ: of a rare part half would be left.
    pub(crate) fn is_spelling(&self) -> bool {
        self.weight(JOINING) >= LEAST_OF_A_SPELLING
    }

    /// The same where both are names in their own right: as letters that differ, never as a spelling.
    fn of_two_names(self) -> Self {
        Self { relation: PartRelation::Edit, cost: self.cost + TWO_NAMES, ..self }
    }

    /// The same meeting of two joined words with one.
    #[must_use]
    pub fn joined(self) -> Self {
        let relation = PartRelation::JoinedOrSplit;
        Self { relation, share: self.share * JOINED / 100, ..self }
    }

    /// Whether it earns what the same syllables earn, alone or joined: most meetings surely are none of syllables.
    pub(crate) const fn may_be_by_syllables(&self) -> bool {
        self.share == SAME_SYLLABLES || self.share == SAME_SYLLABLES * JOINED / 100
    }
}

/// A rare part, and what the meeting of joined parts must leave of it: near enough, for joining makes
/// chance likelier.
pub const JOINING: Weight = Weight::from_millinats(9_000);
const LEAST_JOINED: Weight = Weight::from_millinats(6_300);

/// What a meeting must leave of a rare part where names are lifted.
const LEAST_LIFTED: Weight = Weight::from_millinats(2_500);

/// What spelling must leave of a rare part for differing letters to be no slip.
const LEAST_OF_A_SPELLING: Weight = Weight::from_millinats(4_500);

/// What two usual spellings of two names cost: of five bearers of the one, one is written like the
/// other by mistake.
const TWO_NAMES: Weight = Weight::from_millinats(1_500);

/// What joining leaves of the share, in hundredths.
const JOINED: i32 = 95;

/// The most that a run and the one word that it is add where full agreement adds `rarity`.
pub(crate) fn most_of_one_word(rarity: Weight) -> Weight {
    Meeting::EQUAL.joined().weight(rarity)
}

/// A part of a name as far as a comparison looks at it: borrowed, from a record or an index.
#[derive(Debug, Clone, Copy)]
pub struct Form<'a> {
    /// Folded in its own script.
    pub folded: &'a str,
    /// Romanised.
    pub latin: &'a str,
    /// Consonant skeleton.
    pub skeleton: &'a [u8],
    /// Coarse consonants.
    pub key: Key,
    /// Its writing.
    pub writing: Writing,
    /// The units of its spelling.
    pub units: &'a [u8],
    /// Letters of `latin`, a bit each.
    pub letters: u32,
    /// The script that it is written in.
    pub script: Script,
    /// Whether its writing leaves out short vowels.
    pub abjad: bool,
    /// Its ids in the lexicon.
    pub lexicon: Ids,
    /// The common names that it is a spelling of.
    pub known: KnownNames,
    /// What its word means in many languages, if it is a thing's and the table knows it.
    pub concept: Option<Concept>,
    /// The sounds of a Korean name.
    pub korean: Option<KoreanSounds>,
    /// The syllables of a name of East Asia.
    pub syllables: Syllables,
    /// What it is in its name. A number is equal or different and nothing between.
    pub role: PartRole,
}

impl<'a> Form<'a> {
    /// As it is written.
    pub(crate) const fn spelled(&self) -> Spelled<'a> {
        Spelled { folded: self.folded, latin: self.latin, script: self.script }
    }
}

/// Edits that may part two spellings of one name, by the letters of the shorter. Below four letters
/// one edit makes another name (Ali/Adi, Jon/Jan).
#[must_use]
pub const fn edits_allowed(length: usize) -> u32 {
    match length {
        0..=3 => 0,
        4..=6 => 1,
        7..=11 => 2,
        _ => 3,
    }
}

/// What two forms of one name earn by the lexicon: less than equal ones, as much as a whole skeleton.
const VARIANT: i32 = 950;

/// What a name and its short form earn: many bear the short form as a name of its own.
pub(crate) const SHORT_FORM: i32 = 800;

/// How two parts meet, if they do.
#[must_use]
pub fn meet(one: &Form<'_>, other: &Form<'_>) -> Option<Meeting> {
    meet_with(one, other, false)
}

/// The same where it may be known already that their consonants meet.
pub(crate) fn meet_with(
    one: &Form<'_>,
    other: &Form<'_>,
    consonants_meet: bool,
) -> Option<Meeting> {
    let by_writing = meet_by_writing(one, other, consonants_meet);
    or_through_chinese(by_writing, one.syllables, other.syllables)
}

/// What is written, but where the pinyin of characters tells more.
#[inline]
pub(crate) fn or_through_chinese(
    by_writing: Option<Meeting>,
    one: Syllables,
    other: Syllables,
) -> Option<Meeting> {
    if !one.may_be_through_chinese() && !other.may_be_through_chinese() {
        return by_writing;
    }
    match (by_writing, through_chinese(one, other)) {
        (Some(one), Some(other)) if other.weight(JOINING) > one.weight(JOINING) => Some(other),
        (None, through) => through,
        (by_writing, _) => by_writing,
    }
}

/// How two parts meet by what is written.
#[inline(always)]
fn meet_by_writing(one: &Form<'_>, other: &Form<'_>, consonants_meet: bool) -> Option<Meeting> {
    use PartRelation::{Equal, Transliteration, Variant};
    let same_writing = one.abjad == other.abjad;
    if one.role == PartRole::Number || other.role == PartRole::Number {
        let equal = one.role == other.role && one.latin == other.latin;
        return equal.then_some(Meeting::new(Equal, 0, 1000));
    }
    if let Some(equal) = equal(one.folded, one.role, other.folded, other.role) {
        return Some(equal);
    }
    if one.latin == other.latin
        && !one.latin.is_empty()
        && (same_writing || one.skeleton.len().min(other.skeleton.len()) > 1)
        && !are_names_of_other_characters(one, other)
    {
        return Some(Meeting::new(if same_writing { Equal } else { Transliteration }, 0, 980));
    }
    if let (Some(one), Some(other)) = (one.concept, other.concept) {
        // Iran and Iraq are a letter apart and two countries
        return (one == other).then_some(Meeting::new(Variant, 0, VARIANT));
    }
    let licence = lexicon::licence(one.lexicon, other.lexicon);
    if let Some(kind) = licence.filter(|kind| *kind != Kind::OneNative) {
        return Some(of_kind(kind));
    }
    if let Some(same) = by_syllables(one, other) {
        return Some(same);
    }
    let by_letters = meet_by_letters(one, other, same_writing, consonants_meet);
    if licence.is_none() {
        return by_letters;
    }
    let nearer = |met: &Meeting| met.is_firm() && met.weight(JOINING) >= ONE_NATIVE.weight(JOINING);
    by_letters.filter(nearer).or(Some(ONE_NATIVE))
}

/// How two parts meet by their letters, of which nothing is known.
#[inline(always)]
fn meet_by_letters(
    one: &Form<'_>,
    other: &Form<'_>,
    same_writing: bool,
    consonants_meet: bool,
) -> Option<Meeting> {
    if faith::is_left_out(one, other) {
        return Some(faith::LEFT_OUT);
    }
    let servants = ((one.latin, one.skeleton), (other.latin, other.skeleton));
    if are_characters(one, other)
        || servants::are_two(servants.0, servants.1)
        || are_written_as_two(one, other)
    {
        return None;
    }
    let found = meet_by_spelling(one, other, same_writing, consonants_meet)?;
    // of two words that are alike at all: cutting them into syllables is dear
    if are_words_of_other_syllables(one, other) {
        return None;
    }
    let apart = are_two_names(one, other)
        || is_relative(one, other)
        || is_relative(other, one)
        || have_vowels_of_two_names(one, other);
    Some(if apart { found.of_two_names() } else { found })
}

/// Whether both are usual spellings of common names, and of no name together. A doubled letter alone parts no names,
/// and nor do letters that conventions exchange: groups of spellings are not all whole.
fn are_two_names(one: &Form<'_>, other: &Form<'_>) -> bool {
    one.known.are_apart(other.known) && !exchanged(one.latin).eq(exchanged(other.latin))
}

/// The letters of a word, each run of one letter once, where what conventions exchange is one letter: Ishaq, Ishak; Wali, Vali;
/// Samir, Samer; Daoud, Dowud.
fn exchanged(latin: &str) -> impl Iterator<Item = u8> {
    let letters = || {
        latin.bytes().map(|letter| match letter {
            b'q' => b'k',
            b'w' => b'v',
            b'y' | b'e' => b'i',
            b'o' => b'u',
            letter => letter,
        })
    };
    let before = std::iter::once(0).chain(letters());
    letters().zip(before).filter(|(letter, before)| letter != before).map(|(letter, _)| letter)
}

/// Whether one is what a family or a man of a place is called after the other, a common name, by the
/// ending -i: Hasani, Hasan; Mohammadi, Mohammed. Where one side leaves out short vowels, a written -i is
/// meant, and the name need be no common one.
fn is_relative(one: &Form<'_>, other: &Form<'_>) -> bool {
    let ends_in_consonant =
        |latin: &str| latin.bytes().next_back().is_some_and(|last| !b"aeiouyhw".contains(&last));
    (other.known.numbers().is_some() || one.abjad != other.abjad)
        && one.skeleton == other.skeleton
        && ends_in_consonant(other.latin)
        && one.latin.strip_suffix(['i', 'y']).is_some_and(ends_in_consonant)
}

/// Whether two words of the same consonants end in vowels of two names, or Arabic letters write a long vowel that Latin ones do not.
fn have_vowels_of_two_names(one: &Form<'_>, other: &Form<'_>) -> bool {
    use Script::{Arabic, Latin};
    if one.skeleton != other.skeleton {
        return false;
    }
    match (one.script, other.script) {
        (Latin, Latin) => vowels::end_as_two_names(one.latin, other.latin),
        (Arabic, Latin) => vowels::is_long_vowel_unwritten(one.folded, other.latin),
        (Latin, Arabic) => vowels::is_long_vowel_unwritten(other.folded, one.latin),
        _ => false,
    }
}

/// Whether Arabic letters that differ tell two names: another long vowel, the ending of a woman.
fn are_written_as_two(one: &Form<'_>, other: &Form<'_>) -> bool {
    use Script::{Arabic, Latin};
    match (one.script, other.script) {
        (Arabic, Arabic) => vowels::are_two_in_arabic(one.folded, other.folded),
        (Arabic, Latin) => vowels::is_woman_beside_man(one.folded, other.latin),
        (Latin, Arabic) => vowels::is_woman_beside_man(other.folded, one.latin),
        _ => false,
    }
}

/// How two parts meet by their letters, their consonants or what is learned of spelling.
fn meet_by_spelling(
    one: &Form<'_>,
    other: &Form<'_>,
    same_writing: bool,
    consonants_meet: bool,
) -> Option<Meeting> {
    use PartRelation::{Edit, Transliteration};
    let edited = if same_writing { edited(one, other) } else { None };
    if one.writing == Writing::Latin || other.writing == Writing::Latin {
        if edited.is_none() && !consonants_meet && !one.key.meets(other.key) {
            return None;
        }
        // a likeness that adds nothing by itself still orders equal consonants
        let alone = edited.is_none() && !have_same_consonants(one, other);
        let likeness = spelling::likeness(
            (one.writing, one.units),
            (other.writing, other.units),
            alone.then_some(CHANCE),
        );
        let edited = edited.map(|(edits, share)| Meeting::new(Edit, edits, share));
        let Some(likeness) = likeness else { return edited };
        let learned = by_likeness(likeness);
        let equal = by_equal_skeletons(one, other, same_writing, likeness);
        // letters that differ as spellings do are a spelling, whichever earns more
        let spelt = [learned, equal].into_iter().flatten().any(|meeting| meeting.is_spelling());
        let relation = if spelt { Transliteration } else { Edit };
        let edited = edited.map(|edited| Meeting { relation, ..edited });
        return [learned, equal, edited]
            .into_iter()
            .flatten()
            .max_by_key(|meeting| meeting.weight(JOINING));
    }
    let skeletons = skeletons(one, other, same_writing);
    match (edited, skeletons) {
        (Some((edits, share)), None) => Some(Meeting::new(Edit, edits, share)),
        (None, Some((edits, share))) => Some(Meeting::new(Transliteration, edits, share)),
        (Some((edits, share)), Some((_, by_skeleton))) => {
            let relation = if by_skeleton >= share { Transliteration } else { Edit };
            Some(Meeting::new(relation, edits, share.max(by_skeleton)))
        }
        (None, None) => None,
    }
}

/// The same letters, of two words.
#[inline]
pub(crate) fn equal(
    one: &str,
    role: PartRole,
    other: &str,
    other_role: PartRole,
) -> Option<Meeting> {
    let words = role != PartRole::Number && other_role != PartRole::Number;
    (words && one == other).then_some(Meeting::EQUAL)
}

/// Forms of one name by the lexicon.
#[inline]
pub(crate) fn variant(one: Ids, other: Ids) -> Option<Meeting> {
    lexicon::licence(one, other).map(of_kind)
}

/// What a licence of the lexicon makes of two forms.
fn of_kind(kind: Kind) -> Meeting {
    match kind {
        Kind::Spelling | Kind::AcrossScripts => Meeting::new(PartRelation::Variant, 0, VARIANT),
        Kind::OneNative => ONE_NATIVE,
        Kind::ShortForm => Meeting::new(PartRelation::Variant, 0, SHORT_FORM),
    }
}

/// Spellings of one form in Arabic letters, where their own letters tell no more.
pub const ONE_NATIVE: Meeting = Meeting::new(PartRelation::Variant, 0, 800);

/// Whether two parts that may meet by near consonants alone surely don't, told without aligning them.
pub(crate) fn surely_unlike(one: &PreparedPart, other: &PreparedPart) -> bool {
    let sides = ((one.writing, one.units.as_slice()), (other.writing, other.units.as_slice()));
    spelling::surely_below(sides.0, sides.1, CHANCE)
}

/// What a likeness must tell before it adds anything: one pair of different names in a thousand is as
/// like by chance, and names are more alike than chance (Nasir, Basir; Walid, Khalid).
pub const CHANCE: Weight = Weight::from_millinats(7_000);

/// What a spelling may lose against the usual ones for nothing: several conventions in one word
/// (Mohamed, Djamel), whose letters are not independent of each other.
const FREE: Weight = Weight::from_millinats(3_000);

/// This part of the loss is always a cost, so that the nearer of two spellings comes first.
const ORDER: i32 = 32;

/// Whether two words are one as they are romanised, or by what is learned of spelling alone.
pub(crate) fn is_spelled(one: &Form<'_>, other: &Form<'_>) -> bool {
    let learned =
        || spelling::likeness((one.writing, one.units), (other.writing, other.units), None);
    one.latin == other.latin
        || learned().and_then(by_likeness).is_some_and(|met| met.bears_joining())
}

/// What the learned tables say of two spellings.
fn by_likeness(likeness: Likeness) -> Option<Meeting> {
    let beyond = (likeness.loss.0 - FREE.0).max(0);
    let cost = Weight(likeness.loss.0 / ORDER + beyond);
    let most = Weight(likeness.gain.0 - CHANCE.0);
    let meeting = Meeting { cost, most, ..Meeting::new(PartRelation::Transliteration, 0, 1000) };
    (most > Weight::ZERO).then_some(meeting)
}

/// Letters of Cyrillic that Latin spellings begin in several ways, with the first letters of these: Yuri, Iurii, Jurij;
/// Yevgeny, Evgeny, Jewgeni; Khamzat, Hamzat, Chamsat; Hryhorii, Wladimir, Jokhar; Zhukov, Schukow, Jukov; Tsvetkov, Zwetkow, Cvetkov.
const HEARD_AS: [(char, &str); 20] = [
    ('в', "vw"),
    ('г', "gh"),
    ('д', "dj"),
    ('е', "eyj"),
    ('ё', "eyj"),
    ('ж', "zjs"),
    ('з', "zs"),
    ('и', "iyj"),
    ('й', "yij"),
    ('к', "kc"),
    ('у', "uow"),
    ('х', "khc"),
    ('ц', "tcz"),
    ('ч', "ctj"),
    ('ш', "sc"),
    ('щ', "s"),
    ('э', "ea"),
    ('ю', "yiju"),
    ('я', "yija"),
    ('є', "eyij"),
];

/// The letters that the first letter of a Cyrillic word is heard as.
fn heard_as(part: &PreparedPart) -> &'static str {
    if part.part.script != Script::Cyrillic {
        return "";
    }
    let letter = part.part.folded.chars().next();
    HEARD_AS.iter().find(|(of, _)| Some(*of) == letter).map_or("", |(_, heard)| heard)
}

/// The letters of which an initial and a part that it may answer to have one in common.
pub fn first_letters(part: &PreparedPart) -> impl Iterator<Item = u8> + use<> {
    let first = part.part.latin.bytes().next();
    first.into_iter().chain(heard_as(part).bytes().filter(move |letter| Some(*letter) != first))
}

/// Whether one part is the initial of the other.
#[must_use]
pub fn is_initial_of(initial: &PreparedPart, part: &PreparedPart) -> bool {
    let first = |part: &PreparedPart| part.part.latin.bytes().next();
    let is_heard = |cyrillic: &PreparedPart, latin: &PreparedPart| {
        latin.part.script == Script::Latin
            && first(latin).is_some_and(|letter| heard_as(cyrillic).as_bytes().contains(&letter))
    };
    if initial.role != PartRole::Initial || first(initial).is_none() {
        return false;
    }
    // Yu. and Sh., which stand for one letter
    if initial.part.script == Script::Latin && initial.part.latin.len() > 1 {
        return part.part.latin.starts_with(initial.part.latin.as_str());
    }
    first(initial) == first(part) || is_heard(initial, part) || is_heard(part, initial)
}
