//! A value → countries, places and addresses. Words for countries that the common table lacks are the mapping's.

use tamis_model::{Address, Country, Place};

use super::{Filler, Value};
use crate::au::enumerated;
use crate::country::{country, country_with_code};
use crate::mapped::cells::key;
use crate::mapped::mapping::Part;
use crate::xml::collapse;

impl Filler<'_> {
    /// The country of some words.
    fn country(&self, text: &str) -> Country {
        let word = key(text);
        let known = self.mapping.countries.iter().find(|(known, _)| *known == word);
        known.map_or_else(|| country(text), |(_, code)| country_with_code(text, code))
    }

    /// The countries of a value: several where each of them is known.
    pub(super) fn countries(&self, text: &str) -> Vec<Country> {
        match self.country(text) {
            one if one.code.is_some() => vec![one],
            _ => enumerated::countries(text),
        }
    }

    /// A place in words: what stands behind the last comma is its country, if it is one.
    pub(super) fn place(&self, text: &str) -> Place {
        let whole = self.country(text);
        if whole.code.is_some() {
            return Place { country: Some(whole), ..Place::default() };
        }
        let parted = text.rsplit_once([',', '،', '、']);
        match parted.map(|(rest, last)| (rest.trim(), self.country(last.trim()))) {
            Some((rest, country)) if country.code.is_some() => Place {
                locality: Some(rest.to_owned()),
                country: Some(country),
                ..Place::default()
            },
            _ => enumerated::place(text),
        }
    }

    /// A place whose parts stand in cells of their own.
    pub(super) fn place_of(&self, value: &Value<'_>, parts: &[Part]) -> Option<Place> {
        if parts.is_empty() {
            return None;
        }
        let of = |wanted| part(value, parts, wanted);
        Some(Place {
            locality: of(Part::Locality),
            region: of(Part::Region),
            country: of(Part::Country).map(|text| self.country(&text)),
            note: None,
        })
    }

    /// An address.
    pub(super) fn address_of(&self, value: &Value<'_>, parts: &[Part], text: &str) -> Address {
        let Some(place) = self.place_of(value, parts) else {
            let mut place = self.place(text);
            let street = place.locality.take_if(|text| text.contains(','));
            return Address { street, place, ..Address::default() };
        };
        let (street, post_code) =
            (part(value, parts, Part::Street), part(value, parts, Part::PostCode));
        Address { street, place, post_code, ..Address::default() }
    }
}

fn part(value: &Value<'_>, parts: &[Part], wanted: Part) -> Option<String> {
    let found = parts.iter().zip(&value.pieces).find(|(part, _)| **part == wanted);
    found.map(|(_, text)| collapse(text)).filter(|text| !text.is_empty())
}
