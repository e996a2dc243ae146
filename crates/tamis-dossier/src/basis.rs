//! Where a statement is known from, and where its source has it from.

use tamis_model::PartialDate;

use crate::data_error::DataError;
use crate::id::SourceId;
use crate::table::{Layout, Row};

/// What kind of document a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// A list as its publisher published it.
    OfficialList,
    /// A page or text of an authority.
    OfficialText,
    /// A law, order or decision.
    LegalAct,
    /// A news outlet.
    Press,
    /// A study, profile or data set.
    Study,
    /// An encyclopedia.
    Encyclopedia,
}

impl SourceKind {
    /// The kinds with their words.
    pub const WORDS: &[(Self, &str)] = &[
        (Self::OfficialList, "official list"),
        (Self::OfficialText, "official text"),
        (Self::LegalAct, "legal act"),
        (Self::Press, "press"),
        (Self::Study, "study"),
        (Self::Encyclopedia, "encyclopedia"),
    ];
}

/// A document that states something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// What it is.
    pub kind: SourceKind,
    /// Its title.
    pub title: String,
    /// When it was published, as far as it is known.
    pub published: Option<PartialDate>,
    /// Where it is found.
    pub address: Option<String>,
}

/// Where something is known from. What is from memory has no source: it is to be checked before anybody
/// relies on it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Basis {
    /// Seen in the source.
    Seen(SourceId),
    /// Computed from the bytes of the source.
    Computed(SourceId),
    /// From memory, to be checked.
    Memory,
}

impl Basis {
    /// The source, if there is one.
    #[must_use]
    pub fn source(&self) -> Option<&SourceId> {
        match self {
            Self::Seen(source) | Self::Computed(source) => Some(source),
            Self::Memory => None,
        }
    }

    /// What the mark says.
    #[must_use]
    pub fn words(&self) -> &'static str {
        match self {
            Self::Seen(_) => "seen",
            Self::Computed(_) => "computed",
            Self::Memory => "from memory, to be checked",
        }
    }
}

/// Where the source has a statement from: the end of the chain of reports, as far as it is followed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Origin {
    /// The source is the origin: an act, an official list, an own account.
    Itself,
    /// Somebody whom the source names.
    Named(String),
    /// Somebody whom the source does not name.
    Anonymous(String),
    /// The source says so and attributes it to nobody.
    Unattributed,
    /// It was not looked up where the source has it from.
    NotTraced,
}

impl Origin {
    /// What it is called.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Itself => "the source itself".to_owned(),
            Self::Named(who) => format!("attributed to {who}"),
            Self::Anonymous(who) => format!("attributed to {who}, not named"),
            Self::Unattributed => "unattributed".to_owned(),
            Self::NotTraced => "not traced".to_owned(),
        }
    }
}

pub(crate) const SOURCES: Layout =
    Layout { file: "sources.tsv", columns: &["id", "kind", "title", "published", "address"] };

impl Source {
    pub(crate) fn of(row: &Row<'_>) -> Result<Self, DataError> {
        Ok(Self {
            id: row.id(0, SourceId::new)?,
            kind: row.word(1, SourceKind::WORDS)?,
            title: row.required(2)?.to_owned(),
            published: row.optional(3).map(|text| row.date(3, text)).transpose()?,
            address: row.optional(4).map(str::to_owned),
        })
    }
}
