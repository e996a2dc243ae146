//! How current a list is known to be, against what its publisher promises.

use tamis_archive::{GoodFetch, SnapshotRecord};
use tamis_fetch::sources::CadenceBound;
use tamis_fetch::{Cadence, Source};
use tamis_model::CivilDate;

/// Whether the active snapshot of a list may still be what its publisher says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freshness {
    /// It was known to be current within the days that the cadence allows.
    Fresh,
    /// It was not.
    Stale,
    /// Nothing is promised or known, or the clock is wrong.
    Unknown,
}

/// Why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FreshnessReason {
    /// By age and cadence.
    Age,
    /// A newer snapshot waits for a person, or was refused by one.
    NewerSetAside,
    /// The list is closed: another one follows it.
    Closed,
    /// The table of sources says nothing of its cadence.
    NoPromise,
    /// It is of a day that has not come, or there is no clock.
    Clock,
}

/// What is told of the freshness of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreshnessRecord {
    /// Whether it is fresh.
    pub freshness: Freshness,
    /// Why.
    pub reason: FreshnessReason,
    /// The last day on which the snapshot is known to have been what the publisher says: that of its
    /// publication, or a later one on which the publisher was asked.
    pub current_on: CivilDate,
    /// Days since; none where there is no clock, or it is wrong.
    pub age_days: Option<u32>,
    /// Who publishes it, and how current they promise to be.
    pub publisher: Option<String>,
    /// The promise.
    pub cadence: Option<Cadence>,
    /// Where the table says that it is.
    pub address: Option<String>,
}

/// Judges the active snapshot of a list on a day. `last`: the last fetch of the list; `newer_set_aside`:
/// whether that gave a snapshot that is not in use.
#[must_use]
pub fn freshness(
    active: &SnapshotRecord,
    last: Option<&GoodFetch>,
    newer_set_aside: bool,
    sources: &[Source],
    today: Option<CivilDate>,
) -> FreshnessRecord {
    let published = active.info.published;
    let checked =
        last.filter(|last| last.snapshot == active.info.id).map(|last| last.checked_at.day());
    let current_on = checked.map_or(published, |checked| checked.max(published));
    let source = sources.iter().find(|source| source.list == active.info.list);
    let age = today.map(|today| today.ordinal() - current_on.ordinal());
    let age_days = age.and_then(|age| u32::try_from(age).ok());
    let bound = source.map(|source| source.cadence.bound);
    use FreshnessReason as Reason;
    let (freshness, reason) = match (bound, age_days) {
        (Some(CadenceBound::Closed), _) => (Freshness::Stale, Reason::Closed),
        _ if newer_set_aside => (Freshness::Stale, Reason::NewerSetAside),
        (_, None) => (Freshness::Unknown, Reason::Clock),
        (None | Some(CadenceBound::Unknown), _) => (Freshness::Unknown, Reason::NoPromise),
        (Some(CadenceBound::Days(days)), Some(age)) if age <= u32::from(days) => {
            (Freshness::Fresh, Reason::Age)
        }
        (Some(CadenceBound::Days(_)), Some(_)) => (Freshness::Stale, Reason::Age),
    };
    FreshnessRecord {
        freshness,
        reason,
        current_on,
        age_days,
        publisher: source.map(|source| source.publisher.clone()),
        cadence: source.map(|source| source.cadence.clone()),
        address: source.and_then(|source| source.address.as_ref()).map(ToString::to_string),
    }
}

impl FreshnessRecord {
    /// One word.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self.freshness {
            Freshness::Fresh => "fresh",
            Freshness::Stale => "stale",
            Freshness::Unknown => "unknown",
        }
    }

    /// Why, in words.
    #[must_use]
    pub fn why(&self) -> String {
        let promise = self.cadence.as_ref().map_or("", |cadence| cadence.words.as_str());
        let on = self.current_on;
        match (self.reason, self.cadence.as_ref().map(|cadence| cadence.bound)) {
            (FreshnessReason::Age, Some(CadenceBound::Days(days))) => {
                format!("known to be current on {on}; promised: {promise}, stale after {days} days")
            }
            (FreshnessReason::Age | FreshnessReason::NoPromise, _) => {
                format!("known to be current on {on}; how often it appears is not known")
            }
            (FreshnessReason::NewerSetAside, _) => {
                "a newer one was fetched and is not in use (tamis lists held)".to_owned()
            }
            (FreshnessReason::Closed, _) => format!("closed: {promise}"),
            (FreshnessReason::Clock, _) => {
                format!("it is of {on}, which has not come by the clock of this machine")
            }
        }
    }
}
