//! Syllables of Mandarin in pinyin, in Wade-Giles as papers write it (without its marks), and in what newspapers of
//! Taiwan and older times have: in classes, so that what one letter of Wade-Giles stands for is one.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use smallvec::SmallVec;

/// pinyin, spellings of Wade-Giles, Palladius.
pub(super) static TABLE: &str = include_str!("../../data/mandarin.tsv");

/// Rows of the table.
pub(super) fn rows() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut cells = line.split('\t');
        Some((cells.next()?, cells.next()?, cells.next()?))
    })
}

/// What is kept of a syllable, by how it is spelled.
struct Spelled {
    pinyin: HashMap<&'static str, String>,
    wade: HashMap<&'static str, String>,
}

static SPELLED: LazyLock<Spelled> = LazyLock::new(|| {
    let (mut pinyin, mut wade) = (HashMap::new(), HashMap::new());
    for (syllable, spellings, _) in rows() {
        pinyin.insert(syllable, class_of(syllable));
        for spelling in spellings.split(' ').filter(|spelling| !spelling.is_empty()) {
            wade.entry(spelling).or_insert_with(|| class_of(syllable));
        }
    }
    for (spelling, syllable) in TAIWAN {
        wade.entry(spelling).or_insert_with(|| class_of(syllable));
    }
    Spelled { pinyin, wade }
});

/// Other spellings of presidents and passports of Taiwan (Gwoyeu Romatzyh, MPS II, habits).
const TAIWAN: [(&str, &str); 8] = [
    ("jeou", "jiu"),
    ("shui", "shui"),
    ("teng", "deng"),
    ("hui", "hui"),
    ("ing", "ying"),
    ("tsai", "cai"),
    ("hsiu", "xiu"),
    ("chiou", "qiu"),
];

/// Classes of a syllable of pinyin: initials that Wade-Giles writes with one letter are one, and so are ü and u.
fn class_of(syllable: &str) -> String {
    const INITIALS: [(&str, &str); 17] = [
        ("zh", "c"),
        ("ch", "c"),
        ("sh", "s"),
        ("b", "p"),
        ("d", "t"),
        ("g", "k"),
        ("j", "c"),
        ("q", "c"),
        ("x", "s"),
        ("z", "c"),
        ("c", "c"),
        ("s", "s"),
        ("p", "p"),
        ("t", "t"),
        ("k", "k"),
        ("you", "yu"),
        ("yo", "yo"),
    ];
    let known = INITIALS
        .iter()
        .find_map(|(letters, class)| Some((*class, syllable.strip_prefix(letters)?)));
    let (initial, rest) = known.unwrap_or(("", syllable));
    // of zi, ci, si and zhi, chi, shi the vowel is none; of guo and ge Wade-Giles has ko alike
    let rest = match rest {
        "uo" | "e" if initial == "k" => "o",
        "uo" => "o",
        rest => rest,
    };
    format!("{initial}{}", rest.replace('v', "u"))
}

/// The class of a word that is cut into syllables by a table, and how many there are.
fn kept(word: &str, class: &impl Fn(&str) -> Option<&'static str>) -> Option<(String, usize)> {
    if word.is_empty() {
        return Some((String::new(), 0));
    }
    (1..=6.min(word.len())).rev().find_map(|length| {
        let (first, rest) = word.split_at_checked(length)?;
        let first = class(first)?;
        let (rest, syllables) = kept(rest, class)?;
        (syllables < MOST).then(|| (format!("{first}{rest}"), syllables + 1))
    })
}

/// The syllables of a word of pinyin by their rows in the table.
pub(super) type Cut = SmallVec<[usize; 3]>;

/// The syllable of a row.
pub(super) fn syllable(at: usize) -> Option<&'static str> {
    static ALL: LazyLock<Vec<&'static str>> =
        LazyLock::new(|| rows().map(|(syllable, ..)| syllable).collect());
    ALL.get(at).copied()
}

/// Cuts a word of pinyin, the longest syllable first.
pub(super) fn cut(word: &str) -> Option<Cut> {
    static ROWS: LazyLock<HashMap<&'static str, usize>> =
        LazyLock::new(|| rows().enumerate().map(|(at, (syllable, ..))| (syllable, at)).collect());
    if word.is_empty() {
        return Some(Cut::new());
    }
    (1..=6.min(word.len())).rev().find_map(|length| {
        let (first, rest) = word.split_at_checked(length)?;
        let first = *ROWS.get(first)?;
        let mut rest = if word.len() <= LONGEST { cut(rest) } else { None }?;
        (rest.len() < MOST).then(|| rest.insert(0, first))?;
        Some(rest)
    })
}

/// Syllables of one word.
const MOST: usize = 3;
/// Letters of one word.
const LONGEST: usize = 18;

pub(super) fn kept_of_pinyin(word: &str) -> Option<(String, usize)> {
    read(word, &|syllable| SPELLED.pinyin.get(syllable).map(String::as_str))
}

pub(super) fn kept_of_wade(word: &str) -> Option<(String, usize)> {
    read(word, &|syllable| SPELLED.wade.get(syllable).map(String::as_str))
}

pub(super) fn kept_of_either(word: &str) -> Option<(String, usize)> {
    let either = |syllable: &str| {
        let found = SPELLED.wade.get(syllable).or_else(|| SPELLED.pinyin.get(syllable));
        found.map(String::as_str)
    };
    read(word, &either)
}

fn read(word: &str, class: &impl Fn(&str) -> Option<&'static str>) -> Option<(String, usize)> {
    let letters =
        (1..=LONGEST).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_lowercase());
    if letters { kept(word, class) } else { None }
}

/// Family names of most Chinese, in pinyin (the hundred commonest of the census of 2020, Ministry of Public
/// Security, and the double ones that papers have).
const FAMILIES: [&str; 118] = [
    "wang",
    "li",
    "zhang",
    "liu",
    "chen",
    "yang",
    "huang",
    "zhao",
    "wu",
    "zhou",
    "xu",
    "sun",
    "ma",
    "zhu",
    "hu",
    "guo",
    "he",
    "lin",
    "gao",
    "luo",
    "zheng",
    "liang",
    "xie",
    "song",
    "tang",
    "deng",
    "han",
    "feng",
    "cao",
    "peng",
    "zeng",
    "xiao",
    "tian",
    "dong",
    "pan",
    "yuan",
    "cai",
    "jiang",
    "yu",
    "du",
    "ye",
    "cheng",
    "wei",
    "su",
    "lv",
    "ding",
    "ren",
    "lu",
    "yao",
    "shen",
    "zhong",
    "cui",
    "tan",
    "fan",
    "wan",
    "shi",
    "jin",
    "liao",
    "jia",
    "xia",
    "fu",
    "fang",
    "zou",
    "xiong",
    "bai",
    "meng",
    "qin",
    "qiu",
    "hou",
    "yin",
    "xue",
    "yan",
    "duan",
    "lei",
    "long",
    "tao",
    "hao",
    "gu",
    "gong",
    "shao",
    "mao",
    "kong",
    "dai",
    "mo",
    "xiang",
    "chang",
    "wen",
    "kang",
    "niu",
    "shang",
    "xing",
    "qi",
    "an",
    "you",
    "bao",
    "zhuang",
    "yi",
    "nie",
    "zhai",
    "ji",
    "hong",
    "ai",
    "lan",
    "qian",
    "ouyang",
    "situ",
    "shangguan",
    "zhuge",
    "sima",
    "xi",
    "hua",
    "pu",
    "geng",
    "guan",
    "lian",
    "zu",
    "chiang",
    "tse",
];

/// All spellings of these: pinyin, Wade-Giles.
pub(super) fn spellings_of_families() -> impl Iterator<Item = &'static str> {
    let is = |syllable: &str| FAMILIES.contains(&syllable);
    let of_table = rows()
        .filter(move |(syllable, ..)| is(syllable))
        .flat_map(|(_, spellings, _)| spellings.split(' '));
    FAMILIES.into_iter().chain(of_table).chain(TAIWAN.map(|(spelling, _)| spelling))
}

static FAMILY_CLASSES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    FAMILIES.iter().filter_map(|family| kept_of_either(family)).map(|(kept, _)| kept).collect()
});

/// Whether a word may be the name of a Chinese family, in any spelling.
pub(super) fn is_family(latin: &str) -> bool {
    let is = |(kept, _): (String, usize)| FAMILY_CLASSES.contains(&kept);
    kept_of_pinyin(latin).is_some_and(is) || kept_of_wade(latin).is_some_and(is)
}
