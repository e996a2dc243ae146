//! How near two parts are, whatever they are worth.

use tamis_model::Weight;

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
