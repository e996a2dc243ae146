//! Dates of the format: a period from the first to the last day that a date may be.

use tamis_model::{CivilDate, DateStatement, PartialDate};

use super::said;
use crate::xml::Node;

/// `<Year>2024</Year><Month>5</Month><Day>7</Day>`
pub(super) fn day(node: Node<'_, '_>) -> Option<CivilDate> {
    let [year, month, day] = ["Year", "Month", "Day"].map(|name| said(node, name));
    CivilDate::new(year?.parse().ok()?, month?.parse().ok()?, day?.parse().ok()?).ok()
}

/// A `DatePeriod`: the day, month, year or range that it is. None where its days are none.
pub(super) fn statement(node: Node<'_, '_>) -> Option<DateStatement> {
    let (mut from, mut to, mut about) = (Vec::new(), Vec::new(), false);
    for side in node.children().filter(|child| matches!(child.name(), "Start" | "End")) {
        about |= said(side, "Approximate").as_deref() == Some("true");
        for end in side.children() {
            match end.name() {
                "From" => from.extend(day(end)),
                "To" => to.extend(day(end)),
                _ => {}
            }
        }
    }
    let days = || from.iter().chain(&to);
    let (first, last) = (*days().min()?, *days().max()?);
    let date = partial(first, last)?;
    let date = if about { date.about() } else { date };
    let written = if first == last { first.to_string() } else { format!("{first} to {last}") };
    Some(DateStatement::new(written, date))
}

/// A whole month or year is told as that.
fn partial(first: CivilDate, last: CivilDate) -> Option<PartialDate> {
    if first == last {
        return Some(PartialDate::day(first));
    }
    let year = PartialDate::year(first.year()).ok()?;
    let month = PartialDate::month(first.year(), first.month()).ok()?;
    let is = |date: &PartialDate| (date.earliest(), date.latest()) == (first, last);
    [year, month]
        .into_iter()
        .find(is)
        .or_else(|| PartialDate::range(PartialDate::day(first), PartialDate::day(last)).ok())
}
