//! Fields that a program has damaged: entities of HTML (`&nbsp;`, `J&uuml;rgen`, `&#39;`) and UTF-8 that was read as
//! Latin-1 or Windows-1252 (`JÃ¼rgen`). Only fields that hold a sign of either ever come here.

/// The field as it was meant; none where there is nothing to repair.
pub(super) fn repaired(text: &str) -> Option<String> {
    let without_entities = text.contains('&').then(|| decoded(text)).flatten();
    let so_far = without_entities.as_deref().unwrap_or(text);
    as_utf_8(so_far).or(without_entities)
}

/// The longest entity that is looked for, in bytes between its signs.
const LONGEST: usize = 8;

/// The text with its entities replaced; none without one.
fn decoded(text: &str) -> Option<String> {
    let mut made = String::with_capacity(text.len());
    let mut rest = text;
    let mut found = false;
    while let Some((before, after)) = rest.split_once('&') {
        made.push_str(before);
        let entity = after.split_once(';').filter(|(name, _)| name.len() <= LONGEST);
        match entity.and_then(|(name, tail)| Some((meant(name)?, tail))) {
            Some((meant, tail)) => {
                made.extend(meant.into_iter().flatten());
                rest = tail;
                found = true;
            }
            None => {
                made.push('&');
                rest = after;
            }
        }
    }
    made.push_str(rest);
    found.then_some(made)
}

/// Signs by their names.
const SIGNS: [(&str, char); 12] = [
    ("amp", '&'),
    ("nbsp", ' '),
    ("apos", '\''),
    ("quot", '"'),
    ("lt", '<'),
    ("gt", '>'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("oslash", 'ø'),
    ("szlig", 'ß'),
];

/// Marks of letters by their names, as they combine.
const MARKS: [(&str, char); 8] = [
    ("acute", '\u{301}'),
    ("grave", '\u{300}'),
    ("circ", '\u{302}'),
    ("uml", '\u{308}'),
    ("tilde", '\u{303}'),
    ("ring", '\u{30A}'),
    ("caron", '\u{30C}'),
    ("cedil", '\u{327}'),
];

/// What an entity stands for: a character, and a mark that combines with it.
fn meant(name: &str) -> Option<[Option<char>; 2]> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
            None => number.parse(),
        };
        return Some([Some(char::from_u32(code.ok()?)?), None]);
    }
    if let Some((_, sign)) = SIGNS.iter().find(|(known, _)| *known == name) {
        return Some([Some(*sign), None]);
    }
    let mut letters = name.chars();
    let letter = letters.next().filter(char::is_ascii_alphabetic)?;
    let mark = MARKS.iter().find(|(known, _)| *known == letters.as_str());
    mark.map(|(_, mark)| [Some(letter), Some(*mark)])
}

/// The text whose bytes of UTF-8 were read one by one; none where they are no UTF-8, or ASCII alone.
fn as_utf_8(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let bytes: Option<Vec<u8>> = text.chars().map(byte).collect();
    String::from_utf8(bytes?).ok()
}

/// Characters that Windows-1252 has for bytes from 0x80 on, where it is not Latin-1; a blank where it has none.
const WINDOWS: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/// The byte that a character was read from.
fn byte(character: char) -> Option<u8> {
    if let Ok(byte) = u8::try_from(u32::from(character)) {
        return Some(byte);
    }
    let at = WINDOWS.chars().position(|windows| windows == character)?;
    u8::try_from(0x80 + at).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_and_bytes_are_read() {
        for (written, meant) in [
            ("Nabil&nbsp;Zoghlami", "Nabil Zoghlami"),
            ("Smith &amp; Sons", "Smith & Sons"),
            ("Ba&#39;asyir", "Ba'asyir"),
            ("Ba&#x27;asyir", "Ba'asyir"),
            ("J&uuml;rgen", "Ju\u{308}rgen"),
            ("JÃ¼rgen MÃ¶ller", "Jürgen Möller"),
            ("JosÃ©", "José"),
            ("IvanoviÄ‡", "Ivanović"),
            ("Ø¹Ù„ÙŠ", "علي"),
            ("Ð˜Ð²Ð°Ð½", "Иван"),
        ] {
            assert_eq!(repaired(written).as_deref(), Some(meant), "{written}");
        }
    }

    #[test]
    fn whole_texts_stay() {
        for text in [
            "Jürgen Möller",
            "AT&T; Sons",
            "Smith & Sons",
            "José",
            "علي",
            "João Ñandú",
            "&#99999999;",
        ] {
            assert_eq!(repaired(text), None, "{text}");
        }
        assert_eq!(WINDOWS.chars().count(), 32);
    }
}
