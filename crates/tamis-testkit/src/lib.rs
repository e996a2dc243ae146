//! Fixtures, generators and checks that only tests use.

pub mod data;
pub mod population;
pub mod render;
pub mod sample;
pub mod server;

/// Invented people and other spellings of names, from a seed.
pub use tamis_generate as generate;
