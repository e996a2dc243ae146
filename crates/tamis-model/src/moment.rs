//! A point in time, to the second, in UTC: when something was fetched, checked or decided.

use std::fmt;

use crate::date::{CivilDate, DateError};

/// Days from 0001-01-01 to 1970-01-01.
const EPOCH: i64 = 719_162;

/// Seconds of a day.
const DAY: u64 = 86_400;

/// The last second of the year 9999.
const LAST: u64 = 253_402_300_799;

/// A second of the years 1970 to 9999, in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Moment(u64);

impl Moment {
    /// The first moment that can be told: the beginning of 1970. Stands for the time where there is no clock.
    pub const EPOCH: Self = Self(0);

    /// The moment so many seconds after the beginning of 1970; none after the year 9999.
    #[must_use]
    pub const fn from_unix(seconds: u64) -> Option<Self> {
        if seconds <= LAST { Some(Self(seconds)) } else { None }
    }

    /// Seconds since the beginning of 1970.
    #[must_use]
    pub const fn unix(self) -> u64 {
        self.0
    }

    /// The day that it falls on, in UTC.
    #[must_use]
    pub fn day(self) -> CivilDate {
        let days = i64::try_from(self.0 / DAY).unwrap_or(0);
        let ordinal = i32::try_from(EPOCH + days).unwrap_or(i32::MAX);
        CivilDate::from_ordinal(ordinal).unwrap_or(CivilDate::MIN)
    }

    /// Reads `2026-02-27T08:12:31Z`.
    ///
    /// # Errors
    /// [`DateError`] for any other form, and for moments before 1970.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let wrong = || DateError::Shape(text.to_owned());
        let day = CivilDate::parse_iso(text.get(..10).ok_or_else(wrong)?)?;
        let time = text.get(10..).and_then(|rest| rest.strip_prefix('T')?.strip_suffix('Z'));
        let mut fields = time.ok_or_else(wrong)?.split(':').map(|field| {
            let digits = field.len() == 2 && field.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| field.parse::<u64>().ok()).flatten()
        });
        let mut next = |most: u64| fields.next().flatten().filter(|n| *n <= most).ok_or_else(wrong);
        let (hours, minutes, seconds) = (next(23)?, next(59)?, next(59)?);
        let days = u64::try_from(i64::from(day.ordinal()) - EPOCH).map_err(|_| wrong())?;
        match fields.next() {
            None => Ok(Self(days * DAY + hours * 3_600 + minutes * 60 + seconds)),
            Some(_) => Err(wrong()),
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let second = self.0 % DAY;
        let (hours, minutes, seconds) = (second / 3_600, second / 60 % 60, second % 60);
        write!(f, "{}T{hours:02}:{minutes:02}:{seconds:02}Z", self.day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_reads_back_as_written() {
        let check = |seconds: u64, text: &str| {
            let moment = Moment::from_unix(seconds).unwrap();
            assert_eq!(moment.to_string(), text);
            assert_eq!(Moment::parse(text), Ok(moment));
        };
        check(0, "1970-01-01T00:00:00Z");
        check(951_782_399, "2000-02-28T23:59:59Z");
        check(1_772_179_951, "2026-02-27T08:12:31Z");
        check(LAST, "9999-12-31T23:59:59Z");
        assert_eq!(Moment::from_unix(LAST + 1), None);
        for wrong in [
            "2026-02-27",
            "2026-02-27T08:12:31",
            "2026-02-27T8:12:31Z",
            "2026-02-27T24:00:00Z",
            "1969-12-31T23:59:59Z",
            "2026-02-27T08:12:31:00Z",
        ] {
            assert!(Moment::parse(wrong).is_err(), "{wrong}");
        }
    }
}
