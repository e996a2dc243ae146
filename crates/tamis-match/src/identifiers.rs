//! How identifiers relate.

use tamis_model::{Identifier, IdentifierFinding, IdentifierKind, IdentifierRelation, Weight};
use tamis_text::distance::optimal_string_alignment;

use crate::policy::IdentifierWeights;

/// Shorter numbers than this are too easily equal by chance (a "2" in a list of registrations).
const SHORTEST: usize = 5;

/// Shorter numbers than this are not compared with one character off.
const SHORTEST_FOR_TYPING_ERROR: usize = 7;

/// All pairs of identifiers that relate, with their weights: the best one counts, others are shown
/// with weight 0.
#[must_use]
pub fn compare(
    party: &[Identifier],
    entry: &[Identifier],
    weights: &IdentifierWeights,
) -> Vec<(IdentifierFinding, Weight)> {
    let mut findings = Vec::new();
    for one in party {
        for other in entry {
            if let Some(relation) = relate(one, other) {
                let weight = match relation {
                    IdentifierRelation::EqualStrong => weights.equal_strong,
                    IdentifierRelation::EqualOther => weights.equal_other,
                    IdentifierRelation::OneCharacterOff => weights.one_character_off,
                    IdentifierRelation::Different => Weight::ZERO,
                };
                let finding =
                    IdentifierFinding { relation, party: written(one), entry: written(other) };
                findings.push((finding, weight));
            }
        }
    }
    findings.sort_by_key(|(finding, weight)| (std::cmp::Reverse(*weight), finding.relation));
    let mut counted = false;
    for (_, weight) in &mut findings {
        if std::mem::replace(&mut counted, true) {
            *weight = Weight::ZERO;
        }
    }
    findings
}

fn written(identifier: &Identifier) -> String {
    let issuer = identifier.issuer.as_ref().map_or("", |country| country.as_written.as_str());
    let space = if issuer.is_empty() { "" } else { " " };
    format!("{}{space}{issuer} {}", identifier.kind_as_written, identifier.number)
}

fn relate(one: &Identifier, other: &Identifier) -> Option<IdentifierRelation> {
    let (a, b) = (one.normalised(), other.normalised());
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
