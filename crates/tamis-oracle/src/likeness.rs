//! What the learned tables of spelling say of two words, and the coarse consonants without which they
//! are not asked.

use tamis_match::spelling::table::{Gains, Pairing, shipped};
use tamis_match::spelling::units::{NOTHING, UNITS, Writing, finer, units};

use crate::edits::edits;
use crate::word::Word;

/// What two words gain over chance and lose against usual spellings, in 1/1024 nat; the better of two
/// tables where there are two. Nothing beyond forty units.
pub(crate) fn likeness(one: &Word, other: &Word) -> Option<(i32, i32)> {
    let writings = [Writing::of(one.script), Writing::of(other.script)];
    let (latin, written) = if writings[0] == Writing::Latin { (one, other) } else { (other, one) };
    let of = |word: &Word| units(&word.folded, &word.latin, Writing::of(word.script)).to_vec();
    let (mut rows, columns) = (of(latin), of(written));
    if rows.len() > 40 || columns.len() > 40 {
        return None;
    }
    if Writing::of(written.script) != Writing::Latin {
        rows = finer(&rows).to_vec();
    }
    let pairings: &[Pairing] = match Writing::of(written.script) {
        Writing::Latin => &[Pairing::Latin, Pairing::LatinOfArabic],
        Writing::Arabic => &[Pairing::ArabicNative, Pairing::ArabicForeign],
        Writing::Hebrew => &[Pairing::Hebrew],
        Writing::Cyrillic => &[Pairing::Cyrillic],
        Writing::Kana => &[Pairing::Kana],
        Writing::Hangul => &[Pairing::Hangul],
        Writing::Han => &[Pairing::Han],
    };
    pairings.iter().map(|pairing| by_table(&shipped(*pairing).gains, &rows, &columns)).max()
}

/// By one table: all of the matrix, the best way into each cell.
fn by_table(gains: &Gains, rows: &[u8], columns: &[u8]) -> (i32, i32) {
    let gain = |one: u8, other: u8| i32::from(gains.row(one)[usize::from(other)]);
    let mut table = vec![vec![0; columns.len() + 1]; rows.len() + 1];
    for i in 0..=rows.len() {
        for j in 0..=columns.len() {
            let mut ways = Vec::new();
            if i > 0 && j > 0 {
                ways.push(table[i - 1][j - 1] + gain(rows[i - 1], columns[j - 1]));
            }
            if i > 0 {
                ways.push(table[i - 1][j] + gain(rows[i - 1], NOTHING));
            }
            if j > 0 {
                ways.push(table[i][j - 1] + gain(NOTHING, columns[j - 1]));
            }
            table[i][j] = ways.into_iter().max().unwrap_or(0);
        }
    }
    let found = table[rows.len()][columns.len()];
    // what units gain in the mean stands behind all units, in rows and in columns
    let mean = u8::try_from(UNITS).unwrap_or(u8::MAX);
    let of_rows: i32 = rows.iter().map(|&unit| gain(unit, mean)).sum();
    let of_columns: i32 = columns.iter().map(|&unit| gain(mean, unit)).sum();
    let loss = ((of_rows + of_columns) / 2 - found).max(0);
    // sixteen steps are a nat
    (found * 64, loss * 64)
}

/// Whether few edits part the consonants of two words in coarse classes.
pub(crate) fn coarse_consonants_meet(one: &str, other: &str) -> bool {
    let (a, b) = (coarse(one), coarse(other));
    let allowed = match a.len().min(b.len()) {
        0 => return false,
        1..=5 => 2,
        _ => 3,
    };
    edits(&a, &b) <= allowed
}

/// The first sixteen coarse classes of a skeleton, each once where it follows itself.
fn coarse(skeleton: &str) -> Vec<char> {
    let class = |letter: char| match letter {
        'B' | 'F' | 'W' | 'P' => Some('B'),
        'S' | 'T' | 'D' | 'C' | 'J' | 'Y' => Some('S'),
        'Q' | 'U' | 'G' => Some('Q'),
        '0'..='9' => Some('0'),
        'A' | 'K' | 'H' | 'L' | 'M' | 'N' | 'R' => Some(letter),
        _ => None,
    };
    let mut classes: Vec<char> = skeleton.chars().filter_map(class).collect();
    classes.dedup();
    classes.truncate(16);
    classes
}
