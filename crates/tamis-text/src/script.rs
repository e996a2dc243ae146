//! Which script a character belongs to.

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
pub fn script_of(character: char) -> Script {
    if character.is_ascii_alphabetic() {
        return Script::Latin;
    }
    if character.is_ascii() { Script::Common } else { Script::Other }
}
