//! Labels of name pairs that contradict the specification: rules over the pair, never a list of rows.
//!
//! A label there means "a reviewer should see it", judged by edit distance in places. Each rule reads
//! the two names by itself (it must not ask the matcher that is being measured) and tells which label
//! would be right, or nothing.

mod chains;
mod korean;
mod numbers;
mod words;

use tamis_model::PartyKind;

pub(super) use words::KnownNames;
use words::Words;

/// A pair as the rules see it.
struct Pair<'a> {
    kind: PartyKind,
    one: Words,
    other: Words,
    known: &'a KnownNames,
}

/// A rule: what it says, and the label that it gives where it speaks.
type Rule = (&'static str, fn(&Pair<'_>) -> Option<bool>);

const RULES: [Rule; 9] = [
    ("another number is another thing", numbers::differ),
    ("each Korean syllable is a letter of the name", korean::syllable_differs),
    ("father against father, both marked, is another person", chains::father_differs),
    ("a nisba against a nisba is soft where two parts agree", chains::nisba_differs),
    ("all parts of the shorter name, own name first, are in the longer one", chains::is_contained),
    ("the rest without the own name is the father or a brother", chains::own_name_is_missing),
    ("one part in the middle is soft where three others agree", chains::middle_differs),
    ("two parts swapped lower and stay a hit", chains::is_swapped),
    ("another name, known as such, beside at most one that agrees", chains::other_known_name),
];

/// The rule that a label contradicts; the first of the table.
pub(super) fn contradicted(
    kind: PartyKind,
    one: &str,
    other: &str,
    is_match: bool,
    known: &KnownNames,
) -> Option<&'static str> {
    let pair = Pair { kind, one: Words::of(one), other: Words::of(other), known };
    RULES
        .iter()
        .find_map(|(words, rule)| Some((*words, rule(&pair)?)))
        .filter(|(_, label)| *label != is_match)
        .map(|(words, _)| words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kind: PartyKind, pairs: &[(&str, &str, bool, &str)]) {
        let known = KnownNames::read("samir, سمير => Q1\nsalim, سليم => Q2\nselim, salim => Q2\n");
        for (one, other, is_match, rule) in pairs {
            let found = contradicted(kind, one, other, *is_match, &known);
            match found {
                Some(found) => assert!(!rule.is_empty() && found.contains(rule), "{one}: {found}"),
                None => assert!(rule.is_empty(), "{one} | {other}: no rule speaks"),
            }
            let swapped = contradicted(kind, other, one, *is_match, &known);
            assert_eq!(found, swapped, "{other} | {one}");
        }
    }

    #[test]
    fn organisations_by_number() {
        check(
            PartyKind::Organisation,
            &[
                ("Fund V, L.P.", "Fund VI, L.P.", true, "number"),
                ("Trust 2004-1", "Trust 2005-1", true, "number"),
                ("Trust 2004-1", "Trust 2005-1", false, ""),
                ("Fund V", "Fund", true, ""),
                ("Fund 5", "Fund V", true, ""),
                ("Brigade 44", "44 Brigade", true, ""),
            ],
        );
    }

    #[test]
    fn persons_by_structure() {
        check(
            PartyKind::Person,
            &[
                ("RI NAM-SIK", "RI NAM-GUK", true, "Korean"),
                ("RI NAM-SIK", "RI NAM-SHIK", true, ""),
                ("RI PONG-RYUL", "RI PYONG-RYUL", true, ""),
                ("Hatim bin Salim", "Hatim bin Farid", true, "father"),
                ("Hatim bin Salim", "Hatim ibn Saleem", true, ""),
                ("Hatim Yasin Karim al-Utawi", "Hatim Yasin Karim al-Halabi", false, "nisba"),
                ("Hatim al-Utawi", "Hatim al-Halabi", false, ""),
                ("Hatim al-Utawi", "Hatem Yasin Karim al-Utawi", false, "shorter"),
                ("Yasin al-Utawi", "Hatim Yasin al-Utawi", false, ""),
                ("Yasin al-Utawi", "Samir Yasin al-Utawi", true, "own name"),
                ("Yasin Karim", "Samir Bruno Yasin de Karim", true, "own name"),
                ("Yasin Karim", "President Yasin Karim", true, ""),
                ("Hatim Yasin Karim Bruno", "Hatim Yasin Samir Bruno", false, "middle"),
                ("Hatim Yasin Bruno", "Hatim Samir Bruno", false, ""),
                ("Hatim Yasin Abdul Bruno", "Hatim Yasin Samir Bruno", false, ""),
                ("হাতিম শামসুদ্দিন", "হাতিম সাহাবুদ্দিন", false, ""),
                ("Karl Hans", "Hans Karl", false, "swapped"),
                ("Samir Utawi", "Salim Utawi", true, "known"),
                ("Selim Utawi", "Salim Utawi", true, ""),
                ("Samir Utawi", "Samyr Utawi", true, ""),
            ],
        );
    }
}
