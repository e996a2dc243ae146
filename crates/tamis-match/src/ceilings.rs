//! How much a part of a query can add at most, told from the part alone: what lets an index stop
//! looking before all is compared. Knows no other record.

use tamis_model::{PartRole, Weight};

use crate::meeting::most_of_one_word;
use crate::names::ACRONYM_LETTERS;
use crate::policy::Policy;
use crate::record::{PreparedName, PreparedPart};

/// The most that meetings with one part can add, by the kind of meeting. Each is at least 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartCeiling {
    /// Met by one part, or inside a run of neighbours that the other side writes as one word: the
    /// weight of such a run is at most the sum of this over its parts. Two names of the same letters
    /// that are cut differently add at most the sum over all parts of either.
    pub alone: Weight,
    /// The part is the one word that a run of the other side is: as much as the rarest part of that
    /// run allows.
    pub as_word: Weight,
    /// The part is the initials of a run of the other side; 0 where it can't be.
    pub as_acronym: Weight,
}

impl PartCeiling {
    /// The most by any meeting.
    #[must_use]
    pub fn most(&self) -> Weight {
        self.alone.max(self.as_word).max(self.as_acronym)
    }
}

/// The ceiling of a part: of an informative one, or of an initial. Other parts add nothing.
#[must_use]
pub fn part_ceiling(part: &PreparedPart, policy: &Policy) -> PartCeiling {
    let weights = &policy.names;
    let nothing =
        PartCeiling { alone: Weight::ZERO, as_word: Weight::ZERO, as_acronym: Weight::ZERO };
    match part.role {
        PartRole::Initial => PartCeiling { alone: weights.initial, ..nothing },
        PartRole::Title | PartRole::Particle | PartRole::OrganisationType => nothing,
        PartRole::OwnName | PartRole::Further | PartRole::Weak | PartRole::Number => {
            let letters = part.part.latin.len();
            let acronym = if ACRONYM_LETTERS.contains(&letters) { letters } else { 0 };
            let is_number = part.role == PartRole::Number;
            let of_run = most_of_one_word(weights.part_ceiling.max(part.rarity));
            let of_letter = weights.things.acronym_letter.0;
            PartCeiling {
                // an initial of the other side may fit it
                alone: part.rarity.max(weights.initial),
                as_word: if is_number { Weight::ZERO } else { of_run },
                // a registration of letters alone (HBZK) may be one too
                as_acronym: Weight(of_letter * i32::try_from(acronym).unwrap_or(0)),
            }
        }
    }
}

/// The most that the parts of a name can add together, before the lifts that rules promise
/// (`AllPartsAgree`, `ShorterNameContained`, `AllButOrigin`), which never reach beyond the anchor.
#[must_use]
pub fn name_ceiling(name: &PreparedName, policy: &Policy) -> Weight {
    let initials = name.other.iter().filter(|part| part.role == PartRole::Initial);
    name.informative.iter().chain(initials).map(|part| part_ceiling(part, policy).most()).sum()
}
