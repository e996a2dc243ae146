//! One entry with all that its list says.

use tamis_archive::Archive;
use tamis_model::reference::present_form;
use tamis_model::{CivilDate, Entry, EntryId, SnapshotInfo};

use crate::load::{ListFilter, LoadError, load_dated, wanted};

/// An entry and the snapshot that it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownEntry {
    /// The entry.
    pub entry: Entry,
    /// Its snapshot.
    pub snapshot: SnapshotInfo,
    /// How what was asked for led to it.
    pub reached_by: ReachedBy,
}

/// How an id leads to an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReachedBy {
    /// It is the reference that the list prints.
    Reference,
    /// It is another form of that reference: `QE.J.115.04` of `QDe.115`, or the other way round.
    Form,
    /// It is a reference that the list itself calls old.
    OldReference,
}

impl ReachedBy {
    /// What an id is of an entry, in words; nothing where it is the one that the list prints.
    #[must_use]
    pub fn words(self, asked: &EntryId, entry: &EntryId) -> Option<String> {
        match self {
            Self::Reference => None,
            Self::Form => Some(format!("{asked} is another form of the reference {entry}")),
            Self::OldReference => {
                Some(format!("{asked} is an old reference of {entry}, by its list"))
            }
        }
    }
}

/// Why an entry could not be shown.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ShowError {
    /// The list has no such entry.
    #[error(
        "`{entry}` is not in the active snapshot of {published}{near}; \
         references are written as the list prints them"
    )]
    NotFound {
        /// What was asked for.
        entry: EntryId,
        /// The date of the snapshot that was looked at.
        published: String,
        /// `; did you mean …`, or nothing.
        near: String,
    },
    /// The list has no snapshot for the day.
    #[error(
        "no snapshot is stored that was published on or before {day} of: {list}; \
         import an older one, or name a later day"
    )]
    NoneInForce {
        /// The day.
        day: CivilDate,
        /// The list, with its earliest snapshot.
        list: String,
    },
    /// The list could not be read.
    #[error(transparent)]
    Load(#[from] LoadError),
}

/// Finds an entry in the active snapshot of its list, or in the one in force on a day, with the names
/// that it bore on it. An older reference finds the entry too.
///
/// # Errors
/// [`ShowError`].
pub fn show(
    archive: &Archive,
    id: &EntryId,
    as_of: Option<CivilDate>,
) -> Result<ShownEntry, ShowError> {
    let only = vec![id.list.clone()];
    let filter = match as_of {
        Some(day) => ListFilter::AsOf { day, only, without: Vec::new() },
        None => ListFilter::Only(only),
    };
    let wanted = wanted(archive, &filter).map_err(|error| match error {
        LoadError::NoneInForce { day, lists } => ShowError::NoneInForce { day, list: lists },
        other => other.into(),
    });
    let Some(record) = wanted?.records.pop() else {
        let folder = archive.root().display().to_string();
        return Err(LoadError::NoLists { folder }.into());
    };
    let loaded = load_dated(archive, &record, as_of)?;
    let snapshot = loaded.snapshot;
    let mut entries = loaded.reading.entries;
    let older = |entry: &Entry| {
        let keys = entry.other_keys.iter().filter(|key| key.field == OLD_REFERENCE);
        keys.into_iter().any(|key| key.text == *id.reference)
    };
    let exact = entries.iter().position(|entry| entry.id == *id);
    let alike = single(&entries, |entry| is_older_form(&entry.id, id) || older(entry));
    if let Some(place) = exact.or(alike) {
        let entry = entries.swap_remove(place);
        let reached_by = match exact {
            Some(_) => ReachedBy::Reference,
            None if is_older_form(&entry.id, id) => ReachedBy::Form,
            None => ReachedBy::OldReference,
        };
        return Ok(ShownEntry { entry, snapshot, reached_by });
    }
    // Letter case, and other keys that the list keeps beside the reference.
    let alike = |entry: &&Entry| {
        entry.id.reference.eq_ignore_ascii_case(&id.reference)
            || entry.other_keys.iter().any(|key| key.text.eq_ignore_ascii_case(&id.reference))
    };
    let near = entries
        .iter()
        .find(alike)
        .map_or_else(String::new, |entry| format!(", but `{}` is", entry.id));
    Err(ShowError::NotFound { entry: id.clone(), published: snapshot.published.to_string(), near })
}

/// The field of references that a list itself calls old.
const OLD_REFERENCE: &str = "old reference";

/// Whether two ids are one record whose reference changed its form: `QE.J.115.04`, `QDe.115`. What
/// differs in letter case alone is asked again.
fn is_older_form(one: &EntryId, other: &EntryId) -> bool {
    let older = |id: &EntryId| present_form(&id.list, &id.reference).is_some();
    (older(one) || older(other)) && one.is_same_record(other)
}

/// The place of the only entry of which something is true.
fn single(entries: &[Entry], is: impl Fn(&Entry) -> bool) -> Option<usize> {
    let mut places = entries.iter().enumerate().filter(|(_, entry)| is(entry));
    let (place, _) = places.next()?;
    places.next().is_none().then_some(place)
}
