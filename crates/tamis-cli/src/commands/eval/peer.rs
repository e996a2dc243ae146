//! Another matcher, asked the same in the same run: a program of its own in an environment of its own,
//! questions on its standard input, scores on its standard output.

use std::env;
use std::io::{BufReader, BufWriter, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Context as _, anyhow, bail};
use tamis_service::evaluation::{EvaluationSet, PeerScores};

use super::write_questions;
use crate::arguments::EvalArguments;
use crate::output::Console;

/// A matcher that can be run: its name, the file that a whole installation has, what Python runs.
struct Known {
    name: &'static str,
    mark: &'static str,
    script: &'static str,
}

/// `bench/peer/install` makes the environments.
const KNOWN: &[Known] = &[Known {
    name: "logic-v2",
    mark: "installed-4.17.4",
    script: include_str!("../../../../../bench/peer/score.py"),
}];

/// Where Python lies in an environment, here and on Windows.
const PYTHON: [&str; 2] = ["bin/python", "Scripts/python.exe"];

/// Where scores come from.
pub(super) enum Peer {
    /// A file has them.
    File(PeerScores),
    /// A program makes them.
    Program {
        /// Name for the figures.
        name: String,
        python: PathBuf,
        script: &'static str,
    },
}

/// The peer that the options name; none where they name none.
pub(super) fn chosen(arguments: &EvalArguments) -> anyhow::Result<Option<Peer>> {
    let name = arguments.peer.as_deref();
    if let Some(path) = &arguments.peer_scores {
        return Ok(Some(Peer::File(PeerScores::open(path, name.unwrap_or("peer"))?)));
    }
    let Some(name) = name else { return Ok(None) };
    let Some(known) = KNOWN.iter().find(|known| known.name == name) else {
        let names: Vec<&str> = KNOWN.iter().map(|known| known.name).collect();
        bail!(
            "the peer `{name}` is not known here; run one of: {}, or give scores with --peer-scores FILE",
            names.join(", ")
        );
    };
    let folder = folder(arguments.peers.as_deref())?.join(name);
    let python = PYTHON.iter().map(|place| folder.join(place)).find(|python| python.exists());
    match python {
        Some(python) if folder.join(known.mark).exists() => {
            Ok(Some(Peer::Program { name: name.to_owned(), python, script: known.script }))
        }
        _ => bail!(
            "the peer {name} is not installed in {}; run bench/peer/install",
            folder.display()
        ),
    }
}

fn folder(named: Option<&Path>) -> anyhow::Result<PathBuf> {
    if let Some(named) = named {
        return Ok(named.to_owned());
    }
    let absolute =
        |name| env::var_os(name).map(PathBuf::from).filter(|folder: &PathBuf| folder.is_absolute());
    absolute("XDG_CACHE_HOME")
        .or_else(|| absolute("HOME").map(|home| home.join(".cache")))
        .map(|cache| cache.join("tamis/peers"))
        .context("there is no home folder to look for peers in; name one with --peers FOLDER")
}

impl Peer {
    /// Its scores for all that the sets ask.
    pub(super) fn scores(
        self,
        console: &Console,
        sets: &[EvaluationSet],
    ) -> anyhow::Result<PeerScores> {
        let (name, python, script) = match self {
            Self::File(scores) => return Ok(scores),
            Self::Program { name, python, script } => (name, python, script),
        };
        let asked: usize = sets.iter().map(|set| set.pairs.len() + set.asking.people.len()).sum();
        console.say(&format!("asking {name}: {asked} questions, some minutes"));
        let doing = || format!("running {}", python.display());
        let mut child = Command::new(&python)
            .args(["-c", script])
            .env("PYTHONUTF8", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(doing)?;
        let questions = child.stdin.take().context("no pipe to the peer")?;
        let mut answers = child.stdout.take().context("no pipe from the peer")?;
        let mut told = Vec::new();
        let (written, read) = thread::scope(|scope| {
            // it answers while it is asked: one side alone would fill its pipe and wait for ever
            let writer = scope.spawn(move || write_questions(BufWriter::new(questions), sets));
            let read = answers.read_to_end(&mut told);
            (writer.join(), read)
        });
        let ended = child.wait().with_context(doing)?;
        if !ended.success() {
            bail!("the peer {name} failed ({ended}); run bench/peer/install anew");
        }
        read.context("reading the scores of the peer")?;
        written
            .map_err(|_| anyhow!("the thread that asks the peer ended"))?
            .context("asking the peer")?;
        Ok(PeerScores::read(BufReader::new(told.as_slice()), PathBuf::from(&name), &name)?)
    }
}
