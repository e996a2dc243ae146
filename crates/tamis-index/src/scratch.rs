//! What a search writes: what the words of the listed names mean to the party's name, kept from one search to the
//! next so that nothing of it is made anew.

use tamis_model::Weight;

use crate::names::Places;
use crate::search::Offered;
use crate::sums::Sums;
use crate::vocabulary::{Manner, Search};

/// How much was looked at, since a scratch was made: for measuring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Work {
    /// Parts whose words were looked for.
    pub walks: u64,
    /// Words that were aligned.
    pub aligned: u64,
    /// Words that were judged by the matcher.
    pub judged: u64,
    /// Names that were looked at.
    pub names: u64,
    /// Names whose bound reaches.
    pub reaching: u64,
}

/// What a search writes, kept from one to the next.
#[derive(Debug)]
pub(crate) struct Scratch {
    pub(crate) search: Search,
    pub(crate) of_runs: Vec<Run>,
    /// The first mark of each word, where it has any.
    pub(crate) heads: Vec<(u32, u32)>,
    pub(crate) epoch: u32,
    pub(crate) marks: Vec<Mark>,
    pub(crate) joined: Vec<Joined>,
    /// Whether a word was compared with the parts whose words were not looked for.
    pub(crate) judged: Vec<u32>,
    pub(crate) names: Vec<u32>,
    pub(crate) sums: Sums,
    pub(crate) by_party: Vec<Weight>,
    pub(crate) by_entry: Vec<Weight>,
    pub(crate) offered: Vec<Offered>,
    pub(crate) work: Work,
}

/// A part, or a run, of the party's name that meets a word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mark {
    pub(crate) next: u32,
    pub(crate) manner: Manner,
    pub(crate) places: Places,
    pub(crate) weight: Weight,
}

/// A run of the party's name that a word may be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Run {
    pub(crate) word: u32,
    pub(crate) party: Places,
    pub(crate) weight: Weight,
}

/// A part of the party's name that a run of a listed name may be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Joined {
    pub(crate) name: u32,
    pub(crate) party: Places,
    pub(crate) entry: Places,
    pub(crate) weight: Weight,
}

pub(crate) const NO_MARK: u32 = u32::MAX;

impl Scratch {
    pub(crate) fn new() -> Self {
        Self {
            search: Search::new(),
            of_runs: Vec::new(),
            heads: Vec::new(),
            epoch: 0,
            marks: Vec::new(),
            joined: Vec::new(),
            judged: Vec::new(),
            names: Vec::new(),
            sums: Sums::default(),
            by_party: Vec::new(),
            by_entry: Vec::new(),
            offered: Vec::new(),
            work: Work::default(),
        }
    }

    pub(crate) fn begin(&mut self, words: usize, names: usize) {
        if self.heads.len() != words || self.epoch == u32::MAX {
            self.heads = vec![(0, NO_MARK); words];
            self.judged = vec![0; words];
            self.epoch = 0;
        }
        self.epoch += 1;
        self.marks.clear();
        self.joined.clear();
        self.names.clear();
        self.sums.begin(names);
    }

    pub(crate) fn mark(&mut self, word: u32, places: Places, weight: Weight, manner: Manner) {
        let Some(head) = self.heads.get_mut(word as usize) else { return };
        let next = if head.0 == self.epoch { head.1 } else { NO_MARK };
        *head = (self.epoch, u32::try_from(self.marks.len()).unwrap_or(NO_MARK));
        self.marks.push(Mark { next, manner, places, weight });
    }
}
