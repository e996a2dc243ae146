//! Fixtures, generators and checks that only tests use.

pub mod data;
pub mod render;
pub mod sample;
