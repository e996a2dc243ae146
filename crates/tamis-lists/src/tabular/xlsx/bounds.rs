//! The bounds of a workbook, checked before it is opened: number of parts, what they really unpack
//! to, how densely they are packed, and their XML.
//!
//! The sizes that an archive declares can lie, so bytes are counted while they are unpacked. It costs
//! a second unpacking; opening first would have to trust the archive.

use std::borrow::Cow;
use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::{XlsxError, parts};

/// The bounds within which a workbook is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct XlsxLimits {
    /// Parts of the archive.
    pub parts: usize,
    /// Bytes of all parts together, unpacked.
    pub unpacked_bytes: u64,
    /// Rows of a sheet.
    pub rows: u64,
    /// Columns of a sheet that hold anything.
    pub columns: u64,
    /// Bytes of the text of one cell.
    pub cell_bytes: u64,
}

/// Largest real value seen: 22 parts (Australia's list of 2024). More are refused.
pub const MAX_PARTS: usize = 1_000;
/// Largest real value seen: 13.9 MB (the UK list of 2023). More are refused.
pub const MAX_UNPACKED_BYTES: u64 = 512 * 1024 * 1024;
/// The format itself ends there. Largest real value seen: 16,825 (the UK list of 2023).
pub const MAX_ROWS: u64 = 1_048_576;
/// Largest real value seen: 255 (Australia's list of 2024, most of it blank). A sheet that fills
/// more is refused: a table of names has no such width.
pub const MAX_COLUMNS: u64 = 1_024;
/// The format ends at 32,767 characters a cell, of at most four bytes. Largest real value seen:
/// 5,190 bytes (Other Information in the UK list of 2023).
pub const MAX_CELL_BYTES: u64 = 4 * 32_767;
/// How many times its packed size a part may unpack to. Largest real value seen: 10 (a theme), 9
/// (the sheet of Australia's list); one letter repeated gives 1,000.
pub const MAX_DENSITY: u64 = 250;
/// Small parts may be denser: they do no harm.
const DENSITY_COUNTS_FROM: u64 = 1024 * 1024;

impl Default for XlsxLimits {
    fn default() -> Self {
        Self {
            parts: MAX_PARTS,
            unpacked_bytes: MAX_UNPACKED_BYTES,
            rows: MAX_ROWS,
            columns: MAX_COLUMNS,
            cell_bytes: MAX_CELL_BYTES,
        }
    }
}

/// Whether some bytes begin as a ZIP archive does, and a workbook with it.
#[must_use]
pub fn looks_like_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Office programs wrap a workbook that has a password in this older container.
const COMPOUND_FILE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

pub(super) fn check(bytes: &[u8], limits: &XlsxLimits) -> Result<(), XlsxError> {
    if bytes.starts_with(COMPOUND_FILE) {
        return Err(XlsxError::Encrypted);
    }
    if !looks_like_zip(bytes) {
        return Err(XlsxError::damaged("it does not begin as a ZIP archive does"));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(XlsxError::damaged)?;
    if archive.len() > limits.parts {
        return Err(XlsxError::TooManyParts { found: archive.len(), limit: limits.parts });
    }
    let mut left = limits.unpacked_bytes;
    let mut content = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(XlsxError::damaged)?;
        let name = part.name().map(Cow::into_owned).map_err(XlsxError::damaged)?;
        let packed = part.compressed_size();
        let dense = DENSITY_COUNTS_FROM.max(packed.saturating_mul(MAX_DENSITY));
        content.clear();
        // one byte more than allowed tells that there are more
        part.by_ref()
            .take(left.min(dense).saturating_add(1))
            .read_to_end(&mut content)
            .map_err(|error| XlsxError::damaged(format_args!("part `{name}`: {error}")))?;
        let unpacked = content.len() as u64;
        if unpacked > dense {
            return Err(XlsxError::TooDense { part: name, limit: MAX_DENSITY });
        }
        if unpacked > left {
            return Err(XlsxError::TooLarge { limit: limits.unpacked_bytes });
        }
        left -= unpacked;
        parts::check(&name, &content)?;
    }
    Ok(())
}
