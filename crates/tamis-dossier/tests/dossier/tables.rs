//! Tables that are wrong are refused as a whole, with file, line, column and remedy.

use tamis_dossier::{Knowledge, TableFile};

const SOURCES: &str = "id\tkind\ttitle\tpublished\taddress\n\
    paper\tpress\tThe Paper\t2015\t\n";
const JURISDICTIONS: &str = "code\tname\tkind\nUN\tUnited Nations\torganisation of states\n";
const REGIMES: &str =
    "regime\tjurisdiction\tfield\tvalue\tbasis\nun.list\tUN\tlist\tThe List\tseen:paper\n";
const DESIGNATIONS: &str = "act\torganisation\tregime\tkind\tdate\tuntil\tname\tcoverage\tentry\tbasis\tnote\n\
    club.un\tclub\tun.list\tdecided\t2015-01-02\t\tThe Club\town\tun:XXe.001\tseen:paper\t\n";
const ORGANISATIONS: &str = "organisation\ttitle\tnote\nclub\tThe Club\t\n";
const STATEMENTS: &str = "organisation\tproperty\tvalue\tlanguage\tdetail\tfrom\tto\tbasis\torigin\tnote\n\
    club\tname\tThe Club\ten\town\t2014\t..\tseen:paper\titself\t\n";

const FILES: [(&str, &str); 6] = [
    ("sources.tsv", SOURCES),
    ("jurisdictions.tsv", JURISDICTIONS),
    ("regimes.tsv", REGIMES),
    ("designations.tsv", DESIGNATIONS),
    ("organisations.tsv", ORGANISATIONS),
    ("statements.tsv", STATEMENTS),
];

/// Reads the small tables with one text in one of them replaced.
fn read(file: &str, from: &str, to: &str) -> Result<Knowledge, String> {
    let texts: Vec<(&str, String)> = FILES
        .iter()
        .map(|(name, text)| {
            if *name == file {
                assert!(text.contains(from), "{file} has no {from:?}");
                (*name, text.replacen(from, to, 1))
            } else {
                (*name, (*text).to_owned())
            }
        })
        .collect();
    let files: Vec<TableFile<'_>> =
        texts.iter().map(|(name, text)| TableFile { name, text }).collect();
    Knowledge::read(&files).map_err(|error| error.to_string())
}

#[test]
fn the_tables_that_ship_are_right() {
    let knowledge = Knowledge::shipped().map_err(ToString::to_string).unwrap();
    assert!(knowledge.organisations().len() >= 12);
    assert!(knowledge.statements().len() >= 250);
    assert!(knowledge.jurisdictions().len() >= 20);
}

#[test]
fn no_source_is_kept_that_nothing_names() {
    let tables = [
        include_str!("../../data/regimes.tsv"),
        include_str!("../../data/designations.tsv"),
        include_str!("../../data/statements.tsv"),
    ];
    let sources =
        include_str!("../../data/sources.tsv").lines().filter(|line| !line.starts_with('#'));
    for line in sources.skip(1) {
        let id = line.split('\t').next().unwrap();
        let named = |table: &&str| {
            let mut cells = table.lines().flat_map(|line| line.split('\t'));
            cells.any(|cell| cell.split_once(':').is_some_and(|(_, source)| source == id))
        };
        assert!(tables.iter().any(named), "{id} is named by no row");
    }
}

#[test]
fn small_tables_are_read() {
    assert!(read("sources.tsv", "The Paper", "The Other Paper").is_ok());
}

#[test]
fn what_is_wrong_is_told_with_its_place_and_a_remedy() {
    let check = |file: &str, from: &str, to: &str, expected: &str| {
        assert_eq!(read(file, from, to).unwrap_err(), expected, "{file}: {from} -> {to}");
    };
    check(
        "statements.tsv",
        "seen:paper",
        "seen:peper",
        "statements.tsv, line 2, basis: `peper` is in no row of sources.tsv; add it there, or mend the id",
    );
    check(
        "statements.tsv",
        "2014\t..",
        "2014\t2013-05",
        "statements.tsv, line 2, to: the time ends on 2013-05, before it begins on 2014; exchange or mend them",
    );
    check(
        "statements.tsv",
        "seen:paper\titself",
        "seen:paper\t",
        "statements.tsv, line 2, origin: the cell is empty; it has to say something",
    );
    check(
        "statements.tsv",
        "seen:paper\titself",
        "memory\titself",
        "statements.tsv, line 2, origin: `itself` stands here, but the statement is from memory; leave the cell \
         empty",
    );
    check(
        "statements.tsv",
        "\ten\t",
        "\t\t",
        "statements.tsv, line 2, language: the cell is empty; it has to say something",
    );
    check(
        "statements.tsv",
        "club\tname",
        "klub\tname",
        "statements.tsv, line 2, organisation: `klub` is in no row of organisations.tsv; add it there, or mend \
         the id",
    );
    check(
        "designations.tsv",
        "decided",
        "resolved",
        "designations.tsv, line 2, kind: `resolved` is not known; write one of: enacted, decided, published, \
         effective, announced, alias_added",
    );
    check(
        "designations.tsv",
        "2015-01-02",
        "02/01/2015",
        "designations.tsv, line 2, date: `02/01/2015` is not a date; write 2014-05-14, 2014-05, 2014, 2014~ or \
         [2014-05-14..2014-05-15]",
    );
    check(
        "designations.tsv",
        "un:XXe.001",
        "XXe.001",
        "designations.tsv, line 2, entry: `XXe.001` is not an entry; write list:reference, such as un:QDe.115",
    );
    check(
        "designations.tsv",
        "\town\t",
        "\tthrough:un.other\t",
        "designations.tsv, line 2, coverage: `un.other` is in no row of regimes.tsv; add it there, or mend the id",
    );
    check(
        "designations.tsv",
        "decided\t2015-01-02",
        "decided\t",
        "designations.tsv, line 2, date: the cell is empty; it has to say something",
    );
    check(
        "sources.tsv",
        "\t2015\t\n",
        "\t2015\t\npaper\tpress\tAgain\t\t\n",
        "sources.tsv, line 3, id: `paper` stands twice, first in line 2; give one another id, or remove it",
    );
    let own = "club\tlisted_as\tun:XXe.001\t\t\t\t..\tseen:paper\titself\t\n";
    check(
        "statements.tsv",
        "itself\t\n",
        &format!("itself\t\n{own}{own}"),
        "statements.tsv, line 4, value: `un:XXe.001` stands twice, first in line 3; give one another id, or \
         remove it",
    );
    check(
        "regimes.tsv",
        "seen:paper\n",
        "seen:paper\tmore\n",
        "regimes.tsv, line 2, regime: the row has 6 cells of 5; separate them by tabs, empty ones too",
    );
    check(
        "jurisdictions.tsv",
        "UN\tUnited",
        "un\tUnited",
        "jurisdictions.tsv, line 2, code: `un` is not known; write one of: two capital letters: ISO 3166-1 \
         alpha-2, UN, EU",
    );
    check(
        "organisations.tsv",
        "organisation\ttitle\tnote",
        "organisation\ttitle",
        "organisations.tsv, line 1, organisation: the header is `organisation, title`; write the columns: \
         organisation, title, note",
    );
}
