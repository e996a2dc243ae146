//! Who is screened.

use crate::date::DateStatement;
use crate::entry::{ParentStatement, Sex};
use crate::id::PartyId;
use crate::identifier::Identifier;
use crate::name::PartyName;
use crate::place::{Country, Place};

/// What kind of thing a party or an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum PartyKind {
    /// A human being.
    Person,
    /// A group, company, agency: anything that is not a person, ship or aircraft.
    Organisation,
    /// A ship.
    Vessel,
    /// An aircraft.
    Aircraft,
    /// Not told: it is compared with every kind.
    #[default]
    Unknown,
}

impl PartyKind {
    /// The kind of a word: `person`, `organisation`, `vessel`, `aircraft`, `unknown`.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Some(match word {
            "person" => Self::Person,
            "organisation" => Self::Organisation,
            "vessel" => Self::Vessel,
            "aircraft" => Self::Aircraft,
            "unknown" => Self::Unknown,
            _ => return None,
        })
    }

    /// Whether a party of this kind may be an entry of the other: equal, or one side is unknown.
    #[must_use]
    pub fn may_be(self, other: Self) -> bool {
        self == other || self == Self::Unknown || other == Self::Unknown
    }
}

/// Who is screened. Nothing but a name or an identifier is required.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Party {
    /// The asker's own id, echoed in the answer.
    pub id: Option<PartyId>,
    /// Kind.
    pub kind: PartyKind,
    /// Names, each a statement of its own.
    pub names: Vec<PartyName>,
    /// Birth dates as stated.
    pub births: Vec<DateStatement>,
    /// Birthplaces.
    pub birthplaces: Vec<Place>,
    /// Nationalities. Agreement on them never adds anything.
    pub nationalities: Vec<Country>,
    /// Sex as stated.
    pub sex: Option<Sex>,
    /// Father's and mother's names, compared with the entry's own statement only.
    pub parents: Vec<ParentStatement>,
    /// Identity numbers.
    pub identifiers: Vec<Identifier>,
}
