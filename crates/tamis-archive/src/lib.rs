//! Content-addressed, dated snapshots in a folder, with an atomic pointer to the current set.
//!
//! ```text
//! <data>/lock                     held by the one import that writes
//! <data>/current.json             the active snapshot of each list, those that are held, what people decided
//! <data>/fetches.json             the last fetch of each list
//! <data>/links.json               entries that two reviewers joined or parted: a log that only grows
//! <data>/snapshots/<sha256>       the bytes of one published file
//! <data>/snapshots/<id>.json      what a snapshot is: list, date, files with their hashes, account
//! <data>/index/<name>.tamis       what is screened with, made from the snapshots
//! <data>/index/lock               held by the one build that writes
//! ```
//!
//! Files are written beside their place, flushed and moved there; `current.json` is moved last. An
//! import that ends at any point leaves the set that was there before. Nothing here knows the format
//! of a list, reads a clock or decides which snapshot should be active: the service does.

pub mod archive;
mod artefacts;
pub mod current;
pub mod digest;
pub mod error;
pub mod fetches;
pub mod files;
pub mod import;
pub mod links;
mod manifest;
mod map;
pub mod monitor;
pub mod record;
mod writing;

pub use archive::{Archive, StoredFile};
pub use artefacts::{ArtefactLock, ArtefactOpenError, Check, READ_AT_OPEN};
pub use current::{CurrentSet, HeldSnapshot, HoldDecision, HoldEnd, HoldReason};
pub use error::{KeptPart, OpenError, StoreError};
pub use fetches::{FetchFailure, FetchLog, FetchRecord, GoodFetch};
pub use files::{DiskFiles, FileSystem};
pub use import::{Import, NewFile, NewSnapshot, Stored};
pub use links::{LinkLog, LinkRecord};
pub use monitor::{BatchRecord, BatchWriter, RanWith, StockLock, StockState};
pub use record::{AccountSummary, Compared, DiagnosticCount, FileRecord, Origin, SnapshotRecord};
