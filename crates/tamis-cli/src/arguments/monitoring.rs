//! `tamis monitor …`

use std::path::PathBuf;

use clap::{Args, Subcommand};
use tamis_model::Threshold;

use super::DataFolder;
use super::lists::StatusArguments;
use super::screening::{PartyFileArguments, PolicyName, threshold};

#[derive(Debug, Subcommand)]
pub(crate) enum MonitorCommand {
    /// Keep the people and organisations of a file
    Add(MonitorAddArguments),
    /// Screen them beside what changed in the lists since the last run
    Run(MonitorRunArguments),
    /// Tell which files are kept, and what changed since they were screened
    Status(StatusArguments),
    /// Keep a file no longer
    Remove(MonitorRemoveArguments),
}

/// `tamis monitor add`
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
All parties of the file are kept together, each with its own id, or none is. The same parties again \
change nothing. Rows that can't be screened go to the rejects file with line and reason.")]
pub(crate) struct MonitorAddArguments {
    /// CSV, XLSX, JSON lines or FollowTheMoney JSON lines; - is standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// What to call it [default: the name of the file]
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
    /// Write rejected rows to this file [default: FILE.rejects.csv]
    #[arg(long, value_name = "FILE")]
    pub(crate) rejects: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) read: PartyFileArguments,
    #[command(flatten)]
    pub(crate) folder: DataFolder,
}

/// `tamis monitor run`
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
The first run screens all; each later one the stock beside entries that were added, changed or removed \
alone. Hits that are new, changed or gone are told with what changed in the list; a record that was moved, \
renamed, split or merged is told as that. After a change of policy, threshold or engine the stock is \
screened whole again. Lists are compared with those of the last run whose output was written.")]
pub(crate) struct MonitorRunArguments {
    /// Least score of a hit, 0 to 1
    #[arg(long, value_name = "SCORE", value_parser = threshold, default_value = "0.70")]
    pub(crate) threshold: Threshold,
    /// What may alert
    #[arg(long, value_enum, default_value_t = PolicyName::Vetting)]
    pub(crate) policy: PolicyName,
    /// Put at most so many alerts into the answer to each party; it tells how many there are
    #[arg(long, value_name = "ALERTS", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) limit: Option<u32>,
    /// Write what was found to this file, as JSON lines; the table goes to standard output
    #[arg(long, short, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) folder: DataFolder,
}

/// `tamis monitor remove`
#[derive(Debug, Clone, Args)]
pub(crate) struct MonitorRemoveArguments {
    /// The name of the file, or the beginning of its id (four digits at least)
    #[arg(value_name = "NAME")]
    pub(crate) batch: String,
    #[command(flatten)]
    pub(crate) folder: DataFolder,
}
