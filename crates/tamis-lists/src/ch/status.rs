//! Whether a target is in force, and since when: by its modifications, of which the latest holds.

use tamis_model::{CivilDate, Diagnostic, DiagnosticKind, Entry};

use super::surroundings::attribute;
use crate::records::diagnostic;
use crate::xml::Node;

/// What the latest modification makes of a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Status {
    /// Listed or amended.
    InForce,
    /// De-listed, and why it is refused.
    Delisted {
        /// In words.
        reason: String,
    },
}

/// What a modification does. Source: the values of the schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Listed,
    Amended,
    Delisted,
}

const KINDS: [(&str, Kind); 4] = [
    ("listed", Kind::Listed),
    ("amended", Kind::Amended),
    ("de-listed", Kind::Delisted),
    ("delisted", Kind::Delisted),
];

#[derive(Debug, Default)]
pub(super) struct History {
    /// In the order of the file, the latest first.
    modifications: Vec<(Kind, Option<CivilDate>)>,
}

impl History {
    /// Reads a `modification`.
    pub(super) fn add(
        &mut self,
        node: Node<'_, '_>,
        entry: &mut Entry,
        told: &mut Vec<Diagnostic>,
    ) {
        let words = attribute(node, "modification-type").unwrap_or_default();
        let days = ["effective-date", "publication-date", "enactment-date"].map(|name| {
            let text = attribute(node, name)?;
            let day = CivilDate::parse_iso(&text).ok();
            if day.is_none() {
                let detail = "not a day; kept as a note";
                told.push(diagnostic(node, DiagnosticKind::UnreadableDate, &text, detail));
                entry.push_note(format!("modification/@{name}"), &text);
            }
            day
        });
        let Some((_, kind)) = KINDS.iter().find(|(known, _)| *known == words) else {
            let detail = "a modification that is not known: read as an amendment";
            told.push(diagnostic(node, DiagnosticKind::UnknownValue, &words, detail));
            self.modifications.push((Kind::Amended, days.into_iter().flatten().next()));
            return;
        };
        self.modifications.push((*kind, days.into_iter().flatten().next()));
    }

    /// Fills in the days, and tells whether the target is in force on the day of the file: a de-listing of a later day
    /// is announced, and becomes a note. The latest modification is the one of the
    /// latest day, of two of one day the first in the file; without days it is the first.
    pub(super) fn finish(mut self, entry: &mut Entry, published: Option<CivilDate>) -> Status {
        self.modifications.sort_by_key(|(_, day)| std::cmp::Reverse(*day));
        let listed = self.modifications.iter().find(|(kind, _)| *kind == Kind::Listed);
        entry.listed_on = listed.and_then(|(_, day)| *day);
        let mut changed: Vec<CivilDate> = self
            .modifications
            .iter()
            .filter(|(kind, _)| *kind == Kind::Amended)
            .filter_map(|(_, day)| *day)
            .collect();
        changed.sort_unstable();
        changed.dedup();
        entry.changed_on = changed;
        match self.modifications.first() {
            Some((Kind::Delisted, Some(day))) if published.is_some_and(|file| *day > file) => {
                entry.push_note(
                    "modification",
                    &format!("de-listed on {day}, after the day of the file"),
                );
                Status::InForce
            }
            Some((Kind::Delisted, day)) => {
                let since = day.map_or_else(String::new, |day| format!(" on {day}"));
                let reason = format!(
                    "de-listed{since}: it stays in the file and is no longer in force, so it is not screened"
                );
                Status::Delisted { reason }
            }
            _ => Status::InForce,
        }
    }
}
