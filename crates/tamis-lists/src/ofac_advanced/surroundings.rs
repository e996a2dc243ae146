//! What stands beside the parties, ready to be referred to: places, documents, relations, listings.

use std::collections::HashMap;

use tamis_model::{Address, Country, Identifier};

use super::documents::{self, Document};
use super::listings::{self, Listing};
use super::said;
use super::values::Values;
use crate::country::country_with_code;
use crate::xml::Record;

/// All of it, of one file.
#[derive(Debug, Default)]
pub(super) struct Surroundings {
    pub(super) values: Values,
    locations: HashMap<String, Address>,
    /// By identity.
    documents: HashMap<String, Vec<Document>>,
    /// By profile.
    relations: HashMap<String, Vec<String>>,
    listings: HashMap<String, Vec<Listing>>,
}

impl Surroundings {
    pub(super) fn location(&self, id: &str) -> Option<&Address> {
        self.locations.get(id)
    }

    pub(super) fn documents(&self, identity: &str) -> &[Document] {
        self.documents.get(identity).map(Vec::as_slice).unwrap_or_default()
    }

    pub(super) fn relations(&self, profile: &str) -> &[String] {
        self.relations.get(profile).map(Vec::as_slice).unwrap_or_default()
    }

    pub(super) fn listings(&self, profile: &str) -> &[Listing] {
        self.listings.get(profile).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether most listings are on the SDN list; the file of the lists beside it names those.
    pub(super) fn is_sdn(&self) -> bool {
        let lists = || self.listings.values().flatten();
        let sdn = lists().filter(|listing| listing.list.eq_ignore_ascii_case("SDN List")).count();
        sdn * 2 >= lists().count()
    }

    /// A country by its number.
    pub(super) fn country(&self, id: &str) -> Country {
        let words = self.values.words("Country", id);
        country_with_code(&words, self.values.more("Country", id).unwrap_or_default())
    }

    /// Reads a `Location`.
    pub(super) fn add_location(&mut self, record: &Record<'_>) {
        let mut address = Address::default();
        let (mut id, mut street, mut notes) = (String::new(), Vec::new(), Vec::new());
        for node in record.root().children() {
            match node.name() {
                "ID" => id = node.text().to_owned(),
                "LocationAreaCode" => {
                    let code = said(node, "AreaCodeID").unwrap_or_default();
                    notes.extend(self.values.more("AreaCode", &code).map(str::to_owned));
                }
                "LocationCountry" => {
                    address.place.country = said(node, "CountryID").map(|id| self.country(&id));
                }
                "LocationPart" => {
                    let kind = said(node, "LocPartTypeID").unwrap_or_default();
                    let kind = self.values.words("LocPartType", &kind);
                    for value in node.children().filter(|it| it.name() == "LocationPartValue") {
                        let text = said(value, "Value");
                        notes.extend(said(value, "Comment"));
                        match kind.to_uppercase().as_str() {
                            "CITY" => address.place.locality = text,
                            "STATE/PROVINCE" => address.place.region = text,
                            "POSTAL CODE" => address.post_code = text,
                            kind if kind.starts_with("ADDRESS") => {
                                street.extend(text.map(|text| (kind.to_owned(), text)));
                            }
                            _ => notes.extend(text),
                        }
                    }
                }
                _ => {}
            }
        }
        street.sort();
        let street: Vec<String> = street.into_iter().map(|(_, text)| text).collect();
        address.street = Some(street.join(", ")).filter(|text| !text.is_empty());
        // an area code repeats the country in most places
        let country = address.place.country.as_ref().map(|country| country.as_written.clone());
        notes.retain(|note| Some(note) != country.as_ref());
        address.place.note = Some(notes.join("; ")).filter(|text| !text.is_empty());
        self.locations.insert(id, address);
    }

    /// Reads an `IDRegDocument`.
    pub(super) fn add_document(&mut self, record: &Record<'_>) {
        let (identity, document) = documents::read(record, self);
        self.documents.entry(identity).or_default().push(document);
    }

    /// Reads a `ProfileRelationship`: a remark of the party that it begins at.
    pub(super) fn add_relationship(&mut self, record: &Record<'_>) {
        let root = record.root();
        let kind = said(root, "RelationTypeID").unwrap_or_default();
        let former = said(root, "Former").filter(|former| former == "true").map(|_| "formerly");
        let words = [
            former.map(str::to_owned),
            Some(self.values.words("RelationType", &kind)),
            said(root, "To-ProfileID").map(|id| format!("profile {id}")),
            said(root, "Comment"),
        ];
        let from = said(root, "From-ProfileID").unwrap_or_default();
        let text = words.into_iter().flatten().collect::<Vec<_>>().join(" ");
        self.relations.entry(from).or_default().push(text);
    }

    /// Reads a `SanctionsEntry`.
    pub(super) fn add_listing(&mut self, record: &Record<'_>) {
        let (profile, listing) = listings::read(record, &self.values);
        self.listings.entry(profile).or_default().push(listing);
    }
}

/// Adds a number to those of an entry unless it is there.
pub(super) fn push_new(identifiers: &mut Vec<Identifier>, identifier: Identifier) {
    if !identifiers.contains(&identifier) {
        identifiers.push(identifier);
    }
}
