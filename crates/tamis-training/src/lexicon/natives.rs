//! What the groups together tell of one form in Arabic letters.
//!
//! Houcine, Hussein and Hüseyin stand in three groups, each beside حسين: the conventions of three
//! countries are three entries of the source, and one name. So a form in Arabic letters joins the Latin
//! forms of all groups that it stands in, but for two kinds. Mehmud stands in a group of محمد, and spells
//! محمود better: a Latin form is joined by Arabic ones alone that it spells about as well as any of the
//! same consonants. And short vowels are not written: Amar and Omar are both عمر, so that Latin forms
//! are joined where their first vowel is one by some convention, or is swallowed (Slimane).

use std::collections::{BTreeMap, BTreeSet};

use tamis_match::spelling::likeness;
use tamis_model::Weight;
use tamis_text::Script;

use super::forms::Form;
use super::gating::spells;

/// A Latin form may spell an Arabic one so much worse than the one that it spells best.
const MARGIN: Weight = Weight::from_millinats(2_000);

/// A first vowel, as far as conventions agree on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum FirstVowel {
    /// u, o, ou, oo.
    Rounded,
    /// a, e, i.
    Unrounded,
}

/// The forms that each form in Arabic letters joins, itself first.
pub(super) fn joined(groups: &[Vec<Form>]) -> Vec<Vec<&Form>> {
    let natives: BTreeMap<&str, &Form> =
        of(Script::Arabic, groups.iter().flatten()).map(|form| (&*form.folded, form)).collect();
    let mut by_consonants: BTreeMap<&[u8], Vec<&Form>> = BTreeMap::new();
    for native in natives.values() {
        by_consonants.entry(&native.skeleton).or_default().push(native);
    }
    let mut joined: BTreeMap<(&str, FirstVowel), Vec<&Form>> = BTreeMap::new();
    for (latin, beside) in standing_beside(groups).into_values() {
        let alike = by_consonants.get(latin.skeleton.as_slice()).into_iter().flatten();
        let best = alike.filter_map(|native| loss(latin, native)).min().unwrap_or(Weight(i32::MAX));
        for native in beside.iter().filter_map(|native| natives.get(native)) {
            if loss(latin, native).is_none_or(|loss| loss.0.saturating_sub(MARGIN.0) > best.0) {
                continue;
            }
            for vowel in first_vowels(&latin.latin) {
                let forms = joined.entry((&native.folded, *vowel));
                forms.or_insert_with(|| vec![native]).push(latin);
            }
        }
    }
    joined.into_values().collect()
}

/// Each Latin form with the Arabic ones that it stands beside in some group and spells.
fn standing_beside(groups: &[Vec<Form>]) -> BTreeMap<&str, (&Form, BTreeSet<&str>)> {
    let mut all: BTreeMap<&str, (&Form, BTreeSet<&str>)> = BTreeMap::new();
    for group in groups {
        for latin in of(Script::Latin, group.iter()) {
            let (_, beside) = all.entry(&latin.folded).or_insert((latin, BTreeSet::new()));
            let spelled = of(Script::Arabic, group.iter()).filter(|native| spells(latin, native));
            beside.extend(spelled.map(|native| &*native.folded));
        }
    }
    all
}

fn of<'g>(
    script: Script,
    forms: impl Iterator<Item = &'g Form> + 'g,
) -> impl Iterator<Item = &'g Form> + 'g {
    forms.filter(move |form| form.script == script)
}

/// What the spelling of an Arabic form by a Latin one loses against the usual ones.
fn loss(latin: &Form, native: &Form) -> Option<Weight> {
    let (latin, native) = (latin.as_compared(), native.as_compared());
    let told = likeness((latin.writing, latin.units), (native.writing, native.units), None)?;
    Some(told.loss)
}

/// What the first vowel of a Latin form may be.
fn first_vowels(latin: &str) -> &'static [FirstVowel] {
    use FirstVowel::{Rounded, Unrounded};
    let mut letters = latin.bytes().enumerate();
    match letters.find(|(_, letter)| b"aeiou".contains(letter)) {
        Some((0 | 1, b'o' | b'u')) => &[Rounded],
        Some((0 | 1, _)) => &[Unrounded],
        // it is swallowed, or there is none
        Some(_) | None => &[Rounded, Unrounded],
    }
}
