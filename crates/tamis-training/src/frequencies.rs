//! The table of frequencies: bearers per million of a part, by its romanised form, and for writings
//! without vowels by its skeleton.
//!
//! Two sources, of which the greater share counts: bearers of name parts that Wikidata knows (Western
//! by far), and the primary names of the official lists (Arab, Persian, Russian, Korean by far).
//! Aliases are not counted: they are what the matcher is judged on, and one person has many.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Context as _;
use tamis_lists::{ReadOptions, SourceFile};
use tamis_model::{NameGrade, PartyKind};
use tamis_text::distance::optimal_string_alignment;
use tamis_text::{NameKind, analyse};

const TARGET: &str = "crates/tamis-match/data/frequencies.tsv";

/// Name parts with the number of their bearers in the third column.
const BEARERS: [&str; 6] = [
    "names/transliteration/wd_arabic_64",
    "names/transliteration/wd_chinese_64",
    "names/transliteration/wd_hebrew_64",
    "names/transliteration/wd_japanese_64",
    "names/transliteration/wd_korean_64",
    "names/transliteration/wd_russian_64",
];

/// Lists whose primary names count; one date of each.
const LISTS: [&str; 4] = [
    "lists/un/2021-03-12.xml",
    "lists/eu/2021-03-02.xml",
    "lists/ofac/sdn-2021-03-10.xml",
    "lists/uk/conlist-2023-06-05.xlsx",
];

/// Rarer parts weigh the ceiling in any case (one in 8,000), so the table need not know them.
const LEAST_PER_MILLION: u64 = 125;

/// Fewer bearers than this in a source say nothing about a share: rare spellings of a common name
/// stay out, and meet its common ones, whose frequency then counts.
const LEAST_BEARERS: u64 = 5;

/// Counts of one source: bearers by form, and of how many people they are.
#[derive(Default)]
struct Source {
    bearers: BTreeMap<String, u64>,
    people: u64,
}

pub(crate) fn run(data: &Path, check: bool) -> anyhow::Result<()> {
    let mut known = Source::default();
    for file in BEARERS {
        wikidata(&data.join(file), &mut known)?;
    }
    // half of the parts are given names, half family names: two parts a person
    known.people /= 2;
    let table = render(&per_million(&[known, lists(data)?]));
    if check {
        let committed = std::fs::read_to_string(TARGET)?;
        anyhow::ensure!(
            committed == table,
            "{TARGET} is not what the data gives: run `cargo xtask train frequencies`"
        );
    } else {
        std::fs::write(TARGET, table)?;
    }
    Ok(())
}

/// Adds a file of `latin <tab> written <tab> bearers`.
fn wikidata(path: &Path, source: &mut Source) -> anyhow::Result<()> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    for line in text.lines() {
        let mut columns = line.split('\t');
        let (Some(latin), Some(count)) = (columns.next(), columns.nth(1)) else { continue };
        let count: u64 =
            count.trim().parse().with_context(|| format!("{}: {line}", path.display()))?;
        source.people += count;
        for part in parts(latin, NameKind::Person) {
            *source.bearers.entry(part).or_default() += count;
        }
    }
    Ok(())
}

fn lists(data: &Path) -> anyhow::Result<Source> {
    let mut source = Source::default();
    for list in LISTS {
        let path = data.join(list);
        let bytes = std::fs::read(&path).with_context(|| path.display().to_string())?;
        let file = SourceFile { name: list, bytes: &bytes };
        let reading = tamis_lists::read(&[file], &ReadOptions::default(), &mut |_| {})?;
        for entry in &reading.entries {
            let Some(name) = entry.names.iter().find(|name| name.grade == NameGrade::Primary)
            else {
                continue;
            };
            let kind = match entry.kind {
                PartyKind::Organisation => NameKind::Organisation,
                PartyKind::Vessel => NameKind::Vessel,
                PartyKind::Aircraft => NameKind::Aircraft,
                PartyKind::Person | PartyKind::Unknown => NameKind::Person,
            };
            source.people += 1;
            for part in parts(&name.text, kind).into_iter().collect::<BTreeSet<_>>() {
                *source.bearers.entry(part).or_default() += 1;
            }
        }
    }
    Ok(source)
}

fn parts(name: &str, kind: NameKind) -> Vec<String> {
    analyse(name, kind)
        .map(|name| {
            name.parts
                .into_iter()
                .map(|part| part.latin.into_string())
                .filter(|latin| !latin.is_empty())
                .collect()
        })
        .unwrap_or_default()
}

/// Bearers per million by form; forms with the same skeleton that are at most two edits apart are
/// spellings of one name and share their count. `*SKELETON` sums all forms of a skeleton.
fn per_million(sources: &[Source]) -> BTreeMap<String, u64> {
    let mut table: BTreeMap<String, u64> = BTreeMap::new();
    for source in sources {
        let mut families: BTreeMap<String, Vec<(&str, u64)>> = BTreeMap::new();
        for (form, count) in &source.bearers {
            let skeleton = String::from_utf8_lossy(&tamis_text::skeleton(form)).into_owned();
            families.entry(skeleton).or_default().push((form, *count));
        }
        for (skeleton, forms) in families {
            let total: u64 = forms.iter().map(|(_, count)| count).sum();
            raise(&mut table, format!("*{skeleton}"), total, source.people);
            for (form, _) in forms.iter().filter(|(_, count)| *count >= LEAST_BEARERS) {
                let spellings = forms
                    .iter()
                    .filter(|(other, _)| {
                        optimal_string_alignment(form.as_bytes(), other.as_bytes(), 2).is_some()
                    })
                    .map(|(_, count)| count)
                    .sum();
                raise(&mut table, (*form).to_owned(), spellings, source.people);
            }
        }
    }
    table.retain(|_, count| *count >= LEAST_PER_MILLION);
    table
}

fn raise(table: &mut BTreeMap<String, u64>, key: String, count: u64, people: u64) {
    if count < LEAST_BEARERS {
        return;
    }
    let share = count * 1_000_000 / people.max(1);
    let known = table.entry(key).or_default();
    *known = share.max(*known);
}

fn render(table: &BTreeMap<String, u64>) -> String {
    let mut text = String::from(
        "# Bearers per million of a part of a name, by romanised form; *X is a consonant skeleton.\n\
         # Made by `cargo xtask train frequencies`; do not edit.\n\
         # Sources, the greater share counts: NETransliteration-COLING2018, bearers counted in Wikidata (Apache-2.0, CC0);\n\
         # primary names of the UN (2021-03-12), EU (2021-03-02), OFAC (2021-03-10) and UK (2023-06-05) lists (public).\n",
    );
    for (form, count) in table {
        text.push_str(&format!("{form}\t{count}\n"));
    }
    text
}
