//! Orders of whole names that a people's registers write: the family before the own name and the father's
//! (Путин Владимир Владимирович), the two families of a Filipino or a Spaniard before or behind the own names
//! (Trinidad y Ramirez, Angelo), the family of Vietnam at either end. What looks swapped or turned about is the family first there.

use tamis_model::OrderRelation;

use super::vietnamese;
use crate::alignment::{Alignment, Pair};
use crate::names::part;
use crate::record::{FatherMark, PreparedName, PreparedPart};

/// Whether a name is a family's, an own and the father's name: what Russian registers write.
pub(in crate::names) fn begins_with_family(name: &PreparedName) -> bool {
    match name.informative.as_slice() {
        [family, _, father] => father.is_patronymic() && !family.is_patronymic(),
        _ => false,
    }
}

/// Whether the father stands before the own name, as Kyrgyz papers write: Bakyt uulu Nurlan.
pub(super) fn begins_with_father(name: &PreparedName) -> bool {
    match name.informative.as_slice() {
        [first, _, ..] => first.father == FatherMark::Behind,
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
            if stands_before_own_names(alignment, party, entry) {
                return OrderRelation::FamilyFirst;
            }
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
    match vietnamese::is_turned(party, entry, alignment) || moves_father(party, entry, alignment) {
        true => OrderRelation::FamilyFirst,
        false => alignment.order,
    }
}

/// Whether one name is two families and two own names, and the other the first of each in the order of speech: Saab
/// Cabello Diosdado Luis, Diosdado Saab.
fn stands_before_own_names(
    alignment: &Alignment,
    party: &PreparedName,
    entry: &PreparedName,
) -> bool {
    let pairs = alignment.pairs.as_slice();
    let are = |of_four: fn(&Pair) -> u8, of_two: fn(&Pair) -> u8| {
        let mut places = [(0, 1), (2, 0)].into_iter();
        places.all(|place| pairs.iter().any(|pair| (of_four(pair), of_two(pair)) == place))
    };
    let [ones, others] = [party, entry].map(|name| name.informative.len());
    pairs.len() == 2
        && (ones == 4 && others == 2 && are(|pair| pair.party, |pair| pair.entry)
            || others == 4 && ones == 2 && are(|pair| pair.entry, |pair| pair.party))
}

/// Whether the own names begin both names, and behind them stand a family and a father's name that its ending marks, in
/// either order: Vladimir Vladimirovich Putin, Vladimir Putin Vladimirovich.
fn moves_father(party: &PreparedName, entry: &PreparedName, alignment: &Alignment) -> bool {
    let are_fathers = |pair: &Pair| {
        let parts = [part(&party.informative, pair.party), part(&entry.informative, pair.entry)];
        parts.iter().all(|part| part.is_some_and(PreparedPart::is_patronymic))
    };
    let pairs = alignment.pairs.as_slice();
    pairs.len() == 3
        && pairs.iter().any(|pair| pair.party == 0 && pair.entry == 0)
        && pairs.iter().filter(|pair| are_fathers(pair)).count() == 1
        && pairs.iter().all(|pair| pair.party_length == 1 && pair.entry_length == 1)
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
