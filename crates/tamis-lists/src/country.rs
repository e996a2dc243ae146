//! Words for a country → its code. Knows the words of the lists, no places inside countries.

use std::collections::HashMap;
use std::sync::LazyLock;

use tamis_model::Country;

mod names;

static CODES: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    names::NAMES
        .iter()
        .flat_map(|(code, words)| words.iter().map(move |word| (*word, *code)))
        .collect()
});

/// A country as written, with its code where the words tell it: a name or adjective of the table, or
/// an ISO alpha-2 code in capitals. Unknown words keep no code; nothing is guessed.
///
/// ```
/// use tamis_lists::country::country;
/// assert_eq!(country("Iran (Islamic Republic of)").code.as_deref(), Some("IR"));
/// assert_eq!(country("Moroccan").code.as_deref(), Some("MA"));
/// assert_eq!(country("Iran / unknown").code, None);
/// ```
#[must_use]
pub fn country(text: &str) -> Country {
    let text = text.trim();
    let code = code_itself(text).or_else(|| {
        let folded = fold(text);
        let bare = folded.strip_prefix("the ").unwrap_or(&folded);
        CODES.get(bare).or_else(|| CODES.get(folded.as_str())).copied()
    });
    Country { as_written: text.to_owned(), code: code.map(str::to_owned) }
}

/// A country by its ISO code, with the words that stand beside it; the code is kept only if it is one.
#[must_use]
pub fn country_with_code(text: &str, code: &str) -> Country {
    let mut country = country(text);
    if let Some(code) = code_itself(code.trim()) {
        country.code = Some(code.to_owned());
    }
    country
}

fn code_itself(text: &str) -> Option<&'static str> {
    if !(2..=3).contains(&text.len()) {
        return None;
    }
    names::NAMES.iter().map(|(code, _)| *code).find(|code| *code == text)
}

fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        let letter = match c {
            'à'..='å' | 'À'..='Å' | 'ā' => 'a',
            'ç' | 'Ç' => 'c',
            'è'..='ë' | 'È'..='Ë' => 'e',
            'ì'..='ï' | 'Ì'..='Ï' | 'İ' | 'ı' => 'i',
            'ñ' | 'Ñ' => 'n',
            'ò'..='ö' | 'Ò'..='Ö' => 'o',
            'ù'..='ü' | 'Ù'..='Ü' => 'u',
            c => c.to_ascii_lowercase(),
        };
        if letter.is_ascii_alphanumeric() {
            if gap && !folded.is_empty() {
                folded.push(' ');
            }
            gap = false;
            folded.push(letter);
        } else {
            gap = true;
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_adjectives_have_codes() {
        for (text, code) in [
            ("Iraq", "IQ"),
            ("Iraqi", "IQ"),
            ("Moroccan", "MA"),
            ("DPRK", "KP"),
            ("Democratic People's Republic of Korea", "KP"),
            ("Democratic People’s Republic of Korea", "KP"),
            ("Korea, North", "KP"),
            ("Palestinian", "PS"),
            ("Region: Gaza", "PS"),
            ("Russia", "RU"),
            ("Côte d'Ivoire", "CI"),
            ("COTE D’IVOIRE", "CI"),
            ("Türkiye", "TR"),
            ("The Gambia", "GM"),
            ("USSR", "SU"),
            ("IQ", "IQ"),
            ("UTO", "UTO"),
            ("Utopia", "UTO"),
        ] {
            assert_eq!(country(text).code.as_deref(), Some(code), "{text}");
        }
        for text in ["", "iq", "00", "Iran / unknown", "Mosul", "Unknown"] {
            assert_eq!(country(text).code, None, "{text}");
        }
        assert_eq!(country_with_code("UNKNOWN", "00").code, None);
        assert_eq!(country_with_code("CHINA", "CN").code.as_deref(), Some("CN"));
    }

    #[test]
    fn every_word_is_folded_and_means_one_country() {
        let words: Vec<(&str, &str)> = names::NAMES
            .iter()
            .flat_map(|(code, words)| words.iter().map(move |word| (*word, *code)))
            .collect();
        for (word, code) in &words {
            assert_eq!(&fold(word), word);
            let same = words.iter().filter(|(other, _)| other == word).count();
            assert_eq!(same, 1, "{word} of {code} is there twice");
        }
    }
}
