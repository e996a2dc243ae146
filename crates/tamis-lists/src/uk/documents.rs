//! Passports and national numbers. The newer layout parts number and details; in the older one they
//! are one text: `(1) MM611523 (Utopian). Issued on 3 May 1999 (2) …`.

use tamis_model::{CivilDate, Identifier, IdentifierKind};

use super::numbered::{pairs, values};
use super::places::country_as_listed;
use crate::identity::document_kind;
use crate::when::day_after;

/// Numbers and details in two cells, paired by their numbers. A detail without a number comes back as
/// text for a note.
pub(crate) fn from_pair(
    kind: IdentifierKind,
    column: &'static str,
    numbers: &str,
    details: &str,
) -> (Vec<Identifier>, Vec<String>) {
    let (mut found, mut left) = (Vec::new(), Vec::new());
    for (number, details) in pairs(numbers, details) {
        if number.is_empty() {
            left.push(details.to_owned());
            continue;
        }
        let mut identifier = Identifier::new(kind_of(kind, details), column, number);
        describe(&mut identifier, details);
        found.push(identifier);
    }
    (found, left)
}

/// Words before a number that do not say what it is.
const NO_KIND: [&str; 4] = ["", "no", "no.", "number"];

/// Numbers inside of their details.
pub(super) fn from_text(
    kind: IdentifierKind,
    column: &'static str,
    cell: &str,
) -> (Vec<Identifier>, Vec<String>) {
    let (mut found, mut left) = (Vec::new(), Vec::new());
    for text in values(cell) {
        let end = head_end(text);
        let (head, tail) = text.split_at_checked(end).unwrap_or((text, ""));
        let Some((words, number)) = number_in(head) else {
            left.push(text.to_owned());
            continue;
        };
        let says_nothing = NO_KIND.contains(&words.to_ascii_lowercase().as_str());
        let written = if says_nothing { column } else { words };
        let mut identifier = Identifier::new(kind_of(kind, text), written, number);
        describe(&mut identifier, tail.trim_start_matches(['.', ',', ' ']));
        found.push(identifier);
    }
    (found, left)
}

/// The kind by the words beside the number; passports stay passports unless the words name another
/// document.
fn kind_of(kind: IdentifierKind, words: &str) -> IdentifierKind {
    document_kind(words).unwrap_or(kind)
}

fn describe(identifier: &mut Identifier, details: &str) {
    if details.is_empty() {
        return;
    }
    identifier.issuer = issuer(details);
    identifier.issued = day(details, "issue");
    identifier.expires = day(details, "expir").or_else(|| day(details, "valid until"));
    identifier.note = Some(details.to_owned());
}

/// The day behind a word. Days with slashes have the day first, as everywhere in this list.
fn day(details: &str, word: &str) -> Option<CivilDate> {
    let lower = details.to_ascii_lowercase();
    let rest = details.get(lower.find(word)? + word.len()..)?;
    let slashed = rest
        .split_whitespace()
        .take(3)
        .find(|token| token.matches('/').count() == 2)
        .and_then(|token| super::births::day(token.trim_matches([',', ';', ')', '.'])));
    slashed.or_else(|| day_after(details, word))
}

/// The country that a detail begins with, or has in its first parentheses.
fn issuer(details: &str) -> Option<tamis_model::Country> {
    let candidates = [
        details.strip_prefix('(').and_then(|rest| rest.split_once(')')).map(|(inside, _)| inside),
        details.split(['.', ',', '(', ';']).next(),
        Some(details),
    ];
    candidates.into_iter().flatten().find_map(|text| {
        let mut text = text.trim();
        for word in [" passport", " number", " national", " diplomatic"] {
            text = text.strip_suffix(word).unwrap_or(text);
        }
        let country = country_as_listed(text);
        country.code.is_some().then_some(country)
    })
}

/// Where the number and its words end: at a parenthesis, a sentence or a comma.
fn head_end(text: &str) -> usize {
    let at_mark = text.char_indices().find(|(at, c)| match c {
        '(' | ',' | ';' => true,
        '.' => text.get(at + 1..).is_none_or(|rest| rest.is_empty() || rest.starts_with(' ')),
        _ => false,
    });
    at_mark.map_or(text.len(), |(at, _)| at)
}

/// Letters that stand before the digits of a number, with a space between: `MP 1313262`.
const MOST_LETTERS_BEFORE: usize = 3;

/// The number at the end of some words: from the first word with a digit on, with short capitals
/// before it. Nothing if no word has a digit.
fn number_in(head: &str) -> Option<(&str, &str)> {
    let head = head.trim();
    let mut start = None;
    for (at, word) in words(head) {
        if word.bytes().any(|b| b.is_ascii_digit()) {
            return head
                .split_at_checked(start.unwrap_or(at))
                .map(|(words, number)| (words.trim().trim_end_matches([':', ' ']), number.trim()));
        }
        let letters =
            word.len() <= MOST_LETTERS_BEFORE && word.bytes().all(|b| b.is_ascii_uppercase());
        start = if letters { start.or(Some(at)) } else { None };
    }
    None
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(' ').scan(0, |at, word| {
        let here = *at;
        *at += word.len() + 1;
        Some((here, word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told((found, left): (Vec<Identifier>, Vec<String>)) -> String {
        let mut parts: Vec<String> = found
            .iter()
            .map(|id| {
                let day =
                    |day: Option<CivilDate>| day.map(|day| day.to_string()).unwrap_or_default();
                let issuer = id.issuer.as_ref().and_then(|country| country.code.clone());
                format!(
                    "{:?} {} [{}] {} {}..{}",
                    id.kind,
                    id.number,
                    id.kind_as_written,
                    issuer.unwrap_or_default(),
                    day(id.issued),
                    day(id.expires)
                )
            })
            .collect();
        parts.extend(left.into_iter().map(|text| format!("left: {text}")));
        parts.join("; ")
    }

    fn check_text(cell: &str, expected: &str) {
        assert_eq!(told(from_text(IdentifierKind::Passport, "Passport Details", cell)), expected);
    }

    #[test]
    fn numbers_are_found_in_their_details() {
        check_text("R0001318", "Passport R0001318 [Passport Details]  ..");
        check_text(
            "K989895 (Tunisian). Issued on 26 July 1995 in Genoa, Italy. Expired on 25 July 2000",
            "Passport K989895 [Passport Details] TN 1995-07-26..2000-07-25",
        );
        check_text(
            "(1) AE/088 DH 12 (Ivory Coast). Valid until 11 Dec 2005 (2) MP 1313262",
            "Passport AE/088 DH 12 [Passport Details] CI ..2005-12-11; Passport MP 1313262 [Passport Details]  ..",
        );
        check_text(
            "(1) Identity card 2096927 (Burkina Faso)",
            "NationalId 2096927 [Identity card] BF ..",
        );
        check_text("In possession of a UK passport", "left: In possession of a UK passport");
        check_text("(Egyptian). Issued 1993.", "left: (Egyptian). Issued 1993.");
        check_text("no 3603251708570001", "Passport 3603251708570001 [Passport Details]  ..");
        check_text(
            "Italian Fiscal Code LBR HBB 61S17 Z352F",
            "TaxNumber LBR HBB 61S17 Z352F [Italian Fiscal Code]  ..",
        );
    }

    #[test]
    fn numbers_and_details_pair() {
        let pair = |numbers, details| {
            told(from_pair(IdentifierKind::Passport, "Passport Number", numbers, details))
        };
        assert_eq!(
            pair(
                "(1) 101 (2) 202",
                "(1) - (2) Yemen, issued on 7 Oct. 2013. Expiration date: 7 Oct 2019"
            ),
            "Passport 101 [Passport Number]  ..; Passport 202 [Passport Number] YE 2013-10-07..2019-10-07"
        );
        assert_eq!(
            pair("S01", "Saudi Arabia, issue date: 06/11/1990, expiry date: 13/09/1995"),
            "Passport S01 [Passport Number] SA 1990-11-06..1995-09-13"
        );
        assert_eq!(pair("", "Yemen, lost"), "left: Yemen, lost");
    }
}
