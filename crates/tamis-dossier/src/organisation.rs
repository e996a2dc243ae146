//! Organisations and what is claimed of them: statements with their time and source.

use tamis_model::{EntryId, PartialDate};

use crate::basis::{Basis, Origin};
use crate::data_error::{DataError, DataProblem};
use crate::id::{JurisdictionCode, OrganisationId};
use crate::table::{Layout, Row};
use crate::validity::Validity;

/// An organisation that has a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// How the dossier is headed; no statement.
    pub title: String,
    /// What else is to be said.
    pub note: Option<String>,
}

/// Who uses a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NameUse {
    /// It called itself so.
    Own,
    /// A list bears it.
    Listed,
    /// Others call it so.
    Others,
}

impl NameUse {
    /// The uses with their words in the table.
    pub const WORDS: &[(Self, &str)] =
        &[(Self::Own, "own"), (Self::Listed, "listed"), (Self::Others, "others")];

    /// What it is called.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Own => "called itself so",
            Self::Listed => "listed so",
            Self::Others => "called so by others",
        }
    }
}

/// Whether a name has spellings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NameForm {
    /// Words, which others spell and romanise in their way.
    Words,
    /// Initials, which are these letters or are another thing: ISIL is neither ISIS nor al-Islah.
    Abbreviation,
}

const NAME_DETAILS: &[((NameUse, NameForm), &str)] = &[
    ((NameUse::Own, NameForm::Words), "own"),
    ((NameUse::Listed, NameForm::Words), "listed"),
    ((NameUse::Others, NameForm::Words), "others"),
    ((NameUse::Own, NameForm::Abbreviation), "own, abbreviation"),
    ((NameUse::Listed, NameForm::Abbreviation), "listed, abbreviation"),
    ((NameUse::Others, NameForm::Abbreviation), "others, abbreviation"),
];

/// Which kind of statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Property {
    /// A name.
    Name,
    /// When and how it was founded.
    Founded,
    /// What it was before.
    Predecessor,
    /// A merger that it came from or was announced with.
    Merger,
    /// What it split from.
    SplitFrom,
    /// What it is or was an affiliate of.
    AffiliateOf,
    /// Where it is active.
    Area,
    /// Who its core is.
    Core,
    /// Who is said to designate it.
    DesignatedBy,
    /// An entry of a list that is its own.
    ListedAs,
    /// An entry of another organisation that bore its names.
    AliasOf,
}

impl Property {
    /// The properties with their words in the table.
    pub const WORDS: &[(Self, &str)] = &[
        (Self::Name, "name"),
        (Self::Founded, "founded"),
        (Self::Predecessor, "predecessor"),
        (Self::Merger, "merger"),
        (Self::SplitFrom, "split_from"),
        (Self::AffiliateOf, "affiliate_of"),
        (Self::Area, "area"),
        (Self::Core, "core"),
        (Self::DesignatedBy, "designated_by"),
        (Self::ListedAs, "listed_as"),
        (Self::AliasOf, "alias_of"),
    ];

    /// What it is called.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Name => "names",
            Self::Founded => "founded",
            Self::Predecessor => "before",
            Self::Merger => "mergers",
            Self::SplitFrom => "split from",
            Self::AffiliateOf => "affiliate of",
            Self::Area => "active in",
            Self::Core => "its core",
            Self::DesignatedBy => "said to be designated by",
            Self::ListedAs => "own entries of lists",
            Self::AliasOf => "alias in entries of others",
        }
    }
}

/// What is claimed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proposition {
    /// It bears a name.
    Name {
        /// The name.
        text: String,
        /// Its language, BCP 47.
        language: String,
        /// Who uses it.
        used: NameUse,
        /// Whether it has spellings.
        form: NameForm,
    },
    /// It was founded on a date.
    Founded {
        /// The date.
        on: PartialDate,
        /// How.
        how: String,
    },
    /// It was something else before, in the time of the statement.
    Predecessor(String),
    /// A merger.
    Merger(String),
    /// It split from an organisation.
    SplitFrom(OrganisationId),
    /// It is or was an affiliate of an organisation.
    AffiliateOf(OrganisationId),
    /// It is active there.
    Area(String),
    /// Who its core is.
    Core(String),
    /// These are said to designate it.
    DesignatedBy(Vec<JurisdictionCode>),
    /// The entry is its own.
    ListedAs(EntryId),
    /// The entry of another organisation bore its names.
    AliasOf(EntryId),
}

impl Proposition {
    /// Which kind it is.
    #[must_use]
    pub fn property(&self) -> Property {
        match self {
            Self::Name { .. } => Property::Name,
            Self::Founded { .. } => Property::Founded,
            Self::Predecessor(_) => Property::Predecessor,
            Self::Merger(_) => Property::Merger,
            Self::SplitFrom(_) => Property::SplitFrom,
            Self::AffiliateOf(_) => Property::AffiliateOf,
            Self::Area(_) => Property::Area,
            Self::Core(_) => Property::Core,
            Self::DesignatedBy(_) => Property::DesignatedBy,
            Self::ListedAs(_) => Property::ListedAs,
            Self::AliasOf(_) => Property::AliasOf,
        }
    }

    /// What it says, without its kind.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Name { text, .. } => text.clone(),
            Self::Founded { on, how } if how.is_empty() => on.to_string(),
            Self::Founded { on, how } => format!("{on}, {how}"),
            Self::Predecessor(text) | Self::Merger(text) | Self::Area(text) | Self::Core(text) => {
                text.clone()
            }
            Self::SplitFrom(other) | Self::AffiliateOf(other) => other.to_string(),
            Self::DesignatedBy(codes) => {
                codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
            }
            Self::ListedAs(entry) | Self::AliasOf(entry) => entry.to_string(),
        }
    }

    /// The entry of a list that it is about.
    #[must_use]
    pub fn entry(&self) -> Option<&EntryId> {
        match self {
            Self::ListedAs(entry) | Self::AliasOf(entry) => Some(entry),
            _ => None,
        }
    }
}

/// A claim about an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// About whom.
    pub organisation: OrganisationId,
    /// What.
    pub proposition: Proposition,
    /// From when to when.
    pub validity: Validity,
    /// Where it is known from.
    pub basis: Basis,
    /// Where the source has it from.
    pub origin: Origin,
    /// What else is to be said.
    pub note: Option<String>,
}

impl Statement {
    /// Whether it states a name that is an abbreviation.
    #[must_use]
    pub fn is_abbreviation(&self) -> bool {
        matches!(&self.proposition, Proposition::Name { form: NameForm::Abbreviation, .. })
    }

    /// The name, if it states one.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match &self.proposition {
            Proposition::Name { text, .. } => Some(text),
            _ => None,
        }
    }
}

pub(crate) const ORGANISATIONS: Layout =
    Layout { file: "organisations.tsv", columns: &["organisation", "title", "note"] };

pub(crate) const STATEMENTS: Layout = Layout {
    file: "statements.tsv",
    columns: &[
        "organisation",
        "property",
        "value",
        "language",
        "detail",
        "from",
        "to",
        "basis",
        "origin",
        "note",
    ],
};

impl Organisation {
    pub(crate) fn of(row: &Row<'_>) -> Result<Self, DataError> {
        Ok(Self {
            id: row.id(0, OrganisationId::new)?,
            title: row.required(1)?.to_owned(),
            note: row.optional(2).map(str::to_owned),
        })
    }
}

impl Statement {
    pub(crate) fn of(row: &Row<'_>) -> Result<Self, DataError> {
        let basis = row.basis(7)?;
        Ok(Self {
            organisation: row.id(0, OrganisationId::new)?,
            proposition: proposition(row)?,
            validity: Validity::of(row, 5, 6)?,
            origin: row.origin(8, &basis)?,
            basis,
            note: row.optional(9).map(str::to_owned),
        })
    }
}

fn proposition(row: &Row<'_>) -> Result<Proposition, DataError> {
    let property = row.word(1, Property::WORDS)?;
    let value = row.required(2)?;
    let organisation = || row.id(2, OrganisationId::new);
    Ok(match property {
        Property::Name => {
            let (used, form) = row.word(4, NAME_DETAILS)?;
            let language = row.required(3)?.to_owned();
            Proposition::Name { text: value.to_owned(), language, used, form }
        }
        Property::Founded => {
            Proposition::Founded { on: row.date(2, value)?, how: row.cell(4).to_owned() }
        }
        Property::Predecessor => Proposition::Predecessor(value.to_owned()),
        Property::Merger => Proposition::Merger(value.to_owned()),
        Property::SplitFrom => Proposition::SplitFrom(organisation()?),
        Property::AffiliateOf => Proposition::AffiliateOf(organisation()?),
        Property::Area => Proposition::Area(value.to_owned()),
        Property::Core => Proposition::Core(value.to_owned()),
        Property::DesignatedBy => Proposition::DesignatedBy(
            value
                .split(' ')
                .map(|text| {
                    JurisdictionCode::new(text).ok_or_else(|| {
                        let known = "codes of two capital letters, with spaces between".to_owned();
                        row.error(2, DataProblem::Word { found: text.to_owned(), known })
                    })
                })
                .collect::<Result<_, _>>()?,
        ),
        Property::ListedAs => Proposition::ListedAs(row.entry(2, value)?),
        Property::AliasOf => Proposition::AliasOf(row.entry(2, value)?),
    })
}
