//! Regions and scripts: their name parts with weights, and the patterns by which names are composed.
//! The tables are in `data/regions/`, each with its source and reason.

use std::sync::OnceLock;

/// A part of a name in its native script and in the romanisation that is usual in its region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// In the native script, or with the native letters.
    pub native: &'static str,
    /// As papers of the region write it in Latin letters.
    pub romanised: &'static str,
    /// Bearers in a thousand of the role, as an estimate.
    pub weight: u32,
}

/// A rule of composition: `male.1 بن male.2 family` in both scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pattern {
    /// Of the native form.
    pub native: &'static str,
    /// Of the romanised form.
    pub romanised: &'static str,
    /// How common it is.
    pub weight: u32,
}

/// A region, or a script that a region is written in.
#[derive(Debug, Clone)]
pub struct Region {
    /// Short name: `maghreb`, `script_thai`.
    pub id: &'static str,
    /// Rules of composition.
    pub patterns: Vec<Pattern>,
    roles: Vec<(&'static str, Vec<Part>)>,
}

impl Region {
    /// The parts of a role: `male`, `female`, `family`, `patronymic`; empty where there are none.
    #[must_use]
    pub fn parts(&self, role: &str) -> &[Part] {
        self.roles.iter().find(|(name, _)| *name == role).map_or(&[], |(_, parts)| parts)
    }

    /// All parts of all roles.
    pub fn all_parts(&self) -> impl Iterator<Item = &Part> {
        self.roles.iter().flat_map(|(_, parts)| parts)
    }

    /// Whether this is a table of a script rather than of a region.
    #[must_use]
    pub fn is_script(&self) -> bool {
        self.id.starts_with("script_")
    }

    fn read(id: &'static str, table: &'static str) -> Self {
        let mut region = Self { id, patterns: Vec::new(), roles: Vec::new() };
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut columns = line.split('\t');
            let (Some(role), Some(native), Some(romanised), Some(weight)) =
                (columns.next(), columns.next(), columns.next(), columns.next())
            else {
                continue;
            };
            let weight = weight.parse().unwrap_or(0);
            if role == "pattern" {
                region.patterns.push(Pattern { native, romanised, weight });
                continue;
            }
            let part = Part { native, romanised, weight };
            match region.roles.iter_mut().find(|(name, _)| *name == role) {
                Some((_, parts)) => parts.push(part),
                None => region.roles.push((role, vec![part])),
            }
        }
        region
    }
}

macro_rules! tables {
    ($($id:literal),+ $(,)?) => {
        [$(($id, include_str!(concat!("../data/regions/", $id, ".tsv")))),+]
    };
}

/// The tables: eleven regions whose names meet the lists, then scripts.
const TABLES: [(&str, &str); 19] = tables![
    "levant_iraq",
    "gulf_yemen",
    "egypt_sudan",
    "maghreb",
    "somali",
    "afghan_pakistani",
    "turkish_kurdish",
    "caucasus_central_asian",
    "indonesian_filipino",
    "balkan",
    "west_african",
    "script_cyrillic",
    "script_hebrew",
    "script_thai",
    "script_kana",
    "script_greek",
    "script_armenian",
    "script_georgian",
    "script_bengali",
];

/// All tables, regions first.
#[must_use]
pub fn regions() -> &'static [Region] {
    static REGIONS: OnceLock<Vec<Region>> = OnceLock::new();
    REGIONS.get_or_init(|| TABLES.iter().map(|(id, table)| Region::read(id, table)).collect())
}

/// The table with this id.
#[must_use]
pub fn region(id: &str) -> Option<&'static Region> {
    regions().iter().find(|region| region.id == id)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_line_of_every_table_is_understood() {
        for (id, table) in TABLES {
            for line in table.lines().filter(|line| !line.starts_with('#')) {
                let columns: Vec<&str> = line.split('\t').collect();
                assert!(matches!(columns.as_slice(), [_, _, _, _]), "{id}: {line}");
                assert!(columns[3].parse::<u32>().is_ok_and(|weight| weight > 0), "{id}: {line}");
            }
            assert!(table.contains("# Source: ") && table.contains("Reason: "), "{id}");
        }
    }

    #[test]
    fn every_pattern_uses_roles_that_the_table_has() {
        for region in regions() {
            assert!(!region.patterns.is_empty(), "{}", region.id);
            for pattern in &region.patterns {
                for template in [pattern.native, pattern.romanised] {
                    for token in template.split([' ', '+']) {
                        let role = token.split_once('.').map_or(token, |(role, _)| role);
                        if token.contains('.') || ["family", "patronymic"].contains(&token) {
                            assert!(!region.parts(role).is_empty(), "{}: {token}", region.id);
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn regions_have_sixty_parts_or_more_and_none_twice() {
        for region in regions() {
            let least = if region.is_script() { 40 } else { 60 };
            assert!(region.all_parts().count() >= least, "{}", region.id);
            for (role, parts) in &region.roles {
                let distinct: BTreeSet<_> = parts.iter().map(|part| part.native).collect();
                assert_eq!(distinct.len(), parts.len(), "{}: {role}", region.id);
            }
        }
    }
}
