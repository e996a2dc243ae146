//! A dossier as it is shown: all statements about an organisation, and what the lists say of its entries.

use tamis_model::CivilDate;

use crate::conflicts::{BeforeFounding, Conflict};
use crate::lists::{ListedEntry, ListsUsed};
use crate::mentions::Mentions;
use crate::organisation::{Organisation, Statement};
use crate::search::Reached;

/// A dossier as of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DossierAnswer<'k> {
    /// Whose it is.
    pub organisation: &'k Organisation,
    /// As of which day.
    pub day: Option<CivilDate>,
    /// The lists that were looked into.
    pub lists: ListsUsed,
    /// All statements, in the order of the table.
    pub statements: Vec<&'k Statement>,
    /// The entries that it leads to.
    pub entries: Vec<Reached<'k>>,
    /// Entries of other lists that say that they are one of these.
    pub linked: Vec<ListedEntry>,
    /// Statements that contradict each other.
    pub conflicts: Vec<Conflict<'k>>,
    /// Designations of before the founding.
    pub before_founding: Vec<BeforeFounding<'k>>,
    /// Records of lists that mention its entries.
    pub mentions: Vec<Mentions>,
}
