//! Person clusters: entries that are one person (or one organisation, ship, aircraft) because a list
//! says so itself, or because two reviewers joined them. Why they are one is kept as data.
//!
//! A cluster groups hits and never changes a score.

use crate::id::EntryId;
use crate::party::PartyKind;

/// What makes two entries one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkGround {
    /// The list states the reference of the other entry in a field of its own.
    Stated {
        /// Element, attribute or column: `@unitedNationId`, `Other Information`.
        field: String,
        /// The reference as written there.
        value: String,
    },
    /// Two lists share one numbering of their publisher, and both have this number.
    SharedNumber {
        /// The number.
        number: String,
    },
    /// Two reviewers joined them.
    Reviewed {
        /// Who.
        reviewers: [String; 2],
    },
}

/// One link between two entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClusterLink {
    /// The entry that states it (of a reviewed link: the first of the two).
    pub entry: EntryId,
    /// The entry that is named. It may be of a list that is not screened against: two entries that
    /// name it are one all the same.
    pub other: EntryId,
    /// Why the two are one.
    pub ground: LinkGround,
}

/// Two entries that two reviewers joined: a decision from outside the lists, given as data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewedLink {
    /// One entry.
    pub one: EntryId,
    /// The other.
    pub other: EntryId,
    /// Who joined them: two, and not the same.
    pub reviewers: [String; 2],
}

/// Why a link was not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LinkRefusal {
    /// A person on one side, something else on the other.
    KindsDiffer,
    /// Several entries of one list claim the same other entry, and this one is not like it by its
    /// names and dates: an error of the list (EU.4075.27 and EU.4076.89 both state KPi.045).
    ClaimedByOthers,
    /// Several entries of the named list have this reference.
    Ambiguous,
    /// A reviewed link by one reviewer alone.
    OneReviewer,
}

/// A link that was not followed, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedLink {
    /// The link.
    pub link: ClusterLink,
    /// Why.
    pub refusal: LinkRefusal,
}

/// An entry of a cluster that is no hit itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClusterEntry {
    /// The entry.
    pub entry: EntryId,
    /// Its kind.
    pub kind: PartyKind,
    /// Its heading.
    pub heading: String,
    /// Its programmes.
    pub programmes: Vec<String>,
}

/// What the entries of a cluster state differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DifferingField {
    /// Birth dates.
    BirthDate,
    /// Nationalities.
    Nationality,
    /// Sex.
    Sex,
    /// The grade of one and the same alias.
    AliasGrade {
        /// The alias, as the first of the entries writes it.
        alias: String,
    },
}

/// A value that entries of a cluster state differently. Entries that are silent do not differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What differs.
    pub field: DifferingField,
    /// What each entry states, in the order of the entries.
    pub values: Vec<(EntryId, String)>,
}
