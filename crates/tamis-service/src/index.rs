//! The index of the active lists: opened where it was built before, built where it was not.
//!
//! Its name follows from all that it is made of: the engine, the snapshots and what reviewers joined. So
//! nothing points at it, and nothing can point at a wrong one: other lists ask for another name.

use std::path::Path;
use std::time::{Duration, Instant};

use tamis_archive::digest::sha256;
use tamis_archive::{Archive, ArtefactOpenError, Check, OpenError, SnapshotRecord, StoreError};
use tamis_match::Policy;
use tamis_model::{ReviewedLink, SnapshotId, SnapshotInfo};
use tamis_screen::{ENGINE, KeptRefusal, ScreenSet};

use crate::load::{ListFilter, LoadError, built, wanted};

/// What is told while an index is opened or built; what is answered is whether to go on waiting.
#[derive(Debug)]
pub enum IndexStep<'a> {
    /// It is opened: answers come from this file.
    Opened(&'a Path),
    /// It is not there yet: it is built now, from so many lists.
    Building {
        /// Lists.
        lists: usize,
    },
    /// Another process builds one; asked again and again while it does.
    Waiting,
    /// The one that is there can't be used; it is built again.
    Refused(&'a IndexError),
    /// It could not be written: this run goes on without.
    NotWritten(&'a StoreError),
}

/// Why there is no index.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IndexError {
    /// It was not built.
    #[error("there is no index of the active lists yet; build it: tamis index build")]
    NotBuilt,
    /// It can't be used.
    #[error(transparent)]
    Open(#[from] ArtefactOpenError),
    /// It was built by another engine or for another policy.
    #[error("the index can't be used: {0}; build it again: tamis index build")]
    Kept(#[from] KeptRefusal),
    /// It holds other snapshots than those that are active.
    #[error("{path} is the index of other lists; build it again: tamis index build")]
    OtherLists {
        /// The file.
        path: std::path::PathBuf,
    },
    /// The lists can't be read.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// It could not be written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// An index as it stands in the data folder.
#[derive(Debug, Clone)]
pub struct IndexInfo {
    /// Its file.
    pub path: std::path::PathBuf,
    /// The engine that built it.
    pub engine: &'static str,
    /// The snapshots in it.
    pub snapshots: Vec<SnapshotInfo>,
    /// Entries.
    pub entries: u64,
    /// Different names, read as a person's or a thing's.
    pub names: u64,
    /// Different words.
    pub words: u64,
    /// Bytes of its parts.
    pub parts: Vec<(String, u64)>,
    /// All its bytes.
    pub bytes: u64,
    /// The checksum of all checksums: the same content has the same.
    pub checksum: u64,
    /// How long it took to open, or to build.
    pub took: Duration,
}

/// What an index of the active lists is made of.
struct Sources {
    records: Vec<SnapshotRecord>,
    /// What reviewers joined, and the number of that state.
    links: Vec<ReviewedLink>,
    revision: u64,
    name: String,
}

impl Sources {
    fn of(archive: &Archive) -> Result<Self, LoadError> {
        let records = wanted(archive, &ListFilter::All)?.records;
        let mut text = format!("{ENGINE}\n");
        for record in &records {
            text.push_str(&format!("{} {}\n", record.info.list, record.info.id));
        }
        let log = archive.links()?;
        let revision = log.revision();
        let links = log.links_at(revision).unwrap_or_default();
        text.push_str(&format!("{revision} decisions of reviewers\n"));
        let name = SnapshotId(sha256(text.as_bytes())).to_string();
        Ok(Self { records, links, revision, name })
    }

    /// The set, read from the stored bytes of the lists.
    fn built(&self, archive: &Archive, policy: &Policy) -> Result<ScreenSet, LoadError> {
        let set = built(archive, &self.records, None, policy)?;
        Ok(set.linked(&self.links, self.revision))
    }
}

/// The set of the active lists: that of the index, which is built and written where it is not there. `told`
/// hears what happens.
///
/// # Errors
/// [`LoadError`] when the lists can't be read; what is wrong with the index alone is told, and the run goes on.
pub fn active_set(
    archive: &Archive,
    policy: &Policy,
    told: &mut dyn FnMut(IndexStep<'_>) -> bool,
) -> Result<ScreenSet, LoadError> {
    let sources = Sources::of(archive)?;
    match opened(archive, &sources, policy, Check::AsOpened) {
        Ok(set) => {
            told(IndexStep::Opened(&archive.artefact_path(&sources.name)));
            return Ok(set);
        }
        Err(IndexError::NotBuilt) => {}
        Err(error) => {
            told(IndexStep::Refused(&error));
        }
    }
    match built_and_opened(archive, &sources, policy, told) {
        Err(IndexError::Load(error)) => Err(error),
        Err(IndexError::Store(error)) => {
            told(IndexStep::NotWritten(&error));
            sources.built(archive, policy)
        }
        Err(error) => {
            told(IndexStep::Refused(&error));
            sources.built(archive, policy)
        }
        Ok(set) => {
            told(IndexStep::Opened(&archive.artefact_path(&sources.name)));
            Ok(set)
        }
    }
}

/// Builds the index of the active lists, though it may be there.
///
/// # Errors
/// [`IndexError`]; the index that was there is there still.
pub fn build_index(
    archive: &Archive,
    policy: &Policy,
    told: &mut dyn FnMut(IndexStep<'_>) -> bool,
) -> Result<IndexInfo, IndexError> {
    let begun = Instant::now();
    let sources = Sources::of(archive)?;
    let lock = archive.lock_artefact(&sources.name, &mut || told(IndexStep::Waiting))?;
    told(IndexStep::Building { lists: sources.records.len() });
    let set = sources.built(archive, policy)?;
    lock.put(|to| set.write(policy, to).map(drop))?;
    let set = opened(archive, &sources, policy, Check::AsOpened)?;
    Ok(info(archive, &sources, &set, begun))
}

/// Opens the index of the active lists and tells what it holds; `check` says how much of it is read.
///
/// # Errors
/// [`IndexError`] when it was not built or can't be used.
pub fn index_info(
    archive: &Archive,
    policy: &Policy,
    check: Check,
) -> Result<IndexInfo, IndexError> {
    let begun = Instant::now();
    let sources = Sources::of(archive)?;
    let set = opened(archive, &sources, policy, check)?;
    Ok(info(archive, &sources, &set, begun))
}

fn info(archive: &Archive, sources: &Sources, set: &ScreenSet, begun: Instant) -> IndexInfo {
    let took = begun.elapsed();
    let index = set.index();
    let (sizes, artefact) = (index.sizes(), index.artefact());
    IndexInfo {
        path: archive.artefact_path(&sources.name),
        engine: ENGINE,
        snapshots: set.snapshots().to_vec(),
        entries: set.len() as u64,
        names: sizes.names.into(),
        words: sizes.words.into(),
        parts: sizes.bytes.into_iter().map(|(part, bytes)| (part, bytes as u64)).collect(),
        bytes: artefact.length() as u64,
        checksum: artefact.checksum(),
        took,
    }
}

fn opened(
    archive: &Archive,
    sources: &Sources,
    policy: &Policy,
    check: Check,
) -> Result<ScreenSet, IndexError> {
    let artefact = archive.artefact(&sources.name, check)?.ok_or(IndexError::NotBuilt)?;
    let set = ScreenSet::open(artefact.into(), policy)?.reviewed(sources.revision);
    // its name says so too, but a file can be copied to any name
    let held = set.snapshots().iter().map(|info| (&info.list, info.id));
    if !held.eq(sources.records.iter().map(|record| (&record.info.list, record.info.id))) {
        return Err(IndexError::OtherLists { path: archive.artefact_path(&sources.name) });
    }
    Ok(set)
}

fn built_and_opened(
    archive: &Archive,
    sources: &Sources,
    policy: &Policy,
    told: &mut dyn FnMut(IndexStep<'_>) -> bool,
) -> Result<ScreenSet, IndexError> {
    let lock = archive.lock_artefact(&sources.name, &mut || told(IndexStep::Waiting))?;
    // who waited finds what the other one built
    if let Ok(set) = opened(archive, sources, policy, Check::AsOpened) {
        return Ok(set);
    }
    told(IndexStep::Building { lists: sources.records.len() });
    let set = sources.built(archive, policy)?;
    lock.put(|to| set.write(policy, to).map(drop))?;
    opened(archive, sources, policy, Check::AsOpened)
}

impl From<OpenError> for IndexError {
    fn from(error: OpenError) -> Self {
        Self::Load(error.into())
    }
}
