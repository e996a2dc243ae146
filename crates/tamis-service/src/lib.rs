//! The use cases: import lists, show what is there, screen a stream of parties, compare records.
//!
//! What happens in which order is decided here: which files belong together, which snapshot becomes
//! active, who uses the cores. Files of lists are opened here and nowhere below; how parties and
//! answers are written is not known here: the callers join this crate with the serialised forms.

pub mod bounds;
pub mod compare;
pub mod difference;
pub mod evaluation;
pub mod freshness;
pub mod held;
pub mod import;
mod in_force;
pub mod index;
pub mod links;
pub mod load;
pub mod monitor;
pub mod ordered;
pub mod organisations;
pub mod replay;
pub mod screen;
pub mod show;
pub mod status;
mod today;
pub mod update;

pub use bounds::HoldBounds;
pub use compare::{CompareError, Compared, Operand, compare, compare_pairs};
pub use difference::{DifferenceError, SnapshotName, compared_lists};
pub use freshness::{Freshness, FreshnessReason, FreshnessRecord};
pub use held::{HoldError, HoldVerdict, WaitingList, decide, waiting};
pub use import::{
    Activation, GivenFile, ImportChanges, ImportError, ImportOptions, ImportReport, ImportStep,
    ImportedList, import,
};
pub use index::{IndexError, IndexInfo, IndexStep, build_index, index_info};
pub use links::{LinkDecision, LinkError, StandingLink, decide_link, standing_links};
pub use load::{ListFilter, LoadError, LoadedList, Retrieve, load, load_screener};
pub use organisations::{
    OrganisationsError, contradictions, designations, dossier, search_organisations,
};
pub use replay::{ReplayError, ReplayStamps, replay_screener};
pub use screen::screen_each;
pub use show::{ReachedBy, ShowError, ShownEntry, show};
pub use status::{ListStatus, status};
pub use today::{now, today};
pub use update::{
    ListUpdateError, UpdateError, UpdateOutcome, UpdateReport, UpdateRequest, UpdateStep,
    UpdatedList, update,
};

pub use tamis_archive::digest::{HashingReader, HashingWriter};
pub use tamis_archive::{
    AccountSummary, Archive, Check, FetchRecord, GoodFetch, HeldSnapshot, HoldDecision, HoldEnd,
    HoldReason, LinkLog, LinkRecord, OpenError, SnapshotRecord, StoreError,
};
pub use tamis_fetch as fetch;
pub use tamis_match::{Policy, ToldComparison};
pub use tamis_screen::difference::{
    ChangeKind, Dated, ListDifference, difference as difference_of,
};
pub use tamis_screen::{ENGINE, ScreenRefusal, Screener};

/// The version of Tamis, which stamps manifests.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
