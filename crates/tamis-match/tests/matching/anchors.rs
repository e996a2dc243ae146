//! Pairs that fix the side of the threshold for omission, contradiction, order, script, dates, weak
//! names. Names of listed persons are quoted where the list is the point.

use tamis_model::{HitClass, NameGrade, PartyKind, Threshold};

use super::{compared, graded};

fn check(kind: PartyKind, one: &str, other: &str, expected: Option<HitClass>) {
    let comparison = compared(kind, one, other);
    let got = comparison.reaches(Threshold::DEFAULT).then_some(comparison.class);
    assert_eq!(got, expected, "{one} / {other}: {} {:#?}", comparison.score, comparison.evidence);
}

#[test]
fn persons() {
    use HitClass::{A, B, C, D};
    for (one, other, expected) in [
        // the same in other writings
        ("Salman Muhammad Rawi", "SALMAN MUHAMMAD RAWI", Some(B)),
        ("محمد عبد الرحمن الراوي", "Muhammad Abd al-Rahman al-Rawi", Some(B)),
        ("Мухаммад Абдуррахман Рави", "Mohamed Abderrahmane al-Rawi", Some(B)),
        ("AL RAWI<<MUHAMMAD ABD AL RAHMAN", "Muhammad Abd al-Rahman al-Rawi", Some(B)),
        ("Abdulrahman Qasim", "Abd al-Rahman Qasim", Some(B)),
        ("김정은", "Kim Jong Un", Some(B)),
        ("陈水扁", "Chen Shui-bian", Some(B)),
        // omission of fathers and nisba; of the own name
        ("Saif al-Din al-Rawi", "Saif al-Din Fulayyih Hasan Taha al-Rawi", Some(B)),
        ("Abdul Ghani Baradar", "Abdul Ghani Baradar Abdul Ahmad Turk", Some(B)),
        ("Saddam Hussein al-Tikriti", "Qusay Saddam Hussein al-Tikriti", None),
        ("Raghad Saddam Hussein al-Tikriti", "Rana Saddam Hussein al-Tikriti", None),
        ("Jalaluddin Haqqani", "Sirajuddin Jallaloudine Haqqani", None),
        // order
        ("Tikriti Saddam Hussein", "Saddam Hussein al-Tikriti", Some(B)),
        ("Salman bin Muhammad al-Rawi", "Muhammad bin Salman al-Rawi", None),
        // contradiction
        ("Octavian Scholz", "Olaf Scholz", None),
        ("Angelo Mercaz", "Angela Merkel", None),
        ("John Smith", "John Baker", None),
        ("Fajr Qasim Zubaydi Harbi", "Fajr Qasim Zubaydi Subhi", Some(C)),
        // dates
        ("Fajr Qasim Zubaydi @ 1960-05-04", "Fajr Qasim Zubaydi @ 4 May 1960", Some(A)),
        ("Fajr Qasim Zubaydi @ 1960", "Fajr Qasim Zubaydi @ 4 May 1960", Some(B)),
        ("Fajr Qasim Zubaydi @ 1930-08-09", "Fajr Qasim Zubaydi @ 4 May 1960", Some(D)),
        ("Ahmad Ali @ 1930-08-09", "Ahmad Ali @ 4 May 1960", None),
        // common names are never hidden
        ("Ahmad Ali", "Ahmad Ali", Some(C)),
        ("Ahmad", "Ahmad Ali", None),
        // one word
        ("Zulkarnaen", "Zulkarnaen", Some(C)),
    ] {
        check(PartyKind::Person, one, other, expected);
    }
}

#[test]
fn things() {
    use HitClass::B;
    for (kind, one, other, expected) in [
        (PartyKind::Organisation, "Zubaydi Trading Company", "ZUBAYDI TRADING CO.", Some(B)),
        (PartyKind::Vessel, "Imico Neka 455", "IMICO NEKA 455", Some(B)),
        (PartyKind::Vessel, "Imico Neka 455", "IMICO NEKA 456", None),
        (PartyKind::Organisation, "Bank Melli", "Bank Saderat", None),
        (PartyKind::Organisation, "Société Générale S.A.", "Societe Generale S.A.", Some(B)),
        (PartyKind::Organisation, "AQI", "AQI", None),
    ] {
        check(kind, one, other, expected);
    }
}

#[test]
fn weak_names() {
    for (one, other, grade, expected) in [
        ("Abu Umar", "Abu Umar", NameGrade::Weak, Some(HitClass::E)),
        ("Abu Umar al-Zubaydi", "Abou Omar el Zoubaidi", NameGrade::Weak, Some(HitClass::B)),
        ("Yusuf", "Yusuf", NameGrade::Weak, None),
    ] {
        let comparison = graded(PartyKind::Person, one, other, grade);
        let got = comparison.reaches(Threshold::DEFAULT).then_some(comparison.class);
        assert_eq!(
            got, expected,
            "{one} / {other}: {} {:#?}",
            comparison.score, comparison.evidence
        );
    }
}

#[test]
fn scores_do_not_saturate() {
    let score =
        |one: &str, other: &str| compared(PartyKind::Person, one, other).score.ten_thousandths();
    let common = score("Ahmad Ali", "Ahmad Ali");
    let rare = score("Fajr Zubaydi", "Fajr Zubaydi");
    let dated = score("Fajr Zubaydi @ 1960-05-04", "Fajr Zubaydi @ 1960-05-04");
    assert!(rare >= common + 500, "{common} {rare}");
    assert!(dated >= rare + 200, "{rare} {dated}");
}
