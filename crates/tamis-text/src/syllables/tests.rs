//! Names of East Asia in several systems beside each other, and names that are none.

use super::*;
use crate::romanisation::romanise;

pub(super) fn of(name: &str) -> SyllablesOfName {
    let words: Vec<(String, String, Script)> = name
        .split(' ')
        .map(|word| {
            let folded = word.to_lowercase();
            let latin = romanise(&folded);
            let script = word.chars().next().map_or(Script::Common, crate::script_of);
            (folded, latin, script)
        })
        .collect();
    let words: Vec<WordOfName<'_>> = words
        .iter()
        .map(|(folded, latin, script)| (folded.as_str(), latin.as_str(), *script))
        .collect();
    syllables_of_name(&words).unwrap_or_default()
}

/// All words of a name as one.
pub(super) fn whole(name: &str) -> Syllables {
    let all = of(name);
    let Some((first, rest)) = all.split_first() else { return Syllables::NONE };
    rest.iter().fold(*first, |whole, next| whole.followed_by(next))
}

#[test]
fn one_name_in_many_systems() {
    for (one, other, meet) in [
        ("mao tse tung", "mao zedong", true),
        ("hsi chin ping", "xi jinping", true),
        ("teng hsiao ping", "deng xiaoping", true),
        ("chou en lai", "zhou enlai", true),
        ("tsai ing wen", "cai yingwen", true),
        ("си цзиньпин", "xi jinping", true),
        ("дэн сяопин", "deng xiaoping", true),
        ("цзян цзэминь", "jiang zemin", true),
        ("мао цзэдун", "毛 泽东", true),
        ("梁 振英", "leung chun ying", true),
        ("黃 之鋒", "wong chi fung", true),
        ("陳 港生", "chan kong sang", true),
        ("董 建華", "tung chee hwa", false),
        ("金 正恩", "kim jong un", true),
        ("金 铁三", "kim chol sam", true),
        ("文 在寅", "moon jae in", true),
        ("ким чен ын", "kim jong un", true),
        ("ким чен ир", "kim jong il", true),
        ("park chung hee", "박 정희", true),
        ("roh moo hyun", "노 무현", true),
        ("yi myong bak", "lee myung bak", true),
        ("zhang wei", "chang wei", true),
        ("zhang qiang", "chang qiang", false),
        ("kim chol sam", "kim chol su", false),
        ("xi jinping", "xi jinping", true),
        ("li na", "li ning", false),
        ("리 용호", "이 용호", true),
        ("choe ryong hae", "최 용해", true),
        ("ro thae u", "노 태우", true),
        ("ryom kyong yop", "yeom gyeong yeop", true),
        ("чан сон тхэк", "jang song thaek", true),
        ("чхве рён хэ", "choe yong hae", true),
        ("цой сон хи", "choe son hui", true),
        ("пак кын хе", "park geun hye", true),
        ("ли ён хо", "ri yong ho", true),
        ("张 成泽", "jang song thaek", true),
        ("чан сон тхэк", "jang song guk", false),
    ] {
        assert_eq!(whole(one).meet(&whole(other)), meet, "{one} {other}");
    }
}

#[test]
fn a_western_name_may_stand_before() {
    let all = of("joshua wong chi fung");
    assert!(
        all.first().is_some_and(Syllables::is_none)
            && all.get(1).is_some_and(|wong| !wong.is_none())
    );
}

#[test]
fn names_of_other_peoples_have_none() {
    for name in
        ["ali hasan", "john smith", "sana amin", "mohamed salah", "иван петров", "vladimir putin"]
    {
        assert!(whole(name).is_none(), "{name}");
    }
}

#[test]
fn neighbours_are_as_one_word() {
    let (apart, together) = (of("kim chol sam"), of("kim cholsam"));
    let run = apart.get(1).zip(apart.get(2)).map(|(one, two)| one.followed_by(two));
    assert_eq!(run.as_ref(), together.get(1));
}
