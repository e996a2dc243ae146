//! Listings: a `SanctionsEntry` puts a profile on a list, with events and programmes.

use tamis_model::{CivilDate, Entry, LegalBasis};

use super::values::Values;
use super::{period, said};
use crate::ofac_xml::programmes::basis;
use crate::xml::Record;

/// One listing of a profile.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Listing {
    pub(super) list: String,
    events: Vec<Event>,
    programmes: Vec<String>,
    /// Measures of another type than a programme.
    measures: Vec<String>,
}

/// What happened to a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Event {
    kind: String,
    day: Option<CivilDate>,
    law: Option<String>,
    comment: Option<String>,
}

/// The profile and its listing.
pub(super) fn read(record: &Record<'_>, values: &Values) -> (String, Listing) {
    let root = record.root();
    let mut listing = Listing::default();
    let list = said(root, "ListID").unwrap_or_default();
    listing.list = values.words("List", &list);
    for node in root.children() {
        match node.name() {
            "EntryEvent" => {
                let kind = said(node, "EntryEventTypeID").unwrap_or_default();
                let day = node.children().find(|it| it.name() == "Date").and_then(period::day);
                let law = said(node, "LegalBasisID").map(|id| {
                    values
                        .more("LegalBasis", &id)
                        .map_or_else(|| values.words("LegalBasis", &id), str::to_owned)
                });
                let kind = values.words("EntryEventType", &kind);
                listing.events.push(Event { kind, day, law, comment: said(node, "Comment") });
            }
            "SanctionsMeasure" => {
                let kind = said(node, "SanctionsTypeID").unwrap_or_default();
                let kind = values.words("SanctionsType", &kind);
                let comment = said(node, "Comment");
                if kind.eq_ignore_ascii_case("program") {
                    listing.programmes.extend(comment);
                } else {
                    listing.measures.push(format!("{kind} {}", comment.unwrap_or_default()));
                }
            }
            _ => {}
        }
    }
    (said(root, "ProfileID").unwrap_or_default(), listing)
}

impl Listing {
    /// Tells an entry of its listing.
    pub(super) fn tell(&self, entry: &mut Entry) {
        entry.push_note("list", &self.list);
        for Event { kind, day, law, comment } in &self.events {
            if kind.eq_ignore_ascii_case("created") {
                entry.listed_on = entry.listed_on.into_iter().chain(*day).min();
            } else {
                entry.changed_on.extend(*day);
            }
            if let Some(law) = law {
                let title = law.clone();
                if entry.legal_bases.iter().all(|known| known.title != title) {
                    entry.legal_bases.push(LegalBasis { title, ..LegalBasis::default() });
                }
            }
            if let Some(comment) = comment {
                entry.push_note("EntryEvent", comment);
            }
        }
        for programme in &self.programmes {
            if !entry.programmes.contains(programme) {
                entry.legal_bases.push(basis(programme));
                entry.programmes.push(programme.clone());
            }
        }
        for measure in &self.measures {
            entry.push_note("SanctionsMeasure", measure);
        }
    }
}
