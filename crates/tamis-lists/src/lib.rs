//! Bytes of an official list become entries and a full account of what was not understood.
//!
//! A module a format; [`formats::FORMATS`] is the table of them. Nothing here opens a file, downloads,
//! or decides whether a list is good enough to be used: the service does.

pub mod au;
pub mod ca;
pub mod ch;
mod collect;
pub mod columns;
pub mod country;
pub mod curated;
pub mod error;
pub mod eu;
pub mod formats;
pub mod ftm;
pub mod id_dttot;
pub mod identity;
mod labelled;
pub mod mapped;
pub mod name_text;
pub mod ofac_advanced;
pub mod ofac_csv;
pub mod ofac_xml;
mod pieces;
pub mod reading;
mod records;
pub mod remark;
pub mod source;
pub mod tabular;
pub mod uk;
pub mod uk_sanctions;
pub mod un;
pub mod when;
pub mod xml;

pub use error::ReadError;
pub use reading::{ReadOptions, Reading, SourceFile, read, read_as, recognise};
