//! Words for identity documents → their kind. For lists that describe documents in free text (UN, UK);
//! lists with codes have their own tables.

use tamis_model::IdentifierKind;

/// Part of the words, in lower case, and the kind; the first row that fits holds. Source: the values of
/// `TYPE_OF_DOCUMENT`, `TYPE_OF_DOCUMENT2` and `NUMBER` in the UN files of 2014 to 2026.
#[rustfmt::skip]
const DOCUMENTS: &[(&str, IdentifierKind)] = &[
    ("driv", IdentifierKind::DrivingLicence),
    ("licence", IdentifierKind::Other),
    ("passport", IdentifierKind::Passport),
    ("passeport", IdentifierKind::Passport),
    ("pasaporte", IdentifierKind::Passport),
    ("laissez-passer", IdentifierKind::Passport),
    ("travel document", IdentifierKind::Passport),
    ("fiscal code", IdentifierKind::TaxNumber),
    ("tax", IdentifierKind::TaxNumber),
    ("military", IdentifierKind::Other),
    ("serviceman", IdentifierKind::Other),
    ("ration card", IdentifierKind::Other),
    ("birth certificate", IdentifierKind::Other),
    ("certificate", IdentifierKind::Other),
    ("voter", IdentifierKind::Other),
    ("student", IdentifierKind::Other),
    ("fardc", IdentifierKind::Other),
    ("other id", IdentifierKind::Other),
    ("residential", IdentifierKind::Other),
    ("registration number", IdentifierKind::Other),
    ("social security", IdentifierKind::NationalId),
    ("tazkira", IdentifierKind::NationalId),
    ("national", IdentifierKind::NationalId),
    ("identity", IdentifierKind::NationalId),
    ("identification", IdentifierKind::NationalId),
    ("personalausweis", IdentifierKind::NationalId),
    (" id number", IdentifierKind::NationalId),
];

/// The kind of a document by its words; none if no row fits.
#[must_use]
pub fn document_kind(words: &str) -> Option<IdentifierKind> {
    let words = words.to_lowercase();
    DOCUMENTS.iter().find(|(part, _)| words.contains(part)).map(|(_, kind)| *kind)
}
