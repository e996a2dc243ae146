//! Why there is no report.

/// Why there is no report.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReportError {
    /// More parties than one page can show to people.
    #[error(
        "{found} parties are more than the limit of {limit} for one report; ask for CSV or JSON lines, or give fewer rows"
    )]
    TooManyParties {
        /// Parties that were given.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// The template failed: a fault of this crate.
    #[error("the report could not be written; please report this")]
    Template(#[from] askama::Error),
}
