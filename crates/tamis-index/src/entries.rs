//! What is known of each entry beside its names: whether anything else may raise what it scores.
//!
//! Names that reach the threshold only with the help of a date are many, and few of their entries state a
//! date that helps. Which date helps is asked of the matcher.

use std::io::{self, Write};

use tamis_match::AnalysedRecord;
use tamis_match::dates::relate;
use tamis_match::policy::DateWeights;
use tamis_model::{CivilDate, PartialDate, Precision, Weight};

use crate::artefact::{Artefact, ArtefactError, Pod, Slice, Writer, Zeroable};
use crate::table::Rows;

const IDENTIFIERS: u8 = 1;
const PARENTS: u8 = 2;

/// What a date of birth may mean, in twelve bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Pod, Zeroable)]
#[repr(C)]
struct Birth {
    years: [i16; 2],
    months: [u8; 2],
    days: [u8; 2],
    precision: u8,
    is_circa: u8,
    room: [u8; 2],
}

impl Birth {
    const PRECISIONS: [Precision; 4] =
        [Precision::Day, Precision::Month, Precision::Year, Precision::Range];

    fn of(date: PartialDate) -> Self {
        let ends = [date.earliest(), date.latest()];
        Self {
            years: ends.map(CivilDate::year),
            months: ends.map(CivilDate::month),
            days: ends.map(CivilDate::day),
            precision: date.precision() as u8,
            is_circa: date.is_circa().into(),
            room: [0; 2],
        }
    }

    fn date(&self) -> Option<PartialDate> {
        let ([from, to], [first, last], [begin, end]) = (self.years, self.months, self.days);
        let date = match Self::PRECISIONS.get(usize::from(self.precision))? {
            Precision::Day => PartialDate::day(CivilDate::new(from, first, begin).ok()?),
            Precision::Month => PartialDate::month(from, first).ok()?,
            Precision::Year => PartialDate::year(from).ok()?,
            Precision::Range => {
                let day = |year, month, day| CivilDate::new(year, month, day).map(PartialDate::day);
                PartialDate::range(day(from, first, begin).ok()?, day(to, last, end).ok()?).ok()?
            }
        };
        Some(if self.is_circa == 0 { date } else { date.about() })
    }
}

/// What the readings of all birth dates of a record are, those stated with one name too.
fn births(record: &AnalysedRecord) -> impl Iterator<Item = PartialDate> {
    let names = record.names.iter().chain(&record.as_thing);
    let stated = record.births.iter().chain(names.flat_map(|name| &name.births));
    stated.flat_map(|statement| statement.readings.iter().copied())
}

/// The entries, as far as they may be raised.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entries<'a> {
    flags: Slice<'a, u8>,
    births: Rows<'a, Birth>,
}

impl<'a> Entries<'a> {
    /// Opens entries.
    pub(crate) fn open(artefact: &'a Artefact) -> Result<Self, ArtefactError> {
        Ok(Self {
            flags: artefact.section("beside.flags")?,
            births: Rows::open(artefact, "beside.births")?,
        })
    }

    /// Whether a birth date is stated.
    pub(crate) fn has_dates(&self, entry: u32) -> bool {
        !self.births.row(entry).is_empty()
    }
}

/// What a party states that may raise what it scores beside an entry.
#[derive(Debug)]
pub(crate) struct Raising {
    births: Vec<PartialDate>,
    flags: u8,
}

impl Raising {
    /// What a party states.
    pub(crate) fn of(party: &AnalysedRecord) -> Self {
        Self { births: births(party).collect(), flags: flags(party) }
    }

    /// Whether anything of it raises what an entry scores.
    pub(crate) fn raises(&self, entries: &Entries<'_>, entry: u32, dates: &DateWeights) -> bool {
        if self.flags != 0 && entries.flags.get(entry as usize).is_some_and(|f| f & self.flags != 0)
        {
            return true;
        }
        let agrees = |stated: &Birth| {
            // what can't be read is damage, of which no answer comes
            let Some(stated) = stated.date() else { return true };
            self.births.iter().any(|birth| relate(*birth, stated, dates).1 > Weight::ZERO)
        };
        !self.births.is_empty() && entries.births.row(entry).iter().any(agrees)
    }
}

fn flags(record: &AnalysedRecord) -> u8 {
    let identifiers = if record.identifiers.is_empty() { 0 } else { IDENTIFIERS };
    let parents = if record.parents.is_empty() { 0 } else { PARENTS };
    identifiers | parents
}

/// Entries that are still being told.
#[derive(Debug, Default)]
pub(crate) struct TellingEntries {
    flags: Vec<u8>,
    births: Vec<(u32, Birth)>,
}

impl TellingEntries {
    /// Takes the next entry.
    pub(crate) fn add(&mut self, entry: u32, record: &AnalysedRecord) {
        self.flags.push(flags(record));
        self.births.extend(births(record).map(|birth| (entry, Birth::of(birth))));
    }

    /// Writes them, once all are told.
    pub(crate) fn write(self, to: &mut Writer<impl Write>) -> io::Result<()> {
        to.section("beside.flags", &self.flags)?;
        Rows::write(self.flags.len(), &self.births, "beside.births", to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tamis_model::DateStatement;

    #[test]
    fn a_date_is_read_as_it_was_told() {
        let written = [
            "1984",
            "1984~",
            "1984-05",
            "1984-05-17",
            "[1983..1985]",
            "03/04/1980",
            "1 Jan 1960",
            "1349-02-13",
        ];
        let mut read = 0;
        for statement in written.iter().filter_map(|text| DateStatement::read(text).ok()) {
            for date in statement.readings {
                assert_eq!(Birth::of(date).date(), Some(date));
                read += 1;
            }
        }
        assert!(read >= written.len() - 1, "{read}");
    }
}
