//! The main door: files in, entries and account out. Formats are recognised by content.

use tamis_model::{Account, CivilDate, Entry, ListId, SnapshotScope};

use crate::columns::Candidates;
use crate::error::ReadError;
use crate::formats::{FORMATS, Format};

/// One file of a list as it was given: its name (for messages and for OFAC's three CSV files, whose
/// content tells which is which) and its bytes.
#[derive(Debug, Clone, Copy)]
pub struct SourceFile<'a> {
    /// File name, for messages only.
    pub name: &'a str,
    /// The bytes as published.
    pub bytes: &'a [u8],
}

/// What the importer may tell a reader.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// The list, where the content fits several (OFAC SDN and non-SDN share a format).
    pub list: Option<ListId>,
}

/// What came out of reading one list.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The list.
    pub list: ListId,
    /// The format that was recognised.
    pub format: &'static str,
    /// The publisher's date, where the files have one.
    pub published: Option<CivilDate>,
    /// That date as written.
    pub published_as_written: Option<String>,
    /// Which part of the list the files hold.
    pub scope: SnapshotScope,
    /// The entries, in the order of the source.
    pub entries: Vec<Entry>,
    /// The account; it balances.
    pub account: Account,
}

/// Tells the format of the files by their content.
///
/// # Errors
/// [`ReadError::NotRecognised`] with what the content looks like.
pub fn recognise(files: &[SourceFile<'_>]) -> Result<&'static Format, ReadError> {
    let candidates = Candidates::new(files);
    FORMATS
        .iter()
        .find(|format| format.recognises.fits(&candidates))
        .ok_or_else(|| ReadError::not_recognised(files))
}

/// Reads a list whole. `progress` is told the bytes read so far, now and then.
///
/// # Errors
/// [`ReadError`] when the files are not a list of a known format, are damaged or beyond a limit.
/// A bad record inside a good file is no error: it is refused in the account.
pub fn read(
    files: &[SourceFile<'_>],
    options: &ReadOptions,
    progress: &mut dyn FnMut(u64),
) -> Result<Reading, ReadError> {
    read_as(recognise(files)?, files, options, progress)
}

/// Reads a list whole whose format is known: to tell that of a workbook, it has to be unpacked.
///
/// # Errors
/// As [`read`].
pub fn read_as(
    format: &Format,
    files: &[SourceFile<'_>],
    options: &ReadOptions,
    progress: &mut dyn FnMut(u64),
) -> Result<Reading, ReadError> {
    let reading = (format.read)(files, options, progress)?;
    if !reading.account.balances() {
        return Err(ReadError::Unbalanced {
            read: reading.account.read_total(),
            accepted: reading.account.accepted_total(),
            refused: reading.account.refused.len() as u64,
        });
    }
    Ok(reading)
}

/// The id of a list that a reader names itself.
#[expect(clippy::expect_used, reason = "the readers give literals, each of which a test reads")]
pub(crate) fn list_id(literal: &'static str) -> ListId {
    ListId::new(literal).expect("a literal list id")
}
