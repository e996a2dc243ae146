//! Invented people and other spellings of names, from a seed: what the matcher is measured on.
//!
//! Small tables of name parts by region ([`region`]), the rules by which names are composed there
//! ([`person`]), spellings by romanisation convention ([`spelling`]), and changes such as typists,
//! clerks and machine readable zones make ([`perturbation`], [`variant`], [`mrz`]); and the cases of
//! [`corpus`], which people wrote.
//!
//! It must not know the matcher: what is measured by its own tables measures nothing. So this crate
//! depends on no other of Tamis, has its own letters and sounds, and the same seed gives the same bytes.

pub mod birth;
mod conventions;
pub mod corpus;
mod letters;
pub mod mrz;
pub mod nom_de_guerre;
pub mod person;
pub mod perturbation;
pub mod random;
pub mod region;
pub mod spelling;
pub mod transcription;
pub mod variant;

pub use person::{InventedPerson, cohort};
pub use random::Random;
pub use region::{Region, region, regions};
pub use spelling::{Convention, NameForm};
