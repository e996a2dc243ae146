//! Who designated an organisation on a day: by an act of its own, through another one, or not, as far as is known.

use tamis_model::CivilDate;

use crate::designation::{ActFact, Coverage, Designation};
use crate::id::{JurisdictionCode, OrganisationId, RegimeId};
use crate::jurisdiction::{Jurisdiction, Regime};
use crate::knowledge::Knowledge;
use crate::organisation::{Organisation, Property, Proposition, Statement};
use crate::validity::Holding;

/// Whether an act was in force on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ActStatus {
    /// It was, as far as is known.
    InForce,
    /// Its dates are not known well enough, or sources differ.
    Perhaps,
    /// No date of it is known.
    Undated,
    /// It came later.
    NotYet,
    /// It had ended.
    Ended,
}

/// An act, and whether it was in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActAnswer<'k> {
    /// The act.
    pub act: &'k Designation,
    /// Its regime.
    pub regime: &'k Regime,
    /// Whether it was in force.
    pub status: ActStatus,
    /// The facts that tell since when; several differ.
    pub since: Vec<&'k ActFact>,
    /// The act that it follows from, where that tells since when.
    pub followed: Option<&'k Designation>,
    /// The names under which it was known on the day, oldest first.
    pub names: Vec<&'k ActFact>,
}

impl ActAnswer<'_> {
    /// How its jurisdiction stands by this act alone.
    #[must_use]
    pub fn standing(&self) -> Standing {
        match (self.status, &self.act.coverage) {
            (ActStatus::InForce, Coverage::Own) => Standing::Own,
            (ActStatus::InForce, _) => Standing::Through,
            (ActStatus::Perhaps, _) => Standing::Perhaps,
            (ActStatus::Undated, _) => Standing::Undated,
            (ActStatus::NotYet, _) => Standing::NotYet,
            (ActStatus::Ended, _) => Standing::Ended,
        }
    }
}

/// How a jurisdiction stood to an organisation on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// By an act of its own in force.
    Own,
    /// Only through another designation.
    Through,
    /// It can't be told: dates known in part, or sources that differ.
    Perhaps,
    /// An act without a known date.
    Undated,
    /// Its acts came later.
    NotYet,
    /// Its acts had ended.
    Ended,
    /// The register has the jurisdiction, and no act about the organisation.
    NothingOnFile,
}

impl Standing {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 7] = [
        Self::Own,
        Self::Through,
        Self::Perhaps,
        Self::Undated,
        Self::NotYet,
        Self::Ended,
        Self::NothingOnFile,
    ];
}

/// A jurisdiction and its acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JurisdictionAnswer<'k> {
    /// The jurisdiction.
    pub jurisdiction: &'k Jurisdiction,
    /// How it stood.
    pub standing: Standing,
    /// Its acts, in the order of the register.
    pub acts: Vec<ActAnswer<'k>>,
}

/// What somebody says of who designates, beside the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimCompared<'k> {
    /// The statement.
    pub statement: &'k Statement,
    /// Named by it, with an act of its own in force on the day.
    pub borne_out: Vec<JurisdictionCode>,
    /// Named by it, with no act of its own in force on the day as far as is known.
    pub not_borne_out: Vec<JurisdictionCode>,
    /// Left out by it, though with an act of its own in force.
    pub left_out: Vec<JurisdictionCode>,
    /// Left out by it, covered through another designation.
    pub left_out_through: Vec<JurisdictionCode>,
    /// Left out by it, with an act whose date is not known.
    pub left_out_undated: Vec<JurisdictionCode>,
}

/// The answer of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterAnswer<'k> {
    /// About whom.
    pub organisation: &'k Organisation,
    /// As of which day; none means by the last that is on file.
    pub day: Option<CivilDate>,
    /// Every jurisdiction of the register, in its order.
    pub jurisdictions: Vec<JurisdictionAnswer<'k>>,
    /// What is said of who designates, compared.
    pub claims: Vec<ClaimCompared<'k>>,
}

impl RegisterAnswer<'_> {
    /// The jurisdictions that stood so.
    #[must_use]
    pub fn standing(&self, standing: Standing) -> Vec<JurisdictionCode> {
        let stands = self.jurisdictions.iter().filter(|one| one.standing == standing);
        stands.map(|one| one.jurisdiction.code).collect()
    }
}

/// Asks the register. The day is not before the first date of an act for it to be in force; without a day,
/// everything on file has come.
#[must_use]
pub fn ask<'k>(
    knowledge: &'k Knowledge,
    organisation: &'k Organisation,
    day: Option<CivilDate>,
) -> RegisterAnswer<'k> {
    let asked =
        Asked { knowledge, organisation: &organisation.id, day: day.unwrap_or(CivilDate::MAX) };
    let jurisdictions: Vec<JurisdictionAnswer<'k>> =
        knowledge.jurisdictions().iter().map(|one| asked.jurisdiction(one)).collect();
    let claims = knowledge
        .of_property(&organisation.id, Property::DesignatedBy)
        .filter_map(|statement| compared(statement, &jurisdictions))
        .collect();
    RegisterAnswer { organisation, day, jurisdictions, claims }
}

struct Asked<'k> {
    knowledge: &'k Knowledge,
    organisation: &'k OrganisationId,
    day: CivilDate,
}

/// How far a way through other regimes is followed: a list that carries out one that carries out another.
const LONGEST_WAY: u8 = 3;

impl<'k> Asked<'k> {
    fn jurisdiction(&self, jurisdiction: &'k Jurisdiction) -> JurisdictionAnswer<'k> {
        let acts: Vec<ActAnswer<'k>> = self
            .knowledge
            .designations_of(self.organisation)
            .filter_map(|act| {
                let regime = self.knowledge.regime(&act.regime)?;
                (regime.jurisdiction == jurisdiction.code)
                    .then(|| self.act(act, regime, LONGEST_WAY))
            })
            .collect();
        let standing =
            acts.iter().map(ActAnswer::standing).min().unwrap_or(Standing::NothingOnFile);
        JurisdictionAnswer { jurisdiction, standing, acts }
    }

    fn act(&self, act: &'k Designation, regime: &'k Regime, way: u8) -> ActAnswer<'k> {
        let mut since = act.beginnings();
        let mut status = self.begun(&since);
        let mut followed = None;
        if matches!(status, ActStatus::Undated | ActStatus::Perhaps)
            && let Coverage::ThroughRegime(through) = &act.coverage
            && let Some(other) = self.followed(through, way)
        {
            match (status, other.status) {
                // what follows from an act can't be older than it
                (ActStatus::Perhaps, ActStatus::NotYet) => status = ActStatus::NotYet,
                (ActStatus::Perhaps, _) => {}
                _ => {
                    status = other.status;
                    since = other.since;
                    followed = Some(other.act);
                }
            }
        }
        if let Some(until) = act.until
            && self.day > until.latest()
            && status == ActStatus::InForce
        {
            status = ActStatus::Ended;
        }
        ActAnswer { act, regime, status, since, followed, names: act.names_until(self.day) }
    }

    /// The act of another regime about the same organisation that says most.
    fn followed(&self, through: &RegimeId, way: u8) -> Option<ActAnswer<'k>> {
        let way = way.checked_sub(1)?;
        self.knowledge
            .designations_of(self.organisation)
            .filter(|act| act.regime == *through)
            .filter_map(|act| Some(self.act(act, self.knowledge.regime(&act.regime)?, way)))
            .min_by_key(ActAnswer::standing)
    }

    /// Whether statements of when it began agree that it had.
    fn begun(&self, since: &[&ActFact]) -> ActStatus {
        let mut held =
            since.iter().filter_map(|fact| fact.date).map(|date| date.had_come(self.day));
        let Some(first) = held.next() else { return ActStatus::Undated };
        if held.any(|other| other != first) {
            return ActStatus::Perhaps;
        }
        match first {
            Holding::Held => ActStatus::InForce,
            Holding::NotYet => ActStatus::NotYet,
            Holding::Perhaps | Holding::NoLonger => ActStatus::Perhaps,
        }
    }
}

fn compared<'k>(
    statement: &'k Statement,
    answers: &[JurisdictionAnswer<'k>],
) -> Option<ClaimCompared<'k>> {
    let Proposition::DesignatedBy(named) = &statement.proposition else { return None };
    let stands = |code: JurisdictionCode| {
        let answer = answers.iter().find(|answer| answer.jurisdiction.code == code);
        answer.map_or(Standing::NothingOnFile, |answer| answer.standing)
    };
    let left_out = |standing: Standing| {
        let others = answers.iter().filter(|answer| !named.contains(&answer.jurisdiction.code));
        others.filter(|one| one.standing == standing).map(|one| one.jurisdiction.code).collect()
    };
    let (borne_out, not_borne_out) = named.iter().partition(|code| stands(**code) == Standing::Own);
    Some(ClaimCompared {
        statement,
        borne_out,
        not_borne_out,
        left_out: left_out(Standing::Own),
        left_out_through: left_out(Standing::Through),
        left_out_undated: left_out(Standing::Undated),
    })
}
