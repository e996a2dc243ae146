//! Telling a comparison: the same reasons and weights that made the sum, with the texts.

use tamis_model::{
    AlignedPart, DateFinding, Evidence, Finding, IdentifierFinding, NamePair, PartFinding,
    PartRelation, Weight,
};

use crate::comparison::{BestNames, Comparison, Reason};
use crate::names::{InitialSide, NameReason, weigh};
use crate::record::{AnalysedRecord, PreparedIdentifier, PreparedName, PreparedPart};
use crate::{attributes, dates::DatePair, parents};

/// The most other pairs of names that an explanation shows.
const OTHER_NAMES_SHOWN: usize = 3;

/// The evidence of a comparison, in its order; then other pairs of names, with weight 0.
pub(crate) fn evidence(comparison: &Comparison<'_>) -> Vec<Evidence> {
    let mut evidence: Vec<Evidence> = comparison
        .items
        .iter()
        .map(|item| Evidence { finding: finding(comparison, item.reason), weight: item.weight })
        .collect();
    evidence.extend(
        other_names(comparison)
            .into_iter()
            .map(|pair| Evidence { finding: Finding::OtherName(pair), weight: Weight::ZERO }),
    );
    evidence
}

fn finding(comparison: &Comparison<'_>, reason: Reason) -> Finding {
    let (party, entry) = comparison.records();
    match (reason, comparison.names()) {
        (Reason::Class(class, rule), _) => Finding::Class(class, rule),
        (Reason::Names, Some(best)) => {
            Finding::NamePair(pair(best.party, best.entry, best.result.sum))
        }
        (Reason::Name(reason), Some(best)) => name_finding(best, reason),
        (Reason::NamesDiffer, _) if [party, entry].into_iter().any(is_not_screenable) => {
            Finding::NotScreenableAlone
        }
        (Reason::NamesDiffer | Reason::Names | Reason::Name(_), _) => Finding::NamesDiffer,
        (Reason::BirthDate(pair), names) => Finding::BirthDate(date(comparison, names, pair)),
        (Reason::Identifier(relation, one, other), _) => Finding::Identifier(IdentifierFinding {
            relation,
            party: identifier(&party.identifiers, one),
            entry: identifier(&entry.identifiers, other),
        }),
        (Reason::Attribute(attribute, agreement), _) => {
            Finding::Attribute(attributes::tell(party, entry, attribute, agreement))
        }
        (Reason::Parent(role, agreement, one, other), _) => {
            Finding::Parent(parents::tell(party, entry, (role, agreement, one, other)))
        }
        (Reason::AllPartsAgree, _) => Finding::AllPartsAgree,
        (Reason::Ceiling(ceiling), _) => Finding::Ceiling(ceiling),
    }
}

/// Whether all names of a record are made of titles, initials or marks; of one of unknown kind, as a person's.
fn is_not_screenable(record: &AnalysedRecord) -> bool {
    record.names.is_empty() && !(record.not_screenable.is_empty() && record.as_thing.is_empty())
}

/// Other pairs of names that weigh something, the best first.
fn other_names(comparison: &Comparison<'_>) -> Vec<NamePair> {
    let Some(best) = comparison.names() else { return Vec::new() };
    let (party, entry) = comparison.records();
    let (kind, policy) = (best.reading.rules(), comparison.policy());
    let mut met = Vec::new();
    for one in party.names_as(best.reading) {
        for other in entry.names_as(best.reading) {
            let is_best = std::ptr::eq(one, best.party) && std::ptr::eq(other, best.entry);
            let weighed = if is_best { None } else { weigh(one, other, kind, policy) };
            if let Some(result) = weighed.filter(|result| result.sum > Weight::ZERO) {
                met.push((one, other, result.sum));
            }
        }
    }
    met.sort_by_key(|(one, other, sum)| (std::cmp::Reverse(*sum), one.number, other.number));
    met.truncate(OTHER_NAMES_SHOWN);
    met.into_iter().map(|(one, other, sum)| pair(one, other, sum)).collect()
}

/// A pair of names with what they add up to.
fn pair(party: &PreparedName, entry: &PreparedName, names_alone: Weight) -> NamePair {
    NamePair {
        party_name: party.number,
        entry_name: entry.number,
        party_text: party.original.to_string(),
        entry_text: entry.original.to_string(),
        grade: entry.grade,
        names_alone,
    }
}

fn date(comparison: &Comparison<'_>, names: Option<&BestNames<'_>>, pair: DatePair) -> DateFinding {
    let (party, entry) = comparison.records();
    let of_entry = match names {
        Some(best) if pair.of_alias => &best.entry.births,
        _ => &entry.births,
    };
    let written = |births: &[tamis_model::DateStatement], at: u16| {
        births.get(usize::from(at)).map(as_told).unwrap_or_default()
    };
    DateFinding {
        relation: pair.relation,
        party: written(&party.births, pair.party),
        entry: written(of_entry, pair.entry),
        of_alias: pair.of_alias,
    }
}

/// A date as written; where its calendar is a guess, with what it may be in ours.
fn as_told(birth: &tamis_model::DateStatement) -> String {
    if birth.calendar != tamis_model::Calendar::Hijri {
        return birth.as_written.clone();
    }
    let readings: Vec<String> = birth.readings.iter().map(ToString::to_string).collect();
    format!("{}{}{})", birth.as_written, DateFinding::HIJRI, readings.join(" or "))
}

fn identifier(identifiers: &[PreparedIdentifier], at: u16) -> String {
    let Some(PreparedIdentifier { stated, .. }) = identifiers.get(usize::from(at)) else {
        return String::new();
    };
    let issuer = stated.issuer.as_ref().map_or("", |country| country.as_written.as_str());
    let space = if issuer.is_empty() { "" } else { " " };
    format!("{}{space}{issuer} {}", stated.kind_as_written, stated.number)
}

fn name_finding(best: &BestNames<'_>, reason: NameReason) -> Finding {
    let BestNames { party, entry, result, .. } = best;
    let p = |at: u8| aligned(&party.informative, at, 1);
    let e = |at: u8| aligned(&entry.informative, at, 1);
    let initial = |name: &PreparedName, at: u8| aligned(&name.other, at, 1);
    match reason {
        NameReason::Pair(index) => match result.alignment.pairs.get(usize::from(index)) {
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
        NameReason::InitialsAgree(one, other) => {
            part(PartRelation::Equal, initial(party, one), initial(entry, other))
        }
        NameReason::InitialsDiffer(one, other) => {
            part(PartRelation::Contradicted, initial(party, one), initial(entry, other))
        }
        NameReason::InitialAlone(InitialSide::Party, one) => {
            part(PartRelation::MissingInEntry, initial(party, one), Vec::new())
        }
        NameReason::InitialAlone(InitialSide::Entry, other) => {
            part(PartRelation::MissingInParty, Vec::new(), initial(entry, other))
        }
        NameReason::Order => Finding::Order(result.alignment.order),
        NameReason::AllPartsAgree => Finding::AllPartsAgree,
        NameReason::ShorterNameContained => Finding::ShorterNameContained,
        NameReason::AllButOrigin => Finding::AllButOrigin,
        NameReason::Ceiling(ceiling) => Finding::Ceiling(ceiling),
    }
}

fn part(relation: PartRelation, party: Vec<AlignedPart>, entry: Vec<AlignedPart>) -> Finding {
    Finding::Part(PartFinding { relation, party, entry, bearers_per_million: 0, edits: 0 })
}

fn bearers(parts: &[PreparedPart], at: u8) -> u32 {
    parts.get(usize::from(at)).map_or(0, |part| part.bearers_per_million)
}

fn aligned(parts: &[PreparedPart], at: u8, length: u8) -> Vec<AlignedPart> {
    parts
        .iter()
        .enumerate()
        .skip(usize::from(at))
        .take(usize::from(length))
        .map(|(index, prepared)| AlignedPart {
            index,
            span: prepared.part.span.clone(),
            text: prepared.part.surface.to_string(),
            romanised: prepared.part.latin.to_string(),
            role: prepared.role,
        })
        .collect()
}
