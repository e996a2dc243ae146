//! One record of the UN list → one entry.

use tamis_model::{
    Account, Address, CivilDate, Diagnostic, DiagnosticKind, Entry, EntryId, LegalBasis, ListId,
    ListedName, NameFields, NameGrade, Note, PartyKind, Place, Sex,
};

use super::{alias, birth, comments, document};
use crate::country::country;
use crate::name_text::has_other_script;
use crate::pieces::inside_of;
use crate::records::{diagnostic, tell};
use crate::xml::{Node, Record};

/// The entry of a record.
pub(super) fn entry(list: &ListId, record: &Record<'_>, account: &mut Account) -> Entry {
    let root = record.root();
    let individual = root.name() == "INDIVIDUAL";
    let kind = if individual { PartyKind::Person } else { PartyKind::Organisation };
    let mut entry = Entry::new(EntryId::new(list, ""), kind);
    let mut told = Vec::new();
    let mut aliases = Vec::new();
    let mut parts = Vec::new();
    let mut originals = Vec::new();
    for node in root.children() {
        match node.name() {
            "REFERENCE_NUMBER" => entry.id = EntryId::new(list, node.text()),
            "FIRST_NAME" | "SECOND_NAME" | "THIRD_NAME" | "FOURTH_NAME" => parts.push(node),
            "NAME_ORIGINAL_SCRIPT" => originals.push(node),
            "INDIVIDUAL_ALIAS" | "ENTITY_ALIAS" => aliases.push(node),
            "INDIVIDUAL_DATE_OF_BIRTH" => birth::read(node, &mut entry, &mut told),
            "INDIVIDUAL_PLACE_OF_BIRTH" => entry.birthplaces.extend(place(node)),
            "INDIVIDUAL_ADDRESS" | "ENTITY_ADDRESS" => entry.addresses.extend(address(node)),
            "INDIVIDUAL_DOCUMENT" => document::read(node, &mut entry, &mut told),
            "COMMENTS1" => comments::read(node, &mut entry),
            "LAST_DAY_UPDATED" | "TITLE" | "DESIGNATION" | "NATIONALITY" => {
                for value in node.children() {
                    plain(node.name(), value, &mut entry, &mut told);
                }
            }
            name => plain(name, node, &mut entry, &mut told),
        }
    }
    let mut names = Vec::new();
    names.extend(primary(&parts, &mut told));
    if !individual {
        names.extend(names.first().map(inside_of).unwrap_or_default());
    }
    let heading = names.first().map(|name: &ListedName| name.text.clone()).unwrap_or_default();
    for node in originals {
        original(node, &mut names, &mut told);
    }
    for (index, node) in aliases.into_iter().enumerate() {
        alias::read(node, index + 1, individual, &heading, &mut names, &mut told);
    }
    for name in &names {
        if name.text.contains(char::REPLACEMENT_CHARACTER) {
            let detail = "U+FFFD stands for a character that was lost before publication";
            let mut lost = diagnostic(root, DiagnosticKind::Misplaced, &name.text, detail);
            lost.field.clone_from(&name.origin);
            told.push(lost);
        }
    }
    entry.names = names;
    tell(account, told, &entry);
    entry
}

/// Fields of one value.
fn plain(name: &str, node: Node<'_, '_>, entry: &mut Entry, told: &mut Vec<Diagnostic>) {
    // `text` marks a field as taken: only the arms below do.
    let day = |told: &mut Vec<Diagnostic>| {
        let text = node.text();
        let day = CivilDate::parse_iso(text).ok();
        if day.is_none() && !text.is_empty() {
            told.push(diagnostic(
                node,
                DiagnosticKind::UnreadableDate,
                text,
                "not a day; kept as a note",
            ));
        }
        (day, text)
    };
    match name {
        "DATAID" => {
            entry.other_keys.extend(node.words().map(|text| Note { field: name.into(), text }));
        }
        "UN_LIST_TYPE" => {
            if let Some(programme) = node.words() {
                entry.legal_bases.push(LegalBasis {
                    title: format!("UN Security Council list: {programme}"),
                    authority: Some("UN Security Council".to_owned()),
                    programme: Some(programme.clone()),
                    ..LegalBasis::default()
                });
                entry.programmes.push(programme);
            }
        }
        "LISTED_ON" => match day(told) {
            (Some(day), _) => entry.listed_on = Some(day),
            (None, text) => entry.push_note(name, text),
        },
        "LAST_DAY_UPDATED" => match day(told) {
            (Some(day), _) => entry.changed_on.push(day),
            (None, text) => entry.push_note(name, text),
        },
        "TITLE" => entry.titles.extend(node.words()),
        "DESIGNATION" => entry.positions.extend(node.words()),
        "NATIONALITY" | "NATIONALITY2" => {
            entry.nationalities.extend(node.words().map(|text| country(&text)));
        }
        "GENDER" => match node.text().to_ascii_lowercase().as_str() {
            "male" => entry.sex = Some(Sex::Male),
            "female" => entry.sex = Some(Sex::Female),
            "" | "unknown" => {}
            other => {
                told.push(diagnostic(node, DiagnosticKind::UnknownValue, other, "kept as a note"));
                entry.push_note(name, other);
            }
        },
        _ => {}
    }
}

/// The main name: its parts joined with single spaces.
fn primary(parts: &[Node<'_, '_>], told: &mut Vec<Diagnostic>) -> Option<ListedName> {
    let words: Vec<String> = parts.iter().filter_map(|part| part.words()).collect();
    if words.is_empty() {
        return None;
    }
    let text = words.join(" ");
    let mut name = ListedName::new(text, NameGrade::Primary, "FIRST_NAME");
    if words.len() > 1 {
        let mut words = words.into_iter();
        name.fields = NameFields { given: words.next(), ..NameFields::default() };
        // The UN numbers the parts of a name and does not say which is the family name.
        let rest: Vec<String> = words.collect();
        name.fields.middle = Some(rest.join(" ")).filter(|text| !text.is_empty());
    }
    if let Some(part) = parts.iter().find(|part| part.text().contains('\n')) {
        told.push(diagnostic(
            *part,
            DiagnosticKind::Reshaped,
            part.text(),
            "line breaks inside a name read as spaces",
        ));
    }
    Some(name)
}

/// The name in its original script, with the language that some add: `ኤርሚኣስ ግርማይ (Tigrinya)`.
fn original(node: Node<'_, '_>, names: &mut Vec<ListedName>, told: &mut Vec<Diagnostic>) {
    let source = node.text();
    let Some(words) = node.words() else { return };
    let (outside, inside) = crate::name_text::parentheses(&words);
    for piece in outside.split([';', '؛']).map(str::trim).filter(|piece| !piece.is_empty()) {
        let mut name = ListedName::new(piece, NameGrade::OriginalScript, "NAME_ORIGINAL_SCRIPT");
        if !inside.is_empty() {
            name.note = Some(inside.join("; "));
        }
        if piece != source {
            name.as_written = Some(source.to_owned());
        }
        names.push(name);
    }
    if source != outside {
        told.push(diagnostic(
            node,
            DiagnosticKind::Reshaped,
            source,
            "read without line breaks and remarks",
        ));
    }
    if !has_other_script(&words) {
        let detail = "the original script has no letter but Latin ones: damaged, or misplaced";
        told.push(diagnostic(node, DiagnosticKind::Contradiction, source, detail));
    }
}

/// A place, if anything is told of it.
fn place(node: Node<'_, '_>) -> Option<Place> {
    let mut place = Place::default();
    let mut locality = Vec::new();
    for child in node.children() {
        match child.name() {
            "STREET" | "CITY" => locality.extend(child.words()),
            "STATE_PROVINCE" => place.region = child.words(),
            "COUNTRY" => place.country = child.words().map(|text| country(&text)),
            "NOTE" => place.note = child.words(),
            _ => {}
        }
    }
    place.locality = Some(locality.join(", ")).filter(|text| !text.is_empty());
    (place != Place::default()).then_some(place)
}

/// An address, if anything is told of it.
fn address(node: Node<'_, '_>) -> Option<Address> {
    let mut address = Address::default();
    for child in node.children() {
        match child.name() {
            "STREET" => address.street = child.words(),
            "CITY" => address.place.locality = child.words(),
            "STATE_PROVINCE" => address.place.region = child.words(),
            "ZIP_CODE" => address.post_code = child.words(),
            "COUNTRY" => address.place.country = child.words().map(|text| country(&text)),
            "NOTE" => address.place.note = child.words(),
            _ => {}
        }
    }
    (address != Address::default()).then_some(address)
}
