//! Names of Vietnam beside each other: each syllable is a name, the family stands at home before the one in the middle and
//! the own name, and in the West behind them, in either order. The one in the middle may be left out; another one is
//! another person.

use tamis_model::PartRole;
use tamis_text::are_two_of_vietnam;

use crate::alignment::{Alignment, Pair};
use crate::names::part;
use crate::record::{PreparedName, PreparedPart};

/// Whether both names are of Vietnam.
fn are(party: &PreparedName, entry: &PreparedName) -> bool {
    party.vietnam.is_some() && entry.vietnam.is_some()
}

/// Whether a part is the family of a name of Vietnam, as far as its place tells.
pub(super) fn is_family(name: &PreparedName, at: u8) -> bool {
    let is_last = usize::from(at) + 1 == name.informative.len();
    name.vietnam.is_some_and(|family| at == 0 && family.first || is_last && family.last)
}

/// Whether two parts that nothing answers to are two syllables of names of Vietnam.
pub(super) fn are_other_syllables(
    (party, one): (&PreparedName, &PreparedPart),
    (entry, other): (&PreparedName, &PreparedPart),
) -> bool {
    are(party, entry) && are_two_of_vietnam(&one.part.latin, &other.part.latin)
}

/// Whether two parts that answer to each other are two names all the same: Minh, Vinh.
pub(super) fn has_another_syllable(
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &Alignment,
) -> bool {
    let are_two = |pair: &Pair| {
        let one = part(&party.informative, pair.party);
        let other = part(&entry.informative, pair.entry);
        pair.party_length == 1
            && pair.entry_length == 1
            && one
                .zip(other)
                .is_some_and(|(one, other)| are_two_of_vietnam(&one.part.latin, &other.part.latin))
    };
    are(party, entry) && alignment.pairs.iter().any(are_two)
}

/// Whether a name begins with one in the middle that the other leaves out: Thi Ha Bui, Bui Ha.
pub(super) fn is_middle_alone(
    name: &PreparedName,
    other: &PreparedName,
    other_left: &[u8],
) -> bool {
    are(name, other) && other_left.is_empty() && begins_with_middle(name)
}

/// Whether a name has one in the middle, and no family, before it.
fn begins_with_middle(name: &PreparedName) -> bool {
    name.informative.len() > 2 && name.vietnam.is_some_and(|family| family.last && !family.first)
}

/// Families and names in the middle that are particles in names of Europe.
const PARTICLES: [&str; 3] = ["le", "do", "van"];

/// Whether a part of a name of Vietnam is a particle elsewhere.
pub(super) fn is_particle_elsewhere(name: &PreparedName, part: &PreparedPart) -> bool {
    name.vietnam.is_some() && PARTICLES.contains(&part.part.latin.as_str())
}

/// Whether such a part is a particle of the other name, of which a slip hides what it is (Le Huu Thang, Le Huu Thagn).
pub(super) fn is_particle_of(
    (name, part): (&PreparedName, &PreparedPart),
    other: &PreparedName,
) -> bool {
    is_particle_elsewhere(name, part)
        && other.other.iter().any(|particle| {
            particle.role == PartRole::Particle && particle.part.latin == part.part.latin
        })
}

/// Whether what nothing answers to may begin a name all the same.
pub(super) fn may_lack_first(name: &PreparedName) -> bool {
    let first = || name.informative.first();
    begins_with_middle(name) || first().is_some_and(|first| is_particle_elsewhere(name, first))
}

/// Whether the family has moved from one end to the other, and the other names stand as before or those behind stand first:
/// Bui Thi Ha, Thi Ha Bui, Ha Thi Bui.
pub(super) fn is_turned(party: &PreparedName, entry: &PreparedName, alignment: &Alignment) -> bool {
    if !are(party, entry) {
        return false;
    }
    let is_moved = |pair: &&Pair| {
        (pair.party == 0) != (pair.entry == 0)
            && pair.party_length == 1
            && pair.entry_length == 1
            && is_family(party, pair.party)
            && is_family(entry, pair.entry)
    };
    let Some(family) = alignment.pairs.iter().find(is_moved) else { return false };
    let others = || alignment.pairs.iter().filter(|pair| *pair != family);
    let falls = others().zip(others().skip(1)).filter(|(one, next)| one.entry > next.entry).count();
    let is_rotated = || {
        others().next().zip(others().next_back()).is_some_and(|(one, last)| last.entry < one.entry)
    };
    falls == 0 || falls == 1 && is_rotated()
}
