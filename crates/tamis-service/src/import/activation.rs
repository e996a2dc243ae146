//! Whether a stored snapshot becomes the active one of its list, waits for a person, or is kept beside.

use tamis_archive::{
    Archive, Compared, HeldSnapshot, HoldDecision, HoldEnd, HoldReason, Import, SnapshotRecord,
};
use tamis_lists::Reading;
use tamis_model::{Moment, SnapshotInfo};
use tamis_screen::difference::{Dated, difference};

use super::{Activation, ImportChanges, ImportOptions};
use crate::bounds::counted;
use crate::load::load_one;
use crate::today::now;

/// What was decided about a snapshot, and how it differs from the active one.
pub(super) struct Decided {
    pub(super) activation: Activation,
    pub(super) changes: Option<ImportChanges>,
}

/// Decides about a snapshot of which none newer is in the same import.
pub(super) fn decide(
    archive: &Archive,
    import: &mut Import<'_>,
    record: &mut SnapshotRecord,
    reading: &Reading,
    known: &[SnapshotInfo],
    options: &ImportOptions,
) -> Decided {
    let (list, id) = (record.info.list.clone(), record.info.id);
    let at = now().unwrap_or(Moment::EPOCH);
    // A damaged manifest of the one before must not keep a whole list out: it is replaced.
    let before = import.current().get(&list).and_then(|id| archive.record(id).ok());
    let without_changes = |activation| Decided { activation, changes: None };
    match &before {
        Some(before) if before.info.id == id => return without_changes(Activation::AlreadyActive),
        Some(before) if before.info.published > record.info.published && !options.activate => {
            return without_changes(beside(import, &record.info, &before.info, known, options));
        }
        _ => {}
    }
    let rejected = import.current().decision(id).filter(|known| known.end == HoldEnd::Rejected);
    if let Some(decision) = rejected.filter(|_| !options.activate) {
        return without_changes(Activation::Rejected { decision: Box::new(decision.clone()) });
    }
    let replaced = before.as_ref().map(|before| before.info.clone());
    let (changes, reasons) = match &before {
        None => (None, Vec::new()),
        Some(before) => compared(archive, before, record, reading, options),
    };
    if let Some(changes) = &changes {
        record.compared = Some(Compared {
            with: changes.from.id,
            published: changes.from.published,
            counts: changes.stored_counts(),
        });
    }
    let current = import.current_mut();
    if let Some(before) = replaced.clone().filter(|_| !reasons.is_empty() && !options.activate) {
        let since = current.held(&list).filter(|held| held.id == id).map_or(at, |held| held.since);
        let held = HeldSnapshot { id, since, reasons };
        current.hold(list, held.clone());
        return Decided { activation: Activation::Held { before, held }, changes };
    }
    // somebody said that it is to be taken, or nothing keeps it from being
    let was_aside = current.is_set_aside(id);
    // one that is newer waits on
    let is_older = |held: &HeldSnapshot| {
        let held = archive.record(held.id).ok();
        held.is_none_or(|held| held.info.published <= record.info.published)
    };
    if current.held(&list).is_some_and(|held| held.id != id && is_older(held)) {
        current.supersede(&list, at);
    }
    if was_aside {
        let reason = Some("taken by an import".to_owned());
        let end = HoldEnd::Accepted;
        current.decide(HoldDecision { list, id, end, reviewer: None, reason, at });
    } else {
        current.set(list, id);
    }
    Decided { activation: Activation::Activated { replaced }, changes }
}

/// Keeps an older publication beside the newer one. It is in force as of its days, unless it holds so much less than
/// the one before it that it looks like a part of a file; what grew is no reason. `known`: what is stored, and
/// what came with it.
pub(super) fn beside(
    import: &mut Import<'_>,
    info: &SnapshotInfo,
    newer: &SnapshotInfo,
    known: &[SnapshotInfo],
    options: &ImportOptions,
) -> Activation {
    let current = import.current_mut();
    let is_before = |other: &&SnapshotInfo| {
        other.list == info.list
            && other.published < info.published
            && !current.is_set_aside(other.id)
    };
    let earlier = known.iter().filter(is_before).max_by_key(|other| other.published);
    let reasons =
        earlier.map_or_else(Vec::new, |earlier| options.bounds.reasons(earlier, info, None));
    let newer = newer.clone();
    let Some(earlier) = earlier.filter(|_| !reasons.is_empty() && !options.activate) else {
        current.lift(info.id);
        return Activation::KeptBeside { newer };
    };
    if !current.is_set_aside(info.id) {
        let (list, id, end) = (info.list.clone(), info.id, HoldEnd::Older);
        let at = now().unwrap_or(Moment::EPOCH);
        current.decide(HoldDecision { list, id, end, reviewer: None, reason: None, at });
    }
    Activation::SetAside { newer, earlier: earlier.clone(), reasons }
}

/// What changed in a list, and what of it is beyond the bounds. A snapshot before that can't be read keeps
/// nobody from importing.
fn compared(
    archive: &Archive,
    before: &SnapshotRecord,
    after: &SnapshotRecord,
    reading: &Reading,
    options: &ImportOptions,
) -> (Option<ImportChanges>, Vec<HoldReason>) {
    let mut to: SnapshotInfo = after.info.clone();
    to.entries = reading.entries.len() as u64;
    let Ok(loaded) = load_one(archive, before) else {
        return (None, options.bounds.reasons(&before.info, &to, None));
    };
    let difference = difference(
        Dated { snapshot: &loaded.snapshot, entries: &loaded.reading.entries },
        Dated { snapshot: &to, entries: &reading.entries },
    );
    let reasons = options.bounds.reasons(&loaded.snapshot, &to, Some(&difference));
    let scope = &difference.scope;
    let changes = ImportChanges {
        from: before.info.clone(),
        counts: difference.counts(),
        unchanged: difference.unchanged,
        not_compared: scope.left_of_from.values().chain(scope.left_of_to.values()).sum(),
        stored: counted(&difference),
    };
    (Some(changes), reasons)
}
