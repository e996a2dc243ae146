//! Dates as people and lists state them: a day, a month, a year, a range, "about", or two readings.

use std::fmt;

pub mod hijri;

mod read;

/// Why a text is not a date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// No such day in the calendar.
    #[error("there is no day {year:04}-{month:02}-{day:02}")]
    NoSuchDay {
        /// Year.
        year: i16,
        /// Month, from 1.
        month: u8,
        /// Day, from 1.
        day: u8,
    },
    /// The text has no known shape.
    #[error("`{0}` is not a date; write 1984-05-17, 1984-05, 1984, 1984~ or 1983..1985")]
    Shape(String),
    /// The range runs backwards.
    #[error("the range `{0}` ends before it begins")]
    Backwards(String),
}

/// A day of the Gregorian calendar, proleptic, years 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CivilDate {
    year: i16,
    month: u8,
    day: u8,
}

impl CivilDate {
    /// The first day that can be told: 0001-01-01.
    pub const MIN: Self = Self { year: 1, month: 1, day: 1 };

    /// The last day that can be told: 9999-12-31.
    pub const MAX: Self = Self { year: 9999, month: 12, day: 31 };

    /// Checks and makes a day.
    ///
    /// # Errors
    /// [`DateError::NoSuchDay`] when the calendar has no such day.
    pub fn new(year: i16, month: u8, day: u8) -> Result<Self, DateError> {
        let there_is = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        if there_is {
            Ok(Self { year, month, day })
        } else {
            Err(DateError::NoSuchDay { year, month, day })
        }
    }

    /// Reads `2021-03-12`, also with a time or zone behind it (`2021-03-12T19:03:54-05:00`,
    /// `1962-11-09-05:00`); the day is the one that is written.
    ///
    /// # Errors
    /// [`DateError`] when the first ten characters are not a day.
    pub fn parse_iso(text: &str) -> Result<Self, DateError> {
        let wrong = || DateError::Shape(text.to_owned());
        let text = text.trim();
        let head = text.get(..10).ok_or_else(wrong)?;
        let tail = text.get(10..).unwrap_or_default();
        if !(tail.is_empty() || tail.starts_with(['T', 't', ' ', 'Z', '+', '-'])) {
            return Err(wrong());
        }
        let mut fields = head.split('-');
        let year = fields.next().and_then(read::number).ok_or_else(wrong)?;
        let month = fields.next().and_then(read::number).ok_or_else(wrong)?;
        let day = fields.next().and_then(read::number).ok_or_else(wrong)?;
        let small = |n: u32| u8::try_from(n).map_err(|_| wrong());
        Self::new(i16::try_from(year).map_err(|_| wrong())?, small(month)?, small(day)?)
    }

    /// Year.
    #[must_use]
    pub const fn year(self) -> i16 {
        self.year
    }

    /// Month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// Day of the month, from 1.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Days since 0001-01-01, for differences.
    #[must_use]
    pub fn ordinal(self) -> i32 {
        let before = i32::from(self.year) - 1;
        let mut days = before * 365 + before / 4 - before / 100 + before / 400;
        for month in 1..self.month {
            days += i32::from(days_in_month(self.year, month));
        }
        days + i32::from(self.day) - 1
    }

    /// The day so many days after 0001-01-01; none outside the years 1 to 9999.
    #[must_use]
    pub fn from_ordinal(ordinal: i32) -> Option<Self> {
        // the year is near by its mean length; the day is looked for from its first month on
        let near = i16::try_from(i64::from(ordinal) * 400 / 146_097 + 1).ok()?;
        let first = |year: i16, month: u8| {
            Self::new(year, month, 1).ok().filter(|day| day.ordinal() <= ordinal)
        };
        let year = (near - 1..=near + 1).rev().find(|year| first(*year, 1).is_some())?;
        let month = (1..=12).rev().find(|month| first(year, *month).is_some())?;
        let begins = first(year, month)?.ordinal();
        Self::new(year, month, u8::try_from(ordinal - begins + 1).ok()?).ok()
    }
}

impl fmt::Display for CivilDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn days_in_month(year: i16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// How finely a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Precision {
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To the year.
    Year,
    /// Between two days, months or years, as given.
    Range,
}

/// Which calendar the source used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Calendar {
    /// Gregorian.
    #[default]
    Gregorian,
    /// Lunar Hijri; the Gregorian value is a conversion.
    LunarHijri,
    /// Solar Hijri (Iran, Afghanistan); the Gregorian value is a conversion.
    SolarHijri,
    /// One of the two, by a year below 1500; not told which. There is a reading for each, lunar first.
    Hijri,
}

/// A date known in part: the first and the last day that it may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartialDate {
    earliest: CivilDate,
    latest: CivilDate,
    precision: Precision,
    circa: bool,
}

impl PartialDate {
    /// A day.
    #[must_use]
    pub const fn day(day: CivilDate) -> Self {
        Self { earliest: day, latest: day, precision: Precision::Day, circa: false }
    }

    /// A month of a year.
    ///
    /// # Errors
    /// [`DateError::NoSuchDay`] for a month or year that does not exist.
    pub fn month(year: i16, month: u8) -> Result<Self, DateError> {
        let earliest = CivilDate::new(year, month, 1)?;
        let latest = CivilDate::new(year, month, days_in_month(year, month))?;
        Ok(Self { earliest, latest, precision: Precision::Month, circa: false })
    }

    /// A year.
    ///
    /// # Errors
    /// [`DateError::NoSuchDay`] outside the years 1 to 9999.
    pub fn year(year: i16) -> Result<Self, DateError> {
        let earliest = CivilDate::new(year, 1, 1)?;
        let latest = CivilDate::new(year, 12, 31)?;
        Ok(Self { earliest, latest, precision: Precision::Year, circa: false })
    }

    /// From the first day of one date to the last day of another.
    ///
    /// # Errors
    /// [`DateError::Backwards`] when the second ends before the first begins.
    pub fn range(from: Self, to: Self) -> Result<Self, DateError> {
        if to.latest < from.earliest {
            return Err(DateError::Backwards(format!("{from}..{to}")));
        }
        Ok(Self {
            earliest: from.earliest,
            latest: to.latest,
            precision: Precision::Range,
            circa: from.circa || to.circa,
        })
    }

    /// The same date, known about.
    #[must_use]
    pub const fn about(mut self) -> Self {
        self.circa = true;
        self
    }

    /// First day that it may be, tolerance of "about" not counted.
    #[must_use]
    pub const fn earliest(self) -> CivilDate {
        self.earliest
    }

    /// Last day that it may be, tolerance of "about" not counted.
    #[must_use]
    pub const fn latest(self) -> CivilDate {
        self.latest
    }

    /// How finely it is known.
    #[must_use]
    pub const fn precision(self) -> Precision {
        self.precision
    }

    /// Whether the source says "about".
    #[must_use]
    pub const fn is_circa(self) -> bool {
        self.circa
    }
}

/// Written in the Extended Date/Time Format: `1984-05-17`, `1984-05`, `1984`, `1984~`, `[1983..1985]`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.precision {
            Precision::Day => write!(f, "{}", self.earliest)?,
            Precision::Month => write!(f, "{:04}-{:02}", self.earliest.year, self.earliest.month)?,
            Precision::Year => write!(f, "{:04}", self.earliest.year)?,
            Precision::Range => {
                let whole_years = (self.earliest.month, self.earliest.day) == (1, 1)
                    && (self.latest.month, self.latest.day) == (12, 31);
                if whole_years {
                    write!(f, "[{:04}..{:04}]", self.earliest.year, self.latest.year)?;
                } else {
                    write!(f, "[{}..{}]", self.earliest, self.latest)?;
                }
            }
        }
        if self.circa { f.write_str("~") } else { Ok(()) }
    }
}

/// A date as a source states it: its words, and what they may mean.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DateStatement {
    /// The words of the source.
    pub as_written: String,
    /// What they may mean: none if unreadable, two if day and month can't be told apart.
    pub readings: Vec<PartialDate>,
    /// The source's calendar.
    pub calendar: Calendar,
    /// Remarks of the source ("from false passport").
    pub note: Option<String>,
}

impl DateStatement {
    /// A statement with one reading.
    #[must_use]
    pub fn new(as_written: impl Into<String>, date: PartialDate) -> Self {
        Self {
            as_written: as_written.into(),
            readings: vec![date],
            calendar: Calendar::Gregorian,
            note: None,
        }
    }

    /// A statement that could not be read: kept, never compared.
    #[must_use]
    pub fn unreadable(as_written: impl Into<String>) -> Self {
        Self {
            as_written: as_written.into(),
            readings: Vec::new(),
            calendar: Calendar::Gregorian,
            note: None,
        }
    }

    /// Reads a date in any shape that lists and people use: ISO, EDTF (`1984~`, `[1983..1985]`),
    /// `28 Apr 1937`, `Apr 1937`, `17/08/1957`, `00/00/1955`, `circa 1961`, `1960 to 1962`,
    /// `Between Aug. and Sep. 1977`, in any decimal digits. `03/04/1980` has two readings, and so has a date
    /// of numbers whose year is below 1500: lunar and solar Hijri, give or take a day.
    ///
    /// ```
    /// use tamis_model::DateStatement;
    /// let date = DateStatement::read("circa 1961").unwrap();
    /// assert_eq!(date.readings[0].to_string(), "1961~");
    /// assert_eq!(DateStatement::read("03/04/1980").unwrap().readings.len(), 2);
    /// ```
    ///
    /// # Errors
    /// [`DateError`] when the text has no known shape or names a day that does not exist.
    pub fn read(text: &str) -> Result<Self, DateError> {
        let mut statement = Self::unreadable(text.trim());
        statement.readings = read::hijri_readings(text);
        if statement.readings.is_empty() {
            statement.readings = read::readings(text)?;
        } else {
            statement.calendar = Calendar::Hijri;
        }
        Ok(statement)
    }

    /// Reads several dates in one text: `1965|1966`, `1 Jan 1960; 2 Feb 1961`. Each unreadable piece
    /// comes back as an error beside the others.
    pub fn read_several(text: &str) -> impl Iterator<Item = Result<Self, DateError>> + '_ {
        text.split(['|', ';']).map(str::trim).filter(|piece| !piece.is_empty()).map(Self::read)
    }
}

#[cfg(test)]
mod ordinals {
    use super::*;

    #[test]
    fn each_day_has_its_number() {
        let epoch = CivilDate::new(1970, 1, 1).unwrap().ordinal();
        for ordinal in (epoch..epoch + 40_000).chain(0..2_000) {
            let day = CivilDate::from_ordinal(ordinal).unwrap();
            assert_eq!(day.ordinal(), ordinal, "{day}");
        }
        let last = CivilDate::new(9999, 12, 31).unwrap().ordinal();
        assert!(CivilDate::from_ordinal(last).is_some());
        assert_eq!(CivilDate::from_ordinal(last + 1), None);
        assert_eq!(CivilDate::from_ordinal(-1), None);
    }
}
