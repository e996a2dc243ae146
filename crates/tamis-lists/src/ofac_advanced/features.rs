//! Features of a party: birth, places, sex, contacts and numbers, each of a type of the sets of values.

use tamis_model::{
    Address, CivilDate, DateStatement, Diagnostic, DiagnosticKind, Entry, Identifier, Sex,
};

use super::surroundings::{Surroundings, push_new};
use super::{period, said};
use crate::ofac_xml::id_types::{Use, use_of};
use crate::ofac_xml::record::place;
use crate::records::diagnostic;
use crate::xml::Node;

/// Reads a `Feature`.
pub(super) fn read(
    node: Node<'_, '_>,
    surroundings: &Surroundings,
    entry: &mut Entry,
    told: &mut Vec<Diagnostic>,
) {
    let kind = said(node, "FeatureTypeID").unwrap_or_default();
    let kind = surroundings.values.words("FeatureType", &kind);
    for version in node.children().filter(|child| child.name() == "FeatureVersion") {
        one(&kind, version, surroundings, entry, told);
    }
}

/// What a version of a feature holds.
#[derive(Default)]
struct Found {
    comment: Option<String>,
    date: Option<DateStatement>,
    text: Option<String>,
    location: Option<Address>,
}

fn one(
    kind: &str,
    node: Node<'_, '_>,
    surroundings: &Surroundings,
    entry: &mut Entry,
    told: &mut Vec<Diagnostic>,
) {
    let mut found = Found::default();
    for child in node.children() {
        match child.name() {
            "Comment" => found.comment = child.words(),
            "DatePeriod" => {
                found.date = period::statement(child);
                if found.date.is_none() {
                    let detail = "a period without days that can be read";
                    told.push(diagnostic(child, DiagnosticKind::UnreadableDate, kind, detail));
                }
            }
            "VersionDetail" => {
                let reference = said(child, "DetailReferenceID");
                let words = reference.map(|id| surroundings.values.words("DetailReference", &id));
                found.text = child.words().or(words);
            }
            "VersionLocation" => {
                let id = said(child, "LocationID").unwrap_or_default();
                found.location = surroundings.location(&id).cloned();
                if found.location.is_none() {
                    let detail = "no place of this number in the file";
                    told.push(diagnostic(child, DiagnosticKind::Orphan, &id, detail));
                }
            }
            _ => {}
        }
    }
    put(kind, found, entry);
}

/// Puts a feature where an entry has it; what it has no field for is a note.
fn put(kind: &str, found: Found, entry: &mut Entry) {
    let Found { comment, date, text, location } = found;
    match (kind.to_lowercase().as_str(), date, text, location) {
        ("birthdate", Some(mut date), _, _) => {
            date.note = comment;
            entry.births.push(date);
        }
        ("place of birth", _, Some(text), _) => entry.birthplaces.push(place(&text)),
        ("place of birth", _, None, Some(address)) => entry.birthplaces.push(address.place),
        ("location", _, _, Some(mut address)) => {
            address.place.note =
                address.place.note.into_iter().chain(comment).reduce(|a, b| format!("{a}; {b}"));
            entry.addresses.push(address);
        }
        ("nationality country" | "citizenship country", _, _, Some(address)) => {
            let country = address.place.country.filter(|it| !entry.nationalities.contains(it));
            entry.nationalities.extend(country);
        }
        ("title", _, Some(text), _) => entry.positions.push(text),
        (_, date, text, location) => {
            let written = date.as_ref().map(|date| date.as_written.clone());
            let country = location.and_then(|address| address.place.country);
            let words = country.as_ref().map(|country| country.as_written.clone());
            let value = text.or(written).or(words).or(comment).unwrap_or_default();
            match use_of(kind) {
                Some(Use::Sex) => match value.to_lowercase().as_str() {
                    "male" => entry.sex = Some(Sex::Male),
                    "female" => entry.sex = Some(Sex::Female),
                    _ => entry.push_note(kind, &value),
                },
                Some(Use::Identifier(of)) if !value.is_empty() => {
                    push_new(&mut entry.identifiers, Identifier::new(of, kind, value));
                }
                Some(Use::Contact(of)) => {
                    let contacts = vec![format!("{of}: {value}")];
                    entry.addresses.push(Address { contacts, ..Address::default() });
                }
                Some(Use::Nationality) if country.is_some() => entry.nationalities.extend(country),
                Some(Use::ListedOn) if entry.listed_on.is_none() => {
                    entry.listed_on = CivilDate::parse_iso(&value).ok();
                }
                _ => entry.push_note(kind, &value),
            }
        }
    }
}
