//! The reasons of a pair of names as they are found, and what they say together.

use tamis_model::{Ceiling, Weight};
use tamis_text::PartClass;

use super::{InitialSide, NameReason, Reasons, part, persons};
use crate::record::{PreparedName, PreparedPart};

/// The reasons so far and their sum.
#[derive(Default)]
pub(super) struct Tally {
    pub(super) reasons: Reasons,
    pub(super) sum: Weight,
}

impl Tally {
    pub(super) fn add(&mut self, reason: NameReason, weight: Weight) {
        self.reasons.push((reason, weight));
        self.sum += weight;
    }

    /// Whether initials answer to all that no part answers to: V. Putin, Vladimir Putin. Beside the initial of the own
    /// name a father's name may be left out that its ending marks: Vladimir Vladimirovich Putin.
    pub(super) fn rests_on_initials(&self, party: &PreparedName, entry: &PreparedName) -> bool {
        let mut fits = false;
        // what is left out and an initial that fits nothing may be each other's: S. K. Lavrov, Sergey Viktorovich Lavrov
        let (mut lacks, mut others) = (false, false);
        for (reason, _) in &self.reasons {
            match *reason {
                NameReason::InitialFits(..) => fits = true,
                NameReason::InitialAlone(..) => others = true,
                NameReason::PartyAlone(at) if self.may_lack(InitialSide::Entry, party, at) => {
                    lacks = true;
                }
                NameReason::EntryAlone(at) if self.may_lack(InitialSide::Party, entry, at) => {
                    lacks = true;
                }
                NameReason::PartyAlone(_)
                | NameReason::EntryAlone(_)
                | NameReason::Contradiction(..)
                | NameReason::InitialsDiffer(..) => return false,
                _ => {}
            }
        }
        fits && !(lacks && others)
    }

    /// Whether a part is a father's name by its ending, which may be left out beside an initial of the own name.
    fn may_lack(&self, initials: InitialSide, name: &PreparedName, at: u8) -> bool {
        let own = u8::from(persons::begins_with_family(name));
        let is_own = |(reason, _): &(NameReason, Weight)| matches!(*reason, NameReason::InitialFits(side, _, fitted) if side == initials && fitted == own);
        part(&name.informative, at).is_some_and(PreparedPart::is_patronymic)
            && self.reasons.iter().any(is_own)
    }

    /// Whether a part stands on one side alone.
    pub(super) fn has_alone(&self) -> bool {
        let is_alone =
            |reason| matches!(reason, NameReason::PartyAlone(_) | NameReason::EntryAlone(_));
        self.reasons.iter().any(|(reason, _)| is_alone(*reason))
    }

    /// Whether all that stands against the names is one nisba that faces another: QDi.330 is al-Subhi and
    /// al-Harbi.
    pub(super) fn differ_in_nisbas_alone(
        &self,
        party: &PreparedName,
        entry: &PreparedName,
    ) -> bool {
        let is_nisba = |name: &PreparedName, at: u8| {
            part(&name.informative, at).is_some_and(|part| part.part.class == PartClass::Nisba)
        };
        let mut nisbas = 0;
        for (reason, _) in &self.reasons {
            match *reason {
                NameReason::Contradiction(one, other)
                    if is_nisba(party, one) && is_nisba(entry, other) =>
                {
                    nisbas += 1;
                }
                NameReason::Contradiction(..)
                | NameReason::PartyAlone(_)
                | NameReason::EntryAlone(_)
                | NameReason::InitialsDiffer(..) => return false,
                _ => {}
            }
        }
        nisbas == 1
    }

    pub(super) fn hold(&mut self, ceiling: Ceiling, most: Weight) {
        if self.sum > most {
            self.add(NameReason::Ceiling(ceiling), most - self.sum);
        }
    }

    pub(super) fn lift(&mut self, reason: NameReason, least: Weight) -> bool {
        let lifts = self.sum < least;
        if lifts {
            self.add(reason, least - self.sum);
        }
        lifts
    }
}
