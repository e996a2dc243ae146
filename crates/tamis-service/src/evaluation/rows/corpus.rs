//! The corpus of names: cases that people wrote, by phenomenon. It comes with the program, so this row
//! needs no file of the folder.

use tamis_generate::corpus::{CorpusCase, CorpusSide, cases};
use tamis_match::{AnalysedRecord, Policy, compare};
use tamis_model::{
    Country, Identifier, IdentifierKind, NameGrade, ParentRole, ParentStatement, Party, PartyKind,
};

use super::super::material::Material;
use super::super::report::{EvaluationSet, Failure, Figure, Target};
use super::super::{EvaluationError, Sets, evidence, source};

pub(in super::super) fn run(_: &Material) -> Sets {
    let cases = cases().map_err(EvaluationError::Corpus)?;
    let mut set = EvaluationSet::new("corpus of names", "does every case stand on its side?");
    let mut classes: Vec<(String, u64, u64)> = Vec::new();
    let mut pending = 0;
    for case in &cases {
        let class = format!("{} {}", case.phenomenon, case.phenomenon_name);
        let failure = failure(case, None)?;
        let right = u64::from(failure.is_none());
        match classes.iter_mut().find(|(known, _, _)| *known == class) {
            Some((_, rights, trials)) => (*rights, *trials) = (*rights + right, *trials + 1),
            None => classes.push((class, right, 1)),
        }
        pending += u64::from(case.pending.is_some());
        set.failures.extend(failure);
    }
    let (right, trials) =
        classes.iter().fold((0, 0), |(right, all), (_, one, of)| (right + one, all + of));
    let whole = Figure::share("cases right", right, trials);
    set.figures.push(whole.with_target(Some(Target::AtLeast(1.0))));
    for (class, right, trials) in classes {
        set.figures.push(Figure::share("cases right", right, trials).of(class));
    }
    set.remarks.push(format!("{pending} cases are marked as not satisfied yet"));
    Ok(vec![set])
}

/// What is wrong with a case under the first policy that has it wrong; both sides of that kind, if one is
/// given.
pub(super) fn failure(
    case: &CorpusCase,
    kind: Option<PartyKind>,
) -> Result<Option<Failure>, EvaluationError> {
    for name in &case.policies {
        let unknown = || EvaluationError::Word { file: case.file, word: name.clone() };
        let policy = Policy::by_name(name).ok_or_else(unknown)?;
        let [party, entry] = records(case, kind, &policy)?;
        let comparison = compare(&party, &entry, &policy);
        let class = comparison.reaches(policy.threshold).then(|| comparison.class.to_string());
        let kind = match (case.hit, &class, &case.class) {
            (false, None, _) => continue,
            (false, Some(_), _) => "must be no hit",
            (true, None, _) => "must be a hit",
            (true, Some(got), Some(wanted)) if got != wanted => "another class",
            (true, Some(_), _) => continue,
        };
        return Ok(Some(Failure {
            kind,
            one: format!("{} {}", case.party.names.join(" | "), case.party.born),
            other: format!("{} {}", case.entry.names.join(" | "), case.entry.born),
            score: comparison.score,
            evidence: format!(
                "{} ({}, {name}): {}",
                case.reason,
                case.phenomenon,
                evidence::line(&comparison)
            ),
        }));
    }
    Ok(None)
}

fn records(
    case: &CorpusCase,
    kind: Option<PartyKind>,
    policy: &Policy,
) -> Result<[AnalysedRecord; 2], EvaluationError> {
    let word = |word: &str| EvaluationError::Word { file: case.file, word: word.to_owned() };
    let stated = PartyKind::named(&case.kind).ok_or_else(|| word(&case.kind))?;
    let kind = kind.unwrap_or(stated);
    let grade = NameGrade::named(&case.grade).ok_or_else(|| word(&case.grade))?;
    let record = |side: &CorpusSide| {
        AnalysedRecord::of_party(&party(side, kind), policy)
            .map_err(|source| EvaluationError::Case { file: case.file, source })
    };
    let (party, mut entry) = (record(&case.party)?, record(&case.entry)?);
    for name in entry.names.iter_mut().chain(&mut entry.as_thing) {
        name.grade = grade;
    }
    Ok([party, entry])
}

fn party(side: &CorpusSide, kind: PartyKind) -> Party {
    let names: Vec<&str> = side.names.iter().map(String::as_str).collect();
    let passport = side.passport.iter().map(|(issuer, number)| Identifier {
        issuer: Some(Country { as_written: issuer.clone(), code: Some(issuer.clone()) }),
        ..Identifier::new(IdentifierKind::Passport, "passport", number.as_str())
    });
    let stated = [(ParentRole::Father, &side.father), (ParentRole::Mother, &side.mother)];
    let parents = stated
        .into_iter()
        .filter_map(|(role, name)| Some(ParentStatement { role, name: name.clone()? }));
    let (identifiers, parents) = (passport.collect(), parents.collect());
    Party { identifiers, parents, ..source::party(kind, &names, &side.born) }
}
