//! What became of a list that was imported or fetched, in words and as JSON.

use std::collections::BTreeMap;

use tamis_model::SnapshotInfo;
use tamis_service::{Activation, ChangeKind, HoldReason, ImportChanges, ImportedList};
use tamis_wire::codes::Coded as _;
use tamis_wire::form::{SnapshotForm, to_line};

/// What changed since the snapshot before, in short, and how to see it whole.
pub(super) fn changes_words(changes: &ImportChanges, to: &SnapshotInfo) -> String {
    let counted = |kind: &ChangeKind| {
        let count = changes.counts.get(kind)?;
        Some(format!("{} {count}", kind.words()))
    };
    let mut told: Vec<String> = ChangeKind::ALL.iter().filter_map(counted).collect();
    told.push(format!("unchanged {}", changes.unchanged));
    if changes.not_compared > 0 {
        told.push(format!("in one of the two alone {}", changes.not_compared));
    }
    let (from, to) = (changes.from.id.short(), to.id.short());
    format!(
        "compared with that one: {}; all of it: tamis lists diff {from} {to}\n",
        told.join(", ")
    )
}

/// What became of a list that came.
pub(super) fn activation_words(list: &ImportedList) -> String {
    let published = list.record.info.published;
    let list_id = &list.record.info.list;
    let of = |info: &SnapshotInfo| format!("{} ({})", info.published, info.id.short());
    match &list.activation {
        Activation::Activated { replaced: None } => "active now".to_owned(),
        Activation::Activated { replaced: Some(before) } if before.published == published => {
            format!(
                "active now, in place of another content of the same day ({}), which is kept",
                before.id.short()
            )
        }
        Activation::Activated { replaced: Some(before) } => {
            format!("active now, in place of the snapshot of {}, which is kept", of(before))
        }
        Activation::AlreadyActive => "active already: the same content was imported before".into(),
        Activation::KeptBeside { newer } => format!(
            "kept, not active: the snapshot of {} is newer than {published}; \
             --activate makes this one active",
            of(newer)
        ),
        Activation::SetAside { newer, earlier, reasons } => format!(
            "SET ASIDE, in force on no day: the snapshot of {} is newer than {published}, and against the one of {} \
             this one is beyond the bounds: {}. If it is whole, import it again with wider bounds (--hold-fewer)",
            of(newer),
            of(earlier),
            reasons_words(reasons)
        ),
        Activation::Held { before, held } => format!(
            "HELD for a person, not active: {}; the snapshot of {} stays in use. Look at the changes, then: \
             tamis lists accept {list_id} (or reject) --snapshot {} --reviewer NAME --reason TEXT",
            reasons_words(&held.reasons),
            of(before),
            held.id.short()
        ),
        Activation::Rejected { decision } => format!(
            "not active: this content was refused on {} by {} ({}); --activate makes it active all the same",
            decision.at.day(),
            decision.reviewer.as_deref().unwrap_or("nobody"),
            decision.reason.as_deref().unwrap_or("no reason given")
        ),
    }
}

/// Why a snapshot is held, one a reason.
pub(super) fn reason_words(reason: &HoldReason) -> String {
    let share = |part: u64, of: u64| (part * 1_000).checked_div(of).unwrap_or(0);
    let percent = |tenths: u64| format!("{}.{} %", tenths / 10, tenths % 10);
    match *reason {
        HoldReason::Fewer { before, after, bound } => format!(
            "{after} entries instead of {before}, {} fewer (bound {bound} %)",
            percent(share(before.saturating_sub(after), before))
        ),
        HoldReason::Changed { changed, of, bound } => format!(
            "{changed} of {of} entries ({}) are gone or found by other values (bound {bound} % for the time between)",
            percent(share(changed, of))
        ),
    }
}

/// Why a snapshot is held.
pub(super) fn reasons_words(reasons: &[HoldReason]) -> String {
    reasons.iter().map(reason_words).collect::<Vec<_>>().join(", and ")
}

/// The fields of a list that came, without braces.
pub(super) fn fields(list: &ImportedList) -> anyhow::Result<String> {
    let none = (false, "kept", None, Vec::new());
    let (active, activation, replaced, reasons) = match &list.activation {
        Activation::Activated { replaced } => (true, "activated", replaced.as_ref(), Vec::new()),
        Activation::AlreadyActive => (true, "active-already", None, Vec::new()),
        Activation::KeptBeside { .. } => none,
        Activation::Held { held, .. } => {
            (false, "held", None, held.reasons.iter().map(reason_words).collect())
        }
        Activation::SetAside { reasons, .. } => {
            (false, "set-aside", None, reasons.iter().map(reason_words).collect())
        }
        Activation::Rejected { .. } => (false, "rejected", None, Vec::new()),
    };
    Ok(format!(
        "\"snapshot\":{},\"active\":{active},\"activation\":{},\"reasons\":{},\"replaced\":{},\
         \"was_there\":{},\"changes\":{}",
        to_line(&SnapshotForm::from(&list.record.info))?,
        to_line(&activation)?,
        to_line(&reasons)?,
        to_line(&replaced.map(SnapshotForm::from))?,
        list.was_there,
        to_line(&list.changes.as_ref().map(changes_form))?,
    ))
}

/// The counts of a difference.
fn changes_form(changes: &ImportChanges) -> BTreeMap<String, u64> {
    let counted = |(kind, count): (&ChangeKind, &u64)| (kind.code().to_owned(), *count);
    let more = [("unchanged", changes.unchanged), ("not_compared", changes.not_compared)];
    let more = more.into_iter().map(|(what, count)| (what.to_owned(), count));
    changes.counts.iter().map(counted).chain(more).collect()
}
