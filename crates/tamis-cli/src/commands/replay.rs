//! `tamis replay`: recorded answers made again, and compared byte by byte.

use std::fs;
use std::io::{BufRead as _, BufReader, Read};
use std::path::PathBuf;
use std::sync::atomic::Ordering;

use anyhow::Context as _;
use tamis_model::Screening;
use tamis_service::ordered::{Ending, in_order};
use tamis_service::{
    Archive, ENGINE, ReplayStamps, Retrieve, ScreenRefusal, Screener, replay_screener,
};
use tamis_wire::form::{Counts, ScreeningForm, to_line};
use tamis_wire::recorded::{
    RecordedAnswer, RecordedManifest, RecordedStamps, differences, recorded_answer,
};

use crate::arguments::ReplayArguments;
use crate::data_folder;
use crate::exit::Exit;
use crate::input::{self, InputName};
use crate::interrupt;
use crate::output::{self, Console};
use crate::progress::Progress;

use super::screen::beside;

/// The most differences of one answer that are shown.
const SHOWN: usize = 10;

/// The most bytes of one line. An answer with all evidence of a thousand hits has some megabytes.
const LONGEST_LINE: u64 = 256 << 20;

pub(super) fn run(console: &Console, arguments: &ReplayArguments) -> anyhow::Result<Exit> {
    let stop = interrupt::stop_on_signal();
    let name = InputName::of(&arguments.file);
    let manifest = manifest(arguments, &name)?;
    let archive = data_folder::archive(arguments.folder.data.clone())?;
    let retrieve = if arguments.exhaustive { Retrieve::Exhaustive } else { Retrieve::Indexed };
    let reader = BufReader::new(input::open(&name, &stop)?.reader);
    let lines = Lines { reader, number: 0, archive, retrieve, screener: None };
    let mut progress = Progress::rows(console, "replaying", || input::count_lines(&name));
    let mut tally = Tally::default();
    let work = |item: &anyhow::Result<Line>| item.as_ref().ok().map(Line::again);
    let ending = in_order(lines, &stop, work, |line, again| {
        let (line, again) = (line?, again.context("a line without an answer")?);
        tally.add(console, &line, &again)?;
        progress.at(tally.counts.read);
        Ok::<_, anyhow::Error>(())
    });
    progress.end();
    let ending = ending?;
    if ending == Ending::Stopped || stop.load(Ordering::Relaxed) {
        console.say(&format!("interrupted: {} answers are replayed", tally.counts.read));
        return Ok(Exit::Interrupted);
    }
    tally.finish(console, manifest)
}

/// An answer on its way to be made again, with what makes it.
struct Line {
    number: u64,
    text: String,
    recorded: RecordedAnswer,
    screener: Screener,
}

impl Line {
    /// The answer of today, and the line that it is.
    fn again(&self) -> Result<(Screening, String), ScreenRefusal> {
        let recorded = &self.recorded;
        let mut screening = self.screener.screen(&recorded.party, recorded.limit)?;
        // what the reader of the file left out stands before what the screener did
        if recorded.ignored.ends_with(&screening.ignored) {
            screening.ignored.clone_from(&recorded.ignored);
        }
        let form = match recorded.row {
            Some(row) => ScreeningForm::of_row(row, &screening),
            None => ScreeningForm::from(&screening),
        };
        let text = to_line(&form).unwrap_or_default();
        Ok((screening, text))
    }
}

/// The lines of an input, each with a screener of its stamps. Answers of one run stand together, so that
/// one screener is kept.
struct Lines<R> {
    reader: BufReader<R>,
    number: u64,
    archive: Archive,
    retrieve: Retrieve,
    screener: Option<(RecordedStamps, Screener)>,
}

impl<R: Read> Lines<R> {
    fn line(&mut self) -> anyhow::Result<Option<Line>> {
        let mut text = String::new();
        loop {
            self.number += 1;
            text.clear();
            let read = (&mut self.reader).take(LONGEST_LINE).read_line(&mut text);
            let number = self.number;
            if read.with_context(|| format!("line {number} can't be read"))? == 0 {
                return Ok(None);
            }
            if !text.trim().is_empty() {
                break;
            }
        }
        let text = text.trim_end_matches(['\n', '\r']).to_owned();
        let number = self.number;
        let recorded = recorded_answer(&text).with_context(|| format!("line {number}"))?;
        let screener = self
            .screener(&recorded.stamps)
            .with_context(|| format!("line {number} can't be replayed"))?;
        Ok(Some(Line { number, text, recorded, screener }))
    }

    fn screener(&mut self, stamps: &RecordedStamps) -> anyhow::Result<Screener> {
        if let Some((known, screener)) = &self.screener
            && known == stamps
        {
            return Ok(screener.clone());
        }
        let asked = ReplayStamps {
            snapshots: &stamps.snapshots,
            policy: &stamps.policy,
            threshold: stamps.threshold,
            as_of: stamps.as_of,
            reviewed_links: stamps.reviewed_links,
        };
        let screener = replay_screener(&self.archive, &asked, self.retrieve)?;
        self.screener = Some((stamps.clone(), screener.clone()));
        Ok(screener)
    }
}

impl<R: Read> Iterator for Lines<R> {
    type Item = anyhow::Result<Line>;

    fn next(&mut self) -> Option<Self::Item> {
        self.line().transpose()
    }
}

/// What came of a replay.
#[derive(Default)]
struct Tally {
    same: u64,
    differ: u64,
    /// Other engines that answers were made by.
    engines: Vec<String>,
    stamps: Option<RecordedStamps>,
    counts: Counts,
}

impl Tally {
    fn add(
        &mut self,
        console: &Console,
        line: &Line,
        again: &Result<(Screening, String), ScreenRefusal>,
    ) -> anyhow::Result<()> {
        let engine = &line.recorded.stamps.engine;
        if engine != ENGINE && !self.engines.contains(engine) {
            self.engines.push(engine.clone());
        }
        self.stamps.get_or_insert_with(|| line.recorded.stamps.clone());
        let found = match again {
            Ok((screening, text)) => {
                self.counts.add_screening(screening);
                let mut found = differences(&line.text, text, SHOWN + 1);
                // another engine is told once, not of each answer
                found.retain(|(path, ..)| path != "stamps.engine");
                found
            }
            Err(refusal) => {
                self.counts.add_rejected();
                vec![("the answer".to_owned(), "a screening".to_owned(), refusal.to_string())]
            }
        };
        if found.is_empty() {
            self.same += 1;
            return Ok(());
        }
        self.differ += 1;
        output::print(&told(console, line, &found)?)
    }

    fn finish(self, console: &Console, manifest: Option<RecordedManifest>) -> anyhow::Result<Exit> {
        for engine in &self.engines {
            console.say(&format!("made by another engine: {engine}; replayed by {ENGINE}"));
        }
        let mut of_manifest = Vec::new();
        if let Some(manifest) = manifest {
            of_manifest = manifest.differences(self.stamps.as_ref(), &self.counts);
            for (path, recorded, now) in &of_manifest {
                console.say(&format!("the manifest says otherwise: {path}: {recorded}, now {now}"));
            }
            if of_manifest.is_empty() {
                console.say("the manifest agrees with the answers");
            }
        }
        let how =
            if self.engines.is_empty() { "byte by byte" } else { "but for the engine's name" };
        let summary = format!(
            "{} answers replayed: {} the same {how}, {} differ",
            self.counts.read, self.same, self.differ
        );
        if console.json {
            let engines = to_line(&self.engines)?;
            output::print(&format!(
                "{{\"replayed\":{},\"same\":{},\"differ\":{},\"other_engines\":{engines},\"manifest_differs\":{}}}\n",
                self.counts.read,
                self.same,
                self.differ,
                !of_manifest.is_empty()
            ))?;
        } else {
            output::print(&(summary + "\n"))?;
        }
        let whole = self.differ == 0 && of_manifest.is_empty();
        Ok(if whole { Exit::Done } else { Exit::Differs })
    }
}

/// What is told of an answer that differs.
fn told(
    console: &Console,
    line: &Line,
    found: &[(String, String, String)],
) -> anyhow::Result<String> {
    let row = line.recorded.row.map_or_else(|| "null".to_owned(), |row| row.to_string());
    let shown = found.iter().take(SHOWN);
    if console.json {
        let shown: Vec<_> = shown.collect();
        let differences = to_line(&shown)?;
        return Ok(format!(
            "{{\"line\":{},\"row\":{row},\"same\":false,\"differences\":{differences}}}\n",
            line.number
        ));
    }
    let mut text = format!("line {}, row {row}: differs\n", line.number);
    for (path, recorded, now) in shown {
        let (recorded, now) = (console.style().shown(recorded), console.style().shown(now));
        text.push_str(&format!("    {path}\n      recorded  {recorded}\n      now       {now}\n"));
    }
    if found.len() > SHOWN {
        text.push_str("    and more\n");
    }
    Ok(text)
}

/// The manifest that is named, or the one beside the answers, if it is there.
fn manifest(
    arguments: &ReplayArguments,
    name: &InputName,
) -> anyhow::Result<Option<RecordedManifest>> {
    let near = || -> Option<PathBuf> {
        let path = beside(None, name, "manifest.json");
        (matches!(name, InputName::File(_)) && path.is_file()).then_some(path)
    };
    let Some(path) = arguments.manifest.clone().or_else(near) else { return Ok(None) };
    let failed = || format!("can't read {}; check the path", path.display());
    let text = fs::read_to_string(&path).with_context(failed)?;
    RecordedManifest::read(&text).with_context(|| path.display().to_string()).map(Some)
}
