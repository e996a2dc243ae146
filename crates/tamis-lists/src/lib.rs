//! Bytes of an official list become entries and a full account of what was not understood.
//!
//! A module a format; [`formats::FORMATS`] is the table of them. Nothing here opens a file, downloads,
//! or decides whether a list is good enough to be used: the service does.

pub mod error;
pub mod formats;
pub mod reading;
pub mod tabular;

pub use error::ReadError;
pub use reading::{ReadOptions, Reading, SourceFile, read, recognise};
