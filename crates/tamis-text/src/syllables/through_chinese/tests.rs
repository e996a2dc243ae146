//! Names of Koreans beside the pinyin of their characters.

use super::super::tests::{of, whole};
use super::*;

#[test]
fn koreans_through_chinese() {
    for (one, other, meet) in [
        ("jin tiesan", "kim chol sam", true),
        ("jin tie san", "kim cholsam", true),
        ("jiang wenji", "kang mun kil", true),
        ("li yonghao", "ri yong ho", true),
        ("quan ningxi", "kwon yong hui", true),
        ("piao yongzhi", "pak yong ji", true),
        ("cui longhai", "choe ryong hae", true),
        // n and g at the seam are ng, a doubled consonant is one
        ("han xianguo", "han chol min", false),
        ("li jianguo", "ri kongguk", true),
        ("li jianguo", "ri konguk", true),
        // each syllable counts, and so does the family
        ("jin tiesan", "kim chol su", false),
        ("wang tiesan", "kim chol sam", false),
        ("zhang tiesan", "kim chol sam", false),
    ] {
        let [one_words, other_words] = [of(one), of(other)];
        let family = one_words[0].meet_through_chinese(&other_words[0]);
        let own = |words: &SyllablesOfName| {
            let rest = words.iter().skip(1).copied();
            rest.reduce(|whole, next| whole.followed_by(&next)).unwrap()
        };
        let given = own(&one_words).meet_through_chinese(&own(&other_words));
        assert_eq!(family.is_some() && given.is_some(), meet, "{one} {other}");
        let swapped = other_words[0].meet_through_chinese(&one_words[0]);
        assert_eq!(family, swapped, "{one} {other}");
    }
}

#[test]
fn a_family_stands_first_or_last() {
    let [pinyin, korean] = [of("cheng he li"), of("ri song hyok")];
    for (at, other) in [(0, 1), (1, 2), (2, 0)] {
        let readings = pinyin[at].meet_through_chinese(&korean[other]);
        assert!(readings.is_some_and(|count| count < 16), "{at}: {readings:?}");
    }
    let own = pinyin[0].followed_by(&pinyin[1]);
    assert!(own.meet_through_chinese(&korean[1].followed_by(&korean[2])).is_some());
    // a family is part of no longer word
    let [jin, tie] = [of("jin tie san")[0], of("jin tie san")[1]];
    assert_eq!(jin.followed_by(&tie).through_chinese(), None);
}

#[test]
fn names_that_are_not_read_so() {
    // two syllables, four, no family of Koreans, another word, a Western name before it
    for name in ["jin tie", "jin tiesan min", "wang tie wang", "jin tiesam", "joshua jin tiesan"] {
        let all = of(name);
        assert!(all.iter().all(|word| !word.may_be_through_chinese()), "{name}");
    }
}

#[test]
fn two_words_of_pinyin_are_told_by_their_letters() {
    let [one, other] = [of("li yonghao"), of("li yonghu")];
    assert!(one[1].readings_in_common(&other[1]));
    assert_eq!(one[1].meet_through_chinese(&other[1]), None);
    let korean = of("ri yong ho");
    assert_eq!(korean[0].meet_through_chinese(&korean[0]), None);
}

impl Syllables {
    fn readings_in_common(&self, other: &Self) -> bool {
        let other = other.pinyin.readings();
        self.pinyin.readings().iter().any(|kept| other.contains(kept))
    }
}

#[test]
fn numbers_say_all() {
    for name in ["cheng he li", "jin tiesan", "kim chol sam"] {
        for word in of(name) {
            assert_eq!(Syllables::of_numbers(word.as_numbers()), word);
        }
        assert!(!whole(name).is_none() || name == "jin tiesan", "{name}");
    }
}

#[test]
fn syllables_have_few_readings_and_families_their_own() {
    let readings: Vec<usize> = TABLE.iter().map(|syllable| syllable.own.len()).collect();
    assert!(readings.iter().sum::<usize>() > 1_000 && readings.iter().all(|count| *count < 16));
    // all that Koreans read stands in the bits of a word
    assert!(readings.len() < Pinyin::SYLLABLE as usize);
    let family = |pinyin: &str, family: &str| {
        let sounds = KoreanSounds::of_family(family).unwrap().broad();
        assert!(korean_readings_of_family(pinyin).contains(&sounds), "{pinyin} {family}");
    };
    for (pinyin, latin) in [
        ("jin", "kim"),
        ("li", "ri"),
        ("piao", "pak"),
        ("pu", "pak"),
        ("cui", "choe"),
        ("zheng", "jong"),
        ("jiang", "kang"),
        ("zhao", "jo"),
        ("yin", "yun"),
        ("zhang", "jang"),
        ("lin", "rim"),
        ("wu", "o"),
        ("xu", "so"),
        ("xu", "ho"),
        ("quan", "kwon"),
        ("huang", "hwang"),
        ("liu", "ryu"),
        ("shen", "sim"),
    ] {
        family(pinyin, latin);
    }
    let mut all = CHARACTERS_OF_FAMILIES.chars();
    assert!(all.all(|character| sounds_of_family(character).is_some()));
}

#[test]
fn names_are_one_as_a_whole() {
    for (pinyin, korean, one) in [
        ("jin tiesan", "kim chol sam", true),
        ("jin tie san", "cholsam kim", true),
        ("cheng he li", "ri song hyok", true),
        ("jiang wenji", "kang mun kil", true),
        ("jiang wenji", "gang mungil", true),
        ("li yonghao", "lee yong ho", true),
        ("cui longhai", "choe ryong hae", true),
        ("cui longhai", "choi yong hae", true),
        // o is not u here, nor n ng, and a family is one at an end
        ("jin tiesan", "kim chol sun", false),
        ("li yonghao", "ri yong hu", false),
        ("li yonghao", "ri yon ho", false),
        ("zhang xiubo", "paek chang ho", false),
        ("jin tiesan", "kim chol", false),
        ("jin tiesan", "kim", false),
        ("jin tiesan", "", false),
    ] {
        let korean: Vec<&str> = korean.split(' ').collect();
        assert_eq!(are_one_through_chinese(&of(pinyin), &korean), one, "{pinyin} {korean:?}");
    }
}

#[test]
fn characters_are_romanised_as_in_names() {
    for (character, hangul) in characters::readings() {
        for one in hangul.chars().chain([character]) {
            let alone = crate::romanise(one.encode_utf8(&mut [0; 4]));
            assert_eq!(romanise_character(one), alone, "{one}");
        }
    }
}
