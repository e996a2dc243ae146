//! `tamis lists status`

use anyhow::anyhow;
use tamis_model::SnapshotInfo;
use tamis_service::fetch::sources::CadenceBound;
use tamis_service::{FetchRecord, FreshnessRecord, ListStatus, SnapshotRecord, today};
use tamis_wire::form::{SnapshotForm, to_pretty};
use tamis_wire::lists::{
    ChangesForm, FailureForm, FetchForm, FileForm, FreshnessForm, HeldForm, ListStatusForm,
    RecordsForm, StatusForm, status_text,
};

use super::bringing::reason_words;
use super::sources;
use crate::arguments::ListStatusArguments;
use crate::data_folder;
use crate::exit::Exit;
use crate::output::{self, Console};

/// Shows what is there.
pub(super) fn run(console: &Console, arguments: ListStatusArguments) -> anyhow::Result<Exit> {
    let archive = data_folder::archive(arguments.folder.data)?;
    let table = sources::table(&arguments.sources)?;
    let mut lists = tamis_service::status(&archive, &table, arguments.on.or_else(today))?;
    let wanted = &arguments.lists;
    if let Some(list) = wanted.iter().find(|list| lists.iter().all(|known| known.list != **list)) {
        return Err(anyhow!(
            "the list `{list}` is not imported; `tamis lists status` shows those that are"
        ));
    }
    lists.retain(|status| wanted.is_empty() || wanted.contains(&status.list));
    if console.json {
        let lists = lists.iter().filter_map(form).collect();
        output::print(&(to_pretty(&StatusForm { lists })? + "\n"))?;
    } else {
        let rows: Vec<(&SnapshotInfo, Option<FreshnessForm<'_>>)> = lists
            .iter()
            .filter_map(|list| {
                Some((&list.active.as_ref()?.info, list.freshness.as_ref().map(freshness_form)))
            })
            .collect();
        let mut text = status_text(console.style(), &rows);
        for list in &lists {
            text.push_str(&beside_text(list));
        }
        if !wanted.is_empty() {
            for list in &lists {
                text.push_str(&record_text(list));
            }
        }
        output::print(&text)?;
    }
    console.say(&format!("data folder: {}", archive.root().display()));
    Ok(Exit::Done)
}

/// What is stored of a list beside the active snapshot.
fn beside_text(list: &ListStatus) -> String {
    let told = |records: &[SnapshotRecord]| {
        let one = |record: &SnapshotRecord| {
            format!("{} ({})", record.info.published, record.info.id.short())
        };
        records.iter().map(one).collect::<Vec<_>>().join(", ")
    };
    let mut text = String::new();
    if !list.kept.is_empty() {
        text.push_str(&format!("kept beside {}: {}\n", list.list, told(&list.kept)));
    }
    if !list.refused.is_empty() {
        text.push_str(&format!("not accepted of {}: {}\n", list.list, told(&list.refused)));
    }
    if let Some((record, held)) = &list.held {
        let record = told(std::slice::from_ref(record));
        text.push_str(&format!(
            "held of {}: {record} since {} (tamis lists held)\n",
            list.list, held.since
        ));
    }
    if let Some(failure) = list.fetch.as_ref().and_then(|fetch| fetch.failure.as_ref()) {
        text.push_str(&format!(
            "last fetch of {} failed on {} ({}): {}\n",
            list.list, failure.at, failure.address, failure.detail
        ));
    }
    text
}

/// The record of a list: what designates it, where it came from, what it holds, how current it is.
fn record_text(list: &ListStatus) -> String {
    let Some(active) = &list.active else { return String::new() };
    let mut text = format!("\n{} of {}\n", active.info.list, active.info.published);
    let mut line = |what: &str, value: &str| text.push_str(&format!("  {what:<12}{value}\n"));
    let freshness = list.freshness.as_ref();
    let not_known = "not known";
    let publisher = freshness.and_then(|freshness| freshness.publisher.as_deref());
    line("publisher", publisher.unwrap_or(not_known));
    match &active.origin {
        Some(origin) => {
            line("address", &origin.address);
            line("fetched at", &origin.fetched_at.to_string());
        }
        None => line("address", "none: imported from files"),
    }
    let last = list.fetch.as_ref().and_then(|fetch| fetch.last.as_ref());
    if let Some(last) = last.filter(|last| last.snapshot == active.info.id) {
        line("checked at", &last.checked_at.to_string());
    }
    let as_written = active.info.published_as_written.as_ref();
    let day = active.info.published;
    line(
        "published",
        &as_written.map_or_else(|| day.to_string(), |text| format!("{day} (as written: {text})")),
    );
    for file in &active.files {
        let hash = tamis_model::SnapshotId(file.sha256);
        line("sha256", &format!("{hash} {} ({} bytes)", file.name, file.size));
    }
    let account = &active.account;
    line(
        "records",
        &format!(
            "read {} = accepted {} + refused {}; {} entries with {} names",
            account.read_total(),
            account.accepted_total(),
            account.refused.len(),
            account.entries,
            account.names
        ),
    );
    match &active.compared {
        Some(compared) => {
            let counted =
                |(what, count): (&String, &u64)| format!("{} {count}", what.replace('_', " "));
            let told: Vec<String> = compared.counts.iter().map(counted).collect();
            let (day, id) = (compared.published, compared.with.short());
            line("changes", &format!("{} (against {day}, {id})", told.join(", ")));
        }
        None => line("changes", "none told: it took the place of no other one"),
    }
    if let Some(freshness) = freshness {
        let age =
            freshness.age_days.map_or_else(|| not_known.to_owned(), |days| format!("{days} days"));
        line("age", &age);
        line("freshness", &format!("{}: {}", freshness.word(), freshness.why()));
    }
    text
}

fn form(list: &ListStatus) -> Option<ListStatusForm<'_>> {
    let active = list.active.as_ref()?;
    Some(ListStatusForm {
        snapshot: SnapshotForm::from(&active.info),
        files: active
            .files
            .iter()
            .map(|file| FileForm {
                name: &file.name,
                size: file.size,
                sha256: tamis_model::SnapshotId(file.sha256).to_string(),
            })
            .collect(),
        records: RecordsForm {
            read: active.account.read_total(),
            accepted: active.account.accepted_total(),
            refused: active.account.refused.len() as u64,
        },
        changes: changes_form(active),
        freshness: list.freshness.as_ref().map(freshness_form),
        fetch: list.fetch.as_ref().map(fetch_form),
        held: list.held.as_ref().map(|(record, held)| HeldForm {
            snapshot: SnapshotForm::from(&record.info),
            since: held.since.to_string(),
            reasons: held.reasons.iter().map(reason_words).collect(),
            changes: changes_form(record),
        }),
        kept: list.kept.iter().map(|record| SnapshotForm::from(&record.info)).collect(),
        refused: list.refused.iter().map(|record| SnapshotForm::from(&record.info)).collect(),
    })
}

fn changes_form(record: &SnapshotRecord) -> Option<ChangesForm<'_>> {
    record.compared.as_ref().map(|compared| ChangesForm {
        from: compared.with.to_string(),
        published: compared.published.to_string(),
        counts: &compared.counts,
    })
}

fn freshness_form(record: &FreshnessRecord) -> FreshnessForm<'_> {
    let cadence = record.cadence.as_ref();
    FreshnessForm {
        state: record.word(),
        why: record.why(),
        current_on: record.current_on.to_string(),
        age_days: record.age_days,
        publisher: record.publisher.as_deref(),
        cadence: cadence.map(|cadence| cadence.words.as_str()),
        stale_after_days: cadence.and_then(|cadence| match cadence.bound {
            CadenceBound::Days(days) => Some(days),
            CadenceBound::Unknown | CadenceBound::Closed => None,
        }),
        address: record.address.as_deref(),
    }
}

fn fetch_form(fetch: &FetchRecord) -> FetchForm<'_> {
    let last = fetch.last.as_ref();
    FetchForm {
        address: last.map(|last| last.address.as_str()),
        fetched_at: last.map(|last| last.fetched_at.to_string()),
        checked_at: last.map(|last| last.checked_at.to_string()),
        failure: fetch.failure.as_ref().map(|failure| FailureForm {
            address: &failure.address,
            at: failure.at.to_string(),
            detail: &failure.detail,
        }),
    }
}
