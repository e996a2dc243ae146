//! The end of every reader: records become entries, or are refused, and all are counted.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use tamis_model::{Account, Entry, Position, Refusal};

use crate::source::{RepairKind, Source};

/// Collects the entries of a list.
#[derive(Debug, Default)]
pub(crate) struct Collector {
    /// The entries so far.
    pub(crate) entries: Vec<Entry>,
    /// The account so far.
    pub(crate) account: Account,
    seen: HashMap<Arc<str>, (u64, Position)>,
}

/// What the source says of a record beside the entry that was made of it.
#[derive(Debug, Clone)]
pub(crate) struct Origin<'a> {
    /// The source's word for the record.
    pub(crate) word: &'a str,
    /// Where it stands.
    pub(crate) position: Position,
    /// Its bytes, to tell a repetition from a contradiction.
    pub(crate) bytes: &'a [u8],
}

impl Collector {
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
    /// A record without names is refused. Of two records with one reference the first is kept: if the
    /// second is the same byte for byte it is merged into it, else it is refused, because nobody can
    /// tell which of the two holds.
    pub(crate) fn accept(&mut self, entry: Entry, origin: &Origin<'_>) {
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
        let mut hasher = DefaultHasher::new();
        origin.bytes.hash(&mut hasher);
        let hash = hasher.finish();
        match self.seen.get(&reference) {
            Some((first, _)) if *first == hash => {
                self.account.merged += 1;
                count(&mut self.account.accepted, origin.word);
                return;
            }
            Some((_, first)) => {
                let place = first.line.map_or_else(String::new, |line| format!(" of line {line}"));
                let reason = format!(
                    "duplicate reference with another content than the record{place}: ask the publisher which holds"
                );
                return self.refuse(Some(&reference), origin.position.clone(), &reason);
            }
            None => {
                self.seen.insert(reference, (hash, origin.position.clone()));
            }
        }
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

fn count(counts: &mut std::collections::BTreeMap<String, u64>, word: &str) {
    if let Some(number) = counts.get_mut(word) {
        *number += 1;
    } else {
        counts.insert(word.to_owned(), 1);
    }
}

#[cfg(test)]
mod tests {
    use tamis_model::{ListId, ListedName, NameGrade, PartyKind};

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
            let origin = Origin { word: "record", position: Position::default(), bytes };
            collector.accept(entry(reference, name), &origin);
        }
        let account = &collector.account;
        assert!(account.balances());
        assert_eq!((account.entries, account.merged, account.refused.len()), (1, 1, 3));
    }
}
