//! Bytes → readers of tables: none may panic, and whatever they accept is accounted for.

use std::io::{Cursor, Write as _};

use tamis_lists::{ReadError, ReadOptions, Reading, SourceFile};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The table of the UK.
pub fn uk_csv(data: &[u8]) {
    let files = [SourceFile { name: "input.csv", bytes: data }];
    let _ = tamis_lists::recognise(&files);
    check(tamis_lists::uk::read_csv(&files, &ReadOptions::default(), &mut |_| {}));
}

/// The three tables of OFAC, parted by the character "group separator".
pub fn ofac_csv(data: &[u8]) {
    let files: Vec<SourceFile<'_>> = data
        .split(|byte| *byte == 0x1d)
        .map(|bytes| SourceFile { name: "input.csv", bytes })
        .collect();
    let _ = tamis_lists::recognise(&files);
    check(tamis_lists::ofac_csv::read(&files, &ReadOptions::default(), &mut |_| {}));
}

/// A workbook: as it is, or made of the XML of its sheet and of its strings, parted by a zero byte.
/// Bytes alone hardly ever make an archive.
pub fn uk_xlsx(data: &[u8]) {
    a_workbook(tamis_lists::uk::read_xlsx, data);
}

/// The workbook of Australia.
pub fn au(data: &[u8]) {
    a_workbook(tamis_lists::au::read, data);
}

/// The workbook of Indonesia.
pub fn id_dttot(data: &[u8]) {
    a_workbook(tamis_lists::id_dttot::read, data);
}

fn a_workbook(read: tamis_lists::formats::ReadFunction, data: &[u8]) {
    let made;
    let bytes = if data.starts_with(b"PK") {
        data
    } else {
        let mut parts = data.splitn(2, |byte| *byte == 0);
        made = workbook(parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        &made
    };
    let files = [SourceFile { name: "input.xlsx", bytes }];
    let _ = tamis_lists::recognise(&files);
    check(read(&files, &ReadOptions::default(), &mut |_| {}));
}

fn check(read: Result<Reading, ReadError>) {
    let reading = match read {
        Ok(reading) => reading,
        Err(error) => return assert!(!error.to_string().is_empty()),
    };
    let account = &reading.account;
    assert!(
        account.balances(),
        "{:?} {:?} {}",
        account.read,
        account.accepted,
        account.refused.len()
    );
    assert_eq!(account.entries, reading.entries.len() as u64);
    assert_eq!(account.accepted_total(), account.entries + account.merged);
    for entry in &reading.entries {
        assert!(!entry.id.reference.is_empty());
        assert!(!entry.names.is_empty());
        assert!(entry.names.iter().all(|name| !name.text.is_empty()), "{}", entry.id);
    }
}

const CONTENT_TYPES: &str =
    r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const ROOT_RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;

fn workbook(sheet: &[u8], strings: &[u8]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in [
        ("[Content_Types].xml", CONTENT_TYPES.as_bytes()),
        ("_rels/.rels", ROOT_RELATIONS.as_bytes()),
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/styles.xml", STYLES.as_bytes()),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/sheet1.xml", sheet),
    ] {
        writer.start_file(name, options).expect("a part in memory");
        writer.write_all(content).expect("a part in memory");
    }
    writer.finish().expect("an archive in memory").into_inner()
}
