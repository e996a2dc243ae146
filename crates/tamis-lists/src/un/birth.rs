//! Birth dates of the UN list: exact, about, between, and dates that stand in the note alone.

use tamis_model::{DateStatement, Diagnostic, DiagnosticKind, Entry};

use crate::records::diagnostic;
use crate::when;
use crate::xml::Node;

/// Reads an `INDIVIDUAL_DATE_OF_BIRTH`.
pub(super) fn read(node: Node<'_, '_>, entry: &mut Entry, told: &mut Vec<Diagnostic>) {
    let (mut date, mut year, mut from, mut to, mut kind, mut note) =
        (None, None, None, None, None, None);
    for child in node.children() {
        let slot = match child.name() {
            "DATE" => &mut date,
            "YEAR" => &mut year,
            "FROM_YEAR" => &mut from,
            "TO_YEAR" => &mut to,
            "TYPE_OF_DATE" => &mut kind,
            "NOTE" => &mut note,
            _ => continue,
        };
        *slot = child.words();
    }
    let about = match kind.as_deref().map(str::to_ascii_lowercase).as_deref() {
        None | Some("exact" | "between") => false,
        Some("approximately") => true,
        Some(other) => {
            told.push(diagnostic(
                node,
                DiagnosticKind::UnknownValue,
                other,
                "a type of date that is not known: read as exact",
            ));
            false
        }
    };
    let between = match (&from, &to) {
        (Some(from), Some(to)) => Some(format!("between {from} and {to}")),
        (Some(one), None) | (None, Some(one)) => Some(one.clone()),
        (None, None) => None,
    };
    // The note "Approximately" stands beside exact years; any other note may hold the date itself.
    let note_about = note.as_deref().is_some_and(|note| note.eq_ignore_ascii_case("approximately"));
    let stated: Vec<String> = [date, year, between].into_iter().flatten().collect();
    if stated.is_empty() {
        entry.births.extend(note.and_then(|note| from_note(node, &note, told)));
        return;
    }
    for text in stated {
        let words = if about { format!("approximately {text}") } else { text.clone() };
        let mut statement = match DateStatement::read(&words) {
            Ok(statement) => statement,
            Err(error) => {
                told.push(diagnostic(
                    node,
                    DiagnosticKind::UnreadableDate,
                    &words,
                    &error.to_string(),
                ));
                DateStatement::unreadable(words)
            }
        };
        if note_about {
            statement.readings =
                statement.readings.into_iter().map(tamis_model::PartialDate::about).collect();
        }
        statement.note.clone_from(&note);
        // "1957" with the note "Sep." or "from false passport": the note stays beside the date.
        entry.births.push(statement);
    }
}

fn from_note(node: Node<'_, '_>, note: &str, told: &mut Vec<Diagnostic>) -> Option<DateStatement> {
    if let Some(statement) = when::hijri(note) {
        return Some(statement);
    }
    let (date, remarks) = crate::name_text::parentheses(note);
    match DateStatement::read(&date) {
        Ok(mut statement) => {
            statement.note = Some(remarks.join("; ")).filter(|text| !text.is_empty());
            Some(statement)
        }
        Err(error) => {
            told.push(diagnostic(node, DiagnosticKind::UnreadableDate, note, &error.to_string()));
            Some(DateStatement::unreadable(note))
        }
    }
}

/// The birth date of an alias.
pub(super) fn of_alias(node: Node<'_, '_>, told: &mut Vec<Diagnostic>) -> Option<DateStatement> {
    let text = node.words()?;
    Some(DateStatement::read(&text).unwrap_or_else(|error| {
        told.push(diagnostic(node, DiagnosticKind::UnreadableDate, &text, &error.to_string()));
        DateStatement::unreadable(text)
    }))
}
