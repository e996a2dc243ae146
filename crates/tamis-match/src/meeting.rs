//! How two parts meet: the relation, and how much of the part's rarity it earns.
//!
//! Key-complete: two parts earn something only if they share a key of this scheme: equal after
//! folding, equal romanised, an id of the lexicon that licenses them, a concept of things, within k
//! edits in one writing,
//! consonants in coarse classes within a few edits (`key`), an initial, joined or split. Degrees are
//! graded inside a key, never beyond it: by what is learned of spelling where one side is in Latin
//! letters (`spelling`), by the consonants alone between other scripts.

use tamis_model::{PartRelation, PartRole, Weight};
use tamis_text::distance::{optimal_string_alignment, optimal_string_alignment_chars};
use tamis_text::things::Concept;
use tamis_text::{
    KoreanSounds, Language, Script, Spelled, Syllables, are_one_by_initial_law,
    are_other_characters, are_other_mandarin, are_other_syllables,
};

use crate::faith;
use crate::key::Key;
use crate::known_names::KnownNames;
use crate::lexicon::{self, Ids, Kind};
use crate::record::PreparedPart;
use crate::servants;
use crate::sketch::differ_in_at_most;
use crate::spelling::units::Writing;
use crate::spelling::{self, Likeness};
use crate::vowels;

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
    fn is_spelling(&self) -> bool {
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
    const fn spelled(&self) -> Spelled<'a> {
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

/// What the same syllables earn: a class of sounds is less than the sound.
const SAME_SYLLABLES: i32 = 900;

/// What syllables of pinyin cost beside a Korean word that they may be read as, for each doubling of the words that
/// they may be read as: a word of four readings is met four times as often by chance.
const DOUBLED_READINGS: Weight = Weight::from_millinats(693);

/// The most that it costs: with all syllables of a name the same, each of the two words of an own name bears being joined.
const MOST_OF_READINGS: Weight = Weight::from_millinats(1_400);

/// What equal skeletons earn across scripts, by their length: few consonants fit many names.
const ACROSS_SCRIPTS: [i32; 5] = [0, 400, 700, 900, 950];

/// What equal skeletons earn within one script, by their length.
const WITHIN_SCRIPT: [i32; 5] = [0, 0, 600, 800, 850];

/// What equal skeletons earn within one script where the vowels between them are the same but for how a
/// convention writes them (Osama, Usamah; Mursi, Morsy).
const SAME_VOWELS: [i32; 5] = [0, 0, 850, 900, 950];

/// What skeletons one edit apart earn, from four consonants on.
const SKELETON_EDIT: i32 = 500;

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
    if are_characters(one, other) || servants::are_two(servants.0, servants.1) {
        return None;
    }
    let found = meet_by_spelling(one, other, same_writing, consonants_meet)?;
    // of two words that are alike at all: cutting them into syllables is dear
    if are_words_of_other_syllables(one, other) {
        return None;
    }
    let apart = are_two_names(one, other) || is_relative(one, other) || is_relative(other, one);
    Some(if apart { found.of_two_names() } else { found })
}

/// Whether both are usual spellings of common names, and of no name together. A doubled letter alone
/// parts no names.
fn are_two_names(one: &Form<'_>, other: &Form<'_>) -> bool {
    one.known.are_apart(other.known) && !without_doubles(one.latin).eq(without_doubles(other.latin))
}

/// The letters of a word, each run of one letter once.
fn without_doubles(latin: &str) -> impl Iterator<Item = u8> {
    let before = std::iter::once(0).chain(latin.bytes());
    latin.bytes().zip(before).filter(|(letter, before)| letter != before).map(|(letter, _)| letter)
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

/// Whether two parts that are read alike are Chinese names of other characters (伟, 炜). Foreign names are written in
/// whatever is read so.
fn are_names_of_other_characters(one: &Form<'_>, other: &Form<'_>) -> bool {
    let of_china = |form: &Form<'_>| form.script == Script::Han && !form.syllables.is_none();
    of_china(one) && of_china(other) && are_other_characters(one.folded, other.folded)
}

/// Whether two parts are written in characters each of which is a syllable of the name: where they are not
/// equal, near letters make no near name.
fn are_characters(one: &Form<'_>, other: &Form<'_>) -> bool {
    one.script == other.script && matches!(one.script, Script::Han | Script::Hangul)
}

/// Whether two parts that are not equal are written in characters that are read as other syllables, or are
/// Korean or Chinese names of other sounds: near letters make no near name there (Myong-sik / Myong-guk). One letter may
/// be a slip.
fn are_words_of_other_syllables(one: &Form<'_>, other: &Form<'_>) -> bool {
    use Script::{Hangul, Latin};
    let differ = |hangul: KoreanSounds, latin: &str| {
        KoreanSounds::of(latin).is_some_and(|sounds| sounds != hangul)
    };
    match (one.korean, other.korean) {
        _ if are_read_otherwise(one, other) || are_read_otherwise(other, one) => true,
        (Some(sounds), Some(other_sounds)) => {
            let slip = || {
                optimal_string_alignment(one.latin.as_bytes(), other.latin.as_bytes(), 1).is_some()
            };
            let other_vowels = || are_other_syllables(one.spelled(), other.spelled());
            (sounds != other_sounds || other_vowels()) && !(one.script == other.script && slip())
        }
        (Some(sounds), None) => {
            one.script == Hangul && other.script == Latin && differ(sounds, other.latin)
        }
        (None, Some(sounds)) => {
            other.script == Hangul && one.script == Latin && differ(sounds, one.latin)
        }
        (None, None) => {
            let latin = one.script == Latin && other.script == Latin;
            latin
                && one.syllables.are_other_pinyin(&other.syllables)
                && optimal_string_alignment(one.latin.as_bytes(), other.latin.as_bytes(), 1)
                    .is_none()
        }
    }
}

/// Whether one is written in Chinese characters and the other in Latin letters as other syllables.
fn are_read_otherwise(one: &Form<'_>, other: &Form<'_>) -> bool {
    one.script == Script::Han
        && other.script == Script::Latin
        && are_other_mandarin(one.latin, other.latin, one.folded.chars().count())
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

/// The same syllables of East Asia, in letters of several systems or in characters.
#[inline]
pub(crate) fn by_syllables(one: &Form<'_>, other: &Form<'_>) -> Option<Meeting> {
    if one.syllables.is_none() {
        return None;
    }
    let language = one.syllables.met(&other.syllables)?;
    // what characters and Hangul tell apart is two names (김종은, 김정은), but for what North and South begin otherwise
    let meet = match (one.script, other.script) {
        (Script::Han, Script::Han) => false,
        (Script::Hangul, Script::Hangul) => are_one_by_initial_law(one.folded, other.folded),
        _ => language == Language::Chinese || !are_other_syllables(one.spelled(), other.spelled()),
    };
    meet.then_some(BY_SYLLABLES)
}

/// A meeting by syllables.
const BY_SYLLABLES: Meeting = Meeting::new(PartRelation::Transliteration, 0, SAME_SYLLABLES);

/// A Korean word and the pinyin of its characters.
pub(crate) fn through_chinese(one: Syllables, other: Syllables) -> Option<Meeting> {
    let readings = one.meet_through_chinese(&other)?;
    let doublings = i32::try_from(readings.ilog2()).unwrap_or(i32::MAX);
    let cost = Weight(DOUBLED_READINGS.0.saturating_mul(doublings)).min(MOST_OF_READINGS);
    Some(Meeting { cost, ..BY_SYLLABLES })
}

/// Whether two parts that may meet by near consonants alone surely don't, told without aligning them.
pub(crate) fn surely_unlike(one: &PreparedPart, other: &PreparedPart) -> bool {
    let sides = ((one.writing, one.units.as_slice()), (other.writing, other.units.as_slice()));
    spelling::surely_below(sides.0, sides.1, CHANCE)
}

/// Whether ids of the lexicon count in a nearness.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nearness {
    /// Forms of one name by the lexicon are nearer.
    WithLexicon,
    /// By letters and consonants alone.
    WithoutLexicon,
}

/// What equal consonants add to a nearness, and an id of the lexicon: between spellings that tell about
/// the same they decide, the exact transliteration stays before a variant.
const EQUAL_CONSONANTS: Weight = Weight::from_millinats(1_000);
const ONE_NAME: Weight = Weight::from_millinats(3_000);

/// How near two parts are, whatever they are worth: what their spelling tells, in 1/1024 nat. For asking
/// which of many is nearest; `None` where they share no key of the scheme or there is no table.
#[must_use]
pub fn nearness(one: &Form<'_>, other: &Form<'_>, by: Nearness) -> Option<Weight> {
    let (mut one, mut other) = (*one, *other);
    if by == Nearness::WithoutLexicon {
        (one.lexicon, other.lexicon) = (Ids::NONE, Ids::NONE);
    }
    if meet(&one, &other).is_none() && !one.key.meets(other.key) {
        return None;
    }
    let sides = ((one.writing, one.units), (other.writing, other.units));
    let likeness = spelling::likeness(sides.0, sides.1, None)?;
    let bonus = |holds: bool, bonus: Weight| if holds { bonus } else { Weight::ZERO };
    let consonants = bonus(one.skeleton == other.skeleton, EQUAL_CONSONANTS);
    let lexicon = bonus(lexicon::variants(one.lexicon, other.lexicon), ONE_NAME);
    Some(Weight(likeness.gain.0 + consonants.0 + lexicon.0))
}

/// What a likeness must tell before it adds anything: one pair of different names in a thousand is as
/// like by chance, and names are more alike than chance (Nasir, Basir; Walid, Khalid).
pub const CHANCE: Weight = Weight::from_millinats(7_000);

/// What a spelling may lose against the usual ones for nothing: several conventions in one word
/// (Mohamed, Djamel), whose letters are not independent of each other.
const FREE: Weight = Weight::from_millinats(3_000);

/// This part of the loss is always a cost, so that the nearer of two spellings comes first.
const ORDER: i32 = 32;

/// What the learned tables say of two spellings.
fn by_likeness(likeness: Likeness) -> Option<Meeting> {
    let beyond = (likeness.loss.0 - FREE.0).max(0);
    let cost = Weight(likeness.loss.0 / ORDER + beyond);
    let most = Weight(likeness.gain.0 - CHANCE.0);
    let meeting = Meeting { cost, most, ..Meeting::new(PartRelation::Transliteration, 0, 1000) };
    (most > Weight::ZERO).then_some(meeting)
}

/// Whether two words have the same consonants, where Bou- written together is Abu (Bouzid, Abu Zayd).
fn have_same_consonants(one: &Form<'_>, other: &Form<'_>) -> bool {
    let father = |compound: &Form<'_>, word: &Form<'_>| match (compound.skeleton, word.skeleton) {
        ([b'P', child @ ..], [b'B', rest @ ..]) => child == rest && word.latin.starts_with("bou"),
        _ => false,
    };
    one.skeleton == other.skeleton || father(one, other) || father(other, one)
}

/// What follows "father of" in a word.
fn child_of(latin: &str) -> &str {
    const FATHERS: [&str; 6] = ["abou", "aboe", "abu", "abo", "ebu", "bou"];
    FATHERS.iter().find_map(|father| latin.strip_prefix(father)).unwrap_or(latin)
}

/// Equal consonants across writings, and of compounds within one, whose halves have their vowels and
/// articles spelled in too many ways to be learned.
fn by_equal_skeletons(
    one: &Form<'_>,
    other: &Form<'_>,
    same_writing: bool,
    likeness: Likeness,
) -> Option<Meeting> {
    if !have_same_consonants(one, other) {
        return None;
    }
    let compound = matches!(one.skeleton, [b'Q' | b'P' | b'U', ..])
        || other.skeleton.first() == Some(&b'P')
        || matches!(one.skeleton, [_, .., b'D', b'N'] | [_, _, .., b'L']);
    let shorter = one.skeleton.len();
    let mut share = ACROSS_SCRIPTS.get(shorter.min(4)).copied().unwrap_or(0);
    if same_writing && one.skeleton != other.skeleton {
        // Bouzid is no Abu Daoud
        if !vowels::are_alike_loosely(child_of(one.latin), child_of(other.latin)) {
            return None;
        }
        share = WITHIN_SCRIPT.get(shorter.min(4)).copied().unwrap_or(0);
    } else if same_writing && !compound {
        // both sides write their vowels: few may differ (Mahmud has the consonants of Muhammad)
        let (a, b) = (one.latin.as_bytes(), other.latin.as_bytes());
        let table = if vowels::are_alike(one.latin, other.latin) {
            SAME_VOWELS
        } else {
            let allowed = u32::try_from(a.len().min(b.len()) / 4).unwrap_or(0).max(1);
            let near = optimal_string_alignment(a, b, allowed).is_some()
                || vowels::are_alike_loosely(one.latin, other.latin);
            if !near {
                return None;
            }
            WITHIN_SCRIPT
        };
        share = table.get(shorter.min(4)).copied().unwrap_or(0);
    }
    let meeting = Meeting {
        cost: Weight(likeness.loss.0 / 32),
        ..Meeting::new(PartRelation::Transliteration, 0, share)
    };
    (share > 0).then_some(meeting)
}

/// Few letters differ: how many, and what the meeting earns.
fn edited(one: &Form<'_>, other: &Form<'_>) -> Option<(u8, i32)> {
    let (a, b) = (one.latin.as_bytes(), other.latin.as_bytes());
    let shorter = a.len().min(b.len());
    let allowed = edits_allowed(shorter);
    if allowed == 0 {
        return None;
    }
    let edits = if one.abjad {
        // one letter of an abjad may be several romanised: their sets of letters tell nothing
        let a: Vec<char> = one.folded.chars().collect();
        let b: Vec<char> = other.folded.chars().collect();
        optimal_string_alignment_chars(&a, &b, edits_allowed(a.len().min(b.len())))?
    } else if !differ_in_at_most(one.letters, other.letters, allowed) {
        return None;
    } else {
        optimal_string_alignment(a, b, allowed)?
    };
    let edits = u8::try_from(edits).unwrap_or(u8::MAX);
    let length = i32::try_from(shorter).unwrap_or(i32::MAX);
    // one letter of four costs 350, one of nine 156, two of nine 311
    let share = 1000 - i32::from(edits) * 1400 / length.max(1);
    let slip = edits == 1 && may_be_slip(one, other, shorter);
    Some((edits, if slip { share.max(SLIP) } else { share }))
}

/// What a slip leaves at least: as much as one letter of ten that differs, near enough for names that agree
/// in all else.
const SLIP: i32 = 860;

/// Whether a letter that differs is likelier a slip of the hand than another name: a form that no source of names
/// knows stands beside a known one (Mfohammad, Mohammad), or neither is known and they are long.
fn may_be_slip(one: &Form<'_>, other: &Form<'_>, shorter: usize) -> bool {
    let unknown = |form: &Form<'_>| form.lexicon.is_empty();
    let least = match (unknown(one), unknown(other)) {
        (false, false) => return false,
        (true, true) => SHORTEST_OF_TWO_UNKNOWN,
        _ => SHORTEST_SLIP,
    };
    shorter >= least && !one.abjad
}

/// Letters of the shorter form from which on a letter that differs may be a slip: where the other is known, and
/// where neither is.
const SHORTEST_SLIP: usize = 5;
const SHORTEST_OF_TWO_UNKNOWN: usize = 6;

/// The same consonants, or nearly: how many differ, and what the meeting earns.
fn skeletons(one: &Form<'_>, other: &Form<'_>, same_writing: bool) -> Option<(u8, i32)> {
    let shorter = one.skeleton.len().min(other.skeleton.len());
    if one.skeleton == other.skeleton {
        let table = if same_writing { WITHIN_SCRIPT } else { ACROSS_SCRIPTS };
        let share = table.get(shorter.min(4)).copied().unwrap_or(0);
        if share == 0 {
            return None;
        }
        if !same_writing || one.abjad {
            return Some((0, share));
        }
        // both sides write their vowels: they may differ in some, not in all
        let (a, b) = (one.latin.as_bytes(), other.latin.as_bytes());
        let allowed = u32::try_from(a.len().max(b.len()) / 2).unwrap_or(u32::MAX);
        let edits = optimal_string_alignment(a, b, allowed)?;
        let vowels = i32::try_from(edits.saturating_sub(1)).unwrap_or(i32::MAX);
        return Some((u8::try_from(edits).unwrap_or(u8::MAX), (share - vowels * 40).max(300)));
    }
    if shorter < 4 {
        return None;
    }
    if same_writing && !one.abjad {
        // vowels tell enough there: the edit key decides
        return None;
    }
    optimal_string_alignment(one.skeleton, other.skeleton, 1).map(|_| (1, SKELETON_EDIT))
}

/// Whether one part is the other cut short at the end of a full field (39 letters of a passport's zone,
/// 35 of many a form), and what that earns. Its key is the beginning of the longer part, in letters or
/// in consonants.
#[must_use]
pub fn cut_short(one: &PreparedPart, other: &PreparedPart) -> Option<Meeting> {
    let begins = |cut: &PreparedPart, whole: &PreparedPart| {
        if cut.is_cut { begins_as(&cut.form(), &whole.form()) } else { None }
    };
    begins(one, other).or_else(|| begins(other, one))
}

/// The meeting of a part cut short and one that begins with it: romanised, or of another script and with its
/// consonants, for letters of two scripts are seldom the same (БАРКА, Barqaviev).
#[must_use]
pub fn begins_as(cut: &Form<'_>, whole: &Form<'_>) -> Option<Meeting> {
    // two full fields that end alike are equal
    let begins = |cut: &[u8], whole: &[u8]| {
        cut.len() >= SHORTEST_CUT && cut.len() < whole.len() && whole.starts_with(cut)
    };
    let met = begins(cut.latin.as_bytes(), whole.latin.as_bytes())
        || cut.script != whole.script && begins(cut.skeleton, whole.skeleton);
    met.then_some(Meeting::new(PartRelation::Truncated, 0, CUT_SHORT))
}

/// Letters, or consonants, that a part cut short must have left.
pub const SHORTEST_CUT: usize = 3;

/// What a part cut short earns, in thousandths.
const CUT_SHORT: i32 = 700;

/// Whether one part is the initial of the other.
#[must_use]
pub fn is_initial_of(initial: &PreparedPart, part: &PreparedPart) -> bool {
    initial.role == tamis_model::PartRole::Initial
        && initial
            .part
            .latin
            .bytes()
            .next()
            .is_some_and(|first| part.part.latin.bytes().next() == Some(first))
}
