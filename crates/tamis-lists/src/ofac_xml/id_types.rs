//! OFAC's types of numbers. The list keeps identity documents, numbers of ships and companies, sex,
//! websites and legal remarks in one element; this table tells them apart.

use tamis_model::IdentifierKind;

/// What becomes of a value of an `id` element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// It identifies.
    Identifier(IdentifierKind),
    /// `Male` or `Female`.
    Sex,
    /// A way to reach the party: one of its kind.
    Contact(&'static str),
    /// A country: the flag or register of a ship or company.
    Nationality,
    /// The day of listing.
    ListedOn,
    /// Kept as a note.
    Note,
}

use IdentifierKind::{
    AircraftSerial, Bic, CallSign, CompanyNumber, DrivingLicence, Duns, Imo, Isin, Lei, Mmsi,
    NationalId, Other, Passport, TailNumber, TaxNumber, Wallet,
};

/// The types by their words. Source: all values of `idType` in the SDN file of 2021-03-10 (135) and the
/// non-SDN file of 2024-05-06 (42).
#[rustfmt::skip]
pub const TYPES: &[(&str, Use)] = &[
    ("Passport", Use::Identifier(Passport)),
    ("Diplomatic Passport", Use::Identifier(Passport)),
    ("British National Overseas Passport", Use::Identifier(Passport)),
    ("Stateless Person Passport", Use::Identifier(Passport)),
    ("Travel Document Number", Use::Identifier(Passport)),
    ("National ID No.", Use::Identifier(NationalId)),
    ("Cedula No.", Use::Identifier(NationalId)),
    ("Cedula No", Use::Identifier(NationalId)),
    ("C.U.R.P.", Use::Identifier(NationalId)),
    ("C.U.I.P.", Use::Identifier(NationalId)),
    ("C.U.I.", Use::Identifier(NationalId)),
    ("D.N.I.", Use::Identifier(NationalId)),
    ("N.I.E.", Use::Identifier(NationalId)),
    ("Identification Number", Use::Identifier(NationalId)),
    ("Numero de Identidad", Use::Identifier(NationalId)),
    ("National Foreign ID Number", Use::Identifier(NationalId)),
    ("Personal ID Card", Use::Identifier(NationalId)),
    ("Citizen's Card Number", Use::Identifier(NationalId)),
    ("Tazkira National ID Card", Use::Identifier(NationalId)),
    ("Turkish Identification Number", Use::Identifier(NationalId)),
    ("Kenyan ID No.", Use::Identifier(NationalId)),
    ("Moroccan Personal ID No.", Use::Identifier(NationalId)),
    ("Bosnian Personal ID No.", Use::Identifier(NationalId)),
    ("UAE Identification", Use::Identifier(NationalId)),
    ("CNP (Personal Numerical Code)", Use::Identifier(NationalId)),
    ("LE Number", Use::Identifier(NationalId)),
    ("SSN", Use::Identifier(NationalId)),
    ("Stateless Person ID Card", Use::Identifier(NationalId)),
    ("Refugee ID Card", Use::Identifier(NationalId)),
    ("Residency Number", Use::Identifier(NationalId)),
    ("Tax ID No.", Use::Identifier(TaxNumber)),
    ("NIT #", Use::Identifier(TaxNumber)),
    ("R.F.C.", Use::Identifier(TaxNumber)),
    ("RFC", Use::Identifier(TaxNumber)),
    ("RUC #", Use::Identifier(TaxNumber)),
    ("RIF #", Use::Identifier(TaxNumber)),
    ("RTN", Use::Identifier(TaxNumber)),
    ("C.U.I.T.", Use::Identifier(TaxNumber)),
    ("C.I.F.", Use::Identifier(TaxNumber)),
    ("V.A.T. Number", Use::Identifier(TaxNumber)),
    ("US FEIN", Use::Identifier(TaxNumber)),
    ("RSIN", Use::Identifier(TaxNumber)),
    ("Fiscal Code", Use::Identifier(TaxNumber)),
    ("Italian Fiscal Code", Use::Identifier(TaxNumber)),
    ("Romanian Tax Registration", Use::Identifier(TaxNumber)),
    ("Paraguayan tax identification number", Use::Identifier(TaxNumber)),
    ("Numero Unico de Identificacao Tributaria (NUIT)", Use::Identifier(TaxNumber)),
    ("Unified Social Credit Code (USCC)", Use::Identifier(CompanyNumber)),
    ("United Social Credit Code Certificate (USCCC)", Use::Identifier(CompanyNumber)),
    ("Registration ID", Use::Identifier(CompanyNumber)),
    ("Registration Number", Use::Identifier(CompanyNumber)),
    ("Company Number", Use::Identifier(CompanyNumber)),
    ("UK Company Number", Use::Identifier(CompanyNumber)),
    ("C.R. No.", Use::Identifier(CompanyNumber)),
    ("Romanian C.R.", Use::Identifier(CompanyNumber)),
    ("Commercial Registry Number", Use::Identifier(CompanyNumber)),
    ("Matricula Mercantil No", Use::Identifier(CompanyNumber)),
    ("Folio Mercantil No.", Use::Identifier(CompanyNumber)),
    ("Business Registration Document #", Use::Identifier(CompanyNumber)),
    ("Business Registration Number", Use::Identifier(CompanyNumber)),
    ("Business Number", Use::Identifier(CompanyNumber)),
    ("Public Registration Number", Use::Identifier(CompanyNumber)),
    ("Certificate of Incorporation Number", Use::Identifier(CompanyNumber)),
    ("Chamber of Commerce Number", Use::Identifier(CompanyNumber)),
    ("Dubai Chamber of Commerce Membership No.", Use::Identifier(CompanyNumber)),
    ("Istanbul Chamber of Comm. No.", Use::Identifier(CompanyNumber)),
    ("Enterprise Number", Use::Identifier(CompanyNumber)),
    ("Branch Unit Number", Use::Identifier(CompanyNumber)),
    ("Government Gazette Number", Use::Identifier(CompanyNumber)),
    ("Registered Charity No.", Use::Identifier(CompanyNumber)),
    ("Legal Entity Number", Use::Identifier(Lei)),
    ("Vessel Registration Identification", Use::Identifier(Imo)),
    ("MMSI", Use::Identifier(Mmsi)),
    ("Other Vessel Call Sign", Use::Identifier(CallSign)),
    ("SWIFT/BIC", Use::Identifier(Bic)),
    ("D-U-N-S Number", Use::Identifier(Duns)),
    ("ISIN", Use::Identifier(Isin)),
    ("Aircraft Tail Number", Use::Identifier(TailNumber)),
    ("Previous Aircraft Tail Number", Use::Identifier(TailNumber)),
    ("Aircraft Manufacturer's Serial Number (MSN)", Use::Identifier(AircraftSerial)),
    ("Aircraft Construction Number (also called L/N or S/N or F/N)", Use::Identifier(AircraftSerial)),
    ("Aircraft Serial Identification", Use::Identifier(AircraftSerial)),
    ("Aircraft Mode S Transponder Code", Use::Identifier(Other)),
    ("Driver's License No.", Use::Identifier(DrivingLicence)),
    ("Trade License No.", Use::Identifier(Other)),
    ("License", Use::Identifier(Other)),
    ("Tourism License No.", Use::Identifier(Other)),
    ("Pilot License Number", Use::Identifier(Other)),
    ("Afghan Money Service Provider License Number", Use::Identifier(Other)),
    ("Electoral Registry No.", Use::Identifier(Other)),
    ("Credencial electoral", Use::Identifier(Other)),
    ("I.F.E.", Use::Identifier(Other)),
    ("Cartilla de Servicio Militar Nacional", Use::Identifier(Other)),
    ("Chinese Commercial Code", Use::Identifier(Other)),
    ("BIK (RU)", Use::Identifier(Other)),
    ("Birth Certificate Number", Use::Identifier(Other)),
    ("VisaNumberID", Use::Identifier(Other)),
    ("UN/LOCODE", Use::Identifier(Other)),
    ("File Number", Use::Identifier(Other)),
    ("Immigration No.", Use::Identifier(Other)),
    ("Public Security and Immigration No.", Use::Identifier(Other)),
    ("Romanian Permanent Resident", Use::Identifier(Other)),
    ("Serial No.", Use::Identifier(Other)),
    ("SRE Permit No.", Use::Identifier(Other)),
    ("MICEX Code", Use::Identifier(Other)),
    ("Tarjeta Profesional", Use::Identifier(Other)),
    ("MSB Registration Number", Use::Identifier(Other)),
    ("Seafarer's Identification Document", Use::Identifier(Other)),
    ("Equity Ticker", Use::Identifier(Other)),
    ("Gender", Use::Sex),
    ("Website", Use::Contact("website")),
    ("Email Address", Use::Contact("e-mail")),
    ("Phone Number", Use::Contact("telephone")),
    ("Nationality of Registration", Use::Nationality),
    ("Other Vessel Flag", Use::Nationality),
    ("Former Vessel Flag", Use::Note),
    ("Other Vessel Type", Use::Note),
    ("Aircraft Model", Use::Note),
    ("Aircraft Manufacture Date", Use::Note),
    ("Aircraft Operator", Use::Note),
    ("Organization Established Date", Use::Note),
    ("Organization Type:", Use::Note),
    ("Target Type", Use::Note),
    ("Issuer Name", Use::Note),
    ("Secondary sanctions risk:", Use::Note),
    ("Additional Sanctions Information -", Use::Note),
    ("Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions:", Use::Note),
    ("IFCA Determination -", Use::Note),
    ("CAATSA Section 235 Information:", Use::Note),
];

/// Types by how they begin, after [`TYPES`]: OFAC adds currencies, orders and directives as they come.
pub const PREFIXES: [(&str, Use); 5] = [
    ("Digital Currency Address - ", Use::Identifier(Wallet)),
    ("Executive Order ", Use::Note),
    ("Listing Date ", Use::ListedOn),
    ("Effective Date ", Use::Note),
    ("Purchase/Sales For Divestment Date ", Use::Note),
];

/// What becomes of a value of this type; none if the tables do not name it.
#[must_use]
pub fn use_of(words: &str) -> Option<Use> {
    let exact = TYPES.iter().find(|(known, _)| *known == words).map(|(_, what)| *what);
    exact.or_else(|| {
        PREFIXES.iter().find(|(start, _)| words.starts_with(start)).map(|(_, what)| *what)
    })
}
