//! Which common parts are names in their own right, and which of these are one name.
//!
//! Source: the groups of spellings that the lexicon is made from. The lexicon says what may be one
//! name where letters don't tell it; this table says what is *another* one although letters are alike
//! (Hassan, Husayn). So it is generous: forms that stand in any group together, and forms that any form
//! of another script joins, are one name here. A form is told only where letters of another script
//! vouch for it: a spelling that a group has by itself alone is no evidence of another name.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Context as _;
use tamis_match::frequency::bearers;
use tamis_text::{Script, script_of};

use crate::lexicon::forms::{self, Form};

const TARGET: &str = "crates/tamis-match/data/known_names.tsv";

/// Groups of spellings, `a, b, c => Q…`.
const GROUPS: &str = "names/name_part_variants.txt";

/// Rarer Latin forms stay out: that two rare spellings are two names says little.
const LEAST_PER_MILLION: u32 = 300;

/// A form in Arabic letters is told that joins so many Latin ones: of a form with fewer the groups do not
/// know the spellings well enough to say which are another name's.
const LEAST_SPELLINGS: usize = 3;

/// The same of a form of up to so many letters, which stands for more names.
const LEAST_SPELLINGS_OF_SHORT: usize = 5;
const SHORT: usize = 3;

pub(crate) fn run(data: &Path, check: bool) -> anyhow::Result<()> {
    let text = std::fs::read_to_string(data.join(GROUPS)).context(GROUPS)?;
    let table = render(&names_by_form(&text)?);
    if check {
        let committed = std::fs::read_to_string(TARGET)?;
        anyhow::ensure!(
            committed == table,
            "{TARGET} is not what the data gives: run `cargo xtask train known-names`"
        );
    } else {
        std::fs::write(TARGET, table)?;
    }
    Ok(())
}

/// A name: a group, or a form of another script than Latin.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Name {
    Group(usize),
    Hub(String),
}

/// The names of each form that is told.
fn names_by_form(text: &str) -> anyhow::Result<BTreeMap<String, BTreeSet<Name>>> {
    let mut names: BTreeMap<String, BTreeSet<Name>> = BTreeMap::new();
    let mut vouched: BTreeSet<String> = BTreeSet::new();
    for (number, line) in text.lines().enumerate() {
        let (spellings, _) =
            line.rsplit_once(" => ").with_context(|| format!("{GROUPS}: no ` => ` in {line}"))?;
        let group = forms::of_group(spellings.split(", "));
        let hubs: Vec<&Form> = group.iter().filter(|form| is_letters(form.script)).collect();
        let latin = group.iter().filter(|form| form.script == Script::Latin);
        for form in latin.chain(hubs.iter().copied()).filter(|form| !form.tie_word) {
            let of_form = names.entry(form.folded.clone()).or_default();
            of_form.insert(Name::Group(number));
            of_form.extend(hubs.iter().map(|hub| Name::Hub(hub.folded.clone())));
            if form.script == Script::Latin && !hubs.is_empty() && is_common(form) {
                vouched.insert(form.folded.clone());
            }
        }
    }
    // letters of another script are told with the Latin forms that they vouch for
    let mut spelled: BTreeMap<Name, (usize, usize)> = BTreeMap::new();
    for (form, of_form) in names.iter().filter(|(form, _)| form.is_ascii()) {
        for name in of_form {
            let (all, common) = spelled.entry(name.clone()).or_default();
            *all += 1;
            *common += usize::from(vouched.contains(form));
        }
    }
    let is_well_known = |form: &str| {
        let (all, common) = spelled.get(&Name::Hub(form.to_owned())).copied().unwrap_or_default();
        let is_arabic =
            form.chars().next().is_some_and(|letter| script_of(letter) == Script::Arabic);
        let least =
            if form.chars().count() > SHORT { LEAST_SPELLINGS } else { LEAST_SPELLINGS_OF_SHORT };
        all >= least && common > 0 && is_arabic
    };
    names.retain(|form, _| vouched.contains(form) || is_well_known(form));
    Ok(names)
}

/// Scripts whose letters stand for sounds and tell one name from another.
fn is_letters(script: Script) -> bool {
    matches!(script, Script::Arabic | Script::Cyrillic | Script::Hebrew | Script::Bengali)
}

fn is_common(form: &Form) -> bool {
    bearers(&form.latin, b"", false).per_million >= LEAST_PER_MILLION
}

fn render(names: &BTreeMap<String, BTreeSet<Name>>) -> String {
    let mut bearers: BTreeMap<&Name, usize> = BTreeMap::new();
    for name in names.values().flatten() {
        *bearers.entry(name).or_default() += 1;
    }
    let numbers: BTreeMap<&Name, usize> = bearers
        .into_iter()
        .filter(|(_, forms)| *forms > 1)
        .enumerate()
        .map(|(number, (name, _))| (name, number))
        .collect();
    let mut text = String::from(
        "# Common parts that are names in their own right, with the numbers of their names: two forms without a\n\
         # number in common are two names. Made by `cargo xtask train known-names`; do not edit.\n\
         # Source: name_part_variants.txt (Wikidata, CC0).\n",
    );
    for (form, of_form) in names {
        let known: Vec<String> =
            of_form.iter().filter_map(|name| numbers.get(name).map(usize::to_string)).collect();
        text.push_str(&format!("{form}\t{}\n", known.join(" ")));
    }
    text
}
