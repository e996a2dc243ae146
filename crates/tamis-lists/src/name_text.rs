//! The writing of names in lists: quotation marks, scripts side by side, inversions by a comma. Knows
//! how lists print names and no language.

/// Which kind of letters a word is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Letters {
    None,
    Latin,
    Other,
}

fn letters(word: &str) -> Letters {
    let mut found = Letters::None;
    for c in word.chars().filter(|c| c.is_alphabetic()) {
        let latin = matches!(u32::from(c), 0..=0x024F | 0x02B0..=0x02FF | 0x1E00..=0x1EFF);
        if !latin {
            return Letters::Other;
        }
        found = Letters::Latin;
    }
    found
}

/// Whether the text has letters and all of them are Latin.
#[must_use]
pub fn is_latin(text: &str) -> bool {
    letters(text) == Letters::Latin
}

/// Whether the text has a letter of another script than Latin.
#[must_use]
pub fn has_other_script(text: &str) -> bool {
    letters(text) == Letters::Other
}

/// The text in runs of words of Latin letters and of other letters, in order: one run for most names.
/// Words without letters stay with the run before them. Homoglyphs inside a word (`Вiктор` with a
/// Latin i) make no run of their own: a word is of another script if one letter is.
#[must_use]
pub fn script_runs(text: &str) -> Vec<String> {
    let mut runs: Vec<(Letters, String)> = Vec::new();
    for word in text.split_whitespace() {
        let kind = letters(word);
        match runs.last_mut() {
            Some((run, text)) if *run == kind || kind == Letters::None || *run == Letters::None => {
                if *run == Letters::None {
                    *run = kind;
                }
                text.push(' ');
                text.push_str(word);
            }
            _ => runs.push((kind, word.to_owned())),
        }
    }
    runs.into_iter().map(|(_, text)| text).collect()
}

const QUOTES: [(char, char); 6] =
    [('"', '"'), ('“', '”'), ('„', '“'), ('«', '»'), ('\u{201c}', '\u{201c}'), ('”', '”')];

/// The text without quotation marks that enclose it whole, and without stray marks at its ends
/// (`,`, `;`, a `)` that nothing opens).
#[must_use]
pub fn unquoted(text: &str) -> &str {
    let mut text = text.trim();
    loop {
        let before = text;
        text = text.trim_matches([' ', ',', ';']).trim();
        for (open, close) in QUOTES {
            if let Some(inside) = text.strip_prefix(open).and_then(|t| t.strip_suffix(close))
                && !inside.contains([open, close])
            {
                text = inside.trim();
            }
        }
        if text.starts_with(')') || (text.ends_with(')') && !text.contains('(')) {
            text = text.trim_matches(')').trim();
        }
        if text.ends_with('(') || (text.starts_with('(') && !text.contains(')')) {
            text = text.trim_matches('(').trim();
        }
        if text == before {
            return text;
        }
    }
}

/// Words behind a comma that make no inversion: they belong behind the name.
/// Source: the lists of the UN and OFAC ("MEZA, JR.", "Roy M. Belfast, Junior").
const SUFFIXES: [&str; 12] =
    ["jr", "jr.", "sr", "sr.", "junior", "senior", "ii", "iii", "iv", "phd", "ph.d.", "md"];

/// The name of a person in reading order, if it is inverted by a comma: "IYADH, Abou" → "Abou IYADH".
/// None for a name without a comma, with two, or with a suffix behind it.
#[must_use]
pub fn uninverted(text: &str) -> Option<String> {
    let (family, given) = text.split_once(',')?;
    let (family, given) = (family.trim(), given.trim());
    let is_suffix = SUFFIXES.contains(&given.to_lowercase().as_str());
    if family.is_empty() || given.is_empty() || given.contains(',') || is_suffix {
        return None;
    }
    let no_letters = |text: &str| !text.chars().any(char::is_alphabetic);
    if no_letters(family) || no_letters(given) {
        return None;
    }
    Some(format!("{given} {family}"))
}

/// Text outside of parentheses, and the content of each outermost pair. An opening one that is never
/// closed counts to the end.
#[must_use]
pub fn parentheses(text: &str) -> (String, Vec<String>) {
    let (mut outside, mut inside) = (String::new(), Vec::new());
    let mut depth = 0_u32;
    let mut current = String::new();
    for c in text.chars() {
        match c {
            '(' | '（' => {
                if depth > 0 {
                    current.push('(');
                }
                depth += 1;
            }
            ')' | '）' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    inside.push(std::mem::take(&mut current).trim().to_owned());
                    outside.push(' ');
                } else {
                    current.push(')');
                }
            }
            c if depth > 0 => current.push(c),
            c => outside.push(c),
        }
    }
    if !current.trim().is_empty() {
        inside.push(current.trim().to_owned());
    }
    inside.retain(|text| !text.is_empty());
    // "Bank of Utopia (BU), JSC": no space is left before the comma
    (crate::xml::collapse(&outside).replace(" ,", ","), inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inversions_are_turned_and_suffixes_are_not() {
        for (text, expected) in [
            ("IYADH, Abou", Some("Abou IYADH")),
            ("AL ILLAH, Abd", Some("Abd AL ILLAH")),
            ("THE CHECHEN, Abu Jihad", Some("Abu Jihad THE CHECHEN")),
            ("MEZA, JR.", None),
            ("Hilarion Santos, III", None),
            ("GODANE", None),
            ("A, B, C", None),
            ("Abu,", None),
            ("CLUB, 55", None),
        ] {
            assert_eq!(uninverted(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn marks_around_a_name_go() {
        for (text, expected) in [
            ("“Chief Kahwa”", "Chief Kahwa"),
            ("\"GODANE\"", "GODANE"),
            (") Abdelrahman Juhan", "Abdelrahman Juhan"),
            ("Anis, Abu;", "Anis, Abu"),
            ("“General” Sidiki", "“General” Sidiki"),
            ("\"A\" and \"B\"", "\"A\" and \"B\""),
            ("Group (ASL)", "Group (ASL)"),
            ("Group ASL)", "Group ASL"),
            ("\"", "\""),
            ("", ""),
        ] {
            assert_eq!(unquoted(text), expected, "{text}");
        }
    }

    #[test]
    fn scripts_side_by_side_are_parted() {
        assert_eq!(
            script_runs("Agha Jan Alizai اغا جان عالیزی"),
            ["Agha Jan Alizai", "اغا جان عالیزی"]
        );
        assert_eq!(script_runs("Вiктор Янукович"), ["Вiктор Янукович"]);
        assert_eq!(script_runs("1 - P"), ["1 - P"]);
        assert!(script_runs("").is_empty());
        assert!(is_latin("Ŏ 7") && !is_latin("7") && has_other_script("a б"));
    }

    #[test]
    fn parentheses_nest_and_may_stay_open() {
        assert_eq!(
            parentheses("a (b (c)) d (e)"),
            ("a d".into(), vec!["b (c)".into(), "e".into()])
        );
        assert_eq!(parentheses("a (b"), ("a".into(), vec!["b".into()]));
        assert_eq!(parentheses("a) b ()"), ("a) b".into(), vec![]));
    }
}
