//! `tamis monitor run`

use std::fmt::Write as _;
use std::io::Write as _;

use anyhow::Context as _;
use tamis_service::monitor::{
    self, BatchRun, HitChange, HowRun, MonitorError, MonitoredFate, PartyChanges, RunOptions,
    RunReport,
};
use tamis_service::{Retrieve, today};
use tamis_wire::TerminalStyle;
use tamis_wire::form::{SnapshotForm, to_line};
use tamis_wire::monitor::{BatchRunForm, HitChangeForm, ListRunForm, PartyChangesForm, RunForm};

use super::{AsLines, wait};
use crate::arguments::MonitorRunArguments;
use crate::commands::screen::policy;
use crate::data_folder;
use crate::exit::Exit;
use crate::failure::Interrupted;
use crate::interrupt;
use crate::output::{self, Console, NewFile, WholeFile};

/// What ends a run before its end.
enum Failure {
    Monitor(MonitorError),
    Output(anyhow::Error),
}

impl From<MonitorError> for Failure {
    fn from(error: MonitorError) -> Self {
        Self::Monitor(error)
    }
}

/// Where a run writes what it finds: JSON lines into a file, a table (or JSON lines) to standard output.
struct Written {
    file: Option<NewFile>,
    style: TerminalStyle,
    json: bool,
}

impl Written {
    fn add(&mut self, changes: &PartyChanges) -> anyhow::Result<()> {
        if self.file.is_some() || self.json {
            let line = line(changes)?;
            self.line(&line)?;
        }
        if !self.json {
            output::print(&party_text(self.style, changes))?;
        }
        Ok(())
    }

    fn line(&mut self, line: &str) -> anyhow::Result<()> {
        match &mut self.file {
            Some(file) => writeln!(file, "{line}").context("can't write the answers"),
            None => output::print(&format!("{line}\n")),
        }
    }

    /// Ends the output, and makes sure that it is in safety.
    fn finish(mut self, report: &RunReport) -> anyhow::Result<()> {
        if self.file.is_some() || self.json {
            let line = to_line(&run_form(report))?;
            self.line(&line)?;
        }
        if !self.json {
            output::print(&report_text(self.style, report))?;
        }
        match self.file {
            Some(file) => file.whole().and_then(WholeFile::put).context("can't write the answers"),
            None => Ok(()),
        }
    }
}

pub(super) fn run(console: &Console, arguments: &MonitorRunArguments) -> anyhow::Result<Exit> {
    let stop = interrupt::stop_on_signal();
    let archive = data_folder::archive(arguments.folder.data.clone())?;
    let named = output::named_file(arguments.out.as_ref());
    let file = named.as_deref().map(NewFile::begin).transpose()?;
    let mut written = Written { file, style: console.style(), json: console.json };
    let options = RunOptions {
        policy: policy(arguments.policy, arguments.threshold),
        limit: arguments.limit.map(|limit| limit as usize),
        retrieve: Retrieve::Indexed,
        coding: &AsLines,
        on: today().context("the clock of this machine is wrong; set it")?,
    };
    let run = monitor::run(&archive, &options, &stop, &mut || wait(&stop), |changes| {
        written.add(&changes).map_err(Failure::Output)
    });
    let pending = match run {
        Err(Failure::Monitor(MonitorError::Stopped)) => return Err(Interrupted.into()),
        Err(Failure::Monitor(error)) => return Err(error.into()),
        Err(Failure::Output(error)) => return Err(error),
        Ok(pending) => pending,
    };
    written.finish(&pending.report)?;
    // a reader that went away has not seen it all: the next run tells it again
    anyhow::ensure!(!output::was_closed(), "the reader of the output went away; run again");
    pending.commit()?;
    if let Some(out) = &named {
        console.say(&format!("answers: {}", out.display()));
    }
    Ok(Exit::Done)
}

fn line(changes: &PartyChanges) -> anyhow::Result<String> {
    let forms = changes.changes.iter().map(change_form).collect();
    let form = PartyChangesForm::new(
        changes.batch.to_string(),
        &changes.batch_name,
        changes.kept.row,
        forms,
        &changes.answer,
    );
    Ok(to_line(&form)?)
}

fn change_form(change: &HitChange) -> HitChangeForm<'_> {
    HitChangeForm {
        fate: change.fate.words().replace(' ', "_"),
        heading: &change.heading,
        list_change: change.list_change.map(tamis_wire::codes::Coded::code),
        family: change.family.as_ref().map(ToString::to_string),
        fields: change.fields.iter().map(|field| tamis_wire::codes::Coded::code(*field)).collect(),
        before: change.before.as_ref().map(Into::into),
        after: change.after.as_ref().map(Into::into),
    }
}

fn run_form(report: &RunReport) -> RunForm<'_> {
    RunForm {
        snapshots: report.snapshots.iter().map(SnapshotForm::from).collect(),
        batches: report.batches.iter().map(batch_form).collect(),
    }
}

fn batch_form(run: &BatchRun) -> BatchRunForm<'_> {
    let (how, reason) = match &run.how {
        HowRun::First => ("first", None),
        HowRun::LookBack { reason } => ("look_back", Some(reason.as_str())),
        HowRun::Delta => ("delta", None),
        HowRun::Unchanged => ("unchanged", None),
    };
    let fate = |(fate, count): (&MonitoredFate, &u64)| (fate.words().replace(' ', "_"), *count);
    BatchRunForm {
        batch: run.id.to_string(),
        name: &run.name,
        parties: run.parties,
        how,
        reason,
        lists: run
            .lists
            .iter()
            .map(|list| ListRunForm::new(list.from.as_ref(), &list.to, &list.counts))
            .collect(),
        told: run.told,
        fates: run.fates.iter().map(fate).collect(),
    }
}

/// A party with what became of its hits.
fn party_text(style: TerminalStyle, changes: &PartyChanges) -> String {
    let party = &changes.kept.party;
    let names: Vec<&str> = party.names.iter().map(|name| name.text.as_str()).collect();
    let id = party.id.as_ref().map_or_else(String::new, |id| format!("{}  ", style.shown(&id.0)));
    let mut text = format!(
        "{} row {}  {id}{}\n",
        style.shown(&changes.batch_name),
        changes.kept.row,
        style.shown(&names.join(" / "))
    );
    for change in &changes.changes {
        let entry = change.entry().map(ToString::to_string).unwrap_or_default();
        let marks = match (&change.before, &change.after) {
            (Some(before), Some(after)) if before.entry != after.entry => {
                format!("score {}  class {}  (was {})", after.score, after.class, before.entry)
            }
            (Some(before), Some(after)) if before != after => format!(
                "score {} -> {}  class {} -> {}",
                before.score, after.score, before.class, after.class
            ),
            (_, Some(mark)) => format!("score {}  class {}", mark.score, mark.class),
            (Some(mark), None) => format!("score was {}  class {}", mark.score, mark.class),
            (None, None) => String::new(),
        };
        let heading = style.shown(&change.heading);
        let fate = change.fate.words();
        let _ = writeln!(text, "    {fate:<13}  {entry}  {heading}  {marks}{}", why(change));
    }
    text
}

/// What changed in the list, in words.
fn why(change: &HitChange) -> String {
    let fields: Vec<&str> = change.fields.iter().map(|field| field.words()).collect();
    let fields = if fields.is_empty() { String::new() } else { format!(": {}", fields.join(", ")) };
    let other = change.family.as_ref().map(ToString::to_string).unwrap_or_default();
    match (change.list_change, change.fate) {
        (None, MonitoredFate::Gone) => {
            "  (the list's snapshot of today holds a part without this entry)".to_owned()
        }
        (None, _) => String::new(),
        (Some(kind), _) if !other.is_empty() => {
            let how = if kind == tamis_service::ChangeKind::Split { "out of" } else { "into" };
            format!("  (entry {} {how} {other})", kind.words())
        }
        (Some(kind), _) => format!("  (entry {}{fields})", kind.words()),
    }
}

fn report_text(style: TerminalStyle, report: &RunReport) -> String {
    let mut text = String::new();
    for run in &report.batches {
        let how = match &run.how {
            HowRun::First => "screened for the first time".to_owned(),
            HowRun::LookBack { reason } => format!("screened whole again, {reason}"),
            HowRun::Delta => "screened beside what changed".to_owned(),
            HowRun::Unchanged => "no list changed".to_owned(),
        };
        let fates: Vec<String> = MonitoredFate::ALL
            .iter()
            .filter_map(|fate| Some(format!("{} {}", fate.words(), run.fates.get(fate)?)))
            .collect();
        let fates =
            if fates.is_empty() { String::new() } else { format!("; hits: {}", fates.join(", ")) };
        let name = style.shown(&run.name);
        let (parties, told) = (run.parties, run.told);
        let _ = writeln!(text, "{name}: {parties} parties {how}; told of {told}{fates}");
        for list in &run.lists {
            let from = list.from.as_ref().map_or_else(
                || "new".to_owned(),
                |from| format!("{} ({})", from.published, from.id.short()),
            );
            let to = format!("{} ({})", list.to.published, list.to.id.short());
            let counts: Vec<String> = list
                .counts
                .iter()
                .map(|(kind, count)| format!("{} {count}", kind.words()))
                .collect();
            let counts = counts.join(", ");
            let _ = writeln!(text, "  {}  {from} to {to}: {counts}", list.list);
        }
    }
    let lists: Vec<String> = report
        .snapshots
        .iter()
        .map(|info| format!("{} {} {}", info.list, info.published, info.id.short()))
        .collect();
    let _ = writeln!(text, "lists: {}", lists.join("; "));
    text
}
