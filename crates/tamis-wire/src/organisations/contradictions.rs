//! What contradicts what about an organisation, for a terminal: headings, flagged names with their origin, the
//! dossier's own conflicts.

use tamis_dossier::Knowledge;
use tamis_dossier::contradictions::{ContradictionsAnswer, EntryNames, Flag};
use tamis_model::ListedName;
use tamis_text::fold;

use super::dossier::before_founding;
use super::phrases::{Page, use_of_name, when};
use crate::terminal::{TerminalStyle, Tone};

/// The answer for a terminal; `all` shows the names that nothing contradicts too.
#[must_use]
pub fn contradictions_text(
    style: TerminalStyle,
    knowledge: &Knowledge,
    answer: &ContradictionsAnswer<'_>,
    all: bool,
) -> String {
    let mut page = Page::new(style, knowledge);
    page.organisation(answer.organisation, answer.day);
    headings(&mut page, answer);
    for entry in &answer.entries {
        names(&mut page, entry, all);
    }
    for conflict in &answer.conflicts {
        page.heading(&format!("the dossier: {}", conflict.property.words()));
        for statement in &conflict.statements {
            let cite = page.cite(statement);
            let words = page.name(&statement.proposition.words());
            page.line(1, &format!("{words}  {cite}"));
        }
    }
    before_founding(&mut page, &answer.before_founding);
    if !answer.mentions.is_empty() {
        page.heading("mentions, which are no matches");
        for one in &answer.mentions {
            page.line(
                1,
                &format!("{} other records of {} mention {}", one.records, one.list, one.of),
            );
        }
    }
    page.line(0, "");
    page.line(0, "Nothing is put right here: lists are shown as their publishers have them.");
    page.end(Some(&answer.lists))
}

fn headings(page: &mut Page<'_>, answer: &ContradictionsAnswer<'_>) {
    if answer.entries.is_empty() {
        return;
    }
    page.heading(if answer.headings_differ() {
        "headed by different names"
    } else {
        "headed by one name"
    });
    let rows: Vec<Vec<String>> = answer
        .entries
        .iter()
        .map(|one| {
            let listed = one.entry.listed_on.map(|day| format!("listed on {day}"));
            let names = format!("{} names", one.names.len());
            let id = one.entry.id.to_string();
            vec![id, one.entry.heading.clone(), names, listed.unwrap_or_default()]
        })
        .collect();
    page.rows(1, &rows);
    for id in &answer.absent {
        page.line(1, &format!("{id} is in the dossier and not in its list"));
    }
}

fn names<'k>(page: &mut Page<'k>, entry: &EntryNames<'k>, all: bool) {
    let flagged = entry.names.iter().filter(|name| !name.flags.is_empty()).count();
    if flagged == 0 && !all {
        return;
    }
    let (id, count) = (&entry.entry.id, entry.names.len());
    page.heading(&format!("{id} of {}: {flagged} of {count} names flagged", entry.entry.published));
    for name in entry.names.iter().filter(|name| all || !name.flags.is_empty()) {
        let text = page.style.text(&name.name.text, Tone::Meets);
        page.line(1, &format!("{text}  ({})", origin(page, &name.name)));
        for one in &name.flags {
            flag(page, one);
        }
        of_entries(page, &name.flags);
    }
}

/// Where a name of an entry comes from: language, act, element, and how the list writes it.
fn origin(page: &Page<'_>, name: &ListedName) -> String {
    let written = name.as_written.as_ref().map(|text| format!("written {}", page.name(text)));
    let act = name.legal_basis.as_ref().map(|act| match act.published {
        Some(day) => format!("{}, published {day}", page.name(&act.title)),
        None => page.name(&act.title),
    });
    [name.language.clone(), act, Some(name.origin.clone()), written]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("; ")
}

fn flag<'k>(page: &mut Page<'k>, flag: &Flag<'k>) {
    match flag {
        Flag::OfAnotherOrganisation { organisation, statement, as_alias } => {
            let (name, cite) =
                (page.name(statement.name().unwrap_or_default()), page.cite(statement));
            let used = use_of_name(statement);
            page.line(2, &format!("a name of {}: {name}  ({used})  {cite}", organisation.id));
            if let Some((alias, holding)) = as_alias {
                let (time, cite) = (when(alias, *holding), page.cite(alias));
                let note = page.note(alias.note.as_ref());
                page.line(2, &format!("which was an alias of this entry: {time}{note}  {cite}"));
            }
        }
        // told together
        Flag::OfAnotherEntry { .. } => {}
        Flag::OtherPlace { word, place, others } => {
            let word = page.name(word);
            let others = others.join(", ");
            page.line(2, &format!("{word} is {place}; its other names and areas are of: {others}"));
        }
    }
}

/// The entries of others that bear a name, those of one heading in one line.
fn of_entries(page: &mut Page<'_>, flags: &[Flag<'_>]) {
    let mut headings: Vec<(String, String, Vec<String>)> = Vec::new();
    for flag in flags {
        let Flag::OfAnotherEntry { entry, name, organisation } = flag else { continue };
        let of = organisation.map_or_else(String::new, |one| format!(", of {}", one.id));
        let (key, id) = (fold(&entry.heading), entry.id.to_string());
        match headings.iter_mut().find(|(known, _, _)| *known == key) {
            Some((_, _, ids)) => ids.push(id),
            None => {
                let told = format!("{}{of}, as {}", page.name(&entry.heading), page.name(name));
                headings.push((key, told, vec![id]));
            }
        }
    }
    for (_, told, ids) in headings {
        page.line(2, &format!("borne too by {told}: {}", ids.join(", ")));
    }
}
