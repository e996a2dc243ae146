//! The persons of the UN list with a birth date known to the day, asked for by their primary names
//! with the date changed: still a hit?

use tamis_generate::Random;
use tamis_generate::birth::{DateChange, changed_date};
use tamis_model::{CivilDate, Entry, PartyKind, Precision};

use super::super::Sets;
use super::super::found::{Attempt, count};
use super::super::material::{Material, SEED, UN, persons};
use super::super::report::Target;
use super::super::source::party;

pub(in super::super) fn run(material: &Material) -> Sets {
    let list = material.list(UN)?;
    let mut attempts = Vec::new();
    for change in DateChange::ALL {
        let mut random = Random::new(SEED, change.words());
        for person in persons(&list) {
            let Some(day) = exact_day(&person.prepared.entry) else { continue };
            let date = (day.year(), day.month(), day.day());
            let Some(changed) = changed_date(date, change, &mut random) else { continue };
            attempts.push(Attempt {
                groups: vec![change.words().to_owned()],
                party: party(PartyKind::Person, &[person.latin], &changed),
                entry: &person.prepared.record,
                listed: person.latin,
            });
        }
    }
    let asks = "is a listed person still a hit with a wrong birth date?";
    let target = |group: &str| (!group.is_empty()).then_some(Target::AtLeast(0.99));
    Ok(vec![count("changed birth dates", asks, &attempts, target, &material.policy)])
}

/// The first birth date that is known to the day.
fn exact_day(entry: &Entry) -> Option<CivilDate> {
    entry
        .births
        .iter()
        .flat_map(|birth| &birth.readings)
        .find(|date| date.precision() == Precision::Day && !date.is_circa())
        .map(|date| date.earliest())
}
