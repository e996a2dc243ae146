//! Asks an index of UN and EU lists for invented people, each part seen for the first time: for counting
//! instructions (`valgrind --tool=callgrind --toggle-collect='*candidates_and_work*'`).

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
    let entries: Vec<Entry> = ["lists/un/2026-02-27.xml", "lists/eu/2021-03-02.xml"]
        .into_iter()
        .filter_map(data::path)
        .flat_map(|path| {
            let bytes = std::fs::read(&path).unwrap();
            let files = [SourceFile { name: "list.xml", bytes: &bytes }];
            read(&files, &ReadOptions::default(), &mut |_| {}).unwrap().entries
        })
        .collect();
    let records: Vec<AnalysedRecord> =
        entries.iter().map(|entry| AnalysedRecord::of_entry(entry, &policy).unwrap()).collect();
    let index = Index::of(&records);
    let path = data::path("names/synthetic_negatives_global.csv").unwrap();
    let text = std::fs::read_to_string(path).unwrap();
    let (mut nodes, mut judged, mut asked, mut candidates) = (0, 0, 0, 0);
    for line in text.lines().skip(1).step_by(250) {
        let name = line.split(',').next().unwrap_or_default().trim_matches('"');
        let party = Party {
            kind: PartyKind::Person,
            names: vec![PartyName::whole(name)],
            ..Party::default()
        };
        let party = AnalysedRecord::of_party(&party, &policy).unwrap();
        let (found, work) = index.candidates_and_work(&party, &policy);
        nodes += work.steps;
        judged += work.judged;
        asked += 1;
        candidates += found.len();
    }
    println!("{asked} asked: {nodes} nodes, {judged} judged, {candidates} candidates");
}
