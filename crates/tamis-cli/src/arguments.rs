//! The one definition of commands and options: help, manual and completions come from it.

mod index;
mod lists;
mod monitoring;
mod organisations;
mod screening;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::exit;

pub(crate) use index::IndexCommand;
pub(crate) use lists::{
    BoundsArguments, DecideArguments, DiffArguments, ImportArguments, LinkArguments,
    ListStatusArguments, ListsCommand, PublishedDay, ShowArguments, SourcesArguments, SourcesFile,
    StatusArguments, UpdateArguments,
};
pub(crate) use monitoring::{
    MonitorAddArguments, MonitorCommand, MonitorRemoveArguments, MonitorRunArguments,
};
pub(crate) use organisations::{
    ContradictionsArguments, DesignationsArguments, OrganisationArguments, OrganisationsCommand,
    SearchArguments,
};
pub(crate) use screening::{
    AnswerFormat, CompareArguments, InputFormat, PartyFileArguments, PolicyName, ReplayArguments,
    ScreenArguments,
};

/// Vetting and name screening against official lists, with reasons.
#[derive(Debug, Parser)]
#[command(
    name = "tamis",
    version,
    max_term_width = 100,
    after_help = exit::table(),
    long_about = "Vetting and name screening against official lists, with reasons.\n\n\
        Tamis takes official designation lists in their original formats and people from a file, and \
        says who may be whom and why. A score tells how alike two records are, never how dangerous a \
        person is. People decide.\n\n\
        Begin with `tamis demo`."
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) common: Common,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Options of every command.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "General options")]
pub(crate) struct Common {
    /// Print tables as JSON
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Say nothing on standard error but errors
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    /// Colour the output (NO_COLOR is respected)
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = Colour::Auto)]
    pub(crate) color: Colour,
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Colour {
    /// On a terminal
    Auto,
    /// Everywhere
    Always,
    /// Nowhere
    Never,
}

/// Where the lists are kept.
#[derive(Debug, Clone, Args)]
pub(crate) struct DataFolder {
    /// Folder that keeps the lists [default: tamis in the user's data folder]
    #[arg(long, value_name = "FOLDER", env = "TAMIS_HOME", hide_env_values = true)]
    pub(crate) data: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Import official lists, see what is there
    #[command(subcommand)]
    Lists(ListsCommand),
    /// Build the index of the active lists, see what it holds, check it
    #[command(subcommand)]
    Index(IndexCommand),
    /// Screen the people and organisations of a file
    Screen(Box<ScreenArguments>),
    /// Keep people and organisations, and screen them again when lists change
    #[command(subcommand)]
    Monitor(MonitorCommand),
    /// Find organisations, see what is claimed of them, who designates them, what contradicts what
    #[command(subcommand)]
    Organisations(OrganisationsCommand),
    /// Make recorded answers again from their stamps, and compare
    Replay(ReplayArguments),
    /// Compare two names or records, or pairs of a file
    Compare(CompareArguments),
    /// Import sample lists, screen sample requests, write a report
    Demo(DemoArguments),
    /// Measure the matcher on labelled pairs
    Eval(EvalArguments),
    /// Print completions for a shell
    Completions {
        /// The shell
        #[arg(value_enum)]
        shell: Shell,
    },
    /// Print the manual page, or write those of all commands
    Man {
        /// Write a page for each command into this folder
        #[arg(long, value_name = "FOLDER")]
        dir: Option<PathBuf>,
    },
}

/// `tamis demo`
#[derive(Debug, Clone, Args)]
pub(crate) struct DemoArguments {
    /// Folder for the samples and the report, made if it is not there [default: the folder that
    /// --data is in, else tamis-demo]
    #[arg(long, value_name = "FOLDER")]
    pub(crate) dir: Option<PathBuf>,
    /// Folder that keeps the imported lists [default: data in the folder of --dir]
    #[arg(long, value_name = "FOLDER")]
    pub(crate) data: Option<PathBuf>,
}

/// `tamis eval`
#[derive(Debug, Clone, Args)]
pub(crate) struct EvalArguments {
    /// Folder with the labelled pairs (`names/`) and the lists (`lists/`) that they are of
    #[arg(long, value_name = "FOLDER")]
    pub(crate) data: PathBuf,
    /// Run these groups only: name-bench, crosslist, original-script, calibration, perturbed,
    /// own-perturbations, dates, variants, noms-de-guerre, mrz, tokens, negatives, peer-alarms, cohorts,
    /// leave-one-out, unknown-kind, corpus
    #[arg(long, value_name = "GROUP,…", value_delimiter = ',')]
    pub(crate) only: Vec<String>,
    /// A sample of the large sets, for a look while working; the output says so
    #[arg(long, conflicts_with = "full")]
    pub(crate) quick: bool,
    /// Everything: each listed person against all others too, not one in 60
    #[arg(long)]
    pub(crate) full: bool,
    /// Show the figures of the whole sets alone, with their targets
    #[arg(long)]
    pub(crate) summary: bool,
    /// Write what another matcher is asked as CSV: labelled pairs, people and whom they are asked of
    #[arg(long, value_name = "FILE")]
    pub(crate) pairs_out: Option<PathBuf>,
    /// Score the same pairs with this matcher too, and print its figures beside: logic-v2 (install it
    /// with bench/peer/install); with --peer-scores what that matcher is called
    #[arg(long, value_name = "NAME")]
    pub(crate) peer: Option<String>,
    /// Folder with the environments of peers [default: tamis/peers in the user's cache folder]
    #[arg(long, value_name = "FOLDER", requires = "peer")]
    pub(crate) peers: Option<PathBuf>,
    /// Take the scores of another matcher from this file: CSV with the columns id and score
    #[arg(long, value_name = "FILE", conflicts_with = "peers")]
    pub(crate) peer_scores: Option<PathBuf>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_definition_is_consistent() {
        Arguments::command().debug_assert();
    }
}
