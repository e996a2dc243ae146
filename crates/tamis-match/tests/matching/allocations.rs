//! A comparison allocates nothing, but for what `docs/MATCHING.md` names.

use allocation_counter::measure;
use tamis_match::{AnalysedRecord, Policy, compare};
use tamis_model::{Party, PartyKind};

use super::party;

#[path = "../../benches/pairs/mix.rs"]
#[expect(clippy::indexing_slicing, reason = "a mix for measuring")]
mod mix;

/// The pairs that allocate when they are compared for the second time, with how often.
fn allocating(pairs: &[[Party; 2]]) -> Vec<(&[Party; 2], u64)> {
    let policy = Policy::vetting();
    let analysed = |party| AnalysedRecord::of_party(party, &policy).unwrap();
    let mut found = Vec::new();
    for pair in pairs {
        let [one, other] = pair.each_ref().map(analysed);
        let compared = || {
            std::hint::black_box(compare(&one, &other, &policy));
            std::hint::black_box(compare(&other, &one, &policy));
        };
        // tables are made when they are first asked
        compared();
        let count = measure(compared).count_total;
        if count > 0 {
            found.push((pair, count));
        }
    }
    found
}

/// More than sixteen letters in two neighbours, more than ten words, several names in a field: what is made of them
/// does not stand in place.
fn is_long(party: &Party) -> bool {
    party.names.iter().any(|name| {
        let words: Vec<&str> = name.text.split_whitespace().collect();
        let length = |two: &[&str]| two.iter().map(|word| word.chars().count()).sum::<usize>();
        words.len() > 10 || name.text.contains('(') || words.windows(2).any(|two| length(two) > 16)
    })
}

#[test]
fn usual_names_are_compared_without_an_allocation() {
    for (first, second) in [(1, 1), (3, 5)] {
        let pairs = mix::mix(first, second);
        let found = allocating(&pairs);
        let usual: Vec<_> = found.iter().filter(|(pair, _)| !pair.iter().any(is_long)).collect();
        assert!(usual.is_empty(), "{first} and {second} names: {usual:#?}");
        // and of the others few do
        let share = found.len() * 100 / pairs.len();
        assert!(share < 2, "{first} and {second} names: {} of {}", found.len(), pairs.len());
    }
}

#[test]
fn neighbours_are_compared_as_one_word_without_an_allocation() {
    let pairs = [
        ["Yun Ho Jin", "Yunhojin"],
        ["ben Ghalem", "Benghalim"],
        ["Mokhtar bin al-Mukhtar", "Mokhtar Belmokhtar"],
        ["عبد الرحمن نضال الربيع", "Abdurrahman Nidalalrabii"],
        ["승우 김", "Seung Woo Kim"],
        ["Абдурахманов Мухаммадали", "Muhammad Ali Abdurrahmanov"],
    ];
    let pairs = pairs.map(|pair| pair.map(|name| party(PartyKind::Person, name)));
    assert!(allocating(&pairs).is_empty());
}

#[test]
fn letters_of_arabic_are_compared_without_an_allocation() {
    let pairs = [
        ["سمير حداد", "سامر حداد"],
        ["فريدة حداد", "فريد حداد"],
        ["سميرة حداد", "Samir Haddad"],
        ["Сергей Торжанов", "Сяргей Торжанов"],
        ["Igor Torzhanov Vladimirovich", "I. Torzhanov"],
    ];
    let pairs = pairs.map(|pair| pair.map(|name| party(PartyKind::Person, name)));
    let found = allocating(&pairs);
    assert!(found.is_empty(), "{found:#?}");
}
