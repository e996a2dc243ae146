//! Separated values and workbooks → records: a row each, below the header that holds the columns which must be
//! there. `@sheet` is the name of the sheet.

use std::collections::HashMap;
use std::sync::Arc;

use tamis_model::{Diagnostic, DiagnosticKind, Position};

use super::cells::{Head, Path, Record};
use super::mapping::{Mapping, Place, Sheets};
use crate::columns::{HeadRows, MOST_ROWS_TO_HEADER, table_text};
use crate::error::ReadError;
use crate::reading::SourceFile;
use crate::tabular::csv::{Rows as CsvRows, sniff_delimiter};
use crate::tabular::xlsx::{Workbook, XlsxError, XlsxLimits, looks_like_zip};

/// Bytes from which the separator is told.
const HEAD_BYTES: usize = 64 * 1024;

/// The header of a sheet: the path of each column.
#[derive(Debug)]
struct Header(Vec<Path>);

impl Header {
    /// The header, if a row has all columns that must be there. A second column of one name is `name #2`.
    fn of(cells: &[String], mapping: &Mapping) -> Option<Self> {
        let mut times: HashMap<Arc<str>, u32> = HashMap::new();
        let path = |cell: &String| {
            let plain = Path::new(cell);
            let times = times.entry(plain.key.clone()).or_default();
            *times += 1;
            if *times == 1 { plain } else { Path::new(&format!("{cell} #{times}")) }
        };
        let paths: Vec<Path> = cells.iter().map(path).collect();
        let has = |name: &str| paths.iter().any(|path| *path.key == *name);
        let places = mapping.required().flat_map(|field| &field.at);
        let virtual_place = |name: &String| name.starts_with('@');
        let all = places
            .filter(|place| !place.names.iter().any(virtual_place))
            .all(|place| place.names.iter().any(|name| has(name)));
        all.then_some(Self(paths))
    }
}

/// One sheet while it is read.
struct Sheet<'m> {
    mapping: &'m Mapping,
    name: Option<String>,
    header: Option<Header>,
    /// The rows above the header.
    above: Vec<(u64, String)>,
}

impl<'m> Sheet<'m> {
    fn new(mapping: &'m Mapping, name: Option<String>) -> Self {
        Self { mapping, name, header: None, above: Vec::new() }
    }

    fn take(
        &mut self,
        file: &SourceFile<'_>,
        line: u64,
        cells: &[String],
        take: &mut dyn FnMut(Record) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return Ok(());
        }
        let Some(header) = &self.header else {
            self.header = Header::of(cells, self.mapping);
            if self.header.is_none() {
                self.above.push((line, cells.join(", ").trim_end_matches([',', ' ']).to_owned()));
                if self.above.len() >= MOST_ROWS_TO_HEADER {
                    return Err(self.without_header(file));
                }
            }
            return Ok(());
        };
        let mut record = Record::new("row", line);
        record.push(Path::new("@sheet"), 0, self.name.as_deref().unwrap_or_default());
        for (place, cell) in cells.iter().enumerate() {
            let path = header.0.get(place).filter(|path| !path.key.is_empty()).cloned();
            record.push(path.unwrap_or_else(|| Path::new("(no header)")), 0, cell);
        }
        take(record)
    }

    fn without_header(&self, file: &SourceFile<'_>) -> ReadError {
        let wanted: Vec<&str> = self
            .mapping
            .required()
            .flat_map(|field| field.at.iter().map(|place| place.written.as_str()))
            .collect();
        let above: Vec<&str> = self.above.iter().map(|(_, row)| row.as_str()).collect();
        let mut found = above.join(" / ");
        if let Some((cut, _)) = found.char_indices().nth(200) {
            found.truncate(cut);
        }
        let of = self.name.as_ref().map_or_else(String::new, |name| format!(", sheet `{name}`"));
        let detail = format!(
            "no row{of} holds the columns that the mapping of `{}` requires: {} (found: {found}); \
             give the file as published, or write the new names into a mapping of your own (--mapping)",
            self.mapping.list,
            wanted.join(", ")
        );
        ReadError::Table { file: file.name.to_owned(), detail }
    }

    /// Ends the sheet: what stood above its header is left out, and told.
    fn finish(self, file: &SourceFile<'_>, head: &mut Head) -> Result<(), ReadError> {
        let Some(header) = &self.header else { return Err(self.without_header(file)) };
        let lacks = |place: &&Place| {
            let there = |name: &String| header.0.iter().any(|path| *path.key == **name);
            !place.names.iter().any(|name| name.starts_with('@') || there(name))
        };
        let mut missing: Vec<&str> = Vec::new();
        for place in self.mapping.places().filter(lacks) {
            if !missing.contains(&place.written.as_str()) {
                missing.push(&place.written);
            }
        }
        head.diagnostics.extend(missing.iter().map(|name| Diagnostic {
            kind: DiagnosticKind::UnknownField,
            record: None,
            field: (*name).to_owned(),
            position: Position::default(),
            value: self.name.clone().unwrap_or_default(),
            detail: "the mapping names this column, and the table has none of its names".into(),
        }));
        let field = self.name.as_deref().unwrap_or("the table");
        head.diagnostics.extend(self.above.iter().map(|(line, row)| Diagnostic {
            kind: DiagnosticKind::Misplaced,
            record: None,
            field: field.to_owned(),
            position: Position { byte: None, line: Some(*line) },
            value: row.clone(),
            detail: "stands above the header; it is left out".into(),
        }));
        Ok(())
    }
}

/// Reads the rows of the file.
pub(super) fn records(
    file: &SourceFile<'_>,
    mapping: &Mapping,
    sheets: &Sheets,
    head: &mut Head,
    take: &mut dyn FnMut(Record) -> Result<(), ReadError>,
) -> Result<(), ReadError> {
    if looks_like_zip(file.bytes) {
        return of_workbook(file, mapping, sheets, head, take);
    }
    let text = table_text(file)?;
    head.repaired = text.repaired;
    let bytes = text.text.as_bytes();
    let delimiter = sniff_delimiter(bytes.get(..HEAD_BYTES).unwrap_or(bytes));
    let mut sheet = Sheet::new(mapping, None);
    for row in CsvRows::new(bytes, delimiter) {
        let row = row.map_err(|error| ReadError::table(file.name, &error))?;
        let cells: Vec<String> = row.fields().map(str::to_owned).collect();
        sheet.take(file, row.line, &cells, take)?;
    }
    sheet.finish(file, head)
}

fn of_workbook(
    file: &SourceFile<'_>,
    mapping: &Mapping,
    sheets: &Sheets,
    head: &mut Head,
    take: &mut dyn FnMut(Record) -> Result<(), ReadError>,
) -> Result<(), ReadError> {
    let refused = |source: XlsxError| ReadError::Workbook { file: file.name.to_owned(), source };
    let mut workbook = Workbook::open(file.bytes, XlsxLimits::default()).map_err(refused)?;
    let names: Vec<Option<String>> = match sheets {
        Sheets::First => vec![None],
        Sheets::All => workbook.sheet_names().into_iter().map(Some).collect(),
        Sheets::Named(names) => names.iter().cloned().map(Some).collect(),
    };
    for name in names {
        let mut sheet = Sheet::new(mapping, name.clone());
        let mut rows = 0_u64;
        for row in workbook.rows(name.as_deref()).map_err(refused)? {
            let row = row.map_err(refused)?;
            let cells: Vec<String> = row.cells.into_iter().map(|cell| cell.text).collect();
            sheet.take(file, row.number, &cells, take)?;
            rows += 1;
        }
        // an empty sheet among several holds nothing that could be lost
        if rows > 0 || *sheets == Sheets::First {
            sheet.finish(file, head)?;
        }
    }
    Ok(())
}

/// Whether a file has the header of one of several mappings: which.
pub(super) fn fitting<'m>(
    file: &SourceFile<'_>,
    heads: &[HeadRows],
    mappings: &[&'m Mapping],
) -> Option<&'m Mapping> {
    // of several the one that asks for most
    let of = |cells: &[String]| {
        let fitting = mappings.iter().filter(|mapping| Header::of(cells, mapping).is_some());
        fitting.max_by_key(|mapping| mapping.required().count()).copied()
    };
    if looks_like_zip(file.bytes) {
        return heads.iter().flatten().find_map(|cells| of(cells));
    }
    let head = file.bytes.get(..HEAD_BYTES).unwrap_or(file.bytes);
    if head.trim_ascii_start().starts_with(b"<") {
        return None;
    }
    let detected = crate::tabular::encoding::detect(head);
    let (head, _) = crate::tabular::encoding::decode(head, detected.encoding);
    CsvRows::new(head.as_bytes(), sniff_delimiter(head.as_bytes()))
        .take(MOST_ROWS_TO_HEADER)
        .map_while(Result::ok)
        .find_map(|row| of(&row.fields().map(str::to_owned).collect::<Vec<_>>()))
}
