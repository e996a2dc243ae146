//! What is imported: for each list the active snapshot, and those that are kept beside it.

use tamis_archive::{Archive, OpenError, SnapshotRecord};
use tamis_model::ListId;

/// What is there of one list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListStatus {
    /// The list.
    pub list: ListId,
    /// The snapshot that is screened against; none where all were only stored.
    pub active: Option<SnapshotRecord>,
    /// The others, by date of publication.
    pub kept: Vec<SnapshotRecord>,
}

/// All lists of a data folder, in their order.
///
/// # Errors
/// [`OpenError`] when the folder can't be read or understood.
pub fn status(archive: &Archive) -> Result<Vec<ListStatus>, OpenError> {
    let current = archive.current()?;
    // Active snapshots are asked for by id, so that a manifest that is gone is an error here too.
    let mut lists: Vec<ListStatus> = current
        .iter()
        .map(|(list, id)| {
            let active = Some(archive.record(id)?);
            Ok(ListStatus { list: list.clone(), active, kept: Vec::new() })
        })
        .collect::<Result<_, OpenError>>()?;
    for record in archive.stored()? {
        let list = &record.info.list;
        if current.get(list) == Some(record.info.id) {
            continue;
        }
        match lists.iter_mut().find(|status| status.list == *list) {
            Some(status) => status.kept.push(record),
            None => {
                let list = list.clone();
                lists.push(ListStatus { list, active: None, kept: vec![record] });
            }
        }
    }
    lists.sort_by(|a, b| a.list.cmp(&b.list));
    Ok(lists)
}
