//! The table of parts that the generated list of 10^6 entries is drawn from (`tamis_testkit::population`):
//! how many bearers each part of a name has, by the writing it was counted in. Only tests and benchmarks
//! read it; no score comes from it.
//!
//! Sources: bearers of name parts that Wikidata knows, with how they are written in six other writings,
//! and the primary names of persons on the official lists.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context as _;
use tamis_lists::{ReadOptions, SourceFile};
use tamis_model::{NameGrade, PartyKind};
use tamis_text::{NameKind, analyse};

const TARGET: &str = "crates/tamis-testkit/data/population.tsv";

/// A writing, and the file of `latin <tab> w r i t t e n <tab> bearers`.
const WRITTEN: [(&str, &str); 6] = [
    ("arabic", "names/transliteration/wd_arabic_64"),
    ("cyrillic", "names/transliteration/wd_russian_64"),
    ("hangul", "names/transliteration/wd_korean_64"),
    ("han", "names/transliteration/wd_chinese_64"),
    ("hebrew", "names/transliteration/wd_hebrew_64"),
    ("kana", "names/transliteration/wd_japanese_64"),
];

/// Lists whose primary names count; one date of each.
const LISTS: [&str; 4] = [
    "lists/un/2021-03-12.xml",
    "lists/eu/2021-03-02.xml",
    "lists/ofac/sdn-2021-03-10.xml",
    "lists/uk/conlist-2023-06-05.xlsx",
];

/// Rarer parts stay out, which keeps the table small: of 309,000 rows three in four have fewer bearers.
/// What is rare in a generated list comes of its spellings and slips.
const LEAST_BEARERS: u64 = 3;

/// The writing, the part in Latin letters, the part as written, with its bearers.
type Rows = BTreeMap<(&'static str, String, String), u64>;

pub(crate) fn run(data: &Path, check: bool) -> anyhow::Result<()> {
    let mut rows = Rows::new();
    for (writing, file) in WRITTEN {
        wikidata(&data.join(file), writing, &mut rows)?;
    }
    for list in LISTS {
        listed(data, list, &mut rows)?;
    }
    rows.retain(|_, bearers| *bearers >= LEAST_BEARERS);
    let table = render(&rows);
    if check {
        let committed = std::fs::read_to_string(TARGET)?;
        anyhow::ensure!(
            committed == table,
            "{TARGET} is not what the data gives: run `cargo xtask train population`"
        );
    } else {
        std::fs::write(TARGET, table)?;
    }
    Ok(())
}

fn wikidata(path: &Path, writing: &'static str, rows: &mut Rows) -> anyhow::Result<()> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    for line in text.lines() {
        let mut columns = line.split('\t');
        let (Some(latin), Some(written), Some(bearers)) =
            (columns.next(), columns.next(), columns.next())
        else {
            continue;
        };
        let bearers: u64 =
            bearers.trim().parse().with_context(|| format!("{}: {line}", path.display()))?;
        let key = (writing, latin.trim().to_owned(), written.replace(' ', ""));
        *rows.entry(key).or_default() += bearers;
    }
    Ok(())
}

/// Parts of the primary names of persons, in Latin letters alone.
fn listed(data: &Path, list: &str, rows: &mut Rows) -> anyhow::Result<()> {
    let path = data.join(list);
    let bytes = std::fs::read(&path).with_context(|| path.display().to_string())?;
    let file = SourceFile { name: list, bytes: &bytes };
    let reading = tamis_lists::read(&[file], &ReadOptions::default(), &mut |_| {})?;
    for entry in reading.entries.iter().filter(|entry| entry.kind == PartyKind::Person) {
        let primary = entry.names.iter().find(|name| name.grade == NameGrade::Primary);
        let Some(Ok(name)) = primary.map(|name| analyse(&name.text, NameKind::Person)) else {
            continue;
        };
        for part in name.parts.iter().filter(|part| part.class.is_informative()) {
            let latin = part.latin.to_string();
            if latin.len() > 1 {
                *rows.entry(("listed", latin.clone(), latin)).or_default() += 1;
            }
        }
    }
    Ok(())
}

fn render(rows: &Rows) -> String {
    let mut text = String::from(
        "# Parts of names with their bearers, by the writing in which they were counted: writing, in Latin letters, as written, bearers.\n\
         # Made by `cargo xtask train population`; do not edit. For generated lists alone: no score comes from it.\n\
         # Sources: NETransliteration-COLING2018, bearers counted in Wikidata (Apache-2.0, CC0); `listed`: primary names of\n\
         # persons of the UN (2021-03-12), EU (2021-03-02), OFAC (2021-03-10) and UK (2023-06-05) lists (public).\n",
    );
    let mut ordered: Vec<_> = rows.iter().collect();
    ordered.sort_by(|((a, ..), one), ((b, ..), other)| a.cmp(b).then(other.cmp(one)));
    for ((writing, latin, written), bearers) in ordered {
        text.push_str(&format!("{writing}\t{latin}\t{written}\t{bearers}\n"));
    }
    text
}
