//! How a syllable of Hangul is written in Latin letters: all that the systems and English habits write. Finer than
//! [`KoreanSounds::broad`](crate::KoreanSounds::broad), for a name through Chinese tells so little that o is not u there.
//!
//! Sources: Revised Romanisation (National Institute of Korean Language), McCune-Reischauer without its marks (Library of
//! Congress), the North's table of 1992; habits as family and own names of lists have them (Young, Hyung, Soo, Hee).

/// By the number of the initial.
const INITIALS: [&[&str]; 19] = [
    &["k", "g"],
    &["kk", "gg", "k", "g"],
    &["n"],
    &["t", "d"],
    &["tt", "dd", "t", "d"],
    &["r", "l"],
    &["m"],
    &["p", "b"],
    &["pp", "bb", "p", "b"],
    &["s", "sh"],
    &["ss", "s"],
    &[""],
    &["ch", "j"],
    &["jj", "tch", "ch", "j"],
    &["ch"],
    &["k", "kh"],
    &["t", "th"],
    &["p", "ph"],
    &["h"],
];

/// By the number of the vowel.
const VOWELS: [&[&str]; 21] = [
    &["a", "ah"],
    &["ae", "ai", "e"],
    &["ya"],
    &["yae", "ye"],
    &["o", "eo", "u"],
    &["e"],
    &["yo", "yeo", "you", "yu", "u"],
    &["ye", "e"],
    &["o", "oh"],
    &["wa"],
    &["wae", "we"],
    &["oe", "oi", "we"],
    &["yo"],
    &["u", "oo", "woo"],
    &["wo", "weo"],
    &["we"],
    &["wi", "ui"],
    &["yu", "yoo", "you"],
    &["u", "eu"],
    &["ui", "eui", "i", "ee"],
    &["i", "ee", "yi"],
];

/// By the number of the final; of those that two letters write no character has any.
const fn finals(number: u32) -> &'static [&'static str] {
    match number {
        0 => &[""],
        1 => &["k", "g"],
        4 => &["n"],
        8 => &["l", "r"],
        16 => &["m"],
        17 => &["p", "b"],
        21 => &["ng"],
        _ => &[],
    }
}

/// The first syllable, and how many there are with one initial and with one vowel.
const FIRST: u32 = 0xAC00;
const OF_INITIAL: u32 = 588;
const OF_VOWEL: u32 = 28;

/// All spellings of a syllable; none of another letter.
pub(super) fn spellings(hangul: char) -> Vec<String> {
    let Some(at) = u32::from(hangul).checked_sub(FIRST) else { return Vec::new() };
    let initial = INITIALS.get((at / OF_INITIAL) as usize).copied().unwrap_or_default();
    let vowel = VOWELS.get((at % OF_INITIAL / OF_VOWEL) as usize).copied().unwrap_or_default();
    let mut all = Vec::new();
    // before i and y the South leaves out the r at the beginning of a name, and says n for it else
    let without_r: &[&str] = match at / OF_INITIAL {
        5 if vowel.iter().any(|vowel| vowel.starts_with(['y', 'i'])) => &[""],
        5 => &["n"],
        _ => &[],
    };
    for initial in initial.iter().chain(without_r) {
        for vowel in vowel {
            all.extend(finals(at % OF_VOWEL).iter().map(|last| format!("{initial}{vowel}{last}")));
        }
    }
    all
}
