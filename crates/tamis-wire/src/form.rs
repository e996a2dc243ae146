//! The nouns as JSON: types that serialise, made from borrowed values of the model. Fields stand in
//! the order of the declarations, enumerated values are the words of [`crate::codes`]; a field without
//! a value is left out where its type says so. `docs/OUTPUT.md` tells each field.
//!
//! All numbers are integers but `score`, which has four digits; weights are 1/1024 nat.

mod account;
mod alert;
mod comparison;
mod difference;
mod entry;
mod evidence;
mod manifest;
mod party;
mod screening;

pub use account::{AccountForm, DiagnosticForm, PositionForm, RefusalForm};
pub use alert::{AlertForm, ClusterEntryForm, DifferenceForm, LinkForm, StatedForm};
pub use comparison::ComparisonForm;
pub use difference::{
    EntryChangeForm, FamilyForm, FieldChangeForm, FieldValueForm, ListDifferenceForm,
};
pub use entry::{AddressForm, EntryForm, LegalBasisForm, ListedNameForm, NoteForm, ReferenceForm};
pub use evidence::{AlignedPartForm, EvidenceForm, FindingForm, NamePairForm};
pub use manifest::{
    Counts, CountsForm, ManifestForm, MappedColumn, RunEnding, RunManifest, WrittenFile,
};
pub use party::{
    CountryForm, DateForm, IdentifierForm, NameFieldsForm, ParentForm, PartyForm, PartyNameForm,
    PlaceForm,
};
pub use screening::{
    HitForm, IgnoredForm, ScreeningForm, SnapshotForm, Stamped, StampsForm, TotalsForm,
};

use serde::Serialize;

/// One line of JSON, in which no terminal finds a command: JSON escapes the control characters of
/// ASCII, and this the others (U+007F to U+009F).
///
/// # Errors
/// None for the forms of this module; the type of the error is that of the serialiser.
pub fn to_line(form: &impl Serialize) -> Result<String, serde_json::Error> {
    serde_json::to_string(form).map(|line| escape_controls(&line))
}

/// As [`to_line`], on several lines, for people.
///
/// # Errors
/// As [`to_line`].
pub fn to_pretty(form: &impl Serialize) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(form).map(|text| escape_controls(&text))
}

fn escape_controls(json: &str) -> String {
    let is_control = |c: char| ('\u{7f}'..='\u{9f}').contains(&c);
    if !json.contains(is_control) {
        return json.to_owned();
    }
    let mut escaped = String::with_capacity(json.len() + 16);
    for character in json.chars() {
        if is_control(character) {
            // outside of strings JSON has none of them
            escaped.push_str(&format!("\\u{:04x}", u32::from(character)));
        } else {
            escaped.push(character);
        }
    }
    escaped
}

#[cfg(test)]
mod schema_tests;
#[cfg(test)]
mod tests;
