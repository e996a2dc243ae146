//! Name fields of machine readable zones, made from the UN names (cut at 39 characters) and from their
//! Arabic originals in the code of Doc 9303.

use tamis_generate::mrz::{WIDTH, arabic_name_field, name_field};
use tamis_model::{NameProvenance, Party, PartyKind};

use super::super::Sets;
use super::super::found::{Attempt, count};
use super::super::material::{Material, UN, persons};
use super::super::report::Target;
use super::super::source::party;

pub(in super::super) fn run(material: &Material) -> Sets {
    let list = material.list(UN)?;
    let mut attempts = Vec::new();
    for person in persons(&list) {
        let mut attempt = |group: &str, field: &str| {
            if field.is_empty() {
                return;
            }
            let mut groups = vec![group.to_owned()];
            if field.len() >= WIDTH - 1 {
                groups.push(format!("{group}, cut or full"));
            }
            attempts.push(Attempt {
                groups,
                party: of_zone(field),
                entry: &person.prepared.record,
                listed: person.latin,
            });
        };
        attempt("Latin", &name_field(person.latin));
        if let Some(field) = person.original.and_then(arabic_name_field) {
            attempt("Arabic code", &field);
        }
    }
    let target = |group: &str| {
        ["", "Latin", "Arabic code"].contains(&group).then_some(Target::AtLeast(0.97))
    };
    let asks = "is a listed person found by the name field of a machine readable zone?";
    Ok(vec![count("machine readable zones", asks, &attempts, target, &material.policy)])
}

fn of_zone(field: &str) -> Party {
    let mut party = party(PartyKind::Person, &[field], "");
    for name in &mut party.names {
        name.provenance = NameProvenance::MachineReadableZone;
    }
    party
}
