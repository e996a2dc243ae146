//! The lexicon: which parts of names are written forms of one name, across scripts, and between
//! Latin spellings of one form of another script.
//!
//! Source: groups of spellings that Wikidata has of one given or family name. Their licence to make
//! two parts variants is narrower than the group (`gating`); forms that meet by their consonants
//! anyway stay out. How the result lies in bytes is told where it is read, in
//! `tamis_match::lexicon`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Context as _;
use tamis_match::lexicon::Kind;

mod bytes;
pub(crate) mod forms;
pub(crate) mod gating;
mod natives;
mod romanisation;
mod sample;

const TARGET: &str = "crates/tamis-match/data/lexicon.bin";

/// Groups of spellings, `a, b, c => Q…`.
const GROUPS: &str = "names/name_part_variants.txt";

pub(crate) fn run(data: &Path, check: bool, sample: Option<usize>) -> anyhow::Result<()> {
    let path = data.join(GROUPS);
    let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let sets = sets(&text)?;
    if let Some(count) = sample {
        return sample::print(&sets, count);
    }
    let bytes = bytes::of(&ids_by_form(&sets))?;
    if check {
        let committed = std::fs::read(TARGET)?;
        anyhow::ensure!(
            committed == bytes,
            "{TARGET} is not what the data gives: run `cargo xtask train lexicon`"
        );
    } else {
        std::fs::write(TARGET, bytes)?;
    }
    Ok(())
}

/// The sets of all groups, each once, in order.
fn sets(text: &str) -> anyhow::Result<Vec<gating::Set>> {
    let mut groups = Vec::new();
    for line in text.lines() {
        let (names, _) =
            line.rsplit_once(" => ").with_context(|| format!("{GROUPS}: no ` => ` in {line}"))?;
        groups.push(forms::of_group(names.split(", ")));
    }
    let mut sets: BTreeSet<gating::Set> =
        groups.iter().flat_map(|group| gating::sets(group)).collect();
    sets.extend(natives::joined(&groups).iter().filter_map(|joined| gating::of_native(joined)));
    sets.extend(reviewed()?);
    Ok(without_contained(sets))
}

/// Names that were joined by hand, for neither letters nor groups of spellings join them.
const REVIEWED: &str = include_str!("../data/reviewed_names.tsv");

/// A set of each reviewed row.
fn reviewed() -> anyhow::Result<Vec<gating::Set>> {
    let rows = REVIEWED.lines().filter(|line| !line.starts_with('#'));
    rows.map(|row| {
        let mut columns = row.split('\t');
        let (kind, forms) = (columns.next(), columns.next());
        let kind = match kind {
            Some("one") => Kind::Spelling,
            Some("native") => Kind::OneNative,
            Some("short") => Kind::ShortForm,
            _ => anyhow::bail!("reviewed names: none of `one`, `native` and `short`: {row}"),
        };
        let forms = forms.with_context(|| format!("reviewed names: no forms: {row}"))?;
        Ok(gating::Set { kind, forms: forms.split(' ').map(str::to_owned).collect() })
    })
    .collect()
}

/// Whether sharing a set of one kind licenses what sharing one of the other does: spellings license all, each other kind itself
/// alone (variants across scripts license nothing between two Latin forms).
fn licenses_as_much(one: Kind, other: Kind) -> bool {
    one == other || one == Kind::Spelling
}

/// Drops sets that another set contains which licenses as much: they license nothing more.
fn without_contained(sets: BTreeSet<gating::Set>) -> Vec<gating::Set> {
    let sets: Vec<gating::Set> = sets.into_iter().collect();
    let mut by_form: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (number, set) in sets.iter().enumerate() {
        for form in &set.forms {
            by_form.entry(form).or_default().push(number);
        }
    }
    let contained = |number: usize, set: &gating::Set| {
        // a set that contains this one stands with each of its forms, also with the rarest
        let rarest =
            set.forms.iter().filter_map(|form| by_form.get(&**form)).min_by_key(|at| at.len());
        rarest.is_some_and(|numbers| {
            numbers.iter().filter(|&&other| other != number).any(|&other| {
                sets.get(other).is_some_and(|other| {
                    licenses_as_much(other.kind, set.kind) && other.forms.is_superset(&set.forms)
                })
            })
        })
    };
    let kept: Vec<bool> =
        sets.iter().enumerate().map(|(number, set)| !contained(number, set)).collect();
    sets.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(set, _)| set).collect()
}

/// The ids of each form, ascending; an id has its kind in the highest byte.
fn ids_by_form(sets: &[gating::Set]) -> BTreeMap<&str, Vec<u32>> {
    let mut forms: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (number, set) in (0_u32..).zip(sets) {
        for form in &set.forms {
            forms.entry(form).or_default().push(set.kind.id(number));
        }
    }
    for ids in forms.values_mut() {
        ids.sort_unstable();
    }
    forms
}
