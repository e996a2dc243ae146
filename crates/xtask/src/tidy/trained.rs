//! Training reads the files of its manifest alone, and no file that the matcher is judged by is among them.

use std::collections::BTreeSet;

use super::Problem;
use crate::tree::Tree;

const MANIFEST: &str = "crates/tamis-training/data/manifest.tsv";

/// Where the code of training stands.
const SOURCE: &str = "crates/tamis-training/src/";

/// How the files begin that figures of accuracy come from.
const EVALUATION: [&str; 4] =
    ["names/name_bench", "names/crosslist", "names/perturbed", "names/synthetic"];

pub(crate) fn check(tree: &Tree) -> Vec<Problem> {
    let Some(manifest) = tree.files.iter().find(|file| file.path == MANIFEST) else {
        return vec![Problem::new(MANIFEST, "is missing: it names the files that training reads")];
    };
    let rows = manifest.text().lines().filter(|line| !line.starts_with('#'));
    let listed: BTreeSet<&str> = rows.filter_map(|row| row.split('\t').next()).collect();
    let mut problems: Vec<Problem> = listed
        .iter()
        .filter(|file| EVALUATION.iter().any(|judged| file.starts_with(judged)))
        .map(|file| {
            Problem::new(MANIFEST, format!("{file} judges the matcher and may not train it"))
        })
        .collect();
    let mut read = BTreeSet::new();
    for file in tree.rust().filter(|file| file.path.starts_with(SOURCE)) {
        for (number, line) in (1..).zip(file.text().lines()) {
            for name in files_of(line) {
                read.insert(name);
                if !listed.contains(name) {
                    let message = format!("training reads {name}, which {MANIFEST} has not");
                    problems.push(Problem::at(&file.path, number, message));
                }
            }
        }
    }
    let unread = listed.iter().filter(|file| !read.contains(*file));
    problems.extend(unread.map(|file| Problem::new(MANIFEST, format!("nothing reads {file}"))));
    problems
}

/// Files of the folder of data that a line of code names.
fn files_of(line: &str) -> impl Iterator<Item = &str> {
    let literals = line.split('"').skip(1).step_by(2);
    literals.filter(|text| text.starts_with("names/") || text.starts_with("lists/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CODE: &str = "crates/tamis-training/src/costs.rs";

    fn problems(manifest: &str, code: &str) -> Vec<String> {
        let tree = Tree::of([(MANIFEST, manifest), (CODE, code)]);
        check(&tree).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_is_read_is_listed_and_judges_nothing() {
        let code = "const FILE: &str = \"names/some.txt\";";
        assert!(problems("# file\nnames/some.txt\tgroups\tCC0\n", code).is_empty());
        let told = problems("names/other.txt\tgroups\tCC0\n", code);
        assert!(told.iter().any(|told| told.contains("costs.rs:1") && told.contains("some.txt")));
        assert!(told.iter().any(|told| told.contains("nothing reads names/other.txt")));
        let judged = problems("names/crosslist_pairs.csv\n", "\"names/crosslist_pairs.csv\"");
        assert!(judged.iter().any(|told| told.contains("may not train")), "{judged:?}");
    }
}
