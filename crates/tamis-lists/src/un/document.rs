//! Identity documents of the UN list.

use tamis_model::{CivilDate, Diagnostic, DiagnosticKind, Entry, Identifier, IdentifierKind};

use super::record::diagnostic;
use crate::country::country;
use crate::identity::document_kind;
use crate::when::day_after;
use crate::xml::Node;

/// Reads an `INDIVIDUAL_DOCUMENT`.
pub(super) fn read(node: Node<'_, '_>, entry: &mut Entry, told: &mut Vec<Diagnostic>) {
    let (mut kind, mut kind_2, mut number, mut issuing, mut day, mut city, mut place, mut note) =
        (None, None, None, None, None, None, None, None);
    for child in node.children() {
        let slot = match child.name() {
            "TYPE_OF_DOCUMENT" => &mut kind,
            "TYPE_OF_DOCUMENT2" => &mut kind_2,
            "NUMBER" => &mut number,
            "ISSUING_COUNTRY" => &mut issuing,
            "DATE_OF_ISSUE" => &mut day,
            "CITY_OF_ISSUE" => &mut city,
            "COUNTRY_OF_ISSUE" => &mut place,
            "NOTE" => &mut note,
            _ => continue,
        };
        *slot = child.words();
    }
    let words: Vec<String> = [kind.clone(), kind_2.clone()].into_iter().flatten().collect();
    let remarks = [
        note.clone(),
        city.map(|city| format!("issued in {city}")),
        // Where the passport was given out; the state that gave it stands in ISSUING_COUNTRY.
        place.as_ref().filter(|_| issuing.is_some()).map(|place| format!("issued in {place}")),
    ];
    let remarks: Vec<String> = remarks.into_iter().flatten().collect();
    let Some(number) = number else {
        // Many records have only a note ("SSN 156-92-9858") or nothing but a type.
        let text: Vec<String> =
            words.into_iter().chain(day).chain(issuing).chain(remarks).collect();
        if !text.is_empty() {
            entry.push_note("INDIVIDUAL_DOCUMENT", &text.join("; "));
        }
        return;
    };
    // The second type is the publisher's free text; the number may carry its type as well
    // ("German travel document A 0139243").
    let told_kind = kind_2
        .as_deref()
        .and_then(document_kind)
        .or_else(|| kind.as_deref().and_then(document_kind))
        .or_else(|| document_kind(&number));
    if told_kind.is_none() && !words.is_empty() {
        told.push(diagnostic(
            node,
            DiagnosticKind::UnknownValue,
            &words.join("; "),
            "a kind of document that is not known",
        ));
    }
    let mut identifier =
        Identifier::new(told_kind.unwrap_or(IdentifierKind::Other), words.join("; "), number);
    identifier.issuer = issuing.or(place).map(|text| country(&text));
    identifier.issued = day.as_deref().and_then(|day| CivilDate::parse_iso(day).ok());
    if let Some(day) = day.filter(|_| identifier.issued.is_none()) {
        told.push(diagnostic(node, DiagnosticKind::UnreadableDate, &day, "not a day of issue"));
    }
    identifier.expires = note.as_deref().and_then(|note| day_after(note, "expir"));
    identifier.note = Some(remarks.join("; ")).filter(|text| !text.is_empty());
    entry.identifiers.push(identifier);
}
