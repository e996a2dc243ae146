//! The rows of a table of separated values, one after another, within the limits.

use std::io::{self, Read};

use super::guard::{Budget, Guard, SENTINEL, TooLong};
use super::{MAX_FIELDS, MAX_RECORD_BYTES};

/// Why a table of separated values cannot be read on.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CsvError {
    /// A quotation mark is never closed.
    #[error("a quotation mark in the record from line {line} is never closed; close or remove it")]
    OpenQuote {
        /// Line where the record begins, from 1.
        line: u64,
    },
    /// A record is longer than [`MAX_RECORD_BYTES`].
    #[error(
        "the record from line {line} is longer than {limit} bytes; look for a quotation mark that is not closed there"
    )]
    RecordTooLong {
        /// Line where the record begins, from 1.
        line: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// A record has more fields than [`MAX_FIELDS`].
    #[error(
        "the record from line {line} has {found} fields, at most {limit} are read; check the separator"
    )]
    TooManyFields {
        /// Line where the record begins, from 1.
        line: u64,
        /// Fields found.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// A record is no UTF-8: the stream was not decoded.
    #[error("the record from line {line} is not valid UTF-8; name the encoding of the file")]
    NotUtf8 {
        /// Line where the record begins, from 1.
        line: u64,
    },
    /// The stream failed.
    #[error("the table could not be read after line {line}")]
    Read {
        /// Line of the last record.
        line: u64,
        /// What the stream says.
        #[source]
        source: io::Error,
    },
}

/// One row, with the line where it begins (or the blank line before it).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Line where it begins, from 1; where blank lines stand before it, the first of them.
    pub line: u64,
    fields: csv::StringRecord,
}

impl Row {
    /// The fields in order.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        self.fields.iter()
    }

    /// The field of a column, from 0; empty where the row is shorter.
    #[must_use]
    pub fn field(&self, column: usize) -> &str {
        self.fields.get(column).unwrap_or_default()
    }

    /// How many fields it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.fields.len()
    }

    /// Whether it has no field.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }
}

/// Rows of UTF-8 text, the first one included; blank lines are left out. After an error there are
/// no more rows.
///
/// ```
/// use tamis_lists::tabular::csv::Rows;
/// let rows: Vec<_> = Rows::new(&b"name,born\n\"A, B\",1980\n"[..], b',').collect::<Result<_, _>>()?;
/// assert_eq!(rows[1].field(0), "A, B");
/// assert_eq!(rows[1].line, 2);
/// # Ok::<(), tamis_lists::tabular::csv::CsvError>(())
/// ```
#[derive(Debug)]
pub struct Rows<R> {
    parser: csv::Reader<Guard<R>>,
    budget: Budget,
    record: csv::StringRecord,
    line: u64,
    ended: bool,
}

impl<R: Read> Rows<R> {
    /// Rows of a stream of UTF-8.
    pub fn new(input: R, delimiter: u8) -> Self {
        let budget = Budget::default();
        let parser = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(Guard::new(input, budget.clone()));
        Self { parser, budget, record: csv::StringRecord::new(), line: 1, ended: false }
    }

    /// Bytes read so far, of the decoded text: what a progress bar shows.
    #[must_use]
    pub fn byte(&self) -> u64 {
        self.parser.position().byte()
    }

    fn read(&mut self) -> Result<Option<Row>, CsvError> {
        self.budget.refill(MAX_RECORD_BYTES);
        self.line = self.parser.position().line();
        let there_is = self.parser.read_record(&mut self.record);
        let line = self.line;
        match there_is {
            Ok(true) => {}
            Ok(false) => return Ok(None),
            Err(error) => return Err(self.explain(error)),
        }
        if self.record.len() == 1 && self.record.get(0) == Some(SENTINEL) {
            return Ok(None);
        }
        let last = self.record.len().saturating_sub(1);
        if self.record.get(last).is_some_and(|field| field.contains(SENTINEL)) {
            return Err(CsvError::OpenQuote { line });
        }
        if self.record.len() > MAX_FIELDS {
            let found = self.record.len();
            return Err(CsvError::TooManyFields { line, found, limit: MAX_FIELDS });
        }
        Ok(Some(Row { line, fields: self.record.clone() }))
    }

    fn explain(&self, error: csv::Error) -> CsvError {
        let line = error.position().map_or(self.line, csv::Position::line);
        match error.into_kind() {
            csv::ErrorKind::Io(source)
                if source
                    .get_ref()
                    .is_some_and(<dyn std::error::Error + Send + Sync>::is::<TooLong>) =>
            {
                CsvError::RecordTooLong { line, limit: MAX_RECORD_BYTES }
            }
            csv::ErrorKind::Io(source) => CsvError::Read { line, source },
            _ => CsvError::NotUtf8 { line },
        }
    }
}

impl<R: Read> Iterator for Rows<R> {
    type Item = Result<Row, CsvError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let row = self.read();
        self.ended = !matches!(row, Ok(Some(_)));
        row.transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(input: &str, expected: &str) {
        let mut out = Vec::new();
        for row in Rows::new(input.as_bytes(), b',') {
            out.push(match row {
                Ok(row) => format!("{}:{}", row.line, row.fields().collect::<Vec<_>>().join("|")),
                Err(error) => error.to_string(),
            });
        }
        assert_eq!(out.join("\n"), expected);
    }

    #[test]
    fn rows_tell_their_lines() {
        check("a,b\n\"c\nd\",e\n\nf\n", "1:a|b\n2:c\nd|e\n4:f");
        check("a,\"say \"\"no\"\"\"\r\nb,c", "1:a|say \"no\"\n2:b|c");
        check("", "");
        check("\n\n", "");
        check("a\0b,c\n", "1:a\0b|c");
    }

    #[test]
    fn an_open_quotation_mark_is_told_with_its_line() {
        check(
            "a,b\nc,\"d\ne,f\n",
            "1:a|b\na quotation mark in the record from line 2 is never closed; close or remove it",
        );
        // a mark inside a field opens nothing
        check("5\" pipe,b\nc,d\n", "1:5\" pipe|b\n2:c|d");
    }

    #[test]
    fn limits_bind() {
        let long = format!("a,b\n\"{}", "x,\n".repeat(1_000_000));
        let rows: Vec<_> = Rows::new(long.as_bytes(), b',').collect();
        assert!(matches!(rows.last(), Some(Err(CsvError::RecordTooLong { line: 2, .. }))));
        let wide = ",".repeat(MAX_FIELDS);
        let rows: Vec<_> = Rows::new(wide.as_bytes(), b',').collect();
        let [Err(CsvError::TooManyFields { line: 1, found: 1_001, limit: 1_000 })] = &*rows else {
            panic!("{rows:?}")
        };
        let fits = format!("{}\n{}", "x".repeat(900_000), "y".repeat(900_000));
        assert_eq!(Rows::new(fits.as_bytes(), b',').filter(Result::is_ok).count(), 2);
        let rows: Vec<_> = Rows::new(&b"a,\xff"[..], b',').collect();
        assert!(matches!(&*rows, [Err(CsvError::NotUtf8 { line: 1 })]));
    }
}
