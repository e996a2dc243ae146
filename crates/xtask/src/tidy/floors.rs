//! The floors of `layers.toml`: arrows between crates only go down, a heavy or dangerous dependency
//! stays where the table puts it, and the table names each crate.

use anyhow::{Context as _, bail};

use super::Problem;
use super::crates::Own;
use crate::tree::Tree;

/// Where a crate stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Floor {
    Number(i64),
    /// Used by tests and by hand only: may see all, is seen by tests alone.
    Dev,
}

#[derive(Debug)]
pub(crate) struct Layer {
    pub(crate) name: String,
    pub(crate) floor: Floor,
    /// Opens no file, reads no clock, socket or environment.
    pub(crate) pure: bool,
}

#[derive(Debug)]
pub(crate) struct Confined {
    pub(crate) dependency: String,
    pub(crate) to: Vec<String>,
}

#[derive(Debug)]
pub(crate) struct Layers {
    pub(crate) crates: Vec<Layer>,
    pub(crate) confined: Vec<Confined>,
}

impl Layers {
    pub(crate) fn parse(text: &str) -> anyhow::Result<Self> {
        let table: toml::Table = text.parse().context("layers.toml does not parse")?;
        let crates = rows(&table, "crate")?
            .map(|row| {
                let name = string(row, "name")?;
                let floor = match row.get("floor") {
                    Some(toml::Value::Integer(number)) => Floor::Number(*number),
                    Some(toml::Value::String(word)) if word == "dev" => Floor::Dev,
                    _ => bail!("layers.toml: the floor of {name} is a number or \"dev\""),
                };
                string(row, "purpose")?;
                let pure = row.get("pure").and_then(toml::Value::as_bool).unwrap_or(false);
                Ok(Layer { name, floor, pure })
            })
            .collect::<anyhow::Result<_>>()?;
        let confined = rows(&table, "confined")?
            .map(|row| {
                string(row, "reason")?;
                let to = row.get("to").and_then(toml::Value::as_array).into_iter().flatten();
                Ok(Confined {
                    dependency: string(row, "dependency")?,
                    to: to.filter_map(toml::Value::as_str).map(str::to_owned).collect(),
                })
            })
            .collect::<anyhow::Result<_>>()?;
        Ok(Self { crates, confined })
    }

    fn floor(&self, name: &str) -> Option<Floor> {
        self.crates.iter().find(|layer| layer.name == name).map(|layer| layer.floor)
    }
}

/// Each arrow between own crates goes to a lower floor; crates for tests are named by tests alone.
pub(crate) fn arrows(layers: &Layers, own: &[Own]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for from in own {
        for arrow in &from.arrows {
            let (Some(upper), Some(lower)) = (layers.floor(&from.name), layers.floor(&arrow.to))
            else {
                continue; // not an own crate, or not in the table: told by `completeness`
            };
            let fine = match (upper, lower) {
                (Floor::Dev, _) => true,
                (Floor::Number(_), Floor::Dev) => arrow.for_tests,
                (Floor::Number(upper), Floor::Number(lower)) => lower < upper,
            };
            if !fine {
                problems.push(Problem::new(
                    &from.name,
                    format!("must not depend on {}: arrows only go down (layers.toml)", arrow.to),
                ));
            }
        }
    }
    problems
}

/// The table and the folders below `crates/` name the same crates, and folder = crate name.
pub(crate) fn completeness(layers: &Layers, own: &[Own], tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    for one in own {
        if layers.floor(&one.name).is_none() {
            problems.push(Problem::new(&one.name, "is not in layers.toml: give it a floor"));
        }
        if one.folder != format!("crates/{}", one.name) {
            problems.push(Problem::new(&one.name, format!("lies in the folder {}", one.folder)));
        }
    }
    for layer in &layers.crates {
        if !own.iter().any(|one| one.name == layer.name) {
            problems.push(Problem::new(&layer.name, "is in layers.toml and nowhere else"));
        }
    }
    let mut folders: Vec<_> = tree.files.iter().filter_map(|file| file.crate_name()).collect();
    folders.dedup();
    for folder in folders {
        if !own.iter().any(|one| one.name == folder) {
            problems.push(Problem::new(format!("crates/{folder}"), "holds no crate"));
        }
    }
    problems
}

/// A confined dependency is named by the crates of its row alone. Tests and the crates for tests are
/// free: nothing that ships is built from them.
pub(crate) fn confinement(layers: &Layers, own: &[Own]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for one in own {
        if layers.floor(&one.name) == Some(Floor::Dev) {
            continue;
        }
        for arrow in one.arrows.iter().filter(|arrow| !arrow.for_tests) {
            let row = layers.confined.iter().find(|row| row.dependency == arrow.to);
            if let Some(row) = row.filter(|row| !row.to.contains(&one.name)) {
                problems.push(Problem::new(
                    &one.name,
                    format!(
                        "must not depend on {}: it is confined to {} (layers.toml)",
                        arrow.to,
                        row.to.join(", ")
                    ),
                ));
            }
        }
    }
    problems
}

fn rows<'table>(
    table: &'table toml::Table,
    name: &str,
) -> anyhow::Result<impl Iterator<Item = &'table toml::Table>> {
    let rows = table.get(name).and_then(toml::Value::as_array);
    let rows = rows.with_context(|| format!("layers.toml has no [[{name}]]"))?;
    Ok(rows.iter().filter_map(toml::Value::as_table))
}

fn string(row: &toml::Table, key: &str) -> anyhow::Result<String> {
    let value = row.get(key).and_then(toml::Value::as_str).filter(|value| !value.is_empty());
    value.map(str::to_owned).with_context(|| format!("layers.toml: a row without {key}: {row}"))
}

#[cfg(test)]
mod tests {
    use super::super::crates::Arrow;
    use super::*;

    const LAYERS: &str = r#"
        [[crate]]
        name = "model"
        floor = 0
        purpose = "nouns"
        pure = true
        [[crate]]
        name = "lists"
        floor = 1
        purpose = "readers"
        [[crate]]
        name = "match"
        floor = 1
        purpose = "scores"
        [[crate]]
        name = "kit"
        floor = "dev"
        purpose = "fixtures"
        [[confined]]
        dependency = "quick-xml"
        to = ["lists"]
        reason = "parsers of foreign bytes stay together"
    "#;

    fn own(name: &str, arrows: &[(&str, bool)]) -> Own {
        let arrows =
            arrows.iter().map(|&(to, for_tests)| Arrow { to: to.to_owned(), for_tests }).collect();
        Own { name: name.to_owned(), folder: format!("crates/{name}"), arrows }
    }

    fn refused_arrows(from: &str, arrows: &[(&str, bool)]) -> usize {
        super::arrows(&Layers::parse(LAYERS).unwrap(), &[own(from, arrows)]).len()
    }

    #[test]
    fn arrows_only_go_down() {
        assert_eq!(refused_arrows("lists", &[("model", false)]), 0);
        assert_eq!(refused_arrows("lists", &[("match", false)]), 1, "same floor");
        assert_eq!(refused_arrows("lists", &[("match", true)]), 1, "same floor, in tests");
        assert_eq!(refused_arrows("model", &[("lists", false)]), 1, "up");
        assert_eq!(refused_arrows("model", &[("kit", true)]), 0);
        assert_eq!(refused_arrows("model", &[("kit", false)]), 1, "fixtures in what ships");
        assert_eq!(refused_arrows("kit", &[("lists", false)]), 0);
    }

    #[test]
    fn a_confined_dependency_stays_where_it_is() {
        let refused = |from: &str, for_tests| {
            let layers = Layers::parse(LAYERS).unwrap();
            confinement(&layers, &[own(from, &[("quick-xml", for_tests)])]).len()
        };
        assert_eq!(refused("lists", false), 0);
        assert_eq!(refused("match", false), 1);
        assert_eq!(refused("match", true), 0);
        assert_eq!(refused("kit", false), 0);
    }

    #[test]
    fn the_table_and_the_folders_agree() {
        let layers = Layers::parse(LAYERS).unwrap();
        let mut all =
            vec![own("model", &[]), own("lists", &[]), own("match", &[]), own("kit", &[])];
        let tree = Tree::of([("crates/lists/src/lib.rs", "")]);
        assert_eq!(completeness(&layers, &all, &tree), []);
        let empty = Tree::of([("crates/ghost/README.md", "")]);
        assert_eq!(completeness(&layers, &all, &empty).len(), 1, "a folder without a crate");
        assert_eq!(completeness(&layers, &all[1..], &tree).len(), 1, "a row without a crate");
        all.push(own("new", &[]));
        assert_eq!(completeness(&layers, &all, &tree).len(), 1, "a crate without a row");
    }

    #[test]
    fn a_row_gives_floor_purpose_and_reason() {
        for (whole, broken) in [
            ("floor = 0", "floor = \"roof\""),
            ("purpose = \"nouns\"", ""),
            ("reason = \"parsers of foreign bytes stay together\"", ""),
        ] {
            assert!(Layers::parse(&LAYERS.replace(whole, broken)).is_err(), "{whole}");
        }
    }
}
