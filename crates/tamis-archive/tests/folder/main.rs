//! The data folder as its users meet it.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failure in what a test prepares is a failure of the test"
)]

mod archive;
mod artefacts;
