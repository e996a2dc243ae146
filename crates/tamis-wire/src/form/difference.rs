//! The difference of two snapshots of a list.

use std::collections::BTreeMap;

use serde::Serialize;
use tamis_screen::difference::{EntryChange, Fate, FieldChange, FieldValue, ListDifference};

use super::entry::{
    AddressForm, EntryForm, LegalBasisForm, ListedNameForm, NoteForm, ReferenceForm,
};
use super::party::{CountryForm, DateForm, IdentifierForm, ParentForm, PlaceForm};
use super::screening::SnapshotForm;
use crate::codes::Coded as _;

/// What changed between two snapshots of a list.
#[derive(Debug, Serialize)]
pub struct ListDifferenceForm<'a> {
    /// The list.
    pub list: &'a str,
    /// The older snapshot.
    pub from: SnapshotForm<'a>,
    /// The newer one.
    pub to: SnapshotForm<'a>,
    /// The programmes that both hold; null where both hold the whole list.
    pub programmes: Option<&'a [String]>,
    /// Entries of the older snapshot that were not compared, by programme.
    pub not_compared_from: &'a BTreeMap<String, u64>,
    /// Entries of the newer snapshot that were not compared, by programme.
    pub not_compared_to: &'a BTreeMap<String, u64>,
    /// Changes by kind.
    pub counts: BTreeMap<&'static str, u64>,
    /// Entries that are the same in every field.
    pub unchanged: u64,
    /// The changes.
    pub changes: Vec<EntryChangeForm<'a>>,
}

impl<'a> From<&'a ListDifference<'a>> for ListDifferenceForm<'a> {
    fn from(difference: &'a ListDifference<'a>) -> Self {
        let counts = difference.counts();
        Self {
            list: difference.to.list.as_str(),
            from: difference.from.into(),
            to: difference.to.into(),
            programmes: difference.scope.programmes.as_deref(),
            not_compared_from: &difference.scope.left_of_from,
            not_compared_to: &difference.scope.left_of_to,
            counts: counts.into_iter().map(|(kind, count)| (kind.code(), count)).collect(),
            unchanged: difference.unchanged,
            changes: difference.changes.iter().map(Into::into).collect(),
        }
    }
}

/// What became of an entry.
#[derive(Debug, Serialize)]
pub struct EntryChangeForm<'a> {
    /// The one word for it.
    pub kind: &'static str,
    /// The id that it had.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// The id that it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// By what it was found again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub matched_by: Option<&'static str>,
    /// The heading that it had, where it is another one now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading_before: Option<&'a str>,
    /// Its heading.
    pub heading: &'a str,
    /// Of `split` and `merged`: the other entry, and the names that stood or stand there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family: Option<FamilyForm<'a>>,
    /// Fields with other values.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldChangeForm<'a>>,
    /// Of an entry that stands on one side alone: all that its list says of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<EntryForm<'a>>,
}

/// The entry that another one came out of, or went into.
#[derive(Debug, Serialize)]
pub struct FamilyForm<'a> {
    /// `list:reference`.
    pub entry: String,
    /// The names.
    pub names: &'a [String],
}

impl<'a> From<&'a EntryChange<'a>> for EntryChangeForm<'a> {
    fn from(change: &'a EntryChange<'a>) -> Self {
        let alone = match (change.before, change.after) {
            (Some(one), None) | (None, Some(one)) => Some(one),
            _ => None,
        };
        let family = match &change.fate {
            Fate::SplitFrom { entry, names } | Fate::MergedInto { entry, names } => {
                Some(FamilyForm { entry: entry.to_string(), names })
            }
            Fate::Kept(_) | Fate::Added | Fate::Removed => None,
        };
        let matched_by = match change.fate {
            Fate::Kept(by) => Some(by.code()),
            _ => None,
        };
        Self {
            kind: change.kind().code(),
            before: change.before.map(|entry| entry.id.to_string()),
            after: change.after.map(|entry| entry.id.to_string()),
            matched_by,
            heading_before: change
                .before
                .filter(|_| change.is_renamed())
                .map(tamis_model::Entry::heading),
            heading: change.heading(),
            family,
            fields: change.fields.iter().map(Into::into).collect(),
            entry: alone.map(Into::into),
        }
    }
}

/// What differs in a field.
#[derive(Debug, Serialize)]
pub struct FieldChangeForm<'a> {
    /// Which.
    pub field: &'static str,
    /// Values that it has no longer.
    pub gone: Vec<FieldValueForm<'a>>,
    /// Values that it has now.
    pub come: Vec<FieldValueForm<'a>>,
}

impl<'a> From<&'a FieldChange<'a>> for FieldChangeForm<'a> {
    fn from(change: &'a FieldChange<'a>) -> Self {
        Self {
            field: change.field.code(),
            gone: change.gone.iter().map(Into::into).collect(),
            come: change.come.iter().map(Into::into).collect(),
        }
    }
}

/// A value of a field, as the field has it in an entry.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum FieldValueForm<'a> {
    /// Text.
    Text(&'a str),
    /// A word of the codes.
    Word(&'static str),
    /// A day.
    Day(String),
    /// A name.
    Name(Box<ListedNameForm<'a>>),
    /// A date as stated.
    Date(DateForm<'a>),
    /// A place.
    Place(PlaceForm<'a>),
    /// A country.
    Country(CountryForm<'a>),
    /// A parent.
    Parent(ParentForm<'a>),
    /// An identity number.
    Identifier(Box<IdentifierForm<'a>>),
    /// An address.
    Address(Box<AddressForm<'a>>),
    /// An act.
    LegalBasis(Box<LegalBasisForm<'a>>),
    /// A note or a key.
    Note(NoteForm<'a>),
    /// A reference to another list.
    Reference(ReferenceForm<'a>),
}

impl<'a> From<&FieldValue<'a>> for FieldValueForm<'a> {
    fn from(value: &FieldValue<'a>) -> Self {
        match *value {
            FieldValue::Text(text) => Self::Text(text),
            FieldValue::Kind(kind) => Self::Word(kind.code()),
            FieldValue::Sex(sex) => Self::Word(sex.code()),
            FieldValue::Day(day) => Self::Day(day.to_string()),
            FieldValue::Name(name) => Self::Name(Box::new(name.into())),
            FieldValue::Date(date) => Self::Date(date.into()),
            FieldValue::Place(place) => Self::Place(place.into()),
            FieldValue::Country(country) => Self::Country(country.into()),
            FieldValue::Parent(parent) => Self::Parent(parent.into()),
            FieldValue::Identifier(number) => Self::Identifier(Box::new(number.into())),
            FieldValue::Address(address) => Self::Address(Box::new(address.into())),
            FieldValue::LegalBasis(basis) => Self::LegalBasis(Box::new(basis.into())),
            FieldValue::Note(note) => Self::Note(note.into()),
            FieldValue::Reference(reference) => Self::Reference(reference.into()),
        }
    }
}
