//! What becomes of each column of a table: every reader of a table names all columns in one place.

/// What a reader does with a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Treatment {
    /// It becomes a field of the entry: which.
    Field(&'static str),
    /// It is kept as a note under its own name.
    Note,
    /// It is left out: why.
    Dropped(&'static str),
}

/// One column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name as the publisher writes it.
    pub name: &'static str,
    /// What becomes of it.
    pub treatment: Treatment,
    /// Whether the table is refused without it.
    pub required: bool,
}

/// The text of a file of separated values, however it is encoded.
#[derive(Debug)]
pub(crate) struct TableText<'a> {
    /// The text, without byte order mark.
    pub(crate) text: std::borrow::Cow<'a, str>,
    /// Stray bytes that were repaired, and the runs that they form.
    pub(crate) repaired: (u64, u64),
    /// Characters that could not be read.
    pub(crate) replaced: u64,
    /// The encoding.
    pub(crate) encoding: &'static str,
}

/// Decodes a file: the whole of it decides on the encoding. Stray bytes in what is else UTF-8 are
/// repaired as those of any other list are.
pub(crate) fn table_text<'a>(
    file: &crate::SourceFile<'a>,
) -> Result<TableText<'a>, crate::ReadError> {
    use crate::tabular::encoding::{Reason, decode, detect};
    let detected = detect(file.bytes);
    if matches!(detected.reason, Reason::ValidUtf8 | Reason::MostlyUtf8) {
        let source = crate::source::decode(file)?;
        let bytes: usize = source.repairs.iter().map(|repair| repair.found.len()).sum();
        let repaired = (bytes as u64, source.repairs.len() as u64);
        return Ok(TableText {
            text: source.text,
            repaired,
            replaced: 0,
            encoding: source.encoding,
        });
    }
    let (text, replaced) = decode(file.bytes, detected.encoding);
    let encoding = detected.encoding.name();
    Ok(TableText { text: text.into(), repaired: (0, 0), replaced, encoding })
}
