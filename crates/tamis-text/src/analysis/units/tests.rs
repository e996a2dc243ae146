//! Words that are one part, and articles that hang on the word before.

use crate::{Article, NameKind, PartClass, analyse};

/// Parts as "latin:Class", joined by blanks.
fn shown(text: &str, kind: NameKind) -> String {
    let name = analyse(text, kind).unwrap();
    let parts = name.parts.iter().map(|part| match part.class {
        PartClass::Plain => part.latin.to_string(),
        class => format!("{}:{class:?}", part.latin),
    });
    parts.collect::<Vec<_>>().join(" ")
}

#[test]
fn articles_that_hang_on_the_word_before() {
    for (text, parts) in [
        ("Sirajul Haq Momand", "siraj haq momand:Tribe"),
        ("Siraj al-Haqq Momand", "siraj haqq momand:Tribe"),
        ("Noorul Huda", "noor huda"),
        ("Nuruz Zaman", "nur zaman"),
        ("Harunur Rashid", "harun rashid"),
        ("Zainal Abidin", "zain abidin"),
        ("Islam Nazrul", "islam nazr"),
        ("হাবিবুর রহমান", "habiburrahaman:Given"),
        ("সিরাজুল ইসলাম", "siraj isalam"),
        ("জিয়াউল হক", "zia hak"),
        ("নজরুল ইসলাম", "nazr isalam"),
        ("लुत्फुर रहमान", "lutphurrahaman:Given"),
        ("Lutfar Rahman", "lutfarrahman:Given"),
        ("Nurulhuda Momand", "nurulhuda momand:Tribe"),
        ("Nurul", "nurul"),
        // names that end so by themselves
        ("Rasul Bakhsh", "rasul bakhsh"),
        ("Gul Ahmad", "gul ahmad"),
        ("Maqbul Hussain", "maqbul hussain"),
        ("Mansur Rahman", "mansur rahman"),
        ("Bahadur Shah", "bahadur shah"),
        ("Mateus Silva", "mateus silva"),
        ("Yunus Salim", "yunus salim"),
        ("Raul Lopez", "raul lopez"),
        ("Faisal Ahmad", "faisal ahmad"),
        ("Artur Rasizade", "artur rasizade"),
        ("Ertugrul Gazi", "ertugrul gazi"),
    ] {
        assert_eq!(shown(text, NameKind::Person), parts, "{text}");
    }
    let name = analyse("Sirajul Haq", NameKind::Person).unwrap();
    assert_eq!(name.parts[1].article, Article::OnWordBefore("ul"));
    assert_eq!(
        shown("Nurul Huda Foundation", NameKind::Organisation).split(' ').next(),
        Some("nurul")
    );
}

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
