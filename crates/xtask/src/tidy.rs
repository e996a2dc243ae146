//! What must hold of the tree and can be told without running it. Each rule is a small function from
//! values to problems, with a test that shows that it can fail.

mod crates;
mod floors;
mod licences;
mod lines;
mod links;
mod modules;
mod outside;
mod purity;
pub(crate) mod rust_source;
mod trained;
mod tunables;
mod words;

use std::fmt;

use anyhow::{Context as _, bail};

use crate::tree::{self, Tree};

/// One thing that does not hold, and where.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Problem {
    /// A path, a path with a line, or the name of a crate.
    place: String,
    message: String,
}

impl Problem {
    fn new(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self { place: place.into(), message: message.into() }
    }

    /// With a line, counted from 1.
    fn at(path: &str, line: usize, message: impl Into<String>) -> Self {
        Self::new(format!("{path}:{line}"), message)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.place, self.message)
    }
}

/// Runs all rules over the workspace; prints each problem and the account of the files' lengths.
pub(crate) fn run() -> anyhow::Result<()> {
    let root = tree::root();
    let tree = Tree::read(&root)?;
    let read = |name: &str| {
        std::fs::read_to_string(root.join(name)).with_context(|| format!("cannot read {name}"))
    };
    let layers = floors::Layers::parse(&read("layers.toml")?)?;
    let words = words::parse(&read("words.toml")?)?;
    let allowed = licences::Allowed::parse(&read("deny.toml")?)?;
    let crates = crates::Crates::read(&root)?;

    let rules: [(&str, Vec<Problem>); 12] = [
        ("floors", floors::arrows(&layers, &crates.own)),
        ("every crate in layers.toml", floors::completeness(&layers, &crates.own, &tree)),
        ("confined dependencies", floors::confinement(&layers, &crates.own)),
        ("pure crates", purity::check(&layers, &tree)),
        ("modules say what they are for", modules::check(&tree)),
        ("lengths of files", lines::check(&tree)),
        ("words", words::check(&words, &tree)),
        ("links", links::check(&tree)),
        ("licences and sources", licences::check(&allowed, &crates.all)),
        ("training reads its manifest", trained::check(&tree)),
        ("every tunable is told", tunables::check(&tree)),
        ("nothing of the data outside is committed", outside::check(&tree)?),
    ];

    let mut count = 0;
    for (rule, mut problems) in rules {
        problems.sort();
        count += problems.len();
        println!("{} {rule}", if problems.is_empty() { "ok  " } else { "FAIL" });
        for problem in problems {
            println!("     {problem}");
        }
    }
    println!("{}", lines::Account::of(&tree));
    if count > 0 {
        bail!("{count} problems in the tree");
    }
    Ok(())
}
