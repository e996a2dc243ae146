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

const VOWELS: [char; 6] = ['a', 'e', 'i', 'o', 'u', 'y'];

/// Appends the skeleton of a word without doubled letters.
pub(super) fn of_latin(word: &str, skeleton: &mut Skeleton) {
    if let Some(named) = bearer_of_servant(word) {
        skeleton.extend_from_slice(SERVANT_OF);
        after_servant(named, skeleton);
    } else if let Some(child) = child_of_father(word) {
        skeleton.extend_from_slice(FATHER_OF);
        classes_into(child, skeleton);
    } else if let Some(head) = head_before_din(word) {
        classes_into(head, skeleton);
        skeleton.extend_from_slice(TAIL_DIN);
    } else if let Some(head) = head_before_god(word) {
        classes_into(head, skeleton);
        skeleton.extend_from_slice(TAIL_LLAH);
    } else {
        classes_into(word, skeleton);
    }
}

/// Appends what follows ʿAbd; `named` has no article.
fn after_servant(named: &str, skeleton: &mut Skeleton) {
    if is_god(named) {
        skeleton.extend_from_slice(GOD);
        return;
    }
    let start = skeleton.len();
    classes_into(named, skeleton);
    if skeleton.get(start) == Some(&b'A') {
        skeleton.remove(start);
    }
}

/// The second half of a compound with ʿAbd that is written as a word of its own.
pub(crate) fn append_after_servant(latin: &str, skeleton: &mut Skeleton) {
    let (mut single, mut read, mut read_single) = Default::default();
    let letters = without_doubles(latin, &mut single);
    let named = without_doubles(super::read_as(latin, letters, &mut read), &mut read_single);
    after_servant(named, skeleton);
}

fn is_god(named: &str) -> bool {
    matches!(
        named,
        "la" | "lah"
            | "lahi"
            | "lahe"
            | "le"
            | "leh"
            | "lo"
            | "lahu"
            | "lai"
            | "alah"
            | "ala"
            | "ulah"
            | "ula"
            | "olah"
            | "ilah"
            | "alahi"
            | "ulahi"
    )
}

/// What follows "abd", the vowel and the l of the article; `None` for Abdi, Abdou, Abdin.
fn bearer_of_servant(word: &str) -> Option<&str> {
    let rest = word.strip_prefix("abd")?;
    let consonant = rest.trim_start_matches(VOWELS);
    if is_god(consonant) && consonant.len() < rest.len() {
        return Some(consonant);
    }
    let named = match consonant.strip_prefix('l') {
        Some(named) if named.len() >= 2 => named,
        _ => consonant,
    };
    let consonants = named.bytes().any(|byte| !b"aeiouy".contains(&byte));
    (consonants && named.len() >= 3).then_some(named)
}

/// What follows "abu" and an article, where enough is left to be a name.
fn child_of_father(word: &str) -> Option<&str> {
    let rest = ["abou", "abu"].into_iter().find_map(|head| word.strip_prefix(head))?;
    let child = rest.strip_prefix('l').filter(|child| !child.starts_with(VOWELS)).unwrap_or(rest);
    (child.len() >= 4).then_some(child)
}

/// What stands before -uddin, -eddine, -aldin.
fn head_before_din(word: &str) -> Option<&str> {
    let word = ["dine", "din", "dien"].into_iter().find_map(|tail| word.strip_suffix(tail))?;
    let word = word.strip_suffix('l').unwrap_or(word);
    let head = word.trim_end_matches(['a', 'e', 'o', 'u']);
    (head.len() >= 2 && head.len() < word.len()).then_some(head)
}

/// What stands before -ullah, -allah, -olla.
fn head_before_god(word: &str) -> Option<&str> {
    let word = word.strip_suffix('h').unwrap_or(word).strip_suffix("la")?;
    let head = word.trim_end_matches(['a', 'o', 'u']);
    (head.len() >= 3 && head.len() < word.len()).then_some(head)
}

/// The word without a Maghrebi article that is glued to it and has doubled its consonant
/// (Eddaouahiri, Essebsi); short words (Essam, Ezzat) and Izz al-Din have none.
pub(super) fn without_glued_article(word: &str) -> &str {
    let glued = match word.as_bytes() {
        [b'e', article, first, rest @ ..] => {
            article == first && b"drsztn".contains(article) && rest.len() >= 4
        }
        _ => false,
    };
    if glued && !word.ends_with("din") && !word.ends_with("dine") {
        word.get(2..).unwrap_or(word)
    } else {
        word
    }
}
