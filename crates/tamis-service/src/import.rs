//! Files become snapshots, and the newest snapshot of each list becomes the active one.

mod activation;
mod error;
mod grouping;
mod mapping;
mod reading;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tamis_archive::{
    Archive, HeldSnapshot, HoldDecision, HoldReason, Import, NewFile, NewSnapshot, Origin,
    SnapshotRecord,
};
use tamis_lists::SourceFile;
use tamis_model::{Account, CivilDate, ListId, SnapshotInfo};

use crate::bounds::HoldBounds;
use crate::today::latest_today;
use crate::{ChangeKind, VERSION};
use grouping::group;
use reading::{ReadList, read_all};

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
    /// The list that is expected: content of another one is refused.
    pub expects: Option<ListId>,
    /// The publisher's date, where the files have none; of one publication.
    pub published: Option<CivilDate>,
    /// The same by list, where there are several.
    pub published_of: BTreeMap<ListId, CivilDate>,
    /// What the publisher said beside the files of their day; taken where nothing else is known.
    pub said_beside: Option<CivilDate>,
    /// Make these snapshots active even where a newer one is there, or beyond the bounds.
    pub activate: bool,
    /// The bounds within which a snapshot takes the place of another one by itself.
    pub bounds: HoldBounds,
    /// Where the bytes were fetched.
    pub origin: Option<Origin>,
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
    /// What changed in the list against the active snapshot, where it took its place or is held; none too
    /// where that one can't be read any more.
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
    /// All of it under the words of the archive.
    stored: Vec<(&'static str, u64)>,
}

impl ImportChanges {
    /// As the archive keeps it.
    fn stored_counts(&self) -> BTreeMap<String, u64> {
        self.stored.iter().map(|(what, count)| ((*what).to_owned(), *count)).collect()
    }
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
    /// A newer one is active, or in the same import; this one is stored beside it.
    KeptBeside {
        /// The newer one.
        newer: SnapshotInfo,
    },
    /// The same, but it is beyond the bounds against the one before it: it is in force on no day.
    SetAside {
        /// The newer one.
        newer: SnapshotInfo,
        /// The one before it, which stays in force as of its days.
        earlier: SnapshotInfo,
        /// Why.
        reasons: Vec<HoldReason>,
    },
    /// It is stored and waits for a person; the one before is active still.
    Held {
        /// The one before.
        before: SnapshotInfo,
        /// Why, and since when.
        held: HeldSnapshot,
    },
    /// A person refused this content before; nothing has changed.
    Rejected {
        /// Who and why.
        decision: Box<HoldDecision>,
    },
}

/// Imports the files of one or several lists into the archive. All lists become active together, or
/// none does; of several publications of one list the newest is the one that may. `report` is told what
/// happens; what it answers is whether to go on.
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
    let lists = read_all(&groups, options, report)?;
    let of_none = options
        .published_of
        .keys()
        .find(|list| lists.iter().all(|read| read.reading.list != **list));
    if let Some(list) = of_none {
        return Err(ImportError::DayOfNone { list: list.clone() });
    }
    let mut import = archive.begin_import(&mut || report(ImportStep::Waiting))?;
    if !options.activate {
        for list in &lists {
            refuse_a_day_to_come(list, &import)?;
        }
    }
    let mut imported = Vec::with_capacity(lists.len());
    for list in &lists {
        imported.push(store(&mut import, list, options)?);
    }
    let infos: Vec<SnapshotInfo> = imported.iter().map(|list| list.record.info.clone()).collect();
    // what is stored and can't be read is compared with nothing
    let stored = archive.stored().unwrap_or_default().into_iter().map(|record| record.info);
    let known: Vec<SnapshotInfo> = stored.chain(infos.iter().cloned()).collect();
    // by their days, so that each is compared with one that was decided about
    let mut in_order: Vec<(usize, &ReadList<'_>)> = lists.iter().enumerate().collect();
    in_order.sort_by_key(|(_, list)| list.published);
    for (place, list) in in_order {
        let Some(one) = imported.get_mut(place) else { continue };
        if let Some(newer) = newest_of(&infos, place) {
            one.activation =
                activation::beside(&mut import, &one.record.info, newer, &known, options);
            continue;
        }
        let was = one.record.compared.clone();
        let decided = activation::decide(
            archive,
            &mut import,
            &mut one.record,
            &list.reading,
            &known,
            options,
        );
        if one.record.compared != was {
            import.state(&one.record)?;
        }
        (one.activation, one.changes) = (decided.activation, decided.changes);
    }
    import.commit()?;
    Ok(ImportReport { lists: imported })
}

/// Refuses a publication of a day that has come nowhere, where it would take the place of another one: it would be
/// the newest for years, and keep out every true one.
fn refuse_a_day_to_come(list: &ReadList<'_>, import: &Import<'_>) -> Result<(), ImportError> {
    let (published, of) = (list.published, &list.reading.list);
    match latest_today() {
        Some(today) if published > today && import.current().get(of).is_some() => {
            let files = reading::names(&list.files);
            Err(ImportError::NotYet { files, list: of.clone(), published, today })
        }
        _ => Ok(()),
    }
}

/// The publication that may become active instead of this one: another of its list that is newer, or that
/// stands behind it with the same day.
fn newest_of(infos: &[SnapshotInfo], place: usize) -> Option<&SnapshotInfo> {
    let own = infos.get(place)?;
    let of_list = infos.iter().enumerate().filter(|(_, info)| info.list == own.list);
    let (newest, info) = of_list.max_by_key(|(place, info)| (info.published, *place))?;
    (newest != place && info.id != own.id).then_some(info)
}

/// Stores a list; what becomes of it is decided when all are.
fn store(
    import: &mut Import<'_>,
    list: &ReadList<'_>,
    options: &ImportOptions,
) -> Result<ImportedList, ImportError> {
    let ReadList { files, reading, published } = list;
    let files: Vec<NewFile<'_>> =
        files.iter().map(|file| NewFile { name: file.name, bytes: file.bytes }).collect();
    let stored = import.store(&NewSnapshot {
        list: &reading.list,
        format: reading.format,
        published: *published,
        published_as_written: reading.published_as_written.as_deref(),
        scope: &reading.scope,
        files: &files,
        account: &reading.account,
        imported_by: VERSION,
        origin: options.origin.as_ref(),
    })?;
    Ok(ImportedList {
        record: stored.record,
        account: reading.account.clone(),
        was_there: stored.was_there,
        activation: Activation::AlreadyActive,
        changes: None,
    })
}

/// Reads the files that are named.
///
/// # Errors
/// [`ImportError::Unreadable`] for the first that can't be read.
pub fn open_all(paths: &[PathBuf]) -> Result<Vec<GivenFile>, ImportError> {
    paths.iter().map(|path| GivenFile::open(path)).collect()
}
