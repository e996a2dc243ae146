//! Identifiers: all pairs that relate; the best one counts.

use std::cmp::Reverse;

use tamis_match::policy::IdentifierWeights;
use tamis_match::record::PreparedIdentifier;
use tamis_model::{IdentifierKind, IdentifierRelation, Weight};

use crate::edits::edits_of_letters;

/// Two identifiers that relate: how, the party's index, the entry's, the weight.
pub(crate) type Related = (IdentifierRelation, u16, u16, Weight);

/// All pairs that relate, the best first; the others weigh nothing.
pub(crate) fn compare(
    party: &[PreparedIdentifier],
    entry: &[PreparedIdentifier],
    weights: &IdentifierWeights,
) -> Vec<Related> {
    let mut found: Vec<Related> = Vec::new();
    for (at, one) in (0..).zip(party) {
        for (other_at, other) in (0..).zip(entry) {
            let Some(relation) = relate(one, other) else { continue };
            let weight = match relation {
                IdentifierRelation::EqualStrong => weights.equal_strong,
                IdentifierRelation::EqualOther => weights.equal_other,
                IdentifierRelation::OneCharacterOff => weights.one_character_off,
                IdentifierRelation::Different => Weight::ZERO,
            };
            found.push((relation, at, other_at, weight));
        }
    }
    found.sort_by_key(|&(relation, at, other, weight)| (Reverse(weight), relation, at, other));
    let shown = |(place, (relation, at, other, weight)): (usize, Related)| {
        (relation, at, other, if place == 0 { weight } else { Weight::ZERO })
    };
    found.into_iter().enumerate().map(shown).collect()
}

fn relate(one: &PreparedIdentifier, other: &PreparedIdentifier) -> Option<IdentifierRelation> {
    let (a, b) = (&one.normalised, &other.normalised);
    let (x, y) = (&one.stated, &other.stated);
    let shorter = a.chars().count().min(b.chars().count());
    let same_kind = x.kind == y.kind;
    let any_other = [x.kind, y.kind].contains(&IdentifierKind::Other);
    if shorter < 5 || !same_kind && !any_other {
        return None;
    }
    let code = |stated: &tamis_model::Identifier| {
        stated.issuer.as_ref().and_then(|issuer| issuer.code.clone())
    };
    let issuers_differ = match (code(x), code(y)) {
        (Some(one), Some(other)) => one != other,
        _ => false,
    };
    let strong = same_kind && x.kind.is_strong() && !issuers_differ;
    match a == b {
        true if strong => Some(IdentifierRelation::EqualStrong),
        true => Some(IdentifierRelation::EqualOther),
        false => (strong && shorter >= 7 && edits_of_letters(a, b) <= 1)
            .then_some(IdentifierRelation::OneCharacterOff),
    }
}
