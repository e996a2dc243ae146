//! Korean syllables: letters by arithmetic on the code point, Revised Romanisation of 2000 letter by
//! letter, without the sound changes between syllables (each syllable is a letter of the name).

const INITIALS: [&str; 19] = [
    "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p",
    "h",
];
const VOWELS: [&str; 21] = [
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we",
    "wi", "yu", "eu", "ui", "i",
];
const FINALS: [&str; 28] = [
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "l", "l", "m", "p", "p",
    "t", "t", "ng", "t", "t", "k", "t", "p", "t",
];

/// Appends the syllable; false where the character is not a Korean syllable.
pub(super) fn romanise(character: char, latin: &mut String) -> bool {
    let Some(index) = u32::from(character).checked_sub(0xAC00).filter(|index| *index < 11_172)
    else {
        return false;
    };
    let Ok(index) = usize::try_from(index) else { return false };
    for (letters, position) in
        [(&INITIALS[..], index / 588), (&VOWELS[..], index % 588 / 28), (&FINALS[..], index % 28)]
    {
        latin.push_str(letters.get(position).copied().unwrap_or_default());
    }
    true
}
