//! One `DistinctParty` → one entry.

use tamis_model::{
    Account, Diagnostic, DiagnosticKind, Entry, EntryId, ListId, NameGrade, Note, PartyKind,
};

use super::surroundings::{Surroundings, push_new};
use super::{features, names, said};
use crate::records::{diagnostic, tell};
use crate::xml::{Node, Record};

/// Words of a subtype or type of party → kind. Source: the published sets of values.
const KINDS: [(&str, PartyKind); 4] = [
    ("vessel", PartyKind::Vessel),
    ("aircraft", PartyKind::Aircraft),
    ("individual", PartyKind::Person),
    ("entity", PartyKind::Organisation),
];

/// The entry of a party.
pub(super) fn entry(
    list: &ListId,
    record: &Record<'_>,
    surroundings: &Surroundings,
    account: &mut Account,
) -> Entry {
    let root = record.root();
    let reference = said(root, "FixedRef").unwrap_or_default();
    let mut entry = Entry::new(EntryId::new(list, &reference), PartyKind::Unknown);
    let mut told = Vec::new();
    for profile in root.children().filter(|node| node.name() == "Profile") {
        read_profile(profile, surroundings, &mut entry, &mut told);
    }
    entry.names.sort_by_key(|name| name.grade != NameGrade::Primary);
    entry.changed_on.sort_unstable();
    entry.changed_on.dedup();
    tell(account, told, &entry);
    entry
}

fn read_profile(
    profile: Node<'_, '_>,
    surroundings: &Surroundings,
    entry: &mut Entry,
    told: &mut Vec<Diagnostic>,
) {
    entry.kind = kind(profile, surroundings, told);
    let mut number = 0;
    for node in profile.children() {
        match node.name() {
            "ID" => {
                let id = node.text().to_owned();
                for relation in surroundings.relations(&id) {
                    entry.push_note("ProfileRelationship", relation);
                }
                for listing in surroundings.listings(&id) {
                    listing.tell(entry);
                }
                if *id != *entry.id.reference {
                    entry.other_keys.push(Note { field: "profile".into(), text: id });
                }
            }
            "Identity" => {
                let primary = said(node, "Primary").as_deref() != Some("false");
                let is_false = said(node, "False").as_deref() == Some("true");
                let main = primary && !is_false;
                let kind = entry.kind;
                let mut found = names::read(node, kind, main, surroundings, &mut number, told);
                if is_false {
                    for name in &mut found {
                        name.note = Some("of a false identity".to_owned());
                    }
                }
                entry.names.extend(found);
                let identity = said(node, "ID").unwrap_or_default();
                for document in surroundings.documents(&identity) {
                    if !document.known {
                        let words = &document.identifier.kind_as_written;
                        let detail = "a type that is not known: kept as an identifier of no kind";
                        told.push(diagnostic(node, DiagnosticKind::UnknownValue, words, detail));
                    }
                    push_new(&mut entry.identifiers, document.identifier.clone());
                }
            }
            "Feature" => features::read(node, surroundings, entry, told),
            _ => {}
        }
    }
}

/// The kind by the subtype ("Vessel"), else by the type of the subtype ("Individual").
fn kind(
    profile: Node<'_, '_>,
    surroundings: &Surroundings,
    told: &mut Vec<Diagnostic>,
) -> PartyKind {
    let id = said(profile, "PartySubTypeID").unwrap_or_default();
    let subtype = surroundings.values.words("PartySubType", &id);
    let party = surroundings.values.more("PartySubType", &id).unwrap_or_default();
    let party = surroundings.values.words("PartyType", party);
    let known = [&subtype, &party].into_iter().find_map(|words| {
        KINDS.iter().find(|(word, _)| words.eq_ignore_ascii_case(word)).map(|(_, kind)| *kind)
    });
    known.unwrap_or_else(|| {
        let detail = "a kind that is not known: compared with every kind";
        told.push(diagnostic(
            profile,
            DiagnosticKind::UnknownValue,
            &format!("{party} {subtype}"),
            detail,
        ));
        PartyKind::Unknown
    })
}
