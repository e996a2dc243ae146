//! Judged pairs between the EU, OFAC and UN entries of 2021 (`names/crosslist_pairs_2021.csv`):
//! with the whole entries as the lists have them, and with primary names alone.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use tamis_match::AnalysedRecord;
use tamis_model::Entry;

use super::super::labelled::{Pair, Targets, count};
use super::super::material::{Material, Prepared};
use super::super::report::{PairSide, Target};
use super::super::source::{Table, cell, folded, kind, party, schema, scripts};
use super::super::{EvaluationError, Sets};

/// The lists of the table, one date.
pub(super) const LISTS: [&str; 3] =
    ["lists/un/2021-03-12.xml", "lists/eu/2021-03-02.xml", "lists/ofac/sdn-2021-03-10.xml"];

/// The table.
pub(super) const TABLE: &str = "names/crosslist_pairs_2021.csv";

pub(in super::super) fn run(material: &Material) -> Sets {
    let table = Table::open(material.folder.join(TABLE))?;
    let lists: Vec<Prepared> =
        LISTS.iter().map(|name| material.list(name)).collect::<Result<_, _>>()?;
    let entries = by_key(&lists);
    let columns = ["id_a", "id_b", "label", "kind", "primary_a", "primary_b"];
    let [id_a, id_b, label, word, primary_a, primary_b] =
        columns.map(|name| table.column(name)).into_iter().collect::<Result<Vec<_>, _>>()?[..]
    else {
        return Ok(Vec::new());
    };
    let further = ["aliases_a", "aliases_b", "dob_a", "dob_b"];
    let further: Vec<usize> =
        further.map(|name| table.column(name)).into_iter().collect::<Result<_, _>>()?;
    let (mut whole, mut primary, mut unknown) = (Vec::new(), Vec::new(), BTreeSet::new());
    for row in &table.rows {
        let kind = kind(cell(row, word));
        let shown = [cell(row, primary_a).to_owned(), cell(row, primary_b).to_owned()];
        let side = |primary: usize, alias: usize, born: usize| {
            let names = std::iter::once(cell(row, primary)).chain(cell(row, alias).split('|'));
            let births = cell(row, born).split('|');
            let kept = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
            PairSide {
                names: names.filter_map(kept).collect(),
                births: births.filter_map(kept).collect(),
            }
        };
        let sides = match further.as_slice() {
            [alias_a, alias_b, dob_a, dob_b] => {
                [side(primary_a, *alias_a, *dob_a), side(primary_b, *alias_b, *dob_b)]
            }
            _ => [PairSide::default(), PairSide::default()],
        };
        let pair = |id: &str, one, other, set_aside, sides: [PairSide; 2]| Pair {
            id: format!("{id}:{}", row.line),
            schema: schema(kind),
            one,
            other,
            is_match: cell(row, label) == "match",
            groups: vec![
                format!("kind {}", cell(row, word)),
                scripts(&shown[0], &shown[1]),
                format!("lists {}", lists_of(cell(row, id_a), cell(row, id_b))),
            ],
            shown: shown.clone(),
            contradicts: None,
            set_aside,
            sides,
        };
        let record = |name: &str| -> Result<AnalysedRecord, EvaluationError> {
            material.record(&party(kind, &[name], "")).map_err(|source| EvaluationError::Row {
                path: table.path.clone(),
                line: row.line,
                source,
            })
        };
        let only = |name: &String| PairSide { names: vec![name.clone()], births: Vec::new() };
        let (one, other) = (Cow::Owned(record(&shown[0])?), Cow::Owned(record(&shown[1])?));
        let apart = !share_a_word(&shown[0], &shown[1]);
        let both = [only(&shown[0]), only(&shown[1])];
        primary.push(pair("crosslist-primary", one, other, apart, both));
        match (entries.get(cell(row, id_a)), entries.get(cell(row, id_b))) {
            (Some(one), Some(other)) => {
                let namesakes = cell(row, label) != "match" && share_a_name(one.0, other.0);
                let (one, other) = (Cow::Borrowed(one.1), Cow::Borrowed(other.1));
                whole.push(pair("crosslist", one, other, namesakes, sides));
            }
            (one, _) => {
                unknown.insert(cell(row, if one.is_none() { id_a } else { id_b }).to_owned());
            }
        }
    }
    let targets = Targets {
        f1: Some(Target::AtLeast(0.955)),
        f1_set_aside: Some(Target::AtLeast(0.97)),
        ..Targets::default()
    };
    let asks = "are two entries of different lists one?";
    let namesakes: Vec<&Pair<'_>> = whole.iter().filter(|pair| pair.set_aside).collect();
    let remark = format!(
        "set aside: {} judged non-matches that share a whole name: {}",
        namesakes.len(),
        namesakes
            .iter()
            .map(|pair| pair.shown.join(" | "))
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect::<Vec<_>>()
            .join("; ")
    );
    let (mut set, _) = count("crosslist, whole entries", asks, &whole, targets, &material.policy);
    set.remarks.push(remark);
    if !unknown.is_empty() {
        let unknown: Vec<String> = unknown.into_iter().collect();
        set.remarks.push(format!("not in the lists: {}", unknown.join(", ")));
    }
    let targets = Targets {
        f1: Some(Target::AtLeast(0.87)),
        f1_set_aside: Some(Target::AtLeast(0.92)),
        ..Targets::default()
    };
    let asks = "the same, by primary names alone; set aside: primary names that share no word";
    let name = "crosslist, primary names alone";
    let (primary, _) = count(name, asks, &primary, targets, &material.policy);
    Ok(vec![set, primary])
}

/// An entry and its record.
pub(super) type Known<'a> = (&'a Entry, &'a AnalysedRecord);

/// The entries by the ids that the table uses.
pub(super) fn by_key(lists: &[Prepared]) -> HashMap<String, Known<'_>> {
    let mut entries = HashMap::new();
    for prepared in lists.iter().flat_map(|list| list.iter()) {
        let entry = &prepared.entry;
        let key = match entry.id.list.as_str() {
            // EU.27.28 is eu-fsf-eu-27-28
            "eu" => format!("eu-fsf-{}", entry.id.reference.to_lowercase().replace('.', "-")),
            "un" => match entry.other_keys.iter().find(|key| key.field == "DATAID") {
                Some(key) => format!("unsc-{}", key.text),
                None => continue,
            },
            _ => format!("ofac-{}", entry.id.reference),
        };
        entries.insert(key, (entry, &prepared.record));
    }
    entries
}

fn lists_of(one: &str, other: &str) -> String {
    let mut lists = [one, other].map(|id| id.split('-').next().unwrap_or_default());
    lists.sort_unstable();
    lists.join("–")
}

/// Whether two entries have a name in common, letter for letter but for case.
fn share_a_name(one: &Entry, other: &Entry) -> bool {
    let names = |entry: &Entry| -> BTreeSet<String> {
        entry.names.iter().map(|name| folded(&name.text)).collect()
    };
    !names(one).is_disjoint(&names(other))
}

/// Whether two names have a word of three letters or more that is the same or a letter apart.
pub(super) fn share_a_word(one: &str, other: &str) -> bool {
    let words = |text: &str| -> Vec<Vec<char>> {
        folded(text)
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| word.chars().count() >= 3)
            .map(|word| word.chars().collect())
            .collect()
    };
    let others = words(other);
    words(one).iter().any(|word| {
        others.iter().any(|other| {
            let allowed = u32::from(word.len().min(other.len()) >= 5);
            tamis_text::distance::optimal_string_alignment_chars(word, other, allowed).is_some()
        })
    })
}
