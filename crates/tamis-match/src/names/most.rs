//! The most that a pair of names can weigh, without an alignment: of two records with several names all
//! pairs but the best are given up, and most can't be the best.
//!
//! Knows which rules add anything: what parts earn, initials, acronyms, lifts. A rule that adds something
//! else must be known here (`tamis-oracle` weighs all pairs).

use tamis_model::{PartRole, PartyKind, Weight};

use super::ACRONYM_LETTERS;
use crate::curve::ANCHOR;
use crate::joined::may_join;
use crate::meetings::MeetingsOfNames;
use crate::policy::Policy;
use crate::record::PreparedName;

/// Whether names of which no part meets a part of the other may agree all the same: as one word, or one
/// as the initials of the other.
pub(crate) fn may_agree_otherwise(
    (party, entry): (&PreparedName, &PreparedName),
    kind: PartyKind,
) -> bool {
    party.has_letters_of(entry)
        || may_join(party, entry)
        || !is_person(kind) && (may_be_acronym(party, entry) || may_be_acronym(entry, party))
}

const fn is_person(kind: PartyKind) -> bool {
    matches!(kind, PartyKind::Person | PartyKind::Unknown)
}

/// Whether a pair of names may weigh more than that. May say so of one that does not, never the reverse.
pub(crate) fn may_weigh_more(
    (party, entry): (&PreparedName, &PreparedName),
    meetings: MeetingsOfNames<'_>,
    kind: PartyKind,
    policy: &Policy,
    than: Weight,
) -> bool {
    // names that agree are lifted so far, by rules that look at more than their parts
    if than < ANCHOR.max(policy.names_floor) || adds_where_names_differ(policy) {
        return true;
    }
    // what is one word with another is no part of its own
    if may_agree_otherwise((party, entry), kind) {
        return true;
    }
    let initials = if is_person(kind) { initials(party) + initials(entry) } else { 0 };
    let of_initials = Weight(policy.names.initial.0.max(0).saturating_mul(initials));
    of_parts(party, entry, meetings) + of_initials > than
}

/// What the parts of the party's side earn, each by its best meeting.
fn of_parts(party: &PreparedName, entry: &PreparedName, meetings: MeetingsOfNames<'_>) -> Weight {
    let (mut sum, mut of_part, mut part) = (Weight::ZERO, Weight::ZERO, 0);
    meetings.each(|at, other_at, meeting| {
        if at != part {
            sum += of_part;
            (of_part, part) = (Weight::ZERO, at);
        }
        let one = party.informative.get(usize::from(at));
        let other = entry.informative.get(usize::from(other_at));
        if let (Some(one), Some(other)) = (one, other) {
            of_part = of_part.max(meeting.weight(one.rarity.min(other.rarity)));
        }
    });
    sum + of_part
}

fn initials(name: &PreparedName) -> i32 {
    let initials = name.other.iter().filter(|part| part.role == PartRole::Initial).count();
    i32::try_from(initials).unwrap_or(i32::MAX)
}

/// Whether a part of one name may be the initials of so many parts of the other.
fn may_be_acronym(short: &PreparedName, long: &PreparedName) -> bool {
    let most = long.informative.len().min(*ACRONYM_LETTERS.end());
    let fits = |letters: usize| letters >= *ACRONYM_LETTERS.start() && letters <= most;
    most >= *ACRONYM_LETTERS.start()
        && short.informative.iter().any(|part| fits(part.part.latin.len()))
}

/// Whether the policy, against its sense, adds something for what differs.
fn adds_where_names_differ(policy: &Policy) -> bool {
    let weights = &policy.names;
    let things = &weights.things;
    let takes = [
        weights.omitted,
        weights.soft_conflict,
        weights.own_name_conflict,
        weights.family_first,
        weights.chain_rotated,
        weights.swapped,
        weights.permuted,
        things.number_omitted,
        things.number_conflict,
    ];
    let shares =
        [things.omitted_permille, things.weak_omitted_permille, things.contradicted_permille];
    takes.iter().any(|weight| *weight > Weight::ZERO) || shares.iter().any(|share| *share < 0)
}
