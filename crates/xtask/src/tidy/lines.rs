//! Lengths of files: nine in ten under 400 lines, none over 1,000, the median told. Generated tables
//! (a first line with `@generated`) are not counted: nobody reads them.

use std::fmt;

use super::Problem;
use crate::tree::Tree;

const LONG: usize = 400;
const TOO_LONG: usize = 1000;
const WANTED_MEDIAN: usize = 150;

pub(crate) fn check(tree: &Tree) -> Vec<Problem> {
    let account = Account::of(tree);
    let mut problems: Vec<_> = account
        .long
        .iter()
        .filter(|(lines, _)| *lines > TOO_LONG)
        .map(|(lines, path)| {
            Problem::new(path, format!("has {lines} lines, more than {TOO_LONG}: split it"))
        })
        .collect();
    if account.long.len() * 10 > account.files {
        problems.push(Problem::new(
            "all files",
            format!(
                "{} of {} have more than {LONG} lines; one in ten may",
                account.long.len(),
                account.files
            ),
        ));
    }
    problems
}

/// The lengths of the tree's Rust files.
#[derive(Debug)]
pub(crate) struct Account {
    files: usize,
    median: usize,
    /// Longest first.
    long: Vec<(usize, String)>,
}

impl Account {
    pub(crate) fn of(tree: &Tree) -> Self {
        let mut lengths: Vec<_> = tree
            .rust()
            .filter(|file| !file.text().lines().take(3).any(|line| line.contains("@generated")))
            .map(|file| (file.text().lines().count(), file.path.clone()))
            .collect();
        lengths.sort_by(|one, other| other.cmp(one));
        let median = lengths.get(lengths.len() / 2).map_or(0, |(lines, _)| *lines);
        let files = lengths.len();
        lengths.retain(|(lines, _)| *lines > LONG);
        Self { files, median, long: lengths }
    }
}

impl fmt::Display for Account {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { files, median, long } = self;
        write!(
            formatter,
            "{files} Rust files, median {median} lines (wanted: under {WANTED_MEDIAN})"
        )?;
        write!(formatter, ", {} over {LONG}", long.len())?;
        for (lines, path) in long {
            write!(formatter, "\n     {lines:>5} {path}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::File;

    fn tree(lengths: &[usize]) -> Tree {
        let files = lengths
            .iter()
            .map(|&lines| File {
                path: format!("a/src/of_{lines}.rs"),
                text: Some("//! x\n".repeat(lines)),
                length: 0,
            })
            .collect();
        Tree { files, ..Tree::default() }
    }

    #[test]
    fn no_file_is_too_long() {
        assert_eq!(check(&tree(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 1000])), []);
        let problems = check(&tree(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 1001]));
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].place, "a/src/of_1001.rs");
    }

    #[test]
    fn nine_in_ten_are_short() {
        assert_eq!(check(&tree(&[1, 2, 3, 4, 5, 6, 7, 8, 400, 401])), []);
        assert_eq!(check(&tree(&[1, 2, 3, 4, 5, 6, 7, 8, 401, 402])).len(), 1);
    }

    #[test]
    fn the_account_tells_median_and_longest() {
        assert_eq!(
            Account::of(&tree(&[1, 450, 3])).to_string(),
            "3 Rust files, median 3 lines (wanted: under 150), 1 over 400\n       450 a/src/of_450.rs"
        );
        let generated = format!("// @generated\n{}", "x\n".repeat(2000));
        let tree = Tree::of([("a/src/table.rs", &generated)]);
        assert_eq!(Account::of(&tree).files, 0);
    }
}
