//! What each reader must keep to whatever its bytes, and the score whatever the names. The same functions run as tests, with a stable
//! compiler, over the committed corpora.

#[path = "../../crates/tamis-lists/tests/lists/properties.rs"]
pub mod properties;
pub mod tables;
#[path = "../../crates/tamis-oracle/tests/oracle/properties.rs"]
pub mod pairs;
