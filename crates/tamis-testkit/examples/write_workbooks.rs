//! Writes the workbooks of `corpus/lists/uk-conlist-xlsx/`, which hold invented persons only:
//! `cargo run -p tamis-testkit --example write_workbooks`. Run again, it gives the same bytes.

use std::fs;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

/// The columns of the workbook as published in 2023.
const COLUMNS: [&str; 36] = [
    "Name 6",
    "Name 1",
    "Name 2",
    "Name 3",
    "Name 4",
    "Name 5",
    "Title",
    "Name Non-Latin Script",
    "Non-Latin Script Type",
    "Non-Latin Script Language",
    "DOB",
    "Town of Birth",
    "Country of Birth",
    "Nationality",
    "Passport Number",
    "Passport Details",
    "National Identification Number",
    "National Identification Details",
    "Position",
    "Address 1",
    "Address 2",
    "Address 3",
    "Address 4",
    "Address 5",
    "Address 6",
    "Post/Zip Code",
    "Country",
    "Other Information",
    "Group Type",
    "Alias Type",
    "Alias Quality",
    "Regime",
    "Listed On",
    "UK Sanctions List Date Designated",
    "Last Updated",
    "Group ID",
];

/// What every row says unless it says otherwise.
const USUAL: &[(&str, &str)] = &[
    ("Group Type", "Individual"),
    ("Alias Type", "AKA"),
    ("Regime", "Utopia"),
    ("Listed On", "09/12/2022"),
    ("UK Sanctions List Date Designated", "09/12/2022"),
    ("Last Updated", "10/12/2022"),
    ("Group ID", "1"),
    ("Other Information", "(UK Sanctions List Ref):UTO0001."),
];

type Row = &'static [(&'static str, &'static str)];

/// Reading order, kunyas, grades, original scripts.
const NAMES: &[Row] = &[
    &[
        ("Name 6", "AL-UTOPI"),
        ("Name 1", "Zayd"),
        ("Name 2", "Umar"),
        ("Alias Type", "Primary name"),
        ("Name Non-Latin Script", "زيد عمر اليوتوبي"),
        ("Non-Latin Script Type", "Arabic"),
        ("Non-Latin Script Language", "Arabic"),
    ],
    &[
        ("Name 6", "AL-UTOPI"),
        ("Name 1", "Zaid"),
        ("Name 2", "Omar"),
        ("Alias Type", "Primary name variation"),
    ],
    &[
        ("Name 6", "AL-UTOPI"),
        ("Name 1", "Abu"),
        ("Name 2", "Walid"),
        ("Alias Quality", "Good quality"),
    ],
    &[("Name 6", "WALID"), ("Name 1", "Abu"), ("Alias Quality", "Low quality")],
    &[("Name 6", "ABU"), ("Name 1", "Walid"), ("Alias Quality", "Low quality")],
    &[("Name 6", "'ABD"), ("Name 1", "al-Rahim"), ("Name 2", "Umar")],
    &[("Name 6", "THE UTOPIAN")],
    &[("Name 6", "OLDNAME"), ("Name 1", "Zayd"), ("Alias Type", "FKA")],
    &[
        ("Name 6", "AL-UTOPI"),
        ("Name 1", "Zayd"),
        ("Name 2", "Umar"),
        ("Alias Type", "AKA"),
        ("Alias Quality", "Good quality"),
    ],
    &[
        ("Name 6", "AL-UTOPI"),
        ("Name 1", "Zayd"),
        ("Name 2", "Umar"),
        ("Alias Type", "Primary name"),
        ("Address 6", "Utopia City"),
    ],
    &[
        ("Name 6", "UTOPOV"),
        ("Name 1", "Ivan"),
        ("Alias Type", "Primary name"),
        ("Name Non-Latin Script", "УТОПОВ, Иван"),
        ("Non-Latin Script Type", "Cryillic"),
        ("Non-Latin Script Language", "Russia"),
        ("Group ID", "2"),
    ],
    &[
        ("Name 6", "UTOPOV"),
        ("Name 1", "Vanya"),
        ("Name Non-Latin Script", "Утопов Ваня"),
        ("Non-Latin Script Type", "Russian"),
        ("Non-Latin Script Language", "Cyrillic"),
        ("Group ID", "2"),
    ],
    &[
        ("Name 6", "UTOPOV"),
        ("Name 1", "Francois"),
        ("Name Non-Latin Script", "François Utopov"),
        ("Non-Latin Script Language", "Klingon"),
        ("Group ID", "2"),
    ],
];

/// Birth dates, numbered cells, documents, addresses, tags.
const PERSONS: &[Row] = &[
    &[
        ("Name 6", "DOE"),
        ("Name 1", "John"),
        ("Title", "(1) Mullah (2) Haji"),
        ("DOB", "03/04/1980"),
        ("Town of Birth", "(1) Utopia City. (2) Old Town"),
        ("Country of Birth", "(1)-(2) Utopia"),
        ("Nationality", "(1) Utopia. (2) Iraq"),
        ("Passport Number", "(1) U101 (2) U202"),
        (
            "Passport Details",
            "(1) - (2) Utopia, issued on 7 Oct. 2013. Expiration date: 07/10/2019",
        ),
        ("National Identification Number", "1234567"),
        ("National Identification Details", "Utopia tax number"),
        ("Position", "(1) Clerk (2) Chief clerk, Ministry (retired)"),
        ("Address 1", "1 Main Road"),
        ("Address 6", "Utopia City"),
        ("Post/Zip Code", "U1"),
        ("Country", "Utopia"),
        ("Alias Type", "Primary name"),
        (
            "Other Information",
            "(UK Sanctions List Ref):UTO0002. (UN Ref):UTi.001. Father’s name is Richard Doe. Mother's name: J. Roe (born 1950). (UK Statement of Reasons):He is invented. (Phone number):(1) +99 1 (2) +99 2 (Email address):doe@utopia.example (Gender):Male",
        ),
    ],
    &[
        ("Name 6", "DOE"),
        ("Name 1", "John"),
        ("DOB", "00/00/1981"),
        ("Alias Type", "Primary name"),
        ("Address 1", "2 Side Road"),
        ("Country", "USSR (now Iraq)"),
        (
            "Other Information",
            "(UK Sanctions List Ref):UTO0002. (UN Ref):UTi.001. Father’s name is Richard Doe. Mother's name: J. Roe (born 1950). (UK Statement of Reasons):He is invented. (Phone number):(1) +99 1 (2) +99 2 (Email address):doe@utopia.example (Gender):Male",
        ),
    ],
    &[("Name 6", "DOE"), ("Name 1", "Jack"), ("DOB", "00/05/1982")],
    &[("Name 6", "DOE"), ("Name 1", "Jack"), ("DOB", "06/1983")],
    &[("Name 6", "DOE"), ("Name 1", "Jack"), ("DOB", "1984")],
    &[("Name 6", "DOE"), ("Name 1", "Jack"), ("DOB", "1985")],
    &[
        ("Name 6", "DOE"),
        ("Name 1", "Jack"),
        ("DOB", "31/02/1986"),
        ("Regime", "Ruritania"),
        ("Listed On", "01/02/2003"),
    ],
    &[
        ("Name 6", "UTOPIA SHIPPING LINES"),
        ("Group Type", "Entity"),
        ("Alias Type", "Primary name"),
        ("Group ID", "2"),
        (
            "Other Information",
            "(UK Sanctions List Ref):UTO0003. (Website):www.utopia.example (Type of entity):Company (Business Reg No):1027700073466 (Utopia). Tax ID No. 7735007358 (Utopia)",
        ),
    ],
    &[
        ("Name 6", "M/V UTOPIA"),
        ("Group Type", "Ship"),
        ("Alias Type", "Primary name"),
        ("Group ID", "3"),
        (
            "Other Information",
            "(UK Sanctions List Ref):UTO0004. Asset of UTOPIA SHIPPING LINES (UN Reference Number: UN Ref UTe.002) (IMO number):7408873 (Current owners):UTOPIA SHIPPING LINES (Flag of ship):Utopia",
        ),
    ],
];

/// What this version does not know, and rows that cannot be used.
const UNKNOWN: &[Row] = &[
    &[
        ("Name 6", "DOE"),
        ("Name 1", "John"),
        ("Alias Type", "Nickname"),
        ("Remark", "a new column"),
    ],
    &[("Name 6", "ROE"), ("Group Type", "Robot"), ("Group ID", "2"), ("Listed On", "soon")],
    &[("Name 6", "DOE"), ("Name 1", "Jane"), ("Group Type", "Entity")],
    &[("Group ID", "3")],
    &[("Name 6", "NOBODY"), ("Group ID", "")],
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tamis_testkit::data::workspace().join("corpus/lists/uk-conlist-xlsx");
    let more = [COLUMNS.as_slice(), &["Remark"]].concat();
    for (case, columns, rows) in [
        ("names", COLUMNS.as_slice(), NAMES),
        ("persons", &COLUMNS, PERSONS),
        ("unknown", &more, UNKNOWN),
        ("other-header", &COLUMNS[..30], PERSONS),
    ] {
        fs::create_dir_all(folder.join(case))?;
        fs::write(folder.join(case).join("input.xlsx"), workbook(columns, rows)?)?;
    }
    Ok(())
}

fn workbook(columns: &[&str], rows: &[Row]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(2023, 6, 5)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, "Last Updated")?;
    // a day as a day, not as text: both occur
    let day = Format::new().set_num_format("dd/mm/yyyy");
    sheet.write_with_format(0, 1, &made, &day)?;
    for (column, name) in (0..).zip(columns) {
        sheet.write(1, column, *name)?;
        for (number, row) in (2..).zip(rows) {
            let said = row.iter().find(|(of, _)| of == name);
            let usual = || USUAL.iter().find(|(of, _)| of == name);
            if let Some((_, text)) = said.or_else(usual) {
                sheet.write(number, column, *text)?;
            }
        }
    }
    workbook.save_to_buffer()
}
