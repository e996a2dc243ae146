//! Parties that are asked of a generated list: others of the same population, entries with a change,
//! and names made of the commonest parts.

use std::collections::HashMap;

use tamis_generate::perturbation::{Perturbation, perturbed};
use tamis_model::{DateStatement, Party, PartyKind, PartyName};

use super::Population;

/// Where a query comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum QueryKind {
    /// Somebody of the population who is not listed.
    Population,
    /// An entry with a change to its name.
    Perturbed,
    /// Two to four of the hundred commonest parts.
    Commonest,
}

impl QueryKind {
    /// All, in the order in which they take turns.
    pub const ALL: [Self; 3] = [Self::Population, Self::Perturbed, Self::Commonest];

    /// In words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Population => "of the population",
            Self::Perturbed => "perturbed entries",
            Self::Commonest => "of the commonest parts",
        }
    }
}

/// Entries of which the commonest parts are counted.
const COUNTED: u32 = 10_000;

/// Parts that queries are made of.
const COMMONEST: usize = 100;

/// Words that are no part of a name by themselves.
const PARTICLES: [&str; 24] = [
    "al", "el", "bin", "ben", "ibn", "bint", "ould", "abd", "abdul", "abdel", "abdal", "abu",
    "abou", "de", "von", "van", "la", "del", "ad", "ar", "as", "بن", "بنت", "ولد",
];

/// The words of a name, small, without particles.
pub(crate) fn words(name: &str) -> Vec<String> {
    let small = name.to_lowercase();
    small
        .split([' ', ',', '-', '·', '・'])
        .filter(|word| word.chars().count() > 1 && !PARTICLES.contains(word))
        .map(str::to_owned)
        .collect()
}

impl Population {
    /// So many queries, a third of each kind in turn, every second one of each with a birth date.
    pub fn queries(&self, count: u32) -> impl Iterator<Item = (QueryKind, Party)> + use<> {
        let (list, common) = (*self, self.commonest_parts());
        (0..count).filter_map(move |number| {
            let kind = *QueryKind::ALL.get(number as usize % QueryKind::ALL.len())?;
            Some((kind, list.query(number, kind, &common)))
        })
    }

    fn query(&self, number: u32, kind: QueryKind, common: &[String]) -> Party {
        let mut random = self.random(number, "queries");
        let within = |random: &mut tamis_generate::Random| {
            u32::try_from(random.below(self.len() as usize)).unwrap_or(0)
        };
        let (name, births) = match kind {
            QueryKind::Population => {
                let entry = self.entry(self.len().saturating_add(number));
                // as a register of the own country or as a passport has it
                let name = entry.names.get(usize::from(random.chance(300)));
                (name.map(|name| name.text.clone()).unwrap_or_default(), entry.births)
            }
            QueryKind::Perturbed => {
                let entry = self.entry(within(&mut random));
                let name = entry.names.first().map(|name| name.text.clone()).unwrap_or_default();
                let native = entry.names.get(1).map(|name| name.text.as_str());
                let mut changed = |_| {
                    let change = *random.pick(&Perturbation::ALL)?;
                    perturbed(&name, native, change, &mut random)
                };
                ((0..8).find_map(&mut changed).unwrap_or(name), entry.births)
            }
            QueryKind::Commonest => {
                let parts = 2 + random.below(3);
                let parts: Vec<&str> =
                    (0..parts).filter_map(|_| random.pick(common)).map(String::as_str).collect();
                let born = format!("{}-0{}-1{}", 1940 + number % 60, 1 + number % 9, number % 9);
                (parts.join(" "), DateStatement::read(&born).into_iter().collect())
            }
        };
        Party {
            kind: PartyKind::Person,
            names: vec![PartyName::whole(name)],
            births: if (number / 3).is_multiple_of(2) { births } else { Vec::new() },
            ..Party::default()
        }
    }

    /// The hundred commonest words of its names that are parts, the commonest first.
    #[must_use]
    pub fn commonest_parts(&self) -> Vec<String> {
        let mut counts: HashMap<String, u32> = HashMap::new();
        for number in 0..self.len().min(COUNTED) {
            for name in self.entry(number).names {
                for word in words(&name.text) {
                    *counts.entry(word).or_default() += 1;
                }
            }
        }
        let mut parts: Vec<(u32, String)> =
            counts.into_iter().map(|(word, count)| (count, word)).collect();
        parts.sort_unstable_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
        parts.into_iter().take(COMMONEST).map(|(_, word)| word).collect()
    }
}
