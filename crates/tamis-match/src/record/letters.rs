//! The letters of names and parts in a few numbers, without a search in the tables of Unicode for most.

/// A hash (FNV-1a of 64 bits) of the letters and digits of a name in small letters.
pub(super) fn hash_of_letters(name: &str) -> u64 {
    let feed = |hash: u64, value: u32| (hash ^ u64::from(value)).wrapping_mul(0x0100_0000_01b3);
    let (mut hash, mut at) = (0xcbf2_9ce4_8422_2325, 0);
    while let Some(byte) = name.as_bytes().get(at) {
        if byte.is_ascii() {
            at += 1;
            if let Some(small @ 1..) = SMALL_LETTERS.get(usize::from(*byte)) {
                hash = feed(hash, u32::from(*small));
            }
            continue;
        }
        let Some(letter) = name.get(at..).and_then(|rest| rest.chars().next()) else { break };
        at += letter.len_utf8();
        hash = match small_letter(letter) {
            Small::One(letter) => feed(hash, u32::from(letter)),
            Small::Nothing => hash,
            Small::ByTables => {
                letter.to_lowercase().fold(hash, |hash, letter| feed(hash, u32::from(letter)))
            }
        };
    }
    hash
}

/// Letters and digits of ASCII in small letters; 0 for all else.
#[expect(clippy::indexing_slicing, reason = "evaluated when compiling")]
static SMALL_LETTERS: [u8; 128] = {
    let (mut small, mut byte) = ([0; 128], 0_u8);
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            small[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    small
};

/// A character in small letters.
#[derive(Debug, PartialEq, Eq)]
enum Small {
    One(char),
    /// It is no letter and no digit.
    Nothing,
    /// One letter or several: to be looked up.
    ByTables,
}

/// What is known of most letters without a search in the tables of Unicode.
#[inline]
fn small_letter(letter: char) -> Small {
    let moved = |by: u32| char::from_u32(u32::from(letter) + by).map_or(Small::Nothing, Small::One);
    match letter {
        _ if is_sign(letter) => Small::Nothing,
        'А'..='Я' => moved(32),
        'Ѐ'..='Џ' => moved(80),
        // Arabic letters have one size.
        'а'..='џ' | '\u{0620}'..='\u{064A}' | '\u{0671}'..='\u{06D3}' => Small::One(letter),
        _ if letter.is_alphanumeric() => Small::ByTables,
        _ => Small::Nothing,
    }
}

/// What Unicode counts among letters and people write for an apostrophe, a vowel or nothing: Saʼd is Sa'd and Sad,
/// مـحمد with tatweel is محمد.
#[inline]
const fn is_sign(letter: char) -> bool {
    matches!(
        letter,
        '\u{02B0}'..='\u{02FF}'
            | '\u{0640}'
            | '\u{064B}'..='\u{065F}'
            | '\u{0670}'
            | '\u{A78B}'
            | '\u{A78C}'
    )
}

/// The set of letters and digits of a romanised form, a bit each.
#[must_use]
pub fn letters(latin: &str) -> u32 {
    latin.bytes().fold(0, |set, byte| set | LETTER_BITS.get(usize::from(byte)).unwrap_or(&0))
}

#[expect(clippy::indexing_slicing, reason = "evaluated when compiling")]
static LETTER_BITS: [u32; 128] = {
    let (mut bits, mut byte) = ([0; 128], 0_u8);
    while byte < 128 {
        bits[byte as usize] = match byte {
            b'a'..=b'z' => 1 << (byte - b'a'),
            b'0'..=b'9' => 1 << (26 + (byte - b'0') % 6),
            _ => 0,
        };
        byte += 1;
    }
    bits
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_no_letters() {
        for (one, other) in [("Sa'd", "Saʼd"), ("Sa'd", "Sa\u{2bf}d"), ("محمد", "مـحَمّد")]
        {
            assert_eq!(hash_of_letters(one), hash_of_letters(other), "{one} {other}");
        }
    }

    #[test]
    fn small_letters_are_those_of_unicode() {
        for letter in '\u{80}'..='\u{FFFF}' {
            let mut lower = letter.to_lowercase();
            match small_letter(letter) {
                Small::One(small) => {
                    assert!(letter.is_alphanumeric(), "{letter}");
                    assert_eq!((lower.next(), lower.next()), (Some(small), None), "{letter}");
                }
                Small::ByTables => assert!(letter.is_alphanumeric(), "{letter}"),
                Small::Nothing => {
                    assert!(!letter.is_alphanumeric() || is_sign(letter), "{letter}");
                }
            }
        }
    }
}
