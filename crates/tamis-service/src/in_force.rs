//! Which snapshot of a list was in force on a day: the last one published on or before it.

use std::collections::BTreeMap;

use tamis_archive::{Archive, SnapshotRecord};
use tamis_model::{CivilDate, ListId};

use crate::load::LoadError;

/// Of stored snapshots, by list and date, the one of each list that was in force on a day. Of two of
/// one date the active one, else the last by id.
///
/// # Errors
/// [`LoadError::NoneInForce`] when a list has none: its absence would be taken for "no hit".
pub(crate) fn on(
    archive: &Archive,
    stored: Vec<SnapshotRecord>,
    day: CivilDate,
) -> Result<Vec<SnapshotRecord>, LoadError> {
    let (found, lacking) = each_on(archive, stored, day)?;
    let lacking: Vec<String> = lacking
        .iter()
        .map(|(list, earliest)| format!("{list} (the earliest is of {earliest})"))
        .collect();
    if !lacking.is_empty() {
        return Err(LoadError::NoneInForce { day, lists: lacking.join(", ") });
    }
    Ok(found)
}

/// Snapshots in force, and lists that have none with the day of their earliest.
pub(crate) type InForce = (Vec<SnapshotRecord>, Vec<(ListId, CivilDate)>);

/// The same, where a list that has none is told with the day of its earliest: for answers that say which lists
/// they looked into.
///
/// # Errors
/// [`LoadError`] when the archive can't be read.
pub(crate) fn each_on(
    archive: &Archive,
    stored: Vec<SnapshotRecord>,
    day: CivilDate,
) -> Result<InForce, LoadError> {
    let active = archive.current()?;
    let mut lists: BTreeMap<ListId, (Option<SnapshotRecord>, CivilDate)> = BTreeMap::new();
    for record in stored {
        let published = record.info.published;
        let list = record.info.list.clone();
        let is_active = active.get(&list) == Some(record.info.id);
        let (found, earliest) = lists.entry(list).or_insert((None, published));
        *earliest = published.min(*earliest);
        let is_later = found.as_ref().is_none_or(|known| {
            published > known.info.published
                || published == known.info.published
                    && active.get(&known.info.list) != Some(known.info.id)
                || is_active && published == known.info.published
        });
        if published <= day && is_later {
            *found = Some(record);
        }
    }
    let (mut records, mut lacking) = (Vec::new(), Vec::new());
    for (list, (found, earliest)) in lists {
        match found {
            Some(record) => records.push(record),
            None => lacking.push((list, earliest)),
        }
    }
    Ok((records, lacking))
}
