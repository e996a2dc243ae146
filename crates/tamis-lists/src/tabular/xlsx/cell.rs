//! The text of a cell, as a person would write it down.

use calamine::{CellErrorType, DataRef, ExcelDateTime};

/// What kind of value a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum CellKind {
    /// Nothing.
    #[default]
    Empty,
    /// Text, or a number in a cell of text.
    Text,
    /// A number.
    Number,
    /// A day, a day with a time, or a time.
    Time,
    /// True or false.
    Boolean,
    /// The error of a formula: `#N/A` …
    Error,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// Its text: days as `1984-05-17`, whole numbers without a decimal point.
    pub text: String,
    /// What kind of value it holds.
    pub kind: CellKind,
}

impl Cell {
    pub(super) fn of(value: &DataRef<'_>) -> Self {
        let (text, kind) = match value {
            DataRef::Empty => return Self::default(),
            DataRef::Int(number) => (number.to_string(), CellKind::Number),
            DataRef::Float(number) => (number_text(*number), CellKind::Number),
            DataRef::String(text) => (text.clone(), CellKind::Text),
            DataRef::SharedString(text) => ((*text).to_owned(), CellKind::Text),
            DataRef::Bool(truth) => {
                (if *truth { "TRUE" } else { "FALSE" }.to_owned(), CellKind::Boolean)
            }
            DataRef::DateTime(time) => (time_text(*time), CellKind::Time),
            DataRef::DateTimeIso(text) => {
                (text.strip_suffix("T00:00:00").unwrap_or(text).to_owned(), CellKind::Time)
            }
            DataRef::DurationIso(text) => (text.clone(), CellKind::Time),
            DataRef::Error(error) => (error_text(error).to_owned(), CellKind::Error),
        };
        Self { text, kind }
    }
}

/// Sheets hold fifteen decimal digits; what a double adds behind them (0.1 + 0.2) is not shown.
fn number_text(number: f64) -> String {
    format!("{number:.14e}").parse::<f64>().unwrap_or(number).to_string()
}

fn time_text(time: ExcelDateTime) -> String {
    if time.is_duration() {
        return number_text(time.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    let of_day = format!("{hour:02}:{minute:02}:{second:02}");
    // below one there is no day, only a time
    if (0.0..1.0).contains(&time.as_f64()) {
        return of_day;
    }
    match of_day.as_str() {
        "00:00:00" => format!("{year:04}-{month:02}-{day:02}"),
        _ => format!("{year:04}-{month:02}-{day:02}T{of_day}"),
    }
}

fn error_text(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#DATA!",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    #[test]
    fn cells_read_as_a_person_writes() {
        let day = |serial| {
            DataRef::DateTime(ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, false))
        };
        for (value, expected) in [
            (DataRef::Float(1980.0), "1980"),
            (DataRef::Float(0.1 + 0.2), "0.3"),
            (DataRef::Float(-2.5), "-2.5"),
            (DataRef::Float(123_456_789_012_345.0), "123456789012345"),
            (DataRef::Int(7), "7"),
            (DataRef::Bool(true), "TRUE"),
            (DataRef::SharedString("00/00/1959"), "00/00/1959"),
            (day(30_819.0), "1984-05-17"),
            (day(30_819.5), "1984-05-17T12:00:00"),
            (day(0.25), "06:00:00"),
            (DataRef::DateTimeIso("1984-05-17T00:00:00".to_owned()), "1984-05-17"),
            (DataRef::Error(CellErrorType::NA), "#N/A"),
            (DataRef::Empty, ""),
        ] {
            assert_eq!(Cell::of(&value).text, expected, "{value:?}");
        }
    }
}
