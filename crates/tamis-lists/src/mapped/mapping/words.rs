//! The words that a mapping file may use for kinds, grades, numbers and parts: one table each.

use tamis_model::{IdentifierKind, NameGrade, PartyKind, Sex};

use super::{DateOrder, NamePart, Part, Written};

/// A word and what it means.
pub(super) type Table<T> = &'static [(&'static str, T)];

pub(super) const KINDS: Table<PartyKind> = &[
    ("person", PartyKind::Person),
    ("organisation", PartyKind::Organisation),
    ("vessel", PartyKind::Vessel),
    ("aircraft", PartyKind::Aircraft),
    ("unknown", PartyKind::Unknown),
];

pub(super) const GRADES: Table<NameGrade> = &[
    ("primary", NameGrade::Primary),
    ("variation", NameGrade::PrimaryVariation),
    ("strong", NameGrade::Strong),
    ("unrated", NameGrade::Unrated),
    ("weak", NameGrade::Weak),
    ("former", NameGrade::Former),
    ("original", NameGrade::OriginalScript),
    ("translation", NameGrade::Translation),
];

pub(super) const SEXES: Table<Sex> =
    &[("male", Sex::Male), ("female", Sex::Female), ("unspecified", Sex::Unspecified)];

pub(super) const NUMBERS: Table<IdentifierKind> = &[
    ("passport", IdentifierKind::Passport),
    ("national id", IdentifierKind::NationalId),
    ("tax number", IdentifierKind::TaxNumber),
    ("company number", IdentifierKind::CompanyNumber),
    ("imo", IdentifierKind::Imo),
    ("mmsi", IdentifierKind::Mmsi),
    ("call sign", IdentifierKind::CallSign),
    ("bic", IdentifierKind::Bic),
    ("lei", IdentifierKind::Lei),
    ("wallet", IdentifierKind::Wallet),
    ("tail number", IdentifierKind::TailNumber),
    ("aircraft serial", IdentifierKind::AircraftSerial),
    ("isin", IdentifierKind::Isin),
    ("duns", IdentifierKind::Duns),
    ("driving licence", IdentifierKind::DrivingLicence),
    ("other", IdentifierKind::Other),
];

pub(super) const NAME_PARTS: Table<NamePart> = &[
    ("given", NamePart::Given),
    ("middle", NamePart::Middle),
    ("patronymic", NamePart::Patronymic),
    ("family", NamePart::Family),
];

pub(super) const DATE_PARTS: Table<Part> =
    &[("year", Part::Year), ("month", Part::Month), ("day", Part::Day)];

pub(super) const PLACE_PARTS: Table<Part> = &[
    ("street", Part::Street),
    ("locality", Part::Locality),
    ("region", Part::Region),
    ("country", Part::Country),
    ("post code", Part::PostCode),
];

pub(super) const ORDERS: Table<DateOrder> = &[
    ("either", DateOrder::Either),
    ("day first", DateOrder::DayFirst),
    ("month first", DateOrder::MonthFirst),
    ("hijri", DateOrder::Hijri),
];

pub(super) const WRITINGS: Table<Written> =
    &[("plain", Written::Plain), ("parted", Written::Parted), ("inverted", Written::Inverted)];

/// The words of a table, for an error.
pub(super) fn known<T>(table: Table<T>) -> String {
    table.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ")
}
