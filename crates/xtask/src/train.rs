//! Hands `cargo xtask train …` to the crate that learns tables from data, which needs the crates
//! that this one checks.

use std::process::Command;

use anyhow::Context as _;

pub(crate) fn run(words: &[String]) -> anyhow::Result<()> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["run", "--quiet", "--release", "--package", "tamis-training", "--"])
        .args(words)
        .status()
        .context("cargo can't be run")?;
    anyhow::ensure!(status.success(), "the training did not end well");
    Ok(())
}
