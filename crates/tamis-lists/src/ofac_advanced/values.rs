//! The sets of values: what a number in a reference stands for.

use std::collections::HashMap;

use super::said;
use crate::xml::Record;

/// One value: its words, and what else a set tells of it (the ISO code of a country, the type of a subtype).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Value {
    words: String,
    more: String,
}

/// All values by set and number.
#[derive(Debug, Default)]
pub(super) struct Values(HashMap<(&'static str, String), Value>);

/// The sets that are read, by the names of their elements, and the attribute that is read beside the words.
const SETS: [(&str, &str); 18] = [
    ("AliasType", ""),
    ("AreaCode", "Description"),
    ("Country", "ISO2"),
    ("DetailReference", ""),
    ("EntryEventType", ""),
    ("FeatureType", ""),
    ("IDRegDocDateType", ""),
    ("IDRegDocType", ""),
    ("LegalBasis", "LegalBasisShortRef"),
    ("List", ""),
    ("LocPartType", ""),
    ("NamePartType", ""),
    ("PartySubType", "PartyTypeID"),
    ("PartyType", ""),
    ("RelationType", ""),
    ("SanctionsType", ""),
    ("Script", "ScriptCode"),
    ("Validity", ""),
];

impl Values {
    /// Reads the `ReferenceValueSets`.
    pub(super) fn add(&mut self, record: &Record<'_>) {
        for value in record.root().children().flat_map(crate::xml::Node::children) {
            let Some((set, more)) = SETS.iter().find(|(set, _)| *set == value.name()) else {
                continue;
            };
            let id = said(value, "ID").unwrap_or_default();
            let words = value.words().unwrap_or_default();
            let more = said(value, more).unwrap_or_default();
            // the country of an area code is that of its place
            let _ = said(value, "CountryID");
            self.0.insert((set, id), Value { words, more });
        }
    }

    /// The words of a value; the number itself where the set lacks it.
    pub(super) fn words(&self, set: &'static str, id: &str) -> String {
        self.0.get(&(set, id.to_owned())).map_or_else(|| id.to_owned(), |value| value.words.clone())
    }

    /// What the set tells beside the words.
    pub(super) fn more(&self, set: &'static str, id: &str) -> Option<&str> {
        self.0
            .get(&(set, id.to_owned()))
            .map(|value| value.more.as_str())
            .filter(|it| !it.is_empty())
    }
}
