//! Entries whole, every field.

use serde::Serialize;
use tamis_model::{Address, Entry, LegalBasis, ListReference, ListedName, Note};

use super::party::{CountryForm, DateForm, IdentifierForm, NameFieldsForm, ParentForm, PlaceForm};
use crate::codes::Coded;

/// One entry of a list. Fields without a value are left out.
#[derive(Debug, Serialize)]
pub struct EntryForm<'a> {
    pub id: String,
    pub list: &'a str,
    pub reference: &'a str,
    pub kind: &'static str,
    pub heading: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_keys: Vec<NoteForm<'a>>,
    pub names: Vec<ListedNameForm<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub births: Vec<DateForm<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub birthplaces: Vec<PlaceForm<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub nationalities: Vec<CountryForm<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sex: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parents: Vec<ParentForm<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<IdentifierForm<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<AddressForm<'a>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub titles: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub positions: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub programmes: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub legal_bases: Vec<LegalBasisForm<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listed_on: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changed_on: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<ReferenceForm<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<NoteForm<'a>>,
}

impl<'a> From<&'a Entry> for EntryForm<'a> {
    fn from(entry: &'a Entry) -> Self {
        Self {
            id: entry.id.to_string(),
            list: entry.id.list.as_str(),
            reference: &entry.id.reference,
            kind: entry.kind.code(),
            heading: entry.heading(),
            other_keys: entry.other_keys.iter().map(Into::into).collect(),
            names: entry.names.iter().map(Into::into).collect(),
            births: entry.births.iter().map(Into::into).collect(),
            birthplaces: entry.birthplaces.iter().map(Into::into).collect(),
            nationalities: entry.nationalities.iter().map(Into::into).collect(),
            sex: entry.sex.map(Coded::code),
            parents: entry.parents.iter().map(Into::into).collect(),
            identifiers: entry.identifiers.iter().map(Into::into).collect(),
            addresses: entry.addresses.iter().map(Into::into).collect(),
            titles: &entry.titles,
            positions: &entry.positions,
            programmes: &entry.programmes,
            legal_bases: entry.legal_bases.iter().map(Into::into).collect(),
            listed_on: entry.listed_on.map(|day| day.to_string()),
            changed_on: entry.changed_on.iter().map(ToString::to_string).collect(),
            references: entry.references.iter().map(Into::into).collect(),
            notes: entry.notes.iter().map(Into::into).collect(),
        }
    }
}

/// One name of an entry.
#[derive(Debug, Serialize)]
pub struct ListedNameForm<'a> {
    pub text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_written: Option<&'a str>,
    pub grade: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade_as_written: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<&'a str>,
    #[serde(skip_serializing_if = "NameFieldsForm::is_empty")]
    pub fields: NameFieldsForm<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub births: Vec<DateForm<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub birthplaces: Vec<PlaceForm<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_basis: Option<LegalBasisForm<'a>>,
    pub origin: &'a str,
}

impl<'a> From<&'a ListedName> for ListedNameForm<'a> {
    fn from(name: &'a ListedName) -> Self {
        Self {
            text: &name.text,
            as_written: name.as_written.as_deref(),
            grade: name.grade.code(),
            grade_as_written: name.grade_as_written.as_deref(),
            language: name.language.as_deref(),
            fields: (&name.fields).into(),
            births: name.births.iter().map(Into::into).collect(),
            birthplaces: name.birthplaces.iter().map(Into::into).collect(),
            note: name.note.as_deref(),
            legal_basis: name.legal_basis.as_ref().map(Into::into),
            origin: &name.origin,
        }
    }
}

/// An address.
#[derive(Debug, Serialize)]
pub struct AddressForm<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub street: Option<&'a str>,
    #[serde(flatten)]
    pub place: PlaceForm<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post_code: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub contacts: &'a [String],
}

impl<'a> From<&'a Address> for AddressForm<'a> {
    fn from(address: &'a Address) -> Self {
        Self {
            street: address.street.as_deref(),
            place: (&address.place).into(),
            post_code: address.post_code.as_deref(),
            contacts: &address.contacts,
        }
    }
}

/// An act.
#[derive(Debug, Serialize)]
pub struct LegalBasisForm<'a> {
    pub title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authority: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub programme: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_force: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<&'a str>,
}

impl<'a> From<&'a LegalBasis> for LegalBasisForm<'a> {
    fn from(basis: &'a LegalBasis) -> Self {
        Self {
            title: &basis.title,
            kind: basis.kind.as_deref(),
            authority: basis.authority.as_deref(),
            programme: basis.programme.as_deref(),
            published: basis.published.map(|day| day.to_string()),
            in_force: basis.in_force.map(|day| day.to_string()),
            url: basis.url.as_deref(),
        }
    }
}

/// A reference to another list.
#[derive(Debug, Serialize)]
pub struct ReferenceForm<'a> {
    pub list: &'a str,
    pub reference: &'a str,
    pub origin: &'a str,
}

impl<'a> From<&'a ListReference> for ReferenceForm<'a> {
    fn from(reference: &'a ListReference) -> Self {
        Self {
            list: reference.list.as_str(),
            reference: &reference.reference,
            origin: &reference.origin,
        }
    }
}

/// A text that is kept.
#[derive(Debug, Serialize)]
pub struct NoteForm<'a> {
    pub field: &'a str,
    pub text: &'a str,
}

impl<'a> From<&'a Note> for NoteForm<'a> {
    fn from(note: &'a Note) -> Self {
        Self { field: &note.field, text: &note.text }
    }
}
