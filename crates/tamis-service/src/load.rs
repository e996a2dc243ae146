//! The active lists, read again from their stored bytes.

use std::sync::Arc;

use rayon::prelude::*;
use tamis_archive::{Archive, OpenError, SnapshotRecord, StoredFile};
use tamis_lists::{ReadError, ReadOptions, Reading, SourceFile};
use tamis_match::Policy;
use tamis_model::{ListId, SnapshotInfo};
use tamis_screen::{ListEntries, ScreenSet, Screener, SetRefusal};

use crate::index::{self, IndexStep};

/// Which lists to use.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum ListFilter {
    /// All that are active.
    #[default]
    All,
    /// These, each of which must be active.
    Only(Vec<ListId>),
}

/// How the entries are found that a party is compared with. The answers are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Retrieve {
    /// By an index.
    #[default]
    Indexed,
    /// By comparing with all.
    Exhaustive,
}

/// A list that was read from its stored bytes.
#[derive(Debug, Clone)]
pub struct LoadedList {
    /// The snapshot.
    pub snapshot: SnapshotInfo,
    /// What came out of reading it.
    pub reading: Reading,
}

/// Why the active lists could not be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LoadError {
    /// Nothing was imported yet.
    #[error("there is no list in {folder}; import one first: tamis lists import FILE…")]
    NoLists {
        /// The data folder.
        folder: String,
    },
    /// A list that was asked for is not there.
    #[error("the list `{list}` is not imported; there are: {available}")]
    NotImported {
        /// The list.
        list: ListId,
        /// Those that are there.
        available: String,
    },
    /// Stored bytes could not be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// Stored bytes that this version can't read.
    #[error("the stored snapshot {} of `{}` can't be read; import it again", .snapshot.id.short(), .snapshot.list)]
    Read {
        /// Which one.
        snapshot: Box<SnapshotInfo>,
        /// Why.
        #[source]
        source: ReadError,
    },
    /// Stored bytes that read as another list.
    #[error(
        "the stored snapshot {} of `{}` reads as `{found}`; import it again with --list",
        .snapshot.id.short(), .snapshot.list
    )]
    OtherList {
        /// Which one.
        snapshot: Box<SnapshotInfo>,
        /// What it reads as.
        found: ListId,
    },
    /// An entry that can't be compared.
    #[error(transparent)]
    Set(#[from] SetRefusal),
}

/// Reads the active lists, several at a time.
///
/// # Errors
/// [`LoadError`]: a list that is missing or damaged is an error, never left out.
pub fn load(archive: &Archive, filter: &ListFilter) -> Result<Vec<LoadedList>, LoadError> {
    wanted(archive, filter)?.par_iter().map(|record| load_one(archive, record)).collect()
}

/// The active lists bound to a policy. All of them are taken from their index, which is built where it is not
/// there and `told` of; some of them, or all to be compared one by one, are read from their stored bytes.
///
/// # Errors
/// [`LoadError`].
pub fn load_screener(
    archive: &Archive,
    filter: &ListFilter,
    policy: Policy,
    retrieve: Retrieve,
    told: &mut dyn FnMut(IndexStep<'_>) -> bool,
) -> Result<Screener, LoadError> {
    if (filter, retrieve) == (&ListFilter::All, Retrieve::Indexed) {
        let set = index::active_set(archive, &policy, told)?;
        return Ok(Screener::indexed(Arc::new(set), policy));
    }
    let set = Arc::new(built(archive, &wanted(archive, filter)?, &policy)?);
    Ok(match retrieve {
        Retrieve::Indexed => Screener::indexed(set, policy),
        Retrieve::Exhaustive => Screener::exhaustive(set, policy),
    })
}

/// The set of some snapshots, read from their stored bytes, several at a time.
pub(crate) fn built(
    archive: &Archive,
    records: &[SnapshotRecord],
    policy: &Policy,
) -> Result<ScreenSet, LoadError> {
    let sets: Vec<ScreenSet> = records
        .par_iter()
        .map(|record| {
            let LoadedList { snapshot, reading } = load_one(archive, record)?;
            let entries = reading.entries;
            Ok(ScreenSet::build(vec![ListEntries { snapshot, entries }], policy)?)
        })
        .collect::<Result<_, LoadError>>()?;
    Ok(ScreenSet::join(sets))
}

/// Reads one snapshot from its stored bytes.
///
/// # Errors
/// [`LoadError`] when the bytes are missing or damaged, or read otherwise than when they were stored.
pub(crate) fn load_one(
    archive: &Archive,
    record: &SnapshotRecord,
) -> Result<LoadedList, LoadError> {
    let stored = archive.files(record)?;
    let files: Vec<SourceFile<'_>> =
        stored.iter().map(|StoredFile { name, bytes }| SourceFile { name, bytes }).collect();
    let options = ReadOptions { list: Some(record.info.list.clone()) };
    let reading = tamis_lists::read(&files, &options, &mut |_| {})
        .map_err(|source| LoadError::Read { snapshot: Box::new(record.info.clone()), source })?;
    if reading.list != record.info.list {
        let found = reading.list;
        return Err(LoadError::OtherList { snapshot: Box::new(record.info.clone()), found });
    }
    let mut snapshot = record.info.clone();
    snapshot.entries = reading.entries.len() as u64;
    Ok(LoadedList { snapshot, reading })
}

/// The records of the active lists that are asked for, in the order of the lists.
pub(crate) fn wanted(
    archive: &Archive,
    filter: &ListFilter,
) -> Result<Vec<SnapshotRecord>, LoadError> {
    let mut active = archive.active()?;
    if active.is_empty() {
        return Err(LoadError::NoLists { folder: archive.root().display().to_string() });
    }
    if let ListFilter::Only(lists) = filter {
        let there = |list: &ListId| active.iter().any(|record| record.info.list == *list);
        if let Some(list) = lists.iter().find(|list| !there(list)) {
            let names: Vec<&str> = active.iter().map(|record| record.info.list.as_str()).collect();
            let available = names.join(", ");
            return Err(LoadError::NotImported { list: list.clone(), available });
        }
        active.retain(|record| lists.contains(&record.info.list));
    }
    Ok(active)
}
