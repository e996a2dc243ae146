//! The index: built once from analysed records, written into an artefact, read in place, shared by threads.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use self_cell::self_cell;
use tamis_match::record::PreparedPart;
use tamis_match::{AnalysedRecord, Policy};
use tamis_model::{Score, Threshold};

use crate::artefact::{Artefact, ArtefactError, Writer};
use crate::bounds::Side;
use crate::entries::{Entries, TellingEntries};
use crate::memory::{Memory, MetBy};
use crate::names::{Names, TellingNames, identifier_key, neighbours_key};
use crate::scratch::{Scratch, Work};
use crate::search::{Asking, Offered};
use crate::table::number;
use crate::vocabulary::{Met, MetWord, Search, Vocabulary};
use crate::words::Sought;

/// Listed names, ready to be searched. Immutable; the weights of its words are those of the policy
/// that the records were analysed by.
#[derive(Debug)]
pub struct Index {
    cell: Cell,
    entries: u32,
    scratches: Mutex<Vec<Scratch>>,
}

/// What an index reads, and what it remembers.
#[derive(Debug)]
struct Owner {
    artefact: Arc<Artefact>,
    memory: Memory,
}

self_cell!(
    struct Cell {
        owner: Owner,
        #[covariant]
        dependent: View,
    }

    impl { Debug }
);

/// The sections of an index, where they stand.
#[derive(Debug)]
pub(crate) struct View<'a> {
    pub(crate) vocabulary: Vocabulary<'a>,
    pub(crate) names: Names<'a>,
    pub(crate) entries: Entries<'a>,
    memory: &'a Memory,
}

/// How much an index holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sizes {
    /// Entries.
    pub entries: u32,
    /// Different names.
    pub names: u32,
    /// Different words.
    pub words: u32,
    /// Bytes of the sections of the artefact, by the first word of their names.
    pub bytes: Vec<(String, usize)>,
}

/// An index that is being built: entries are told one after the other, none is kept.
#[derive(Debug, Default)]
pub struct IndexBuilder {
    telling: TellingNames,
    beside: TellingEntries,
    entries: u32,
}

impl IndexBuilder {
    /// Nothing told.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the next entry; its number is how many were told before.
    pub fn add(&mut self, record: &AnalysedRecord) {
        self.telling.add(self.entries, record);
        self.beside.add(self.entries, record);
        self.entries += 1;
    }

    /// Writes the sections of the index.
    ///
    /// # Errors
    /// As writing does.
    pub fn write(self, to: &mut Writer<impl Write>) -> io::Result<()> {
        to.section("index.entries", &[self.entries])?;
        self.beside.write(to)?;
        self.telling.write(to)
    }
}

/// What may go wrong with an index in memory: nothing is expected to.
#[derive(Debug, thiserror::Error)]
enum InMemory {
    #[error(transparent)]
    Writing(#[from] io::Error),
    #[error(transparent)]
    Reading(#[from] ArtefactError),
}

impl Index {
    /// The least threshold for which candidates are fewer than all entries.
    pub const LEAST_THRESHOLD: Score = Score::from_ten_thousandths(5_000);

    /// The index of records in memory, whose places are the numbers of their entries.
    #[expect(
        clippy::expect_used,
        reason = "memory can be written to, and is read as it was written"
    )]
    pub fn of<'a>(records: impl IntoIterator<Item = &'a AnalysedRecord>) -> Self {
        let mut builder = IndexBuilder::new();
        records.into_iter().for_each(|record| builder.add(record));
        let artefact = Artefact::in_memory::<InMemory>(|writer| Ok(builder.write(writer)?));
        let artefact = artefact.expect("what was written to memory is an artefact");
        Self::open(Arc::new(artefact)).expect("an index was written")
    }

    /// The index in an artefact.
    ///
    /// # Errors
    /// [`ArtefactError::Section`] when the artefact holds none.
    pub fn open(artefact: Arc<Artefact>) -> Result<Self, ArtefactError> {
        let entries = artefact.section::<u32>("index.entries")?.get(0).unwrap_or(0);
        let words = Vocabulary::open(&artefact, "words")?.words.len();
        let owner = Owner { artefact, memory: Memory::of(words as usize) };
        let cell = Cell::try_new(owner, |Owner { artefact, memory }| {
            Ok::<_, ArtefactError>(View {
                vocabulary: Vocabulary::open(artefact, "words")?,
                names: Names::open(artefact)?,
                entries: Entries::open(artefact)?,
                memory,
            })
        })?;
        Ok(Self { cell, entries, scratches: Mutex::default() })
    }

    /// The artefact that it reads.
    #[must_use]
    pub fn artefact(&self) -> &Arc<Artefact> {
        &self.cell.borrow_owner().artefact
    }

    /// The entries that a party must be compared with, ascending, each once: all that reach the threshold of
    /// the policy, and all that would but for a birth date.
    ///
    /// Of an artefact that turns out to be [damaged](Artefact::damage) it is no answer.
    #[must_use]
    pub fn candidates(&self, party: &AnalysedRecord, policy: &Policy) -> Vec<u32> {
        let mut entries: Vec<u32> =
            self.offered(party, policy).iter().map(|offered| offered.entry).collect();
        entries.dedup();
        entries
    }

    /// The same with the names for which each is offered, ascending: whether it is a hit is known when the
    /// party was compared with these names of it.
    #[must_use]
    pub fn offered(&self, party: &AnalysedRecord, policy: &Policy) -> Vec<Offered> {
        self.offered_and_work(party, policy).0
    }

    /// The same, and how much was looked at.
    #[must_use]
    pub fn offered_and_work(
        &self,
        party: &AnalysedRecord,
        policy: &Policy,
    ) -> (Vec<Offered>, Work) {
        if !Self::serves(policy.threshold) {
            return ((0..self.entries).map(Offered::whole).collect(), Work::default());
        }
        let view = self.view();
        let mut scratch = self.scratch();
        scratch.work = Work::default();
        let before = scratch.search.done();
        let asking = Asking::of(party, policy);
        for (reading, names) in party.readings() {
            for name in names {
                let side = Side::of(name, party.kind, reading);
                view.of_name(name, &side, &asking, &mut scratch);
            }
        }
        let mut offered = std::mem::take(&mut scratch.offered);
        for identifier in &party.identifiers {
            let key = identifier_key(&identifier.normalised);
            view.names.table.each(key, |entry| offered.push(Offered::whole(entry)));
        }
        offered.sort_unstable();
        offered.dedup();
        offered.retain(|offered| offered.entry < self.entries);
        let [walks, aligned, judged] = scratch.search.done();
        scratch.work.walks = walks - before[0];
        scratch.work.aligned = aligned - before[1];
        scratch.work.judged = judged - before[2];
        let work = scratch.work;
        if let Ok(mut scratches) = self.scratches.lock() {
            scratches.push(scratch);
        }
        (offered, work)
    }

    /// Whether candidates at a threshold are fewer than all entries.
    #[must_use]
    pub fn serves(threshold: Threshold) -> bool {
        threshold.score() >= Self::LEAST_THRESHOLD
    }

    /// How much it holds.
    #[must_use]
    pub fn sizes(&self) -> Sizes {
        let mut bytes: Vec<(String, usize)> = Vec::new();
        for (section, length) in self.artefact().sections() {
            let group = section.rsplit_once('.').map_or(section, |(group, _)| group);
            match bytes.iter_mut().find(|(known, _)| known == group) {
                Some((_, sum)) => *sum += length,
                None => bytes.push((group.to_owned(), length)),
            }
        }
        let view = self.view();
        Sizes {
            entries: self.entries,
            names: number(view.names.len()),
            words: view.vocabulary.words.len(),
            bytes,
        }
    }

    /// The number of a part among the words; none if no listed name has it.
    #[must_use]
    pub fn word_of(&self, part: &PreparedPart) -> Option<u32> {
        self.view().vocabulary.find(&Sought::of(part))
    }

    /// All words that a part meets with a weight above 0, by number.
    #[must_use]
    pub fn words_met_by(&self, part: &PreparedPart) -> Vec<Met> {
        let met = self.view().meetings_of(&Sought::of(part), &mut Search::new());
        let told = |met: &MetWord| Met { word: met.word(), weight: met.weight };
        let mut met: Vec<Met> = met.words.iter().map(told).collect();
        met.sort_unstable();
        met
    }

    fn view(&self) -> &View<'_> {
        self.cell.borrow_dependent()
    }

    fn scratch(&self) -> Scratch {
        let kept = self.scratches.lock().ok().and_then(|mut scratches| scratches.pop());
        kept.unwrap_or_else(Scratch::new)
    }
}

impl View<'_> {
    /// The words that a part meets, if they were looked for before.
    pub(crate) fn known_meetings(&self, sought: &Sought<'_>) -> Option<Arc<MetBy>> {
        self.memory.known(sought, self.vocabulary.find(sought))
    }

    /// The words that a part meets, remembered.
    pub(crate) fn meetings_of(&self, sought: &Sought<'_>, search: &mut Search) -> Arc<MetBy> {
        self.memory.known_or(sought, self.vocabulary.find(sought), || {
            let mut met = MetBy::default();
            self.vocabulary.meetings(sought, search, &mut met.words);
            met.neighbours = self.neighbours_met_by(sought);
            met.words.sort_unstable_by_key(|met| std::cmp::Reverse(met.weight));
            met.words.shrink_to_fit();
            met.names = met.words.iter().map(|met| self.names.postings.row(met.word()).len()).sum();
            Arc::new(met)
        })
    }

    /// The runs of neighbours that are a part by the lexicon.
    pub(crate) fn neighbours_met_by(&self, sought: &Sought<'_>) -> Vec<u32> {
        let mut runs = Vec::new();
        for id in sought.form.lexicon.numbers() {
            self.names.table.each(neighbours_key(id), |run| runs.push(run));
        }
        runs.sort_unstable();
        runs.dedup();
        runs
    }
}
