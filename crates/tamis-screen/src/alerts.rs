//! Hits grouped into alerts: one a person cluster, its entries and what they state differently
//! inside. It counts and orders; scores come as they are.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

use tamis_index::artefact::ArtefactError;
use tamis_match::Comparison;
use tamis_model::{
    Alert, ClusterEntry, Difference, DifferingField, Entry, EntryId, Hit, ListedName, NameGrade,
    Totals,
};

use crate::clusters::Cluster;
use crate::kept::EntryRef;
use crate::set::{PreparedEntry, ScreenSet};

/// An entry that reached the threshold.
pub(crate) struct Found<'a> {
    pub(crate) place: usize,
    pub(crate) entry: &'a PreparedEntry,
    pub(crate) comparison: Comparison<'a>,
}

impl Found<'_> {
    /// Class, then score, then list and reference.
    pub(crate) fn order(&self, other: &Self) -> Ordering {
        let key =
            |found: &Self| (found.comparison.class, std::cmp::Reverse(found.comparison.score));
        key(self).cmp(&key(other)).then_with(|| self.entry.entry.id.cmp(&other.entry.entry.id))
    }

    fn hit(&self, rank: u32) -> Hit {
        let (entry, comparison) = (&self.entry.entry, &self.comparison);
        Hit {
            rank,
            entry: entry.id.clone(),
            kind: entry.kind,
            heading: entry.heading().to_owned(),
            programmes: entry.programmes.clone(),
            score: comparison.score,
            class: comparison.class,
            evidence: comparison.evidence(),
        }
    }
}

/// The alerts of hits that stand in order, at most `limit`, and what there was before the limit.
pub(crate) fn grouped(
    set: &ScreenSet,
    found: &[Found<'_>],
    limit: Option<usize>,
) -> Result<(Totals, Vec<Alert>), ArtefactError> {
    let mut groups: Vec<Vec<&Found<'_>>> = Vec::new();
    let mut of_cluster: HashMap<usize, usize> = HashMap::new();
    for hit in found {
        // An alert stands where its best hit stands: the first one of its cluster that comes.
        let next = groups.len();
        let cluster = set.clusters().of_place(hit.place);
        let group = cluster.map_or(next, |(number, _)| *of_cluster.entry(number).or_insert(next));
        match groups.get_mut(group) {
            Some(group) => group.push(hit),
            None => groups.push(vec![hit]),
        }
    }
    let total = Totals { alerts: groups.len() as u64, hits: found.len() as u64 };
    let mut ranks = 1..;
    let alerts = groups
        .into_iter()
        .take(limit.unwrap_or(usize::MAX))
        .zip(1..)
        .filter_map(|(hits, rank)| alert(set, rank, &hits, &mut ranks).transpose())
        .collect::<Result<_, _>>()?;
    Ok((total, alerts))
}

fn alert(
    set: &ScreenSet,
    rank: u32,
    found: &[&Found<'_>],
    ranks: &mut impl Iterator<Item = u32>,
) -> Result<Option<Alert>, ArtefactError> {
    let Some(best) = found.first() else { return Ok(None) };
    let alone = Cluster { entries: vec![best.place], links: Vec::new() };
    let cluster = set.clusters().of_place(best.place).map_or(&alone, |(_, cluster)| cluster);
    let taken: Vec<(usize, EntryRef<'_>)> = cluster
        .entries
        .iter()
        .map(|place| Ok((*place, set.entry(*place)?)))
        .collect::<Result<_, ArtefactError>>()?;
    let entries: Vec<(usize, &Entry)> =
        taken.iter().map(|(place, prepared)| (*place, &prepared.entry)).collect();
    let others = entries
        .iter()
        .filter(|(place, _)| found.iter().all(|hit| hit.place != *place))
        .map(|(_, entry)| ClusterEntry {
            entry: entry.id.clone(),
            kind: entry.kind,
            heading: entry.heading().to_owned(),
            programmes: entry.programmes.clone(),
        })
        .collect();
    let entries: Vec<&Entry> = entries.into_iter().map(|(_, entry)| entry).collect();
    Ok(Some(Alert {
        rank,
        cluster: entries.first().map_or_else(|| best.entry.entry.id.clone(), |e| e.id.clone()),
        hits: found.iter().zip(ranks).map(|(hit, rank)| hit.hit(rank)).collect(),
        others,
        links: cluster.links.clone(),
        differences: differences(&entries),
    }))
}

/// What the entries of a cluster state differently, in a fixed order of fields, aliases by letters.
fn differences(entries: &[&Entry]) -> Vec<Difference> {
    if entries.len() < 2 {
        return Vec::new();
    }
    let told = |field, read: fn(&Entry) -> Stated| differing(field, entries, read);
    let mut found: Vec<Difference> = [
        told(DifferingField::BirthDate, births),
        told(DifferingField::Nationality, nationalities),
        told(DifferingField::Sex, sex),
    ]
    .into_iter()
    .flatten()
    .collect();
    found.extend(alias_grades(entries));
    found
}

/// What an entry states of a field: the values as compared, in order, and as shown.
struct Stated {
    compared: Vec<String>,
    shown: Vec<String>,
}

impl Stated {
    fn new(values: impl Iterator<Item = (String, String)>) -> Self {
        let (mut compared, shown): (Vec<String>, Vec<String>) = values.unzip();
        compared.sort();
        compared.dedup();
        Self { compared, shown }
    }
}

fn differing(
    field: DifferingField,
    entries: &[&Entry],
    read: fn(&Entry) -> Stated,
) -> Option<Difference> {
    let stated: Vec<(&EntryId, Stated)> = entries
        .iter()
        .map(|entry| (&entry.id, read(entry)))
        .filter(|(_, stated)| !stated.compared.is_empty())
        .collect();
    let (_, first) = stated.first()?;
    if stated.iter().all(|(_, other)| other.compared == first.compared) {
        return None;
    }
    let values =
        stated.iter().map(|(id, stated)| ((*id).clone(), stated.shown.join("; "))).collect();
    Some(Difference { field, values })
}

fn births(entry: &Entry) -> Stated {
    Stated::new(entry.births.iter().map(|birth| {
        let mut readings: Vec<String> = birth.readings.iter().map(ToString::to_string).collect();
        readings.sort();
        let compared =
            if readings.is_empty() { birth.as_written.clone() } else { readings.join("|") };
        (compared, birth.as_written.clone())
    }))
}

fn nationalities(entry: &Entry) -> Stated {
    Stated::new(entry.nationalities.iter().map(|country| {
        let compared = country.code.clone().unwrap_or_else(|| country.as_written.to_lowercase());
        (compared, country.as_written.clone())
    }))
}

fn sex(entry: &Entry) -> Stated {
    let words = entry.sex.map(|sex| sex.words().to_owned());
    Stated::new(words.into_iter().map(|words| (words.clone(), words)))
}

/// Aliases that entries grade differently. Each list's own grade is shown; what alerts is decided by
/// the entry that grades it highest, for its hit is the best of the alert.
fn alias_grades(entries: &[&Entry]) -> Vec<Difference> {
    let mut names: BTreeMap<String, Vec<(&EntryId, &ListedName)>> = BTreeMap::new();
    for entry in entries {
        for name in &entry.names {
            let folded = folded(&name.text);
            if !folded.is_empty() {
                names.entry(folded).or_default().push((&entry.id, name));
            }
        }
    }
    names
        .into_values()
        .filter_map(|stated| {
            let (first, name) = *stated.first()?;
            let across = stated.iter().any(|(id, _)| *id != first);
            // what matters is who calls it weak: a name that is the heading of one list and a good
            // alias of another is no difference to anybody
            let weak = stated.iter().filter(|(_, name)| name.grade == NameGrade::Weak).count();
            if !across || weak == 0 || weak == stated.len() {
                return None;
            }
            let values = stated
                .iter()
                .map(|(id, name)| ((*id).clone(), name.grade.words().to_owned()))
                .collect();
            Some(Difference {
                field: DifferingField::AliasGrade { alias: name.text.clone() },
                values,
            })
        })
        .collect()
}

/// The same string but for letter case, spaces and punctuation.
fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
