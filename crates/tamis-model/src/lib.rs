//! The nouns of Tamis: parties, names, dates, identifiers, list entries, evidence, hits and screenings.
//!
//! Plain values without behaviour beyond their own invariants. This crate knows no file, no format,
//! no script and no weight; it does not serialise (the crates `wire` and `archive` do).

pub mod account;
pub mod cluster;
pub mod date;
pub mod entry;
pub mod evidence;
pub mod id;
pub mod identifier;
pub mod moment;
pub mod name;
pub mod party;
pub mod place;
pub mod reference;
pub mod score;
pub mod screening;
pub mod snapshot;
mod wording;

pub use account::{Account, Diagnostic, DiagnosticKind, Position, Refusal};
pub use cluster::{
    ClusterEntry, ClusterLink, Difference, DifferingField, LinkGround, LinkRefusal, RefusedLink,
    ReviewedLink,
};
pub use date::{Calendar, CivilDate, DateError, DateStatement, PartialDate, Precision};
pub use entry::{Entry, LegalBasis, ListReference, Note, ParentRole, ParentStatement, Sex};
pub use evidence::{
    Agreement, AlignedPart, AlignmentSide, Attribute, AttributeFinding, Ceiling, ClassRule,
    DateFinding, DateRelation, Evidence, Finding, IdentifierFinding, IdentifierRelation, NamePair,
    NotedReason, NotedWord, OrderRelation, ParentFinding, PartFinding, PartRelation, PartRole,
};
pub use id::{EntryId, IdError, ListId, PartyId, PolicyId, SnapshotId};
pub use identifier::{Identifier, IdentifierKind};
pub use moment::Moment;
pub use name::{ListedName, NameFields, NameGrade, NameProvenance, PartyName};
pub use party::{Party, PartyKind};
pub use place::{Address, Country, Place};
pub use score::{Score, Threshold, Weight};
pub use screening::{Alert, Hit, HitClass, IgnoredValue, Screening, Stamps, Totals};
pub use snapshot::{SnapshotInfo, SnapshotScope};
