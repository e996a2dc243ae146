//! Folding: one form for all the ways to write the same letters in one script.

/// Folds a text in its own script.
pub fn fold(text: &str) -> String {
    text.to_lowercase()
}
