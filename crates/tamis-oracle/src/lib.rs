//! The slow, obvious scorer: two analysed records to evidence and score by the same rules as
//! `tamis-match`, written from their definitions. Tests hold the two against each other.
//!
//! No hashes, bit sets, packed consonants, prefilters or early exits: words are strings, ids are sets,
//! runs are really written as one word, tables of edits are filled in full. What it shares with the
//! matcher are the values: the analysis of names, the preparation of records (roles, rarities), the
//! tables that ship, the policy, and the vocabulary of reasons. None of the matcher's code of
//! meetings, joined words, alignment, names, dates, identifiers, attributes and comparison is called.
//! A rule that changes there changes here too, in its own words.

#![expect(
    clippy::indexing_slicing,
    reason = "plain indexes read like the definitions, and an oracle that is wrong should stop"
)]

mod alignment;
mod attributes;
mod comparison;
mod dates;
mod edits;
mod identifiers;
mod initials;
mod joined;
mod koreans;
mod likeness;
mod meeting;
mod names;
mod parents;
mod persons;
mod things;
mod vietnamese;
mod word;

pub use alignment::Pair;
pub use comparison::{Judgement, judge};
pub use meeting::Met;
