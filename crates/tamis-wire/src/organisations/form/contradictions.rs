//! What contradicts what, as JSON.

use serde::Serialize;
use tamis_dossier::conflicts::{BeforeFounding, Conflict};
use tamis_dossier::contradictions::{AliasOrigin, ContradictionsAnswer, EntryNames, Flag};
use tamis_dossier::{Knowledge, Property, Statement};
use tamis_model::CivilDate;

use super::{ListedForm, ListsForm, MentionsForm, OrganisationForm, StatementForm, code};
use crate::form::ListedNameForm;

/// Contradictions about an organisation.
#[derive(Debug, Serialize)]
pub struct ContradictionsForm<'a> {
    /// About whom.
    pub organisation: OrganisationForm<'a>,
    /// As of which day.
    pub as_of: Option<String>,
    /// Its own entries with all their names.
    pub entries: Vec<EntryNamesForm<'a>>,
    /// Whether they are headed by different names.
    pub headings_differ: bool,
    /// Entries that the dossier names and their list does not have.
    pub absent: Vec<String>,
    /// Conflicts inside the dossier.
    pub conflicts: Vec<ConflictForm<'a>>,
    /// Designations of before the founding.
    pub before_founding: Vec<BeforeFoundingForm<'a>>,
    /// Records that mention its entries.
    pub mentions: Vec<MentionsForm<'a>>,
    /// The lists that were looked into.
    pub lists: ListsForm<'a>,
}

/// An entry with its names.
#[derive(Debug, Serialize)]
pub struct EntryNamesForm<'a> {
    /// The entry.
    pub entry: ListedForm<'a>,
    /// Its names.
    pub names: Vec<AliasForm<'a>>,
}

/// A name with its origin and flags.
#[derive(Debug, Serialize)]
pub struct AliasForm<'a> {
    /// The name as the list has it.
    pub name: ListedNameForm<'a>,
    /// Why it is flagged.
    pub flags: Vec<FlagForm<'a>>,
}

/// Why a name is flagged.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FlagForm<'a> {
    /// A dossier has it as a name of another organisation.
    OfAnotherOrganisation {
        /// The other one.
        organisation: &'a str,
        /// The statement.
        statement: Box<StatementForm<'a>>,
        /// The statement that the entry bore that organisation's names.
        as_alias: Option<Box<StatementForm<'a>>>,
    },
    /// An entry of another bears it too.
    OfAnotherEntry {
        /// That entry.
        entry: ListedForm<'a>,
        /// Its name.
        name: &'a str,
        /// Whose it is, if a dossier says so.
        organisation: Option<&'a str>,
    },
    /// It names a place that nothing else of the organisation names.
    OtherPlace {
        /// The word.
        word: &'a str,
        /// The place.
        place: &'a str,
        /// The places that other names and areas name.
        others: &'a [&'static str],
    },
}

/// Statements that contradict each other.
#[derive(Debug, Serialize)]
pub struct ConflictForm<'a> {
    /// The property.
    pub property: &'static str,
    /// The statements.
    pub statements: Vec<StatementForm<'a>>,
}

impl<'a> ConflictForm<'a> {
    pub(super) fn all(knowledge: &'a Knowledge, all: &'a [Conflict<'a>]) -> Vec<Self> {
        all.iter().map(|one| Self::of(knowledge, one)).collect()
    }

    fn of(knowledge: &'a Knowledge, one: &'a Conflict<'a>) -> Self {
        Self {
            property: code(Property::WORDS, &one.property).unwrap_or_default(),
            statements: statements(knowledge, &one.statements),
        }
    }
}

/// A designation of before the founding.
#[derive(Debug, Serialize)]
pub struct BeforeFoundingForm<'a> {
    /// The act.
    pub act: &'a str,
    /// Its date.
    pub date: Option<String>,
    /// The statements of a later founding.
    pub founded: Vec<StatementForm<'a>>,
    /// What it was then: these explain it.
    pub predecessors: Vec<StatementForm<'a>>,
    /// What it was called then.
    pub names: Vec<StatementForm<'a>>,
}

impl<'a> BeforeFoundingForm<'a> {
    pub(super) fn all(knowledge: &'a Knowledge, all: &'a [BeforeFounding<'a>]) -> Vec<Self> {
        all.iter().map(|one| Self::of(knowledge, one)).collect()
    }

    fn of(knowledge: &'a Knowledge, one: &'a BeforeFounding<'a>) -> Self {
        Self {
            act: one.act.id.as_str(),
            date: one.dated.date.map(tamis_dossier::ActDate::words),
            founded: statements(knowledge, &one.founded),
            predecessors: statements(knowledge, &one.predecessors),
            names: statements(knowledge, &one.names),
        }
    }
}

fn statements<'a>(knowledge: &'a Knowledge, all: &[&'a Statement]) -> Vec<StatementForm<'a>> {
    all.iter().map(|one| StatementForm::of(knowledge, one, None)).collect()
}

fn flag<'a>(knowledge: &'a Knowledge, day: Option<CivilDate>, one: &'a Flag<'a>) -> FlagForm<'a> {
    match one {
        Flag::OfAnotherOrganisation { organisation, statement, as_alias } => {
            FlagForm::OfAnotherOrganisation {
                organisation: organisation.id.as_str(),
                statement: Box::new(StatementForm::of(knowledge, statement, day)),
                as_alias: as_alias
                    .map(|(alias, _)| Box::new(StatementForm::of(knowledge, alias, day))),
            }
        }
        Flag::OfAnotherEntry { entry, name, organisation } => FlagForm::OfAnotherEntry {
            entry: entry.into(),
            name,
            organisation: organisation.map(|one| one.id.as_str()),
        },
        Flag::OtherPlace { word, place, others } => FlagForm::OtherPlace { word, place, others },
    }
}

impl<'a> ContradictionsForm<'a> {
    /// Of an answer.
    #[must_use]
    pub fn of(knowledge: &'a Knowledge, answer: &'a ContradictionsAnswer<'a>) -> Self {
        let day = answer.day;
        let alias = |one: &'a AliasOrigin<'a>| AliasForm {
            name: (&one.name).into(),
            flags: one.flags.iter().map(|one| flag(knowledge, day, one)).collect(),
        };
        let entry = |one: &'a EntryNames<'a>| EntryNamesForm {
            entry: (&one.entry).into(),
            names: one.names.iter().map(alias).collect(),
        };
        Self {
            organisation: answer.organisation.into(),
            as_of: day.map(|day| day.to_string()),
            entries: answer.entries.iter().map(entry).collect(),
            headings_differ: answer.headings_differ(),
            absent: answer.absent.iter().map(ToString::to_string).collect(),
            conflicts: ConflictForm::all(knowledge, &answer.conflicts),
            before_founding: BeforeFoundingForm::all(knowledge, &answer.before_founding),
            mentions: answer.mentions.iter().map(Into::into).collect(),
            lists: (&answer.lists).into(),
        }
    }
}
