//! The words of enumerated values in files that programs read: `snake_case`, never changed once
//! released (classes of hits are capitals, as everywhere). The words for people are in the model.

use tamis_model::{
    Agreement, AlignmentSide, Attribute, Calendar, Ceiling, ClassRule, DateRelation,
    DiagnosticKind, DifferingField, HitClass, IdentifierKind, IdentifierRelation, LinkGround,
    NameGrade, NameProvenance, NotedReason, OrderRelation, ParentRole, PartRelation, PartRole,
    PartyKind, Precision, Sex,
};

use tamis_screen::difference::{ChangeKind, EntryField, MatchedBy};

/// A value with a word of its own in files.
pub trait Coded: Sized + Copy + 'static {
    /// All values with their words.
    const CODES: &'static [(Self, &'static str)];

    /// The word of this value.
    fn code(self) -> &'static str;

    /// The value of a word.
    fn from_code(code: &str) -> Option<Self> {
        Self::CODES.iter().find(|(_, word)| *word == code).map(|(value, _)| *value)
    }
}

macro_rules! codes {
    ($($type:ident { $($variant:ident = $word:literal),+ $(,)? })+) => {$(
        impl Coded for $type {
            const CODES: &'static [(Self, &'static str)] = &[$((Self::$variant, $word)),+];

            fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }
        }
    )+};
}

codes! {
    PartyKind {
        Person = "person",
        Organisation = "organisation",
        Vessel = "vessel",
        Aircraft = "aircraft",
        Unknown = "unknown",
    }
    Sex {
        Male = "male",
        Female = "female",
        Unspecified = "unspecified",
    }
    ParentRole {
        Father = "father",
        Mother = "mother",
    }
    NameGrade {
        Primary = "primary",
        PrimaryVariation = "primary_variation",
        Strong = "strong",
        Unrated = "unrated",
        Weak = "weak",
        Former = "former",
        OriginalScript = "original_script",
        Translation = "translation",
    }
    NameProvenance {
        SelfReport = "self_report",
        NativeScript = "native_script",
        VisualZone = "visual_zone",
        MachineReadableZone = "machine_readable_zone",
    }
    IdentifierKind {
        Passport = "passport",
        NationalId = "national_id",
        TaxNumber = "tax_number",
        CompanyNumber = "company_number",
        Imo = "imo",
        Mmsi = "mmsi",
        CallSign = "call_sign",
        Bic = "bic",
        Lei = "lei",
        Wallet = "wallet",
        TailNumber = "tail_number",
        AircraftSerial = "aircraft_serial",
        Isin = "isin",
        Duns = "duns",
        DrivingLicence = "driving_licence",
        Other = "other",
    }
    AlignmentSide {
        Party = "party",
        Entry = "entry",
    }
    NotedReason {
        Title = "title",
        Descent = "descent",
        Particle = "particle",
        Generation = "generation",
        OrganisationType = "organisation_type",
        Weak = "weak",
        Initial = "initial",
        Acronym = "acronym",
        Placeholder = "placeholder",
        ScriptWithoutTable = "script_without_table",
        HardlyAName = "hardly_a_name",
    }
    Calendar {
        Gregorian = "gregorian",
        LunarHijri = "lunar_hijri",
        SolarHijri = "solar_hijri",
        Hijri = "hijri",
    }
    Precision {
        Day = "day",
        Month = "month",
        Year = "year",
        Range = "range",
    }
    HitClass {
        A = "A",
        B = "B",
        C = "C",
        D = "D",
        E = "E",
    }
    ClassRule {
        IdentifierEqual = "identifier_equal",
        FullNameSameDay = "full_name_same_day",
        FullName = "full_name",
        PartialName = "partial_name",
        OnePartName = "one_part_name",
        DateConflict = "date_conflict",
        WeakAlias = "weak_alias",
    }
    PartRelation {
        Equal = "equal",
        Variant = "variant",
        Transliteration = "transliteration",
        Edit = "edit",
        Initial = "initial",
        JoinedOrSplit = "joined_or_split",
        Acronym = "acronym",
        Truncated = "truncated",
        MissingInEntry = "missing_in_entry",
        MissingInParty = "missing_in_party",
        Contradicted = "contradicted",
    }
    PartRole {
        OwnName = "own_name",
        Further = "further",
        Title = "title",
        Particle = "particle",
        Initial = "initial",
        OrganisationType = "organisation_type",
        Number = "number",
        Weak = "weak",
    }
    OrderRelation {
        Same = "same",
        FamilyFirst = "family_first",
        Swapped = "swapped",
        Permuted = "permuted",
    }
    DateRelation {
        SameDay = "same_day",
        Compatible = "compatible",
        Swapped = "swapped",
        SameDayOtherYear = "same_day_other_year",
        SameYear = "same_year",
        WithinTolerance = "within_tolerance",
        Near = "near",
        Conflict = "conflict",
    }
    IdentifierRelation {
        EqualStrong = "equal_strong",
        EqualOther = "equal_other",
        OneCharacterOff = "one_character_off",
        Different = "different",
    }
    Attribute {
        Nationality = "nationality",
        Birthplace = "birthplace",
        Sex = "sex",
    }
    Agreement {
        Agrees = "agrees",
        Conflicts = "conflicts",
    }
    Ceiling {
        Attributes = "attributes",
        NamesBelowFloor = "names_below_floor",
        WeakName = "weak_name",
        OwnName = "own_name",
        FatherDiffers = "father_differs",
        GenerationDiffers = "generation_differs",
        DateConflict = "date_conflict",
        OtherThing = "other_thing",
    }
    DiagnosticKind {
        UnknownField = "unknown_field",
        UnknownValue = "unknown_value",
        UnreadableDate = "unreadable_date",
        RepairedBytes = "repaired_bytes",
        Reshaped = "reshaped",
        Contradiction = "contradiction",
        Orphan = "orphan",
        Misplaced = "misplaced",
    }
    ChangeKind {
        Added = "added",
        Split = "split",
        Removed = "removed",
        Merged = "merged",
        Moved = "moved",
        Renamed = "renamed",
        Changed = "changed",
    }
    MatchedBy {
        Reference = "reference",
        FormOfReference = "form_of_reference",
        OldReference = "old_reference",
        PublishersKey = "publishers_key",
        NamesAndDates = "names_and_dates",
    }
    EntryField {
        Reference = "reference",
        Kind = "kind",
        Names = "names",
        Births = "births",
        Birthplaces = "birthplaces",
        Nationalities = "nationalities",
        Sex = "sex",
        Parents = "parents",
        Identifiers = "identifiers",
        Addresses = "addresses",
        Titles = "titles",
        Positions = "positions",
        Programmes = "programmes",
        LegalBases = "legal_bases",
        ListedOn = "listed_on",
        ChangedOn = "changed_on",
        OtherKeys = "other_keys",
        References = "references",
        Notes = "notes",
    }
}

/// The word of what makes two entries one.
pub(crate) const fn ground_code(ground: &LinkGround) -> &'static str {
    match ground {
        LinkGround::Stated { .. } => "stated",
        LinkGround::SharedNumber { .. } => "shared_number",
        LinkGround::Reviewed { .. } => "reviewed",
    }
}

/// The word of what entries state differently, and the alias where it is one.
pub(crate) fn difference_code(field: &DifferingField) -> (&'static str, Option<&str>) {
    match field {
        DifferingField::BirthDate => ("birth_date", None),
        DifferingField::Nationality => ("nationality", None),
        DifferingField::Sex => ("sex", None),
        DifferingField::AliasGrade { alias } => ("alias_grade", Some(alias)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_leads_back_to_its_value() {
        fn check<T: Coded + PartialEq + std::fmt::Debug>() {
            for (value, word) in T::CODES {
                assert_eq!(value.code(), *word);
                assert_eq!(T::from_code(word).as_ref(), Some(value), "two values share {word}");
            }
        }
        check::<PartyKind>();
        check::<NameGrade>();
        check::<IdentifierKind>();
        check::<PartRelation>();
        check::<PartRole>();
        check::<DateRelation>();
        check::<ClassRule>();
        check::<DiagnosticKind>();
        check::<ChangeKind>();
        check::<MatchedBy>();
        check::<EntryField>();
        assert_eq!(PartyKind::from_code("ship"), None);
    }
}
