//! One name in the spellings of several conventions.

use super::*;

fn check(latin: &str, original: &str, expected: [&str; 5]) {
    let form = NameForm::read(latin, Some(original));
    let mut random = Random::new(1, "check");
    let found: Vec<String> = Convention::ALL[..5]
        .iter()
        .map(|convention| form.spelt(*convention, false, &mut random))
        .collect();
    assert_eq!(found, expected, "{form:?}");
}

#[test]
fn names_by_convention() {
    check(
        "JAMAL ABD-AL-RAHMAN AL-QADI",
        "جمال عبد الرحمن القاضي",
        [
            "Jamal Abd al-Rahman al-Qadi",
            "Jamal 'Abd-al-Rahman al-Qadi",
            "Djamal Abderrahman El Kadi",
            "Dschamal Abd ar-Rahman al-Qadi",
            "Camal Abdurrahman el-Kazi",
        ],
    );
    check(
        "SHUKRI BEN KHALED",
        "شكري بن خالد",
        [
            "Shukri bin Khalid",
            "Shukri Bin Khalid",
            "Choukri Ben Khalid",
            "Schukri ibn Chalid",
            "Şukri bin Halid",
        ],
    );
    check(
        "ABU WALID SALAH AL-DIN",
        "أبو وليد صلاح الدين",
        [
            "Abu Walid Salah al-Din",
            "Abu Walid Salah-al-Din",
            "Abou Oualid Salaheddine",
            "Abu Walid Salah ad-Din",
            "Ebu Valid Salahettin",
        ],
    );
}

#[test]
fn compounds_are_respaced() {
    let form = NameForm::read("Abdelkader Nasrullah", None);
    let mut random = Random::new(1, "respaced");
    assert!(form.has_compound());
    assert_eq!(form.spelt(Convention::French, false, &mut random), "Abdelkader Nasrallah");
    assert_eq!(form.spelt(Convention::French, true, &mut random), "Abd El Kader Nasr Allah");
}
