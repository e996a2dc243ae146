//! Ids of sources, organisations, regimes, acts and jurisdictions: strings with a checked form.

use std::fmt;
use std::sync::Arc;

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Checks and makes an id: lower-case letters, digits, hyphens and dots.
            #[must_use]
            pub fn new(text: &str) -> Option<Self> {
                let fine = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c);
                (!text.is_empty() && text.chars().all(fine)).then(|| Self(text.into()))
            }

            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// A source: `un-list-2026`.
    SourceId,
    /// An organisation that has a dossier: `isil`.
    OrganisationId,
    /// A way in which a jurisdiction lists: `us.fto`.
    RegimeId,
    /// An act of designation: `isil.us.fto`.
    ActId,
}

/// A jurisdiction: an ISO 3166-1 alpha-2 code, `UN` or `EU`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct JurisdictionCode([u8; 2]);

impl JurisdictionCode {
    /// Checks and makes a code: two capital letters.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        match text.as_bytes() {
            [one, other] if one.is_ascii_uppercase() && other.is_ascii_uppercase() => {
                Some(Self([*one, *other]))
            }
            _ => None,
        }
    }
}

impl fmt::Display for JurisdictionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [one, other] = self.0;
        write!(f, "{}{}", char::from(one), char::from(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_have_a_form() {
        assert_eq!(RegimeId::new("us.fto").unwrap().to_string(), "us.fto");
        for text in ["", "US", "a b", "a:b"] {
            assert_eq!(SourceId::new(text), None, "{text}");
        }
        assert_eq!(JurisdictionCode::new("UN").unwrap().to_string(), "UN");
        for text in ["U", "un", "USA", "ÜN"] {
            assert_eq!(JurisdictionCode::new(text), None, "{text}");
        }
    }
}
