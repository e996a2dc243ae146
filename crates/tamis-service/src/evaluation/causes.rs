//! Why an invented person alerts: the first rule of a table that the evidence of the worst alert fits.

use tamis_match::Comparison;
use tamis_model::{
    Ceiling, DateRelation, Evidence, Finding, HitClass, OrderRelation, PartFinding, PartRelation,
};

/// What the rules look at.
struct Seen<'a> {
    class: HitClass,
    evidence: &'a [Evidence],
}

impl Seen<'_> {
    fn parts(&self) -> impl Iterator<Item = &PartFinding> {
        self.evidence.iter().filter_map(|item| match &item.finding {
            Finding::Part(part) => Some(part),
            _ => None,
        })
    }

    fn met(&self) -> impl Iterator<Item = &PartFinding> {
        self.parts().filter(|part| !part.party.is_empty() && !part.entry.is_empty())
    }

    fn count(&self, wanted: fn(PartRelation) -> bool) -> usize {
        self.parts().filter(|part| wanted(part.relation)).count()
    }

    fn agreeing(&self) -> usize {
        self.count(|relation| {
            !matches!(
                relation,
                PartRelation::MissingInEntry
                    | PartRelation::MissingInParty
                    | PartRelation::Contradicted
            )
        })
    }

    fn has(&self, wanted: impl Fn(&Finding) -> bool) -> bool {
        self.evidence.iter().any(|item| wanted(&item.finding))
    }

    /// A met pair of parts whose letters or consonants differ.
    fn is_loose(&self) -> bool {
        self.met().any(|part| {
            let (one, other) = (text(&part.party), text(&part.entry));
            part.relation == PartRelation::Edit
                || part.relation == PartRelation::Transliteration && one != other
        })
    }
}

fn text(parts: &[tamis_model::AlignedPart]) -> String {
    parts.iter().map(|part| part.romanised.as_str()).collect()
}

type Rule = (&'static str, fn(&Seen<'_>) -> bool);

/// The rules, first match wins; the last one always does.
const RULES: [Rule; 11] = [
    ("own name missing or different, lifted by a date", |seen| {
        seen.has(|finding| matches!(finding, Finding::Ceiling(Ceiling::OwnName)))
    }),
    ("date conflict, class D", |seen| seen.class == HitClass::D),
    ("one part alone, all of the entry's name", |seen| {
        seen.agreeing() == 1 && seen.count(|r| r == PartRelation::MissingInParty) == 0
    }),
    ("one part alone, of a longer name", |seen| seen.agreeing() == 1),
    ("lifted, though parts are only alike", |seen| {
        seen.has(|finding| matches!(finding, Finding::AllPartsAgree)) && seen.is_loose()
    }),
    ("lifted, common name in full", |seen| {
        seen.has(|finding| matches!(finding, Finding::AllPartsAgree))
    }),
    ("a part contradicts", |seen| seen.count(|r| r == PartRelation::Contradicted) > 0),
    ("another order", |seen| {
        let other = [OrderRelation::Swapped, OrderRelation::Permuted];
        seen.has(|finding| matches!(finding, Finding::Order(order) if other.contains(order)))
    }),
    ("two parts, one only alike", |seen| seen.agreeing() == 2 && seen.is_loose()),
    ("two parts of a longer name", |seen| {
        let missing = |r| matches!(r, PartRelation::MissingInEntry | PartRelation::MissingInParty);
        seen.agreeing() == 2 && seen.count(missing) > 0
    }),
    ("all else: two parts in full, or three and more", |_| true),
];

/// All causes, in the order of the rules.
pub(super) fn causes() -> impl Iterator<Item = &'static str> {
    RULES.iter().map(|(cause, _)| *cause)
}

/// The cause of an alert.
pub(super) fn cause(comparison: &Comparison<'_>) -> &'static str {
    let evidence = comparison.evidence();
    let seen = Seen { class: comparison.class, evidence: &evidence };
    RULES.iter().find(|(_, fits)| fits(&seen)).map_or("", |(cause, _)| *cause)
}

/// How the parts of an alert met, by the loosest of them; the loosest first.
pub(super) const LOOSEST: [(&str, PartRelation); 6] = [
    ("loosest part: letters differ", PartRelation::Edit),
    ("loosest part: joined or split", PartRelation::JoinedOrSplit),
    ("loosest part: an initial", PartRelation::Initial),
    ("loosest part: transliteration", PartRelation::Transliteration),
    ("loosest part: a known variant", PartRelation::Variant),
    ("loosest part: equal", PartRelation::Equal),
];

/// The name of the loosest relation of its parts.
pub(super) fn loosest(comparison: &Comparison<'_>) -> &'static str {
    let evidence = comparison.evidence();
    let seen = Seen { class: comparison.class, evidence: &evidence };
    let among = |relation: PartRelation| seen.parts().any(|part| part.relation == relation);
    LOOSEST.iter().find(|(_, relation)| among(*relation)).map_or("", |(name, _)| *name)
}

/// Whether a birth date of both sides does not conflict.
pub(super) fn date_agrees(comparison: &Comparison<'_>) -> bool {
    comparison.evidence().iter().any(|item| {
        matches!(&item.finding, Finding::BirthDate(date)
            if !matches!(date.relation, DateRelation::Conflict | DateRelation::Near))
    })
}
