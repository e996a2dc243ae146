//! Tamis' own JSON form of a party: one object, with the field names that the answers use, and with
//! any header that a table may have.

use serde_json::{Map, Value};
use tamis_model::{
    Country, Identifier, IdentifierKind, IgnoredValue, NameFields, NameProvenance, ParentRole,
    Party, PartyKind, PartyName, Place,
};

use super::draft::{Draft, country, identifier};
use super::field::PartyField;
use super::headers;
use crate::codes::Coded as _;

/// The party of an object, or why there is none.
pub(super) fn party_of(
    object: &Map<String, Value>,
    kind: PartyKind,
) -> Result<(Party, Vec<IgnoredValue>), String> {
    let mut draft = Draft::new(kind);
    for (key, value) in object {
        for value in each(value) {
            put(&mut draft, key, value);
        }
    }
    draft.finish()
}

fn each(value: &Value) -> &[Value] {
    value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice)
}

fn put(draft: &mut Draft, key: &str, value: &Value) {
    match value {
        Value::Null => return,
        Value::Object(object) => return put_object(draft, key, object),
        _ => {}
    }
    let Some(text) = plain_text(value) else {
        return draft.ignore(key, &value.to_string(), "is no text");
    };
    match field_of(key) {
        Some(field) => draft.put(field, key, &text),
        None => draft.ignore(key, &text, "is no field of a party"),
    }
}

fn field_of(key: &str) -> Option<PartyField> {
    match key {
        "names" => Some(PartyField::FullName),
        "births" => Some(PartyField::BirthDate),
        "birthplaces" => Some(PartyField::BirthPlace),
        _ => PartyField::from_word(key)
            .filter(|field| *field != PartyField::Ignore)
            .or_else(|| headers::field_of(key)),
    }
}

fn put_object(draft: &mut Draft, key: &str, object: &Map<String, Value>) {
    match key {
        "name" | "names" => match name(object) {
            Some(name) => draft.put_whole_name(name),
            None => draft.ignore(key, &shown(object), "has no text and no parts"),
        },
        "birth" | "births" => match text_of(object, "as_written") {
            Some(text) => draft.put(PartyField::BirthDate, key, &text),
            None => draft.ignore(key, &shown(object), "has no `as_written`"),
        },
        "birthplace" | "birthplaces" => draft.put_place(Place {
            locality: text_of(object, "locality"),
            region: text_of(object, "region"),
            country: object.get("country").and_then(country_of),
            note: text_of(object, "note"),
        }),
        "nationality" | "nationalities" => match country_of_object(object) {
            Some(country) => draft.put_nationality(country),
            None => draft.ignore(key, &shown(object), "has no `as_written` and no `code`"),
        },
        "parent" | "parents" => {
            let role = text_of(object, "role").and_then(|role| ParentRole::from_code(&role));
            match (role, text_of(object, "name")) {
                (Some(role), Some(name)) => draft.put_parent(role, &name),
                _ => draft.ignore(key, &shown(object), "has no `role` (father, mother) or `name`"),
            }
        }
        "identifier" | "identifiers" => match identifier_of(object) {
            Some(identifier) => draft.put_identifier(identifier),
            None => draft.ignore(key, &shown(object), "has no `number`"),
        },
        _ => draft.ignore(key, &shown(object), "is no field of a party"),
    }
}

fn name(object: &Map<String, Value>) -> Option<PartyName> {
    let parts = object.get("fields").and_then(Value::as_object).unwrap_or(object);
    let fields = NameFields {
        given: text_of(parts, "given"),
        middle: text_of(parts, "middle"),
        patronymic: text_of(parts, "patronymic"),
        family: text_of(parts, "family"),
        maiden: text_of(parts, "maiden"),
    };
    let joined = || {
        let parts = [&fields.given, &fields.middle, &fields.patronymic, &fields.family];
        parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
    };
    let text = text_of(object, "text").unwrap_or_else(joined);
    let provenance = text_of(object, "provenance")
        .and_then(|word| NameProvenance::from_code(&word))
        .unwrap_or_default();
    text.chars().any(char::is_alphanumeric).then_some(PartyName { text, fields, provenance })
}

fn identifier_of(object: &Map<String, Value>) -> Option<Identifier> {
    let number = text_of(object, "number")?;
    let kind_word = text_of(object, "kind").unwrap_or_default();
    let kind =
        IdentifierKind::from_code(&kind_word).or_else(|| match headers::field_of(&kind_word) {
            Some(PartyField::Identifier(kind)) => Some(kind),
            _ => None,
        });
    let words = text_of(object, "kind_as_written").unwrap_or(kind_word);
    let mut made = identifier(kind.unwrap_or(IdentifierKind::Other), &words, &number);
    made.issuer = object.get("issuer").and_then(country_of);
    made.note = text_of(object, "note");
    Some(made)
}

fn country_of(value: &Value) -> Option<Country> {
    match value {
        Value::Object(object) => country_of_object(object),
        other => plain_text(other).filter(|text| !text.trim().is_empty()).map(|t| country(&t)),
    }
}

fn country_of_object(object: &Map<String, Value>) -> Option<Country> {
    let code = text_of(object, "code");
    let as_written = text_of(object, "as_written").or_else(|| code.clone())?;
    Some(Country { code: code.or_else(|| country(&as_written).code), as_written })
}

fn text_of(object: &Map<String, Value>, key: &str) -> Option<String> {
    object
        .get(key)
        .and_then(plain_text)
        .map(|text| text.trim().to_owned())
        .filter(|t| !t.is_empty())
}

fn plain_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn shown(object: &Map<String, Value>) -> String {
    Value::Object(object.clone()).to_string()
}
