//! The headers of columns that are understood without being told: the table `headers.txt`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::field::PartyField;

const TABLE: &str = include_str!("headers.txt");

static FIELDS: LazyLock<HashMap<String, PartyField>> = LazyLock::new(|| rows().collect());

/// The rows of the table, each header as it is compared. A test reads that each row has a field.
fn rows() -> impl Iterator<Item = (String, PartyField)> {
    TABLE
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(':'))
        .filter_map(|(word, headers)| Some((PartyField::from_word(word)?, headers)))
        .flat_map(|(field, headers)| headers.split('|').map(move |header| (plain(header), field)))
}

/// The field of a header, if the table has it.
#[must_use]
pub(super) fn field_of(header: &str) -> Option<PartyField> {
    FIELDS.get(&plain(header)).copied()
}

/// A header without letter case, accents, vowel marks, spaces and punctuation.
#[must_use]
pub(super) fn plain(header: &str) -> String {
    let lower = header.chars().flat_map(char::to_lowercase);
    lower.map(base_letter).filter(|c| c.is_alphanumeric()).collect()
}

/// Letters of headers only; names are folded elsewhere, with more care.
fn base_letter(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ğ' => 'g',
        'ì' | 'í' | 'î' | 'ï' | 'ı' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'ş' => 's',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ё' => 'е',
        'أ' | 'إ' | 'آ' => 'ا',
        'ة' => 'ه',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        // tatweel, vowel marks and combining accents fall away
        'ـ' | '\u{64B}'..='\u{65F}' | '\u{300}'..='\u{36F}' => ' ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn headers_in_several_languages_and_spellings() {
        for (header, word) in [
            ("full_name", "full_name"),
            ("Full Name ", "full_name"),
            ("FULLNAME", "full_name"),
            ("Nom complet", "full_name"),
            ("الاسم", "full_name"),
            ("الإسم", "full_name"),
            ("Ad Soyad", "full_name"),
            ("Prénom", "given_name"),
            ("PRENOM", "given_name"),
            ("pre\u{301}nom", "given_name"),
            ("Nachname", "family_name"),
            ("SOYADI", "family_name"),
            ("Doğum Tarihi", "birth_date"),
            ("date-of-birth", "birth_date"),
            ("تاريخ الميلاد", "birth_date"),
            ("Fecha de nacimiento", "birth_date"),
            ("place_of_birth", "birth_place"),
            ("gender", "sex"),
            ("innCode", "tax_number"),
            ("Passport No.", "passport"),
            ("father's name", "father_name"),
            ("", "none"),
            ("colour of the folder", "none"),
        ] {
            assert_eq!(field_of(header).map_or("none", PartyField::word), word, "{header}");
        }
    }

    #[test]
    fn no_header_means_two_things() {
        let mut seen = BTreeMap::new();
        for (header, field) in rows() {
            assert!(!header.is_empty());
            assert_eq!(seen.insert(header.clone(), field), None, "{header}");
        }
        let lines = TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        for line in lines {
            let word = line.split_once(':').map(|(word, _)| word).unwrap_or_default();
            assert!(PartyField::from_word(word).is_some(), "{line}");
        }
    }
}
