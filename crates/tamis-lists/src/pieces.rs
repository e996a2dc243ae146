//! The text of a name field → the names in it. Knows the marks that lists use, and which of them
//! stand in the names of persons only. Shared by the UN and EU lists.

use tamis_model::{DateStatement, ListedName, NameGrade};

use crate::name_text::{
    has_other_script, is_latin, parentheses, script_runs, uninverted, unquoted,
};
use crate::remark::{self, Meaning};
use crate::when::births_in;

/// What a piece is to the alias.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A spelling.
    Plain,
    /// The original of the spelling that it stands beside.
    Original,
}

/// A name that an alias holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) text: String,
    pub(crate) shape: Shape,
}

/// An alias divided.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Division {
    pub(crate) pieces: Vec<Piece>,
    /// "previously listed as"
    pub(crate) former: bool,
    pub(crate) births: Vec<DateStatement>,
    pub(crate) remarks: Vec<String>,
}

impl Division {
    pub(crate) fn push(&mut self, text: &str, shape: Shape) {
        let text = unquoted(text);
        let there = self.pieces.iter().any(|piece| piece.text == text);
        if !there && text.chars().any(char::is_alphanumeric) {
            self.pieces.push(Piece { text: text.to_owned(), shape });
        }
    }
}

/// Divides the text of an alias, white space collapsed. `heading` is the main name of the record.
/// Whatever the text, there is a name: at worst the text itself.
pub(crate) fn divide(source: &str, individual: bool, heading: &str) -> Division {
    let mut division = Division::default();
    let text = if individual { without_birth(source, &mut division) } else { source };
    for piece in enumerated(text) {
        one(piece, individual, heading, &mut division);
    }
    if division.pieces.is_empty() {
        division.pieces.push(Piece { text: source.to_owned(), shape: Shape::Plain });
    }
    division
}

/// "…, born on 13 Apr. 1964": the name, and the date into the division.
fn without_birth<'t>(source: &'t str, division: &mut Division) -> &'t str {
    let Some(at) = source.find(" born ").filter(|at| *at > 0) else { return source };
    let (name, rest) = source.split_at_checked(at).unwrap_or((source, ""));
    let births = births_in(rest);
    if births.is_empty() {
        return source;
    }
    division.births.extend(births);
    if remark::grade(rest) == Some(tamis_model::NameGrade::Former) {
        division.former = true;
    }
    division.remarks.push(rest.trim().to_owned());
    name
}

/// The pieces between semicolons and marks of enumeration, outside of parentheses.
fn enumerated(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut depth) = (0, 0_u32);
    let bytes = text.as_bytes();
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            // " b) " counts, "(b) " is a pair of parentheses
            ')' if depth == 0 => {
                let mark = at.checked_sub(1).filter(|mark| {
                    bytes.get(*mark).is_some_and(|b| (b'a'..=b'h').contains(b))
                        && (*mark == 0 || bytes.get(mark - 1) == Some(&b' '))
                        && bytes.get(at + 1) == Some(&b' ')
                });
                if let Some(mark) = mark {
                    pieces.extend(text.get(start..mark));
                    start = at + 1;
                }
            }
            ')' => depth -= 1,
            ';' | '؛' if depth == 0 => {
                pieces.extend(text.get(start..at));
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    pieces.extend(text.get(start..));
    pieces
}

fn one(text: &str, individual: bool, heading: &str, division: &mut Division) {
    let (outside, inside) = parentheses(text);
    let outside = unquoted(&outside);
    if inside.is_empty() {
        return whole(outside, individual, heading, division);
    }
    // "(Mahmoud) is kept whole where nothing stands outside.
    if outside.is_empty() {
        return whole(unquoted(text).trim_matches(['(', ')']), individual, heading, division);
    }
    let mut qualified = false;
    let mut after = Vec::new();
    for text in inside {
        match remark::meaning(&text) {
            Some((Meaning::Grade(tamis_model::NameGrade::Former), _)) => {
                division.former = true;
                division.remarks.push(text);
            }
            Some((Meaning::OriginalFollows, original)) => {
                after.push((original.to_owned(), Shape::Original));
            }
            Some((Meaning::Remark, rest)) => {
                // "sub-unit name: Levantine Mujahideen on the Battlefields of Jihad"
                let name = rest.trim_start_matches(':').trim();
                if rest.starts_with(':') && is_latin(name) {
                    after.push((name.to_owned(), Shape::Plain));
                }
                division.remarks.push(text);
            }
            Some((Meaning::Grade(_), _)) => division.remarks.push(text),
            None if has_other_script(&text) && !has_other_script(outside) => {
                after.push((text, Shape::Original));
            }
            None if has_other_script(outside) => {
                after.extend(text.split(';').map(|name| (name.to_owned(), Shape::Plain)));
            }
            None if individual => alternate(outside, &text, &mut after, division),
            None if is_acronym(&text) => after.push((text, Shape::Plain)),
            // "STATE ESTABLISHMENT … (SOUTHERN AREA)": a part of the name.
            None => qualified = true,
        }
    }
    if qualified {
        division.push(text, Shape::Plain);
    } else {
        whole(outside, individual, heading, division);
    }
    for (text, shape) in after {
        if shape == Shape::Plain && text.contains('(') {
            one(&text, individual, heading, division);
        } else {
            division.push(&text, shape);
        }
    }
}

/// A person's name in parentheses: another spelling of the word before, another whole name, or a remark.
fn alternate(
    outside: &str,
    inside: &str,
    after: &mut Vec<(String, Shape)>,
    division: &mut Division,
) {
    let words: Vec<&str> = inside.split_whitespace().collect();
    let lower = |word: &str| word.starts_with(char::is_lowercase);
    let opens = ["The", "When"];
    let opens = |word: &str| opens.iter().any(|known| known.eq_ignore_ascii_case(word));
    let is_remark = words.first().is_some_and(|word| lower(word) || opens(word))
        || inside.contains(|c: char| c.is_ascii_digit());
    match (words.as_slice(), outside.rsplit_once(' ')) {
        ([word], Some((before, last))) if !is_remark && same_initial(word, last) => {
            after.push((format!("{before} {word}"), Shape::Plain));
        }
        ([_, _, ..], _) if !is_remark => after.push((inside.to_owned(), Shape::Plain)),
        // "(Sheikh) Musa Hilal", "(The Moroccan)", "(combat name)"
        _ => division.remarks.push(inside.to_owned()),
    }
}

/// Two spellings of one word begin with the same letter: "Butayev (Butaev)", not "(Sheikh)".
fn same_initial(one: &str, other: &str) -> bool {
    let initial =
        |word: &str| word.chars().find(|c| c.is_alphabetic()).map(|c| c.to_ascii_lowercase());
    initial(one).is_some() && initial(one) == initial(other)
}

/// The names inside an organisation's main name: "GREAT QUAY BUSINESS (GQB)" holds two. The main name
/// itself stays as it is listed.
pub(crate) fn inside_of(primary: &ListedName) -> Vec<ListedName> {
    let pieces = divide(&primary.text, false, "").pieces;
    let others = pieces.into_iter().filter(|piece| piece.text != primary.text);
    let named = others.map(|piece| {
        let grade = match piece.shape {
            Shape::Original => NameGrade::OriginalScript,
            Shape::Plain if is_acronym(&piece.text) => NameGrade::Unrated,
            Shape::Plain => NameGrade::PrimaryVariation,
        };
        let mut name = ListedName::new(piece.text, grade, primary.origin.clone());
        name.as_written = Some(primary.text.clone());
        name
    });
    named.collect()
}

/// "ASL", "ISIS-GS", "LRM/A", "KIMADIA".
pub(crate) fn is_acronym(text: &str) -> bool {
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    capitals >= 2
        && text.len() <= 12
        && !text.contains(|c: char| c.is_whitespace() || c.is_lowercase())
}

/// Words that begin a family name of several words, so that a comma behind it inverts. Source: the
/// inverted aliases of the UN and EU lists, 2014 to 2026 ("Bin Al Shibh, Ramzi", "A Rahman, Mohamad").
const PARTICLES: [&str; 36] = [
    "a", "abd", "abdel", "abdul", "abdur", "abo", "abou", "abu", "ag", "al", "an", "ar", "as",
    "at", "aw", "az", "ben", "bin", "bint", "de", "del", "der", "ed", "el", "er", "es", "et",
    "ibn", "la", "le", "ould", "san", "the", "ul", "van", "von",
];

fn is_family_name(text: &str) -> bool {
    let first = text.split([' ', '-']).next().unwrap_or_default().to_lowercase();
    PARTICLES.contains(&first.as_str())
}

/// A text without parentheses: scripts parted, a person's inversion turned.
fn whole(text: &str, individual: bool, heading: &str, division: &mut Division) {
    let runs = script_runs(text);
    if runs.len() > 1 {
        for run in runs {
            let shape = if is_latin(&run) { Shape::Plain } else { Shape::Original };
            division.push(&run, shape);
        }
        return;
    }
    if individual && let Some((left, right)) = text.split_once(',') {
        // "Ermias Ghermay, Guro": the main name and another one, no inversion.
        if left.trim().eq_ignore_ascii_case(heading) && uninverted(text).is_some() {
            division.push(left, Shape::Plain);
            division.push(right, Shape::Plain);
            return;
        }
        if let Some(turned) = uninverted(text) {
            // "Ermias Ghermay, Guro": a family name of several words begins with a particle; these are
            // two names.
            if left.split_whitespace().count() > 1 && !is_family_name(left) {
                division.push(left, Shape::Plain);
                division.push(right, Shape::Plain);
            } else {
                division.push(&turned, Shape::Plain);
            }
            return;
        }
    }
    division.push(text, Shape::Plain);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(source: &str, individual: bool) -> String {
        let division = divide(source, individual, "ERMIAS GHERMAY");
        let pieces = division.pieces.iter().map(|piece| match piece.shape {
            Shape::Plain => piece.text.clone(),
            Shape::Original => format!("={}", piece.text),
        });
        let mut told = pieces.collect::<Vec<_>>().join(" | ");
        if division.former {
            told.push_str(" former");
        }
        for birth in division.births {
            told.push_str(&format!(" *{}", birth.as_written));
        }
        told
    }

    #[test]
    fn aliases_of_persons() {
        for (source, expected) in [
            ("Ghailani, Ahmed", "Ahmed Ghailani"),
            ("ABU ZUBEYR, Muktar Abdirahman", "Muktar Abdirahman ABU ZUBEYR"),
            ("\"MUKHTAR, Shaykh\"", "Shaykh MUKHTAR"),
            ("Ermias Ghermay, Guro", "Ermias Ghermay | Guro"),
            ("Ermias Ghermay, III", "Ermias Ghermay, III"),
            ("Lydia (When he was away.)", "Lydia"),
            ("Brell Oru, Guro", "Brell Oru | Guro"),
            ("Bin Al Shibh, Ramzi", "Ramzi Bin Al Shibh"),
            ("Hilarion Santos, III (third)", "Hilarion Santos, III"),
            ("Azim Adhajani; Azim Agha-Jani", "Azim Adhajani | Azim Agha-Jani"),
            (
                "Mohammed Sabet; Mohammad Sabet b) M. Javad Kareemi",
                "Mohammed Sabet | Mohammad Sabet | M. Javad Kareemi",
            ),
            ("Jin Tiesan (金铁三)", "Jin Tiesan | =金铁三"),
            ("Lom-ali Butayev (Butaev), born in 1955", "Lom-ali Butayev | Lom-ali Butaev *1955"),
            ("حسن غول (Hassan Ghul; Hassan Gul)", "حسن غول | Hassan Ghul | Hassan Gul"),
            (
                "Agha Jan Alizai اغا جان عالیزی (formerly listed as)",
                "Agha Jan Alizai | =اغا جان عالیزی former",
            ),
            ("Amir Khazmat (original script: Амир Хазмат)", "Amir Khazmat | =Амир Хазмат"),
            ("Encep Nurjaman (birth name)", "Encep Nurjaman"),
            ("(Sheikh) Musa Hilal", "Musa Hilal"),
            ("Al-Maghribi, Rashid (The Moroccan)", "Rashid Al-Maghribi"),
            (") Abdelrahman Juhan", "Abdelrahman Juhan"),
            ("El-Sayed Ilawah born on 3 Jul.1954", "El-Sayed Ilawah *3 Jul.1954"),
            (
                "Mohamed Aouani, born 5 Feb. 1970 in Tunis, Tunisia (formerly listed as)",
                "Mohamed Aouani former *5 Feb. 1970",
            ),
            (
                "Abdel Ilah Sabri (false identity related to fraudulent number 691)",
                "Abdel Ilah Sabri",
            ),
            ("(Mahmoud)", "Mahmoud"),
            ("شيخ الفاتح ، الفاتح", "شيخ الفاتح ، الفاتح"),
            ("-", "-"),
        ] {
            assert_eq!(told(source, true), expected, "{source}");
        }
    }

    #[test]
    fn aliases_of_organisations() {
        for (source, expected) in [
            ("Air Cess Holdings, Ltd.", "Air Cess Holdings, Ltd."),
            (
                "Islamic State – Greater Sahara (ISIS-GS)",
                "Islamic State – Greater Sahara | ISIS-GS",
            ),
            (
                "STATE ESTABLISHMENT OF ROADS (SOUTHERN AREA)",
                "STATE ESTABLISHMENT OF ROADS (SOUTHERN AREA)",
            ),
            (
                "أنصار الشريعة بليبيا (Ansar al Charia in Libya (ASL))",
                "أنصار الشريعة بليبيا | Ansar al Charia in Libya | ASL",
            ),
            (
                "مجاهدو الشام (sub-unit name: Levantine Mujahideen)",
                "مجاهدو الشام | Levantine Mujahideen",
            ),
        ] {
            assert_eq!(told(source, false), expected, "{source}");
        }
    }
}
