//! Reports as HTML from plain values: one file, without script and without anything from outside,
//! to be read on a screen and printed.
//!
//! Knows no list and no matching: it renders the evidence that it is given. Everything that comes
//! from a party or a list is escaped and isolated.

mod comparison;
mod error;
mod hit;
mod page_text;
mod party;
mod screening;

pub use comparison::{ComparisonInput, comparison_report};
pub use error::ReportError;
pub use screening::{MAX_PARTIES, RejectedRow, ReportInput, screening_report};

#[cfg(test)]
mod tests;
