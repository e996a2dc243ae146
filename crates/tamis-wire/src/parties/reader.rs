//! The main door: tells the form by content and yields the rows.

use std::collections::BTreeSet;
use std::fmt;
use std::io::{self, Cursor, Read};
use std::vec;

use tamis_lists::tabular::csv::sniff_delimiter;
use tamis_lists::tabular::xlsx::{self, XlsxLimits};
use tamis_lists::tabular::{DecodingReader, encoding};

use super::error::PartyReadError;
use super::mapping::{ColumnUse, map_columns};
use super::{PartyFormat, PartyReadOptions, PartyRow, ReadParty, RejectedRow, single, table};
use crate::delimited::{DelimitedRows, RAW_BYTES};
use crate::lines::BoundedLines;

type Input<'a> = Box<dyn Read + Send + 'a>;

/// Bytes of the beginning that are looked at to tell the form and the delimiter.
const HEAD_BYTES: u64 = 1 << 16;

/// What stands in decoded text for bytes that mean nothing in its encoding.
pub(crate) const REPLACEMENT: char = '\u{fffd}';

/// Yields the rows of a file of parties, in their order.
pub struct PartyReader<'a> {
    source: Source<'a>,
    format: PartyFormat,
    encoding: Option<&'static str>,
    columns: Vec<ColumnUse>,
    unused: BTreeSet<String>,
    options: PartyReadOptions,
    row: u64,
    ended: bool,
}

enum Source<'a> {
    Delimited(DelimitedRows<Input<'a>>),
    Sheet(vec::IntoIter<xlsx::Row>),
    Lines(BoundedLines<Input<'a>>),
}

impl fmt::Debug for PartyReader<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PartyReader")
            .field("format", &self.format)
            .field("encoding", &self.encoding)
            .field("columns", &self.columns)
            .field("row", &self.row)
            .finish_non_exhaustive()
    }
}

/// Begins to read a file of parties. Form, encoding and delimiter are told by the content, where the
/// options do not name them.
///
/// ```
/// use tamis_wire::parties::{self, PartyReadOptions, PartyRow};
/// let file = "Nom;Prénom;Date de naissance\nTestov;Jalil;17/05/1984\n";
/// let mut rows = parties::read(file.as_bytes(), &PartyReadOptions::default())?;
/// let Some(Ok(PartyRow::Party(read))) = rows.next() else { panic!() };
/// assert_eq!((read.row, read.party.names[0].text.as_str()), (2, "Jalil Testov"));
/// # Ok::<(), parties::PartyReadError>(())
/// ```
///
/// # Errors
/// [`PartyReadError`] when the input as a whole is no file of parties.
pub fn read<'a>(
    mut input: impl Read + Send + 'a,
    options: &PartyReadOptions,
) -> Result<PartyReader<'a>, PartyReadError> {
    let at_start = |source| PartyReadError::Input { line: 0, source };
    let mut head = Vec::new();
    input.by_ref().take(HEAD_BYTES).read_to_end(&mut head).map_err(at_start)?;
    let format = options.format;
    if format.unwrap_or(PartyFormat::Xlsx) == PartyFormat::Xlsx {
        if xlsx::looks_like_zip(&head) || format.is_some() {
            return of_workbook(Cursor::new(head).chain(input), options);
        }
        refuse_other_binaries(&head)?;
    }
    let raw: Input<'a> = Box::new(Cursor::new(head).chain(input));
    let decoder = match &options.encoding {
        Some(name) => DecodingReader::with_encoding(
            raw,
            encoding::by_name(name).ok_or_else(|| PartyReadError::UnknownEncoding(name.clone()))?,
        ),
        None => DecodingReader::new(raw).map_err(at_start)?,
    };
    of_text(decoder, options)
}

fn refuse_other_binaries(head: &[u8]) -> Result<(), PartyReadError> {
    const KINDS: [(&[u8], &str, &str); 4] = [
        (
            b"\xd0\xcf\x11\xe0",
            "an old or protected workbook",
            "save it as XLSX or CSV without a password",
        ),
        (b"\x1f\x8b", "a packed file", "unpack it first"),
        (b"%PDF", "a PDF", "give the table as CSV or XLSX"),
        (b"SQLite format 3\0", "a database", "export the table as CSV"),
    ];
    match KINDS.iter().find(|(mark, _, _)| head.starts_with(mark)) {
        Some((_, looks_like, remedy)) => Err(PartyReadError::NotParties { looks_like, remedy }),
        None => Ok(()),
    }
}

fn of_workbook<'a>(
    input: impl Read,
    options: &PartyReadOptions,
) -> Result<PartyReader<'a>, PartyReadError> {
    let limit = options.limits.workbook_bytes;
    let mut bytes = Vec::new();
    input
        .take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(|source| PartyReadError::Input { line: 0, source })?;
    if bytes.len() as u64 > limit {
        return Err(PartyReadError::WorkbookTooLarge { limit });
    }
    let mut rows = xlsx::rows(&bytes, options.sheet.as_deref(), XlsxLimits::default())?.into_iter();
    let header = rows.next().ok_or(PartyReadError::Empty)?;
    let headers: Vec<String> = header.cells.into_iter().map(|cell| cell.text).collect();
    let mut reader = PartyReader::new(Source::Sheet(rows), PartyFormat::Xlsx, options);
    reader.columns = map_columns(&headers, &options.mapping)?;
    Ok(reader)
}

fn of_text<'a>(
    mut decoder: DecodingReader<Input<'a>>,
    options: &PartyReadOptions,
) -> Result<PartyReader<'a>, PartyReadError> {
    let name = decoder.detected().encoding.name();
    let mut head = Vec::new();
    decoder
        .by_ref()
        .take(HEAD_BYTES)
        .read_to_end(&mut head)
        .map_err(|source| PartyReadError::Input { line: 0, source })?;
    let form = form_of(&head)?;
    let format = options.format.unwrap_or(form);
    let text: Input<'a> = Box::new(Cursor::new(head.clone()).chain(decoder));
    let mut reader = if format == PartyFormat::JsonLines {
        let lines = BoundedLines::new(text, options.limits.rows.row_bytes);
        PartyReader::new(Source::Lines(lines), format, options)
    } else {
        let (separator_line, body) = without_separator_line(&head);
        let delimiter =
            options.delimiter.or(separator_line).unwrap_or_else(|| sniff_delimiter(body));
        let rows = DelimitedRows::new(text, delimiter, options.limits.rows, 1);
        let mut reader = PartyReader::new(Source::Delimited(rows), format, options);
        reader.columns = header(&mut reader.source, separator_line.is_some(), options)?;
        reader
    };
    reader.encoding = Some(name);
    Ok(reader)
}

/// Spreadsheets write `sep=;` before the table, and read it.
fn without_separator_line(head: &[u8]) -> (Option<u8>, &[u8]) {
    let end = head.iter().position(|byte| *byte == b'\n').map_or(head.len(), |at| at + 1);
    let (line, body) = head.split_at(end);
    match line.trim_ascii_end() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter] => (Some(*delimiter), body),
        // a tab is trimmed away with the line break
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'='] if line.contains(&b'\t') => {
            (Some(b'\t'), body)
        }
        _ => (None, head),
    }
}

fn form_of(head: &[u8]) -> Result<PartyFormat, PartyReadError> {
    let not = |looks_like, remedy| Err(PartyReadError::NotParties { looks_like, remedy });
    match head.trim_ascii_start() {
        [] => Err(PartyReadError::Empty),
        [b'{', ..] => Ok(PartyFormat::JsonLines),
        [b'[', ..] => not("a JSON array", "give one object a line (jq -c '.[]' makes it so)"),
        [b'<', ..] => not("a page or an XML file", "give a table (CSV, XLSX) or JSON lines"),
        _ if head.contains(&0) => not("no text", "give CSV, XLSX or JSON lines"),
        _ => Ok(PartyFormat::Csv),
    }
}

fn header(
    source: &mut Source<'_>,
    after_separator_line: bool,
    options: &PartyReadOptions,
) -> Result<Vec<ColumnUse>, PartyReadError> {
    let Source::Delimited(rows) = source else { return Ok(Vec::new()) };
    let mut next = || rows.next_row().map_err(|source| PartyReadError::Input { line: 1, source });
    if after_separator_line {
        next()?;
    }
    let row = next()?.ok_or(PartyReadError::Empty)?;
    let headers = row.cells.map_err(|fault| PartyReadError::Header { line: row.line, fault })?;
    map_columns(&headers, &options.mapping)
}

impl<'a> PartyReader<'a> {
    fn new(source: Source<'a>, format: PartyFormat, options: &PartyReadOptions) -> Self {
        Self {
            source,
            format,
            encoding: None,
            columns: Vec::new(),
            unused: BTreeSet::new(),
            options: options.clone(),
            row: 0,
            ended: false,
        }
    }

    /// The form that was recognised.
    #[must_use]
    pub fn format(&self) -> PartyFormat {
        self.format
    }

    /// The encoding of the text; none for a workbook.
    #[must_use]
    pub fn encoding(&self) -> Option<&'static str> {
        self.encoding
    }

    /// The columns of a table and what they hold; none for JSON.
    #[must_use]
    pub fn columns(&self) -> &[ColumnUse] {
        &self.columns
    }

    /// Columns (and, so far, properties) that hold nothing of a party, for the summary.
    #[must_use]
    pub fn unused(&self) -> Vec<&str> {
        let columns = self.columns.iter().filter(|column| column.field.is_none());
        let columns = columns.map(|column| column.header.as_str());
        columns.chain(self.unused.iter().map(String::as_str)).collect()
    }

    fn read_row(&mut self) -> Result<Option<PartyRow>, PartyReadError> {
        let kind = self.options.mapping.kind.unwrap_or(self.options.kind);
        let failed = |line| move |source: io::Error| PartyReadError::Input { line, source };
        match &mut self.source {
            Source::Delimited(rows) => {
                let Some(row) = rows.next_row().map_err(failed(self.row))? else { return Ok(None) };
                self.row = row.line;
                let cells = match row.cells {
                    Ok(cells) => cells,
                    Err(fault) => {
                        return Ok(Some(rejected(row.line, fault.to_string(), row.raw)));
                    }
                };
                if cells.iter().any(|cell| cell.contains(REPLACEMENT)) {
                    let reason = undecodable(self.encoding);
                    return Ok(Some(rejected(row.line, reason, row.raw)));
                }
                let made = table::party_of(&self.columns, &cells, kind);
                Ok(Some(finished(row.line, made, cells, row.raw)))
            }
            Source::Sheet(rows) => {
                let Some(row) = rows.next() else { return Ok(None) };
                self.row = row.number;
                let mut cells: Vec<String> = row.cells.into_iter().map(|cell| cell.text).collect();
                if cells.len() < self.columns.len() {
                    cells.resize(self.columns.len(), String::new());
                }
                let raw = cells.join("\t");
                let raw: String = raw.chars().take(RAW_BYTES).collect();
                let made = table::party_of(&self.columns, &cells, kind);
                Ok(Some(finished(row.number, made, cells, raw)))
            }
            Source::Lines(lines) => {
                let Some(line) = lines.next_line().map_err(failed(self.row))? else {
                    return Ok(None);
                };
                self.row = line.number;
                if line.too_long {
                    let limit = self.options.limits.rows.row_bytes;
                    let reason = format!("longer than the limit of {limit} bytes for a line");
                    return Ok(Some(rejected(line.number, reason, line.text)));
                }
                if line.text.contains(REPLACEMENT) {
                    let reason = undecodable(self.encoding);
                    return Ok(Some(rejected(line.number, reason, line.text)));
                }
                let unused = &mut self.unused;
                let mut note = |property: &str| {
                    if unused.len() < 200 {
                        unused.insert(property.to_owned());
                    }
                };
                let made = single::object_of(&line.text)
                    .and_then(|value| single::party_of(&value, kind, &mut note));
                Ok(Some(finished(line.number, made, Vec::new(), line.text)))
            }
        }
    }
}

fn finished(
    row: u64,
    made: Result<(tamis_model::Party, Vec<tamis_model::IgnoredValue>), String>,
    cells: Vec<String>,
    raw: String,
) -> PartyRow {
    match made {
        Ok((party, ignored)) => PartyRow::Party(Box::new(ReadParty { row, party, ignored, cells })),
        Err(reason) => rejected(row, reason, raw),
    }
}

/// The encoding is told by the beginning of a file; a row further on may belie it. A name with a hole
/// in it would be screened and not found, so such a row is no party.
fn undecodable(encoding: Option<&str>) -> String {
    format!(
        "holds bytes that are not valid in {} (or U+FFFD, which stands for such bytes): name the right encoding with --encoding, or correct the row",
        encoding.unwrap_or("its encoding")
    )
}

fn rejected(row: u64, reason: String, raw: String) -> PartyRow {
    let raw = if raw.len() > RAW_BYTES { raw.chars().take(RAW_BYTES / 4).collect() } else { raw };
    PartyRow::Rejected(RejectedRow { row, reason, raw })
}

impl Iterator for PartyReader<'_> {
    type Item = Result<PartyRow, PartyReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let row = self.read_row();
        self.ended = !matches!(row, Ok(Some(_)));
        row.transpose()
    }
}
