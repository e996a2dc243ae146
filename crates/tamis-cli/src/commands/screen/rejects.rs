//! The file of rejected rows, made with the first of them.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use tamis_service::ordered::Ending;
use tamis_wire::parties::RejectedRow;
use tamis_wire::screenings::{REJECTS_HEADER, RejectedRows};

use crate::output::{NewFile, PARTIAL, WholeFile, with_ending};

pub(in crate::commands) struct Rejects {
    path: PathBuf,
    rows: Option<(NewFile, RejectedRows<NewFile>)>,
}

/// What there is of rejected rows at the end of a run.
pub(in crate::commands) enum RejectsEnd {
    /// A file of them, not in its place yet.
    Rows(WholeFile),
    /// None; what an earlier run rejected is in the place still.
    Stale(PathBuf),
    /// None.
    Nothing,
}

impl Rejects {
    pub(in crate::commands) fn to(path: PathBuf) -> Self {
        Self { path, rows: None }
    }

    pub(in crate::commands) fn add(&mut self, row: &RejectedRow) -> anyhow::Result<()> {
        let failed = || format!("can't write {}; name another with --rejects", self.path.display());
        if self.rows.is_none() {
            let file = NewFile::begin(&self.path).with_context(failed)?;
            self.rows = Some((file.clone(), RejectedRows::new(file).with_context(failed)?));
        }
        match &mut self.rows {
            Some((_, rows)) => rows.write(row).with_context(failed),
            None => Ok(()),
        }
    }

    /// Ends the file beside its place.
    pub(in crate::commands) fn end(self) -> anyhow::Result<RejectsEnd> {
        let path = self.path;
        let failed = || format!("can't write {}", path.display());
        let Some((file, mut rows)) = self.rows else {
            let stale = is_of_rejects(&path);
            return Ok(if stale { RejectsEnd::Stale(path) } else { RejectsEnd::Nothing });
        };
        rows.finish().with_context(failed)?;
        drop(rows);
        file.whole().map(RejectsEnd::Rows).with_context(failed)
    }

    /// Ends the file and puts it in its place, or takes that of an earlier run away; tells where the
    /// rows are. Those of a run that was stopped are put beside, as partial.
    pub(in crate::commands) fn put(self, ending: Ending) -> anyhow::Result<Option<PathBuf>> {
        match (self.end()?, ending) {
            (RejectsEnd::Rows(mut file), ending) => {
                if ending == Ending::Stopped {
                    file.belongs_to(with_ending(file.place(), PARTIAL));
                }
                let path = file.place().to_owned();
                file.put().with_context(|| format!("can't write {}", path.display()))?;
                Ok(Some(path))
            }
            (RejectsEnd::Stale(path), Ending::Complete) => {
                let failed = || format!("can't remove {}", path.display());
                std::fs::remove_file(&path).with_context(failed)?;
                Ok(None)
            }
            (RejectsEnd::Stale(_) | RejectsEnd::Nothing, _) => Ok(None),
        }
    }
}

/// Whether there is a file that a run wrote its rejected rows to: it begins as they do.
fn is_of_rejects(path: &Path) -> bool {
    let mut beginning = Vec::new();
    let Ok(file) = File::open(path) else { return false };
    let is_file = file.metadata().is_ok_and(|about| about.is_file());
    let read = is_file.then(|| file.take(REJECTS_HEADER.len() as u64).read_to_end(&mut beginning));
    read.is_some_and(|read| read.is_ok()) && beginning == REJECTS_HEADER.as_bytes()
}
