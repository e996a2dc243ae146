//! Answers about organisations as JSON. Fields stand in the order of the declarations; a value that is not known is
//! null. `docs/OUTPUT.md` tells each field.

mod contradictions;
mod register;
mod search;

use serde::Serialize;
use tamis_dossier::dossier::DossierAnswer;
use tamis_dossier::lists::{ListedEntry, ListsUsed};
use tamis_dossier::mentions::Mentions;
use tamis_dossier::{
    Basis, Bound, Holding, Knowledge, Organisation, Origin, Property, Proposition, Statement,
};
use tamis_model::CivilDate;

use crate::form::SnapshotForm;

pub use contradictions::{
    AliasForm, BeforeFoundingForm, ConflictForm, ContradictionsForm, EntryNamesForm, FlagForm,
};
pub use register::{
    ActFactForm, ActForm, ClaimForm, JurisdictionForm, RegimeFactForm, RegisterForm,
};
pub use search::{EntryMetForm, FoundForm, ReachedForm, SearchForm, StaysItselfForm, ThroughForm};

/// An organisation.
#[derive(Debug, Serialize)]
pub struct OrganisationForm<'a> {
    /// Its id.
    pub id: &'a str,
    /// How its dossier is headed.
    pub title: &'a str,
}

impl<'a> From<&'a Organisation> for OrganisationForm<'a> {
    fn from(one: &'a Organisation) -> Self {
        Self { id: one.id.as_str(), title: &one.title }
    }
}

/// Where something is known from.
#[derive(Debug, Serialize)]
pub struct BasisForm<'a> {
    /// `seen`, `computed` or `memory`.
    pub mark: &'static str,
    /// The source; null for what is from memory.
    pub source: Option<&'a str>,
    /// Its title.
    pub title: Option<&'a str>,
    /// When it was published.
    pub published: Option<String>,
    /// Where it is found.
    pub address: Option<&'a str>,
}

impl<'a> BasisForm<'a> {
    pub(super) fn of(knowledge: &'a Knowledge, basis: &'a Basis) -> Self {
        let source = basis.source();
        let told = source.and_then(|id| knowledge.source(id));
        Self {
            mark: match basis {
                Basis::Seen(_) => "seen",
                Basis::Computed(_) => "computed",
                Basis::Memory => "memory",
            },
            source: source.map(tamis_dossier::SourceId::as_str),
            title: told.map(|source| source.title.as_str()),
            published: told.and_then(|source| Some(source.published?.to_string())),
            address: told.and_then(|source| source.address.as_deref()),
        }
    }
}

/// A statement.
#[derive(Debug, Serialize)]
pub struct StatementForm<'a> {
    /// The organisation.
    pub organisation: &'a str,
    /// The kind of statement, as in the table.
    pub property: &'static str,
    /// What it says.
    pub value: String,
    /// The language of a name.
    pub language: Option<&'a str>,
    /// Who uses a name: `own`, `listed`, `others`.
    pub used: Option<&'static str>,
    /// The first day, in the Extended Date/Time Format; null where it is not told.
    pub from: Option<String>,
    /// The last day; `..` where it is open, null where it is not told.
    pub to: Option<String>,
    /// Whether it held on the day: `held`, `perhaps`, `not_yet`, `no_longer`; null without a day.
    pub holding: Option<&'static str>,
    /// Where it is known from.
    pub basis: BasisForm<'a>,
    /// Where the source has it from: `itself`, `named`, `anonymous`, `unattributed`, `not_traced`.
    pub origin: &'static str,
    /// To whom the source attributes it.
    pub attributed_to: Option<&'a str>,
    /// What else is to be said.
    pub note: Option<&'a str>,
}

impl<'a> StatementForm<'a> {
    pub(super) fn of(knowledge: &'a Knowledge, one: &'a Statement, day: Option<CivilDate>) -> Self {
        let (language, used) = match &one.proposition {
            Proposition::Name { language, used, .. } => {
                (Some(language.as_str()), code(tamis_dossier::NameUse::WORDS, used))
            }
            _ => (None, None),
        };
        let bound = |bound| match bound {
            Bound::On(date) => Some(date.to_string()),
            Bound::Open => Some("..".to_owned()),
            Bound::NotTold => None,
        };
        let (origin, attributed_to) = match &one.origin {
            Origin::Itself => ("itself", None),
            Origin::Named(who) => ("named", Some(who.as_str())),
            Origin::Anonymous(who) => ("anonymous", Some(who.as_str())),
            Origin::Unattributed => ("unattributed", None),
            Origin::NotTraced => ("not_traced", None),
        };
        Self {
            organisation: one.organisation.as_str(),
            property: code(Property::WORDS, &one.proposition.property()).unwrap_or_default(),
            value: one.proposition.words(),
            language,
            used,
            from: bound(one.validity.from),
            to: bound(one.validity.to),
            holding: day.map(|day| holding(one.validity.on(day))),
            basis: BasisForm::of(knowledge, &one.basis),
            origin,
            attributed_to,
            note: one.note.as_deref(),
        }
    }
}

/// The word of a value in a table of words.
pub(super) fn code<T: PartialEq>(words: &[(T, &'static str)], value: &T) -> Option<&'static str> {
    words.iter().find(|(one, _)| one == value).map(|(_, word)| *word)
}

pub(super) fn holding(holding: Holding) -> &'static str {
    match holding {
        Holding::Held => "held",
        Holding::Perhaps => "perhaps",
        Holding::NotYet => "not_yet",
        Holding::NoLonger => "no_longer",
    }
}

/// An entry as its list has it.
#[derive(Debug, Serialize)]
pub struct ListedForm<'a> {
    /// `list:reference`.
    pub id: String,
    /// Its heading.
    pub heading: &'a str,
    /// The day of listing, where the list states one.
    pub listed_on: Option<String>,
    /// When the snapshot was published.
    pub published: String,
}

impl<'a> From<&'a ListedEntry> for ListedForm<'a> {
    fn from(one: &'a ListedEntry) -> Self {
        Self {
            id: one.id.to_string(),
            heading: &one.heading,
            listed_on: one.listed_on.map(|day| day.to_string()),
            published: one.published.to_string(),
        }
    }
}

/// The lists that were looked into.
#[derive(Debug, Serialize)]
pub struct ListsForm<'a> {
    /// The snapshots.
    pub used: Vec<SnapshotForm<'a>>,
    /// Lists without a snapshot for the day.
    pub lacking: Vec<LackingForm<'a>>,
    /// The snapshots that are more than a year older than the day asked for.
    pub old: Vec<OldForm<'a>>,
}

/// A snapshot that is more than a year older than the day asked for.
#[derive(Debug, Serialize)]
pub struct OldForm<'a> {
    /// The list.
    pub list: &'a str,
    /// When the snapshot was published.
    pub published: String,
    /// How many days before the day asked for.
    pub age_days: u32,
}

/// A list without a snapshot for the day.
#[derive(Debug, Serialize)]
pub struct LackingForm<'a> {
    /// The list.
    pub list: &'a str,
    /// When its earliest snapshot was published.
    pub earliest: String,
}

impl<'a> From<&'a ListsUsed> for ListsForm<'a> {
    fn from(lists: &'a ListsUsed) -> Self {
        let lacking = |(list, earliest): &'a (tamis_model::ListId, CivilDate)| LackingForm {
            list: list.as_str(),
            earliest: earliest.to_string(),
        };
        Self {
            used: lists.used.iter().map(Into::into).collect(),
            lacking: lists.lacking.iter().map(lacking).collect(),
            old: lists
                .old_on_the_day()
                .map(|old| OldForm {
                    list: old.snapshot.list.as_str(),
                    published: old.snapshot.published.to_string(),
                    age_days: old.age_days,
                })
                .collect(),
        }
    }
}

/// Records that mention an entry: no matches.
#[derive(Debug, Serialize)]
pub struct MentionsForm<'a> {
    /// The list that mentions.
    pub list: &'a str,
    /// The entry that is mentioned.
    pub of: String,
    /// How many other records mention it.
    pub records: u64,
}

impl<'a> From<&'a Mentions> for MentionsForm<'a> {
    fn from(one: &'a Mentions) -> Self {
        Self { list: one.list.as_str(), of: one.of.to_string(), records: one.records }
    }
}

/// A dossier.
#[derive(Debug, Serialize)]
pub struct DossierForm<'a> {
    /// Whose it is.
    pub organisation: OrganisationForm<'a>,
    /// As of which day; null means all that is on file.
    pub as_of: Option<String>,
    /// The statements, in the order of the table.
    pub statements: Vec<StatementForm<'a>>,
    /// The entries that it leads to.
    pub entries: Vec<ReachedForm<'a>>,
    /// Entries of other lists that say that they are one of these.
    pub linked: Vec<ListedForm<'a>>,
    /// Statements that contradict each other.
    pub conflicts: Vec<ConflictForm<'a>>,
    /// Designations of before the founding.
    pub before_founding: Vec<BeforeFoundingForm<'a>>,
    /// Records that mention its entries.
    pub mentions: Vec<MentionsForm<'a>>,
    /// The lists that were looked into.
    pub lists: ListsForm<'a>,
}

impl<'a> DossierForm<'a> {
    /// Of a dossier.
    #[must_use]
    pub fn of(knowledge: &'a Knowledge, answer: &'a DossierAnswer<'a>) -> Self {
        let statement = |one: &&'a Statement| StatementForm::of(knowledge, one, answer.day);
        Self {
            organisation: answer.organisation.into(),
            as_of: answer.day.map(|day| day.to_string()),
            statements: answer.statements.iter().map(statement).collect(),
            entries: answer
                .entries
                .iter()
                .map(|one| ReachedForm::of(knowledge, one, answer.day))
                .collect(),
            linked: answer.linked.iter().map(Into::into).collect(),
            conflicts: ConflictForm::all(knowledge, &answer.conflicts),
            before_founding: BeforeFoundingForm::all(knowledge, &answer.before_founding),
            mentions: answer.mentions.iter().map(Into::into).collect(),
            lists: (&answer.lists).into(),
        }
    }
}
