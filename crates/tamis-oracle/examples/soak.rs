//! What `cargo xtask soak` runs: parties beside whole lists, by the index and by all pairs, round after
//! round until so many pairs are covered. What is done is written down after each round, and a run that was
//! stopped goes on where it was. Of eight rounds five are of forms, which give by far the most hits for
//! their time; two are of the real lists, one of a generated list.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a program that can't go on stops, and tells what it does"
)]

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use tamis_index::Index;
use tamis_match::AnalysedRecord;
use tamis_testkit::data;

#[path = "../tests/oracle/agreement.rs"]
#[expect(dead_code, reason = "the tests need more of it")]
mod agreement;
#[path = "../tests/oracle/koreans.rs"]
mod koreans;
#[path = "../tests/oracle/pool.rs"]
mod pool;
#[path = "../tests/oracle/rounds.rs"]
mod rounds;
#[path = "../tests/oracle/vietnamese.rs"]
mod vietnamese;

use rounds::{Account, Listed, Round, policies, wrong};

/// Pairs of a run that nobody tells the number of.
const PAIRS: u64 = 10_000_000_000;

/// Parties of a round.
const PARTIES: usize = 1_200;

struct Plan {
    pairs: u64,
    seed: u64,
    threads: usize,
    to: PathBuf,
}

/// What was done so far, as the file of a run tells it.
#[derive(Debug, Default)]
struct Progress {
    rounds: u64,
    /// Pairs, hits, below by a date alone, offered, judged by the slow scorer.
    counts: [u64; 5],
    milliseconds: u64,
    failures: usize,
}

impl Progress {
    /// Reads the lines of rounds: the word, the number, five counts and milliseconds, parted by tabs. Lines that begin
    /// otherwise are failures.
    fn read(text: &str) -> Self {
        let mut progress = Self::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<u64> =
                line.split('\t').skip(1).filter_map(|field| field.parse().ok()).collect();
            match (line.starts_with("round\t"), fields.as_slice()) {
                (true, [_, pairs, hits, below, offered, judged, milliseconds]) => {
                    let counts = [pairs, hits, below, offered, judged];
                    progress.add(counts.map(|count| *count), *milliseconds);
                }
                _ => progress.failures += 1,
            }
        }
        progress
    }

    fn add(&mut self, counts: [u64; 5], milliseconds: u64) {
        self.rounds += 1;
        self.milliseconds += milliseconds;
        for (sum, count) in self.counts.iter_mut().zip(counts) {
            *sum += count;
        }
    }
}

fn main() -> ExitCode {
    let plan = plan();
    if let Some(folder) = plan.to.parent() {
        std::fs::create_dir_all(folder).unwrap();
    }
    let mut progress = Progress::read(&std::fs::read_to_string(&plan.to).unwrap_or_default());
    let mut file = OpenOptions::new().create(true).append(true).open(&plan.to).unwrap();
    if progress.rounds > 0 {
        println!("{}: goes on after round {}", plan.to.display(), progress.rounds);
    }
    let listed = listed();
    let of_lists = listed.as_ref().map(|listed| Index::of(&listed.records));
    while progress.counts[0] < plan.pairs {
        let begin = Instant::now();
        let number = progress.rounds;
        let seed = plan.seed.wrapping_add(number);
        let (account, failures) = match (number % 8, &listed, &of_lists) {
            (0 | 4, Some(listed), Some(index)) => {
                run(index, &listed.records, &listed.parties(seed, PARTIES), plan.threads)
            }
            (0 | 1 | 4, ..) => of_round(&rounds::of_population(seed, 16_000, 1_200), plan.threads),
            _ => of_round(&rounds::of_forms(seed, 120, 3 * PARTIES), plan.threads),
        };
        for failure in &failures {
            let line = failure.replace(['\n', '\t'], " ");
            writeln!(file, "failure in round {number} of seed {}: {line}", plan.seed).unwrap();
        }
        let milliseconds = u64::try_from(begin.elapsed().as_millis()).unwrap();
        let counts = account.told();
        let fields = counts.map(|count| count.to_string()).join("\t");
        writeln!(file, "round\t{number}\t{fields}\t{milliseconds}").unwrap();
        progress.add(counts, milliseconds);
        progress.failures += failures.len();
        println!("{}", told(&progress));
    }
    println!("soak of seed {} with {} threads: {}", plan.seed, plan.threads, told(&progress));
    if progress.failures == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn plan() -> Plan {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let mut plan = Plan { pairs: PAIRS, seed: 1, threads: cores, to: PathBuf::new() };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut value = || words.next().unwrap_or_else(|| panic!("`{word}` needs a value"));
        match word.as_str() {
            "--pairs" => plan.pairs = value().replace('_', "").parse().unwrap(),
            "--seed" => plan.seed = value().parse().unwrap(),
            "--threads" => plan.threads = value().parse().unwrap(),
            "--to" => plan.to = PathBuf::from(value()),
            _ => panic!("`{word}` is not known: --pairs, --seed, --threads and --to are"),
        }
    }
    if plan.to.as_os_str().is_empty() {
        plan.to = std::env::temp_dir().join(format!("tamis-soak-{}.tsv", plan.seed));
    }
    plan
}

/// The real lists; without them, generated ones stand in their rounds.
fn listed() -> Option<Listed> {
    let paths: Option<Vec<_>> = rounds::LISTS.into_iter().map(data::path).collect();
    if paths.is_none() {
        println!("no lists under {}: generated ones alone", data::FOLDER_VARIABLE);
    }
    Some(Listed::of(paths?.iter().flat_map(|path| pool::entries(path)).collect()))
}

fn of_round(round: &Round, threads: usize) -> (Account, Vec<String>) {
    run(&Index::of(&round.listed), &round.listed, &round.parties, threads)
}

fn run(
    index: &Index,
    listed: &[AnalysedRecord],
    parties: &[AnalysedRecord],
    threads: usize,
) -> (Account, Vec<String>) {
    let (policies, account) = (policies(), Account::default());
    let failures = agreement::failures(parties.len(), threads, |number| {
        let policy = &policies[number / 12 % policies.len()];
        wrong(index, listed, &parties[number], policy, &account)
    });
    (account, failures)
}

fn told(progress: &Progress) -> String {
    let Progress { rounds, counts: [pairs, hits, below, offered, judged], .. } = progress;
    let a_second = pairs * 1_000 / progress.milliseconds.max(1);
    format!(
        "{pairs} pairs in {rounds} rounds, {} s ({a_second} a second): {hits} hits, {below} below by date, \
         {offered} offered, {judged} judged by the slow scorer, {} failures",
        progress.milliseconds / 1_000,
        progress.failures,
    )
}
