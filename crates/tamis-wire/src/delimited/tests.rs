//! Rows as programs write them, as they should not, and any bytes.

use proptest::prelude::*;

use super::*;

fn told(text: &str, limits: RowLimits) -> Vec<String> {
    let mut rows = DelimitedRows::new(text.as_bytes(), b',', limits, 1);
    let mut told = Vec::new();
    while let Some(row) = rows.next_row().unwrap() {
        told.push(match row.cells {
            Ok(cells) => format!("{}: {}", row.line, cells.join("/")),
            Err(fault) => format!("{}: {fault} [{}]", row.line, row.raw),
        });
    }
    told
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(told(text, RowLimits::default()), expected, "{text:?}");
}

#[test]
fn rows_as_programs_write_them() {
    check("a,b\nc,d\n", &["1: a/b", "2: c/d"]);
    check("a,b\r\nc,d", &["1: a/b", "2: c/d"]);
    check("a,b\rc,d\r", &["1: a/b", "2: c/d"]);
    check("a,,\n\n\r\n,b,c", &["1: a//", "4: /b/c"]);
    check("\"a,1\",\"say \"\"b\"\"\"\nc", &["1: a,1/say \"b\"", "2: c"]);
    check("\"two\nlines\",b\nc,d", &["1: two\nlines/b", "3: c/d"]);
    check("Abu \"Omar\" X,b", &["1: Abu \"Omar\" X/b"]);
    check("a, \"b,c\" ,d", &["1: a/b,c/d"]);
    check("", &[]);
}

#[test]
fn a_bad_row_costs_no_other_row() {
    check(
        "\"a\"x,b\nc,d",
        &[
            "1: in column 1 text follows a closing quotation mark; write a mark inside a quoted cell twice [\"a\"x,b]",
            "2: c/d",
        ],
    );
    check(
        "a,\"b\nc,d\ne,f",
        &[
            "1: in column 2 a quotation mark is not closed; close it or write it twice [a,\"b]",
            "2: c/d",
            "3: e/f",
        ],
    );
}

#[test]
fn limits_are_named_and_reading_goes_on() {
    let limits = RowLimits { row_bytes: 20, cell_bytes: 5, cells: 3 };
    assert_eq!(
        told("a,b\naaaaaaaaaaaaaaaaaaaaaaaaaaaa\nbbbbbbb,c\n1,2,3,4\nc,d", limits),
        [
            "1: a/b",
            "2: longer than the limit of 20 bytes for a row [aaaaaaaaaaaaaaaaaaaaaaaaaaaa]",
            "3: column 1 is longer than the limit of 5 bytes for a cell [bbbbbbb,c]",
            "4: more than 3 columns, the limit of a row [1,2,3,4]",
            "5: c/d",
        ]
    );
}

#[test]
fn a_line_without_end_is_not_kept() {
    let text = format!("{}\nb", "a".repeat(5_000_000));
    let mut rows = DelimitedRows::new(text.as_bytes(), b',', RowLimits::default(), 1);
    let row = rows.next_row().unwrap().unwrap();
    assert_eq!(row.cells, Err(RowFault::LongRow { limit: 1 << 20 }));
    assert_eq!(row.raw.len(), RAW_BYTES);
    assert!(rows.buffer.capacity() < 3 << 20);
    assert_eq!(rows.next_row().unwrap().unwrap().cells, Ok(vec!["b".to_owned()]));
}

proptest! {
    #[test]
    fn any_bytes_are_read_to_their_end(bytes in proptest::collection::vec(
        prop_oneof![Just(b'"'), Just(b','), Just(b'\n'), Just(b'\r'), Just(b' '), any::<u8>()], 0..200)
    ) {
        let limits = RowLimits { row_bytes: 40, cell_bytes: 10, cells: 5 };
        let mut rows = DelimitedRows::new(bytes.as_slice(), b',', limits, 1);
        let mut line = 0;
        while let Some(row) = rows.next_row().unwrap() {
            prop_assert!(row.line > line);
            line = row.line;
        }
    }

    #[test]
    fn what_is_quoted_is_read_back(cells in proptest::collection::vec(".{0,20}", 1..5)) {
        let quoted: Vec<String> =
            cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        let text = quoted.join(",");
        let mut rows = DelimitedRows::new(text.as_bytes(), b',', RowLimits::default(), 1);
        prop_assert_eq!(rows.next_row().unwrap().unwrap().cells, Ok(cells));
    }
}
