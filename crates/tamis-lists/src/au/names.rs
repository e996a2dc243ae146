//! Names of Australia's workbook: one a row, with inversions, remarks and scripts inside.

use tamis_model::{ListedName, NameGrade, PartyKind};

use crate::name_text::{has_other_script, is_latin, parentheses};
use crate::pieces::{Division, Shape, divide, inside_of};
use crate::remark;
use crate::xml::collapse;

/// `Name Type` in small letters → grade. Source: the 17 spellings of 2024-12.
const GRADES: [(&str, NameGrade); 5] = [
    ("primary name", NameGrade::Primary),
    ("aka", NameGrade::Unrated),
    ("original script", NameGrade::OriginalScript),
    ("formerly known as", NameGrade::Former),
    ("previously listed as", NameGrade::Former),
];

/// The grade of a type, if the table names it.
pub(super) fn grade(words: &str) -> Option<NameGrade> {
    let lower = words.to_lowercase();
    GRADES.iter().find(|(known, _)| *known == lower).map(|(_, grade)| *grade)
}

/// The names in one cell, and whether they differ from its text.
pub(super) fn read(
    cell: &str,
    words: &str,
    reference: &str,
    kind: PartyKind,
    heading: &str,
) -> (Vec<ListedName>, bool) {
    let source = collapse(cell);
    let listed = grade(words).unwrap_or(NameGrade::Unrated);
    let person = kind == PartyKind::Person;
    let origin = format!("Name {reference}");
    let mut names = Vec::new();
    if listed == NameGrade::Primary && !person {
        let mut primary = ListedName::new(source.clone(), listed, origin);
        primary.grade_as_written = Some(words.to_owned());
        names = inside_of(&primary);
        names.insert(0, primary);
        return (names, false);
    }
    let mut division = divide(&source, person, heading);
    if listed == NameGrade::OriginalScript {
        division = original(&source);
    }
    // "Previously listed as. In Arabic: …"
    for remark in division.remarks.clone() {
        if let Some(original) = remark::original_script(&remark) {
            division.push(original, Shape::Original);
        }
    }
    let note = Some(division.remarks.join("; ")).filter(|note| !note.is_empty());
    let mut reshaped = false;
    for piece in division.pieces {
        let other = has_other_script(&piece.text);
        let grade = match (piece.shape, listed) {
            (Shape::Original, _) => NameGrade::OriginalScript,
            _ if other => NameGrade::OriginalScript,
            _ if division.former => NameGrade::Former,
            (_, NameGrade::Primary) if !names.is_empty() => NameGrade::PrimaryVariation,
            (_, grade) => grade,
        };
        let mut name = ListedName::new(piece.text, grade, origin.clone());
        if name.text != source {
            name.as_written = Some(source.clone());
            reshaped = true;
        }
        name.grade_as_written = Some(words.to_owned()).filter(|words| !words.is_empty());
        name.births.clone_from(&division.births);
        name.note.clone_from(&note);
        names.push(name);
    }
    (names, reshaped)
}

/// A name in its own script; Latin letters in parentheses are a remark: `ኤርሚኣስ ግርማይ (Tigrinya)`.
fn original(source: &str) -> Division {
    let (outside, inside) = parentheses(source);
    let mut division = Division::default();
    if has_other_script(&outside) && inside.iter().all(|text| is_latin(text)) {
        division.push(&outside, Shape::Plain);
        division.remarks = inside;
    } else {
        division.push(source, Shape::Plain);
    }
    division
}
