//! Asks an index of the real lists for invented people, each part seen for the first time: for counting
//! instructions (`valgrind --tool=callgrind --toggle-collect='*offered_and_work*'`).

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement that can't be set up stops"
)]

use tamis_index::Index;
use tamis_lists::{ReadOptions, SourceFile, read};
use tamis_match::{AnalysedRecord, Policy};
use tamis_model::{Entry, Party, PartyKind, PartyName};
use tamis_testkit::data;

fn main() {
    let policy = Policy::vetting();
    let paths = [
        "lists/un/2026-02-27.xml",
        "lists/eu/2021-03-02.xml",
        "lists/ofac/sdn-2021-03-10.xml",
        "lists/ofac/nonsdn-2024-05-06.xml",
        "lists/uk/conlist-2023-06-05.xlsx",
    ];
    let entries: Vec<Entry> = paths
        .into_iter()
        .filter_map(data::path)
        .flat_map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let bytes = std::fs::read(&path).unwrap();
            let files = [SourceFile { name: &name, bytes: &bytes }];
            read(&files, &ReadOptions::default(), &mut |_| {}).unwrap().entries
        })
        .collect();
    let records: Vec<AnalysedRecord> =
        entries.iter().map(|entry| AnalysedRecord::of_entry(entry, &policy).unwrap()).collect();
    let index = Index::of(&records);
    let path = data::path("names/synthetic_negatives_global.csv").unwrap();
    let text = std::fs::read_to_string(path).unwrap();
    // the tables of spelling are read when they are first asked
    for name in ["Tamis", "تميس"] {
        let party = party(name, &policy);
        let met = party.names.iter().flat_map(|name| &name.informative);
        met.for_each(|part| drop(index.words_met_by(part)));
    }
    let (mut walks, mut aligned, mut judged, mut asked, mut candidates) = (0, 0, 0, 0, 0);
    for line in text.lines().skip(1).step_by(250) {
        let name = line.split(',').next().unwrap_or_default().trim_matches('"');
        let party = party(name, &policy);
        let (found, work) = index.offered_and_work(&party, &policy);
        walks += work.walks;
        aligned += work.aligned;
        judged += work.judged;
        asked += 1;
        candidates += found.len();
    }
    println!(
        "{asked} asked: {walks} walks, {aligned} aligned, {judged} judged, {candidates} candidates"
    );
}

fn party(name: &str, policy: &Policy) -> AnalysedRecord {
    let party =
        Party { kind: PartyKind::Person, names: vec![PartyName::whole(name)], ..Party::default() };
    AnalysedRecord::of_party(&party, policy).unwrap()
}
