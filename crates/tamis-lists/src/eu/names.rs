//! The names of an EU entity: graded by their remarks, merged over functions, each with its act.

use tamis_model::{
    Account, DiagnosticKind, Entry, LegalBasis, ListedName, NameFields, NameGrade, PartyKind, Sex,
};

use super::record::{act, additional, told};
use crate::pieces::{Shape, divide, is_acronym};
use crate::remark;
use crate::xml::Node;

/// What a `nameAlias` says.
#[derive(Debug, Default)]
struct Alias {
    whole: Option<String>,
    fields: NameFields,
    language: Option<String>,
    weak: bool,
    remarks: Vec<String>,
    act: Option<LegalBasis>,
}

/// Reads all `nameAlias` of an entity.
///
/// The list has no main name. The first name is the heading: it is the one that the regulation lists
/// the party under. It is graded [`NameGrade::Primary`] unless its own remark grades it otherwise. A
/// name in another script keeps the grade of its remark: the EU gives names in 27 languages, and only a
/// remark tells which is the original.
pub(super) fn read(nodes: &[Node<'_, '_>], entry: &mut Entry, account: &mut Account) {
    let mut names: Vec<ListedName> = Vec::new();
    let mut by_source: Vec<(String, Option<String>)> = Vec::new();
    for (index, node) in nodes.iter().enumerate() {
        let alias = alias(*node, entry, account);
        let Some(whole) = alias.whole.clone() else {
            account.diagnostics.push(told(
                *node,
                entry,
                DiagnosticKind::Misplaced,
                "",
                "a name without its text",
            ));
            continue;
        };
        // One name a function: the same text in the same language is one name with several offices.
        let key = (whole.clone(), alias.language.clone());
        let graded = alias.remarks.iter().find_map(|text| remark::grade(text));
        if by_source.contains(&key) {
            let same = |name: &&mut ListedName| {
                name.as_written.as_deref().unwrap_or(&name.text) == whole
                    && name.language == alias.language
            };
            for name in names.iter_mut().filter(|name| same(name)) {
                if let Some(grade) = graded.filter(|_| name.grade == NameGrade::Unrated) {
                    name.grade = grade;
                    name.grade_as_written = Some(alias.remarks.join("; "));
                }
                for remark in &alias.remarks {
                    note(name, remark);
                }
            }
            continue;
        }
        by_source.push(key);
        let grade = match graded {
            Some(grade) => grade,
            None if alias.weak => NameGrade::Weak,
            None if index == 0 => NameGrade::Primary,
            None => NameGrade::Unrated,
        };
        push(*node, index, alias, grade, graded.is_some(), entry, &mut names, account);
    }
    entry.names = names;
}

fn note(name: &mut ListedName, remark: &str) {
    match &mut name.note {
        Some(note) if note.contains(remark) => {}
        Some(note) => {
            note.push_str("; ");
            note.push_str(remark);
        }
        None => name.note = Some(remark.to_owned()),
    }
}

/// The names that the text of one alias holds, into `names`.
#[expect(
    clippy::too_many_arguments,
    reason = "one caller; a struct of these would only rename them"
)]
fn push(
    node: Node<'_, '_>,
    index: usize,
    alias: Alias,
    grade: NameGrade,
    graded: bool,
    entry: &Entry,
    names: &mut Vec<ListedName>,
    account: &mut Account,
) {
    let whole = alias.whole.unwrap_or_default();
    let division = divide(&whole, entry.kind == PartyKind::Person, "");
    let mut pieces = division.pieces;
    for remark in &alias.remarks {
        if let Some(original) = remark::original_script(remark) {
            pieces.push(crate::pieces::Piece { text: original.to_owned(), shape: Shape::Original });
        }
    }
    let grade = if division.former { NameGrade::Former } else { grade };
    let origin = format!("nameAlias[{}]", index + 1);
    let mut reshaped = false;
    for (number, piece) in pieces.into_iter().enumerate() {
        let grade = match piece.shape {
            Shape::Original if grade != NameGrade::Weak => NameGrade::OriginalScript,
            // A heading has one main name: "Korea Kwangson Banking Corporation (KKBC)".
            _ if number > 0 && grade == NameGrade::Primary && is_acronym(&piece.text) => {
                NameGrade::Unrated
            }
            _ if number > 0 && grade == NameGrade::Primary => NameGrade::PrimaryVariation,
            _ => grade,
        };
        let mut name = ListedName::new(piece.text, grade, origin.clone());
        if name.text != whole {
            name.as_written = Some(whole.clone());
            reshaped = true;
        }
        if number == 0 {
            name.fields = alias.fields.clone();
        }
        name.language.clone_from(&alias.language);
        if graded {
            name.grade_as_written = Some(alias.remarks.join("; "));
        }
        for remark in alias.remarks.iter().chain(&division.remarks) {
            note(&mut name, remark);
            name.births.extend(crate::when::births_in(remark));
        }
        name.legal_basis.clone_from(&alias.act);
        names.push(name);
    }
    if reshaped {
        let detail = "divided or put in reading order; each name keeps the text of the source";
        account.diagnostics.push(told(node, entry, DiagnosticKind::Reshaped, &whole, detail));
    }
}

fn alias(node: Node<'_, '_>, entry: &mut Entry, account: &mut Account) -> Alias {
    let mut alias = Alias::default();
    for child in node.children() {
        match child.name() {
            "wholeName" => alias.whole = child.words(),
            "firstName" => alias.fields.given = child.words(),
            "middleName" => alias.fields.middle = child.words(),
            "lastName" => alias.fields.family = child.words(),
            "nameLanguage" => alias.language = child.words().map(|code| code.to_lowercase()),
            "function" => distinct(&mut entry.positions, child.words()),
            "title" => distinct(&mut entry.titles, child.words()),
            "gender" => sex(child, entry, account),
            // True for each of 9,544 names in 2021: it says nothing. The schema means "the main name"
            // by it; a false one is taken as the weaker statement.
            "strong" => match child.text() {
                "true" | "" => {}
                "false" => alias.weak = true,
                other => account.diagnostics.push(told(
                    child,
                    entry,
                    DiagnosticKind::UnknownValue,
                    other,
                    "neither true nor false",
                )),
            },
            "remark" => alias.remarks.extend(child.words()),
            "regulationSummary" => alias.act = act(child),
            "additionalInformation" => additional(child, entry),
            _ => {}
        }
    }
    alias
}

fn distinct(texts: &mut Vec<String>, text: Option<String>) {
    if let Some(text) = text.filter(|text| !texts.contains(text)) {
        texts.push(text);
    }
}

/// The sex stands with each name; two that differ contradict each other, and neither is kept.
fn sex(node: Node<'_, '_>, entry: &mut Entry, account: &mut Account) {
    let sex = match node.text() {
        "M" => Sex::Male,
        "F" => Sex::Female,
        "?" | "" => return,
        other => {
            account.diagnostics.push(told(
                node,
                entry,
                DiagnosticKind::UnknownValue,
                other,
                "a sex that is not known",
            ));
            return;
        }
    };
    match entry.sex {
        None => entry.sex = Some(sex),
        Some(there) if there == sex || there == Sex::Unspecified => {}
        Some(_) => {
            account.diagnostics.push(told(
                node,
                entry,
                DiagnosticKind::Contradiction,
                node.text(),
                "names of both sexes: read as unspecified",
            ));
            entry.sex = Some(Sex::Unspecified);
        }
    }
}
