//! `tamis compare`

use crate::program::Desk;

#[test]
fn two_names_are_shown_part_by_part() {
    let desk = Desk::empty();
    desk.run(&["compare", "Mohamed Abderrahmane", "محمد عبد الرحمن"])
        .ends_with(0)
        .prints("a hit")
        .prints("transliteration")
        .prints("vetting-1");
    desk.run(&["compare", "Jonas Linden", "محمد عبد الرحمن"]).ends_with(0).prints("no hit");
}

#[test]
fn json_is_one_object_whose_evidence_makes_the_score() {
    let desk = Desk::empty();
    let told = desk.run(&["compare", "--json", "Saif al-Din", "Seif Eddine"]).ends_with(0).json();
    assert!(told["score"].as_f64().unwrap() > 0.0);
    assert!(!told["evidence"].as_array().unwrap().is_empty());
}

#[test]
fn entries_and_records_of_files_can_be_named() {
    let desk = Desk::with_lists();
    desk.write("party.json", r#"{"name": "Kamal Bouziri", "birth_date": "2 Nov 1968"}"#);
    desk.run(&["compare", "@party.json", "un:UTi.005"])
        .ends_with(0)
        .prints("KAMEL BEN TAHAR BOUZIRI")
        .prints("same day");
    desk.run(&["compare", "eu:EU.90001.11", "un:UTi.001"]).ends_with(0).prints("a hit");
    desk.run(&["compare", "@none.json", "x"]).ends_with(1).says("can't read none.json");
    desk.write("bad.json", "{\"name\": ");
    desk.run(&["compare", "@bad.json", "x"]).ends_with(1).says("bad.json");
    desk.run(&["compare", "un:UTi.999", "x"]).ends_with(1).says("un:UTi.999");
    // Without lists a name can be compared, an entry can't.
    Desk::empty().run(&["compare", "un:UTi.001", "x"]).ends_with(1).says("import one first");
}

#[test]
fn pairs_keep_their_columns_and_get_score_and_hit() {
    let desk = Desk::empty();
    desk.write(
        "pairs.csv",
        "case,name1,name2,schema,dob1,dob2,label\n\
         a,Salman al-Rawi|Selman Raoui,Salman Muhammad al-Rawi,Person,17 May 1971,1971,yes\n\
         b,Jonas Linden,\"Li, Wei\",person,1965|1966,1960 to 1962,no\n\
         c,,nobody,entity,,,\n\
         d,Utopia Star 8,Utopia Star 7,vessel,,,no\n",
    );
    let run = desk
        .run(&["compare", "--pairs", "pairs.csv", "--out", "scores.csv"])
        .ends_with(3)
        .says("3 pairs compared")
        .says("1 rows were rejected: scores.csv.rejects.csv");
    assert_eq!(run.stdout, "");
    let scores = desk.read("scores.csv");
    let rows: Vec<&str> = scores.lines().collect();
    assert_eq!(rows[0], "case,name1,name2,schema,dob1,dob2,label,score,hit");
    assert!(rows[1].starts_with("a,") && rows[1].ends_with(",true"), "{scores}");
    assert!(rows[2].starts_with("b,") && rows[2].ends_with(",false"), "{scores}");
    assert!(rows[3].starts_with("c,") && rows[3].ends_with(",,,,"), "{scores}");
    assert!(rows[4].starts_with("d,") && rows[4].ends_with(",false"), "{scores}");
    let printed = desk.run(&["compare", "--pairs", "pairs.csv", "--rejects", "r.csv"]).ends_with(3);
    assert_eq!(printed.stdout, scores);
    let dash = desk.run(&["compare", "--pairs", "pairs.csv", "--out", "-"]).ends_with(3);
    assert_eq!(dash.says("pairs.csv.rejects.csv").stdout, scores);
    assert!(!desk.path("-").exists());
    desk.write("none.csv", "one,two\nx,y\n");
    desk.run(&["compare", "--pairs", "none.csv"]).ends_with(1).says("name1");
}
