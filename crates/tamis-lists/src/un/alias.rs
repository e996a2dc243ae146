//! An alias element of the UN list → its names. One element may hold several spellings, an inversion,
//! alternates in parentheses, another script, a birth date, a passport, and "previously listed as".

use tamis_model::{DateStatement, Diagnostic, DiagnosticKind, ListedName, NameGrade, Place};

use super::birth;
use crate::country::country;
use crate::name_text::{has_other_script, is_latin, parentheses};
use crate::pieces::{Piece, Shape, divide};
use crate::records::diagnostic;
use crate::remark::{self, Meaning};
use crate::when::births_in;
use crate::xml::Node;

/// The list's words for quality. Blank stands in empty elements only.
const QUALITIES: [(&str, NameGrade); 5] = [
    ("good", NameGrade::Strong),
    ("low", NameGrade::Weak),
    ("a.k.a.", NameGrade::Unrated),
    ("f.k.a.", NameGrade::Former),
    ("", NameGrade::Unrated),
];

/// Reads an `INDIVIDUAL_ALIAS` or `ENTITY_ALIAS`; `number` counts them from 1. Nothing comes of an
/// empty one: the publisher's database writes one for each record without aliases.
pub(super) fn read(
    node: Node<'_, '_>,
    number: usize,
    individual: bool,
    heading: &str,
    names: &mut Vec<ListedName>,
    told: &mut Vec<Diagnostic>,
) {
    let (mut quality, mut source, mut note, mut birth) = (None, None, None, None);
    let mut place = Place::default();
    for child in node.children() {
        match child.name() {
            "QUALITY" => quality = child.words(),
            "ALIAS_NAME" => source = child.words(),
            "NOTE" => note = child.words(),
            "DATE_OF_BIRTH" => birth = birth::of_alias(child, told),
            "CITY_OF_BIRTH" => place.locality = child.words(),
            "COUNTRY_OF_BIRTH" => place.country = child.words().map(|text| country(&text)),
            _ => {}
        }
    }
    let Some(source) = source else {
        let left = [quality, note, birth.map(|birth| birth.as_written), place.locality];
        let left: Vec<String> = left.into_iter().flatten().collect();
        if !left.is_empty() {
            let detail = "an alias without a name";
            told.push(diagnostic(node, DiagnosticKind::Misplaced, &left.join("; "), detail));
        }
        return;
    };
    let words = quality.clone().unwrap_or_default().to_lowercase();
    let grade = QUALITIES.iter().find(|(known, _)| *known == words).map(|(_, grade)| *grade);
    if grade.is_none() {
        let detail = "a quality that is not known: read as unrated";
        told.push(diagnostic(node, DiagnosticKind::UnknownValue, &words, detail));
    }
    let mut division = divide(&source, individual, heading);
    if let Some(note) = &note {
        from_note(note, &source, &mut division);
    }
    let grade =
        if division.former { NameGrade::Former } else { grade.unwrap_or(NameGrade::Unrated) };
    let births: Vec<DateStatement> = birth.into_iter().chain(division.births).collect();

    let remarks: Vec<String> = division.remarks.into_iter().chain(note).collect();
    let remarks = Some(remarks.join("; ")).filter(|text| !text.is_empty());
    let mut reshaped = false;
    let origin = format!("{}[{number}]", node.name());
    for Piece { text, shape } in division.pieces {
        let grade = match shape {
            // The original of a weak alias is as weak as the alias.
            Shape::Original if grade != NameGrade::Weak => NameGrade::OriginalScript,
            _ => grade,
        };
        let mut name = ListedName::new(text, grade, origin.clone());
        if name.text != source {
            name.as_written = Some(source.clone());
            reshaped = true;
        }
        name.grade_as_written.clone_from(&quality);
        name.births.clone_from(&births);
        name.birthplaces.extend(Some(place.clone()).filter(|place| *place != Place::default()));
        name.note.clone_from(&remarks);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if reshaped {
        let detail = "divided or put in reading order; each name keeps the text of the source";
        told.push(diagnostic(node, DiagnosticKind::Reshaped, &source, detail));
    }
}

/// What a note adds: former grade, birth dates, the name in its own script, transliterations.
fn from_note(note: &str, source: &str, division: &mut crate::pieces::Division) {
    if remark::grade(note) == Some(NameGrade::Former) {
        division.former = true;
    }
    division.births.extend(births_in(note));
    if let Some(original) = remark::original_script(note) {
        division.push(original, Shape::Original);
    }
    // "born in 1971 in Samarra, Iraq (A; B; C)", "(A; B) prominently known by this nom de guerre"
    let (outside, inside) = parentheses(note);
    for text in inside.iter().filter(|text| text.contains(';')) {
        names_of_note(text, &[';'], division);
    }
    // "A; B" beside a name in another script; "A, B (transliterations of original script name)"
    let transliterated = note.to_lowercase().contains("transliteration");
    let separators: &[char] = if transliterated { &[';', ','] } else { &[';'] };
    let says_names = transliterated
        || (has_other_script(source) && outside.contains(';') && !outside.contains(':'));
    if says_names {
        names_of_note(&outside, separators, division);
    }
}

fn names_of_note(text: &str, separators: &[char], division: &mut crate::pieces::Division) {
    for piece in text.split(separators).map(str::trim) {
        let piece = piece.trim_start_matches("transliterations:").trim();
        if is_name(piece) {
            division.push(piece, Shape::Plain);
        }
    }
}

/// Whether a piece of a note is a name: two to eight words of Latin letters, the first a capital.
fn is_name(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let capital = text.trim_start_matches(['‘', '’', '\'']).starts_with(char::is_uppercase);
    let remark = matches!(remark::meaning(text), Some((Meaning::Remark | Meaning::Grade(_), _)));
    (2..=8).contains(&words)
        && capital
        && !remark
        && is_latin(text)
        && !text.contains(|c: char| c.is_ascii_digit() || c == ':')
}
