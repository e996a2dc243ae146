//! Bytes that mean no good, or were cut: one clear error each, and never a panic.

use tamis_lists::xml::limits;
use tamis_lists::{ReadError, ReadOptions, Reading, SourceFile};
use tamis_testkit::data;

fn read(bytes: &[u8]) -> Result<Reading, ReadError> {
    let files = [SourceFile { name: "given.xml", bytes }];
    tamis_lists::read(&files, &ReadOptions::default(), &mut |_| {})
}

fn error(text: &str) -> String {
    match read(text.as_bytes()) {
        Ok(reading) => panic!("read as {}: {}", reading.format, &text[..text.len().min(80)]),
        Err(error) => error.to_string(),
    }
}

const FIXTURES: [&str; 8] = [
    "un-xml/whole",
    "un-xml/aliases",
    "eu-fsf-1.1/names",
    "ofac-xml/sdn",
    "ca-sema-xml/aliases",
    "ch-seco-xml/whole",
    "uk-sanctions-xml/whole",
    "ofac-advanced-xml/whole",
];

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(data::workspace().join("corpus/lists").join(name).join("input.xml")).unwrap()
}

#[test]
fn a_file_that_is_cut_anywhere_is_refused() {
    for name in FIXTURES {
        let whole = fixture(name);
        let end = whole.trim_ascii_end().len();
        // Each 97th byte, and each of the last hundred: fixtures are short.
        let cuts = (0..end).step_by(97).chain(end.saturating_sub(100)..end);
        for cut in cuts {
            let error = read(&whole[..cut]).expect_err(name);
            let clear =
                matches!(error, ReadError::NotWellFormed { .. } | ReadError::NotRecognised { .. });
            assert!(clear, "{name} cut at {cut}: {error}");
        }
        assert!(read(&whole).is_ok(), "{name}");
    }
}

#[test]
fn each_kind_of_wrong_file_has_its_error() {
    let inside = |inner: &str| format!("<CONSOLIDATED_LIST>{inner}</CONSOLIDATED_LIST>");
    let entity = |inner: &str| inside(&format!("<ENTITIES><ENTITY>{inner}</ENTITY></ENTITIES>"));
    let bomb = "<?xml version=\"1.0\"?><!DOCTYPE CONSOLIDATED_LIST [<!ENTITY a \"aaaaaaaaaa\">\
        <!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><CONSOLIDATED_LIST>&b;</CONSOLIDATED_LIST>";
    for (text, expected) in [
        (String::new(), "given.xml: not a list in a known format (an empty file)"),
        (
            "<!DOCTYPE html><html><body>Service unavailable</body></html>".into(),
            "given.xml: not a list in a known format (an HTML page, such as a server sends instead of a file)",
        ),
        ("<html><head>".into(), "given.xml: not a list in a known format (an HTML page"),
        (
            "<rss version='2.0'></rss>".into(),
            "given.xml: not a list in a known format (XML with the root element `rss`)",
        ),
        (
            "<export xmlns='urn:other'></export>".into(),
            "given.xml: not a list in a known format (XML with the root element `export`)",
        ),
        (bomb.into(), "given.xml, line 1: the file declares a document type or entities"),
        (inside("&nbsp;"), "given.xml, line 1 (byte 19): a reference to an entity that XML does not define"),
        (inside("a & b"), "given.xml, line 1 (byte 21): "),
        (inside("&#0;"), "given.xml, line 1 (byte 19): "),
        (entity("<FIRST_NAME>x</SECOND_NAME>"), "given.xml, line 1 (byte "),
        (entity("<FIRST_NAME a='1' a='2'/>"), "given.xml, line 1 (byte "),
        (entity("<FIRST_NAME a=1/>"), "given.xml, line 1 (byte "),
        (entity("<FIRST_NAME a='<'/>"), "given.xml, line 1 (byte "),
        (entity("<FIRST_NAME a='&x;'/>"), "given.xml, line 1 (byte "),
        (entity("x ]]> y"), "given.xml, line 1 (byte "),
        (format!("{}<CONSOLIDATED_LIST/>", inside("")), "given.xml, line 1 (byte 39): a second root element"),
        (format!("{}tail", inside("")), "given.xml, line 1 (byte 39): text outside of the root element"),
        ("<CONSOLIDATED_LIST>\n<INDIVIDUALS>".into(), "given.xml, line 2 (byte 33): the file ends inside of `INDIVIDUALS`"),
        (
            "<sdnList><publshInformation><Record_Count>2</Record_Count></publshInformation></sdnList>".into(),
            "given.xml: says 2 records and holds 0",
        ),
    ] {
        let error = error(&text);
        assert!(error.starts_with(expected), "{text}\n  {error}");
    }
}

#[test]
fn limits_bind() {
    let in_entity = |inner: &str| {
        format!(
            "<CONSOLIDATED_LIST><ENTITIES><ENTITY>{inner}</ENTITY></ENTITIES></CONSOLIDATED_LIST>"
        )
    };
    let deep = "<a>".repeat(limits::MAX_DEPTH + 1);
    let long_text = format!("<FIRST_NAME>{}</FIRST_NAME>", "x".repeat(limits::MAX_TEXT_BYTES + 1));
    let long_attribute = format!("<FIRST_NAME a='{}'/>", "x".repeat(10 << 20));
    let many = "<x/>".repeat(limits::MAX_RECORD_NODES + 1);
    for (inner, what) in [
        (deep, "the depth of elements is larger than 32"),
        (long_text, "a text is larger than 1048576"),
        (long_attribute, "an attribute is larger than 65536"),
        (many, "a record is larger than 100000"),
    ] {
        let error = error(&in_entity(&inner));
        assert!(error.contains(what), "{error}");
    }
    let header = "<x/>".repeat(limits::MAX_HEADER_NODES + 1);
    let error = error(&format!("<CONSOLIDATED_LIST>{header}</CONSOLIDATED_LIST>"));
    assert!(error.contains("larger than 10000"), "{error}");
}

#[test]
fn garbage_in_any_place_is_no_panic() {
    // A small generator of its own: the same bytes in each run.
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    for name in FIXTURES {
        let whole = fixture(name);
        for _ in 0..300 {
            let mut bytes = whole.clone();
            for _ in 0..1 + next() % 8 {
                let at = usize::try_from(next()).unwrap_or(0) % bytes.len();
                match next() % 4 {
                    0 => bytes[at] = (next() & 0xff) as u8,
                    1 => drop(bytes.drain(at..(at + 40).min(bytes.len()))),
                    2 => bytes.insert(at, b"<>&\"'/;"[usize::try_from(next() % 7).unwrap()]),
                    _ => {
                        let piece: Vec<u8> = bytes[at..(at + 60).min(bytes.len())].to_vec();
                        bytes.splice(at..at, piece);
                    }
                }
            }
            if let Ok(reading) = read(&bytes) {
                assert!(reading.account.balances(), "{name}");
                for entry in &reading.entries {
                    assert!(entry.names.iter().any(|name| !name.text.is_empty()), "{name}");
                }
            }
        }
    }
}

#[test]
fn utf_16_and_windows_1252_are_read_as_they_declare() {
    let text = String::from_utf8(fixture("un-xml/whole")).unwrap();
    let names = |bytes: &[u8]| -> Vec<String> {
        let reading = read(bytes).unwrap();
        reading
            .entries
            .iter()
            .flat_map(|entry| &entry.names)
            .map(|name| name.text.clone())
            .collect()
    };
    let plain = names(text.as_bytes());
    let wide: Vec<u8> = format!("\u{feff}{}", text.replace("UTF-8", "UTF-16"))
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(names(&wide), plain);
    let latin = b"<?xml version=\"1.0\" encoding=\"windows-1252\"?><CONSOLIDATED_LIST><ENTITIES><ENTITY>\
        <FIRST_NAME>Soci\xe9t\xe9</FIRST_NAME><REFERENCE_NUMBER>UTe.1</REFERENCE_NUMBER></ENTITY></ENTITIES></CONSOLIDATED_LIST>";
    assert_eq!(names(latin), ["Société"]);
}
