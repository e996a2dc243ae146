//! What becomes of each property. Source: the model of FollowTheMoney 4 (schemas Person, LegalEntity, Company,
//! Organization, PublicBody, Vessel, Airplane, Address, Identification, Passport, Sanction).

use tamis_model::{IdentifierKind, NameGrade, ParentRole, PartyKind};

/// What a property becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Property {
    /// A name of this grade; the first `name` is the main one.
    Name(NameGrade),
    /// A part of the main name, where there is one value alone.
    Given,
    /// As above.
    Middle,
    /// As above.
    Patronymic,
    /// As above.
    Family,
    /// A birth date.
    Birth,
    /// A birthplace.
    Birthplace,
    /// The country of birth: a birthplace of its own.
    BirthCountry,
    /// A nationality, citizenship, jurisdiction or flag.
    Nationality,
    /// The sex.
    Sex,
    /// A parent's name.
    Parent(ParentRole),
    /// A number.
    Number(IdentifierKind),
    /// An address in words.
    Address,
    /// A way to reach the party.
    Contact,
    /// A title.
    Title,
    /// An office.
    Position,
    /// A programme.
    Programme,
    /// The id of another object, which tells more of this one.
    Link,
    /// A note.
    Note,
    /// Left out, for this reason.
    Dropped(&'static str),
}

use Property::{
    Address, Birth, BirthCountry, Birthplace, Contact, Dropped, Family, Given, Link, Middle, Name,
    Nationality, Note, Number, Parent, Patronymic, Position, Programme, Sex, Title,
};

const DATE: &str = "when a crawler saw or changed the object: no date of the list";

/// The properties of parties.
#[rustfmt::skip]
pub static PROPERTIES: &[(&str, Property)] = &[
    ("name", Name(NameGrade::Unrated)),
    ("alias", Name(NameGrade::Unrated)),
    ("weakAlias", Name(NameGrade::Weak)),
    ("previousName", Name(NameGrade::Former)),
    ("abbreviation", Name(NameGrade::Unrated)),
    ("firstName", Given),
    ("secondName", Middle),
    ("middleName", Middle),
    ("patronymic", Patronymic),
    ("lastName", Family),
    ("birthDate", Birth),
    ("birthPlace", Birthplace),
    ("birthCountry", BirthCountry),
    ("nationality", Nationality),
    ("citizenship", Nationality),
    ("jurisdiction", Nationality),
    ("flag", Nationality),
    ("gender", Sex),
    ("fatherName", Parent(ParentRole::Father)),
    ("motherName", Parent(ParentRole::Mother)),
    ("passportNumber", Number(IdentifierKind::Passport)),
    ("idNumber", Number(IdentifierKind::NationalId)),
    ("socialSecurityNumber", Number(IdentifierKind::NationalId)),
    ("taxNumber", Number(IdentifierKind::TaxNumber)),
    ("innCode", Number(IdentifierKind::TaxNumber)),
    ("vatCode", Number(IdentifierKind::TaxNumber)),
    ("registrationNumber", Number(IdentifierKind::Other)),
    ("ogrnCode", Number(IdentifierKind::CompanyNumber)),
    ("imoNumber", Number(IdentifierKind::Imo)),
    ("mmsi", Number(IdentifierKind::Mmsi)),
    ("callSign", Number(IdentifierKind::CallSign)),
    ("swiftBic", Number(IdentifierKind::Bic)),
    ("leiCode", Number(IdentifierKind::Lei)),
    ("dunsCode", Number(IdentifierKind::Duns)),
    ("isin", Number(IdentifierKind::Isin)),
    ("isinCode", Number(IdentifierKind::Isin)),
    ("publicKey", Number(IdentifierKind::Wallet)),
    ("serialNumber", Number(IdentifierKind::AircraftSerial)),
    ("address", Address),
    ("addressEntity", Link),
    ("phone", Contact),
    ("email", Contact),
    ("website", Contact),
    ("title", Title),
    ("position", Position),
    ("program", Programme),
    ("country", Note),
    ("maidenName", Name(NameGrade::Former)),
    ("notes", Note),
    ("summary", Note),
    ("description", Note),
    ("topics", Note),
    ("status", Note),
    ("keywords", Note),
    ("sourceUrl", Note),
    ("deathDate", Note),
    ("religion", Note),
    ("ethnicity", Note),
    ("education", Note),
    ("sector", Note),
    ("legalForm", Note),
    ("incorporationDate", Note),
    ("dissolutionDate", Note),
    ("type", Note),
    ("tonnage", Note),
    ("buildDate", Note),
    ("owner", Note),
    ("operator", Note),
    ("createdAt", Dropped(DATE)),
    ("modifiedAt", Dropped(DATE)),
];

/// What a property of a party of this kind becomes; none for one that the table does not name. Files of parties
/// are read by the same table.
///
/// ```
/// use tamis_lists::ftm::{Property, property};
/// use tamis_model::{IdentifierKind, PartyKind};
/// let of_aircraft = property("registrationNumber", PartyKind::Aircraft);
/// assert_eq!(of_aircraft, Some(Property::Number(IdentifierKind::TailNumber)));
/// ```
#[must_use]
pub fn property(name: &str, kind: PartyKind) -> Option<Property> {
    match (name, kind) {
        // of a person it says where the person has to do with, not which nationality it has
        ("country", PartyKind::Organisation | PartyKind::Vessel | PartyKind::Aircraft) => {
            Some(Nationality)
        }
        ("registrationNumber", PartyKind::Aircraft) => Some(Number(IdentifierKind::TailNumber)),
        ("registrationNumber", PartyKind::Organisation) => {
            Some(Number(IdentifierKind::CompanyNumber))
        }
        _ => PROPERTIES.iter().find(|(known, _)| *known == name).map(|(_, property)| *property),
    }
}

/// The ids of objects that a party names.
pub(super) fn links(object: &super::object::Object) -> impl Iterator<Item = &str> {
    let links = PROPERTIES.iter().filter(|(_, property)| *property == Link);
    links.flat_map(|(name, _)| object.values(name).iter().map(String::as_str))
}
