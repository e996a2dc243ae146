//! A dossier for a terminal: statements by kind, side by side, each with its time and source.

use tamis_dossier::conflicts::{BeforeFounding, attributed_elsewhere};
use tamis_dossier::dossier::DossierAnswer;
use tamis_dossier::{Knowledge, Origin, Property, Statement};

use super::phrases::{Page, use_of_name, when};
use super::search::{self, Asked};
use crate::terminal::TerminalStyle;

/// The dossier for a terminal.
#[must_use]
pub fn dossier_text(
    style: TerminalStyle,
    knowledge: &Knowledge,
    answer: &DossierAnswer<'_>,
) -> String {
    let mut page = Page::new(style, knowledge);
    page.organisation(answer.organisation, answer.day);
    for (property, _) in Property::WORDS {
        let told: Vec<&Statement> = answer
            .statements
            .iter()
            .copied()
            .filter(|one| one.proposition.property() == *property)
            .collect();
        if told.is_empty() || matches!(property, Property::ListedAs | Property::AliasOf) {
            continue;
        }
        let conflict = answer.conflicts.iter().any(|one| one.property == *property);
        let contradicted = if conflict { " (statements contradict each other)" } else { "" };
        page.heading(&format!("{}{contradicted}", property.words()));
        for one in told {
            statement(&mut page, knowledge, answer, one);
        }
    }
    before_founding(&mut page, &answer.before_founding);
    page.heading("entries of lists");
    search::entries(&mut page, Asked::Dossier, answer.day.is_some(), &answer.entries);
    search::linked(&mut page, &answer.linked);
    for one in &answer.mentions {
        let (list, of, records) = (&one.list, &one.of, one.records);
        page.line(
            1,
            &format!("{records} other records of {list} mention {of}: a mention is no match"),
        );
    }
    page.end(Some(&answer.lists))
}

fn statement<'k>(
    page: &mut Page<'k>,
    knowledge: &'k Knowledge,
    answer: &DossierAnswer<'k>,
    one: &'k Statement,
) {
    let holding = answer.day.map(|day| one.validity.on(day));
    let mut beside = vec![use_of_name(one)];
    // a founding is dated by what it says
    if one.proposition.property() != Property::Founded {
        beside.push(when(one, holding));
    }
    if one.origin == Origin::Unattributed {
        let as_of = one.basis.source().and_then(|id| knowledge.source(id)?.published);
        beside.extend(as_of.map(|day| format!("as of {day}, when the source was published")));
        let elsewhere = attributed_elsewhere(knowledge, one).len();
        if elsewhere > 0 {
            beside.push("another source says so too".to_owned());
        }
    }
    beside.retain(|text| !text.is_empty());
    let beside =
        if beside.is_empty() { String::new() } else { format!("  ({})", beside.join("; ")) };
    let (cite, note) = (page.cite(one), page.note(one.note.as_ref()));
    let words = page.name(&one.proposition.words());
    page.line(1, &format!("{words}{beside}{note}  {cite}"));
}

/// Designations of before the founding, with what explains them.
pub(super) fn before_founding<'k>(page: &mut Page<'k>, found: &[BeforeFounding<'k>]) {
    if found.is_empty() {
        return;
    }
    page.heading("designated before it is said to be founded");
    let mut explained: Vec<&[&Statement]> = Vec::new();
    for one in found {
        if !explained.contains(&one.predecessors.as_slice()) {
            explained.push(&one.predecessors);
        }
    }
    for predecessors in explained {
        let acts = found.iter().filter(|one| one.predecessors == predecessors);
        for one in acts {
            let date = one.dated.date.map(tamis_dossier::ActDate::words).unwrap_or_default();
            let kind = one.dated.kind.map_or("dated", tamis_dossier::DateKind::words);
            let name = one
                .dated
                .name
                .as_ref()
                .map_or_else(String::new, |name| format!(", as {}", page.name(name)));
            let cite = page.cited(&one.dated.basis, None);
            page.line(1, &format!("{}  {kind} {date}{name}  {cite}", one.act.id));
        }
        if predecessors.is_empty() {
            page.line(2, "nothing on file explains it");
        } else {
            page.line(
                2,
                "explained by what it was on that day: the listed entity is the predecessor",
            );
        }
        for before in predecessors {
            let (words, time) = (page.name(&before.proposition.words()), before.validity.words());
            let (cite, note) = (page.cite(before), page.note(before.note.as_ref()));
            page.line(3, &format!("{words}, {time}{note}  {cite}"));
        }
    }
}
