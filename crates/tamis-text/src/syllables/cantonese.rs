//! Syllables of Cantonese as papers of Hong Kong write them, and as a dictionary does (Jyutping): in classes in
//! which both agree. Source: the romanisation of the Hong Kong government (its list of streets and of names of
//! civil servants), Jyutping of the Linguistic Society of Hong Kong.

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

/// Class, Jyutping, spellings of papers; the empty initial last.
const INITIALS: [(&str, &[&str], &[&str]); 15] = [
    ("q", &["gw", "kw"], &["kw", "gw", "qu"]),
    ("k", &["g", "k"], &["k", "g"]),
    ("p", &["b", "p"], &["p", "b"]),
    ("t", &["d", "t"], &["t", "d"]),
    ("m", &["m"], &["m"]),
    ("f", &["f"], &["f", "ph"]),
    ("ng", &["ng"], &["ng"]),
    ("n", &["n"], &["n"]),
    ("l", &["l"], &["l"]),
    ("h", &["h"], &["h"]),
    ("c", &["z", "c"], &["ch", "tz", "ts", "j", "c"]),
    ("s", &["s"], &["sh", "sz", "s"]),
    ("y", &["j"], &["y"]),
    ("w", &["w"], &["w"]),
    ("", &[""], &[""]),
];

/// Class, Jyutping, spellings of papers.
const FINALS: [(&str, &[&str], &[&str]); 34] = [
    ("a", &["aa", "a"], &["a", "ah", "ar"]),
    ("ai", &["aai", "ai"], &["ai", "aai", "ay", "aye"]),
    ("au", &["aau", "au"], &["au", "ow", "aau"]),
    ("am", &["aam", "am"], &["am", "um", "aam", "om"]),
    ("an", &["aan", "an", "eon", "un", "yun"], &["an", "un", "aan", "uen", "oon", "uan"]),
    ("ang", &["aang", "ang"], &["ang", "aang", "eng"]),
    ("ap", &["aap", "ap"], &["ap", "aap", "up"]),
    ("at", &["aat", "at", "eot", "ut", "yut"], &["at", "ut", "aat", "uet", "oot"]),
    ("ak", &["aak", "ak"], &["ak", "aak", "uck"]),
    ("e", &["e"], &["e", "eh"]),
    ("ang", &["eng"], &[]),
    ("ek", &["ek"], &["ek"]),
    ("i", &["ei", "i"], &["i", "ei", "ee", "ey", "y", "e", "ze"]),
    ("iu", &["iu"], &["iu", "iew", "ew", "io"]),
    ("im", &["im"], &["im", "eem"]),
    ("in", &["in"], &["in", "een", "ean"]),
    ("ing", &["ing"], &["ing"]),
    ("ip", &["ip"], &["ip", "eep"]),
    ("it", &["it"], &["it", "eet"]),
    ("ik", &["ik"], &["ik", "ick"]),
    ("o", &["o", "ou"], &["o", "oh", "or", "ou"]),
    ("oi", &["oi"], &["oi", "oy", "oye"]),
    ("on", &["on"], &["on"]),
    ("ong", &["ong"], &["ong"]),
    ("ot", &["ot"], &["ot"]),
    ("ok", &["ok"], &["ok", "ock"]),
    ("u", &["u", "yu"], &["u", "oo", "ue", "ooi"]),
    ("ui", &["ui", "eoi"], &["ui", "uy"]),
    ("ung", &["ung"], &["ung"]),
    ("uk", &["uk"], &["uk"]),
    ("eu", &["oe", "oet"], &["eu", "oeu"]),
    ("eung", &["oeng"], &["eung", "eong", "iang", "eoung"]),
    ("euk", &["oek"], &["euk", "eok"]),
    ("ng", &["ng", "m"], &["ng"]),
];

type Classes = BTreeMap<String, String>;

fn syllables(of_dictionary: bool) -> Classes {
    let mut classes = Classes::new();
    for (initial, jyutping, papers) in INITIALS {
        for (last, last_jyutping, last_papers) in FINALS {
            let (initials, lasts) =
                if of_dictionary { (jyutping, last_jyutping) } else { (papers, last_papers) };
            for one in initials {
                for other in lasts {
                    // Tse, 謝, and Tze, 子: the vowel of the first is e
                    let last = if *other == "e" { "e" } else { last };
                    classes.entry(format!("{one}{other}")).or_insert(format!("{initial}{last}"));
                }
            }
        }
    }
    if !of_dictionary {
        // 子, 紫; 施; 余, 於
        for (spelled, kept) in
            [("tsz", "ci"), ("tze", "ci"), ("sze", "si"), ("yu", "yu"), ("yue", "yu")]
        {
            classes.insert(spelled.to_owned(), kept.to_owned());
        }
    }
    classes
}

static JYUTPING: LazyLock<Classes> = LazyLock::new(|| syllables(true));
static PAPERS: LazyLock<Classes> = LazyLock::new(|| syllables(false));

/// What is kept of a syllable of Jyutping without its tone.
pub(super) fn kept_of_jyutping(syllable: &str) -> Option<String> {
    JYUTPING.get(syllable).cloned()
}

/// What is kept of a word that papers write, and how many syllables it has.
pub(super) fn kept(word: &str) -> Option<(String, usize)> {
    (1..=16).contains(&word.len()).then(|| cut(word))?
}

fn cut(word: &str) -> Option<(String, usize)> {
    if word.is_empty() {
        return Some((String::new(), 0));
    }
    (1..=6.min(word.len())).rev().find_map(|length| {
        let (first, rest) = word.split_at_checked(length)?;
        let first = PAPERS.get(first)?;
        let (rest, syllables) = cut(rest)?;
        (syllables < 3).then(|| (format!("{first}{rest}"), syllables + 1))
    })
}

/// Family names of Hong Kong and Macau as papers write them.
pub(super) const FAMILIES: [&str; 84] = [
    "chan", "wong", "leung", "cheung", "lam", "ng", "ho", "lee", "lau", "cheng", "chow", "chau",
    "yeung", "tang", "chung", "tsang", "yip", "lai", "kwok", "mak", "so", "poon", "fung", "yuen",
    "ma", "lo", "law", "hui", "tse", "tam", "chiu", "yu", "siu", "choi", "au", "kwan", "pang",
    "lui", "fong", "wu", "woo", "cheuk", "chu", "yau", "mok", "ko", "liu", "hung", "tsui", "tong",
    "kong", "wan", "shek", "lok", "yim", "tsoi", "ip", "lok", "kan", "szeto", "ouyang", "sze",
    "suen", "to", "tung", "ngai", "mui", "kam", "cheong", "leong", "loke", "chui", "yung", "kwong",
    "sin", "luk", "fan", "man", "hau", "ting", "li", "tso", "yam", "chong",
];

static FAMILY_CLASSES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    FAMILIES.iter().filter_map(|family| kept(family)).map(|(kept, _)| kept).collect()
});

/// Whether a word may be the name of a family of Hong Kong.
pub(super) fn is_family(latin: &str) -> bool {
    kept(latin).is_some_and(|(kept, _)| FAMILY_CLASSES.contains(&kept))
}
