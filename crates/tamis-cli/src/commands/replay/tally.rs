//! What comes of a replay, and how it is told.

use tamis_model::Screening;
use tamis_service::{ENGINE, ScreenRefusal};
use tamis_wire::form::{Counts, to_line};
use tamis_wire::recorded::{
    RecordedFile, RecordedLimit, RecordedManifest, RecordedStamps, differences,
};

use crate::exit::Exit;
use crate::output::{self, Console};

use super::lines::Line;

/// The most differences of one answer that are shown.
const SHOWN: usize = 10;

/// The most different stamps of one file that are held against its manifest.
const MOST_STAMPS: usize = 8;

/// What came of a replay so far.
#[derive(Default)]
pub(super) struct Tally {
    same: u64,
    differ: u64,
    /// Other engines that answers were made by.
    engines: Vec<String>,
    /// The different stamps of the answers, as they came.
    stamps: Vec<RecordedStamps>,
    /// Answers whose limit nobody tells.
    without_limit: u64,
    /// Lines that end in CR LF.
    carriage_returns: u64,
    byte_order_mark: bool,
    counts: Counts,
}

impl Tally {
    /// Answers that were made again so far.
    pub(super) fn replayed(&self) -> u64 {
        self.counts.read
    }

    pub(super) fn add(
        &mut self,
        console: &Console,
        line: &Line,
        again: &Result<(Screening, String), ScreenRefusal>,
    ) -> anyhow::Result<()> {
        let stamps = &line.recorded.stamps;
        let is_other = stamps.engine != ENGINE;
        if is_other && !self.engines.contains(&stamps.engine) {
            self.engines.push(stamps.engine.clone());
        }
        if self.stamps.len() < MOST_STAMPS && !self.stamps.contains(stamps) {
            self.stamps.push(stamps.clone());
        }
        self.without_limit += u64::from(stamps.limit == RecordedLimit::NotStamped);
        self.carriage_returns += u64::from(line.foreign.carriage_return);
        self.byte_order_mark |= line.foreign.byte_order_mark;
        let found = match again {
            Ok((screening, text)) => {
                self.counts.add_screening(screening);
                let mut found = differences(&line.text, text, SHOWN + 2);
                // another engine, and the stamp that older ones have not, are told once
                found.retain(|(path, recorded, _)| {
                    let engine = path == "stamps.engine";
                    let older = path == "stamps.limit" && recorded == "nothing";
                    !(is_other && (engine || older))
                });
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

    pub(super) fn finish(
        self,
        console: &Console,
        manifest: Option<RecordedManifest>,
        file: &RecordedFile,
    ) -> anyhow::Result<Exit> {
        self.notes(console);
        let mut of_manifest = Vec::new();
        if let Some(manifest) = manifest {
            of_manifest = manifest.differences(&self.stamps, &self.counts, file);
            for (what, recorded, now) in &of_manifest {
                console.say(&format!("the manifest says otherwise: {what}: {recorded}, now {now}"));
            }
            if of_manifest.is_empty() {
                console.say("the manifest agrees with the answers");
            }
        }
        let is_foreign = self.byte_order_mark || self.carriage_returns > 0;
        let how = match (self.engines.is_empty(), is_foreign) {
            (true, false) => "byte by byte",
            (true, true) => "but for what was saved around the lines",
            (false, _) => "but for the engine's name",
        };
        let Self { same, differ, .. } = self;
        let replayed = self.counts.read;
        if console.json {
            let engines = to_line(&self.engines)?;
            let differs = to_line(&of_manifest)?;
            output::print(&format!(
                "{{\"replayed\":{replayed},\"same\":{same},\"differ\":{differ},\
                 \"other_engines\":{engines},\"without_limit\":{},\
                 \"manifest_differs\":{},\"manifest_differences\":{differs}}}\n",
                self.without_limit,
                !of_manifest.is_empty()
            ))?;
        } else {
            output::print(&format!(
                "{replayed} answers replayed: {same} the same {how}, {differ} differ\n"
            ))?;
        }
        let whole = differ == 0 && of_manifest.is_empty();
        Ok(if whole { Exit::Done } else { Exit::Differs })
    }

    /// What is to be known beside the counts.
    fn notes(&self, console: &Console) {
        for engine in &self.engines {
            let told = console.style().shown(engine);
            console.say(&format!("made by another engine: {told}; this is {ENGINE}"));
        }
        if self.without_limit > 0 {
            console.say(&format!(
                "{} answers tell no limit, nor does a manifest: alerts that are missing at their end \
                 pass for cut off",
                self.without_limit
            ));
        }
        if self.byte_order_mark {
            console.say("the file begins with a byte order mark, which Tamis does not write");
        }
        if self.carriage_returns > 0 {
            console.say(&format!(
                "{} lines end in CR LF, Tamis writes LF: the file was saved again",
                self.carriage_returns
            ));
        }
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
