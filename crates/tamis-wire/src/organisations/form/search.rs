//! The answer to a name as JSON.

use serde::Serialize;
use tamis_dossier::Knowledge;
use tamis_dossier::search::{EntryMet, Found, Likeness, Meeting, Reached, SearchAnswer};
use tamis_model::CivilDate;

use super::{ListedForm, ListsForm, OrganisationForm, StatementForm, holding};

/// The answer to a name.
#[derive(Debug, Serialize)]
pub struct SearchForm<'a> {
    /// The name.
    pub asked: &'a str,
    /// As of which day; null means all that is on file.
    pub as_of: Option<String>,
    /// The organisations that it is a name of.
    pub found: Vec<FoundForm<'a>>,
    /// Organisations of their own, whose longer names hold it.
    pub stay_themselves: Vec<StaysItselfForm<'a>>,
    /// Entries that bear such a name and are of no organisation that was found.
    pub elsewhere: Vec<EntryMetForm<'a>>,
    /// Entries without a dossier, whose longer names hold it.
    pub entries_inside: Vec<EntryMetForm<'a>>,
    /// The lists that were looked into.
    pub lists: ListsForm<'a>,
}

/// An organisation that the name leads to.
#[derive(Debug, Serialize)]
pub struct FoundForm<'a> {
    /// The organisation.
    pub organisation: OrganisationForm<'a>,
    /// The statements of its names that are the asked one.
    pub through: Vec<ThroughForm<'a>>,
    /// The entries that it leads to.
    pub entries: Vec<ReachedForm<'a>>,
    /// Entries of other lists that say that they are one of these.
    pub linked: Vec<ListedForm<'a>>,
}

/// A statement of a name that is the asked one.
#[derive(Debug, Serialize)]
pub struct ThroughForm<'a> {
    /// How it is: `written`, letter by letter, or `spelling`, in another spelling or script.
    pub likeness: &'static str,
    /// The statement.
    pub statement: StatementForm<'a>,
}

/// An entry that is reached.
#[derive(Debug, Serialize)]
pub struct ReachedForm<'a> {
    /// `list:reference`, as the dossier writes it.
    pub entry: String,
    /// Whether it is the entry of another organisation, which bore the names.
    pub of_another: bool,
    /// The statement that leads there.
    pub statement: StatementForm<'a>,
    /// Whether it held on the day, by the statement, or, where its beginning is not told, by the list in force.
    pub holding: Option<&'static str>,
    /// Whether the list was looked into.
    pub looked_into: bool,
    /// What the list says; null where it has no such entry or was not looked into.
    pub listed: Option<ListedForm<'a>>,
    /// Its names that are the asked one.
    pub bears: &'a [String],
}

impl<'a> ReachedForm<'a> {
    pub(super) fn of(
        knowledge: &'a Knowledge,
        one: &'a Reached<'a>,
        day: Option<CivilDate>,
    ) -> Self {
        Self {
            entry: one.entry.to_string(),
            of_another: one.is_of_another(),
            statement: StatementForm::of(knowledge, one.statement, day),
            holding: one.holding.map(holding),
            looked_into: one.looked,
            listed: one.listed.as_ref().map(Into::into),
            bears: &one.bears,
        }
    }
}

/// An organisation that stays itself.
#[derive(Debug, Serialize)]
pub struct StaysItselfForm<'a> {
    /// The organisation.
    pub organisation: OrganisationForm<'a>,
    /// One of its names that holds the asked one.
    pub name: StatementForm<'a>,
    /// Its own entries; of a day, those that were not yet, or no longer, left out.
    pub entries: Vec<String>,
}

/// An entry of a list with a name that meets the asked one.
#[derive(Debug, Serialize)]
pub struct EntryMetForm<'a> {
    /// The entry.
    pub entry: ListedForm<'a>,
    /// The name.
    pub name: &'a str,
    /// How it meets: `written`, `spelling`, `inside`.
    pub meeting: &'static str,
    /// Whose entry it is, if a dossier says so.
    pub organisation: Option<&'a str>,
}

fn met<'a>(one: &'a EntryMet, organisation: Option<&'a str>) -> EntryMetForm<'a> {
    EntryMetForm {
        entry: (&one.entry).into(),
        name: &one.name,
        meeting: match one.meeting {
            Meeting::Same(likeness) => likeness_code(likeness),
            Meeting::Inside => "inside",
        },
        organisation,
    }
}

fn likeness_code(likeness: Likeness) -> &'static str {
    match likeness {
        Likeness::Written => "written",
        Likeness::Spelling => "spelling",
    }
}

impl<'a> SearchForm<'a> {
    /// Of an answer.
    #[must_use]
    pub fn of(knowledge: &'a Knowledge, answer: &'a SearchAnswer<'a>) -> Self {
        let day = answer.day;
        let found = |one: &'a Found<'a>| FoundForm {
            organisation: one.organisation.into(),
            through: one
                .through
                .iter()
                .map(|through| ThroughForm {
                    likeness: likeness_code(through.likeness),
                    statement: StatementForm::of(knowledge, through.statement, day),
                })
                .collect(),
            entries: one.entries.iter().map(|one| ReachedForm::of(knowledge, one, day)).collect(),
            linked: one.linked.iter().map(Into::into).collect(),
        };
        Self {
            asked: &answer.asked,
            as_of: day.map(|day| day.to_string()),
            found: answer.found.iter().map(found).collect(),
            stay_themselves: answer
                .stay_themselves
                .iter()
                .map(|one| StaysItselfForm {
                    organisation: one.organisation.into(),
                    name: StatementForm::of(knowledge, one.name, day),
                    entries: one.entries.iter().map(ToString::to_string).collect(),
                })
                .collect(),
            elsewhere: answer
                .elsewhere
                .iter()
                .map(|(one, organisation)| met(one, organisation.map(|one| one.id.as_str())))
                .collect(),
            entries_inside: answer.entries_inside.iter().map(|one| met(one, None)).collect(),
            lists: (&answer.lists).into(),
        }
    }
}
