//! The register's answer as JSON.

use serde::Serialize;
use tamis_dossier::register::{ActAnswer, ActStatus, ClaimCompared, RegisterAnswer, Standing};
use tamis_dossier::{
    ActDate, ActFact, Coverage, DateKind, JurisdictionCode, Knowledge, RegimeFact, RegimeField,
};

use super::{BasisForm, OrganisationForm, StatementForm, code};

/// Who designated an organisation.
#[derive(Debug, Serialize)]
pub struct RegisterForm<'a> {
    /// About whom.
    pub organisation: OrganisationForm<'a>,
    /// As of which day; null means by the last that is on file.
    pub as_of: Option<String>,
    /// Every jurisdiction of the register.
    pub jurisdictions: Vec<JurisdictionForm<'a>>,
    /// What is said of who designates, compared with the register.
    pub claims: Vec<ClaimForm<'a>>,
}

/// A jurisdiction and its acts.
#[derive(Debug, Serialize)]
pub struct JurisdictionForm<'a> {
    /// ISO 3166-1 alpha-2, `UN`, `EU`.
    pub code: String,
    /// Its name.
    pub name: &'a str,
    /// `own`, `through`, `perhaps`, `undated`, `not_yet`, `ended`, `nothing_on_file`.
    pub standing: &'static str,
    /// Its acts.
    pub acts: Vec<ActForm<'a>>,
}

/// An act.
#[derive(Debug, Serialize)]
pub struct ActForm<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its regime.
    pub regime: &'a str,
    /// `in_force`, `perhaps`, `undated`, `not_yet`, `ended`.
    pub status: &'static str,
    /// The regime or other designation through which it covers; null for an act about the organisation itself.
    pub through: Option<&'a str>,
    /// The entry of the list.
    pub entry: Option<String>,
    /// The day until which it held.
    pub until: Option<String>,
    /// What is known of it.
    pub facts: Vec<ActFactForm<'a>>,
    /// The facts that tell since when; several differ.
    pub since: Vec<ActFactForm<'a>>,
    /// The act that it follows from, where that tells since when.
    pub followed: Option<&'a str>,
    /// What is known of the regime: authority, instrument, list, remedy, caveat …
    pub regime_facts: Vec<RegimeFactForm<'a>>,
}

/// A fact of an act.
#[derive(Debug, Serialize)]
pub struct ActFactForm<'a> {
    /// What happened on the date, as in the table.
    pub kind: Option<&'static str>,
    /// The date, in the Extended Date/Time Format.
    pub date: Option<String>,
    /// Whether it was so already on that date, since when is not told.
    pub not_later_than: bool,
    /// The name under which.
    pub name: Option<&'a str>,
    /// Where it is known from.
    pub basis: BasisForm<'a>,
    /// What else is to be said.
    pub note: Option<&'a str>,
}

/// A fact of a regime.
#[derive(Debug, Serialize)]
pub struct RegimeFactForm<'a> {
    /// Which, as in the table.
    pub field: &'static str,
    /// The value.
    pub value: &'a str,
    /// Where it is known from.
    pub basis: BasisForm<'a>,
}

/// What somebody says of who designates, compared with the register.
#[derive(Debug, Serialize)]
pub struct ClaimForm<'a> {
    /// The statement.
    pub statement: StatementForm<'a>,
    /// Named, with an act of its own in force.
    pub borne_out: Vec<String>,
    /// Named, without one.
    pub not_borne_out: Vec<String>,
    /// Left out, with an act of its own in force.
    pub left_out: Vec<String>,
    /// Left out, covered through another designation.
    pub left_out_through: Vec<String>,
    /// Left out, with an act whose day is not on file.
    pub left_out_undated: Vec<String>,
}

fn standing_code(standing: Standing) -> &'static str {
    match standing {
        Standing::Own => "own",
        Standing::Through => "through",
        Standing::Perhaps => "perhaps",
        Standing::Undated => "undated",
        Standing::NotYet => "not_yet",
        Standing::Ended => "ended",
        Standing::NothingOnFile => "nothing_on_file",
    }
}

fn status_code(status: ActStatus) -> &'static str {
    match status {
        ActStatus::InForce => "in_force",
        ActStatus::Perhaps => "perhaps",
        ActStatus::Undated => "undated",
        ActStatus::NotYet => "not_yet",
        ActStatus::Ended => "ended",
    }
}

fn fact<'a>(knowledge: &'a Knowledge, fact: &'a ActFact) -> ActFactForm<'a> {
    ActFactForm {
        kind: fact.kind.and_then(|kind| code(DateKind::WORDS, &kind)),
        date: fact.date.map(|date| match date {
            ActDate::On(date) | ActDate::NotLaterThan(date) => date.to_string(),
        }),
        not_later_than: matches!(fact.date, Some(ActDate::NotLaterThan(_))),
        name: fact.name.as_deref(),
        basis: BasisForm::of(knowledge, &fact.basis),
        note: fact.note.as_deref(),
    }
}

fn act<'a>(knowledge: &'a Knowledge, one: &'a ActAnswer<'a>) -> ActForm<'a> {
    let regime_fact = |fact: &'a RegimeFact| RegimeFactForm {
        field: code(RegimeField::WORDS, &fact.field).unwrap_or_default(),
        value: &fact.value,
        basis: BasisForm::of(knowledge, &fact.basis),
    };
    ActForm {
        id: one.act.id.as_str(),
        regime: one.act.regime.as_str(),
        status: status_code(one.status),
        through: match &one.act.coverage {
            Coverage::Own => None,
            Coverage::ThroughRegime(regime) => Some(regime.as_str()),
            Coverage::ThroughOther(words) => Some(words),
        },
        entry: one.act.entry.as_ref().map(ToString::to_string),
        until: one.act.until.map(|day| day.to_string()),
        facts: one.act.facts.iter().map(|one| fact(knowledge, one)).collect(),
        since: one.since.iter().map(|one| fact(knowledge, one)).collect(),
        followed: one.followed.map(|act| act.id.as_str()),
        regime_facts: one.regime.facts.iter().map(regime_fact).collect(),
    }
}

fn codes(codes: &[JurisdictionCode]) -> Vec<String> {
    codes.iter().map(ToString::to_string).collect()
}

impl<'a> RegisterForm<'a> {
    /// Of an answer.
    #[must_use]
    pub fn of(knowledge: &'a Knowledge, answer: &'a RegisterAnswer<'a>) -> Self {
        let claim = |one: &'a ClaimCompared<'a>| ClaimForm {
            statement: StatementForm::of(knowledge, one.statement, answer.day),
            borne_out: codes(&one.borne_out),
            not_borne_out: codes(&one.not_borne_out),
            left_out: codes(&one.left_out),
            left_out_through: codes(&one.left_out_through),
            left_out_undated: codes(&one.left_out_undated),
        };
        Self {
            organisation: answer.organisation.into(),
            as_of: answer.day.map(|day| day.to_string()),
            jurisdictions: answer
                .jurisdictions
                .iter()
                .map(|one| JurisdictionForm {
                    code: one.jurisdiction.code.to_string(),
                    name: &one.jurisdiction.name,
                    standing: standing_code(one.standing),
                    acts: one.acts.iter().map(|one| act(knowledge, one)).collect(),
                })
                .collect(),
            claims: answer.claims.iter().map(claim).collect(),
        }
    }
}
