//! Initials in names of people: each answers to a part that begins so, to the same initial, or contradicts another
//! one. Knows nothing of the parts that answer to each other.

use smallvec::SmallVec;
use tamis_model::{PartRole, Weight};

use super::{Conflict, Leftover, NameReason, Tally};
use crate::meeting::is_initial_of;
use crate::names::{InitialSide, part};
use crate::policy::NameWeights;
use crate::record::{PreparedName, PreparedPart};

/// Indexes of initials among the other parts of a name.
type Initials = SmallVec<[u8; 4]>;

/// Initials of both sides that no part of the other side begins with.
pub(super) struct Unfitted {
    party: Initials,
    entry: Initials,
}

/// Initials of one side that fit a leftover part of the other, in order; gives those that fit none.
pub(super) fn fit(
    tally: &mut Tally,
    party: &PreparedName,
    entry: &PreparedName,
    left: &mut Leftover,
    weights: &NameWeights,
) -> Unfitted {
    let mut unfitted = Unfitted { party: Initials::new(), entry: Initials::new() };
    let sides = [
        (InitialSide::Party, party, entry, &mut left.entry, &mut unfitted.party),
        (InitialSide::Entry, entry, party, &mut left.party, &mut unfitted.entry),
    ];
    for (side, name, other, left, unfitted) in sides {
        for (at, initial) in (0_u8..).zip(&name.other) {
            if initial.role != PartRole::Initial {
                continue;
            }
            let fits = |&at: &u8| {
                part(&other.informative, at).is_some_and(|part| is_initial_of(initial, part))
            };
            if let Some(place) = left.iter().position(fits) {
                let fitted = left.remove(place);
                tally.add(NameReason::InitialFits(side, at, fitted), weights.initial);
            } else {
                unfitted.push(at);
            }
        }
    }
    unfitted
}

/// Initials that fit no part: the same ones agree, others face each other in order. Two that begin the
/// names are two own names.
pub(super) fn face(
    tally: &mut Tally,
    party: &PreparedName,
    entry: &PreparedName,
    unfitted: Unfitted,
    soft: Weight,
    weights: &NameWeights,
) -> Conflict {
    let Unfitted { party: mut ones, entry: mut others } = unfitted;
    ones.retain(|one| {
        let same = |other: &u8| letter(party, *one) == letter(entry, *other);
        let Some(place) = others.iter().position(same) else { return true };
        tally.add(NameReason::InitialsAgree(*one, others.remove(place)), Weight::ZERO);
        false
    });
    let mut conflict = Conflict::None;
    for (&one, &other) in ones.iter().zip(&others) {
        let begin = begins(party, one) && begins(entry, other);
        let hard = begin && !may_begin_one_name(letter(party, one), letter(entry, other));
        let (found, weight) = match hard {
            true => (Conflict::Hard, weights.own_name_conflict),
            false => (Conflict::Soft, soft),
        };
        conflict = conflict.max(found);
        tally.add(NameReason::InitialsDiffer(one, other), weight);
    }
    let facing = ones.len().min(others.len());
    for &one in ones.iter().skip(facing) {
        tally.add(NameReason::InitialAlone(InitialSide::Party, one), Weight::ZERO);
    }
    for &other in others.iter().skip(facing) {
        tally.add(NameReason::InitialAlone(InitialSide::Entry, other), Weight::ZERO);
    }
    conflict
}

/// The letter of an initial, romanised.
fn letter(name: &PreparedName, at: u8) -> Option<char> {
    part(&name.other, at)?.part.latin.chars().next()
}

/// Whether nothing that counts stands before a part.
fn begins(name: &PreparedName, at: u8) -> bool {
    let start = |part: &PreparedPart| part.part.span.start;
    let initials = name.other.iter().filter(|part| part.role == PartRole::Initial);
    let first = name.informative.iter().chain(initials).map(start).min();
    part(&name.other, at).map(start) == first
}

/// Letters that romanisations of one name begin with: Umar / Omar, Jamal / Gamal / Djamal, Yusuf / Jusuf, Qasim /
/// Gasim / Casim, Khan / Xan, Dhulfiqar / Zulfikar, Tsai / Cai, Cemal / Jemal, Vladimir / Wladimir.
const EXCHANGED: [&str; 6] = ["aeiouy", "jgydz", "kcqgxh", "cstz", "cj", "vwufb"];

/// Whether one name may begin with both letters, as two systems write it.
pub(super) fn may_begin_one_name(one: Option<char>, other: Option<char>) -> bool {
    let in_group =
        |letter: Option<char>, group: &str| letter.is_none_or(|letter| group.contains(letter));
    EXCHANGED.iter().any(|group| in_group(one, group) && in_group(other, group))
}
