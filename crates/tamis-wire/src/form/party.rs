//! Parties, and what they share with entries: dates, places, countries, numbers.

use serde::Serialize;
use tamis_model::{
    Country, DateStatement, Identifier, NameFields, ParentStatement, Party, PartyName, Place,
};

use crate::codes::Coded;

/// A party as understood.
#[derive(Debug, Serialize)]
pub struct PartyForm<'a> {
    /// The asker's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<&'a str>,
    /// Kind.
    pub kind: &'static str,
    /// Names.
    pub names: Vec<PartyNameForm<'a>>,
    /// Birth dates.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub births: Vec<DateForm<'a>>,
    /// Birthplaces.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub birthplaces: Vec<PlaceForm<'a>>,
    /// Nationalities.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub nationalities: Vec<CountryForm<'a>>,
    /// Sex.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sex: Option<&'static str>,
    /// Parents.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parents: Vec<ParentForm<'a>>,
    /// Identity numbers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<IdentifierForm<'a>>,
}

impl<'a> From<&'a Party> for PartyForm<'a> {
    fn from(party: &'a Party) -> Self {
        Self {
            id: party.id.as_ref().map(|id| &*id.0),
            kind: party.kind.code(),
            names: party.names.iter().map(Into::into).collect(),
            births: party.births.iter().map(Into::into).collect(),
            birthplaces: party.birthplaces.iter().map(Into::into).collect(),
            nationalities: party.nationalities.iter().map(Into::into).collect(),
            sex: party.sex.map(Coded::code),
            parents: party.parents.iter().map(Into::into).collect(),
            identifiers: party.identifiers.iter().map(Into::into).collect(),
        }
    }
}

/// One name of a party.
#[derive(Debug, Serialize)]
pub struct PartyNameForm<'a> {
    /// The whole name.
    pub text: &'a str,
    /// Where it comes from.
    pub provenance: &'static str,
    /// Its parts, where they were given.
    #[serde(skip_serializing_if = "NameFieldsForm::is_empty")]
    pub fields: NameFieldsForm<'a>,
}

impl<'a> From<&'a PartyName> for PartyNameForm<'a> {
    fn from(name: &'a PartyName) -> Self {
        Self { text: &name.text, provenance: name.provenance.code(), fields: (&name.fields).into() }
    }
}

/// A name as its source divides it.
#[derive(Debug, Serialize)]
pub struct NameFieldsForm<'a> {
    /// Given name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given: Option<&'a str>,
    /// Middle names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub middle: Option<&'a str>,
    /// Patronymic.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patronymic: Option<&'a str>,
    /// Family name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family: Option<&'a str>,
    /// Name at birth.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maiden: Option<&'a str>,
}

impl NameFieldsForm<'_> {
    pub(crate) fn is_empty(&self) -> bool {
        let fields = [self.given, self.middle, self.patronymic, self.family, self.maiden];
        fields.iter().all(Option::is_none)
    }
}

impl<'a> From<&'a NameFields> for NameFieldsForm<'a> {
    fn from(fields: &'a NameFields) -> Self {
        Self {
            given: fields.given.as_deref(),
            middle: fields.middle.as_deref(),
            patronymic: fields.patronymic.as_deref(),
            family: fields.family.as_deref(),
            maiden: fields.maiden.as_deref(),
        }
    }
}

/// A date as stated, and what it may mean.
#[derive(Debug, Serialize)]
pub struct DateForm<'a> {
    /// The words of the source.
    pub as_written: &'a str,
    /// What they may mean, in the Extended Date/Time Format.
    pub readings: Vec<String>,
    /// The calendar, unless Gregorian.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calendar: Option<&'static str>,
    /// Remarks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<&'a str>,
}

impl<'a> From<&'a DateStatement> for DateForm<'a> {
    fn from(date: &'a DateStatement) -> Self {
        let gregorian = date.calendar == tamis_model::Calendar::default();
        Self {
            as_written: &date.as_written,
            readings: date.readings.iter().map(ToString::to_string).collect(),
            calendar: (!gregorian).then(|| date.calendar.code()),
            note: date.note.as_deref(),
        }
    }
}

/// A place as stated.
#[derive(Debug, Serialize)]
pub struct PlaceForm<'a> {
    /// Village, town, district.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locality: Option<&'a str>,
    /// Province or state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<&'a str>,
    /// Country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<CountryForm<'a>>,
    /// Remarks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<&'a str>,
}

impl<'a> From<&'a Place> for PlaceForm<'a> {
    fn from(place: &'a Place) -> Self {
        Self {
            locality: place.locality.as_deref(),
            region: place.region.as_deref(),
            country: place.country.as_ref().map(Into::into),
            note: place.note.as_deref(),
        }
    }
}

/// A country as stated.
#[derive(Debug, Serialize)]
pub struct CountryForm<'a> {
    /// The words of the source.
    pub as_written: &'a str,
    /// Its code, where the words tell it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<&'a str>,
}

impl<'a> From<&'a Country> for CountryForm<'a> {
    fn from(country: &'a Country) -> Self {
        Self { as_written: &country.as_written, code: country.code.as_deref() }
    }
}

/// A parent's name.
#[derive(Debug, Serialize)]
pub struct ParentForm<'a> {
    /// Father or mother.
    pub role: &'static str,
    /// The name.
    pub name: &'a str,
}

impl<'a> From<&'a ParentStatement> for ParentForm<'a> {
    fn from(parent: &'a ParentStatement) -> Self {
        Self { role: parent.role.code(), name: &parent.name }
    }
}

/// An identity number.
#[derive(Debug, Serialize)]
pub struct IdentifierForm<'a> {
    /// Kind in the common terms.
    pub kind: &'static str,
    /// The source's words for the kind.
    pub kind_as_written: &'a str,
    /// The number.
    pub number: &'a str,
    /// Who issued it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<CountryForm<'a>>,
    /// Day of issue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<String>,
    /// Last day of validity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<String>,
    /// Remarks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<&'a str>,
}

impl<'a> From<&'a Identifier> for IdentifierForm<'a> {
    fn from(identifier: &'a Identifier) -> Self {
        Self {
            kind: identifier.kind.code(),
            kind_as_written: &identifier.kind_as_written,
            number: &identifier.number,
            issuer: identifier.issuer.as_ref().map(Into::into),
            issued: identifier.issued.map(|day| day.to_string()),
            expires: identifier.expires.map(|day| day.to_string()),
            note: identifier.note.as_deref(),
        }
    }
}
