//! One target of Switzerland's list → one entry, and whether it is in force.

use tamis_model::{
    Account, CivilDate, Diagnostic, DiagnosticKind, Entry, EntryId, ListId, ListReference,
    NameGrade, Note, PartyKind, Sex,
};

use super::identity;
use super::status::{History, Status};
use super::surroundings::{Surroundings, attribute};
use crate::reading::list_id;
use crate::records::{diagnostic, tell};
use crate::un::is_reference;
use crate::xml::{Node, Record};

/// `object-type` → kind. Source: the publisher's schema.
const OBJECTS: [(&str, PartyKind); 2] =
    [("vessel", PartyKind::Vessel), ("aircraft", PartyKind::Aircraft)];

/// The entry of a target, and its status on the day of the file.
pub(super) fn entry(
    list: &ListId,
    record: &Record<'_>,
    (surroundings, published): (&Surroundings, Option<CivilDate>),
    account: &mut Account,
) -> (Entry, Status) {
    let mut entry = Entry::new(EntryId::new(list, ""), PartyKind::Unknown);
    let mut told = Vec::new();
    let mut history = History::default();
    for node in record.root().children() {
        match node.name() {
            "ssid" => entry.id = EntryId::new(list, node.text()),
            "sanctions-set-id" => add_set(node, surroundings, &mut entry, &mut told),
            "foreign-identifier" => foreign(node, &mut entry),
            "individual" | "entity" | "object" => {
                subject(node, surroundings, &mut entry, &mut told);
            }
            "modification" => history.add(node, &mut entry, &mut told),
            _ => {}
        }
    }
    // the main name comes first, whichever identity stands first in the file
    entry.names.sort_by_key(|name| name.grade != NameGrade::Primary);
    let mut primary = 0;
    for name in entry.names.iter_mut().filter(|name| name.grade == NameGrade::Primary) {
        primary += 1;
        if primary > 1 {
            name.grade = NameGrade::PrimaryVariation;
        }
    }
    let status = history.finish(&mut entry, published);
    tell(account, told, &entry);
    (entry, status)
}

fn add_set(
    node: Node<'_, '_>,
    surroundings: &Surroundings,
    entry: &mut Entry,
    told: &mut Vec<Diagnostic>,
) {
    let Some(id) = node.words() else { return };
    let Some(set) = surroundings.set(&id) else {
        let detail = "no programme of this set of sanctions in the file; kept as a note";
        told.push(diagnostic(node, DiagnosticKind::Orphan, &id, detail));
        return entry.push_note("sanctions-set-id", &id);
    };
    if !entry.programmes.contains(&set.programme) {
        entry.programmes.push(set.programme.clone());
        entry.push_note("origin", set.origin.as_deref().unwrap_or_default());
    }
    entry.legal_bases.push(set.basis.clone());
}

/// The number of the body from which the listing comes: a reference of the UN where it has that form.
fn foreign(node: Node<'_, '_>, entry: &mut Entry) {
    let Some(text) = node.words() else { return };
    let field = node.name().to_owned();
    if is_reference(&text) {
        let list = list_id("un");
        entry.references.push(ListReference { list, reference: text, origin: field });
    } else {
        entry.other_keys.push(Note { field, text });
    }
}

/// Reads an `individual`, `entity` or `object`.
fn subject(
    node: Node<'_, '_>,
    surroundings: &Surroundings,
    entry: &mut Entry,
    told: &mut Vec<Diagnostic>,
) {
    entry.kind = match node.name() {
        "individual" => PartyKind::Person,
        "entity" => PartyKind::Organisation,
        _ => PartyKind::Unknown,
    };
    let mut number = 0;
    for child in node.children() {
        match child.name() {
            "sex" => sex(child, entry, told),
            "object-type" => {
                let words = child.words().unwrap_or_default();
                let known = OBJECTS.iter().find(|(known, _)| *known == words);
                if known.is_none() {
                    let detail =
                        "a kind of object that is not known: read as an entry of unknown kind";
                    told.push(diagnostic(child, DiagnosticKind::UnknownValue, &words, detail));
                }
                entry.kind = known.map_or(PartyKind::Unknown, |(_, kind)| *kind);
            }
            "identity" => identity::read(child, surroundings, &mut number, entry, told),
            "relation" => {
                let words = ["relation-type", "target-id", "remark"]
                    .map(|name| attribute(child, name))
                    .into_iter()
                    .flatten();
                entry.push_note("relation", &words.collect::<Vec<_>>().join(" "));
            }
            _ => {}
        }
    }
}

fn sex(node: Node<'_, '_>, entry: &mut Entry, told: &mut Vec<Diagnostic>) {
    match node.text() {
        "male" => entry.sex = Some(Sex::Male),
        "female" => entry.sex = Some(Sex::Female),
        "" => {}
        other => {
            told.push(diagnostic(node, DiagnosticKind::UnknownValue, other, "kept as a note"));
            entry.push_note("sex", other);
        }
    }
}
