//! Labelled pairs of single names (`names/name_bench_half.csv`): "would a reviewer want to see this
//! pair?", with tiers of quality.

use std::borrow::Cow;
use std::io::ErrorKind;

use tamis_model::{PartyKind, Score};

use super::super::labelled::{Pair, Targets, count};
use super::super::material::Material;
use super::super::report::{EvaluationSet, Figure, PairSide, Target};
use super::super::rules::{KnownNames, contradicted};
use super::super::source::{Table, cell, kind, party, schema, scripts, text};
use super::super::{EvaluationError, Sets};

/// A tier with fewer pairs is joined to its neighbour.
const LEAST_TIER: usize = 20;

pub(in super::super) fn run(material: &Material) -> Sets {
    let table = table(material)?;
    let pairs = pairs(material, &table, None)?;
    let targets = Targets {
        f1_by_rule: Some(Target::AtLeast(0.90)),
        f1_of: Some(("kind Person", Target::AtLeast(0.88))),
        ..Targets::default()
    };
    let asks = "would a reviewer want to see this pair of names?";
    let (mut set, scores) = count("name_bench", asks, &pairs, targets, &material.policy);
    let quality = table.column("quality")?;
    let qualities: Vec<&str> = table.rows.iter().map(|row| cell(row, quality)).collect();
    set.figures.push(strong(&pairs, &qualities, &scores, material));
    add_tiers(&mut set, &pairs, &qualities, &scores);
    set.remarks.push(
        "groups and halves are counted by the rule where the label contradicts the specification"
            .to_owned(),
    );
    Ok(vec![set])
}

/// The labelled pairs.
pub(super) fn table(material: &Material) -> Result<Table, EvaluationError> {
    Table::open(material.folder.join("names/name_bench_half.csv"))
}

/// The pairs of the table; both sides of that kind, if one is given.
pub(super) fn pairs(
    material: &Material,
    table: &Table,
    all_of: Option<PartyKind>,
) -> Result<Vec<Pair<'static>>, EvaluationError> {
    let (one, other) = (table.column("name1")?, table.column("name2")?);
    let (schema_column, label) = (table.column("schema")?, table.column("is_match")?);
    let (quality, category) = (table.column("quality")?, table.column("category")?);
    let (origin, notes) = (table.column("case_group")?, table.column("notes")?);
    let known = known_names(material)?;
    let mut pairs = Vec::new();
    for row in &table.rows {
        let told = kind(cell(row, schema_column));
        let kind = all_of.unwrap_or(told);
        let record = |name: &str| {
            material.record(&party(kind, &[name], "")).map_err(|source| EvaluationError::Row {
                path: table.path.clone(),
                line: row.line,
                source,
            })
        };
        let (one, other) = (cell(row, one), cell(row, other));
        let is_match = cell(row, label) == "true";
        let side = |name: &str| PairSide { names: vec![name.to_owned()], births: Vec::new() };
        pairs.push(Pair {
            id: format!("name-bench:{}", row.line),
            schema: schema(kind),
            one: Cow::Owned(record(one)?),
            other: Cow::Owned(record(other)?),
            is_match,
            groups: vec![
                format!("kind {}", cell(row, schema_column)),
                format!("quality {}", cell(row, quality)),
                scripts(one, other),
                format!("origin {}", cell(row, origin)),
                format!("class {}", class(cell(row, category), cell(row, notes))),
            ],
            shown: [one.to_owned(), other.to_owned()],
            contradicts: contradicted(told, one, other, is_match, &known),
            set_aside: false,
            sides: [side(one), side(other)],
        });
    }
    Ok(pairs)
}

/// The lexicon of names, which the rules ask; without it they are silent on known names.
fn known_names(material: &Material) -> Result<KnownNames, EvaluationError> {
    match text(&material.folder, "names/name_part_variants.txt") {
        Ok(text) => Ok(KnownNames::read(&text)),
        Err(EvaluationError::File { source, .. }) if source.kind() == ErrorKind::NotFound => {
            Ok(KnownNames::default())
        }
        Err(error) => Err(error),
    }
}

/// The class of a variation: what the table calls it, before its remarks in parentheses.
fn class<'a>(category: &'a str, notes: &'a str) -> &'a str {
    let told = if category.starts_with("LLM") && !notes.is_empty() { notes } else { category };
    let told = told.split(['(', ':']).next().unwrap_or_default().trim();
    if told.is_empty() { "not told" } else { told }
}

/// The share of pairs of quality STRONG that are judged as labelled.
fn strong(pairs: &[Pair<'_>], qualities: &[&str], scores: &[Score], material: &Material) -> Figure {
    let (mut right, mut all) = (0, 0);
    for ((pair, quality), score) in pairs.iter().zip(qualities).zip(scores) {
        if *quality == "STRONG" {
            all += 1;
            right += u64::from((*score >= material.policy.threshold.score()) == pair.is_match);
        }
    }
    Figure::share("judged right", right, all)
        .of("quality STRONG")
        .with_target(Some(Target::AtLeast(1.0)))
}

/// Mean scores by tier: they fall STRONG > MEDIUM > WEAK among matches and rise so among non-matches.
fn add_tiers(set: &mut EvaluationSet, pairs: &[Pair<'_>], qualities: &[&str], scores: &[Score]) {
    for (label, words) in [(true, "matches"), (false, "non-matches")] {
        let mut tiers: Vec<(String, Vec<f64>)> = Vec::new();
        for tier in ["STRONG", "MEDIUM", "WEAK"] {
            let of: Vec<f64> = pairs
                .iter()
                .zip(qualities)
                .zip(scores)
                .filter(|((pair, quality), _)| pair.is_match == label && **quality == tier)
                .map(|(_, score)| score.as_f64())
                .collect();
            match tiers.last_mut() {
                Some((name, known)) if known.len() < LEAST_TIER || of.len() < LEAST_TIER => {
                    name.push_str(&format!(" with {tier}"));
                    known.extend(of);
                }
                _ => tiers.push((tier.to_owned(), of)),
            }
        }
        let mut means = Vec::new();
        for (tier, scores) in &tiers {
            let mean = scores.iter().sum::<f64>() / (scores.len().max(1) as f64);
            means.push(mean);
            let figure =
                Figure::number(format!("mean score of {words}"), mean, scores.len() as u64);
            set.figures.push(figure.of(format!("quality {tier}")));
        }
        let wrong = means.windows(2).filter(|pair| match pair {
            [first, second] if label => first <= second,
            [first, second] => first >= second,
            _ => false,
        });
        let figure =
            Figure::number(format!("tiers of {words} out of order"), wrong.count() as f64, 3);
        set.figures.push(figure.with_target(Some(Target::AtMost(0.0))));
    }
}
