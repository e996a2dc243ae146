//! The serialised forms of the nouns: party files in, screenings out, as CSV, JSON and FollowTheMoney.
//!
//! Takes readers and writers and opens nothing. Knows no list format and nothing of matching.

pub mod codes;
pub mod delimited;
mod lines;
pub mod parties;
