//! Links that reviewers joined, as JSON.

use serde::Serialize;

/// The links in force.
#[derive(Debug, Serialize)]
pub struct StandingLinksForm<'a> {
    /// In the order in which they were joined.
    pub links: Vec<StandingLinkForm<'a>>,
}

/// A link in force.
#[derive(Debug, Serialize)]
pub struct StandingLinkForm<'a> {
    /// One entry.
    pub one: String,
    /// The other.
    pub other: String,
    /// Who joined them.
    pub reviewers: &'a [String; 2],
    /// Why.
    pub reason: &'a str,
    /// The day of the decision.
    pub on: String,
    /// Entries of it that no active list has.
    pub absent: Vec<String>,
}
