//! The difference of two snapshots as text; as JSON it is [`crate::form::ListDifferenceForm`].

use std::collections::BTreeMap;
use std::fmt::Write as _;

use tamis_model::SnapshotInfo;
use tamis_screen::difference::{
    ChangeKind, EntryChange, Fate, FieldValue, ListDifference, MatchedBy,
};

use super::entry::{
    address_text, country_text, date_text, identifier_text, legal_basis_text, name_text, place_text,
};
use crate::terminal::{TerminalStyle, Tone, cell};

/// The difference for a terminal; `brief` leaves the fields out.
#[must_use]
pub fn difference_text(
    style: TerminalStyle,
    difference: &ListDifference<'_>,
    brief: bool,
) -> String {
    let mut text = String::new();
    let of = |info: &SnapshotInfo| format!("{} ({})", info.published, info.id.short());
    let title = format!("{}  {} to {}", difference.to.list, of(difference.from), of(difference.to));
    let _ = writeln!(text, "{}", style.text(&title, Tone::Strong));
    if let Some(programmes) = &difference.scope.programmes {
        let _ = writeln!(text, "  compared: {}, which both hold", programmes.join(", "));
    }
    for (which, left) in [
        (difference.from, &difference.scope.left_of_from),
        (difference.to, &difference.scope.left_of_to),
    ] {
        if !left.is_empty() {
            let published = which.published;
            let _ =
                writeln!(text, "  not compared, only in that of {published}: {}", counted(left));
        }
    }
    let counts = difference.counts();
    let told: Vec<String> = ChangeKind::ALL
        .iter()
        .filter_map(|kind| Some(format!("{} {}", kind.words(), counts.get(kind)?)))
        .chain([format!("unchanged {}", difference.unchanged)])
        .collect();
    let _ = writeln!(text, "  {}", told.join(", "));
    for kind in ChangeKind::ALL {
        for change in difference.changes.iter().filter(|change| change.kind() == kind) {
            change_text(style, change, brief, &mut text);
        }
    }
    text
}

fn counted(counts: &BTreeMap<String, u64>) -> String {
    let total: u64 = counts.values().sum();
    let each: Vec<String> =
        counts.iter().map(|(programme, count)| format!("{programme} {count}")).collect();
    format!("{total} entries ({})", each.join(", "))
}

fn change_text(style: TerminalStyle, change: &EntryChange<'_>, brief: bool, text: &mut String) {
    let ids: Vec<String> = match (change.before, change.after) {
        (Some(before), Some(after)) if before.id != after.id => {
            vec![before.id.to_string(), after.id.to_string()]
        }
        _ => change.id().map(ToString::to_string).into_iter().collect(),
    };
    let kind = cell(style, change.kind().words(), 8);
    let ids = style.text(&ids.join(" -> "), Tone::Strong);
    let _ = write!(text, "{kind}  {ids}  {}", style.name(change.heading()));
    if let Some(before) = change.before.filter(|_| change.is_renamed()) {
        let _ = write!(text, "  (was {})", style.name(before.heading()));
    }
    let fate = match &change.fate {
        Fate::SplitFrom { entry, names } => {
            format!("  (was an alias of {entry}: {})", names.join(", "))
        }
        Fate::MergedInto { entry, names } => {
            format!("  (now an alias of {entry}: {})", names.join(", "))
        }
        Fate::Kept(by) if change.is_moved() => format!("  ({})", matched_words(*by)),
        Fate::Kept(_) | Fate::Added | Fate::Removed => String::new(),
    };
    let _ = writeln!(text, "{}", style.name(&fate));
    if brief {
        return;
    }
    for field in &change.fields {
        for (sign, tone, values) in
            [("-", Tone::Differs, &field.gone), ("+", Tone::Meets, &field.come)]
        {
            for value in values {
                let (sign, words) = (style.text(sign, tone), cell(style, field.field.words(), 14));
                let _ = writeln!(text, "    {sign} {words}  {}", style.name(&value_text(value)));
            }
        }
    }
}

/// Why two references are one record.
fn matched_words(by: MatchedBy) -> &'static str {
    match by {
        MatchedBy::Reference => "the same reference",
        MatchedBy::FormOfReference => "the same reference in another form",
        MatchedBy::OldReference => "the list states the older reference",
        MatchedBy::PublishersKey => "the same key of the publisher",
        MatchedBy::NamesAndDates => "the same heading, and date, number or another name",
    }
}

fn value_text(value: &FieldValue<'_>) -> String {
    match value {
        FieldValue::Text(text) => (*text).to_owned(),
        FieldValue::Kind(kind) => kind.words().to_owned(),
        FieldValue::Sex(sex) => sex.words().to_owned(),
        FieldValue::Day(day) => day.to_string(),
        FieldValue::Name(name) => format!("{}: {}", name.grade.words(), name_text(name)),
        FieldValue::Date(date) => date_text(date),
        FieldValue::Place(place) => place_text(place),
        FieldValue::Country(country) => country_text(country),
        FieldValue::Parent(parent) => format!("{}: {}", parent.role.words(), parent.name),
        FieldValue::Identifier(number) => identifier_text(number),
        FieldValue::Address(address) => address_text(address),
        FieldValue::LegalBasis(basis) => legal_basis_text(basis),
        FieldValue::Note(note) => format!("{}: {}", note.field, note.text),
        FieldValue::Reference(other) => {
            format!("{}:{} ({})", other.list, other.reference, other.origin)
        }
    }
}
