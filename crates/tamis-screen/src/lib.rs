//! The library that others embed: a party goes in, a complete and explained screening comes out.
//!
//! A [`ScreenSet`] holds the entries of the snapshots, analysed once; a [`Screener`] binds it to a
//! policy; [`Screener::screen`] answers for one party, whole or not at all. It takes values and
//! returns values: no file, no clock, no environment.

mod alerts;
pub mod candidates;
pub mod clusters;
pub mod difference;
pub mod kept;
pub mod screener;
pub mod set;
pub mod stock;
pub mod validity;

pub use candidates::{AllEntries, Candidates, Retrieval};
pub use clusters::{Cluster, Clusters};
pub use kept::{EntryRef, KeptRefusal, SetWriter};
pub use screener::{ScreenRefusal, Screener};
pub use set::{ListEntries, PreparedEntry, ScreenSet, SetRefusal};

/// The engine that stamps every screening: its version, and a hash of the rules and tables that its scores come
/// from (`build.rs`). The same stamp gives the same answers.
pub const ENGINE: &str = concat!("tamis ", env!("CARGO_PKG_VERSION"), "+", env!("TAMIS_KNOWLEDGE"));
