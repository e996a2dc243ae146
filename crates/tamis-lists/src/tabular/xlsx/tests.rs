//! Workbooks made by hand, part by part: what is read, and what is refused. Knows no list.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;

const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
const ROOT_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Hidden" sheetId="2" state="hidden" r:id="rId2"/><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>"#;
const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;

fn sheet(rows: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    )
}

fn strings(items: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{items}</sst>"#
    )
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        writer.start_file(*name, options).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn workbook(sheet_xml: &str, strings_xml: &str) -> Vec<u8> {
    archive(&[
        ("[Content_Types].xml", CONTENT_TYPES.as_bytes()),
        ("_rels/.rels", ROOT_RELATIONS.as_bytes()),
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/styles.xml", STYLES.as_bytes()),
        ("xl/sharedStrings.xml", strings_xml.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet_xml.as_bytes()),
        (
            "xl/worksheets/sheet2.xml",
            sheet("<row r=\"1\"><c r=\"A1\"><v>2</v></c></row>").as_bytes(),
        ),
    ])
}

fn printed(read: Result<Vec<Row>, XlsxError>) -> String {
    match read {
        Err(error) => error.to_string(),
        Ok(rows) => rows
            .iter()
            .map(|row| {
                let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
                format!("{}:{}", row.number, cells.join("|"))
            })
            .collect::<Vec<_>>()
            .join("\n"),
    }
}

fn check(bytes: &[u8], expected: &str) {
    let printed = printed(rows(bytes, None, XlsxLimits::default()));
    assert!(printed.starts_with(expected), "{printed}\n{expected}");
}

#[test]
fn rows_of_the_first_visible_sheet() {
    let bytes = workbook(
        &sheet(
            r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
               <row r="3"><c r="A3"><v>12</v></c><c r="B3" s="1"><v>30819</v></c><c r="C3" s="1"/></row>
               <row r="4"><c r="A4" t="inlineStr"><is><t>x</t></is></c></row>"#,
        ),
        &strings("<si><t>Name</t></si><si><r><t>Bor</t></r><r><t>n &amp; so</t></r></si>"),
    );
    check(&bytes, "1:Name||Born & so\n3:12|1984-05-17\n4:x");
    assert_eq!(printed(rows(&bytes, Some("Hidden"), XlsxLimits::default())), "1:2");
    assert_eq!(
        printed(rows(&bytes, Some("Other"), XlsxLimits::default())),
        "the workbook has no sheet `Other`; it has Hidden, Data"
    );
}

#[test]
fn what_is_no_workbook_is_refused() {
    check(b"", "the workbook is damaged (it does not begin");
    check(b"<html><body>Service unavailable</body></html>", "the workbook is damaged");
    check(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more", "the workbook is protected");
    check(&archive(&[("a.txt", b"hello")]), "the workbook is damaged");
    let whole = workbook(&sheet(""), &strings(""));
    check(&whole, "");
    for length in [5, whole.len() / 2, whole.len() - 30] {
        check(&whole[..length], "the workbook is damaged");
    }
}

#[test]
fn zip_bombs_are_refused_by_what_they_really_unpack_to() {
    let zeros = vec![0_u8; 200 * 1024 * 1024];
    let bomb = archive(&[("xl/media/picture.bin", &zeros)]);
    assert!(bomb.len() < 300_000);
    check(&bomb, "the part `xl/media/picture.bin` unpacks to more than 250 times its size");
    // the size that the archive declares is a lie of one byte
    let declared = (zeros.len() as u32).to_le_bytes();
    let mut lying = bomb.clone();
    let places: Vec<usize> = memchr::memmem::find_iter(&bomb, &declared).collect();
    assert!(!places.is_empty());
    for place in places {
        lying[place..place + 4].copy_from_slice(&1_u32.to_le_bytes());
    }
    let refused = rows(&lying, None, XlsxLimits::default()).unwrap_err();
    assert!(matches!(refused, XlsxError::TooDense { .. } | XlsxError::Damaged { .. }));
}

#[test]
fn limits_bind() {
    let of = |limits: XlsxLimits, rows_xml: &str| {
        printed(rows(&workbook(&sheet(rows_xml), &strings("")), None, limits))
    };
    let usual = XlsxLimits::default();
    let small = r#"<row r="1"><c r="A1"><v>1</v></c></row>"#;
    assert_eq!(of(XlsxLimits { parts: 8, ..usual }, small), "1:1");
    assert_eq!(
        of(XlsxLimits { parts: 7, ..usual }, small),
        "the workbook has 8 parts, at most 7 are read"
    );
    assert_eq!(
        of(XlsxLimits { unpacked_bytes: 1_000, ..usual }, small),
        "the workbook unpacks to more than 1000 bytes; it is refused as a zip bomb"
    );
    assert_eq!(
        of(usual, r#"<row r="1"><c r="XFD1"><v>1</v></c></row>"#),
        "row 1 has a column beyond the limit of 1024"
    );
    assert_eq!(
        of(usual, r#"<row r="9999999"><c r="A9999999"><v>1</v></c></row>"#),
        "row 9999999 has a number beyond the limit of 1048576"
    );
    let long = format!(
        r#"<row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row>"#,
        "abcdefgh".repeat(20_000)
    );
    assert_eq!(of(usual, &long), "row 1 has a cell beyond the limit of 131068");
}

#[test]
fn claims_and_references_that_would_not_be_bounded_are_refused() {
    let damaged = |sheet_xml: &str, strings_xml: &str, expected: &str| {
        check(&workbook(sheet_xml, strings_xml), expected);
    };
    let claim = r#"<?xml version="1.0"?><sst uniqueCount="99999999999999"><si><t>a</t></si></sst>"#;
    damaged(
        &sheet(""),
        claim,
        "the workbook is damaged (part `xl/sharedStrings.xml`: it claims 99999999999999 items",
    );
    damaged(
        &sheet(r#"<row r="1"><c r="ABCDEFGHIJ1"><v>1</v></c></row>"#),
        &strings(""),
        "the workbook is damaged (part `xl/worksheets/sheet1.xml`: a reference to no cell",
    );
    damaged(
        &sheet(r#"<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>"#),
        &strings(""),
        "the workbook is damaged (row 1 stands after row 2)",
    );
    damaged(
        &sheet("<row></c>"),
        &strings(""),
        "the workbook is damaged (part `xl/worksheets/sheet1.xml`: ",
    );
    damaged(
        "<worksheet><sheetData>",
        &strings(""),
        "the workbook is damaged (part `xl/worksheets/sheet1.xml`: it ends inside an element",
    );
}

#[test]
fn entity_bombs_and_other_encodings_are_refused() {
    let bomb = r#"<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>"#;
    check(
        &workbook(&sheet(""), bomb),
        "the part `xl/sharedStrings.xml` declares a document type; it is refused",
    );
    let declared = r#"<?xml version="1.0" encoding="utf-16"?><sst/>"#;
    check(&workbook(&sheet(""), declared), "the workbook is damaged (part");
    let wide: Vec<u8> = strings("").encode_utf16().flat_map(u16::to_le_bytes).collect();
    check(
        &archive(&[("xl/sharedStrings.xml", &wide)]),
        "the workbook is damaged (part `xl/sharedStrings.xml`: it is XML in UTF-16",
    );
}
