//! The words of evidence and hits.

use crate::entry::ParentRole;
use crate::evidence::{
    Agreement, Attribute, Ceiling, ClassRule, DateRelation, IdentifierRelation, NotedReason,
    OrderRelation, ParentFinding, PartRelation, PartRole,
};
use crate::screening::HitClass;

impl PartRelation {
    /// How the parts meet, in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Variant => "variant of the same name",
            Self::Transliteration => "transliteration",
            Self::Edit => "a few letters differ",
            Self::Initial => "initial",
            Self::JoinedOrSplit => "joined or split",
            Self::Acronym => "initials of the words",
            Self::Truncated => "cut short",
            Self::MissingInEntry => "not in the listed name",
            Self::MissingInParty => "not in the given name",
            Self::Contradicted => "different names",
        }
    }

    /// A sign that stands between the two sides.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::Variant | Self::Transliteration => "≈",
            Self::Edit => "~",
            Self::Initial | Self::Acronym | Self::Truncated => "…",
            Self::JoinedOrSplit => "+",
            Self::MissingInEntry | Self::MissingInParty => "∅",
            Self::Contradicted => "≠",
        }
    }

    /// Whether the two sides have a part there and it speaks for the same name.
    #[must_use]
    pub const fn meets(self) -> bool {
        !matches!(self, Self::MissingInEntry | Self::MissingInParty | Self::Contradicted)
    }
}

impl PartRole {
    /// What the part is in its name, in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::OwnName => "own name",
            Self::Further => "further name",
            Self::Title => "title",
            Self::Particle => "particle",
            Self::Initial => "initial",
            Self::OrganisationType => "kind of organisation",
            Self::Number => "number",
            Self::Weak => "weak word",
        }
    }
}

impl NotedReason {
    /// Why words of a name are not compared as names are, in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Descent => "son or daughter of",
            Self::Particle => "particle",
            Self::Generation => "generation",
            Self::OrganisationType => "kind of organisation",
            Self::Weak => "weak word",
            Self::Initial => "initial",
            Self::Acronym => "its own acronym",
            Self::Placeholder => "stands for no name",
            Self::ScriptWithoutTable => "no table of its script: compared by its own letters alone",
            Self::HardlyAName => "hardly a name: compared by the words it has",
        }
    }
}

impl OrderRelation {
    /// How the order differs, in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Same => "same order",
            Self::FamilyFirst => "family name stands first",
            Self::Swapped => "two parts are swapped",
            Self::Permuted => "another order",
        }
    }
}

impl DateRelation {
    /// How the dates relate, in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::SameDay => "same day",
            Self::Compatible => "compatible at the coarser date",
            Self::Swapped => "day and month swapped",
            Self::SameDayOtherYear => "same day of another year",
            Self::SameYear => "another day of the same year",
            Self::WithinTolerance => "within the tolerance",
            Self::Near => "one digit or one calendar off",
            Self::Conflict => "do not fit together",
        }
    }

    /// A sign that stands between the two dates.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::SameDay => "=",
            Self::Compatible => "≈",
            Self::Swapped
            | Self::SameDayOtherYear
            | Self::SameYear
            | Self::WithinTolerance
            | Self::Near => "~",
            Self::Conflict => "≠",
        }
    }
}

impl IdentifierRelation {
    /// How the identifiers relate, in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::EqualStrong => "same number of the same document",
            Self::EqualOther => "same number",
            Self::OneCharacterOff => "one character differs",
            Self::Different => "another number",
        }
    }

    /// A sign that stands between the two numbers.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::EqualStrong | Self::EqualOther => "=",
            Self::OneCharacterOff => "~",
            Self::Different => "≠",
        }
    }
}

impl Attribute {
    /// Which attribute, in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Nationality => "nationality",
            Self::Birthplace => "birthplace",
            Self::Sex => "sex",
        }
    }
}

impl ParentFinding {
    /// Which parent's name agrees or differs, in words.
    #[must_use]
    pub const fn words(&self) -> &'static str {
        match (self.role, self.agreement) {
            (ParentRole::Father, Agreement::Agrees) => "the father's name agrees",
            (ParentRole::Father, Agreement::Conflicts) => "the father's name differs",
            (ParentRole::Mother, Agreement::Agrees) => "the mother's name agrees",
            (ParentRole::Mother, Agreement::Conflicts) => "the mother's name differs",
        }
    }
}

impl Agreement {
    /// Agreement or conflict, in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Agrees => "agrees, adds nothing",
            Self::Conflicts => "differs",
        }
    }

    /// A sign that stands between the two values.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Agrees => "=",
            Self::Conflicts => "≠",
        }
    }
}

impl Ceiling {
    /// What the ceiling holds down, in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Attributes => "dates and attributes together add no more",
            Self::NamesBelowFloor => "names this far apart are not lifted by dates or attributes",
            Self::WeakName => "a weak name alone does not reach the threshold under this policy",
            Self::OwnName => "the bearer's own name is missing or different",
            Self::FatherDiffers => "the fathers or the families have different names",
            Self::GenerationDiffers => "they are called of two generations (Sr., Jr.)",
            Self::DateConflict => {
                "the birth dates do not fit, and the names alone do not outweigh that"
            }
            Self::OtherThing => "another distinctive word, place or number: another thing",
        }
    }
}

impl ClassRule {
    /// The rule, in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::IdentifierEqual => "an identity number is equal",
            Self::FullNameSameDay => "full name, and the birth date agrees to the day",
            Self::FullName => "full name; the birth date is silent or fits by year",
            Self::PartialName => "part of the name, a common name, or a soft conflict",
            Self::OnePartName => "a one-word name that is the listed name as a whole",
            Self::DateConflict => "full name, but the birth dates do not fit",
            Self::WeakAlias => "only a weak alias, a nom de guerre or a title",
        }
    }
}

impl HitClass {
    /// What the class means, in words. It says nothing about a person.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::A => "an identity number, or the full name with the same day of birth",
            Self::B => "the full name; birth date not told, or the same year",
            Self::C => "part of the name, a common name, or a soft conflict",
            Self::D => "the full name, but birth dates that do not fit together",
            Self::E => "a weak alias only",
        }
    }

    /// All classes, in order.
    pub const ALL: [Self; 5] = [Self::A, Self::B, Self::C, Self::D, Self::E];
}
