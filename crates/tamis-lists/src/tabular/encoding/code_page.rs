//! Which Windows code page bytes are in that are no UTF-8: by whether words come out as words.
//!
//! A rule of plausibility, not statistics of a language: a word that is written in bytes above 127
//! alone is of another script than Latin, and only one of the code pages makes letters of one
//! script of it. Latin words have such bytes singly among plain letters.

use super::{Detected, Reason, TextEncoding};

/// Bytes that make a word: letters, and everything above 127 but spaces and quotation marks, which
/// stand at the same places in all three code pages.
fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphabetic()
        || (byte >= 0x80 && !matches!(byte, 0x84 | 0x85 | 0x91..=0x97 | 0xa0 | 0xab | 0xbb))
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0620}'..='\u{06d3}' | '\u{200c}' | '\u{200d}') && c != '\u{066a}'
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{0400}'..='\u{045f}' | '\u{0490}' | '\u{0491}')
}

/// All capitals, all small, or small after a first capital: how words are written.
fn is_cased_as_a_word(word: &str) -> bool {
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return false };
    let rest = letters.as_str();
    let small = |text: &str| text.chars().all(char::is_lowercase);
    small(rest) || (first.is_uppercase() && rest.chars().all(char::is_uppercase))
}

pub(super) fn detect(head: &[u8]) -> Detected {
    let (mut arabic, mut cyrillic, mut latin) = (0_usize, 0_usize, 0_usize);
    for word in head.split(|byte| !is_word_byte(*byte)) {
        if word.iter().all(u8::is_ascii) {
            continue;
        }
        if word.len() < 2 || word.iter().any(u8::is_ascii) {
            latin += 1;
            continue;
        }
        let read_as = |encoding: TextEncoding| encoding.0.decode_without_bom_handling(word).0;
        if read_as(TextEncoding::WINDOWS_1256).chars().all(is_arabic) {
            arabic += 1;
        }
        let as_cyrillic = read_as(TextEncoding::WINDOWS_1251);
        if as_cyrillic.chars().all(is_cyrillic) && is_cased_as_a_word(&as_cyrillic) {
            cyrillic += 1;
        }
    }
    let found = |encoding, reason| Detected { encoding, reason };
    // some Arabic words (ليلى) read as Cyrillic ones, hardly any the other way round
    if arabic >= cyrillic && arabic > latin {
        found(TextEncoding::WINDOWS_1256, Reason::ArabicWords)
    } else if cyrillic > arabic && cyrillic > latin {
        found(TextEncoding::WINDOWS_1251, Reason::CyrillicWords)
    } else {
        found(TextEncoding::WINDOWS_1252, Reason::Fallback)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(encoding: TextEncoding, text: &str) {
        let (bytes, _, lost) = encoding.0.encode(text);
        assert!(!lost, "{text}");
        assert_eq!(detect(&bytes).encoding, encoding, "{text}");
    }

    #[test]
    fn one_name_is_enough() {
        for name in ["محمد", "عبد القادر الجزائري", "ژاله رستم‌پور", "لَيْلى"]
        {
            check(TextEncoding::WINDOWS_1256, name);
        }
        for name in ["Иванов", "ПЁТР ильич", "Ґалаґан Єва"] {
            check(TextEncoding::WINDOWS_1251, name);
        }
        for name in ["Müller", "É. Dupont", "DPRK’s", "Ångström – Öland", "«Ça»", "naïve"]
        {
            check(TextEncoding::WINDOWS_1252, name);
        }
    }
}
