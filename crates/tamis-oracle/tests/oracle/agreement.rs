//! What the tests and the soak share: where the matcher and the slow scorer differ, and checks on all
//! cores.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use tamis_match::comparison::Reason;
use tamis_match::names::NameReason;
use tamis_match::{AnalysedRecord, Policy, compare};
use tamis_model::{Finding, PartRelation};
use tamis_oracle::judge;

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
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let failures = failures(pairs, cores, check);
    let shown = failures.iter().take(8).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(failures.is_empty(), "{} of {pairs} pairs differ\n{shown}", failures.len());
}

/// What a check says of numbered pairs that do not hold, asked by some threads.
pub(crate) fn failures(
    pairs: usize,
    threads: usize,
    check: impl Fn(usize) -> Option<String> + Sync,
) -> Vec<String> {
    let (next, failures) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let at_once = (pairs / 64).clamp(1, 1_000);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let start = next.fetch_add(at_once, Ordering::Relaxed);
                    if start >= pairs {
                        break;
                    }
                    // looked for before the lock is taken, or one thread would wait for the other
                    let found: Vec<_> =
                        (start..pairs.min(start + at_once)).filter_map(&check).collect();
                    failures.lock().unwrap().extend(found);
                }
            });
        }
    });
    failures.into_inner().unwrap()
}
