//! From a name to organisations, and from these to entries of lists: through which statement, of which time.
//!
//! Which names are meant is the matcher's to say: the caller hands in the statements whose name the asked one
//! is, and those whose longer name holds it. An organisation whose name only holds the asked one stays
//! itself.

use tamis_model::{CivilDate, EntryId};

use crate::knowledge::Knowledge;
use crate::lists::{ListedEntry, ListsUsed};
use crate::organisation::{Organisation, Proposition, Statement};
use crate::validity::Holding;

/// How a name is the asked one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Likeness {
    /// Letter by letter, after folding and romanisation.
    Written,
    /// In another spelling or script, or with a word that means the same.
    Spelling,
}

/// How a name of the dossier or of an entry meets the asked one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Meeting {
    /// It is the same name.
    Same(Likeness),
    /// The asked name stands inside it, with words beside it that tell another thing.
    Inside,
}

/// A name of an entry that meets the asked one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryMet {
    /// The entry.
    pub entry: ListedEntry,
    /// The name.
    pub name: String,
    /// How.
    pub meeting: Meeting,
}

impl EntryMet {
    /// Whether the entry is headed by the asked name.
    fn heads(&self) -> bool {
        matches!(self.meeting, Meeting::Same(_)) && self.name == self.entry.heading
    }
}

/// A statement of a name that is the asked one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Through<'k> {
    /// The statement.
    pub statement: &'k Statement,
    /// How it is the asked name.
    pub likeness: Likeness,
    /// Whether it held on the day.
    pub holding: Option<Holding>,
}

/// An entry of a list that an organisation leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached<'k> {
    /// The entry, as the dossier writes it.
    pub entry: EntryId,
    /// The statement that leads there.
    pub statement: &'k Statement,
    /// Whether that held on the day: by the statement, or, where its beginning is not told, by the list in force.
    pub holding: Option<Holding>,
    /// What the list says, where it was looked into and has the entry.
    pub listed: Option<ListedEntry>,
    /// Whether the list was looked into.
    pub looked: bool,
    /// Its own names that are the asked one; none means that only the dossier leads there.
    pub bears: Vec<String>,
}

impl Reached<'_> {
    /// Whether it is the entry of another organisation, which bore the names.
    #[must_use]
    pub fn is_of_another(&self) -> bool {
        matches!(self.statement.proposition, Proposition::AliasOf(_))
    }
}

/// An entry that no dossier names, and that its list says is an entry that one names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked<'k> {
    /// The entry.
    pub entry: ListedEntry,
    /// Whose it is.
    pub organisation: &'k Organisation,
}

/// An organisation that the asked name leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<'k> {
    /// The organisation.
    pub organisation: &'k Organisation,
    /// Through which statements of its names; none where an entry of its own is headed by the name and the
    /// dossier does not have it.
    pub through: Vec<Through<'k>>,
    /// The entries that it leads to.
    pub entries: Vec<Reached<'k>>,
    /// Entries of other lists that say that they are one of these.
    pub linked: Vec<ListedEntry>,
}

/// An organisation whose longer names hold the asked one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaysItself<'k> {
    /// The organisation.
    pub organisation: &'k Organisation,
    /// One of its names that holds it.
    pub name: &'k Statement,
    /// Its own entries; of a day, those that were not yet, or no longer, left out.
    pub entries: Vec<EntryId>,
}

/// The answer to a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchAnswer<'k> {
    /// The name.
    pub asked: String,
    /// As of which day.
    pub day: Option<CivilDate>,
    /// The lists that were looked into.
    pub lists: ListsUsed,
    /// The organisations that it is a name of.
    pub found: Vec<Found<'k>>,
    /// Organisations that only have it inside a longer name.
    pub stay_themselves: Vec<StaysItself<'k>>,
    /// Entries that bear such a name and are of no organisation that was found: with their organisation, if any,
    /// of which nothing on file says that it is a name of it.
    pub elsewhere: Vec<(EntryMet, Option<&'k Organisation>)>,
    /// Entries of no dossier that have it inside a longer name.
    pub entries_inside: Vec<EntryMet>,
}

/// What the matcher found for a name.
#[derive(Debug, Clone, Default)]
pub struct Met<'k> {
    /// Statements of names that meet it.
    pub statements: Vec<(&'k Statement, Meeting)>,
    /// Entries of lists that meet it, each by its best name; all names that are the same count.
    pub entries: Vec<EntryMet>,
    /// All entries that dossiers name, as their lists have them.
    pub named: Vec<ListedEntry>,
    /// Entries that say that they are one that a dossier names.
    pub linked: Vec<Linked<'k>>,
}

/// Makes the answer of what the matcher found.
#[must_use]
pub fn answer<'k>(
    knowledge: &'k Knowledge,
    asked: &str,
    day: Option<CivilDate>,
    lists: ListsUsed,
    met: &Met<'k>,
) -> SearchAnswer<'k> {
    let mut found: Vec<Found<'k>> = Vec::new();
    for organisation in knowledge.organisations() {
        let through: Vec<Through<'k>> = met
            .statements
            .iter()
            .filter(|(statement, _)| statement.organisation == organisation.id)
            .filter_map(|(statement, meeting)| match meeting {
                Meeting::Same(likeness) => Some(Through {
                    statement,
                    likeness: *likeness,
                    holding: day.map(|day| statement.validity.on(day)),
                }),
                Meeting::Inside => None,
            })
            .collect();
        if !through.is_empty() {
            found.push(Found { organisation, through, entries: Vec::new(), linked: Vec::new() });
        }
    }
    if found.is_empty() {
        // the heading of an entry leads to its organisation; of its other names no dossier says that they are
        // the organisation's: some are persons', after whom it was called
        for entry in met.entries.iter().filter(|one| one.heads()) {
            if let Some(organisation) = knowledge.owner(&entry.entry.id)
                && found.iter().all(|one| one.organisation != organisation)
            {
                let (through, entries, linked) = (Vec::new(), Vec::new(), Vec::new());
                found.push(Found { organisation, through, entries, linked });
            }
        }
    }
    for one in &mut found {
        one.entries = entries_of(knowledge, one.organisation, day, &lists, met);
        one.linked = linked_to(&met.linked, one.organisation);
    }
    let is_found =
        |organisation: &Organisation| found.iter().any(|one| one.organisation == organisation);
    let mut stay_themselves: Vec<StaysItself<'k>> = Vec::new();
    for (statement, _) in met.statements.iter().filter(|(_, meeting)| *meeting == Meeting::Inside) {
        let Some(organisation) = knowledge.organisation(&statement.organisation) else { continue };
        if !is_found(organisation)
            && stay_themselves.iter().all(|one| one.organisation != organisation)
        {
            let entries = own_entries(knowledge, organisation, day);
            stay_themselves.push(StaysItself { organisation, name: statement, entries });
        }
    }
    let reached = |entry: &EntryId| {
        let mut all = found.iter().flat_map(|one| &one.entries);
        all.any(|one| one.entry.is_same_record(entry))
            || found.iter().flat_map(|one| &one.linked).any(|one| one.id == *entry)
    };
    let (mut elsewhere, mut entries_inside) = (Vec::new(), Vec::new());
    for entry in &met.entries {
        let linked = met.linked.iter().find(|one| one.entry.id == entry.entry.id);
        let owner = knowledge.owner(&entry.entry.id).or(linked.map(|one| one.organisation));
        match entry.meeting {
            Meeting::Same(_) if !reached(&entry.entry.id) => elsewhere.push((entry.clone(), owner)),
            Meeting::Inside if owner.is_none() => entries_inside.push(entry.clone()),
            Meeting::Same(_) | Meeting::Inside => {}
        }
    }
    let asked = asked.to_owned();
    SearchAnswer { asked, day, lists, found, stay_themselves, elsewhere, entries_inside }
}

/// The entries that say that they are one of an organisation's.
#[must_use]
pub fn linked_to(linked: &[Linked<'_>], organisation: &Organisation) -> Vec<ListedEntry> {
    let of = linked.iter().filter(|one| one.organisation.id == organisation.id);
    of.map(|one| one.entry.clone()).collect()
}

/// The entries that are its own, but for those that were not yet, or no longer, on the day.
fn own_entries(
    knowledge: &Knowledge,
    organisation: &Organisation,
    day: Option<CivilDate>,
) -> Vec<EntryId> {
    let other_day = |holding| matches!(holding, Holding::NotYet | Holding::NoLonger);
    knowledge
        .statements_of(&organisation.id)
        .filter(|statement| !day.is_some_and(|day| other_day(statement.validity.on(day))))
        .filter_map(|statement| match &statement.proposition {
            Proposition::ListedAs(entry) => Some(entry.clone()),
            _ => None,
        })
        .collect()
}

fn entries_of<'k>(
    knowledge: &'k Knowledge,
    organisation: &Organisation,
    day: Option<CivilDate>,
    lists: &ListsUsed,
    met: &Met<'k>,
) -> Vec<Reached<'k>> {
    reached(knowledge, organisation, day, lists, &met.named, |entry| {
        met.entries
            .iter()
            .filter(|one| one.entry.id.is_same_record(entry))
            .filter(|one| matches!(one.meeting, Meeting::Same(_)))
            .map(|one| one.name.clone())
            .collect()
    })
}

/// The entries that an organisation leads to on a day.
pub fn reached<'k>(
    knowledge: &'k Knowledge,
    organisation: &Organisation,
    day: Option<CivilDate>,
    lists: &ListsUsed,
    named: &[ListedEntry],
    bears: impl Fn(&EntryId) -> Vec<String>,
) -> Vec<Reached<'k>> {
    knowledge
        .statements_of(&organisation.id)
        .filter_map(|statement| {
            let entry = statement.proposition.entry()?;
            let listed = named.iter().find(|one| one.id.is_same_record(entry)).cloned();
            // a list without days of listing tells by having the entry
            let is_own = matches!(statement.proposition, Proposition::ListedAs(_));
            let by_list = |told| match told {
                Holding::Perhaps if is_own && listed.is_some() => Holding::Held,
                told => told,
            };
            Some(Reached {
                entry: entry.clone(),
                statement,
                holding: day.map(|day| by_list(statement.validity.on(day))),
                listed,
                looked: lists.has(&entry.list),
                bears: bears(entry),
            })
        })
        .collect()
}
