//! Identity documents of the UN list.

use tamis_model::{CivilDate, Diagnostic, DiagnosticKind, Entry, Identifier, IdentifierKind};

use crate::country::country;
use crate::identity::document_kind;
use crate::records::diagnostic;
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
    let mut remarks: Vec<String> = remarks.into_iter().flatten().collect();
    // Some records have the number in the free text of the type or of the note alone
    // ("Tunisian passport number L 191609 issued on …").
    let texts = [number.as_deref(), kind_2.as_deref(), note.as_deref()];
    let stated = match &number {
        Some(number) => Some(inside(number).unwrap_or(number)),
        None => texts.iter().flatten().find_map(|text| inside(text)),
    };
    let Some(stated) = stated.map(str::to_owned) else {
        let text: Vec<String> =
            words.into_iter().chain(day).chain(issuing).chain(remarks).collect();
        if !text.is_empty() {
            entry.push_note("INDIVIDUAL_DOCUMENT", &text.join("; "));
        }
        return;
    };
    // The second type is the publisher's free text, and the number may carry its type as well
    // ("German travel document number A 0139243"): both say more than the first type.
    let told_kind = [kind_2.as_deref(), number.as_deref(), kind.as_deref(), note.as_deref()]
        .into_iter()
        .flatten()
        .find_map(document_kind);
    if told_kind.is_none() && !words.is_empty() {
        told.push(diagnostic(
            node,
            DiagnosticKind::UnknownValue,
            &words.join("; "),
            "a kind of document that is not known",
        ));
    }
    if let Some(number) = number.filter(|number| *number != stated) {
        remarks.insert(0, format!("as written: {number}"));
    }
    let mut identifier =
        Identifier::new(told_kind.unwrap_or(IdentifierKind::Other), words.join("; "), stated);
    identifier.issuer = issuing.or(place).map(|text| country(&text));
    identifier.issued = day.as_deref().and_then(|day| CivilDate::parse_iso(day).ok());
    if let Some(day) = day.filter(|_| identifier.issued.is_none()) {
        told.push(diagnostic(node, DiagnosticKind::UnreadableDate, &day, "not a day of issue"));
    }
    let remarks = Some(remarks.join("; ")).filter(|text| !text.is_empty());
    identifier.expires = remarks.as_deref().and_then(|note| day_after(note, "expir"));
    identifier.note = remarks;
    entry.identifiers.push(identifier);
}

/// Words before a number. Source: `NUMBER`, `TYPE_OF_DOCUMENT2` and `NOTE` in the files of 2014 to 2026.
const BEFORE_NUMBER: [&str; 7] =
    [" number", " no.", " no:", " no ", "passport:", " ssn", "(expire"];

/// The number inside a text that says what it is a number of: "CAR diplomatic passport no. D00000898",
/// "381110042 (Expired 25 Jan. 2016)". None where the text names no document, or no digit follows.
fn inside(text: &str) -> Option<&str> {
    let lower = format!(" {}", text.to_ascii_lowercase());
    let behind = BEFORE_NUMBER.iter().filter(|word| !word.starts_with('(')).filter_map(|word| {
        let at = lower.find(word)? + word.len() - 1;
        text.get(at..)
    });
    let rest = match behind.max_by_key(|rest| rest.len()) {
        Some(rest) => rest,
        None if lower.contains("(expire") => text,
        None => return None,
    };
    let rest = rest.trim_start_matches([' ', ':', '.', '#']);
    // Up to a mark or a word in small letters: "L 191609 issued on 28 Feb. 1996".
    let mut end = rest.len();
    let mut start = 0;
    for word in rest.split_inclusive(' ') {
        let plain = word.trim();
        let small = plain.len() > 1 && plain.chars().all(char::is_lowercase);
        if small || plain.starts_with('(') {
            end = start;
            break;
        }
        start += word.len();
        if plain.ends_with([',', ';']) {
            end = start;
            break;
        }
    }
    let number = rest.get(..end)?.trim().trim_end_matches([',', ';', '.', ')']);
    number.contains(|c: char| c.is_ascii_digit()).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_behind_their_words() {
        for (text, expected) in [
            ("Afghan national identification card (tazkira) number 300786", Some("300786")),
            ("CAR diplomatic passport no. D00000898", Some("D00000898")),
            ("Diplomatic Passport: Z30321794", Some("Z30321794")),
            ("381110042 (Expired 25 Jan. 2016)", Some("381110042")),
            ("Social Security Number 423-31-3021 (US)", Some("423-31-3021")),
            ("Russian passport number 8208 No. 555627", Some("8208 No. 555627")),
            ("Tunisian passport number L 191609 issued on 28 Feb. 1996", Some("L 191609")),
            ("passport number L723315, issued on 5 May 1998", Some("L723315")),
            ("Libyan Passport No. 96/184442", Some("96/184442")),
            ("SSN 156-92-9858 (United States of America)", Some("156-92-9858")),
            ("number: 7", Some("7")),
            ("L898902C3", None),
            ("expired on 18 Jun. 1992", None),
            ("National Identification Number", None),
            ("Numéro de passeport", None),
        ] {
            assert_eq!(inside(text), expected, "{text}");
        }
    }
}
