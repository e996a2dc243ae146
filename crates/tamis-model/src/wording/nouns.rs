//! The words of parties, entries, names, identifiers and accounts.

use crate::account::DiagnosticKind;
use crate::entry::{ParentRole, Sex};
use crate::identifier::IdentifierKind;
use crate::name::{NameGrade, NameProvenance};
use crate::party::PartyKind;

impl PartyKind {
    /// The kind, in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Vessel => "vessel",
            Self::Aircraft => "aircraft",
            Self::Unknown => "kind not told",
        }
    }
}

impl Sex {
    /// The statement, in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Male => "male",
            Self::Female => "female",
            Self::Unspecified => "unspecified",
        }
    }
}

impl ParentRole {
    /// Father or mother.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Father => "father",
            Self::Mother => "mother",
        }
    }
}

impl NameGrade {
    /// The grade, in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Primary => "primary name",
            Self::PrimaryVariation => "spelling of the primary name",
            Self::Strong => "good alias",
            Self::Unrated => "alias, not graded",
            Self::Weak => "weak alias",
            Self::Former => "former name",
            Self::OriginalScript => "name in the original script",
            Self::Translation => "translated name",
        }
    }
}

impl NameProvenance {
    /// Where the name comes from, in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::SelfReport => "as told",
            Self::NativeScript => "in the own script",
            Self::VisualZone => "visual zone of a document",
            Self::MachineReadableZone => "machine-readable zone",
        }
    }
}

impl IdentifierKind {
    /// The kind, in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Passport => "passport",
            Self::NationalId => "national id",
            Self::TaxNumber => "tax number",
            Self::CompanyNumber => "company number",
            Self::Imo => "IMO number",
            Self::Mmsi => "MMSI",
            Self::CallSign => "call sign",
            Self::Bic => "BIC",
            Self::Lei => "LEI",
            Self::Wallet => "wallet address",
            Self::TailNumber => "tail number",
            Self::AircraftSerial => "aircraft serial number",
            Self::Isin => "ISIN",
            Self::Duns => "D-U-N-S number",
            Self::DrivingLicence => "driving licence",
            Self::Other => "other number",
        }
    }
}

impl DiagnosticKind {
    /// The kind, in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::UnknownField => "unknown field",
            Self::UnknownValue => "unknown value",
            Self::UnreadableDate => "unreadable date",
            Self::RepairedBytes => "repaired bytes",
            Self::Reshaped => "put right",
            Self::Contradiction => "contradiction",
            Self::Orphan => "leads nowhere",
            Self::Misplaced => "misplaced",
        }
    }
}
