//! From when to when something held, as far as it is told.

use tamis_model::{CivilDate, PartialDate};

use crate::data_error::{DataError, DataProblem};
use crate::table::Row;

/// One end of a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// A date, perhaps known in part.
    On(PartialDate),
    /// There is none: it still holds.
    Open,
    /// It is not told.
    NotTold,
}

/// From when to when, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Validity {
    /// The first day. Never [`Bound::Open`].
    pub from: Bound,
    /// The last day.
    pub to: Bound,
}

/// Whether something held on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holding {
    /// It held, as far as its ends are told.
    Held,
    /// The ends are not known well enough to tell.
    Perhaps,
    /// It began later.
    NotYet,
    /// It had ended.
    NoLonger,
}

impl Holding {
    /// What it is called.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Held => "holds",
            Self::Perhaps => "perhaps",
            Self::NotYet => "not yet",
            Self::NoLonger => "no longer",
        }
    }
}

impl Validity {
    /// Whether it held on a day. An end that is not told is no end; a beginning that is not told leaves open
    /// whether it held, unless it still holds or the day is not before a known end.
    ///
    /// ```
    /// use tamis_dossier::{Bound, Holding, Validity};
    /// use tamis_model::{CivilDate, PartialDate};
    /// let on = |y, m, d| CivilDate::new(y, m, d).unwrap();
    /// let alias = Validity {
    ///     from: Bound::On(PartialDate::day(on(2013, 5, 30))),
    ///     to: Bound::On(PartialDate::day(on(2014, 5, 13))),
    /// };
    /// assert_eq!(alias.on(on(2014, 1, 1)), Holding::Held);
    /// assert_eq!(alias.on(on(2014, 6, 1)), Holding::NoLonger);
    /// ```
    #[must_use]
    pub fn on(&self, day: CivilDate) -> Holding {
        if let Bound::On(from) = self.from
            && day < from.earliest()
        {
            return if from.is_circa() { Holding::Perhaps } else { Holding::NotYet };
        }
        if let Bound::On(to) = self.to
            && day > to.latest()
        {
            return if to.is_circa() { Holding::Perhaps } else { Holding::NoLonger };
        }
        let begun = match self.from {
            Bound::On(from) => day >= from.latest(),
            Bound::Open => true,
            Bound::NotTold => false,
        };
        // the day of the end itself counts as within, as far as the end is known to the day
        let lasts = match self.to {
            Bound::On(to) => day <= to.earliest(),
            Bound::Open | Bound::NotTold => true,
        };
        if begun && lasts { Holding::Held } else { Holding::Perhaps }
    }

    /// Whether its end is known.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        matches!(self.to, Bound::On(_))
    }

    /// The time in words: `from 2013-05-30 to 2014-05-13`, `since 2014-05-14`, `until 2014-02`, or nothing.
    #[must_use]
    pub fn words(&self) -> String {
        match (self.from, self.to) {
            (Bound::On(from), Bound::On(to)) => format!("from {from} to {to}"),
            (Bound::On(from), Bound::Open) => format!("since {from}"),
            (Bound::On(from), Bound::NotTold) => format!("from {from}, end not told"),
            (_, Bound::On(to)) => format!("until {to}, beginning not told"),
            (_, Bound::Open) => "still so, beginning not told".to_owned(),
            (_, Bound::NotTold) => "time not told".to_owned(),
        }
    }

    pub(crate) fn of(row: &Row<'_>, from: usize, to: usize) -> Result<Self, DataError> {
        let begin = match row.optional(from) {
            None => Bound::NotTold,
            Some(text) => Bound::On(row.date(from, text)?),
        };
        let end = match row.optional(to) {
            None => Bound::NotTold,
            Some("..") => Bound::Open,
            Some(text) => Bound::On(row.date(to, text)?),
        };
        if let (Bound::On(first), Bound::On(last)) = (begin, end)
            && last.latest() < first.earliest()
        {
            let (from, last) = (first.to_string(), last.to_string());
            return Err(row.error(to, DataProblem::Backwards { from, to: last }));
        }
        Ok(Self { from: begin, to: end })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tamis_model::DateStatement;

    fn bound(text: &str) -> Bound {
        match text {
            "" => Bound::NotTold,
            ".." => Bound::Open,
            date => Bound::On(DateStatement::read(date).unwrap().readings[0]),
        }
    }

    fn check(from: &str, to: &str, day: &str, expected: Holding) {
        let time = Validity { from: bound(from), to: bound(to) };
        let on = CivilDate::parse_iso(day).unwrap();
        assert_eq!(time.on(on), expected, "{from} to {to}, on {day}");
    }

    #[test]
    fn a_day_is_within_or_not() {
        check("2013-05-30", "2014-05-13", "2013-05-29", Holding::NotYet);
        check("2013-05-30", "2014-05-13", "2013-05-30", Holding::Held);
        check("2013-05-30", "2014-05-13", "2014-05-13", Holding::Held);
        check("2013-05-30", "2014-05-13", "2014-05-14", Holding::NoLonger);
        check("2014-05-14", "..", "2026-01-01", Holding::Held);
        check("2014-06-29", "", "2016-06-07", Holding::Held);
    }

    #[test]
    fn what_is_not_told_is_left_open() {
        check("", "2014-02", "2013-01-01", Holding::Perhaps);
        check("", "2014-02", "2014-03-01", Holding::NoLonger);
        check("", "..", "2016-06-07", Holding::Perhaps);
        check("", "", "2016-06-07", Holding::Perhaps);
    }

    #[test]
    fn dates_known_in_part_leave_the_days_between_open() {
        check("2014-09", "..", "2014-08-31", Holding::NotYet);
        check("2014-09", "..", "2014-09-15", Holding::Perhaps);
        check("2014-09", "..", "2014-09-30", Holding::Held);
        check("2003-06~", "2004-10", "2003-05-01", Holding::Perhaps);
        check("2003-06~", "2004-10", "2004-10-10", Holding::Perhaps);
        check("2003-06~", "2004-10", "2004-11-01", Holding::NoLonger);
        check("[2013-04-08..2013-04-09]", "2014-06-29", "2013-04-08", Holding::Perhaps);
    }
}
