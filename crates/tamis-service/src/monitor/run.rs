//! A run: each batch beside what changed since it ran last.

use std::collections::BTreeMap;
use std::io::BufRead as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;
use tamis_archive::{Archive, BatchRecord, Check, RanWith, SnapshotRecord, StockLock, StockState};
use tamis_match::Policy;
use tamis_model::{CivilDate, Screening};
use tamis_screen::stock::{HitFate, HitMark, Stock, StockWriter, hit_change};
use tamis_screen::{ENGINE, ScreenRefusal, Screener};

use super::add::{ARTEFACT, analysed, keep};
use super::changes::{Deltas, EntryDelta, ListDelta};
use super::{
    BatchRun, HitChange, HowRun, KeptParty, ListRun, MonitorError, MonitoredFate, PartyChanges,
    PartyCoding, RunReport,
};
use crate::index::IndexStep;
use crate::load::{ListFilter, Retrieve, load_screener, wanted};
use crate::ordered::{Ending, in_order};
use crate::screen::screen_each;

/// How to run.
pub struct RunOptions<'a> {
    /// The policy, with its threshold.
    pub policy: Policy,
    /// The most alerts of an answer.
    pub limit: Option<usize>,
    /// How entries are found for whole answers.
    pub retrieve: Retrieve,
    /// How parties are kept.
    pub coding: &'a dyn PartyCoding,
    /// The day.
    pub on: CivilDate,
}

impl std::fmt::Debug for RunOptions<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RunOptions").field("policy", &self.policy.id).finish_non_exhaustive()
    }
}

/// A run whose output was handed out, and which the stock does not know of yet.
#[derive(Debug)]
pub struct PendingRun<'archive> {
    lock: StockLock<'archive>,
    state: StockState,
    /// What was done.
    pub report: RunReport,
}

impl PendingRun<'_> {
    /// Tells the stock that it ran: to be called when the output is in safety.
    ///
    /// # Errors
    /// [`MonitorError`]: then the next run tells the same again.
    pub fn commit(self) -> Result<RunReport, MonitorError> {
        self.lock.commit(&self.state)?;
        Ok(self.report)
    }
}

/// Screens the stock. `tell` is given each party with something new, in the order of the batches and their
/// rows.
///
/// # Errors
/// [`MonitorError`], or what `tell` says; the stock says what it said of its last run.
pub fn run<'archive, Failure: From<MonitorError>>(
    archive: &'archive Archive,
    options: &RunOptions<'_>,
    stop: &AtomicBool,
    wait: &mut dyn FnMut() -> bool,
    mut tell: impl FnMut(PartyChanges) -> Result<(), Failure>,
) -> Result<PendingRun<'archive>, Failure> {
    let lock = archive.lock_stock(wait).map_err(MonitorError::from)?;
    let mut state = lock.state().clone();
    if state.batches.is_empty() {
        let folder = archive.root().display().to_string();
        return Err(MonitorError::Empty { folder }.into());
    }
    for batch in &state.batches {
        archive.has_batch(batch.id).map_err(MonitorError::from)?;
    }
    let active = wanted(archive, &ListFilter::All).map_err(MonitorError::from)?.records;
    let links = archive.links().map_err(MonitorError::from)?.revision();
    let mut running = Running {
        archive,
        options,
        active: &active,
        deltas: Deltas::new(archive, &options.policy),
        screener: None,
        index: None,
        stop,
    };
    let snapshots = active.iter().map(|record| record.info.clone()).collect();
    let mut report = RunReport { snapshots, batches: Vec::new() };
    for batch in &mut state.batches {
        let (how, lists) = running.plan(batch)?;
        let mut run = BatchRun {
            id: batch.id,
            name: batch.name.clone(),
            parties: batch.parties,
            how,
            lists: Vec::new(),
            told: 0,
            fates: BTreeMap::new(),
        };
        run.lists = lists.iter().map(|(record, delta)| list_run(record, delta)).collect();
        let mut told = |changes: PartyChanges| {
            run.told += 1;
            for change in &changes.changes {
                *run.fates.entry(change.fate).or_default() += 1;
            }
            tell(changes)
        };
        match &run.how {
            HowRun::First => running.whole(batch, MonitoredFate::New, stop, &mut told)?,
            HowRun::LookBack { .. } => {
                running.whole(batch, MonitoredFate::Standing, stop, &mut told)?;
            }
            HowRun::Delta => running.delta(batch, &lists, stop, wait, &mut told)?,
            HowRun::Unchanged => {}
        }
        report.batches.push(run);
        batch.ran = Some(RanWith {
            snapshots: active.iter().map(|r| (r.info.list.clone(), r.info.id)).collect(),
            policy: options.policy.id.to_string(),
            threshold: options.policy.threshold.score().ten_thousandths(),
            engine: ENGINE.to_owned(),
            reviewed_links: links,
            on: options.on,
        });
    }
    Ok(PendingRun { lock, state, report })
}

fn list_run(record: &SnapshotRecord, delta: &ListDelta) -> ListRun {
    ListRun {
        list: record.info.list.clone(),
        from: delta.from.clone(),
        to: record.info.clone(),
        counts: delta.counts.clone(),
    }
}

/// The lists that changed for a batch, with what changed.
type Changed<'a> = Vec<(&'a SnapshotRecord, Arc<ListDelta>)>;

/// What a run needs, made once.
struct Running<'a> {
    archive: &'a Archive,
    options: &'a RunOptions<'a>,
    active: &'a [SnapshotRecord],
    deltas: Deltas<'a>,
    screener: Option<Screener>,
    /// The file that the screener answers from.
    index: Option<PathBuf>,
    stop: &'a AtomicBool,
}

impl<'a> Running<'a> {
    /// How a batch is to be screened.
    fn plan(&mut self, batch: &BatchRecord) -> Result<(HowRun, Changed<'a>), MonitorError> {
        let Some(ran) = &batch.ran else { return Ok((HowRun::First, Vec::new())) };
        if let Some(reason) = rules_changed(ran, &self.options.policy) {
            return Ok((HowRun::LookBack { reason }, Vec::new()));
        }
        let is_active =
            |list: &tamis_model::ListId| self.active.iter().any(|record| record.info.list == *list);
        if let Some((list, _)) = ran.snapshots.iter().find(|(list, _)| !is_active(list)) {
            let (batch, list) = (batch.name.clone(), list.clone());
            return Err(MonitorError::ListGone { batch, list });
        }
        let mut changed = Vec::new();
        for record in self.active {
            let known = ran.snapshots.iter().find(|(list, _)| *list == record.info.list);
            let from = known.map(|(_, id)| *id);
            if from != Some(record.info.id) {
                changed.push((record, self.deltas.between(from, record)?));
            }
        }
        let how = if changed.is_empty() { HowRun::Unchanged } else { HowRun::Delta };
        Ok((how, changed))
    }

    fn screener(&mut self) -> Result<Screener, MonitorError> {
        if let Some(screener) = &self.screener {
            return Ok(screener.clone());
        }
        let policy = self.options.policy.clone();
        let all = ListFilter::All;
        let (stop, mut index) = (self.stop, None);
        let mut going_on = |step: IndexStep<'_>| {
            if let IndexStep::Opened(path) = step {
                index = Some(path.to_owned());
            }
            !stop.load(Ordering::Relaxed)
        };
        let retrieve = self.options.retrieve;
        let screener = load_screener(self.archive, &all, policy, retrieve, &mut going_on)?;
        self.index = index;
        self.screener = Some(screener.clone());
        Ok(screener)
    }

    /// The parties of a batch, in their order.
    fn parties(
        &self,
        batch: &BatchRecord,
    ) -> Result<impl Iterator<Item = Result<KeptParty, MonitorError>> + use<'a>, MonitorError> {
        let coding = self.options.coding;
        let name = batch.name.clone();
        let lines = self.archive.batch(batch.id)?.split(b'\n');
        Ok((1..).zip(lines).map(move |(line, bytes)| {
            let party = bytes.ok().and_then(|bytes| coding.party(&bytes));
            party.ok_or_else(|| MonitorError::Unreadable { batch: name.clone(), line })
        }))
    }

    /// Screens a batch whole, and tells of each party with hits.
    fn whole<Failure: From<MonitorError>>(
        &mut self,
        batch: &BatchRecord,
        fate: MonitoredFate,
        stop: &AtomicBool,
        tell: &mut dyn FnMut(PartyChanges) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let screener = self.screener()?;
        let index = self.index.clone();
        let items = self.parties(batch)?;
        let ending = screen_each(
            &screener,
            self.options.limit,
            items,
            |item: &Result<KeptParty, MonitorError>| item.as_ref().ok().map(|kept| &kept.party),
            stop,
            |item, answer| {
                let kept = item?;
                let answer = answered(batch, index.as_deref(), &kept, answer)?;
                let changes: Vec<HitChange> = answer
                    .hits()
                    .map(|hit| HitChange {
                        fate,
                        before: None,
                        after: Some(HitMark {
                            entry: hit.entry.clone(),
                            score: hit.score,
                            class: hit.class,
                        }),
                        heading: hit.heading.clone(),
                        list_change: None,
                        family: None,
                        fields: Vec::new(),
                    })
                    .collect();
                if changes.is_empty() {
                    return Ok(());
                }
                tell(party_changes(batch, kept, changes, answer))
            },
        )?;
        if ending == Ending::Stopped { Err(MonitorError::Stopped.into()) } else { Ok(()) }
    }

    /// Screens a batch beside the entries that changed, and tells of each party with a hit on one of them.
    fn delta<Failure: From<MonitorError>>(
        &mut self,
        batch: &BatchRecord,
        lists: &Changed<'a>,
        stop: &AtomicBool,
        wait: &mut dyn FnMut() -> bool,
        tell: &mut dyn FnMut(PartyChanges) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let entries: Vec<&EntryDelta> = lists.iter().flat_map(|(_, list)| &list.entries).collect();
        let affected = self.affected(batch, &entries, stop, wait)?;
        if affected.is_empty() {
            return Ok(());
        }
        let (screener, limit) = (self.screener()?, self.options.limit);
        let index = self.index.clone();
        let work = |item: &(KeptParty, Vec<HitChange>)| screener.screen(&item.0.party, limit);
        let ending = in_order(affected, stop, work, |(kept, changes), answer| {
            let answer = answered(batch, index.as_deref(), &kept, Some(answer))?;
            tell(party_changes(batch, kept, changes, answer))
        })?;
        if ending == Ending::Stopped { Err(MonitorError::Stopped.into()) } else { Ok(()) }
    }

    /// The parties with a hit on an entry as it was or is, in their order.
    fn affected(
        &self,
        batch: &BatchRecord,
        entries: &[&EntryDelta],
        stop: &AtomicBool,
        wait: &mut dyn FnMut() -> bool,
    ) -> Result<Vec<(KeptParty, Vec<HitChange>)>, MonitorError> {
        let policy = &self.options.policy;
        let stock = self.stock(batch, wait)?;
        let damaged = || MonitorError::Damaged { batch: batch.name.clone() };
        let found: Vec<Vec<(u32, HitChange)>> = entries
            .par_iter()
            .map(|delta| {
                if stop.load(Ordering::Relaxed) {
                    return Err(MonitorError::Stopped);
                }
                let (before, after) = (delta.before.as_ref(), delta.after.as_ref());
                let mut changes = Vec::new();
                for place in stock.candidates_of(before, after, policy) {
                    let kept = self.kept(&stock, place).ok_or_else(damaged)?;
                    let record = analysed(&kept.party, policy)
                        .map_err(|refusal| refused(batch, &kept, refusal))?;
                    let change = hit_change(&record, before, after, policy);
                    changes.extend(change.map(|change| (place, told(delta, change))));
                }
                Ok(changes)
            })
            .collect::<Result<_, MonitorError>>()?;
        if stock.damage().is_some() {
            return Err(damaged());
        }
        let mut by_party: BTreeMap<u32, Vec<HitChange>> = BTreeMap::new();
        for (place, change) in found.into_iter().flatten() {
            by_party.entry(place).or_default().push(change);
        }
        let parties = by_party.into_iter().map(|(place, mut changes)| {
            changes.sort_by(|one, other| one.entry().cmp(&other.entry()));
            Ok((self.kept(&stock, place).ok_or_else(damaged)?, changes))
        });
        parties.collect()
    }

    fn kept(&self, stock: &Stock, place: u32) -> Option<KeptParty> {
        self.options.coding.party(&stock.party(place).ok()?)
    }

    /// The stock of a batch with its index: the artefact that was made when it was added, or one made
    /// again where that is damaged, gone or of another engine.
    fn stock(
        &self,
        batch: &BatchRecord,
        wait: &mut dyn FnMut() -> bool,
    ) -> Result<Stock, MonitorError> {
        let policy = &self.options.policy;
        let artefacts = self.archive.batch_artefacts(batch.id);
        let open = || {
            let artefact = artefacts.artefact(ARTEFACT, Check::AsOpened).ok().flatten()?;
            Stock::open(Arc::new(artefact), policy, &batch.id.to_string()).ok()
        };
        if let Some(stock) = open() {
            return Ok(stock);
        }
        let mut writer = StockWriter::new();
        for kept in self.parties(batch)? {
            let kept = kept?;
            let record =
                analysed(&kept.party, policy).map_err(|refusal| refused(batch, &kept, refusal))?;
            writer.add(&record, &self.options.coding.line(&kept));
        }
        keep(self.archive, batch.id, writer, policy, wait)?;
        open().ok_or_else(|| MonitorError::Damaged { batch: batch.name.clone() })
    }
}

/// Why answers of the last run can't be held beside those of today.
fn rules_changed(ran: &RanWith, policy: &Policy) -> Option<String> {
    let threshold = policy.threshold.score().ten_thousandths();
    if ran.engine != ENGINE {
        return Some(format!("the engine was {}", ran.engine));
    }
    if ran.policy != policy.id.to_string() || ran.threshold != threshold {
        return Some(format!("the policy was {}", ran.policy));
    }
    None
}

fn refused(batch: &BatchRecord, kept: &KeptParty, refusal: ScreenRefusal) -> MonitorError {
    MonitorError::Refused { batch: batch.name.clone(), row: kept.row, refusal }
}

/// The complete answer, with what the reader of the file left out.
fn answered(
    batch: &BatchRecord,
    index: Option<&Path>,
    kept: &KeptParty,
    answer: Option<Result<Screening, ScreenRefusal>>,
) -> Result<Screening, MonitorError> {
    let answer = answer.unwrap_or(Err(ScreenRefusal::NothingToScreen));
    let mut answer = answer.map_err(|refusal| match (refusal, index) {
        // no row is to blame
        (refusal @ ScreenRefusal::Damaged(_), Some(path)) => {
            MonitorError::IndexChanged { path: path.to_owned(), refusal }
        }
        (refusal, _) => refused(batch, kept, refusal),
    })?;
    let mut ignored = kept.ignored.clone();
    ignored.append(&mut answer.ignored);
    answer.ignored = ignored;
    Ok(answer)
}

fn party_changes(
    batch: &BatchRecord,
    kept: KeptParty,
    changes: Vec<HitChange>,
    answer: Screening,
) -> PartyChanges {
    PartyChanges { batch: batch.id, batch_name: batch.name.clone(), kept, changes, answer }
}

fn told(
    delta: &EntryDelta,
    (fate, before, after): (HitFate, Option<HitMark>, Option<HitMark>),
) -> HitChange {
    let entry = delta.after.as_ref().or(delta.before.as_ref());
    HitChange {
        fate: fate.into(),
        before,
        after,
        heading: entry.map(|entry| entry.entry.heading().to_owned()).unwrap_or_default(),
        list_change: delta.kind,
        family: delta.family.clone(),
        fields: delta.fields.clone(),
    }
}
