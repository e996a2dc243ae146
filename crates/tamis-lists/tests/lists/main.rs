//! The readers over committed fixtures, over hostile bytes, over the schemas, and over the real lists
//! where they lie beside the repository.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says what it skips"
)]

mod corpus;
mod curated;
mod ftm_parties;
mod fuzz_corpus;
mod fuzz_tables;
mod hostile;
mod mapped;
mod mapped_records;
#[allow(unreachable_pub, reason = "the fuzz targets include the same file")]
mod properties;
mod real_nations;
mod real_xml;
mod schema;
mod tables;
