//! The serialised forms of the nouns: party files in, screenings out, as CSV, JSON and FollowTheMoney.
//!
//! Takes readers and writers and opens nothing. Knows no list format and nothing of matching.
//! [`parties::read`] reads what is to be screened, [`screenings`] writes the answers, [`form`] has the
//! JSON of every noun, [`lists`], [`comparison`] and [`pairs`] what the other commands show.

pub mod codes;
pub mod comparison;
pub mod delimited;
pub mod evaluation;
mod explanation;
pub mod form;
pub mod inert;
mod lines;
pub mod lists;
pub mod monitor;
pub mod organisations;
pub mod pairs;
pub mod parties;
pub mod recorded;
pub mod screenings;
mod terminal;

pub use terminal::TerminalStyle;
