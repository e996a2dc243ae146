//! From the words that the parts of a name meet to the listed names that may matter.
//!
//! The names of all words but some are looked at. Those that are left out hold only words which
//! together reach nothing; see `plan`.

use std::sync::Arc;

use tamis_match::Policy;
use tamis_match::names::ACRONYM_LETTERS;
use tamis_match::reading::Reading;
use tamis_match::record::{PreparedName, PreparedPart};
use tamis_model::Weight;

use crate::bounds::{Asked, MetBetween, Side, may_reach};
use crate::held::Held;
use crate::index::View;
use crate::memory::MetBy;
use crate::names::{
    ORIGIN, Places, RunOfName, TITLE, acronym_key, acronyms, first_letter, join_key, name_key,
    places,
};
use crate::plan::Plan;
use crate::table::{Hash, Of};
use crate::vocabulary::{Met, Search};
use crate::words::{OneWord, Sought};

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
    met: Vec<Met>,
    /// The first mark of each word, where it has any.
    heads: Vec<(u32, u32)>,
    epoch: u32,
    marks: Vec<Mark>,
    joined: Vec<Joined>,
    /// Whether a name was looked at.
    seen: Vec<u32>,
    /// Whether a word was compared with the parts whose words were not looked for.
    judged: Vec<u32>,
    names: Vec<u32>,
    held: Held,
    best: Vec<Weight>,
    pub(crate) entries: Vec<u32>,
    pub(crate) work: Work,
}

/// A part, or a run, of the party's name that meets a word.
#[derive(Debug, Clone, Copy)]
struct Mark {
    next: u32,
    /// Its part; none for a run.
    part: Option<u8>,
    places: Places,
    weight: Weight,
}

/// A part of the party's name that a run of a listed name may be.
#[derive(Debug, Clone, Copy)]
struct Joined {
    name: u32,
    party: Places,
    entry: Places,
    weight: Weight,
}

const NO_MARK: u32 = u32::MAX;

impl Scratch {
    pub(crate) fn new() -> Self {
        Self {
            search: Search::new(),
            met: Vec::new(),
            heads: Vec::new(),
            epoch: 0,
            marks: Vec::new(),
            joined: Vec::new(),
            seen: Vec::new(),
            judged: Vec::new(),
            names: Vec::new(),
            held: Held::default(),
            best: Vec::new(),
            entries: Vec::new(),
            work: Work::default(),
        }
    }

    fn begin(&mut self, words: usize, names: usize) {
        if self.heads.len() != words || self.seen.len() != names || self.epoch == u32::MAX {
            self.heads = vec![(0, NO_MARK); words];
            self.seen = vec![0; names];
            self.judged = vec![0; words];
            self.epoch = 0;
        }
        self.epoch += 1;
        self.marks.clear();
        self.joined.clear();
        self.names.clear();
    }

    fn mark(&mut self, word: u32, part: Option<u8>, places: Places, weight: Weight) {
        let Some(head) = self.heads.get_mut(word as usize) else { return };
        let next = if head.0 == self.epoch { head.1 } else { NO_MARK };
        *head = (self.epoch, u32::try_from(self.marks.len()).unwrap_or(NO_MARK));
        self.marks.push(Mark { next, part, places, weight });
    }

    /// Takes a name to be looked at, once.
    #[inline]
    fn touch(&mut self, name: u32) {
        if let Some(seen) = self.seen.get_mut(name as usize)
            && *seen != self.epoch
        {
            *seen = self.epoch;
            self.names.push(name);
        }
    }
}

impl View<'_> {
    /// Adds the entries of all names that a name of the party may weigh enough beside.
    pub(crate) fn of_name(
        &self,
        name: &PreparedName,
        side: &Side,
        asked: Asked,
        policy: &Policy,
        scratch: &mut Scratch,
    ) {
        scratch.begin(self.vocabulary.words.len() as usize, self.names.len());
        let reading = side.shape.reading;
        let mut parts: Vec<(Sought<'_>, Option<Arc<MetBy>>)> = name
            .informative
            .iter()
            .map(Sought::of)
            .map(|sought| (sought, self.known_meetings(&sought)))
            .collect();
        let plan = Plan::of(self, side, &parts, asked, policy);
        let mut unknown = Vec::new();
        for (at, (sought, met)) in (0_u8..).zip(&mut parts) {
            if plan.leaves_out(at) && met.is_none() {
                unknown.push((at, *sought));
                continue;
            }
            let met = met.get_or_insert_with(|| self.meetings_of(sought, &mut scratch.search));
            for Met { word, weight } in met.words.iter().copied() {
                scratch.mark(word, Some(at), places(at, 1), weight);
            }
        }
        self.mark_runs(name, reading, policy, scratch);
        self.join_parts(name, &parts, reading, policy, scratch);
        let of_runs: Vec<u32> = scratch.met.drain(..).map(|met| met.word).collect();
        for word in of_runs {
            self.names.postings.row(word).iter().for_each(|name| scratch.touch(*name));
        }
        for at in 0..scratch.joined.len() {
            if let Some(joined) = scratch.joined.get(at) {
                let name = joined.name;
                scratch.touch(name);
            }
        }
        scratch.joined.sort_unstable_by_key(|joined| joined.name);
        let followed = (0_u8..).zip(name.informative.iter().zip(&parts));
        let followed = followed.filter(|(at, _)| !plan.leaves_out(*at));
        scratch.held.begin(self.names.len());
        for (at, (part, (_, met))) in followed {
            self.each_holding(part, met.as_deref(), |name| match plan {
                Plan::Leaving(_) => scratch.touch(name),
                Plan::AnyTwo => {
                    if scratch.held.is_second(name, at) {
                        scratch.touch(name);
                    }
                }
                Plan::FirstAndAnother if at == 0 => scratch.held.mark(name, at),
                Plan::FirstAndAnother => {
                    if scratch.held.is_marked(name) {
                        scratch.touch(name);
                    }
                }
            });
        }
        let touched = std::mem::take(&mut scratch.names);
        scratch.work.names += touched.len() as u64;
        for number in &touched {
            self.judge(*number, &unknown, scratch);
            if self.reaches(*number, side, asked, policy, scratch) {
                scratch.work.reaching += 1;
                scratch.entries.extend_from_slice(self.names.entries.row(*number));
            }
        }
        scratch.names = touched;
        // names of the same letters are one whole, however they are cut
        self.names.table.each(name_key(name.letters), |number| {
            scratch.entries.extend_from_slice(self.names.entries.row(number));
        });
    }

    /// Tells the listed names that hold a word that a part meets, or an initial that it fits; some more than
    /// once.
    fn each_holding(&self, part: &PreparedPart, met: Option<&MetBy>, mut tell: impl FnMut(u32)) {
        for Met { word, .. } in met.iter().flat_map(|met| &met.words) {
            self.names.postings.row(*word).iter().for_each(|name| tell(*name));
        }
        if let Some(letter) = first_letter(part) {
            self.names.initials.row(letter.into()).iter().for_each(|name| tell(*name));
        }
    }

    /// Marks the words of a listed name that parts meet whose words were not looked for.
    fn judge(&self, number: u32, parts: &[(u8, Sought<'_>)], scratch: &mut Scratch) {
        if parts.is_empty() {
            return;
        }
        for word in self.names.words.row(number) {
            let word = *word & !(TITLE | ORIGIN);
            let Some(judged) = scratch.judged.get_mut(word as usize) else { continue };
            if *judged == scratch.epoch {
                continue;
            }
            *judged = scratch.epoch;
            let Some(known) = self.vocabulary.words.get(word) else { continue };
            for (at, sought) in parts {
                scratch.search.judged += 1;
                let weight = sought.weight_beside(&known);
                if weight > Weight::ZERO {
                    scratch.mark(word, Some(*at), places(*at, 1), weight);
                }
            }
        }
    }

    /// Marks the words that runs of the party's name may be; leaves them in `met`.
    fn mark_runs(
        &self,
        name: &PreparedName,
        reading: Reading,
        policy: &Policy,
        scratch: &mut Scratch,
    ) {
        let mut words: Vec<(u32, Places, Weight)> = Vec::new();
        for run in &name.runs {
            let (together, rarest) = rarities(name, run.start, run.length);
            self.vocabulary.each(join_key(run.key), |word| {
                let weight = together.min(self.vocabulary.words.rarity(word).max(rarest));
                words.push((word, places(run.start, run.length), weight));
            });
        }
        for one_word in OneWord::all(&name.informative) {
            let start = u8::try_from(one_word.start).unwrap_or(u8::MAX);
            let met = self.met_by_neighbours(&one_word.sought(), &mut scratch.search);
            words.extend(met.words.iter().map(|met| (met.word, places(start, 2), met.weight)));
        }
        if reading == Reading::Thing {
            for (letters, start) in initials_of_runs(name) {
                let length = u8::try_from(letters.len()).unwrap_or(u8::MAX);
                let weight = weight_of_acronym(letters.len(), policy);
                self.vocabulary.each(Hash::of(Of::Latin).bytes(&letters).end(), |word| {
                    words.push((word, places(start, length), weight));
                });
            }
        }
        words.sort_unstable();
        words.dedup_by_key(|(word, places, _)| (*word, *places));
        scratch.met.clear();
        for (word, places, weight) in words {
            scratch.mark(word, None, places, weight);
            scratch.met.push(Met { word, weight });
        }
    }

    /// Finds the runs of listed names that parts of the party's name may be.
    fn join_parts(
        &self,
        name: &PreparedName,
        parts: &[(Sought<'_>, Option<Arc<MetBy>>)],
        reading: Reading,
        policy: &Policy,
        scratch: &mut Scratch,
    ) {
        for ((at, part), (sought, met)) in (0_u8..).zip(&name.informative).zip(parts) {
            let party = places(at, 1);
            let mut one_words = Vec::new();
            if met.is_none() {
                self.one_words_met_by(sought, &mut scratch.search, &mut one_words);
            }
            let one_words = met.as_ref().map_or(&one_words, |met| &met.one_words);
            let joined = &mut scratch.joined;
            let mut join = |run: RunOfName, weight: Weight| {
                joined.push(Joined { name: run.name, party, entry: run.places(), weight });
            };
            let run_of = |number: u32| self.names.runs.get(number as usize);
            for key in part.join_keys.into_iter().flatten() {
                self.names.table.each(join_key(key), |number| {
                    if let Some(run) = run_of(number) {
                        let (together, rarest) = self.rarities_of(run);
                        join(run, together.min(part.rarity.max(rarest)));
                    }
                });
            }
            let letters = part.part.latin.as_bytes();
            if reading == Reading::Thing && ACRONYM_LETTERS.contains(&letters.len()) {
                self.names.table.each(acronym_key(letters), |number| {
                    if let Some(run) = run_of(number) {
                        join(run, weight_of_acronym(letters.len(), policy));
                    }
                });
            }
            for Met { word, weight } in one_words {
                for run in self.names.of_one_words.row(*word) {
                    if let Some(run) = run_of(*run) {
                        join(run, *weight);
                    }
                }
            }
        }
    }

    /// The rarities of the words of a run: all together, and the most.
    fn rarities_of(&self, run: RunOfName) -> (Weight, Weight) {
        let words = self.names.words.row(run.name).get(run.range()).unwrap_or_default();
        let rarities =
            words.iter().map(|word| self.vocabulary.words.rarity(word & !(TITLE | ORIGIN)));
        (rarities.clone().sum(), rarities.max().unwrap_or(Weight::ZERO))
    }

    /// Whether what a listed name may weigh reaches what is asked.
    fn reaches(
        &self,
        number: u32,
        party: &Side,
        asked: Asked,
        policy: &Policy,
        scratch: &mut Scratch,
    ) -> bool {
        let Some(shape) = self.names.shape(number) else { return false };
        if !shape.may_be(&party.shape) {
            return false;
        }
        let mut entry = Side { shape, needed: 0, titles: 0, origins: 0 };
        let Scratch { heads, marks, joined, best, epoch, .. } = scratch;
        best.clear();
        let mut met = MetBetween { party: 0, entry: 0, sum: Weight::ZERO, heaviest: Weight::ZERO };
        let (mut by_entry, mut of_runs) = (Weight::ZERO, Weight::ZERO);
        for (at, word) in (0_u32..).zip(self.names.words.row(number)) {
            let place = 1_u128.wrapping_shl(at);
            if word & TITLE == 0 {
                entry.needed |= place;
            } else {
                entry.titles |= place;
            }
            if word & ORIGIN != 0 {
                entry.origins |= place;
            }
            let Some((marked, head)) = heads.get((word & !(TITLE | ORIGIN)) as usize) else {
                continue;
            };
            if marked != epoch {
                continue;
            }
            let (mut next, mut most) = (*head, Weight::ZERO);
            while let Some(mark) = marks.get(next as usize) {
                met.party |= mark.places;
                met.entry |= place;
                met.heaviest = met.heaviest.max(mark.weight);
                match mark.part {
                    Some(part) => {
                        let part = usize::from(part);
                        if best.len() <= part {
                            best.resize(part + 1, Weight::ZERO);
                        }
                        if let Some(best) = best.get_mut(part) {
                            *best = (*best).max(mark.weight);
                        }
                        most = most.max(mark.weight);
                    }
                    None => of_runs += mark.weight,
                }
                next = mark.next;
            }
            by_entry += most;
        }
        let from = joined.partition_point(|joined| joined.name < number);
        for run in joined.iter().skip(from).take_while(|joined| joined.name == number) {
            met.party |= run.party;
            met.entry |= run.entry;
            met.heaviest = met.heaviest.max(run.weight);
            of_runs += run.weight;
        }
        let by_party: Weight = best.iter().copied().sum();
        met.sum = by_party.min(by_entry) + of_runs;
        may_reach(asked, (party, &entry), &met, policy)
    }
}

/// The rarities of the parts of a run: all together, and the most.
fn rarities(name: &PreparedName, start: u8, length: u8) -> (Weight, Weight) {
    let parts = name.informative.iter().skip(start.into()).take(length.into());
    let rarities = parts.map(|part| part.rarity);
    (rarities.clone().sum(), rarities.max().unwrap_or(Weight::ZERO))
}

/// The initials of the runs of a name, and where each begins.
fn initials_of_runs(name: &PreparedName) -> Vec<(Vec<u8>, u8)> {
    let first = |at: usize| {
        name.informative.get(at).and_then(|part| part.part.latin.bytes().next()).unwrap_or(b' ')
    };
    let runs = acronyms(&name.informative).into_iter().map(|(_, (start, length))| {
        let places = usize::from(start)..usize::from(start) + usize::from(length);
        (places.map(first).collect(), start)
    });
    runs.collect()
}

fn weight_of_acronym(letters: usize, policy: &Policy) -> Weight {
    let letters = i32::try_from(letters).unwrap_or(i32::MAX);
    Weight(policy.names.things.acronym_letter.0.saturating_mul(letters))
}
