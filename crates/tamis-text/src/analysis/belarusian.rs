//! Families of Belarus in Latin letters: the short u that ends or closes a syllable is the v of Russian and English, and
//! the vowel before it an o at the end. Siarhei Sakalou is Sergei Sokolov, Dzmitry Paulau is Dmitry Pavlov. The letters
//! alone tell no Belarusian (Amadou, Paulo): a given name of the table `data/belarusian_names.tsv` beside them does.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::tokens::{Word, WordText};
use crate::name::PartText;
use crate::script::Script;

static NAMES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let rows = include_str!("../../data/belarusian_names.tsv").lines();
    rows.filter_map(|row| Some(row.split_once('\t')?.0)).collect()
});

/// The fewest letters of a word that is read so.
const SHORTEST: usize = 5;

/// Reads such words beside a given name of Belarus, in place.
pub(super) fn read(words: &mut [Word<'_>]) {
    if !words.iter().any(is_perhaps_one) || !words.iter().any(|word| NAMES.contains(&*word.latin)) {
        return;
    }
    for word in words.iter_mut().filter(|word| is_perhaps_one(word)) {
        if !NAMES.contains(&*word.latin) {
            word.latin = WordText::Made(respelled(&word.latin));
        }
    }
}

/// Whether a word has a short u, as nearly none has: a u behind a, e or o that ends it or stands before a consonant.
fn is_perhaps_one(word: &Word<'_>) -> bool {
    let letters = word.latin.as_bytes();
    word.script == Script::Latin
        && word.role.is_none()
        && letters.len() >= SHORTEST
        && has_short(letters)
}

/// The same as [`is_short`] of some letter, in one reading.
fn has_short(letters: &[u8]) -> bool {
    let mut pairs = letters.windows(2).enumerate();
    pairs.any(|(at, pair)| matches!(pair, [b'a' | b'e' | b'o', b'u']) && is_short(letters, at + 1))
}

fn is_short(letters: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| letters.get(before));
    letters.get(at) == Some(&b'u')
        && matches!(before, Some(b'a' | b'e' | b'o'))
        && letters.get(at + 1).is_none_or(|next| !b"aeiouy".contains(next))
}

/// The word with v for each short u; at its end -au and -ou are -ov, -eu and -iou are -ev.
fn respelled(latin: &str) -> PartText {
    let letters = latin.as_bytes();
    let stem = match letters {
        [stem @ .., b'i', b'o', b'u'] => Some((stem, "ev")),
        [stem @ .., b'a' | b'o', b'u'] => Some((stem, "ov")),
        _ => None,
    };
    let (stem, end) = stem.unwrap_or((letters, ""));
    let mut read = PartText::default();
    for (at, letter) in stem.iter().enumerate() {
        read.push(if is_short(letters, at) { 'v' } else { char::from(*letter) });
    }
    read.push_str(end);
    read
}

#[cfg(test)]
mod tests {
    use crate::{NameKind, analyse};

    #[test]
    fn a_given_name_of_belarus_tells_the_short_u() {
        for (name, read) in [
            ("Siarhei Sakalou", "siarhei sakalov"),
            ("PAULAU Dzmitry Uladzimiravich", "pavlov dzmitry uladzimiravich"),
            ("Aliaksandr Kavaliou", "aliaksandr kavalev"),
            ("Yury Karaeu", "yury karaeu"),
            ("Aliaksei Rymasheuski", "aliaksei rymashevski"),
            ("Tatsiana Uladzimirauna Karaeva", "tatsiana uladzimiravna karaeva"),
            ("Siarhiej Sakałoŭ", "siarhiej sakalov"),
            ("Amadou Paulo", "amadou paulo"),
            ("Uladzislau Ivanou", "uladzislau ivanov"),
        ] {
            let parts = analyse(name, NameKind::Person).unwrap().parts;
            let latin: Vec<&str> = parts.iter().map(|part| &*part.latin).collect();
            assert_eq!(latin.join(" "), read, "{name}");
        }
    }
}
