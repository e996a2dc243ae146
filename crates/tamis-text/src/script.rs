//! Which script a character belongs to.

use std::cmp::Ordering;

use crate::generated::scripts::RANGES;

/// The scripts that the tables of this crate tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Script {
    /// Latin, with all its extensions.
    Latin,
    /// Arabic, Persian, Urdu, Pashto, Kurdish and Uyghur letters.
    Arabic,
    /// Cyrillic.
    Cyrillic,
    /// Hebrew.
    Hebrew,
    /// Greek.
    Greek,
    /// Armenian.
    Armenian,
    /// Georgian, all three alphabets.
    Georgian,
    /// Chinese characters, also in Japanese and Korean names.
    Han,
    /// Hiragana and katakana.
    Kana,
    /// Korean syllables and letters.
    Hangul,
    /// Devanagari.
    Devanagari,
    /// Bengali.
    Bengali,
    /// Thai.
    Thai,
    /// Digits, punctuation, signs: belongs to every script.
    Common,
    /// A script without a table.
    Other,
}

/// The script of a character.
///
/// ```
/// use tamis_text::{Script, script_of};
/// assert_eq!(script_of('я'), Script::Cyrillic);
/// assert_eq!(script_of('5'), Script::Common);
/// ```
pub fn script_of(character: char) -> Script {
    if character.is_ascii() {
        return if character.is_ascii_alphabetic() { Script::Latin } else { Script::Common };
    }
    let code = u32::from(character);
    RANGES
        .binary_search_by(|&(first, last, _)| {
            if last < code {
                Ordering::Less
            } else if first > code {
                Ordering::Greater
            } else {
                Ordering::Equal
            }
        })
        .ok()
        .and_then(|index| RANGES.get(index))
        .map_or(Script::Common, |&(_, _, script)| script)
}

impl Script {
    /// All, in the order of their numbers.
    pub const ALL: [Self; 15] = [
        Self::Latin,
        Self::Arabic,
        Self::Cyrillic,
        Self::Hebrew,
        Self::Greek,
        Self::Armenian,
        Self::Georgian,
        Self::Han,
        Self::Kana,
        Self::Hangul,
        Self::Devanagari,
        Self::Bengali,
        Self::Thai,
        Self::Common,
        Self::Other,
    ];

    /// Scripts whose words are looked up and compared by their own letters, as the romanisation of
    /// an abjad loses too much.
    #[must_use]
    pub fn is_abjad(self) -> bool {
        matches!(self, Self::Arabic | Self::Hebrew)
    }

    /// Scripts whose romanisation may be looked up in the word tables: alphabets that write vowels.
    pub(crate) fn has_words_in_latin(self) -> bool {
        !matches!(self, Self::Arabic | Self::Hebrew | Self::Han | Self::Kana | Self::Hangul)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_stand_in_the_order_of_their_numbers() {
        for (number, script) in Script::ALL.into_iter().enumerate() {
            assert_eq!(script as usize, number);
        }
    }

    #[test]
    fn scripts_of_letters() {
        for (text, script) in [
            ("aZéßəﬁＡ", Script::Latin),
            ("مﷲپ", Script::Arabic),
            ("яі", Script::Cyrillic),
            ("שׁ", Script::Hebrew),
            ("λ", Script::Greek),
            ("Ա", Script::Armenian),
            ("მ", Script::Georgian),
            ("习金", Script::Han),
            ("やヤ", Script::Kana),
            ("김", Script::Hangul),
            ("न", Script::Devanagari),
            ("ন", Script::Bengali),
            ("ส", Script::Thai),
            (" 5-.،\u{200f}\u{0640}", Script::Common),
            ("አ", Script::Other),
        ] {
            let letters = text.chars().filter(|&c| c != '\u{05c1}');
            for character in letters {
                assert_eq!(script_of(character), script, "{character:?}");
            }
        }
    }

    #[test]
    fn ranges_are_sorted() {
        assert!(RANGES.windows(2).all(|pair| pair[0].1 < pair[1].0));
    }
}
