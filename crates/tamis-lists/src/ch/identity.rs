//! One identity of a target of Switzerland's list: names, births, addresses, papers.

use tamis_model::{
    Address, Calendar, CivilDate, DateStatement, Diagnostic, DiagnosticKind, Entry, Identifier,
    IdentifierKind, Place,
};

use super::names;
use super::surroundings::{Surroundings, attribute, country};
use crate::country::country_with_code;
use crate::identity::document_kind;
use crate::records::diagnostic;
use crate::xml::Node;

/// Reads an `identity`. `number` counts the names of the target. What another identity than the main
/// one says of births belongs to its names.
pub(super) fn read(
    node: Node<'_, '_>,
    surroundings: &Surroundings,
    number: &mut usize,
    entry: &mut Entry,
    told: &mut Vec<Diagnostic>,
) {
    let main = attribute(node, "main").is_none_or(|main| main == "true");
    let (mut found, mut births, mut birthplaces) = (Vec::new(), Vec::new(), Vec::new());
    for child in node.children() {
        match child.name() {
            "name" => {
                *number += 1;
                let (names, titles) = names::read(child, *number, told);
                found.extend(names);
                entry.titles.extend(titles.into_iter().filter(|title| !title.is_empty()));
            }
            "day-month-year" => births.push(birth(child, told)),
            "place-of-birth" => birthplaces.extend(place(child, surroundings, told)),
            "nationality" => {
                let countries = child.children().filter(|it| it.name() == "country");
                for country in countries.filter_map(country) {
                    if !entry.nationalities.contains(&country) {
                        entry.nationalities.push(country);
                    }
                }
            }
            "address" => entry.addresses.extend(address(child, surroundings, told)),
            "identification-document" => {
                let identifier = document(child, told);
                entry.identifiers.extend(identifier.map(|mut it| {
                    let other = (!main).then(|| "of another identity".to_owned());
                    let notes: Vec<String> = it.note.take().into_iter().chain(other).collect();
                    it.note = Some(notes.join("; ")).filter(|note| !note.is_empty());
                    it
                }));
            }
            _ => {}
        }
    }
    if main {
        entry.births.extend(births);
        entry.birthplaces.extend(birthplaces);
    } else {
        for name in &mut found {
            name.births.clone_from(&births);
            name.birthplaces.clone_from(&birthplaces);
        }
    }
    entry.names.extend(found);
}

/// `<day-month-year day="23" month="3" year="1980" calendar="Gregorian" quality="good"/>`
fn birth(node: Node<'_, '_>, told: &mut Vec<Diagnostic>) -> DateStatement {
    let [day, month, year] = ["day", "month", "year"].map(|name| attribute(node, name));
    let numbers: Vec<&str> =
        [&year, &month, &day].into_iter().flatten().map(String::as_str).collect();
    let padded: Vec<String> = numbers.iter().map(|number| format!("{number:0>2}")).collect();
    let text = padded.join("-");
    let calendar = attribute(node, "calendar").unwrap_or_default();
    let gregorian = calendar.is_empty() || calendar.eq_ignore_ascii_case("gregorian");
    let mut statement = match DateStatement::read(&text) {
        Ok(statement) if gregorian => statement,
        Ok(_) => {
            let mut statement = DateStatement::unreadable(format!("{text} ({calendar})"));
            if calendar.to_lowercase().contains("hijri")
                || calendar.to_lowercase().contains("islam")
            {
                statement.calendar = Calendar::LunarHijri;
            }
            let detail = "a calendar that is not converted here; kept and not compared";
            told.push(diagnostic(node, DiagnosticKind::UnknownValue, &calendar, detail));
            statement
        }
        Err(error) => {
            told.push(diagnostic(node, DiagnosticKind::UnreadableDate, &text, &error.to_string()));
            DateStatement::unreadable(text)
        }
    };
    statement.note = attribute(node, "quality")
        .filter(|quality| quality != "good")
        .map(|quality| format!("{quality} quality"));
    statement
}

/// The place with the number that an element gives.
fn place(
    node: Node<'_, '_>,
    surroundings: &Surroundings,
    told: &mut Vec<Diagnostic>,
) -> Option<Place> {
    let quality = attribute(node, "quality").filter(|quality| quality != "good");
    let id = attribute(node, "place-id")?;
    let mut place = surroundings.place(&id).cloned();
    if place.is_none() {
        let detail = "no place of this number in the file";
        told.push(diagnostic(node, DiagnosticKind::Orphan, &id, detail));
    }
    if let (Some(place), Some(quality)) = (&mut place, quality) {
        let notes: Vec<String> =
            place.note.take().into_iter().chain([format!("{quality} quality")]).collect();
        place.note = Some(notes.join("; "));
    }
    place
}

fn address(
    node: Node<'_, '_>,
    surroundings: &Surroundings,
    told: &mut Vec<Diagnostic>,
) -> Option<Address> {
    let place = place(node, surroundings, told).unwrap_or_default();
    let mut address = Address { place, ..Address::default() };
    let (mut lines, mut notes) = ([None, None, None], Vec::new());
    notes.extend(address.place.note.take());
    for child in node.children() {
        match child.name() {
            "c-o" => lines[0] = child.words().map(|text| format!("c/o {text}")),
            "address-details" => lines[1] = child.words(),
            "p-o-box" => lines[2] = child.words().map(|text| format!("P.O. Box {text}")),
            "zip-code" => address.post_code = child.words(),
            "remark" => notes.extend(child.words()),
            _ => {}
        }
    }
    let lines: Vec<String> = lines.into_iter().flatten().collect();
    address.street = Some(lines.join(", ")).filter(|text| !text.is_empty());
    address.place.note = Some(notes.join("; ")).filter(|text| !text.is_empty());
    (address != Address::default()).then_some(address)
}

/// Reads an `identification-document`.
fn document(node: Node<'_, '_>, told: &mut Vec<Diagnostic>) -> Option<Identifier> {
    let words = attribute(node, "document-type").unwrap_or_default();
    let kind = match words.as_str() {
        "id-card" => Some(IdentifierKind::NationalId),
        other => document_kind(&other.replace('-', " ")),
    };
    if kind.is_none() {
        let detail = "a kind of document that is not known: kept as an identifier of no kind";
        told.push(diagnostic(node, DiagnosticKind::UnknownValue, &words, detail));
    }
    let (mut number, mut issuer, mut notes) = (None, None, Vec::new());
    let mut days = [None, None];
    for child in node.children() {
        match child.name() {
            "number" => number = child.words(),
            "issuer" => {
                let code = attribute(child, "code").unwrap_or_default();
                let words = child.words().or_else(|| Some(code.clone()));
                issuer = words
                    .filter(|words| !words.is_empty())
                    .map(|words| country_with_code(&words, &code));
            }
            "date-of-issue" => days[0] = day(child, "issued", &mut notes),
            "expiry-date" => days[1] = day(child, "expires", &mut notes),
            "remark" => notes.extend(child.words()),
            _ => {}
        }
    }
    let number = match number {
        Some(number) => number,
        None => {
            let detail = "a document without a number";
            told.push(diagnostic(node, DiagnosticKind::Misplaced, &notes.join("; "), detail));
            return None;
        }
    };
    let mut identifier = Identifier::new(kind.unwrap_or(IdentifierKind::Other), words, number);
    identifier.issuer = issuer;
    [identifier.issued, identifier.expires] = days;
    identifier.note = Some(notes.join("; ")).filter(|text| !text.is_empty());
    Some(identifier)
}

/// A day; what is none is kept in the notes.
fn day(node: Node<'_, '_>, what: &str, notes: &mut Vec<String>) -> Option<CivilDate> {
    let text = node.words()?;
    let day = CivilDate::parse_iso(&text).ok();
    if day.is_none() {
        notes.push(format!("{what} {text}"));
    }
    day
}
