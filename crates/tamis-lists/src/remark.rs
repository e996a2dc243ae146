//! Remarks that lists write beside names: "previously listed as", "(Call sign)", "low quality a.k.a.",
//! "original script: …". A table of phrases and what each means.

use tamis_model::NameGrade;

/// What a phrase means for the name that it stands beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// The name has this grade.
    Grade(NameGrade),
    /// What follows the phrase is the name in its original script.
    OriginalFollows,
    /// It says something of the name that changes no grade.
    Remark,
}

/// Phrases in lower case, the longer before those that they hold. Sources: `NOTE` and parentheses of the
/// UN files 2014 to 2026; `nameAlias/remark` of the EU file of 2021 (numbers in names.md, Formats 12).
#[rustfmt::skip]
const PHRASES: &[(&str, Meaning)] = &[
    // The publisher's own grade, before "as previously listed" that may stand behind it.
    ("low quality", Meaning::Grade(NameGrade::Weak)),
    ("good quality", Meaning::Grade(NameGrade::Strong)),
    // As printed, once, in the EU file of 2021.
    ("qood quality", Meaning::Grade(NameGrade::Strong)),
    ("previously listed", Meaning::Grade(NameGrade::Former)),
    ("formerly listed", Meaning::Grade(NameGrade::Former)),
    ("formerly known", Meaning::Grade(NameGrade::Former)),
    ("maiden name", Meaning::Grade(NameGrade::Former)),
    ("original script:", Meaning::OriginalFollows),
    ("in arabic script:", Meaning::OriginalFollows),
    ("in arabic:", Meaning::OriginalFollows),
    ("original script", Meaning::Grade(NameGrade::OriginalScript)),
    // A call sign is spoken on the radio by whoever holds the post.
    ("call sign", Meaning::Grade(NameGrade::Weak)),
    ("nom de guerre", Meaning::Remark),
    ("combat name", Meaning::Remark),
    ("birth name", Meaning::Remark),
    ("initials", Meaning::Remark),
    ("sub-unit name", Meaning::Remark),
    ("false identity", Meaning::Remark),
    ("appears in false", Meaning::Remark),
    ("passport", Meaning::Remark),
    ("third", Meaning::Remark),
    ("junior", Meaning::Remark),
    ("jr.", Meaning::Remark),
];

/// The meaning of the first phrase of the table that a text holds, and what follows it.
#[must_use]
pub fn meaning(text: &str) -> Option<(Meaning, &str)> {
    let lower = text.to_lowercase();
    PHRASES.iter().find_map(|(phrase, meaning)| {
        let at = lower.find(phrase)?;
        let rest = if lower.len() == text.len() { text.get(at + phrase.len()..) } else { None };
        Some((*meaning, rest.unwrap_or_default().trim()))
    })
}

/// The grade that a text gives to the name beside it, if it does.
#[must_use]
pub fn grade(text: &str) -> Option<NameGrade> {
    match meaning(text) {
        Some((Meaning::Grade(grade), _)) => Some(grade),
        _ => None,
    }
}

/// The name in its original script that a text gives: "Previously listed as. In Arabic: …".
#[must_use]
pub fn original_script(text: &str) -> Option<&str> {
    let lower = text.to_lowercase();
    let same_length = lower.len() == text.len();
    PHRASES
        .iter()
        .filter(|(_, meaning)| *meaning == Meaning::OriginalFollows && same_length)
        .find_map(|(phrase, _)| text.get(lower.find(phrase)? + phrase.len()..))
        .map(|rest| rest.trim().trim_end_matches([')', '.', ',']).trim())
        .filter(|rest| crate::name_text::has_other_script(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_grade_names() {
        for (text, expected) in [
            ("previously listed as", Some(NameGrade::Former)),
            ("good quality alias; as previously listed", Some(NameGrade::Strong)),
            ("qood quality alias", Some(NameGrade::Strong)),
            ("Low quality a.k.a.", Some(NameGrade::Weak)),
            ("(original script)", Some(NameGrade::OriginalScript)),
            ("(original script: Север)", None),
            ("(Call sign)", Some(NameGrade::Weak)),
            ("nom de guerre", None),
            ("Son of Selma HASSEN.", None),
        ] {
            assert_eq!(grade(text), expected, "{text}");
        }
    }

    #[test]
    fn originals_stand_behind_a_phrase() {
        for (text, expected) in [
            ("original script: Абу Банат", Some("Абу Банат")),
            ("Previously listed as. In Arabic: رياض محمد ", Some("رياض محمد")),
            ("(original script: Север)", Some("Север")),
            ("in Arabic script: شركة", Some("شركة")),
            ("original script", None),
            ("original script: none", None),
        ] {
            assert_eq!(original_script(text), expected, "{text}");
        }
    }
}
