//! `tamis index …`

use clap::{Args, Subcommand};

use super::DataFolder;

#[derive(Debug, Subcommand)]
pub(crate) enum IndexCommand {
    /// Build the index of the active lists, though it may be there
    #[command(after_help = "\
The index is what `tamis screen` reads instead of the lists. Where it is missing, `screen` builds it; build it \
here to have it ready. It is written beside its place and moved there whole: a build that is killed, or a \
full disk, leaves what was there.")]
    Build(IndexArguments),
    /// Tell what the index of the active lists holds
    Info(IndexArguments),
    /// Read every byte of the index and compare it with its checksums
    Verify(IndexArguments),
}

/// `tamis index build|info|verify`
#[derive(Debug, Clone, Args)]
pub(crate) struct IndexArguments {
    #[command(flatten)]
    pub(crate) folder: DataFolder,
}
