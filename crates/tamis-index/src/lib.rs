//! Which listed names a party may be: complete retrieval, by construction.
//!
//! [`Index::candidates`] offers every entry that the matcher puts at or above the threshold, and every
//! one that stands below it only because of a birth date. It may offer others. Nothing is cut off by
//! number: a common name hides no rare one.
//!
//! The listed names are rows of words. For each part of a name the words are found that meet it
//! (`vocabulary`), with what each meeting weighs; then the names that hold such words (`search`),
//! and of these the ones whose bound reaches what the threshold asks for (`bounds`, where the argument
//! stands). Whether an entry is a hit is for the matcher.
//!
//! All that is kept is flat arrays of numbers and two heaps of text and bytes.

mod aligned;
pub mod artefact;
mod bounding;
mod bounds;
mod entries;
mod index;
mod lanes;
mod memory;
mod names;
mod plan;
mod scratch;
mod search;
mod sieve;
mod spellings;
mod sums;
mod table;
mod vocabulary;
mod words;

pub use index::{Index, IndexBuilder, Sizes};
pub use scratch::Work;
pub use search::Offered;
pub use vocabulary::Met;
