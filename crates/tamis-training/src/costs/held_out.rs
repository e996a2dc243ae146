//! The figures of a table: what share of the rows that were learned from has a key, and in what share
//! of the rows held out the true counterpart is first among a thousand by its spelling alone.

use std::io::Write as _;

use tamis_match::key::Key;
use tamis_match::lexicon::checksum;
use tamis_match::spelling::by_table;
use tamis_match::spelling::table::Gains;

use super::pairs::Row;

/// How many counterparts a word is ranked among.
const AMONG: usize = 1_000;

/// How many words are asked for.
const ASKED: usize = 2_000;

/// Prints the figures of some rows.
pub(super) fn print(
    name: &str,
    rows: &[Row],
    chosen: impl Fn(&Row) -> bool,
    tables: &[Gains],
) -> anyhow::Result<()> {
    let learned: Vec<&Row> = rows
        .iter()
        .filter(|row| !row.held_out && chosen(row) && !row.looks_mislabelled())
        .collect();
    let keyed = learned
        .iter()
        .filter(|row| Key::of(&row.latin.skeleton).meets(Key::of(&row.written.skeleton)));
    let mut held_out: Vec<&Row> = rows.iter().filter(|row| row.held_out && chosen(row)).collect();
    held_out.sort_by_key(|row| (checksum(row.raw.0.as_bytes()), &row.raw));
    held_out.dedup_by_key(|row| &row.raw);
    let (first, of) = first_among(&held_out, tables);
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    writeln!(
        std::io::stdout(),
        "{name}: of {} rows {:.4} have a key; of {of} held out {:.4} are first among {AMONG}",
        learned.len(),
        share(keyed.count(), learned.len()),
        share(first, of),
    )?;
    Ok(())
}

fn first_among(rows: &[&Row], tables: &[Gains]) -> (usize, usize) {
    let pairs: Vec<_> = rows.iter().map(|row| (row, row.pair())).collect();
    let mut first = 0;
    let asked = pairs.len().min(ASKED);
    for (at, (own, pair)) in pairs.iter().enumerate().take(asked) {
        let gain = |written: &[u8]| {
            let by = |table| by_table(table, &pair.latin, written).map(|found| found.gain);
            tables.iter().filter_map(by).max()
        };
        let right = gain(&pair.written);
        let others = pairs.iter().cycle().skip(at + 1).take(AMONG.min(pairs.len()) - 1);
        let beaten = others
            .filter(|(other, _)| other.written.folded != own.written.folded)
            .all(|(_, other)| gain(&other.written) < right);
        first += usize::from(beaten);
    }
    (first, asked)
}
