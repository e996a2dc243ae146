//! Entries that came out of others, and entries that went into others.
//!
//! A name that left one entry while an entry of that name appeared is a split, the reverse a merger.
//! That the name left (or came) is asked for: a name that both entries have in both snapshots tells of
//! two records that share a name, and of nothing that happened to them.

use std::collections::{HashMap, HashSet};

use tamis_model::{Entry, EntryId, PartyKind};

use super::pairs::Pairs;
use super::{Fate, folded, kinds_agree};

/// What is known of the entries that stand on one side alone, by place.
#[derive(Debug, Default)]
pub(super) struct Families {
    split: HashMap<usize, Fate>,
    merged: HashMap<usize, Fate>,
}

impl Families {
    pub(super) fn of(from: &[Entry], to: &[Entry], pairs: &Pairs) -> Self {
        let mut left = Moves::default();
        let mut came = Moves::default();
        for (place, matched) in pairs.of_to.iter().enumerate() {
            let Some((other, _)) = matched else { continue };
            let (Some(before), Some(after)) = (from.get(*other), to.get(place)) else { continue };
            if before.names == after.names {
                continue;
            }
            let (names_before, names_after) = (names(before), names(after));
            left.add(after, names_before.difference(&names_after));
            came.add(after, names_after.difference(&names_before));
        }
        let mut families = Self::default();
        for (place, entry) in alone(to, &pairs.of_to) {
            if let Some((entry, names)) = left.of(entry) {
                families.split.insert(place, Fate::SplitFrom { entry, names });
            }
        }
        for (place, entry) in alone(from, &pairs.of_from) {
            if let Some((entry, names)) = came.of(entry) {
                families.merged.insert(place, Fate::MergedInto { entry, names });
            }
        }
        families
    }

    pub(super) fn split_from(&self, place: usize) -> Option<Fate> {
        self.split.get(&place).cloned()
    }

    pub(super) fn merged_into(&self, place: usize) -> Option<Fate> {
        self.merged.get(&place).cloned()
    }
}

fn alone<'a, T>(
    entries: &'a [Entry],
    matched: &'a [Option<T>],
) -> impl Iterator<Item = (usize, &'a Entry)> {
    entries.iter().enumerate().filter(|(place, _)| matched.get(*place).is_some_and(Option::is_none))
}

/// Names that left entries, or came to them.
#[derive(Debug, Default)]
struct Moves<'a> {
    of_name: HashMap<String, Vec<&'a Entry>>,
}

impl<'a> Moves<'a> {
    fn add<'n>(&mut self, entry: &'a Entry, names: impl Iterator<Item = &'n String>) {
        for name in names {
            self.of_name.entry(name.clone()).or_default().push(entry);
        }
    }

    /// The entry that an entry alone shares such names with: its heading, or two names; of an organisation or
    /// another thing one name of two words suffices, where it moved between these two alone (al-Nusrah left
    /// Al-Qaida in Iraq under names of its own, and its heading was none of them). Two people may well share
    /// one. Of several, the one with most, then the first.
    fn of(&self, entry: &Entry) -> Option<(EntryId, Vec<String>)> {
        let heading = folded(entry.heading());
        let mut shared: Vec<(&Entry, Vec<String>, bool)> = Vec::new();
        let mut seen = HashSet::new();
        for name in &entry.names {
            let key = folded(&name.text);
            if key.is_empty() || !seen.insert(key.clone()) {
                continue;
            }
            for other in self.of_name.get(&key).into_iter().flatten() {
                if !kinds_agree(entry.kind, other.kind) {
                    continue;
                }
                let is_heading = key == heading;
                match shared.iter_mut().find(|(known, ..)| known.id == other.id) {
                    Some((_, names, headed)) => {
                        names.push(name.text.clone());
                        *headed |= is_heading;
                    }
                    None => shared.push((other, vec![name.text.clone()], is_heading)),
                }
            }
        }
        shared.retain(|(_, names, headed)| {
            *headed || names.len() > 1 || names.iter().any(|name| self.tells_alone(entry, name))
        });
        shared.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then_with(|| a.0.id.cmp(&b.0.id)));
        shared.into_iter().next().map(|(other, names, _)| (other.id.clone(), names))
    }
}

impl Moves<'_> {
    /// Whether one name tells by itself where an entry came from, or went.
    fn tells_alone(&self, entry: &Entry, name: &str) -> bool {
        let key = folded(name);
        entry.kind != PartyKind::Person
            && name.split_whitespace().count() > 1
            && self.of_name.get(&key).is_some_and(|entries| entries.len() == 1)
    }
}

fn names(entry: &Entry) -> HashSet<String> {
    entry.names.iter().map(|name| folded(&name.text)).filter(|name| !name.is_empty()).collect()
}
