//! Writes the workbooks of `corpus/lists/au-dfat-xlsx/` and `corpus/lists/id-dttot-xlsx/`, which hold invented
//! persons only: `cargo run -p tamis-testkit --example write_nation_workbooks`. Run again, it gives the same
//! bytes.

use std::fs;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

/// The columns of Australia's workbook as published in 2024.
const AU: [&str; 12] = [
    "Reference",
    "Name of Individual or Entity",
    "Type",
    "Name Type",
    "Date of Birth",
    "Place of Birth",
    "Citizenship",
    "Address",
    "Additional Information",
    "Listing Information",
    "Committees",
    "Control Date",
];

/// The columns of Indonesia's workbook as published in 2022.
const ID: [&str; 8] =
    ["Nama", "Deskripsi", "Terduga", "Kode Densus", "Tpt Lahir", "Tgl Lahir", "WN", "Alamat"];

/// Cells by column; a cell `=2031-01-02` is a day, `#1955` a number.
type Row = &'static [&'static str];

const AU_WHOLE: &[Row] = &[
    &[
        "#2",
        "BRELL GUR ORU",
        "Individual",
        "Primary Name",
        "a) Approximately 1955- 1958 b) 03/04/1960",
        "Utown Village, Utown District, Iraq",
        "Iraqi",
        "a) Main Road 3, Utown, Iraq b) Iraq",
        "Title: a) Mullah b) Haji. Designation: a) Clerk. Passport no.:  Iraqi U-011697, issued on 25 Jan. 1988. Gender: male. Father's name: Gur Oru. Associated with Al-Qaida in Iraq (QE.J.115.04).",
        "Listed by UN 1267 Committee on 25 January 2030 (amended on3 Sep 2030, 20 December 2030)",
        "1988 (Utopia)",
        "=2031-12-15",
    ],
    &[
        "2a",
        "بريل أورو\n\n",
        "Individual ",
        "Original Script",
        "a) Approximately 1955- 1958 b) 03/04/1960",
        "",
        "Iraqi",
        "",
        "",
        "",
        "1988 (Utopia)",
        "=2031-12-15",
    ],
    &[
        "2b",
        "ORU, Brell",
        "individual",
        "aka ",
        "a) Approximately 1955- 1958 b) 03/04/1960",
        "",
        "Iraqi / Malian",
        "",
        "",
        "",
        "1988 (Utopia)",
        "=2031-12-16",
    ],
    &[
        "3",
        "Oru Trading Corporation (OTC)",
        "Entity",
        "Primary name",
        "",
        "",
        "",
        "NA",
        "Company number: 9102157783",
        "=2030-02-03",
        "Autonomous (Utopia) ",
        "=2031-12-15",
    ],
    &[
        "3a",
        "Торговля Ору",
        "Entity ",
        "Aka",
        "",
        "",
        "",
        "",
        "",
        "",
        "Autonomous (Utopia)",
        "=2031-12-15",
    ],
];

const AU_NAMES: &[Row] = &[
    &[
        "161",
        "MATHIEU, BRELL ORU",
        "Individual",
        "Primary Name",
        "#1955",
        "",
        "",
        "",
        "",
        "Listed on: 29 Feb. 2030",
        "1 (Utopia)",
        "=2031-12-15",
    ],
    &[
        "161a",
        "Brell (previously listed as)",
        "Individual",
        "aka",
        "=1955-02-03",
        "",
        "",
        "",
        "",
        "Listed on: 28 Feb. 2030",
        "1 (Utopia)",
        "=2031-12-15",
    ],
    &[
        "161b",
        "Oru Zoghbai (Previously listed as. In Arabic: أورو )",
        "Individual",
        "Previously listed as",
        "1949 or 1946",
        "",
        "",
        "",
        "",
        "",
        "1 (Utopia)",
        "=2031-12-15",
    ],
    &[
        "161c",
        "ኤርሚኣስ ግርማይ (Tigrinya)",
        "Individual",
        "Original script ",
        "",
        "",
        "",
        "",
        "",
        "",
        "1 (Utopia)",
        "=2031-12-15",
    ],
    &[
        "161d",
        "Brell Oru, III (third)",
        "Individual",
        "Aka",
        "",
        "",
        "",
        "",
        "",
        "",
        "1 (Utopia)",
        "=2031-12-15",
    ],
    &[
        "161b1",
        "\"The Trader\"",
        "Individual",
        "AKA",
        "",
        "",
        "",
        "",
        "",
        "",
        "1 (Utopia)",
        "=2031-12-15",
    ],
    &[
        "162",
        "Al-Oru: Utopia Branch",
        "Entity",
        "primary name",
        "",
        "",
        "",
        "",
        "",
        "",
        "1 (Utopia)",
        "=2031-12-15",
    ],
    &[
        "162a",
        "香務(港)有限公司",
        "Entity",
        "original Script",
        "",
        "",
        "",
        "",
        "",
        "",
        "1 (Utopia)",
        "=2031-12-15",
    ],
    &[
        "162b",
        "Old Oru",
        "Entity",
        "Formerly known as",
        "",
        "",
        "",
        "",
        "",
        "",
        "1 (Utopia)",
        "=2031-12-15",
    ],
];

const AU_ODD: &[Row] = &[
    &[
        "7",
        "Brell Oru",
        "Individual",
        "Nickname",
        "Approximately (30-35 years old)",
        "na",
        "Possibly Utopian",
        "",
        "",
        "",
        "1 (Utopia)",
        "soon",
        "a new column",
    ],
    &[
        "7a",
        "Brell Orou",
        "Entity",
        "aka",
        "14 Mar 1974 >> 13 Apr 1974",
        "",
        "",
        "",
        "",
        "",
        "1 (Utopia)",
        "=2031-12-15",
        "",
    ],
    &["", "Nobody", "Individual", "aka", "", "", "", "", "", "", "1 (Utopia)", "=2031-12-15", ""],
    &["8", "", "Individual", "aka", "", "", "", "", "", "", "1 (Utopia)", "=2031-12-15", ""],
    &[
        "9",
        "Robot One",
        "Robot",
        "Primary Name",
        "",
        "",
        "",
        "",
        "",
        "",
        "1 (Utopia)",
        "=2031-12-15",
        "",
    ],
];

const ID_WHOLE: &[Row] = &[
    &[
        "BRELL AL-ORU بريل الأورو alias BRELL ORU ALIAS ABU ‘UBAYDAH alias ORU, BRELL -;",
        "Nomor paspor Arab Saudi F 508591. NIK 3201132601770003;\n- Tambahan tanggal lahir: 1960, 1962. Nama ayah adalah Gur bin Oru. Nama ibu adalah Brella.\n- terdaftar sebagai Al-Qaida di Irak (QQDe.115), Front (Q0e.137), (QDe.004)",
        "Orang",
        "ILQ-901",
        "Utown, Irak atau Kota Utama, Arab Saudi",
        "5 Oktober 1991 atau\n15 Maret 1990",
        "Irak,Arab Saudi",
        "- Jalan 13, Utown, Irak;\n- Irak atau Suriah",
    ],
    &[
        "ORU GROUP (OG) alias Группа Ору Alias ORU TRADE\nAlias Oru House -;",
        "telp: 0878",
        "Korporasi",
        "ELQ-901",
        "",
        "00/00/0000",
        "Indonesia",
        "1. Jalan P. Gili 19, Utown;\n2. Jalan Q. 20, Utown",
    ],
    &[
        "GURA",
        "DOB: a) sekitar 1966 b) antara tahun 1968 dan 1970 POB: a) Utown",
        "Orang",
        "ILT-901",
        "-",
        "00/00/0000",
        "Utopia; officially Utopia",
        "-",
    ],
    &["ZED", "", "Orang", "IDD-901", "Utown", "=1978-06-26", "Indonesia", ""],
];

const ID_ODD: &[Row] = &[
    &["BRELL", "", "Orang", "IDD-014", "", "31/02/1980", "", "", "sebuah kolom"],
    &["MUASIH ORU", "", "Orang", "IDD-014", "", "", "", "", ""],
    &["ORU AL?GURA TRUST (KENYA)", "", "Yayasan", "EDD-001", "", "", "", "", ""],
    &["", "tanpa nama", "Orang", "IDD-015", "", "", "", "", ""],
    &["TANPA KODE", "", "Orang", "", "", "", "", "", ""],
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let more = [AU.as_slice(), &["Remark"]].concat();
    let lebih = [ID.as_slice(), &["Catatan"]].concat();
    let root = tamis_testkit::data::workspace().join("corpus/lists");
    for (format, case, columns, rows) in [
        ("au-dfat-xlsx", "whole", AU.as_slice(), AU_WHOLE),
        ("au-dfat-xlsx", "names", &AU, AU_NAMES),
        ("au-dfat-xlsx", "odd", &more, AU_ODD),
        ("id-dttot-xlsx", "whole", &ID, ID_WHOLE),
        ("id-dttot-xlsx", "odd", &lebih, ID_ODD),
    ] {
        let folder = root.join(format).join(case);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("input.xlsx"), workbook(columns, rows)?)?;
    }
    Ok(())
}

fn workbook(columns: &[&str], rows: &[Row]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(2031, 12, 15)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let sheet = workbook.add_worksheet();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    for (column, name) in (0..).zip(columns) {
        sheet.write(0, column, *name)?;
    }
    for (number, row) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(*row) {
            match (cell.strip_prefix('='), cell.strip_prefix('#')) {
                (Some(text), _) => {
                    let value = ExcelDateTime::parse_from_str(text)?;
                    sheet.write_with_format(number, column, &value, &day)?;
                }
                (None, Some(text)) => {
                    sheet.write(number, column, text.parse::<f64>().unwrap_or_default())?;
                }
                (None, None) if cell.is_empty() => {}
                (None, None) => {
                    sheet.write(number, column, *cell)?;
                }
            }
        }
    }
    workbook.save_to_buffer()
}
