//! What lists and dossiers say of one organisation and can't all be so: shown with its origin, never mended.

use tamis_model::{CivilDate, EntryId, ListedName};

use crate::conflicts::{BeforeFounding, Conflict};
use crate::lists::{ListedEntry, ListsUsed};
use crate::mentions::Mentions;
use crate::organisation::{Organisation, Statement};
use crate::validity::Holding;

/// Why a name of an entry is flagged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flag<'k> {
    /// A dossier has it as a name of another organisation.
    OfAnotherOrganisation {
        /// The other one.
        organisation: &'k Organisation,
        /// The statement.
        statement: &'k Statement,
        /// What the dossier says of this entry bearing that organisation's names, with whether it held on the
        /// day.
        as_alias: Option<(&'k Statement, Option<Holding>)>,
    },
    /// An entry that is not this organisation's bears it too.
    OfAnotherEntry {
        /// That entry.
        entry: ListedEntry,
        /// Its name.
        name: String,
        /// Whose it is, if a dossier says so.
        organisation: Option<&'k Organisation>,
    },
    /// It names a place that no other name of the organisation names, nor its areas.
    OtherPlace {
        /// The word.
        word: String,
        /// The place.
        place: &'static str,
        /// The places that the other names name.
        others: Vec<&'static str>,
    },
}

/// A name of an entry with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AliasOrigin<'k> {
    /// The name as the list has it: text, language, grade, element, act.
    pub name: ListedName,
    /// Why it is flagged; none means that nothing contradicts it.
    pub flags: Vec<Flag<'k>>,
}

/// An entry of the organisation with its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryNames<'k> {
    /// The entry.
    pub entry: ListedEntry,
    /// Its names.
    pub names: Vec<AliasOrigin<'k>>,
}

/// The answer: what contradicts what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContradictionsAnswer<'k> {
    /// About whom.
    pub organisation: &'k Organisation,
    /// As of which day.
    pub day: Option<CivilDate>,
    /// The lists that were looked into.
    pub lists: ListsUsed,
    /// The organisation's own entries with all their names, in the order of the lists.
    pub entries: Vec<EntryNames<'k>>,
    /// Entries that the dossier names and the list that was looked into does not have.
    pub absent: Vec<EntryId>,
    /// Conflicts inside the dossier.
    pub conflicts: Vec<Conflict<'k>>,
    /// Designations of before the founding.
    pub before_founding: Vec<BeforeFounding<'k>>,
    /// Records that mention an entry of the organisation, a list each.
    pub mentions: Vec<Mentions>,
}

impl ContradictionsAnswer<'_> {
    /// Whether the entries are headed by different names.
    #[must_use]
    pub fn headings_differ(&self) -> bool {
        let mut folded = self.entries.iter().map(|one| tamis_text::fold(&one.entry.heading));
        folded.next().is_some_and(|first| folded.any(|other| other != first))
    }
}
