//! What differs between two states of one entry, field by field. The order of values and the element
//! that a name stood in are no difference.

use tamis_model::{
    Address, CivilDate, Country, DateStatement, Entry, Identifier, LegalBasis, ListReference,
    ListedName, Note, ParentStatement, PartyKind, Place, Sex,
};

/// A field of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntryField {
    /// The official reference.
    Reference,
    /// The kind.
    Kind,
    /// Names with their grades.
    Names,
    /// Birth dates.
    Births,
    /// Birthplaces.
    Birthplaces,
    /// Nationalities.
    Nationalities,
    /// Sex.
    Sex,
    /// Parents.
    Parents,
    /// Identity numbers.
    Identifiers,
    /// Addresses.
    Addresses,
    /// Titles.
    Titles,
    /// Positions.
    Positions,
    /// Programmes.
    Programmes,
    /// Acts.
    LegalBases,
    /// Day of listing.
    ListedOn,
    /// Days of change.
    ChangedOn,
    /// Other keys.
    OtherKeys,
    /// References to other lists.
    References,
    /// Notes.
    Notes,
}

impl EntryField {
    /// The words for people.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Reference => "reference",
            Self::Kind => "kind",
            Self::Names => "name",
            Self::Births => "birth date",
            Self::Birthplaces => "birthplace",
            Self::Nationalities => "nationality",
            Self::Sex => "sex",
            Self::Parents => "parent",
            Self::Identifiers => "number",
            Self::Addresses => "address",
            Self::Titles => "title",
            Self::Positions => "position",
            Self::Programmes => "programme",
            Self::LegalBases => "legal basis",
            Self::ListedOn => "listed on",
            Self::ChangedOn => "changed on",
            Self::OtherKeys => "other key",
            Self::References => "also listed as",
            Self::Notes => "note",
        }
    }
}

/// One value of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldValue<'a> {
    /// Text as it stands.
    Text(&'a str),
    /// A kind.
    Kind(PartyKind),
    /// A name.
    Name(&'a ListedName),
    /// A date as stated.
    Date(&'a DateStatement),
    /// A place.
    Place(&'a Place),
    /// A country.
    Country(&'a Country),
    /// A sex.
    Sex(Sex),
    /// A parent.
    Parent(&'a ParentStatement),
    /// An identity number.
    Identifier(&'a Identifier),
    /// An address.
    Address(&'a Address),
    /// An act.
    LegalBasis(&'a LegalBasis),
    /// A day.
    Day(CivilDate),
    /// A text with the field that it stands in: a note or a key.
    Note(&'a Note),
    /// A reference to another list.
    Reference(&'a ListReference),
}

/// What differs in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange<'a> {
    /// Which.
    pub field: EntryField,
    /// Values that it has no longer, in their order.
    pub gone: Vec<FieldValue<'a>>,
    /// Values that it has now, in their order.
    pub come: Vec<FieldValue<'a>>,
}

/// The differences of two states of an entry, in the order of [`EntryField`].
pub(super) fn changes<'a>(before: &'a Entry, after: &'a Entry) -> Vec<FieldChange<'a>> {
    let mut found = Found { before, after, changes: Vec::new() };
    let reference = |entry: &'a Entry| std::slice::from_ref(&entry.id.reference);
    found.look(EntryField::Reference, reference, |text| FieldValue::Text(text));
    found.look(
        EntryField::Kind,
        |entry| std::slice::from_ref(&entry.kind),
        |kind| FieldValue::Kind(*kind),
    );
    found.look_by(EntryField::Names, |entry| &entry.names, same_name, FieldValue::Name);
    found.look(EntryField::Births, |entry| &entry.births, FieldValue::Date);
    found.look(EntryField::Birthplaces, |entry| &entry.birthplaces, FieldValue::Place);
    found.look(EntryField::Nationalities, |entry| &entry.nationalities, FieldValue::Country);
    found.look(EntryField::Sex, |entry| entry.sex.as_slice(), |sex| FieldValue::Sex(*sex));
    found.look(EntryField::Parents, |entry| &entry.parents, FieldValue::Parent);
    found.look(EntryField::Identifiers, |entry| &entry.identifiers, FieldValue::Identifier);
    found.look(EntryField::Addresses, |entry| &entry.addresses, FieldValue::Address);
    found.look(EntryField::Titles, |entry| &entry.titles, |text| FieldValue::Text(text));
    found.look(EntryField::Positions, |entry| &entry.positions, |text| FieldValue::Text(text));
    found.look(EntryField::Programmes, |entry| &entry.programmes, |text| FieldValue::Text(text));
    found.look(EntryField::LegalBases, |entry| &entry.legal_bases, FieldValue::LegalBasis);
    found.look(
        EntryField::ListedOn,
        |entry| entry.listed_on.as_slice(),
        |day| FieldValue::Day(*day),
    );
    found.look(EntryField::ChangedOn, |entry| &entry.changed_on, |day| FieldValue::Day(*day));
    found.look(EntryField::OtherKeys, |entry| &entry.other_keys, FieldValue::Note);
    found.look(EntryField::References, |entry| &entry.references, FieldValue::Reference);
    found.look(EntryField::Notes, |entry| &entry.notes, FieldValue::Note);
    found.changes
}

/// The same name, wherever in the record it stands.
fn same_name(one: &ListedName, other: &ListedName) -> bool {
    one.text == other.text
        && one.grade == other.grade
        && one.grade_as_written == other.grade_as_written
        && one.language == other.language
        && one.fields == other.fields
        && one.births == other.births
        && one.birthplaces == other.birthplaces
        && one.note == other.note
        && one.legal_basis == other.legal_basis
}

struct Found<'a> {
    before: &'a Entry,
    after: &'a Entry,
    changes: Vec<FieldChange<'a>>,
}

impl<'a> Found<'a> {
    fn look<T: PartialEq + 'a>(
        &mut self,
        field: EntryField,
        values: impl Fn(&'a Entry) -> &'a [T],
        told: impl Fn(&'a T) -> FieldValue<'a>,
    ) {
        self.look_by(field, values, PartialEq::eq, told);
    }

    fn look_by<T: 'a>(
        &mut self,
        field: EntryField,
        values: impl Fn(&'a Entry) -> &'a [T],
        same: impl Fn(&T, &T) -> bool,
        told: impl Fn(&'a T) -> FieldValue<'a>,
    ) {
        let (before, after) = (values(self.before), values(self.after));
        let in_order = before.len() == after.len()
            && before.iter().zip(after).all(|(one, other)| same(one, other));
        if in_order {
            return;
        }
        let gone: Vec<FieldValue<'a>> = without(before, after, &same).map(&told).collect();
        let come: Vec<FieldValue<'a>> = without(after, before, &same).map(&told).collect();
        if !gone.is_empty() || !come.is_empty() {
            self.changes.push(FieldChange { field, gone, come });
        }
    }
}

/// The values that the other side has not, each as often as it has it more.
fn without<'a, T>(
    values: &'a [T],
    others: &'a [T],
    same: &impl Fn(&T, &T) -> bool,
) -> impl Iterator<Item = &'a T> {
    let mut taken = vec![false; others.len()];
    values.iter().filter(move |value| {
        let other =
            others.iter().zip(&mut taken).find(|(other, taken)| !**taken && same(value, other));
        match other {
            Some((_, taken)) => {
                *taken = true;
                false
            }
            None => true,
        }
    })
}
