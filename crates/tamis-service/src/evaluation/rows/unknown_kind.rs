//! Cases and labelled pairs of other rows with the kind taken from both sides, as `tamis compare` has them
//! where it is given two names.

use tamis_generate::corpus::cases;
use tamis_model::PartyKind;

use super::super::labelled::{Targets, count};
use super::super::material::Material;
use super::super::report::{EvaluationSet, Figure};
use super::super::{EvaluationError, Sets};
use super::{corpus, name_bench};

pub(in super::super) fn run(material: &Material) -> Sets {
    let table = name_bench::table(material)?;
    let pairs = name_bench::pairs(material, &table, Some(PartyKind::Unknown))?;
    let asks = "the same pairs of names, where nobody tells whose they are";
    let (mut of_pairs, _) =
        count("name_bench, kind unknown", asks, &pairs, Targets::default(), &material.policy);
    // what they must reach is said where their kinds are told
    of_pairs.figures.iter_mut().for_each(|figure| figure.target = None);
    Ok(vec![of_corpus()?, of_pairs])
}

fn of_corpus() -> Result<EvaluationSet, EvaluationError> {
    let asks = "does every case stand on its side, where nobody tells whose the names are?";
    let mut set = EvaluationSet::new("corpus of names, kind unknown", asks);
    let cases = cases().map_err(EvaluationError::Corpus)?;
    for (measure, of_persons) in [("persons' cases right", true), ("things' cases right", false)] {
        let (mut right, mut trials) = (0, 0);
        let is_person = |kind: &str| PartyKind::named(kind) == Some(PartyKind::Person);
        for case in cases.iter().filter(|case| is_person(&case.kind) == of_persons) {
            let failure = corpus::failure(case, Some(PartyKind::Unknown))?;
            (right, trials) = (right + u64::from(failure.is_none()), trials + 1);
            set.failures.extend(failure);
        }
        set.figures.push(Figure::share(measure, right, trials));
    }
    Ok(set)
}
