//! Two parties become evidence, and the evidence becomes a score.
//!
//! [`compare`] takes two analysed records and a [`Policy`] and gives a [`Comparison`]: typed items of
//! evidence, their sum, the score that is a fixed function of that sum, and a class by rule. It knows
//! no list, no index and no other record: the result depends on the two records and the policy alone.

pub mod alignment;
pub mod attributes;
pub mod ceilings;
pub mod classes;
pub mod comparison;
pub mod curve;
pub mod dates;
pub mod explanation;
pub mod faith;
pub mod frequency;
pub mod identifiers;
pub mod joined;
pub mod key;
pub mod keys;
pub mod known_names;
pub mod lexicon;
pub mod meeting;
mod meetings;
pub mod names;
mod noted;
pub mod parents;
pub mod policy;
pub mod reading;
pub mod record;
pub mod servants;
pub mod sketch;
pub mod spelling;
mod vowels;

pub use comparison::{Comparison, ToldComparison, compare};
pub use policy::{Policy, WeakAliases};
pub use record::{AnalysedRecord, RecordRefusal};
