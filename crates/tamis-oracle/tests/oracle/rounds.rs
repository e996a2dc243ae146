//! Parties beside a whole list, by the index and by all pairs: what each run of the tests does some 10^8
//! times, and `cargo xtask soak` as often as it is let.

use std::cmp::Reverse;
use std::sync::atomic::{AtomicU64, Ordering};

use tamis_index::Index;
use tamis_match::{AnalysedRecord, Policy, compare};
use tamis_model::{Entry, HitClass, Party, PartyKind, PartyName, Score, Threshold, Weight};
use tamis_testkit::generate::perturbation::{Perturbation, perturbed};
use tamis_testkit::generate::{Random, cohort, regions};
use tamis_testkit::population::Population;

use super::agreement::difference;
use super::pool;

/// Pairs of each party that the slow scorer judges too, drawn at random, beside all that count.
const JUDGED: usize = 2;

/// Policies and thresholds that are asked in turn; the default most often.
pub(crate) fn policies() -> Vec<Policy> {
    let at = |policy: Policy, threshold| policy.with_threshold(Threshold::new(threshold).unwrap());
    vec![
        Policy::vetting(),
        Policy::bulk(),
        Policy::vetting(),
        at(Policy::vetting(), 0.5),
        at(Policy::bulk(), 0.6),
        Policy::vetting(),
        at(Policy::vetting(), 0.78),
        at(Policy::bulk(), 0.9),
    ]
}

/// What was compared, so that a run which finds nothing fails.
#[derive(Debug, Default)]
pub(crate) struct Account {
    pairs: AtomicU64,
    hits: AtomicU64,
    below_by_date: AtomicU64,
    offered: AtomicU64,
    judged: AtomicU64,
}

impl Account {
    /// Pairs, hits, pairs below by a date alone, candidates, pairs that the slow scorer judged.
    pub(crate) fn told(&self) -> [u64; 5] {
        [&self.pairs, &self.hits, &self.below_by_date, &self.offered, &self.judged]
            .map(|count| count.load(Ordering::Relaxed))
    }

    pub(crate) fn add(&self, counts: [u64; 5]) {
        let all = [&self.pairs, &self.hits, &self.below_by_date, &self.offered, &self.judged];
        for (count, more) in all.into_iter().zip(counts) {
            count.fetch_add(more, Ordering::Relaxed);
        }
    }
}

/// An entry that counts: a hit, or below the threshold by a date alone. In the order of answers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Counted {
    is_below: bool,
    class: HitClass,
    score: Reverse<Score>,
    place: u32,
    sum: Weight,
}

fn counted(
    place: u32,
    party: &AnalysedRecord,
    entry: &AnalysedRecord,
    policy: &Policy,
) -> Option<Counted> {
    let comparison = compare(party, entry, policy);
    let is_hit = comparison.reaches(policy.threshold);
    (is_hit || comparison.below_by_date).then_some(Counted {
        is_below: !is_hit,
        class: comparison.class,
        score: Reverse(comparison.score),
        place,
        sum: comparison.sum,
    })
}

/// What is wrong with the answer of an index, if anything is: a candidate told twice or out of order, an
/// answer that is not the one of all pairs in hits, scores and order, a pair on which the slow scorer
/// says otherwise.
pub(crate) fn wrong(
    index: &Index,
    listed: &[AnalysedRecord],
    party: &AnalysedRecord,
    policy: &Policy,
    account: &Account,
) -> Option<String> {
    let candidates = index.candidates(party, policy);
    let names = |record: &AnalysedRecord| -> Vec<String> {
        record.names.iter().map(|name| name.original.to_string()).collect()
    };
    if !candidates.is_sorted_by(|one, other| one < other) {
        return Some(format!("out of order: {:?}", names(party)));
    }
    let of_index = candidates
        .iter()
        .filter_map(|&place| counted(place, party, listed.get(place as usize)?, policy));
    let of_all =
        (0..).zip(listed).filter_map(|(place, entry)| counted(place, party, entry, policy));
    let (mut by_index, mut by_all): (Vec<_>, Vec<_>) = (of_index.collect(), of_all.collect());
    by_index.sort_unstable();
    by_all.sort_unstable();
    if by_index != by_all {
        let told = |counted: &Counted| {
            let entry = &listed[counted.place as usize];
            format!("{counted:?} {:?} {:?}", entry.kind, names(entry))
        };
        let lost = by_all.iter().find(|counted| !by_index.contains(counted)).map(told);
        let further = by_index.iter().find(|counted| !by_all.contains(counted)).map(told);
        return Some(format!(
            "at {}: {:?} {:?}: lost {lost:?}, told {further:?}",
            policy.threshold,
            party.kind,
            names(party),
        ));
    }
    let mut random = Random::new(listed.len() as u64, names(party).first().map_or("", |name| name));
    let further = (0..JUDGED).map(|_| random.below(listed.len()));
    let places = by_all.iter().map(|counted| counted.place as usize).chain(further);
    let mut judged = 0;
    for place in places {
        judged += 1;
        if let Some(difference) = difference(party, &listed[place], policy) {
            return Some(difference);
        }
    }
    let below = by_all.iter().filter(|counted| counted.is_below).count() as u64;
    let hits = by_all.len() as u64 - below;
    account.add([listed.len() as u64, hits, below, candidates.len() as u64, judged]);
    None
}

/// A list with the parties that are asked of it.
#[derive(Debug)]
pub(crate) struct Round {
    pub(crate) listed: Vec<AnalysedRecord>,
    pub(crate) parties: Vec<AnalysedRecord>,
}

/// Invented people of all regions and things in many forms: a third of the forms of each is listed, so
/// many of the others are asked.
pub(crate) fn of_forms(seed: u64, of_each: usize, parties: usize) -> Round {
    let groups = pool::groups(seed, of_each, &Policy::vetting());
    let forms = groups.into_iter().flat_map(|group| group.members).flatten();
    let (mut listed, mut asked) = (Vec::new(), Vec::new());
    for (number, form) in forms.enumerate() {
        if number % 3 == 0 { listed.push(form) } else { asked.push(form) }
    }
    let every = (asked.len() / parties).max(1);
    let parties = asked.into_iter().step_by(every).take(parties).collect();
    Round { listed, parties }
}

/// A generated list of entries with four names and the queries that its benchmark asks.
pub(crate) fn of_population(seed: u64, entries: u32, parties: u32) -> Round {
    let (list, policy) = (Population::new(seed, entries), Policy::vetting());
    let of_entry = |entry| AnalysedRecord::of_entry(&entry, &policy).unwrap();
    let of_party = |(_, party)| AnalysedRecord::of_party(&party, &policy).unwrap();
    Round {
        listed: list.entries().map(of_entry).collect(),
        parties: list.queries(parties).map(of_party).collect(),
    }
}

/// The real lists, analysed.
#[derive(Debug)]
pub(crate) struct Listed {
    pub(crate) entries: Vec<Entry>,
    pub(crate) records: Vec<AnalysedRecord>,
}

/// Lists beside which real parties are asked.
pub(crate) const LISTS: [&str; 4] = [
    "lists/un/2026-02-27.xml",
    "lists/eu/2021-03-02.xml",
    "lists/ofac/sdn-2021-03-10.xml",
    "lists/uk/conlist-2014-04-02.csv",
];

impl Listed {
    pub(crate) fn of(entries: Vec<Entry>) -> Self {
        let policy = Policy::vetting();
        let of_entry = |entry| AnalysedRecord::of_entry(entry, &policy).unwrap();
        Self { records: entries.iter().map(of_entry).collect(), entries }
    }

    /// So many parties: a quarter entries themselves, a quarter invented people, half changed names.
    pub(crate) fn parties(&self, seed: u64, count: usize) -> Vec<AnalysedRecord> {
        let invented: Vec<String> = regions()
            .iter()
            .flat_map(|region| cohort(region, seed, 40))
            .flat_map(|person| [person.native, person.romanised])
            .collect();
        let policy = Policy::vetting();
        let party = |number: usize| {
            let mut random = Random::new(seed ^ (number as u64) << 24, "parties beside lists");
            let at = random.below(self.entries.len());
            let entry = &self.entries[at];
            match number % 4 {
                0 => return self.records[at].clone(),
                1 => {
                    let name = random.pick(&invented).unwrap().as_str();
                    let party = Party { names: vec![PartyName::whole(name)], ..Party::default() };
                    return AnalysedRecord::of_party(&party, &policy).unwrap();
                }
                _ => {}
            }
            let mut names = Vec::new();
            if let Some(name) = random.pick(&entry.names) {
                let change = *random.pick(&Perturbation::ALL).unwrap();
                names.extend(perturbed(&name.text, None, change, &mut random));
            }
            let party = Party {
                kind: if random.chance(200) { PartyKind::Unknown } else { entry.kind },
                names: names.iter().map(PartyName::whole).collect(),
                births: if random.chance(500) { entry.births.clone() } else { Vec::new() },
                ..Party::default()
            };
            AnalysedRecord::of_party(&party, &policy).unwrap()
        };
        (0..count).map(party).collect()
    }
}
