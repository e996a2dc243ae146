//! Name fields of machine readable zones after ICAO Doc 9303: 39 characters, letters and `<` alone,
//! family name first; Arabic names in the code of table C.

use std::sync::OnceLock;

use crate::letters::plain;

/// The width of the name field of a passport (TD3).
pub const WIDTH: usize = 39;

const ARABIC: &str = include_str!("../data/mrz_arabic.tsv");

/// The name field of a Latin name: its last word as family name (with an article before it), the
/// others as given names, cut at [`WIDTH`].
#[must_use]
pub fn name_field(name: &str) -> String {
    let name = plain(name);
    let words: Vec<&str> = name
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    field(&words, |word| ["al", "el"].contains(&word))
}

/// The name field of an Arabic original in the Latin code; none where a letter has no code.
#[must_use]
pub fn arabic_name_field(original: &str) -> Option<String> {
    let words: Option<Vec<String>> = original.split_whitespace().map(encoded).collect();
    let words = words?;
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    (!words.is_empty()).then(|| field(&words, |_| false))
}

fn field(words: &[&str], is_article: impl Fn(&str) -> bool) -> String {
    let mut split = words.len().saturating_sub(1);
    if split > 1 && words.get(split - 1).is_some_and(|word| is_article(word)) {
        split -= 1;
    }
    let (given, family) = words.split_at(split);
    let mut text = family.join("<");
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
        assert_eq!(arabic_name_field("Hatim"), None);
    }
}
