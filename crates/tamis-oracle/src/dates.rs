//! Birth dates: the best of all pairs of readings.

use tamis_match::dates::DatePair;
use tamis_match::policy::DateWeights;
use tamis_model::{CivilDate, DateRelation, DateStatement, PartialDate, Precision, Weight};

/// The best pair; one that is stated with the alias comes first among equals.
pub(crate) fn best(
    party: &[DateStatement],
    of_alias: &[DateStatement],
    of_entry: &[DateStatement],
    weights: &DateWeights,
) -> Option<(DatePair, Weight)> {
    let mut all = Vec::new();
    for (statements, of_alias) in [(of_alias, true), (of_entry, false)] {
        for (at, one) in (0..).zip(party) {
            for (other_at, other) in (0..).zip(statements) {
                for &a in &one.readings {
                    for &b in &other.readings {
                        let relation = relate(a, b, weights);
                        let pair = DatePair { relation, party: at, entry: other_at, of_alias };
                        all.push((pair, weight(relation, a, b, weights)));
                    }
                }
            }
        }
    }
    let most = all.iter().map(|(_, weight)| *weight).max()?;
    all.into_iter().find(|(_, weight)| *weight == most)
}

fn relate(a: PartialDate, b: PartialDate, weights: &DateWeights) -> DateRelation {
    let (x, y) = (a.earliest(), b.earliest());
    let days = is_day(a) && is_day(b);
    let exact = days && !a.is_circa() && !b.is_circa();
    let day = |date: CivilDate| (date.month(), date.day());
    let same_year = exact && x.year() == y.year();
    let convention = |date: CivilDate| [(1, 1), (7, 1), (3, 21), (12, 31)].contains(&day(date));
    if exact && x == y {
        DateRelation::SameDay
    } else if same_year && (convention(x) || convention(y)) {
        DateRelation::Compatible
    } else if same_year && day(x) == (y.day(), y.month()) {
        DateRelation::Swapped
    } else if same_year {
        DateRelation::SameYear
    } else if exact && day(x) == day(y) {
        DateRelation::SameDayOtherYear
    } else if x <= b.latest() && y <= a.latest() {
        DateRelation::Compatible
    } else if gap(a, b) <= tolerance(a, weights).max(tolerance(b, weights)) {
        DateRelation::WithinTolerance
    } else if one_digit_off(a, b) {
        DateRelation::Near
    } else {
        DateRelation::Conflict
    }
}

fn weight(relation: DateRelation, a: PartialDate, b: PartialDate, weights: &DateWeights) -> Weight {
    let days = is_day(a) && is_day(b);
    let exact = days && !a.is_circa() && !b.is_circa();
    let years =
        |date: PartialDate| i32::from(date.latest().year()) - i32::from(date.earliest().year()) + 1;
    let wide = a.is_circa() || b.is_circa() || years(a) > 1 || years(b) > 1;
    match relation {
        DateRelation::SameDay => weights.same_day,
        DateRelation::Compatible if exact => weights.compatible,
        DateRelation::Compatible if days || wide => weights.compatible_wide,
        DateRelation::Compatible => weights.compatible,
        DateRelation::Swapped => weights.swapped,
        DateRelation::SameDayOtherYear if gap(a, b) >= 10 => weights.near,
        DateRelation::SameDayOtherYear => weights.same_day_other_year,
        DateRelation::SameYear => weights.same_year,
        DateRelation::WithinTolerance if a.is_circa() || b.is_circa() => weights.within_tolerance,
        DateRelation::WithinTolerance => weights.a_year_off,
        DateRelation::Near => weights.near,
        DateRelation::Conflict if gap(a, b) >= 10 => weights.conflict_far,
        DateRelation::Conflict => weights.conflict,
    }
}

fn is_day(date: PartialDate) -> bool {
    date.precision() == Precision::Day
}

/// Years between the nearest ends.
fn gap(a: PartialDate, b: PartialDate) -> i32 {
    let between = |early: PartialDate, late: PartialDate| {
        i32::from(late.earliest().year()) - i32::from(early.latest().year())
    };
    if a.latest() < b.earliest() { between(a, b) } else { between(b, a) }
}

fn tolerance(date: PartialDate, weights: &DateWeights) -> i32 {
    if date.is_circa() {
        weights.about_years
    } else if date.precision() == Precision::Year {
        weights.year_years
    } else {
        0
    }
}

fn one_digit_off(a: PartialDate, b: PartialDate) -> bool {
    let (x, y) = (a.earliest(), b.earliest());
    let digits = |date: CivilDate| {
        let year = i32::from(date.year());
        [year / 1000 % 10, year / 100 % 10, year / 10 % 10, year % 10]
    };
    let off = digits(x).iter().zip(digits(y)).filter(|(one, other)| **one != *other).count();
    a.precision() == b.precision()
        && a.precision() != Precision::Range
        && (x.month(), x.day()) == (y.month(), y.day())
        && off == 1
}
