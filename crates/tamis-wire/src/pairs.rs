//! Pairs of names for people who test a matcher: rows with `name1` and `name2` go in, the same rows
//! with `score` and `hit` come out.
//!
//! All columns are kept as they are, also what a spreadsheet would take for a formula: the file is
//! the asker's own, and programs compare it with what they gave.

mod reader;
mod writer;

pub use reader::{PAIR_COLUMNS, PairColumn, PairReadError, PairReader, PairRow, read_pairs};
pub use writer::PairScores;

#[cfg(test)]
mod tests;
