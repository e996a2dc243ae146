//! Nobody is lost: what the index offers against the comparison of all pairs, and what it finds for a
//! part against the judgement of all words.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use tamis_index::Index;
use tamis_match::meeting::{cut_short, meet};
use tamis_match::record::PreparedPart;
use tamis_match::{AnalysedRecord, Policy, compare};
use tamis_model::{Entry, Party, PartyKind, PartyName, Threshold, Weight};
use tamis_testkit::generate::perturbation::{Perturbation, perturbed};
use tamis_testkit::generate::{Random, cohort, regions};
use tamis_testkit::require_data;

use super::differential::all_hold;
use super::pool;

/// Policies and thresholds that are asked in turn; the default most often.
fn policies() -> Vec<Policy> {
    let at = |policy: Policy, threshold| policy.with_threshold(Threshold::new(threshold).unwrap());
    vec![
        Policy::vetting(),
        Policy::bulk(),
        Policy::vetting(),
        at(Policy::vetting(), 0.5),
        at(Policy::bulk(), 0.6),
        Policy::vetting(),
        at(Policy::vetting(), 0.78),
        at(Policy::bulk(), 0.9),
    ]
}

/// What was compared, so that a test which finds nothing fails.
#[derive(Default)]
struct Account {
    pairs: AtomicU64,
    hits: AtomicU64,
    below_by_date: AtomicU64,
    offered: AtomicU64,
}

impl Account {
    fn told(&self) -> [u64; 4] {
        [&self.pairs, &self.hits, &self.below_by_date, &self.offered]
            .map(|count| count.load(Ordering::Relaxed))
    }
}

/// Who is lost, if anybody is: a candidate that is missing is told, and so is one that is told twice or
/// out of order.
fn lost(
    index: &Index,
    entries: &[AnalysedRecord],
    party: &AnalysedRecord,
    policy: &Policy,
    account: &Account,
) -> Option<String> {
    let candidates = index.candidates(party, policy);
    let names = |record: &AnalysedRecord| -> Vec<String> {
        record.names.iter().map(|name| name.original.to_string()).collect()
    };
    if !candidates.is_sorted_by(|one, other| one < other) {
        return Some(format!("out of order: {:?}", names(party)));
    }
    account.offered.fetch_add(candidates.len() as u64, Ordering::Relaxed);
    let (mut hits, mut below) = (0, 0);
    for (place, entry) in (0..).zip(entries) {
        let comparison = compare(party, entry, policy);
        let hit = comparison.reaches(policy.threshold);
        hits += u64::from(hit);
        below += u64::from(comparison.below_by_date);
        if (hit || comparison.below_by_date) && candidates.binary_search(&place).is_err() {
            return Some(format!(
                "lost at {}: {:?} {:?} beside {:?} {:?}: {:?} {:?}",
                policy.id.0,
                party.kind,
                names(party),
                entry.kind,
                names(entry),
                comparison.sum,
                comparison.items,
            ));
        }
    }
    account.pairs.fetch_add(entries.len() as u64, Ordering::Relaxed);
    account.hits.fetch_add(hits, Ordering::Relaxed);
    account.below_by_date.fetch_add(below, Ordering::Relaxed);
    None
}

#[test]
fn nobody_is_lost_among_generated_records() {
    let groups = pool::groups(20_261_124, 40, &Policy::vetting());
    let forms = || groups.iter().flat_map(|group| &group.members);
    // a third of the forms of each are listed, the others are asked
    let (mut listed, mut asked) = (Vec::new(), Vec::new());
    for (number, form) in forms().flatten().enumerate() {
        if number % 3 == 0 { listed.push(form.clone()) } else { asked.push(form) }
    }
    let index = Index::of(&listed);
    let (policies, account) = (policies(), Account::default());
    let queries = asked.len().min(2_500);
    all_hold(queries, |number| {
        let party = asked[number * (asked.len() / queries).max(1) % asked.len()];
        lost(&index, &listed, party, &policies[number % policies.len()], &account)
    });
    let [pairs, hits, below, offered] = account.told();
    assert!(pairs > 4_000_000 && hits > 5_000 && below > 50, "{pairs} {hits} {below} {offered}");
}

#[test]
fn nobody_is_lost_among_listed_records() {
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
    let of_entry = |entry| AnalysedRecord::of_entry(entry, &policy).unwrap();
    let listed: Vec<AnalysedRecord> = entries.iter().map(of_entry).collect();
    let index = Index::of(&listed);
    let invented: Vec<String> = regions()
        .iter()
        .flat_map(|region| cohort(region, 7, 40))
        .flat_map(|person| [person.native, person.romanised])
        .collect();
    let (policies, account) = (policies(), Account::default());
    let make = |number: usize| {
        let mut random = Random::new(number as u64, "parties beside lists");
        let entry = &entries[random.below(entries.len())];
        match number % 4 {
            // list against list
            0 => return of_entry(entry),
            1 => {
                let name = random.pick(&invented).unwrap().as_str();
                let party = Party { names: vec![PartyName::whole(name)], ..Party::default() };
                return AnalysedRecord::of_party(&party, &policy).unwrap();
            }
            _ => {}
        }
        let mut names = Vec::new();
        if let Some(name) = random.pick(&entry.names) {
            let change = *random.pick(&Perturbation::ALL).unwrap();
            names.extend(perturbed(&name.text, None, change, &mut random));
        }
        let party = Party {
            kind: if random.chance(200) { PartyKind::Unknown } else { entry.kind },
            names: names.iter().map(PartyName::whole).collect(),
            births: if random.chance(500) { entry.births.clone() } else { Vec::new() },
            ..Party::default()
        };
        AnalysedRecord::of_party(&party, &policy).unwrap()
    };
    all_hold(480, |number| {
        let policy = &policies[number / 4 % policies.len()];
        lost(&index, &listed, &make(number), policy, &account)
    });
    let [pairs, hits, below, offered] = account.told();
    assert!(pairs > 4_000_000 && hits > 400, "{pairs} {hits} {below} {offered}");
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
