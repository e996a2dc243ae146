//! Separated values: which separator, and rows within limits.
//!
//! Takes text that is UTF-8 already ([`super::DecodingReader`] makes it so); knows no column.

mod guard;
mod rows;

pub use rows::{CsvError, Row, Rows};

/// Bytes that one record may have. Largest real one seen: 8,254 (UK list of 2023 as CSV). A longer
/// one is refused: most often a quotation mark that is never closed.
pub const MAX_RECORD_BYTES: u64 = 1024 * 1024;

/// Fields that one record may have. Most in a real file: 255 (Australia's workbook of 2024). More
/// are refused.
pub const MAX_FIELDS: usize = 1_000;

/// The separators that are told apart, the first wins a tie.
pub const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Records of the head that are looked at.
const RECORDS_LOOKED_AT: usize = 20;

/// Tells the separator from the first rows: the one that stands outside quotation marks in every
/// row, as often as in the first. A table of one column gives `,`.
///
/// ```
/// use tamis_lists::tabular::csv::sniff_delimiter;
/// assert_eq!(sniff_delimiter(b"name;born\n\"A, B; C\";1980\n"), b';');
/// ```
#[must_use]
pub fn sniff_delimiter(head: &[u8]) -> u8 {
    let mut counts: Vec<[usize; DELIMITERS.len()]> = Vec::new();
    let mut row = [0; DELIMITERS.len()];
    let (mut quoted, mut blank) = (false, true);
    for &byte in head {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => {
                if !blank {
                    counts.push(row);
                }
                (row, blank) = ([0; DELIMITERS.len()], true);
                if counts.len() == RECORDS_LOOKED_AT {
                    break;
                }
                continue;
            }
            _ if !quoted => {
                let slot = DELIMITERS.iter().position(|delimiter| *delimiter == byte);
                if let Some(count) = slot.and_then(|slot| row.get_mut(slot)) {
                    *count += 1;
                }
            }
            _ => {}
        }
        blank = false;
    }
    if counts.is_empty() {
        counts.push(row);
    }
    best(&counts)
}

/// Most rows that have as many as the first; then most in the first.
fn best(counts: &[[usize; DELIMITERS.len()]]) -> u8 {
    let mut best = (0, 0, b',');
    for (slot, delimiter) in DELIMITERS.into_iter().enumerate() {
        let of = |row: &[usize; DELIMITERS.len()]| row.get(slot).copied().unwrap_or_default();
        let first = counts.first().map(of).unwrap_or_default();
        if first == 0 {
            continue;
        }
        let agreeing = counts.iter().filter(|row| of(row) == first).count();
        if (agreeing, first) > (best.0, best.1) {
            best = (agreeing, first, delimiter);
        }
    }
    best.2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_are_told_outside_quotation_marks() {
        for (head, expected) in [
            ("name,born\nA B,1980\n", b','),
            ("name;born\n\"A, B\";1980\n", b';'),
            ("name;remark\nA;x, y, z\nB;p, q\n", b';'),
            ("name\tborn\r\nA,B\t1980\r\n", b'\t'),
            ("name|born|place\nA, B|1980|Utopia\n", b'|'),
            ("\"a;b\nc;d\",born\nA,1980\n", b','),
            ("\n\nname;born\nA;1980", b';'),
            ("name;born", b';'),
            ("name\nA\nB\n", b','),
            ("", b','),
        ] {
            assert_eq!(sniff_delimiter(head.as_bytes()), expected, "{head}");
        }
    }
}
