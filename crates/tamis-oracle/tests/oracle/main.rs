//! The matcher against the slow, obvious scorer, and what the score promises, over generated pairs.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that can't be set up, or looks beside what there is, fails"
)]

mod agreement;
mod changes;
mod close;
mod contract;
mod differential;
mod exchanged;
mod fuzz_corpus;
mod koreans;
mod pool;
#[expect(unreachable_pub, reason = "the fuzz targets are another crate")]
mod properties;
mod retrieval;
mod rounds;
mod vietnamese;
