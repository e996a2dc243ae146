//! What stands beside the targets: programmes with their sets of sanctions, and places. Knows no target.

use std::collections::{BTreeMap, BTreeSet};

use tamis_model::{Country, LegalBasis, Place};

use crate::country::country_with_code;
use crate::xml::{Node, Record};

/// The language of the four that is kept; another where it is missing.
const LANGUAGE: &str = "eng";

/// A set of sanctions: what it is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Set {
    pub(super) programme: String,
    pub(super) basis: LegalBasis,
    pub(super) origin: Option<String>,
}

/// Programmes and places of one file.
#[derive(Debug, Default)]
pub(super) struct Surroundings {
    sets: BTreeMap<String, Set>,
    places: BTreeMap<String, Place>,
}

impl Surroundings {
    pub(super) fn set(&self, id: &str) -> Option<&Set> {
        self.sets.get(id)
    }

    pub(super) fn place(&self, id: &str) -> Option<&Place> {
        self.places.get(id)
    }

    /// The programmes, by their keys.
    pub(super) fn programmes(&self) -> Vec<String> {
        let keys: BTreeSet<&String> = self.sets.values().map(|set| &set.programme).collect();
        keys.into_iter().cloned().collect()
    }

    /// Reads a `sanctions-program`; one with the same number as another adds its sets.
    pub(super) fn add_programme(&mut self, record: &Record<'_>) {
        let (mut key, mut name, mut origin) = (None, None, None);
        let mut sets: BTreeMap<String, Option<String>> = BTreeMap::new();
        for node in record.root().children() {
            match node.name() {
                "program-key" => prefer(&mut key, node),
                "program-name" => prefer(&mut name, node),
                "sanctions-set" => {
                    let id = attribute(node, "ssid").unwrap_or_default();
                    prefer(sets.entry(id).or_default(), node);
                }
                "origin" => origin = node.words(),
                _ => {}
            }
        }
        let programme = key.or_else(|| name.clone()).unwrap_or_default();
        for (id, set) in sets {
            let basis = LegalBasis {
                title: name.clone().unwrap_or_else(|| programme.clone()),
                kind: set,
                programme: Some(programme.clone()),
                ..LegalBasis::default()
            };
            let (programme, origin) = (programme.clone(), origin.clone());
            self.sets.insert(id, Set { programme, basis, origin });
        }
    }

    /// Reads a `place`.
    pub(super) fn add_place(&mut self, record: &Record<'_>) {
        let mut place = Place::default();
        let mut variants = Vec::new();
        let mut id = String::new();
        for node in record.root().children() {
            match node.name() {
                "ssid" => id = node.text().to_owned(),
                "location" => place.locality = node.words(),
                "area" => place.region = node.words(),
                "location-variant" | "area-variant" => variants.extend(node.words()),
                "country" => place.country = country(node),
                _ => {}
            }
        }
        place.note = Some(variants.join("; "))
            .filter(|text| !text.is_empty())
            .map(|text| format!("also {text}"));
        self.places.insert(id, place);
    }
}

/// Keeps the text in English, else the first.
fn prefer(slot: &mut Option<String>, node: Node<'_, '_>) {
    let (words, language) = (node.words(), attribute(node, "lang"));
    if slot.is_none() || language.as_deref() == Some(LANGUAGE) {
        *slot = words;
    }
}

/// An attribute of an element, taken.
pub(super) fn attribute(node: Node<'_, '_>, name: &str) -> Option<String> {
    node.children().find(|child| child.name() == name).and_then(Node::words)
}

/// `<country iso-code="IQ">Iraq</country>`
pub(super) fn country(node: Node<'_, '_>) -> Option<Country> {
    let code = attribute(node, "iso-code").unwrap_or_default();
    let words = node.words().or_else(|| Some(code.clone()).filter(|code| !code.is_empty()))?;
    Some(country_with_code(&words, &code))
}
