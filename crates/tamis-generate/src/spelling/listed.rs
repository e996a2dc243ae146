//! Listed Latin words as units and sounds, with what the original tells.

use super::{Before, Behind};
use crate::conventions::readings;
use crate::letters::is_vowel;

const ARTICLES: [&str; 15] =
    ["al", "el", "ad", "ar", "as", "ash", "at", "an", "az", "ed", "er", "es", "et", "en", "ez"];
const SERVANTS: [&str; 11] = [
    "abd", "abdul", "abdel", "abdal", "abdol", "abdoul", "abdur", "abdus", "abder", "abdu", "abdou",
];
const FATHERS: [&str; 7] = ["abu", "abou", "abo", "aboo", "ebu", "abi", "aba"];
const FAITH: [&str; 8] =
    ["uddin", "uddine", "eddine", "eddin", "addin", "aldin", "eldin", "oudine"];
const GOD: [&str; 4] = ["ullah", "ollah", "allah", "ulla"];

pub(super) enum Rough {
    Part { before: Before, letters: String, behind: Behind },
    Son,
    Word(String),
}

pub(super) fn units(words: &[String]) -> Vec<Rough> {
    let mut units = Vec::new();
    let mut at = 0;
    let word = |at: usize| words.get(at).map(String::as_str);
    while let Some(first) = word(at) {
        at += 1;
        if ["bin", "ben", "ibn"].contains(&first) && word(at).is_some() {
            units.push(Rough::Son);
            continue;
        }
        if ["bint", "bent", "ould", "walad", "ag", "y", "jr"].contains(&first) {
            units.push(Rough::Word(first.to_owned()));
            continue;
        }
        let (mut before, mut letters) = (Before::Nothing, first.to_owned());
        if FATHERS.contains(&first) && word(at).is_some() {
            before = Before::Father;
            letters = word(at).unwrap_or_default().to_owned();
            at += 1;
            if ARTICLES.contains(&letters.as_str()) && word(at).is_some() {
                before = Before::FatherArticle;
                letters = word(at).unwrap_or_default().to_owned();
                at += 1;
            }
        } else if SERVANTS.contains(&first) && word(at).is_some() {
            before = Before::Servant;
            if word(at).is_some_and(|next| ARTICLES.contains(&next)) && word(at + 1).is_some() {
                at += 1;
            }
            letters = word(at).unwrap_or_default().to_owned();
            at += 1;
        } else if let Some(rest) = joined_servant(first) {
            before = Before::Servant;
            letters = rest;
        } else if ARTICLES.contains(&first) && word(at).is_some() {
            before = Before::Article;
            letters = word(at).unwrap_or_default().to_owned();
            at += 1;
        }
        // Mati ur-Rahman is one name; joined, as many papers have it
        if word(at).is_some_and(|next| ["ur", "ul", "ud"].contains(&next))
            && let Some(last) = word(at + 1)
        {
            letters.push_str("ur");
            letters.push_str(last);
            at += 2;
        }
        let mut behind = Behind::Nothing;
        let next = (word(at), word(at + 1));
        if matches!(next, (Some("al" | "el" | "ad" | "ed" | "ud"), Some("din" | "dine" | "deen"))) {
            (behind, at) = (Behind::Faith, at + 2);
        } else if next.0.is_some_and(|next| FAITH.contains(&next)) {
            (behind, at) = (Behind::Faith, at + 1);
        } else if next.0.is_some_and(|next| GOD.contains(&next)) {
            (behind, at) = (Behind::God, at + 1);
        } else if let Some(head) = head(&letters, &FAITH) {
            (behind, letters) = (Behind::Faith, head);
        } else if before != Before::Servant
            && let Some(head) = head(&letters, &GOD)
        {
            (behind, letters) = (Behind::God, head);
        }
        units.push(Rough::Part { before, letters, behind });
    }
    units
}

/// What is left before one of some ends, if it is a name.
fn head(letters: &str, ends: &[&str]) -> Option<String> {
    let head = ends.iter().find_map(|end| letters.strip_suffix(end))?;
    (head.len() >= 3).then(|| head.to_owned())
}

/// The second half of Abdelkader, Abderrahmane, Abdullah.
fn joined_servant(word: &str) -> Option<String> {
    let rest = word.strip_prefix("abd")?.trim_start_matches(is_vowel);
    let letters = rest.as_bytes();
    let body = match (letters.first(), letters.get(1)) {
        (Some(one), Some(two)) if one == two && *one != b'l' => rest.get(1..)?,
        (Some(b'l'), _) => rest.get(1..)?,
        _ => return None,
    };
    (body.len() >= 2).then(|| body.to_owned())
}

/// The original's units: compounds joined as the Latin ones are, articles off, "son of" left out.
pub(super) fn original_units(original: &str) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    let mut join = false;
    for word in original.split_whitespace() {
        let is_tail = ["الدين", "الله", "اله"].contains(&word);
        if ["بن", "ابن"].contains(&word) {
            continue;
        }
        if (join || is_tail)
            && let Some(last) = units.last_mut()
        {
            last.push_str(word);
        } else {
            units.push(word.to_owned());
        }
        join = ["عبد", "أبو", "ابو", "أبي", "ابي"].contains(&word);
    }
    units
}

/// The sounds of letters.
pub(super) fn sounds(letters: &str, original: Option<&str>) -> String {
    let participle = original.is_some_and(|original| {
        let bare = original.strip_prefix("ال").unwrap_or(original);
        bare.chars().count() == 4 && bare.chars().nth(1) == Some('ا')
    });
    let mut sounds = String::new();
    let mut rest = letters;
    while let Some(first) = rest.chars().next() {
        let found = readings()
            .iter()
            .find(|reading| rest.starts_with(reading.letters) && reading.holds(original));
        let Some(reading) = found else {
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
            continue;
        };
        let after = rest.get(reading.letters.len()..).unwrap_or_default();
        let before_vowel = after.chars().next().is_some_and(is_vowel);
        let at_start = sounds.is_empty();
        let found = match reading.letters {
            "ou" | "u" | "o" if before_vowel && at_start => "w",
            "ay" | "ai" | "ey" | "ei" if before_vowel => "ay",
            "aw" | "au" | "ao" if before_vowel => "aw",
            "c" if after.starts_with(['e', 'i', 'y']) => "s",
            "y" if !before_vowel && !at_start => "i",
            // the vowel of active participles: Khaled, Naser
            "e" if participle && !at_start => "i",
            // a mute French end: Abderrahmane, Nacer
            "e" if after.is_empty() && sounds.chars().count() > 3 => "",
            _ => reading.sounds,
        };
        for sound in found.chars() {
            if !sounds.ends_with(sound) {
                sounds.push(sound);
            }
        }
        rest = after;
    }
    sounds
}

/// The name behind a glued article (Essaadi, Elshafie), where the original has one.
pub(super) fn behind_article<'a>(letters: &'a str, original: &str) -> Option<&'a str> {
    let rest = original.strip_prefix("ال").filter(|rest| rest.chars().count() > 2)?;
    let bytes = letters.as_bytes();
    let doubled =
        bytes.get(1) == bytes.get(2) && bytes.get(1).is_some_and(|byte| b"drstzn".contains(byte));
    let glued = letters.starts_with("el") || letters.starts_with("al");
    let fits = letters.starts_with(['e', 'a']) && (doubled || glued) && letters.len() > 4;
    (fits && !rest.is_empty()).then(|| letters.get(2..))?
}
