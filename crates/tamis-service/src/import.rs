//! Files become snapshots, and the newest snapshot of each list becomes the active one.

mod error;
mod grouping;
mod mapping;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tamis_archive::{Archive, Import, NewFile, NewSnapshot, SnapshotRecord};
use tamis_lists::{ReadOptions, Reading, SourceFile};
use tamis_model::{Account, CivilDate, ListId, SnapshotInfo};

use crate::load::load_one;
use crate::{ChangeKind, Dated, VERSION, difference_of};
use grouping::group;

pub use error::ImportError;
pub use mapping::{curated_files, mapping_file};
pub use tamis_lists::curated::Rows;

/// A file of a list as it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenFile {
    /// Its name, without folders.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl GivenFile {
    /// Reads a file.
    ///
    /// # Errors
    /// [`ImportError::Unreadable`].
    pub fn open(path: &Path) -> Result<Self, ImportError> {
        let bytes = fs::read(path)
            .map_err(|source| ImportError::Unreadable { path: path.to_owned(), source })?;
        let name = path
            .file_name()
            .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
        Ok(Self { name, bytes })
    }
}

/// What the importer tells beside the files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportOptions {
    /// The list, where the content fits several.
    pub list: Option<ListId>,
    /// The publisher's date, where the files have none.
    pub published: Option<CivilDate>,
    /// Make these snapshots active even where a newer one is there.
    pub activate: bool,
}

/// What an import tells while it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportStep {
    /// So many bytes of all files are read, of so many.
    Reading {
        /// Read so far.
        done: u64,
        /// In all files.
        total: u64,
    },
    /// Another import holds the data folder; asked again and again while it does.
    Waiting,
}

/// What came of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportReport {
    /// The lists, in the order of their files.
    pub lists: Vec<ImportedList>,
}

/// One list that was imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedList {
    /// The snapshot.
    pub record: SnapshotRecord,
    /// The whole account of its reading.
    pub account: Account,
    /// Whether the same content was stored before.
    pub was_there: bool,
    /// Whether it is screened against now.
    pub activation: Activation,
    /// What changed in the list, where it took the place of another snapshot; none too where that one
    /// can't be read any more.
    pub changes: Option<ImportChanges>,
}

/// What changed between the snapshot that was active and the one that took its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportChanges {
    /// The one before.
    pub from: SnapshotInfo,
    /// Changes by kind.
    pub counts: BTreeMap<ChangeKind, u64>,
    /// Entries that are the same.
    pub unchanged: u64,
    /// Entries of programmes that one of the two alone holds.
    pub not_compared: u64,
}

/// Whether a snapshot became the active one of its list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Activation {
    /// It did, in place of this one.
    Activated {
        /// The one before, if any.
        replaced: Option<SnapshotInfo>,
    },
    /// It was already.
    AlreadyActive,
    /// A newer one is active; this one is stored beside it.
    KeptBeside {
        /// The newer one.
        newer: SnapshotInfo,
    },
}

/// A list that was read and not stored yet.
struct ReadList<'a> {
    files: Vec<SourceFile<'a>>,
    reading: Reading,
    published: CivilDate,
}

/// Imports the files of one or several lists into the archive. All lists become active together, or
/// none does. `report` is told what happens; what it answers is whether to go on.
///
/// # Errors
/// [`ImportError`]; what was active before is active still.
pub fn import(
    archive: &Archive,
    files: &[GivenFile],
    options: &ImportOptions,
    report: &mut dyn FnMut(ImportStep) -> bool,
) -> Result<ImportReport, ImportError> {
    let sources: Vec<SourceFile<'_>> =
        files.iter().map(|file| SourceFile { name: &file.name, bytes: &file.bytes }).collect();
    let groups = group(&sources)?;
    if groups.len() > 1 && (options.list.is_some() || options.published.is_some()) {
        return Err(ImportError::OptionsForSeveral { lists: groups.len() });
    }
    let lists = read_all(groups, options, report)?;
    let mut import = archive.begin_import(&mut || report(ImportStep::Waiting))?;
    let mut imported = Vec::with_capacity(lists.len());
    for list in &lists {
        imported.push(store(archive, &mut import, list, options)?);
    }
    import.commit()?;
    // others may import now: what is told of the changes depends on stored snapshots alone
    for (list, imported) in lists.iter().zip(&mut imported) {
        imported.changes = changes(archive, imported, &list.reading);
    }
    Ok(ImportReport { lists: imported })
}

fn read_all<'a>(
    groups: Vec<Vec<SourceFile<'a>>>,
    options: &ImportOptions,
    report: &mut dyn FnMut(ImportStep) -> bool,
) -> Result<Vec<ReadList<'a>>, ImportError> {
    let size = |files: &[SourceFile<'_>]| files.iter().map(|f| f.bytes.len() as u64).sum::<u64>();
    let total = groups.iter().map(|files| size(files)).sum();
    let mut before = 0;
    let mut lists = Vec::with_capacity(groups.len());
    for files in groups {
        let read_options = ReadOptions { list: options.list.clone() };
        let mut stopped = false;
        let mut progress = |read| {
            stopped |= !report(ImportStep::Reading { done: before + read, total });
        };
        let reading = tamis_lists::read(&files, &read_options, &mut progress)?;
        before += size(&files);
        if stopped || !report(ImportStep::Reading { done: before, total }) {
            return Err(ImportError::Stopped);
        }
        let published = published(&reading, &files, options.published)?;
        if reading.entries.is_empty() {
            return Err(ImportError::NoEntries {
                files: names(&files),
                list: reading.list,
                refused: reading.account.refused.len(),
            });
        }
        lists.push(ReadList { files, reading, published });
    }
    Ok(lists)
}

fn store(
    archive: &Archive,
    import: &mut Import<'_>,
    list: &ReadList<'_>,
    options: &ImportOptions,
) -> Result<ImportedList, ImportError> {
    let ReadList { files, reading, published } = list;
    let published = *published;
    let files: Vec<NewFile<'_>> =
        files.iter().map(|file| NewFile { name: file.name, bytes: file.bytes }).collect();
    let stored = import.store(&NewSnapshot {
        list: &reading.list,
        format: reading.format,
        published,
        published_as_written: reading.published_as_written.as_deref(),
        scope: &reading.scope,
        files: &files,
        account: &reading.account,
        imported_by: VERSION,
    })?;
    let record = stored.record;
    // A damaged manifest of the one before must not keep a whole list out: it is replaced.
    let before = import.current().get(&record.info.list);
    let before_info = before.and_then(|id| archive.record(id).ok()).map(|record| record.info);
    let activation = match before_info {
        Some(info) if info.id == record.info.id => Activation::AlreadyActive,
        Some(info) if info.published > published && !options.activate => {
            Activation::KeptBeside { newer: info }
        }
        replaced => {
            import.activate(&record);
            Activation::Activated { replaced }
        }
    };
    let was_there = stored.was_there;
    let account = reading.account.clone();
    Ok(ImportedList { record, account, was_there, activation, changes: None })
}

/// What changed in a list. A snapshot before that can't be read keeps nobody from importing.
fn changes(archive: &Archive, list: &ImportedList, reading: &Reading) -> Option<ImportChanges> {
    let Activation::Activated { replaced: Some(from) } = &list.activation else { return None };
    let before = load_one(archive, &archive.record(from.id).ok()?).ok()?;
    let mut to = list.record.info.clone();
    to.entries = reading.entries.len() as u64;
    let difference = difference_of(
        Dated { snapshot: &before.snapshot, entries: &before.reading.entries },
        Dated { snapshot: &to, entries: &reading.entries },
    );
    let scope = &difference.scope;
    Some(ImportChanges {
        from: from.clone(),
        counts: difference.counts(),
        unchanged: difference.unchanged,
        not_compared: scope.left_of_from.values().chain(scope.left_of_to.values()).sum(),
    })
}

/// The publisher's date: from the file, else as told; never the day of the import.
fn published(
    reading: &Reading,
    files: &[SourceFile<'_>],
    told: Option<CivilDate>,
) -> Result<CivilDate, ImportError> {
    match (reading.published, told) {
        (Some(written), Some(told)) if written != told => {
            Err(ImportError::PublishedOtherwise { files: names(files), written, told })
        }
        (Some(date), _) | (None, Some(date)) => Ok(date),
        (None, None) => {
            Err(ImportError::NoDate { files: names(files), list: reading.list.clone() })
        }
    }
}

fn names(files: &[SourceFile<'_>]) -> String {
    files.iter().map(|file| file.name).collect::<Vec<_>>().join(", ")
}

/// Reads the files that are named.
///
/// # Errors
/// [`ImportError::Unreadable`] for the first that can't be read.
pub fn open_all(paths: &[PathBuf]) -> Result<Vec<GivenFile>, ImportError> {
    paths.iter().map(|path| GivenFile::open(path)).collect()
}
