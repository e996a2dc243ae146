//! The properties of a party, one by one.

use tamis_model::{
    Address, DateStatement, Diagnostic, DiagnosticKind, Entry, Identifier, ListedName, NameGrade,
    Note, ParentStatement, Place, Sex,
};

use super::super::object::Object;
use super::super::properties::{self, Property};
use crate::country::country_with_code;
use crate::name_text::has_other_script;
use crate::xml::collapse;

/// Fills an entry from the object of its party.
pub(super) fn fill(object: &Object, entry: &mut Entry, told: &mut Vec<Diagnostic>) {
    names(object, entry);
    for (name, values) in &object.properties {
        let Some(property) = properties::property(name, entry.kind) else {
            let detail = "a property that this version does not know; its values are kept as notes";
            for value in values {
                tell(object, told, DiagnosticKind::UnknownField, name, value, detail);
                entry.push_note(name.clone(), value);
            }
            continue;
        };
        for value in values {
            put(object, name, property, value, entry, told);
        }
    }
    for (key, text) in &object.others {
        entry.other_keys.push(Note { field: key.clone(), text: text.clone() });
    }
}

/// The main name is the caption where it is one of the names, else the first of them.
fn names(object: &Object, entry: &mut Entry) {
    let all = object.values("name");
    let caption = object.caption.as_ref().filter(|caption| all.contains(caption));
    let Some(main) = caption.or_else(|| all.first()) else { return };
    let mut primary = ListedName::new(collapse(main), NameGrade::Primary, "name");
    let alone = |property: &str| match object.values(property) {
        [one] => Some(collapse(one)),
        _ => None,
    };
    primary.fields.given = alone("firstName");
    primary.fields.middle = alone("middleName").or_else(|| alone("secondName"));
    primary.fields.patronymic = alone("patronymic");
    primary.fields.family = alone("lastName");
    entry.names.push(primary);
}

fn put(
    object: &Object,
    name: &str,
    property: Property,
    value: &str,
    entry: &mut Entry,
    told: &mut Vec<Diagnostic>,
) {
    let text = collapse(value);
    // country codes stand in small letters
    let country = || country_with_code(&text, &text.to_uppercase());
    match property {
        Property::Name(grade) => {
            let other = has_other_script(&text) && grade != NameGrade::Weak;
            let grade = if other { NameGrade::OriginalScript } else { grade };
            if entry.names.iter().all(|known| known.text != text) {
                entry.names.push(ListedName::new(text, grade, name));
            }
        }
        Property::Birth => {
            let date = DateStatement::read(&text).unwrap_or_else(|error| {
                let kind = DiagnosticKind::UnreadableDate;
                tell(object, told, kind, name, &text, &error.to_string());
                DateStatement::unreadable(text)
            });
            entry.births.push(date);
        }
        Property::Birthplace => {
            entry.birthplaces.push(Place { locality: Some(text), ..Place::default() });
        }
        Property::BirthCountry => {
            entry.birthplaces.push(Place { country: Some(country()), ..Place::default() });
        }
        Property::Nationality => {
            let country = country();
            if !entry.nationalities.contains(&country) {
                entry.nationalities.push(country);
            }
        }
        Property::Sex => match text.to_lowercase().as_str() {
            "male" => entry.sex = Some(Sex::Male),
            "female" => entry.sex = Some(Sex::Female),
            "other" => entry.sex = Some(Sex::Unspecified),
            _ => {
                tell(object, told, DiagnosticKind::UnknownValue, name, &text, "kept as a note");
                entry.push_note(name, &text);
            }
        },
        Property::Parent(role) => entry.parents.push(ParentStatement { role, name: text }),
        Property::Number(kind) => entry.identifiers.push(Identifier::new(kind, name, text)),
        Property::Address => {
            entry.addresses.push(Address { street: Some(text), ..Address::default() });
        }
        Property::Contact => {
            let contacts = vec![format!("{name}: {text}")];
            entry.addresses.push(Address { contacts, ..Address::default() });
        }
        Property::Title => entry.titles.push(text),
        Property::Position => entry.positions.push(text),
        Property::Programme => entry.programmes.push(text),
        Property::Note => entry.push_note(name, value),
        // parts are taken with the names, links with what they lead to
        Property::Given
        | Property::Middle
        | Property::Patronymic
        | Property::Family
        | Property::Link
        | Property::Dropped(_) => {}
    }
}

/// Tells the account of something in an object.
pub(super) fn tell(
    object: &Object,
    told: &mut Vec<Diagnostic>,
    kind: DiagnosticKind,
    field: &str,
    value: &str,
    detail: &str,
) {
    told.push(Diagnostic {
        kind,
        record: Some(object.id.clone()).filter(|id| !id.is_empty()),
        field: field.to_owned(),
        position: object.position(),
        value: value.to_owned(),
        detail: detail.to_owned(),
    });
}
