//! Makes text inert where programs would read commands in it: formulas in spreadsheets, escapes and
//! directions in terminals. What was changed stays visible.

use std::borrow::Cow;

/// The mark that is put before a cell that a spreadsheet would take for a formula.
pub const FORMULA_MARK: char = '\'';

/// First characters that make a cell a formula, in their full-width forms too, which some
/// spreadsheets take for the same.
const FORMULA_STARTS: [char; 11] =
    ['=', '+', '-', '@', '\t', '\r', '\n', '\u{FF1D}', '\u{FF0B}', '\u{FF0D}', '\u{FF20}'];

/// A text as a cell of a CSV file: control characters, and the characters that turn the direction of
/// what follows, are shown by their pictures or codes, and a text that begins like a formula has `'` before it. A text that begins with `'` gets another, so that the
/// mark can be taken off again.
///
/// ```
/// use tamis_wire::inert::for_spreadsheet;
/// assert_eq!(for_spreadsheet("=1+1"), "'=1+1");
/// assert_eq!(for_spreadsheet("Jalil"), "Jalil");
/// ```
#[must_use]
pub fn for_spreadsheet(text: &str) -> Cow<'_, str> {
    let keeps = |c: char| matches!(c, '\t' | '\n' | '\r');
    let shown = show_controls(text, keeps);
    if shown.starts_with(FORMULA_STARTS) || shown.starts_with(FORMULA_MARK) {
        Cow::Owned(format!("{FORMULA_MARK}{shown}"))
    } else {
        shown
    }
}

/// A text on one line of a terminal: control characters, and the characters that turn the direction
/// of what follows, are shown by their pictures or codes; line breaks and tabs become spaces.
#[must_use]
pub fn for_terminal(text: &str) -> Cow<'_, str> {
    if !text.contains(|c: char| c.is_control() || turns(c)) {
        return Cow::Borrowed(text);
    }
    let mut inert = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\t' | '\n' | '\r' => inert.push(' '),
            c => push_shown(&mut inert, c),
        }
    }
    Cow::Owned(inert)
}

/// Characters that turn the direction of what follows, or break its line.
pub(crate) fn turns(character: char) -> bool {
    matches!(character, '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn show_controls(text: &str, keeps: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(|c: char| (c.is_control() || turns(c)) && !keeps(c)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if keeps(character) {
            shown.push(character);
        } else {
            push_shown(&mut shown, character);
        }
    }
    Cow::Owned(shown)
}

/// The picture of a control character (`␛`), or its code where it has none.
fn push_shown(shown: &mut String, character: char) {
    let code = u32::from(character);
    match code {
        0..=0x1f => {
            shown.push(char::from_u32(0x2400 + code).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        0x7f => shown.push('\u{2421}'),
        _ if turns(character) || (0x80..=0x9f).contains(&code) => {
            shown.push_str(&format!("<U+{code:04X}>"));
        }
        _ => shown.push(character),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_marked() {
        for (text, expected) in [
            ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"),
            ("＝1", "'＝1"),
            ("'Abd", "''Abd"),
            ("Al-Testi = Testov", "Al-Testi = Testov"),
            ("a\u{1b}[2J", "a␛[2J"),
            ("abc\u{202e}gpj", "abc<U+202E>gpj"),
            ("\u{2067}=1", "<U+2067>=1"),
            ("", ""),
        ] {
            assert_eq!(for_spreadsheet(text), expected);
        }
    }

    #[test]
    fn terminals_get_no_commands() {
        for (text, expected) in [
            ("a\u{1b}]0;title\u{7}", "a␛]0;title␇"),
            ("a\u{9b}31m", "a<U+009B>31m"),
            ("two\nlines\tand\rmore", "two lines and more"),
            ("abc\u{202e}gpj", "abc<U+202E>gpj"),
            ("محمد", "محمد"),
        ] {
            assert_eq!(for_terminal(text), expected);
        }
    }
}
