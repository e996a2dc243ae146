//! The cell of aliases of Canada's list → names. One cell holds several names in several scripts, parted by
//! semicolons, commas, slashes, "or", "and", and labels of languages. Knows no record.

use tamis_model::{NameGrade, PartyKind};

use super::alternatives;
use crate::name_text::{has_other_script, is_latin, script_runs, unquoted};
use crate::pieces::{Shape, divide, is_acronym};

/// A name of the cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Alias {
    pub(super) text: String,
    pub(super) grade: NameGrade,
    pub(super) language: Option<&'static str>,
}

/// Labels of languages before a name. Source: the file of 2025-05 (Russian 37, Belarusian 31, Arabic 18).
const LABELS: [(&str, &str); 4] =
    [("Belarusian", "be"), ("Belarussian", "be"), ("Russian", "ru"), ("Arabic", "ar")];

/// Words around a person's alias that are none of it.
const BEFORE: [&str; 1] = ["also "];
const BEHIND: [&str; 2] = [" AKA", " aka"];

/// Legal forms that stand behind a comma ("М Инвест, ООО") or before one ("АО, Воронежский завод"):
/// no name of their own. Source: the file of 2025-05.
const LEGAL_FORMS: [&str; 22] = [
    "ао",
    "ооо",
    "оао",
    "зао",
    "пао",
    "сао",
    "мк",
    "фгуп",
    "ao",
    "ooo",
    "oao",
    "zao",
    "pao",
    "jsc",
    "ojsc",
    "pjsc",
    "llc",
    "ltd",
    "ltd.",
    "fsue",
    "inc.",
    "некоммерческое партнерство",
];

fn is_legal_form(text: &str) -> bool {
    LEGAL_FORMS.contains(&text.trim().to_lowercase().as_str())
}

/// The names of a cell, white space collapsed.
pub(super) fn read(cell: &str, kind: PartyKind) -> Vec<Alias> {
    let mut names: Vec<Alias> = Vec::new();
    for (language, segment) in labelled(cell) {
        for text in segment.split(';').map(str::trim).filter(|text| !text.is_empty()) {
            let found = match kind {
                PartyKind::Person => person(text),
                _ => things(text),
            };
            for (text, shape) in found {
                let other = shape == Shape::Original || has_other_script(&text);
                let grade = if other { NameGrade::OriginalScript } else { NameGrade::Unrated };
                let language = language.filter(|_| other);
                let has_letters = text.chars().any(char::is_alphanumeric);
                if has_letters && names.iter().all(|name| name.text != text) {
                    names.push(Alias { text, grade, language });
                }
            }
        }
    }
    names
}

/// The cell in the parts that labels make of it.
fn labelled(cell: &str) -> Vec<(Option<&'static str>, &str)> {
    let mut parts = Vec::new();
    let (mut language, mut start) = (None, 0);
    for (at, _) in cell.match_indices(':') {
        let before = cell.get(start..at).unwrap_or_default().trim_end();
        let label = LABELS.iter().find(|(word, _)| {
            before.strip_suffix(word).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
        });
        if let Some((word, code)) = label {
            let text = before.strip_suffix(word).unwrap_or(before);
            parts.push((language, text.trim().trim_end_matches([',', '(']).trim_end()));
            (language, start) = (Some(*code), at + 1);
        }
    }
    parts.push((language, cell.get(start..).unwrap_or_default().trim()));
    parts
}

/// The names of a person in a text without semicolons.
fn person(text: &str) -> Vec<(String, Shape)> {
    let text = BEFORE.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    let text = BEHIND.iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text);
    let text = text.replace(", or ", " or ").replace(", and ", " and ");
    let commas: Vec<&str> =
        if is_inverted(&text) { vec![&text] } else { text.split(',').collect() };
    let mut found = Vec::new();
    for piece in commas {
        let piece = piece.replace(" or ", "/").replace(" and ", "/");
        let parts: Vec<&str> = piece.split('/').map(unquoted).collect();
        let names = alternatives::names(&parts).unwrap_or_else(|| vec![parts.join(" / ")]);
        // scripts are parted first: the comma of an inversion stands in one of them
        for name in names.iter().flat_map(|name| script_runs(name)) {
            found.extend(divide(&name, true, "").pieces.into_iter().map(|it| (it.text, it.shape)));
        }
    }
    found
}

/// "Баранов, Олег Анатольевич" and "LEVY, Yinon", not "BIDEVKA, BIDIOVKA" and "Alexei, Aleksei".
fn is_inverted(text: &str) -> bool {
    let Some((family, given)) = text.split_once(',') else { return false };
    let (family, given) = (family.trim(), given.trim());
    let last = family.rsplit(' ').next().unwrap_or(family);
    let capitals = |text: &str| !text.contains(char::is_lowercase);
    let one_script = has_other_script(family) == has_other_script(given);
    if given.contains([',', '/']) {
        return false;
    }
    (one_script && !family.contains(' ') && given.contains(' '))
        || (is_latin(last) && capitals(last) && !capitals(given))
}

/// The names of an organisation or ship in a text without semicolons.
fn things(text: &str) -> Vec<(String, Shape)> {
    let mut found = Vec::new();
    let mut glue = String::new();
    let pieces = parted(text);
    for (index, piece) in pieces.iter().enumerate() {
        let piece = piece.trim();
        // a legal form before the comma goes with what follows, one behind it with what is before
        if is_legal_form(piece) && index == 0 && pieces.len() > 1 {
            glue = format!("{piece}, ");
            continue;
        }
        let joined = format!("{glue}{piece}");
        glue.clear();
        if has_other_script(&joined) {
            found.push((unquoted(&joined).to_owned(), Shape::Original));
        } else {
            let pieces = divide(&joined, false, "").pieces;
            found.extend(pieces.into_iter().map(|it| (it.text, it.shape)));
        }
    }
    found
}

/// The pieces between commas, slashes, "or" and (beside another script than Latin) "and", outside of
/// parentheses and quotation marks.
fn parted(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut depth) = (0, 0_i32);
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        let here = text.get(start..at).unwrap_or_default();
        let length = match c {
            '(' | '«' | '“' | '„' => {
                depth += 1;
                0
            }
            ')' | '»' | '”' => {
                depth = (depth - 1).max(0);
                0
            }
            // a straight mark opens behind a space and closes elsewhere
            '"' => {
                let opens = before == ' ' || matches!(before, '(' | '«' | '“' | '"');
                depth = if opens { depth + 1 } else { (depth - 1).max(0) };
                0
            }
            _ if depth > 0 => 0,
            ',' if splits_at_comma(rest) => 1,
            '/' if splits_at_slash(here, rest) => 1,
            ' ' if rest.starts_with(" or ") => 4,
            ' ' if rest.starts_with(" and ") && (has_other_script(here) || starts_other(rest)) => 5,
            _ => 0,
        };
        before = c;
        if length > 0 && at >= start {
            pieces.extend(Some(here).filter(|piece| !piece.trim().is_empty()));
            start = at + length;
        }
    }
    pieces.extend(text.get(start..).filter(|piece| !piece.trim().is_empty()));
    pieces
}

/// A comma parts names, but not before a legal form, a small letter or the end.
fn splits_at_comma(rest: &str) -> bool {
    let after = rest.trim_start_matches(',').trim_start();
    let piece = after.split([',', '/', ';']).next().unwrap_or(after);
    let piece = piece.split(" or ").next().unwrap_or(piece);
    !after.is_empty() && !after.starts_with(char::is_lowercase) && !is_legal_form(piece)
        || ["l'", "d'"].iter().any(|article| after.starts_with(article))
}

/// A slash parts names if a space or mark stands beside it or words of two letters and more: not in "A/S",
/// "24/7".
fn splits_at_slash(before: &str, rest: &str) -> bool {
    let after = rest.trim_start_matches('/');
    let is_letter = |c: &char| c.is_alphabetic();
    let left = before.chars().rev().take_while(is_letter).count();
    let right = after.chars().take_while(is_letter).count();
    let digit = before.ends_with(|c: char| c.is_ascii_digit());
    !digit && left != 1 && right != 1
}

fn starts_other(rest: &str) -> bool {
    let word = rest.trim_start_matches(" and ").split(' ').next().unwrap_or_default();
    has_other_script(word)
}

/// A main name in English and French, parted by a slash; and what it says behind "also known as".
pub(super) struct Main<'t> {
    pub(super) english: &'t str,
    pub(super) french: Option<&'t str>,
    pub(super) known_as: Option<&'t str>,
}

/// The parts of the main name of an organisation or ship.
pub(super) fn main(text: &str) -> Main<'_> {
    let mut depth = 0_i32;
    let mut parted = None;
    for (at, c) in text.char_indices() {
        depth += i32::from(c == '(') - i32::from(c == ')');
        let (before, rest) = text.split_at_checked(at).unwrap_or((text, ""));
        if c == '/' && depth <= 0 && before.contains(' ') && splits_at_slash(before, rest) {
            parted = Some((before.trim(), rest.trim_start_matches('/').trim()));
            break;
        }
    }
    let (english, french) = parted.map_or((text, None), |(one, other)| (one, Some(other)));
    let known = english
        .split_once("(also known as ")
        .and_then(|(name, rest)| Some((name.trim(), rest.strip_suffix(')')?.trim())));
    let (english, known_as) = known.map_or((english, None), |(name, other)| (name, Some(other)));
    Main { english, french: french.filter(|text| !is_acronym(text)), known_as }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(cell: &str, kind: PartyKind) -> String {
        let one = |name: &Alias| {
            let mark = if name.grade == NameGrade::OriginalScript { "=" } else { "" };
            let language = name.language.map(|code| format!("@{code}")).unwrap_or_default();
            format!("{mark}{}{language}", name.text)
        };
        read(cell, kind).iter().map(one).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn aliases_of_persons() {
        for (cell, expected) in [
            ("Брел Оров", "=Брел Оров"),
            ("Brel Oru; Брел Оров; Брелл Оров", "Brel Oru | =Брел Оров | =Брелл Оров"),
            ("Брел ОРОВ / Брелл ОРОВ", "=Брел ОРОВ | =Брелл ОРОВ"),
            (
                "Brela Oru, Belarusian: Брэл Ору, Russian: Брел Оров",
                "Brela Oru | =Брэл Ору@be | =Брел Оров@ru",
            ),
            ("BRELKA, BRIOLKA", "BRELKA | BRIOLKA"),
            ("Оров, Брел Гурович", "=Брел Гурович Оров"),
            ("ברל אורו ORU, Brell AKA", "=ברל אורו | Brell ORU"),
            (
                "Alexander, or Alexandr Gurevich Oru",
                "Alexander Gurevich Oru | Alexandr Gurevich Oru",
            ),
            ("Брел Гурович Ору, or Оров", "=Брел Гурович Ору | =Брел Гурович Оров"),
            ("also Brell Oru; Брел Оров", "Brell Oru | =Брел Оров"),
            ("Brell (Bril) Oru", "Brell Oru"),
            ("بريل أورو; “Abu Guro”", "=بريل أورو | Abu Guro"),
            (
                "Hemo, Brell Guro, Muhammad Oru, Arabic: بريل",
                "Hemo | Brell Guro | Muhammad Oru | =بريل@ar",
            ),
            ("(Брел ОРОВ / Брелл ОРОВ", "=Брел ОРОВ | =Брелл ОРОВ"),
        ] {
            assert_eq!(told(cell, PartyKind::Person), expected, "{cell}");
        }
    }

    #[test]
    fn aliases_of_things() {
        for (cell, expected) in [
            ("М Ору, ООО", "=М Ору, ООО"),
            ("АО, Утопский завод", "=АО, Утопский завод"),
            ("Ору-Восход, АП Восход, АО", "=Ору-Восход | =АП Восход, АО"),
            ("АО «Ору» or Завод «Ору, Гуро»", "=АО «Ору» | =Завод «Ору, Гуро»"),
            ("Завод \"Ору\"/ ООО \"Ору\"", "=Завод \"Ору\" | =ООО \"Ору\""),
            ("ООО Ору and МПИ-Ору", "=ООО Ору | =МПИ-Ору"),
            ("Министерство науки, спорта и Ору", "=Министерство науки, спорта и Ору"),
            ("Directorate of Crime and Order", "Directorate of Crime and Order"),
            (
                "UTC, Utopian Trading Co., Utopian Trade",
                "UTC | Utopian Trading Co. | Utopian Trade",
            ),
            ("Utopia Guard, UG/GU, Garde d'Utopie", "Utopia Guard | UG | GU | Garde d'Utopie"),
            ("Utopia A/S; 24/7 Oru", "Utopia A/S | 24/7 Oru"),
            ("Bank of Utopia (BU), JSC", "Bank of Utopia, JSC | BU"),
        ] {
            assert_eq!(told(cell, PartyKind::Organisation), expected, "{cell}");
        }
    }

    #[test]
    fn main_names_are_in_two_languages() {
        for (text, english, french, known_as) in [
            (
                "Utopian Navy (UN)/Marine d'Utopie",
                "Utopian Navy (UN)",
                Some("Marine d'Utopie"),
                None,
            ),
            ("Mills (Hmaw/Pyi)", "Mills (Hmaw/Pyi)", None, None),
            ("Oru Group (also known as Oru Tech)", "Oru Group", None, Some("Oru Tech")),
            ("Utopia A/S", "Utopia A/S", None, None),
        ] {
            let found = main(text);
            assert_eq!((found.english, found.french, found.known_as), (english, french, known_as));
        }
    }
}
