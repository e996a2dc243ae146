//! Every listed person of the UN, UK and OFAC lists against all entries that are not known to be the
//! same person: how many alert in class B, by region. Measured and shown; there is no target.
//!
//! The same person is who the lists link (UN reference) or a judged pair joins; who is listed twice
//! without either counts here as an alert, so the share within one list is told apart.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;
use tamis_match::compare;
use tamis_model::{Entry, HitClass, PartyKind};
use tamis_screen::PreparedEntry;

use super::super::material::{Material, primary};
use super::super::report::{EvaluationSet, Failure, Figure};
use super::super::source::{Table, cell};
use super::super::{EvaluationError, Sets, evidence, split};
use super::crosslist::TABLE;

const ALERTS_TOLD: usize = 25;

pub(in super::super) fn run(material: &Material) -> Sets {
    let lists = material.four_lists()?;
    let entries: Vec<&PreparedEntry> = lists.iter().flat_map(|list| list.iter()).collect();
    let clusters = clusters(&entries, material)?;
    let one_in = material.sizes.listed_one_in;
    let asked: Vec<usize> = entries
        .iter()
        .enumerate()
        .filter(|(_, prepared)| {
            let entry = &prepared.entry;
            entry.kind == PartyKind::Person
                && ["un", "uk", "ofac", "ofac-sdn"].contains(&entry.id.list.as_str())
                && split::is_sampled(&entry.id.to_string(), one_in)
        })
        .map(|(at, _)| at)
        .collect();
    let found: Vec<Found> =
        asked.par_iter().filter_map(|at| screen(*at, &entries, &clusters, material)).collect();
    let mut set = EvaluationSet::new(
        "every listed person against all others",
        "how many other persons alert in class B for a listed one?",
    );
    let mut regions: BTreeMap<&str, Vec<&Found>> = BTreeMap::new();
    for one in &found {
        regions.entry(one.region).or_default().push(one);
    }
    let all: Vec<&Found> = found.iter().collect();
    set.figures.extend(figures(&all, ""));
    for (region, of) in regions {
        set.figures.extend(figures(&of, region));
    }
    let mut failures: Vec<Failure> = found.iter().filter_map(|one| one.worst.clone()).collect();
    failures.sort_by_key(|failure| std::cmp::Reverse(failure.score));
    let step = failures.len().div_ceil(ALERTS_TOLD).max(1);
    set.failures = failures.into_iter().step_by(step).collect();
    Ok(vec![set])
}

struct Found {
    region: &'static str,
    class_b: u64,
    class_b_in_list: u64,
    worst: Option<Failure>,
}

fn figures(found: &[&Found], region: &str) -> [Figure; 3] {
    let people = found.len() as u64;
    let sum: u64 = found.iter().map(|one| one.class_b).sum();
    let alerted =
        |count: fn(&Found) -> u64| found.iter().filter(|one| count(one) > 0).count() as u64;
    let mean = sum as f64 / people.max(1) as f64;
    [
        Figure::number("class-B alerts a person", mean, people).of(region),
        Figure::share("persons with a class-B alert", alerted(|one| one.class_b), people)
            .of(region),
        Figure::share(
            "persons with a class-B alert in their own list",
            alerted(|one| one.class_b_in_list),
            people,
        )
        .of(region),
    ]
}

fn screen(
    at: usize,
    entries: &[&PreparedEntry],
    clusters: &[usize],
    material: &Material,
) -> Option<Found> {
    let own = entries.get(at)?;
    let mut found =
        Found { region: region(&own.entry), class_b: 0, class_b_in_list: 0, worst: None };
    for (other_at, other) in entries.iter().enumerate() {
        if clusters.get(other_at) == clusters.get(at) || other.entry.kind != PartyKind::Person {
            continue;
        }
        let comparison = compare(&own.record, &other.record, &material.policy);
        if comparison.class != HitClass::B || !comparison.reaches(material.policy.threshold) {
            continue;
        }
        found.class_b += 1;
        if own.entry.id.list != other.entry.id.list {
            continue;
        }
        found.class_b_in_list += 1;
        if found.worst.as_ref().is_none_or(|known| known.score < comparison.score) {
            found.worst = Some(Failure {
                kind: "class B in its own list",
                one: told(&own.entry),
                other: told(&other.entry),
                score: comparison.score,
                evidence: evidence::line(&comparison),
            });
        }
    }
    Some(found)
}

fn told(entry: &Entry) -> String {
    format!("{} {}", entry.id, primary(entry).unwrap_or_default())
}

/// The number of the cluster of each entry: entries that lists or judged matches join have the same.
fn clusters(
    entries: &[&PreparedEntry],
    material: &Material,
) -> Result<Vec<usize>, EvaluationError> {
    let mut clusters: Vec<usize> = (0..entries.len()).collect();
    let mut places: HashMap<String, usize> = HashMap::new();
    for (at, prepared) in entries.iter().enumerate() {
        let id = &prepared.entry.id;
        places.insert(format!("{}:{}", id.list, id.reference), at);
        // the numbers that the table of judged pairs uses
        for key in prepared.entry.other_keys.iter().filter(|key| key.field == "DATAID") {
            places.insert(format!("dataid:{}", key.text), at);
        }
    }
    let mut joined: Vec<(usize, usize)> = Vec::new();
    for (at, prepared) in entries.iter().enumerate() {
        for reference in &prepared.entry.references {
            let key = format!("{}:{}", reference.list, reference.reference);
            joined.extend(places.get(&key).map(|other| (at, *other)));
        }
    }
    let table = Table::open(material.folder.join(TABLE))?;
    let (id_a, id_b) = (table.column("id_a")?, table.column("id_b")?);
    let label = table.column("label")?;
    let place = |id: &str| {
        let key = if let Some(reference) = id.strip_prefix("eu-fsf-") {
            format!("eu:{}", reference.to_uppercase().replace('-', "."))
        } else if let Some(number) = id.strip_prefix("unsc-") {
            format!("dataid:{number}")
        } else {
            let number = id.strip_prefix("ofac-").unwrap_or(id);
            let list = ["ofac", "ofac-sdn"].into_iter().map(|list| format!("{list}:{number}"));
            return list.filter_map(|key| places.get(&key).copied()).next();
        };
        places.get(&key).copied()
    };
    for row in table.rows.iter().filter(|row| cell(row, label) == "match") {
        joined.extend(place(cell(row, id_a)).zip(place(cell(row, id_b))));
    }
    for (one, other) in joined {
        join(&mut clusters, one, other);
    }
    Ok((0..clusters.len()).map(|at| root(&mut clusters, at)).collect())
}

fn root(clusters: &mut [usize], at: usize) -> usize {
    let mut top = at;
    while let Some(next) = clusters.get(top).copied().filter(|next| *next != top) {
        top = next;
    }
    if let Some(own) = clusters.get_mut(at) {
        *own = top;
    }
    top
}

fn join(clusters: &mut [usize], one: usize, other: usize) {
    let (one, other) = (root(clusters, one), root(clusters, other));
    if let Some(own) = clusters.get_mut(one.max(other)) {
        *own = one.min(other);
    }
}

/// The regions of the cohorts, by nationality, else by country of birth.
const COUNTRIES: [(&str, &[&str]); 12] = [
    ("levant_iraq", &["IQ", "SY", "LB", "JO", "PS"]),
    ("gulf_yemen", &["SA", "KW", "QA", "BH", "AE", "OM", "YE"]),
    ("egypt_sudan", &["EG", "SD", "LY"]),
    ("maghreb", &["MA", "DZ", "TN", "MR"]),
    ("somali", &["SO", "DJ", "ER"]),
    ("afghan_pakistani", &["AF", "PK"]),
    ("turkish_kurdish", &["TR"]),
    ("iran", &["IR"]),
    ("caucasus_central_asian", &["RU", "AZ", "GE", "AM", "UZ", "TJ", "KG", "KZ", "TM", "BY", "UA"]),
    ("indonesian_filipino", &["ID", "MY", "PH", "SG"]),
    ("balkan", &["BA", "RS", "XK", "AL", "MK", "HR", "ME"]),
    ("korea_china", &["KP", "KR", "CN"]),
];

fn region(entry: &Entry) -> &'static str {
    let codes = entry
        .nationalities
        .iter()
        .chain(entry.birthplaces.iter().filter_map(|place| place.country.as_ref()));
    codes
        .filter_map(|country| country.code.as_deref())
        .find_map(|code| COUNTRIES.iter().find(|(_, codes)| codes.contains(&code)))
        .map_or("elsewhere or not told", |(region, _)| region)
}
