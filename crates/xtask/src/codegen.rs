//! Generates the committed tables from their data: reviewed files under `crates/tamis-text/data`, the Unicode data of
//! two crates, and for the table of lists the mappings and tables of `crates/tamis-lists`. Knows the shape of the tables, not what they are for.

mod han;
mod lists;
mod lookups;
mod romanisation;
mod scripts;
mod sounds;
mod table;
mod words;

use std::path::Path;

use anyhow::{Context as _, bail};

use crate::tree;

const DATA: &str = "crates/tamis-text/data";
const GENERATED: &str = "crates/tamis-text/src/generated";

/// One file that is made from data.
struct Artefact {
    /// Below the root of the tree.
    path: String,
    text: String,
}

/// Writes every generated table, or, with `check`, writes nothing and fails where a committed table
/// is not what the data gives.
pub(crate) fn run(check: bool) -> anyhow::Result<()> {
    let root = tree::root();
    let artefacts = generate(&root)?;
    let mut stale = Vec::new();
    for artefact in &artefacts {
        let path = root.join(&artefact.path);
        if std::fs::read_to_string(&path).is_ok_and(|committed| committed == artefact.text) {
            continue;
        }
        stale.push(artefact.path.as_str());
        if !check {
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder)?;
            }
            std::fs::write(&path, &artefact.text)
                .with_context(|| format!("cannot write {}", path.display()))?;
        }
    }
    if check && !stale.is_empty() {
        bail!("not current: {}: run `cargo xtask codegen`", stale.join(", "));
    }
    println!(
        "{} generated tables, {} {}",
        artefacts.len(),
        stale.len(),
        if check { "stale" } else { "written" }
    );
    Ok(())
}

fn generate(root: &Path) -> anyhow::Result<Vec<Artefact>> {
    let data = root.join(DATA);
    let lock = Lock::read(root)?;
    let romanisation = table::read(&data, "romanisation.tsv", 3)?;
    let mut words = Vec::new();
    for name in [
        "words_chain.tsv",
        "words_organisations.tsv",
        "words_particles.tsv",
        "words_persons.tsv",
        "words_ranks.tsv",
        "words_titles.tsv",
    ] {
        words.extend(table::read(&data, name, 4)?);
    }
    Ok(vec![
        of_text("scripts.rs", scripts::generate(&lock)?),
        of_text("romanisation.rs", romanisation::generate(&lock, &romanisation)?),
        of_text("han.txt", han::generate(&table::read(&data, "characters_of_names.tsv", 3)?)),
        of_text("words.rs", words::generate(&words)?),
        of_text(
            "sounds.rs",
            sounds::generate(
                &table::read(&data, "sounds_latin.tsv", 4)?,
                &table::read(&data, "sounds_abjad.tsv", 5)?,
            )?,
        ),
        of_text(
            "lookups.rs",
            lookups::generate(&lookups::Tables {
                readings: table::read(&data, "readings.tsv", 3)?,
                homoglyphs: table::read(&data, "homoglyphs.tsv", 4)?,
                misread: table::read(&data, "misread.tsv", 4)?,
                whole_words: table::read(&data, "whole_words.tsv", 2)?,
                mrz: table::read(&data, "mrz_arabic.tsv", 3)?,
                nisbas: table::read(&data, "nisbas.tsv", 3)?,
            })?,
        ),
        Artefact { path: "docs/LISTS.md".to_owned(), text: lists::generate(root)? },
    ])
}

/// A table of `tamis-text`.
fn of_text(name: &str, text: String) -> Artefact {
    Artefact { path: format!("{GENERATED}/{name}"), text }
}

/// The versions that `Cargo.lock` fixes: named in what is made from a crate's data.
struct Lock(toml::Table);

impl Lock {
    fn read(root: &Path) -> anyhow::Result<Self> {
        let text =
            std::fs::read_to_string(root.join("Cargo.lock")).context("cannot read Cargo.lock")?;
        Ok(Self(text.parse().context("Cargo.lock is not TOML")?))
    }

    fn version(&self, package: &str) -> anyhow::Result<&str> {
        let packages = self.0.get("package").and_then(toml::Value::as_array);
        packages
            .into_iter()
            .flatten()
            .find(|entry| entry.get("name").and_then(toml::Value::as_str) == Some(package))
            .and_then(|entry| entry.get("version")?.as_str())
            .with_context(|| format!("Cargo.lock has no {package}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn committed_tables_are_current() {
        run(true).unwrap();
    }

    #[test]
    fn the_version_of_a_package_is_found() {
        let lock = Lock("[[package]]\nname = \"a\"\nversion = \"1.2\"".parse().unwrap());
        assert_eq!(lock.version("a").unwrap(), "1.2");
        assert!(lock.version("b").is_err());
    }
}
