//! Licences and sources of what is built in: each crate's licence expression can be met with the
//! licences that `deny.toml` allows, and each foreign crate comes from crates.io. The same as
//! `cargo deny check licenses sources`, for machines that do not have it.

use std::collections::BTreeSet;

use anyhow::Context as _;

use super::Problem;
use super::crates::Resolved;

const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// The names under `[licenses] allow` in `deny.toml`.
#[derive(Debug)]
pub(crate) struct Allowed(BTreeSet<String>);

impl Allowed {
    pub(crate) fn parse(text: &str) -> anyhow::Result<Self> {
        let table: toml::Table = text.parse().context("deny.toml does not parse")?;
        let names = table.get("licenses").and_then(|licences| licences.get("allow"));
        let names = names.and_then(toml::Value::as_array);
        let names = names.context("deny.toml has no [licenses] allow")?;
        Ok(Self(names.iter().filter_map(toml::Value::as_str).map(str::to_owned).collect()))
    }
}

pub(crate) fn check(allowed: &Allowed, all: &[Resolved]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for one in all {
        let place = format!("{} {}", one.name, one.version);
        match &one.licence {
            None => problems.push(Problem::new(&place, "names no licence")),
            Some(expression) if !is_met(expression, &allowed.0) => problems.push(Problem::new(
                &place,
                format!("its licence {expression} is not allowed by deny.toml"),
            )),
            Some(_) => {}
        }
        if one.source.as_ref().is_some_and(|source| source != CRATES_IO) {
            problems.push(Problem::new(&place, "does not come from crates.io"));
        }
    }
    problems
}

/// Whether an SPDX expression can be met; one that is malformed can't. The old form
/// `MIT/Apache-2.0` means `OR`.
fn is_met(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut words = words.as_slice();
    any(&mut words, allowed) == Some(true) && words.is_empty()
}

/// `None`: malformed.
fn any(words: &mut &[&str], allowed: &BTreeSet<String>) -> Option<bool> {
    let mut met = every(words, allowed)?;
    while let Some((&"OR", rest)) = words.split_first() {
        *words = rest;
        met |= every(words, allowed)?;
    }
    Some(met)
}

fn every(words: &mut &[&str], allowed: &BTreeSet<String>) -> Option<bool> {
    let mut met = term(words, allowed)?;
    while let Some((&"AND", rest)) = words.split_first() {
        *words = rest;
        met &= term(words, allowed)?;
    }
    Some(met)
}

fn term(words: &mut &[&str], allowed: &BTreeSet<String>) -> Option<bool> {
    let (&first, rest) = words.split_first()?;
    *words = rest;
    if first == "(" {
        let met = any(words, allowed)?;
        let (&")", rest) = words.split_first()? else { return None };
        *words = rest;
        return Some(met);
    }
    if let [with, exception, rest @ ..] = *words
        && *with == "WITH"
    {
        *words = rest;
        return Some(allowed.contains(&format!("{first} WITH {exception}")));
    }
    Some(allowed.contains(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    const DENY: &str = "[licenses]\nallow = ['MIT', 'Apache-2.0', 'Unicode-3.0', \
                        'Apache-2.0 WITH LLVM-exception']";

    fn count(licence: Option<&str>, source: Option<&str>) -> usize {
        let one = Resolved {
            name: "one".to_owned(),
            version: "1.0.0".to_owned(),
            licence: licence.map(str::to_owned),
            source: source.map(str::to_owned),
        };
        check(&Allowed::parse(DENY).unwrap(), &[one]).len()
    }

    #[test]
    fn an_expression_is_met_by_allowed_licences() {
        for fine in [
            "MIT",
            "MIT OR GPL-3.0",
            "GPL-3.0/MIT",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR GPL-3.0",
        ] {
            assert_eq!(count(Some(fine), Some(CRATES_IO)), 0, "{fine}");
        }
        for refused in [
            "GPL-3.0",
            "MIT AND GPL-3.0",
            "(MIT OR Apache-2.0) AND GPL-3.0",
            "MIT WITH Odd-exception",
            "MIT OR",
            "(MIT",
            "MIT MIT",
            "",
        ] {
            assert_eq!(count(Some(refused), Some(CRATES_IO)), 1, "{refused}");
        }
        assert_eq!(count(None, None), 1);
    }

    #[test]
    fn foreign_crates_come_from_one_place() {
        assert_eq!(count(Some("MIT"), None), 0);
        assert_eq!(count(Some("MIT"), Some("git+https://example.org/one")), 1);
    }
}
