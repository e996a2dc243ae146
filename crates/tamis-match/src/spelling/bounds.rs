//! The most that a word can gain beside another, by which kinds of sounds the other has: most pairs
//! of words are known to be unlike before they are aligned.

use super::table::{Gains, Row};
use super::units::{NOTHING, UNITS};

/// Kinds of sounds; vowels and what stands for them have none, and are taken to be everywhere.
const KINDS: usize = 8;

/// The consonants of each kind, by the unit of Latin that a unit gains most beside.
const CONSONANTS: [&str; KINDS] = ["bpfvw", "td", "szcj", "kgqx", "l", "m", "n", "r"];

/// What units of Latin gain at most.
#[derive(Debug)]
pub struct Bounds {
    /// For each unit of Latin, by the set of kinds of the other word.
    most: Vec<[i8; 1 << KINDS]>,
    /// The kind of each unit of the other writing as a set of one, or of none.
    kind: [u8; UNITS],
}

impl Bounds {
    /// The bounds of a table; `first_letter` is the first letter of a unit of Latin.
    #[must_use]
    pub fn of(gains: &Gains, first_letter: impl Fn(u8) -> Option<char>) -> Self {
        let kind_of_letter = |letter: char| {
            let known =
                |kind: &usize| CONSONANTS.get(*kind).is_some_and(|all| all.contains(letter));
            (0..KINDS).find(known).map_or(0, |kind| 1 << kind)
        };
        let kinds: Vec<(u8, u8)> = (0..NOTHING)
            .filter_map(|row| first_letter(row).map(|letter| (row, kind_of_letter(letter))))
            .collect();
        let mut kind = [0; UNITS];
        let mut nearest = [i8::MIN; UNITS];
        for (row, kind_of_row) in kinds {
            let cells = kind.iter_mut().zip(&mut nearest).zip(gains.row(row));
            for ((kind, nearest), gain) in cells.take(usize::from(NOTHING)) {
                if *gain > *nearest {
                    (*kind, *nearest) = (kind_of_row, *gain);
                }
            }
        }
        let most = (0..NOTHING).map(|unit| most_of_row(gains.row(unit), &kind)).collect();
        Self { most, kind }
    }

    /// The kinds of a word of the other writing.
    #[inline]
    pub(super) fn kinds(&self, written: &[u8]) -> u8 {
        written.iter().fold(0, |set, unit| {
            set | self.kind.get(usize::from(*unit)).copied().unwrap_or(u8::MAX)
        })
    }

    /// What a unit of Latin gains at most beside a word of these kinds.
    #[inline]
    pub(super) fn most(&self, unit: u8, kinds: u8) -> i32 {
        self.most.get(usize::from(unit)).map_or(i32::from(i8::MAX), |most| {
            i32::from(most.get(usize::from(kinds)).copied().unwrap_or(i8::MAX))
        })
    }
}

fn most_of_row(row: &Row, kind: &[u8; UNITS]) -> [i8; 1 << KINDS] {
    let (mut everywhere, mut of_kind) = (i8::MIN, [i8::MIN; KINDS]);
    for (gain, kind) in row.iter().zip(kind) {
        let place = usize::try_from(kind.trailing_zeros()).unwrap_or(KINDS);
        let most = of_kind.get_mut(place).unwrap_or(&mut everywhere);
        *most = (*most).max(*gain);
    }
    let mut most = [everywhere; 1 << KINDS];
    for set in 1..most.len() {
        // a set is its lowest kind and the set of the rest
        let lowest = usize::try_from(set.trailing_zeros()).unwrap_or(KINDS);
        let rest = most.get(set & (set - 1)).copied().unwrap_or(i8::MAX);
        let one = of_kind.get(lowest).copied().unwrap_or(i8::MAX);
        if let Some(most) = most.get_mut(set) {
            *most = rest.max(one);
        }
    }
    most
}

#[cfg(test)]
mod tests {
    use crate::spelling::table::{Pairing, shipped};
    use crate::spelling::units::{NOTHING, UNITS, Writing, units_of_letters};
    use crate::spelling::{by_table, likeness};

    #[test]
    fn nothing_gains_beside_nothing() {
        for pairing in Pairing::ALL {
            let gains = &shipped(pairing).gains;
            assert!(gains.row(NOTHING)[..UNITS].iter().all(|gain| *gain <= 0));
            assert!((0..NOTHING).all(|unit| gains.row(unit)[usize::from(NOTHING)] <= 0));
        }
    }

    #[test]
    fn what_is_cut_short_gains_less_than_asked() {
        let words = "muhammad mahmud ahmad mohamed jamal dschamal kamal salim yusuf yousef \
            abdulrahman abderrahmane zawahiri dhawahiri gaddafi qadhafi ali lee";
        for one in words.split_whitespace() {
            for other in words.split_whitespace() {
                let (a, b) = (units_of_letters(one), units_of_letters(other));
                let (a, b) = (a.as_slice(), b.as_slice());
                let whole = [Pairing::Latin, Pairing::LatinOfArabic]
                    .map(|pairing| by_table(&shipped(pairing).gains, a, b));
                let whole = whole.into_iter().max().flatten().unwrap();
                let sides = ((Writing::Latin, a), (Writing::Latin, b));
                assert_eq!(likeness(sides.0, sides.1, None), Some(whole), "{one} {other}");
                for least in [0, 3_000, 7_000, 12_000].map(tamis_model::Weight::from_millinats) {
                    let cut = likeness(sides.0, sides.1, Some(least));
                    let enough = whole.gain >= least;
                    assert!(cut == Some(whole) || cut != Some(whole) && !enough, "{one} {other}");
                }
            }
        }
    }
}
