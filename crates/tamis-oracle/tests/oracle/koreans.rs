//! Invented names of Koreans, in the letters of Korea, North and South, and as China reads their characters.

use tamis_testkit::generate::Random;

/// Pinyin, Latin letters of the North, Hangul of the North, and Hangul of the South at the beginning of a name.
type Written = [&'static str; 4];

const FAMILIES: [Written; 8] = [
    ["Jin", "Kim", "김", "김"],
    ["Li", "Ri", "리", "이"],
    ["Lu", "Ro", "로", "노"],
    ["Piao", "Pak", "박", "박"],
    ["Cheng", "Song", "성", "성"],
    ["Jiang", "Kang", "강", "강"],
    ["Wang", "Wang", "왕", "왕"],
    ["Han", "Han", "한", "한"],
];

/// Syllables of own names; some words of two sides are alike.
const SYLLABLES: [Written; 18] = [
    ["tie", "chol", "철", "철"],
    ["san", "sam", "삼", "삼"],
    ["cheng", "song", "성", "성"],
    ["he", "hyok", "혁", "혁"],
    ["wen", "mun", "문", "문"],
    ["ji", "kil", "길", "길"],
    ["yong", "yong", "영", "영"],
    ["yuan", "won", "원", "원"],
    ["hao", "ho", "호", "호"],
    ["long", "ryong", "룡", "용"],
    ["long", "yong", "용", "용"],
    ["min", "min", "민", "민"],
    ["guo", "kuk", "국", "국"],
    ["xian", "hyon", "현", "현"],
    ["yi", "il", "일", "일"],
    ["li", "ri", "리", "이"],
    ["yin", "un", "은", "은"],
    ["jun", "kun", "근", "근"],
];

/// One person in several forms, and one of another syllable.
pub(crate) fn forms(random: &mut Random) -> Vec<String> {
    let mut syllable = || *random.pick(&SYLLABLES).unwrap();
    let (first, second, other) = (syllable(), syllable(), syllable());
    let family = *random.pick(&FAMILIES).unwrap();
    let mut forms = Vec::new();
    for side in [0, 1] {
        let [family, first, second, other] = [family, first, second, other].map(|name| name[side]);
        forms.extend([
            format!("{family} {first} {second}"),
            format!("{family} {first}{second}"),
            format!("{first} {second} {family}"),
            format!("{first}-{second} {family}"),
            format!("{family} {first}{other}"),
            format!("{family} {other} {second}"),
            format!("{family} {first}"),
            format!("Joshua {family} {first} {second}"),
            format!("{first}{second}"),
        ]);
    }
    let [north, south] = [2, 3];
    forms.extend([
        format!("{}{}{}", family[north], first[north], second[north]),
        format!("{}{}{}", family[south], first[south], second[north]),
        format!("{} {}{}", family[south], first[north], second[north]),
        format!("{}{}{}", family[north], first[south], other[north]),
    ]);
    forms
}
