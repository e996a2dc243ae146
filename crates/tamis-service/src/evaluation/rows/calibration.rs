//! What a score means. Four sets: all labelled pairs by score band; the same without pairs that names
//! cannot tell; judged cross-list pairs of persons in two renderings, the UN side in Latin and in its
//! original script, so that both scripts have the same true and false pairs; and of these the pairs
//! whose names in Latin share a word.

use tamis_match::compare;
use tamis_model::PartyKind;

use super::super::calibration::{Observed, add_to};
use super::super::material::{Material, persons, primary};
use super::super::report::EvaluationSet;
use super::super::source::{Table, cell, kind, party, script};
use super::super::{EvaluationError, Sets};
use super::crosslist::{LISTS, TABLE, by_key, share_a_word};

pub(in super::super) fn run(material: &Material) -> Sets {
    let [whole, told] = labelled(material)?;
    let [all, sharing] = renderings(material)?;
    Ok(vec![whole, told, all, sharing])
}

fn labelled(material: &Material) -> Result<[EvaluationSet; 2], EvaluationError> {
    let mut sets = super::name_bench::run(material)?;
    sets.extend(super::crosslist::run(material)?);
    let observed = |kept: fn(bool) -> bool| -> Vec<Observed> {
        let pairs = sets.iter().flat_map(|set| set.pairs.iter());
        pairs
            .filter(|pair| kept(pair.set_aside))
            .map(|pair| Observed {
                group: String::new(),
                is_match: pair.is_match,
                score: pair.score,
            })
            .collect()
    };
    let asks = "does the share of true pairs rise with the score?";
    let mut whole = EvaluationSet::new("calibration of all labelled pairs", asks);
    add_to(&mut whole, &observed(|_| true));
    let name = "calibration of labelled pairs without those set aside";
    let mut told = EvaluationSet::new(name, asks);
    add_to(&mut told, &observed(|set_aside| !set_aside));
    Ok([whole, told])
}

fn renderings(material: &Material) -> Result<[EvaluationSet; 2], EvaluationError> {
    let table = Table::open(material.folder.join(TABLE))?;
    let lists = LISTS.iter().map(|name| material.list(name)).collect::<Result<Vec<_>, _>>()?;
    let entries = by_key(&lists);
    let originals: std::collections::HashMap<&str, &str> = lists
        .iter()
        .flat_map(|list| persons(list))
        .filter_map(|person| Some((&*person.prepared.entry.id.reference, person.original?)))
        .collect();
    let (id_a, id_b) = (table.column("id_a")?, table.column("id_b")?);
    let (label, word) = (table.column("label")?, table.column("kind")?);
    let (mut observed, mut sharing) = (Vec::new(), Vec::new());
    for row in &table.rows {
        if kind(cell(row, word)) != PartyKind::Person {
            continue;
        }
        let known = [id_a, id_b].map(|column| entries.get(cell(row, column)).map(|known| known.0));
        let [Some(one), Some(other)] = known else { continue };
        let of_un = |entry: &tamis_model::Entry| entry.id.list.as_str() == "un";
        let (un, other) = if of_un(one) { (one, other) } else { (other, one) };
        let original = originals.get(&*un.id.reference).filter(|_| of_un(un) && !of_un(other));
        let (Some(original), Some(latin), Some(listed)) = (original, primary(un), primary(other))
        else {
            continue;
        };
        let is_match = cell(row, label) == "match";
        // judged by the names in Latin, so that both renderings have the same pairs
        let shares = share_a_word(latin, listed);
        for rendering in [latin, original] {
            let record = |name: &str| {
                material.record(&party(PartyKind::Person, &[name], "")).map_err(|source| {
                    EvaluationError::Row { path: table.path.clone(), line: row.line, source }
                })
            };
            let score = compare(&record(rendering)?, &record(listed)?, &material.policy).score;
            let group = format!("script {:?}", script(rendering));
            if shares {
                sharing.push(Observed { group: group.clone(), is_match, score });
            }
            observed.push(Observed { group, is_match, score });
        }
    }
    let asks = "does a score mean the same in every script? (judged pairs of persons, primary names, the UN \
                side in Latin and in its own script)";
    let mut all = EvaluationSet::new("calibration by script", asks);
    add_to(&mut all, &observed);
    let name = "calibration by script, primary names that share a word";
    let mut told = EvaluationSet::new(name, asks);
    add_to(&mut told, &sharing);
    Ok([all, told])
}
