//! Telling a pair of names: the same reasons and weights that made the sum, with the texts.

use tamis_model::{AlignedPart, Evidence, Finding, NamePair, PartFinding, PartRelation, Weight};

use crate::alignment::Alignment;
use crate::names::{InitialSide, NameReason, NameResult};
use crate::record::{PreparedName, PreparedPart};

/// A pair of names with what they add up to.
#[must_use]
pub fn pair(party: &PreparedName, entry: &PreparedName, names_alone: Weight) -> NamePair {
    NamePair {
        party_name: party.number,
        entry_name: entry.number,
        party_text: party.analysed.original.to_string(),
        entry_text: entry.analysed.original.to_string(),
        grade: entry.grade,
        names_alone,
    }
}

/// Adds the evidence of a pair of names: the pair, then its reasons in the order of the name.
pub fn names(
    party: &PreparedName,
    entry: &PreparedName,
    result: &NameResult,
    evidence: &mut Vec<Evidence>,
) {
    evidence.push(Evidence {
        finding: Finding::NamePair(pair(party, entry, result.sum)),
        weight: Weight::ZERO,
    });
    for (reason, weight) in &result.reasons {
        let finding = finding(party, entry, &result.alignment, *reason);
        evidence.push(Evidence { finding, weight: *weight });
    }
}

fn finding(
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &Alignment,
    reason: NameReason,
) -> Finding {
    let p = |at: usize| aligned(&party.informative, at, 1);
    let e = |at: usize| aligned(&entry.informative, at, 1);
    match reason {
        NameReason::Pair(index) => match alignment.pairs.get(index) {
            Some(pair) => Finding::Part(PartFinding {
                relation: pair.meeting.relation,
                party: aligned(&party.informative, pair.party, pair.party_length),
                entry: aligned(&entry.informative, pair.entry, pair.entry_length),
                bearers_per_million: bearers(&party.informative, pair.party)
                    .max(bearers(&entry.informative, pair.entry)),
                edits: pair.meeting.edits,
            }),
            None => Finding::NamesDiffer,
        },
        NameReason::PartyAlone(at) => part(PartRelation::MissingInEntry, p(at), Vec::new()),
        NameReason::EntryAlone(at) => part(PartRelation::MissingInParty, Vec::new(), e(at)),
        NameReason::Contradiction(one, other) => part(PartRelation::Contradicted, p(one), e(other)),
        NameReason::InitialFits(InitialSide::Party, initial, at) => {
            part(PartRelation::Initial, aligned(&party.other, initial, 1), e(at))
        }
        NameReason::InitialFits(InitialSide::Entry, initial, at) => {
            part(PartRelation::Initial, p(at), aligned(&entry.other, initial, 1))
        }
        NameReason::Order => Finding::Order(alignment.order),
        NameReason::AllPartsAgree => Finding::AllPartsAgree,
        NameReason::Ceiling(ceiling) => Finding::Ceiling(ceiling),
    }
}

fn part(relation: PartRelation, party: Vec<AlignedPart>, entry: Vec<AlignedPart>) -> Finding {
    Finding::Part(PartFinding { relation, party, entry, bearers_per_million: 0, edits: 0 })
}

fn bearers(parts: &[PreparedPart], at: usize) -> u32 {
    parts.get(at).map_or(0, |part| part.bearers_per_million)
}

fn aligned(parts: &[PreparedPart], at: usize, length: usize) -> Vec<AlignedPart> {
    parts
        .iter()
        .enumerate()
        .skip(at)
        .take(length)
        .map(|(index, prepared)| AlignedPart {
            index,
            span: prepared.part.span.clone(),
            text: prepared.part.surface.to_string(),
            romanised: prepared.part.latin.to_string(),
            role: prepared.role,
        })
        .collect()
}
