//! Four changes to a birth date, of the kinds that forms and clerks make.

use crate::random::Random;

/// A change to a birth date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateChange {
    /// Day and month swapped.
    DayMonthSwapped,
    /// One year more or less.
    OneYear,
    /// 1 January of the year.
    FirstOfJanuary,
    /// Ten years more or less: one digit typed wrong.
    Decade,
}

impl DateChange {
    /// All.
    pub const ALL: [Self; 4] =
        [Self::DayMonthSwapped, Self::OneYear, Self::FirstOfJanuary, Self::Decade];

    /// In words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::DayMonthSwapped => "day and month swapped",
            Self::OneYear => "one year off",
            Self::FirstOfJanuary => "1 January",
            Self::Decade => "decade mistyped",
        }
    }
}

/// A date (year, month, day) changed, `YYYY-MM-DD`; none where the change does not fit it.
#[must_use]
pub fn changed_date(
    (year, month, day): (i16, u8, u8),
    change: DateChange,
    random: &mut Random,
) -> Option<String> {
    let sign = if random.chance(500) { 1 } else { -1 };
    let (year, month, day) = match change {
        DateChange::DayMonthSwapped if day <= 12 && day != month => (year, day, month),
        DateChange::DayMonthSwapped => return None,
        DateChange::OneYear => (year + sign, month, kept_day(month, day)),
        DateChange::FirstOfJanuary if (month, day) == (1, 1) => return None,
        DateChange::FirstOfJanuary => (year, 1, 1),
        DateChange::Decade => (year + 10 * sign, month, kept_day(month, day)),
    };
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

/// The day in another year: 29 February is not in every year. Any other day stays, for a mistyped year
/// changes nothing else.
fn kept_day(month: u8, day: u8) -> u8 {
    if month == 2 { day.min(28) } else { day }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_by_change() {
        let mut random = Random::new(5, "dates");
        let mut of = |date, change| changed_date(date, change, &mut random);
        let swapped = DateChange::DayMonthSwapped;
        assert_eq!(of((1970, 3, 9), swapped).as_deref(), Some("1970-09-03"));
        assert_eq!(of((1970, 3, 13), swapped), None);
        assert_eq!(of((1970, 3, 9), DateChange::FirstOfJanuary).as_deref(), Some("1970-01-01"));
        assert_eq!(of((1970, 1, 1), DateChange::FirstOfJanuary), None);
        let year = of((1972, 2, 29), DateChange::OneYear).unwrap();
        assert!(["1971-02-28", "1973-02-28"].contains(&year.as_str()), "{year}");
        let late = of((1970, 3, 30), DateChange::Decade).unwrap();
        assert!(["1960-03-30", "1980-03-30"].contains(&late.as_str()), "{late}");
        let decade = of((1970, 3, 9), DateChange::Decade).unwrap();
        assert!(["1960-03-09", "1980-03-09"].contains(&decade.as_str()), "{decade}");
    }
}
