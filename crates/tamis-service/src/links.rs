//! Links between entries that two reviewers join or part.

use tamis_archive::{Archive, LinkLog, LinkRecord, OpenError, StoreError};
use tamis_model::{CivilDate, Entry, EntryId, PartyKind};

use crate::show::{ShowError, show};

/// A decision to be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkDecision {
    /// Whether to join them, or to part them again.
    pub joins: bool,
    /// One entry.
    pub one: EntryId,
    /// The other.
    pub other: EntryId,
    /// Who decides.
    pub reviewers: [String; 2],
    /// Why.
    pub reason: String,
    /// The day.
    pub on: CivilDate,
}

/// A link in force, and whether its entries are in the lists of today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingLink {
    /// The decision.
    pub record: LinkRecord,
    /// Entries of it that no active list has: it joins nothing then.
    pub absent: Vec<EntryId>,
}

/// Why a decision was not taken.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LinkError {
    /// One reviewer, or none.
    #[error("a link needs two different reviewers; name both with --reviewer")]
    OneReviewer,
    /// More than two.
    #[error(
        "{given} reviewers are named, and a link is decided by two; name the two who decide with --reviewer, \
         and others in the --reason"
    )]
    SeveralReviewers {
        /// How many.
        given: usize,
    },
    /// No reason.
    #[error("a link needs its reason; tell it with --reason")]
    NoReason,
    /// An entry and itself.
    #[error("{entry} is one with itself; name two entries")]
    OneEntry {
        /// The entry.
        entry: EntryId,
    },
    /// A person and something else.
    #[error("{one} is a {first}, {other} is a {second}: they can't be one")]
    Kinds {
        /// The one.
        one: EntryId,
        /// Its kind.
        first: &'static str,
        /// The other.
        other: EntryId,
        /// Its kind.
        second: &'static str,
    },
    /// Joined already.
    #[error("{one} and {other} are joined already, by {} and {}", .reviewers[0], .reviewers[1])]
    Joined {
        /// The one.
        one: EntryId,
        /// The other.
        other: EntryId,
        /// Who joined them.
        reviewers: [String; 2],
    },
    /// Not joined.
    #[error(
        "{one} and {other} are not joined by reviewers; `tamis lists links` shows those that are"
    )]
    NotJoined {
        /// The one.
        one: EntryId,
        /// The other.
        other: EntryId,
    },
    /// An entry that is not there.
    #[error(transparent)]
    Show(#[from] ShowError),
    /// The log can't be read.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// It can't be written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Takes a decision: it is in force for every screening from then on, and in the log for good.
///
/// # Errors
/// [`LinkError`]; nothing is changed then.
pub fn decide_link(
    archive: &Archive,
    decision: LinkDecision,
    wait: &mut dyn FnMut() -> bool,
) -> Result<LinkLog, LinkError> {
    let [first, second] = decision.reviewers.each_ref().map(|name| name.trim().to_lowercase());
    if first == second || first.is_empty() || second.is_empty() {
        return Err(LinkError::OneReviewer);
    }
    if decision.reason.trim().is_empty() {
        return Err(LinkError::NoReason);
    }
    let LinkDecision { joins, one, other, reviewers, reason, on } = decision;
    if one.is_same_record(&other) {
        return Err(LinkError::OneEntry { entry: one });
    }
    let (mut one, mut other) = (one, other);
    if joins {
        let (first, second) =
            (show(archive, &one, None)?.entry, show(archive, &other, None)?.entry);
        refuse_kinds(&first, &second)?;
        (one, other) = (first.id, second.id);
    }
    archive.add_link(wait, |log| {
        let standing = log.at(log.revision()).unwrap_or_default();
        let known = standing.iter().find(|record| record.is_of(&one, &other));
        match (joins, known) {
            (true, Some(known)) => {
                Err(LinkError::Joined { one, other, reviewers: known.reviewers.clone() })
            }
            (false, None) => Err(LinkError::NotJoined { one, other }),
            _ => Ok(LinkRecord { joins, one, other, reviewers, reason, on }),
        }
    })
}

fn refuse_kinds(one: &Entry, other: &Entry) -> Result<(), LinkError> {
    let known = one.kind != PartyKind::Unknown && other.kind != PartyKind::Unknown;
    if known && (one.kind == PartyKind::Person) != (other.kind == PartyKind::Person) {
        return Err(LinkError::Kinds {
            one: one.id.clone(),
            first: one.kind.words(),
            other: other.id.clone(),
            second: other.kind.words(),
        });
    }
    Ok(())
}

/// The links in force, in the order in which they were joined.
///
/// # Errors
/// [`LinkError`] when the log or a list can't be read.
pub fn standing_links(archive: &Archive) -> Result<Vec<StandingLink>, LinkError> {
    let log = archive.links()?;
    let standing = log.at(log.revision()).unwrap_or_default();
    let mut links = Vec::with_capacity(standing.len());
    for record in standing {
        let mut absent = Vec::new();
        for entry in [&record.one, &record.other] {
            match show(archive, entry, None) {
                Ok(_) => {}
                Err(ShowError::NotFound { .. }) => absent.push(entry.clone()),
                Err(ShowError::Load(
                    crate::LoadError::NotImported { .. }
                    | crate::LoadError::NoLists { .. }
                    | crate::LoadError::NoneActive { .. },
                )) => absent.push(entry.clone()),
                Err(error) => return Err(error.into()),
            }
        }
        links.push(StandingLink { record: record.clone(), absent });
    }
    Ok(links)
}
