//! Nothing of the data outside the repository is committed: no file of the tree has the bytes of a
//! file in the data folder. Without the folder there is nothing to compare with, and the rule says
//! so.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::Problem;
use crate::tree::Tree;

/// Where the data lies, relative to the root: as `tamis_testkit::data` finds it.
const VARIABLE: &str = "TAMIS_DATA";
const DEFAULT: &str = "../shared/data";

pub(crate) fn check(tree: &Tree) -> anyhow::Result<Vec<Problem>> {
    let named = std::env::var_os(VARIABLE).map_or_else(|| PathBuf::from(DEFAULT), PathBuf::from);
    compare(tree, &tree.root.join(named))
}

fn compare(tree: &Tree, data: &Path) -> anyhow::Result<Vec<Problem>> {
    if !data.is_dir() {
        println!("skip nothing to compare the tree with: no folder {VARIABLE}");
        return Ok(Vec::new());
    }
    let outside = by_length(data)?;
    let mut problems = Vec::new();
    for file in tree.files.iter().filter(|file| file.length > 0) {
        for other in outside.get(&file.length).into_iter().flatten() {
            let own = fs::read(tree.root.join(&file.path))?;
            if own == fs::read(other)? {
                let other = other.strip_prefix(data).unwrap_or(other).display();
                problems.push(Problem::new(&file.path, format!("is {other} of the data outside")));
            }
        }
    }
    Ok(problems)
}

/// Only files of equal length are read and compared.
fn by_length(folder: &Path) -> anyhow::Result<HashMap<u64, Vec<PathBuf>>> {
    let mut found: HashMap<u64, Vec<PathBuf>> = HashMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let read = fs::read_dir(&folder);
        for entry in read.with_context(|| format!("cannot read {}", folder.display()))? {
            let entry = entry?;
            let metadata = entry.metadata()?;
            if metadata.is_dir() {
                folders.push(entry.path());
            } else {
                found.entry(metadata.len()).or_default().push(entry.path());
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_found_under_any_name() {
        let root = tempfile::tempdir().unwrap();
        let data = root.path().join("data/lists");
        fs::create_dir_all(&data).unwrap();
        fs::write(data.join("a.xml"), "<list/>").unwrap();
        let found = |text: &str| {
            fs::write(root.path().join("fixture.xml"), text).unwrap();
            let mut tree = Tree::of([("fixture.xml", text)]);
            tree.root = root.path().to_path_buf();
            compare(&tree, &root.path().join("data")).unwrap().len()
        };
        assert_eq!(found("<list/>"), 1);
        assert_eq!(found("<tsil/>"), 0);
        assert_eq!(found(""), 0);
    }

    #[test]
    fn without_the_folder_nothing_is_compared() {
        assert_eq!(compare(&Tree::of([("a", "b")]), Path::new("no/such/folder")).unwrap(), []);
    }
}
