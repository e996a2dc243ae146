//! As what a name is read: a person's or a thing's. A record of unknown kind is read as both, and each
//! comparison takes the reading that fits the other side.
//!
//! Where neither side tells its kind, words do that only things bear (a legal form, "Trading", "Bank", a number).
//! Marked on both sides, the names are things', so that ship 455 is not ship 456; on none, persons'. Where
//! one side alone is marked, the reading counts in which the names weigh more, the person's where both
//! weigh the same. `docs/decisions/0015` tells what else was tried.

use tamis_model::{PartRole, PartyKind};
use tamis_text::PartClass;
use tamis_text::things::Concept;

use crate::record::{AnalysedRecord, PreparedName, PreparedPart};

/// As what a name is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reading {
    /// As a person's.
    Person,
    /// As an organisation's, a ship's or an aircraft's.
    Thing,
}

impl Reading {
    /// The readings of a record of some kind.
    #[must_use]
    pub const fn of(kind: PartyKind) -> &'static [Self] {
        match kind {
            PartyKind::Person => &[Self::Person],
            PartyKind::Unknown => &[Self::Person, Self::Thing],
            PartyKind::Organisation | PartyKind::Vessel | PartyKind::Aircraft => &[Self::Thing],
        }
    }

    /// The kind by whose rules two names are weighed that are read so.
    #[must_use]
    pub const fn rules(self) -> PartyKind {
        match self {
            Self::Person => PartyKind::Person,
            Self::Thing => PartyKind::Organisation,
        }
    }
}

/// The readings in which two records of kinds that may be one are compared.
#[must_use]
pub fn readings(party: &AnalysedRecord, entry: &AnalysedRecord) -> &'static [Reading] {
    match (party.kind, entry.kind) {
        (PartyKind::Unknown, PartyKind::Unknown) => match [party, entry].map(is_marked) {
            [true, true] => &[Reading::Thing],
            [false, false] => &[Reading::Person],
            _ => &[Reading::Person, Reading::Thing],
        },
        (PartyKind::Unknown, kind) | (kind, _) => Reading::of(kind),
    }
}

/// Whether a name of a record of unknown kind has a word that only things bear.
fn is_marked(record: &AnalysedRecord) -> bool {
    record.as_thing.iter().any(|name| {
        let parts = name.informative.iter().chain(&name.other);
        let mut marks = parts.filter(|part| {
            matches!(part.role, PartRole::Number | PartRole::OrganisationType | PartRole::Weak)
                || part.concept.is_some_and(Concept::is_of_things_alone)
        });
        marks.any(|part| !is_of_person(&record.names, name.number, part))
    })
}

/// Whether a word of a thing's name is one that stands beside persons' names: General, or ag, which is a
/// legal form and "son of" among Tuareg.
fn is_of_person(names: &[PreparedName], number: usize, mark: &PreparedPart) -> bool {
    use PartClass::{AmbiguousTitle, Nasab, Particle, Title};
    names.iter().filter(|name| name.number == number).any(|name| {
        let mut parts = name.informative.iter().chain(&name.other).map(|prepared| &prepared.part);
        parts.any(|part| {
            part.span == mark.part.span
                && matches!(part.class, AmbiguousTitle | Nasab | Particle | Title)
        })
    })
}

impl AnalysedRecord {
    /// The names that can be compared, read as that; none where the record is another kind of thing.
    #[must_use]
    pub fn names_as(&self, reading: Reading) -> &[PreparedName] {
        match (self.kind, reading) {
            (PartyKind::Unknown, Reading::Thing) => &self.as_thing,
            (PartyKind::Unknown | PartyKind::Person, Reading::Person) => &self.names,
            (PartyKind::Person, Reading::Thing) | (_, Reading::Person) => &[],
            (_, Reading::Thing) => &self.names,
        }
    }

    /// The names that can be compared in each of its readings.
    pub fn readings(&self) -> impl Iterator<Item = (Reading, &[PreparedName])> {
        Reading::of(self.kind).iter().map(|reading| (*reading, self.names_as(*reading)))
    }

    /// Whether any of its names can be compared.
    #[must_use]
    pub fn has_names(&self) -> bool {
        !(self.names.is_empty() && self.as_thing.is_empty())
    }
}
