//! Text that comes from outside, made fit for a page: no control characters, and none that turn the
//! direction of what follows. Escaping is the templates' work.

/// Control characters as their pictures, turning characters as their codes; line breaks and tabs as
/// spaces.
pub(crate) fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        let code = u32::from(character);
        match character {
            '\t' | '\n' | '\r' => shown.push(' '),
            '\0'..='\u{1f}' => {
                shown.push(char::from_u32(0x2400 + code).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            '\u{7f}'..='\u{9f}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}'
            | '\u{2028}'
            | '\u{2029}' => shown.push_str(&format!("⟨U+{code:04X}⟩")),
            _ => shown.push(character),
        }
    }
    shown
}

/// A count with its noun: `1 hit`, `2 hits`.
pub(crate) fn counted(count: u64, one: &str, many: &str) -> String {
    format!("{} {}", grouped(count), if count == 1 { one } else { many })
}

/// A number in groups of three digits: `1,003`.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        for (number, expected) in
            [(0, "0"), (999, "999"), (1_003, "1,003"), (1_234_567, "1,234,567")]
        {
            assert_eq!(grouped(number), expected);
        }
        assert_eq!(counted(1, "hit", "hits"), "1 hit");
    }

    #[test]
    fn nothing_turns_the_direction_of_what_follows() {
        assert_eq!(shown("a\u{202e}b\u{1b}c\nd"), "a⟨U+202E⟩b␛c d");
        assert_eq!(shown("محمد\u{200c}"), "محمد\u{200c}");
    }
}
