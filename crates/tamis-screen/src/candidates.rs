//! Which entries a party is compared with: the interface that an index fills.
//!
//! Whatever stands here may offer too much and never too little: every entry that would score at or
//! above the threshold must be offered, and every one that stands below it only because of a birth
//! date. [`AllEntries`] keeps that promise by offering all, an [`Index`] by the argument that stands in
//! `tamis-index`.

use std::sync::Arc;

use tamis_index::Index;
use tamis_match::{AnalysedRecord, Policy};

use crate::set::ScreenSet;

/// Offers entries for a party.
pub trait Candidates {
    /// Calls `offer` with the place of each entry of the set that may reach the threshold, each once, in ascending order.
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
        (0..set.len()).for_each(offer);
    }
}

/// How a screener finds the entries that a party is compared with.
#[derive(Debug, Clone)]
pub enum Retrieval {
    /// It takes all.
    Exhaustive(AllEntries),
    /// It asks an index of the same entries, in their order.
    Indexed(Arc<Index>),
}

impl Candidates for Retrieval {
    fn candidates(
        &self,
        set: &ScreenSet,
        party: &AnalysedRecord,
        policy: &Policy,
        offer: &mut dyn FnMut(usize),
    ) {
        match self {
            Self::Exhaustive(all) => all.candidates(set, party, policy, offer),
            Self::Indexed(index) => {
                for place in index.candidates(party, policy) {
                    offer(place as usize);
                }
            }
        }
    }
}
