//! Objects become entries: parties by themselves, and what hangs on them (listings, papers, addresses, relations)
//! by the ids that they state.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use tamis_model::{Account, Entry, EntryId, ListId, PartyKind, Refusal};

use super::object::Object;
use super::properties;
use crate::source::{RepairKind, Source};

mod attached;
mod entry;

/// Schemas of parties → kind. Source: the model of FollowTheMoney 4.
const SCHEMAS: [(&str, PartyKind); 8] = [
    ("Person", PartyKind::Person),
    ("LegalEntity", PartyKind::Unknown),
    ("Organization", PartyKind::Organisation),
    ("Company", PartyKind::Organisation),
    ("PublicBody", PartyKind::Organisation),
    ("Vessel", PartyKind::Vessel),
    ("Airplane", PartyKind::Aircraft),
    ("CryptoWallet", PartyKind::Unknown),
];

fn kind(schema: &str) -> Option<PartyKind> {
    SCHEMAS.iter().find(|(known, _)| *known == schema).map(|(_, kind)| *kind)
}

/// The key under which the ids of merged objects stand. Source: the model of FollowTheMoney 4.
const REFERENTS: &str = "referents";

/// Why an object that hangs on no party is refused. One that could be a party itself says so: a schema that is not
/// there or not known must not look like an address that nobody has.
fn unattached(object: &Object) -> &'static str {
    match (object.schema.is_empty(), object.target) {
        (true, _) => "no schema: the publisher must add it, or the party be entered by hand",
        (false, Some(true)) => {
            "the publisher lists it, and its schema is none of a party here: enter it by hand, or ask for its schema"
        }
        _ => "no party of the file has it: it tells of nobody who is listed",
    }
}

/// The objects read so far.
pub(super) struct Parties {
    list: ListId,
    parties: Vec<Object>,
    others: Vec<Object>,
    account: Account,
}

impl Parties {
    pub(super) fn new(list: ListId) -> Self {
        Self { list, parties: Vec::new(), others: Vec::new(), account: Account::default() }
    }

    pub(super) fn take(&mut self, object: Object) {
        *self.account.read.entry(object.schema.clone()).or_default() += 1;
        if kind(&object.schema).is_some() {
            self.parties.push(object);
        } else {
            self.others.push(object);
        }
    }

    pub(super) fn repaired(&mut self, source: &Source<'_>) {
        for repair in source.repairs.iter().filter(|it| it.kind == RepairKind::StrayBytes) {
            self.account.repaired_runs += 1;
            self.account.repaired_bytes += repair.found.len() as u64;
        }
    }

    pub(super) fn finish(mut self) -> (Vec<Entry>, Account) {
        let mut entries: Vec<Entry> = Vec::new();
        let mut by_id: HashMap<String, usize> = HashMap::new();
        // ids of objects that the publisher found to be this party: what hangs on it may still name them
        let mut earlier: Vec<(String, usize)> = Vec::new();
        // addresses are named by their parties, all else names its party
        let mut named: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for object in std::mem::take(&mut self.parties) {
            let id = EntryId::new(&self.list, &object.id);
            let reason = match (&*id.reference, object.values("name").is_empty()) {
                _ if object.target == Some(false) => {
                    "no target: the publisher says that it is not listed itself, so it is not screened"
                }
                ("", _) => "no id: the publisher must add it, or the party be entered by hand",
                (id, _) if by_id.contains_key(id) => {
                    "another object with this id is there: ask the publisher which holds"
                }
                (_, true) => "no name: the publisher must add one, or the party be entered by hand",
                _ => "",
            };
            if !reason.is_empty() {
                self.refuse(&object, reason);
                continue;
            }
            let kind = kind(&object.schema).unwrap_or(PartyKind::Unknown);
            let mut entry = Entry::new(id, kind);
            entry::fill(&object, &mut entry, &mut self.account.diagnostics);
            for id in properties::links(&object) {
                named.entry(id.to_owned()).or_default().insert(entries.len());
            }
            let merged = object.others.iter().filter(|(key, _)| key == REFERENTS);
            earlier.extend(merged.map(|(_, id)| (id.trim().to_owned(), entries.len())));
            *self.account.accepted.entry(object.schema).or_default() += 1;
            by_id.insert(object.id, entries.len());
            entries.push(entry);
        }
        for (id, place) in earlier {
            by_id.entry(id).or_insert(place);
        }
        for object in std::mem::take(&mut self.others) {
            let mut places = named.get(&object.id).cloned().unwrap_or_default();
            places.extend(object.properties.values().flatten().filter_map(|id| by_id.get(id)));
            if places.is_empty() {
                self.refuse(&object, unattached(&object));
                continue;
            }
            for place in places {
                if let Some(entry) = entries.get_mut(place) {
                    attached::add(&object, entry, &mut self.account.diagnostics);
                }
            }
            self.account.merged += 1;
            *self.account.accepted.entry(object.schema).or_default() += 1;
        }
        self.account.entries = entries.len() as u64;
        self.account.names = entries.iter().map(|entry| entry.names.len() as u64).sum();
        (entries, self.account)
    }

    fn refuse(&mut self, object: &Object, reason: &str) {
        self.account.refused.push(Refusal {
            record: Some(object.id.clone()).filter(|id| !id.is_empty()),
            position: object.position(),
            reason: reason.to_owned(),
        });
    }
}
