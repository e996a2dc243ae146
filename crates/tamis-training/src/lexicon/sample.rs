//! A random sample of what the lexicon licenses, to be judged by eye. The same each time: pairs go
//! by a hash of their letters.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;

use tamis_match::lexicon::{Kind, checksum};
use tamis_text::{Script, script_of};

use super::gating::Set;

/// Prints the figures, and some pairs of each kind.
pub(super) fn print(sets: &[Set], count: usize) -> anyhow::Result<()> {
    let mut pairs: BTreeMap<&str, BTreeSet<(u64, &str, &str)>> = BTreeMap::new();
    let mut forms: BTreeMap<&str, usize> = BTreeMap::new();
    for set in sets {
        let members: Vec<(&str, Script)> =
            set.forms.iter().map(|form| (form.as_str(), script(form))).collect();
        for (at, (one, one_script)) in members.iter().enumerate() {
            *forms.entry(one).or_default() += 1;
            for (other, other_script) in members.iter().skip(at + 1) {
                let latin = |script: &Script| *script == Script::Latin;
                let kind = match (latin(one_script), latin(other_script)) {
                    (true, true) if set.kind == Kind::Spelling => "Latin, Latin",
                    (true, false) | (false, true) => match (one_script, other_script) {
                        (Script::Han, _) | (_, Script::Han) => "Latin, Han",
                        (Script::Kana | Script::Hangul, _) | (_, Script::Kana | Script::Hangul) => {
                            "Latin, syllables"
                        }
                        _ => "Latin, letters",
                    },
                    (false, false) if one_script != other_script => "no Latin",
                    _ => continue,
                };
                let hash = checksum(format!("{one} {other}").as_bytes());
                pairs.entry(kind).or_default().insert((hash, one, other));
            }
        }
    }
    let mut out = std::io::stdout().lock();
    let most = forms.iter().max_by_key(|(_, count)| **count);
    writeln!(
        out,
        "{} sets, {} forms, {} ids, most {most:?}",
        sets.len(),
        forms.len(),
        forms.values().sum::<usize>()
    )?;
    let mut scripts: BTreeMap<Script, (usize, usize)> = BTreeMap::new();
    for form in forms.keys() {
        let entry = scripts.entry(script(form)).or_default();
        entry.0 += 1;
        entry.1 += form.len();
    }
    writeln!(out, "{scripts:?}")?;
    for (kind, pairs) in pairs {
        writeln!(out, "\n{kind}: {} pairs", pairs.len())?;
        for (_, one, other) in pairs.iter().take(count) {
            writeln!(out, "{one}\t{other}")?;
        }
    }
    Ok(())
}

fn script(form: &str) -> Script {
    form.chars().map(script_of).find(|script| *script != Script::Common).unwrap_or(Script::Common)
}
