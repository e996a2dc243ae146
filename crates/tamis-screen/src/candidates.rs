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

/// An entry that a party is to be compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer<'a> {
    /// Its place in the set.
    pub place: usize,
    /// The names for which it is offered, by their places among its names: compared with these alone, it is a
    /// hit or below by a date where it is one with all. None means all.
    pub names: Option<&'a [u32]>,
}

/// Offers entries for a party.
pub trait Candidates {
    /// Calls `offer` with each entry of the set that may reach the threshold, each once, in ascending order.
    fn candidates(
        &self,
        set: &ScreenSet,
        party: &AnalysedRecord,
        policy: &Policy,
        offer: &mut dyn FnMut(Offer<'_>),
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
        offer: &mut dyn FnMut(Offer<'_>),
    ) {
        (0..set.len()).for_each(|place| offer(Offer { place, names: None }));
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
        offer: &mut dyn FnMut(Offer<'_>),
    ) {
        match self {
            Self::Exhaustive(all) => all.candidates(set, party, policy, offer),
            Self::Indexed(index) => {
                let mut names = Vec::new();
                for of_entry in index.offered(party, policy).chunk_by(|a, b| a.entry == b.entry) {
                    let Some(first) = of_entry.first() else { continue };
                    names.clear();
                    names.extend(of_entry.iter().filter_map(|offered| offered.name));
                    let all = names.len() < of_entry.len();
                    let names = (!all).then_some(names.as_slice());
                    offer(Offer { place: first.entry as usize, names });
                }
            }
        }
    }
}
