//! One person against the real lists: how long the candidates take, how long the comparison with them,
//! and how long the comparison with all. `cargo bench -p tamis-index`.
//!
//! Queries, seeded: a third invented people, a third listed names with a change, a third made of the
//! hundred commonest parts of the lists; every second one with a birth date. The answers of some are
//! compared with those of all pairs.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::panic,
    clippy::cast_precision_loss,
    reason = "a measurement that can't be set up stops, and what it found is printed"
)]

use std::collections::HashMap;
use std::hint::black_box;
use std::time::{Duration, Instant};

use tamis_index::Index;
use tamis_lists::{ReadOptions, SourceFile, read};
use tamis_match::{AnalysedRecord, Policy, compare};
use tamis_model::{DateStatement, Entry, Party, PartyKind, PartyName};
use tamis_testkit::data;
use tamis_testkit::generate::Random;
use tamis_testkit::generate::perturbation::{Perturbation, perturbed};

const QUERIES: usize = 10_000;

/// What others tell of themselves, for one person beside lists; they are not run here.
const DOCUMENTED: [(&str, &str); 3] = [
    ("limits of the specification", "p50 60 µs, p99 2 ms"),
    ("Watchman, by its own CI", "18 ms a search over 8,000 entries"),
    ("yente, by its documentation", "4 requests a second and core with logic-v2 and 50 candidates"),
];

/// Queries that are compared with all entries.
const EXHAUSTIVE: usize = 60;

fn main() {
    let policy = Policy::vetting();
    let paths = [
        "lists/un/2026-02-27.xml",
        "lists/eu/2021-03-02.xml",
        "lists/ofac/sdn-2021-03-10.xml",
        "lists/ofac/nonsdn-2024-05-06.xml",
        "lists/uk/conlist-2023-06-05.xlsx",
    ];
    let entries: Vec<Entry> = paths.into_iter().flat_map(entries).collect();
    let records: Vec<AnalysedRecord> =
        entries.iter().map(|entry| AnalysedRecord::of_entry(entry, &policy).unwrap()).collect();
    let names: usize = records.iter().map(|record| record.names.len()).sum();
    if records.is_empty() {
        println!("no list under {}: nothing is measured", data::FOLDER_VARIABLE);
        return;
    }
    let begin = Instant::now();
    let index = Index::of(&records);
    let built = begin.elapsed();
    println!("{} entries, {names} names: built in {built:.0?}; {:?}", records.len(), index.sizes());
    for (system, figure) in DOCUMENTED {
        println!("{system}: {figure}");
    }
    for (group, parties) in queries(&entries, &records) {
        measure(&group, &parties, &index, &records, &policy);
    }
}

fn measure(
    group: &str,
    parties: &[AnalysedRecord],
    index: &Index,
    records: &[AnalysedRecord],
    policy: &Policy,
) {
    for round in ["first", "again"] {
        let (mut retrieval, mut whole, mut found, mut hits) = (vec![], vec![], 0, 0);
        let mut work = [0; 4];
        for party in parties {
            let begin = Instant::now();
            let (offers, done) = index.offered_and_work(party, policy);
            retrieval.push(begin.elapsed());
            for of_entry in offers.chunk_by(|one, other| one.entry == other.entry) {
                let place = of_entry[0].entry as usize;
                let comparison = compare(party, &records[place], policy);
                hits += usize::from(black_box(comparison.reaches(policy.threshold)));
            }
            whole.push(begin.elapsed());
            found += offers.len();
            for (sum, done) in
                work.iter_mut().zip([done.aligned, done.judged, done.names, done.reaching])
            {
                *sum += done;
            }
        }
        let each = |sum: f64| sum / parties.len() as f64;
        println!(
            "{group}, {round}: retrieval {}; with comparison {}; names offered {:.1}, hits {:.1}; \
             aligned {:.0}, judged {:.0}, names {:.0}, reaching {:.1}",
            told(&mut retrieval),
            told(&mut whole),
            each(found as f64),
            each(hits as f64),
            each(work[0] as f64),
            each(work[1] as f64),
            each(work[2] as f64),
            each(work[3] as f64),
        );
    }
    let mut all = Vec::new();
    for party in parties.iter().step_by(parties.len() / EXHAUSTIVE) {
        let candidates = index.candidates(party, policy);
        let begin = Instant::now();
        for (place, record) in (0..).zip(records) {
            let comparison = compare(party, record, policy);
            let counts = comparison.reaches(policy.threshold) || comparison.below_by_date;
            if counts && candidates.binary_search(&place).is_err() {
                panic!("lost: {:?} {:?}", party.names[0].original, record.names[0].original);
            }
        }
        all.push(begin.elapsed());
    }
    println!("{group}, exhaustive: {}", told(&mut all));
}

fn told(times: &mut [Duration]) -> String {
    times.sort_unstable();
    let at = |permille: usize| times[(times.len() - 1) * permille / 1000];
    let mean = times.iter().sum::<Duration>() / u32::try_from(times.len()).unwrap();
    format!("p50 {:.1?} p99 {:.1?} mean {mean:.1?}", at(500), at(990))
}

fn entries(path: &str) -> Vec<Entry> {
    let Some(path) = data::path(path) else { return Vec::new() };
    let bytes = std::fs::read(&path).unwrap();
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let files = [SourceFile { name: &name, bytes: &bytes }];
    read(&files, &ReadOptions::default(), &mut |_| {}).unwrap().entries
}

fn queries(entries: &[Entry], records: &[AnalysedRecord]) -> Vec<(String, Vec<AnalysedRecord>)> {
    let mut random = Random::new(20_261_122, "queries of the index");
    let mut invented: Vec<String> = Vec::new();
    if let Some(path) = data::path("names/synthetic_negatives_global.csv") {
        let text = std::fs::read_to_string(path).unwrap();
        let name = |line: &str| match line.strip_prefix('"') {
            Some(rest) => rest.split('"').next().unwrap_or_default().to_owned(),
            None => line.split(',').next().unwrap_or_default().to_owned(),
        };
        invented.extend(text.lines().skip(1).map(name));
    }
    let people: Vec<&Entry> = entries
        .iter()
        .filter(|entry| entry.kind == PartyKind::Person && !entry.names.is_empty())
        .collect();
    let listed = |random: &mut Random| {
        let name = &people[random.below(people.len())].names[0].text;
        let change = *random.pick(&Perturbation::ALL).unwrap();
        perturbed(name, None, change, random).into_iter().next().unwrap_or_else(|| name.clone())
    };
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for record in records.iter().filter(|record| record.kind == PartyKind::Person) {
        for part in record.names.iter().flat_map(|name| &name.informative) {
            *counts.entry(part.part.latin.as_str()).or_default() += 1;
        }
    }
    let mut common: Vec<(usize, &str)> =
        counts.into_iter().map(|(part, count)| (count, part)).collect();
    common.sort_unstable_by(|one, other| other.cmp(one));
    common.truncate(100);
    let commonly = |random: &mut Random| {
        let count = 2 + random.below(3);
        let parts: Vec<&str> = (0..count).map(|_| common[random.below(common.len())].1).collect();
        parts.join(" ")
    };
    let mut groups = vec![("listed", Vec::new()), ("common", Vec::new()), ("invented", Vec::new())];
    for number in 0..QUERIES / 3 {
        for (group, names) in &mut groups {
            let name = match *group {
                "listed" => listed(&mut random),
                "common" => commonly(&mut random),
                _ if invented.is_empty() => continue,
                _ => invented[random.below(invented.len())].clone(),
            };
            let born = format!("{}-0{}-1{}", 1940 + number % 60, 1 + number % 9, number % 9);
            let births = if number % 2 == 0 { DateStatement::read(&born).ok() } else { None };
            let party = Party {
                kind: PartyKind::Person,
                names: vec![PartyName::whole(name.as_str())],
                births: births.into_iter().collect(),
                ..Party::default()
            };
            names.push(AnalysedRecord::of_party(&party, &Policy::vetting()).unwrap());
        }
    }
    groups.into_iter().map(|(name, parties)| (name.to_owned(), parties)).collect()
}
