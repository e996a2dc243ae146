//! What a run over a delta tells is what whole screenings before and after tell, on invented and on
//! official lists. All parties are invented, or listed names that were changed.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use tamis_generate::perturbation::{Perturbation, perturbed};
use tamis_generate::{Random, cohort, regions};
use tamis_match::Policy;
use tamis_model::{
    CivilDate, Entry, EntryId, HitClass, Party, PartyKind, PartyName, Score, Threshold,
};
use tamis_testkit::require_data;

use super::*;
use crate::import::{ImportOptions, open_all};
use crate::load::{ListFilter, Retrieve, load, load_screener};

/// Parties are kept as their numbers.
struct Numbers(Vec<Party>);

impl PartyCoding for Numbers {
    fn line(&self, kept: &KeptParty) -> Vec<u8> {
        kept.row.to_string().into_bytes()
    }

    fn party(&self, line: &[u8]) -> Option<KeptParty> {
        let row: u64 = std::str::from_utf8(line).ok()?.parse().ok()?;
        let party = self.0.get(usize::try_from(row).ok()?)?.clone();
        Some(KeptParty { row, party, ignored: Vec::new() })
    }
}

fn day() -> CivilDate {
    CivilDate::new(2026, 3, 1).unwrap()
}

#[expect(clippy::unnecessary_wraps, reason = "a row may be none; these are parties")]
fn itself(kept: &KeptParty) -> Option<&KeptParty> {
    Some(kept)
}

fn add_all(archive: &Archive, coding: &Numbers, name: &str) -> AddReport {
    let kept: Vec<KeptParty> = coding
        .0
        .iter()
        .enumerate()
        .map(|(row, party)| KeptParty {
            row: row as u64,
            party: party.clone(),
            ignored: Vec::new(),
        })
        .collect();
    let stop = AtomicBool::new(false);
    let reject = |kept: KeptParty, _| panic!("{kept:?}");
    add(archive, name, day(), coding, kept, itself, reject, &stop, &mut || false)
        .unwrap_or_else(|error: MonitorError| panic!("{error}"))
}

fn run_once(
    archive: &Archive,
    coding: &Numbers,
    policy: &Policy,
) -> (Vec<PartyChanges>, RunReport) {
    let options = RunOptions {
        policy: policy.clone(),
        limit: None,
        retrieve: Retrieve::Indexed,
        coding,
        on: day(),
    };
    let (stop, mut told) = (AtomicBool::new(false), Vec::new());
    let pending = run(archive, &options, &stop, &mut || false, |changes| {
        told.push(changes);
        Ok::<_, MonitorError>(())
    });
    (told, pending.unwrap().commit().unwrap())
}

fn import(archive: &Archive, path: &PathBuf) {
    let files = open_all(std::slice::from_ref(path)).unwrap();
    crate::import(archive, &files, &ImportOptions::default(), &mut |_| true).unwrap();
}

/// Hits of each party by entry.
type Hits = BTreeMap<(u64, EntryId), (Score, HitClass)>;

/// The hits of whole screenings that compare with every entry of the active lists.
fn exhaustive(archive: &Archive, coding: &Numbers, policy: &Policy) -> Hits {
    let all = ListFilter::All;
    let exhaustive = Retrieve::Exhaustive;
    let screener = load_screener(archive, &all, policy.clone(), exhaustive, &mut |_| true).unwrap();
    let mut hits = Hits::new();
    for (row, party) in coding.0.iter().enumerate() {
        for hit in screener.screen(party, None).unwrap().hits() {
            hits.insert((row as u64, hit.entry.clone()), (hit.score, hit.class));
        }
    }
    hits
}

/// Entries of the active lists by id.
fn entries(archive: &Archive) -> BTreeMap<EntryId, Entry> {
    let lists = load(archive, &ListFilter::All).unwrap();
    let entries = lists.into_iter().flat_map(|list| list.reading.entries);
    entries.map(|entry| (entry.id.clone(), entry)).collect()
}

/// Parties of whom some are like listed ones: every so many names, changed, half with their dates.
fn parties(path: &PathBuf, every: usize, invented: usize) -> Vec<Party> {
    let files = open_all(std::slice::from_ref(path)).unwrap();
    let source = tamis_lists::SourceFile { name: "list", bytes: &files[0].bytes };
    let options = tamis_lists::ReadOptions::default();
    let reading = tamis_lists::read(&[source], &options, &mut |_| {}).unwrap();
    let mut random = Random::new(20_261_127, "monitored parties");
    let mut parties = Vec::new();
    for entry in reading.entries.iter().step_by(every) {
        let Some(name) = random.pick(&entry.names) else { continue };
        let change = *random.pick(&Perturbation::ALL).unwrap();
        let names = perturbed(&name.text, None, change, &mut random);
        let births = if random.chance(500) { entry.births.clone() } else { Vec::new() };
        let names: Vec<PartyName> = names.iter().map(PartyName::whole).collect();
        let party = Party { kind: entry.kind, names, births, ..Party::default() };
        if super::add::analysed(&party, &Policy::vetting()).is_ok() {
            parties.push(party);
        }
    }
    let people = regions().iter().flat_map(|region| cohort(region, 11, invented));
    parties.extend(people.map(|person| Party {
        kind: PartyKind::Person,
        names: vec![PartyName::whole(person.romanised)],
        ..Party::default()
    }));
    parties
}

/// Runs over two snapshots, and holds what is told beside whole screenings: each hit on an entry that
/// changed, and no other.
fn check(from: &PathBuf, to: &PathBuf, policy: &Policy) -> BTreeMap<MonitoredFate, u64> {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::at(folder.path());
    import(&archive, from);
    let coding = Numbers([parties(from, 15, 0), parties(to, 9, 3)].concat());
    assert!(!add_all(&archive, &coding, "people").was_there);
    let before = exhaustive(&archive, &coding, policy);
    let entries_before = entries(&archive);
    let (told, report) = run_once(&archive, &coding, policy);
    let first: Vec<(u64, EntryId)> = told
        .iter()
        .flat_map(|one| one.changes.iter().map(|c| (one.kept.row, c.entry().unwrap().clone())))
        .collect();
    assert_eq!(first.len(), before.len());
    assert!(first.iter().all(|key| before.contains_key(key)));
    assert_eq!(report.batches[0].how, HowRun::First);
    let (told, report) = run_once(&archive, &coding, policy);
    assert_eq!((told.len(), &report.batches[0].how), (0, &HowRun::Unchanged));

    import(&archive, to);
    let after = exhaustive(&archive, &coding, policy);
    let entries_after = entries(&archive);
    let (told, report) = run_once(&archive, &coding, policy);
    assert_eq!(report.batches[0].how, HowRun::Delta);
    let (mut gone, mut come) = (Hits::new(), Hits::new());
    for one in &told {
        for change in &one.changes {
            let mark =
                |mark: &HitMark| ((one.kept.row, mark.entry.clone()), (mark.score, mark.class));
            gone.extend(change.before.as_ref().map(mark));
            come.extend(change.after.as_ref().map(mark));
        }
        assert_eq!(one.answer.party, one.kept.party);
    }
    let same = |id: &EntryId| entries_before.get(id) == entries_after.get(id);
    let on_changed =
        |hits: Hits| -> Hits { hits.into_iter().filter(|((_, entry), _)| !same(entry)).collect() };
    // the order of aliases and the element that they stood in are no difference, and change no hit
    let untold = |told: &Hits, all: Hits| -> Hits {
        all.into_iter().filter(|(key, _)| !told.contains_key(key)).collect()
    };
    let (was, is) = (on_changed(before.clone()), on_changed(after.clone()));
    for (key, mark) in untold(&gone, was).into_iter().chain(untold(&come, is)) {
        assert_eq!((before.get(&key), after.get(&key)), (Some(&mark), Some(&mark)), "{key:?}");
    }
    assert!(gone.iter().all(|(key, mark)| before.get(key) == Some(mark)));
    assert!(come.iter().all(|(key, mark)| after.get(key) == Some(mark)));
    let (told, _) = run_once(&archive, &coding, policy);
    assert!(told.is_empty());
    report.batches[0].fates.clone()
}

#[test]
fn a_delta_of_the_un_list_tells_what_whole_screenings_tell() {
    let Some(from) = require_data!("lists/un/2021-03-12.xml") else { return };
    let Some(to) = require_data!("lists/un/2026-02-27.xml") else { return };
    let at = |policy: Policy, threshold| policy.with_threshold(Threshold::new(threshold).unwrap());
    for policy in [Policy::vetting(), at(Policy::bulk(), 0.85), at(Policy::vetting(), 0.5)] {
        let fates = check(&from, &to, &policy);
        assert!(fates[&MonitoredFate::EntryChanged] > 20, "{fates:?}");
        if policy.threshold <= Threshold::DEFAULT {
            assert!(fates.contains_key(&MonitoredFate::Gone), "{fates:?}");
            assert!(fates[&MonitoredFate::New] > 2, "{fates:?}");
        }
    }
}

#[test]
fn a_list_of_one_committee_and_then_the_whole_one() {
    let Some(from) = require_data!("lists/un/2014-11-19-al-qaida-only.xml") else { return };
    let Some(to) = require_data!("lists/un/2015-03-27.xml") else { return };
    let fates = check(&from, &to, &Policy::vetting());
    // entries of other committees are new here; those that moved are hits under another reference
    assert!(fates[&MonitoredFate::New] > 20 && fates[&MonitoredFate::Changed] > 10, "{fates:?}");
}

#[test]
fn the_same_parties_are_kept_once_and_a_batch_can_be_removed() {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::at(folder.path());
    let person = |name: &str| Party { names: vec![PartyName::whole(name)], ..Party::default() };
    let coding = Numbers(vec![person("Salman Yarub Rawandi"), person("Fajr Zubaydi")]);
    let policy = Policy::vetting();
    let options = RunOptions {
        policy: policy.clone(),
        limit: None,
        retrieve: Retrieve::Indexed,
        coding: &coding,
        on: day(),
    };
    let stop = AtomicBool::new(false);
    let nobody = |_| -> Result<(), MonitorError> { panic!("nothing is monitored") };
    let empty = run(&archive, &options, &stop, &mut || false, nobody).unwrap_err();
    assert!(matches!(empty, MonitorError::Empty { .. }), "{empty}");
    let first = add_all(&archive, &coding, "people.csv");
    let again = add_all(&archive, &coding, "the same people.csv");
    assert!(!first.was_there && again.was_there);
    assert_eq!(first.batch, again.batch);
    assert_eq!(status(&archive).unwrap().len(), 1);
    let wrong = remove(&archive, "nobody", &mut || false).unwrap_err();
    assert!(matches!(wrong, MonitorError::NoBatch { .. }), "{wrong}");
    let id = first.batch.id.to_string();
    remove(&archive, &id[..12], &mut || false).unwrap();
    assert!(status(&archive).unwrap().is_empty());
    assert!(archive.batch(first.batch.id).is_err());
}

#[test]
fn nothing_is_forgotten_when_the_output_fails() {
    let Some(from) = require_data!("lists/un/2021-03-12.xml") else { return };
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::at(folder.path());
    import(&archive, &from);
    let coding = Numbers(parties(&from, 40, 0));
    add_all(&archive, &coding, "people");
    let options = RunOptions {
        policy: Policy::vetting(),
        limit: None,
        retrieve: Retrieve::Indexed,
        coding: &coding,
        on: day(),
    };
    let stop = AtomicBool::new(false);
    let mut told = 0;
    let failed = run(&archive, &options, &stop, &mut || false, |_| {
        told += 1;
        if told == 3 { Err(MonitorError::Stopped) } else { Ok(()) }
    });
    assert!(failed.is_err());
    // handed out, and never confirmed
    let pending = run(&archive, &options, &stop, &mut || false, |_| Ok::<_, MonitorError>(()));
    drop(pending.unwrap());
    assert_eq!(status(&archive).unwrap()[0].record.ran, None);
    let (whole, report) = run_once(&archive, &coding, &Policy::vetting());
    assert!(whole.len() >= 10 && report.batches[0].how == HowRun::First);
    // under another policy the stock is looked at whole again, and says so
    let (back, report) = run_once(&archive, &coding, &Policy::bulk());
    assert!(matches!(report.batches[0].how, HowRun::LookBack { .. }));
    assert!(back.iter().flat_map(|one| &one.changes).all(|c| c.fate == MonitoredFate::Standing));
    // a damaged index is made again
    let artefact = archive.batch_artefacts(report.batches[0].id).artefact_path("parties");
    std::fs::write(&artefact, b"x").unwrap();
    let Some(to) = require_data!("lists/un/2026-02-27.xml") else { return };
    import(&archive, &to);
    let (_, report) = run_once(&archive, &coding, &Policy::bulk());
    assert_eq!(report.batches[0].how, HowRun::Delta);
    assert!(std::fs::metadata(&artefact).unwrap().len() > 1_000);
}

#[cfg(unix)]
#[test]
fn an_index_that_is_cut_under_a_run_is_named_and_no_row_is_blamed() {
    let Some(from) = require_data!("lists/un/2021-03-12.xml") else { return };
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::at(folder.path());
    import(&archive, &from);
    let coding = Numbers(parties(&from, 4, 0));
    add_all(&archive, &coding, "people");
    let built = crate::build_index(&archive, &Policy::vetting(), &mut |_| true).unwrap();
    let options = RunOptions {
        policy: Policy::vetting(),
        limit: None,
        retrieve: Retrieve::Indexed,
        coding: &coding,
        on: day(),
    };
    let stop = AtomicBool::new(false);
    let failed = run(&archive, &options, &stop, &mut || false, |_| {
        let index = std::fs::File::options().write(true).open(&built.path).unwrap();
        index.set_len(8_192).unwrap();
        Ok::<_, MonitorError>(())
    });
    let error = failed.unwrap_err();
    assert!(
        matches!(&error, MonitorError::IndexChanged { path, .. } if *path == built.path),
        "{error}"
    );
    // the next run builds it anew, and tells all
    let (whole, report) = run_once(&archive, &coding, &Policy::vetting());
    assert!(whole.len() >= 100 && report.batches[0].how == HowRun::First);
}
