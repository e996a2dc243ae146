//! What each reader must keep to whatever its bytes. The same functions run as tests, with a stable
//! compiler, over the committed corpora.

#[path = "../../crates/tamis-lists/tests/lists/properties.rs"]
pub mod properties;
pub mod tables;
