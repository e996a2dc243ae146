//! A value → the names in it.

use tamis_model::{DiagnosticKind, Entry, ListedName, NameFields, NameGrade, PartyKind};

use super::{Filler, Value};
use crate::mapped::cells::Record;
use crate::mapped::mapping::{Becomes, Field, NamePart, Written};
use crate::name_text::{uninverted, unquoted};
use crate::pieces::{Shape, divide};
use crate::xml::collapse;

impl Filler<'_> {
    /// Adds the names of a value.
    pub(super) fn name(
        &mut self,
        record: &Record,
        field: &Field,
        value: &Value<'_>,
        entry: &mut Entry,
    ) {
        let Becomes::Name { grade, written: way, language, parts } = &field.becomes else { return };
        let source = collapse(&value.text);
        let mut own = grade.otherwise;
        let mut as_written = None;
        if let Some((place, words)) = &grade.told
            && let Some(word) = record.beside(place, value.own)
        {
            match words.get(word) {
                Some(told) => own = told,
                None => {
                    let detail = "a grade that the mapping does not know; read as its default";
                    let kind = DiagnosticKind::UnknownValue;
                    self.tell(record, kind, &place.written, word, detail);
                }
            }
            as_written = Some(collapse(word));
        }
        let person = entry.kind == PartyKind::Person;
        let texts: Vec<(String, NameGrade)> = match way {
            Written::Plain => vec![(unquoted(&source).to_owned(), own)],
            Written::Inverted => vec![(uninverted(&source).unwrap_or_else(|| source.clone()), own)],
            Written::Parted => {
                let division = divide(&source, person, entry.heading());
                let pieces = division.pieces.into_iter().enumerate();
                pieces
                    .map(|(at, piece)| {
                        let grade = match piece.shape {
                            Shape::Original => NameGrade::OriginalScript,
                            Shape::Plain if at > 0 && own == NameGrade::Primary => {
                                NameGrade::PrimaryVariation
                            }
                            Shape::Plain if division.former => NameGrade::Former,
                            Shape::Plain => own,
                        };
                        (piece.text, grade)
                    })
                    .collect()
            }
        };
        for (text, grade) in texts {
            if text.is_empty() || entry.names.iter().any(|name| name.text == text) {
                continue;
            }
            let mut name = ListedName::new(text, grade, value.from.clone());
            name.as_written = Some(source.clone()).filter(|source| *source != name.text);
            name.grade_as_written.clone_from(&as_written);
            name.language.clone_from(language);
            name.fields = fields(value, parts);
            entry.names.push(name);
        }
    }
}

fn fields(value: &Value<'_>, parts: &[NamePart]) -> NameFields {
    let mut fields = NameFields::default();
    for (part, text) in parts.iter().zip(&value.pieces) {
        let text = Some(collapse(text)).filter(|text| !text.is_empty());
        match part {
            NamePart::Given => fields.given = text,
            NamePart::Middle => fields.middle = text,
            NamePart::Patronymic => fields.patronymic = text,
            NamePart::Family => fields.family = text,
        }
    }
    fields
}

/// A record without a main name has its first as such; a second main name is another form of the first.
pub(super) fn one_is_primary(entry: &mut Entry) {
    let mut seen = false;
    for name in &mut entry.names {
        if name.grade == NameGrade::Primary {
            if seen {
                name.grade = NameGrade::PrimaryVariation;
            }
            seen = true;
        }
    }
}

/// Where none of an entry's records has a main name, the first name is it.
pub(in crate::mapped) fn first_is_primary(entry: &mut Entry) {
    if entry.names.iter().all(|name| name.grade != NameGrade::Primary)
        && let Some(first) = entry.names.first_mut()
    {
        first.grade = NameGrade::Primary;
    }
}
