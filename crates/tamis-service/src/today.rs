//! The day and the moment that it is, for what is decided today. No answer depends on it.

use std::time::{SystemTime, UNIX_EPOCH};

use tamis_model::{CivilDate, Moment};

/// The seconds by which the first places of the earth are before UTC (Kiribati, UTC+14).
const FIRST: u64 = 14 * 3_600;

/// The moment that the clock of the machine tells, in UTC.
#[must_use]
pub fn now() -> Option<Moment> {
    after(0)
}

/// The day that the clock of the machine tells, in UTC.
#[must_use]
pub fn today() -> Option<CivilDate> {
    now().map(Moment::day)
}

/// The latest day that it is anywhere: what is after it has come nowhere.
#[must_use]
pub(crate) fn latest_today() -> Option<CivilDate> {
    after(FIRST).map(Moment::day)
}

fn after(seconds: u64) -> Option<Moment> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    Moment::from_unix(now + seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn today_is_a_day_of_this_century() {
        assert!(today().is_some_and(|day| (2026..2100).contains(&day.year())));
        assert!(latest_today() >= today());
    }
}
