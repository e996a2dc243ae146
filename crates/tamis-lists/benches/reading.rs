//! How fast the real lists are read on one core: bytes in, entries and account out. Prints what it
//! skips where the lists do not lie beside the repository.
#![allow(clippy::unwrap_used, reason = "a bench that cannot read its data has nothing to measure")]

use divan::Bencher;
use divan::counter::BytesCount;
use tamis_lists::{ReadOptions, SourceFile};
use tamis_testkit::data;

fn main() {
    divan::main();
}

const LISTS: [&str; 5] = [
    "lists/un/2021-03-12.xml",
    "lists/un/2025-08-malformed-bytes.xml",
    "lists/eu/2021-03-02.xml",
    "lists/ofac/sdn-2021-03-10.xml",
    "lists/ofac/nonsdn-2024-05-06.xml",
];

fn load(relative: &str) -> Option<Vec<u8>> {
    let path = data::require(relative, "benches/reading")?;
    Some(std::fs::read(path).unwrap())
}

fn read(name: &str, bytes: &[u8]) -> usize {
    let files = [SourceFile { name, bytes }];
    tamis_lists::read(&files, &ReadOptions::default(), &mut |_| {}).unwrap().entries.len()
}

#[divan::bench(args = LISTS, sample_count = 20, sample_size = 1)]
fn one_list(bencher: Bencher<'_, '_>, relative: &str) {
    let Some(bytes) = load(relative) else { return };
    bencher
        .counter(BytesCount::of_slice(&bytes))
        .bench_local(|| read(divan::black_box(relative), divan::black_box(&bytes)));
}

/// The lists that the promise of 40 MB a second speaks of: UN, EU and OFAC SDN of March 2021.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn three_lists_of_2021(bencher: Bencher<'_, '_>) {
    let names =
        ["lists/un/2021-03-12.xml", "lists/eu/2021-03-02.xml", "lists/ofac/sdn-2021-03-10.xml"];
    let lists: Option<Vec<(&str, Vec<u8>)>> =
        names.into_iter().map(|name| Some((name, load(name)?))).collect();
    let Some(lists) = lists else { return };
    let bytes: usize = lists.iter().map(|(_, bytes)| bytes.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        lists.iter().map(|(name, bytes)| read(name, divan::black_box(bytes))).sum::<usize>()
    });
}
