//! A recorded answer made again from its stamps.

use tamis_archive::Archive;
use tamis_match::Policy;
use tamis_model::{CivilDate, ListId, SnapshotId, Threshold};
use tamis_screen::Screener;

use crate::load::{ListFilter, LoadError, Retrieve, load_screener};

/// What an answer was made with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplayStamps<'a> {
    /// The snapshots, in order.
    pub snapshots: &'a [SnapshotId],
    /// Lists that were there and left out.
    pub left_out: &'a [ListId],
    /// The id of the policy.
    pub policy: &'a str,
    /// The threshold.
    pub threshold: Threshold,
    /// The day as of which was screened.
    pub as_of: Option<CivilDate>,
    /// The state of the reviewers' log.
    pub reviewed_links: u64,
}

/// Why an answer can't be made again.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReplayError {
    /// A policy that this version has not.
    #[error("the policy `{policy}` is not known; replay with the version that made the answer")]
    Policy {
        /// Its id.
        policy: String,
    },
    /// A policy and a threshold that don't belong together.
    #[error(
        "the policy `{policy}` and the threshold {threshold} are not of one answer, one of the two stamps \
         was changed; take the answer as it was written"
    )]
    OtherThreshold {
        /// The id of the policy.
        policy: String,
        /// The threshold.
        threshold: Threshold,
    },
    /// The lists can't be loaded.
    #[error(transparent)]
    Load(#[from] LoadError),
}

/// A screener of exactly the snapshots, policy, threshold, day and links of an answer.
///
/// # Errors
/// [`ReplayError`]: nothing stands in for what is not there.
pub fn replay_screener(
    archive: &Archive,
    stamps: &ReplayStamps<'_>,
    retrieve: Retrieve,
) -> Result<Screener, ReplayError> {
    let shipped = [Policy::vetting(), Policy::bulk()];
    let policy = shipped
        .into_iter()
        .map(|policy| policy.with_threshold(stamps.threshold))
        .find(|policy| &*policy.id.0 == stamps.policy)
        .ok_or_else(|| unknown(stamps))?;
    let filter = ListFilter::Snapshots {
        ids: stamps.snapshots.to_vec(),
        left_out: stamps.left_out.to_vec(),
        as_of: stamps.as_of,
        reviewed_links: stamps.reviewed_links,
    };
    // stamped snapshots are read from their bytes: no index is built
    Ok(load_screener(archive, &filter, policy, retrieve, &mut |_| true)?)
}

/// Why no policy of this version has the id and the threshold of an answer.
fn unknown(stamps: &ReplayStamps<'_>) -> ReplayError {
    let policy = stamps.policy.to_owned();
    let is_known = |shipped: Policy| {
        let told = stamps.policy.split('@').next();
        shipped.id.0.split('@').next() == told
    };
    if [Policy::vetting(), Policy::bulk()].into_iter().any(is_known) {
        return ReplayError::OtherThreshold { policy, threshold: stamps.threshold };
    }
    ReplayError::Policy { policy }
}
