//! The `id` elements of OFAC's lists: numbers, and all else that the list keeps in them.

use tamis_model::{
    Address, CivilDate, DateStatement, DiagnosticKind, Entry, Identifier, IdentifierKind, Place,
    Sex,
};

use super::id_types::{Use, use_of};
use super::record::Told;
use crate::country::country;
use crate::xml::Node;

/// An `id` element: whatever its type says that it is.
pub(super) fn read(node: Node<'_, '_>, entry: &mut Entry, told: &mut Told) {
    let (mut sort, mut value, mut issuer, mut issued, mut expires) = (None, None, None, None, None);
    for child in node.children() {
        match child.name() {
            "idType" => sort = child.words(),
            "idNumber" => value = child.words(),
            "idCountry" => issuer = child.words().map(|text| country(&text)),
            "issueDate" => issued = child.words(),
            "expirationDate" => expires = child.words(),
            _ => {}
        }
    }
    let sort = sort.unwrap_or_default();
    let Some(value) = value else {
        if !sort.is_empty() {
            told.tell(node, DiagnosticKind::Misplaced, &sort, "a type without a value");
        }
        return;
    };
    let what = use_of(&sort).unwrap_or_else(|| {
        told.tell(
            node,
            DiagnosticKind::UnknownValue,
            &sort,
            "a type that is not known: kept as an identifier of no kind",
        );
        Use::Identifier(IdentifierKind::Other)
    });
    match what {
        Use::Identifier(kind) => {
            let mut identifier = Identifier::new(kind, sort, value);
            // "IMO 9187629" and "9187629" are one number, and it has seven digits.
            if kind == IdentifierKind::Imo {
                let digits = identifier.number.trim_start_matches("IMO").trim();
                let whole = digits.len() == 7 && digits.bytes().all(|byte| byte.is_ascii_digit());
                if whole {
                    identifier.number = digits.to_owned();
                } else {
                    identifier.kind = IdentifierKind::Other;
                }
            }
            identifier.issuer = issuer;
            let mut remarks = Vec::new();
            identifier.issued = day(issued, "issued", &mut remarks);
            identifier.expires = day(expires, "expires", &mut remarks);
            identifier.note = Some(remarks.join("; ")).filter(|text| !text.is_empty());
            entry.identifiers.push(identifier);
        }
        Use::Sex => match value.as_str() {
            "Male" => entry.sex = Some(Sex::Male),
            "Female" => entry.sex = Some(Sex::Female),
            other => {
                told.tell(
                    node,
                    DiagnosticKind::UnknownValue,
                    other,
                    "a sex that is not known: kept as a note",
                );
                entry.push_note(sort, other);
            }
        },
        Use::Contact(kind) => contact(entry, format!("{kind}: {value}")),
        Use::Nationality => entry.nationalities.push(country(&value)),
        Use::ListedOn => {
            let read = DateStatement::read(&value).ok();
            let date = read.and_then(|read| read.readings.first().copied());
            match date.filter(|date| date.earliest() == date.latest() && entry.listed_on.is_none())
            {
                Some(date) => entry.listed_on = Some(date.earliest()),
                None => entry.push_note(sort, &value),
            }
        }
        Use::Note => entry.push_note(sort, &value),
    }
}

/// A day, or a remark with what stands instead: a year, a month, two days.
fn day(text: Option<String>, word: &str, remarks: &mut Vec<String>) -> Option<CivilDate> {
    let text = text?;
    let date = DateStatement::read(&text).ok().and_then(|read| read.readings.first().copied());
    let date = date.filter(|date| date.earliest() == date.latest());
    if date.is_none() {
        remarks.push(format!("{word} {text}"));
    }
    date.map(tamis_model::PartialDate::earliest)
}

/// Contacts stand in an address of their own: the list does not say to which they belong.
pub(crate) fn contact(entry: &mut Entry, contact: String) {
    let bare = |address: &&mut Address| {
        address.street.is_none()
            && address.place == Place::default()
            && !address.contacts.is_empty()
    };
    match entry.addresses.iter_mut().find(bare) {
        Some(address) => address.contacts.push(contact),
        None => entry.addresses.push(Address { contacts: vec![contact], ..Address::default() }),
    }
}
