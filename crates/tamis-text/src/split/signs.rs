//! Whether a field can hold more than one name, in a few instructions a byte.
//!
//! A machine reads the field byte by byte: it knows the signs that split, and the first letters of each
//! introduction at the beginning of a word. What it stops at is looked at by the rules.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use super::table::{self, Place, Sense};

/// Whether any sign or word that splits can stand in the field, or another script: false for nearly all
/// fields. May say true for nothing, never false for something.
pub(super) fn may_split(text: &str) -> bool {
    begins_with_counter(text) || has_introduction(text) || !text.is_ascii() && has_scripts(text)
}

/// "1.", "A.", "a.", "I.", "i." at the beginning: of a series, or of an initial.
fn begins_with_counter(text: &str) -> bool {
    match text.trim_ascii_start().as_bytes() {
        [b'1' | b'A' | b'a' | b'I' | b'i', b'.', ..] => true,
        // marks of direction and the like before it
        [first, ..] if !first.is_ascii() => {
            let rest = text.trim_start_matches(|sign: char| !sign.is_alphanumeric());
            rest.len() < text.len() && begins_with_counter(rest)
        }
        _ => false,
    }
}

/// Whether letters of two scripts may stand in a text, by the first bytes of letters.
fn has_scripts(text: &str) -> bool {
    let mut seen = 0_u16;
    for byte in text.bytes() {
        seen |= FIRST_BYTES.get(usize::from(byte)).copied().unwrap_or(0);
    }
    seen.count_ones() > 1
}

/// A bit for the script that a letter beginning with a byte is of. Kana is written with Han; Georgian and
/// Latin letters of Vietnam begin alike and have a bit of their own, so that the rules look at both.
#[expect(clippy::indexing_slicing, reason = "counted within the array when it is compiled")]
static FIRST_BYTES: [u16; 256] = {
    let mut bits = [0_u16; 256];
    let mut byte: usize = 0;
    while byte < 256 {
        bits[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' | 0xC3..=0xC9 => 1,
            0xCD..=0xCF => 1 << 1,
            0xD0..=0xD3 => 1 << 2,
            // Armenian and Cyrillic, Armenian and Hebrew
            0xD4..=0xD6 => 1 << 3,
            0xD7 => 1 << 4,
            0xD8..=0xDB => 1 << 5,
            0xE0 => 1 << 6,
            0xE1 => 1 << 7,
            0xE3..=0xE9 => 1 << 8,
            0xEA..=0xED => 1 << 9,
            // presentation forms, and scripts of the past
            0xDC..=0xDF | 0xEF | 0xF0.. => 1 << 10,
            _ => 0,
        };
        byte += 1;
    }
    bits
};

fn has_introduction(text: &str) -> bool {
    let machine: &Machine = &MACHINE;
    let mut row = 0;
    for byte in text.bytes() {
        let column = machine.columns.get(usize::from(byte)).copied().unwrap_or(0);
        let place = (row + usize::from(column)) & (STEPS - 1);
        row = usize::from(machine.steps.get(place).copied().unwrap_or(FOUND));
        if row == usize::from(FOUND) {
            return true;
        }
    }
    false
}

/// Bytes of an introduction that are asked for; of one beyond ASCII eight, which are four letters.
const ASKED: usize = 5;
const ASKED_BEYOND_ASCII: usize = 8;

/// Columns of a row, and room for 256 rows; where there were more the rules would be asked too often.
const COLUMNS: usize = 64;
const STEPS: usize = 16_384;

/// Where a sign that splits, or the beginning of an introduction, leads.
const FOUND: u16 = u16::MAX;

struct Machine {
    /// The column of each byte: one of its own for those that introductions have, some for all others.
    columns: [u8; 256],
    /// Where the row of the next state stands.
    steps: Box<[u16; STEPS]>,
}

/// What the machine knows of the bytes so far: which heads they may be in, and how far, and what the last
/// byte was.
#[derive(Clone, PartialEq, Eq, Hash)]
struct State {
    open: BTreeSet<(usize, usize)>,
    last: After,
}

/// After what a head may begin.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum After {
    Anything,
    /// What is no letter and no digit of ASCII.
    Sign,
    /// A blank, or nothing.
    Blank,
}

/// The bytes that the machine looks for, and after what. Signs of ASCII and what stands before a colon it
/// stops at by [`splits`].
fn heads() -> Vec<(Vec<u8>, After)> {
    let head = |line: &table::Line| {
        let small = line.words.to_ascii_lowercase();
        // or, ou, dob begin many names
        let words = match (line.sense, small.len() < ASKED) {
            (Sense::Alternative | Sense::Birth, true) => small + " ",
            _ => small,
        };
        match (line.place, words.is_ascii()) {
            (Place::Sign, _) => (words.into_bytes(), After::Anything),
            (_, true) => (words.bytes().take(ASKED).collect(), After::Sign),
            (_, false) => (words.bytes().take(ASKED_BEYOND_ASCII).collect(), After::Blank),
        }
    };
    let is_asked = |line: &&table::Line| {
        !matches!(line.place, Place::Label | Place::Enclosed) && !line.words.bytes().any(splits)
    };
    // one of those that begin alike, the shortest
    let heads: BTreeSet<_> = table::lines().iter().filter(is_asked).map(head).collect();
    let is_longer = |(head, after): &(Vec<u8>, After)| {
        heads.iter().any(|(other, before)| {
            after == before && other != head && head.starts_with(other.as_slice())
        })
    };
    heads.iter().filter(|head| !is_longer(head)).cloned().collect()
}

/// “ and „ and « begin with the last two.
fn splits(byte: u8) -> bool {
    matches!(
        byte,
        b';' | b'/' | b'(' | b')' | b'[' | b'"' | b'=' | b'|' | b'\\' | b':' | 0xE2 | 0xC2
    )
}

impl State {
    /// The state after a byte in small letters; nothing where it splits.
    fn after(&self, byte: u8, heads: &[(Vec<u8>, After)]) -> Option<Self> {
        let beginning = heads
            .iter()
            .enumerate()
            .filter(|(_, (head, after))| head.first() == Some(&byte) && self.last >= *after);
        let open = self.open.iter().copied().chain(beginning.map(|(head, _)| (head, 0)));
        let next = |&(head, at): &(usize, usize)| heads.get(head)?.0.get(at).copied();
        let open: BTreeSet<_> = open
            .filter(|place| next(place) == Some(byte))
            .map(|(head, at)| (head, at + 1))
            .collect();
        let found = splits(byte) || open.iter().any(|place| next(place).is_none());
        let last = match byte {
            // and whatever stands in its column
            b' ' => After::Blank,
            byte if byte.is_ascii_alphanumeric() => After::Anything,
            _ => After::Sign,
        };
        (!found).then_some(Self { open, last })
    }
}

static MACHINE: LazyLock<Machine> = LazyLock::new(|| {
    let heads = heads();
    let mut columns = [0; 256];
    // One byte stands for all of its column; letters of no head have that of z, signs that of the hyphen.
    let mut bytes = vec![b'z', b'-', b';', b' '];
    for byte in 0..=u8::MAX {
        let small = byte.to_ascii_lowercase();
        let of_heads = heads.iter().any(|(head, _)| head.contains(&small));
        let column = match bytes.iter().position(|known| *known == small) {
            Some(column) => column,
            None if splits(byte) => 2,
            None if byte.is_ascii_whitespace() => 3,
            None if of_heads => {
                bytes.push(small);
                bytes.len() - 1
            }
            None if byte.is_ascii_alphanumeric() => 0,
            None => 1,
        };
        if let Some(slot) = columns.get_mut(usize::from(byte)) {
            *slot = u8::try_from(column).unwrap_or(2);
        }
    }
    let mut states = vec![State { open: BTreeSet::new(), last: After::Blank }];
    let mut numbers: HashMap<State, usize> = states.iter().cloned().zip(0..).collect();
    let mut steps = Box::new([FOUND; STEPS]);
    let mut number = 0;
    while let Some(state) = states.get(number).cloned() {
        for (column, byte) in bytes.iter().enumerate() {
            let Some(next) = state.after(*byte, &heads) else { continue };
            let place = *numbers.entry(next).or_insert_with_key(|next| {
                states.push(next.clone());
                states.len() - 1
            });
            let row = u16::try_from(place * COLUMNS).unwrap_or(FOUND);
            let here = steps.get_mut(number * COLUMNS + column);
            if let Some(step) = here.filter(|_| (place + 1) * COLUMNS <= STEPS) {
                *step = row;
            }
        }
        number += 1;
    }
    Machine { columns, steps }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_machine_has_room() {
        let machine: &Machine = &MACHINE;
        assert!(machine.columns.iter().all(|column| usize::from(*column) < COLUMNS));
        // More states than rows would find in every field.
        for field in ["Hasan Ali", "Иван Ивановский", "محمد المصري", "Connor Precious Knox Nicola"]
        {
            assert!(!may_split(field), "{field}");
        }
    }

    #[test]
    fn two_scripts_are_found() {
        let names = [
            "Hasan",
            "حسن",
            "Иван",
            "Ιωάννης",
            "Հասան",
            "חסן",
            "हसन",
            "ჰასან",
            "習近平",
            "김정은",
            "ﺣﺴﻦ",
        ];
        for one in names {
            assert!(!has_scripts(one), "{one}");
            for other in names.iter().filter(|other| **other != one) {
                assert!(has_scripts(&format!("{one} {other}")), "{one} {other}");
            }
        }
    }

    #[test]
    fn signs_and_introductions_are_found_wherever_they_stand() {
        for before in ["", "Hasan ", "Hasan, ", "حسن ", "Иван ", "known ", "a. ", "Jo\u{e9} "]
        {
            for line in table::lines().iter().filter(|line| line.place != Place::Enclosed) {
                let colon = if line.place == Place::Label { ":" } else { "" };
                let field = format!("{before}{}{colon} X", line.words);
                assert!(may_split(&field), "{field}");
                assert!(may_split(&field.to_ascii_uppercase()), "{field}");
                assert!(
                    may_split(&field.replace(' ', "\n")) || line.words.contains(' '),
                    "{field}"
                );
            }
            for sign in [";", "؛", " / ", "(", "\"", "“", "„", "«", "["] {
                let field = format!("{before}X{sign}Y");
                assert!(may_split(&field), "{field}");
            }
        }
        for field in
            ["Makaka", "Xaliasx", "Edita", "Orlando Ouattara", "Dobrev Émile", "Émile Ħasan"]
        {
            assert!(!may_split(field), "{field}");
        }
    }
}
