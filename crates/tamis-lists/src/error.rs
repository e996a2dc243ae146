//! Why files are refused as a whole. Bad records inside good files are no errors.

use crate::reading::SourceFile;

/// Why a list could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The content is of no known format.
    #[error("{files}: not a list in a known format ({looks_like}); {remedy}")]
    NotRecognised {
        /// Names of the files.
        files: String,
        /// What the content looks like: "an HTML page", "empty" …
        looks_like: &'static str,
        /// What to do.
        remedy: &'static str,
    },
    /// The account does not balance: a fault of the reader.
    #[error(
        "the reader lost a record: read {read}, accepted {accepted}, refused {refused}; please report this"
    )]
    Unbalanced {
        /// Records met.
        read: u64,
        /// Records accepted.
        accepted: u64,
        /// Records refused.
        refused: u64,
    },
}

impl ReadError {
    /// The error for files that no format recognises, with what they look like.
    #[must_use]
    pub fn not_recognised(files: &[SourceFile<'_>]) -> Self {
        let files = files.iter().map(|file| file.name).collect::<Vec<_>>().join(", ");
        Self::NotRecognised {
            files,
            looks_like: "unknown content",
            remedy: "give the file as published",
        }
    }
}
