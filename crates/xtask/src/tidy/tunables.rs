//! Every weight of a policy stands in the table of tunables, with the confusion that it stands for.

use super::Problem;
use crate::tree::{File, Tree};

const POLICY: &str = "crates/tamis-match/src/policy.rs";
const TABLE: &str = "docs/MATCHING.md";

/// The types of fields that are tuned.
const TUNED: [&str; 2] = [": Weight,", ": i32,"];

pub(crate) fn check(tree: &Tree) -> Vec<Problem> {
    let text = |path: &str| tree.files.iter().find(|file| file.path == path).map(File::text);
    let (Some(policy), Some(table)) = (text(POLICY), text(TABLE)) else {
        return vec![Problem::new(POLICY, format!("is missing, or {TABLE} is"))];
    };
    let told = |name: &str| {
        let is_it = |quoted: &str| quoted == name || quoted.ends_with(&format!(".{name}"));
        table.split('`').skip(1).step_by(2).any(is_it)
    };
    let field = |line: &'_ str| {
        let tuned = TUNED.iter().find_map(|kind| line.trim().strip_suffix(kind))?;
        tuned.strip_prefix("pub ").map(str::to_owned)
    };
    let lines = (1..).zip(policy.lines());
    let fields = lines.filter_map(|(number, line)| Some((number, field(line)?)));
    fields
        .filter(|(_, name)| !told(name))
        .map(|(number, name)| Problem::at(POLICY, number, format!("{TABLE} has no `{name}`")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weight_that_is_not_told_is_a_problem() {
        let policy = "    pub omitted: Weight,\n    pub years: i32,\n    pub id: PolicyId,\n";
        let problems = |table: &str| {
            let tree = Tree::of([(POLICY, policy), (TABLE, table)]);
            check(&tree).iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert!(problems("| `omitted` | 1 |\n| `dates.years` | 2 |").is_empty());
        let told = problems("| `omitted` | 1 |");
        assert!(told.len() == 1 && told[0].contains("policy.rs:2"), "{told:?}");
    }
}
