//! `tamis screen` and `tamis compare`

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use tamis_model::{CivilDate, ListId, Threshold};

use super::DataFolder;
use super::lists::{date, list_id};

/// `tamis screen`
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Columns are found by their headers (name, first name, date of birth, nationality, passport … in several \
languages); --map names those that are not. Encoding, delimiter and digits of any script are told by \
the content.

Rows that can't be screened go to the rejects file with line and reason: FILE.rejects.csv beside the \
output (or the input), made only if there are any. With --out a manifest is written beside the answers: \
hashes of input and answers, snapshots, policy, limit, version, counts.

The files come to their places when all of them are whole. A run that fails or is interrupted leaves \
what was there; what it answered is in OUT.partial, with a manifest that says so.")]
pub(crate) struct ScreenArguments {
    /// CSV, XLSX, JSON lines or FollowTheMoney JSON lines; - is standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Least score of a hit, 0 to 1
    #[arg(long, value_name = "SCORE", value_parser = threshold, default_value = "0.70")]
    pub(crate) threshold: Threshold,
    /// Show at most so many alerts of each party; the answer tells how many there are
    #[arg(long, value_name = "ALERTS", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) limit: Option<u32>,
    /// Screen against these lists only
    #[arg(long, value_name = "LIST,…", value_delimiter = ',', value_parser = list_id)]
    pub(crate) lists: Vec<ListId>,
    /// Leave these lists out
    #[arg(long, value_name = "LIST,…", value_delimiter = ',', value_parser = list_id,
        conflicts_with = "lists")]
    pub(crate) without: Vec<ListId>,
    /// Screen as of this day, which has come: of each list the snapshot in force on it, with the names
    /// that entries bore
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) as_of: Option<CivilDate>,
    /// What may alert
    #[arg(long, value_enum, default_value_t = PolicyName::Vetting)]
    pub(crate) policy: PolicyName,
    /// Compare each party with every entry, not with those that the index offers: the same answers
    #[arg(long)]
    pub(crate) exhaustive: bool,
    /// Form of the answers [default: by the ending of --out, else table]
    #[arg(long, short, value_enum)]
    pub(crate) format: Option<AnswerFormat>,
    /// Write the answers to this file; - is standard output
    #[arg(long, short, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Write rejected rows to this file
    #[arg(long, value_name = "FILE")]
    pub(crate) rejects: Option<PathBuf>,
    /// Write the manifest of the run to this file
    #[arg(long, value_name = "FILE")]
    pub(crate) manifest: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) read: PartyFileArguments,
    #[command(flatten)]
    pub(crate) folder: DataFolder,
}

/// How a file of parties is read.
#[derive(Debug, Clone, Args)]
pub(crate) struct PartyFileArguments {
    /// What a column holds: "Nom complet=full_name"; may be repeated
    #[arg(long = "map", value_name = "COLUMN=FIELD")]
    pub(crate) map: Vec<String>,
    /// The same for many columns, as a TOML file with a table [columns]
    #[arg(long, value_name = "FILE")]
    pub(crate) mapping: Option<PathBuf>,
    /// Form of the input, where the content does not tell it
    #[arg(long, value_enum)]
    pub(crate) input_format: Option<InputFormat>,
    /// Encoding of the input, where the content does not tell it: windows-1256, utf-16le …
    #[arg(long, value_name = "NAME")]
    pub(crate) encoding: Option<String>,
}

/// `tamis replay`
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Each answer is made again from its own stamps: exactly those snapshots, that policy, threshold and \
limit, that day, those reviewed links, and the party as recorded. The same engine gives the same bytes; another one \
is named, and what differs is shown. A manifest beside the answers (FILE.manifest.json) is checked too.")]
pub(crate) struct ReplayArguments {
    /// Answers of `tamis screen --format jsonl`; - is standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// The manifest of the run [default: FILE.manifest.json, if it is there]
    #[arg(long, value_name = "FILE")]
    pub(crate) manifest: Option<PathBuf>,
    /// Compare each party with every entry, not with those that the index offers
    #[arg(long)]
    pub(crate) exhaustive: bool,
    #[command(flatten)]
    pub(crate) folder: DataFolder,
}

/// `tamis compare`
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
A and B are a name, an entry (un:QDi.001) or a record in a JSON file (@file.json). The file of --pairs \
has the columns name1 and name2, and may have schema, dob1 and dob2; several names in one field are \
separated by |. All its columns are kept, score and hit are added.")]
pub(crate) struct CompareArguments {
    /// A name, list:reference, or @file.json
    #[arg(required_unless_present = "pairs", conflicts_with = "pairs")]
    pub(crate) a: Option<String>,
    /// Another one
    #[arg(required_unless_present = "pairs", conflicts_with = "pairs")]
    pub(crate) b: Option<String>,
    /// Compare the pairs of this CSV file; - is standard input
    #[arg(long, value_name = "FILE")]
    pub(crate) pairs: Option<PathBuf>,
    /// Write the scores of --pairs to this file; - is standard output
    #[arg(long, short, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Write rows of --pairs that can't be compared to this file
    #[arg(long, value_name = "FILE")]
    pub(crate) rejects: Option<PathBuf>,
    /// Least score of a hit, 0 to 1
    #[arg(long, value_name = "SCORE", value_parser = threshold, default_value = "0.70")]
    pub(crate) threshold: Threshold,
    /// What may alert
    #[arg(long, value_enum, default_value_t = PolicyName::Vetting)]
    pub(crate) policy: PolicyName,
    #[command(flatten)]
    pub(crate) folder: DataFolder,
}

/// The policies that ship.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PolicyName {
    /// For consular and service desks: aliases of every grade alert
    Vetting,
    /// For compliance: weak aliases only corroborate
    Bulk,
}

/// Forms of answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum AnswerFormat {
    /// For people at a terminal
    Table,
    /// One JSON object a party, with all evidence
    Jsonl,
    /// One row a hit
    Csv,
    /// A report to read and print
    Html,
}

impl AnswerFormat {
    /// The word for it, in arguments and manifests.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Html => "html",
        }
    }
}

/// Forms of inputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum InputFormat {
    /// Delimited text
    Csv,
    /// A workbook
    Xlsx,
    /// One JSON object a line, also FollowTheMoney
    Jsonl,
}

pub(super) fn threshold(text: &str) -> Result<Threshold, String> {
    let value = text.trim().parse().map_err(|_| "write a number between 0 and 1".to_owned())?;
    Threshold::new(value).map_err(|error| error.to_string())
}
