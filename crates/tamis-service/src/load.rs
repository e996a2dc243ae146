//! The active lists, read again from their stored bytes.

use std::sync::Arc;

use rayon::prelude::*;
use tamis_archive::{Archive, OpenError, SnapshotRecord, StoredFile};
use tamis_lists::{ReadError, ReadOptions, Reading, SourceFile};
use tamis_match::Policy;
use tamis_model::{CivilDate, ListId, SnapshotId, SnapshotInfo};
use tamis_screen::{ListEntries, ScreenSet, Screener, SetRefusal, validity};

use crate::in_force;
use crate::index::{self, IndexStep};
use crate::today::latest_today;

/// Which lists to use.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum ListFilter {
    /// All that are active.
    #[default]
    All,
    /// These, each of which must be active.
    Only(Vec<ListId>),
    /// All that are active but these, each of which must be there.
    Without(Vec<ListId>),
    /// The snapshots in force on a day, with the names that entries bore on it.
    AsOf {
        /// The day.
        day: CivilDate,
        /// The lists; none named means all that are stored.
        only: Vec<ListId>,
        /// Lists that are left out.
        without: Vec<ListId>,
    },
    /// Exactly these snapshots, active or not: those that an answer is stamped with.
    Snapshots {
        /// Their ids.
        ids: Vec<SnapshotId>,
        /// Lists that were left out of that answer.
        left_out: Vec<ListId>,
        /// The day of that answer.
        as_of: Option<CivilDate>,
        /// The state of the reviewers' log.
        reviewed_links: u64,
    },
}

impl ListFilter {
    /// The day as of which is screened.
    #[must_use]
    pub fn as_of(&self) -> Option<CivilDate> {
        match self {
            Self::AsOf { day, .. } => Some(*day),
            Self::Snapshots { as_of, .. } => *as_of,
            Self::All | Self::Only(_) | Self::Without(_) => None,
        }
    }

    /// The state of the reviewers' log that is asked for; none means the present one.
    #[must_use]
    pub fn reviewed_links(&self) -> Option<u64> {
        match self {
            Self::Snapshots { reviewed_links, .. } => Some(*reviewed_links),
            _ => None,
        }
    }
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

impl LoadedList {
    /// The same list before it had an entry.
    pub(crate) fn nothing(of: &Self) -> Self {
        let mut nothing = of.clone();
        nothing.reading.entries.clear();
        nothing.snapshot.entries = 0;
        nothing.snapshot.scope = tamis_model::SnapshotScope::Whole;
        nothing
    }
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
    /// Snapshots are there, and none is active.
    #[error(
        "no list is active in {folder}, though {stored} snapshots are stored; restore its current.json from \
         a copy, or import the newest publication of each list again (tamis lists import)"
    )]
    NoneActive {
        /// The data folder.
        folder: String,
        /// Snapshots.
        stored: usize,
    },
    /// A list that was asked for is not there.
    #[error("the list `{list}` is not imported; there are: {available}")]
    NotImported {
        /// The list.
        list: ListId,
        /// Those that are there.
        available: String,
    },
    /// Nothing is left.
    #[error("every list is left out; name fewer with --without")]
    AllLeftOut,
    /// A day that has not come: nobody knows which snapshots will be in force on it.
    #[error(
        "{day} has not come yet, it is {today} at the latest; name a day until today, or leave --as-of out \
         to use the lists as they are"
    )]
    NotYet {
        /// The day.
        day: CivilDate,
        /// The latest day that it is anywhere.
        today: CivilDate,
    },
    /// Lists have no snapshot for a day.
    #[error(
        "no snapshot is stored that was published on or before {day} of: {lists}; \
         import an older one, or leave the list out (--without, or --lists with others)"
    )]
    NoneInForce {
        /// The day.
        day: CivilDate,
        /// The lists, each with its earliest snapshot.
        lists: String,
    },
    /// A snapshot that an answer is stamped with is not stored.
    #[error(
        "the snapshot {id} is not stored in {folder}; import the publication that it is the SHA-256 of, \
         or name another data folder with --data"
    )]
    NoSnapshot {
        /// Its id.
        id: SnapshotId,
        /// The data folder.
        folder: String,
    },
    /// The log of reviewed links has not so many decisions.
    #[error(
        "the log of reviewed links has fewer than {revision} decisions; \
         name the data folder that the answer was made with, with --data"
    )]
    NoLinks {
        /// The state that was asked for.
        revision: u64,
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
    let records = wanted(archive, filter)?.records;
    records.par_iter().map(|record| load_dated(archive, record, filter.as_of())).collect()
}

/// The lists bound to a policy. All that are active are taken from their index, which is built where it is not
/// there and `told` of; others, or all to be compared one by one, are read from their stored bytes.
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
    let log = archive.links()?;
    let revision = filter.reviewed_links().unwrap_or_else(|| log.revision());
    let links = log.links_at(revision).ok_or(LoadError::NoLinks { revision })?;
    let Wanted { records, left_out } = wanted(archive, filter)?;
    let set = built(archive, &records, filter.as_of(), &policy)?;
    let set = set.without(left_out).dated(filter.as_of()).linked(&links, revision);
    let set = Arc::new(set);
    Ok(match retrieve {
        Retrieve::Indexed => Screener::indexed(set, policy),
        Retrieve::Exhaustive => Screener::exhaustive(set, policy),
    })
}

/// The set of some snapshots, read from their stored bytes, several at a time, with the names that entries
/// bore on a day.
pub(crate) fn built(
    archive: &Archive,
    records: &[SnapshotRecord],
    as_of: Option<CivilDate>,
    policy: &Policy,
) -> Result<ScreenSet, LoadError> {
    let sets: Vec<ScreenSet> = records
        .par_iter()
        .map(|record| {
            let LoadedList { snapshot, reading } = load_dated(archive, record, as_of)?;
            let entries = reading.entries;
            Ok(ScreenSet::build(vec![ListEntries { snapshot, entries }], policy)?)
        })
        .collect::<Result<_, LoadError>>()?;
    Ok(ScreenSet::join(sets))
}

/// Reads one snapshot, with the names that its entries bore on a day.
///
/// # Errors
/// As [`load_one`].
pub(crate) fn load_dated(
    archive: &Archive,
    record: &SnapshotRecord,
    as_of: Option<CivilDate>,
) -> Result<LoadedList, LoadError> {
    let mut loaded = load_one(archive, record)?;
    if let Some(day) = as_of {
        let entries = std::mem::take(&mut loaded.reading.entries);
        let statements = validity::statements();
        loaded.reading.entries = validity::as_of(&loaded.snapshot, entries, day, statements);
    }
    Ok(loaded)
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

/// What is asked for.
pub(crate) struct Wanted {
    /// The records of the snapshots, in the order of the lists.
    pub(crate) records: Vec<SnapshotRecord>,
    /// Lists that are there and not asked for, in their order.
    pub(crate) left_out: Vec<ListId>,
}

/// The snapshots that are asked for.
pub(crate) fn wanted(archive: &Archive, filter: &ListFilter) -> Result<Wanted, LoadError> {
    if let ListFilter::AsOf { day, .. } = filter {
        refuse_a_day_to_come(*day)?;
    }
    let folder = || archive.root().display().to_string();
    let no_lists = || LoadError::NoLists { folder: folder() };
    let mut records = match filter {
        ListFilter::All | ListFilter::Only(_) | ListFilter::Without(_) => archive.active()?,
        ListFilter::AsOf { .. } => usable(archive)?,
        ListFilter::Snapshots { ids, left_out, .. } => {
            let records = ids.iter().map(|id| stamped(archive, *id)).collect::<Result<_, _>>()?;
            return Ok(Wanted { records, left_out: left_out.clone() });
        }
    };
    if records.is_empty() {
        return Err(match archive.stored()?.len() {
            0 => no_lists(),
            stored => LoadError::NoneActive { folder: folder(), stored },
        });
    }
    let (only, without) = match filter {
        ListFilter::Only(only) => (only.as_slice(), &[][..]),
        ListFilter::Without(without) => (&[][..], without.as_slice()),
        ListFilter::AsOf { only, without, .. } => (only.as_slice(), without.as_slice()),
        ListFilter::All | ListFilter::Snapshots { .. } => (&[][..], &[][..]),
    };
    let there = |list: &ListId| records.iter().any(|record| record.info.list == *list);
    if let Some(list) = only.iter().chain(without).find(|list| !there(list)) {
        let mut names: Vec<&str> = records.iter().map(|record| record.info.list.as_str()).collect();
        names.dedup();
        let available = names.join(", ");
        return Err(LoadError::NotImported { list: list.clone(), available });
    }
    let is_asked_for =
        |list: &ListId| (only.is_empty() || only.contains(list)) && !without.contains(list);
    let mut left_out: Vec<ListId> = records.iter().map(|record| record.info.list.clone()).collect();
    left_out.dedup();
    left_out.retain(|list| !is_asked_for(list));
    records.retain(|record| is_asked_for(&record.info.list));
    if records.is_empty() {
        return Err(LoadError::AllLeftOut);
    }
    if let ListFilter::AsOf { day, .. } = filter {
        records = in_force::on(archive, records, *day)?;
    }
    Ok(Wanted { records, left_out })
}

/// Refuses a day that has not come anywhere.
pub(crate) fn refuse_a_day_to_come(day: CivilDate) -> Result<(), LoadError> {
    refuse_future(day, latest_today())
}

/// All stored snapshots but those that wait for a person, or that nobody accepted.
pub(crate) fn usable(archive: &Archive) -> Result<Vec<SnapshotRecord>, OpenError> {
    // in this order: what comes between the two is noted as set aside before it is seen
    let mut records = archive.stored()?;
    let current = archive.current()?;
    records.retain(|record| !current.is_set_aside(record.info.id));
    Ok(records)
}

/// Refuses a day after today, as far as a clock tells what today is.
fn refuse_future(day: CivilDate, today: Option<CivilDate>) -> Result<(), LoadError> {
    match today {
        Some(today) if day > today => Err(LoadError::NotYet { day, today }),
        _ => Ok(()),
    }
}

fn stamped(archive: &Archive, id: SnapshotId) -> Result<SnapshotRecord, LoadError> {
    archive.record(id).map_err(|error| match error {
        OpenError::Missing { .. } => {
            LoadError::NoSnapshot { id, folder: archive.root().display().to_string() }
        }
        other => other.into(),
    })
}
