//! An object of FollowTheMoney becomes a party.
//!
//! The properties are those of the model's schemas (`followthemoney` 4.x). `country` of a person is
//! not used: there it says where the person has to do with, not which nationality it has.

use serde_json::{Map, Value};
use tamis_model::{IdentifierKind, IgnoredValue, Party, PartyKind};

use super::draft::Draft;
use super::field::PartyField;
use super::words;

const PROPERTIES: &[(&str, PartyField)] = &[
    ("name", PartyField::FullName),
    ("alias", PartyField::OtherName),
    ("weakAlias", PartyField::OtherName),
    ("previousName", PartyField::OtherName),
    ("firstName", PartyField::GivenName),
    ("secondName", PartyField::MiddleName),
    ("middleName", PartyField::MiddleName),
    ("lastName", PartyField::FamilyName),
    ("maidenName", PartyField::MaidenName),
    ("fatherName", PartyField::FatherName),
    ("motherName", PartyField::MotherName),
    ("birthDate", PartyField::BirthDate),
    ("birthPlace", PartyField::BirthPlace),
    ("birthCountry", PartyField::BirthCountry),
    ("nationality", PartyField::Nationality),
    ("citizenship", PartyField::Nationality),
    ("jurisdiction", PartyField::Nationality),
    ("flag", PartyField::Nationality),
    ("gender", PartyField::Sex),
    ("passportNumber", PartyField::Identifier(IdentifierKind::Passport)),
    ("idNumber", PartyField::Identifier(IdentifierKind::NationalId)),
    ("socialSecurityNumber", PartyField::Identifier(IdentifierKind::NationalId)),
    ("taxNumber", PartyField::Identifier(IdentifierKind::TaxNumber)),
    ("innCode", PartyField::Identifier(IdentifierKind::TaxNumber)),
    ("vatCode", PartyField::Identifier(IdentifierKind::TaxNumber)),
    ("ogrnCode", PartyField::Identifier(IdentifierKind::CompanyNumber)),
    ("imoNumber", PartyField::Identifier(IdentifierKind::Imo)),
    ("mmsi", PartyField::Identifier(IdentifierKind::Mmsi)),
    ("callSign", PartyField::Identifier(IdentifierKind::CallSign)),
    ("swiftBic", PartyField::Identifier(IdentifierKind::Bic)),
    ("leiCode", PartyField::Identifier(IdentifierKind::Lei)),
    ("dunsCode", PartyField::Identifier(IdentifierKind::Duns)),
    ("isin", PartyField::Identifier(IdentifierKind::Isin)),
    ("isinCode", PartyField::Identifier(IdentifierKind::Isin)),
    ("publicKey", PartyField::Identifier(IdentifierKind::Wallet)),
    ("serialNumber", PartyField::Identifier(IdentifierKind::AircraftSerial)),
];

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

fn field_of(property: &str, kind: PartyKind) -> Option<PartyField> {
    match (property, kind) {
        ("country", PartyKind::Organisation | PartyKind::Vessel | PartyKind::Aircraft) => {
            Some(PartyField::Nationality)
        }
        ("registrationNumber", PartyKind::Aircraft) => {
            Some(PartyField::Identifier(IdentifierKind::TailNumber))
        }
        ("registrationNumber", PartyKind::Organisation) => {
            Some(PartyField::Identifier(IdentifierKind::CompanyNumber))
        }
        ("registrationNumber", _) => Some(PartyField::Identifier(IdentifierKind::Other)),
        _ => PROPERTIES.iter().find(|(known, _)| *known == property).map(|(_, field)| *field),
    }
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
