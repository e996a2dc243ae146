//! The lines of a file of answers, each with what makes it again.

use std::io::{BufRead as _, BufReader, Read};

use anyhow::{Context as _, bail};
use tamis_model::{Screening, SnapshotId};
use tamis_service::{Archive, ReplayStamps, Retrieve, ScreenRefusal, Screener, replay_screener};
use tamis_wire::form::{ScreeningForm, to_line};
use tamis_wire::recorded::{RecordedAnswer, RecordedLimit, RecordedStamps, recorded_answer};

/// The most bytes of one line. An answer with all evidence of a thousand hits has some megabytes.
const LONGEST_LINE: u64 = 256 << 20;

/// What some programs put before text that they save again.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// An answer on its way to be made again, with what makes it.
pub(super) struct Line {
    pub(super) number: u64,
    pub(super) text: String,
    pub(super) recorded: RecordedAnswer,
    /// What its file has that Tamis does not write, and that is no part of the answer.
    pub(super) foreign: Foreign,
    screener: Screener,
}

/// What a program that saved a file again puts around its lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Foreign {
    /// A carriage return before the line break.
    pub(super) carriage_return: bool,
    /// A byte order mark before the first line.
    pub(super) byte_order_mark: bool,
}

impl Line {
    /// The answer of today, and the line that it is.
    pub(super) fn again(&self) -> Result<(Screening, String), ScreenRefusal> {
        let recorded = &self.recorded;
        let mut screening = self.screener.screen(&recorded.party, recorded.limit())?;
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
pub(super) struct Lines<R> {
    reader: BufReader<R>,
    number: u64,
    archive: Archive,
    retrieve: Retrieve,
    /// The limit of answers that are not stamped with one, as their manifest tells it.
    limit: RecordedLimit,
    screener: Option<(RecordedStamps, Screener)>,
}

impl<R: Read> Lines<R> {
    pub(super) fn new(
        reader: R,
        archive: Archive,
        retrieve: Retrieve,
        limit: RecordedLimit,
    ) -> Self {
        Self { reader: BufReader::new(reader), number: 0, archive, retrieve, limit, screener: None }
    }

    fn line(&mut self) -> anyhow::Result<Option<Line>> {
        let Some((mut text, foreign)) = self.text()? else { return Ok(None) };
        let number = self.number;
        if foreign.byte_order_mark {
            text.drain(..BYTE_ORDER_MARK.len());
        }
        let mut recorded = recorded_answer(&text).with_context(|| format!("line {number}"))?;
        if recorded.stamps.limit == RecordedLimit::NotStamped {
            recorded.stamps.limit = self.limit;
        }
        let screener = self
            .screener(&recorded.stamps)
            .with_context(|| format!("line {number} can't be replayed"))?;
        Ok(Some(Line { number, text, recorded, foreign, screener }))
    }

    /// The next line that is not blank, without its break.
    fn text(&mut self) -> anyhow::Result<Option<(String, Foreign)>> {
        let mut bytes = Vec::new();
        loop {
            bytes.clear();
            self.number += 1;
            let number = self.number;
            let read = (&mut self.reader).take(LONGEST_LINE).read_until(b'\n', &mut bytes);
            if read.with_context(|| format!("line {number} can't be read"))? == 0 {
                return Ok(None);
            }
            if bytes.len() as u64 == LONGEST_LINE && !bytes.ends_with(b"\n") {
                bail!("line {number} has more than {LONGEST_LINE} bytes, which no answer has");
            }
            if !bytes.trim_ascii().is_empty() {
                break;
            }
        }
        if bytes.ends_with(b"\n") {
            bytes.pop();
        }
        let carriage_return = bytes.ends_with(b"\r");
        if carriage_return {
            bytes.pop();
        }
        let text = String::from_utf8(bytes).ok();
        // UTF-16 of Latin letters is UTF-8 with zeros between them
        let Some(text) = text.filter(|text| !text.contains('\0')) else {
            bail!(
                "line {} is no UTF-8, in which answers are written; give the file as it was written",
                self.number
            );
        };
        let byte_order_mark = self.number == 1 && text.starts_with(BYTE_ORDER_MARK);
        Ok(Some((text, Foreign { carriage_return, byte_order_mark })))
    }

    fn screener(&mut self, stamps: &RecordedStamps) -> anyhow::Result<Screener> {
        if let Some((known, screener)) = &self.screener
            && known == stamps
        {
            return Ok(screener.clone());
        }
        let snapshots: Vec<SnapshotId> = stamps.snapshots.iter().map(|one| one.id).collect();
        let asked = ReplayStamps {
            snapshots: &snapshots,
            left_out: &stamps.left_out,
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
