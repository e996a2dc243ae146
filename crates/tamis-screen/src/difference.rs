//! What changed between two snapshots of a list: entry by entry and field by field.
//!
//! A record that goes on under another reference, another heading, as an entry of its own or inside
//! another one is told as that, never as a delisting. Snapshots that hold different parts of a list are
//! compared in what both hold; the rest is counted by name. It knows no party and no score.

mod families;
mod fields;
mod pairs;

use std::collections::BTreeMap;

use tamis_model::{Entry, EntryId, PartyKind, SnapshotInfo, SnapshotScope};

pub use fields::{EntryField, FieldChange, FieldValue};
pub use pairs::MatchedBy;

/// A snapshot with its entries, as they are compared.
#[derive(Debug, Clone, Copy)]
pub struct Dated<'a> {
    /// Which snapshot.
    pub snapshot: &'a SnapshotInfo,
    /// Its entries.
    pub entries: &'a [Entry],
}

/// The difference of two snapshots of one list. It borrows the entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListDifference<'a> {
    /// The older one, by the order of the arguments.
    pub from: &'a SnapshotInfo,
    /// The newer one.
    pub to: &'a SnapshotInfo,
    /// What both hold.
    pub scope: CommonScope,
    /// Entries that differ: those of the newer snapshot in its order, then those that are gone.
    pub changes: Vec<EntryChange<'a>>,
    /// Entries of both that are the same in every field.
    pub unchanged: u64,
}

/// What two snapshots both hold of their list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CommonScope {
    /// The programmes that are compared; none means the whole list.
    pub programmes: Option<Vec<String>>,
    /// Entries of the older snapshot that are not compared, by programme.
    pub left_of_from: BTreeMap<String, u64>,
    /// Entries of the newer snapshot that are not compared, by programme.
    pub left_of_to: BTreeMap<String, u64>,
}

/// What became of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It is in both.
    Kept(MatchedBy),
    /// It is new.
    Added,
    /// It was inside another entry, as an alias, and is an entry of its own now.
    SplitFrom {
        /// The entry that it was an alias of, as the newer snapshot has it.
        entry: EntryId,
        /// Its names that stood there.
        names: Vec<String>,
    },
    /// It is gone.
    Removed,
    /// It was an entry of its own, and its names stand inside another one now.
    MergedInto {
        /// The other entry, as the newer snapshot has it.
        entry: EntryId,
        /// The names that stand there now.
        names: Vec<String>,
    },
}

/// The one word for a change, the most telling first where several fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ChangeKind {
    /// A new record.
    Added,
    /// An alias that became an entry of its own.
    Split,
    /// A record that is gone.
    Removed,
    /// A record whose names are inside another one now.
    Merged,
    /// The same record under another reference.
    Moved,
    /// The same record with another heading.
    Renamed,
    /// The same record with other values.
    Changed,
}

impl ChangeKind {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 7] = [
        Self::Added,
        Self::Split,
        Self::Removed,
        Self::Merged,
        Self::Moved,
        Self::Renamed,
        Self::Changed,
    ];

    /// The word for people.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Split => "split",
            Self::Removed => "removed",
            Self::Merged => "merged",
            Self::Moved => "moved",
            Self::Renamed => "renamed",
            Self::Changed => "changed",
        }
    }
}

/// A record that is not the same in both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryChange<'a> {
    /// As it was.
    pub before: Option<&'a Entry>,
    /// As it is.
    pub after: Option<&'a Entry>,
    /// What became of it.
    pub fate: Fate,
    /// Fields with other values; of a record that is in both only.
    pub fields: Vec<FieldChange<'a>>,
}

impl EntryChange<'_> {
    /// The one word for it.
    #[must_use]
    pub fn kind(&self) -> ChangeKind {
        match self.fate {
            Fate::Added => ChangeKind::Added,
            Fate::SplitFrom { .. } => ChangeKind::Split,
            Fate::Removed => ChangeKind::Removed,
            Fate::MergedInto { .. } => ChangeKind::Merged,
            Fate::Kept(_) if self.is_moved() => ChangeKind::Moved,
            Fate::Kept(_) if self.is_renamed() => ChangeKind::Renamed,
            Fate::Kept(_) => ChangeKind::Changed,
        }
    }

    /// Whether its reference is another one.
    #[must_use]
    pub fn is_moved(&self) -> bool {
        matches!((self.before, self.after), (Some(before), Some(after)) if before.id != after.id)
    }

    /// Whether its heading is another one.
    #[must_use]
    pub fn is_renamed(&self) -> bool {
        matches!((self.before, self.after),
            (Some(before), Some(after)) if before.heading() != after.heading())
    }

    /// The id that it goes by: the one it has now, else the one it had.
    #[must_use]
    pub fn id(&self) -> Option<&EntryId> {
        self.after.or(self.before).map(|entry| &entry.id)
    }

    /// Its heading, as [`id`](Self::id).
    #[must_use]
    pub fn heading(&self) -> &str {
        self.after.or(self.before).map_or("", Entry::heading)
    }
}

impl ListDifference<'_> {
    /// How many changes there are of each kind.
    #[must_use]
    pub fn counts(&self) -> BTreeMap<ChangeKind, u64> {
        let mut counts = BTreeMap::new();
        for change in &self.changes {
            *counts.entry(change.kind()).or_default() += 1;
        }
        counts
    }
}

/// Compares two snapshots of a list. Nothing depends on the order of the entries but that of the
/// changes.
#[must_use]
pub fn difference<'a>(from: Dated<'a>, to: Dated<'a>) -> ListDifference<'a> {
    let mut scope = CommonScope {
        programmes: common_programmes(&from.snapshot.scope, &to.snapshot.scope),
        ..CommonScope::default()
    };
    let pairs = pairs::pairs(from.entries, to.entries);
    let families = families::Families::of(from.entries, to.entries, &pairs);
    let mut changes = Vec::new();
    let mut unchanged = 0;
    for (place, after) in to.entries.iter().enumerate() {
        let matched = pairs.of_to.get(place).copied().flatten();
        let before = matched.and_then(|(before, _)| from.entries.get(before));
        let change = match (before, matched) {
            (Some(before), Some((_, by))) => {
                let fields = fields::changes(before, after);
                if fields.is_empty() && before.id == after.id {
                    unchanged += 1;
                    continue;
                }
                EntryChange {
                    before: Some(before),
                    after: Some(after),
                    fate: Fate::Kept(by),
                    fields,
                }
            }
            _ if !is_in(after, scope.programmes.as_deref()) => {
                count_programmes(after, &mut scope.left_of_to);
                continue;
            }
            _ => {
                let fate = families.split_from(place).unwrap_or(Fate::Added);
                EntryChange { before: None, after: Some(after), fate, fields: Vec::new() }
            }
        };
        changes.push(change);
    }
    for (place, before) in from.entries.iter().enumerate() {
        if pairs.of_from.get(place).copied().flatten().is_some() {
            continue;
        }
        if !is_in(before, scope.programmes.as_deref()) {
            count_programmes(before, &mut scope.left_of_from);
            continue;
        }
        let fate = families.merged_into(place).unwrap_or(Fate::Removed);
        changes.push(EntryChange { before: Some(before), after: None, fate, fields: Vec::new() });
    }
    ListDifference { from: from.snapshot, to: to.snapshot, scope, changes, unchanged }
}

/// The programmes that both snapshots hold; none where both hold the whole list.
fn common_programmes(one: &SnapshotScope, other: &SnapshotScope) -> Option<Vec<String>> {
    match (one, other) {
        (SnapshotScope::Whole, SnapshotScope::Whole) => None,
        (SnapshotScope::Programmes(some), SnapshotScope::Whole)
        | (SnapshotScope::Whole, SnapshotScope::Programmes(some)) => Some(some.clone()),
        (SnapshotScope::Programmes(some), SnapshotScope::Programmes(others)) => {
            let both = some.iter().filter(|programme| contains(others, programme));
            Some(both.cloned().collect())
        }
    }
}

fn contains(programmes: &[String], programme: &str) -> bool {
    programmes.iter().any(|known| known.eq_ignore_ascii_case(programme))
}

fn is_in(entry: &Entry, programmes: Option<&[String]>) -> bool {
    programmes.is_none_or(|known| entry.programmes.iter().any(|one| contains(known, one)))
}

fn count_programmes(entry: &Entry, counts: &mut BTreeMap<String, u64>) {
    let programme = entry.programmes.first().map_or("no programme", String::as_str);
    *counts.entry(programme.to_owned()).or_default() += 1;
}

/// Whether two kinds may be one record: a person is nothing else.
fn kinds_agree(one: PartyKind, other: PartyKind) -> bool {
    let known = |kind: PartyKind| kind != PartyKind::Unknown;
    !(known(one) && known(other)) || (one == PartyKind::Person) == (other == PartyKind::Person)
}

/// A name without letter case, spaces and punctuation.
fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests;
