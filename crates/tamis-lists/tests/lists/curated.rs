//! The small tables that ship: each row has its source; that of the US is what OFAC's file says.

use tamis_lists::curated::{Rows, TABLES, curated};
use tamis_lists::{ReadOptions, Reading, SourceFile};
use tamis_model::NameGrade;
use tamis_testkit::{data, require_data};

fn read(list: &str, rows: Rows) -> Reading {
    let table = curated(list).unwrap();
    let mapping = table.mapping(rows);
    let files = [
        SourceFile { name: "table.tsv", bytes: table.rows.as_bytes() },
        SourceFile { name: "mapping.toml", bytes: mapping.as_bytes() },
    ];
    tamis_lists::read(&files, &ReadOptions::default(), &mut |_| {}).unwrap()
}

#[test]
fn rows_have_sources_and_those_from_memory_are_off() {
    for table in TABLES {
        let mut memory = 0;
        for row in table.rows.lines().skip(1) {
            let cells: Vec<&str> = row.split('\t').collect();
            let [reference, name, _, _, date, kind, _, mark, source] = cells.as_slice() else {
                panic!("{}: {row}", table.list)
            };
            assert!(!reference.is_empty() && !name.is_empty() && !source.is_empty(), "{row}");
            assert_eq!(date.is_empty(), kind.is_empty(), "{row}");
            assert!(["S", "C", "M"].contains(mark), "{row}");
            memory += u64::from(*mark == "M");
        }
        let sourced = read(table.list, Rows::Sourced);
        assert_eq!(sourced.account.refused.len() as u64, memory, "{}", table.list);
        assert_eq!(sourced.list.as_str(), table.list);
        assert_eq!(sourced.published.unwrap().to_string(), table.day);
        let all = read(table.list, Rows::All);
        assert!(all.account.refused.is_empty());
        assert_eq!(all.account.entries, sourced.account.entries + memory);
        for entry in &sourced.entries {
            assert!(entry.notes.iter().any(|note| note.field == "source"), "{}", entry.id);
        }
        // T3: each of the four lists the organisation of the article
        let names = ["Islamic State", "Islamic State of Iraq and the Levant"];
        let there = sourced.entries.iter().any(|entry| {
            entry
                .names
                .iter()
                .any(|name| names.iter().any(|it| it.eq_ignore_ascii_case(&name.text)))
        });
        assert!(there, "{}", table.list);
    }
}

/// The rows of the US table, as they follow from OFAC's file: the entries of the programme FTO.
fn rows_of_ofac(ofac: &Reading) -> String {
    let mut text =
        "reference\tname\taliases\tweak aliases\tdate\tkind of date\tinstrument\tmark\tsource\n"
            .to_owned();
    for entry in ofac.entries.iter().filter(|it| it.programmes.iter().any(|it| it == "FTO")) {
        let (mut others, mut weak): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
        for name in entry.names.iter().filter(|name| name.grade != NameGrade::Primary) {
            let names = if name.grade == NameGrade::Weak { &mut weak } else { &mut others };
            if name.text != entry.heading() && !names.contains(&name.text.as_str()) {
                names.push(&name.text);
            }
        }
        // the one whose day is told in a source
        let (date, kind, source) = if &*entry.id.reference == "8759" {
            (
                "2004-12-17",
                "effective",
                "; day: designations.md, Country Reports on Terrorism (refworld), then as Al-Qaida in Iraq",
            )
        } else {
            ("", "", "")
        };
        text.push_str(&format!(
            "{}\t{}\t{}\t{}\t{date}\t{kind}\tINA section 219\tC\tOFAC SDN list of 2021-03-10, programme FTO{source}\n",
            entry.id.reference,
            entry.heading(),
            others.join("; "),
            weak.join("; ")
        ));
    }
    text
}

#[test]
fn the_table_of_the_us_is_what_ofac_says() {
    let Some(path) = require_data!("lists/ofac/sdn-2021-03-10.xml") else { return };
    let bytes = std::fs::read(path).unwrap();
    let files = [SourceFile { name: "sdn.xml", bytes: &bytes }];
    let ofac = tamis_lists::read(&files, &ReadOptions::default(), &mut |_| {}).unwrap();
    let expected = rows_of_ofac(&ofac);
    assert_eq!(expected.lines().count(), 1 + 74);
    let table = curated("us-fto").unwrap();
    if std::env::var_os("TAMIS_WRITE").is_some() {
        let path = data::workspace().join("crates/tamis-lists/curated/us-fto.tsv");
        std::fs::write(path, &expected).unwrap();
        return;
    }
    assert!(
        table.rows == expected,
        "write it anew: TAMIS_WRITE=1 cargo test -p tamis-lists curated"
    );
}
