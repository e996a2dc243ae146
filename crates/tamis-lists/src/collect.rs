//! The end of every reader: records become entries, or are refused, and all are counted.

use std::collections::HashMap;
use std::sync::Arc;

use tamis_model::{Account, Entry, ListedName, NameGrade, Position, Refusal};

use crate::source::{RepairKind, Source};

/// Collects the entries of a list.
#[derive(Debug, Default)]
pub(crate) struct Collector<'s> {
    /// The entries so far.
    pub(crate) entries: Vec<Entry>,
    /// The account so far.
    pub(crate) account: Account,
    seen: HashMap<Arc<str>, Seen<'s>>,
}

#[derive(Debug)]
struct Seen<'s> {
    bytes: &'s [u8],
    position: Position,
    entry: usize,
}

/// What becomes of a second record with a reference that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Repeated {
    /// Refused: nobody can tell which of the two holds.
    Refused,
    /// Merged, if kind and other keys are the same: the list has a record a programme.
    Merged,
}

/// What the source says of a record beside the entry that was made of it.
#[derive(Debug, Clone)]
pub(crate) struct Origin<'s> {
    /// The source's word for the record.
    pub(crate) word: &'static str,
    /// Where it stands.
    pub(crate) position: Position,
    /// Its bytes, to tell a repetition from a contradiction.
    pub(crate) bytes: &'s [u8],
    /// Whether its reference may stand before several records.
    pub(crate) repeated: Repeated,
}

impl<'s> Collector<'s> {
    /// Counts a record as met.
    pub(crate) fn met(&mut self, word: &str) {
        count(&mut self.account.read, word);
    }

    /// Refuses a record that was met.
    pub(crate) fn refuse(&mut self, reference: Option<&str>, position: Position, reason: &str) {
        let record = reference.map(str::to_owned);
        self.account.refused.push(Refusal { record, position, reason: reason.to_owned() });
    }

    /// Takes an entry that was made of a record that was met.
    ///
    /// A record without names is refused. Of two records with one reference the first is kept; the second
    /// is merged into it if it is the same byte for byte, or if the list repeats references by its own
    /// rule ([`Repeated`]). Else it is refused.
    pub(crate) fn accept(&mut self, entry: Entry, origin: &Origin<'s>) {
        let reference = Arc::clone(&entry.id.reference);
        if reference.is_empty() {
            let reason =
                "no reference: the publisher must add one, or the record be entered by hand";
            return self.refuse(None, origin.position.clone(), reason);
        }
        if entry.names.iter().all(|name| name.text.is_empty()) {
            let reason = "no name: the publisher must add one, or the record be entered by hand";
            return self.refuse(Some(&reference), origin.position.clone(), reason);
        }
        let bytes = origin.bytes;
        if let Some(seen) = self.seen.get(&reference) {
            let first = self.entries.get_mut(seen.entry);
            let same_party = |first: &Entry| {
                origin.repeated == Repeated::Merged
                    && first.kind == entry.kind
                    && first.other_keys == entry.other_keys
            };
            if seen.bytes != bytes && !first.as_deref().is_some_and(same_party) {
                let line = seen.position.line;
                let place = line.map_or_else(String::new, |line| format!(" of line {line}"));
                let reason = format!(
                    "duplicate reference with another content than the record{place}: ask the publisher which holds"
                );
                return self.refuse(Some(&reference), origin.position.clone(), &reason);
            }
            if let Some(first) = first.filter(|_| seen.bytes != bytes) {
                let before = first.names.len();
                merge(first, entry);
                self.account.names += (first.names.len() - before) as u64;
            }
            self.account.merged += 1;
            count(&mut self.account.accepted, origin.word);
            return;
        }
        let seen = Seen { bytes, position: origin.position.clone(), entry: self.entries.len() };
        self.seen.insert(reference, seen);
        count(&mut self.account.accepted, origin.word);
        self.account.entries += 1;
        self.account.names += entry.names.len() as u64;
        self.entries.push(entry);
    }

    /// Ends the account with what was repaired when the files were decoded.
    pub(crate) fn finish(mut self, source: &Source<'_>) -> (Vec<Entry>, Account) {
        for repair in &source.repairs {
            if repair.kind == RepairKind::StrayBytes {
                self.account.repaired_runs += 1;
                self.account.repaired_bytes += repair.found.len() as u64;
            }
        }
        (self.entries, self.account)
    }
}

/// Adds to an entry what the record of another programme says of the same party. A name that is there in
/// the same language stays as the first record has it; the second record's main name is one more name.
fn merge(first: &mut Entry, second: Entry) {
    for mut name in second.names {
        if name.grade == NameGrade::Primary {
            name.grade = NameGrade::PrimaryVariation;
        }
        let there = |other: &ListedName| {
            other.text == name.text
                && other.language == name.language
                && other.as_written == name.as_written
        };
        if !first.names.iter().any(there) {
            first.names.push(name);
        }
    }
    append(&mut first.births, second.births);
    append(&mut first.birthplaces, second.birthplaces);
    append(&mut first.nationalities, second.nationalities);
    append(&mut first.parents, second.parents);
    append(&mut first.identifiers, second.identifiers);
    append(&mut first.addresses, second.addresses);
    append(&mut first.titles, second.titles);
    append(&mut first.positions, second.positions);
    append(&mut first.programmes, second.programmes);
    append(&mut first.legal_bases, second.legal_bases);
    append(&mut first.changed_on, second.changed_on);
    append(&mut first.references, second.references);
    append(&mut first.notes, second.notes);
    first.sex = first.sex.or(second.sex);
    // The party is listed since the first of the days.
    first.listed_on = match (first.listed_on, second.listed_on) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    };
}

fn append<T: PartialEq>(first: &mut Vec<T>, second: Vec<T>) {
    for value in second {
        if !first.contains(&value) {
            first.push(value);
        }
    }
}

fn count(counts: &mut std::collections::BTreeMap<String, u64>, word: &str) {
    if let Some(number) = counts.get_mut(word) {
        *number += 1;
    } else {
        counts.insert(word.to_owned(), 1);
    }
}

#[cfg(test)]
mod tests {
    use tamis_model::{ListId, PartyKind};

    use super::*;

    fn entry(reference: &str, name: &str) -> Entry {
        let list = ListId::new("un").unwrap();
        let mut entry = Entry::new(tamis_model::EntryId::new(&list, reference), PartyKind::Person);
        entry.names.push(ListedName::new(name, NameGrade::Primary, "test"));
        entry
    }

    #[test]
    fn the_second_of_a_reference_is_merged_if_equal_and_refused_if_not() {
        let mut collector = Collector::default();
        for (reference, name, bytes) in [
            ("A.1", "x", b"one".as_slice()),
            ("A.1", "x", b"one"),
            ("A.1", "y", b"two"),
            ("", "z", b"three"),
            ("A.2", "", b"four"),
        ] {
            collector.met("record");
            let position = Position::default();
            let origin = Origin { word: "record", position, bytes, repeated: Repeated::Refused };
            collector.accept(entry(reference, name), &origin);
        }
        let account = &collector.account;
        assert!(account.balances());
        assert_eq!((account.entries, account.merged, account.refused.len()), (1, 1, 3));
    }

    #[test]
    fn records_of_one_party_under_two_programmes_are_one_entry() {
        let mut collector = Collector::default();
        for (name, day, bytes) in [
            ("x", "2010-01-02", b"one".as_slice()),
            ("y", "2009-01-02", b"two"),
            ("x", "2011-01-02", b"3"),
        ] {
            collector.met("record");
            let mut entry = entry("A.1", name);
            entry.listed_on = tamis_model::CivilDate::parse_iso(day).ok();
            entry.programmes.push(day.to_owned());
            let position = Position::default();
            let origin = Origin { word: "record", position, bytes, repeated: Repeated::Merged };
            collector.accept(entry, &origin);
        }
        let [entry] = collector.entries.as_slice() else { panic!("one entry") };
        let names: Vec<&str> = entry.names.iter().map(|name| name.text.as_str()).collect();
        assert_eq!((names, entry.programmes.len()), (vec!["x", "y"], 3));
        assert_eq!(entry.listed_on.unwrap().to_string(), "2009-01-02");
        assert_eq!(collector.account.names, 2);
        assert!(collector.account.balances());
    }
}
