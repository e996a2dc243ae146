//! The values of an analysis: parts, their classes, what was noted, why a name was refused.
//!
//! Plain data. How a name comes to have these parts is the business of `analysis`.

use std::ops::Range;

use compact_str::CompactString;

use crate::script::Script;
use crate::skeleton::Skeleton;

/// The text of a part: up to 24 bytes stand in place, so that a part costs no allocation and its
/// copy is a copy of bytes. Four of five parts of the official lists are shorter in every form.
pub type PartText = CompactString;

/// What the name is a name of: decides which word lists apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum NameKind {
    /// A human being: titles, chains of fathers, initials, family name before a comma.
    Person,
    /// A company, authority, armed group: organisation types, weak words, numbers.
    Organisation,
    /// A ship: numbers are discrete, "MV" and the like are types.
    Vessel,
    /// An aircraft: numbers are discrete.
    Aircraft,
    /// A word by itself, for tables: the word lists of persons and of organisations, without the rules of
    /// order. A record of unknown kind is analysed as a person's and as an organisation's instead.
    #[default]
    Unknown,
}

/// What a part does in its name.
///
/// The class is a reading of form and place alone. [`PartClass::Plain`] is the honest default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartClass {
    /// The own name: a compound with ʿAbd, -ullah, -uddin, or given as such (after a comma, MRZ).
    Given,
    /// "Son of", "daughter of" before the father: ibn, bin, ben, bint, ould, walad, ag.
    Nasab,
    /// The same behind the father: oğlu, qızı, uly, kyzy, uulu, ugli, as words of their own.
    NasabBehind,
    /// A whole name of the shape Abu X, Umm X (with or without a nisba): a nom de guerre. Inside a
    /// chain the same words are one part of class `Plain`.
    Kunya,
    /// The article with an adjective in -i: al-Baghdadi.
    Nisba,
    /// A Pashtun or Arab tribe: Noorzai, Shahidkhel, Zadran.
    Tribe,
    /// "House of": āl (آل) with its name, not the article.
    AlHouse,
    /// Family name, where the writing says so: before a comma, before `<<`.
    Family,
    /// A title at the beginning or the end that is hardly ever a name: Dr, Mullah, Qari.
    Title,
    /// A title word at the beginning or the end that is also a name: Khan, Agha, Sayyid, Amir.
    AmbiguousTitle,
    /// Jr, Sr, III in the name of a person.
    GenerationSuffix,
    /// The article by itself, de, van, von, y, the.
    Particle,
    /// A single letter in the name of a person.
    Initial,
    /// LLC, AG, GmbH, ООО, شركة.
    OrganisationType,
    /// Digits, or a Roman numeral in a name that is not a person's; `latin` is decimal.
    Number,
    /// A word of organisations that says little: trading, general, international.
    WeakWord,
    /// Stands for no name: FNU, LNU, unknown, na, a dash.
    Placeholder,
    /// An ordinary part whose role is not known.
    Plain,
}

impl PartClass {
    /// True for parts that carry the identity of the bearer: not particles, titles, organisation
    /// types, initials, suffixes, weak words or placeholders. Ambiguous titles count, as they may
    /// be the name itself.
    pub fn is_informative(self) -> bool {
        match self {
            Self::Given
            | Self::Kunya
            | Self::Nisba
            | Self::Tribe
            | Self::AlHouse
            | Self::Family
            | Self::AmbiguousTitle
            | Self::Number
            | Self::Plain => true,
            Self::Nasab
            | Self::NasabBehind
            | Self::Title
            | Self::GenerationSuffix
            | Self::Particle
            | Self::Initial
            | Self::OrganisationType
            | Self::WeakWord
            | Self::Placeholder => false,
        }
    }
}

/// Where the article of a part was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Article {
    /// Nowhere, or with the part, as its surface shows.
    #[default]
    OfItsOwn,
    /// It hangs on the word before, as which it is given: Haq in Sirajul Haq, ul.
    OnWordBefore(&'static str),
}

/// One part of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Bytes in the original string. A compound spans from the first to the last of its words, so
    /// that the span of one healed across a comma ("AL-RAHMAN …, 'ABD") may hold other parts.
    pub span: Range<usize>,
    /// The words as written, joined by a space where the original had something else between.
    pub surface: PartText,
    /// Folded in its own script: compatibility forms, case, marks, tatweel and apostrophes gone,
    /// homoglyphs repaired, letter variants of the Arabic script unified, article dropped,
    /// compounds joined without a space.
    pub folded: PartText,
    /// Romanised to `[a-z0-9]`.
    pub latin: PartText,
    /// Consonant skeleton: a sequence of sound classes, one ASCII letter or digit each; see
    /// `data/sound_classes.tsv`. Never empty unless `latin` is.
    pub skeleton: Skeleton,
    /// What the part does in the name.
    pub class: PartClass,
    /// The script that the part is written in (after repair of homoglyphs).
    pub script: Script,
    /// Where the article that belongs to it was written, as far as the surface does not show it.
    pub article: Article,
    /// Whether `latin` is known to be its own [`reading`](crate::reading); false says nothing.
    pub is_its_reading: bool,
}

/// A name taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnalysedName {
    /// The name as given.
    pub original: Box<str>,
    /// Its parts in the order of the name (a comma inversion is undone).
    pub parts: Vec<Part>,
    /// The script of most parts; `Common` where there is none.
    pub script: Script,
    /// What was ignored, repaired or reordered, and where.
    pub notes: Vec<AnalysisNote>,
}

impl AnalysedName {
    /// The parts that carry identity, in order; see [`PartClass::is_informative`].
    pub fn informative_parts(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(|part| part.class.is_informative())
    }

    /// True where a note of this kind was made.
    pub fn has_note(&self, kind: NoteKind) -> bool {
        self.notes.iter().any(|note| note.kind == kind)
    }
}

/// Something that the analysis did or found, with its place in the original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnalysisNote {
    /// What happened.
    pub kind: NoteKind,
    /// Bytes in the original.
    pub span: Range<usize>,
}

/// The kinds of notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteKind {
    /// A placeholder (FNU, LNU, unknown, na, -) is kept as a part and is no evidence.
    PlaceholderIgnored,
    /// A letter of another script that looks like one of the word's own script was replaced; in a person's name
    /// also a digit or a letter of the other case that a machine has read for a letter (KlM, W0N).
    HomoglyphRepaired {
        /// The letter or digit as written.
        written: char,
        /// The letter that it stands for.
        meant: char,
    },
    /// An invisible or bidirectional mark, control character or tatweel was dropped.
    InvisibleRemoved {
        /// The character as written.
        written: char,
    },
    /// U+FFFD: the text was damaged before it came here.
    ReplacementCharacter,
    /// "FAMILY, given" was put into the order of the name.
    CommaUninverted,
    /// `<` of a machine readable zone was read as a separator.
    MachineReadableZone,
    /// The name fills a field of a machine readable zone (39, 31, 30 characters) or of a bank (35) to its
    /// end: the word at this place may be cut, and then is a beginning that contradicts nothing.
    PerhapsTruncated,
    /// The word was in the Arabic code of Doc 9303 and was decoded into Arabic letters.
    MachineReadableArabicDecoded,
    /// No table knows a letter of this word: it took no part in the romanisation.
    ScriptWithoutTable {
        /// The first such letter.
        written: char,
    },
    /// Every part is a title: the name is kept and can only corroborate.
    TitleOnly,
    /// An e-mail or web address, or as many words as a sentence has: analysed like any other text, and
    /// hardly a name.
    HardlyAName,
    /// No part carries identity (placeholders, initials, particles only).
    NothingInformative,
    /// There is no letter and no digit at all.
    NothingComparable,
}

/// Why a name was not analysed: it is beyond a stated limit and is refused as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AnalysisRefusal {
    /// More bytes than [`crate::MAXIMUM_NAME_BYTES`].
    #[error("the name has {bytes} bytes, the limit is {limit}: give one name a field")]
    TooManyBytes {
        /// Bytes of the name.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// More words than [`crate::MAXIMUM_NAME_PARTS`].
    #[error("the name has more than {limit} parts: give one name a field")]
    TooManyParts {
        /// The limit.
        limit: usize,
    },
    /// More bytes than [`crate::MAXIMUM_WRITTEN_OUT_BYTES`] when it is written out.
    #[error(
        "the name has {bytes} bytes when its signs are written out, the limit is {limit}: give one name a field"
    )]
    TooLongWrittenOut {
        /// Bytes of the name in its own letters and in Latin ones.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
}
