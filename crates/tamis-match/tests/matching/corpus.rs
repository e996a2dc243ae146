//! The corpus of names (`corpus/names`): every case stands on its side of the threshold and, as a
//! hit, in its class. Cases that are not satisfied yet are marked pending, with the reason; a mark
//! that has become false is a failure too.

use tamis_match::{AnalysedRecord, Policy, compare};
use tamis_model::{
    Country, DateStatement, HitClass, Identifier, IdentifierKind, NameGrade, ParentRole,
    ParentStatement, Party, PartyKind, PartyName, Score,
};
use tamis_testkit::generate::corpus::{CorpusCase, CorpusSide, cases};

/// What a comparison made of a case under one policy.
struct Outcome {
    score: Score,
    class: Option<HitClass>,
}

fn outcome(case: &CorpusCase, policy: &Policy) -> Outcome {
    let kind = PartyKind::named(&case.kind).unwrap();
    let party = AnalysedRecord::of_party(&side(&case.party, kind), policy).unwrap();
    let mut entry = AnalysedRecord::of_party(&side(&case.entry, kind), policy).unwrap();
    for name in entry.names.iter_mut().chain(&mut entry.as_thing) {
        name.grade = NameGrade::named(&case.grade).unwrap();
    }
    let comparison = compare(&party, &entry, policy);
    let class = comparison.reaches(policy.threshold).then_some(comparison.class);
    Outcome { score: comparison.score, class }
}

fn side(side: &CorpusSide, kind: PartyKind) -> Party {
    let passport = side.passport.iter().map(|(issuer, number)| Identifier {
        issuer: Some(Country { as_written: issuer.clone(), code: Some(issuer.as_str().into()) }),
        ..Identifier::new(IdentifierKind::Passport, "passport", number.as_str())
    });
    Party {
        kind,
        names: side.names.iter().map(PartyName::whole).collect(),
        births: DateStatement::read_several(&side.born).map(Result::unwrap).collect(),
        identifiers: passport.collect(),
        parents: parents(side),
        ..Party::default()
    }
}

fn parents(side: &CorpusSide) -> Vec<ParentStatement> {
    let stated = [(ParentRole::Father, &side.father), (ParentRole::Mother, &side.mother)];
    stated
        .into_iter()
        .filter_map(|(role, name)| Some(ParentStatement { role, name: name.clone()? }))
        .collect()
}

/// What is wrong with a case under its policies; empty where nothing is.
fn faults(case: &CorpusCase) -> Vec<String> {
    let mut faults = Vec::new();
    for name in &case.policies {
        let outcome = outcome(case, &Policy::by_name(name).unwrap());
        let class = outcome.class.map(|class| class.to_string());
        let right = match (case.hit, &class, &case.class) {
            (false, class, _) => class.is_none(),
            (true, None, _) => false,
            (true, Some(got), wanted) => wanted.as_ref().is_none_or(|wanted| wanted == got),
        };
        if !right {
            let wanted = match (case.hit, &case.class) {
                (false, _) => "no hit".to_owned(),
                (true, None) => "a hit".to_owned(),
                (true, Some(class)) => format!("a hit of class {class}"),
            };
            let got = class.map_or("no hit".to_owned(), |class| format!("class {class}"));
            faults.push(format!("{name}: wanted {wanted}, got {got} ({})", outcome.score));
        }
    }
    faults
}

#[test]
fn every_case_stands_on_its_side() {
    let mut wrong = Vec::new();
    let (mut right, mut pending) = (0, 0);
    for case in cases().unwrap() {
        let faults = faults(&case);
        let about = format!(
            "{} [{}] {} {} | {} {}: {}",
            case.file,
            case.phenomenon,
            case.party.names.join(" | "),
            case.party.born,
            case.entry.names.join(" | "),
            case.entry.born,
            case.reason,
        );
        match (&case.pending, faults.as_slice()) {
            (None, []) => right += 1,
            (Some(_), [_, ..]) => pending += 1,
            (None, faults) => wrong.push(format!("{about}\n    {}", faults.join("\n    "))),
            (Some(why), []) => wrong
                .push(format!("{about}\n    is right now: remove its mark (pending = \"{why}\")")),
        }
    }
    println!("{right} cases right, {pending} pending");
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}
