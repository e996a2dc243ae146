//! Automation of the workspace, run as `cargo xtask …`: what must hold of the tree (`tidy`), what is
//! made from data (`codegen`), what tests reach (`coverage`), what runs for hours (`soak`). Knows files, crates and cargo; nothing
//! of sanctions.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program of the command line answers on them"
)]

mod codegen;
mod coverage;
mod soak;
mod tidy;
mod train;
mod tree;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Debug, Parser)]
#[command(name = "cargo xtask", about = "Automation of the workspace")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Check what must hold of the tree: floors, purity, files, words, links, licences
    Tidy,
    /// Generate the committed tables from their data
    Codegen {
        /// Write nothing; fail when a committed table is not what the data gives
        #[arg(long)]
        check: bool,
    },
    /// Learn the tables that ship from the data; words after it go to tamis-training
    Train {
        /// Which table, and its flags
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        words: Vec<String>,
    },
    /// Compare index and all pairs for hours; a run that was stopped goes on where it was
    Soak(soak::Arguments),
    /// Tell, file by file, which lines the tests of a package reach
    Coverage(coverage::Arguments),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().task {
        Task::Tidy => tidy::run(),
        Task::Codegen { check } => codegen::run(check),
        Task::Train { words } => train::run(&words),
        Task::Soak(arguments) => soak::run(&arguments),
        Task::Coverage(arguments) => coverage::run(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
