//! Analyses the names of `benches/names.tsv`, all or those of one group, so many times: the program
//! that `script/count-instructions` counts. Prints how many names a round has. In place of a group, a
//! file of lines `kind <tab> name`.

use std::hint::black_box;

use tamis_text::{NameKind, analyse};

const NAMES: &str = include_str!("../benches/names.tsv");

#[expect(clippy::print_stdout, reason = "a program of the command line")]
fn main() {
    let mut arguments = std::env::args().skip(1);
    let rounds: u32 = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(1);
    let group = arguments.next().unwrap_or_default();
    let file = std::fs::read_to_string(&group).ok();
    let names: Vec<(NameKind, &str)> = file
        .as_deref()
        .unwrap_or(NAMES)
        .lines()
        .filter_map(|line| {
            let (of, line) = match file {
                Some(_) => (group.as_str(), line),
                None => line.split_once('\t')?,
            };
            let (kind, name) = line.split_once('\t')?;
            let kind = match kind {
                "person" => NameKind::Person,
                "vessel" => NameKind::Vessel,
                _ => NameKind::Organisation,
            };
            (group.is_empty() || of == group).then_some((kind, name))
        })
        .collect();
    for _ in 0..rounds {
        for (kind, name) in &names {
            let _ = black_box(analyse(black_box(name), *kind));
        }
    }
    println!("{}", names.len());
}
