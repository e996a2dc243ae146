//! The lists that are there, for a day or as they are, and what they say of organisations.

use rayon::prelude::*;
use tamis_archive::Archive;
use tamis_dossier::lists::{ListedEntry, ListsUsed};
use tamis_dossier::mentions::{Mentions, mentions};
use tamis_dossier::search::Linked;
use tamis_dossier::{Knowledge, Organisation, Proposition};
use tamis_model::{CivilDate, Entry, EntryId, PartyKind, SnapshotInfo};

use crate::in_force;
use crate::load::{ListFilter, LoadError, LoadedList, load_dated, refuse_a_day_to_come, wanted};

/// The lists that were looked into.
pub(super) struct Listed {
    lists: Vec<LoadedList>,
    pub(super) used: ListsUsed,
}

/// An entry with its snapshot.
#[derive(Debug, Clone, Copy)]
pub(super) struct InSnapshot<'a> {
    pub(super) entry: &'a Entry,
    pub(super) snapshot: &'a SnapshotInfo,
}

impl InSnapshot<'_> {
    pub(super) fn told(&self) -> ListedEntry {
        ListedEntry::of(self.entry, self.snapshot)
    }
}

impl Listed {
    /// Reads the active lists, or those in force on a day with the names that their entries bore. Lists without a
    /// snapshot for the day are named; no list at all is no error: the dossiers answer alone.
    pub(super) fn load(archive: &Archive, day: Option<CivilDate>) -> Result<Self, LoadError> {
        if let Some(day) = day {
            refuse_a_day_to_come(day)?;
        }
        let stored = archive.stored()?;
        let mut used = ListsUsed { day, ..ListsUsed::default() };
        if stored.is_empty() {
            return Ok(Self { lists: Vec::new(), used });
        }
        let records = match day {
            None => wanted(archive, &ListFilter::All)?.records,
            Some(day) => {
                let (records, lacking) = in_force::each_on(archive, stored, day)?;
                used.lacking = lacking;
                records
            }
        };
        let lists: Vec<LoadedList> = records
            .par_iter()
            .map(|record| load_dated(archive, record, day))
            .collect::<Result<_, LoadError>>()?;
        used.used = lists.iter().map(|list| list.snapshot.clone()).collect();
        Ok(Self { lists, used })
    }

    fn entries(&self) -> impl Iterator<Item = InSnapshot<'_>> {
        self.lists.iter().flat_map(|list| {
            let snapshot = &list.snapshot;
            list.reading.entries.iter().map(move |entry| InSnapshot { entry, snapshot })
        })
    }

    /// The entries that are no persons, ships or aircraft, in the order of their lists.
    pub(super) fn organisations(&self) -> Vec<InSnapshot<'_>> {
        let is_one = |one: &InSnapshot<'_>| {
            matches!(one.entry.kind, PartyKind::Organisation | PartyKind::Unknown)
        };
        self.entries().filter(is_one).collect()
    }

    /// Asks something of each organisation's entry, several at a time; the answers keep their order.
    pub(super) fn each_organisation<T: Send>(
        &self,
        ask: impl Fn(InSnapshot<'_>) -> Vec<T> + Sync + Send,
    ) -> Vec<T> {
        self.organisations().into_par_iter().flat_map_iter(ask).collect()
    }

    /// An entry by any form of its reference.
    pub(super) fn entry(&self, id: &EntryId) -> Option<InSnapshot<'_>> {
        self.entries().find(|one| one.entry.id.is_same_record(id))
    }

    /// The entries that dossiers name, as the lists have them.
    pub(super) fn named_by(&self, knowledge: &Knowledge) -> Vec<ListedEntry> {
        let named: Vec<&EntryId> =
            knowledge.statements().iter().filter_map(|one| one.proposition.entry()).collect();
        self.entries()
            .filter(|one| named.iter().any(|id| id.is_same_record(&one.entry.id)))
            .map(|one| one.told())
            .collect()
    }

    /// The entries that no dossier names, and that say that they are one that a dossier names.
    pub(super) fn linked_by(&self, knowledge: &'static Knowledge) -> Vec<Linked<'static>> {
        self.organisations()
            .into_iter()
            .filter(|one| knowledge.owner(&one.entry.id).is_none())
            .filter_map(|one| {
                let organisation = knowledge.owner_of(one.entry)?;
                Some(Linked { entry: one.told(), organisation })
            })
            .collect()
    }

    /// How many records of each list mention an entry of an organisation, where any does.
    pub(super) fn mentions_of(
        &self,
        knowledge: &Knowledge,
        organisation: &Organisation,
    ) -> Vec<Mentions> {
        let own: Vec<&EntryId> = knowledge
            .statements_of(&organisation.id)
            .filter_map(|statement| match &statement.proposition {
                Proposition::ListedAs(entry) => Some(entry),
                _ => None,
            })
            // lists refer to each other by the references of the United Nations
            .filter(|entry| entry.list.as_str() == "un")
            .collect();
        let is_own = |entry: &Entry| {
            knowledge.owner_of(entry).is_some_and(|owner| owner.id == organisation.id)
        };
        let mut all = Vec::new();
        for list in &self.lists {
            for of in &own {
                let mention = |entry: &&Entry| !is_own(entry) && mentions(entry, of);
                let records = list.reading.entries.par_iter().filter(mention).count();
                if records > 0 {
                    let (list, of) = (list.snapshot.list.clone(), (*of).clone());
                    all.push(Mentions { list, of, records: records as u64 });
                }
            }
        }
        all
    }
}
