//! Tables in files: encodings, separated values, workbooks. Lists and files of parties are read
//! through it.
//!
//! Knows bytes, rows and cells; knows no list and no column. Every limit is a named constant with
//! the largest real value seen and what happens when it binds.

pub mod csv;
pub mod encoding;
pub mod xlsx;

pub use encoding::{DecodingReader, Detected, TextEncoding};
