//! One listed person, organisation, ship, aircraft or other thing, with all that the list says.

use crate::date::{CivilDate, DateStatement};
use crate::id::{EntryId, ListId};
use crate::identifier::Identifier;
use crate::name::ListedName;
use crate::party::PartyKind;
use crate::place::{Address, Country, Place};

/// Sex as a document or list states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sex {
    /// Male.
    Male,
    /// Female.
    Female,
    /// Stated as neither, or as unspecified.
    Unspecified,
}

/// Which parent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ParentRole {
    /// Father.
    Father,
    /// Mother.
    Mother,
}

/// The name of a parent: an identifier in Iraqi, Syrian and Maghrebi papers.
/// It is compared with the other side's own statement and never leads to another person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParentStatement {
    /// Father or mother.
    pub role: ParentRole,
    /// The name as stated.
    pub name: String,
}

/// An act on which a listing, or one name of it, rests.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LegalBasis {
    /// Number and title: `1210/2003 (OJ L169)`, `EO13224` …
    pub title: String,
    /// Kind of act in the source's words: `regulation`, `amendment` …
    pub kind: Option<String>,
    /// Body that made the act: `commission`, `council` …
    pub authority: Option<String>,
    /// Programme or regime that it belongs to.
    pub programme: Option<String>,
    /// Day of publication.
    pub published: Option<CivilDate>,
    /// Day of entry into force.
    pub in_force: Option<CivilDate>,
    /// Address of the text.
    pub url: Option<String>,
}

/// A reference of another list inside this record ("UN Ref QDi.001").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListReference {
    /// The other list.
    pub list: ListId,
    /// Its reference, as written.
    pub reference: String,
    /// Element, attribute or column where it stands.
    pub origin: String,
}

/// Text that is kept as it is: comments, remarks, positions, statements of reasons …
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Element, attribute or column.
    pub field: String,
    /// The text.
    pub text: String,
}

/// One entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// `list:reference`.
    pub id: EntryId,
    /// Kind.
    pub kind: PartyKind,
    /// Other keys of the same record inside the same list (`DATAID`, `logicalId`, old references).
    pub other_keys: Vec<Note>,
    /// All names; the first `Primary` is the heading.
    pub names: Vec<ListedName>,
    /// Birth dates (for persons) as stated for the entry as a whole.
    pub births: Vec<DateStatement>,
    /// Birthplaces.
    pub birthplaces: Vec<Place>,
    /// Nationalities and citizenships.
    pub nationalities: Vec<Country>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Parents' names where the list gives them in a field of their own.
    pub parents: Vec<ParentStatement>,
    /// Identity numbers.
    pub identifiers: Vec<Identifier>,
    /// Addresses.
    pub addresses: Vec<Address>,
    /// Titles and honorifics.
    pub titles: Vec<String>,
    /// Offices and functions.
    pub positions: Vec<String>,
    /// Programmes or regimes.
    pub programmes: Vec<String>,
    /// Acts.
    pub legal_bases: Vec<LegalBasis>,
    /// Day of listing.
    pub listed_on: Option<CivilDate>,
    /// Days of change, as far as the list tells them.
    pub changed_on: Vec<CivilDate>,
    /// References to other lists.
    pub references: Vec<ListReference>,
    /// Everything else that is text.
    pub notes: Vec<Note>,
}

impl Entry {
    /// An entry with its id and kind; all else empty.
    #[must_use]
    pub fn new(id: EntryId, kind: PartyKind) -> Self {
        Self {
            id,
            kind,
            other_keys: Vec::new(),
            names: Vec::new(),
            births: Vec::new(),
            birthplaces: Vec::new(),
            nationalities: Vec::new(),
            sex: None,
            parents: Vec::new(),
            identifiers: Vec::new(),
            addresses: Vec::new(),
            titles: Vec::new(),
            positions: Vec::new(),
            programmes: Vec::new(),
            legal_bases: Vec::new(),
            listed_on: None,
            changed_on: Vec::new(),
            references: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// The heading of the entry: its primary name, else its first name, else its reference.
    #[must_use]
    pub fn heading(&self) -> &str {
        self.names
            .iter()
            .find(|name| name.grade == crate::NameGrade::Primary)
            .or_else(|| self.names.first())
            .map_or(&*self.id.reference, |name| name.text.as_str())
    }

    /// Adds a note unless its text is blank.
    pub fn push_note(&mut self, field: impl Into<String>, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            self.notes.push(Note { field: field.into(), text: text.to_owned() });
        }
    }
}
