//! One party against a generated list of 10^5 and of 10^6 entries with four names each: what is built,
//! what it takes, how long an answer takes, and how that grows.
//!
//! `cargo bench -p tamis-index --bench size` measures 10^5 entries; behind `--` stand the sizes to
//! measure (`100000 1000000`), `queries=N` and `checked=N`, the queries that are compared with all entries.
//! The list is never in memory as a whole: whoever is offered is made and analysed again, outside the
//! times that are told. Times are those of this thread on its core, so that others who use the machine matter
//! little; beside them stands what was looked at, which depends on nobody.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::panic,
    clippy::cast_precision_loss,
    reason = "a measurement that can't be set up stops, and what it found is printed"
)]

use std::collections::BTreeMap;
use std::error::Error;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};
use tamis_index::artefact::Artefact;
use tamis_index::{Index, IndexBuilder};
use tamis_match::{AnalysedRecord, Policy, compare};
use tamis_testkit::population::{Census, Population, QueryKind};

/// What is measured.
struct Plan {
    sizes: Vec<u32>,
    queries: u32,
    checked: usize,
}

/// An index with what it took.
struct Built {
    index: Index,
    analysing: Duration,
    indexing: Duration,
}

/// The index of a list, told entry by entry: the one place to change for another builder.
fn build(list: &Population, policy: &Policy, census: &mut Census) -> Built {
    let (mut analysing, mut indexing) = (Duration::ZERO, Duration::ZERO);
    let mut builder = IndexBuilder::new();
    for entry in list.entries() {
        let begin = now();
        let record = AnalysedRecord::of_entry(&entry, policy).unwrap();
        let analysed = now();
        builder.add(&record);
        indexing += since(analysed);
        analysing += analysed - begin;
        for name in &record.names {
            census.add(name.informative.iter().map(|part| part.part.folded.as_str()));
        }
    }
    let begin = now();
    let artefact = Artefact::in_memory::<Box<dyn Error>>(|writer| Ok(builder.write(writer)?));
    let index = Index::open(Arc::new(artefact.unwrap())).unwrap();
    Built { index, analysing, indexing: indexing + since(begin) }
}

fn main() {
    let plan = plan();
    println!("{} queries, seed {}", plan.queries, Population::SEED);
    let mut medians: BTreeMap<QueryKind, Vec<(u32, Duration)>> = BTreeMap::new();
    for entries in plan.sizes.clone() {
        let list = Population::new(Population::SEED, entries);
        for (kind, median) in measure(&list, &plan) {
            medians.entry(kind).or_default().push((entries, median));
        }
    }
    for (kind, medians) in medians {
        if let [(less, first), .., (more, last)] = medians.as_slice() {
            let growth = last.as_secs_f64() / first.as_secs_f64();
            println!("{}: p50 grows {growth:.2} times from {less} to {more} entries", kind.words());
        }
    }
}

fn plan() -> Plan {
    let mut plan = Plan { sizes: Vec::new(), queries: 10_000, checked: 30 };
    // `--bench` is what cargo says to every bench
    for word in std::env::args().skip(1).filter(|word| word != "--bench") {
        match word.split_once('=') {
            Some(("queries", count)) => plan.queries = count.parse().unwrap(),
            Some(("checked", count)) => plan.checked = count.parse().unwrap(),
            Some(_) => panic!("`{word}` is not known: sizes, queries=N and checked=N are"),
            None => plan.sizes.push(word.parse().unwrap()),
        }
    }
    if plan.sizes.is_empty() {
        plan.sizes.push(100_000);
    }
    plan
}

fn measure(list: &Population, plan: &Plan) -> Vec<(QueryKind, Duration)> {
    let policy = Policy::vetting();
    let mut census = Census::default();
    let Built { index, analysing, indexing } = build(list, &policy, &mut census);
    println!("\n{} entries: analysed in {analysing:.1?}, indexed in {indexing:.1?}", list.len());
    let findings = census.findings();
    println!("{findings:?}");
    if let Err(failure) = findings.check() {
        panic!("{failure}");
    }
    let sizes = index.sizes();
    let all: usize = sizes.bytes.iter().map(|(_, bytes)| bytes).sum();
    println!("{} names, {} words; {:.1} MiB", sizes.names, sizes.words, mebibytes(all));
    for (section, bytes) in &sizes.bytes {
        let a_name = *bytes as f64 / findings.names as f64;
        println!("  {section:16} {:8.1} MiB {a_name:7.2} bytes a listed name", mebibytes(*bytes));
    }
    println!("resident after building: {}", resident());
    let parties: Vec<(QueryKind, AnalysedRecord)> = list
        .queries(plan.queries)
        .map(|(kind, party)| (kind, AnalysedRecord::of_party(&party, &policy).unwrap()))
        .collect();
    let mut medians = Vec::new();
    for round in ["first", "again"] {
        medians.clear();
        for kind in QueryKind::ALL {
            let of_kind =
                parties.iter().filter(|(found, _)| *found == kind).map(|(_, party)| party);
            let median = ask(kind, round, of_kind, &index, list, &policy);
            medians.push((kind, median));
        }
        println!("resident: {}", resident());
    }
    check(&parties, plan.checked, &index, list, &policy);
    medians
}

/// Asks all parties of a kind; the median of retrieval with comparison.
fn ask<'p>(
    kind: QueryKind,
    round: &str,
    parties: impl Iterator<Item = &'p AnalysedRecord>,
    index: &Index,
    list: &Population,
    policy: &Policy,
) -> Duration {
    let (mut retrieval, mut whole, mut offered, mut hits) = (vec![], vec![], 0, 0);
    let mut work = [0, 0, 0, 0];
    for party in parties {
        let begin = now();
        let (offers, done) = index.offered_and_work(party, policy);
        let retrieved = since(begin);
        let of_entries = offers.chunk_by(|one, other| one.entry == other.entry);
        retrieval.push(retrieved);
        for (sum, done) in
            work.iter_mut().zip([done.aligned, done.judged, done.names, done.reaching])
        {
            *sum += done;
        }
        let mut comparing = Duration::ZERO;
        for offers in of_entries {
            let record = AnalysedRecord::of_entry(&list.entry(offers[0].entry), policy).unwrap();
            let begin = now();
            hits +=
                usize::from(black_box(compare(party, &record, policy)).reaches(policy.threshold));
            comparing += since(begin);
        }
        whole.push(retrieved + comparing);
        offered += offers.len();
    }
    let each = |sum: f64| sum / whole.len().max(1) as f64;
    let (offered, hits) = (each(offered as f64), each(hits as f64));
    let [aligned, judged, names, reaching] = work.map(|sum| each(sum as f64));
    println!(
        "{}, {round}: retrieval {}; with comparison {}; names offered {offered:.1}, hits {hits:.1}; aligned \
         {aligned:.0}, words judged {judged:.0}, names {names:.0}, reaching {reaching:.1}",
        kind.words(),
        told(&mut retrieval),
        told(&mut whole),
    );
    whole.get(whole.len() / 2).copied().unwrap_or_default()
}

/// Compares some parties with all entries: nobody that counts may be missing.
fn check(
    parties: &[(QueryKind, AnalysedRecord)],
    checked: usize,
    index: &Index,
    list: &Population,
    policy: &Policy,
) {
    let step = (parties.len() / checked.max(1)).max(1);
    let some: Vec<_> = parties.iter().step_by(step).take(checked).collect();
    let offered: Vec<Vec<u32>> =
        some.iter().map(|(_, party)| index.candidates(party, policy)).collect();
    let (mut counted, mut comparing) = (0, Duration::ZERO);
    for number in 0..list.len() {
        let record = AnalysedRecord::of_entry(&list.entry(number), policy).unwrap();
        let begin = now();
        for ((_, party), offered) in some.iter().zip(&offered) {
            let comparison = compare(party, &record, policy);
            if comparison.reaches(policy.threshold) || comparison.below_by_date {
                counted += 1;
                if offered.binary_search(&number).is_err() {
                    panic!("lost: {:?} {:?}", party.names[0].original, record.names[0].original);
                }
            }
        }
        comparing += since(begin);
    }
    let each = comparing / u32::try_from(some.len()).unwrap().max(1);
    println!(
        "{} parties beside all entries: {counted} count, none is lost; {each:.1?} each",
        some.len()
    );
}

/// What this thread has run.
fn now() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.try_into().unwrap(), time.tv_nsec.try_into().unwrap())
}

fn since(begin: Duration) -> Duration {
    now() - begin
}

fn told(times: &mut [Duration]) -> String {
    times.sort_unstable();
    let at = |permille: usize| times[(times.len() - 1) * permille / 1000];
    let mean = times.iter().sum::<Duration>() / u32::try_from(times.len()).unwrap();
    format!("p50 {:.1?} p99 {:.1?} mean {mean:.1?}", at(500), at(990))
}

fn mebibytes(bytes: usize) -> f64 {
    bytes as f64 / f64::from(1 << 20)
}

/// Memory of this process, as Linux tells it; elsewhere it is not known.
fn resident() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let told = |field: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(field))?;
        line.trim().strip_suffix(" kB")?.parse::<usize>().ok()
    };
    match (told("VmRSS:"), told("VmHWM:")) {
        (Some(now), Some(most)) => format!("{} MiB, at most {} MiB", now >> 10, most >> 10),
        _ => "not known".to_owned(),
    }
}
