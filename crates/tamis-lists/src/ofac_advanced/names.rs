//! Names of an identity: aliases of documented names of parts, each part in a group that tells what it is.

use std::collections::HashMap;

use tamis_model::{Diagnostic, DiagnosticKind, ListedName, NameFields, NameGrade, PartyKind};

use super::said;
use super::surroundings::Surroundings;
use crate::name_text::{has_other_script, uninverted, unquoted};
use crate::records::diagnostic;
use crate::xml::Node;

/// What a part is, in reading order. The second family name of Spanish names stands behind the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    First,
    Middle,
    Patronymic,
    Whole,
    Last,
    Matronymic,
    Maiden,
}

/// `NamePartType` → part. Source: the published set of values.
const PARTS: [(&str, Part); 10] = [
    ("first name", Part::First),
    ("middle name", Part::Middle),
    ("patronymic", Part::Patronymic),
    ("last name", Part::Last),
    ("matronymic", Part::Matronymic),
    ("maiden name", Part::Maiden),
    ("nickname", Part::Whole),
    ("entity name", Part::Whole),
    ("vessel name", Part::Whole),
    ("aircraft name", Part::Whole),
];

/// `AliasType` → grade of an alias that is not of low quality.
const TYPES: [(&str, NameGrade); 4] = [
    ("name", NameGrade::Strong),
    ("a.k.a.", NameGrade::Strong),
    ("f.k.a.", NameGrade::Former),
    ("n.k.a.", NameGrade::Strong),
];

/// The names of an `Identity`; `number` counts the aliases of the party.
pub(super) fn read(
    identity: Node<'_, '_>,
    kind: PartyKind,
    main: bool,
    surroundings: &Surroundings,
    number: &mut usize,
    told: &mut Vec<Diagnostic>,
) -> Vec<ListedName> {
    let groups = groups(identity, surroundings);
    let mut names = Vec::new();
    for alias in identity.children().filter(|node| node.name() == "Alias") {
        *number += 1;
        let origin = format!("Alias[{number}]");
        let (grade, words) = grade(alias, main, surroundings, told);
        for name in alias.children().filter(|node| node.name() == "DocumentedName") {
            names.extend(one(name, kind, grade, &origin, &groups, surroundings, told).map(
                |mut name| {
                    name.grade_as_written = Some(words.clone()).filter(|words| !words.is_empty());
                    name
                },
            ));
        }
    }
    names
}

/// The part that each group of an identity is of.
fn groups(identity: Node<'_, '_>, surroundings: &Surroundings) -> HashMap<String, String> {
    let groups = identity.children().filter(|node| node.name() == "NamePartGroups");
    let groups = groups.flat_map(Node::children).flat_map(Node::children);
    groups
        .filter_map(|group| {
            let kind = said(group, "NamePartTypeID")?;
            Some((said(group, "ID")?, surroundings.values.words("NamePartType", &kind)))
        })
        .collect()
}

fn grade(
    alias: Node<'_, '_>,
    main: bool,
    surroundings: &Surroundings,
    told: &mut Vec<Diagnostic>,
) -> (NameGrade, String) {
    let kind = said(alias, "AliasTypeID").unwrap_or_default();
    let kind = surroundings.values.words("AliasType", &kind);
    let primary = said(alias, "Primary").as_deref() == Some("true");
    let low = said(alias, "LowQuality").as_deref() == Some("true");
    let known = TYPES.iter().find(|(words, _)| kind.eq_ignore_ascii_case(words));
    if known.is_none() {
        let detail = "a type of alias that is not known: read as unrated";
        told.push(diagnostic(alias, DiagnosticKind::UnknownValue, &kind, detail));
    }
    let grade = match known.map(|(_, grade)| *grade) {
        _ if primary && main => NameGrade::Primary,
        _ if low => NameGrade::Weak,
        Some(grade) => grade,
        None => NameGrade::Unrated,
    };
    let strength = if low { "weak" } else { "strong" };
    (grade, if primary { kind } else { format!("{kind}, {strength}") })
}

fn one(
    node: Node<'_, '_>,
    kind: PartyKind,
    grade: NameGrade,
    origin: &str,
    groups: &HashMap<String, String>,
    surroundings: &Surroundings,
    told: &mut Vec<Diagnostic>,
) -> Option<ListedName> {
    let mut parts: Vec<(Part, String)> = Vec::new();
    let mut script = None;
    for value in node.children().flat_map(Node::children) {
        let group = said(value, "NamePartGroupID").unwrap_or_default();
        script = said(value, "ScriptID").or(script);
        let Some(text) = value.words() else { continue };
        let words = groups.get(&group).cloned().unwrap_or_default();
        let known = PARTS.iter().find(|(part, _)| words.eq_ignore_ascii_case(part));
        if known.is_none() {
            let detail = "a part of a name that is not known: read before the family name";
            told.push(diagnostic(value, DiagnosticKind::UnknownValue, &words, detail));
        }
        parts.push((known.map_or(Part::Whole, |(_, part)| *part), text));
    }
    // a maiden name stands in the name where it is all that there is
    let maiden_alone = parts.iter().all(|(part, _)| *part == Part::Maiden);
    let joined = |parts: &[(Part, String)], wanted: &[Part]| {
        let texts = parts.iter().filter(|(part, _)| wanted.contains(part));
        texts.map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" ")
    };
    let written = parts.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" ");
    parts.sort_by_key(|(part, _)| *part);
    let ordered: Vec<&str> = parts
        .iter()
        .filter(|(part, _)| maiden_alone || *part != Part::Maiden)
        .map(|(_, text)| text.as_str())
        .collect();
    let text = ordered.join(" ");
    if text.is_empty() {
        return None;
    }
    let bare = unquoted(&text);
    let person = kind == PartyKind::Person;
    let turned = if person && parts.len() == 1 { uninverted(bare) } else { None };
    let other = has_other_script(bare);
    let grade = if other && grade != NameGrade::Weak { NameGrade::OriginalScript } else { grade };
    let mut name = ListedName::new(turned.unwrap_or_else(|| bare.to_owned()), grade, origin);
    if name.text != written {
        let detail = "put in reading order, without quotation marks";
        told.push(diagnostic(node, DiagnosticKind::Reshaped, &written, detail));
        name.as_written = Some(written);
    }
    if other {
        name.note =
            script.and_then(|id| surroundings.values.more("Script", &id).map(str::to_owned));
    }
    if person && parts.len() > 1 {
        let field = |wanted: &[Part]| Some(joined(&parts, wanted)).filter(|text| !text.is_empty());
        name.fields = NameFields {
            given: field(&[Part::First]),
            middle: field(&[Part::Middle]),
            patronymic: field(&[Part::Patronymic]),
            family: field(&[Part::Last, Part::Matronymic]),
            maiden: field(&[Part::Maiden]),
        };
    }
    Some(name)
}
