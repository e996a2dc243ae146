//! What is left of a record when its reader has taken its fields: notes, and diagnostics for all that
//! nobody took.

use tamis_model::{Account, Diagnostic, DiagnosticKind, Note};

use super::record::{NodeData, Record, collapse};
use super::table::Role;
use crate::source::{Repair, RepairKind, Source};

impl Record<'_> {
    /// Ends the reading of a record: its texts of role `Note` that were not taken go to `notes`, and
    /// each of these becomes a diagnostic: what the table does not name, text inside a group, a field
    /// that the reader did not take, a value that was repaired when the bytes were decoded.
    pub fn leftovers(
        &self,
        source: &Source<'_>,
        reference: Option<&str>,
        notes: &mut Vec<Note>,
        account: &mut Account,
    ) {
        for (index, data) in self.nodes.iter().enumerate() {
            let text = data.text.trim();
            let Some(role) = self.role(index) else {
                self.unknown(index, data, reference, account);
                continue;
            };
            if text.is_empty() || data.taken.get() {
                continue;
            }
            match role {
                Role::Dropped(_) | Role::DroppedWhole(_) => {}
                Role::Note => {
                    notes.push(Note { field: self.field(index), text: text.to_owned() });
                }
                Role::Record | Role::Group => {
                    let detail = "text where only elements are expected";
                    self.tell(index, DiagnosticKind::Misplaced, reference, text, detail, account);
                }
                Role::Field => {
                    let detail = "a value of which nothing could be made here";
                    self.tell(index, DiagnosticKind::Misplaced, reference, text, detail, account);
                }
            }
        }
        self.repairs(source, reference, account);
    }

    fn unknown(
        &self,
        index: usize,
        data: &NodeData<'_>,
        reference: Option<&str>,
        account: &mut Account,
    ) {
        let kind = DiagnosticKind::UnknownField;
        let text = collapse(&data.text);
        self.tell(index, kind, reference, &text, "not in the table of this reader", account);
    }

    fn tell(
        &self,
        index: usize,
        kind: DiagnosticKind,
        reference: Option<&str>,
        value: &str,
        detail: &str,
        account: &mut Account,
    ) {
        let position = self.place(self.nodes.get(index).map_or(self.span.0, |data| data.at));
        account.diagnostics.push(Diagnostic {
            kind,
            record: reference.map(str::to_owned),
            field: self.field(index),
            position,
            value: value.to_owned(),
            detail: detail.to_owned(),
        });
    }

    /// One diagnostic for each value that holds repaired bytes.
    fn repairs(&self, source: &Source<'_>, reference: Option<&str>, account: &mut Account) {
        let (from, to) = self.span;
        let first = source.repairs.partition_point(|repair| repair.at < from);
        let last = source.repairs.partition_point(|repair| repair.at < to);
        let mut rest = source.repairs.get(first..last).unwrap_or_default();
        while let Some(repair) = rest.first() {
            let index = self.nodes.iter().rposition(|data| data.at <= repair.at).unwrap_or(0);
            let data = self.nodes.get(index);
            // The value of the node if the repair stands in it; else (a tag, a comment) the place alone.
            let (start, end) = data
                .map(|data| data.value)
                .filter(|(start, end)| (*start..*end).contains(&repair.at))
                .unwrap_or((repair.at, repair.at + repair.len));
            let count = rest.iter().take_while(|repair| repair.at < end).count().max(1);
            let (here, after) = rest.split_at_checked(count).unwrap_or((rest, &[]));
            let value = as_found(source, start, end, here);
            let read = match data.filter(|data| data.value == (start, end)) {
                Some(data) => collapse(&data.text),
                None => collapse(source.text.get(start..end).unwrap_or_default()),
            };
            let detail = format!("{}, now `{read}`", what_was_done(here));
            self.tell(index, DiagnosticKind::RepairedBytes, reference, &value, &detail, account);
            rest = after;
        }
    }
}

/// "2 runs of stray bytes read as Windows-1252, 1 control character read as punctuation"
fn what_was_done(repairs: &[Repair]) -> String {
    let kinds = [
        (RepairKind::StrayBytes, "stray bytes read as Windows-1252"),
        (RepairKind::ControlCharacter, "control characters read as punctuation or U+FFFD"),
        (RepairKind::LooseMark, "marks of XML read as themselves"),
    ];
    let counted = kinds.iter().filter_map(|(kind, words)| {
        let number = repairs.iter().filter(|repair| repair.kind == *kind).count();
        (number > 0).then(|| format!("{words} ({number})"))
    });
    counted.collect::<Vec<_>>().join(", ")
}

/// The text of a span with repaired bytes as they were found: `Pr\xE9sident`.
fn as_found(source: &Source<'_>, start: usize, end: usize, repairs: &[Repair]) -> String {
    use std::fmt::Write as _;
    let mut text = String::new();
    let mut at = start;
    for repair in repairs {
        text.push_str(source.text.get(at..repair.at).unwrap_or_default());
        for byte in &repair.found {
            // Writing to a string does not fail.
            let _ = write!(text, "\\x{byte:02X}");
        }
        at = repair.at + repair.len;
    }
    text.push_str(source.text.get(at..end).unwrap_or_default());
    collapse(&text)
}
