//! Orders of whole names that a people's registers write: the family before the own name and the father's
//! (Путин Владимир Владимирович), the two families of a Filipino or a Spaniard before or behind the own names
//! (Trinidad y Ramirez, Angelo), the family of Vietnam at either end. What looks swapped or turned about is the family first there.

use tamis_model::OrderRelation;

use super::vietnamese;
use crate::alignment::{Alignment, Pair};
use crate::record::{PreparedName, PreparedPart};

/// Endings of names made of the father's in East Slavic registers, romanised: Vladimirovich, Ilyinichna; by way of
/// German, French, Swedish, Ukrainian and Belarusian too.
const OF_THE_FATHER: [&str; 20] = [
    "ovich", "evich", "ovitch", "evitch", "ovych", "yovych", "owitsch", "ewitsch", "ovitj",
    "evitj", "avich", "iavich", "ovic", "evic", "ovna", "evna", "ivna", "owna", "ewna", "ichna",
];

/// Whether a part ends as a name that is made of the father's.
pub(super) fn is_patronymic(part: &PreparedPart) -> bool {
    let latin = part.part.latin.as_str();
    // nine words of ten end otherwise
    matches!(latin.as_bytes().last(), Some(b'h' | b'c' | b'a' | b'j'))
        && OF_THE_FATHER.iter().any(|end| latin.len() > end.len() && latin.ends_with(end))
}

/// Whether a name is a family's, an own and the father's name: what Russian registers write.
pub(super) fn begins_with_family(name: &PreparedName) -> bool {
    match name.informative.as_slice() {
        [family, _, father] => is_patronymic(father) && !is_patronymic(family),
        _ => false,
    }
}

/// The place of the first of two families that y joins.
fn joined_families(name: &PreparedName) -> Option<u8> {
    let is_joined = |part: &PreparedPart| part.particles()[1] == "y";
    let at = name.informative.iter().position(is_joined)?;
    let last = at + 1 < name.informative.len();
    if last { u8::try_from(at).ok() } else { None }
}

/// The order as these registers mean it.
pub(in crate::names) fn settled(
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &Alignment,
) -> OrderRelation {
    match alignment.order {
        OrderRelation::Swapped => {
            let is_first = |place: u8, name: &PreparedName| place == 0 && begins_with_family(name);
            let moved = alignment
                .pairs
                .iter()
                .any(|pair| is_first(pair.party, party) || is_first(pair.entry, entry));
            let given_next = |pair: &Pair| {
                (pair.party == 1 && begins_with_family(party))
                    || (pair.entry == 1 && begins_with_family(entry))
            };
            if moved && alignment.pairs.iter().any(given_next) {
                return OrderRelation::FamilyFirst;
            }
        }
        OrderRelation::Permuted => {
            let by_party = joined_families(party)
                .map(|at| move |pair: &Pair| (at..=at + 1).contains(&pair.party));
            if by_party.is_some_and(|of_families| moves_alone(alignment, of_families)) {
                return OrderRelation::FamilyFirst;
            }
            let by_entry = joined_families(entry)
                .map(|at| move |pair: &Pair| (at..=at + 1).contains(&pair.entry));
            if by_entry.is_some_and(|of_families| moves_alone(alignment, of_families)) {
                return OrderRelation::FamilyFirst;
            }
        }
        OrderRelation::Same | OrderRelation::FamilyFirst => return alignment.order,
    }
    match vietnamese::is_turned(party, entry, alignment) {
        true => OrderRelation::FamilyFirst,
        false => alignment.order,
    }
}

/// Whether two families, in either order, are one block on both sides, and the other names stand in one order.
fn moves_alone(alignment: &Alignment, of_families: impl Fn(&Pair) -> bool) -> bool {
    let families = || alignment.pairs.iter().filter(|pair| of_families(pair));
    let [one, other] = [families().next(), families().nth(1)];
    let neighbours = one.zip(other).is_some_and(|(one, other)| {
        one.party.abs_diff(other.party) == 1 && one.entry.abs_diff(other.entry) == 1
    });
    let mut last = None;
    let mut others = alignment.pairs.iter().filter(|pair| !of_families(pair));
    neighbours
        && others.all(|pair| last.replace(pair.entry).is_none_or(|before| before < pair.entry))
}
