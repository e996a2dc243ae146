//! `tamis organisations …`

use crate::program::Desk;

#[test]
fn without_lists_the_dossiers_answer_and_say_so() {
    let desk = Desk::empty();
    for name in ["Daesh", "ISIS", "ИГИЛ", "داعش", "Islamic State", "ISIL", "AQI"] {
        desk.run(&["organisations", "search", name])
            .ends_with(0)
            .prints("isil  Islamic State in Iraq and the Levant")
            .prints("un:QDe.115")
            .prints("no list is imported: the dossiers answer alone");
    }
    for name in
        ["IS", "ИГ", "DAEŞ", "EIIL", "l'État islamique", "تنظيم الدولة", "דאעש", "伊斯兰国", "MSC"]
    {
        desk.run(&["organisations", "search", name])
            .ends_with(0)
            .prints("isil  Islamic State in Iraq and the Levant  (ISIL; listed as Al-Qaida in Iraq)\n  through");
    }
    for (name, organisation) in [
        ("ISKP", "isil-khorasan"),
        ("IS-K", "isil-khorasan"),
        ("ولاية خراسان", "isil-khorasan"),
        ("ISWAP", "isil-west-africa"),
        ("ISGS", "isil-greater-sahara"),
    ] {
        desk.run(&["organisations", "search", name])
            .ends_with(0)
            .prints(&format!("a name of\n\n{organisation}  "));
    }
    desk.run(&["organisations", "search", "ISIS in Yemen"])
        .ends_with(0)
        .prints("isil-yemen")
        .prints("un:QDe.166");
    desk.run(&["organisations", "search", "Utopian Lifeboat Society"])
        .ends_with(0)
        .prints("no dossier has the name Utopian Lifeboat Society");
}

#[test]
fn another_day_gives_another_answer_which_says_why() {
    let desk = Desk::empty();
    for (day, entry) in [("2014-01-01", "un:QDe.115"), ("2014-06-01", "un:QDe.137")] {
        let run = desk.run(&["organisations", "search", "al-Nusrah", "--as-of", day]).ends_with(0);
        let of_the_day = run.stdout.split("on other days").next().unwrap();
        assert!(of_the_day.contains(entry), "{day}: {}", run.stdout);
        run.prints("from 2013-05-30 to 2014-05-13").prints("un-narrative-115");
    }
    let both = desk.run(&["organisations", "search", "al-Nusrah"]).ends_with(0);
    both.prints("un:QDe.115").prints("un:QDe.137");
}

#[test]
fn lists_are_looked_into_where_there_are_any() {
    let desk = Desk::with_lists();
    desk.run(&["organisations", "search", "AQI"])
        .ends_with(0)
        .prints("un:QDe.115  AL-QAIDA IN IRAQ; since 2004-10-18; bears AQI")
        .prints("un of 2026-02-02");
    desk.run(&["organisations", "search", "Daesh"])
        .ends_with(0)
        .prints("bears no such name: the dossier leads there");
    // a day before the samples: each list is named that has nothing for it
    desk.run(&["organisations", "search", "AQI", "--as-of", "2014-01-01"])
        .ends_with(0)
        .prints("not un: its earliest snapshot is of 2026-02-02");
}

#[test]
fn the_register_tells_who_designated_whom_on_which_day() {
    let desk = Desk::empty();
    desk.run(&["organisations", "designations", "isil", "--as-of", "2014-01-01"])
        .ends_with(0)
        .prints("designated by an act of its own: US, CA, AU, TR, UN, EU\n")
        .prints("only through another designation: GB, FR, NL, BE, DE\n")
        .prints("through Al Qa'ida, proscribed as a whole")
        .prints("--details shows each act")
        .prints("never passes to a person");
    // a line for each jurisdiction, and for each what it stands under
    let short = desk.run(&["organisations", "designations", "isil"]).ends_with(0).stdout;
    let lines = short.split("\nsources").next().unwrap().lines().count();
    assert!(lines < 60, "{lines} lines:\n{short}");
    desk.run(&["organisations", "designations", "isil", "--details"])
        .ends_with(0)
        .prints("remedy: application to the Minister, then judicial review");
    desk.run(&["organisations", "designations", "Daesh", "--as-of", "2016-06-07"])
        .ends_with(0)
        .prints("borne out by an act of its own: US, CA, GB, AU, TR, EG, AE, IN, ID, RU\n")
        .prints("left out, though with an act of its own: UN, EU, DE, SA\n")
        .prints("UNATTRIBUTED");
}

#[test]
fn a_dossier_shows_statements_side_by_side() {
    let desk = Desk::empty();
    desk.run(&["organisations", "show", "isil"])
        .ends_with(0)
        .prints("founded (statements contradict each other)")
        .prints("2006-10-15, merger of 11 radical Sunni groups")
        .prints("1999, roots in Jama'at al-Tawhid wal-Jihad")
        .prints("explained by what it was on that day: the listed entity is the predecessor")
        .prints("as of 2016-06-07, when the source was published");
    desk.run(&["organisations", "show", "isil", "--as-of", "2005-01-01"])
        .ends_with(0)
        .prints("Islamic State of Iraq  (en, called itself so; not yet: from 2006-10-15")
        .prints("no longer: from 2003-06~ to 2004-10");
}

#[test]
fn contradictions_need_no_list_and_use_those_that_are_there() {
    let desk = Desk::empty();
    desk.run(&["organisations", "contradictions", "isil"])
        .ends_with(0)
        .prints("the dossier: founded")
        .prints("no list is imported");
    let desk = Desk::with_lists();
    desk.run(&["organisations", "contradictions", "un:QDe.115"]).ends_with(0).prints("18 names");
    let all = desk.run(&["organisations", "contradictions", "isil", "--all"]).ends_with(0);
    all.prints("al-Zarqawi network  (ENTITY_ALIAS[15])");
}

#[test]
fn answers_look_as_committed() {
    let desk = Desk::empty();
    for (name, words) in [
        ("search", &["search", "al-Nusrah", "--as-of", "2014-01-01"][..]),
        ("designations", &["designations", "nusrah", "--as-of", "2014-06-01"]),
        ("designations_details", &["designations", "nusrah", "--as-of", "2014-06-01", "--details"]),
        ("show", &["show", "isil-west-africa"]),
    ] {
        let words = [&["organisations"], words].concat();
        insta::assert_snapshot!(name, desk.run(&words).ends_with(0).stdout);
    }
}

#[test]
fn json_says_the_same() {
    let desk = Desk::with_lists();
    let search = desk.run(&["--json", "organisations", "search", "داعش"]).ends_with(0).json();
    assert_eq!(search["found"][0]["organisation"]["id"], "isil");
    assert_eq!(search["found"][0]["through"][0]["statement"]["basis"]["mark"], "computed");
    let un = &search["found"][0]["entries"][0];
    assert_eq!((&un["entry"], &un["looked_into"]), (&"un:QDe.115".into(), &true.into()));
    assert_eq!(un["listed"]["heading"], "AL-QAIDA IN IRAQ");
    let register = desk
        .run(&["organisations", "designations", "isil", "--as-of", "2014-01-01", "--json"])
        .ends_with(0)
        .json();
    let own: Vec<&str> = register["jurisdictions"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["standing"] == "own")
        .map(|one| one["code"].as_str().unwrap())
        .collect();
    assert_eq!(own, ["US", "CA", "AU", "TR", "UN", "EU"]);
    let dossier = desk.run(&["organisations", "show", "isil", "--json"]).ends_with(0).json();
    let unattributed = dossier["statements"].as_array().unwrap().iter();
    assert!(unattributed.filter(|one| one["origin"] == "unattributed").count() >= 5);
    let contradictions =
        desk.run(&["organisations", "contradictions", "isil", "--json"]).ends_with(0).json();
    assert_eq!(contradictions["conflicts"][0]["property"], "founded");
}

#[test]
fn what_is_not_there_is_told_with_a_remedy() {
    let desk = Desk::empty();
    desk.run(&["organisations", "show", "utopians"])
        .ends_with(1)
        .says("no dossier is called `utopians`")
        .says("remedy: ask `tamis organisations search NAME`");
    desk.run(&["organisations", "show", "un:QDi.001"]).ends_with(1).says("no dossier is called");
    desk.run(&["organisations", "search", "AQI", "--as-of", "2014"]).ends_with(2);
    desk.run(&["organisations", "search"]).ends_with(2).says("<NAME>");
    for nothing in ["", "   ", "😀"] {
        for command in ["search", "show", "designations", "contradictions"] {
            desk.run(&["organisations", command, nothing])
                .ends_with(1)
                .says("has no letter and no digit")
                .says("remedy: give the name of an organisation");
        }
    }
    let lists = Desk::with_lists();
    let later = ["--as-of", "2999-01-01"];
    for words in [["search", "AQI"], ["designations", "isil"], ["show", "isil"]] {
        lists
            .run(&[&["organisations"], &words[..], &later[..]].concat())
            .ends_with(1)
            .says("has not come yet");
    }
}
