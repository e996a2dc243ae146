//! The answer to a name, for a terminal: which organisations it is a name of, through what, and which entries.

use tamis_dossier::lists::ListedEntry;
use tamis_dossier::search::{Found, Likeness, Reached, SearchAnswer};
use tamis_dossier::{Holding, Knowledge};

use super::phrases::{Page, use_of_name, when};
use crate::terminal::{TerminalStyle, Tone};

/// What was asked for: whether an entry bears a name is said of a name alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    Name,
    Dossier,
}

/// At most so many statements that lead to one organisation are told one by one.
const STATEMENTS: usize = 6;

/// At most so many entries without a dossier are told.
const ENTRIES: usize = 20;

/// The answer for a terminal.
#[must_use]
pub fn search_text(
    style: TerminalStyle,
    knowledge: &Knowledge,
    answer: &SearchAnswer<'_>,
) -> String {
    let mut page = Page::new(style, knowledge);
    let day = answer.day.map_or_else(String::new, |day| format!(", as of {day}"));
    let asked = page.name(&answer.asked);
    if answer.found.is_empty() {
        page.line(0, &format!("no dossier has the name {asked}{day}"));
    } else {
        page.line(0, &format!("{asked}{day}: a name of"));
    }
    for found in &answer.found {
        organisation(&mut page, answer, found);
    }
    if !answer.elsewhere.is_empty() {
        page.heading("entries that bear such a name");
        for (met, organisation) in &answer.elsewhere {
            let of = organisation.map_or_else(
                || "no dossier".to_owned(),
                |one| format!("of {}, whose dossier does not have the name", one.id),
            );
            let (heading, name) = (page.name(&met.entry.heading), page.name(&met.name));
            page.line(1, &format!("{}  {heading}  bears {name}; {of}", met.entry.id));
        }
    }
    if !answer.stay_themselves.is_empty() {
        page.heading("organisations of their own, whose longer names hold it");
        for one in &answer.stay_themselves {
            let entries: Vec<String> = one.entries.iter().map(ToString::to_string).collect();
            let id = page.style.text(one.organisation.id.as_str(), Tone::Strong);
            let name = page.name(one.name.name().unwrap_or_default());
            let entries = match entries.as_slice() {
                [] => "no entry on that day".to_owned(),
                some => format!("entries {}", some.join(", ")),
            };
            page.line(1, &format!("{id}  {name}; {entries}"));
        }
    }
    if !answer.entries_inside.is_empty() {
        page.heading("entries without a dossier, whose longer names hold it");
        for met in answer.entries_inside.iter().take(ENTRIES) {
            let (heading, name) = (page.name(&met.entry.heading), page.name(&met.name));
            page.line(1, &format!("{}  {heading}  bears {name}", met.entry.id));
        }
        let more = answer.entries_inside.len().saturating_sub(ENTRIES);
        if more > 0 {
            page.line(1, &format!("and {more} more; --json has all"));
        }
    }
    page.end(Some(&answer.lists))
}

fn organisation<'k>(page: &mut Page<'k>, answer: &SearchAnswer<'k>, found: &Found<'k>) {
    page.line(0, "");
    page.organisation(found.organisation, None);
    for through in found.through.iter().take(STATEMENTS) {
        let name = page.name(through.statement.name().unwrap_or_default());
        let (used, time) =
            (use_of_name(through.statement), when(through.statement, through.holding));
        let spelling = match through.likeness {
            Likeness::Written => "",
            Likeness::Spelling => ", in another spelling or script",
        };
        let (cite, note) =
            (page.cite(through.statement), page.note(through.statement.note.as_ref()));
        page.line(1, &format!("through {name}  ({used}{spelling}; {time}{note})  {cite}"));
    }
    let more = found.through.len().saturating_sub(STATEMENTS);
    if more > 0 {
        page.line(1, &format!("and {more} more statements; --json has all"));
    }
    if found.through.is_empty() {
        page.line(
            1,
            "through an entry of its own, which is headed by the name; the dossier does not have it",
        );
    }
    entries(page, Asked::Name, answer.day.is_some(), &found.entries);
    linked(page, &found.linked);
}

/// The entries that are reached: those that hold on the day first.
pub(super) fn entries<'k>(page: &mut Page<'k>, asked: Asked, dated: bool, entries: &[Reached<'k>]) {
    let holds =
        |one: &&Reached<'_>| matches!(one.holding, None | Some(Holding::Held | Holding::Perhaps));
    if entries.iter().any(|one| holds(&one)) {
        page.line(1, if dated { "leads on that day to" } else { "leads to" });
        for one in entries.iter().filter(holds) {
            entry(page, asked, one);
        }
    }
    if entries.iter().any(|one| !holds(&one)) {
        page.line(1, "on other days to");
        for one in entries.iter().filter(|one| !holds(one)) {
            entry(page, asked, one);
        }
    }
}

/// Entries that their lists link to one that the dossier names.
pub(super) fn linked(page: &mut Page<'_>, linked: &[ListedEntry]) {
    if !linked.is_empty() {
        page.line(1, "and by the lists' own references to");
    }
    for one in linked {
        let (id, heading) =
            (page.style.text(&one.id.to_string(), Tone::Meets), page.name(&one.heading));
        page.line(2, &format!("{id}  {heading}"));
    }
}

fn entry<'k>(page: &mut Page<'k>, asked: Asked, one: &Reached<'k>) {
    let id = page.style.text(&one.entry.to_string(), Tone::Meets);
    let mut told = heading(page, one).into_iter().collect::<Vec<_>>();
    if one.is_of_another() {
        told.push(format!("the entry of {}, of which it was an alias", page.owner(&one.entry)));
    }
    told.push(when(one.statement, one.holding));
    match one.bears.as_slice() {
        [] if one.listed.is_some() && asked == Asked::Name => {
            told.push("bears no such name: the dossier leads there".to_owned());
        }
        [] => {}
        names => {
            let names: Vec<String> = names.iter().map(|name| page.name(name)).collect();
            told.push(format!("bears {}", names.join(", ")));
        }
    }
    let (cite, note) = (page.cite(one.statement), page.note(one.statement.note.as_ref()));
    page.line(2, &format!("{id}  {}{note}  {cite}", told.join("; ")));
}

/// What the list says; of a list that was not looked into, nothing.
fn heading(page: &Page<'_>, one: &Reached<'_>) -> Option<String> {
    match &one.listed {
        Some(listed) => Some(page.name(&listed.heading)),
        None => one.looked.then(|| "not in the list that was looked into".to_owned()),
    }
}
