//! `tamis lists update`

use std::collections::hash_map::RandomState;
use std::error::Error;
use std::fs;
use std::hash::{BuildHasher as _, Hasher as _};
use std::iter;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use tamis_service::fetch::{Client, Patience, ProxyChoice, Settings, Step};
use tamis_service::{
    Activation, Archive, ChangeKind, ImportStep, ImportedList, UpdateError, UpdateOutcome,
    UpdateReport, UpdateRequest, UpdateStep, UpdatedList,
};
use tamis_wire::form::to_line;
use tamis_wire::lists::table_text;

use super::{bringing, import, sources};
use crate::arguments::UpdateArguments;
use crate::data_folder;
use crate::exit::Exit;
use crate::failure::{self, Interrupted};
use crate::interrupt;
use crate::output::{self, Console};
use crate::progress::Progress;
use crate::waiting::{A_WHILE, FOR_AN_IMPORT, Waiting};

/// Fetches lists.
pub(super) fn run(console: &Console, arguments: UpdateArguments) -> anyhow::Result<Exit> {
    let stop = interrupt::stop_on_signal();
    let archive = data_folder::archive(arguments.folder.data.clone())?;
    let client = Client::new(settings(&arguments)?)?;
    let request = UpdateRequest {
        lists: arguments.lists,
        sources: sources::table(&arguments.sources)?,
        unverified: arguments.unverified,
        from: arguments.from,
        published: arguments.published,
        afresh: arguments.afresh,
        bounds: import::bounds(arguments.bounds),
    };
    let mut teller =
        Teller { console, stop: &stop, progress: None, waiting: Waiting::new(FOR_AN_IMPORT) };
    let report = tamis_service::update(&archive, &client, &request, &mut |step| teller.told(&step));
    drop(teller);
    let report = match report {
        Err(UpdateError::Stopped) => return Err(Interrupted.into()),
        report => report?,
    };
    output::print(&if console.json { json(&report)? } else { table(console, &report) })?;
    tell(console, &report);
    console.say(&format!("data folder: {}", Archive::root(&archive).display()));
    let any = |is: fn(&UpdatedList) -> bool| report.lists.iter().any(is);
    Ok(match (any(UpdatedList::failed), any(UpdatedList::waits)) {
        (true, _) => Exit::Failed,
        (false, true) => Exit::Held,
        (false, false) => Exit::Done,
    })
}

fn settings(arguments: &UpdateArguments) -> anyhow::Result<Settings> {
    // any number will do, as long as two machines have not the same
    let seed = RandomState::new().build_hasher().finish();
    let more_roots = match &arguments.ca {
        None => Vec::new(),
        Some(path) => fs::read(path)
            .with_context(|| format!("can't read {}; name a file in PEM", path.display()))?,
    };
    Ok(Settings {
        proxy: match arguments.proxy.as_deref() {
            None => ProxyChoice::Environment,
            Some("none") => ProxyChoice::Direct,
            Some(named) => ProxyChoice::Named(named.to_owned()),
        },
        more_roots,
        silence: Duration::from_secs(arguments.timeout),
        most_bytes: arguments.max_bytes,
        patience: Patience { attempts: arguments.attempts, ..Patience::new(seed) },
        ..Settings::new(seed)
    })
}

/// Tells what happens, and waits where it is to be waited.
struct Teller<'a> {
    console: &'a Console,
    stop: &'a AtomicBool,
    progress: Option<Progress>,
    waiting: Waiting,
}

impl Teller<'_> {
    fn told(&mut self, step: &UpdateStep<'_>) -> bool {
        match *step {
            UpdateStep::Asking { list, address } => {
                self.progress = None;
                self.console.say(&format!("{list}: {address}"));
            }
            UpdateStep::Fetching(Step::Reading { done, total }) => {
                let console = self.console;
                let progress = self.progress.get_or_insert_with(|| {
                    total.map_or_else(
                        || Progress::rows(console, "fetching", || None),
                        |total| Progress::bytes(console, "fetching", total),
                    )
                });
                progress.at(done);
            }
            UpdateStep::Fetching(Step::Waiting { pause, because, tried }) => {
                self.progress = None;
                let seconds = pause.as_secs_f32();
                self.console.say(&format!("  try {tried}: {because}; again in {seconds:.1} s"));
                self.wait(pause);
            }
            UpdateStep::Importing(ImportStep::Reading { .. }) => self.progress = None,
            UpdateStep::Importing(ImportStep::Waiting) => {
                self.waiting.wait(self.console);
            }
        }
        !self.stop.load(Ordering::Relaxed)
    }

    /// Waits, unless somebody stops it.
    fn wait(&self, pause: Duration) {
        let begun = Instant::now();
        while !self.stop.load(Ordering::Relaxed) {
            let left = pause.saturating_sub(begun.elapsed());
            if left.is_zero() {
                return;
            }
            thread::sleep(left.min(A_WHILE));
        }
    }
}

/// One word and the rest of it.
fn words(list: &UpdatedList) -> (&'static str, String) {
    match &list.outcome {
        UpdateOutcome::Unchanged { snapshot, set_aside: false } => {
            ("unchanged", format!("as known ({})", snapshot.short()))
        }
        UpdateOutcome::Unchanged { snapshot, set_aside: true } => (
            "held",
            format!(
                "as known ({}), not in use: waits (tamis lists held), or was refused (status)",
                snapshot.short()
            ),
        ),
        UpdateOutcome::New(list) => new_words(list),
        UpdateOutcome::Failed(error) => ("failed", error.to_string()),
    }
}

fn new_words(list: &ImportedList) -> (&'static str, String) {
    let info = &list.record.info;
    let (day, id) = (info.published, info.id.short());
    let changed = list.changes.as_ref().map_or_else(String::new, |changes| {
        let counted =
            |kind: &ChangeKind| Some(format!(", {} {}", kind.words(), changes.counts.get(kind)?));
        ChangeKind::ALL.iter().filter_map(counted).collect()
    });
    let told = format!("{day} ({id}), {} entries{changed}", info.entries);
    match &list.activation {
        Activation::Activated { .. } => ("new", told),
        Activation::AlreadyActive => ("unchanged", told),
        Activation::KeptBeside { newer } => (
            "older",
            format!("{told}; the one in use is of {}, this one is kept beside it", newer.published),
        ),
        Activation::SetAside { reasons, .. } => {
            ("older", format!("{told}; in force on no day: {}", bringing::reasons_words(reasons)))
        }
        Activation::Held { held, .. } => {
            ("held", format!("{told}; {}", bringing::reasons_words(&held.reasons)))
        }
        Activation::Rejected { .. } => ("refused", format!("{told}; refused before")),
    }
}

/// A line a list.
fn table(console: &Console, report: &UpdateReport) -> String {
    if report.lists.is_empty() {
        return "no list has a verified address in this table; see tamis lists sources\n"
            .to_owned();
    }
    let mut rows = vec![["list", "result", "what"].map(str::to_owned).to_vec()];
    for list in &report.lists {
        let (word, what) = words(list);
        rows.push(vec![list.list.to_string(), word.to_owned(), what]);
    }
    table_text(console.style(), &rows, 120)
}

/// An error under words of its own, with its causes.
fn with_causes(told: String, error: &(dyn Error + 'static)) -> anyhow::Error {
    let causes = iter::successors(error.source(), |cause| (*cause).source());
    let mut texts: Vec<String> = iter::once(told).chain(causes.map(ToString::to_string)).collect();
    let innermost = anyhow::Error::msg(texts.pop().unwrap_or_default());
    texts.into_iter().rev().fold(innermost, anyhow::Error::context)
}

/// Errors whole, and which lists were left out.
fn tell(console: &Console, report: &UpdateReport) {
    for list in &report.lists {
        let UpdatedList { list: id, address, outcome } = list;
        match outcome {
            UpdateOutcome::Failed(error) => {
                failure::print(
                    console,
                    &with_causes(format!("{id} from {address}: {error}"), error),
                );
                console.say(&format!("  {id} is as it was"));
            }
            UpdateOutcome::New(list) if matches!(list.activation, Activation::Held { .. }) => {
                console.say(&format!("{id}: {}", bringing::activation_words(list)));
            }
            _ => {}
        }
    }
    if !report.left_out.is_empty() {
        let names: Vec<&str> = report.left_out.iter().map(|source| source.list.as_str()).collect();
        console.say(&format!(
            "left out, for their addresses are not verified or not known: {} (tamis lists sources; --unverified)",
            names.join(", ")
        ));
    }
}

fn json(report: &UpdateReport) -> anyhow::Result<String> {
    let mut lists = Vec::with_capacity(report.lists.len());
    for list in &report.lists {
        let (result, what) = words(list);
        let more = match &list.outcome {
            UpdateOutcome::New(list) => format!(",{}", bringing::fields(list)?),
            UpdateOutcome::Unchanged { .. } | UpdateOutcome::Failed(_) => String::new(),
        };
        lists.push(format!(
            "{{\"list\":{},\"address\":{},\"result\":{},\"what\":{}{more}}}",
            to_line(&list.list.as_str())?,
            to_line(&list.address.as_str())?,
            to_line(&result)?,
            to_line(&what)?,
        ));
    }
    let left_out: Vec<&str> = report.left_out.iter().map(|source| source.list.as_str()).collect();
    Ok(format!("{{\"lists\":[{}],\"left_out\":{}}}\n", lists.join(","), to_line(&left_out)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_keeps_its_causes_under_other_words() {
        let inner = anyhow::Error::msg("permission denied").context("can't open the lock");
        let told = with_causes("un: can't open the lock".to_owned(), inner.as_ref());
        let chain: Vec<String> = told.chain().map(ToString::to_string).collect();
        assert_eq!(chain, ["un: can't open the lock", "permission denied"]);
    }
}
