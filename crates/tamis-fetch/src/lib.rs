//! Official addresses to whole, bounded bytes with their provenance.
//!
//! One table says where each publisher puts its list ([`sources`]); [`Client`] fetches an address:
//! conditionally, through a proxy where one is set, again after a pause where that helps, never more bytes
//! than the bound, never half of them. What the bytes mean is not known here, and nothing is kept.

pub mod address;
mod client;
pub mod error;
mod exchange;
pub mod patience;
pub mod sources;

pub use address::{Address, AddressError};
pub use client::{
    Client, Content, Fetched, ProxyChoice, Settings, SettingsError, Step, Validators,
};
pub use error::FetchError;
pub use patience::Patience;
pub use sources::{Cadence, Source, SourceUse, SourcesError};
