//! Fields of lists, and their pieces.

use super::*;

#[test]
fn a_branch_in_parentheses_is_part_of_the_name() {
    for field in [
        "Zarvan Bank (Bangladesh branch)",
        "Zarvan Bank (Succursale de Paris)",
        "Банк Зарван (Филиал в Минске)",
    ] {
        let pieces = split_field(field, NameKind::Organisation);
        assert_eq!(pieces.len(), 1, "{field}: {pieces:?}");
        assert!(pieces[0].span.len() >= field.len() - 1, "{field}");
    }
}

#[test]
fn no_introduction_is_overlooked() {
    for line in table::lines() {
        let words = line.words;
        let is_word = matches!(line.place, Place::Anywhere | Place::Sign);
        assert!(
            !is_word || signs::may_split(words) && signs::may_split(&words.to_ascii_uppercase()),
            "{words}"
        );
    }
}

#[track_caller]
fn check(field: &str, pieces: &[(&str, FieldMarker)]) {
    check_as(NameKind::Person, field, pieces);
}

#[track_caller]
fn check_as(kind: NameKind, field: &str, pieces: &[(&str, FieldMarker)]) {
    let found: Vec<_> = split_field(field, kind)
        .into_iter()
        .map(|piece| (&field[piece.span], piece.marker))
        .collect();
    assert_eq!(found, pieces, "{field}");
}

#[test]
fn fields_of_lists() {
    use FieldMarker::{Alias, Enumerated, First, Former, Listed, Parenthesis, Quoted, Remark};
    check("", &[]);
    check(" Hasan ", &[("Hasan", First)]);
    check("--", &[("--", First)]);
    check("Ghailani, Ahmed", &[("Ghailani, Ahmed", First)]);
    check("A B; C D ;", &[("A B", First), ("C D", Listed)]);
    check("a) Maulavi, b) Mullah", &[("Maulavi", Enumerated), ("Mullah", Enumerated)]);
    check("(1) X Y (2) Z", &[("X Y", Enumerated), ("Z", Enumerated)]);
    check("Moustafa dit Abu Ali", &[("Moustafa", First), ("Abu Ali", Alias)]);
    check("Dit Khan", &[("Dit Khan", First)]);
    check("\u{200f}Aka Maysur\u{200e}", &[("\u{200f}Aka Maysur\u{200e}", First)]);
    check("Hasan alias Ali ALIAS Umar", &[("Hasan", First), ("Ali", Alias), ("Umar", Alias)]);
    check(
        "Nik Mohammad (previously listed as Nik M.)",
        &[("Nik Mohammad", First), ("Nik M.", Former)],
    );
    check("Aw-Mohamed \"Godane\"", &[("Aw-Mohamed", First), ("Godane", Quoted)]);
    check("\"GODANE\"", &[("GODANE", Quoted)]);
    check("Juan “Chapo” Guzman", &[("Juan “Chapo” Guzman", First), ("Chapo", Quoted)]);
    check(
        "Tahrir (HTS) (هيئة (original script); Hayat; Hayet)",
        &[
            ("Tahrir", First),
            ("HTS", Parenthesis),
            ("هيئة", Remark),
            ("original script", Remark),
            ("Hayat", Listed),
            ("Hayet", Listed),
        ],
    );
    check("Hasan\n        Ali", &[("Hasan\n        Ali", First)]);
    check("Hasan better known as Gurg", &[("Hasan", First), ("Gurg", Alias)]);
    check("حسن المعروف أبو علي", &[("حسن", First), ("أبو علي", Alias)]);
    check("المعتز حسن", &[("المعتز حسن", First)]);
    check("Иван он же Гурген", &[("Иван", First), ("Гурген", Alias)]);
    check("Hasan a/k/a Ali", &[("Hasan", First), ("Ali", Alias)]);
    check(
        "Kim Ji-ho (1) Kim Jiho (2) Gim",
        &[("Kim Ji-ho", First), ("Kim Jiho", Enumerated), ("Gim", Enumerated)],
    );
    check("Malias Dita", &[("Malias Dita", First)]);
}

#[test]
fn counted_names() {
    use FieldMarker::{Enumerated, First};
    check(
        "1. Nabil Zoghlami 2. Torjan Wardak",
        &[
            ("1. Nabil Zoghlami 2. Torjan Wardak", First),
            ("Nabil Zoghlami", First),
            ("Torjan Wardak", Enumerated),
        ],
    );
    check(
        "i) Zia Kochai ii) Noor Zaman",
        &[("Zia Kochai", Enumerated), ("Noor Zaman", Enumerated)],
    );
    check(
        "A. Nabil Zoghlami B. Torjan Wardak",
        &[
            ("A. Nabil Zoghlami B. Torjan Wardak", First),
            ("Nabil Zoghlami", First),
            ("Torjan Wardak", Enumerated),
        ],
    );
    // initials, and what counts nothing
    for field in [
        "A. B. Smith",
        "A. Smith B. Jones",
        "A. Maria Garcia B. Lopez",
        "I. Ivanov",
        "1. Brigade",
        "1.5 Brigade",
        "A. Ibrahim Musa C. Bello Umar",
    ] {
        check(field, &[(field, First)]);
    }
    for field in ["A. Schulman Holding B. Braun Melsungen", "A. B. C. Trading"] {
        check_as(NameKind::Organisation, field, &[(field, First)]);
    }
}

#[test]
fn one_name_or_the_other() {
    use FieldMarker::{Alternative, First};
    for word in ["or", "ou", "oder", "или", "أو", "veya", "atau"] {
        let field = format!("Nabil Zoghlami {word} Torjan Wardak");
        let two = [(&*field, First), ("Nabil Zoghlami", First), ("Torjan Wardak", Alternative)];
        check(&field, &two);
        check_as(NameKind::Organisation, &field, &[(&field, First)]);
    }
    check(
        "NABIL ZOGHLAMI OR TORJAN WARDAK",
        &[
            ("NABIL ZOGHLAMI OR TORJAN WARDAK", First),
            ("NABIL ZOGHLAMI", First),
            ("TORJAN WARDAK", Alternative),
        ],
    );
    for field in [
        "Or Yehuda Cohen",
        "Tal Haim Or Ben David",
        "Yosef Or",
        "Ou Yang Feng",
        "Moha ou Hammou",
        "Orlando Ortega Ouattara",
        "Ludwig von und zu Stein",
        "José Ortega y Gasset",
        "Company A or B",
    ] {
        check(field, &[(field, First)]);
    }
    for field in
        ["Bread or Death", "Children of Life or Light of Mercy", "Black or White Trading Company"]
    {
        check_as(NameKind::Vessel, field, &[(field, First)]);
        check_as(NameKind::Organisation, field, &[(field, First)]);
    }
}

#[test]
fn signs_that_no_name_has() {
    use FieldMarker::{First, Listed};
    check("Nabil Zoghlami = Torjan", &[("Nabil Zoghlami", First), ("Torjan", Listed)]);
    check("Nabil Zoghlami | Torjan", &[("Nabil Zoghlami", First), ("Torjan", Listed)]);
    check("Zia Karokhel\\Noor Kochai", &[("Zia Karokhel", First), ("Noor Kochai", Listed)]);
    check_as(NameKind::Vessel, "M\\V Neka", &[("M\\V Neka", First)]);
    check_as(NameKind::Vessel, "M/V Neka", &[("M/V Neka", First)]);
    check_as(NameKind::Organisation, "E=MC Trading", &[("E=MC Trading", First)]);
}

#[test]
fn words_at_the_beginning() {
    use FieldMarker::{Alias, First, Former};
    check("fka Nabil Zoghlami", &[("Nabil Zoghlami", Former)]);
    check("aka Nabil Zoghlami", &[("Nabil Zoghlami", Alias)]);
    check("Nabil t/n Torjan", &[("Nabil", First), ("Torjan", Alias)]);
    check("Nabil vulgo Torjan", &[("Nabil", First), ("Torjan", Alias)]);
    check("Набиль по прозвищу Джордж", &[("Набиль", First), ("Джордж", Alias)]);
    for field in ["Aka Maysur", "AKA MAYSUR", "aka maysur", "Fkair Dobrev", "Vulgo Silva"] {
        check(field, &[(field, First)]);
    }
    check_as(NameKind::Vessel, "Nom de Guerre", &[("Nom de Guerre", First)]);
}

#[test]
fn names_in_two_scripts() {
    use FieldMarker::{First, OtherScript};
    for (one, other) in [
        ("Ziyad Ghannam", "زياد غنام"),
        ("زياد غنام", "Ziyad Ghannam"),
        ("Громов Валерий", "Gromov Valery"),
        ("Ri Yong Ho", "리영호"),
        ("리영호", "李英浩"),
        ("Nguyễn Văn Hùng", "阮文雄"),
    ] {
        for sign in [" ", " - ", ", "] {
            let field = format!("{one}{sign}{other}");
            check(&field, &[(&field, First), (one, First), (other, OtherScript)]);
        }
    }
    for field in [
        "Сlаudе Моrеаu",
        "Jackie 成",
        "Dr. زياد غنام",
        "زياد Ghannam Ziyad",
        "田中 マリア",
        "Nguyễn Văn Hùng",
        "Αλέξης Τσίπρας",
    ] {
        check(field, &[(field, First)]);
    }
    check_as(NameKind::Organisation, "ООО Gazprom Export", &[("ООО Gazprom Export", First)]);
}

#[test]
fn births_and_given_names() {
    use FieldMarker::{First, Parenthesis, Remark};
    for birth in
        ["né le 3 mai 1970", "born May 3 1970", "DOB: 1970", "geb. 3.5.1970", "مواليد ١٩٧٠"]
    {
        let field = format!("Lotfi Bouzidi, {birth}");
        check(&field, &[(&field, First), ("Lotfi Bouzidi", First)]);
    }
    for field in
        ["Darwish geb. Kellil, Salma", "Salma Darwish née Kellil", "Max Born", "Bornu Ali 3"]
    {
        check(field, &[(field, First)]);
    }
    check_as(NameKind::Vessel, "Sea Born 3", &[("Sea Born 3", First)]);
    check(
        "Zoghlami (Nabil)",
        &[("Zoghlami (Nabil", First), ("Zoghlami", First), ("Nabil", Parenthesis)],
    );
    check("Zarvan (003)", &[("Zarvan", First), ("003", Remark)]);
    check_as(NameKind::Vessel, "Neka (Zarvan)", &[("Neka", First), ("Zarvan", Parenthesis)]);
}

#[test]
fn labelled_parts() {
    let names = |field: &str| -> Vec<String> {
        names_of_field(field, NameKind::Person).iter().map(|name| name.text().to_owned()).collect()
    };
    assert_eq!(names("nom: Zoghlami prénom: Nabil"), ["Nabil Zoghlami"]);
    assert_eq!(names("NOM : ZOGHLAMI, PRÉNOMS : NABIL ALI"), ["NABIL ALI ZOGHLAMI"]);
    assert_eq!(
        names("Фамилия: Громов Имя: Валерий Отчество: Петрович"),
        ["Валерий Петрович Громов"]
    );
    assert_eq!(names("Surname: A Given name: B; Surname: C Given name: D"), ["B A", "D C"]);
    assert_eq!(names("Name: Nabil Zoghlami"), ["Nabil Zoghlami"]);
    assert_eq!(names("nom: Zoghlami"), ["Zoghlami"]);
    assert_eq!(names("Nom Prénom"), ["Nom Prénom"]);
    assert_eq!(names("First Name Trading"), ["First Name Trading"]);
}

#[test]
fn odd_fields_end_soon_and_lose_nothing() {
    use FieldMarker::First;
    check("1. 2. 3.", &[("1. 2. 3.", First)]);
    check("or", &[("or", First)]);
    check("né le 3", &[("né le 3", First)]);
    for unit in ["1. ", "or ", "(", "nom: ", "= ", "Hasan Ali or ", "Hasan زياد ", "\u{200f}", "  "]
    {
        let field = unit.repeat(10_000);
        let pieces = split_field(&field, NameKind::Person);
        assert!(pieces.iter().all(|piece| piece.span.end <= field.len()), "{unit}");
    }
}

#[test]
fn damaged_fields_are_repaired_first() {
    let names = |field: &str| -> Vec<String> {
        names_of_field(field, NameKind::Person).iter().map(|name| name.text().to_owned()).collect()
    };
    assert_eq!(names("Nabil&nbsp;Zoghlami"), ["Nabil Zoghlami"]);
    assert_eq!(names("JÃ¼rgen MÃ¶ller; Torjan"), ["Jürgen Möller", "Torjan"]);
    assert_eq!(names("Nabil & Torjan; Ali"), ["Nabil & Torjan", "Ali"]);
}
