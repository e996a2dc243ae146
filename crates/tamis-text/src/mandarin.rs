//! Chinese syllables: each character is a letter of the name, and another syllable another name, however
//! near the letters are (Yan, Yun; Qiang, Cheng). Knows no weights.
//!
//! Only where both sides are syllables of Mandarin can that be told: Kwong and Chiu are readings of the
//! south. What two systems write differently is one here: Wade-Giles and older habits have one letter for
//! pairs of initials (ch for zh, ch, j, q), and many speakers part neither sh from s nor ng from n.

/// The syllables of Mandarin in pinyin, sorted (Xinhua Zidian; the table of Hanyu Pinyin, ISO 7098).
const SYLLABLES: [&str; 399] = [
    "a", "ai", "an", "ang", "ao", "ba", "bai", "ban", "bang", "bao", "bei", "ben", "beng", "bi",
    "bian", "biao", "bie", "bin", "bing", "bo", "bu", "ca", "cai", "can", "cang", "cao", "ce",
    "cen", "ceng", "cha", "chai", "chan", "chang", "chao", "che", "chen", "cheng", "chi", "chong",
    "chou", "chu", "chuai", "chuan", "chuang", "chui", "chun", "chuo", "ci", "cong", "cou", "cu",
    "cuan", "cui", "cun", "cuo", "da", "dai", "dan", "dang", "dao", "de", "dei", "deng", "di",
    "dian", "diao", "die", "ding", "diu", "dong", "dou", "du", "duan", "dui", "dun", "duo", "e",
    "ei", "en", "er", "fa", "fan", "fang", "fei", "fen", "feng", "fo", "fou", "fu", "ga", "gai",
    "gan", "gang", "gao", "ge", "gei", "gen", "geng", "gong", "gou", "gu", "gua", "guai", "guan",
    "guang", "gui", "gun", "guo", "ha", "hai", "han", "hang", "hao", "he", "hei", "hen", "heng",
    "hong", "hou", "hu", "hua", "huai", "huan", "huang", "hui", "hun", "huo", "ji", "jia", "jian",
    "jiang", "jiao", "jie", "jin", "jing", "jiong", "jiu", "ju", "juan", "jue", "jun", "ka", "kai",
    "kan", "kang", "kao", "ke", "ken", "keng", "kong", "kou", "ku", "kua", "kuai", "kuan", "kuang",
    "kui", "kun", "kuo", "la", "lai", "lan", "lang", "lao", "le", "lei", "leng", "li", "lia",
    "lian", "liang", "liao", "lie", "lin", "ling", "liu", "long", "lou", "lu", "luan", "lun",
    "luo", "lv", "ma", "mai", "man", "mang", "mao", "me", "mei", "men", "meng", "mi", "mian",
    "miao", "mie", "min", "ming", "miu", "mo", "mou", "mu", "na", "nai", "nan", "nang", "nao",
    "ne", "nei", "nen", "neng", "ni", "nian", "niang", "niao", "nie", "nin", "ning", "niu", "nong",
    "nou", "nu", "nuan", "nuo", "nv", "o", "ou", "pa", "pai", "pan", "pang", "pao", "pei", "pen",
    "peng", "pi", "pian", "piao", "pie", "pin", "ping", "po", "pou", "pu", "qi", "qia", "qian",
    "qiang", "qiao", "qie", "qin", "qing", "qiong", "qiu", "qu", "quan", "que", "qun", "ran",
    "rang", "rao", "re", "ren", "reng", "ri", "rong", "rou", "ru", "ruan", "rui", "run", "ruo",
    "sa", "sai", "san", "sang", "sao", "se", "sen", "seng", "sha", "shai", "shan", "shang", "shao",
    "she", "shei", "shen", "sheng", "shi", "shou", "shu", "shua", "shuai", "shuan", "shuang",
    "shui", "shun", "shuo", "si", "song", "sou", "su", "suan", "sui", "sun", "suo", "ta", "tai",
    "tan", "tang", "tao", "te", "teng", "ti", "tian", "tiao", "tie", "ting", "tong", "tou", "tu",
    "tuan", "tui", "tun", "tuo", "wa", "wai", "wan", "wang", "wei", "wen", "weng", "wo", "wu",
    "xi", "xia", "xian", "xiang", "xiao", "xie", "xin", "xing", "xiong", "xiu", "xu", "xuan",
    "xue", "xun", "ya", "yan", "yang", "yao", "ye", "yi", "yin", "ying", "yo", "yong", "you", "yu",
    "yuan", "yue", "yun", "za", "zai", "zan", "zang", "zao", "ze", "zei", "zen", "zeng", "zha",
    "zhai", "zhan", "zhang", "zhao", "zhe", "zhen", "zheng", "zhi", "zhong", "zhou", "zhu", "zhua",
    "zhuan", "zhuang", "zhui", "zhun", "zhuo", "zi", "zong", "zou", "zu", "zuan", "zui", "zun",
    "zuo",
];

/// Initials and what they are one with, the longest first.
const INITIALS: [(&str, u8); 21] = [
    ("zh", b'c'),
    ("ch", b'c'),
    ("sh", b's'),
    ("b", b'p'),
    ("p", b'p'),
    ("m", b'm'),
    ("f", b'f'),
    ("d", b't'),
    ("t", b't'),
    ("n", b'n'),
    ("l", b'l'),
    ("g", b'k'),
    ("k", b'k'),
    ("h", b'h'),
    ("j", b'c'),
    ("q", b'c'),
    ("x", b's'),
    ("r", b'r'),
    ("z", b'c'),
    ("c", b'c'),
    ("s", b's'),
];

/// The most letters of a syllable.
const MOST_LETTERS: usize = 6;

/// Most characters of a word that is cut.
const MOST_CHARACTERS: usize = 2;

/// Whether a word is so many syllables of Mandarin.
#[must_use]
pub fn is_mandarin(latin: &str, syllables: usize) -> bool {
    if syllables == 0 || latin.is_empty() {
        return syllables == 0 && latin.is_empty();
    }
    latin.len() <= MOST_LETTERS * syllables
        && beginnings(latin).any(|(_, rest)| is_mandarin(rest, syllables - 1))
}

/// Whether the reading of some Chinese characters and a romanised word are other syllables: the word can
/// be cut into as many of Mandarin, and in no cut are they those of the reading.
#[must_use]
pub fn are_other_mandarin(reading: &str, latin: &str, characters: usize) -> bool {
    // families and own names have one character or two; more write the sounds of foreign ones (Obama)
    (1..=MOST_CHARACTERS).contains(&characters)
        && is_mandarin(reading, characters)
        && if is_mandarin(latin, characters) {
            !may_be(reading, latin, characters)
        } else {
            // one syllable for two characters: 苡安 is Yi'an, and no Yin
            characters == 2 && is_mandarin(latin, 1)
        }
}

/// Whether two words can be cut into so many syllables that are one by one the same.
fn may_be(one: &str, other: &str, syllables: usize) -> bool {
    if syllables == 0 {
        return one.is_empty() && other.is_empty();
    }
    beginnings(one).any(|(first, rest)| {
        beginnings(other).any(|(other_first, other_rest)| {
            sounds(first).eq(sounds(other_first)) && may_be(rest, other_rest, syllables - 1)
        })
    })
}

/// The syllables that a word may begin with, and what is left of it.
fn beginnings(word: &str) -> impl Iterator<Item = (&str, &str)> {
    (1..=MOST_LETTERS.min(word.len())).filter_map(move |length| {
        let (first, rest) = word.split_at_checked(length)?;
        SYLLABLES.binary_search(&first).is_ok().then_some((first, rest))
    })
}

/// The initial by its class and the final without the g of ng.
fn sounds(syllable: &str) -> impl Iterator<Item = u8> {
    let known = INITIALS
        .iter()
        .find_map(|(letters, class)| Some((*class, syllable.strip_prefix(letters)?)));
    let (initial, last) = known.map_or((None, syllable), |(class, last)| (Some(class), last));
    let last = last.strip_suffix("ng").map_or((last, false), |stem| (stem, true));
    initial.into_iter().chain(last.0.bytes()).chain(last.1.then_some(b'n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_sorted() {
        assert!(SYLLABLES.is_sorted_by(|one, other| one < other));
    }

    #[test]
    fn other_syllables_are_told_and_spellings_are_not() {
        for (reading, latin, characters, other) in [
            ("qiang", "cheng", 1, true),
            ("yan", "yun", 1, true),
            ("huang", "han", 1, true),
            ("minghui", "mingguo", 2, true),
            ("zhang", "chang", 1, false),
            ("zhang", "zang", 1, false),
            ("lin", "ling", 1, false),
            ("li", "li", 1, false),
            ("huang", "wong", 1, false),
            ("xian", "xian", 2, false),
            ("yian", "yin", 2, true),
            ("yian", "yian", 2, false),
            ("zhenyang", "mao", 2, true),
            ("jianhua", "chianhua", 2, false),
            ("guanhong", "kamkong", 2, false),
            ("ming", "ming hui", 1, false),
            ("aobama", "obama", 3, false),
            ("", "", 0, false),
        ] {
            let told = are_other_mandarin(reading, latin, characters);
            assert_eq!(told, other, "{reading} {latin}");
        }
    }

    #[test]
    fn words_of_mandarin() {
        for (word, syllables, mandarin) in
            [("wen", 1, true), ("jintao", 2, true), ("smith", 1, false), ("kwok", 1, false)]
        {
            assert_eq!(is_mandarin(word, syllables), mandarin, "{word}");
        }
    }
}
