//! The file of rejected rows, made with the first of them.

use std::fs::File;
use std::io::BufWriter;
use std::path::PathBuf;

use anyhow::Context as _;
use tamis_wire::parties::RejectedRow;
use tamis_wire::screenings::RejectedRows;

use crate::output;

pub(in crate::commands) struct Rejects {
    path: PathBuf,
    rows: Option<RejectedRows<BufWriter<File>>>,
}

impl Rejects {
    pub(in crate::commands) fn to(path: PathBuf) -> Self {
        Self { path, rows: None }
    }

    pub(in crate::commands) fn add(&mut self, row: &RejectedRow) -> anyhow::Result<()> {
        let failed = || format!("can't write {}; name another with --rejects", self.path.display());
        if self.rows.is_none() {
            let file = BufWriter::new(output::create(&self.path).with_context(failed)?);
            self.rows = Some(RejectedRows::new(file).with_context(failed)?);
        }
        match &mut self.rows {
            Some(rows) => rows.write(row).with_context(failed),
            None => Ok(()),
        }
    }

    pub(in crate::commands) fn finish(self) -> anyhow::Result<()> {
        let Some(mut rows) = self.rows else { return Ok(()) };
        rows.finish().with_context(|| format!("can't write {}", self.path.display()))
    }
}
