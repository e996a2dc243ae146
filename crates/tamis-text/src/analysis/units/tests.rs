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
        ("Islam Nazrul", "nazr:Given islam:Family"),
        ("Alam Hayrul", "hayr:Given alam:Family"),
        ("Islam Md. Nurul", "md:Given nur islam:Family"),
        ("Rahman Mizanur", "mizanurrahman:Given"),
        ("Rahman Md Mizanur", "md mizanurrahman:Given"),
        ("Rahman Abdul", "abdulrahman:Given"),
        ("Al-Aziz Abd", "abdaziz:Given"),
        ("العزيز عبد", "abdaziz:Given"),
        ("Faridun Nazarov", "faridun nazarov"),
        ("Aynur Rahimova", "aynur rahimova"),
        ("Hamid Abdul", "abdulhamid:Given"),
        ("Ali Hasan Abdul", "ali hasan abdul"),
        ("Maulana Abdul", "abdulmaulana:Given"),
        ("Uddin Hasan", "hasanuddin:Given"),
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
fn names_that_sound_like_the_second_half_of_a_compound() {
    for (text, parts) in [
        ("Ulla Hansen", "ulla hansen"),
        ("Hansen Ulla", "hansen ulla"),
        ("Михалюк Алла", "mikhalyuk alla"),
        ("Habib Ulla Torjan", "habibulla:Given torjan"),
        ("Хабиб-Улла Торджан", "khabibulla:Given tordzhan"),
        ("Rahmat Alla", "rahmatalla:Given"),
        ("Zabih Ulla", "zabihulla:Given"),
    ] {
        let found = shown(text, NameKind::Person);
        assert_eq!(found, parts, "{text}");
    }
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
