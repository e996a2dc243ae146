//! Lists fetched from their publishers: each by itself, so that one that fails keeps no other out.

use tamis_archive::{
    Archive, FetchFailure, FetchRecord, GoodFetch, HoldEnd, OpenError, Origin, StoreError,
};
use tamis_fetch::{
    Address, Client, Content, FetchError, Fetched, Source, SourceUse, Step, Validators,
};
use tamis_model::{CivilDate, ListId, Moment, SnapshotId};

use crate::bounds::HoldBounds;
use crate::import::{
    Activation, GivenFile, ImportError, ImportOptions, ImportStep, ImportedList, import,
};
use crate::today::now;

/// What is to be fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UpdateRequest {
    /// The lists; none named means all that the table uses.
    pub lists: Vec<ListId>,
    /// The table of sources.
    pub sources: Vec<Source>,
    /// Whether addresses that nothing shows are used too.
    pub unverified: bool,
    /// The address of the one list that is named, instead of that of the table.
    pub from: Option<Address>,
    /// The publisher's date of the one list that is named, where the file has none.
    pub published: Option<CivilDate>,
    /// Whether the whole content is asked for, whatever the publisher gave the last time.
    pub afresh: bool,
    /// The bounds within which a snapshot takes the place of another one by itself.
    pub bounds: HoldBounds,
}

/// Why nothing was fetched at all.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum UpdateError {
    /// An address or a date of one list without, or with several, of them.
    #[error(
        "--from and --published speak of one list; name it: tamis lists update LIST --from ADDRESS"
    )]
    OneList,
    /// No row of the table.
    #[error(
        "no address is known for `{list}`; give one with --from ADDRESS, or import the file \
         (tamis lists import FILE); addresses are known for: {known}"
    )]
    NoSource {
        /// The list.
        list: ListId,
        /// Lists with an address.
        known: String,
    },
    /// Only addresses that nothing shows.
    #[error(
        "the address of `{list}` is not verified ({why}); look at {address}, then use it with --unverified, or \
         give another one with --from ADDRESS"
    )]
    Unverified {
        /// The list.
        list: ListId,
        /// Why not.
        why: String,
        /// The address.
        address: Address,
    },
    /// The data folder can't be read.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// Somebody stopped it.
    #[error("interrupted; lists that were told of as taken are, the others are unchanged")]
    Stopped,
}

/// Why one list is as it was.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ListUpdateError {
    /// The address gave nothing.
    #[error(transparent)]
    Fetch(#[from] FetchError),
    /// What it gave is no list, or can't be stored.
    #[error(transparent)]
    Import(#[from] ImportError),
}

/// What happens while lists are fetched.
#[derive(Debug)]
pub enum UpdateStep<'a> {
    /// A list is asked for.
    Asking {
        /// Which.
        list: &'a ListId,
        /// Where.
        address: &'a Address,
    },
    /// What the fetch tells.
    Fetching(Step<'a>),
    /// What the import tells.
    Importing(ImportStep),
}

/// What came of an update.
#[derive(Debug)]
pub struct UpdateReport {
    /// The lists that were asked for, in their order.
    pub lists: Vec<UpdatedList>,
    /// Lists of the table that were not, since their addresses are not verified or not known; none where
    /// lists were named.
    pub left_out: Vec<Source>,
}

/// One list.
#[derive(Debug)]
pub struct UpdatedList {
    /// The list.
    pub list: ListId,
    /// Where it was asked for.
    pub address: Address,
    /// What came of it.
    pub outcome: UpdateOutcome,
}

/// What came of one list.
#[derive(Debug)]
pub enum UpdateOutcome {
    /// The publisher says, or its bytes show, that the content is the one that is known.
    Unchanged {
        /// The snapshot that it is.
        snapshot: SnapshotId,
        /// Whether that one waits for a person or was refused by one, so that an older one is active.
        set_aside: bool,
    },
    /// New content was stored.
    New(Box<ImportedList>),
    /// Nothing has changed here, and why.
    Failed(ListUpdateError),
}

/// Fetches lists, and takes each into use or holds it.
///
/// # Errors
/// [`UpdateError`] before anything is fetched, or when it is stopped. A list that fails is told in the report.
pub fn update(
    archive: &Archive,
    client: &Client,
    request: &UpdateRequest,
    told: &mut dyn FnMut(UpdateStep<'_>) -> bool,
) -> Result<UpdateReport, UpdateError> {
    let (wanted, left_out) = wanted(request)?;
    let mut lists = Vec::with_capacity(wanted.len());
    for (list, address) in wanted {
        if !told(UpdateStep::Asking { list: &list, address: &address }) {
            return Err(UpdateError::Stopped);
        }
        let outcome = match one(archive, client, request, (&list, &address), told) {
            Ok(outcome) => outcome,
            Err(ListUpdateError::Fetch(FetchError::Stopped))
            | Err(ListUpdateError::Import(ImportError::Stopped)) => {
                return Err(UpdateError::Stopped);
            }
            Err(error) => {
                note_failure(archive, &list, &address, &error);
                UpdateOutcome::Failed(error)
            }
        };
        lists.push(UpdatedList { list, address, outcome });
    }
    Ok(UpdateReport { lists, left_out })
}

type Wanted = (Vec<(ListId, Address)>, Vec<Source>);

fn wanted(request: &UpdateRequest) -> Result<Wanted, UpdateError> {
    let UpdateRequest { lists, sources, unverified, from, .. } = request;
    if (from.is_some() || request.published.is_some()) && lists.len() != 1 {
        return Err(UpdateError::OneList);
    }
    if let (Some(from), [list]) = (from, lists.as_slice()) {
        return Ok((vec![(list.clone(), from.clone())], Vec::new()));
    }
    let is_used = |source: &Source| match source.used {
        SourceUse::Always => true,
        SourceUse::Asked => *unverified,
        SourceUse::Never => false,
    };
    let of = |list: &ListId| {
        let rows = || sources.iter().filter(|source| source.list == *list);
        let used = rows().find(|source| is_used(source)).and_then(|source| source.address.clone());
        used.ok_or_else(|| {
            match rows().find_map(|source| Some((source, source.address.as_ref()?))) {
                Some((source, address)) => UpdateError::Unverified {
                    list: list.clone(),
                    why: source.source.clone(),
                    address: address.clone(),
                },
                None => UpdateError::NoSource { list: list.clone(), known: known(sources) },
            }
        })
    };
    if !lists.is_empty() {
        let mut wanted: Vec<(ListId, Address)> = Vec::new();
        for list in lists {
            if !wanted.iter().any(|(known, _)| known == list) {
                wanted.push((list.clone(), of(list)?));
            }
        }
        return Ok((wanted, Vec::new()));
    }
    let mut wanted: Vec<(ListId, Address)> = Vec::new();
    let mut left_out: Vec<Source> = Vec::new();
    for source in sources {
        let there = |list: &ListId| list == &source.list;
        if wanted.iter().any(|(list, _)| there(list)) {
            continue;
        }
        match of(&source.list) {
            Ok(address) => wanted.push((source.list.clone(), address)),
            Err(_) if left_out.iter().any(|known| there(&known.list)) => {}
            Err(_) => left_out.push(source.clone()),
        }
    }
    Ok((wanted, left_out))
}

/// Lists with an address, told once each.
fn known(sources: &[Source]) -> String {
    let with = sources.iter().filter(|source| source.address.is_some());
    let mut names: Vec<&str> = with.map(|source| source.list.as_str()).collect();
    names.dedup();
    names.join(", ")
}

fn one(
    archive: &Archive,
    client: &Client,
    request: &UpdateRequest,
    (list, address): (&ListId, &Address),
    told: &mut dyn FnMut(UpdateStep<'_>) -> bool,
) -> Result<UpdateOutcome, ListUpdateError> {
    // a log that can't be read costs a whole fetch and no more
    let known = archive.fetches().ok().and_then(|mut log| log.remove(list)?.last);
    let known = known.filter(|known| {
        !request.afresh
            && known.address == address.as_str()
            && is_whole(archive, known.snapshot)
            && is_settled(archive, list, known.snapshot)
    });
    let validators = known.as_ref().map(|known| Validators {
        etag: known.etag.clone(),
        last_modified: known.last_modified.clone(),
    });
    let fetched =
        client.fetch(address, validators.as_ref(), &mut |step| told(UpdateStep::Fetching(step)))?;
    let at = moment();
    let (content, known) = match (fetched, known) {
        (Fetched::Unchanged, Some(known)) => {
            let snapshot = known.snapshot;
            note(archive, list, GoodFetch { checked_at: at, ..known }, told)?;
            return unchanged(archive, snapshot);
        }
        // not said without being shown something
        (Fetched::Unchanged, None) => return Err(FetchError::status(304, None).into()),
        (Fetched::Content(content), known) => (content, known),
    };
    let snapshot = SnapshotId(tamis_archive::digest::sha256(&content.bytes));
    let was_known = is_stored(archive, list, snapshot);
    let fetched_at =
        known.filter(|known| known.snapshot == snapshot).map_or(at, |known| known.fetched_at);
    let good = GoodFetch {
        address: address.to_string(),
        etag: content.validators.etag.clone(),
        last_modified: content.validators.last_modified.clone(),
        fetched_at,
        checked_at: at,
        snapshot,
    };
    if was_known && is_settled(archive, list, snapshot) {
        note(archive, list, good, told)?;
        return unchanged(archive, snapshot);
    }
    let imported = taken(archive, request, (list, address), content, told)?;
    // it is in use or waits now, whether that can be noted or not: without the note the next fetch is a whole one
    let _: Result<(), ListUpdateError> = note(archive, list, good, told);
    Ok(UpdateOutcome::New(Box::new(imported)))
}

fn taken(
    archive: &Archive,
    request: &UpdateRequest,
    (list, address): (&ListId, &Address),
    content: Content,
    told: &mut dyn FnMut(UpdateStep<'_>) -> bool,
) -> Result<ImportedList, ListUpdateError> {
    let options = ImportOptions {
        expects: Some(list.clone()),
        published: request.published,
        said_beside: content.last_modified_day(),
        bounds: request.bounds,
        origin: Some(Origin { address: address.to_string(), fetched_at: moment() }),
        ..ImportOptions::default()
    };
    let name = address.file_name().to_owned();
    let files = [GivenFile { name, bytes: content.bytes }];
    let report = import(archive, &files, &options, &mut |step| told(UpdateStep::Importing(step)))?;
    let mut lists = report.lists.into_iter();
    // one file is one list: the import says so, or fails
    lists.next().ok_or_else(|| ImportError::Stopped.into())
}

/// Whether a snapshot is there with all its bytes, so that another copy is not needed.
fn is_whole(archive: &Archive, snapshot: SnapshotId) -> bool {
    archive.record(snapshot).and_then(|record| archive.files(&record)).is_ok()
}

/// Whether the same bytes are stored as a snapshot of the list.
fn is_stored(archive: &Archive, list: &ListId, snapshot: SnapshotId) -> bool {
    archive.record(snapshot).is_ok_and(|record| record.info.list == *list)
        && is_whole(archive, snapshot)
}

/// Whether it was decided what is to become of these bytes: they are active, wait, or a person refused them.
/// What was set aside because another one came is looked at anew: nobody said a word about it.
fn is_settled(archive: &Archive, list: &ListId, snapshot: SnapshotId) -> bool {
    archive.current().is_ok_and(|current| {
        let waits = current.held(list).is_some_and(|held| held.id == snapshot);
        let rejected =
            current.decision(snapshot).is_some_and(|known| known.end == HoldEnd::Rejected);
        current.get(list) == Some(snapshot) || waits || rejected
    })
}

fn unchanged(archive: &Archive, snapshot: SnapshotId) -> Result<UpdateOutcome, ListUpdateError> {
    let current = archive.current().map_err(|error| ImportError::Store(error.into()))?;
    Ok(UpdateOutcome::Unchanged { snapshot, set_aside: current.is_set_aside(snapshot) })
}

fn note(
    archive: &Archive,
    list: &ListId,
    good: GoodFetch,
    told: &mut dyn FnMut(UpdateStep<'_>) -> bool,
) -> Result<(), ListUpdateError> {
    let record = FetchRecord { last: Some(good), failure: None };
    let mut wait = || told(UpdateStep::Importing(ImportStep::Waiting));
    Ok(archive.note_fetch(list, record, &mut wait).map_err(ImportError::Store)?)
}

/// Notes that a fetch failed, as far as that can be noted: the failure itself is told anyway.
fn note_failure(archive: &Archive, list: &ListId, address: &Address, error: &ListUpdateError) {
    let mut record =
        archive.fetches().ok().and_then(|mut log| log.remove(list)).unwrap_or_default();
    let (address, detail) = (address.to_string(), error.to_string());
    record.failure = Some(FetchFailure { address, at: moment(), detail });
    let _: Result<(), StoreError> = archive.note_fetch(list, record, &mut || false);
}

fn moment() -> Moment {
    now().unwrap_or(Moment::EPOCH)
}

impl UpdatedList {
    /// Whether a person has to look at it: it is held, or a newer one than the active is set aside.
    #[must_use]
    pub fn waits(&self) -> bool {
        match &self.outcome {
            UpdateOutcome::Unchanged { set_aside, .. } => *set_aside,
            UpdateOutcome::New(list) => matches!(list.activation, Activation::Held { .. }),
            UpdateOutcome::Failed(_) => false,
        }
    }

    /// Whether it failed.
    #[must_use]
    pub fn failed(&self) -> bool {
        matches!(self.outcome, UpdateOutcome::Failed(_))
    }
}
