//! The fuzz target `pairs` over its committed corpus, with a stable compiler.

use super::properties;

#[test]
fn each_seed_keeps_the_promises() {
    let folder = tamis_testkit::data::workspace().join("fuzz/corpus/pairs");
    let mut number = 0;
    for seed in std::fs::read_dir(&folder).unwrap() {
        properties::pairs(&std::fs::read(seed.unwrap().path()).unwrap());
        number += 1;
    }
    assert!(number >= 12, "{number} seeds");
}
