//! The active snapshot of each list, the snapshots that are held for a person, and what people decided
//! about those that were. All of it is one file, so that each decision takes one step.

use std::collections::BTreeMap;

use tamis_model::{ListId, Moment, SnapshotId};

/// Which snapshot of each list is screened against, and which are not to be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CurrentSet {
    snapshots: BTreeMap<ListId, SnapshotId>,
    held: BTreeMap<ListId, HeldSnapshot>,
    decisions: Vec<HoldDecision>,
}

/// A stored snapshot that waits for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldSnapshot {
    /// Which.
    pub id: SnapshotId,
    /// Since when.
    pub since: Moment,
    /// Why.
    pub reasons: Vec<HoldReason>,
}

/// Why a snapshot was not taken into use by itself. Shares are in percent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HoldReason {
    /// It has fewer entries than the active one.
    Fewer {
        /// Entries of the active one.
        before: u64,
        /// Its own.
        after: u64,
        /// The share that may be missing.
        bound: u64,
    },
    /// More of the entries of the active one are gone or found by other values.
    Changed {
        /// Entries that are.
        changed: u64,
        /// Of so many that both could hold.
        of: u64,
        /// The share that may be.
        bound: u64,
    },
}

/// How the waiting of a snapshot ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoldEnd {
    /// A person took it into use.
    Accepted,
    /// A person refused it.
    Rejected,
    /// Another one came before anybody decided.
    Superseded,
    /// It is older than the active one, and beyond the bounds against the one before it.
    Older,
}

/// What became of a snapshot that was held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoldDecision {
    /// The list.
    pub list: ListId,
    /// The snapshot.
    pub id: SnapshotId,
    /// What.
    pub end: HoldEnd,
    /// Who decided; nobody did where it was superseded.
    pub reviewer: Option<String>,
    /// Why, in the words of the one who decided.
    pub reason: Option<String>,
    /// When.
    pub at: Moment,
}

impl CurrentSet {
    /// Whether no list is active.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.snapshots.is_empty()
    }

    /// The active snapshot of a list.
    #[must_use]
    pub fn get(&self, list: &ListId) -> Option<SnapshotId> {
        self.snapshots.get(list).copied()
    }

    /// Lists and their active snapshots, in the order of the lists.
    pub fn iter(&self) -> impl Iterator<Item = (&ListId, SnapshotId)> {
        self.snapshots.iter().map(|(list, id)| (list, *id))
    }

    /// Makes a snapshot the active one of its list.
    pub fn set(&mut self, list: ListId, id: SnapshotId) {
        self.snapshots.insert(list, id);
    }

    /// The snapshot of a list that waits for a person.
    #[must_use]
    pub fn held(&self, list: &ListId) -> Option<&HeldSnapshot> {
        self.held.get(list)
    }

    /// Lists with a snapshot that waits, in their order.
    pub fn all_held(&self) -> impl Iterator<Item = (&ListId, &HeldSnapshot)> {
        self.held.iter()
    }

    /// What was decided, in the order in which it was.
    #[must_use]
    pub fn decisions(&self) -> &[HoldDecision] {
        &self.decisions
    }

    /// The last decision about a snapshot.
    #[must_use]
    pub fn decision(&self, id: SnapshotId) -> Option<&HoldDecision> {
        self.decisions.iter().rfind(|decision| decision.id == id)
    }

    /// Whether a stored snapshot is not to be screened against on any day: it is held, or was and nobody
    /// accepted it.
    #[must_use]
    pub fn is_set_aside(&self, id: SnapshotId) -> bool {
        let is_held = self.held.values().any(|held| held.id == id);
        let is_active = self.snapshots.values().any(|active| *active == id);
        let refused = |decision: &HoldDecision| decision.end != HoldEnd::Accepted;
        is_held || !is_active && self.decision(id).is_some_and(refused)
    }

    /// Lets a snapshot wait. One that waited before is superseded.
    pub fn hold(&mut self, list: ListId, held: HeldSnapshot) {
        if self.held.get(&list).is_some_and(|known| known.id != held.id) {
            self.supersede(&list, held.since);
        }
        self.held.insert(list, held);
    }

    /// Ends the waiting of a list's snapshot because another one is taken into use.
    pub fn supersede(&mut self, list: &ListId, at: Moment) {
        if let Some(held) = self.held.remove(list) {
            let (list, id, end) = (list.clone(), held.id, HoldEnd::Superseded);
            self.decisions.push(HoldDecision { list, id, end, reviewer: None, reason: None, at });
        }
    }

    /// Notes a decision about a snapshot, which waits no more; an accepted one becomes active.
    pub fn decide(&mut self, decision: HoldDecision) {
        if self.held.get(&decision.list).is_some_and(|held| held.id == decision.id) {
            self.held.remove(&decision.list);
        }
        if decision.end == HoldEnd::Accepted {
            self.snapshots.insert(decision.list.clone(), decision.id);
        }
        self.decisions.push(decision);
    }

    /// Lets an older snapshot that was beyond the bounds be in force as of its days after all.
    pub fn lift(&mut self, id: SnapshotId) {
        self.decisions.retain(|known| known.id != id || known.end != HoldEnd::Older);
    }

    /// As it was read.
    pub(crate) fn with(
        mut self,
        held: BTreeMap<ListId, HeldSnapshot>,
        decisions: Vec<HoldDecision>,
    ) -> Self {
        self.held = held;
        self.decisions = decisions;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(number: u8) -> SnapshotId {
        SnapshotId([number; 32])
    }

    fn at(second: u64) -> Moment {
        Moment::from_unix(second).unwrap()
    }

    fn held(number: u8) -> HeldSnapshot {
        let reasons = vec![HoldReason::Fewer { before: 100, after: 90, bound: 5 }];
        HeldSnapshot { id: id(number), since: at(u64::from(number)), reasons }
    }

    #[test]
    fn what_waits_or_was_refused_is_set_aside_until_somebody_accepts_it() {
        let un = ListId::new("un").unwrap();
        let mut set = CurrentSet::default();
        set.set(un.clone(), id(1));
        set.hold(un.clone(), held(2));
        set.hold(un.clone(), held(2));
        assert!(set.is_set_aside(id(2)) && !set.is_set_aside(id(1)) && set.decisions().is_empty());
        set.hold(un.clone(), held(3));
        assert_eq!(set.decision(id(2)).unwrap().end, HoldEnd::Superseded);
        assert!(set.is_set_aside(id(2)) && set.is_set_aside(id(3)));
        let decision = |number, end| HoldDecision {
            list: un.clone(),
            id: id(number),
            end,
            reviewer: Some("A".into()),
            reason: Some("why".into()),
            at: at(9),
        };
        set.decide(decision(3, HoldEnd::Rejected));
        assert!(set.held(&un).is_none() && set.is_set_aside(id(3)) && set.get(&un) == Some(id(1)));
        set.decide(decision(3, HoldEnd::Accepted));
        assert!(!set.is_set_aside(id(3)) && set.get(&un) == Some(id(3)));
        set.decide(decision(4, HoldEnd::Older));
        assert!(set.is_set_aside(id(4)) && set.get(&un) == Some(id(3)));
        set.lift(id(4));
        set.lift(id(2));
        assert!(!set.is_set_aside(id(4)) && set.is_set_aside(id(2)));
    }
}
