//! The fuzz targets of tables over their committed corpora, on a stable compiler.

use std::fs;

use tamis_testkit::data;

#[path = "../../../../fuzz/src/tables.rs"]
#[expect(unreachable_pub, reason = "the fuzz targets reach it")]
mod tables;

fn each_input(target: &str, run: fn(&[u8])) {
    let folder = data::workspace().join("fuzz/corpus").join(target);
    let inputs: Vec<_> = fs::read_dir(&folder).unwrap().map(|item| item.unwrap().path()).collect();
    assert!(inputs.len() >= 3, "{target} has {} inputs", inputs.len());
    for input in inputs {
        let bytes = fs::read(&input).unwrap();
        run(&bytes);
        // cut anywhere, it is refused or read, and the account holds
        for eighth in 1..8 {
            run(&bytes[..bytes.len() * eighth / 8]);
        }
    }
}

#[test]
fn uk_csv_holds_on_its_corpus() {
    each_input("uk_csv", tables::uk_csv);
}

#[test]
fn uk_xlsx_holds_on_its_corpus() {
    each_input("uk_xlsx", tables::uk_xlsx);
}

#[test]
fn ofac_csv_holds_on_its_corpus() {
    each_input("ofac_csv", tables::ofac_csv);
}

#[test]
fn au_holds_on_its_corpus() {
    each_input("au", tables::au);
}

#[test]
fn id_dttot_holds_on_its_corpus() {
    each_input("id_dttot", tables::id_dttot);
}
