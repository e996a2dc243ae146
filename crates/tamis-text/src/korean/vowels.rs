//! Which vowels of Hangul a romanised syllable may have: y and w are two, and so are o and u where a system tells them
//! apart. Finer than [`KoreanSounds`](super::KoreanSounds), whose classes are one for all that any list mixes; what is
//! no spelling of one syllable in any system is sure. Knows no weights.
//!
//! Sources: Revised Romanisation (National Institute of Korean Language), McCune-Reischauer with its marks and without
//! (Library of Congress), the North's table of 1992, and English habits (Young, Hyun, Sung, Won).

use smallvec::SmallVec;

use super::{A, N, NG, cut, hangul};
use crate::script::Script;
use crate::syllables::korean_readings_of_character;

/// A word of a Korean name, as it is written.
#[derive(Debug, Clone, Copy)]
pub struct Spelled<'a> {
    /// Folded in its own script.
    pub folded: &'a str,
    /// Romanised.
    pub latin: &'a str,
    /// The script that it is written in.
    pub script: Script,
}

/// Whether two words of the same sounds surely are other syllables by their vowels or by n and ng: 영호 and Won Ho, Yong Ho
/// and Won Ho, 은철 and On Chol. Not told of other scripts than Hangul, Latin and
/// Chinese characters, which stand for what Koreans read.
#[must_use]
pub fn are_other_syllables(one: Spelled<'_>, other: Spelled<'_>) -> bool {
    let (Some(one), Some(other)) = (syllables(one), syllables(other)) else { return false };
    let differ = |one: &Syllable, other: &Syllable| {
        one.vowels & other.vowels == 0 || one.nasals & other.nasals == 0
    };
    one.len() == other.len() && one.iter().zip(&other).any(|(one, other)| differ(one, other))
}

/// What a syllable may be: a bit for each vowel of Hangul, and for each of the ends that are told apart.
struct Syllable {
    vowels: u32,
    nasals: u8,
}

/// Ends of a syllable: in n, in ng, in neither.
const IN_N: u8 = 1;
const IN_NG: u8 = 2;
const OTHERWISE: u8 = 4;

fn syllables(word: Spelled<'_>) -> Option<SmallVec<[Syllable; 4]>> {
    match word.script {
        Script::Hangul => word.folded.chars().map(of_hangul).collect(),
        Script::Latin => of_latin(word.latin),
        Script::Han => word.folded.chars().map(of_character).collect(),
        _ => None,
    }
}

/// What Koreans may read a character as.
fn of_character(character: char) -> Option<Syllable> {
    let readings = korean_readings_of_character(character)?.chars().filter_map(of_hangul);
    readings.reduce(|one, other| Syllable {
        vowels: one.vowels | other.vowels,
        nasals: one.nasals | other.nasals,
    })
}

fn of_hangul(syllable: char) -> Option<Syllable> {
    let (vowel, last) = hangul::vowel_and_last(syllable)?;
    let nasals = match last {
        4 => IN_N,
        21 => IN_NG,
        _ => OTHERWISE,
    };
    Some(Syllable { vowels: 1 << vowel, nasals })
}

fn of_latin(latin: &str) -> Option<SmallVec<[Syllable; 4]>> {
    let mut all = SmallVec::<[Syllable; 4]>::new();
    // the nasal behind a vowel ends its syllable, unless a vowel follows: yongil may be yong-il and yon-gil
    let (mut nasal, mut behind_vowel) = (None, false);
    // what English hears in hwa: Kyung-wha
    let mut behind_wh = false;
    cut(latin, |class, letters| {
        let before = all.last_mut();
        match (nasal.take(), before) {
            (Some(found), Some(Syllable { nasals, .. })) if class >= A => {
                *nasals = match found {
                    NG => IN_N | IN_NG,
                    _ => IN_N | OTHERWISE,
                };
            }
            (Some(found), Some(Syllable { nasals, .. })) => {
                *nasals = if found == NG { IN_NG } else { IN_N };
            }
            _ => {}
        }
        if class >= A {
            let heard = if behind_wh && letters == "a" { "wa" } else { letters };
            all.push(Syllable { vowels: vowels(heard), nasals: OTHERWISE });
        } else if behind_vowel && (class == N || class == NG) {
            nasal = Some(class);
        }
        behind_vowel = class >= A;
        behind_wh = letters == "wh";
    })?;
    if let (Some(found), Some(last)) = (nasal, all.last_mut()) {
        last.nasals = if found == NG { IN_NG } else { IN_N };
    }
    Some(all)
}

/// The vowels that letters may stand for. Lists drop y, and w before o, so that a letter without one may have it; none writes
/// hwan as han, or kwang as kang.
fn vowels(letters: &str) -> u32 {
    let found = LETTERS.iter().find(|(all, _)| all.split(' ').any(|one| one == letters));
    found.map_or(u32::MAX, |(_, vowels)| {
        vowels.chars().fold(0, |all, vowel| all | 1 << (u32::from(vowel) - FIRST_VOWEL))
    })
}

/// The first vowel in Unicode; they follow each other in the order of their numbers in syllables.
const FIRST_VOWEL: u32 = 0x314F;

/// Letters and the vowels that they write; oo may be an o typed twice. What stands in none may be any: yi is ui and i,
/// woo is u and wo.
const LETTERS: [(&str, &str); 15] = [
    ("ya", "ㅑ"),
    ("yae ye", "ㅒㅖ"),
    ("yeo", "ㅕ"),
    ("yo", "ㅛㅕ"),
    ("you yu", "ㅠㅕㅛ"),
    ("yoo", "ㅠㅛㅕ"),
    ("wa", "ㅘ"),
    ("wae", "ㅙㅚㅞ"),
    ("wo weo", "ㅝ"),
    ("eo", "ㅓㅕㅝ"),
    ("eu", "ㅡㅓ"),
    ("o oh", "ㅗㅓㅛㅕㅝ"),
    ("oo", "ㅜㅡㅠㅗㅓ"),
    ("u", "ㅜㅡㅓㅠㅕ"),
    ("a ah", "ㅏㅑ"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_surely_another_syllable() {
        let hangul_or_latin = |word: &'static str| Spelled {
            folded: word,
            latin: word,
            script: if word.is_ascii() { Script::Latin } else { Script::Hangul },
        };
        for (one, other, differ) in [
            ("영호", "wonho", true),
            ("yongho", "wonho", true),
            ("연", "won", true),
            ("은철", "onchol", true),
            ("김", "kim", false),
            ("상", "song", true),
            ("영", "young", false),
            ("영", "yung", false),
            ("영", "ong", false),
            ("영", "yon", true),
            ("연", "yong", true),
            ("연길", "yongil", false),
            ("용일", "yongil", false),
            ("만나", "manna", false),
            ("광남", "kwangnam", false),
            ("관남", "kwangnam", true),
            ("현", "hyun", false),
            ("성", "sung", false),
            ("성", "seung", false),
            ("승", "sung", false),
            ("승", "song", true),
            ("원", "won", false),
            ("은", "un", false),
            ("우", "woo", false),
            ("이", "yi", false),
            ("준", "joon", false),
            ("철", "chul", false),
            ("송", "sung", true),
            ("sung", "song", false),
            ("seong", "song", false),
            ("jong", "joonng", false),
            ("환", "han", true),
            ("한", "hwan", true),
            ("화", "wha", false),
            ("hwa", "wha", false),
        ] {
            let told = are_other_syllables(hangul_or_latin(one), hangul_or_latin(other));
            assert_eq!(told, differ, "{one} {other}");
        }
    }
}
