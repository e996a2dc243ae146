//! Names of Vietnam: where their family stands, and which syllables are two names.

use tamis_match::record::{PreparedName, PreparedPart};
use tamis_model::PartRole;
use tamis_text::are_two_of_vietnam;

use crate::alignment::{Alignment, Pair};

/// The first or last part of a name of Vietnam, where a family's name is known to stand.
pub(crate) fn may_be_family_of_vietnam(name: &PreparedName, at: usize) -> bool {
    let Some(family) = name.vietnam else { return false };
    let ends = [(family.first, 0), (family.last, name.informative.len() - 1)];
    ends.contains(&(true, at))
}

/// Both are of Vietnam, and one family begins the one and ends the other; what else agrees is in order, or its end has become
/// its beginning.
pub(crate) fn family_of_vietnam_moved(
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &Alignment,
) -> bool {
    let moved = |pair: &Pair| {
        let places = [(party, &pair.party), (entry, &pair.entry)];
        pair.party.contains(&0) != pair.entry.contains(&0)
            && places
                .iter()
                .all(|(name, at)| at.len() == 1 && may_be_family_of_vietnam(name, at[0]))
    };
    let Some(family) = alignment.pairs.iter().position(moved) else { return false };
    let mut others: Vec<usize> = alignment.pairs.iter().map(|pair| pair.entry[0]).collect();
    others.remove(family);
    let mut sorted = others.clone();
    sorted.sort_unstable();
    let mut turns = (0..others.len().max(1)).map(|by| {
        let mut turned = sorted.clone();
        turned.rotate_left(by.min(sorted.len()));
        turned
    });
    party.vietnam.is_some() && entry.vietnam.is_some() && turns.any(|turned| turned == others)
}

/// Two syllables of Vietnam that agree are two names.
pub(crate) fn have_another_syllable(
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &Alignment,
) -> bool {
    party.vietnam.and(entry.vietnam).is_some()
        && alignment.pairs.iter().filter(|pair| pair.party.len() + pair.entry.len() == 2).any(
            |pair| {
                let (a, b) = (&party.informative[pair.party[0]], &entry.informative[pair.entry[0]]);
                are_two_of_vietnam(&a.part.latin, &b.part.latin)
            },
        )
}

/// A part of a name of Vietnam that is Le, Do or Van, and a particle of the other name.
pub(crate) fn is_particle_of(name: &PreparedName, at: usize, other: &PreparedName) -> bool {
    let latin = name.informative[at].part.latin.as_str();
    let same = |part: &PreparedPart| part.role == PartRole::Particle && part.part.latin == latin;
    name.vietnam.is_some() && ["le", "do", "van"].contains(&latin) && other.other.iter().any(same)
}
