//! Words that are one part.

use crate::{NameKind, analyse};

#[test]
fn words_in_the_alphabets_of_sorani_and_uyghur() {
    for (written, latin) in [
        ("ئەحمەد", "ahmad"),
        ("عەبدوڵڵا", "abdulla"),
        ("عەبدولڕەحمان", "abdulrahman"),
        ("سەلاحەدین", "salahuddin"),
        ("ئابدۇقادىر", "abdulqadir"),
        ("ئەركىن", "erkin"),
    ] {
        let [one, other] = [written, latin]
            .map(|word| analyse(word, NameKind::Person).unwrap().parts[0].skeleton.clone());
        assert_eq!(String::from_utf8_lossy(&one), String::from_utf8_lossy(&other), "{written}");
    }
}
