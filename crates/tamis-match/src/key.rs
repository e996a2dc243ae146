//! Keys of consonants: which parts may meet at all, in eight bytes.
//!
//! A key is the consonant skeleton in coarser classes, four bits each: what one tradition writes with
//! one class and another with its neighbour (s and z, ch and tch, b and v) is one class here, and a
//! class that follows itself counts once. Two parts may meet by their consonants if few edits part their
//! keys; how likely they are the same name is not for the key. An index finds the parts of a
//! key by its neighbourhood of deletions.

use crate::sketch::differ_in_at_most;

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

/// A key of consonants; without room between its numbers, for the sake of sketches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[repr(C, packed(4))]
pub struct Key {
    /// Four bits a class, the first lowest; 0 is no class.
    classes: u64,
    /// Which classes stand in it, a bit each.
    set: u16,
    length: u8,
    /// Edits that may part it from a longer key.
    allowed: u8,
}

impl Key {
    /// The key of a skeleton.
    #[must_use]
    pub fn of(skeleton: &[u8]) -> Self {
        let (mut classes, mut set, mut length, mut previous) = (0_u64, 0_u16, 0_u8, 0);
        for letter in skeleton {
            let class = CLASS.get(usize::from(*letter)).copied().unwrap_or(0);
            // in numbers: the letters of a name are not to be guessed
            let stays = (class != 0) & (class != previous) & (usize::from(length) < LONGEST);
            let class = if stays { class } else { 0 };
            classes |= u64::from(class) << ((4 * length) & 63);
            set |= 1 << class;
            length += u8::from(stays);
            previous = if stays { class } else { previous };
        }
        // 0 is no class
        Self { classes, set: set & !1, length, allowed: Self::edits_allowed(usize::from(length)) }
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

    /// Which classes stand in it, a bit each.
    #[must_use]
    pub const fn set(&self) -> u16 {
        self.set
    }

    /// Its classes as one number, four bits each.
    #[must_use]
    pub const fn number(&self) -> u64 {
        self.classes
    }

    /// Edits that may part two keys, by the length of the shorter. Two even for the shortest: a glide or a
    /// stop that one convention writes and the other does not are all that a short name has (Cavad, Jawad;
    /// Qing, Цин).
    #[must_use]
    pub const fn edits_allowed(length: usize) -> u8 {
        match length {
            0 => 0,
            1..=5 => 2,
            _ => 3,
        }
    }

    /// Whether two parts may meet by their consonants: so few edits part their keys.
    #[must_use]
    #[inline(always)]
    pub fn meets(self, other: Self) -> bool {
        if self.classes == other.classes {
            return self.length > 0;
        }
        // the shorter key allows no more than the longer one
        let allowed = self.allowed.min(other.allowed);
        self.length.abs_diff(other.length) <= allowed
            && differ_in_at_most(u32::from(self.set), u32::from(other.set), u32::from(allowed))
            && self.within(other, u32::from(allowed))
    }

    /// Whether skeletons that are equal or an edit apart may have these keys: the edit may part a
    /// class from itself, and push another beyond the longest key.
    #[must_use]
    #[inline]
    pub fn is_near(self, other: Self) -> bool {
        self.length.abs_diff(other.length) <= 2
            && differ_in_at_most(u32::from(self.set), u32::from(other.set), 2)
    }

    /// Edits between two keys up to a bound, at most three.
    #[must_use]
    pub fn edits(self, other: Self, most: u32) -> Option<u32> {
        (0..=most.min(3)).find(|edits| self.within(other, *edits))
    }

    /// Whether so many edits part two keys.
    fn within(self, other: Self, edits: u32) -> bool {
        let (a, b) = (self.classes, other.classes);
        match edits {
            0 => a == b,
            1 => within_one(a, b),
            2 => within_two(a, b),
            _ => within_three(a, b),
        }
    }
}

/// What is left of two keys after the classes that they begin with alike; no class is 0, so that the
/// end of a key needs no length.
#[inline]
fn without_common_beginning(a: u64, b: u64) -> (u64, u64) {
    let same = (a ^ b).trailing_zeros() & 60;
    (a >> same, b >> same)
}

/// Whether the first two classes of two keys stand the other way round.
#[inline]
fn is_swapped(a: u64, b: u64) -> bool {
    a & 255 == (b & 15) << 4 | (b >> 4) & 15
}

fn within_one(a: u64, b: u64) -> bool {
    if a == b {
        return true;
    }
    let (a, b) = without_common_beginning(a, b);
    a >> 4 == b >> 4 || a >> 4 == b || a == b >> 4 || is_swapped(a, b) && a >> 8 == b >> 8
}

fn within_two(a: u64, b: u64) -> bool {
    if a == b {
        return true;
    }
    let (a, b) = without_common_beginning(a, b);
    within_one(a >> 4, b >> 4)
        || within_one(a >> 4, b)
        || within_one(a, b >> 4)
        || is_swapped(a, b) && within_one(a >> 8, b >> 8)
}

fn within_three(a: u64, b: u64) -> bool {
    if a == b {
        return true;
    }
    let (a, b) = without_common_beginning(a, b);
    within_two(a >> 4, b >> 4)
        || within_two(a >> 4, b)
        || within_two(a, b >> 4)
        || is_swapped(a, b) && within_two(a >> 8, b >> 8)
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
