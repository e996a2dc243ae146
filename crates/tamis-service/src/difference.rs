//! Two snapshots of a list, by day, by id or as files, ready to be compared.

use std::path::{Path, PathBuf};

use tamis_archive::{Archive, OpenError, SnapshotRecord};
use tamis_lists::{ReadOptions, SourceFile};
use tamis_model::{CivilDate, ListId, SnapshotId, SnapshotInfo};

use crate::import::{GivenFile, ImportError};
use crate::load::{LoadError, LoadedList, load_one, usable};

/// The least digits by which a snapshot is named.
pub const LEAST_DIGITS: usize = 4;

/// How a snapshot is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SnapshotName {
    /// The one of each list that was in force on a day.
    Day(CivilDate),
    /// The one whose id begins so.
    Id(String),
    /// A file that need not be imported.
    File(PathBuf),
}

impl SnapshotName {
    /// Reads a name: a day, the beginning of an id, else a path.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let is_day = text.len() == 10;
        if let Some(day) = is_day.then(|| CivilDate::parse_iso(text).ok()).flatten() {
            return Self::Day(day);
        }
        let digits = text.len() >= LEAST_DIGITS && text.bytes().all(|b| b.is_ascii_hexdigit());
        if digits && !Path::new(text).exists() {
            return Self::Id(text.to_ascii_lowercase());
        }
        Self::File(PathBuf::from(text))
    }
}

/// Why two snapshots could not be compared.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DifferenceError {
    /// No stored snapshot has such an id.
    #[error(
        "no stored snapshot has an id that begins with `{id}`; `tamis lists status` shows days and ids"
    )]
    NoId {
        /// The beginning.
        id: String,
    },
    /// Several have.
    #[error(
        "several stored snapshots have an id that begins with `{id}`: {found}; give more digits"
    )]
    SeveralIds {
        /// The beginning.
        id: String,
        /// Which.
        found: String,
    },
    /// Neither a day, nor an id, nor a file.
    #[error(
        "can't read {name}: there is no such file, and it is neither a day (YYYY-MM-DD) nor the beginning \
         of an id ({LEAST_DIGITS} hexadecimal digits at least); `tamis lists status` shows days and ids"
    )]
    NoName {
        /// What was given.
        name: String,
    },
    /// No list has a snapshot for both.
    #[error(
        "no list has a snapshot for both {from} and {to}; `tamis lists status` shows what is stored"
    )]
    Nothing {
        /// The one.
        from: String,
        /// The other.
        to: String,
    },
    /// They are of different lists.
    #[error("{from} is of the list `{one}`, {to} of `{other}`; name two of one list")]
    Lists {
        /// The one.
        from: String,
        /// Its list.
        one: ListId,
        /// The other.
        to: String,
        /// Its list.
        other: ListId,
    },
    /// A file can't be read as a list.
    #[error(transparent)]
    File(#[from] ImportError),
    /// Stored snapshots can't be listed.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// A stored snapshot can't be read.
    #[error(transparent)]
    Load(#[from] LoadError),
}

/// Two snapshots of one list.
#[derive(Debug, Clone)]
pub struct ComparedList {
    /// The one.
    pub from: LoadedList,
    /// The other.
    pub to: LoadedList,
}

/// What there is to compare.
#[derive(Debug, Clone, Default)]
pub struct ComparedLists {
    /// The lists, in their order.
    pub lists: Vec<ComparedList>,
    /// Lists without a snapshot for one of the two days.
    pub left_out: Vec<ListId>,
}

/// The snapshots behind two names, by list. Days are compared list by list, of all lists or of those
/// that are named.
///
/// # Errors
/// [`DifferenceError`].
pub fn compared_lists(
    archive: &Archive,
    from: &SnapshotName,
    to: &SnapshotName,
    only: &[ListId],
) -> Result<ComparedLists, DifferenceError> {
    let (stored, usable) = (archive.stored()?, usable(archive)?);
    // one that waits is named by its id alone: on no day was it in force
    let of = |name: &SnapshotName, list: Option<&ListId>| match name {
        SnapshotName::Day(_) => found(archive, &usable, name, list),
        SnapshotName::Id(_) | SnapshotName::File(_) => found(archive, &stored, name, list),
    };
    // what names one list tells the other which it is of
    let (one, other) = match (from, to) {
        (SnapshotName::Day(_), SnapshotName::Day(_)) => {
            return by_day(archive, &usable, (from, to), only);
        }
        (SnapshotName::Day(_), _) => {
            let to = of(to, None)?;
            (of(from, to.as_ref().map(|to| &to.snapshot.list))?, to)
        }
        _ => {
            let one = of(from, None)?;
            let other = of(to, one.as_ref().map(|one| &one.snapshot.list))?;
            (one, other)
        }
    };
    let (Some(one), Some(other)) = (one, other) else {
        return Err(DifferenceError::Nothing { from: shown(from), to: shown(to) });
    };
    if one.snapshot.list != other.snapshot.list {
        return Err(DifferenceError::Lists {
            from: shown(from),
            one: one.snapshot.list,
            to: shown(to),
            other: other.snapshot.list,
        });
    }
    let lists = vec![ComparedList { from: one, to: other }];
    Ok(ComparedLists { lists, left_out: Vec::new() })
}

fn by_day(
    archive: &Archive,
    stored: &[SnapshotRecord],
    (from, to): (&SnapshotName, &SnapshotName),
    only: &[ListId],
) -> Result<ComparedLists, DifferenceError> {
    let mut lists: Vec<&ListId> = stored.iter().map(|record| &record.info.list).collect();
    lists.dedup();
    lists.retain(|list| only.is_empty() || only.contains(list));
    let mut compared = ComparedLists::default();
    for list in lists {
        let one = found(archive, stored, from, Some(list))?;
        match (one, found(archive, stored, to, Some(list))?) {
            (Some(from), Some(to)) => compared.lists.push(ComparedList { from, to }),
            _ => compared.left_out.push(list.clone()),
        }
    }
    if compared.lists.is_empty() {
        return Err(DifferenceError::Nothing { from: shown(from), to: shown(to) });
    }
    Ok(compared)
}

fn found(
    archive: &Archive,
    stored: &[SnapshotRecord],
    name: &SnapshotName,
    list: Option<&ListId>,
) -> Result<Option<LoadedList>, DifferenceError> {
    match name {
        SnapshotName::Day(day) => {
            let of_list = |record: &&SnapshotRecord| Some(&record.info.list) == list;
            let before = |record: &&SnapshotRecord| record.info.published <= *day;
            let last = stored.iter().filter(of_list).rfind(before);
            Ok(last.map(|record| load_one(archive, record)).transpose()?)
        }
        SnapshotName::Id(id) => {
            let begins = |record: &&SnapshotRecord| record.info.id.to_string().starts_with(id);
            let found: Vec<&SnapshotRecord> = stored.iter().filter(begins).collect();
            match found.as_slice() {
                [one] => Ok(Some(load_one(archive, one)?)),
                [] => Err(DifferenceError::NoId { id: id.clone() }),
                several => {
                    let told = several.iter().map(|record| {
                        let info = &record.info;
                        format!("{} of {} ({})", info.list, info.published, info.id.short())
                    });
                    let found = told.collect::<Vec<_>>().join(", ");
                    Err(DifferenceError::SeveralIds { id: id.clone(), found })
                }
            }
        }
        SnapshotName::File(path) => Ok(Some(of_file(path, list)?)),
    }
}

/// Reads a file as a list, without storing it.
fn of_file(path: &Path, list: Option<&ListId>) -> Result<LoadedList, DifferenceError> {
    if !path.exists() {
        return Err(DifferenceError::NoName { name: path.display().to_string() });
    }
    let file = GivenFile::open(path)?;
    let sources = [SourceFile { name: &file.name, bytes: &file.bytes }];
    let options = ReadOptions { list: list.cloned() };
    let reading = tamis_lists::read(&sources, &options, &mut |_| {}).map_err(ImportError::Read)?;
    let Some(published) = reading.published else {
        let (files, list) = (file.name, reading.list);
        return Err(ImportError::NoDate { files, list }.into());
    };
    let snapshot = SnapshotInfo {
        list: reading.list.clone(),
        id: SnapshotId(tamis_archive::digest::sha256(&file.bytes)),
        format: reading.format.to_owned(),
        published,
        published_as_written: reading.published_as_written.clone(),
        scope: reading.scope.clone(),
        entries: reading.entries.len() as u64,
    };
    Ok(LoadedList { snapshot, reading })
}

fn shown(name: &SnapshotName) -> String {
    match name {
        SnapshotName::Day(day) => day.to_string(),
        SnapshotName::Id(id) => id.clone(),
        SnapshotName::File(path) => path.display().to_string(),
    }
}

#[cfg(test)]
mod tests;
