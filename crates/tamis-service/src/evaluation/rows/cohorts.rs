//! Cohorts of invented people by region, in native script and in the region's usual romanisation,
//! against the four lists.

use tamis_generate::{cohort, regions};

use super::super::Sets;
use super::super::alerts::{AlertTargets, Asked, count};
use super::super::material::{Material, SEED};
use super::super::report::Target;

pub(in super::super) fn run(material: &Material) -> Sets {
    let people = material.sizes.people_of_a_region;
    let (mut native, mut romanised) = (Vec::new(), Vec::new());
    for region in regions().iter().filter(|region| !region.is_script()) {
        for (at, person) in cohort(region, SEED, people).into_iter().enumerate() {
            let of = |name: String| Asked {
                group: format!("region {}", region.id),
                name,
                born: person.born.clone(),
            };
            // the same person is asked for once: every other one in each writing
            if at % 2 == 0 {
                native.push(of(person.native));
            } else {
                romanised.push(of(person.romanised));
            }
        }
    }
    let targets = AlertTargets {
        with_date: Some(Target::AtMost(0.005)),
        names_alone: Some(Target::AtMost(0.060)),
        names_alone_class_b: Some(Target::AtMost(0.020)),
    };
    let asks = "how many of a thousand invented people of a region alert against the four lists?";
    Ok(vec![
        count("cohorts by region, romanised", asks, &romanised, material, targets)?,
        count("cohorts by region, native script", asks, &native, material, targets)?,
    ])
}
