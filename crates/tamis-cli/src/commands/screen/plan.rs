//! What a run of `tamis screen` reads and writes, decided before anything is opened.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use tamis_service::Policy;
use tamis_wire::TerminalStyle;
use tamis_wire::parties::{ColumnMapping, PartyFormat, PartyReadOptions};

use crate::arguments::{
    AnswerFormat, InputFormat, PartyFileArguments, PolicyName, ScreenArguments,
};
use crate::input::InputName;
use crate::output::{self, Console, PARTIAL, unfinished, with_ending};

/// Endings of files and the form of answers that they ask for.
const ENDINGS: &[(&str, AnswerFormat)] = &[
    ("csv", AnswerFormat::Csv),
    ("jsonl", AnswerFormat::Jsonl),
    ("ndjson", AnswerFormat::Jsonl),
    ("json", AnswerFormat::Jsonl),
    ("html", AnswerFormat::Html),
    ("htm", AnswerFormat::Html),
    ("txt", AnswerFormat::Table),
];

/// The ending of manifests.
pub(in crate::commands) const MANIFEST: &str = "manifest.json";

/// The decisions.
pub(super) struct Plan {
    pub(super) input: InputName,
    pub(super) read: PartyReadOptions,
    pub(super) policy: Policy,
    pub(super) limit: Option<usize>,
    pub(super) format: AnswerFormat,
    pub(super) out: Option<PathBuf>,
    pub(super) rejects: PathBuf,
    pub(super) manifest: Option<PathBuf>,
    pub(super) style: TerminalStyle,
}

impl Plan {
    pub(super) fn of(console: &Console, arguments: &ScreenArguments) -> anyhow::Result<Self> {
        let input = InputName::of(&arguments.file);
        let out = output::named_file(arguments.out.as_ref());
        let beside = |ending: &str| beside(out.as_deref(), &input, ending);
        let plan = Self {
            read: read_options(&arguments.read)?,
            policy: policy(arguments.policy, arguments.threshold),
            limit: arguments.limit.map(|limit| limit as usize),
            format: format(console, arguments),
            rejects: arguments.rejects.clone().unwrap_or_else(|| beside("rejects.csv")),
            manifest: arguments
                .manifest
                .clone()
                .or_else(|| out.is_some().then(|| beside(MANIFEST))),
            style: if out.is_none() { console.style() } else { TerminalStyle::default() },
            input,
            out,
        };
        let written = plan.out.iter().chain(std::iter::once(&plan.rejects)).chain(&plan.manifest);
        refuse_collisions(&plan.input, written)?;
        Ok(plan)
    }

    /// Where the manifest of the answers is, unless another place is named.
    pub(super) fn manifest_beside(&self) -> Option<PathBuf> {
        self.out.as_deref().map(|out| beside(Some(out), &self.input, MANIFEST))
    }
}

/// A file of this run beside its output, or else beside its input.
pub(in crate::commands) fn beside(out: Option<&Path>, input: &InputName, ending: &str) -> PathBuf {
    match (out, input) {
        (Some(path), _) => with_ending(path, ending),
        (None, InputName::File(path)) => with_ending(path, ending),
        (None, InputName::Standard) => PathBuf::from(format!("stdin.{ending}")),
    }
}

/// Nothing that is read or written may be another thing that is written.
pub(in crate::commands) fn refuse_collisions<'a>(
    input: &InputName,
    written: impl Iterator<Item = &'a PathBuf>,
) -> anyhow::Result<()> {
    let mut seen: Vec<PathBuf> = match input {
        InputName::File(path) => vec![real(path)],
        InputName::Standard => Vec::new(),
    };
    for path in written {
        // as it is called, also while it is being written and where it is not whole
        for path in [path.clone(), unfinished(path), with_ending(path, PARTIAL)] {
            let there = real(&path);
            if seen.contains(&there) {
                bail!("{} would be overwritten; name another file", path.display());
            }
            seen.push(there);
        }
    }
    Ok(())
}

/// The policy with this threshold.
pub(in crate::commands) fn policy(name: PolicyName, threshold: tamis_model::Threshold) -> Policy {
    let policy = match name {
        PolicyName::Vetting => Policy::vetting(),
        PolicyName::Bulk => Policy::bulk(),
    };
    policy.with_threshold(threshold)
}

fn format(console: &Console, arguments: &ScreenArguments) -> AnswerFormat {
    let by_ending = || {
        let ending = arguments.out.as_ref()?.extension()?.to_str()?.to_ascii_lowercase();
        ENDINGS.iter().find(|row| row.0 == ending).map(|row| row.1)
    };
    let plain = if console.json { AnswerFormat::Jsonl } else { AnswerFormat::Table };
    arguments.format.or_else(by_ending).unwrap_or(plain)
}

/// How a file of parties is read.
pub(in crate::commands) fn read_options(
    arguments: &PartyFileArguments,
) -> anyhow::Result<PartyReadOptions> {
    Ok(PartyReadOptions {
        format: arguments.input_format.map(|format| match format {
            InputFormat::Csv => PartyFormat::Csv,
            InputFormat::Xlsx => PartyFormat::Xlsx,
            InputFormat::Jsonl => PartyFormat::JsonLines,
        }),
        encoding: arguments.encoding.clone(),
        mapping: mapping(arguments)?,
        ..PartyReadOptions::default()
    })
}

fn mapping(arguments: &PartyFileArguments) -> anyhow::Result<ColumnMapping> {
    let told = ColumnMapping::from_pairs(arguments.map.iter().map(String::as_str))?;
    let Some(path) = &arguments.mapping else { return Ok(told) };
    let text =
        fs::read_to_string(path).with_context(|| format!("can't read {}", path.display()))?;
    let file = ColumnMapping::from_toml(&text)
        .with_context(|| format!("{} is no mapping", path.display()))?;
    Ok(file.overridden_by(told))
}

/// The path as the system knows it; for a file that is not there yet, in its folder.
fn real(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| {
        let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty());
        let folder = fs::canonicalize(folder.unwrap_or(Path::new("."))).unwrap_or_default();
        folder.join(path.file_name().unwrap_or_default())
    })
}
