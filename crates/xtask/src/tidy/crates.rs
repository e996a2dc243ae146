//! The crates as cargo resolves them, cut down to what the rules ask.

use std::path::Path;

use anyhow::Context as _;
use cargo_metadata::{DependencyKind, MetadataCommand};

/// A crate of the workspace.
#[derive(Debug, Clone)]
pub(crate) struct Own {
    pub(crate) name: String,
    /// Relative to the root.
    pub(crate) folder: String,
    pub(crate) arrows: Vec<Arrow>,
}

/// A dependency that a crate names in its manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Arrow {
    pub(crate) to: String,
    /// In `[dev-dependencies]`.
    pub(crate) for_tests: bool,
}

/// Any crate that ends up in the lock file.
#[derive(Debug, Clone)]
pub(crate) struct Resolved {
    pub(crate) name: String,
    pub(crate) version: String,
    /// An SPDX expression.
    pub(crate) licence: Option<String>,
    /// Absent for the crates of the workspace.
    pub(crate) source: Option<String>,
}

#[derive(Debug)]
pub(crate) struct Crates {
    pub(crate) own: Vec<Own>,
    pub(crate) all: Vec<Resolved>,
}

impl Crates {
    pub(crate) fn read(root: &Path) -> anyhow::Result<Self> {
        let metadata =
            MetadataCommand::new().current_dir(root).exec().context("cargo metadata failed")?;
        let own = metadata
            .workspace_packages()
            .into_iter()
            .map(|package| Own {
                name: package.name.to_string(),
                folder: relative_folder(root, package.manifest_path.as_std_path()),
                arrows: package
                    .dependencies
                    .iter()
                    .map(|dependency| Arrow {
                        to: dependency.name.clone(),
                        for_tests: dependency.kind == DependencyKind::Development,
                    })
                    .collect(),
            })
            .collect();
        let all = metadata
            .packages
            .iter()
            .map(|package| Resolved {
                name: package.name.to_string(),
                version: package.version.to_string(),
                licence: package.license.clone(),
                source: package.source.as_ref().map(ToString::to_string),
            })
            .collect();
        Ok(Self { own, all })
    }
}

fn relative_folder(root: &Path, manifest: &Path) -> String {
    let folder = manifest.parent().unwrap_or(manifest);
    folder.strip_prefix(root).unwrap_or(folder).to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_crates_lie_in_folders_of_their_names() {
        let crates = Crates::read(&crate::tree::root()).unwrap();
        let xtask = crates.own.iter().find(|own| own.name == "xtask").unwrap();
        assert_eq!(xtask.folder, "crates/xtask");
        assert!(xtask.arrows.contains(&Arrow { to: "anyhow".to_owned(), for_tests: false }));
        assert!(crates.all.iter().any(|one| one.name == "clap" && one.source.is_some()));
    }
}
