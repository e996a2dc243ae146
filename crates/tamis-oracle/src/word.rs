//! A part of a name as strings and sets.

use std::collections::BTreeSet;

use tamis_match::lexicon;
use tamis_match::record::{PreparedName, PreparedPart};
use tamis_model::{PartRole, Weight};
use tamis_text::things::Concept;
use tamis_text::{KoreanSounds, Script, Syllables};

/// A part of a name, or a run of neighbours written as one.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    pub(crate) folded: String,
    pub(crate) latin: String,
    /// Consonant skeleton as text.
    pub(crate) skeleton: String,
    pub(crate) script: Script,
    /// Ids in the lexicon.
    pub(crate) ids: BTreeSet<u32>,
    /// The common names that it is a spelling of, if it is known.
    pub(crate) names: Option<BTreeSet<u32>>,
    /// What it means in many languages, in the name of a thing.
    pub(crate) concept: Option<Concept>,
    /// The sounds of a Korean name.
    pub(crate) korean: Option<KoreanSounds>,
    /// Its syllables, in a name of East Asia.
    pub(crate) syllables: Syllables,
    pub(crate) role: PartRole,
    pub(crate) rarity: Weight,
    pub(crate) has_article: bool,
    pub(crate) is_cut: bool,
    pub(crate) before: String,
    pub(crate) after: String,
}

impl Word {
    pub(crate) fn of(part: &PreparedPart) -> Self {
        let [before, after] = part.particles();
        Self {
            folded: part.part.folded.to_string(),
            latin: part.part.latin.to_string(),
            skeleton: text_of(&part.part.skeleton),
            script: part.part.script,
            ids: part.lexicon.numbers().collect(),
            names: part.known.numbers().map(|names| names.iter().copied().collect()),
            concept: part.concept.copied(),
            korean: part.korean,
            syllables: part.syllables,
            role: part.role,
            rarity: part.rarity,
            has_article: part.has_article,
            is_cut: part.is_cut,
            before: before.to_string(),
            after: after.to_string(),
        }
    }

    /// All informative parts of a name.
    pub(crate) fn all(name: &PreparedName) -> Vec<Self> {
        name.informative.iter().map(Self::of).collect()
    }

    /// Whether its writing leaves out short vowels.
    pub(crate) fn is_abjad(&self) -> bool {
        matches!(self.script, Script::Arabic | Script::Hebrew)
    }

    pub(crate) fn is_number(&self) -> bool {
        self.role == PartRole::Number
    }
}

/// The ids that the lexicon has for a form.
pub(crate) fn ids(folded: &str, script: Script) -> BTreeSet<u32> {
    lexicon::ids(folded, script).numbers().collect()
}

/// A skeleton as text: it is ASCII.
pub(crate) fn text_of(skeleton: &[u8]) -> String {
    skeleton.iter().map(|&class| char::from(class)).collect()
}
