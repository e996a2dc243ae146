//! Which entries a party is compared with: the interface that an index fills.
//!
//! Whatever stands here may offer too much and never too little: every entry that would score at or
//! above the threshold must be offered. [`AllEntries`] keeps that promise by offering all.

use tamis_match::{AnalysedRecord, Policy};

use crate::set::ScreenSet;

/// Offers entries for a party.
pub trait Candidates {
    /// Calls `offer` with the place of each entry in [`ScreenSet::entries`] that may reach the
    /// threshold, each once, in ascending order.
    fn candidates(
        &self,
        set: &ScreenSet,
        party: &AnalysedRecord,
        policy: &Policy,
        offer: &mut dyn FnMut(usize),
    );
}

/// Every entry: the exhaustive screener.
#[derive(Debug, Clone, Copy, Default)]
pub struct AllEntries;

impl Candidates for AllEntries {
    fn candidates(
        &self,
        set: &ScreenSet,
        _party: &AnalysedRecord,
        _policy: &Policy,
        offer: &mut dyn FnMut(usize),
    ) {
        (0..set.entries().len()).for_each(offer);
    }
}
