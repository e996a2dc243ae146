//! Tables made by `cargo xtask codegen` from `data/` and Unicode data. Edit those, not these.

pub(crate) mod lookups;
pub(crate) mod romanisation;
pub(crate) mod scripts;
pub(crate) mod sounds;
pub(crate) mod words;

/// Syllables of Chinese characters; see `crate::romanisation::han`.
pub(crate) static HAN: &str = include_str!("generated/han.txt");
