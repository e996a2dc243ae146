//! Names of months: English, French, German, Turkish, Indonesian, Spanish, Russian, and Arabic of the
//! Levant, of Egypt and the Gulf, and of the Maghreb. Knows no grammar: a name is told by its beginning.

/// Beginnings of names, in small letters, and the month. A longer one goes before a shorter.
const BEGINNINGS: [(&str, u8); 70] = [
    // English, and what other languages share with it
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("may", 5),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
    // French
    ("fév", 2),
    ("fev", 2),
    ("avr", 4),
    ("mai", 5),
    ("juin", 6),
    ("juil", 7),
    ("aoû", 8),
    ("aou", 8),
    ("déc", 12),
    // German (with Austria's Jänner)
    ("jän", 1),
    ("mär", 3),
    ("mrz", 3),
    ("okt", 10),
    ("dez", 12),
    // Turkish
    ("oca", 1),
    ("şub", 2),
    ("sub", 2),
    ("nis", 4),
    ("haz", 6),
    ("tem", 7),
    ("ağu", 8),
    ("agu", 8),
    ("eyl", 9),
    ("eki", 10),
    ("kas", 11),
    ("ara", 12),
    // Indonesian
    ("mei", 5),
    ("agt", 8),
    ("des", 12),
    // Spanish
    ("ene", 1),
    ("abr", 4),
    ("ago", 8),
    ("dic", 12),
    // Russian
    ("янв", 1),
    ("фев", 2),
    ("мар", 3),
    ("апр", 4),
    ("мая", 5),
    ("май", 5),
    ("июн", 6),
    ("июл", 7),
    ("авг", 8),
    ("сен", 9),
    ("окт", 10),
    ("ноя", 11),
    ("дек", 12),
    // Arabic of Egypt and the Gulf, and of the Maghreb; those of the Levant are whole words below
    ("ينا", 1),
    ("جانف", 1),
    ("فبر", 2),
    ("فيفر", 2),
    ("مار", 3),
    ("جوان", 6),
    ("جويل", 7),
    ("يوني", 6),
    ("يولي", 7),
    ("سبتم", 9),
    ("نوفم", 11),
    ("ديسم", 12),
];

/// Whole words: short ones, and those of the Levant.
const WORDS: [(&str, u8); 22] = [
    ("أبريل", 4),
    ("ابريل", 4),
    ("إبريل", 4),
    ("أفريل", 4),
    ("افريل", 4),
    ("مايو", 5),
    ("ماي", 5),
    ("أغسطس", 8),
    ("اغسطس", 8),
    ("أوت", 8),
    ("أكتوبر", 10),
    ("اكتوبر", 10),
    ("شباط", 2),
    ("آذار", 3),
    ("نيسان", 4),
    ("أيار", 5),
    ("ايار", 5),
    ("حزيران", 6),
    ("تموز", 7),
    ("آب", 8),
    ("أيلول", 9),
    ("ايلول", 9),
];

/// Names of two words, as one.
const TWO_WORDS: [(&str, &str); 4] = [
    ("كانون الثاني", "ينا"),
    ("تشرين الأول", "أكتوبر"),
    ("تشرين الثاني", "نوفم"),
    ("كانون الأول", "ديسم"),
];

/// A date in which each month is one word. A Turkish capital İ leaves a dot of its own in small letters.
pub(super) fn one_word(text: String) -> String {
    if text.is_ascii() {
        return text;
    }
    let mut text = text.replace('\u{307}', "");
    for (two, one) in TWO_WORDS {
        text = text.replace(two, one);
    }
    text
}

/// The month of a name.
pub(super) fn number(text: &str) -> Option<u8> {
    if text.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    let word = WORDS.iter().find(|(word, _)| *word == text);
    let found = word.or_else(|| BEGINNINGS.iter().find(|(start, _)| text.starts_with(start)));
    found.map(|(_, month)| *month)
}
