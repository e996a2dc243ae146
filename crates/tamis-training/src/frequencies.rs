//! The table of frequencies: bearers per million of a part, by its romanised form, and for writings
//! without vowels by its skeleton.
//!
//! It counts bearers of a *name*: all its spellings count for each of them (one skeleton and at most
//! two edits apart, or spellings of one name by the lexicon), so that Ousmane is as common as Osman.
//!
//! Sources, of which the greatest share counts: bearers of name parts that Wikidata knows (Western by
//! far), the primary names of the official lists (Arab, Persian, Russian, Korean by far), and the
//! same by the region of the bearers. What tells people apart is how common a name is where it is at
//! home: Warsame is rare in the world and common in Somalia, and it is Somalis who meet a Warsame on a
//! list. Aliases are not counted: they are what the matcher is judged on, and one person has many.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Context as _;
use tamis_lists::{ReadOptions, SourceFile};
use tamis_match::frequency;
use tamis_match::lexicon::{self, Kind};
use tamis_model::{NameGrade, PartyKind};
use tamis_text::distance::optimal_string_alignment;
use tamis_text::{NameKind, Script, analyse};

use crate::lexicon::{forms, gating};

mod region;

const TARGET: &str = "crates/tamis-match/data/frequencies.tsv";

/// Names of one part in all spellings: what licenses a spelling that no source counts.
const VARIANTS: &str = "names/name_part_variants.txt";

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

/// People added to a region that none of them bears a name of: of forty listed Somalis, three who
/// share a name are a hint and no measure, and lists hold families: two dozen Qadhafis do not make that
/// name common in Libya. So three of forty count as two of three thousand.
const PEOPLE_ADDED: u64 = 3_000;

/// From so many of a million on, the spellings that the lexicon knows beside those that a source has
/// get a line of their own. Below it they weigh nearly the ceiling in any case.
const COMMON_PER_MILLION: u64 = 500;

/// From so many of a million on, a form is one of the commonest parts whatever more is added: its
/// count stays its own.
const VERY_COMMON: u64 = 8_650;

/// Counts of one source: bearers by form, and of how many people they are.
#[derive(Default)]
struct Source {
    bearers: BTreeMap<String, u64>,
    people: u64,
    /// Whether it is one region of one list: few people.
    is_region: bool,
}

impl Source {
    /// Bearers per million; none where the count says nothing.
    fn share(&self, count: u64) -> Option<u64> {
        if self.is_region {
            // the first one is the listed person himself, who tells nothing of others
            let others = count.checked_sub(1).filter(|others| *others > 0)?;
            return Some(others * 1_000_000 / (self.people + PEOPLE_ADDED));
        }
        (count >= LEAST_BEARERS).then(|| count * 1_000_000 / self.people.max(1))
    }
}

pub(crate) fn run(data: &Path, check: bool) -> anyhow::Result<()> {
    let mut known = Source::default();
    for file in BEARERS {
        wikidata(&data.join(file), &mut known)?;
    }
    // half of the parts are given names, half family names: two parts a person
    known.people /= 2;
    let mut sources = vec![known];
    sources.extend(lists(data)?);
    let variants = std::fs::read_to_string(data.join(VARIANTS)).context(VARIANTS)?;
    let table = render(&per_million(&sources, &variants));
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

/// All lists together, and each region of each list.
fn lists(data: &Path) -> anyhow::Result<Vec<Source>> {
    let mut whole = Source::default();
    let mut regions: BTreeMap<(&str, &str), Source> = BTreeMap::new();
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
            let parts: BTreeSet<String> = parts(&name.text, kind).into_iter().collect();
            whole.add(&parts);
            if kind == NameKind::Person {
                for region in region::of(entry) {
                    let source = regions.entry((list, region)).or_default();
                    source.is_region = true;
                    source.add(&parts);
                }
            }
        }
    }
    Ok(std::iter::once(whole).chain(regions.into_values()).collect())
}

impl Source {
    fn add(&mut self, parts: &BTreeSet<String>) {
        self.people += 1;
        for part in parts {
            *self.bearers.entry(part.clone()).or_default() += 1;
        }
    }
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

/// Bearers per million by form. `*SKELETON` sums all forms of a skeleton.
fn per_million(sources: &[Source], variants: &str) -> BTreeMap<String, u64> {
    let mut table: BTreeMap<String, u64> = BTreeMap::new();
    for source in sources {
        let mut skeletons: BTreeMap<String, Vec<(&str, u64)>> = BTreeMap::new();
        let mut spellings: BTreeMap<u32, Vec<(&str, u64)>> = BTreeMap::new();
        for (form, &count) in &source.bearers {
            let skeleton = String::from_utf8_lossy(&tamis_text::skeleton(form)).into_owned();
            skeletons.entry(skeleton).or_default().push((form, count));
            for id in spelling_ids(form) {
                spellings.entry(id).or_default().push((form, count));
            }
        }
        for (skeleton, forms) in &skeletons {
            let total: u64 = forms.iter().map(|(_, count)| count).sum();
            raise(&mut table, format!("*{skeleton}"), source.share(total));
            for (form, count) in forms {
                if !source.is_region && *count < LEAST_BEARERS {
                    continue;
                }
                let near = forms.iter().filter(|(other, _)| {
                    optimal_string_alignment(form.as_bytes(), other.as_bytes(), 2).is_some()
                });
                let known = spelling_ids(form).filter_map(|id| spellings.get(&id)).flatten();
                let name: BTreeMap<&str, u64> = near.chain(known).copied().collect();
                raise(&mut table, (*form).to_owned(), source.share(name.values().sum()));
            }
        }
    }
    other_spellings(&mut table, variants);
    arabic_names(&mut table, variants);
    unusual_spellings(&mut table);
    table.retain(|_, count| *count >= LEAST_PER_MILLION);
    table
}

/// The ids of sets of spellings of one name that hold a form.
fn spelling_ids(form: &str) -> impl Iterator<Item = u32> {
    let is_spelling = |id: &u32| *id >> 22 == Kind::Spelling.id(0) >> 22;
    lexicon::ids(form, Script::Latin).numbers().filter(is_spelling)
}

/// Adds the Latin spellings of common names that no source counts, each as common as its name.
fn other_spellings(table: &mut BTreeMap<String, u64>, variants: &str) {
    let mut common: BTreeMap<u32, u64> = BTreeMap::new();
    for (form, &count) in table.iter().filter(|(_, count)| **count >= COMMON_PER_MILLION) {
        for id in spelling_ids(form) {
            let most = common.entry(id).or_default();
            *most = count.max(*most);
        }
    }
    let groups = variants.lines().filter_map(|line| line.rsplit_once(" => "));
    for form in groups.flat_map(|(forms, _)| forms.split(", ")) {
        let count = spelling_ids(form).filter_map(|id| common.get(&id)).max();
        if let (Some(&count), [latin]) = (count, parts(form, NameKind::Person).as_slice()) {
            raise(table, latin.clone(), Some(count));
        }
    }
}

/// Latin spellings of a name that one form in Arabic letters joins are each as common as the
/// commonest of them: Osman, Uthman and Usman are عثمان.
fn arabic_names(table: &mut BTreeMap<String, u64>, variants: &str) {
    let mut names: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (spellings, _) in variants.lines().filter_map(|line| line.rsplit_once(" => ")) {
        let group = forms::of_group(spellings.split(", "));
        for hub in group.iter().filter(|form| form.script == Script::Arabic) {
            let latin = group.iter().filter(|form| form.script == Script::Latin);
            let spelled =
                latin.filter(|form| gating::spells(form, hub)).map(|form| form.latin.clone());
            names.entry(hub.folded.clone()).or_default().extend(spelled);
        }
    }
    let mut raised: BTreeMap<String, u64> = BTreeMap::new();
    for forms in names.values() {
        let most = forms.iter().filter_map(|form| table.get(form)).max().copied().unwrap_or(0);
        if most >= COMMON_PER_MILLION {
            let is_rarer =
                |form: &&String| table.get(*form).is_none_or(|share| *share < VERY_COMMON);
            for form in forms.iter().filter(is_rarer) {
                raise(&mut raised, form.clone(), Some(most));
            }
        }
    }
    for (form, share) in raised {
        raise(table, form, Some(share));
    }
}

/// A spelling is no rarer than one that the table does not know: Maxamed is counted seldom, and is an
/// unusual way to write Muhammad.
fn unusual_spellings(table: &mut BTreeMap<String, u64>) {
    let share_of = |form: &str| {
        let skeleton = tamis_text::skeleton(form);
        let whole = table.get(&format!("*{}", String::from_utf8_lossy(&skeleton)))?;
        let whole = u32::try_from(*whole).ok()?;
        Some(u64::from(frequency::of_unknown_spelling(whole, skeleton.len())))
    };
    let forms = table.keys().filter(|form| !form.starts_with('*'));
    let shares: Vec<_> = forms.map(|form| (form.clone(), share_of(form))).collect();
    for (form, share) in shares {
        raise(table, form, share);
    }
}

fn raise(table: &mut BTreeMap<String, u64>, key: String, share: Option<u64>) {
    let Some(share) = share else { return };
    let known = table.entry(key).or_default();
    *known = share.max(*known);
}

fn render(table: &BTreeMap<String, u64>) -> String {
    let mut text = String::from(
        "# Bearers per million of a part of a name, by romanised form; *X is a consonant skeleton.\n\
         # Made by `cargo xtask train frequencies`; do not edit.\n\
         # Sources, the greater share counts: NETransliteration-COLING2018, bearers counted in Wikidata (Apache-2.0, CC0);\n\
         # primary names of the UN (2021-03-12), EU (2021-03-02), OFAC (2021-03-10) and UK (2023-06-05) lists (public),\n\
         # all together and by region. Spellings of one name by name_part_variants.txt (Wikidata, CC0).\n",
    );
    for (form, count) in table {
        text.push_str(&format!("{form}\t{count}\n"));
    }
    text
}
