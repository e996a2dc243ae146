//! Where the answers go, and in which form.

use std::io::Write as _;

use anyhow::Context as _;
use tamis_model::{Screening, Stamps};
use tamis_report::{MAX_PARTIES, ReportError, ReportInput, screening_report};
use tamis_wire::form::Counts;
use tamis_wire::parties::RejectedRow;
use tamis_wire::screenings::{
    CsvScreenings, JsonLinesScreenings, TableScreenings, WriteScreenings,
};

use crate::arguments::AnswerFormat;
use crate::output::Destination;

use super::plan::Plan;

pub(super) const WRITING: &str = "can't write the answers";

/// Takes the answers one by one.
pub(super) enum Answers {
    /// Written as they come.
    Stream(Box<dyn WriteScreenings>),
    /// Held until all are there: a report is one page.
    Report(Box<Report>),
}

/// What a report is made of.
pub(super) struct Report {
    destination: Destination,
    input: String,
    screenings: Vec<(u64, Screening)>,
    rejected: Vec<RejectedRow>,
}

impl Answers {
    pub(super) fn to(plan: &Plan, destination: Destination) -> anyhow::Result<Self> {
        Ok(match plan.format {
            AnswerFormat::Csv => {
                Self::Stream(Box::new(CsvScreenings::new(destination).context(WRITING)?))
            }
            AnswerFormat::Jsonl => Self::Stream(Box::new(JsonLinesScreenings::new(destination))),
            AnswerFormat::Table => {
                Self::Stream(Box::new(TableScreenings::new(destination, plan.style)))
            }
            AnswerFormat::Html => Self::Report(Box::new(Report {
                destination,
                input: plan.input.title(),
                screenings: Vec::new(),
                rejected: Vec::new(),
            })),
        })
    }

    pub(super) fn add(&mut self, row: u64, screening: Screening) -> anyhow::Result<()> {
        match self {
            Self::Stream(form) => form.write(row, &screening).context(WRITING),
            Self::Report(report) => {
                report.screenings.push((row, screening));
                let found = report.screenings.len();
                if found > MAX_PARTIES {
                    return Err(ReportError::TooManyParties { found, limit: MAX_PARTIES }.into());
                }
                Ok(())
            }
        }
    }

    /// A report tells of rejected rows too; the other forms leave them to the file of rejects.
    pub(super) fn reject(&mut self, row: RejectedRow) {
        if let Self::Report(report) = self {
            report.rejected.push(row);
        }
    }

    /// Ends the output; `whole` tells whether all rows of the input were answered.
    pub(super) fn finish(self, stamps: &Stamps, counts: Counts, whole: bool) -> anyhow::Result<()> {
        match self {
            Self::Stream(mut form) => form.finish(stamps, &counts).context(WRITING),
            Self::Report(report) => report.write(stamps, whole),
        }
    }
}

impl Report {
    fn write(mut self, stamps: &Stamps, whole: bool) -> anyhow::Result<()> {
        let rejected: Vec<tamis_report::RejectedRow<'_>> = self
            .rejected
            .iter()
            .map(|row| tamis_report::RejectedRow {
                row: row.row,
                reason: &row.reason,
                raw: &row.raw,
            })
            .collect();
        if !whole {
            let rows = self.screenings.len() + rejected.len();
            self.input.push_str(&format!(" (not whole: the first {rows} rows only)"));
        }
        let page = screening_report(&ReportInput {
            input: &self.input,
            made: None,
            stamps,
            screenings: &self.screenings,
            rejected: &rejected,
        })?;
        let out = &mut self.destination;
        out.write_all(page.as_bytes()).and_then(|()| out.flush()).context(WRITING)
    }
}
