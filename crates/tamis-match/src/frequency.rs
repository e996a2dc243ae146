//! How many people bear a part: what makes agreement on it worth much or little.

use std::sync::LazyLock;

use tamis_model::Weight;
use tamis_text::things::Concept;
use tamis_text::word_index::{self, WordIndex};

use crate::policy::NameWeights;

/// `form <tab> bearers per million`, sorted by form, `*` before a skeleton; made by
/// `cargo xtask train frequencies`.
const TABLE: &str = include_str!("../data/frequencies.tsv");

/// How common a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Bearers {
    /// Bearers per million; 0 where no table knows the part.
    pub per_million: u32,
    /// The natural logarithm of the same, in 1/1024 nat; made with the tables, for it takes a hundred
    /// instructions and every part of every name needs it.
    logarithm: i32,
}

impl Bearers {
    fn of(per_million: u32) -> Self {
        let logarithm = if per_million == 0 { 0 } else { natural_logarithm(per_million) };
        Self { per_million, logarithm }
    }

    /// What agreement on the part adds; see [`rarity`].
    #[must_use]
    pub fn rarity(self, weights: &NameWeights) -> Weight {
        self.rarity_from(weights.part_floor, weights.part_ceiling)
    }

    /// The same between a floor and a ceiling.
    #[must_use]
    pub fn rarity_from(self, floor: Weight, ceiling: Weight) -> Weight {
        if self.per_million == 0 {
            return ceiling;
        }
        Weight(MILLION_IN_UNITS - self.logarithm).clamp(floor, ceiling)
    }
}

/// Bearers of a part by its romanised form, or by its skeleton where the writing leaves out vowels;
/// none where neither is common.
///
/// A spelling counts at least as a share of its skeleton, known or not: `Mohamud` and `Maxamed` are
/// unusual ways to write a very common name, not rare names. Of few consonants the share is smaller, for
/// they hold many names.
#[must_use]
pub fn bearers(latin: &str, skeleton: &[u8], abjad: bool) -> Bearers {
    look(latin, skeleton).bearers(latin, skeleton, abjad)
}

/// Where a part would stand in the tables.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Looked {
    form: word_index::Looked,
    skeleton: word_index::Looked,
}

/// Looks where a part would stand, so that the waits for memory of several parts fall together.
#[inline]
pub(crate) fn look(latin: &str, skeleton: &[u8]) -> Looked {
    let tables: &'static Tables = &TABLES;
    let form = tables.forms.index.look(latin.as_bytes());
    Looked { form, skeleton: tables.skeletons.index.look(skeleton) }
}

impl Looked {
    /// Reads the rows that may be those of the part.
    #[inline]
    pub(crate) fn read_early(self) -> [Option<&'static str>; 2] {
        let form = self.form.row(&TABLES.forms.rows).map(|(form, _)| *form);
        let skeleton = self.skeleton.row(&TABLES.skeletons.rows).map(|(form, _)| *form);
        [form, skeleton]
    }

    /// The bearers of the part; see [`bearers`].
    #[inline]
    pub(crate) fn bearers(self, latin: &str, skeleton: &[u8], abjad: bool) -> Bearers {
        let Tables { forms, skeletons }: &'static Tables = &TABLES;
        let of_form = if abjad { None } else { forms.look_up_at(self.form, latin.as_bytes()) };
        of_form.copied().unwrap_or_else(|| {
            let found = skeletons.look_up_at(self.skeleton, skeleton);
            found.map_or(Bearers::default(), |of| if abjad { of.whole } else { of.share })
        })
    }
}

/// How many of the bearers of a skeleton of so many consonants bear a spelling that no table knows; the
/// table counts none that it knows below it.
#[must_use]
pub fn of_unknown_spelling(bearers: u32, consonants: usize) -> u32 {
    bearers / UNKNOWN_SPELLING.get(consonants).unwrap_or(&LONG_SKELETON)
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
pub fn bearers_among_things(latin: &str, concept: Option<&Concept>) -> Option<Bearers> {
    let found = match concept {
        Some(concept) => THINGS.concepts.look_up(concept.name.as_bytes()),
        None => THINGS.words.look_up(latin.as_bytes()),
    };
    found.copied()
}

static THINGS: LazyLock<TablesOfThings> = LazyLock::new(|| {
    let (mut words, mut concepts) = (Vec::new(), Vec::new());
    for line in TABLE_OF_THINGS.lines() {
        let Some((word, count)) = line.split_once('\t') else { continue };
        let Some(count) = positive(count) else { continue };
        match word.strip_prefix('#') {
            Some(concept) => concepts.push((concept, Bearers::of(count))),
            None => words.push((word, Bearers::of(count))),
        }
    }
    TablesOfThings { words: Table::of(words), concepts: Table::of(concepts) }
});

struct TablesOfThings {
    words: Table<Bearers>,
    concepts: Table<Bearers>,
}

/// The count of a line; 0 is as good as no line.
fn positive(count: &str) -> Option<u32> {
    count.parse().ok().filter(|count| *count > 0)
}

/// The two tables, read at first use.
static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let (mut forms, mut skeletons) = (Vec::new(), Vec::new());
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let Some((form, count)) = line.split_once('\t') else { continue };
        let Some(count) = positive(count) else { continue };
        match form.strip_prefix('*') {
            Some(skeleton) => {
                let share = Bearers::of(of_unknown_spelling(count, skeleton.len()));
                let whole = Bearers::of(count);
                skeletons.push((skeleton, OfSkeleton { whole, share }));
            }
            None => forms.push((form, Bearers::of(count))),
        }
    }
    Tables { forms: Table::of(forms), skeletons: Table::of(skeletons) }
});

struct Tables {
    forms: Table<Bearers>,
    skeletons: Table<OfSkeleton>,
}

/// Bearers of a skeleton, and of a spelling of it that the table does not know.
struct OfSkeleton {
    whole: Bearers,
    share: Bearers,
}

/// Forms with their bearers, found by hash: by binary search a part cost 600 instructions, by hash
/// 70.
struct Table<T> {
    rows: Vec<(&'static str, T)>,
    index: WordIndex,
}

impl<T> Table<T> {
    fn of(rows: Vec<(&'static str, T)>) -> Self {
        Self { index: WordIndex::new(rows.iter().map(|(form, _)| *form)), rows }
    }

    #[inline]
    fn look_up(&self, form: &[u8]) -> Option<&T> {
        self.look_up_at(self.index.look(form), form)
    }

    #[inline]
    fn look_up_at(&self, looked: word_index::Looked, form: &[u8]) -> Option<&T> {
        let found = self.index.find_looked(looked, &self.rows, form, |(known, _)| known);
        found.map(|(_, value)| value)
    }
}

/// What agreement on a part adds: the negative logarithm of the share that bears it, between the
/// floor and the ceiling of the policy.
#[must_use]
pub fn rarity(bearers_per_million: u32, weights: &NameWeights) -> Weight {
    Bearers::of(bearers_per_million).rarity(weights)
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
        let forms: Vec<_> = TABLES.forms.rows.iter().map(|(form, _)| form).collect();
        let skeletons: Vec<_> = TABLES.skeletons.rows.iter().map(|(form, _)| form).collect();
        for rows in [forms, skeletons] {
            assert!(rows.is_sorted_by(|one, other| one < other));
            // What an index of words can hold.
            assert!(!rows.is_empty() && rows.len() < usize::from(u16::MAX) - 1);
        }
        let weights = Policy::vetting().names;
        let of = |name: &str| bearers(name, b"", false).rarity(&weights);
        assert!(of("muhammad") < of("hassan"), "{:?} {:?}", of("muhammad"), of("hassan"));
        assert!(of("hassan") < of("zyxwvut"));
        assert_eq!(of("zyxwvut"), weights.part_ceiling);
    }
}
