//! The long run of the differential test of retrieval: hands its words to `tamis-oracle`, which needs
//! the crates that this one checks, and gives it a place to write down how far it is.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Context as _;

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Pairs of party and entry to cover, those of earlier runs of the seed included
    #[arg(long, default_value = "10_000_000_000")]
    pairs: String,
    /// The seed; each has a run and a file of its own
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Threads; as many as there are cores unless told
    #[arg(long)]
    threads: Option<usize>,
    /// Where progress and failures are written; `soak-SEED.tsv` in the folder of the build unless told
    #[arg(long)]
    to: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    let file = format!("soak-{}.tsv", arguments.seed);
    let to = arguments.to.clone().unwrap_or_else(|| target.join(file));
    let mut command = Command::new(cargo);
    command
        .args(["run", "--quiet", "--profile", "measure", "--package", "tamis-oracle"])
        .args(["--example", "soak", "--", "--pairs", &arguments.pairs])
        .args(["--seed", &arguments.seed.to_string()])
        .arg("--to")
        .arg(to);
    if let Some(threads) = arguments.threads {
        command.args(["--threads", &threads.to_string()]);
    }
    let status = command.status().context("cargo can't be run")?;
    anyhow::ensure!(status.success(), "the soak did not end well");
    Ok(())
}
