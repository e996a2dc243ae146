//! The knowledge that ships, asked as a desk would ask it, and tables that are wrong.

#![expect(clippy::unwrap_used, reason = "a test that can't be set up fails")]

mod conflicts;
mod register;
mod tables;
