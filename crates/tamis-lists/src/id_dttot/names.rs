//! The chain of names: `NAME alias NAME ALIAS NAME -;`, with original scripts glued to Latin names.

use tamis_model::{ListedName, NameGrade};

use crate::name_text::{has_other_script, is_latin, parentheses, script_runs, unquoted};
use crate::pieces::{Division, Shape, divide};
use crate::xml::collapse;

/// The word between two names, as the list spells it. Source: the workbook of 2022-07 (alias 1,852 times).
const ALIAS: [&str; 6] = ["alias", "alais", "allias", "aliasa", "a.k.a", "aka"];

/// The names of a cell, the first of them the main one.
pub(super) fn read(cell: &str, person: bool) -> Vec<ListedName> {
    let source = collapse(cell);
    let mut names: Vec<ListedName> = Vec::new();
    for (number, written) in chain(&source).into_iter().enumerate() {
        let division = if person || is_acronym_of(written) {
            divide(written, person, "")
        } else {
            let mut whole = Division::default();
            for run in script_runs(written) {
                let shape = if is_latin(&run) { Shape::Plain } else { Shape::Original };
                whole.push(&run, shape);
            }
            whole
        };
        let note = Some(division.remarks.join("; ")).filter(|note| !note.is_empty());
        for piece in division.pieces {
            let grade = match (piece.shape, number) {
                (Shape::Original, _) => NameGrade::OriginalScript,
                _ if has_other_script(&piece.text) => NameGrade::OriginalScript,
                (Shape::Plain, 0) if names.is_empty() => NameGrade::Primary,
                _ if division.former => NameGrade::Former,
                _ => NameGrade::Unrated,
            };
            if names.iter().any(|name| name.text == piece.text) {
                continue;
            }
            let mut name = ListedName::new(piece.text, grade, format!("Nama[{}]", number + 1));
            name.note.clone_from(&note);
            name.as_written = Some(written.to_owned()).filter(|text| *text != name.text);
            names.push(name);
        }
    }
    names
}

/// Whether what an organisation's name has in parentheses may be its acronym: it begins as one of the words does.
/// The list is in capitals throughout: "(TANZANIA)" and "(MARTYRS)" look like acronyms and are none. A name
/// without parentheses has nothing to lose.
fn is_acronym_of(name: &str) -> bool {
    let (outside, inside) = parentheses(name);
    let initial =
        |word: &str| word.chars().find(|c| c.is_alphabetic()).map(|c| c.to_ascii_uppercase());
    inside.iter().all(|text| {
        let begins = initial(text);
        let words = outside.split([' ', '-']);
        words.into_iter().any(|word| initial(word) == begins)
    })
}

/// The pieces between the words for alias, without the marks at their ends.
fn chain(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut at) = (0, 0);
    for word in text.split(' ') {
        let bare = word.trim_matches([',', ';', '.', ':']);
        if ALIAS.iter().any(|known| known.eq_ignore_ascii_case(bare)) {
            pieces.extend(text.get(start..at));
            start = at + word.len();
        }
        at += word.len() + 1;
    }
    pieces.extend(text.get(start..));
    pieces
        .into_iter()
        .map(|piece| unquoted(unquoted(piece).trim_end_matches(['-', ';', ' '])))
        .filter(|piece| piece.chars().any(char::is_alphanumeric))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chains_are_parted() {
        for (cell, person, expected) in [
            (
                "BRELL AL-ORU بريل الأورو alias BRELL ORU Alias ABU ‘UBAYDAH ALIAS ORU, BRELL;",
                true,
                "Primary BRELL AL-ORU | OriginalScript بريل الأورو | Unrated BRELL ORU | Unrated ABU ‘UBAYDAH",
            ),
            (
                "Oru Group (OG) alias Группа Ору Alias Oru Trade\nAlias Oru Trade -;",
                false,
                "Primary Oru Group | Unrated OG | OriginalScript Группа Ору | Unrated Oru Trade",
            ),
            (
                "ORU ALLIAS GURA alais AA (inisial)\n\n",
                true,
                "Primary ORU | Unrated GURA | Unrated AA",
            ),
            ("LAZ ORU;", false, "Primary LAZ ORU"),
            ("AL-ORU TRUST (KENYA)", false, "Primary AL-ORU TRUST (KENYA)"),
            (" ; ", true, ""),
        ] {
            let told: Vec<String> = read(cell, person)
                .iter()
                .map(|name| format!("{:?} {}", name.grade, name.text))
                .collect();
            assert_eq!(told.join(" | "), expected, "{cell}");
        }
    }
}
