//! How many people bear a part: what makes agreement on it worth much or little.

use std::sync::LazyLock;

use tamis_model::Weight;
use tamis_text::things::Concept;
use tamis_text::word_index::WordIndex;

use crate::policy::NameWeights;

/// `form <tab> bearers per million`, sorted by form, `*` before a skeleton; made by
/// `cargo xtask train frequencies`.
const TABLE: &str = include_str!("../data/frequencies.tsv");

/// Bearers per million of a part by its romanised form, or by its skeleton where the writing leaves
/// out vowels; 0 where neither is common.
///
/// A spelling that the table does not know counts as a share of its skeleton: `Mohamud` is an unusual
/// way to write a very common name, not a rare name. Of few consonants the share is smaller, for they
/// hold many names.
#[must_use]
pub fn bearers_per_million(latin: &str, skeleton: &[u8], abjad: bool) -> u32 {
    let of_skeleton =
        || std::str::from_utf8(skeleton).map_or(0, |skeleton| TABLES.skeletons.look_up(skeleton));
    if abjad {
        return of_skeleton();
    }
    match TABLES.forms.look_up(latin) {
        0 => of_skeleton() / UNKNOWN_SPELLING.get(skeleton.len()).unwrap_or(&LONG_SKELETON),
        known => known,
    }
}

/// One of how many bearers of a skeleton bears a spelling that the table does not know, by the
/// consonants of the skeleton.
const UNKNOWN_SPELLING: [u32; 4] = [32, 32, 16, 8];

/// The same from four consonants on.
const LONG_SKELETON: u32 = 4;

/// The same among organisations, ships and aircraft; `#concept` before the name of a concept.
const TABLE_OF_THINGS: &str = include_str!("../data/frequencies_of_things.tsv");

/// Of a million organisations, ships and aircraft, how many have a word in their name, in any
/// language that the table of concepts knows; nothing where the table does not know it.
#[must_use]
pub fn things_per_million(latin: &str, concept: Option<Concept>) -> Option<u32> {
    let found = match concept {
        Some(concept) => THINGS.concepts.look_up(concept.name),
        None => THINGS.words.look_up(latin),
    };
    (found > 0).then_some(found)
}

static THINGS: LazyLock<TablesOfThings> = LazyLock::new(|| {
    let (mut words, mut concepts) = (Vec::new(), Vec::new());
    for line in TABLE_OF_THINGS.lines() {
        let Some((word, count)) = line.split_once('\t') else { continue };
        let Ok(count) = count.parse() else { continue };
        match word.strip_prefix('#') {
            Some(concept) => concepts.push((concept, count)),
            None => words.push((word, count)),
        }
    }
    TablesOfThings { words: Table::of(words), concepts: Table::of(concepts) }
});

struct TablesOfThings {
    words: Table,
    concepts: Table,
}

/// The two tables, read at first use.
static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let (mut forms, mut skeletons) = (Vec::new(), Vec::new());
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let Some((form, count)) = line.split_once('\t') else { continue };
        let Ok(count) = count.parse() else { continue };
        match form.strip_prefix('*') {
            Some(skeleton) => skeletons.push((skeleton, count)),
            None => forms.push((form, count)),
        }
    }
    Tables { forms: Table::of(forms), skeletons: Table::of(skeletons) }
});

struct Tables {
    forms: Table,
    skeletons: Table,
}

/// Forms with their bearers, found by hash: by binary search a part cost 600 instructions, by hash
/// 70.
struct Table {
    rows: Vec<(&'static str, u32)>,
    index: WordIndex,
}

impl Table {
    fn of(rows: Vec<(&'static str, u32)>) -> Self {
        Self { index: WordIndex::new(rows.iter().map(|(form, _)| *form)), rows }
    }

    fn look_up(&self, form: &str) -> u32 {
        self.index.find(&self.rows, form, |(known, _)| known).map_or(0, |(_, count)| *count)
    }
}

/// What agreement on a part adds: the negative logarithm of the share that bears it, between the
/// floor and the ceiling of the policy.
#[must_use]
pub fn rarity(bearers_per_million: u32, weights: &NameWeights) -> Weight {
    rarity_from(bearers_per_million, weights.part_floor, weights.part_ceiling)
}

/// The same between a floor and a ceiling.
#[must_use]
pub fn rarity_from(bearers_per_million: u32, floor: Weight, ceiling: Weight) -> Weight {
    if bearers_per_million == 0 {
        return ceiling;
    }
    let weight = Weight(MILLION_IN_UNITS - natural_logarithm(bearers_per_million));
    weight.clamp(floor, ceiling)
}

/// ln(1,000,000) in 1/1024 nat.
const MILLION_IN_UNITS: i32 = 14_147;

/// ln(2) in 1/1024 nat, times 2^16.
const LN2: i64 = 46_516_320;

/// The natural logarithm in 1/1024 nat, exact in integers on every machine: the binary logarithm by
/// repeated squaring, sixteen bits of fraction.
fn natural_logarithm(value: u32) -> i32 {
    let whole = value.ilog2();
    let mut mantissa = u64::from(value) << (31 - whole);
    let mut binary = i64::from(whole) << 16;
    for bit in (0..16).rev() {
        mantissa = (mantissa * mantissa) >> 31;
        if mantissa >= 1 << 32 {
            mantissa >>= 1;
            binary += 1 << bit;
        }
    }
    i32::try_from((binary * LN2) >> 32).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Policy;

    #[test]
    fn logarithms_are_right_to_the_unit() {
        for value in [1_u32, 2, 3, 10, 1000, 54_321, 1_000_000, u32::MAX] {
            let expected = f64::from(value).ln() * 1024.0;
            let got = f64::from(natural_logarithm(value));
            assert!((got - expected).abs() <= 1.0, "ln {value}: {got} against {expected}");
        }
        assert!((f64::from(MILLION_IN_UNITS) - 1e6_f64.ln() * 1024.0).abs() < 1.0);
    }

    #[test]
    fn the_table_is_sorted_and_common_names_weigh_less() {
        for table in [&TABLES.forms, &TABLES.skeletons] {
            assert!(table.rows.windows(2).all(|pair| pair[0].0 < pair[1].0));
            // What an index of words can hold.
            assert!(!table.rows.is_empty() && table.rows.len() < usize::from(u16::MAX) - 1);
        }
        let weights = Policy::vetting().names;
        let of = |name: &str| rarity(bearers_per_million(name, b"", false), &weights);
        assert!(of("muhammad") < of("hassan"), "{:?} {:?}", of("muhammad"), of("hassan"));
        assert!(of("hassan") < of("zyxwvut"));
        assert_eq!(of("zyxwvut"), weights.part_ceiling);
    }
}
