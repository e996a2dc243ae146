//! Links between entries that reviewers joined or parted: a log that only grows, so that any state of it
//! can be told by the number of its records.

use std::fs;
use std::io;

use tamis_model::{CivilDate, EntryId, ReviewedLink};

use crate::archive::Archive;
use crate::error::{OpenError, StoreError};
use crate::manifest;

/// One decision about two entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkRecord {
    /// Whether it joins them, or parts them again.
    pub joins: bool,
    /// One entry.
    pub one: EntryId,
    /// The other.
    pub other: EntryId,
    /// Who decided: two, and not the same.
    pub reviewers: [String; 2],
    /// Why.
    pub reason: String,
    /// The day of the decision.
    pub on: CivilDate,
}

impl LinkRecord {
    /// Whether it speaks of these two, in either order.
    #[must_use]
    pub fn is_of(&self, one: &EntryId, other: &EntryId) -> bool {
        let same = EntryId::is_same_record;
        same(&self.one, one) && same(&self.other, other)
            || same(&self.one, other) && same(&self.other, one)
    }
}

/// All decisions, in the order in which they were taken.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LinkLog {
    /// The records.
    pub records: Vec<LinkRecord>,
}

impl LinkLog {
    /// The number of the state that is in force: how many records there are.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.records.len() as u64
    }

    /// The records whose links are in force after the first so many; none where there are not so many.
    #[must_use]
    pub fn at(&self, revision: u64) -> Option<Vec<&LinkRecord>> {
        let records = self.records.get(..usize::try_from(revision).ok()?)?;
        let mut standing: Vec<&LinkRecord> = Vec::new();
        for record in records {
            standing.retain(|known| !known.is_of(&record.one, &record.other));
            if record.joins {
                standing.push(record);
            }
        }
        Some(standing)
    }

    /// The links in force after the first so many records.
    #[must_use]
    pub fn links_at(&self, revision: u64) -> Option<Vec<ReviewedLink>> {
        let link = |record: &LinkRecord| ReviewedLink {
            one: record.one.clone(),
            other: record.other.clone(),
            reviewers: record.reviewers.clone(),
        };
        Some(self.at(revision)?.into_iter().map(link).collect())
    }
}

impl Archive {
    /// The links that reviewers joined and parted; none where nobody did.
    ///
    /// # Errors
    /// [`OpenError`] when `links.json` can't be read or understood.
    pub fn links(&self) -> Result<LinkLog, OpenError> {
        let path = self.links_path();
        match fs::read(&path) {
            Ok(bytes) => manifest::read_links(&path, &bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(LinkLog::default()),
            Err(source) => Err(OpenError::Io { path, source }),
        }
    }

    /// Adds a record to the log in one step; `decide` sees the log under the lock and gives the record,
    /// or what keeps it from being added.
    ///
    /// # Errors
    /// [`StoreError`] when it can't be written (then nothing is changed), or what `decide` says.
    pub fn add_link<Failure: From<StoreError>>(
        &self,
        wait: &mut dyn FnMut() -> bool,
        decide: impl FnOnce(&LinkLog) -> Result<LinkRecord, Failure>,
    ) -> Result<LinkLog, Failure> {
        self.folder(self.root())?;
        let _lock = self.lock(wait)?;
        let mut log = self.links().map_err(StoreError::from)?;
        let record = decide(&log)?;
        log.records.push(record);
        self.place(&self.links_path(), &manifest::write_links(&log))?;
        Ok(log)
    }

    fn links_path(&self) -> std::path::PathBuf {
        self.root().join("links.json")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(joins: bool, one: &str, other: &str) -> LinkRecord {
        LinkRecord {
            joins,
            one: EntryId::parse(one).unwrap(),
            other: EntryId::parse(other).unwrap(),
            reviewers: ["A".into(), "B".into()],
            reason: "the same passport".into(),
            on: CivilDate::new(2026, 3, 1).unwrap(),
        }
    }

    #[test]
    fn each_state_of_the_log_can_be_told() {
        let folder = tempfile::tempdir().unwrap();
        let archive = Archive::at(folder.path().join("new"));
        assert_eq!(archive.links().unwrap().revision(), 0);
        let add = |record: LinkRecord| {
            archive.add_link(&mut || false, |_| Ok::<_, StoreError>(record)).unwrap()
        };
        add(record(true, "un:QE.J.115.04", "uk:1"));
        add(record(true, "un:UTi.2", "uk:2"));
        add(record(false, "uk:1", "un:QDe.115"));
        let log = archive.links().unwrap();
        let standing = |revision| {
            let links = log.links_at(revision)?;
            Some(links.iter().map(|link| link.other.to_string()).collect::<Vec<_>>().join(" "))
        };
        let all = [0, 1, 2, 3, 4].map(standing);
        let expected = ["", "uk:1", "uk:1 uk:2", "uk:2"].map(|text| Some(text.to_owned()));
        assert_eq!(all[..4], expected);
        assert_eq!(all[4], None);
    }

    #[test]
    fn a_decision_that_is_not_taken_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let archive = Archive::at(folder.path());
        let refused = archive.add_link(&mut || false, |_| Err(StoreError::NoFiles));
        assert!(refused.is_err());
        assert_eq!(archive.links().unwrap(), LinkLog::default());
    }
}
