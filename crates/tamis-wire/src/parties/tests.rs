//! Files of parties in each form, encoding and damage.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;

fn told_with(input: &[u8], options: &PartyReadOptions) -> String {
    let mut told = String::new();
    let mut reader = match read(input, options) {
        Ok(reader) => reader,
        Err(error) => return format!("error: {error}\n"),
    };
    let _ = write!(told, "{}", reader.format().word());
    if let Some(encoding) = reader.encoding() {
        let _ = write!(told, " {encoding}");
    }
    told.push('\n');
    for row in reader.by_ref() {
        match row {
            Ok(PartyRow::Party(read)) => tell(&mut told, &read),
            Ok(PartyRow::Rejected(row)) => {
                let _ = writeln!(told, "{}: rejected: {}", row.row, row.reason);
            }
            Err(error) => {
                let _ = writeln!(told, "error: {error}");
            }
        }
    }
    if !reader.unused().is_empty() {
        let _ = writeln!(told, "unused: {}", reader.unused().join(", "));
    }
    told
}

fn tell(told: &mut String, read: &ReadParty) {
    let party = &read.party;
    let _ = write!(told, "{}: {}", read.row, party.kind.words());
    for name in &party.names {
        let _ = write!(told, " | {}", name.text);
    }
    for birth in &party.births {
        let readings: Vec<String> = birth.readings.iter().map(ToString::to_string).collect();
        let _ = write!(told, " | born {}", readings.join(" or "));
    }
    for place in &party.birthplaces {
        let _ = write!(told, " | in {}", place.locality.as_deref().unwrap_or("?"));
    }
    for country in &party.nationalities {
        let _ = write!(told, " | of {}", country.as_written);
    }
    if let Some(sex) = party.sex {
        let _ = write!(told, " | {}", sex.words());
    }
    for parent in &party.parents {
        let _ = write!(told, " | {} {}", parent.role.words(), parent.name);
    }
    for identifier in &party.identifiers {
        let _ = write!(told, " | {} {}", identifier.kind.words(), identifier.number);
    }
    for ignored in &read.ignored {
        let _ = write!(told, " | ignored {}={}", ignored.field, ignored.value);
    }
    told.push('\n');
}

fn told(input: &[u8]) -> String {
    told_with(input, &PartyReadOptions::default())
}

fn check(input: &str, expected: &str) {
    assert_eq!(told(input.as_bytes()), expected, "{input}");
}

#[test]
fn tables_with_headers_of_several_languages() {
    check(
        "full_name,first_name,middle_name,last_name,gender,date_of_birth,place_of_birth,nationality\n\
         ,Jalil,,Testov,male,1984-05-17,\"Utown, Utopia\",uto\n",
        "csv UTF-8\n2: kind not told | Jalil Testov | born 1984-05-17 | in Utown, Utopia | of uto | male\n",
    );
    check(
        "الاسم;تاريخ الميلاد;اسم الأم\r\nجليل تستوف;١٧/٠٥/١٩٨٤;مريم\r\n",
        "csv UTF-8\n2: kind not told | جليل تستوف | born 1984-05-17 | mother مريم\n",
    );
    check(
        "Nachname\tVorname\tGeburtsdatum\tReisepassnummer\tBüro\nTestov\tJalil\t17.05.1984\tU123\t7\n",
        "csv UTF-8\n2: kind not told | Jalil Testov | born 1984-05-17 | passport U123\nunused: Büro\n",
    );
    check(
        "sep=;\nname;type\nTest, Trading;company\n",
        "csv UTF-8\n3: organisation | Test, Trading\n",
    );
}

#[test]
fn bad_rows_are_told_and_reading_goes_on() {
    check(
        "name,dob\nA One,1984\n\"B\" Two,1985\nC Three\nD Four,nineteen\n,1986\nE Five,1987,,\nF Six,1,2,3\n",
        "csv UTF-8\n\
         2: kind not told | A One | born 1984\n\
         3: rejected: in column 1 text follows a closing quotation mark; write a mark inside a quoted cell twice\n\
         4: rejected: the row has 1 cells, the first row names 2 columns\n\
         5: kind not told | D Four | ignored dob=nineteen\n\
         6: rejected: there is no name and no identity number\n\
         7: kind not told | E Five | born 1987\n\
         8: rejected: the row has 4 cells, the first row names 2 columns\n",
    );
}

#[test]
fn encodings_are_told_by_content() {
    let text = "الاسم,الجنسية\nمحمد عبد الرحمن,تونس\n";
    let windows = encoding_rs::WINDOWS_1256.encode(text).0.into_owned();
    let wide: Vec<u8> =
        format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = format!("\u{feff}{text}").into_bytes();
    for (bytes, name) in [(windows, "windows-1256"), (wide, "UTF-16LE"), (marked, "UTF-8")] {
        assert_eq!(
            told(&bytes),
            format!("csv {name}\n2: kind not told | محمد عبد الرحمن | of تونس\n")
        );
    }
    let options =
        PartyReadOptions { encoding: Some("klingon".to_owned()), ..PartyReadOptions::default() };
    assert!(told_with(b"name\nA\n", &options).starts_with("error: `klingon` is no encoding"));
}

#[test]
fn a_row_that_cannot_be_decoded_is_rejected() {
    let reason = "holds bytes that are not valid in UTF-8 (or U+FFFD, which stands for such bytes): name the right encoding with --encoding, or correct the row";
    // The encoding is told by the beginning; these bytes of Windows-1252 come after it.
    let forms: [(&str, &str, &[u8], &str); 3] = [
        ("csv", "name,city\n", b"J\xf6rg Testov,Utown\n", "Jalil Testov,Utown\n"),
        ("csv", "name,city\n", b"\"Jorg Testov\",Z\xfcrich\n", "Jalil Testov,Utown\n"),
        ("jsonl", "", b"{\"name\": \"J\xf6rg Testov\"}\n", "{\"name\": \"Jalil Testov\"}\n"),
    ];
    for (form, header, bad, good) in forms {
        let before = good.repeat(70_000 / good.len() + 1);
        let file = [header.as_bytes(), before.as_bytes(), bad, good.as_bytes()].concat();
        let line = header.lines().count() + before.lines().count() + 1;
        let told = told(&file);
        let rejected: Vec<&str> = told.lines().filter(|line| line.contains("rejected")).collect();
        assert_eq!(rejected, [format!("{line}: rejected: {reason}")], "{form}");
        assert!(!told.contains('\u{fffd}'), "{form}");
        assert!(told.contains(&format!("\n{}: kind not told | Jalil Testov", line + 1)), "{form}");
    }
    let entity =
        b"{\"id\": \"x\", \"schema\": \"Person\", \"properties\": {\"name\": [\"J\xf6rg\"]}}\n";
    let options =
        PartyReadOptions { encoding: Some("utf-8".to_owned()), ..PartyReadOptions::default() };
    assert_eq!(told_with(entity, &options), format!("jsonl UTF-8\n1: rejected: {reason}\n"));
    let options = PartyReadOptions { encoding: Some("windows-1252".to_owned()), ..options };
    assert_eq!(told_with(entity, &options), "jsonl windows-1252\n1: person | Jörg\n");
}

#[test]
fn an_own_mapping_goes_before_the_headers() {
    let with = |pairs: &[&str]| PartyReadOptions {
        mapping: ColumnMapping::from_pairs(pairs.iter().copied()).unwrap(),
        kind: PartyKind::Person,
        ..PartyReadOptions::default()
    };
    let file = b"who,name,when\nJalil Testov,form 7,1984\n";
    assert_eq!(
        told_with(file, &with(&["who=full_name", "#3=birth_date", "name=ignore"])),
        "csv UTF-8\n2: person | Jalil Testov | born 1984\n"
    );
    assert_eq!(
        told_with(file, &with(&["whom=full_name"])),
        "error: the mapping names the column `whom`, which the file does not have; it has `who`, `name`, `when`\n"
    );
    let file = "kind = \"vessel\"\n[columns]\nwho = \"full_name\"\n";
    let mapping = ColumnMapping::from_toml(file).unwrap();
    assert_eq!(mapping.kind, Some(PartyKind::Vessel));
    for (file, part) in [
        ("[columns]\nwho = \"nobody\"", "`nobody` is no field"),
        ("kind = \"ghost\"", "`ghost` is no kind"),
        ("columns = 3", "cannot be read"),
    ] {
        let error = ColumnMapping::from_toml(file).unwrap_err().to_string();
        assert!(error.contains(part), "{error}");
    }
}

#[test]
fn json_lines_in_both_forms() {
    check(
        concat!(
            r#"{"id":"1","kind":"person","names":["Jalil Testov",{"given":"Galil","family":"Testow"}],"births":["1984-05",1985],"parents":[{"role":"mother","name":"Mira"}],"identifiers":[{"kind":"passport","number":"U123","issuer":"UTO"}],"nationality":"UTO","colour":"blue"}"#,
            "\n\nnot json\n[1]\n",
            r#"{"schema":"Person","id":"x-1","properties":{"name":["Jalil Testov"],"fatherName":["Omar"],"birthDate":["1984"],"topics":["role"],"country":["uto"]}}"#,
            "\n",
            r#"{"schema":"Company","properties":{"name":["Testov Trading"],"innCode":["77"],"jurisdiction":["uto"]}}"#,
            "\n",
            r#"{"schema":"Ownership","properties":{"role":["owner"]}}"#,
            "\n{}\n",
        ),
        "jsonl UTF-8\n\
         1: person | Jalil Testov | Galil Testow | born 1984-05 | born 1985 | of UTO | mother Mira | passport U123 | ignored colour=blue\n\
         3: rejected: this is no JSON (expected ident at line 1 column 2); give one object a line\n\
         4: rejected: this is no JSON object; write {\"name\": …}\n\
         5: person | Jalil Testov | born 1984 | father Omar\n\
         6: organisation | Testov Trading | of uto | tax number 77\n\
         7: rejected: the schema `Ownership` names no party; use Person, Company, Organization, LegalEntity, Vessel, Airplane or Thing\n\
         8: rejected: there is no name and no identity number\n\
         unused: country, topics\n",
    );
}

#[test]
fn workbooks() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, header) in ["Ad Soyad", "Doğum Tarihi", "Uyruk"].into_iter().enumerate() {
        sheet.write(0, u16::try_from(column).unwrap(), header).unwrap();
    }
    sheet.write(1, 0, "Jalil Testov").unwrap();
    let day = rust_xlsxwriter::ExcelDateTime::from_ymd(1984, 5, 17).unwrap();
    let format = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd");
    sheet.write_with_format(1, 1, &day, &format).unwrap();
    sheet.write(3, 0, "Mira Testova").unwrap();
    sheet.write(3, 1, 1985).unwrap();
    sheet.write(4, 1, 1986).unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    assert_eq!(
        told(&bytes),
        "xlsx\n\
         2: kind not told | Jalil Testov | born 1984-05-17\n\
         4: kind not told | Mira Testova | born 1985\n\
         5: rejected: there is no name and no identity number\n"
    );
    assert!(told(&bytes[..200]).starts_with("error: the workbook is damaged"));
    let limits = PartyLimits { workbook_bytes: 100, ..PartyLimits::default() };
    let options = PartyReadOptions { limits, ..PartyReadOptions::default() };
    assert!(told_with(&bytes, &options).contains("the limit of 100 bytes"));
}

#[test]
fn what_is_no_file_of_parties_is_told_with_a_remedy() {
    for (input, part) in [
        (&b""[..], "the input is empty"),
        (b"  \n\n", "the input is empty"),
        (b"[{}]", "a JSON array; give one object a line"),
        (b"<html>", "a page or an XML file; give a table"),
        (b"%PDF-1.7", "a PDF; give the table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old or protected workbook; save it"),
        (b"colour,shape\nred,round\n", "it has `colour`, `shape`; map one"),
        (b"\"name\"x,dob\n", "line 1: the row with the names of the columns cannot be read"),
    ] {
        let told = told(input);
        assert!(told.starts_with("error: ") && told.contains(part), "{told}");
    }
}

#[test]
fn the_test_files_of_yente_are_read_whole() {
    // the treated file has a date that does not exist: 1974-01-32
    for (file, rows, unreadable_dates) in [
        ("names/perturbed_un_treated.csv", 342, 1),
        ("names/perturbed_un_untreated.csv", 342, 0),
        ("names/synthetic_negatives_global.csv", 25_000, 0),
    ] {
        let Some(path) = tamis_testkit::require_data!(file) else { continue };
        let input = std::fs::File::open(path).unwrap();
        let reader = read(input, &PartyReadOptions::default()).unwrap();
        assert_eq!(reader.unused(), Vec::<&str>::new());
        let (mut read, mut ignored) = (0, Vec::new());
        for row in reader {
            match row.unwrap() {
                PartyRow::Party(party) => {
                    read += 1;
                    ignored.extend(party.ignored);
                }
                PartyRow::Rejected(row) => panic!("{file} {}: {}", row.row, row.reason),
            }
        }
        assert_eq!(read, rows, "{file}");
        assert!(ignored.iter().all(|value| value.field == "date_of_birth"), "{file} {ignored:?}");
        assert_eq!(ignored.len(), unreadable_dates, "{file} {ignored:?}");
    }
}

proptest! {
    #[test]
    fn any_bytes_end_in_rows_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        told(&bytes);
    }

    #[test]
    fn any_table_ends(body in "[,;|\"\n\r A-Cя<١.{}:\\[\\]]{0,200}") {
        told(format!("name,dob,id\n{body}").as_bytes());
    }

    #[test]
    fn any_json_ends(body in r#"[{}\[\]":,a-c0-9\n]{0,100}"#) {
        told(format!("{{\"name\":{body}").as_bytes());
        told(format!(r#"{{"schema":"Person","properties":{{"name":{body}}}}}"#).as_bytes());
    }
}
