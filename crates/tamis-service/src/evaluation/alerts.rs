//! People whom no list means, screened against whole lists: how many of a thousand alert, by group,
//! with names alone and with the birth date, weak aliases apart.

use std::collections::{BTreeMap, HashMap, HashSet};

use rayon::prelude::*;
use tamis_index::Index;
use tamis_match::{Comparison, compare};
use tamis_model::{HitClass, PartyKind, Score};
use tamis_screen::PreparedEntry;

use super::material::Material;
use super::report::{EvaluationSet, Failure, Figure, Target};
use super::source::{folded, party};
use super::{causes, evidence};

/// Alerts that are told.
const ALERTS_TOLD: usize = 25;

/// Entries that are told because they alert most.
const ENTRIES_TOLD: usize = 12;

/// Somebody invented.
pub(super) struct Asked {
    pub(super) group: String,
    pub(super) name: String,
    pub(super) born: String,
}

/// What figures must reach.
#[derive(Clone, Copy, Default)]
pub(super) struct AlertTargets {
    pub(super) names_alone: Option<Target>,
    pub(super) names_alone_class_b: Option<Target>,
    pub(super) with_date: Option<Target>,
}

/// How one person alerts.
#[derive(Clone, Default)]
struct Alerts {
    names_alone: bool,
    names_alone_class_b: bool,
    with_date: bool,
    weak: bool,
    entries: u64,
    worst: Option<Worst>,
}

/// The alert that is told: with the birth date before names alone, then the higher score.
#[derive(Clone)]
struct Worst {
    entry: usize,
    cause: &'static str,
    /// How its parts met, by the loosest.
    loosest: &'static str,
    /// Whether birth dates of both sides are known and do not conflict.
    date_agrees: bool,
    failure: Failure,
}

#[derive(Default)]
struct Tally {
    people: u64,
    names_alone: u64,
    class_b: u64,
    with_date: u64,
    weak: u64,
}

/// Screens the invented people against the four lists. Whoever bears a listed name as a whole is a
/// namesake that must alert: namesakes are counted apart.
pub(super) fn count(
    name: &str,
    asks: &'static str,
    asked: &[Asked],
    material: &Material,
    targets: AlertTargets,
) -> Result<EvaluationSet, super::EvaluationError> {
    let lists = material.four_lists()?;
    let entries: Vec<&PreparedEntry> = lists.iter().flat_map(|list| list.iter()).collect();
    let listed: HashSet<String> = entries
        .iter()
        .flat_map(|prepared| prepared.entry.names.iter().map(|name| folded(&name.text)))
        .collect();
    let (namesakes, asked): (Vec<&Asked>, Vec<&Asked>) =
        asked.iter().partition(|person| listed.contains(&folded(&person.name)));
    let index = Index::of(entries.iter().map(|prepared| &prepared.record));
    let found: Vec<Alerts> =
        asked.par_iter().map(|person| screen(person, (&entries, &index), material)).collect();
    let mut set = EvaluationSet::new(name, asks);
    let mut groups: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut whole = Tally::default();
    for (person, alerts) in asked.iter().zip(&found) {
        whole.add(alerts);
        groups.entry(&person.group).or_default().add(alerts);
    }
    set.figures.extend(whole.figures("", targets));
    for (group, tally) in &groups {
        set.figures.extend(tally.figures(group, AlertTargets::default()));
    }
    set.figures.extend(concentrations(&whole, &groups));
    set.figures.extend(by_cause(&found));
    set.figures.extend(by_relation(&asked, &found));
    set.remarks.push(format!(
        "{} of the invented people bear a listed name as a whole and are left out: they must alert",
        namesakes.len()
    ));
    let alerted = found.iter().filter(|alerts| alerts.names_alone).count().max(1) as u64;
    let offered: u64 = found.iter().map(|alerts| alerts.entries).sum();
    set.remarks.push(format!("{offered} entries alert for {alerted} people with names alone"));
    set.remarks.push(format!("entries that alert most: {}", most(&found, &entries)));
    let mut failures: Vec<Failure> =
        found.into_iter().filter_map(|alerts| alerts.worst).map(|worst| worst.failure).collect();
    failures.sort_by_key(|failure| (failure.kind == NAMES, std::cmp::Reverse(failure.score)));
    // the worst ones, and with names alone every n-th, so that more than the head is seen
    let step = failures.len().div_ceil(ALERTS_TOLD).max(1);
    let dated = failures.iter().filter(|failure| failure.kind != NAMES).count();
    set.failures = failures
        .into_iter()
        .enumerate()
        .filter(|(at, _)| *at < dated.min(ALERTS_TOLD) || at % step == 0)
        .map(|(_, failure)| failure)
        .collect();
    Ok(set)
}

const DATED: &str = "alert with birth date";
const NAMES: &str = "alert with names alone";

/// Screens a person against the entries that the index offers: all that alert are among them.
fn screen(
    person: &Asked,
    (entries, index): (&[&PreparedEntry], &Index),
    material: &Material,
) -> Alerts {
    let mut alerts = Alerts::default();
    let of = |born: &str| material.record(&party(PartyKind::Person, &[&person.name], born));
    let (Ok(names), Ok(dated)) = (of(""), of(&person.born)) else { return alerts };
    let policy = &material.policy;
    let mut best: Option<(bool, Score)> = None;
    let mut offered = index.candidates(&names, policy);
    offered.extend(index.candidates(&dated, policy));
    offered.sort_unstable();
    offered.dedup();
    for place in offered.into_iter().filter_map(|place| usize::try_from(place).ok()) {
        let Some(entry) = entries.get(place) else { continue };
        let alone = compare(&names, &entry.record, policy);
        let with_date = compare(&dated, &entry.record, policy);
        let is_hit = |comparison: &Comparison<'_>| comparison.reaches(policy.threshold);
        if is_hit(&alone) && alone.class == HitClass::E {
            alerts.weak = true;
        } else if is_hit(&alone) {
            alerts.names_alone = true;
            alerts.names_alone_class_b |= alone.class <= HitClass::B;
            alerts.entries += 1;
        }
        let is_dated = is_hit(&with_date) && with_date.class != HitClass::E;
        alerts.with_date |= is_dated;
        let shown = if is_dated { &with_date } else { &alone };
        let is_alert = is_dated || is_hit(&alone) && alone.class != HitClass::E;
        if is_alert && best.is_none_or(|known| known < (is_dated, shown.score)) {
            best = Some((is_dated, shown.score));
            let failure = Failure {
                kind: if is_dated { DATED } else { NAMES },
                one: format!("{} {}", person.name, person.born),
                other: format!("{} {}", entry.entry.id, entry.entry.heading()),
                score: shown.score,
                evidence: evidence::line(shown),
            };
            alerts.worst = Some(Worst {
                entry: place,
                cause: causes::cause(shown),
                loosest: causes::loosest(shown),
                date_agrees: causes::date_agrees(shown),
                failure,
            });
        }
    }
    alerts
}

impl Tally {
    fn add(&mut self, alerts: &Alerts) {
        self.people += 1;
        self.names_alone += u64::from(alerts.names_alone);
        self.class_b += u64::from(alerts.names_alone_class_b);
        self.with_date += u64::from(alerts.with_date);
        self.weak += u64::from(alerts.weak && !alerts.names_alone);
    }

    fn figures(&self, of: &str, targets: AlertTargets) -> [Figure; 4] {
        let figure = |measure: &str, count: u64, target: Option<Target>| {
            Figure::share(measure, count, self.people).per_thousand().of(of).with_target(target)
        };
        [
            figure("alerted, with birth date", self.with_date, targets.with_date),
            figure("alerted, names alone", self.names_alone, targets.names_alone),
            figure("alerted in class B, names alone", self.class_b, targets.names_alone_class_b),
            figure("only weak aliases alert, names alone", self.weak, None),
        ]
    }
}

/// Groups whose share lies above twice the mean, even at the lower end of its interval.
fn concentrations(whole: &Tally, groups: &BTreeMap<&str, Tally>) -> [Figure; 2] {
    let above = |measure: &str, share: fn(&Tally) -> u64| {
        let of = |tally: &Tally| Figure::share("", share(tally), tally.people).interval;
        let mean = of(whole).value;
        let names: Vec<&str> = groups
            .iter()
            .filter(|(_, tally)| of(tally).low > 2.0 * mean)
            .map(|(group, _)| *group)
            .collect();
        let measure = format!("groups above twice the mean, {measure}");
        Figure::number(measure, names.len() as f64, groups.len() as u64)
            .of(names.join(", "))
            .with_target(Some(Target::AtMost(0.0)))
    };
    [
        above("with birth date", |tally| tally.with_date),
        above("names alone", |tally| tally.names_alone),
    ]
}

/// How many of a thousand alert for which cause, told for the alert that is told.
fn by_cause(found: &[Alerts]) -> Vec<Figure> {
    let people = found.len() as u64;
    let mut figures = Vec::new();
    for kind in [DATED, NAMES] {
        let of_kind = || {
            let worst = found.iter().filter_map(|alerts| alerts.worst.as_ref());
            worst.filter(move |worst| worst.failure.kind == kind)
        };
        for cause in causes::causes() {
            let count = of_kind().filter(|worst| worst.cause == cause).count() as u64;
            if count > 0 {
                figures.push(Figure::share(kind, count, people).per_thousand().of(cause));
            }
        }
        if kind == DATED {
            let agree = of_kind().filter(|worst| worst.date_agrees).count() as u64;
            let of = "birth dates of both sides are known and agree";
            figures.push(Figure::share(kind, agree, people).per_thousand().of(of));
        }
    }
    figures
}

/// How the parts of alerts met: of all people and of each group.
fn by_relation(asked: &[&Asked], found: &[Alerts]) -> Vec<Figure> {
    let people = found.len() as u64;
    let mut groups: BTreeMap<&str, u64> = BTreeMap::new();
    let mut counts: BTreeMap<(&str, &str, &str), u64> = BTreeMap::new();
    for (person, alerts) in asked.iter().zip(found) {
        *groups.entry(&person.group).or_default() += 1;
        if let Some(worst) = &alerts.worst {
            for group in ["", &person.group] {
                *counts.entry((worst.failure.kind, worst.loosest, group)).or_default() += 1;
            }
        }
    }
    let figure = |((kind, loosest, group), count): (&(&str, &str, &str), &u64)| {
        let of = [*loosest, *group].join(if group.is_empty() { "" } else { ", " });
        let among = groups.get(group).copied().unwrap_or(people);
        Figure::share(*kind, *count, among).per_thousand().of(of)
    };
    counts.iter().map(figure).collect()
}

fn most(found: &[Alerts], entries: &[&PreparedEntry]) -> String {
    let mut counts: HashMap<usize, u64> = HashMap::new();
    for worst in found.iter().filter_map(|alerts| alerts.worst.as_ref()) {
        *counts.entry(worst.entry).or_default() += 1;
    }
    let mut counts: Vec<(usize, u64)> = counts.into_iter().collect();
    counts.sort_by_key(|(place, count)| (std::cmp::Reverse(*count), *place));
    let told = counts.iter().take(ENTRIES_TOLD).filter_map(|(place, count)| {
        let entry = &entries.get(*place)?.entry;
        Some(format!("{} {} ({count})", entry.id, entry.heading()))
    });
    told.collect::<Vec<_>>().join("; ")
}
