//! How a name of an organisation is read before it is held against others: words that say what kind of thing it
//! is, words before a name, quotation marks, one letter of Turkish. For the search of organisations alone: the
//! matcher's own tables also serve names of persons.

use tamis_text::fold;

/// Words for organisation and network, with their language, in the forms in which lists and questions have them.
/// Dictionary words; those for network head names that the EU list gives the entry of 2004 ("al-Zarqawi network").
/// Not "red" of Spanish: in English it is a colour, which tells one army or brigade from another.
const TYPE_WORDS: &[(&str, &str)] = &[
    ("organization", "en"),
    ("organisation", "en, fr, de"),
    ("network", "en"),
    ("организация", "bg, ru"),
    ("организацията", "bg, with its article"),
    ("мрежа", "bg, mk, sr"),
    ("мрежата", "bg, with its article"),
    ("сеть", "ru"),
    ("réseau", "fr"),
    ("rete", "it"),
    ("mreža", "sl, hr, sr"),
    ("rede", "pt"),
    ("ağı", "tr, with its ending"),
    ("شبكة", "ar"),
    ("تنظيم", "ar"),
];

/// Words before a name that are no part of it, with their language: who writes them keeps a distance, or writes an
/// article or "of" with the name.
const BEFORE_A_NAME: &[(&str, &str)] = &[
    ("the so-called ", "en"),
    ("so-called ", "en"),
    ("the so called ", "en"),
    ("so called ", "en"),
    ("l'", "fr, it"),
    ("d'", "fr, it"),
];

/// Marks that set a piece of a name apart; the piece is no name by itself. Apostrophes are letters of names.
const QUOTATION_MARKS: &[char] = &['"', '„', '“', '”', '‟', '«', '»', '‹', '›', '＂'];

/// Whether a word only tells what kind of thing a name is of.
pub(super) fn is_type_word(word: &str) -> bool {
    let word = fold(word);
    TYPE_WORDS.iter().any(|(known, _)| fold(known) == word)
}

/// A name as it is searched; one of which nothing would be left stays as it is.
pub(super) fn as_searched(name: &str) -> String {
    let mut text: String = name
        .chars()
        .map(|letter| if QUOTATION_MARKS.contains(&letter) { ' ' } else { letter })
        .collect();
    text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    while let Some(rest) = without_word_before(&text) {
        text = rest;
    }
    // the matcher reads s, as most lists write it; here DAIŞ is DAISH
    text = text.replace(['ş', 'ș'], "sh").replace(['Ş', 'Ș'], "SH");
    if text.chars().any(char::is_alphanumeric) { text } else { name.to_owned() }
}

fn without_word_before(text: &str) -> Option<String> {
    BEFORE_A_NAME.iter().find_map(|(word, _)| {
        let count = word.chars().count();
        let start: String = text.chars().take(count).collect();
        let start = start.to_lowercase().replace(['’', 'ʼ', '`'], "'");
        let rest: String = text.chars().skip(count).collect();
        (start == *word && rest.chars().any(char::is_alphanumeric)).then_some(rest)
    })
}
