//! Bytes → text. A list that is damaged in a few bytes is read whole: each stray byte is read as
//! Windows-1252, and what was repaired, where and from what stays known.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::error::ReadError;
use crate::reading::SourceFile;

/// Repaired bytes up to which a file is read whatever its size. Largest real value: 1,169 (394 stray
/// bytes and 775 control characters) in the UN file of 2025-08. Above it, [`MAX_REPAIRED_SHARE`] holds.
pub const MAX_REPAIRED_BYTES: u64 = 4096;

/// Repaired bytes in a thousand bytes above which the file is refused as "not text"; largest real
/// value 0.6 (the same file).
pub const MAX_REPAIRED_SHARE: u64 = 20;

/// Control characters that XML forbids, and what they are read as. They occur where a publisher cut
/// characters down to their low byte: U+2019 became 0x19. What is not named here becomes U+FFFD.
/// Source: the General Punctuation block; seen in the UN file of 2025-08 (`\x1cChief …\x1d`).
pub const CONTROL_CHARACTERS: [(char, char); 8] = [
    ('\u{10}', '\u{2010}'),
    ('\u{13}', '\u{2013}'),
    ('\u{14}', '\u{2014}'),
    ('\u{18}', '\u{2018}'),
    ('\u{19}', '\u{2019}'),
    ('\u{1a}', '\u{201a}'),
    ('\u{1c}', '\u{201c}'),
    ('\u{1d}', '\u{201d}'),
];

/// What was wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RepairKind {
    /// Bytes that are not valid UTF-8: a run of one to three, as Rust's and Python's decoders delimit
    /// them. A run is the longest start of a valid character: `E4 A3` before an ASCII letter begins a
    /// character of three bytes and is one run of two. Each byte is read as Windows-1252.
    StrayBytes,
    /// A control character that XML forbids.
    ControlCharacter,
    /// A `<` or `&` that is no markup, in a file that is damaged otherwise (see `xml::mend`).
    LooseMark,
}

/// One repair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// What was wrong.
    pub kind: RepairKind,
    /// Byte offset of the replacement in the decoded text.
    pub at: usize,
    /// Bytes of the replacement in the decoded text.
    pub len: usize,
    /// The bytes as found.
    pub found: Vec<u8>,
}

/// A file as text.
#[derive(Debug, Clone)]
pub struct Source<'a> {
    /// File name, for messages.
    pub name: &'a str,
    /// The text, without byte order mark. Line ends are as in the file.
    pub text: Cow<'a, str>,
    /// What was repaired, in the order of the text.
    pub repairs: Vec<Repair>,
    /// The encoding that was used.
    pub encoding: &'static str,
}

impl<'a> Source<'a> {
    /// The source of a table that is no text: a workbook. Nothing was repaired in it.
    #[must_use]
    pub(crate) const fn of_table(name: &'a str) -> Self {
        Self { name, text: Cow::Borrowed(""), repairs: Vec::new(), encoding: "workbook" }
    }
}

/// Decodes a file by its byte order mark, else by the encoding of its XML declaration, else as UTF-8.
///
/// # Errors
/// [`ReadError::Undecodable`] when UTF-16 or another strict encoding is broken, the named encoding is
/// unknown, or more is broken than [`MAX_REPAIRED_BYTES`] and [`MAX_REPAIRED_SHARE`] allow.
pub fn decode<'a>(file: &SourceFile<'a>) -> Result<Source<'a>, ReadError> {
    let bytes = file.bytes;
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return as_encoding(file, bytes.get(length..).unwrap_or_default(), encoding);
    }
    let encoding = match bytes {
        [b'<', 0, ..] => UTF_16LE,
        [0, b'<', ..] => UTF_16BE,
        _ => match declared(bytes) {
            Some(label) => Encoding::for_label(label)
                .ok_or_else(|| undecodable(file, "an unknown encoding"))?,
            None => UTF_8,
        },
    };
    // A file that says UTF-16 in letters of one byte is not in UTF-16.
    let one_byte_letters = bytes.starts_with(b"<?xml");
    let wide = encoding == UTF_16LE || encoding == UTF_16BE;
    as_encoding(file, bytes, if wide && one_byte_letters { UTF_8 } else { encoding })
}

fn as_encoding<'a>(
    file: &SourceFile<'a>,
    bytes: &'a [u8],
    encoding: &'static Encoding,
) -> Result<Source<'a>, ReadError> {
    if encoding == UTF_8 {
        return utf8(file, bytes);
    }
    let text = encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .ok_or_else(|| undecodable(file, encoding.name()))?;
    let mut repairs = Vec::new();
    let text = if has_controls(text.as_bytes()) {
        let mut repaired = String::with_capacity(text.len());
        push_without_controls(&text, &mut repaired, &mut repairs);
        Cow::Owned(repaired)
    } else {
        text
    };
    checked(file, bytes.len(), Source { name: file.name, text, repairs, encoding: encoding.name() })
}

fn utf8<'a>(file: &SourceFile<'a>, bytes: &'a [u8]) -> Result<Source<'a>, ReadError> {
    let encoding = UTF_8.name();
    let controls = has_controls(bytes);
    if let (Ok(text), false) = (std::str::from_utf8(bytes), controls) {
        return Ok(Source {
            name: file.name,
            text: Cow::Borrowed(text),
            repairs: Vec::new(),
            encoding,
        });
    }
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 64);
    let mut repairs = Vec::new();
    for chunk in bytes.utf8_chunks() {
        if controls {
            push_without_controls(chunk.valid(), &mut text, &mut repairs);
        } else {
            text.push_str(chunk.valid());
        }
        if !chunk.invalid().is_empty() {
            let at = text.len();
            let (repaired, _) = WINDOWS_1252.decode_without_bom_handling(chunk.invalid());
            text.push_str(&repaired);
            repairs.push(Repair {
                kind: RepairKind::StrayBytes,
                at,
                len: text.len() - at,
                found: chunk.invalid().to_vec(),
            });
        }
    }
    checked(
        file,
        bytes.len(),
        Source { name: file.name, text: Cow::Owned(text), repairs, encoding },
    )
}

fn checked<'a>(
    file: &SourceFile<'_>,
    size: usize,
    source: Source<'a>,
) -> Result<Source<'a>, ReadError> {
    let repaired = source.repairs.iter().map(|repair| repair.found.len() as u64).sum::<u64>();
    let share = repaired.saturating_mul(1000) / (size as u64).max(1);
    if repaired > MAX_REPAIRED_BYTES && share > MAX_REPAIRED_SHARE {
        return Err(undecodable(file, source.encoding));
    }
    Ok(source)
}

fn undecodable(file: &SourceFile<'_>, encoding: &'static str) -> ReadError {
    ReadError::Undecodable { file: file.name.to_owned(), encoding }
}

/// The encoding that an XML declaration names.
fn declared(bytes: &[u8]) -> Option<&[u8]> {
    let head = bytes.strip_prefix(b"<?xml")?;
    let head = head.get(..200).unwrap_or(head);
    let end = memchr::memmem::find(head, b"?>")?;
    let head = head.get(..end)?;
    let value = head.get(memchr::memmem::find(head, b"encoding")? + b"encoding".len()..)?;
    let quote = value.iter().position(|byte| matches!(byte, b'"' | b'\''))?;
    let mark = *value.get(quote)?;
    let value = value.get(quote + 1..)?;
    value.get(..memchr::memchr(mark, value)?)
}

const fn is_forbidden(byte: u8) -> bool {
    byte < 0x20 && byte != b'\t' && byte != b'\n' && byte != b'\r'
}

/// Whole blocks at a time, without an early exit inside a block: such a loop is vectorised.
fn has_controls(bytes: &[u8]) -> bool {
    bytes
        .chunks(4096)
        .any(|block| block.iter().fold(false, |found, byte| found | is_forbidden(*byte)))
}

fn push_without_controls(valid: &str, text: &mut String, repairs: &mut Vec<Repair>) {
    let mut rest = valid;
    while let Some(index) = rest.find(|c: char| u8::try_from(c).is_ok_and(is_forbidden)) {
        let (before, after) = rest.split_at(index);
        text.push_str(before);
        let mut characters = after.chars();
        if let Some(control) = characters.next() {
            let named = CONTROL_CHARACTERS.iter().find(|(found, _)| *found == control);
            let replacement = named.map_or(char::REPLACEMENT_CHARACTER, |(_, read)| *read);
            repairs.push(Repair {
                kind: RepairKind::ControlCharacter,
                at: text.len(),
                len: replacement.len_utf8(),
                found: control.to_string().into_bytes(),
            });
            text.push(replacement);
        }
        rest = characters.as_str();
    }
    text.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(bytes: &[u8]) -> (String, Vec<(usize, Vec<u8>)>) {
        let source = decode(&SourceFile { name: "f", bytes }).unwrap();
        let repairs = source.repairs.iter().map(|r| (r.at, r.found.clone())).collect();
        (source.text.into_owned(), repairs)
    }

    #[test]
    fn encodings_by_mark_and_by_declaration() {
        let latin = b"<?xml version=\"1.0\" encoding='iso-8859-1'?><a>\xe9</a>";
        assert!(text_of(latin).0.ends_with("<a>é</a>"));
        assert_eq!(text_of(b"\xef\xbb\xbf<a/>").0, "<a/>");
        for order in [u16::to_le_bytes, u16::to_be_bytes] {
            let marked: Vec<u8> = "\u{feff}<a>أب</a>".encode_utf16().flat_map(order).collect();
            assert_eq!(text_of(&marked).0, "<a>أب</a>");
            let bare: Vec<u8> = "<a>أب</a>".encode_utf16().flat_map(order).collect();
            assert_eq!(text_of(&bare).0, "<a>أب</a>");
        }
        let lies = b"<?xml version=\"1.0\" encoding=\"utf-16\"?><a>x</a>";
        assert!(text_of(lies).0.ends_with("<a>x</a>"));
        let unknown = b"<?xml version=\"1.0\" encoding=\"klingon\"?><a/>";
        assert!(decode(&SourceFile { name: "f", bytes: unknown }).is_err());
        assert!(decode(&SourceFile { name: "f", bytes: b"\xff\xfe<\x00\x00\xd8" }).is_err());
    }

    #[test]
    fn stray_bytes_are_read_as_windows_1252_run_by_run() {
        let (text, repairs) = text_of(b"Pr\xe9sident \x80 Jin (\xd1\xc1)");
        assert_eq!(text, "Président € Jin (ÑÁ)");
        assert_eq!(
            repairs.into_iter().map(|(_, found)| found).collect::<Vec<_>>(),
            [vec![0xe9], vec![0x80], vec![0xd1], vec![0xc1]]
        );
        // A lead byte and its right continuation, cut off before the third byte: one run of two.
        let (text, repairs) = text_of(b"a\xe4\xa3b");
        assert_eq!((text.as_str(), repairs), ("aä£b", vec![(1, vec![0xe4, 0xa3])]));
        // Undefined in Windows-1252: the control of the same number, which XML allows.
        assert_eq!(text_of(b"a\x81b").0, "a\u{81}b");
    }

    #[test]
    fn forbidden_controls_are_read_as_the_punctuation_that_they_were() {
        let (text, repairs) = text_of(b"\x1cKawa\x1d group\x19s \x01\t\n");
        assert_eq!(text, "\u{201c}Kawa\u{201d} group\u{2019}s \u{fffd}\t\n");
        assert_eq!(repairs.len(), 4);
    }

    #[test]
    fn a_file_of_garbage_is_refused() {
        let garbage: Vec<u8> = (0..20_000_u32).map(|n| (n % 251) as u8 | 0x80).collect();
        assert!(matches!(
            decode(&SourceFile { name: "f", bytes: &garbage }),
            Err(ReadError::Undecodable { .. })
        ));
    }
}
