//! What a part of a name is worth where the name is an organisation's, a ship's or an aircraft's.

use tamis_model::PartRole;
use tamis_text::PartClass;
use tamis_text::things::{self, ConceptKind};

use super::PreparedPart;
use crate::frequency;
use crate::lexicon::Ids;
use crate::policy::Policy;

/// Settles the concept and the rarity of a part by the words of things; words that no table of them
/// knows are as rare as among people (Mohammed Trading), for founders give their names.
pub(super) fn prepare(part: &mut PreparedPart, policy: &Policy) {
    if matches!(part.role, PartRole::Number | PartRole::OrganisationType) {
        part.lexicon = Ids::NONE;
        return;
    }
    part.concept = things::concept(&part.part);
    let kind = part.concept.map(|concept| concept.kind);
    if part.concept.is_some() {
        part.lexicon = Ids::NONE;
    }
    let weights = &policy.names;
    if let Some(known) = frequency::bearers_among_things(&part.part.latin, part.concept) {
        part.bearers_per_million = known.per_million;
        part.rarity = known.rarity_from(weights.things.part_floor, weights.part_ceiling);
    }
    if kind == Some(ConceptKind::Weak) || part.part.class == PartClass::WeakWord {
        part.role = PartRole::Weak;
        part.rarity = part.rarity.min(weights.weak_word);
    }
}

/// The shortest acronym: two letters fit too many pairs of words.
const SHORTEST_ACRONYM: usize = 3;

/// Sets aside an acronym that stands beside its own words (Zarvan Industrial Group (ZIG)): it repeats
/// them, and would count twice.
pub(super) fn set_aside_own_acronym(
    informative: &mut Vec<PreparedPart>,
    other: &mut Vec<PreparedPart>,
) {
    let own = informative.iter().enumerate().find(|(at, part)| {
        let letters = part.part.latin.as_str();
        let length = letters.len();
        length >= SHORTEST_ACRONYM
            && part.role != PartRole::Number
            && informative.iter().enumerate().any(|(first, _)| {
                let run = informative.get(first..first + length).unwrap_or_default();
                let apart = *at < first || *at >= first + length;
                apart && run.len() == length && fits(letters, run)
            })
    });
    if let Some((at, _)) = own {
        let mut part = informative.remove(at);
        part.role = PartRole::Particle;
        other.push(part);
    }
}

/// Whether letters are the initials of parts, one each.
pub(crate) fn fits(letters: &str, run: &[PreparedPart]) -> bool {
    letters.len() == run.len()
        && letters.bytes().zip(run).all(|(letter, part)| {
            letter.is_ascii_lowercase() && part.part.latin.bytes().next() == Some(letter)
        })
}
