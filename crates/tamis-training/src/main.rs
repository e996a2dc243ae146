//! What Tamis learns from data: small reviewed tables that ship, made by a command that anyone with
//! the data can run again for the same bytes (`cargo xtask train …`). Reads the files of `data/manifest.tsv`
//! and nothing else: evaluation files and the aliases of the lists are not among them.
//!
//! A crate of its own, so that the checks of the tree (`cargo xtask tidy`) build without the crates
//! that they check.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

mod costs;
mod frequencies;
mod known_names;
mod lexicon;
mod population;
mod things;

#[derive(Debug, Parser)]
#[command(name = "cargo xtask train", about = "Learn the tables that ship from the data")]
struct Arguments {
    #[command(subcommand)]
    table: Table,
    /// The folder of data
    #[arg(long, env = "TAMIS_DATA", default_value = "../shared/data", global = true)]
    data: PathBuf,
    /// Write nothing; fail when the committed table is not what the data gives
    #[arg(long, global = true)]
    check: bool,
}

#[derive(Debug, Subcommand)]
enum Table {
    /// How many people of a million bear a part of a name
    Frequencies,
    /// What another spelling tells of a name; prints figures of rows that are held out
    Costs,
    /// Which common parts of names are names in their own right
    KnownNames,
    /// Which parts of names a generated list is drawn from, with their bearers
    Population,
    /// How many organisations, ships and aircraft of a million have a word in their name
    Things,
    /// Which parts of names are written forms of one name
    Lexicon {
        /// Write nothing; print figures and so many random pairs of each kind, to be judged
        #[arg(long, conflicts_with = "check")]
        sample: Option<usize>,
    },
}

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    match arguments.table {
        Table::Costs => costs::run(&arguments.data, arguments.check),
        Table::Frequencies => frequencies::run(&arguments.data, arguments.check),
        Table::KnownNames => known_names::run(&arguments.data, arguments.check),
        Table::Population => population::run(&arguments.data, arguments.check),
        Table::Things => things::run(&arguments.data, arguments.check),
        Table::Lexicon { sample } => lexicon::run(&arguments.data, arguments.check, sample),
    }
}
