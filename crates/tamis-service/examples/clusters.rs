//! The person clusters of the official lists, measured: `cargo run -p tamis-service --example clusters
//! -- FILE…` (several files that make one list joined by `+`). It prints how many clusters there are,
//! by size and by the field that states the link, the largest ones, the links that were refused, and
//! the links between entries that the matcher would not call alike, to be looked at by hand.

#![expect(clippy::print_stdout, reason = "an example prints its figures")]

use std::collections::BTreeMap;

use tamis_lists::{ReadOptions, SourceFile};
use tamis_match::compare;
use tamis_model::{LinkGround, SnapshotId, SnapshotInfo, SnapshotScope};
use tamis_screen::{ListEntries, ScreenSet};
use tamis_service::Policy;

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let policy = Policy::vetting();
    let mut lists = Vec::new();
    for argument in std::env::args().skip(1) {
        lists.push(read(&argument)?);
    }
    let set = ScreenSet::build(lists, &policy)?;
    let entry = |place: &usize| set.entry(*place).ok();
    let clusters = set.clusters();
    let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
    let mut fields: BTreeMap<String, usize> = BTreeMap::new();
    let mut unlike = Vec::new();
    for cluster in clusters.all() {
        *sizes.entry(cluster.entries.len()).or_default() += 1;
        for link in &cluster.links {
            let ground = match &link.ground {
                LinkGround::Stated { field, .. } => format!("{} {field}", link.entry.list),
                LinkGround::SharedNumber { .. } => "shared number".to_owned(),
                LinkGround::Reviewed { .. } => "reviewed".to_owned(),
            };
            *fields.entry(ground).or_default() += 1;
            let of = |id: &tamis_model::EntryId| {
                cluster.entries.iter().filter_map(entry).find(|e| e.entry.id == *id)
            };
            let Some((one, other)) = of(&link.entry).zip(of(&link.other)) else { continue };
            let compared = compare(&one.record, &other.record, &policy);
            if !compared.reaches(policy.threshold) {
                let (left, right) = (one.entry.heading(), other.entry.heading());
                unlike.push(format!("{}: {left} / {right} {}", link.words(), compared.score));
            }
        }
    }
    println!("entries {}, clusters {}", set.len(), clusters.all().len());
    println!("sizes {sizes:?}\nlinks {fields:?}");
    let mut largest: Vec<_> = clusters.all().iter().filter(|c| c.entries.len() > 2).collect();
    largest.sort_by_key(|cluster| std::cmp::Reverse(cluster.entries.len()));
    for cluster in largest.iter().take(20) {
        let told: Vec<String> = cluster
            .entries
            .iter()
            .filter_map(entry)
            .map(|e| format!("{} {}", e.entry.id, e.entry.heading()))
            .collect();
        println!("largest: {}", told.join(" | "));
    }
    for refused in clusters.refused() {
        println!("refused: {}: {}", refused.link.words(), refused.refusal.words());
    }
    for line in &unlike {
        println!("unlike: {line}");
    }
    Ok(())
}

fn read(argument: &str) -> Result<ListEntries, Failure> {
    let names: Vec<&str> = argument.split('+').collect();
    let bytes: Vec<Vec<u8>> = names.iter().map(std::fs::read).collect::<Result<_, _>>()?;
    let files: Vec<SourceFile<'_>> =
        names.iter().zip(&bytes).map(|(&name, bytes)| SourceFile { name, bytes }).collect();
    let reading = tamis_lists::read(&files, &ReadOptions::default(), &mut |_| {})?;
    let snapshot = SnapshotInfo {
        list: reading.list.clone(),
        id: SnapshotId([0; 32]),
        format: reading.format.to_owned(),
        published: tamis_model::CivilDate::new(2026, 1, 1)?,
        published_as_written: None,
        scope: SnapshotScope::Whole,
        entries: reading.entries.len() as u64,
    };
    Ok(ListEntries { snapshot, entries: reading.entries })
}
