//! Evidence: the typed reasons for a hit. The score is computed from these items and nothing else,
//! and the explanation shows the same values.

use std::ops::Range;

use crate::entry::ParentRole;
use crate::name::NameGrade;
use crate::score::Weight;
use crate::screening::HitClass;

/// One item of evidence: what was found, and its weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// What was found.
    pub finding: Finding,
    /// What it adds to or takes from the sum.
    pub weight: Weight,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// The pair of names that counts: the best one. Weight 0; its parts carry the weight.
    NamePair(NamePair),
    /// One part of the best pair, met or unmet.
    Part(PartFinding),
    /// No part of any name meets a part of the other side's. Weight at most 0.
    NamesDiffer,
    /// No name of one side can be screened alone: titles, initials or marks only. Weight at most 0.
    NotScreenableAlone,
    /// The parts stand in another order. Weight at most 0.
    Order(OrderRelation),
    /// All parts of both names agree: lifts the sum to the threshold and never beyond it.
    AllPartsAgree,
    /// All parts of the shorter name stand in the longer one: lifts the sum as far as the rule goes.
    ShorterNameContained,
    /// All parts agree but a name of origin each, nisba or tribe, of which one person may bear both: lifts the sum
    /// as far as the rule goes.
    AllButOrigin,
    /// Another pair of names of the same two records, shown with weight 0.
    OtherName(NamePair),
    /// Birth dates: the best compatible pair, then conflicts that are shown too.
    BirthDate(DateFinding),
    /// Identifiers.
    Identifier(IdentifierFinding),
    /// Nationality, birthplace or sex. An agreement has weight 0, always.
    Attribute(AttributeFinding),
    /// A parent's name, stated on both sides.
    Parent(ParentFinding),
    /// A ceiling that binds: it takes away what goes beyond it. Weight at most 0.
    Ceiling(Ceiling),
    /// The class of the hit and the rule that gave it. Weight 0.
    Class(HitClass, ClassRule),
}

/// Two whole names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamePair {
    /// Index of the party's name.
    pub party_name: usize,
    /// Index of the entry's name.
    pub entry_name: usize,
    /// The party's name as given.
    pub party_text: String,
    /// The entry's name as listed.
    pub entry_text: String,
    /// The list's grade of that name.
    pub grade: NameGrade,
    /// What the two names add up to by themselves.
    pub names_alone: Weight,
}

/// Which side of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AlignmentSide {
    /// The party's.
    Party,
    /// The entry's.
    Entry,
}

/// Words of a compared name that are not compared as names are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotedWord {
    /// Whose name.
    pub side: AlignmentSide,
    /// The words as written.
    pub words: String,
    /// Why.
    pub reason: NotedReason,
}

/// Why words of a name are not compared as names are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NotedReason {
    /// Titles never lower a score and never make a hit.
    Title,
    /// "Son of", "daughter of".
    Descent,
    /// De, van, von, the.
    Particle,
    /// Jr, Sr, III.
    Generation,
    /// A legal form or kind of organisation: it tells nobody apart.
    OrganisationType,
    /// A word that tells little, in a name that is read as a person's.
    Weak,
    /// A single letter in the name of a thing.
    Initial,
    /// The initials of the words beside it: Zarvan Industrial Group (ZIG).
    Acronym,
    /// Stands for no name: FNU, unknown.
    Placeholder,
    /// No table romanises the script: the word is compared by its own letters, with words of the same script alone.
    ScriptWithoutTable,
    /// A sentence, an address: compared by the words it has.
    HardlyAName,
}

/// One part of a name as it takes part in an alignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlignedPart {
    /// Its place among the parts of its name, from 0.
    pub index: usize,
    /// Bytes of the whole name that it covers.
    pub span: Range<usize>,
    /// As written.
    pub text: String,
    /// As compared across scripts: romanised and folded.
    pub romanised: String,
    /// What it is in the name.
    pub role: PartRole,
}

/// What a part is in its name, as far as the comparison needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartRole {
    /// The bearer's own name: the first informative part.
    OwnName,
    /// Any other informative part.
    Further,
    /// A title or honorific.
    Title,
    /// A particle: al, bin, de, von …
    Particle,
    /// A single letter.
    Initial,
    /// A legal form or kind of organisation.
    OrganisationType,
    /// A number.
    Number,
    /// A word that tells little.
    Weak,
}

/// How two parts meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PartRelation {
    /// The same letters after folding.
    Equal,
    /// Known variants of one name.
    Variant,
    /// The same consonants after transliteration, across scripts or romanisations.
    Transliteration,
    /// A few letters differ.
    Edit,
    /// An initial and a part that begins with it.
    Initial,
    /// One word on one side is two on the other.
    JoinedOrSplit,
    /// The initials of several parts, and those parts: IRGC and its words.
    Acronym,
    /// The entry's part is a strict beginning of the party's or the other way, at a field limit.
    Truncated,
    /// Stands on the party's side alone.
    MissingInEntry,
    /// Stands on the entry's side alone.
    MissingInParty,
    /// Both sides have a part there, and they are different names.
    Contradicted,
}

/// One part of the best pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartFinding {
    /// How they meet.
    pub relation: PartRelation,
    /// The party's part or joined parts.
    pub party: Vec<AlignedPart>,
    /// The entry's part or joined parts.
    pub entry: Vec<AlignedPart>,
    /// How many of a million bearers of names bear this part (0: fewer than one, or not known).
    pub bearers_per_million: u32,
    /// Letters that differ, where edits were counted.
    pub edits: u8,
}

/// How the order of aligned parts differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OrderRelation {
    /// The same order.
    Same,
    /// The last block stands first.
    FamilyFirst,
    /// Two parts are swapped and nothing else is there.
    Swapped,
    /// Any other order.
    Permuted,
}

/// How two birth dates relate, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DateRelation {
    /// The same day.
    SameDay,
    /// Compatible at the coarser precision.
    Compatible,
    /// Day and month swapped.
    Swapped,
    /// The same day and month of another year.
    SameDayOtherYear,
    /// Another day of the same year.
    SameYear,
    /// Within the tolerance of the coarser date.
    WithinTolerance,
    /// One digit differs, or off by a calendar's conversion.
    Near,
    /// Incompatible.
    Conflict,
}

/// Two birth dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateFinding {
    /// How they relate.
    pub relation: DateRelation,
    /// The party's, as written; with what it was read as behind [`Self::HIJRI`] where its calendar is a guess.
    pub party: String,
    /// The entry's, likewise.
    pub entry: String,
    /// Whether the entry states it for the alias that counts.
    pub of_alias: bool,
}

impl DateFinding {
    /// What stands between a date and its readings in ours, where its calendar is a guess: "1349-02-13 (Hijri:
    /// [1930-07-09..1930-07-11] or [1970-05-02..1970-05-04])".
    pub const HIJRI: &'static str = " (Hijri: ";
}

/// How two identifiers relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum IdentifierRelation {
    /// The same number of a strong kind, issuers equal or one not told.
    EqualStrong,
    /// The same number of another kind, or of kinds that differ.
    EqualOther,
    /// One character differs.
    OneCharacterOff,
    /// The same kind and issuer with another number.
    Different,
}

/// Two identifiers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdentifierFinding {
    /// How they relate.
    pub relation: IdentifierRelation,
    /// The party's, kind and number as written.
    pub party: String,
    /// The entry's, kind and number as written.
    pub entry: String,
}

/// Which attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Attribute {
    /// Nationality.
    Nationality,
    /// Birthplace.
    Birthplace,
    /// Sex.
    Sex,
}

/// An attribute that tells records apart and never adds anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttributeFinding {
    /// Which.
    pub attribute: Attribute,
    /// Agreement or conflict.
    pub agreement: Agreement,
    /// The party's value.
    pub party: String,
    /// The entry's value.
    pub entry: String,
}

/// The name of a parent on both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParentFinding {
    /// Which parent.
    pub role: ParentRole,
    /// Agreement or conflict.
    pub agreement: Agreement,
    /// The party's statement.
    pub party: String,
    /// The entry's own statement.
    pub entry: String,
}

/// Agreement or conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Agreement {
    /// They agree. Of nationality, birthplace and sex: weight 0.
    Agrees,
    /// They differ: orders hits, hides none.
    Conflicts,
}

/// A ceiling that can bind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ceiling {
    /// All attributes together add at most so much.
    Attributes,
    /// Names below the floor are not lifted by attributes.
    NamesBelowFloor,
    /// A name that is weak alone does not reach the threshold under this policy.
    WeakName,
    /// The own name is missing or different: below the threshold on name alone.
    OwnName,
    /// Two fathers face each other and differ: below the threshold on name alone.
    FatherDiffers,
    /// The one is called the elder, the other the younger, or the second and the third: below the threshold on name alone.
    GenerationDiffers,
    /// Dates conflict where the names alone are not enough to stand in spite of that.
    DateConflict,
    /// Names of organisations, ships or aircraft have other distinctive words, places or numbers.
    OtherThing,
}

/// The rule of the policy table that gave a hit its class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ClassRule {
    /// An identifier of a strong kind is equal.
    IdentifierEqual,
    /// Full name and a date that agrees to the day.
    FullNameSameDay,
    /// Full name, date silent or compatible by year.
    FullName,
    /// Part of the name, a common name, or a soft conflict.
    PartialName,
    /// One-part name equal to a complete one-part primary, strong or unrated name.
    OnePartName,
    /// Full name, dates in conflict.
    DateConflict,
    /// A weak alias, a kunya or nisba alone, a title.
    WeakAlias,
}
