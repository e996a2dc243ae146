//! Several names in one field: where each begins and ends, and what introduced it.
//!
//! Works on the writing of lists and forms alone; a piece is a range of the field, never a copy.

use std::ops::Range;

/// What introduced a piece of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FieldMarker {
    /// The first piece, or the whole field.
    First,
    /// After ";", a line break or " / ".
    Listed,
    /// After "a)", "(b)", "1)", "(2)".
    Enumerated,
    /// After "alias", "a.k.a.", "dit".
    Alias,
    /// After "previously listed as", "formerly known as", "f.k.a.".
    Former,
    /// In parentheses or brackets.
    Parenthesis,
    /// In straight or curly double quotes.
    Quoted,
}

/// One name of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldPiece {
    /// Bytes in the field, without the marker and without blanks around.
    pub span: Range<usize>,
    /// What introduced it.
    pub marker: FieldMarker,
}

/// Splits a field that may hold several names.
///
/// A field with nothing to split gives one piece; a field without text gives none.
pub fn split_field(text: &str) -> Vec<FieldPiece> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Vec::new();
    }
    let start = text.len() - text.trim_start().len();
    vec![FieldPiece { span: start..start + trimmed.len(), marker: FieldMarker::First }]
}
