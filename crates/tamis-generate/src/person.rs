//! Invented people: names composed by the rules of their region, born 1975 to 2000.

use crate::random::Random;
use crate::region::{Part, Region};

/// A person that nobody is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InventedPerson {
    /// The name in the native script.
    pub native: String,
    /// The name as papers of the region romanise it.
    pub romanised: String,
    /// Birth date, `YYYY-MM-DD`.
    pub born: String,
}

/// First and last year of birth.
const BORN: (usize, usize) = (1975, 2000);

/// A number of people of a region; the same seed gives the same people, and a greater number begins
/// with the people of a smaller one.
#[must_use]
pub fn cohort(region: &Region, seed: u64, count: usize) -> Vec<InventedPerson> {
    let mut random = Random::new(seed, region.id);
    (0..count).filter_map(|_| invented(region, &mut random)).collect()
}

/// One person of a region; none of a region without patterns.
#[must_use]
pub fn invented(region: &Region, random: &mut Random) -> Option<InventedPerson> {
    let pattern = random.weighted(&region.patterns, |pattern| pattern.weight)?;
    let mut chosen: Vec<(&str, Part)> = Vec::new();
    for token in pattern.native.split([' ', '+']).chain(pattern.romanised.split([' ', '+'])) {
        let role = token.split_once('.').map_or(token, |(role, _)| role);
        let parts = region.parts(role);
        if parts.is_empty() || chosen.iter().any(|(name, _)| *name == token) {
            continue;
        }
        chosen.push((token, another(parts, &chosen, random)?));
    }
    let name = |template: &str, form: fn(&Part) -> &'static str| {
        let mut name = String::new();
        for word in template.split(' ') {
            for token in word.split('+') {
                let part = chosen.iter().find(|(name, _)| *name == token);
                name.push_str(part.map_or(token, |(_, part)| form(part)));
            }
            name.push(' ');
        }
        name.trim_end().to_owned()
    };
    Some(InventedPerson {
        native: name(pattern.native, |part| part.native),
        romanised: name(pattern.romanised, |part| part.romanised),
        born: birth(random),
    })
}

/// A part that no other token of this name has: few fathers give their sons their own name.
fn another(parts: &[Part], chosen: &[(&str, Part)], random: &mut Random) -> Option<Part> {
    let mut part = *random.weighted(parts, |part| part.weight)?;
    for _ in 0..8 {
        if !chosen.iter().any(|(_, other)| other.native == part.native) {
            break;
        }
        part = *random.weighted(parts, |part| part.weight)?;
    }
    Some(part)
}

fn birth(random: &mut Random) -> String {
    let year = BORN.0 + random.below(BORN.1 - BORN.0 + 1);
    let (month, day) = (1 + random.below(12), 1 + random.below(28));
    format!("{year}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::letters::fingerprint;
    use crate::region::regions;

    const SEED: u64 = 20_261_122;

    #[test]
    fn the_same_seed_gives_the_same_bytes() {
        let mut text = String::new();
        for region in regions() {
            for person in cohort(region, SEED, 200) {
                text.push_str(&format!(
                    "{}\t{}\t{}\n",
                    person.native, person.romanised, person.born
                ));
            }
        }
        assert_eq!(fingerprint(&text), GOLDEN, "cohorts changed: say so in the changelog");
    }

    /// Of the first 200 people of each table.
    const GOLDEN: u64 = 8_952_401_903_755_297_523;

    #[test]
    fn more_people_begin_with_fewer() {
        for region in regions() {
            assert_eq!(cohort(region, SEED, 50), cohort(region, SEED, 80)[..50], "{}", region.id);
        }
    }

    #[test]
    fn people_are_of_their_years_and_whole() {
        for region in regions() {
            let people = cohort(region, SEED, 500);
            assert_eq!(people.len(), 500);
            for person in &people {
                assert!(("1975-01-01".."2001-01-01").contains(&person.born.as_str()));
                for name in [&person.native, &person.romanised] {
                    assert!(!name.contains(['.', '+', '_']) && !name.contains("  "), "{name}");
                    assert!(!name.contains("male") && !name.contains("family"), "{name}");
                }
            }
            let distinct: BTreeSet<_> = people.iter().map(|person| &person.native).collect();
            assert!(distinct.len() > 250, "{}: {}", region.id, distinct.len());
        }
    }

    #[test]
    fn names_are_as_concentrated_as_their_table() {
        let gulf = crate::region::region("gulf_yemen").unwrap();
        let people = cohort(gulf, SEED, 2_000);
        let muhammads = people.iter().filter(|person| person.native.contains("محمد")).count();
        assert!((350..800).contains(&muhammads), "{muhammads} of 2000");
    }
}
