//! How identifiers relate.

use smallvec::SmallVec;
use tamis_model::{IdentifierKind, IdentifierRelation, Weight};
use tamis_text::distance::optimal_string_alignment;

use crate::policy::IdentifierWeights;
use crate::record::PreparedIdentifier;

/// Shorter numbers than this are too easily equal by chance (a "2" in a list of registrations).
const SHORTEST: usize = 5;

/// Shorter numbers than this are not compared with one character off.
const SHORTEST_FOR_TYPING_ERROR: usize = 7;

/// Two identifiers that relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IdentifierPair {
    /// How they relate.
    pub relation: IdentifierRelation,
    /// Index of the party's.
    pub party: u16,
    /// Index of the entry's.
    pub entry: u16,
    /// What the relation adds.
    pub weight: Weight,
}

/// All pairs of identifiers that relate, with their weights: the best one counts, others are shown
/// with weight 0.
#[must_use]
pub fn compare(
    party: &[PreparedIdentifier],
    entry: &[PreparedIdentifier],
    weights: &IdentifierWeights,
) -> SmallVec<[IdentifierPair; 2]> {
    let mut found = SmallVec::new();
    for (at, one) in (0..).zip(party) {
        for (other_at, other) in (0..).zip(entry) {
            if let Some(relation) = relate(one, other) {
                let weight = match relation {
                    IdentifierRelation::EqualStrong => weights.equal_strong,
                    IdentifierRelation::EqualOther => weights.equal_other,
                    IdentifierRelation::OneCharacterOff => weights.one_character_off,
                    IdentifierRelation::Different => Weight::ZERO,
                };
                found.push(IdentifierPair { relation, party: at, entry: other_at, weight });
            }
        }
    }
    found.sort_by_key(|pair: &IdentifierPair| {
        (std::cmp::Reverse(pair.weight), pair.relation, pair.party, pair.entry)
    });
    for shown in found.iter_mut().skip(1) {
        shown.weight = Weight::ZERO;
    }
    found
}

fn relate(one: &PreparedIdentifier, other: &PreparedIdentifier) -> Option<IdentifierRelation> {
    let (a, b) = (&one.normalised, &other.normalised);
    let (one, other) = (&one.stated, &other.stated);
    if a.len() < SHORTEST || b.len() < SHORTEST {
        return None;
    }
    let kinds = one.kind == other.kind
        || one.kind == IdentifierKind::Other
        || other.kind == IdentifierKind::Other;
    if !kinds {
        return None;
    }
    let issuers = match (&one.issuer, &other.issuer) {
        (Some(x), Some(y)) => match (&x.code, &y.code) {
            (Some(x), Some(y)) => x == y,
            _ => true,
        },
        _ => true,
    };
    if a == b {
        let strong = one.kind == other.kind && one.kind.is_strong() && issuers;
        return Some(if strong {
            IdentifierRelation::EqualStrong
        } else {
            IdentifierRelation::EqualOther
        });
    }
    let long = a.len().min(b.len()) >= SHORTEST_FOR_TYPING_ERROR;
    let near = long && issuers && optimal_string_alignment(a.as_bytes(), b.as_bytes(), 1).is_some();
    (near && one.kind == other.kind && one.kind.is_strong())
        .then_some(IdentifierRelation::OneCharacterOff)
}
