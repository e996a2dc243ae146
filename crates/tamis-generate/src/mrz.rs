//! Name fields of machine readable zones after ICAO Doc 9303: 39 characters, letters and `<` alone,
//! family name first; Arabic names in the code of table C.

use std::sync::OnceLock;

use crate::letters::plain;
use crate::perturbation::parts;

/// The width of the name field of a passport (TD3).
pub const WIDTH: usize = 39;

const ARABIC: &str = include_str!("../data/mrz_arabic.tsv");

/// The name field of a Latin name: its last part as family name, the others as given names, cut at
/// [`WIDTH`].
#[must_use]
pub fn name_field(name: &str) -> String {
    let ascii = |part: &String| {
        let plain = plain(part);
        let words = plain.split(|letter: char| !letter.is_ascii_alphanumeric());
        words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("<")
    };
    let parts: Vec<String> =
        parts(name).iter().map(ascii).filter(|part| !part.is_empty()).collect();
    field(&parts)
}

/// Words of an original that belong to the next one, and to the one before.
const TO_NEXT: [&str; 6] = ["عبد", "أبو", "ابو", "أبي", "بن", "ال"];
const TO_LAST: [&str; 5] = ["الله", "اله", "الدين", "زاده", "جان"];

/// The name field of an Arabic original in the Latin code; none where a letter has no code.
#[must_use]
pub fn arabic_name_field(original: &str) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut open = false;
    for word in original.split_whitespace() {
        let code = encoded(word)?;
        if (open || TO_LAST.contains(&word))
            && let Some(last) = parts.last_mut()
        {
            last.push('<');
            last.push_str(&code);
        } else {
            parts.push(code);
        }
        open = TO_NEXT.contains(&word);
    }
    (!parts.is_empty()).then(|| field(&parts))
}

fn field(parts: &[String]) -> String {
    let Some((family, given)) = parts.split_last() else { return String::new() };
    let mut text = family.clone();
    if !given.is_empty() {
        text.push_str("<<");
        text.push_str(&given.join("<"));
    }
    text.to_uppercase().chars().take(WIDTH).collect::<String>().trim_end_matches('<').to_owned()
}

fn encoded(word: &str) -> Option<String> {
    let mut code = String::new();
    for letter in word.chars() {
        // tatweel and vowel signs are not written
        if letter == '\u{640}' || ('\u{64b}'..='\u{652}').contains(&letter) {
            continue;
        }
        code.push_str(table().iter().find(|(own, _)| *own == letter)?.1);
    }
    Some(code)
}

fn table() -> &'static [(char, &'static str)] {
    static TABLE: OnceLock<Vec<(char, &'static str)>> = OnceLock::new();
    TABLE.get_or_init(|| {
        ARABIC
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once('\t'))
            .filter_map(|(letter, code)| Some((letter.chars().next()?, code)))
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_as_in_passports() {
        assert_eq!(name_field("Hâtim Yasin al-Utawi"), "AL<UTAWI<<HATIM<YASIN");
        assert_eq!(name_field("Utawi"), "UTAWI");
        let long = name_field("Abdulrahman Abdulkarim Muhammad Abdulaziz Utawi");
        assert_eq!(long, "UTAWI<<ABDULRAHMAN<ABDULKARIM<MUHAMMAD");
        assert_eq!(arabic_name_field("حاتم العطوي").as_deref(), Some("ALEXTTWY<<XHATM"));
        let compound = arabic_name_field("حاتم عبد القدوس").unwrap();
        assert_eq!(compound, "EBD<ALQDWS<<XHATM", "a compound is not torn");
        assert_eq!(arabic_name_field("Hatim"), None);
    }
}
