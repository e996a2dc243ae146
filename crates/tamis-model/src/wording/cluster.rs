//! The words of clusters: why entries are one, what they state differently.

use crate::cluster::{ClusterLink, DifferingField, LinkGround, LinkRefusal};

impl ClusterLink {
    /// The link as a sentence: `eu:EU.1.2 states QDi.001 (@unitedNationId)`.
    #[must_use]
    pub fn words(&self) -> String {
        let Self { entry, other, ground } = self;
        match ground {
            LinkGround::Stated { field, value } if *value == *other.reference => {
                format!("{entry} states {other} ({field})")
            }
            LinkGround::Stated { field, value } => {
                format!("{entry} states {other} as {value} ({field})")
            }
            LinkGround::SharedNumber { number } => {
                format!("{entry} and {other} share the number {number} of their publisher")
            }
            LinkGround::Reviewed { reviewers: [first, second] } => {
                format!("{entry} and {other} were joined by {first} and {second}")
            }
        }
    }
}

impl LinkRefusal {
    /// The reason, in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::KindsDiffer => "a person on one side, something else on the other",
            Self::ClaimedByOthers => {
                "several entries of the list state it, and this one is not like the entry named"
            }
            Self::Ambiguous => "several entries of the named list have this reference",
            Self::OneReviewer => "it takes two reviewers",
        }
    }
}

impl DifferingField {
    /// What differs, in words.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::BirthDate => "birth date".to_owned(),
            Self::Nationality => "nationality".to_owned(),
            Self::Sex => "sex".to_owned(),
            Self::AliasGrade { alias } => format!("grade of {alias}"),
        }
    }
}
