//! What the matcher promises: which side of the threshold pairs of records stand on, and what never
//! changes a score.

#![expect(clippy::unwrap_used, reason = "a test that can't be set up fails")]

mod allocations;
mod anchors;
mod bad_input;
mod corpus;
mod evidence;
mod origin;
mod unknown_kind;

use tamis_match::{AnalysedRecord, Policy, ToldComparison, compare};
use tamis_model::{DateStatement, NameGrade, Party, PartyKind, PartyName};

/// A party with names parted by `|` and perhaps a birth date: `Ali Hasan @ 1980`.
fn party(kind: PartyKind, text: &str) -> Party {
    let (names, date) = text.split_once('@').unwrap_or((text, ""));
    Party {
        kind,
        names: names.split('|').map(|name| PartyName::whole(name.trim())).collect(),
        births: DateStatement::read_several(date).map(Result::unwrap).collect(),
        ..Party::default()
    }
}

fn analysed(party: &Party) -> AnalysedRecord {
    AnalysedRecord::of_party(party, &Policy::vetting()).unwrap()
}

fn compared(kind: PartyKind, one: &str, other: &str) -> ToldComparison {
    graded(kind, one, other, NameGrade::Primary)
}

fn graded(kind: PartyKind, one: &str, other: &str, grade: NameGrade) -> ToldComparison {
    let mut entry = analysed(&party(kind, other));
    for name in entry.names.iter_mut().chain(&mut entry.as_thing) {
        name.grade = grade;
    }
    compare(&analysed(&party(kind, one)), &entry, &Policy::vetting()).tell()
}
