//! Koreans: what North and South begin otherwise, other vowels, and through Chinese what a word of pinyin may be read as,
//! as a set of texts.

use std::collections::BTreeSet;

use tamis_match::record::PreparedName;
use tamis_text::{
    KoreanSounds, Spelled, Syllables, ThroughChinese, is_korean_family, korean_readings,
    korean_readings_of_family, korean_spellings,
};

use crate::alignment::Alignment;
use crate::meeting::through_chinese;
use crate::word::Word;

/// All Korean readings of a word of pinyin; none where there are more than 64.
fn readings(word: &ThroughChinese) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    match word.syllables.as_slice() {
        [only] => {
            if word.may_be_family {
                all.extend(korean_readings_of_family(only));
            }
            if word.may_be_own {
                all.extend(korean_readings(only));
            }
        }
        [first, second] => {
            let seconds = korean_readings(second);
            for one in korean_readings(first) {
                for next in &seconds {
                    all.insert(format!("{one}{next}"));
                    // a doubled letter is one, and n with g is ng, which is written as n
                    let ng = one.ends_with('h') && next.starts_with('b');
                    let vowel = next.starts_with(['l', 'm', 'n', 'o']);
                    if ng || !vowel && one.chars().last() == next.chars().next() {
                        all.insert(format!("{one}{}", &next[1..]));
                    }
                }
            }
        }
        _ => {}
    }
    if all.len() > 64 { BTreeSet::new() } else { all }
}

/// How many readings a word of pinyin has, if the other word is one of them.
pub(crate) fn readings_that_fit(pinyin: &Syllables, korean: &Syllables) -> Option<usize> {
    let all = readings(&pinyin.through_chinese()?);
    all.iter().any(|reading| korean.is_korean(reading)).then_some(all.len())
}

/// The same of two words of which one alone is pinyin, in whichever order.
pub(crate) fn meet_through_chinese(one: &Syllables, other: &Syllables) -> Option<usize> {
    let is_korean = |word: &Syllables| word.through_chinese().is_none() && !word.is_pinyin_alone();
    let fits = |pinyin: &Syllables, korean: &Syllables| {
        if is_korean(korean) { readings_that_fit(pinyin, korean) } else { None }
    };
    fits(one, other).or_else(|| fits(other, one))
}

/// Whether both names are one as a whole, where some of them meet through Chinese.
pub(crate) fn are_one_korean(
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &Alignment,
    all_covered: bool,
) -> Option<bool> {
    let (words, others) = (Word::all(party), Word::all(entry));
    let together = |words: &[Word], at: &[usize]| {
        let all = at.iter().map(|at| words[*at].syllables);
        all.reduce(|whole, next| whole.followed_by(&next)).unwrap_or_default()
    };
    let by_chinese = alignment.pairs.iter().any(|pair| {
        let (one, other) = (together(&words, &pair.party), together(&others, &pair.entry));
        let met = through_chinese(&one, &other);
        !one.meet(&other) && met.is_some_and(|met| pair.met == met || pair.met == met.joined())
    });
    by_chinese.then(|| all_covered && (spelled(&words, &others) || spelled(&others, &words)))
}

/// Some way to name a family at an end of both leaves two syllables of pinyin, and what they may be spelled as.
fn spelled(pinyin: &[Word], korean: &[Word]) -> bool {
    let words: Option<Vec<ThroughChinese>> =
        pinyin.iter().map(|word| word.syllables.through_chinese()).collect();
    let Some(words) = words else { return false };
    let ends = |count: usize| [0, count - 1];
    ends(words.len()).into_iter().any(|at| {
        ends(korean.len()).into_iter().any(|other| {
            let family = &words[at];
            let of_korean = &korean[other].latin;
            let read = KoreanSounds::of_family(of_korean).map(KoreanSounds::broad);
            let one_family = family.may_be_family
                && is_korean_family(of_korean)
                && read.is_some_and(|read| {
                    korean_readings_of_family(family.syllables[0]).contains(&read)
                });
            let rest = words.iter().enumerate().filter(|(place, _)| *place != at);
            let own: Vec<&str> = rest.flat_map(|(_, word)| word.syllables.clone()).collect();
            let rest = korean.iter().enumerate().filter(|(place, _)| *place != other);
            let written: String = rest.map(|(_, word)| word.latin.as_str()).collect();
            one_family
                && own.len() == 2
                && korean_spellings(own[0]).iter().any(|one| {
                    written
                        .strip_prefix(one.as_str())
                        .is_some_and(|next| korean_spellings(own[1]).contains(next))
                })
        })
    })
}

/// A word of Hangul with another first letter where it begins with r: n, or nothing before i and y.
pub(crate) fn as_the_south_begins(word: &str) -> String {
    let row = |initial: u32| {
        let syllable = move |at: u32| char::from_u32(0xAC00 + initial * 588 + at).unwrap_or(' ');
        (0..588).map(syllable).collect::<Vec<char>>()
    };
    let (r, n, nothing) = (row(5), row(2), row(11));
    let mut letters: Vec<char> = word.chars().collect();
    if let Some(first) = letters.first_mut()
        && let Some(at) = r.iter().position(|syllable| syllable == first)
    {
        // 28 syllables of each vowel: a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i
        let vowel =
            "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(' ').nth(at / 28);
        let is_soft = vowel.is_some_and(|vowel| vowel == "i" || vowel.starts_with('y'));
        *first = if is_soft { nothing[at] } else { n[at] };
    }
    letters.into_iter().collect()
}

/// Korean words of other vowels, or n and ng.
pub(crate) fn have_other_vowels(one: &Word, other: &Word) -> bool {
    fn spelled(word: &Word) -> Spelled<'_> {
        Spelled { folded: &word.folded, latin: &word.latin, script: word.script }
    }
    tamis_text::are_other_syllables(spelled(one), spelled(other))
}
