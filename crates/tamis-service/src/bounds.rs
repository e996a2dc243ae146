//! When a new snapshot waits for a person instead of being screened against by itself.

use std::collections::BTreeSet;

use tamis_archive::HoldReason;
use tamis_model::SnapshotInfo;
use tamis_screen::difference::{
    ChangeKind, EntryChange, EntryField, Fate, FieldValue, ListDifference,
};

/// The bounds within which a new snapshot is taken into use. Both are decisions of this product, made on the
/// official files at hand (docs/decisions/0021-life-of-a-list.md has the figures).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HoldBounds {
    /// The share of entries, in percent, by which a list may shrink. No list at hand has shrunk by more than
    /// 4 % (the UN's, in the six years from 2015-03 to 2021-03): more looks like a part of a file.
    pub fewer_percent: u64,
    /// The share of the earlier entries, in percent and for each year begun between the two publications, that
    /// may be gone, or have lost a name, a birth date or a number, or be of another kind: more looks like a new
    /// layout, or like values that are read otherwise.
    pub changed_percent: u64,
}

impl Default for HoldBounds {
    fn default() -> Self {
        Self { fewer_percent: 5, changed_percent: 25 }
    }
}

/// So many entries may be gone or changed whatever their share: of a list of a dozen, one is 8 %.
const FEW: u64 = 2;

/// Days of a year.
const YEAR: i32 = 365;

impl HoldBounds {
    /// What keeps a snapshot from being taken into use after another one; nothing where it is within the
    /// bounds. Without a difference (the other one can't be read any more) the numbers of entries decide.
    #[must_use]
    pub fn reasons(
        &self,
        before: &SnapshotInfo,
        after: &SnapshotInfo,
        difference: Option<&ListDifference<'_>>,
    ) -> Vec<HoldReason> {
        let mut reasons = Vec::new();
        let gone = before.entries.saturating_sub(after.entries);
        if gone > FEW && gone * 100 > before.entries * self.fewer_percent {
            let (before, after, bound) = (before.entries, after.entries, self.fewer_percent);
            reasons.push(HoldReason::Fewer { before, after, bound });
        }
        let Some(difference) = difference else { return reasons };
        let left: u64 = difference.scope.left_of_from.values().sum();
        let of = before.entries.saturating_sub(left);
        let changed = difference.changes.iter().filter(|change| has_lost(change)).count() as u64;
        let days = after.published.ordinal() - before.published.ordinal();
        let years = u64::try_from(days.max(1).div_euclid(YEAR) + 1).unwrap_or(1);
        let bound = self.changed_percent * years;
        if changed > FEW && changed * 100 > of * bound {
            reasons.push(HoldReason::Changed { changed, of, bound });
        }
        reasons
    }
}

/// Whether an earlier entry is gone, or has lost a value that it was found by. How a value is written is none:
/// files changed the writing of dates and numbers of all their records from one day to the next.
fn has_lost(change: &EntryChange<'_>) -> bool {
    match change.fate {
        Fate::Added | Fate::SplitFrom { .. } => false,
        Fate::Removed | Fate::MergedInto { .. } => true,
        Fate::Kept(_) => change.fields.iter().any(|field| match field.field {
            EntryField::Kind => true,
            EntryField::Names | EntryField::Births | EntryField::Identifiers => {
                let come: BTreeSet<String> = field.come.iter().flat_map(values).collect();
                field.gone.iter().flat_map(values).any(|value| !come.contains(&value))
            }
            _ => false,
        }),
    }
}

/// What a value is compared by, however it is written.
fn values(value: &FieldValue<'_>) -> Vec<String> {
    let letters =
        |text: &str| text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    match value {
        FieldValue::Name(name) => vec![letters(&name.text)],
        FieldValue::Identifier(identifier) => vec![letters(&identifier.number)],
        FieldValue::Date(date) => date.readings.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}

/// Words for what was counted of a difference: the kinds of changes, what stayed, what was not compared.
#[must_use]
pub(crate) fn counted(difference: &ListDifference<'_>) -> Vec<(&'static str, u64)> {
    let counts = difference.counts();
    let of_kinds =
        ChangeKind::ALL.iter().filter_map(|kind| Some((kind.words(), *counts.get(kind)?)));
    let scope = &difference.scope;
    let not_compared = scope.left_of_from.values().chain(scope.left_of_to.values()).sum();
    of_kinds.chain([("unchanged", difference.unchanged), ("not_compared", not_compared)]).collect()
}

#[cfg(test)]
mod tests;
