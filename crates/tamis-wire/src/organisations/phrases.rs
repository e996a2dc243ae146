//! The phrases that all answers about organisations are made of: where something is known from, when it held, which
//! lists were looked into, and the sources at the end.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use tamis_dossier::lists::ListsUsed;
use tamis_dossier::{Basis, Holding, Knowledge, Organisation, Origin, Proposition, Statement};
use tamis_model::{CivilDate, EntryId};

use crate::terminal::{TerminalStyle, Tone, columns};

/// A text that is put together, and the sources that it names.
pub(super) struct Page<'k> {
    pub(super) style: TerminalStyle,
    knowledge: &'k Knowledge,
    text: String,
    named: BTreeSet<&'k str>,
}

impl<'k> Page<'k> {
    pub(super) fn new(style: TerminalStyle, knowledge: &'k Knowledge) -> Self {
        Self { style, knowledge, text: String::new(), named: BTreeSet::new() }
    }

    /// The heading: whose it is, and as of which day.
    pub(super) fn organisation(&mut self, organisation: &Organisation, day: Option<CivilDate>) {
        let id = self.style.text(organisation.id.as_str(), Tone::Strong);
        let title = self.style.name(&organisation.title);
        let note =
            organisation.note.as_ref().map_or_else(String::new, |note| format!("  ({note})"));
        let day = day.map_or_else(String::new, |day| format!(", as of {day}"));
        let _ = writeln!(self.text, "{id}  {title}{note}{day}");
    }

    /// A heading inside.
    pub(super) fn heading(&mut self, text: &str) {
        let text = self.style.text(text, Tone::Strong);
        let _ = writeln!(self.text, "\n{text}");
    }

    /// A line, so many steps in.
    pub(super) fn line(&mut self, steps: usize, text: &str) {
        let _ = writeln!(self.text, "{}{}", "  ".repeat(steps), text.trim_end());
    }

    /// Rows in columns, so many steps in.
    pub(super) fn rows(&mut self, steps: usize, rows: &[Vec<String>]) {
        for line in columns(self.style, rows, 60).lines() {
            self.line(steps, line);
        }
    }

    /// A foreign word.
    pub(super) fn name(&self, text: &str) -> String {
        self.style.name(text)
    }

    /// Where something is known from, in brackets; the source is told at the end.
    pub(super) fn cited(&mut self, basis: &'k Basis, origin: Option<&Origin>) -> String {
        let source = match basis {
            Basis::Seen(source) => source.to_string(),
            Basis::Computed(source) => format!("computed from {source}"),
            Basis::Memory => return self.faint("[from memory, to be checked]"),
        };
        if let Some(id) = basis.source() {
            self.named.insert(id.as_str());
        }
        let origin = match origin {
            None | Some(Origin::Itself) => String::new(),
            Some(Origin::NotTraced) => ", origin not traced".to_owned(),
            Some(Origin::Unattributed) => ", UNATTRIBUTED".to_owned(),
            Some(other) => format!(", {}", other.words()),
        };
        self.faint(&format!("[{source}{origin}]"))
    }

    /// Whose own entry it is.
    pub(super) fn owner(&self, entry: &EntryId) -> &'k str {
        self.knowledge.owner(entry).map_or("another organisation", |owner| owner.id.as_str())
    }

    /// Where a statement is known from.
    pub(super) fn cite(&mut self, statement: &'k Statement) -> String {
        self.cited(&statement.basis, Some(&statement.origin))
    }

    fn faint(&self, text: &str) -> String {
        self.style.text(text, Tone::Faint)
    }

    /// A note, with its separator.
    pub(super) fn note(&self, note: Option<&String>) -> String {
        note.map_or_else(String::new, |note| format!("; {}", self.name(note)))
    }

    /// The lists that were looked into, and the sources that were named.
    pub(super) fn end(mut self, lists: Option<&ListsUsed>) -> String {
        if let Some(lists) = lists {
            let told = lists_told(lists);
            let _ = writeln!(self.text, "\n{told}");
        }
        if !self.named.is_empty() {
            self.heading("sources");
            let rows: Vec<Vec<String>> = self.named.iter().map(|id| self.source(id)).collect();
            for row in rows {
                let [id, rest @ ..] = row.as_slice() else { continue };
                self.line(1, &format!("{id}  {}", rest.join(", ")));
            }
        }
        self.text
    }

    fn source(&self, id: &str) -> Vec<String> {
        let known = tamis_dossier::SourceId::new(id).and_then(|id| self.knowledge.source(&id));
        let Some(source) = known else { return vec![id.to_owned()] };
        let published = source.published.map(|day| day.to_string());
        std::iter::once(id.to_owned())
            .chain([self.name(&source.title)])
            .chain(published)
            .chain(source.address.as_ref().map(|address| self.name(address)))
            .collect()
    }
}

/// Which lists were looked into.
fn lists_told(lists: &ListsUsed) -> String {
    if lists.none_imported() {
        return "no list is imported: the dossiers answer alone (tamis lists import FILE…)"
            .to_owned();
    }
    let used: Vec<String> =
        lists.used.iter().map(|one| format!("{} of {}", one.list, one.published)).collect();
    let mut told = match used.as_slice() {
        [] => "no list was looked into".to_owned(),
        used => format!("lists looked into: {}", used.join(", ")),
    };
    for (list, earliest) in &lists.lacking {
        let _ = write!(told, "; not {list}: its earliest snapshot is of {earliest}");
    }
    for old in lists.old_on_the_day() {
        let (list, published, days) = (&old.snapshot.list, old.snapshot.published, old.age_days);
        let _ = write!(
            told,
            "\nold: on {} the newest snapshot of {list} was of {published}, {days} days before; \
             what the list changed between is not seen",
            old.day
        );
    }
    told
}

/// When a statement held, and whether on the day that was asked for.
pub(super) fn when(statement: &Statement, holding: Option<Holding>) -> String {
    let time = statement.validity.words();
    match holding {
        None | Some(Holding::Held) => time,
        Some(other) => format!("{}: {time}", other.words()),
    }
}

/// What a statement of a name says beside the name.
pub(super) fn use_of_name(statement: &Statement) -> String {
    match &statement.proposition {
        Proposition::Name { language, used, .. } => format!("{language}, {}", used.words()),
        _ => String::new(),
    }
}
