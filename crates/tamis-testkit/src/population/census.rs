//! How concentrated the names of a generated list are, told part by part while it is read, and whether
//! that is as the specification asks.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// Names after which it is settled which parts may be among the commonest.
const SETTLED: u64 = 40_000;

/// Parts that may be.
const WATCHED: usize = 64;

/// The commonest parts whose share of names is told.
const COMMONEST: usize = 10;

/// What share of the names has one of them at least, of a thousand.
const LEAST_COVERED: u64 = 150;

/// Names in which the commonest pair of parts stands at least, of 4,000,000.
const LEAST_PAIR: u64 = 500;

const NAMES_OF_PAIR: u64 = 4_000_000;

/// Counts of parts and of names that hold the common ones.
#[derive(Debug, Default)]
pub struct Census {
    names: u64,
    /// Of all parts, once it is settled of those that are watched.
    counts: HashMap<u64, (u64, String)>,
    /// The bit of each watched part.
    watched: HashMap<u64, u32>,
    /// Names by the set of watched parts that they hold.
    sets: HashMap<u64, u64>,
    /// The parts of the names that came before it was settled which are watched.
    before: Vec<Vec<u64>>,
    distinct: HashSet<u64>,
    parts: u64,
}

/// What a census found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Findings {
    /// Names counted.
    pub names: u64,
    /// Parts of these.
    pub parts: u64,
    /// Different parts.
    pub distinct: u64,
    /// The ten commonest with their counts.
    pub commonest: Vec<(String, u64)>,
    /// Names that have one of these at least, of a thousand.
    pub covered: u64,
    /// The commonest pair of parts of one name, and how many names have it.
    pub pair: (String, String, u64),
}

/// Why a list is not what the specification asks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CensusFailure {
    /// Its names are spread too thin.
    #[error("the ten commonest parts stand in {0} of 1,000 names: 150 are asked")]
    Covered(u64),
    /// No pair of parts is common.
    #[error("the commonest pair of parts stands in {found} names: {asked} are asked of so many")]
    Pair {
        /// Names that have it.
        found: u64,
        /// Names that must.
        asked: u64,
    },
}

impl Census {
    /// Counts a name by its parts.
    pub fn add<'a>(&mut self, parts: impl IntoIterator<Item = &'a str>) {
        self.names += 1;
        let mut keys = Vec::new();
        let is_settled = !self.watched.is_empty();
        for part in parts {
            self.parts += 1;
            let key = key(part);
            self.distinct.insert(key);
            keys.push(key);
            if !is_settled {
                self.counts.entry(key).or_insert_with(|| (0, part.to_owned())).0 += 1;
            } else if let Some((count, _)) = self.counts.get_mut(&key) {
                *count += 1;
            }
        }
        if is_settled {
            self.watch(&keys);
        } else {
            self.before.push(keys);
            if self.names == SETTLED {
                self.settle();
            }
        }
    }

    fn settle(&mut self) {
        let mut common: Vec<(u64, u64)> =
            self.counts.iter().map(|(key, (count, _))| (*count, *key)).collect();
        common.sort_unstable_by(|one, other| other.cmp(one));
        let watched = common.iter().take(WATCHED).map(|(_, key)| *key);
        self.watched = watched.zip(0..).collect();
        self.counts.retain(|key, _| self.watched.contains_key(key));
        for keys in std::mem::take(&mut self.before) {
            self.watch(&keys);
        }
    }

    fn watch(&mut self, keys: &[u64]) {
        let set =
            keys.iter().filter_map(|key| self.watched.get(key)).fold(0, |set, bit| set | 1 << bit);
        *self.sets.entry(set).or_default() += 1;
    }

    /// What it found.
    #[must_use]
    pub fn findings(mut self) -> Findings {
        if self.watched.is_empty() {
            self.settle();
        }
        let text = |bit: u32| {
            let key = self.watched.iter().find(|(_, known)| **known == bit).map(|(key, _)| key);
            key.and_then(|key| self.counts.get(key)).map_or((0, String::new()), Clone::clone)
        };
        let mut common: Vec<(u64, u32)> = self
            .watched
            .iter()
            .filter_map(|(key, bit)| Some((self.counts.get(key)?.0, *bit)))
            .collect();
        common.sort_unstable_by(|one, other| other.cmp(one));
        common.truncate(COMMONEST);
        let ten = common.iter().fold(0_u64, |set, (_, bit)| set | 1 << bit);
        let covered: u64 =
            self.sets.iter().filter(|(set, _)| **set & ten != 0).map(|(_, names)| names).sum();
        let mut pairs: HashMap<(u32, u32), u64> = HashMap::new();
        for (set, names) in &self.sets {
            let bits: Vec<u32> = (0..64).filter(|bit| set >> bit & 1 == 1).collect();
            for (at, one) in bits.iter().enumerate() {
                for other in bits.iter().skip(at + 1) {
                    *pairs.entry((*one, *other)).or_default() += names;
                }
            }
        }
        let pair = pairs.into_iter().max_by_key(|((one, other), names)| (*names, *one, *other));
        let ((one, other), names) = pair.unwrap_or(((0, 0), 0));
        Findings {
            names: self.names,
            parts: self.parts,
            distinct: self.distinct.len() as u64,
            commonest: common.iter().map(|(count, bit)| (text(*bit).1, *count)).collect(),
            covered: covered * 1_000 / self.names.max(1),
            pair: (text(one).1, text(other).1, names),
        }
    }
}

impl Findings {
    /// Whether the list is as concentrated as the specification asks; of a shorter list fewer names
    /// are asked of the commonest pair.
    ///
    /// # Errors
    /// [`CensusFailure`], the first that holds.
    pub fn check(&self) -> Result<(), CensusFailure> {
        if self.covered < LEAST_COVERED {
            return Err(CensusFailure::Covered(self.covered));
        }
        let asked = (LEAST_PAIR * self.names).div_ceil(NAMES_OF_PAIR).min(LEAST_PAIR);
        let found = self.pair.2;
        if found < asked { Err(CensusFailure::Pair { found, asked }) } else { Ok(()) }
    }
}

fn key(part: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    part.hash(&mut hasher);
    hasher.finish()
}
