//! Every Abu X al-Y of the lists in two other spellings, in Cyrillic, and in Arabic where both words
//! are known: found?

use std::collections::BTreeSet;

use tamis_generate::{Random, nom_de_guerre::NomDeGuerre, transcription::ArabicWords};
use tamis_match::AnalysedRecord;
use tamis_model::{NameGrade, PartyKind};
use tamis_screen::PreparedEntry;

use super::super::found::{Attempt, count};
use super::super::material::{Material, SEED, persons};
use super::super::report::Target;
use super::super::source::{folded, party};
use super::super::{EvaluationError, Sets};

pub(in super::super) fn run(material: &Material) -> Sets {
    let lists = material.four_lists()?;
    let mut known = ArabicWords::default();
    for person in lists.iter().flat_map(|list| persons(list)) {
        if let Some(original) = person.original {
            known.learn(person.latin, original);
        }
    }
    let mut names: Vec<(&PreparedEntry, &str, NomDeGuerre)> = Vec::new();
    for prepared in lists.iter().flat_map(|list| list.iter()) {
        let mut seen = BTreeSet::new();
        for name in &prepared.entry.names {
            let is_person = prepared.entry.kind == PartyKind::Person;
            let read = NomDeGuerre::read(&name.text).filter(|_| is_person);
            if let Some(read) = read.filter(|_| seen.insert(folded(&name.text))) {
                names.push((prepared, &name.text, read));
            }
        }
    }
    // an original that the entry lists as well would make the other scripts easy
    let records: Vec<AnalysedRecord> = names
        .iter()
        .map(|(prepared, text, _)| alone(prepared, text, material))
        .collect::<Result<_, _>>()?;
    let mut random = Random::new(SEED, "noms de guerre");
    let (mut attempts, mut in_arabic) = (Vec::new(), 0_u64);
    let mut without = BTreeSet::new();
    for ((_, text, name), record) in names.iter().zip(&records) {
        let mut attempt = |group: &str, asked: &str| {
            attempts.push(Attempt {
                groups: vec![group.to_owned()],
                party: party(PartyKind::Person, &[asked], ""),
                entry: record,
                listed: text,
            });
        };
        for spelling in name.spellings(&mut random) {
            attempt("another spelling", &spelling);
        }
        if let Some(arabic) = name.in_arabic(&known) {
            in_arabic += 1;
            attempt("in Arabic", &arabic);
        } else {
            without.insert(folded(text));
        }
        if let Some(cyrillic) = name.in_cyrillic() {
            attempt("in Cyrillic", &cyrillic);
        }
    }
    let target = |group: &str| (!group.is_empty()).then_some(Target::AtLeast(0.98));
    let asks = "is Abu X al-Y found in another spelling or script, by that name alone?";
    let mut set = count("noms de guerre", asks, &attempts, target, &material.policy);
    let without = Vec::from_iter(without).join(", ");
    set.remarks.push(format!(
        "{} names of the shape; both words known in Arabic for {in_arabic}, not of {without}",
        names.len()
    ));
    Ok(vec![set])
}

/// The entry with this name alone.
fn alone(
    prepared: &PreparedEntry,
    text: &str,
    material: &Material,
) -> Result<AnalysedRecord, EvaluationError> {
    let mut entry = prepared.entry.clone();
    entry.names.retain(|name| name.text == text && name.grade != NameGrade::OriginalScript);
    AnalysedRecord::of_entry(&entry, &material.policy)
        .map_err(|source| EvaluationError::Entry { entry: entry.id.to_string(), source })
}
