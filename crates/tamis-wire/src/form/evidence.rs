//! Evidence: the tag `finding` tells the kind of item.

use serde::Serialize;
use tamis_model::{AlignedPart, Evidence, Finding, NamePair};

use crate::codes::Coded as _;

/// One item of evidence.
#[derive(Debug, Serialize)]
pub struct EvidenceForm<'a> {
    /// What was found.
    #[serde(flatten)]
    pub finding: FindingForm<'a>,
    /// What it adds to or takes from the sum, in 1/1024 nat.
    pub weight: i32,
}

impl<'a> From<&'a Evidence> for EvidenceForm<'a> {
    fn from(evidence: &'a Evidence) -> Self {
        Self { finding: (&evidence.finding).into(), weight: evidence.weight.0 }
    }
}

/// What was found; the fields are those of the items of the model.
#[derive(Debug, Serialize)]
#[serde(tag = "finding", rename_all = "snake_case")]
pub enum FindingForm<'a> {
    NamePair(NamePairForm<'a>),
    Part {
        relation: &'static str,
        party: Vec<AlignedPartForm<'a>>,
        entry: Vec<AlignedPartForm<'a>>,
        bearers_per_million: u32,
        edits: u8,
    },
    NamesDiffer {},
    NotScreenableAlone {},
    Order {
        relation: &'static str,
    },
    AllPartsAgree {},
    ShorterNameContained {},
    AllButOrigin {},
    OtherName(NamePairForm<'a>),
    BirthDate {
        relation: &'static str,
        party: &'a str,
        entry: &'a str,
        of_alias: bool,
    },
    Identifier {
        relation: &'static str,
        party: &'a str,
        entry: &'a str,
    },
    Attribute {
        attribute: &'static str,
        agreement: &'static str,
        party: &'a str,
        entry: &'a str,
    },
    Parent {
        role: &'static str,
        agreement: &'static str,
        party: &'a str,
        entry: &'a str,
    },
    Ceiling {
        ceiling: &'static str,
    },
    Class {
        class: &'static str,
        rule: &'static str,
    },
}

impl<'a> From<&'a Finding> for FindingForm<'a> {
    fn from(finding: &'a Finding) -> Self {
        match finding {
            Finding::NamePair(pair) => Self::NamePair(pair.into()),
            Finding::Part(part) => Self::Part {
                relation: part.relation.code(),
                party: part.party.iter().map(Into::into).collect(),
                entry: part.entry.iter().map(Into::into).collect(),
                bearers_per_million: part.bearers_per_million,
                edits: part.edits,
            },
            Finding::NamesDiffer => Self::NamesDiffer {},
            Finding::NotScreenableAlone => Self::NotScreenableAlone {},
            Finding::Order(relation) => Self::Order { relation: relation.code() },
            Finding::AllPartsAgree => Self::AllPartsAgree {},
            Finding::ShorterNameContained => Self::ShorterNameContained {},
            Finding::AllButOrigin => Self::AllButOrigin {},
            Finding::OtherName(pair) => Self::OtherName(pair.into()),
            Finding::BirthDate(date) => Self::BirthDate {
                relation: date.relation.code(),
                party: &date.party,
                entry: &date.entry,
                of_alias: date.of_alias,
            },
            Finding::Identifier(identifier) => Self::Identifier {
                relation: identifier.relation.code(),
                party: &identifier.party,
                entry: &identifier.entry,
            },
            Finding::Attribute(attribute) => Self::Attribute {
                attribute: attribute.attribute.code(),
                agreement: attribute.agreement.code(),
                party: &attribute.party,
                entry: &attribute.entry,
            },
            Finding::Parent(parent) => Self::Parent {
                role: parent.role.code(),
                agreement: parent.agreement.code(),
                party: &parent.party,
                entry: &parent.entry,
            },
            Finding::Ceiling(ceiling) => Self::Ceiling { ceiling: ceiling.code() },
            Finding::Class(class, rule) => Self::Class { class: class.code(), rule: rule.code() },
        }
    }
}

/// Two whole names.
#[derive(Debug, Serialize)]
pub struct NamePairForm<'a> {
    /// Index of the party's name.
    pub party_name: usize,
    /// Index of the entry's name.
    pub entry_name: usize,
    /// The party's name.
    pub party: &'a str,
    /// The entry's name.
    pub entry: &'a str,
    /// The list's grade of it.
    pub grade: &'static str,
    /// What the two names add up to by themselves, in 1/1024 nat.
    pub names_alone: i32,
}

impl<'a> From<&'a NamePair> for NamePairForm<'a> {
    fn from(pair: &'a NamePair) -> Self {
        Self {
            party_name: pair.party_name,
            entry_name: pair.entry_name,
            party: &pair.party_text,
            entry: &pair.entry_text,
            grade: pair.grade.code(),
            names_alone: pair.names_alone.0,
        }
    }
}

/// One part of a name in an alignment.
#[derive(Debug, Serialize)]
pub struct AlignedPartForm<'a> {
    /// Its place among the parts, from 0.
    pub index: usize,
    /// Bytes (UTF-8) of the whole name that it covers: from, and up to.
    pub span: [usize; 2],
    /// As written.
    pub text: &'a str,
    /// As compared across scripts.
    pub romanised: &'a str,
    /// What it is in the name.
    pub role: &'static str,
}

impl<'a> From<&'a AlignedPart> for AlignedPartForm<'a> {
    fn from(part: &'a AlignedPart) -> Self {
        Self {
            index: part.index,
            span: [part.span.start, part.span.end],
            text: &part.text,
            romanised: &part.romanised,
            role: part.role.code(),
        }
    }
}
