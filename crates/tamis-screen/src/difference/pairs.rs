//! Which entry of the newer snapshot is which of the older one.
//!
//! By steps, the surest first; each step takes only what is unambiguous on both sides among those that
//! are left, so that a doubt leaves a record unmatched and never joins two.

use std::collections::HashMap;

use tamis_model::reference::plain_form;
use tamis_model::{Entry, PartyKind};

use super::{folded, kinds_agree};

/// By what a record was found again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MatchedBy {
    /// The same reference.
    Reference,
    /// The same reference in another form: `QE.J.115.04`, `QDe.115`.
    FormOfReference,
    /// The newer entry states the older reference.
    OldReference,
    /// A key of the publisher that only this record has: `DATAID`.
    PublishersKey,
    /// The same heading, and the same birth date, number or second name.
    NamesAndDates,
}

/// Keys of a list that stay with a record, by the field that they stand in. Source: the readers.
const LASTING_KEYS: [&str; 3] = ["DATAID", "logicalId", "UK Sanctions List Ref"];

/// The field of references that the list itself calls old.
const OLD_REFERENCE: &str = "old reference";

/// Pairs by place: the place on the other side, and by what.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    pub(super) of_from: Vec<Option<(usize, MatchedBy)>>,
    pub(super) of_to: Vec<Option<(usize, MatchedBy)>>,
}

pub(super) fn pairs(from: &[Entry], to: &[Entry]) -> Pairs {
    let mut pairs = Pairs { of_from: vec![None; from.len()], of_to: vec![None; to.len()] };
    let reference = |entry: &Entry| vec![entry.id.reference.to_string()];
    pairs.join(from, to, MatchedBy::Reference, reference, reference);
    let plain = |entry: &Entry| vec![plain_form(&entry.id.list, &entry.id.reference)];
    pairs.join(from, to, MatchedBy::FormOfReference, plain, plain);
    pairs.join(from, to, MatchedBy::OldReference, plain, old_references);
    pairs.join(from, to, MatchedBy::PublishersKey, lasting_keys, lasting_keys);
    pairs.join(from, to, MatchedBy::NamesAndDates, features, features);
    pairs
}

impl Pairs {
    /// Joins the entries that are left and share a key which nobody else among them has.
    fn join(
        &mut self,
        from: &[Entry],
        to: &[Entry],
        by: MatchedBy,
        keys_before: impl Fn(&Entry) -> Vec<String>,
        keys_after: impl Fn(&Entry) -> Vec<String>,
    ) {
        let before = bearers(from, &self.of_from, keys_before);
        let after = bearers(to, &self.of_to, &keys_after);
        for (place, entry) in to.iter().enumerate() {
            if self.of_to.get(place).is_none_or(Option::is_some) {
                continue;
            }
            let found = keys_after(entry).into_iter().find_map(|key| {
                let alone = after.get(&key) == Some(&Some(place));
                let other = before.get(&key).copied().flatten().filter(|_| alone)?;
                let free = self.of_from.get(other).is_some_and(Option::is_none);
                let old = from.get(other)?;
                let same = by == MatchedBy::Reference || kinds_agree(old.kind, entry.kind);
                (free && same).then_some(other)
            });
            let Some(other) = found else { continue };
            if let (Some(one), Some(two)) = (self.of_to.get_mut(place), self.of_from.get_mut(other))
            {
                *one = Some((other, by));
                *two = Some((place, by));
            }
        }
    }
}

/// The one entry that bears a key, or none where several do.
fn bearers(
    entries: &[Entry],
    taken: &[Option<(usize, MatchedBy)>],
    keys: impl Fn(&Entry) -> Vec<String>,
) -> HashMap<String, Option<usize>> {
    let mut bearers: HashMap<String, Option<usize>> = HashMap::new();
    for (place, entry) in entries.iter().enumerate() {
        if taken.get(place).is_some_and(Option::is_some) {
            continue;
        }
        for key in keys(entry) {
            bearers
                .entry(key)
                .and_modify(|known| *known = known.filter(|known| *known == place))
                .or_insert(Some(place));
        }
    }
    bearers
}

fn old_references(entry: &Entry) -> Vec<String> {
    let old = entry.other_keys.iter().filter(|key| key.field == OLD_REFERENCE);
    old.map(|key| plain_form(&entry.id.list, &key.text)).collect()
}

fn lasting_keys(entry: &Entry) -> Vec<String> {
    let lasting = entry.other_keys.iter().filter(|key| LASTING_KEYS.contains(&&*key.field));
    lasting.map(|key| format!("{} {}", key.field, key.text)).collect()
}

/// A heading with something beside it that few share: a number, a birth date, another name.
fn features(entry: &Entry) -> Vec<String> {
    let heading = folded(entry.heading());
    if heading.is_empty() {
        return Vec::new();
    }
    let numbers = entry.identifiers.iter().map(|one| format!("n {}", one.normalised()));
    let births = entry.births.iter().filter(|_| entry.kind == PartyKind::Person);
    let births = births.flat_map(|birth| &birth.readings).map(|reading| format!("b {reading}"));
    let names = entry.names.iter().map(|name| folded(&name.text));
    let names = names.filter(|name| *name != heading && !name.is_empty());
    let beside = numbers.chain(births).chain(names.map(|name| format!("a {name}")));
    let mut features: Vec<String> = beside.map(|beside| format!("{heading} {beside}")).collect();
    features.sort();
    features.dedup();
    features
}
