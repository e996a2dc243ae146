//! The index: built once from analysed records, then shared by threads.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

use tamis_match::record::PreparedPart;
use tamis_match::{AnalysedRecord, Policy};
use tamis_model::{Score, Threshold};

use crate::bounds::{Asked, Side};
use crate::names::{Names, TellingNames, identifier_key};
use crate::search::{Scratch, Work};
use crate::table::number;
use crate::vocabulary::{Between, Met, Search, Vocabulary};
use crate::words::Sought;

/// Listed names, ready to be searched. Immutable; the weights of its words are those of the policy
/// that the records were analysed by.
#[derive(Debug)]
pub struct Index {
    pub(crate) vocabulary: Vocabulary,
    /// Neighbours that are one word by the lexicon.
    pub(crate) one_words: Vocabulary,
    pub(crate) names: Names,
    entries: u32,
    /// What each word meets, once it was asked.
    meetings: Vec<OnceLock<Arc<MetBy>>>,
    /// The same of some words that are not listed.
    unlisted: [Shard; SHARDS],
    scratches: Mutex<Vec<Scratch>>,
}

/// What some words meet, by what makes them these words.
type Shard = Mutex<HashMap<Vec<u8>, Arc<MetBy>>>;

/// What a part meets.
#[derive(Debug, Default)]
pub(crate) struct MetBy {
    /// Words.
    pub(crate) words: Vec<Met>,
    /// Words that stand for two neighbours.
    pub(crate) one_words: Vec<Met>,
}

/// Parts of the memory of unlisted words: threads seldom wait for each other.
const SHARDS: usize = 16;

/// Words in each of these; it is emptied when it is full.
const REMEMBERED: usize = 4_096;

/// How much an index holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sizes {
    /// Entries.
    pub entries: u32,
    /// Different names.
    pub names: u32,
    /// Different words.
    pub words: u32,
    /// Bytes, by what holds them.
    pub bytes: Vec<(&'static str, usize)>,
}

impl Index {
    /// The least threshold for which candidates are fewer than all entries.
    pub const LEAST_THRESHOLD: Score = Score::from_ten_thousandths(5_000);

    /// The index of records, whose places are the numbers of their entries.
    pub fn of<'a>(records: impl IntoIterator<Item = &'a AnalysedRecord>) -> Self {
        let mut telling = TellingNames::default();
        let mut entries = 0;
        for record in records {
            telling.add(entries, record);
            entries += 1;
        }
        let (vocabulary, one_words, names) = telling.finish();
        let words = vocabulary.words.len();
        Self {
            vocabulary,
            one_words,
            names,
            entries,
            meetings: (0..words).map(|_| OnceLock::new()).collect(),
            unlisted: std::array::from_fn(|_| Mutex::default()),
            scratches: Mutex::default(),
        }
    }

    /// The entries that a party must be compared with, ascending, each once: all that reach the threshold of
    /// the policy, and all that would but for a birth date.
    #[must_use]
    pub fn candidates(&self, party: &AnalysedRecord, policy: &Policy) -> Vec<u32> {
        self.candidates_and_work(party, policy).0
    }

    /// The same, and how much was looked at.
    #[must_use]
    pub fn candidates_and_work(&self, party: &AnalysedRecord, policy: &Policy) -> (Vec<u32>, Work) {
        if !Self::serves(policy.threshold) {
            return ((0..self.entries).collect(), Work::default());
        }
        let mut scratch = self.scratch();
        scratch.entries.clear();
        scratch.work = Work::default();
        let (steps, judged) = (scratch.search.walks.steps, scratch.search.judged);
        let asked = Asked::of(party, policy);
        for (reading, names) in party.readings() {
            for name in names {
                let side = Side::of(name, party.kind, reading);
                self.of_name(name, &side, asked, policy, &mut scratch);
            }
        }
        for identifier in &party.identifiers {
            let entries = &mut scratch.entries;
            self.names
                .table
                .each(identifier_key(&identifier.normalised), |entry| entries.push(entry));
        }
        let mut entries = scratch.entries.clone();
        entries.sort_unstable();
        entries.dedup();
        entries.retain(|entry| *entry < self.entries);
        scratch.work.steps = scratch.search.walks.steps - steps;
        scratch.work.judged = scratch.search.judged - judged;
        let work = scratch.work;
        if let Ok(mut scratches) = self.scratches.lock() {
            scratches.push(scratch);
        }
        (entries, work)
    }

    /// Whether candidates at a threshold are fewer than all entries.
    #[must_use]
    pub fn serves(threshold: Threshold) -> bool {
        threshold.score() >= Self::LEAST_THRESHOLD
    }

    /// How much it holds.
    #[must_use]
    pub fn sizes(&self) -> Sizes {
        let names = &self.names;
        let mut bytes = self.vocabulary.sizes().to_vec();
        bytes.extend([
            ("one-words", self.one_words.sizes().iter().map(|(_, bytes)| bytes).sum()),
            ("names", names.words.bytes() + names.entries.bytes() + size_of_val(&*names.shapes)),
            ("postings", names.postings.bytes() + names.initials.bytes()),
            ("runs", size_of_val(&*names.runs) + names.of_one_words.bytes()),
            ("keys of names", names.table.bytes()),
        ]);
        Sizes {
            entries: self.entries,
            names: number(names.shapes.len()),
            words: self.vocabulary.words.len(),
            bytes,
        }
    }

    /// The number of a part among the words; none if no listed name has it.
    #[must_use]
    pub fn word_of(&self, part: &PreparedPart) -> Option<u32> {
        self.vocabulary.find(&Sought::of(part))
    }

    /// All words that a part meets with a weight above 0, by number.
    #[must_use]
    pub fn words_met_by(&self, part: &PreparedPart) -> Vec<Met> {
        let mut met = self.meetings_of(&Sought::of(part), &mut Search::new()).words.clone();
        met.sort_unstable();
        met
    }

    /// The words that a part meets, if they were looked for before.
    pub(crate) fn known_meetings(&self, sought: &Sought<'_>) -> Option<Arc<MetBy>> {
        if let Some(word) = self.vocabulary.find(sought) {
            return self.meetings.get(word as usize)?.get().cloned();
        }
        self.shard(sought)?.lock().ok()?.get(&sought.identity()).cloned()
    }

    /// The words that a part meets, remembered.
    pub(crate) fn meetings_of(&self, sought: &Sought<'_>, search: &mut Search) -> Arc<MetBy> {
        let mut ask = || {
            let mut met = MetBy::default();
            self.vocabulary.meetings(sought, Between::Parts, search, &mut met.words);
            self.one_words_met_by(sought, search, &mut met.one_words);
            met.words.shrink_to_fit();
            Arc::new(met)
        };
        let known = self.vocabulary.find(sought);
        if let Some(known) = known.and_then(|word| self.meetings.get(word as usize)) {
            return Arc::clone(known.get_or_init(ask));
        }
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

    /// The words that stand for two neighbours and that a part meets.
    pub(crate) fn one_words_met_by(
        &self,
        sought: &Sought<'_>,
        search: &mut Search,
        met: &mut Vec<Met>,
    ) {
        if self.one_words.words.len() > 0 {
            self.one_words.meetings(sought, Between::PartsAndNeighbours, search, met);
        }
    }

    fn shard(&self, sought: &Sought<'_>) -> Option<&Shard> {
        self.unlisted.get(usize::try_from(sought.hash() >> 32).unwrap_or(0) % SHARDS)
    }

    fn scratch(&self) -> Scratch {
        let kept = self.scratches.lock().ok().and_then(|mut scratches| scratches.pop());
        kept.unwrap_or_else(Scratch::new)
    }
}
