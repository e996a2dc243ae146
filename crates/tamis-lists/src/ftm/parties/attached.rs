//! What hangs on a party: its listings, papers and addresses; any other object is kept as a note.

use tamis_model::{
    Address, CivilDate, Diagnostic, DiagnosticKind, Entry, Identifier, IdentifierKind, LegalBasis,
    ListReference, Note,
};

use super::super::object::Object;
use super::entry::tell;
use crate::country::country_with_code;
use crate::identity::document_kind;
use crate::reading::list_id;
use crate::un::is_reference;
use crate::xml::collapse;

/// Adds an object to an entry that it tells of.
pub(super) fn add(object: &Object, entry: &mut Entry, told: &mut Vec<Diagnostic>) {
    match object.schema.as_str() {
        "Sanction" => listing(object, entry, told),
        "Passport" | "Identification" => paper(object, entry, told),
        "Address" => entry.addresses.push(address(object)),
        schema => {
            let own = &*entry.id.reference;
            let pieces = object.properties.iter().filter_map(|(name, values)| {
                let values: Vec<&str> =
                    values.iter().map(String::as_str).filter(|value| *value != own).collect();
                (!values.is_empty()).then(|| format!("{name}: {}", values.join(", ")))
            });
            let text = pieces.collect::<Vec<_>>().join("; ");
            entry.push_note(schema.to_owned(), &text);
        }
    }
}

fn first(object: &Object, property: &str) -> Option<String> {
    object.values(property).first().map(|text| collapse(text))
}

/// A day; what is none is told and kept as a note.
fn day(
    object: &Object,
    property: &str,
    entry: &mut Entry,
    told: &mut Vec<Diagnostic>,
) -> Option<CivilDate> {
    let text = first(object, property)?;
    let day = CivilDate::parse_iso(&text).ok();
    if day.is_none() {
        entry.push_note(property.to_owned(), &text);
        let detail = "not a day; kept as a note";
        tell(object, told, DiagnosticKind::UnreadableDate, property, &text, detail);
    }
    day
}

fn listing(object: &Object, entry: &mut Entry, told: &mut Vec<Diagnostic>) {
    let listed = day(object, "listingDate", entry, told);
    let started = day(object, "startDate", entry, told);
    entry.listed_on = entry.listed_on.into_iter().chain(listed.or(started)).min();
    let programme = first(object, "program").or_else(|| first(object, "programId"));
    let authority = first(object, "authority");
    if let Some(title) = programme.clone().or_else(|| authority.clone()) {
        let url = first(object, "sourceUrl");
        let basis = LegalBasis {
            title,
            authority,
            programme: programme.clone(),
            url,
            ..LegalBasis::default()
        };
        entry.legal_bases.push(basis);
    }
    if let Some(programme) = programme.filter(|it| !entry.programmes.contains(it)) {
        entry.programmes.push(programme);
    }
    for (name, values) in &object.properties {
        for value in values {
            match name.as_str() {
                "authorityId" | "unscId" if is_reference(value) => {
                    let (list, reference) = (list_id("un"), value.clone());
                    entry.references.push(ListReference { list, reference, origin: name.clone() });
                }
                "authorityId" | "unscId" => {
                    entry.other_keys.push(Note { field: name.clone(), text: value.clone() });
                }
                "reason" | "summary" | "provisions" | "status" | "endDate" | "duration" => {
                    entry.push_note(name.clone(), value);
                }
                _ => {}
            }
        }
    }
}

fn paper(object: &Object, entry: &mut Entry, told: &mut Vec<Diagnostic>) {
    let words = first(object, "type").unwrap_or_else(|| object.schema.clone());
    let kind = match object.schema.as_str() {
        "Passport" => IdentifierKind::Passport,
        _ => document_kind(&words).unwrap_or(IdentifierKind::NationalId),
    };
    let Some(number) = first(object, "number") else {
        tell(
            object,
            told,
            DiagnosticKind::Misplaced,
            "number",
            &words,
            "a document without a number",
        );
        return;
    };
    let mut identifier = Identifier::new(kind, words, number);
    let code = first(object, "country");
    identifier.issuer = code.map(|code| country_with_code(&code, &code.to_uppercase()));
    identifier.issued = day(object, "startDate", entry, told);
    identifier.expires = day(object, "endDate", entry, told);
    identifier.note = first(object, "summary");
    // the same number may stand among the properties of the party: the one with more is kept
    let same = |known: &Identifier| {
        known.kind == identifier.kind && known.number == identifier.number && known.issuer.is_none()
    };
    entry.identifiers.retain(|known| !same(known));
    entry.identifiers.push(identifier);
}

fn address(object: &Object) -> Address {
    let mut address = Address::default();
    let street: Vec<String> = ["street", "street2", "postOfficeBox"]
        .iter()
        .filter_map(|name| first(object, name))
        .collect();
    address.street = Some(street.join(", ")).filter(|text| !text.is_empty());
    address.place.locality = first(object, "city");
    address.place.region = first(object, "region").or_else(|| first(object, "state"));
    address.place.country =
        first(object, "country").map(|code| country_with_code(&code, &code.to_uppercase()));
    address.place.note = first(object, "remarks");
    address.post_code = first(object, "postalCode");
    if address.street.is_none() && address.place.locality.is_none() {
        address.street = first(object, "full");
    }
    address
}
