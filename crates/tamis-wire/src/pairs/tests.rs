//! Pairs of names in, the same rows with scores out.

use proptest::prelude::*;
use tamis_model::Score;

use super::*;

fn scored(input: &str) -> String {
    let mut reader = read_pairs(input.as_bytes()).unwrap();
    let mut out = Vec::new();
    let mut scores = PairScores::new(&mut out, reader.header()).unwrap();
    for row in reader.by_ref() {
        match row.unwrap() {
            PairRow::Pair { left, right, cells, .. } => {
                let told = |party: &tamis_model::Party| {
                    let names = party.names.len();
                    (names * 1_000 + party.births.len() * 100) as u16
                };
                let score = Score::from_ten_thousandths(told(&left) + told(&right));
                scores.write(&cells, score, left.kind == right.kind).unwrap();
            }
            PairRow::Rejected { cells, .. } => scores.write_unscored(&cells).unwrap(),
        }
    }
    scores.finish().unwrap();
    drop(scores);
    String::from_utf8(out).unwrap()
}

#[test]
fn rows_keep_their_columns_and_get_a_score() {
    assert_eq!(
        scored(
            "case,Name1,name2,schema,dob1,dob2,notes\n\
             1,A One|B One,C One,Person,28 Apr 1937,1965|1966,=x\n\
             2,\"Two, A\",B Two,entity,,1960 to 1962,\"a, b\"\n\
             3,,B Three,Person,,,\n\
             4,A,B\n"
        ),
        "case,Name1,name2,schema,dob1,dob2,notes,score,hit\n\
         1,A One|B One,C One,Person,28 Apr 1937,1965|1966,=x,0.3300,true\n\
         2,\"Two, A\",B Two,entity,,1960 to 1962,\"a, b\",0.2100,true\n\
         3,,B Three,Person,,,,,\n\
         4,A,B,,,,,,\n"
    );
}

#[test]
fn a_row_with_bytes_of_another_encoding_is_rejected_with_its_line() {
    // the beginning is UTF-8; the name of the last row is not
    let mut bytes = format!("name1,name2\n{}", "Zübeyir Aydar,Zübeyir Aydar\n".repeat(4_000));
    bytes.push_str("A,B\n");
    let mut bytes = bytes.into_bytes();
    bytes.extend(b"Z\xfcbeyir Aydar,Aydar\n");
    let rows: Vec<_> = read_pairs(bytes.as_slice()).unwrap().map(Result::unwrap).collect();
    let rejected = rows.iter().filter_map(|row| match row {
        PairRow::Rejected { row, cells } => Some((row.row, cells.len(), row.reason.as_str())),
        PairRow::Pair { .. } => None,
    });
    let rejected: Vec<_> = rejected.collect();
    assert_eq!(rows.len(), 4_002);
    assert!(
        matches!(rejected.as_slice(), [(4_003, 2, reason)] if reason.contains("not valid in")),
        "{rejected:?}"
    );
}

#[test]
fn files_without_two_names_are_refused() {
    let error = read_pairs(&b"name1,dob1\nA,1984\n"[..]).unwrap_err().to_string();
    assert_eq!(error, "the file of pairs has no column `name2`; it has `name1`, `dob1`");
    assert!(matches!(read_pairs(&b""[..]).unwrap_err(), PairReadError::Empty));
}

#[test]
fn the_labelled_pairs_are_read_whole() {
    let file = "names/name_bench_half.csv";
    let Some(path) = tamis_testkit::require_data!(file) else { return };
    let mut pairs = 0;
    for row in read_pairs(std::fs::File::open(path).unwrap()).unwrap() {
        match row.unwrap() {
            PairRow::Pair { ignored, line, .. } => {
                assert_eq!(ignored, [], "line {line}");
                pairs += 1;
            }
            PairRow::Rejected { row, .. } => panic!("{}: {}", row.row, row.reason),
        }
    }
    assert_eq!(pairs, 411);
}

proptest! {
    #[test]
    fn any_bytes_end(body in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut bytes = b"name1,name2,dob1\n".to_vec();
        bytes.extend(body);
        let Ok(reader) = read_pairs(bytes.as_slice()) else { return Ok(()) };
        prop_assert!(reader.count() <= bytes.len());
    }
}
