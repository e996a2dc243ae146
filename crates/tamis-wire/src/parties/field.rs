//! What a column may hold, and the words by which an own mapping names it.

use tamis_model::IdentifierKind;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PartyField {
    /// The asker's own id.
    Id,
    /// Person, organisation, vessel, aircraft.
    Kind,
    /// The whole name, or several.
    FullName,
    /// Further names: aliases, former names.
    OtherName,
    /// The name in the person's own script.
    NativeName,
    /// The name as a machine-readable zone has it.
    MachineReadableName,
    /// Given name.
    GivenName,
    /// Middle names.
    MiddleName,
    /// Patronymic.
    Patronymic,
    /// Family name.
    FamilyName,
    /// Name at birth.
    MaidenName,
    /// Birth date, or several.
    BirthDate,
    /// Day of birth, in a column of its own.
    BirthDay,
    /// Month of birth, in a column of its own.
    BirthMonth,
    /// Year of birth, in a column of its own.
    BirthYear,
    /// Birthplace.
    BirthPlace,
    /// Country of birth.
    BirthCountry,
    /// Nationality, or several.
    Nationality,
    /// Sex.
    Sex,
    /// Father's name.
    FatherName,
    /// Mother's name.
    MotherName,
    /// An identity number of this kind.
    Identifier(IdentifierKind),
    /// Who issued the identity numbers of the row.
    Issuer,
    /// Not used: what the own mapping says of a column that would be used otherwise.
    Ignore,
}

/// All fields with the word by which a mapping names them.
pub const FIELD_WORDS: &[(PartyField, &str)] = &[
    (PartyField::Id, "id"),
    (PartyField::Kind, "kind"),
    (PartyField::FullName, "full_name"),
    (PartyField::OtherName, "other_name"),
    (PartyField::NativeName, "native_name"),
    (PartyField::MachineReadableName, "mrz_name"),
    (PartyField::GivenName, "given_name"),
    (PartyField::MiddleName, "middle_name"),
    (PartyField::Patronymic, "patronymic"),
    (PartyField::FamilyName, "family_name"),
    (PartyField::MaidenName, "maiden_name"),
    (PartyField::BirthDate, "birth_date"),
    (PartyField::BirthDay, "birth_day"),
    (PartyField::BirthMonth, "birth_month"),
    (PartyField::BirthYear, "birth_year"),
    (PartyField::BirthPlace, "birth_place"),
    (PartyField::BirthCountry, "birth_country"),
    (PartyField::Nationality, "nationality"),
    (PartyField::Sex, "sex"),
    (PartyField::FatherName, "father_name"),
    (PartyField::MotherName, "mother_name"),
    (PartyField::Identifier(IdentifierKind::Passport), "passport"),
    (PartyField::Identifier(IdentifierKind::NationalId), "national_id"),
    (PartyField::Identifier(IdentifierKind::TaxNumber), "tax_number"),
    (PartyField::Identifier(IdentifierKind::CompanyNumber), "company_number"),
    (PartyField::Identifier(IdentifierKind::Imo), "imo"),
    (PartyField::Identifier(IdentifierKind::Mmsi), "mmsi"),
    (PartyField::Identifier(IdentifierKind::CallSign), "call_sign"),
    (PartyField::Identifier(IdentifierKind::Bic), "bic"),
    (PartyField::Identifier(IdentifierKind::Lei), "lei"),
    (PartyField::Identifier(IdentifierKind::Wallet), "wallet"),
    (PartyField::Identifier(IdentifierKind::TailNumber), "tail_number"),
    (PartyField::Identifier(IdentifierKind::AircraftSerial), "aircraft_serial"),
    (PartyField::Identifier(IdentifierKind::Isin), "isin"),
    (PartyField::Identifier(IdentifierKind::Duns), "duns"),
    (PartyField::Identifier(IdentifierKind::DrivingLicence), "driving_licence"),
    (PartyField::Identifier(IdentifierKind::Other), "identifier"),
    (PartyField::Issuer, "issuer"),
    (PartyField::Ignore, "ignore"),
];

impl PartyField {
    /// The word by which a mapping names it.
    #[must_use]
    pub fn word(self) -> &'static str {
        FIELD_WORDS.iter().find(|(field, _)| *field == self).map_or("ignore", |(_, word)| word)
    }

    /// The field of a word of a mapping.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        FIELD_WORDS.iter().find(|(_, known)| *known == word.trim()).map(|(field, _)| *field)
    }

    /// All words, for messages.
    #[must_use]
    pub fn all_words() -> String {
        FIELD_WORDS.iter().map(|(_, word)| *word).collect::<Vec<_>>().join(", ")
    }

    /// Whether a file that has such a column can be screened at all.
    #[must_use]
    pub fn tells_who(self) -> bool {
        matches!(
            self,
            Self::FullName
                | Self::OtherName
                | Self::NativeName
                | Self::MachineReadableName
                | Self::GivenName
                | Self::FamilyName
                | Self::MaidenName
                | Self::Identifier(_)
        )
    }
}
