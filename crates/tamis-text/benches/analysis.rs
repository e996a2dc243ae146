//! What one name costs, from writing to parts, by script; see `names.tsv` for the mix. Instructions
//! are counted by `script/count-instructions`.

use divan::{Bencher, black_box, counter::ItemsCount};
use tamis_text::{NameKind, analyse, distance};

fn main() {
    divan::main();
}

/// `group <tab> kind <tab> name`, invented.
const NAMES: &str = include_str!("names.tsv");

const GROUPS: [&str; 19] = [
    "",
    "latin",
    "latin-compound",
    "latin-marks",
    "arabic",
    "cyrillic",
    "hebrew",
    "greek",
    "armenian",
    "georgian",
    "han",
    "kana",
    "hangul",
    "devanagari",
    "bengali",
    "thai",
    "machine-readable",
    "organisation",
    "vessel",
];

/// The names of a group, or all.
fn names(group: &str) -> Vec<(NameKind, &'static str)> {
    NAMES
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .filter(|(of, _)| group.is_empty() || *of == group)
        .filter_map(|(_, line)| line.split_once('\t'))
        .map(|(kind, name)| match kind {
            "person" => (NameKind::Person, name),
            "vessel" => (NameKind::Vessel, name),
            _ => (NameKind::Organisation, name),
        })
        .collect()
}

#[divan::bench(args = GROUPS)]
fn analysis(bencher: Bencher<'_, '_>, group: &str) {
    let names = names(group);
    bencher.counter(ItemsCount::new(names.len())).bench(|| {
        for (kind, name) in &names {
            black_box(analyse(black_box(name), *kind)).ok();
        }
    });
}

#[divan::bench]
fn distance_of_two_parts(bencher: Bencher<'_, '_>) {
    bencher.bench(|| {
        distance::optimal_string_alignment(black_box(b"abderrahmane"), black_box(b"abdulrahman"), 3)
    });
}
