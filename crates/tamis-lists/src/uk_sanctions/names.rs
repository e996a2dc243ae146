//! Names of the UK Sanctions List: six numbered parts, a type, a strength; names in other scripts.

use tamis_model::{Diagnostic, DiagnosticKind, Entry, ListedName, NameGrade, PartyKind};

use crate::name_text::{is_latin, uninverted};
use crate::records::diagnostic;
use crate::uk::names::{OPENED, language, ordered};
use crate::xml::Node;

/// `NameType` → grade of a name without strength. Source: the types of the list as a table, and those of the
/// consolidated list before it.
const TYPES: [(&str, NameGrade); 5] = [
    ("primary name", NameGrade::Primary),
    ("primary name variation", NameGrade::PrimaryVariation),
    ("alias", NameGrade::Unrated),
    ("aka", NameGrade::Unrated),
    ("fka", NameGrade::Former),
];

/// How the words for a strength begin ("Good quality a.k.a").
const STRENGTHS: [(&str, NameGrade); 2] = [("good", NameGrade::Strong), ("low", NameGrade::Weak)];

/// The grade of a type and a strength, and whether the tables name both.
fn grade(kind: &str, strength: &str) -> (NameGrade, bool) {
    let (kind, strength) = (kind.to_lowercase(), strength.to_lowercase());
    let by_type = TYPES.iter().find(|(word, _)| *word == kind).map(|(_, grade)| *grade);
    let by_strength =
        STRENGTHS.iter().find(|(word, _)| strength.starts_with(word)).map(|(_, grade)| *grade);
    let known = by_type.is_some() && (by_strength.is_some() || strength.is_empty());
    let grade = match by_type.unwrap_or(NameGrade::Unrated) {
        NameGrade::Unrated => by_strength.unwrap_or(NameGrade::Unrated),
        grade => grade,
    };
    (grade, known)
}

/// Reads a `Name`; `number` counts them from 1.
pub(super) fn latin(
    node: Node<'_, '_>,
    number: usize,
    entry: &mut Entry,
    told: &mut Vec<Diagnostic>,
) {
    let (mut given, mut family, mut kind, mut strength) =
        (Vec::new(), None, String::new(), String::new());
    for child in node.children() {
        match child.name() {
            "Name1" | "Name2" | "Name3" | "Name4" | "Name5" => {
                given.extend(child.words().map(|words| (child.name(), words)));
            }
            "Name6" => family = child.words(),
            "NameType" => kind = child.words().unwrap_or_default(),
            "AliasStrength" => strength = child.words().unwrap_or_default(),
            _ => {}
        }
    }
    given.sort_by_key(|(name, _)| *name);
    let given: Vec<&str> = given.iter().map(|(_, words)| words.as_str()).collect();
    let person = entry.kind == PartyKind::Person;
    let Some(ordered) = ordered(&given, family.as_deref(), person) else {
        if !kind.is_empty() {
            told.push(diagnostic(node, DiagnosticKind::Misplaced, &kind, "a name without parts"));
        }
        return;
    };
    let (grade, known) = grade(&kind, &strength);
    let words: Vec<&str> =
        [kind.as_str(), &strength].into_iter().filter(|words| !words.is_empty()).collect();
    let words = words.join(", ");
    if !known {
        let detail = "no such grade is known; read without the strength, or as unrated";
        told.push(diagnostic(node, DiagnosticKind::UnknownValue, &words, detail));
    }
    let mut name = ListedName::new(ordered.text, grade, format!("Name[{number}]"));
    name.fields = ordered.fields;
    name.grade_as_written = Some(words).filter(|words| !words.is_empty());
    if let Some(as_written) = &ordered.as_written {
        told.push(diagnostic(node, DiagnosticKind::Reshaped, as_written, OPENED));
    }
    name.as_written = ordered.as_written;
    push(name, entry);
}

/// Reads a `NonLatinName`. Latin letters there are a spelling of the main name.
pub(super) fn other_script(
    node: Node<'_, '_>,
    number: usize,
    entry: &mut Entry,
    told: &mut Vec<Diagnostic>,
) {
    let (mut text, mut script, mut tongue) = (None, String::new(), String::new());
    for child in node.children() {
        match child.name() {
            "NameNonLatinScript" => text = child.words(),
            "NonLatinScriptType" => script = child.words().unwrap_or_default(),
            "NonLatinScriptLanguage" => tongue = child.words().unwrap_or_default(),
            _ => {}
        }
    }
    let Some(text) = text else { return };
    let latin = is_latin(&text);
    let grade = if latin { NameGrade::PrimaryVariation } else { NameGrade::OriginalScript };
    let mut reshaped = latin.then_some("Latin letters in the element for other scripts");
    let mut name = ListedName::new(text.clone(), grade, format!("NonLatinName[{number}]"));
    if let Some(turned) = uninverted(&text).filter(|_| entry.kind == PartyKind::Person) {
        reshaped = Some("inverted by a comma; now in reading order");
        name.text = turned;
        name.as_written = Some(text.clone());
    }
    if let Some(detail) = reshaped {
        told.push(diagnostic(node, DiagnosticKind::Reshaped, &text, detail));
    }
    name.language = language([&script, &tongue]);
    let tags: Vec<&str> =
        [script.as_str(), &tongue].into_iter().filter(|tag| !tag.is_empty()).collect();
    name.note = Some(tags.join(", ")).filter(|note| !note.is_empty());
    push(name, entry);
}

/// Adds a name unless the same one is there.
fn push(name: ListedName, entry: &mut Entry) {
    let there = |other: &ListedName| {
        other.text == name.text
            && other.grade == name.grade
            && other.grade_as_written == name.grade_as_written
    };
    if !entry.names.iter().any(there) {
        entry.names.push(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_are_told_by_type_and_strength() {
        for (kind, strength, expected) in [
            ("Primary Name", "", (NameGrade::Primary, true)),
            ("Alias", "Good quality a.k.a", (NameGrade::Strong, true)),
            ("Alias", "Low quality a.k.a", (NameGrade::Weak, true)),
            ("Alias", "", (NameGrade::Unrated, true)),
            ("Primary Name Variation", "Low quality", (NameGrade::PrimaryVariation, true)),
            ("Alias", "Fair", (NameGrade::Unrated, false)),
            ("Nickname", "", (NameGrade::Unrated, false)),
        ] {
            assert_eq!(grade(kind, strength), expected, "{kind} {strength}");
        }
    }
}
