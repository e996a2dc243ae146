//! Documents and numbers in registers: an `IDRegDocument` refers to the identity that bears it.

use tamis_model::Identifier;

use super::surroundings::Surroundings;
use super::{period, said};
use crate::ofac_xml::id_types::{Use, use_of};
use crate::xml::Record;

/// A document, and whether its type is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Document {
    pub(super) identifier: Identifier,
    pub(super) known: bool,
}

/// The number of the identity and the document.
pub(super) fn read(record: &Record<'_>, surroundings: &Surroundings) -> (String, Document) {
    let root = record.root();
    let identity = said(root, "IdentityID").unwrap_or_default();
    let kind = said(root, "IDRegDocTypeID").unwrap_or_default();
    let words = surroundings.values.words("IDRegDocType", &kind);
    let what = use_of(&words);
    let kind = match what {
        Some(Use::Identifier(kind)) => kind,
        _ => tamis_model::IdentifierKind::Other,
    };
    let number = said(root, "IDRegistrationNo").unwrap_or_default();
    let mut identifier = Identifier::new(kind, words, number);
    identifier.issuer = said(root, "IssuedBy-CountryID").map(|id| surroundings.country(&id));
    let mut notes = Vec::new();
    let validity = said(root, "ValidityID").map(|id| surroundings.values.words("Validity", &id));
    notes.extend(validity.filter(|words| !words.eq_ignore_ascii_case("valid")));
    notes.extend(said(root, "IssuingAuthority").map(|text| format!("issued by {text}")));
    notes.extend(said(root, "Comment"));
    for node in root.children().filter(|node| node.name() == "DocumentDate") {
        let kind = said(node, "IDRegDocDateTypeID").unwrap_or_default();
        let kind = surroundings.values.words("IDRegDocDateType", &kind);
        let date = node.children().find(|it| it.name() == "DatePeriod").and_then(period::statement);
        let reading = date.as_ref().and_then(|date| date.readings.first());
        let day = reading.filter(|date| date.earliest() == date.latest()).map(|it| it.earliest());
        match (kind.to_lowercase().as_str(), day) {
            ("issue date", Some(day)) => identifier.issued = Some(day),
            ("expiration date", Some(day)) => identifier.expires = Some(day),
            _ => notes.extend(date.map(|date| format!("{kind} {}", date.as_written))),
        }
    }
    identifier.note = Some(notes.join("; ")).filter(|text| !text.is_empty());
    (identity, Document { identifier, known: what.is_some() })
}
