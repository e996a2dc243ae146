//! What a mapping file says: of which list it is, how its records lie in the file, and what becomes of each column
//! or path. Values only; [`parse`] makes them, [`super::fill`] uses them.

mod block;
mod field;
mod layout;
mod parse;
mod words;

use tamis_model::{CivilDate, IdentifierKind, ListId, NameGrade, ParentRole, PartyKind, Sex};

pub use parse::{is_one, parse};

/// How far a mapping can be trusted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It has read a real file whole.
    Verified {
        /// Which file, of which day.
        against: String,
    },
    /// It has never met a real file.
    Unverified {
        /// What it rests on.
        rests_on: String,
    },
    /// Its user's own.
    Own,
}

/// A mapping file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// The id of the list.
    pub list: ListId,
    /// What it is, for people.
    pub title: String,
    /// Who publishes it.
    pub publisher: String,
    /// Whose law it is: an ISO 3166 code, `EU`, `UN`; blank for one's own.
    pub jurisdiction: String,
    /// How far it can be trusted.
    pub state: State,
    /// The day of a table that ships; else the file tells it, or the importer.
    pub published: Option<CivilDate>,
    /// How the records lie in the file.
    pub layout: Layout,
    /// What becomes of each column or path.
    pub fields: Vec<Field>,
    /// Records that are refused by what they say.
    pub refused: Vec<RefusedRecords>,
    /// What a second record of one reference is.
    pub same_reference: SameReference,
    /// Words that stand for no value, in small letters.
    pub nothing: Vec<String>,
    /// Words for months that the common table lacks, in small letters.
    pub months: Vec<(String, u8)>,
    /// Words for countries that the common table lacks, in small letters, with the code.
    pub countries: Vec<(String, String)>,
}

impl Mapping {
    /// The fields without which a file is not this list.
    pub(super) fn required(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| field.required)
    }

    /// All places that it names: of values, of their grades, and of records that are refused.
    pub(super) fn places(&self) -> impl Iterator<Item = &Place> {
        let of_values = self.fields.iter().flat_map(|field| &field.at);
        let of_grades = self.fields.iter().filter_map(|field| match &field.becomes {
            Becomes::Name { grade, .. } => grade.told.as_ref().map(|(place, _)| place),
            _ => None,
        });
        of_values.chain(of_grades).chain(self.refused.iter().map(|refused| &refused.at))
    }
}

/// What a second record of one reference is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SameReference {
    /// Refused, unless it says the same.
    Refused,
    /// More of the same entry: a row a name.
    Merged,
}

/// Which sheets of a workbook are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sheets {
    /// The first visible one.
    First,
    /// All.
    All,
    /// Those with these names.
    Named(Vec<String>),
}

/// How the records lie in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Layout {
    /// Separated values or a workbook: told by the bytes.
    Table {
        /// Which sheets, where there are sheets.
        sheets: Sheets,
    },
    /// XML: a record is an element.
    Xml {
        /// Its path from the root: `feed.entry`.
        record: String,
        /// A text that the head of the file holds.
        holds: Option<String>,
        /// Path of the day of publication.
        published: Option<String>,
    },
    /// JSON: a record is an object of an array.
    Json {
        /// Path of the array; blank for the whole document.
        record: String,
        /// A text that the head of the file holds.
        holds: Option<String>,
        /// Path of the day of publication.
        published: Option<String>,
        /// Arrays of objects that tell in a key what they are: array, key.
        keyed: Vec<(String, String)>,
    },
    /// Lines of text.
    Text {
        /// The shapes of a record, the first that fits holds.
        shapes: Vec<super::text::Shape>,
        /// Lines that begin a section.
        sections: Vec<String>,
        /// Characters that are taken off both ends of a record.
        strip: Vec<char>,
        /// What stands at the end of a record, where the list ends each with something: `;`.
        ends: Option<String>,
        /// A text that the head of the file holds.
        holds: Option<String>,
    },
}

impl Layout {
    /// What kind of file it is, for people.
    #[must_use]
    pub const fn words(&self) -> &'static str {
        match self {
            Self::Table { .. } => "a table (CSV or XLSX)",
            Self::Xml { .. } => "XML",
            Self::Json { .. } => "JSON",
            Self::Text { .. } => "lines of text",
        }
    }

    /// What a record is, where a file without any is of another layout; a table or an array may be empty.
    pub(super) fn record_place(&self) -> Option<String> {
        match self {
            Self::Table { .. } | Self::Json { .. } => None,
            Self::Xml { record, .. } => Some(format!("element `{record}`")),
            Self::Text { .. } => Some("line that begins as `line` says".to_owned()),
        }
    }
}

/// A column or path, by its names: one of them stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// As written in the mapping.
    pub written: String,
    /// Each name, white space collapsed, in small letters.
    pub(super) names: Vec<String>,
}

/// What becomes of one column or path, or of several together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Where it stands; several make one value.
    pub at: Vec<Place>,
    /// A value that stands in the mapping instead.
    pub constant: Option<String>,
    /// What it becomes.
    pub becomes: Becomes,
    /// Whether the file is refused without it.
    pub required: bool,
    /// Between the values of several places.
    pub join: String,
    /// Texts between the values of one cell.
    pub split: Vec<String>,
    /// Characters that are taken off both ends of a value.
    pub strip: Vec<char>,
}

/// Words of the list and what they mean; compared in small letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words<T>(pub(super) Vec<(String, T)>);

impl<T: Copy> Words<T> {
    /// What a word means.
    #[must_use]
    pub fn get(&self, word: &str) -> Option<T> {
        let word = super::cells::key(word);
        self.0.iter().find(|(known, _)| *known == word).map(|(_, meaning)| *meaning)
    }
}

/// A part of a name, where the list divides it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NamePart {
    /// Given name.
    Given,
    /// Middle name.
    Middle,
    /// Patronymic.
    Patronymic,
    /// Family name.
    Family,
}

/// A part of a date, place or address that stands in a cell of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Year.
    Year,
    /// Month.
    Month,
    /// Day.
    Day,
    /// Street and number.
    Street,
    /// Town.
    Locality,
    /// Region.
    Region,
    /// Country.
    Country,
    /// Postal code.
    PostCode,
}

/// How numbers of a date that could be day or month are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// Both readings are kept.
    Either,
    /// Day before month.
    DayFirst,
    /// Month before day.
    MonthFirst,
    /// Days of the lunar Hijri calendar.
    Hijri,
}

/// How names stand in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// One name.
    Plain,
    /// As lists write: scripts side by side, other names in parentheses, inverted by a comma.
    Parted,
    /// Inverted where there is a comma.
    Inverted,
}

/// The grade of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graded {
    /// Where no other place tells it.
    pub otherwise: NameGrade,
    /// The place that tells it, and its words.
    pub told: Option<(Place, Words<NameGrade>)>,
}

/// What a value becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Becomes {
    /// The reference of the entry.
    Reference {
        /// Only the number at its beginning: `161` of `161a`.
        leading_number: bool,
    },
    /// The kind of the entry.
    Kind {
        /// By the words of the place.
        words: Words<PartyKind>,
        /// Where the place says anything at all.
        present: Option<PartyKind>,
    },
    /// A name.
    Name {
        /// Its grade.
        grade: Graded,
        /// How it is written.
        written: Written,
        /// Its language.
        language: Option<String>,
        /// What each of several places is.
        parts: Vec<NamePart>,
    },
    /// A birth date.
    Birth {
        /// How it is read.
        order: DateOrder,
        /// What each of several places is.
        parts: Vec<Part>,
    },
    /// A birthplace.
    Birthplace(Vec<Part>),
    /// A nationality.
    Nationality,
    /// The sex.
    Sex(Words<Sex>),
    /// A parent.
    Parent(ParentRole),
    /// A number.
    Identifier(IdentifierKind),
    /// An address.
    Address(Vec<Part>),
    /// A title.
    Title,
    /// An office.
    Office,
    /// A programme.
    Programme,
    /// An act.
    LegalBasis,
    /// The day of listing.
    Listed(DateOrder),
    /// A day of change.
    Changed(DateOrder),
    /// Another key of the record.
    OtherKey,
    /// A reference of the UN.
    UnReference,
    /// A note.
    Note,
    /// Left out, for this reason.
    Dropped(String),
}

/// Records that are refused by what a place says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedRecords {
    /// The place.
    pub at: Place,
    /// Its values.
    pub values: Words<()>,
    /// Why.
    pub reason: String,
}
