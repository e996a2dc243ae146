//! How identifiers relate.

use smallvec::SmallVec;
use tamis_model::{IdentifierKind, IdentifierRelation, Weight};
use tamis_text::distance::{optimal_string_alignment, optimal_string_alignment_chars};

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
    if a.len() < SHORTEST || b.len() < SHORTEST || shorter(a, b) < SHORTEST {
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
    let strong = issuers && one.kind == other.kind && one.kind.is_strong();
    let near = strong && shorter(a, b) >= SHORTEST_FOR_TYPING_ERROR && is_one_off(a, b);
    near.then_some(IdentifierRelation::OneCharacterOff)
}

/// Characters of the shorter of two numbers; a letter of another script is several bytes.
fn shorter(one: &str, other: &str) -> usize {
    if one.is_ascii() && other.is_ascii() {
        return one.len().min(other.len());
    }
    one.chars().count().min(other.chars().count())
}

fn is_one_off(one: &str, other: &str) -> bool {
    if one.is_ascii() && other.is_ascii() {
        return optimal_string_alignment(one.as_bytes(), other.as_bytes(), 1).is_some();
    }
    let [one, other]: [Vec<char>; 2] = [one, other].map(|number| number.chars().collect());
    optimal_string_alignment_chars(&one, &other, 1).is_some()
}

#[cfg(test)]
mod tests {
    use tamis_model::Identifier;

    use super::*;

    fn check(one: &str, other: &str, expected: Option<IdentifierRelation>) {
        let [one, other] = [one, other].map(|number| {
            Identifier::new(IdentifierKind::Passport, "Passport", number.to_owned()).into()
        });
        assert_eq!(relate(&one, &other), expected, "{one:?} {other:?}");
    }

    #[test]
    fn numbers_are_counted_by_characters() {
        check("UT1234567", "UT1234568", Some(IdentifierRelation::OneCharacterOff));
        check("UT1234567", "UT1234578", None);
        // another letter of another script is one character and two or three bytes
        check("أ1234567", "Ա1234567", Some(IdentifierRelation::OneCharacterOff));
        check("ក1234567", "1234567", Some(IdentifierRelation::OneCharacterOff));
        // four letters are too few, however many bytes they are
        check("أبجد", "أبجد", None);
    }
}
