//! Nobody is lost: what the index offers against the comparison of all pairs, and what it finds for a
//! part against the judgement of all words.

use std::sync::Mutex;

use tamis_index::Index;
use tamis_match::meeting::{cut_short, meet};
use tamis_match::record::PreparedPart;
use tamis_match::{AnalysedRecord, Policy};
use tamis_model::{Entry, Weight};
use tamis_testkit::population::Population;
use tamis_testkit::require_data;

use super::agreement::all_hold;
use super::pool;
use super::rounds::{self, Account, Listed, policies, wrong};

/// Pairs of each run, by what stands beside each other: 10^8 together.
const OF_FORMS: u64 = 34_000_000;
const OF_POPULATION: u64 = 26_000_000;
const OF_LISTS: u64 = 40_000_000;
const _: () = assert!(OF_FORMS + OF_POPULATION + OF_LISTS >= 100_000_000);

/// Asks all parties of an index of the list, on all cores.
fn nobody_is_lost(listed: &[AnalysedRecord], parties: &[AnalysedRecord]) -> [u64; 5] {
    let index = Index::of(listed);
    let (policies, account) = (policies(), Account::default());
    all_hold(parties.len(), |number| {
        // the kinds of parties take turns in fours and threes, the policies in eights
        let policy = &policies[number / 12 % policies.len()];
        wrong(&index, listed, &parties[number], policy, &account)
    });
    account.told()
}

#[test]
fn nobody_is_lost_among_generated_records() {
    let round = rounds::of_forms(20_261_124, 110, 5_000);
    let told @ [pairs, hits, below, ..] = nobody_is_lost(&round.listed, &round.parties);
    assert!(pairs >= OF_FORMS && hits > 10_000 && below > 500, "{told:?}");
}

#[test]
fn nobody_is_lost_in_a_generated_list() {
    let round = rounds::of_population(Population::SEED, 13_000, 2_000);
    let told @ [pairs, hits, below, ..] = nobody_is_lost(&round.listed, &round.parties);
    assert!(pairs >= OF_POPULATION && hits > 1_000 && below > 50, "{told:?}");
}

#[test]
fn nobody_is_lost_among_listed_records() {
    let [un, eu, ofac, uk] = rounds::LISTS;
    let lists = [require_data!(un), require_data!(eu), require_data!(ofac), require_data!(uk)];
    let entries = lists.into_iter().flatten().flat_map(|path| pool::entries(&path));
    let listed = Listed::of(entries.collect());
    if listed.entries.is_empty() {
        return;
    }
    let parties = listed.parties(20_261_127, OF_LISTS as usize / listed.records.len() + 1);
    let told @ [pairs, hits, below, ..] = nobody_is_lost(&listed.records, &parties);
    assert!(pairs >= OF_LISTS && hits > 2_000 && below > 50, "{told:?}");
}

/// The words of an index, one part for each, and what each part that is asked must meet.
fn words_are_found(listed: &[AnalysedRecord], asked: &[&PreparedPart], least: usize) {
    let index = Index::of(listed);
    let mut words: Vec<(u32, &PreparedPart)> = listed
        .iter()
        .flat_map(AnalysedRecord::readings)
        .flat_map(|(_, names)| names)
        .flat_map(|name| &name.informative)
        .map(|part| (index.word_of(part).unwrap(), part))
        .collect();
    words.sort_by_key(|(word, _)| *word);
    words.dedup_by_key(|(word, _)| *word);
    let total = Mutex::new(0);
    all_hold(asked.len(), |number| {
        let part = asked[number];
        let found = index.words_met_by(part);
        let mut met = Vec::new();
        for (word, known) in &words {
            let meeting = cut_short(part, known).or_else(|| meet(&part.form(), &known.form()));
            let weight =
                meeting.map_or(Weight::ZERO, |met| met.weight(part.rarity.min(known.rarity)));
            if weight > Weight::ZERO {
                met.push(tamis_index::Met { word: *word, weight });
            }
        }
        *total.lock().unwrap() += met.len();
        (found != met).then(|| {
            let text = |met: &[tamis_index::Met]| -> Vec<String> {
                let text = |met: &tamis_index::Met| {
                    let known = words.iter().find(|(word, _)| *word == met.word);
                    format!("{} {:?}", known.unwrap().1.part.folded, met.weight)
                };
                met.iter().map(text).collect()
            };
            let missing: Vec<_> = met.iter().filter(|one| !found.contains(one)).copied().collect();
            let further: Vec<_> = found.iter().filter(|one| !met.contains(one)).copied().collect();
            format!("{}: lost {:?}, told {:?}", part.part.folded, text(&missing), text(&further))
        })
    });
    let total = total.into_inner().unwrap();
    assert!(total >= least, "{total} meetings");
}

fn parts(records: &[AnalysedRecord]) -> Vec<&PreparedPart> {
    let names = records.iter().flat_map(AnalysedRecord::readings).flat_map(|(_, names)| names);
    names.flat_map(|name| &name.informative).collect()
}

#[test]
fn all_words_that_a_generated_part_meets_are_found() {
    let groups = pool::groups(20_261_125, 24, &Policy::vetting());
    let records: Vec<AnalysedRecord> =
        groups.into_iter().flat_map(|group| group.members).flatten().collect();
    let (asked, listed) = records.split_at(records.len());
    assert!(listed.is_empty());
    let some: Vec<&PreparedPart> = parts(asked).into_iter().step_by(6).collect();
    words_are_found(&records, &some, 10_000);
}

#[test]
fn all_words_that_a_listed_part_meets_are_found() {
    let lists = [
        require_data!("lists/un/2026-02-27.xml"),
        require_data!("lists/eu/2021-03-02.xml"),
        require_data!("lists/ofac/sdn-2021-03-10.xml"),
    ];
    let policy = Policy::vetting();
    let entries: Vec<Entry> =
        lists.into_iter().flatten().flat_map(|path| pool::entries(&path)).collect();
    if entries.is_empty() {
        return;
    }
    let records: Vec<AnalysedRecord> =
        entries.iter().map(|entry| AnalysedRecord::of_entry(entry, &policy).unwrap()).collect();
    let all = parts(&records);
    let asked: Vec<&PreparedPart> = all.iter().copied().step_by(all.len() / 600).collect();
    words_are_found(&records, &asked, 6_000);
}
