//! Names as stated: by a list with its grade, or by a party with its provenance.

use crate::date::DateStatement;
use crate::entry::LegalBasis;
use crate::place::Place;

/// How the list grades a name. Each list's own words stay in [`ListedName::grade_as_written`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NameGrade {
    /// The main name of the entry.
    Primary,
    /// A spelling of the main name that the list itself sets beside it (UK).
    PrimaryVariation,
    /// An alias of good quality: UN `Good`, OFAC `strong`, UK `Good quality`, EU by remark.
    Strong,
    /// An alias that the list does not grade: UN `a.k.a.`, EU without remark, UK AKA without quality.
    Unrated,
    /// An alias of low quality: UN `Low`, OFAC `weak`, UK `Low quality`, EU by remark.
    Weak,
    /// A former name: `f.k.a.`, "previously listed as".
    Former,
    /// The name in its original script.
    OriginalScript,
    /// The name translated, not transliterated.
    Translation,
}

impl NameGrade {
    /// The grade of a word: `primary`, `variation`, `strong`, `unrated`, `weak`, `former`, `original`,
    /// `translation`.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Some(match word {
            "primary" => Self::Primary,
            "variation" => Self::PrimaryVariation,
            "strong" => Self::Strong,
            "unrated" => Self::Unrated,
            "weak" => Self::Weak,
            "former" => Self::Former,
            "original" => Self::OriginalScript,
            "translation" => Self::Translation,
            _ => return None,
        })
    }
}

/// A name divided as its source divides it. Lists cut chains in the wrong place, so the whole
/// name is what is compared; the fields are evidence for the class of a part.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct NameFields {
    /// Given name or first names.
    pub given: Option<String>,
    /// Middle names, father's names in a chain.
    pub middle: Option<String>,
    /// Patronymic.
    pub patronymic: Option<String>,
    /// Family name or last name.
    pub family: Option<String>,
    /// Name at birth.
    pub maiden: Option<String>,
}

/// One name of a listed entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedName {
    /// The whole name, in reading order (an inverted "IYADH, Abou" reads "Abou IYADH").
    pub text: String,
    /// The exact text of the source where it differs from `text` (inverted, split, glued).
    pub as_written: Option<String>,
    /// Grade in the common terms.
    pub grade: NameGrade,
    /// The list's own words for it: `Good`, `a.k.a.`, `weak`, `Primary name variation` …
    pub grade_as_written: Option<String>,
    /// Language as the list tags it: a BCP 47 or ISO 639-1 code where it can be told, else its words.
    pub language: Option<String>,
    /// The parts as the source divides them, where it does.
    pub fields: NameFields,
    /// Birth dates stated with this alias alone: they belong to that alias identity.
    pub births: Vec<DateStatement>,
    /// Birthplaces stated with this alias alone.
    pub birthplaces: Vec<Place>,
    /// Remarks of the list on this name.
    pub note: Option<String>,
    /// The act that brought this name (the EU tells it for each alias).
    pub legal_basis: Option<LegalBasis>,
    /// Which element of the record it came from: `INDIVIDUAL_ALIAS[3]`, `NAME_ORIGINAL_SCRIPT` …
    pub origin: String,
}

impl ListedName {
    /// A name with its text, grade and origin; all else empty.
    #[must_use]
    pub fn new(text: impl Into<String>, grade: NameGrade, origin: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            as_written: None,
            grade,
            grade_as_written: None,
            language: None,
            fields: NameFields::default(),
            births: Vec::new(),
            birthplaces: Vec::new(),
            note: None,
            legal_basis: None,
            origin: origin.into(),
        }
    }
}

/// Where the name of a party comes from. Names from different sources are different statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum NameProvenance {
    /// Told by the person or read from a file that does not say more.
    #[default]
    SelfReport,
    /// Written in the person's own script.
    NativeScript,
    /// Read from the visual zone of a document.
    VisualZone,
    /// Read from a machine-readable zone.
    MachineReadableZone,
}

/// One name of a party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyName {
    /// The whole name as given, or the fields joined in reading order.
    pub text: String,
    /// The parts as given, where they were.
    pub fields: NameFields,
    /// Where it comes from.
    pub provenance: NameProvenance,
}

impl PartyName {
    /// A whole name of unknown provenance.
    #[must_use]
    pub fn whole(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            fields: NameFields::default(),
            provenance: NameProvenance::default(),
        }
    }
}
