//! Fields of lists, and their pieces.

use super::*;

#[test]
fn a_branch_in_parentheses_is_part_of_the_name() {
    for field in [
        "Zarvan Bank (Bangladesh branch)",
        "Zarvan Bank (Succursale de Paris)",
        "Банк Зарван (Филиал в Минске)",
    ] {
        let pieces = split_field(field);
        assert_eq!(pieces.len(), 1, "{field}: {pieces:?}");
        assert!(pieces[0].span.len() >= field.len() - 1, "{field}");
    }
}

#[test]
fn no_introduction_is_overlooked() {
    for (words, _) in INTRODUCTIONS {
        assert!(
            signs::may_split(words) && signs::may_split(&words.to_ascii_uppercase()),
            "{words}"
        );
    }
}

#[track_caller]
fn check(field: &str, pieces: &[(&str, FieldMarker)]) {
    let found: Vec<_> =
        split_field(field).into_iter().map(|piece| (&field[piece.span], piece.marker)).collect();
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
            ("هيئة", Parenthesis),
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
