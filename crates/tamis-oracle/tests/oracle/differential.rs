//! A million generated pairs in each run, and pairs of the real lists where they are.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use tamis_match::comparison::Reason;
use tamis_match::names::NameReason;
use tamis_match::{AnalysedRecord, Policy, compare};
use tamis_model::{Finding, PartRelation};
use tamis_oracle::judge;
use tamis_testkit::generate::Random;
use tamis_testkit::require_data;

use super::pool;

/// Pairs of one run.
const PAIRS: usize = 1_000_000;

/// What two scorers say of a pair, if they differ.
pub(crate) fn difference(
    party: &AnalysedRecord,
    entry: &AnalysedRecord,
    policy: &Policy,
) -> Option<String> {
    let shipped = compare(party, entry, policy);
    let plain = judge(party, entry, policy);
    let same = shipped.items.as_slice() == plain.items.as_slice()
        && shipped.sum == plain.sum
        && shipped.score == plain.score
        && shipped.class == plain.class
        && shipped.below_by_date == plain.below_by_date;
    let mut told: Vec<(PartRelation, Vec<usize>, Vec<usize>, usize)> = Vec::new();
    if !plain.pairs.is_empty() {
        for (item, evidence) in shipped.items.iter().zip(shipped.evidence()) {
            if let (Reason::Name(NameReason::Pair(_)), Finding::Part(part)) =
                (item.reason, evidence.finding)
            {
                let places = |parts: &[tamis_model::AlignedPart]| {
                    parts.iter().map(|part| part.index).collect()
                };
                let (party, entry) = (places(&part.party), places(&part.entry));
                told.push((part.relation, party, entry, usize::from(part.edits)));
            }
        }
    }
    let pairs: Vec<_> = plain
        .pairs
        .iter()
        .map(|pair| (pair.met.relation, pair.party.clone(), pair.entry.clone(), pair.met.edits))
        .collect();
    (!same || told != pairs).then(|| {
        let names = |record: &AnalysedRecord| -> Vec<String> {
            record.names.iter().map(|name| name.original.to_string()).collect()
        };
        format!(
            "{:?} {:?}\n{:?} {:?}\nmatcher: {:?} {:?}\n  {:?}\n  {told:?}\noracle:  {:?} {:?}\n  {:?}\n  {pairs:?}\n",
            party.kind, names(party), entry.kind, names(entry),
            shipped.sum, shipped.class, shipped.items, plain.sum, plain.class, plain.items,
        )
    })
}

/// Runs a check over numbered pairs on all cores, and fails with the first few that do not hold.
pub(crate) fn all_hold(pairs: usize, check: impl Fn(usize) -> Option<String> + Sync) {
    let (next, failures) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let at_once = (pairs / 64).clamp(1, 1_000);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                loop {
                    let start = next.fetch_add(at_once, Ordering::Relaxed);
                    if start >= pairs {
                        break;
                    }
                    let found = (start..pairs.min(start + at_once)).filter_map(&check);
                    failures.lock().unwrap().extend(found);
                }
            });
        }
    });
    let failures = failures.into_inner().unwrap();
    let shown = failures.iter().take(8).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(failures.is_empty(), "{} of {pairs} pairs differ\n{shown}", failures.len());
}

/// Two records by the number of the pair: three of ten are forms of one, half are neighbours.
pub(crate) fn drawn<'p>(
    groups: &'p [pool::Group],
    number: usize,
) -> (&'p AnalysedRecord, &'p AnalysedRecord) {
    let mut random = Random::new(number as u64, "pairs");
    let group = random.pick(groups).unwrap();
    let one = random.pick(&group.members).unwrap();
    let other = match random.below(10) {
        0..3 => one,
        3..8 => random.pick(&group.members).unwrap(),
        _ => random.pick(&random.clone().pick(groups).unwrap().members).unwrap(),
    };
    let pick = |forms: &'p pool::Forms, random: &mut Random| random.pick(forms).unwrap();
    (pick(one, &mut random), pick(other, &mut random))
}

#[test]
fn a_million_pairs_as_the_oracle_says() {
    let (vetting, bulk) = (Policy::vetting(), Policy::bulk());
    let groups = pool::groups(20_261_122, 300, &vetting);
    all_hold(PAIRS, |number| {
        let (party, entry) = drawn(&groups, number);
        difference(party, entry, if number % 4 == 0 { &bulk } else { &vetting })
    });
}

#[test]
fn listed_names_as_the_oracle_says() {
    let lists = [
        require_data!("lists/un/2026-02-27.xml"),
        require_data!("lists/eu/2021-03-02.xml"),
        require_data!("lists/ofac/sdn-2021-03-10.xml"),
        require_data!("lists/uk/conlist-2014-04-02.csv"),
    ];
    let policy = Policy::vetting();
    let entries = lists.into_iter().flatten().flat_map(|path| pool::entries(&path));
    let mut records: Vec<AnalysedRecord> =
        entries.map(|entry| AnalysedRecord::of_entry(&entry, &policy).unwrap()).collect();
    if records.is_empty() {
        return;
    }
    // names that begin alike stand beside each other
    let first = |record: &AnalysedRecord| {
        let part = record.names.first().and_then(|name| name.informative.first());
        part.map(|part| part.part.latin.clone())
    };
    records.sort_by_cached_key(first);
    all_hold(200_000, |number| {
        let mut random = Random::new(number as u64, "listed pairs");
        let at = random.below(records.len());
        let near = at + random.below(12);
        let far = random.below(records.len());
        let other = if random.chance(700) { near.min(records.len() - 1) } else { far };
        difference(&records[at], &records[other], &policy)
    });
}
