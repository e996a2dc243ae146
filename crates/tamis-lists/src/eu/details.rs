//! Citizenships, birth dates, addresses and numbers of an EU entity.

use tamis_model::{
    Account, Address, Calendar, CivilDate, Country, DateStatement, DiagnosticKind, Entry,
    Identifier, IdentifierKind, PartialDate, Place,
};

use super::record::{act_of_part, additional, told};
use crate::country::country_with_code;
use crate::xml::Node;

/// Kinds by `identificationTypeCode`. Source: all values in the file of 2021 (14).
const NUMBERS: [(&str, IdentifierKind); 14] = [
    ("passport", IdentifierKind::Passport),
    ("travelcardid", IdentifierKind::Passport),
    ("id", IdentifierKind::NationalId),
    ("ssn", IdentifierKind::NationalId),
    ("fiscalcode", IdentifierKind::TaxNumber),
    ("regnumber", IdentifierKind::CompanyNumber),
    ("swiftbic", IdentifierKind::Bic),
    ("imo", IdentifierKind::Imo),
    ("drivinglicence", IdentifierKind::DrivingLicence),
    ("nationcert", IdentifierKind::Other),
    ("tradelic", IdentifierKind::Other),
    ("birthcert", IdentifierKind::Other),
    ("electionid", IdentifierKind::Other),
    ("other", IdentifierKind::Other),
];

/// A country of code and description; `00 UNKNOWN` is none.
fn country(code: Option<String>, words: Option<String>) -> Option<Country> {
    let code = code.filter(|code| code != "00");
    let words = words.filter(|words| words != "UNKNOWN");
    match (words, code) {
        (Some(words), code) => Some(country_with_code(&words, &code.unwrap_or_default())),
        (None, Some(code)) => Some(country_with_code(&code, &code)),
        (None, None) => None,
    }
}

/// Reads a `citizenship`; its dates and region are notes.
pub(super) fn citizenship(node: Node<'_, '_>, entry: &mut Entry) {
    let (mut code, mut words) = (None, None);
    for child in node.children() {
        match child.name() {
            "countryIso2Code" => code = child.words(),
            "countryDescription" => words = child.words(),
            "regulationSummary" => act_of_part(child, entry),
            "additionalInformation" => additional(child, entry),
            _ => {}
        }
    }
    if let Some(country) = country(code, words).filter(|it| !entry.nationalities.contains(it)) {
        entry.nationalities.push(country);
    }
}

#[derive(Debug, Default)]
struct Birth {
    calendar: String,
    circa: bool,
    day: Option<String>,
    numbers: [Option<String>; 3],
    from: Option<String>,
    to: Option<String>,
    remarks: Vec<String>,
}

/// Reads a `birthdate`: a date, a place, or both. The same place beside several dates is one place.
pub(super) fn birth(node: Node<'_, '_>, entry: &mut Entry, account: &mut Account) {
    let mut birth = Birth::default();
    let (mut locality, mut place) = ([None, None, None], Place::default());
    let (mut code, mut words) = (None, None);
    for child in node.children() {
        match child.name() {
            "calendarType" => birth.calendar = child.words().unwrap_or_default(),
            "circa" => birth.circa = child.text() == "true",
            "birthdate" => birth.day = child.words(),
            "dayOfMonth" => birth.numbers[0] = child.words(),
            "monthOfYear" => birth.numbers[1] = child.words(),
            "year" => birth.numbers[2] = child.words(),
            "yearRangeFrom" => birth.from = child.words(),
            "yearRangeTo" => birth.to = child.words(),
            "place" => locality[0] = child.words(),
            "city" => locality[1] = child.words(),
            "zipCode" => locality[2] = child.words(),
            "region" => place.region = child.words(),
            "countryIso2Code" => code = child.words(),
            "countryDescription" => words = child.words(),
            "remark" => birth.remarks.extend(child.words()),
            "regulationSummary" => act_of_part(child, entry),
            "additionalInformation" => additional(child, entry),
            _ => {}
        }
    }
    let locality: Vec<String> = locality.into_iter().flatten().collect();
    place.locality = Some(locality.join(", ")).filter(|text| !text.is_empty());
    place.country = country(code, words);
    let note = Some(birth.remarks.join("; ")).filter(|text| !text.is_empty());
    let statement = statement(&birth, node, entry, account);
    // A remark speaks of the date if there is one ("between 1968 and 1973"), and of the place as well
    // ("former USSR (now Belarus)"): both keep it.
    if place != Place::default() || (statement.is_none() && note.is_some()) {
        place.note.clone_from(&note);
        if !entry.birthplaces.contains(&place) {
            entry.birthplaces.push(place);
        }
    }
    if let Some(mut statement) = statement {
        statement.note = note;
        entry.births.push(statement);
    }
}

fn statement(
    birth: &Birth,
    node: Node<'_, '_>,
    entry: &Entry,
    account: &mut Account,
) -> Option<DateStatement> {
    let [day, month, year] = &birth.numbers;
    let pieces: Vec<&str> =
        [day, month, year].into_iter().filter_map(|text| text.as_deref()).collect();
    let numbers = pieces.join("/");
    let text = match (&birth.from, &birth.to, &birth.day) {
        (Some(from), Some(to), _) => format!("{from} to {to}"),
        (Some(from), None, _) => format!("from {from} on"),
        (None, Some(to), _) => format!("up to {to}"),
        (None, None, Some(day)) => day.clone(),
        (None, None, None) if numbers.is_empty() => return None,
        (None, None, None) => numbers.clone(),
    };
    let mut told_text = if birth.circa { format!("circa {text}") } else { text };
    // In another calendar the numbers are the source's, and `birthdate` is their conversion.
    let gregorian = matches!(birth.calendar.as_str(), "" | "GREGORIAN");
    let reading = match &birth.day {
        Some(day) if !gregorian => {
            CivilDate::parse_iso(day).ok().map(PartialDate::day).into_iter().collect()
        }
        None if !gregorian => Vec::new(),
        _ => {
            DateStatement::read(&told_text).map(|statement| statement.readings).unwrap_or_default()
        }
    };
    let calendar = match birth.calendar.as_str() {
        "ISLAMIC" => Calendar::LunarHijri,
        _ => Calendar::Gregorian,
    };
    if !gregorian {
        told_text = format!("{numbers} ({})", birth.calendar);
        if calendar == Calendar::Gregorian {
            let detail =
                "a calendar that is not converted here; the publisher's own conversion is kept";
            account.diagnostics.push(told(
                node,
                entry,
                DiagnosticKind::UnknownValue,
                &birth.calendar,
                detail,
            ));
        }
    }
    if reading.is_empty() {
        let detail = "kept and not compared";
        account.diagnostics.push(told(
            node,
            entry,
            DiagnosticKind::UnreadableDate,
            &told_text,
            detail,
        ));
    }
    let mut statement = DateStatement::unreadable(told_text);
    statement.readings = reading;
    statement.calendar = calendar;
    Some(statement)
}

/// Reads an `address`.
pub(super) fn address(node: Node<'_, '_>, entry: &mut Entry) {
    let mut address = Address::default();
    let (mut lines, mut locality, mut remarks) = ([None, None], [None, None], Vec::new());
    let (mut code, mut words) = (None, None);
    for child in node.children() {
        match child.name() {
            "street" => lines[0] = child.words(),
            "poBox" => lines[1] = child.words(),
            "place" => locality[0] = child.words(),
            "city" => locality[1] = child.words(),
            "zipCode" => address.post_code = child.words(),
            "region" => address.place.region = child.words(),
            "countryIso2Code" => code = child.words(),
            "countryDescription" => words = child.words(),
            "asAtListingTime" if child.text() == "true" => {
                remarks.push("as at the time of listing".to_owned());
            }
            "remark" => remarks.extend(child.words()),
            "contactInfo" => address.contacts.extend(contact(child)),
            "regulationSummary" => act_of_part(child, entry),
            "additionalInformation" => additional(child, entry),
            _ => {}
        }
    }
    let joined = |texts: [Option<String>; 2]| {
        Some(texts.into_iter().flatten().collect::<Vec<_>>().join(", "))
            .filter(|text| !text.is_empty())
    };
    address.street = joined(lines);
    address.place.locality = joined(locality);
    address.place.country = country(code, words);
    address.place.note = Some(remarks.join("; ")).filter(|text| !text.is_empty());
    if address != Address::default() {
        entry.addresses.push(address);
    }
}

/// `PHONE: 668 33 01`
fn contact(node: Node<'_, '_>) -> Option<String> {
    let (mut key, mut value) = (None, None);
    for child in node.children() {
        match child.name() {
            "key" => key = child.words(),
            "value" => value = child.words(),
            _ => {}
        }
    }
    let value = value?;
    Some(key.map_or_else(|| value.clone(), |key| format!("{key}: {value}")))
}

/// What the marks of an `identification` mean when they are true.
const MARKS: [(&str, &str); 5] = [
    ("diplomatic", "diplomatic"),
    ("knownExpired", "known to be expired"),
    ("knownFalse", "known to be false"),
    ("reportedLost", "reported lost"),
    ("revokedByIssuer", "revoked by its issuer"),
];

/// Reads an `identification`.
pub(super) fn identification(node: Node<'_, '_>, entry: &mut Entry, account: &mut Account) {
    let (mut number, mut latin, mut type_code, mut type_words) = (None, None, None, None);
    let (mut code, mut words, mut issued, mut from, mut to) = (None, None, None, None, None);
    let mut remarks = Vec::new();
    for child in node.children() {
        let name = child.name();
        if let Some((_, meaning)) = MARKS.iter().find(|(mark, _)| *mark == name) {
            if child.text() == "true" {
                remarks.push((*meaning).to_owned());
            }
            continue;
        }
        match name {
            "number" => number = child.words(),
            "latinNumber" => latin = child.words(),
            "identificationTypeCode" => type_code = child.words(),
            "identificationTypeDescription" => type_words = child.words(),
            "countryIso2Code" => code = child.words(),
            "countryDescription" => words = child.words(),
            "issueDate" => issued = child.words(),
            "validFrom" => from = child.words(),
            "validTo" => to = child.words(),
            "issuedBy" => remarks.extend(child.words().map(|text| format!("issued by {text}"))),
            "nameOnDocument" => {
                remarks.extend(child.words().map(|text| format!("name on document: {text}")));
            }
            "region" => remarks.extend(child.words().map(|text| format!("region: {text}"))),
            "remark" => remarks.extend(child.words()),
            "regulationSummary" => act_of_part(child, entry),
            "additionalInformation" => additional(child, entry),
            _ => {}
        }
    }
    let known = NUMBERS.iter().find(|(known, _)| Some(*known) == type_code.as_deref());
    let kind = known.map_or(IdentifierKind::Other, |(_, kind)| *kind);
    if let (None, Some(type_code)) = (known, &type_code) {
        let detail = "a kind of number that is not known: kept as an identifier of no kind";
        account.diagnostics.push(told(
            node,
            entry,
            DiagnosticKind::UnknownValue,
            type_code,
            detail,
        ));
    }
    let Some(first) = number.clone().or_else(|| latin.clone()) else {
        let remarks: Vec<String> = type_words.into_iter().chain(remarks).collect();
        entry.push_note("identification", &remarks.join("; "));
        return;
    };
    if let Some(latin) = latin.filter(|latin| *latin != first) {
        remarks.push(format!("in Latin letters: {latin}"));
    }
    let mut identifier = Identifier::new(kind, type_words.or(type_code).unwrap_or_default(), first);
    identifier.issuer = country(code, words);
    let mut day = |text: Option<String>, what: &str| {
        let text = text?;
        let day = CivilDate::parse_iso(&text).ok();
        if day.is_none() {
            remarks.push(format!("{what} {text}"));
        }
        day
    };
    let (issued, from) = (day(issued, "issued"), day(from, "valid from"));
    identifier.expires = day(to, "valid to");
    identifier.issued = issued.or(from);
    if let (Some(_), Some(from)) = (issued, from) {
        remarks.push(format!("valid from {from}"));
    }
    identifier.note = Some(remarks.join("; ")).filter(|text| !text.is_empty());
    entry.identifiers.push(identifier);
}
