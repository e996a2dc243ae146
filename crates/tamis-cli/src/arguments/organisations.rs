//! `tamis organisations …`

use clap::{Args, Subcommand};
use tamis_model::CivilDate;

use super::DataFolder;
use super::lists::date;

#[derive(Debug, Subcommand)]
pub(crate) enum OrganisationsCommand {
    /// Find organisations by a name in any script, and the entries of lists that it leads to
    Search(SearchArguments),
    /// Show a dossier: what is claimed of an organisation, by whom, for which time
    Show(OrganisationArguments),
    /// Tell who designated an organisation on a day, by what, and who is missing
    Designations(DesignationsArguments),
    /// Show what lists and dossiers say of an organisation that can't all be so
    Contradictions(ContradictionsArguments),
}

/// `tamis organisations search`
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
A name leads to an organisation through a statement of its dossier, and from there to entries of lists, which \
need not bear the name: \"Daesh\" stands in no UN entry of the core, and leads to un:QDe.115. Organisations \
that only have the name inside a longer one (Khorasan, Yemen, Tunisia) stay themselves, and are told apart.

Without lists the dossiers answer alone, and the answer says so.")]
pub(crate) struct SearchArguments {
    /// The name, in any script or spelling
    #[arg(value_name = "NAME")]
    pub(crate) name: String,
    #[command(flatten)]
    pub(crate) day: AsOf,
    #[command(flatten)]
    pub(crate) folder: DataFolder,
}

/// The day of an answer.
#[derive(Debug, Clone, Args)]
pub(crate) struct AsOf {
    /// As of this day: what held on it, and the snapshots of lists in force on it
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) as_of: Option<CivilDate>,
}

/// `tamis organisations show`
#[derive(Debug, Clone, Args)]
pub(crate) struct OrganisationArguments {
    /// The dossier: its id (isil), an entry (un:QDe.115), or a name that is one organisation's alone
    #[arg(value_name = "ORGANISATION")]
    pub(crate) organisation: String,
    #[command(flatten)]
    pub(crate) day: AsOf,
    #[command(flatten)]
    pub(crate) folder: DataFolder,
}

/// `tamis organisations designations`
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Dates are of the kind that their source gives: enacted, decided, published, effective, announced, alias added. \
Was a designation in force on a day: by the day on which it took effect, else was published, enacted, decided, \
announced. Where sources differ, both are shown, and between them nobody can tell.

The register that ships answers; lists are not needed.")]
pub(crate) struct DesignationsArguments {
    /// The dossier: its id (isil), an entry (un:QDe.115), or a name that is one organisation's alone
    #[arg(value_name = "ORGANISATION")]
    pub(crate) organisation: String,
    /// Show each act with its facts, rights and remedies
    #[arg(long)]
    pub(crate) details: bool,
    #[command(flatten)]
    pub(crate) day: AsOf,
}

/// `tamis organisations contradictions`
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Each name of the organisation's entries stands with its list, act and language. A name is flagged where a dossier \
has it as another organisation's, where an entry of another bears it too, or where it names a place that \
nothing else of the organisation names. Nothing is put right.")]
pub(crate) struct ContradictionsArguments {
    /// The dossier: its id (isil), an entry (un:QDe.115), or a name that is one organisation's alone
    #[arg(value_name = "ORGANISATION")]
    pub(crate) organisation: String,
    /// Show the names too that nothing contradicts
    #[arg(long)]
    pub(crate) all: bool,
    #[command(flatten)]
    pub(crate) day: AsOf,
    #[command(flatten)]
    pub(crate) folder: DataFolder,
}
