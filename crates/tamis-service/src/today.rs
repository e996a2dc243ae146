//! The day that it is, for what is decided today. No answer depends on it.

use std::time::{SystemTime, UNIX_EPOCH};

use tamis_model::CivilDate;

/// Days from 0001-01-01 to 1970-01-01.
const EPOCH: i64 = 719_162;

/// The day that the clock of the machine tells, in UTC.
#[must_use]
pub fn today() -> Option<CivilDate> {
    after(0)
}

/// The seconds by which the first places of the earth are before UTC (Kiribati, UTC+14).
const FIRST: u64 = 14 * 3_600;

/// The latest day that it is anywhere: what is after it has come nowhere.
#[must_use]
pub(crate) fn latest_today() -> Option<CivilDate> {
    after(FIRST)
}

/// The day so many seconds from now, in UTC.
fn after(seconds: u64) -> Option<CivilDate> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    civil(EPOCH + i64::try_from((now + seconds) / 86_400).ok()?)
}

/// The day so many days after 0001-01-01.
fn civil(ordinal: i64) -> Option<CivilDate> {
    // the year is near by its mean length; the day is looked for from its first month on
    let near = i16::try_from(ordinal * 400 / 146_097 + 1).ok()?;
    let first = |year: i16, month: u8| {
        CivilDate::new(year, month, 1).ok().filter(|day| i64::from(day.ordinal()) <= ordinal)
    };
    let year = (near - 1..=near + 1).rev().find(|year| first(*year, 1).is_some())?;
    let month = (1..=12).rev().find(|month| first(year, *month).is_some())?;
    let begins = i64::from(first(year, month)?.ordinal());
    CivilDate::new(year, month, u8::try_from(ordinal - begins + 1).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_day_has_its_number() {
        let epoch = CivilDate::new(1970, 1, 1).unwrap();
        assert_eq!(i64::from(epoch.ordinal()), EPOCH);
        for ordinal in (EPOCH..EPOCH + 40_000).chain(0..2_000) {
            let day = civil(ordinal).unwrap();
            assert_eq!(i64::from(day.ordinal()), ordinal, "{day}");
        }
        assert!(today().is_some_and(|day| day.year() >= 2026));
    }
}
