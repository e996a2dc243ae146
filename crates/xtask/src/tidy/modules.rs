//! Modules: each opens with what it is for, and none has a name that gathers anything.

use super::Problem;
use crate::tree::Tree;

/// Names that say nothing of what is inside, and so gather it.
const GATHERERS: [&str; 11] = [
    "util", "utils", "helper", "helpers", "common", "manager", "managers", "misc", "v2", "new",
    "stuff",
];

pub(crate) fn check(tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    for file in tree.rust() {
        if !opens_with_documentation(file.text()) {
            problems.push(Problem::new(
                &file.path,
                "opens without `//!`: say what it is for and what it does not know",
            ));
        }
        if file.path.ends_with("/mod.rs") {
            problems.push(Problem::new(&file.path, "is a mod.rs: name it after its module"));
        }
        for part in file.path.trim_end_matches(".rs").split(['/', '_', '-']) {
            if GATHERERS.contains(&part) {
                problems.push(Problem::new(
                    &file.path,
                    format!("`{part}` says nothing of what is inside: name it after that"),
                ));
            }
        }
    }
    problems
}

fn opens_with_documentation(text: &str) -> bool {
    // A generated file may say so first; a script of cargo may have its first line.
    let mut lines = text.lines().filter(|line| !line.starts_with("// ") && !line.is_empty());
    lines.next().is_some_and(|line| line.starts_with("//!"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(path: &str, text: &str) -> usize {
        check(&Tree::of([(path, text)])).len()
    }

    #[test]
    fn a_module_says_what_it_is_for() {
        assert_eq!(count("crates/a/src/dates.rs", "//! Dates.\nuse b;"), 0);
        assert_eq!(count("crates/a/src/dates.rs", "// @generated\n\n//! Dates."), 0);
        assert_eq!(count("crates/a/src/dates.rs", "use b;\n//! Dates."), 1);
        assert_eq!(count("crates/a/src/dates.rs", ""), 1);
    }

    #[test]
    fn a_name_says_what_is_inside() {
        for path in ["a/src/utils.rs", "a/src/date_helpers.rs", "a/common/dates.rs", "a/src/mod.rs"]
        {
            assert_eq!(count(path, "//! x"), 1, "{path}");
        }
        assert_eq!(count("a/src/news.rs", "//! x"), 0);
    }
}
