//! Words that the tree does not hold, by the table `words.toml`: marks of unfinished work, paths of
//! somebody's machine. The table gives each its reason, what it must find and what it must let pass.

use anyhow::{Context as _, ensure};

use super::Problem;
use crate::tree::{File, Tree};

/// The table itself, which has to name what it forbids.
const TABLE: &str = "words.toml";

/// Files that people write: what is outside (corpora, lock files, licences) is data.
const WRITTEN: [&str; 7] = [".rs", ".md", ".toml", ".sh", ".html", ".css", ".yml"];
/// Folders whose files are scripts, whatever their names.
const SCRIPTS: [&str; 2] = ["script/", ".ci/"];

#[derive(Debug)]
pub(crate) struct Word {
    text: String,
    reason: String,
    /// Letters before or after make it another word.
    whole: bool,
    /// Contexts in which it is fine, such as a longer word that contains it.
    but: Vec<String>,
    finds: Vec<String>,
    passes: Vec<String>,
}

pub(crate) fn parse(text: &str) -> anyhow::Result<Vec<Word>> {
    let table: toml::Table = text.parse().context("words.toml does not parse")?;
    let rows = table.get("word").and_then(toml::Value::as_array);
    let rows = rows.context("words.toml has no [[word]]")?;
    rows.iter().filter_map(toml::Value::as_table).map(word).collect()
}

fn word(row: &toml::Table) -> anyhow::Result<Word> {
    let string = |key: &str| {
        let value = row.get(key).and_then(toml::Value::as_str);
        value.map(str::to_owned).with_context(|| format!("words.toml: a row without {key}: {row}"))
    };
    let strings = |key: &str| -> Vec<String> {
        let values = row.get(key).and_then(toml::Value::as_array).into_iter().flatten();
        values.filter_map(toml::Value::as_str).map(str::to_owned).collect()
    };
    let word = Word {
        text: string("text")?.to_lowercase(),
        reason: string("reason")?,
        whole: row.get("whole").and_then(toml::Value::as_bool).unwrap_or(false),
        but: strings("but").into_iter().map(|but| but.to_lowercase()).collect(),
        finds: strings("finds"),
        passes: strings("passes"),
    };
    ensure!(!word.finds.is_empty(), "words.toml: {} has no example that it finds", word.text);
    for example in &word.finds {
        ensure!(word.is_in(example), "words.toml: {} does not find {example:?}", word.text);
    }
    for example in &word.passes {
        ensure!(!word.is_in(example), "words.toml: {} finds {example:?}", word.text);
    }
    Ok(word)
}

impl Word {
    fn is_in(&self, line: &str) -> bool {
        let line = line.to_lowercase();
        line.match_indices(&self.text).any(|(at, found)| {
            let before = line.get(..at).unwrap_or_default();
            let after = line.get(at + found.len()..).unwrap_or_default();
            let alone = !before.ends_with(is_letter) && !after.starts_with(is_letter);
            let excused = self.but.iter().any(|but| {
                but.find(&self.text).is_some_and(|offset| {
                    let start = at.checked_sub(offset);
                    start.and_then(|start| line.get(start..)).is_some_and(|it| it.starts_with(but))
                })
            });
            (alone || !self.whole) && !excused
        })
    }
}

fn is_letter(one: char) -> bool {
    one.is_alphanumeric() || one == '_'
}

pub(crate) fn check(words: &[Word], tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    for file in tree.files.iter().filter(|file| is_written(file)) {
        for (number, line) in file.text().lines().enumerate() {
            for word in words.iter().filter(|word| word.is_in(line)) {
                problems.push(Problem::at(
                    &file.path,
                    number + 1,
                    format!("holds `{}`: {}", word.text, word.reason),
                ));
            }
        }
    }
    problems
}

fn is_written(file: &File) -> bool {
    let by_name = WRITTEN.iter().any(|ending| file.path.ends_with(ending));
    let by_folder = SCRIPTS.iter().any(|folder| file.path.starts_with(folder));
    let data = file.path.starts_with("corpus/") || file.path.starts_with("fuzz/corpus/");
    file.path != TABLE && (by_name || by_folder) && !data
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Vec<Word> {
        parse(&std::fs::read_to_string(crate::tree::root().join(TABLE)).unwrap()).unwrap()
    }

    #[test]
    fn each_word_of_the_table_is_found_in_code_documents_and_scripts() {
        let words = table();
        for word in &words {
            for path in ["crates/a/src/lib.rs", "docs/A.md", "script/test"] {
                let text = format!("fine\n{}\n", word.finds[0]);
                let problems = check(&words, &Tree::of([(path, &text)]));
                assert!(problems.iter().any(|problem| problem.place == format!("{path}:2")));
            }
        }
    }

    #[test]
    fn data_is_not_read() {
        let words = table();
        let text = &words[0].finds[0];
        assert_eq!(check(&words, &Tree::of([("corpus/lists/un/odd/list.xml", text)])), []);
    }

    #[test]
    fn a_row_whose_examples_lie_is_refused() {
        for row in [
            "text='ab'\nreason='r'\nfinds=['a b']",
            "text='ab'\nreason='r'\nfinds=['ab']\npasses=['xab']",
            "text='ab'\nreason='r'\nwhole=true\nfinds=['xab']",
            "text='ab'\nreason='r'",
        ] {
            assert!(parse(&format!("[[word]]\n{row}")).is_err(), "{row}");
        }
        let row = "text='ab'\nreason='r'\nbut=['x-ab']\nfinds=['ab']\npasses=['X-Ab: 1']";
        assert!(parse(&format!("[[word]]\n{row}")).is_ok());
    }
}
