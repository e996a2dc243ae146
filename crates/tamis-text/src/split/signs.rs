//! Whether a field can hold more than one name, in a few instructions a byte.
//!
//! A machine reads the field byte by byte: it knows the signs that split, and the first letters of each
//! introduction at the beginning of a word. What it stops at is looked at by the rules.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::INTRODUCTIONS;

/// Whether any sign or word that splits can stand in the field: false for nearly all fields. May say true
/// for nothing, never false for something.
pub(super) fn may_split(text: &str) -> bool {
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

/// Columns of a row, and room for 128 rows; where there were more the rules would be asked too often.
const COLUMNS: usize = 64;
const STEPS: usize = 8192;

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
#[derive(Clone, PartialEq, Eq)]
struct State {
    open: BTreeSet<(usize, usize)>,
    last: After,
}

/// After what a head may begin.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum After {
    Anything,
    /// What is no letter and no digit of ASCII.
    Sign,
    /// A blank, or nothing.
    Blank,
}

/// The bytes that the machine looks for, and after what.
fn heads() -> Vec<(Vec<u8>, After)> {
    let head = |(words, _): &(&str, _)| match words.is_ascii() {
        true => (words.bytes().take(ASKED).collect(), After::Sign),
        false => (words.bytes().take(ASKED_BEYOND_ASCII).collect(), After::Blank),
    };
    let semicolon = ("؛".into(), After::Anything);
    INTRODUCTIONS.iter().map(head).chain([semicolon]).collect()
}

/// “ and „ and « begin with the last two.
fn splits(byte: u8) -> bool {
    matches!(byte, b';' | b'/' | b'(' | b')' | b'[' | b'"' | 0xE2 | 0xC2)
}

impl State {
    /// The state after a byte in small letters; nothing where it splits.
    fn after(&self, byte: u8, heads: &[(Vec<u8>, After)]) -> Option<Self> {
        let beginning = heads.iter().enumerate().filter(|(_, (_, after))| self.last >= *after);
        let open = self.open.iter().copied().chain(beginning.map(|(head, _)| (head, 0)));
        let next = |&(head, at): &(usize, usize)| heads.get(head)?.0.get(at).copied();
        let open: BTreeSet<_> = open
            .filter(|place| next(place) == Some(byte))
            .map(|(head, at)| (head, at + 1))
            .collect();
        let found = splits(byte) || open.iter().any(|place| next(place).is_none());
        let last = match byte {
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
    let mut steps = Box::new([FOUND; STEPS]);
    let mut number = 0;
    while let Some(state) = states.get(number).cloned() {
        for (column, byte) in bytes.iter().enumerate() {
            let Some(next) = state.after(*byte, &heads) else { continue };
            let place = states.iter().position(|known| *known == next).unwrap_or(states.len());
            if place == states.len() {
                states.push(next);
            }
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
    fn signs_and_introductions_are_found_wherever_they_stand() {
        for before in ["", "Hasan ", "Hasan, ", "حسن ", "Иван ", "known ", "a. ", "Jo\u{e9} "]
        {
            for (words, _) in INTRODUCTIONS {
                let field = format!("{before}{words} X");
                assert!(may_split(&field), "{field}");
                assert!(may_split(&field.to_ascii_uppercase()), "{field}");
            }
            for sign in [";", "؛", " / ", "(", "\"", "“", "„", "«", "["] {
                let field = format!("{before}X{sign}Y");
                assert!(may_split(&field), "{field}");
            }
        }
        for field in ["Makaka", "Xaliasx", "Edita"] {
            assert!(!may_split(field), "{field}");
        }
    }
}
