//! How near two parts are, whatever they are worth.

use tamis_model::Weight;
use tamis_text::distance::optimal_string_alignment;

use super::{Form, meet};
use crate::lexicon::{self, Ids};
use crate::spelling;

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

/// What each letter of the romanised forms costs that differs, and each class of consonants: what is learned of a spelling, unit by
/// unit, says little of how many units in a row are strange.
const A_LETTER: Weight = Weight::from_millinats(1_450);
const A_CONSONANT: Weight = Weight::from_millinats(500);

/// Most differences that are counted.
const MOST_DIFFERENCES: u32 = 20;

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
    let apart = |differ: Option<u32>, each: Weight| {
        i32::try_from(differ.unwrap_or(MOST_DIFFERENCES)).map_or(i32::MAX, |differ| differ * each.0)
    };
    let (a, b) = (one.latin.as_bytes(), other.latin.as_bytes());
    let letters = optimal_string_alignment(a, b, MOST_DIFFERENCES);
    let classes = optimal_string_alignment(one.skeleton, other.skeleton, MOST_DIFFERENCES);
    let differences = apart(letters, A_LETTER) + apart(classes, A_CONSONANT);
    Some(Weight(likeness.gain.0 + consonants.0 + lexicon.0 - differences))
}
