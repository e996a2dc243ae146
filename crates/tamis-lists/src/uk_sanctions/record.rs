//! One designation of the UK Sanctions List → one entry.

use tamis_model::{
    Account, Address, CivilDate, Diagnostic, DiagnosticKind, Entry, EntryId, LegalBasis, ListId,
    ListReference, PartyKind,
};

use super::{details, names};
use crate::reading::list_id;
use crate::records::{diagnostic, tell};
use crate::uk::births::day;
use crate::uk::information::parents;
use crate::xml::{Node, Record};

/// `IndividualEntityShip` → kind.
const KINDS: [(&str, PartyKind); 3] = [
    ("individual", PartyKind::Person),
    ("entity", PartyKind::Organisation),
    ("ship", PartyKind::Vessel),
];

/// The entry of a designation.
pub(super) fn entry(list: &ListId, record: &Record<'_>, account: &mut Account) -> Entry {
    let mut told = Vec::new();
    let mut entry = Entry::new(EntryId::new(list, ""), PartyKind::Unknown);
    // the kind first: the order of names hangs on it
    if let Some(node) = record.root().children().find(|it| it.name() == "IndividualEntityShip") {
        kind(node, &mut entry, &mut told);
    }
    let (mut regime, mut source) = (None, None);
    let mut contacts = Vec::new();
    for node in record.root().children() {
        match node.name() {
            "UniqueID" => entry.id = EntryId::new(list, node.text()),
            "OFSIGroupID" => reference("uk", node, &mut entry),
            "UNReferenceNumber" => reference("un", node, &mut entry),
            "RegimeName" => regime = node.words(),
            "DesignationSource" => source = node.words(),
            "DateDesignated" => entry.listed_on = date(node, &mut entry, &mut told),
            "LastUpdated" => {
                let day = date(node, &mut entry, &mut told);
                entry.changed_on.extend(day);
            }
            "OtherInformation" => {
                if let Some(text) = node.words() {
                    entry.push_note("OtherInformation", node.text());
                    entry.parents.extend(parents(&text));
                }
            }
            "Titles" => entry.titles.extend(node.children().filter_map(Node::words)),
            "Names" => {
                for (index, name) in node.children().enumerate() {
                    names::latin(name, index + 1, &mut entry, &mut told);
                }
            }
            "NonLatinNames" => {
                for (index, name) in node.children().enumerate() {
                    names::other_script(name, index + 1, &mut entry, &mut told);
                }
            }
            "Addresses" => {
                node.children().for_each(|address| details::address(address, &mut entry));
            }
            "PhoneNumbers" | "Websites" | "EmailAddresses" => {
                let values = node
                    .children()
                    .filter_map(|value| Some(format!("{}: {}", value.name(), value.words()?)));
                contacts.extend(values);
            }
            "IndividualDetails" | "EntityDetails" | "ShipDetails" => {
                node.children().for_each(|child| details::read(child, &mut entry, &mut told));
            }
            _ => {}
        }
    }
    if !contacts.is_empty() {
        entry.addresses.push(Address { contacts, ..Address::default() });
    }
    if let Some(regime) = regime {
        entry.legal_bases.push(LegalBasis {
            title: regime.clone(),
            authority: source,
            programme: Some(regime.clone()),
            ..LegalBasis::default()
        });
        entry.programmes.push(regime);
    } else {
        entry.push_note("DesignationSource", source.as_deref().unwrap_or_default());
    }
    // a heading comes first, the rest stays in the order of the file
    entry.names.sort_by_key(|name| name.grade != tamis_model::NameGrade::Primary);
    tell(account, told, &entry);
    entry
}

fn kind(node: Node<'_, '_>, entry: &mut Entry, told: &mut Vec<Diagnostic>) {
    let words = node.words().unwrap_or_default();
    let known = KINDS.iter().find(|(word, _)| words.eq_ignore_ascii_case(word));
    if known.is_none() {
        let detail = "read as an entry of unknown kind";
        told.push(diagnostic(node, DiagnosticKind::UnknownValue, &words, detail));
    }
    entry.kind = known.map_or(PartyKind::Unknown, |(_, kind)| *kind);
}

/// The reference of the same party in another list, in a field of its own.
fn reference(list: &'static str, node: Node<'_, '_>, entry: &mut Entry) {
    if let Some(reference) = node.words() {
        let origin = node.name().to_owned();
        entry.references.push(ListReference { list: list_id(list), reference, origin });
    }
}

/// A day; what is none is kept as a note.
fn date(node: Node<'_, '_>, entry: &mut Entry, told: &mut Vec<Diagnostic>) -> Option<CivilDate> {
    let text = node.words()?;
    let found = day(&text);
    if found.is_none() {
        entry.push_note(node.name(), &text);
        let detail = "not a day; kept as a note";
        told.push(diagnostic(node, DiagnosticKind::UnreadableDate, &text, detail));
    }
    found
}
