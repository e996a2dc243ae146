//! From the words that the parts of a name meet to the listed names that may matter.
//!
//! The names of all words but some are looked at. Those that are left out hold only words which
//! together reach nothing; see `plan`.

use std::cmp::Reverse;
use std::sync::Arc;

use tamis_match::joined::{all_keys, neighbours, weight_as_one_word, weight_by_lexicon};
use tamis_match::meeting::first_letters;
use tamis_match::names::ACRONYM_LETTERS;
use tamis_match::reading::Reading;
use tamis_match::record::{PreparedName, PreparedPart};
use tamis_match::{AnalysedRecord, Policy};
use tamis_model::Weight;
use tamis_text::Script;

use crate::bounds::{Asked, MetBetween, NotTold, Reach, Side, may_matter, reach};
use crate::entries::Raising;
use crate::index::View;
use crate::memory::MetBy;
use crate::names::{
    ORIGIN, Places, RunOfName, TITLE, acronym_key, acronyms, join_key, name_key, places,
};
use crate::plan::Plan;
use crate::scratch::{Joined, NO_MARK, Run, Scratch};
use crate::sums::{Holding, MOST_PARTS, Sums, Wanted};
use crate::table::{Hash, Of};
use crate::vocabulary::{Manner, lexicon_key};
use crate::words::Sought;

/// An entry that a party must be compared with, and a name for which it is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Offered {
    /// The entry.
    pub entry: u32,
    /// Its name, by its place among the names of the entry; none where all of it is to be compared.
    pub name: Option<u32>,
}

impl Offered {
    /// An entry of which all is to be compared.
    pub(crate) const fn whole(entry: u32) -> Self {
        Self { entry, name: None }
    }
}

/// What a party asks.
#[derive(Debug)]
pub(crate) struct Asking<'a> {
    asked: Asked,
    raising: Raising,
    policy: &'a Policy,
}

impl<'a> Asking<'a> {
    pub(crate) fn of(party: &AnalysedRecord, policy: &'a Policy) -> Self {
        Self { asked: Asked::of(party, policy), raising: Raising::of(party), policy }
    }
}

impl View<'_> {
    /// Adds the entries of all names that a name of the party may weigh enough beside.
    pub(crate) fn of_name(
        &self,
        name: &PreparedName,
        side: &Side,
        asking: &Asking<'_>,
        scratch: &mut Scratch,
    ) {
        let (asked, policy) = (asking.asked, asking.policy);
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
            for met in &met.words {
                scratch.mark(met.word(), places(at, 1), met.weight, met.manner());
            }
        }
        self.mark_runs(name, reading, policy, scratch);
        self.join_parts(name, &parts, reading, policy, scratch);
        let mut not_told = self.tell_runs(scratch);
        let wanted = plan.wanted();
        for (at, (part, (sought, met))) in (0_u8..).zip(name.informative.iter().zip(&parts)) {
            if plan.leaves_out(at) {
                not_told.left_out |= places(at, 1);
                not_told.sum += met.as_ref().map_or(sought.rarity, |met| met.heaviest());
            } else {
                self.tell_holding(part, met.as_deref(), at, wanted, &mut scratch.sums);
            }
        }
        let tells = parts.len() <= MOST_PARTS;
        let mut listed = std::mem::take(&mut scratch.names);
        scratch.sums.take(&mut listed, |name, told| {
            let needs = || self.names.needs(name);
            !tells || may_matter(asked, side, told, &not_told, needs, policy)
        });
        scratch.work.names += listed.len() as u64;
        for number in &listed {
            self.judge(*number, &unknown, scratch);
            let reach = self.reach(*number, side, asked, policy, scratch);
            if reach != Reach::None {
                scratch.work.reaching += 1;
                self.offer(*number, reach, asking, scratch);
            }
        }
        scratch.names = listed;
        // names of the same letters are one whole, however they are cut
        for key in name.all_letters().map(name_key) {
            self.names.table.each(key, |number| {
                self.offer(number, Reach::All, asking, scratch);
            });
        }
    }

    /// Tells the names that runs meet, theirs or the party's.
    fn tell_runs(&self, scratch: &mut Scratch) -> NotTold {
        let mut not_told = NotTold::default();
        for run in &scratch.of_runs {
            not_told.of_runs |= run.party;
            for held in self.names.postings.row(run.word) {
                scratch.sums.tell_run(Holding::read(*held), run.weight);
            }
        }
        // found by several keys: once, at the most that it weighs
        scratch
            .joined
            .sort_unstable_by_key(|run| (run.name, run.party, run.entry, Reverse(run.weight)));
        scratch.joined.dedup_by_key(|run| (run.name, run.party, run.entry));
        let mut longest = 0;
        for joined in &scratch.joined {
            not_told.of_runs |= joined.party;
            longest = longest.max(joined.entry.count_ones());
            let held = Holding::of(joined.name, false, self.names.needs(joined.name).1 > 0);
            scratch.sums.tell_run(held, joined.weight);
        }
        not_told.further_words = longest.saturating_sub(1) * not_told.of_runs.count_ones();
        not_told
    }

    /// Offers the entries of a name for which it may reach.
    fn offer(&self, name: u32, reach: Reach, asking: &Asking<'_>, scratch: &mut Scratch) {
        for listing in self.names.entries.row(name) {
            let entry = listing.entry;
            let reaches = match reach {
                Reach::None => false,
                Reach::All => true,
                Reach::Some { raised, dated } => {
                    raised && asking.raising.raises(&self.entries, entry, &asking.policy.dates)
                        || dated && self.entries.has_dates(entry)
                }
            };
            if reaches {
                scratch.offered.push(Offered { entry, name: Some(listing.number) });
            }
        }
    }

    /// Tells the listed names that hold a word that a part meets, or an initial that it fits.
    fn tell_holding(
        &self,
        part: &PreparedPart,
        met: Option<&MetBy>,
        at: u8,
        wanted: Wanted,
        sums: &mut Sums,
    ) {
        for met in met.iter().flat_map(|met| &met.words) {
            for held in self.names.postings.row(met.word()) {
                sums.tell(Holding::read(*held), at, (met.weight, met.manner()), wanted);
            }
        }
        for letter in first_letters(part) {
            for name in self.names.initials.row(letter.into()) {
                sums.tell_initial(*name, at, wanted);
            }
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
                let (weight, manner) = sought.beside(&known);
                if weight > Weight::ZERO {
                    scratch.mark(word, places(*at, 1), weight, manner);
                }
            }
        }
    }

    /// Marks the words that runs of the party's name may be; leaves them in `of_runs`.
    fn mark_runs(
        &self,
        name: &PreparedName,
        reading: Reading,
        policy: &Policy,
        scratch: &mut Scratch,
    ) {
        let mut words: Vec<(u32, Places, Weight)> = Vec::new();
        for run in &name.runs {
            let start = usize::from(run.start);
            let parts = name.informative.get(start..start + usize::from(run.length));
            let parts = parts.unwrap_or_default();
            self.vocabulary.each(join_key(run.key), |word| {
                let Some(known) = self.vocabulary.words.get(word) else { return };
                if let Some(weight) = weight_as_one_word(parts, (&known.form, known.rarity)) {
                    words.push((word, places(run.start, run.length), weight));
                }
            });
        }
        for (start, ids) in neighbours(name) {
            let two = name.informative.get(usize::from(start)..).unwrap_or_default();
            let two = two.get(..2).unwrap_or_default();
            for id in ids.numbers() {
                self.vocabulary.each(lexicon_key(id), |word| {
                    let Some(known) = self.vocabulary.words.get(word) else { return };
                    let word_form = (&known.form, known.rarity);
                    if let Some(weight) = weight_by_lexicon(two, ids, word_form) {
                        words.push((word, places(start, 2), weight));
                    }
                });
            }
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
        // found in several ways: once, at the most that it weighs
        words.sort_unstable_by_key(|(word, places, weight)| (*word, *places, Reverse(*weight)));
        words.dedup_by_key(|(word, places, _)| (*word, *places));
        scratch.of_runs.clear();
        for (word, places, weight) in words {
            scratch.mark(word, places, weight, Manner::ANY);
            scratch.of_runs.push(Run { word, party: places, weight });
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
            let asked = if met.is_none() { self.neighbours_met_by(sought) } else { Vec::new() };
            let neighbours = met.as_ref().map_or(&asked, |met| &met.neighbours);
            let joined = &mut scratch.joined;
            let mut join = |run: RunOfName, weight: Weight| {
                joined.push(Joined { name: run.name, party, entry: run.places(), weight });
            };
            let run_of = |number: u32| self.names.runs.get(number as usize);
            for key in all_keys(part) {
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
            for run in neighbours {
                if let Some(run) = run_of(*run)
                    && self.script_of(run) != Some(part.part.script)
                {
                    let (together, rarest) = self.rarities_of(run);
                    join(run, together.min(part.rarity.max(rarest)));
                }
            }
        }
    }

    /// The script of the first word of a run.
    fn script_of(&self, run: RunOfName) -> Option<Script> {
        let words = self.names.words.row(run.name).get(run.range())?;
        Some(self.vocabulary.words.get(words.first()? & !(TITLE | ORIGIN))?.form.script)
    }

    /// The rarities of the words of a run: all together, and the most.
    fn rarities_of(&self, run: RunOfName) -> (Weight, Weight) {
        let words = self.names.words.row(run.name).get(run.range()).unwrap_or_default();
        let rarities =
            words.iter().map(|word| self.vocabulary.words.rarity(word & !(TITLE | ORIGIN)));
        (rarities.clone().sum(), rarities.max().unwrap_or(Weight::ZERO))
    }

    /// Of which entries what a listed name may weigh reaches what is asked.
    fn reach(
        &self,
        number: u32,
        party: &Side,
        asked: Asked,
        policy: &Policy,
        scratch: &mut Scratch,
    ) -> Reach {
        let Some(shape) = self.names.shape(number) else { return Reach::None };
        if !shape.may_be(&party.shape) {
            return Reach::None;
        }
        let mut entry = Side { shape, needed: 0, titles: 0, origins: 0 };
        let Scratch { heads, marks, joined, by_party, by_entry, epoch, .. } = scratch;
        by_party.clear();
        by_entry.clear();
        let mut met = MetBetween::default();
        let mut meet = |party: Places, entry: Places, weight: Weight, manner: Manner| {
            met.add(party, entry, weight, manner);
            raise(by_party, party, weight);
            raise(by_entry, entry, weight);
        };
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
            let mut next = if marked == epoch { *head } else { NO_MARK };
            while let Some(mark) = marks.get(next as usize) {
                meet(mark.places, place, mark.weight, mark.manner);
                next = mark.next;
            }
        }
        let from = joined.partition_point(|joined| joined.name < number);
        for run in joined.iter().skip(from).take_while(|joined| joined.name == number) {
            meet(run.party, run.entry, run.weight, Manner::ANY);
        }
        let sum = |best: &[Weight]| best.iter().copied().sum::<Weight>();
        met.sum = sum(by_party).min(sum(by_entry));
        reach(asked, (party, &entry), &met, policy)
    }
}

/// Counts what a pair may earn for the first of its places. Pairs of an alignment share no place, so that all of them
/// earn at most what all places have.
#[inline]
fn raise(best: &mut Vec<Weight>, places: Places, weight: Weight) {
    let first = places.trailing_zeros() as usize;
    if best.len() <= first {
        best.resize(first + 1, Weight::ZERO);
    }
    if let Some(best) = best.get_mut(first) {
        *best = (*best).max(weight);
    }
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
