//! Which entries of a set are one person: union-find over the references that the lists state in
//! fields of their own, and over links that two reviewers joined.
//!
//! Only a field that says "this is that entry" is a link (`unitedNationId`, `(UN Ref):`); a reference
//! in prose ("associate of QDi.001") names another and is none, which is for the readers to tell. It
//! does not know any party, and it changes no score.

use std::collections::HashMap;

use tamis_match::{AnalysedRecord, Policy, compare};
use tamis_model::reference::plain_form;
use tamis_model::{
    ClusterLink, Entry, EntryId, LinkGround, LinkRefusal, ListId, PartyKind, RefusedLink,
    ReviewedLink,
};

use crate::set::PreparedEntry;

/// Lists whose publisher gives one numbering to all of them, so that an equal number is the same
/// record. Source: OFAC's `uid`, which the SDN and the consolidated non-SDN files share (9659 and
/// 18299 stand in both).
const SHARED_NUMBERINGS: &[&[&str]] = &[&["ofac-sdn", "ofac-nonsdn"]];

/// Keys of an entry inside its own list by which others still name it. Source: the UN list, comments.
const NAMED_BY: &[&str] = &["old reference"];

/// The clusters of a set of entries: those of several, for most entries are alone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Clusters {
    /// For each entry of a cluster its number.
    of_entry: HashMap<usize, usize>,
    clusters: Vec<Cluster>,
    refused: Vec<RefusedLink>,
}

/// One cluster.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cluster {
    /// Places of its entries in the set, by list and reference; the first names the cluster.
    pub entries: Vec<usize>,
    /// Why they are one: every link between them, those that say the same again too.
    pub links: Vec<ClusterLink>,
}

impl Clusters {
    /// Joins entries by what they state and by `reviewed` links. The order of the entries and of the
    /// links changes nothing but the places.
    #[must_use]
    pub fn of(entries: &[PreparedEntry], reviewed: &[ReviewedLink]) -> Self {
        Builder::new(entries).build(reviewed)
    }

    /// Clusters that were found before, and the links that were refused then.
    #[must_use]
    pub fn known(clusters: Vec<Cluster>, refused: Vec<RefusedLink>) -> Self {
        let mut of_entry = HashMap::new();
        for (number, cluster) in clusters.iter().enumerate() {
            of_entry.extend(cluster.entries.iter().map(|place| (*place, number)));
        }
        Self { of_entry, clusters, refused }
    }

    /// The cluster of the entry at a place of the set; none for an entry alone.
    #[must_use]
    pub fn of_place(&self, place: usize) -> Option<(usize, &Cluster)> {
        let number = *self.of_entry.get(&place)?;
        Some((number, self.clusters.get(number)?))
    }

    /// All clusters of several entries, in the order of their first entry in the set.
    #[must_use]
    pub fn all(&self) -> &[Cluster] {
        &self.clusters
    }

    /// Links that were stated and not followed.
    #[must_use]
    pub fn refused(&self) -> &[RefusedLink] {
        &self.refused
    }
}

/// A record that may be named: of which list, by which reference in its plain form.
type Name = (ListId, String);

/// A claim of one entry to be another.
struct Claim {
    place: usize,
    named: Name,
    field: String,
    value: String,
}

struct Builder<'a> {
    entries: &'a [PreparedEntry],
    /// Who bears a name: places in ascending order.
    bearers: HashMap<Name, Vec<usize>>,
    /// Parents of the union-find; places, then a node for each name that no entry bears.
    parents: Vec<usize>,
    nodes: HashMap<Name, usize>,
    links: Vec<(usize, ClusterLink)>,
    refused: Vec<RefusedLink>,
    /// What links are checked with where they contradict each other: clusters are of the lists and
    /// must not hang on the policy of a screening.
    policy: Policy,
}

impl<'a> Builder<'a> {
    fn new(entries: &'a [PreparedEntry]) -> Self {
        let mut bearers: HashMap<Name, Vec<usize>> = HashMap::new();
        for (place, prepared) in entries.iter().enumerate() {
            for name in names(&prepared.entry) {
                let places = bearers.entry(name).or_default();
                if places.last() != Some(&place) {
                    places.push(place);
                }
            }
        }
        Self {
            entries,
            bearers,
            parents: (0..entries.len()).collect(),
            nodes: HashMap::new(),
            links: Vec::new(),
            refused: Vec::new(),
            policy: Policy::vetting(),
        }
    }

    fn build(mut self, reviewed: &[ReviewedLink]) -> Clusters {
        let claims = self.claims();
        let mut claimants: HashMap<(&ListId, &Name), usize> = HashMap::new();
        for claim in &claims {
            if let Some(entry) = self.entry(claim.place) {
                *claimants.entry((&entry.id.list, &claim.named)).or_default() += 1;
            }
        }
        let alone: Vec<bool> = claims
            .iter()
            .map(|claim| {
                let list = self.entry(claim.place).map(|entry| &entry.id.list);
                list.and_then(|list| claimants.get(&(list, &claim.named))) == Some(&1)
            })
            .collect();
        for (claim, alone) in claims.into_iter().zip(alone) {
            self.follow(claim, alone);
        }
        self.shared_numbers();
        for link in reviewed {
            self.reviewed(link);
        }
        self.conclude()
    }

    fn entry(&self, place: usize) -> Option<&'a Entry> {
        self.entries.get(place).map(|prepared| &prepared.entry)
    }

    fn record(&self, place: usize) -> Option<&'a AnalysedRecord> {
        self.entries.get(place).map(|prepared| &prepared.record)
    }

    fn claims(&self) -> Vec<Claim> {
        let mut claims: Vec<Claim> = Vec::new();
        for (place, prepared) in self.entries.iter().enumerate() {
            let first = claims.len();
            for stated in &prepared.entry.references {
                let named = (stated.list.clone(), plain_form(&stated.list, &stated.reference));
                let again = claims.iter().skip(first).any(|claim| claim.named == named);
                if !named.1.is_empty() && !again {
                    let (field, value) = (stated.origin.clone(), stated.reference.clone());
                    claims.push(Claim { place, named, field, value });
                }
            }
        }
        claims
    }

    /// Follows a claim, or refuses it with a reason.
    fn follow(&mut self, claim: Claim, alone: bool) {
        let Some(entry) = self.entry(claim.place) else { return };
        let bearers = self.bearers.get(&claim.named).map(Vec::as_slice).unwrap_or_default();
        let (bearer, ambiguous) = match bearers {
            [] => (None, false),
            [one] => (Some(*one), false),
            _ => (None, true),
        };
        let other = match bearer.and_then(|place| self.entry(place)) {
            Some(named) => named.id.clone(),
            None => EntryId::new(&claim.named.0, &claim.value),
        };
        let Claim { place, named, field, value } = claim;
        if bearer == Some(place) {
            return;
        }
        let ground = LinkGround::Stated { field, value };
        let link = ClusterLink { entry: entry.id.clone(), other, ground };
        let refusal = if ambiguous {
            Some(LinkRefusal::Ambiguous)
        } else if bearer.is_some_and(|bearer| self.kinds_differ(place, bearer)) {
            Some(LinkRefusal::KindsDiffer)
        } else if !alone && !bearer.is_some_and(|bearer| self.alike(place, bearer)) {
            Some(LinkRefusal::ClaimedByOthers)
        } else {
            None
        };
        if let Some(refusal) = refusal {
            self.refused.push(RefusedLink { link, refusal });
            return;
        }
        let node = match bearer {
            Some(bearer) => bearer,
            None => self.node(named),
        };
        self.join(place, node);
        self.links.push((place, link));
    }

    /// The node of a record that no entry of the set bears: those who name it meet there.
    fn node(&mut self, named: Name) -> usize {
        let next = self.parents.len();
        let node = *self.nodes.entry(named).or_insert(next);
        if node == next {
            self.parents.push(next);
        }
        node
    }

    fn shared_numbers(&mut self) {
        for lists in SHARED_NUMBERINGS {
            let mut first: HashMap<&str, usize> = HashMap::new();
            for (place, prepared) in self.entries.iter().enumerate() {
                let id = &prepared.entry.id;
                if !lists.contains(&id.list.as_str()) {
                    continue;
                }
                let known = *first.entry(&*id.reference).or_insert(place);
                let Some(other) = self.entry(known).filter(|other| other.id.list != id.list) else {
                    continue;
                };
                let ground = LinkGround::SharedNumber { number: id.reference.to_string() };
                let link = ClusterLink { entry: id.clone(), other: other.id.clone(), ground };
                if self.kinds_differ(place, known) {
                    let refusal = LinkRefusal::KindsDiffer;
                    self.refused.push(RefusedLink { link, refusal });
                } else {
                    self.join(place, known);
                    self.links.push((place, link));
                }
            }
        }
    }

    /// A reviewed link holds where the set has both entries; else there is nothing to join.
    fn reviewed(&mut self, reviewed: &ReviewedLink) {
        // by the reference as it is now, or as it was when the link was reviewed
        let place = |id: &EntryId| {
            let bearers =
                self.bearers.get(&(id.list.clone(), plain_form(&id.list, &id.reference)))?;
            let exact = |place: &&usize| self.entry(**place).is_some_and(|entry| entry.id == *id);
            match bearers.as_slice() {
                [one] => Some(*one),
                several => several.iter().find(exact).copied(),
            }
        };
        let (Some(one), Some(other)) = (place(&reviewed.one), place(&reviewed.other)) else {
            return;
        };
        let ground = LinkGround::Reviewed { reviewers: reviewed.reviewers.clone() };
        let link =
            ClusterLink { entry: reviewed.one.clone(), other: reviewed.other.clone(), ground };
        let [first, second] = &reviewed.reviewers;
        if first.trim() == second.trim() || first.trim().is_empty() || second.trim().is_empty() {
            self.refused.push(RefusedLink { link, refusal: LinkRefusal::OneReviewer });
            return;
        }
        self.join(one, other);
        self.links.push((one, link));
    }

    fn kinds_differ(&self, one: usize, other: usize) -> bool {
        let kind = |place| self.entry(place).map(|entry| entry.kind);
        let known = |kind: &PartyKind| *kind != PartyKind::Unknown;
        match (kind(one).filter(known), kind(other).filter(known)) {
            (Some(one), Some(other)) => (one == PartyKind::Person) != (other == PartyKind::Person),
            _ => false,
        }
    }

    fn alike(&self, one: usize, other: usize) -> bool {
        let (Some(one), Some(other)) = (self.record(one), self.record(other)) else { return false };
        compare(one, other, &self.policy).reaches(self.policy.threshold)
    }

    fn root(&mut self, node: usize) -> usize {
        let mut top = node;
        while let Some(next) = self.parents.get(top).copied().filter(|next| *next != top) {
            top = next;
        }
        if let Some(parent) = self.parents.get_mut(node) {
            *parent = top;
        }
        top
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        if let Some(parent) = self.parents.get_mut(one.max(other)) {
            *parent = one.min(other);
        }
    }

    fn conclude(mut self) -> Clusters {
        let mut clusters: Vec<Cluster> = Vec::new();
        let mut numbers: HashMap<usize, usize> = HashMap::new();
        let mut of_entry = Vec::with_capacity(self.entries.len());
        for place in 0..self.entries.len() {
            let root = self.root(place);
            let number = *numbers.entry(root).or_insert(clusters.len());
            if number == clusters.len() {
                clusters.push(Cluster::default());
            }
            if let Some(cluster) = clusters.get_mut(number) {
                cluster.entries.push(place);
            }
            of_entry.push(number);
        }
        for (place, link) in std::mem::take(&mut self.links) {
            let cluster = of_entry.get(place).and_then(|number| clusters.get_mut(*number));
            // an entry alone that names a record of no list in the set is no cluster
            if let Some(cluster) = cluster.filter(|cluster| cluster.entries.len() > 1) {
                cluster.links.push(link);
            }
        }
        let entries = self.entries;
        let id = |place: &usize| entries.get(*place).map(|prepared| &prepared.entry.id);
        for cluster in &mut clusters {
            cluster.entries.sort_by(|one, other| id(one).cmp(&id(other)));
            cluster.links.sort_by(|a, b| (&a.entry, &a.other).cmp(&(&b.entry, &b.other)));
        }
        self.refused
            .sort_by(|a, b| (&a.link.entry, &a.link.other).cmp(&(&b.link.entry, &b.link.other)));
        clusters.retain(|cluster| cluster.entries.len() > 1);
        Clusters::known(clusters, self.refused)
    }
}

/// The names under which others may name an entry: its reference, and what it was called before.
fn names(entry: &Entry) -> impl Iterator<Item = Name> {
    let list = entry.id.list.clone();
    let old = entry.other_keys.iter().filter(|key| NAMED_BY.contains(&key.field.as_str()));
    std::iter::once(&*entry.id.reference)
        .chain(old.map(|key| key.text.as_str()))
        .map(move |text| (list.clone(), plain_form(&list, text)))
        .filter(|(_, text)| !text.is_empty())
}

#[cfg(test)]
mod tests;
