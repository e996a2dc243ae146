//! The words of cells that stand for enumerated values: kinds of parties and sexes.

use tamis_model::{PartyKind, Sex};

use super::headers::plain;

/// Kinds in plain words and in the schemas of FollowTheMoney that name parties. A legal entity may
/// be a person or an organisation.
const KINDS: &[(PartyKind, &[&str])] = &[
    (
        PartyKind::Person,
        &["person", "individual", "human", "natural person", "personne", "شخص", "persona", "kişi"],
    ),
    (
        PartyKind::Organisation,
        &[
            "organisation",
            "organization",
            "company",
            "entity",
            "group",
            "firm",
            "corporation",
            "public body",
            "société",
            "entité",
            "organización",
            "unternehmen",
            "şirket",
            "شركة",
            "منظمة",
            "كيان",
        ],
    ),
    (PartyKind::Vessel, &["vessel", "ship", "boat", "navire", "schiff", "buque", "gemi", "سفينة"]),
    (PartyKind::Aircraft, &["aircraft", "airplane", "plane", "avion", "flugzeug", "uçak", "طائرة"]),
    (PartyKind::Unknown, &["unknown", "legal entity", "thing", "crypto wallet", "any"]),
];

const SEXES: &[(Sex, &[&str])] = &[
    (
        Sex::Male,
        &[
            "m",
            "male",
            "man",
            "h",
            "homme",
            "masculin",
            "männlich",
            "mann",
            "hombre",
            "masculino",
            "erkek",
            "e",
            "ذكر",
            "м",
            "муж",
            "мужской",
            "مرد",
        ],
    ),
    (
        Sex::Female,
        &[
            "f",
            "female",
            "woman",
            "femme",
            "féminin",
            "w",
            "weiblich",
            "frau",
            "mujer",
            "femenino",
            "kadın",
            "k",
            "أنثى",
            "انثى",
            "ж",
            "жен",
            "женский",
            "زن",
        ],
    ),
    (Sex::Unspecified, &["x", "other", "unspecified", "autre", "divers", "d"]),
];

/// The kind that a word tells.
pub(crate) fn kind_of(word: &str) -> Option<PartyKind> {
    value_of(KINDS, word)
}

/// The sex that a word tells.
pub(super) fn sex_of(word: &str) -> Option<Sex> {
    // a machine-readable zone writes a filler for "unspecified"
    if word.trim() == "<" { Some(Sex::Unspecified) } else { value_of(SEXES, word) }
}

fn value_of<T: Copy>(table: &[(T, &[&str])], word: &str) -> Option<T> {
    let wanted = plain(word);
    let found = |words: &[&str]| !wanted.is_empty() && words.iter().any(|k| plain(k) == wanted);
    table.iter().find(|(_, words)| found(words)).map(|(value, _)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_and_sexes_by_word() {
        for (word, expected) in [
            ("Person", Some(PartyKind::Person)),
            ("person", Some(PartyKind::Person)),
            ("Company", Some(PartyKind::Organisation)),
            ("PublicBody", Some(PartyKind::Organisation)),
            ("LegalEntity", Some(PartyKind::Unknown)),
            ("entity", Some(PartyKind::Organisation)),
            ("Vessel", Some(PartyKind::Vessel)),
            ("Airplane", Some(PartyKind::Aircraft)),
            ("Ownership", None),
            ("", None),
        ] {
            assert_eq!(kind_of(word), expected, "{word}");
        }
        for (word, expected) in [
            ("M", Some(Sex::Male)),
            ("أنثى", Some(Sex::Female)),
            ("Ж", Some(Sex::Female)),
            ("<", Some(Sex::Unspecified)),
            ("?", None),
        ] {
            assert_eq!(sex_of(word), expected, "{word}");
        }
    }
}
