//! A generated list as `tamis screen` meets one: built into an artefact in one process, opened and asked in
//! another, whole screenings with evidence, at 10^5 and 10^6 entries with four names each.
//!
//! `cargo bench -p tamis-service --bench size [-- SIZE… queries=N]`; without sizes 100,000. What is asked is the
//! generated list of `tamis-testkit` with its queries, the same for all; its checks run with
//! `cargo bench -p tamis-index --bench size`, which also shows that nobody is lost.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a measurement that can't be set up stops, and what it found is printed"
)]

use std::collections::BTreeMap;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use rayon::prelude::*;
use rustix::time::{ClockId, clock_gettime};
use tamis_archive::{Archive, Check};
use tamis_match::{AnalysedRecord, Policy};
use tamis_model::{CivilDate, Entry, ListId, Party, SnapshotId, SnapshotInfo, SnapshotScope};
use tamis_screen::{Clusters, PreparedEntry, ScreenSet, Screener, SetWriter};
use tamis_testkit::population::{Population, QueryKind};

/// Entries that are analysed together, on all cores.
const TOGETHER: usize = 8_192;

fn main() {
    // `--bench` is what cargo says to every bench
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["build", entries, folder] => build(entries.parse().unwrap(), &Archive::at(folder)),
        ["ask", entries, folder, queries] => {
            ask(entries.parse().unwrap(), &Archive::at(folder), queries.parse().unwrap());
        }
        ["stages", entries, folder, queries] => {
            stages(entries.parse().unwrap(), &Archive::at(folder), queries.parse().unwrap());
        }
        others => run(others),
    }
}

/// Each step in a process of its own, so that the memory of one is not that of another.
fn run(words: &[&str]) {
    let mut queries = "10000";
    let mut sizes = Vec::new();
    for word in words {
        match word.strip_prefix("queries=") {
            Some(count) => queries = count,
            None => sizes.push(*word),
        }
    }
    if sizes.is_empty() {
        sizes.push("100000");
    }
    for size in sizes {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().to_str().unwrap();
        for step in [&["build", size, path][..], &["ask", size, path, queries]] {
            let status = Command::new(std::env::current_exe().unwrap()).args(step).status();
            assert!(status.unwrap().success(), "{step:?}");
        }
    }
}

fn build(entries: u32, archive: &Archive) {
    let list = Population::new(Population::SEED, entries);
    let policy = Policy::vetting();
    let (begun, mut making) = (Instant::now(), Duration::ZERO);
    let mut writer = SetWriter::new();
    let mut all = list.entries();
    loop {
        let begin = Instant::now();
        let some: Vec<Entry> = all.by_ref().take(TOGETHER).collect();
        making += begin.elapsed();
        if some.is_empty() {
            break;
        }
        let prepare = |entry: Entry| {
            let record = AnalysedRecord::of_entry(&entry, &policy).unwrap();
            PreparedEntry { entry, record }
        };
        let prepared: Vec<PreparedEntry> = some.into_par_iter().map(prepare).collect();
        prepared.iter().for_each(|prepared| writer.add(prepared));
    }
    let snapshot = SnapshotInfo {
        list: ListId::new("generated").unwrap(),
        id: SnapshotId([0; 32]),
        format: "generated".to_owned(),
        published: CivilDate::new(2026, 11, 27).unwrap(),
        published_as_written: None,
        scope: SnapshotScope::Whole,
        entries: entries.into(),
    };
    let lock = archive.lock_artefact("size", &mut || false).unwrap();
    let written =
        lock.put(|to| writer.write(&[snapshot], &Clusters::default(), &policy, to).map(drop));
    written.unwrap();
    let took = begun.elapsed() - making;
    println!(
        "\n{entries} entries: built in {took:.1?}, the list itself not counted; {}",
        resident()
    );
}

fn ask(entries: u32, archive: &Archive, queries: u32) {
    let policy = Policy::vetting();
    let before = resident();
    let begun = Instant::now();
    let artefact = archive.artefact("size", Check::AsOpened).unwrap().unwrap();
    let bytes = artefact.length();
    let set = ScreenSet::open(Arc::new(artefact), &policy).unwrap();
    let screener = Screener::indexed(Arc::new(set), policy);
    println!(
        "opened in {:.1?}, {:.0} MiB; before {before}, then {}",
        begun.elapsed(),
        bytes as f64 / f64::from(1 << 20),
        resident()
    );
    let list = Population::new(Population::SEED, entries);
    let mut asked: BTreeMap<QueryKind, Vec<Party>> = BTreeMap::new();
    for (kind, party) in list.queries(queries) {
        asked.entry(kind).or_default().push(party);
    }
    let (mut all, mut hits_of_all) = (Vec::new(), 0);
    for (kind, parties) in asked {
        let (mut times, mut hits) = (Vec::new(), 0);
        for party in &parties {
            let begin = now();
            // an acronym alone may be nothing to screen
            hits += screener.screen(party, None).map_or(0, |screening| screening.total.hits);
            times.push(now() - begin);
        }
        all.extend_from_slice(&times);
        hits_of_all += hits;
        println!(
            "{}: {}, {:.1} hits",
            kind.words(),
            told(&mut times),
            hits as f64 / times.len() as f64
        );
    }
    let hits = hits_of_all as f64 / all.len() as f64;
    println!("all: {}, {hits:.1} hits; {}", told(&mut all), resident());
}

/// Where the time of a screening goes: its steps one by one, as the screener takes them.
fn stages(entries: u32, archive: &Archive, queries: u32) {
    let policy = Policy::vetting();
    let artefact = archive.artefact("size", Check::AsOpened).unwrap().unwrap();
    let set = ScreenSet::open(Arc::new(artefact), &policy).unwrap();
    let (index, screener) = (set.index(), Screener::indexed(Arc::new(set), policy.clone()));
    let list = Population::new(Population::SEED, entries);
    let mut times: BTreeMap<&str, Vec<Duration>> = BTreeMap::new();
    let mut counts = [0_u64; 5];
    for (_, party) in list.queries(queries) {
        let begin = now();
        let record = AnalysedRecord::of_party(&party, &policy).unwrap();
        let analysed = now();
        let (offered, work) = index.offered_and_work(&record, &policy);
        let retrieved = now();
        // an acronym alone may be nothing to screen
        let hits = screener.screen(&party, None).map_or(0, |screening| screening.total.hits);
        let end = now();
        let mut add = |step, time| times.entry(step).or_default().push(time);
        add("1 analysis", analysed - begin);
        add("2 retrieval", retrieved - analysed);
        // once more, all of it: the words are known now
        add("3 a whole screening, words known", end - retrieved);
        let of_query = [work.names, work.reaching, offered.len() as u64, hits, work.walks];
        for (sum, count) in counts.iter_mut().zip(of_query) {
            *sum += count;
        }
    }
    for (step, times) in &mut times {
        println!("{step}: {}", told(times));
    }
    let words = ["names looked at", "reaching", "names offered", "hits", "walks"];
    for (word, count) in words.iter().zip(counts) {
        println!("{word}: {:.1} a query", count as f64 / f64::from(queries));
    }
}

/// What this thread has run: others who use the machine matter little.
fn now() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.try_into().unwrap(), time.tv_nsec.try_into().unwrap())
}

fn told(times: &mut [Duration]) -> String {
    times.sort_unstable();
    let at = |permille: usize| times[(times.len() - 1) * permille / 1000];
    let mean = times.iter().sum::<Duration>() / u32::try_from(times.len()).unwrap();
    format!("p50 {:.1?} p99 {:.1?} mean {mean:.1?}", at(500), at(990))
}

/// Memory of this process, as Linux tells it; elsewhere it is not known.
fn resident() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let told = |field: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(field))?;
        line.trim().strip_suffix(" kB")?.parse::<usize>().ok()
    };
    match (told("VmRSS:"), told("VmHWM:")) {
        (Some(now), Some(most)) => {
            format!("{} MiB resident, at most {} MiB", now >> 10, most >> 10)
        }
        _ => "memory not known".to_owned(),
    }
}
