//! What the UK Sanctions List tells of persons, entities and ships beside their names.

use tamis_model::{
    Address, Country, DateStatement, Diagnostic, DiagnosticKind, Entry, Identifier, IdentifierKind,
    Place, Sex,
};

use crate::records::diagnostic;
use crate::uk::births::birth;
use crate::uk::documents::from_pair;
use crate::uk::information::company_numbers;
use crate::uk::places::country_as_listed;
use crate::xml::Node;

/// Reads a birth date. The list writes letters for what it does not know: `dd/mm/1945`.
fn born(node: Node<'_, '_>, told: &mut Vec<Diagnostic>) -> Option<DateStatement> {
    let text = node.words()?;
    let lower = text.to_lowercase();
    let mut statement = birth(&lower.replace("dd", "00").replace("mm", "00"));
    if statement.readings.is_empty() {
        let detail = "no date that can be read; its text is kept";
        told.push(diagnostic(node, DiagnosticKind::UnreadableDate, &text, detail));
    }
    statement.as_written = text;
    Some(statement)
}

/// Reads an `Individual`, an `Entity` or a `Ship`: lists of values inside of lists.
pub(super) fn read(node: Node<'_, '_>, entry: &mut Entry, told: &mut Vec<Diagnostic>) {
    for value in node.children().flat_map(Node::children) {
        match value.name() {
            "DOB" => entry.births.extend(born(value, told)),
            "Nationality" => {
                let country = value.words().map(|text| country_as_listed(&text));
                entry.nationalities.extend(country);
            }
            "Position" => entry.positions.extend(value.words()),
            "Gender" => sex(value, entry, told),
            "Passport" => document(value, IdentifierKind::Passport, entry),
            "NationalIdentifier" => document(value, IdentifierKind::NationalId, entry),
            "Location" => birthplace(value, entry),
            "BusinessRegistrationNumber" => {
                if let Some(text) = value.words() {
                    let numbers = company_numbers("BusinessRegistrationNumber", &text);
                    if numbers.is_empty() {
                        entry.push_note("BusinessRegistrationNumber", &text);
                    }
                    entry.identifiers.extend(numbers);
                }
            }
            "IMONumber" => entry.identifiers.extend(
                value.words().map(|text| Identifier::new(IdentifierKind::Imo, "IMONumber", text)),
            ),
            "HullIdentificationNumber" => entry.identifiers.extend(value.words().map(|text| {
                Identifier::new(IdentifierKind::Other, "HullIdentificationNumber", text)
            })),
            _ => {}
        }
    }
}

fn sex(node: Node<'_, '_>, entry: &mut Entry, told: &mut Vec<Diagnostic>) {
    match node.text().to_lowercase().as_str() {
        "male" => entry.sex = Some(Sex::Male),
        "female" => entry.sex = Some(Sex::Female),
        "" => {}
        other => {
            told.push(diagnostic(node, DiagnosticKind::UnknownValue, other, "kept as a note"));
            entry.push_note("Gender", node.text());
        }
    }
}

/// A number and what is told of it; what has no number is a note.
fn document(node: Node<'_, '_>, kind: IdentifierKind, entry: &mut Entry) {
    let (mut number, mut details) = (String::new(), String::new());
    for child in node.children() {
        match child.name() {
            "PassportNumber" | "NationalIdentifierNumber" => {
                number = child.words().unwrap_or_default();
            }
            _ => details = child.words().unwrap_or_default(),
        }
    }
    let column = match kind {
        IdentifierKind::Passport => "PassportNumber",
        _ => "NationalIdentifierNumber",
    };
    let (found, left) = from_pair(kind, column, &number, &details);
    for mut identifier in found {
        if identifier.issuer.is_none() {
            identifier.issuer = issuer(&details);
        }
        if !entry.identifiers.contains(&identifier) {
            entry.identifiers.push(identifier);
        }
    }
    for text in left {
        entry.push_note(node.name(), &text);
    }
}

/// "Afghanistan passport number P04581926, …": the country before the word.
fn issuer(details: &str) -> Option<Country> {
    let lower = details.to_lowercase();
    let at = [" passport", " national"].iter().filter_map(|word| lower.find(word)).min()?;
    details.get(..at).map(country_as_listed).filter(|country| country.code.is_some())
}

fn birthplace(node: Node<'_, '_>, entry: &mut Entry) {
    let mut place = Place::default();
    for child in node.children() {
        match child.name() {
            "TownOfBirth" => place.locality = child.words(),
            "CountryOfBirth" => place.country = child.words().map(|text| country_as_listed(&text)),
            _ => {}
        }
    }
    if place != Place::default() && !entry.birthplaces.contains(&place) {
        entry.birthplaces.push(place);
    }
}

/// Reads an `Address`: the sixth line is the town, those above it are the street.
pub(super) fn address(node: Node<'_, '_>, entry: &mut Entry) {
    let mut address = Address::default();
    let mut lines = Vec::new();
    for child in node.children() {
        match child.name() {
            "AddressLine6" => address.place.locality = child.words(),
            "AddressPostalCode" => address.post_code = child.words(),
            "AddressCountry" => {
                address.place.country = child.words().map(|text| country_as_listed(&text));
            }
            name => lines.extend(child.words().map(|words| (name, words))),
        }
    }
    lines.sort_by_key(|(name, _)| *name);
    let lines: Vec<String> = lines.into_iter().map(|(_, words)| words).collect();
    address.street = Some(lines.join(", ")).filter(|text| !text.is_empty());
    if address != Address::default() {
        entry.addresses.push(address);
    }
}
