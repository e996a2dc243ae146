//! The reasons of a pair of names as they are found, and what they say together.

use tamis_model::{Ceiling, Weight};
use tamis_text::PartClass;

use super::{NameReason, Reasons, part};
use crate::record::PreparedName;

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

    /// Whether initials answer to all that no part answers to: V. Putin, Vladimir Putin.
    pub(super) fn rests_on_initials(&self) -> bool {
        let mut fits = false;
        for (reason, _) in &self.reasons {
            match reason {
                NameReason::InitialFits(..) => fits = true,
                NameReason::PartyAlone(_)
                | NameReason::EntryAlone(_)
                | NameReason::Contradiction(..)
                | NameReason::InitialsDiffer(..) => return false,
                _ => {}
            }
        }
        fits
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
