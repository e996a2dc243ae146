//! Designations: acts by which a jurisdiction lists an organisation, with the facts that sources give of them.
//!
//! A designation is evidence that a designation exists, of an organisation. It says nothing of a person.

use tamis_model::{CivilDate, EntryId, PartialDate};

use crate::basis::Basis;
use crate::data_error::{DataError, DataProblem};
use crate::id::{ActId, OrganisationId, RegimeId};
use crate::table::{Layout, Row};
use crate::validity::{Bound, Holding, Validity};

/// What happened on a date. The kinds differ from list to list, and are never converted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateKind {
    /// A law or order was made.
    Enacted,
    /// A court, cabinet or authority decided.
    Decided,
    /// A gazette or journal published it.
    Published,
    /// It took effect.
    Effective,
    /// It was announced, or reported.
    Announced,
    /// A name was added to what was listed before.
    AliasAdded,
}

impl DateKind {
    /// The kinds with their words.
    pub const WORDS: &[(Self, &str)] = &[
        (Self::Enacted, "enacted"),
        (Self::Decided, "decided"),
        (Self::Published, "published"),
        (Self::Effective, "effective"),
        (Self::Announced, "announced"),
        (Self::AliasAdded, "alias_added"),
    ];

    /// The kinds by how much they say about what was in force, most first: what took effect, else what was
    /// published, for nobody is bound by what he can't know, else what was made, decided, announced.
    const BY_WEIGHT: [Self; 6] = [
        Self::Effective,
        Self::Published,
        Self::Enacted,
        Self::Decided,
        Self::Announced,
        Self::AliasAdded,
    ];

    /// What it is called.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Enacted => "enacted",
            Self::Decided => "decided",
            Self::Published => "published",
            Self::Effective => "effective",
            Self::Announced => "announced",
            Self::AliasAdded => "alias added",
        }
    }
}

/// The date of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ActDate {
    /// On that date, perhaps known in part.
    On(PartialDate),
    /// On that date it was so already; since when is not told.
    NotLaterThan(PartialDate),
}

impl ActDate {
    /// Whether what began then had begun on a day.
    #[must_use]
    pub fn had_come(self, day: CivilDate) -> Holding {
        match self {
            Self::On(date) => Validity { from: Bound::On(date), to: Bound::Open }.on(day),
            Self::NotLaterThan(date) if day >= date.latest() => Holding::Held,
            Self::NotLaterThan(_) => Holding::Perhaps,
        }
    }

    /// The first day that it may be, where one is told.
    #[must_use]
    pub fn earliest(self) -> Option<CivilDate> {
        match self {
            Self::On(date) => Some(date.earliest()),
            Self::NotLaterThan(_) => None,
        }
    }

    /// The last day that it may be.
    #[must_use]
    pub fn latest(self) -> CivilDate {
        match self {
            Self::On(date) | Self::NotLaterThan(date) => date.latest(),
        }
    }

    /// The date in words.
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::On(date) => date.to_string(),
            Self::NotLaterThan(date) => format!("{date} or before"),
        }
    }
}

/// One fact of an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActFact {
    /// What happened on the date; none where the fact is another.
    pub kind: Option<DateKind>,
    /// The date.
    pub date: Option<ActDate>,
    /// The name under which.
    pub name: Option<String>,
    /// Where it is known from.
    pub basis: Basis,
    /// What else is to be said.
    pub note: Option<String>,
}

/// Through what an organisation is covered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Coverage {
    /// By an act of its own.
    Own,
    /// Through the act of another regime about the same organisation.
    ThroughRegime(RegimeId),
    /// Through the designation of another organisation, or as the source puts it.
    ThroughOther(String),
}

/// An act by which a jurisdiction lists an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Designation {
    /// Its id.
    pub id: ActId,
    /// Whom it lists.
    pub organisation: OrganisationId,
    /// Under what.
    pub regime: RegimeId,
    /// Through what.
    pub coverage: Coverage,
    /// The entry of the list, where its reference is known.
    pub entry: Option<EntryId>,
    /// The day until which it held, if it ended.
    pub until: Option<PartialDate>,
    /// What is known of it, in the order of the table.
    pub facts: Vec<ActFact>,
}

impl Designation {
    /// The facts that tell when it began: those of the kind of date that says most. Several are statements
    /// that differ. A day by which it was so tells less than any day on which it began.
    #[must_use]
    pub fn beginnings(&self) -> Vec<&ActFact> {
        let on = |date| matches!(date, ActDate::On(_));
        let begun = self.of_most_weight(on);
        if begun.is_empty() { self.of_most_weight(|date| !on(date)) } else { begun }
    }

    fn of_most_weight(&self, counts: impl Fn(ActDate) -> bool) -> Vec<&ActFact> {
        let of = |kind| -> Vec<&ActFact> {
            let dated = |fact: &&ActFact| fact.kind == Some(kind) && fact.date.is_some_and(&counts);
            self.facts.iter().filter(dated).collect()
        };
        DateKind::BY_WEIGHT.into_iter().map(of).find(|facts| !facts.is_empty()).unwrap_or_default()
    }

    /// The names under which it was made known until a day, each with its fact, oldest first.
    #[must_use]
    pub fn names_until(&self, day: CivilDate) -> Vec<&ActFact> {
        let known = |fact: &&ActFact| {
            let begun = fact.date.is_none_or(|date| date.had_come(day) == Holding::Held);
            fact.name.is_some() && begun
        };
        self.facts.iter().filter(known).collect()
    }
}

pub(crate) const DESIGNATIONS: Layout = Layout {
    file: "designations.tsv",
    columns: &[
        "act",
        "organisation",
        "regime",
        "kind",
        "date",
        "until",
        "name",
        "coverage",
        "entry",
        "basis",
        "note",
    ],
};

/// The acts of a table, in the order in which they come first.
pub(crate) fn designations(rows: &[Row<'_>]) -> Result<Vec<Designation>, DataError> {
    let mut acts: Vec<Designation> = Vec::new();
    for row in rows {
        let (one, fact) = read(row)?;
        let Some(act) = acts.iter_mut().find(|act| act.id == one.id) else {
            acts.push(Designation { facts: vec![fact], ..one });
            continue;
        };
        let differs = [
            (1, "organisation", act.organisation != one.organisation),
            (2, "regime", act.regime != one.regime),
            (7, "coverage", act.coverage != one.coverage),
            (8, "entry", one.entry.is_some() && act.entry.is_some() && act.entry != one.entry),
            (5, "end", one.until.is_some() && act.until.is_some() && act.until != one.until),
        ];
        if let Some((column, what, _)) = differs.into_iter().find(|(_, _, differs)| *differs) {
            let act = one.id.to_string();
            return Err(row.error(column, DataProblem::OtherAct { act, what }));
        }
        act.entry = act.entry.take().or(one.entry);
        act.until = act.until.or(one.until);
        act.facts.push(fact);
    }
    Ok(acts)
}

fn read(row: &Row<'_>) -> Result<(Designation, ActFact), DataError> {
    let kind = row.optional(3).map(|_| row.word(3, DateKind::WORDS)).transpose()?;
    let date = row.optional(4).map(|text| date(row, text)).transpose()?;
    if kind.is_some() && date.is_none() {
        return Err(row.error(4, DataProblem::Empty));
    }
    let fact = ActFact {
        kind,
        date,
        name: row.optional(6).map(str::to_owned),
        basis: row.basis(9)?,
        note: row.optional(10).map(str::to_owned),
    };
    let act = Designation {
        id: row.id(0, ActId::new)?,
        organisation: row.id(1, OrganisationId::new)?,
        regime: row.id(2, RegimeId::new)?,
        coverage: coverage(row)?,
        entry: row.optional(8).map(|text| row.entry(8, text)).transpose()?,
        until: row.optional(5).map(|text| row.date(5, text)).transpose()?,
        facts: Vec::new(),
    };
    Ok((act, fact))
}

fn date(row: &Row<'_>, text: &str) -> Result<ActDate, DataError> {
    match text.strip_prefix("<=") {
        Some(rest) => Ok(ActDate::NotLaterThan(row.date(4, rest)?)),
        None => Ok(ActDate::On(row.date(4, text)?)),
    }
}

fn coverage(row: &Row<'_>) -> Result<Coverage, DataError> {
    let found = row.required(7)?;
    match found.split_once(':') {
        None if found == "own" => Ok(Coverage::Own),
        Some(("through", what)) if !what.is_empty() => Ok(match RegimeId::new(what) {
            Some(regime) => Coverage::ThroughRegime(regime),
            None => Coverage::ThroughOther(what.to_owned()),
        }),
        _ => {
            let known = "own, through:REGIME, through:WORDS".to_owned();
            Err(row.error(7, DataProblem::Word { found: found.to_owned(), known }))
        }
    }
}
