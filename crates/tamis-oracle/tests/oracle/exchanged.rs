//! The index with its sides exchanged: of parties, asked with entries. No party is lost to an entry that it
//! would be a hit on, and what grades and dates of aliases do is an entry's alone.

use tamis_index::Index;
use tamis_match::{AnalysedRecord, Policy, compare};
use tamis_model::{Entry, NameGrade, Party, PartyName};
use tamis_testkit::generate::perturbation::{Perturbation, perturbed};
use tamis_testkit::generate::{Random, cohort, regions};
use tamis_testkit::require_data;

use super::agreement::all_hold;
use super::pool;
use super::rounds::{Account, policies};

/// Which party is lost to an entry, if any is.
fn lost(
    index: &Index,
    parties: &[AnalysedRecord],
    entry: &AnalysedRecord,
    policy: &Policy,
    account: &Account,
) -> Option<String> {
    let candidates = index.candidates(entry, policy);
    let (mut hits, mut below) = (0, 0);
    for (place, party) in (0..).zip(parties) {
        let comparison = compare(party, entry, policy);
        let hit = comparison.reaches(policy.threshold);
        hits += u64::from(hit);
        below += u64::from(comparison.below_by_date);
        if (hit || comparison.below_by_date) && candidates.binary_search(&place).is_err() {
            let names = |record: &AnalysedRecord| -> Vec<String> {
                record.names.iter().map(|name| name.original.to_string()).collect()
            };
            let (party, entry) = (names(party), names(entry));
            return Some(format!("lost at {}: {party:?} to {entry:?}", policy.id.0));
        }
    }
    account.add([parties.len() as u64, hits, below, candidates.len() as u64, 0]);
    None
}

/// The record as an entry would have it: a date with one alias alone, weak aliases.
fn as_entry(record: &AnalysedRecord, random: &mut Random) -> AnalysedRecord {
    let mut entry = record.clone();
    let count = entry.names.len();
    if count > 0 && random.chance(400) {
        let births = std::mem::take(&mut entry.births);
        entry.names[random.below(count)].births = births;
    }
    for name in &mut entry.names {
        if random.chance(200) {
            name.grade = NameGrade::Weak;
        }
    }
    entry
}

#[test]
fn no_party_is_lost_to_a_generated_entry() {
    let groups = pool::groups(20_261_127, 40, &Policy::vetting());
    let (mut parties, mut entries) = (Vec::new(), Vec::new());
    let mut random = Random::new(20_261_127, "entries beside parties");
    for (number, form) in groups.iter().flat_map(|group| &group.members).flatten().enumerate() {
        if number % 3 == 0 {
            parties.push(form.clone());
        } else {
            entries.push(as_entry(form, &mut random));
        }
    }
    let index = Index::of(&parties);
    let (policies, account) = (policies(), Account::default());
    let queries = entries.len().min(1_600);
    all_hold(queries, |number| {
        let entry = &entries[number * (entries.len() / queries).max(1) % entries.len()];
        lost(&index, &parties, entry, &policies[number % policies.len()], &account)
    });
    let [pairs, hits, below, offered, _] = account.told();
    assert!(pairs > 3_000_000 && hits > 3_000 && below > 30, "{pairs} {hits} {below} {offered}");
}

#[test]
fn no_party_is_lost_to_a_listed_entry() {
    let lists = [
        require_data!("lists/un/2026-02-27.xml"),
        require_data!("lists/eu/2021-03-02.xml"),
        require_data!("lists/ofac/sdn-2021-03-10.xml"),
        require_data!("lists/uk/conlist-2014-04-02.csv"),
    ];
    let policy = Policy::vetting();
    let entries: Vec<Entry> =
        lists.into_iter().flatten().flat_map(|path| pool::entries(&path)).collect();
    if entries.is_empty() {
        return;
    }
    let mut random = Random::new(20_261_127, "parties beside entries");
    let mut parties: Vec<Party> = Vec::new();
    // one in three of the listed, changed, half with their dates; then invented people
    for entry in entries.iter().step_by(3) {
        let Some(name) = random.pick(&entry.names) else { continue };
        let change = *random.pick(&Perturbation::ALL).unwrap();
        let names = perturbed(&name.text, None, change, &mut random);
        let births = if random.chance(500) { entry.births.clone() } else { Vec::new() };
        let names = names.iter().map(PartyName::whole).collect();
        parties.push(Party { kind: entry.kind, names, births, ..Party::default() });
    }
    let invented = regions().iter().flat_map(|region| cohort(region, 9, 60));
    parties.extend(invented.map(|person| Party {
        names: vec![PartyName::whole(person.romanised)],
        ..Party::default()
    }));
    let parties: Vec<AnalysedRecord> =
        parties.iter().map(|party| AnalysedRecord::of_party(party, &policy).unwrap()).collect();
    let index = Index::of(&parties);
    let (policies, account) = (policies(), Account::default());
    all_hold(700, |number| {
        let entry = &entries[number * (entries.len() / 700) % entries.len()];
        let entry = AnalysedRecord::of_entry(entry, &policy).unwrap();
        lost(&index, &parties, &entry, &policies[number % policies.len()], &account)
    });
    let [pairs, hits, below, offered, _] = account.told();
    assert!(pairs > 3_000_000 && hits > 150, "{pairs} {hits} {below} {offered}");
}
