//! Links of the documents: a relative link in a Markdown file leads to a file or folder of the tree.
//! Knows nothing of addresses on the network.

use super::Problem;
use crate::tree::Tree;

pub(crate) fn check(tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    for file in tree.files.iter().filter(|file| file.path.ends_with(".md")) {
        for (line, target) in targets(file.text()) {
            let place = target.split_once('#').map_or(target, |(place, _)| place);
            if place.is_empty() || place.contains("://") || place.starts_with("mailto:") {
                continue;
            }
            let found = resolve(&file.path, place).is_some_and(|path| exists(tree, &path));
            if !found {
                problems.push(Problem::at(&file.path, line, format!("links to nothing: {target}")));
            }
        }
    }
    problems
}

/// The targets of `[text](target)`, outside of code.
fn targets(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut fenced = false;
    for (number, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        }
        if fenced {
            continue;
        }
        for (at, part) in line.split('`').enumerate() {
            // What stands between two backticks is code; a link's text may hold some.
            let start = if at % 2 == 0 { part } else { continue };
            for (open, _) in start.match_indices("](") {
                let target = start.get(open + 2..).and_then(|rest| rest.split_once(')'));
                let target = target.and_then(|(target, _)| target.split_whitespace().next());
                found.extend(target.map(|target| (number + 1, target)));
            }
        }
    }
    found
}

/// The path from the root that `target` names in the file `from`.
fn resolve(from: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

fn exists(tree: &Tree, path: &str) -> bool {
    let folder = format!("{path}/");
    path.is_empty()
        || tree.files.iter().any(|one| one.path == path || one.path.starts_with(&folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(text: &str) -> usize {
        check(&Tree::of([("docs/A.md", text), ("docs/decisions/0001-x.md", ""), ("README.md", "")]))
            .len()
    }

    #[test]
    fn a_link_leads_somewhere() {
        assert_eq!(count("[a](decisions/0001-x.md), [b](../README.md#top), [c](decisions/)"), 0);
        assert_eq!(count("[a](#here) [b](https://example.org/x) [`code`](../README.md)"), 0);
        assert_eq!(count("[a](decisions/0002-y.md)"), 1);
        assert_eq!(count("[`code`](none.md) and [b](README.md)"), 2);
        assert_eq!(count("[a](../../outside.md)"), 1);
    }

    #[test]
    fn code_is_not_read() {
        assert_eq!(count("`[a](none.md)`\n```\n[a](none.md)\n```\n"), 0);
        assert_eq!(count("```\n```\n[a](none.md)"), 1);
    }
}
