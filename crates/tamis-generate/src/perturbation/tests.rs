//! Ten classes of change, each shown on names and dates.

use super::*;
use crate::letters::fingerprint;

const NAMES: [(&str, Option<&str>); 4] = [
    ("HATIM YASIN ABDUL KARIM AL-UTAWI", Some("حاتم ياسين عبد الكريم العطوي")),
    ("Gulbahar Mirzoyev", None),
    ("Abu Hatim", None),
    ("Faridun", None),
];

fn all(seed: u64) -> Vec<(Perturbation, &'static str, Option<String>)> {
    let mut random = Random::new(seed, "perturbations");
    let mut found = Vec::new();
    for perturbation in Perturbation::ALL {
        for (name, original) in NAMES {
            found.push((perturbation, name, perturbed(name, original, perturbation, &mut random)));
        }
    }
    found
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let text: String = (0..50).map(|seed| format!("{:?}\n", all(seed))).collect();
    assert_eq!(fingerprint(&text), GOLDEN, "perturbations changed: say so in the changelog");
}

const GOLDEN: u64 = 15_281_782_742_161_104_841;

#[test]
fn what_comes_out_differs_from_what_went_in() {
    for seed in 0..200 {
        for (perturbation, name, text) in all(seed) {
            assert!(text.as_deref() != Some(name), "{perturbation:?} {name}");
            assert!(text.is_none_or(|text| !text.trim().is_empty()));
        }
    }
}

#[test]
fn the_own_name_is_neither_dropped_nor_cut() {
    let mut random = Random::new(5, "own name");
    for _ in 0..200 {
        for perturbation in [Perturbation::PartMissing, Perturbation::Initial] {
            let text = perturbed(NAMES[0].0, None, perturbation, &mut random).unwrap();
            assert!(text.starts_with("HATIM "), "{text}");
            assert_eq!(perturbed("Abu Hatim", None, perturbation, &mut random), None);
        }
    }
}

#[test]
fn parts_keep_their_particles() {
    let name = "Hatim ben Yasin Abdul Karim Nasr Ullah al-Utawi";
    assert_eq!(parts(name), ["Hatim", "ben Yasin", "Abdul Karim", "Nasr Ullah", "al-Utawi"]);
}
