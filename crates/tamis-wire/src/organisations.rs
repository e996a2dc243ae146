//! What is told of organisations: search, dossier, designations, contradictions, for terminals and as JSON. Each
//! fact stands with where it is known from.

mod contradictions;
mod dossier;
pub mod form;
mod phrases;
mod register;
mod search;

pub use contradictions::contradictions_text;
pub use dossier::dossier_text;
pub use form::{ContradictionsForm, DossierForm, RegisterForm, SearchForm};
pub use register::{RegisterDetail, register_text};
pub use search::search_text;
