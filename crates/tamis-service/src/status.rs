//! What is imported: for each list the active snapshot, those that are kept beside it, the one that waits,
//! and how current it is.

use tamis_archive::{Archive, FetchRecord, HeldSnapshot, OpenError, SnapshotRecord};
use tamis_fetch::Source;
use tamis_model::{CivilDate, ListId};

use crate::freshness::{FreshnessRecord, freshness};

/// What is there of one list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListStatus {
    /// The list.
    pub list: ListId,
    /// The snapshot that is screened against; none where all were only stored.
    pub active: Option<SnapshotRecord>,
    /// The others, by date of publication.
    pub kept: Vec<SnapshotRecord>,
    /// Those that waited and that nobody accepted, by date of publication.
    pub refused: Vec<SnapshotRecord>,
    /// The one that waits for a person.
    pub held: Option<(SnapshotRecord, HeldSnapshot)>,
    /// Its last fetch.
    pub fetch: Option<FetchRecord>,
    /// How current the active one is.
    pub freshness: Option<FreshnessRecord>,
}

/// All lists of a data folder, in their order, judged on a day by a table of sources.
///
/// # Errors
/// [`OpenError`] when the folder can't be read or understood.
pub fn status(
    archive: &Archive,
    sources: &[Source],
    today: Option<CivilDate>,
) -> Result<Vec<ListStatus>, OpenError> {
    let current = archive.current()?;
    let mut fetches = archive.fetches()?;
    let mut lists: Vec<ListStatus> = Vec::new();
    // Active snapshots are asked for by id, so that a manifest that is gone is an error here too.
    for (list, id) in current.iter() {
        entry(&mut lists, list).active = Some(archive.record(id)?);
    }
    for record in archive.stored()? {
        let (list, id) = (record.info.list.clone(), record.info.id);
        if current.get(&list) == Some(id) {
            continue;
        }
        let status = entry(&mut lists, &list);
        match current.held(&list) {
            Some(held) if held.id == id => status.held = Some((record, held.clone())),
            _ if current.is_set_aside(id) => status.refused.push(record),
            _ => status.kept.push(record),
        }
    }
    for status in &mut lists {
        status.fetch = fetches.remove(&status.list);
        let last = status.fetch.as_ref().and_then(|fetch| fetch.last.as_ref());
        let aside = last.is_some_and(|last| current.is_set_aside(last.snapshot));
        status.freshness =
            status.active.as_ref().map(|active| freshness(active, last, aside, sources, today));
    }
    lists.sort_by(|a, b| a.list.cmp(&b.list));
    Ok(lists)
}

fn entry<'a>(lists: &'a mut Vec<ListStatus>, list: &ListId) -> &'a mut ListStatus {
    let place = lists.iter().position(|status| status.list == *list).unwrap_or_else(|| {
        lists.push(ListStatus {
            list: list.clone(),
            active: None,
            kept: Vec::new(),
            refused: Vec::new(),
            held: None,
            fetch: None,
            freshness: None,
        });
        lists.len() - 1
    });
    #[expect(clippy::indexing_slicing, reason = "the place of an element that is there")]
    &mut lists[place]
}
