//! What the rows work on: the folder, the policy, and the lists, each read and analysed once.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;
use tamis_match::{AnalysedRecord, Policy, RecordRefusal};
use tamis_model::{Entry, ListedName, NameGrade, Party, PartyKind};
use tamis_screen::PreparedEntry;

use super::effort::Sizes;
use super::{EvaluationError, EvaluationOptions, source};

/// The seed of everything that is generated.
pub(super) const SEED: u64 = 20_261_122;

/// The UN list that rows of persons use.
pub(super) const UN: &str = "lists/un/2026-02-27.xml";

/// The four lists that invented people are screened against; OFAC publishes its list in two files.
pub(super) const FOUR_LISTS: [&str; 5] = [
    UN,
    "lists/eu/2021-03-02.xml",
    "lists/ofac/sdn-2021-03-10.xml",
    "lists/ofac/nonsdn-2024-05-06.xml",
    "lists/uk/conlist-2023-06-05.xlsx",
];

/// A list, analysed.
pub(super) type Prepared = Arc<Vec<PreparedEntry>>;

pub(super) struct Material {
    pub(super) folder: PathBuf,
    pub(super) sizes: Sizes,
    pub(super) policy: Policy,
    /// Whether another matcher will be asked the same.
    pub(super) with_peer: bool,
    lists: Mutex<HashMap<String, Prepared>>,
}

impl Material {
    pub(super) fn new(folder: &Path, options: &EvaluationOptions) -> Self {
        Self {
            folder: folder.to_owned(),
            sizes: options.effort.sizes(),
            with_peer: options.with_peer,
            policy: Policy::vetting(),
            lists: Mutex::new(HashMap::new()),
        }
    }

    /// A list of the folder, analysed; read when it is first asked for.
    pub(super) fn list(&self, name: &str) -> Result<Prepared, EvaluationError> {
        let mut lists = self.lists.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lists.get(name) {
            return Ok(Arc::clone(known));
        }
        let entries = source::list(&self.folder, name)?.entries;
        let prepared: Vec<PreparedEntry> = entries
            .into_par_iter()
            .map(|entry| match AnalysedRecord::of_entry(&entry, &self.policy) {
                Ok(record) => Ok(PreparedEntry { entry, record }),
                Err(source) => Err(EvaluationError::Entry { entry: entry.id.to_string(), source }),
            })
            .collect::<Result<_, _>>()?;
        let prepared = Arc::new(prepared);
        lists.insert(name.to_owned(), Arc::clone(&prepared));
        Ok(prepared)
    }

    /// The four lists.
    pub(super) fn four_lists(&self) -> Result<Vec<Prepared>, EvaluationError> {
        FOUR_LISTS.iter().map(|name| self.list(name)).collect()
    }

    pub(super) fn record(&self, party: &Party) -> Result<AnalysedRecord, RecordRefusal> {
        AnalysedRecord::of_party(party, &self.policy)
    }
}

/// A listed person with a Latin primary name, and the original where the list has one of its own.
#[derive(Clone, Copy)]
pub(super) struct ListedPerson<'a> {
    pub(super) prepared: &'a PreparedEntry,
    pub(super) latin: &'a str,
    pub(super) original: Option<&'a str>,
}

/// The persons of a list.
pub(super) fn persons(list: &[PreparedEntry]) -> impl Iterator<Item = ListedPerson<'_>> {
    list.iter().filter(|prepared| prepared.entry.kind == PartyKind::Person).filter_map(|prepared| {
        let latin = primary(&prepared.entry)?;
        Some(ListedPerson { prepared, latin, original: original(&prepared.entry) })
    })
}

/// The primary name.
pub(super) fn primary(entry: &Entry) -> Option<&str> {
    entry.names.iter().find(|name| name.grade == NameGrade::Primary).map(|name| name.text.as_str())
}

/// The name in the original script, not one that an alias mentions.
fn original(entry: &Entry) -> Option<&str> {
    let own = |name: &&ListedName| {
        name.grade == NameGrade::OriginalScript && !name.origin.starts_with("INDIVIDUAL_ALIAS")
    };
    entry.names.iter().find(own).map(|name| name.text.as_str())
}
