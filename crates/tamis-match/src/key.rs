//! Keys of consonants: which parts may meet at all, in eight bytes.
//!
//! A key is the consonant skeleton in coarser classes, four bits each: what one tradition writes with
//! one class and another with its neighbour (s and z, ch and tch, b and v) is one class here, and a
//! class that follows itself counts once. Two parts may meet by their consonants if few edits part their
//! keys; how likely they are the same name is not for the key. An index finds the parts of a
//! key by its neighbourhood of deletions.

/// The classes of a skeleton that one class of a key stands for; the number is the place, from 1.
const CLASSES: [&[u8]; 11] =
    [b"A", b"BFWP", b"STDCJY", b"K", b"H", b"L", b"M", b"N", b"R", b"QUG", b"0123456789"];

/// The class of each letter of a skeleton.
#[expect(clippy::indexing_slicing, reason = "evaluated when compiling; skeletons are ASCII")]
const CLASS: [u8; 128] = {
    let mut class = [0; 128];
    let mut number = 0;
    while number < CLASSES.len() {
        let mut at = 0;
        while at < CLASSES[number].len() {
            class[CLASSES[number][at] as usize] = number as u8 + 1;
            at += 1;
        }
        number += 1;
    }
    class
};

/// Classes that a key can hold; longer words are cut, which makes more parts meet and not fewer.
const LONGEST: usize = 16;

/// A key of consonants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Key {
    /// Four bits a class, the first lowest; 0 is no class.
    classes: u64,
    /// Which classes stand in it, a bit each.
    set: u16,
    length: u8,
}

impl Key {
    /// The key of a skeleton.
    #[must_use]
    pub fn of(skeleton: &[u8]) -> Self {
        let mut key = Self::default();
        let mut previous = 0;
        for letter in skeleton {
            let class = CLASS.get(usize::from(*letter)).copied().unwrap_or(0);
            if class == 0 || class == previous || usize::from(key.length) == LONGEST {
                continue;
            }
            key.classes |= u64::from(class) << (4 * key.length);
            key.set |= 1 << class;
            key.length += 1;
            previous = class;
        }
        key
    }

    /// How many classes it has.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.length as usize
    }

    /// Whether it has none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Its classes as one number, four bits each.
    #[must_use]
    pub const fn number(&self) -> u64 {
        self.classes
    }

    /// Edits that may part two keys, by the length of the shorter.
    #[must_use]
    pub const fn edits_allowed(length: usize) -> u32 {
        match length {
            0 => 0,
            1..=2 => 1,
            3..=5 => 2,
            _ => 3,
        }
    }

    /// Whether two parts may meet by their consonants: so few edits part their keys.
    #[must_use]
    #[inline]
    pub fn meets(self, other: Self) -> bool {
        if self.classes == other.classes {
            return self.length > 0;
        }
        let shorter = self.length.min(other.length);
        let allowed = Self::edits_allowed(usize::from(shorter));
        let apart = u32::from(self.length.abs_diff(other.length));
        apart <= allowed
            && (self.set ^ other.set).count_ones() <= 2 * allowed
            && self.within(other, allowed)
    }

    /// Edits between two keys up to a bound.
    #[must_use]
    pub fn edits(self, other: Self, most: u32) -> Option<u32> {
        (0..=most).find(|edits| self.within(other, *edits))
    }

    /// Whether so many edits part two keys: by the furthest that each diagonal reaches with each
    /// number of edits, which for a few edits costs a few dozen instructions.
    fn within(self, other: Self, edits: u32) -> bool {
        within((self.classes, self.length), (other.classes, other.length), edits)
    }
}

fn within((mut a, mut a_left): (u64, u8), (mut b, mut b_left): (u64, u8), edits: u32) -> bool {
    // what agrees from here on: four bits a class
    let same = ((a ^ b).trailing_zeros() / 4).min(u32::from(a_left.min(b_left)));
    a = a.checked_shr(4 * same).unwrap_or(0);
    b = b.checked_shr(4 * same).unwrap_or(0);
    a_left -= same as u8;
    b_left -= same as u8;
    if u32::from(a_left.abs_diff(b_left)) > edits {
        return false;
    }
    if a_left == 0 || b_left == 0 {
        return true;
    }
    if edits == 0 {
        return false;
    }
    let swapped = a_left > 1
        && b_left > 1
        && a & 15 == (b >> 4) & 15
        && (a >> 4) & 15 == b & 15
        && within((a >> 8, a_left - 2), (b >> 8, b_left - 2), edits - 1);
    swapped
        || within((a >> 4, a_left - 1), (b >> 4, b_left - 1), edits - 1)
        || within((a >> 4, a_left - 1), (b, b_left), edits - 1)
        || within((a, a_left), (b >> 4, b_left - 1), edits - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(word: &str) -> Key {
        Key::of(&tamis_text::skeleton(word))
    }

    #[test]
    fn edits_are_those_of_optimal_string_alignment() {
        let words = "muhammad mahmud ahmad hamad salim sulayman qadhafi gaddafi dschamal jamal \
            kamal zawahiri abdulrahman abdullah yahya jahja ali a";
        for one in words.split_whitespace() {
            for other in words.split_whitespace() {
                let bytes = |key: Key| -> Vec<u8> {
                    (0..key.len()).map(|at| (key.number() >> (4 * at) & 15) as u8).collect()
                };
                let (a, b) = (key(one), key(other));
                for most in 0..4 {
                    let expected =
                        tamis_text::distance::optimal_string_alignment(&bytes(a), &bytes(b), most);
                    assert_eq!(a.edits(b, most), expected, "{one} {other} {most}");
                    assert_eq!(b.edits(a, most), expected, "{other} {one} {most}");
                }
            }
        }
    }

    #[test]
    fn spellings_have_a_key_and_the_shortest_names_few() {
        for (one, other) in [
            ("yahya", "jahja"),
            ("wladimir", "vladimir"),
            ("chalabi", "tschalabi"),
            ("aziz", "asis"),
            ("uthman", "osman"),
        ] {
            assert!(key(one).meets(key(other)), "{one} {other}");
        }
        for (one, other) in [("salim", "ibrahim"), ("karim", "yusuf"), ("ali", "samir")] {
            assert!(!key(one).meets(key(other)), "{one} {other}");
        }
        assert!(!Key::default().meets(Key::default()));
    }
}
