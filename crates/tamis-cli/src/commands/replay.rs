//! `tamis replay`: recorded answers made again, and compared byte by byte.

mod lines;
mod tally;

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::Ordering;

use anyhow::Context as _;
use tamis_service::Retrieve;
use tamis_service::ordered::{Ending, in_order};
use tamis_wire::recorded::{RecordedFile, RecordedLimit, RecordedManifest};

use crate::arguments::ReplayArguments;
use crate::data_folder;
use crate::exit::Exit;
use crate::input::{self, InputName, Tally as InputTally};
use crate::interrupt;
use crate::output::Console;
use crate::progress::Progress;

use super::screen::{MANIFEST, beside, digits};
use lines::{Line, Lines};
use tally::Tally;

pub(super) fn run(console: &Console, arguments: &ReplayArguments) -> anyhow::Result<Exit> {
    let stop = interrupt::stop_on_signal();
    let name = InputName::of(&arguments.file);
    let manifest = manifest(arguments, &name)?;
    let archive = data_folder::archive(arguments.folder.data.clone())?;
    let retrieve = if arguments.exhaustive { Retrieve::Exhaustive } else { Retrieve::Indexed };
    let opened = input::open(&name, &stop)?;
    let limit = manifest.as_ref().map_or(RecordedLimit::NotStamped, |found| found.stamps.limit);
    let lines = Lines::new(opened.reader, archive, retrieve, limit);
    let mut progress = Progress::rows(console, "replaying", || input::count_lines(&name));
    let mut tally = Tally::default();
    let work = |item: &anyhow::Result<Line>| item.as_ref().ok().map(Line::again);
    let ending = in_order(lines, &stop, work, |line, again| {
        let (line, again) = (line?, again.context("a line without an answer")?);
        tally.add(console, &line, &again)?;
        progress.at(tally.replayed());
        Ok::<_, anyhow::Error>(())
    });
    progress.end();
    let ending = ending.with_context(|| format!("{} can't be replayed", name.title()))?;
    if ending == Ending::Stopped || stop.load(Ordering::Relaxed) {
        console.say(&format!("interrupted: {} answers are replayed", tally.replayed()));
        return Ok(Exit::Interrupted);
    }
    // where all rows of a run were rejected its manifest says so
    anyhow::ensure!(
        tally.replayed() > 0 || manifest.is_some(),
        "{} has no answer; name a file of answers of `tamis screen --format jsonl`",
        name.title()
    );
    tally.finish(console, manifest, &file(&opened.tally))
}

/// What was read.
fn file(tally: &InputTally) -> RecordedFile {
    RecordedFile { bytes: tally.bytes(), sha256: tally.sha256().map(digits) }
}

/// The manifest that is named, or the one beside the answers, if it is there.
fn manifest(
    arguments: &ReplayArguments,
    name: &InputName,
) -> anyhow::Result<Option<RecordedManifest>> {
    let near = || -> Option<PathBuf> {
        let path = beside(None, name, MANIFEST);
        (matches!(name, InputName::File(_)) && path.is_file()).then_some(path)
    };
    let Some(path) = arguments.manifest.clone().or_else(near) else { return Ok(None) };
    let failed = || format!("can't read {}; check the path", path.display());
    let text = fs::read_to_string(&path).with_context(failed)?;
    RecordedManifest::read(&text).with_context(|| path.display().to_string()).map(Some)
}
