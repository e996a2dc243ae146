//! One `sanctionEntity` → one entry.

use tamis_model::{
    Account, CivilDate, Diagnostic, DiagnosticKind, Entry, EntryId, LegalBasis, ListId,
    ListReference, Note, PartyKind,
};

use super::{details, names};
use crate::reading::list_id;
use crate::xml::{Node, Record};

/// Kinds by the code of `subjectType`.
const KINDS: [(&str, PartyKind); 2] =
    [("person", PartyKind::Person), ("enterprise", PartyKind::Organisation)];

/// A diagnostic of an entity.
pub(super) fn told(
    node: Node<'_, '_>,
    entry: &Entry,
    kind: DiagnosticKind,
    value: &str,
    detail: &str,
) -> Diagnostic {
    Diagnostic {
        kind,
        record: Some(entry.id.reference.to_string()).filter(|text| !text.is_empty()),
        field: node.field(),
        position: node.position(),
        value: value.to_owned(),
        detail: detail.to_owned(),
    }
}

/// The source's word for the record: its subject type, if that is known.
pub(super) fn word(record: &Record<'_>) -> &'static str {
    let code = subject(record.root()).map(|(_, code)| code);
    KINDS.iter().find(|(word, _)| Some(*word) == code).map_or("sanctionEntity", |(word, _)| word)
}

fn subject<'r, 'a>(root: Node<'r, 'a>) -> Option<(Node<'r, 'a>, &'r str)> {
    let node = root.children().find(|node| node.name() == "subjectType")?;
    let code = node.children().find(|node| node.name() == "code")?;
    Some((code, code.text()))
}

/// The entry of an entity.
pub(super) fn entry(list: &ListId, record: &Record<'_>, account: &mut Account) -> Entry {
    let root = record.root();
    let mut entry = Entry::new(EntryId::new(list, ""), PartyKind::Unknown);
    // The reference and the kind first: what follows depends on them.
    for node in root.children() {
        if node.name() == "euReferenceNumber" {
            entry.id = EntryId::new(list, node.text());
        }
    }
    if let Some((node, code)) = subject(root) {
        match KINDS.iter().find(|(word, _)| *word == code) {
            Some((_, kind)) => entry.kind = *kind,
            None => account.diagnostics.push(told(
                node,
                &entry,
                DiagnosticKind::UnknownValue,
                code,
                "a kind that is not known: compared with every kind",
            )),
        }
    }
    let mut aliases = Vec::new();
    for node in root.children() {
        match node.name() {
            "logicalId" => {
                entry
                    .other_keys
                    .extend(node.words().map(|text| Note { field: "logicalId".into(), text }));
            }
            "unitedNationId" => {
                for reference in
                    node.text().split([';', ',']).map(str::trim).filter(|text| !text.is_empty())
                {
                    entry.references.push(ListReference {
                        list: list_id("un"),
                        reference: reference.to_owned(),
                        origin: "@unitedNationId".to_owned(),
                    });
                }
            }
            "designationDate" => {
                entry.listed_on = day(node, &mut entry, account);
            }
            "regulation" => regulation(node, &mut entry, account),
            "subjectType" => classification(node, &entry, account),
            "nameAlias" => aliases.push(node),
            "citizenship" => details::citizenship(node, &mut entry),
            "birthdate" => details::birth(node, &mut entry, account),
            "address" => details::address(node, &mut entry),
            "identification" => details::identification(node, &mut entry, account),
            "additionalInformation" => additional(node, &mut entry),
            _ => {}
        }
    }
    names::read(&aliases, &mut entry, account);
    entry
}

/// `P` for persons, `E` for enterprises: it repeats the code, or contradicts it.
fn classification(node: Node<'_, '_>, entry: &Entry, account: &mut Account) {
    for child in node.children().filter(|child| child.name() == "classificationCode") {
        let fits = match child.text() {
            "P" => entry.kind == PartyKind::Person,
            "E" => entry.kind != PartyKind::Person,
            _ => false,
        };
        if !fits {
            let detail = "does not fit the code of the subject type, which is kept";
            account.diagnostics.push(told(
                child,
                entry,
                DiagnosticKind::Contradiction,
                child.text(),
                detail,
            ));
        }
    }
}

/// A day, or a diagnostic and a note.
fn day(node: Node<'_, '_>, entry: &mut Entry, account: &mut Account) -> Option<CivilDate> {
    let text = node.text();
    if text.is_empty() {
        return None;
    }
    let day = CivilDate::parse_iso(text).ok();
    if day.is_none() {
        account.diagnostics.push(told(
            node,
            entry,
            DiagnosticKind::UnreadableDate,
            text,
            "not a day; kept as a note",
        ));
        entry.push_note(node.field(), text);
    }
    day
}

/// The act on which the entry rests in its present form.
fn regulation(node: Node<'_, '_>, entry: &mut Entry, account: &mut Account) {
    let mut basis = LegalBasis::default();
    for child in node.children() {
        match child.name() {
            "numberTitle" => basis.title = child.words().unwrap_or_default(),
            "regulationType" => basis.kind = child.words(),
            "organisationType" => basis.authority = child.words(),
            "programme" => basis.programme = child.words(),
            "publicationDate" => basis.published = day(child, entry, account),
            "entryIntoForceDate" => basis.in_force = day(child, entry, account),
            "publicationUrl" => basis.url = child.words(),
            "corrigendum" => entry.legal_bases.extend(act(child)),
            "additionalInformation" => additional(child, entry),
            _ => {}
        }
    }
    if let Some(programme) = basis.programme.clone().filter(|text| !entry.programmes.contains(text))
    {
        entry.programmes.push(programme);
    }
    // The entry was changed when its act was published; the list tells no other day of change.
    if let Some(published) = basis.published.filter(|day| !entry.changed_on.contains(day)) {
        entry.changed_on.push(published);
    }
    entry.legal_bases.insert(0, basis);
}

/// An act as it is summed up beside a part of the entry.
pub(super) fn act(node: Node<'_, '_>) -> Option<LegalBasis> {
    let mut basis = LegalBasis::default();
    for child in node.children() {
        match child.name() {
            "numberTitle" => basis.title = child.words().unwrap_or_default(),
            "regulationType" => basis.kind = child.words(),
            "publicationDate" => basis.published = CivilDate::parse_iso(child.text()).ok(),
            "publicationUrl" => basis.url = child.words(),
            _ => {}
        }
    }
    (basis != LegalBasis::default()).then_some(basis)
}

/// The act of a part that is no name: kept once for the entry.
pub(super) fn act_of_part(node: Node<'_, '_>, entry: &mut Entry) {
    let Some(basis) = act(node) else { return };
    if entry.legal_bases.iter().all(|there| there.title != basis.title) {
        entry.legal_bases.push(basis);
    }
}

/// The schema's door for what it has no element for: a key and a value.
pub(super) fn additional(node: Node<'_, '_>, entry: &mut Entry) {
    let (mut key, mut value) = (String::new(), "");
    for child in node.children() {
        match child.name() {
            "key" => key = child.words().unwrap_or_default(),
            "value" => value = child.text(),
            _ => {}
        }
    }
    entry.push_note(format!("additionalInformation {key}").trim().to_owned(), value);
}
