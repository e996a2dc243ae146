//! Places as stated: countries, birthplaces, addresses. No gazetteer here.

/// A country as stated, with its code where it can be told.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Country {
    /// The words of the source.
    pub as_written: String,
    /// ISO 3166-1 alpha-2 in capitals, or an ICAO special code (`UTO`), where the words tell it.
    pub code: Option<String>,
}

impl Country {
    /// A country by its words alone.
    #[must_use]
    pub fn written(text: impl Into<String>) -> Self {
        Self { as_written: text.into(), code: None }
    }
}

/// A place as stated, from the smallest unit to the country.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Place {
    /// Village, town, district: whatever the source names, as written.
    pub locality: Option<String>,
    /// Province or state.
    pub region: Option<String>,
    /// Country.
    pub country: Option<Country>,
    /// Remarks of the source.
    pub note: Option<String>,
}

/// An address as stated.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Address {
    /// Street, house, post-office box: the lines above the town.
    pub street: Option<String>,
    /// Town and region and country.
    pub place: Place,
    /// Post code.
    pub post_code: Option<String>,
    /// Telephone, e-mail and other contact data, each `kind: value`.
    pub contacts: Vec<String>,
}
