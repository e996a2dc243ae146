//! Sourced knowledge of organisations: who claims what of them, who designates them, and since when.
//!
//! [`Knowledge`] holds tables of statements, each with its source and its time; [`Knowledge::shipped`] are
//! those that ship. From them come a register of designations as of a day ([`register`]), statements that
//! contradict each other ([`conflicts`]), and the way from a name to entries of official lists
//! ([`search`]). Nothing here decides whether two names are one: the caller does, by the matcher. It opens
//! no file, reads no clock and knows no person.

pub mod basis;
pub mod conflicts;
pub mod contradictions;
pub mod data_error;
pub mod designation;
pub mod dossier;
pub mod id;
pub mod jurisdiction;
pub mod knowledge;
pub mod lists;
pub mod mentions;
pub mod organisation;
pub mod register;
pub mod search;
mod table;
pub mod validity;

pub use basis::{Basis, Origin, Source, SourceKind};
pub use data_error::{DataError, DataProblem};
pub use designation::{ActDate, ActFact, Coverage, DateKind, Designation};
pub use id::{ActId, JurisdictionCode, OrganisationId, RegimeId, SourceId};
pub use jurisdiction::{Jurisdiction, JurisdictionKind, Regime, RegimeFact, RegimeField};
pub use knowledge::{Knowledge, TableFile};
pub use organisation::{NameForm, NameUse, Organisation, Property, Proposition, Statement};
pub use validity::{Bound, Holding, Validity};
