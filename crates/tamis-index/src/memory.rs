//! What words met, kept from one search to the next: who asks again does not search again.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

use tamis_model::Weight;

use crate::vocabulary::MetWord;
use crate::words::Sought;

/// What a part meets.
#[derive(Debug, Default)]
pub(crate) struct MetBy {
    /// Words, the heaviest first.
    pub(crate) words: Vec<MetWord>,
    /// How many names hold them.
    pub(crate) names: usize,
    /// Runs of two neighbours that are it by the lexicon.
    pub(crate) neighbours: Vec<u32>,
}

impl MetBy {
    /// What the heaviest of the words weighs.
    pub(crate) fn heaviest(&self) -> Weight {
        self.words.first().map_or(Weight::ZERO, |met| met.weight)
    }
}

/// What some words meet, by what makes them these words.
type Shard = Mutex<HashMap<Vec<u8>, Arc<MetBy>>>;

/// Parts of the memory of unlisted words: threads seldom wait for each other.
const SHARDS: usize = 16;

/// Words in each of these; it is emptied when it is full.
const REMEMBERED: usize = 4_096;

/// A memory in parts.
#[derive(Debug, Default)]
struct Shards([Shard; SHARDS]);

/// What listed words and others met.
#[derive(Debug)]
pub(crate) struct Memory {
    /// What each listed word meets, once it was asked.
    listed: Vec<OnceLock<Arc<MetBy>>>,
    /// The same of some words that are not listed.
    unlisted: Shards,
}

impl Memory {
    /// Of so many listed words.
    pub(crate) fn of(words: usize) -> Self {
        Self { listed: (0..words).map(|_| OnceLock::new()).collect(), unlisted: Shards::default() }
    }

    /// What a word met, which may be listed under a number.
    pub(crate) fn known(&self, sought: &Sought<'_>, listed: Option<u32>) -> Option<Arc<MetBy>> {
        if let Some(word) = listed {
            return self.listed.get(word as usize)?.get().cloned();
        }
        self.unlisted.known(sought)
    }

    /// The same, asked where it is not known.
    pub(crate) fn known_or(
        &self,
        sought: &Sought<'_>,
        listed: Option<u32>,
        ask: impl FnOnce() -> Arc<MetBy>,
    ) -> Arc<MetBy> {
        if let Some(known) = listed.and_then(|word| self.listed.get(word as usize)) {
            return Arc::clone(known.get_or_init(ask));
        }
        self.unlisted.known_or(sought, ask)
    }
}

impl Shards {
    fn known(&self, sought: &Sought<'_>) -> Option<Arc<MetBy>> {
        self.shard(sought)?.lock().ok()?.get(&sought.identity()).cloned()
    }

    fn known_or(&self, sought: &Sought<'_>, ask: impl FnOnce() -> Arc<MetBy>) -> Arc<MetBy> {
        let Some(shard) = self.shard(sought) else { return ask() };
        let identity = sought.identity();
        if let Ok(remembered) = shard.lock()
            && let Some(met) = remembered.get(&identity)
        {
            return Arc::clone(met);
        }
        let met = ask();
        if let Ok(mut remembered) = shard.lock() {
            if remembered.len() >= REMEMBERED {
                remembered.clear();
            }
            remembered.insert(identity, Arc::clone(&met));
        }
        met
    }

    fn shard(&self, sought: &Sought<'_>) -> Option<&Shard> {
        self.0.get(usize::try_from(sought.hash() >> 32).unwrap_or(0) % SHARDS)
    }
}
