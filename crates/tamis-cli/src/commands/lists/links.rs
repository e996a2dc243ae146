//! `tamis lists link`, `unlink` and `links`

use std::sync::atomic::Ordering;
use std::thread;

use anyhow::Context as _;
use tamis_service::{LinkDecision, LinkError, decide_link, standing_links, today};
use tamis_wire::form::to_pretty;
use tamis_wire::lists::{StandingLinkForm, StandingLinksForm};

use crate::arguments::{LinkArguments, StatusArguments};
use crate::data_folder;
use crate::exit::Exit;
use crate::interrupt;
use crate::output::{self, Console};
use crate::waiting::A_WHILE;

/// Joins two entries, or parts them.
pub(super) fn decide(
    console: &Console,
    arguments: LinkArguments,
    joins: bool,
) -> anyhow::Result<Exit> {
    let stop = interrupt::stop_on_signal();
    let archive = data_folder::archive(arguments.folder.data)?;
    let reviewers: [String; 2] =
        arguments.reviewers.try_into().map_err(|named: Vec<String>| match named.len() {
            0..=2 => LinkError::OneReviewer,
            given => LinkError::SeveralReviewers { given },
        })?;
    let decision = LinkDecision {
        joins,
        one: arguments.one,
        other: arguments.other,
        reviewers,
        reason: arguments.reason,
        on: today().context("the clock of this machine is wrong; set it")?,
    };
    let log = decide_link(&archive, decision, &mut || {
        thread::sleep(A_WHILE);
        !stop.load(Ordering::Relaxed)
    })?;
    if let Some(record) = log.records.last() {
        let done = if joins { "joined" } else { "parted" };
        let [one, other] = &record.reviewers;
        output::print(&format!(
            "{done}: {} and {}, by {one} and {other} on {}\n",
            record.one, record.other, record.on
        ))?;
    }
    console.say(&format!("data folder: {}", archive.root().display()));
    Ok(Exit::Done)
}

/// Shows the links in force.
pub(super) fn list(console: &Console, arguments: StatusArguments) -> anyhow::Result<Exit> {
    let archive = data_folder::archive(arguments.folder.data)?;
    let links = standing_links(&archive)?;
    if console.json {
        let links = links
            .iter()
            .map(|link| StandingLinkForm {
                one: link.record.one.to_string(),
                other: link.record.other.to_string(),
                reviewers: &link.record.reviewers,
                reason: &link.record.reason,
                on: link.record.on.to_string(),
                absent: link.absent.iter().map(ToString::to_string).collect(),
            })
            .collect();
        output::print(&(to_pretty(&StandingLinksForm { links })? + "\n"))?;
        return Ok(Exit::Done);
    }
    let mut text = String::new();
    for link in &links {
        let record = &link.record;
        let [one, other] = &record.reviewers;
        text.push_str(&format!(
            "{} and {}  by {} and {} on {}: {}\n",
            record.one,
            record.other,
            console.style().shown(one),
            console.style().shown(other),
            record.on,
            console.style().shown(&record.reason)
        ));
        for entry in &link.absent {
            text.push_str(&format!("  {entry} is in no active list: the link joins nothing\n"));
        }
    }
    if links.is_empty() {
        text.push_str("no entries were joined by reviewers\n");
    }
    output::print(&text)?;
    Ok(Exit::Done)
}
