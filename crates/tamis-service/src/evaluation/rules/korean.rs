//! Korean names: three syllables, each of which is a letter of the name.

use tamis_model::PartyKind;

use super::Pair;

/// Romanised family names, enough to tell a Korean name by its first word and its three syllables.
const FAMILIES: [&str; 40] = [
    "kim", "ri", "lee", "yi", "pak", "park", "choe", "choi", "jong", "chong", "jung", "cho", "jo",
    "kang", "han", "o", "oh", "so", "sin", "shin", "kwon", "hwang", "an", "song", "ryu", "yu",
    "hong", "jon", "chon", "ko", "ku", "mun", "yang", "son", "paek", "ho", "nam", "jang", "chang",
    "chu",
];

/// Exactly one of the two syllables of the own name is another syllable.
pub(super) fn syllable_differs(pair: &Pair<'_>) -> Option<bool> {
    let (one, other) = (&pair.one.all, &pair.other.all);
    let is_korean = |words: &[String]| {
        words.len() == 3
            && words.first().is_some_and(|word| FAMILIES.contains(&word.as_str()))
            && words.iter().all(|word| word.len() <= 6 && word.is_ascii())
    };
    if pair.kind != PartyKind::Person || !is_korean(one) || !is_korean(other) {
        return None;
    }
    let different = one.iter().zip(other).map(|(one, other)| sounds(one) != sounds(other));
    let different: Vec<bool> = different.collect();
    matches!(different.as_slice(), [false, true, false] | [false, false, true]).then_some(false)
}

/// Initial, vowel and final consonant; romanisations of one syllable meet, the glide y is left out,
/// for lists drop it.
fn sounds(syllable: &str) -> (String, String, String) {
    let is_vowel = |letter: char| "aeiou".contains(letter);
    let mut bare = String::new();
    for letter in
        syllable.replace("oo", "u").replace("eo", "o").replace("eu", "u").replace("sh", "s").chars()
    {
        if !bare.ends_with(letter) && letter != 'y' {
            bare.push(letter);
        }
    }
    let begin = bare.find(is_vowel).unwrap_or(bare.len());
    let (initial, rest) = bare.split_at(begin);
    let end = rest.find(|letter| !is_vowel(letter)).unwrap_or(rest.len());
    let (vowel, last) = rest.split_at(end);
    let initial = initial
        .replace("ch", "j")
        .replace('g', "k")
        .replace('d', "t")
        .replace('b', "p")
        .replace('l', "r");
    // ŏ and ŭ are written o and u, o' and u', eo and eu: lists mix them
    let vowel = if vowel.chars().all(|letter| "ou".contains(letter)) { "o" } else { vowel };
    (initial, vowel.to_owned(), last.replace('g', "k").replace("nk", "ng").replace('l', "r"))
}
