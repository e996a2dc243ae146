//! Compounds written as one romanised word: their skeleton is that of the words apart.

use super::Skeleton;
use super::latin::{classes_into, without_doubles};

/// ʿAbd at the head of a compound.
pub(crate) const SERVANT_OF: &[u8] = b"Q";
/// Abu at the head of a kunya.
pub(crate) const FATHER_OF: &[u8] = b"P";
/// Umm at the head of a kunya.
pub(crate) const MOTHER_OF: &[u8] = b"U";
/// -allah, -ullah.
pub(crate) const TAIL_LLAH: &[u8] = b"L";
/// God after ʿAbd: Abdullah, beside Abdelali.
pub(crate) const GOD: &[u8] = b"G";
/// al-Din, -uddin, -eddine.
pub(crate) const TAIL_DIN: &[u8] = b"DN";

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// Appends the skeleton of a word without doubled letters.
pub(super) fn of_latin(word: &[u8], skeleton: &mut Skeleton) {
    // Nine words of ten are no compound; their first and last letters tell.
    let (head, tail): (&[u8], &[u8]) = match word {
        [b'a', b'b', ..] if let Some(named) = bearer_of_servant(word) => {
            skeleton.extend_from_slice(SERVANT_OF);
            return after_servant(named, skeleton);
        }
        [b'a', b'b', ..] if let Some(child) = child_of_father(word) => {
            skeleton.extend_from_slice(FATHER_OF);
            (child, b"")
        }
        [stem @ .., b'd', b'i', b'n']
        | [stem @ .., b'd', b'i', b'n', b'e']
        | [stem @ .., b'd', b'i', b'e', b'n']
            if let Some(head) = head_before_din(stem) =>
        {
            (head, TAIL_DIN)
        }
        [stem @ .., b'l', b'a'] | [stem @ .., b'l', b'a', b'h']
            if let Some(head) = head_before_god(stem) =>
        {
            (head, TAIL_LLAH)
        }
        _ => return classes_into(word, skeleton),
    };
    classes_into(head, skeleton);
    skeleton.extend_from_slice(tail);
}

/// Appends what follows ʿAbd; `named` has no article.
fn after_servant(named: &[u8], skeleton: &mut Skeleton) {
    if is_god(named) {
        skeleton.extend_from_slice(GOD);
        return;
    }
    let start = skeleton.len();
    // no name of God has a v: it is what Turks and Persians say for w (Abdul Tevvab, Abdulvehhab)
    if named.contains(&b'v') {
        let said = named.iter().map(|&letter| if letter == b'v' { b'w' } else { letter });
        classes_into(&said.collect::<super::latin::Letters>(), skeleton);
    } else {
        classes_into(named, skeleton);
    }
    if skeleton.get(start) == Some(&b'A') {
        skeleton.remove(start);
    }
}

/// The second half of a compound with ʿAbd that is written as a word of its own.
pub(crate) fn append_after_servant(latin: &str, skeleton: &mut Skeleton) {
    let (mut single, mut read, mut read_single) = Default::default();
    let latin = latin.as_bytes();
    let letters = without_doubles(latin, &mut single);
    let reading = super::reading_of(latin);
    let named =
        without_doubles(super::read_as(latin, reading, letters, &mut read), &mut read_single);
    after_servant(named, skeleton);
}

fn is_god(named: &[u8]) -> bool {
    matches!(
        named,
        b"la"
            | b"lah"
            | b"lahi"
            | b"lahe"
            | b"le"
            | b"leh"
            | b"lo"
            | b"lahu"
            | b"lai"
            | b"alah"
            | b"ala"
            | b"ulah"
            | b"ula"
            | b"olah"
            | b"ilah"
            | b"alahi"
            | b"ulahi"
    )
}

fn without_leading(word: &[u8], leading: impl Fn(u8) -> bool) -> &[u8] {
    let start = word.iter().position(|letter| !leading(*letter)).unwrap_or(word.len());
    word.get(start..).unwrap_or_default()
}

fn without_trailing(word: &[u8], trailing: impl Fn(u8) -> bool) -> &[u8] {
    let end = word.iter().rposition(|letter| !trailing(*letter)).map_or(0, |last| last + 1);
    word.get(..end).unwrap_or_default()
}

/// What follows "abd", the vowel and the l of the article; `None` for Abdi, Abdou, Abdin.
fn bearer_of_servant(word: &[u8]) -> Option<&[u8]> {
    let rest = word.strip_prefix(b"abd")?;
    let consonant = without_leading(rest, is_vowel);
    if is_god(consonant) && consonant.len() < rest.len() {
        return Some(consonant);
    }
    let named = match consonant.strip_prefix(b"l") {
        Some(named) if named.len() >= 2 => named,
        _ => consonant,
    };
    let consonants = named.iter().any(|letter| !is_vowel(*letter));
    (consonants && named.len() >= 3).then_some(named)
}

/// What follows "abu" and an article, where enough is left to be a name.
fn child_of_father(word: &[u8]) -> Option<&[u8]> {
    let rest = word.strip_prefix(b"abou").or_else(|| word.strip_prefix(b"abu"))?;
    let begins_with_vowel = |child: &&[u8]| child.first().copied().is_some_and(is_vowel);
    let child = rest.strip_prefix(b"l").filter(|child| !begins_with_vowel(child)).unwrap_or(rest);
    (child.len() >= 4).then_some(child)
}

/// What stands before -uddin, -eddine, -aldin, without its vowels and the l of the article.
fn head_before_din(stem: &[u8]) -> Option<&[u8]> {
    let stem = stem.strip_suffix(b"l").unwrap_or(stem);
    let head = without_trailing(stem, |letter| matches!(letter, b'a' | b'e' | b'o' | b'u'));
    (head.len() >= 2 && head.len() < stem.len()).then_some(head)
}

/// What stands before -ullah, -allah, -olla, without its vowels.
fn head_before_god(stem: &[u8]) -> Option<&[u8]> {
    let head = without_trailing(stem, |letter| matches!(letter, b'a' | b'o' | b'u'));
    (head.len() >= 3 && head.len() < stem.len()).then_some(head)
}

/// The word without a Maghrebi article that is glued to it and has doubled its consonant
/// (Eddaouahiri, Essebsi); short words (Essam, Ezzat) and Izz al-Din have none.
pub(super) fn without_glued_article(word: &[u8]) -> &[u8] {
    let glued = match word {
        [b'e', article, first, rest @ ..] => {
            article == first && b"drsztn".contains(article) && rest.len() >= 4
        }
        _ => false,
    };
    if glued && !word.ends_with(b"din") && !word.ends_with(b"dine") {
        word.get(2..).unwrap_or(word)
    } else {
        word
    }
}
