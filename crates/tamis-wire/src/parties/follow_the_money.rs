//! An object of FollowTheMoney becomes a party.
//!
//! The properties are those of the model's schemas (`followthemoney` 4.x). `country` of a person is
//! not used: there it says where the person has to do with, not which nationality it has.

use serde_json::{Map, Value};
use tamis_lists::ftm::Property;
use tamis_model::{IgnoredValue, ParentRole, Party, PartyKind};

use super::draft::Draft;
use super::field::PartyField;
use super::words;

/// Whether an object has the form.
pub(super) fn is_one(object: &Map<String, Value>) -> bool {
    object.contains_key("schema") && object.get("properties").is_some_and(Value::is_object)
}

/// The party of an object, or why there is none. `unused` is told each property that no party has.
pub(super) fn party_of(
    object: &Map<String, Value>,
    unused: &mut dyn FnMut(&str),
) -> Result<(Party, Vec<IgnoredValue>), String> {
    let schema = object.get("schema").and_then(Value::as_str).unwrap_or_default();
    let kind = words::kind_of(schema).ok_or_else(|| {
        format!("the schema `{schema}` names no party; use Person, Company, Organization, LegalEntity, Vessel, Airplane or Thing")
    })?;
    let Some(properties) = object.get("properties").and_then(Value::as_object) else {
        return Err("there are no properties".to_owned());
    };
    let mut draft = Draft::new(kind);
    if let Some(id) = object.get("id").and_then(Value::as_str) {
        draft.put(PartyField::Id, "id", id);
    }
    if properties.is_empty() {
        // an object of the index of yente has its name as `caption` only
        draft.put(PartyField::FullName, "caption", caption(object));
    }
    for (property, values) in properties {
        match field_of(property, kind) {
            Some(field) => put_values(&mut draft, field, property, values),
            None => unused(property),
        }
    }
    draft.finish()
}

fn caption(object: &Map<String, Value>) -> &str {
    object.get("caption").and_then(Value::as_str).unwrap_or_default()
}

/// The field of a property, by the table of the readers of lists; some properties have a field of their own here.
fn field_of(property: &str, kind: PartyKind) -> Option<PartyField> {
    match property {
        "name" => return Some(PartyField::FullName),
        "maidenName" => return Some(PartyField::MaidenName),
        // an acronym is borne by many: it is told as unused
        "abbreviation" => return None,
        _ => {}
    }
    Some(match tamis_lists::ftm::property(property, kind)? {
        Property::Name(_) => PartyField::OtherName,
        Property::Given => PartyField::GivenName,
        Property::Middle => PartyField::MiddleName,
        Property::Patronymic => PartyField::Patronymic,
        Property::Family => PartyField::FamilyName,
        Property::Birth => PartyField::BirthDate,
        Property::Birthplace | Property::BirthCountry => PartyField::BirthPlace,
        Property::Nationality => PartyField::Nationality,
        Property::Sex => PartyField::Sex,
        Property::Parent(ParentRole::Father) => PartyField::FatherName,
        Property::Parent(ParentRole::Mother) => PartyField::MotherName,
        Property::Number(kind) => PartyField::Identifier(kind),
        _ => return None,
    })
}

fn put_values(draft: &mut Draft, field: PartyField, property: &str, values: &Value) {
    let single = std::slice::from_ref(values);
    let values = values.as_array().map_or(single, Vec::as_slice);
    let of_one_name =
        matches!(field, PartyField::GivenName | PartyField::MiddleName | PartyField::FamilyName);
    for (index, value) in values.iter().enumerate() {
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            Value::Null => continue,
            other => {
                draft.ignore(property, &other.to_string(), "is no text");
                continue;
            }
        };
        if of_one_name && index > 0 {
            // values of different properties are not aligned: only the first ones surely belong together
            draft.ignore(
                property,
                &text,
                "is a further value; give whole names in `name` or `alias`",
            );
        } else {
            draft.put(father_or_patronymic(field, &text), property, &text);
        }
    }
}

/// The model calls its property "patronymic", sources fill it with fathers' names too.
fn father_or_patronymic(field: PartyField, text: &str) -> PartyField {
    const ENDINGS: [&str; 8] = ["vich", "vych", "vna", "ovic", "вич", "вна", "ић", "ич"];
    let lower = text.to_lowercase();
    if field == PartyField::FatherName && ENDINGS.iter().any(|ending| lower.ends_with(ending)) {
        PartyField::Patronymic
    } else {
        field
    }
}
