//! The table of words of things: how many of a million organisations, ships and aircraft have a word
//! in their name. Rarity among them is not that of names of people: Star and Ocean are common there.
//!
//! One source: primary names of the official lists, each list by itself, of which the greatest share
//! counts, for the same organisation stands on several lists. Aliases are not counted.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Context as _;
use tamis_lists::{ReadOptions, SourceFile};
use tamis_model::{NameGrade, PartyKind};
use tamis_text::{NameKind, analyse, things};

const TARGET: &str = "crates/tamis-match/data/frequencies_of_things.tsv";

/// Lists whose primary names count; one date of each.
const LISTS: [&str; 4] = [
    "lists/un/2021-03-12.xml",
    "lists/eu/2021-03-02.xml",
    "lists/ofac/sdn-2021-03-10.xml",
    "lists/uk/conlist-2023-06-05.xlsx",
];

/// Fewer bearers in a list say nothing about a share: a family of companies has a few members, and
/// its name must not become common by them.
const LEAST_BEARERS: u64 = 6;

pub(crate) fn run(data: &Path, check: bool) -> anyhow::Result<()> {
    let mut table: BTreeMap<String, u64> = BTreeMap::new();
    for list in LISTS {
        let (bearers, all) = count(data, list)?;
        for (word, count) in bearers.into_iter().filter(|(_, count)| *count >= LEAST_BEARERS) {
            let share = count * 1_000_000 / all.max(1);
            let known = table.entry(word).or_default();
            *known = share.max(*known);
        }
    }
    let mut text = String::from(
        "# Of a million organisations, ships and aircraft, how many have a word in their name, by romanised form; #X is a concept.\n\
         # Made by `cargo xtask train things`; do not edit.\n\
         # Sources, the greatest share counts: primary names of the UN (2021-03-12), EU (2021-03-02), OFAC (2021-03-10) and UK\n\
         # (2023-06-05) lists (public).\n",
    );
    for (word, count) in &table {
        text.push_str(&format!("{word}\t{count}\n"));
    }
    if check {
        let committed = std::fs::read_to_string(TARGET)?;
        anyhow::ensure!(
            committed == text,
            "{TARGET} is not what the data gives: run `cargo xtask train things`"
        );
    } else {
        std::fs::write(TARGET, text)?;
    }
    Ok(())
}

/// Words of one list with how many things have them, and how many things there are.
fn count(data: &Path, list: &str) -> anyhow::Result<(BTreeMap<String, u64>, u64)> {
    let path = data.join(list);
    let bytes = std::fs::read(&path).with_context(|| path.display().to_string())?;
    let file = SourceFile { name: list, bytes: &bytes };
    let reading = tamis_lists::read(&[file], &ReadOptions::default(), &mut |_| {})?;
    let (mut bearers, mut all) = (BTreeMap::new(), 0);
    for entry in &reading.entries {
        let kind = match entry.kind {
            PartyKind::Organisation => NameKind::Organisation,
            PartyKind::Vessel => NameKind::Vessel,
            PartyKind::Aircraft | PartyKind::Person | PartyKind::Unknown => continue,
        };
        let primary = entry.names.iter().find(|name| name.grade == NameGrade::Primary);
        let Some(name) = primary else { continue };
        let Ok(analysed) = analyse(&name.text, kind) else { continue };
        all += 1;
        let words: BTreeSet<String> = analysed
            .parts
            .iter()
            .filter(|part| {
                part.class.is_informative() || part.class == tamis_text::PartClass::WeakWord
            })
            .map(|part| match things::concept(part) {
                Some(concept) => format!("#{}", concept.name),
                None => part.latin.to_string(),
            })
            .filter(|word| !word.is_empty())
            .collect();
        for word in words {
            *bearers.entry(word).or_default() += 1;
        }
    }
    Ok((bearers, all))
}
