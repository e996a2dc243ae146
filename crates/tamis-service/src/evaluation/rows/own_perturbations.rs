//! The persons of the UN list, their primary names changed in ten ways: found by the name alone, and
//! with the birth date of the list.

use tamis_generate::Random;
use tamis_generate::perturbation::{Perturbation, perturbed};
use tamis_match::AnalysedRecord;
use tamis_model::{DateStatement, Entry, NameGrade, PartyKind};
use tamis_text::Script;

use super::super::found::{Attempt, count};
use super::super::material::{Material, SEED, UN, persons};
use super::super::report::Target;
use super::super::source::{self, party};
use super::super::{EvaluationError, Sets};

pub(in super::super) fn run(material: &Material) -> Sets {
    let list = material.list(UN)?;
    // a name in another script must be found by the Latin names
    let latin_only: Vec<AnalysedRecord> = persons(&list)
        .map(|person| latin_record(&person.prepared.entry, material))
        .collect::<Result<_, _>>()?;
    let (mut alone, mut dated) = (Vec::new(), Vec::new());
    for perturbation in Perturbation::ALL {
        let mut random = Random::new(SEED, perturbation.words());
        for (person, latin_only) in persons(&list).zip(&latin_only) {
            // conventions of Arabic say nothing about Korean or Russian names
            let is_arabic =
                person.original.is_some_and(|name| source::script(name) == Script::Arabic);
            if perturbation == Perturbation::Romanisation && !is_arabic {
                continue;
            }
            let changed = perturbed(person.latin, person.original, perturbation, &mut random);
            let Some(changed) = changed else { continue };
            let is_script = perturbation == Perturbation::Script;
            let entry = if is_script { latin_only } else { &person.prepared.record };
            let mut groups = vec![perturbation.words().to_owned()];
            if is_script {
                let script = source::script(&changed);
                groups.push(format!("{}, {script:?}", perturbation.words()));
            }
            let attempt = |births: &[DateStatement]| {
                let mut party = party(PartyKind::Person, &[&changed], "");
                party.births = births.to_vec();
                Attempt { groups: groups.clone(), party, entry, listed: person.latin }
            };
            alone.push(attempt(&[]));
            let births = &person.prepared.entry.births;
            if let Some(first) = births.first() {
                dated.push(attempt(std::slice::from_ref(first)));
            }
        }
    }
    let asks = "is a listed person found when the name is changed in one way?";
    let policy = &material.policy;
    let names = "own perturbations, names alone";
    let with_date = "own perturbations, with birth date";
    Ok(vec![
        count(names, asks, &alone, target, policy),
        count(with_date, asks, &dated, target, policy),
    ])
}

fn target(group: &str) -> Option<Target> {
    let of = |perturbation: Perturbation| perturbation.words() == group;
    let found = Perturbation::ALL.into_iter().find(|perturbation| of(*perturbation))?;
    match found {
        Perturbation::Edit
        | Perturbation::Joined
        | Perturbation::Split
        | Perturbation::Order
        | Perturbation::Title => Some(Target::AtLeast(0.99)),
        Perturbation::Romanisation | Perturbation::Script => Some(Target::AtLeast(0.97)),
        Perturbation::PartMissing => Some(Target::AtLeast(0.95)),
        Perturbation::Initial | Perturbation::Ocr => None,
    }
}

fn latin_record(entry: &Entry, material: &Material) -> Result<AnalysedRecord, EvaluationError> {
    let mut latin = entry.clone();
    latin.names.retain(|name| name.grade != NameGrade::OriginalScript);
    AnalysedRecord::of_entry(&latin, &material.policy)
        .map_err(|source| EvaluationError::Entry { entry: entry.id.to_string(), source })
}
