//! How two birth dates relate, and what the relation weighs.

use tamis_model::{DateRelation, DateStatement, PartialDate, Precision, Weight};

use crate::policy::DateWeights;

/// Days that stand for an unknown one: clerks write them when only the year is known.
const CONVENTION_DAYS: [(u8, u8); 4] = [(1, 1), (7, 1), (3, 21), (12, 31)];

/// Years between two dates from which a conflict counts as far.
const FAR_YEARS: i32 = 10;

/// Two statements of a birth date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DatePair {
    /// How they relate.
    pub relation: DateRelation,
    /// Index of the party's statement.
    pub party: u16,
    /// Index of the entry's statement, among those of the alias or of the entry.
    pub entry: u16,
    /// Whether the entry states it for the alias that counts.
    pub of_alias: bool,
}

/// The best pair of a party's dates and an entry's; at equal weight one stated with the alias that
/// counts. None if one side is silent: silence is not agreement.
#[must_use]
pub fn best(
    party: &[DateStatement],
    of_alias: &[DateStatement],
    of_entry: &[DateStatement],
    weights: &DateWeights,
) -> Option<(DatePair, Weight)> {
    let by_alias = compare(party, of_alias, true, weights);
    let by_entry = compare(party, of_entry, false, weights);
    match (by_alias, by_entry) {
        (Some(alias), Some(entry)) if entry.1 > alias.1 => Some(entry),
        (Some(alias), _) => Some(alias),
        (None, entry) => entry,
    }
}

/// The best pair of two sets of dates; a conflict only where no pair is better.
#[must_use]
pub fn compare(
    party: &[DateStatement],
    entry: &[DateStatement],
    of_alias: bool,
    weights: &DateWeights,
) -> Option<(DatePair, Weight)> {
    let mut best: Option<(DatePair, Weight)> = None;
    for (at, one) in (0..).zip(party) {
        for (other_at, other) in (0..).zip(entry) {
            for &a in &one.readings {
                for &b in &other.readings {
                    let (relation, weight) = relate(a, b, weights);
                    if best.is_none_or(|(_, least)| weight > least) {
                        let pair = DatePair { relation, party: at, entry: other_at, of_alias };
                        best = Some((pair, weight));
                    }
                }
            }
        }
    }
    best
}

/// How two dates relate, and the weight of it.
#[must_use]
pub fn relate(a: PartialDate, b: PartialDate, weights: &DateWeights) -> (DateRelation, Weight) {
    use DateRelation::{
        Compatible, Conflict, Near, SameDay, SameDayOtherYear, SameYear, Swapped, WithinTolerance,
    };
    let days = a.precision() == Precision::Day && b.precision() == Precision::Day;
    if days && !a.is_circa() && !b.is_circa() {
        let (x, y) = (a.earliest(), b.earliest());
        if x == y {
            return (SameDay, weights.same_day);
        }
        if x.year() == y.year() {
            let convention =
                |day: tamis_model::CivilDate| CONVENTION_DAYS.contains(&(day.month(), day.day()));
            if convention(x) || convention(y) {
                return (Compatible, weights.compatible);
            }
            if (x.month(), x.day()) == (y.day(), y.month()) {
                return (Swapped, weights.swapped);
            }
            return (SameYear, weights.same_year);
        }
        if (x.month(), x.day()) == (y.month(), y.day()) {
            let far = gap_years(a, b) >= FAR_YEARS;
            return (
                SameDayOtherYear,
                if far { weights.near } else { weights.same_day_other_year },
            );
        }
    }
    let overlap = a.earliest() <= b.latest() && b.earliest() <= a.latest();
    if overlap && !days {
        let wide = a.is_circa() || b.is_circa() || span_years(a) > 1 || span_years(b) > 1;
        return (Compatible, if wide { weights.compatible_wide } else { weights.compatible });
    }
    if overlap {
        return (Compatible, weights.compatible_wide);
    }
    let gap = gap_years(a, b);
    if gap <= tolerance(a, weights).max(tolerance(b, weights)) {
        let about = a.is_circa() || b.is_circa();
        let weight = if about { weights.within_tolerance } else { weights.a_year_off };
        return (WithinTolerance, weight);
    }
    if one_digit(a, b) {
        return (Near, weights.near);
    }
    (Conflict, if gap >= FAR_YEARS { weights.conflict_far } else { weights.conflict })
}

fn span_years(date: PartialDate) -> i32 {
    i32::from(date.latest().year()) - i32::from(date.earliest().year()) + 1
}

/// Calendar years between the nearest ends.
fn gap_years(a: PartialDate, b: PartialDate) -> i32 {
    let (early, late) = if a.latest() < b.earliest() { (a, b) } else { (b, a) };
    i32::from(late.earliest().year()) - i32::from(early.latest().year())
}

fn tolerance(date: PartialDate, weights: &DateWeights) -> i32 {
    match (date.is_circa(), date.precision()) {
        (true, _) => weights.about_years,
        (false, Precision::Year) => weights.year_years,
        (false, _) => 0,
    }
}

/// Two days or years that differ in one digit of the year and in nothing else.
fn one_digit(a: PartialDate, b: PartialDate) -> bool {
    if a.precision() != b.precision() || a.precision() == Precision::Range {
        return false;
    }
    let (x, y) = (format!("{:04}", a.earliest().year()), format!("{:04}", b.earliest().year()));
    let years = x.bytes().zip(y.bytes()).filter(|(one, other)| one != other).count();
    let same_day =
        (a.earliest().month(), a.earliest().day()) == (b.earliest().month(), b.earliest().day());
    years == 1 && same_day
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Policy;

    fn check(a: &str, b: &str, expected: DateRelation) {
        let read = |text: &str| DateStatement::read(text).unwrap();
        let weights = Policy::vetting().dates;
        for (one, other) in [(a, b), (b, a)] {
            let (finding, _) = compare(&[read(one)], &[read(other)], false, &weights).unwrap();
            assert_eq!(finding.relation, expected, "{one} against {other}");
        }
    }

    #[test]
    fn relations_in_both_directions() {
        use DateRelation::{
            Compatible, Conflict, Near, SameDay, SameDayOtherYear, SameYear, Swapped,
            WithinTolerance,
        };
        for (a, b, expected) in [
            ("1961-04-06", "1961-04-06", SameDay),
            ("1961-04-06", "1961", Compatible),
            ("1961-04-06", "1961-04", Compatible),
            ("1961-01-01", "1961-08-09", Compatible),
            ("1961-04-06", "1961-06-04", Swapped),
            ("1966-07-20", "1970-07-20", SameDayOtherYear),
            ("1966-09-09", "1966-09-17", SameYear),
            ("1961", "1962", WithinTolerance),
            ("circa 1961", "1965", WithinTolerance),
            ("1960 to 1962", "1961-05-05", Compatible),
            ("1951", "1981", Near),
            ("1961", "1978", Conflict),
            ("1961-04-06", "1975-09-09", Conflict),
            ("03/04/1980", "1980-04-03", SameDay),
            // solar and lunar Hijri
            ("1349-02-13", "1970-05-03", Compatible),
            ("1349-02-13", "1930-07-10", Compatible),
            ("1349-02-13", "1975-05-09", Conflict),
            ("1349", "1971", Compatible),
            ("1349", "1975-05-03", Conflict),
        ] {
            check(a, b, expected);
        }
    }

    #[test]
    fn silence_is_not_agreement() {
        let date = DateStatement::read("1961").unwrap();
        assert!(compare(&[date], &[], false, &Policy::vetting().dates).is_none());
    }
}
