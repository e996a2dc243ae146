//! Letters of Latin names without case and marks, words, and the hash of a text. Of its own, so that
//! what is generated does not depend on what it measures.

/// A text in lower case, marks and apostrophes off; letters of other scripts stay.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' => plain.push('a'),
            'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ě' => plain.push('e'),
            'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => plain.push('i'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ō' | 'ŏ' => plain.push('o'),
            'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ŭ' => plain.push('u'),
            'ç' | 'ć' | 'č' => plain.push('c'),
            'ş' | 'š' | 'ṣ' => plain.push('s'),
            'ž' | 'ẓ' => plain.push('z'),
            'đ' | 'ḍ' => plain.push('d'),
            'ğ' => plain.push('g'),
            'ñ' => plain.push('n'),
            'ḥ' => plain.push('h'),
            'ṭ' => plain.push('t'),
            'ý' => plain.push('y'),
            '\'' | '’' | '‘' | '`' | '´' | 'ʿ' | 'ʾ' | '"' | '“' | '”' | '\u{307}' => {}
            other => plain.push(other),
        }
    }
    plain
}

/// The words of a name: blanks and hyphens part them, commas and full stops fall.
pub(crate) fn words(text: &str) -> Vec<String> {
    text.split(|letter: char| letter.is_whitespace() || letter == '-')
        .map(|word| word.trim_matches([',', '.', ';', '(', ')']).to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}

/// Words that are titles, or as often titles as names.
const TITLES: [&str; 34] = [
    "mullah",
    "mulla",
    "maulavi",
    "mawlawi",
    "maulawi",
    "maulana",
    "haji",
    "hajji",
    "hadji",
    "qari",
    "hafiz",
    "akhund",
    "akhunzada",
    "sheikh",
    "shaykh",
    "ustad",
    "sayyid",
    "sayyed",
    "sayed",
    "seyyed",
    "syed",
    "sahib",
    "agha",
    "khan",
    "amir",
    "malik",
    "jan",
    "gul",
    "shah",
    "mir",
    "baba",
    "imam",
    "dr",
    "maalim",
];

/// Whether a word is a title, or as often one as a name: such a word beside one name names nobody.
pub(crate) fn is_title(word: &str) -> bool {
    TITLES.contains(&plain(word).as_str())
}

/// With a capital first letter.
pub(crate) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// Whether a letter is a Latin vowel.
pub(crate) fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// Whether a text has letters of the Latin alphabet and of no other.
pub(crate) fn is_latin(text: &str) -> bool {
    let mut letters = text.chars().filter(|letter| letter.is_alphabetic()).peekable();
    letters.peek().is_some()
        && letters.all(|letter| letter < '\u{250}' || ('\u{1e00}'..'\u{1f00}').contains(&letter))
}

/// FNV-1a of a text: tells whether two runs gave the same bytes.
#[cfg(test)]
pub(crate) fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
