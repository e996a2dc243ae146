//! A party in the making: cells go in by field, a cleaned party comes out, with all that was not used
//! and why. Shared by every format.

use std::borrow::Cow;

use tamis_model::{
    Country, DateStatement, Identifier, IdentifierKind, IgnoredValue, NameFields, NameProvenance,
    ParentRole, ParentStatement, Party, PartyId, PartyKind, PartyName, Place,
};

use super::field::PartyField;
use super::machine_readable;
use super::placeholders;
use super::words;
use crate::inert;

/// Names that one party may have. Largest real value seen: 108 names of one entry (a list, not a
/// party). A party with more is rejected as a whole.
pub const MAX_NAMES: usize = 200;

/// Identity numbers, dates and other values of one sort that one party may have; as names.
pub const MAX_VALUES: usize = 200;

const PLACEHOLDER: &str = "stands for a value that is not known";

/// An emoji, a mark by itself, characters that nobody sees.
const NO_LETTER: &str = "has no letter and no digit";

/// Collects the values of one party.
#[derive(Debug, Default)]
pub(super) struct Draft {
    party: Party,
    ignored: Vec<IgnoredValue>,
    fields: NameFields,
    birth_day: Option<String>,
    birth_month: Option<String>,
    birth_year: Option<String>,
    birth_country: Option<Country>,
    issuer: Option<Country>,
}

impl Draft {
    pub(super) fn new(kind: PartyKind) -> Self {
        Self { party: Party { kind, ..Party::default() }, ..Self::default() }
    }

    pub(super) fn ignore(&mut self, field: &str, value: &str, reason: impl Into<String>) {
        let (field, value) = (field.to_owned(), value.trim().to_owned());
        self.ignored.push(IgnoredValue { field, value, reason: reason.into() });
    }

    /// Takes a cell that may hold several values, parted by `|`, `;` or a line break where the field
    /// can have several.
    pub(super) fn put_cell(&mut self, field: PartyField, label: &str, text: &str) {
        let several = !matches!(
            field,
            PartyField::Id | PartyField::Kind | PartyField::BirthPlace | PartyField::Ignore
        );
        if several && text.contains(['|', ';', '\n']) {
            for piece in text.split(['|', ';', '\n']) {
                self.put(field, label, piece);
            }
        } else {
            self.put(field, label, text);
        }
    }

    /// Takes one value.
    pub(super) fn put(&mut self, field: PartyField, label: &str, text: &str) {
        let text = text.trim();
        if text.is_empty() || field == PartyField::Ignore {
            return;
        }
        let is_name = matches!(
            field,
            PartyField::GivenName | PartyField::MiddleName | PartyField::FamilyName
        );
        let nothing = match field {
            PartyField::Id | PartyField::Kind | PartyField::Sex => false,
            _ if is_name => placeholders::is_placeholder(text),
            _ => placeholders::is_placeholder_beside_names(text),
        };
        if nothing {
            // a dash or a question mark is written where a value is not known
            let is_written =
                text.chars().any(|sign| sign.is_alphanumeric() || sign.is_ascii_punctuation());
            return self.ignore(label, text, if is_written { PLACEHOLDER } else { NO_LETTER });
        }
        match field {
            PartyField::Id => self.party.id = Some(PartyId(text.into())),
            PartyField::Kind => match words::kind_of(text) {
                Some(kind) => self.party.kind = kind,
                None => self.ignore(label, text, "is no kind of party that is known"),
            },
            PartyField::FullName | PartyField::OtherName => {
                self.put_name(label, text, NameProvenance::SelfReport);
            }
            PartyField::NativeName => self.put_name(label, text, NameProvenance::NativeScript),
            PartyField::MachineReadableName => {
                self.put_name(label, text, NameProvenance::MachineReadableZone);
            }
            PartyField::GivenName => join(&mut self.fields.given, text),
            PartyField::MiddleName => join(&mut self.fields.middle, text),
            PartyField::Patronymic => join(&mut self.fields.patronymic, text),
            PartyField::FamilyName => join(&mut self.fields.family, text),
            PartyField::MaidenName => join(&mut self.fields.maiden, text),
            PartyField::BirthDate => self.put_birth(label, text),
            PartyField::BirthDay => self.birth_day = Some(text.to_owned()),
            PartyField::BirthMonth => self.birth_month = Some(text.to_owned()),
            PartyField::BirthYear => self.birth_year = Some(text.to_owned()),
            PartyField::BirthPlace => {
                self.put_place(Place { locality: Some(text.to_owned()), ..Place::default() });
            }
            PartyField::BirthCountry => self.birth_country = Some(country(text)),
            PartyField::Nationality => self.put_nationality(country(text)),
            PartyField::Sex => match words::sex_of(text) {
                Some(sex) => self.party.sex = Some(sex),
                None => self.ignore(label, text, "is no word for a sex that is known"),
            },
            PartyField::FatherName => self.put_parent(ParentRole::Father, text),
            PartyField::MotherName => self.put_parent(ParentRole::Mother, text),
            PartyField::Identifier(kind) => {
                self.put_identifier(Identifier::new(kind, label, text));
            }
            PartyField::Issuer => self.issuer = Some(country(text)),
            PartyField::Ignore => {}
        }
    }

    pub(super) fn put_name(&mut self, label: &str, text: &str, provenance: NameProvenance) {
        let (text, gone) = placeholders::without_unknown_parts(text);
        for word in gone {
            self.ignore(label, word, "stands for a part of the name that is not known");
        }
        if !text.chars().any(char::is_alphanumeric) {
            return;
        }
        let name = match machine_readable::read(&text) {
            Some(name) => name,
            None => PartyName { text, fields: NameFields::default(), provenance },
        };
        self.put_whole_name(name);
    }

    pub(super) fn put_whole_name(&mut self, name: PartyName) {
        if !self.party.names.contains(&name) {
            self.party.names.push(name);
        }
    }

    pub(super) fn put_birth(&mut self, label: &str, text: &str) {
        match DateStatement::read(text) {
            Ok(date) if date.readings.iter().any(placeholders::is_placeholder_date) => {
                self.ignore(label, text, PLACEHOLDER);
            }
            Ok(date) => {
                if !self.party.births.contains(&date) {
                    self.party.births.push(date);
                }
            }
            Err(_) => self.ignore(
                label,
                text,
                "is no date that can be read; write 1984-05-17, 1984-05, 1984, 1984~ or 1983..1985",
            ),
        }
    }

    pub(super) fn put_place(&mut self, place: Place) {
        if !self.party.birthplaces.contains(&place) {
            self.party.birthplaces.push(place);
        }
    }

    pub(super) fn put_nationality(&mut self, country: Country) {
        if !self.party.nationalities.contains(&country) {
            self.party.nationalities.push(country);
        }
    }

    pub(super) fn put_parent(&mut self, role: ParentRole, name: &str) {
        self.party.parents.push(ParentStatement { role, name: name.trim().to_owned() });
    }

    pub(super) fn put_identifier(&mut self, identifier: Identifier) {
        if identifier.normalised().is_empty() {
            return;
        }
        if !self.party.identifiers.contains(&identifier) {
            self.party.identifiers.push(identifier);
        }
    }

    /// The party, or why there is none.
    pub(super) fn finish(mut self) -> Result<(Party, Vec<IgnoredValue>), String> {
        self.join_birth();
        self.join_names();
        self.join_birth_country();
        if let Some(issuer) = &self.issuer {
            for identifier in &mut self.party.identifiers {
                identifier.issuer.get_or_insert_with(|| issuer.clone());
            }
        }
        let party = self.party;
        if party.names.is_empty() && party.identifiers.is_empty() {
            let is_nothing = |reason: &str| reason == PLACEHOLDER || reason == NO_LETTER;
            let why = match self.ignored.iter().find(|value| is_nothing(&value.reason)) {
                Some(value) => {
                    let beginning = beginning(&value.value);
                    format!("; `{}` {}", inert::for_terminal(&beginning), value.reason)
                }
                None => String::new(),
            };
            return Err(format!("there is no name and no identity number{why}"));
        }
        if party.names.len() > MAX_NAMES {
            return Err(format!("there are more than {MAX_NAMES} names, the limit of a party"));
        }
        let most = [party.births.len(), party.identifiers.len(), party.nationalities.len()];
        if most.iter().any(|count| *count > MAX_VALUES) {
            return Err(format!("there are more than {MAX_VALUES} values of one sort, the limit"));
        }
        Ok((party, self.ignored))
    }

    /// Day, month and year from columns of their own, where no whole date was given.
    fn join_birth(&mut self) {
        if !self.party.births.is_empty() {
            return;
        }
        let Some(year) = self.birth_year.clone() else { return };
        let (month, day) = (self.birth_month.take(), self.birth_day.take());
        let text = match (month, day) {
            (Some(month), Some(day)) => format!("{day} {month} {year}"),
            (Some(month), None) => format!("{month} {year}"),
            _ => year,
        };
        // 17 5 1984 is read as a day only with full stops between the numbers
        let numeric = text.chars().all(|c| c.is_numeric() || c == ' ');
        let text = if numeric { text.replace(' ', ".") } else { text };
        self.put_birth("birth_date", &text);
    }

    /// The fields belong to the whole name that holds them all; else they are a name of their own.
    fn join_names(&mut self) {
        let fields = std::mem::take(&mut self.fields);
        let current = [&fields.given, &fields.middle, &fields.patronymic, &fields.family];
        let words: Vec<&str> = current.into_iter().flatten().map(String::as_str).collect();
        let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
        let holds_all = |name: &&mut PartyName| {
            let text = name.text.to_lowercase();
            !lower.is_empty()
                && name.fields == NameFields::default()
                && lower.iter().all(|word| text.contains(word))
        };
        let own = self.party.names.iter_mut().find(holds_all);
        match own {
            Some(name) => name.fields = fields.clone(),
            None if !words.is_empty() => {
                let name =
                    PartyName { fields: fields.clone(), ..PartyName::whole(words.join(" ")) };
                self.put_whole_name(name);
            }
            None => {}
        }
        if let Some(maiden) = &fields.maiden {
            let given = [fields.given.as_deref(), fields.middle.as_deref(), Some(maiden.as_str())];
            let text = given.into_iter().flatten().collect::<Vec<_>>().join(" ");
            self.put_whole_name(PartyName {
                fields: NameFields { family: Some(maiden.clone()), maiden: None, ..fields.clone() },
                ..PartyName::whole(text)
            });
        }
    }

    fn join_birth_country(&mut self) {
        let Some(country) = self.birth_country.take() else { return };
        match self.party.birthplaces.first_mut() {
            Some(place) if place.country.is_none() => place.country = Some(country),
            Some(_) => {}
            None => self.put_place(Place { country: Some(country), ..Place::default() }),
        }
    }
}

/// The most letters of a value that a refusal repeats.
const LONGEST_ECHO: usize = 60;

/// A value, cut where it is long.
fn beginning(value: &str) -> Cow<'_, str> {
    match value.char_indices().nth(LONGEST_ECHO) {
        Some((end, _)) => Cow::Owned(format!("{}…", value.get(..end).unwrap_or_default())),
        None => Cow::Borrowed(value),
    }
}

/// A country by its words as the lists know them; two letters are its code, in any case.
pub(super) fn country(text: &str) -> Country {
    let text = text.trim();
    let known = tamis_lists::country::country(text);
    if known.code.is_some() || text.len() != 2 {
        return known;
    }
    let code = tamis_lists::country::country(&text.to_ascii_uppercase()).code;
    Country { code, ..known }
}

/// An identifier of a kind in words of the source.
pub(super) fn identifier(kind: IdentifierKind, words: &str, number: &str) -> Identifier {
    Identifier::new(kind, words, number.trim())
}

fn join(field: &mut Option<String>, text: &str) {
    match field {
        Some(present) => {
            present.push(' ');
            present.push_str(text);
        }
        None => *field = Some(text.to_owned()),
    }
}

#[cfg(test)]
mod tests;
