//! A million generated pairs in each run, and pairs of the real lists where they are.

use tamis_match::{AnalysedRecord, Policy};
use tamis_testkit::generate::Random;
use tamis_testkit::require_data;

use super::agreement::{all_hold, difference};
use super::pool;

/// Pairs of one run.
const PAIRS: usize = 1_000_000;

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
