//! The tree as the rules see it: the files that git knows or would add, with their text. Read once,
//! so that a rule is a function of values and its test needs no folder.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, ensure};

/// One file of the tree; `path` is relative to the root, with `/`.
#[derive(Debug, Clone)]
pub(crate) struct File {
    pub(crate) path: String,
    /// Absent for what is not UTF-8.
    pub(crate) text: Option<String>,
    pub(crate) length: u64,
}

impl File {
    pub(crate) fn text(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }

    pub(crate) fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    /// The folder directly below `crates/` that the file lies in.
    pub(crate) fn crate_name(&self) -> Option<&str> {
        self.path.strip_prefix("crates/")?.split_once('/').map(|(name, _)| name)
    }
}

/// All files, in the order of their paths.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    pub(crate) root: PathBuf,
    pub(crate) files: Vec<File>,
}

impl Tree {
    /// Reads the tree below `root`: tracked files, and those that are neither tracked nor ignored.
    pub(crate) fn read(root: &Path) -> anyhow::Result<Self> {
        let listed = Command::new("git")
            .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            .current_dir(root)
            .output()
            .context("cannot run git, which tells the files of the tree")?;
        ensure!(
            listed.status.success(),
            "git ls-files failed: {}",
            String::from_utf8_lossy(&listed.stderr).trim()
        );
        let mut files = Vec::new();
        for path in String::from_utf8(listed.stdout)?.split_terminator('\0') {
            // A tracked file may be deleted and not yet committed so; a link is not followed.
            let full = root.join(path);
            if !full.symlink_metadata().is_ok_and(|metadata| metadata.is_file()) {
                continue;
            }
            let bytes = std::fs::read(&full).with_context(|| format!("cannot read {path}"))?;
            let length = bytes.len() as u64;
            files.push(File { path: path.to_owned(), text: String::from_utf8(bytes).ok(), length });
        }
        files.sort_by(|one, other| one.path.cmp(&other.path));
        files.dedup_by(|one, other| one.path == other.path);
        Ok(Self { root: root.to_path_buf(), files })
    }

    pub(crate) fn rust(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| file.is_rust())
    }

    #[cfg(test)]
    pub(crate) fn of<const N: usize>(files: [(&str, &str); N]) -> Self {
        let files = files
            .into_iter()
            .map(|(path, text)| File {
                path: path.to_owned(),
                text: Some(text.to_owned()),
                length: text.len() as u64,
            })
            .collect();
        Self { root: PathBuf::new(), files }
    }
}

/// The root of the workspace: that which cargo runs this from, or else that which it was compiled in.
/// (A target folder that several working trees share keeps one build for all of them.)
pub(crate) fn root() -> PathBuf {
    let crate_folder = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    crate_folder.ancestors().nth(2).unwrap_or(&crate_folder).to_path_buf()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_tree_holds_this_file() {
        let tree = Tree::read(&root()).unwrap();
        let own = tree.rust().find(|file| file.path == "crates/xtask/src/tree.rs").unwrap();
        assert_eq!(own.crate_name(), Some("xtask"));
        assert!(own.text().starts_with("//! The tree as the rules see it"));
    }
}
