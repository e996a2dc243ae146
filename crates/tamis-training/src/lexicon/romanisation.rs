//! When two romanisations of a syllabic script are the same writing: Revised Romanisation and
//! McCune-Reischauer with their everyday forms, Hepburn and Kunrei.

use tamis_text::Script;

/// Letters of one convention and what they are read as; applied in this order.
type Rules = &'static [(&'static str, &'static str)];

const KOREAN: Rules = &[
    // vowels: 어 eo/o/u is left to the edit, 으 eu/u, 우 u/oo/woo, 이 i/ee, 애 ae/ai, 여 yeo/yo/you
    ("woo", "u"),
    ("oo", "u"),
    ("ou", "u"),
    ("eu", "u"),
    ("yeo", "yo"),
    ("eo", "o"),
    ("ee", "i"),
    ("ae", "e"),
    ("ai", "e"),
    ("sh", "s"),
    // consonants that are one letter of the alphabet
    ("ch", "j"),
    ("ck", "k"),
    ("kk", "k"),
    ("k", "g"),
    ("t", "d"),
    ("p", "b"),
    ("r", "l"),
    ("ll", "l"),
];

const JAPANESE: Rules = &[
    ("shi", "si"),
    ("sh", "sy"),
    ("chi", "ti"),
    ("ch", "ty"),
    ("tsu", "tu"),
    ("fu", "hu"),
    ("ji", "zi"),
    ("jy", "zy"),
    ("j", "zy"),
    ("ou", "o"),
    ("oo", "o"),
    ("oh", "o"),
    ("uu", "u"),
    ("mb", "nb"),
    ("mp", "np"),
];

/// Whether a Latin form is a romanisation of a form in kana or Hangul, given how Tamis romanises it.
pub(super) fn agrees(latin: &str, script: Script, romanised: &str) -> bool {
    let rules = if script == Script::Hangul { KOREAN } else { JAPANESE };
    let (one, other) = (read(latin, rules), read(romanised, rules));
    // Korean o and u stand for one another (Song, Sung), where more letters hold the name together
    let edits = match other.len() {
        4.. if script == Script::Hangul => 1,
        _ => 0,
    };
    tamis_text::distance::optimal_string_alignment(one.as_bytes(), other.as_bytes(), edits)
        .is_some_and(|_| {
            one.bytes().filter(|b| is_vowel(*b)).count()
                == other.bytes().filter(|b| is_vowel(*b)).count()
                && one.bytes().filter(|b| !is_vowel(*b)).eq(other.bytes().filter(|b| !is_vowel(*b)))
        })
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn read(latin: &str, rules: Rules) -> String {
    // a final h only lengthens (Noh, Satoh)
    let word = latin.strip_suffix('h').filter(|rest| !rest.is_empty()).unwrap_or(latin);
    rules.iter().fold(word.to_owned(), |word, (letters, reading)| word.replace(letters, reading))
}
