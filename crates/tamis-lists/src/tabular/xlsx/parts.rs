//! Walks over the XML of the parts that make a sheet before they are read as one.
//!
//! The reader of workbooks reserves memory for as many strings as a part claims to have, and adds
//! up the letters and digits of cell references without a bound. Both are bounded here. The walk also
//! finds what is not well formed, wherever it stands.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::XlsxError;

/// Letters of the last column (`XFD`) and digits of the last row (`1048576`), twice with a colon.
const LONGEST_REFERENCE: usize = 2 * (3 + 7) + 1;

/// Refuses XML that is no UTF-8, not well formed, declares a document type, or claims what its size
/// cannot hold. Parts that are no XML (pictures, printer settings) pass.
pub(super) fn check(name: &str, content: &[u8]) -> Result<(), XlsxError> {
    let damaged = |detail: &dyn std::fmt::Display| {
        XlsxError::damaged(format_args!("part `{name}`: {detail}"))
    };
    if is_utf_16_xml(content) {
        return Err(damaged(&"it is XML in UTF-16, which no office program writes"));
    }
    if !is_xml(content) {
        return Ok(());
    }
    let text = std::str::from_utf8(content).map_err(|error| damaged(&error))?;
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    reader.config_mut().check_end_names = true;
    let mut depth = 0_u32;
    loop {
        match reader.read_event().map_err(|error| damaged(&error))? {
            Event::Start(element) => {
                depth += 1;
                element_is_bounded(&element, content.len()).map_err(|claim| damaged(&claim))?;
            }
            Event::Empty(element) => {
                element_is_bounded(&element, content.len()).map_err(|claim| damaged(&claim))?;
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::DocType(_) => return Err(XlsxError::DocumentType { part: name.to_owned() }),
            Event::Decl(declaration) => {
                let encoding = declaration.encoding().and_then(Result::ok).unwrap_or_default();
                if !(encoding.is_empty() || encoding.eq_ignore_ascii_case("utf-8")) {
                    return Err(damaged(&"it declares an encoding other than UTF-8"));
                }
            }
            Event::Eof if depth > 0 => return Err(damaged(&"it ends inside an element")),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn is_utf_16_xml(content: &[u8]) -> bool {
    [b"\xff\xfe".as_slice(), b"\xfe\xff", b"<\0", b"\0<"]
        .iter()
        .any(|mark| content.starts_with(mark))
}

/// A part counts as XML when it begins as XML or holds what the reader of sheets looks for.
fn is_xml(content: &[u8]) -> bool {
    let start = content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(content).trim_ascii_start();
    start.starts_with(b"<")
        || ["sheetData", "<sst", "<row", "<c ", "dimension"]
            .iter()
            .any(|word| memchr::memmem::find(content, word.as_bytes()).is_some())
}

fn element_is_bounded(element: &BytesStart<'_>, size: usize) -> Result<(), String> {
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = attribute.value.as_ref();
        match attribute.key.local_name().as_ref() {
            "uniqueCount" | "count"
                if value.trim().parse::<usize>().is_ok_and(|count| count > size) =>
            {
                return Err(format!("it claims {value} items in {size} bytes"));
            }
            "r" | "ref" => {
                let sheet =
                    matches!(element.local_name().as_ref(), "c" | "row" | "dimension" | "f");
                if sheet && value.len() > LONGEST_REFERENCE {
                    return Err(format!("a reference of {} characters", value.len()));
                }
                if sheet && !value.split(':').all(is_reference) {
                    return Err("a reference to no cell of a sheet".to_owned());
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// `C7`, `7`, `$C$7`: at most three letters, then at most seven digits.
fn is_reference(text: &str) -> bool {
    let letters = text.bytes().filter(u8::is_ascii_alphabetic).count();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    letters <= 3 && digits <= 7
}
