//! Jurisdictions and their ways of listing: authority, instrument, list, remedy, caveat, each a sourced fact.

use crate::basis::Basis;
use crate::data_error::{DataError, DataProblem};
use crate::id::{JurisdictionCode, RegimeId};
use crate::table::{Layout, Row};

/// What kind of jurisdiction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum JurisdictionKind {
    /// A state.
    State,
    /// An organisation of states, whose measures its members carry out.
    OrganisationOfStates,
}

impl JurisdictionKind {
    /// The kinds with their words.
    pub const WORDS: &[(Self, &str)] =
        &[(Self::State, "state"), (Self::OrganisationOfStates, "organisation of states")];
}

/// A jurisdiction of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jurisdiction {
    /// Its code.
    pub code: JurisdictionCode,
    /// Its name.
    pub name: String,
    /// What kind it is.
    pub kind: JurisdictionKind,
}

/// What a fact about a regime tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RegimeField {
    /// Who lists.
    Authority,
    /// By which law.
    Instrument,
    /// On which list.
    List,
    /// Where the list is published, in which form.
    PublishedAt,
    /// How often it changes or is reviewed.
    Cadence,
    /// How many are on it.
    Count,
    /// What a listed party can do.
    Remedy,
    /// What is to be kept in mind about rights when the list is used.
    Caveat,
}

impl RegimeField {
    /// The fields with their words.
    pub const WORDS: &[(Self, &str)] = &[
        (Self::Authority, "authority"),
        (Self::Instrument, "instrument"),
        (Self::List, "list"),
        (Self::PublishedAt, "published at"),
        (Self::Cadence, "cadence"),
        (Self::Count, "count"),
        (Self::Remedy, "remedy"),
        (Self::Caveat, "caveat"),
    ];
}

/// A fact about a regime.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegimeFact {
    /// What it tells.
    pub field: RegimeField,
    /// The value.
    pub value: String,
    /// Where it is known from.
    pub basis: Basis,
}

/// A way in which a jurisdiction lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Regime {
    /// Its id.
    pub id: RegimeId,
    /// Whose it is.
    pub jurisdiction: JurisdictionCode,
    /// What is known of it, in the order of the table.
    pub facts: Vec<RegimeFact>,
}

impl Regime {
    /// The facts of a field.
    pub fn facts_of(&self, field: RegimeField) -> impl Iterator<Item = &RegimeFact> {
        self.facts.iter().filter(move |fact| fact.field == field)
    }
}

pub(crate) const JURISDICTIONS: Layout =
    Layout { file: "jurisdictions.tsv", columns: &["code", "name", "kind"] };

pub(crate) const REGIMES: Layout =
    Layout { file: "regimes.tsv", columns: &["regime", "jurisdiction", "field", "value", "basis"] };

impl Jurisdiction {
    pub(crate) fn of(row: &Row<'_>) -> Result<Self, DataError> {
        Ok(Self {
            code: code(row, 0)?,
            name: row.required(1)?.to_owned(),
            kind: row.word(2, JurisdictionKind::WORDS)?,
        })
    }
}

/// The cell as the code of a jurisdiction.
pub(crate) fn code(row: &Row<'_>, column: usize) -> Result<JurisdictionCode, DataError> {
    let found = row.required(column)?;
    JurisdictionCode::new(found).ok_or_else(|| {
        let known = "two capital letters: ISO 3166-1 alpha-2, UN, EU".to_owned();
        row.error(column, DataProblem::Word { found: found.to_owned(), known })
    })
}

/// The regimes of a table, in the order in which they come first.
pub(crate) fn regimes(rows: &[Row<'_>]) -> Result<Vec<Regime>, DataError> {
    let mut regimes: Vec<Regime> = Vec::new();
    for row in rows {
        let (id, jurisdiction) = (row.id(0, RegimeId::new)?, code(row, 1)?);
        let fact = RegimeFact {
            field: row.word(2, RegimeField::WORDS)?,
            value: row.required(3)?.to_owned(),
            basis: row.basis(4)?,
        };
        match regimes.iter_mut().find(|regime| regime.id == id) {
            None => regimes.push(Regime { id, jurisdiction, facts: vec![fact] }),
            Some(regime) if regime.jurisdiction == jurisdiction => regime.facts.push(fact),
            Some(_) => {
                let (act, what) = (id.to_string(), "jurisdiction");
                return Err(row.error(1, DataProblem::OtherAct { act, what }));
            }
        }
    }
    Ok(regimes)
}
