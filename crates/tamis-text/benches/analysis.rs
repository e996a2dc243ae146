//! What one name costs, from writing to parts.

use divan::{Bencher, black_box};
use tamis_text::{NameKind, analyse, distance};

fn main() {
    divan::main();
}

const NAMES: [&str; 5] = [
    "Muhammad Jamal Abd-al-Rahman Ahmad",
    "AL-RAHMAN MUHAMMAD MUSTAFA AL-QADULI, 'ABD",
    "أبو بكر البغدادي الحسيني",
    "Ислам Сеит-Умарович Атабиев",
    "MXHMD<<EBDALRXHMN<ELY",
];

#[divan::bench(args = NAMES)]
fn analysis(name: &str) -> usize {
    analyse(black_box(name), NameKind::Person).map_or(0, |name| name.parts.len())
}

#[divan::bench]
fn distance_of_two_parts(bencher: Bencher<'_, '_>) {
    bencher.bench(|| {
        distance::optimal_string_alignment(black_box(b"abderrahmane"), black_box(b"abdulrahman"), 3)
    });
}
