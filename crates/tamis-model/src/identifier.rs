//! Identity numbers: of persons, organisations, ships, aircraft, wallets.

use crate::date::CivilDate;
use crate::place::Country;

/// What a number identifies and who gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum IdentifierKind {
    /// Passport, also diplomatic or service ones, and laissez-passer.
    Passport,
    /// National identity number or card, civil registration.
    NationalId,
    /// Tax number (INN, NIT, RFC, VAT …).
    TaxNumber,
    /// Number in a register of companies (OGRN, company number …).
    CompanyNumber,
    /// IMO number of a ship or of its owner.
    Imo,
    /// Maritime Mobile Service Identity.
    Mmsi,
    /// Call sign of a ship.
    CallSign,
    /// Bank identifier code (SWIFT).
    Bic,
    /// Legal entity identifier.
    Lei,
    /// Address of a wallet of a digital currency.
    Wallet,
    /// Tail number of an aircraft.
    TailNumber,
    /// Manufacturer's serial number of an aircraft.
    AircraftSerial,
    /// Securities number.
    Isin,
    /// D-U-N-S number.
    Duns,
    /// Driving licence.
    DrivingLicence,
    /// Anything else: the words of the list tell what.
    Other,
}

impl IdentifierKind {
    /// Whether an equal number of this kind by the same issuer is enough for a hit without a name.
    #[must_use]
    pub fn is_strong(self) -> bool {
        matches!(
            self,
            Self::Passport
                | Self::NationalId
                | Self::TaxNumber
                | Self::Imo
                | Self::Mmsi
                | Self::Bic
                | Self::Lei
                | Self::Wallet
                | Self::TailNumber
        )
    }
}

/// One identity number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identifier {
    /// Kind in the common terms.
    pub kind: IdentifierKind,
    /// The source's words for the kind.
    pub kind_as_written: String,
    /// The number as written.
    pub number: String,
    /// Who issued it.
    pub issuer: Option<Country>,
    /// Day of issue.
    pub issued: Option<CivilDate>,
    /// Last day of validity.
    pub expires: Option<CivilDate>,
    /// Remarks of the source (stolen, false, expired …).
    pub note: Option<String>,
}

impl Identifier {
    /// A number with its kind; all else empty.
    #[must_use]
    pub fn new(
        kind: IdentifierKind,
        kind_as_written: impl Into<String>,
        number: impl Into<String>,
    ) -> Self {
        Self {
            kind,
            kind_as_written: kind_as_written.into(),
            number: number.into(),
            issuer: None,
            issued: None,
            expires: None,
            note: None,
        }
    }

    /// The number without spaces, punctuation and the words that people set before it, in capitals:
    /// what is compared. An IMO or MMSI number is its digits (`IMO 9221970`, `IMO: 9221970`).
    #[must_use]
    pub fn normalised(&self) -> String {
        let digits_alone = matches!(self.kind, IdentifierKind::Imo | IdentifierKind::Mmsi);
        without_label(&self.number)
            .chars()
            .filter(|c| if digits_alone { c.is_ascii_digit() } else { c.is_alphanumeric() })
            .flat_map(char::to_uppercase)
            .collect()
    }
}

/// A number without the words before it (`Passport No. TR024417`): words of three letters and more
/// and `No.`, as long as a word with a digit follows. Shorter ones belong to the number (`UT 123`).
fn without_label(number: &str) -> &str {
    let mut rest = number.trim();
    while let Some((word, tail)) = rest.split_once([' ', ':', '#']) {
        let letters = word.trim_end_matches('.');
        let label = letters.chars().all(char::is_alphabetic)
            && (letters.chars().count() >= 3
                || letters.eq_ignore_ascii_case("no")
                || letters.is_empty());
        if !label || !tail.chars().any(char::is_numeric) {
            break;
        }
        rest = tail.trim_start();
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_lose_the_words_before_them() {
        for (kind, number, expected) in [
            (IdentifierKind::Imo, "IMO 9221970", "9221970"),
            (IdentifierKind::Imo, "IMO9221970", "9221970"),
            (IdentifierKind::Imo, "IMO No. 9221970", "9221970"),
            (IdentifierKind::Imo, "IMO: 9221970", "9221970"),
            (IdentifierKind::Passport, "Passport TR024417", "TR024417"),
            (IdentifierKind::Passport, "passport no. TR 024417", "TR024417"),
            (IdentifierKind::Passport, "UT 123-4567", "UT1234567"),
            (IdentifierKind::Other, "ABCDEFG", "ABCDEFG"),
        ] {
            assert_eq!(Identifier::new(kind, "", number).normalised(), expected, "{number}");
        }
    }
}
