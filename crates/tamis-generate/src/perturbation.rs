//! Ten classes of changes to a listed name.

use crate::letters::{is_latin, is_title, plain};
use crate::random::Random;
use crate::spelling::{Convention, NameForm};
use crate::transcription::cyrillic;
use crate::variant::TITLES;

/// A class of changes to a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Perturbation {
    /// One letter put in, left out, replaced or swapped with its neighbour.
    Edit,
    /// Two parts written as one word.
    Joined,
    /// A word of six letters or more written as two.
    Split,
    /// The last part first.
    Order,
    /// A part that is not the own name left out, of three or more.
    PartMissing,
    /// Another romanisation.
    Romanisation,
    /// A title put first.
    Title,
    /// A part that is not the own name reduced to its first letter, of three or more.
    Initial,
    /// One or two letters read wrong by a machine.
    Ocr,
    /// The original script, or Cyrillic letters where the list gives none.
    Script,
}

impl Perturbation {
    /// All ten.
    pub const ALL: [Self; 10] = [
        Self::Edit,
        Self::Joined,
        Self::Split,
        Self::Order,
        Self::PartMissing,
        Self::Romanisation,
        Self::Title,
        Self::Initial,
        Self::Ocr,
        Self::Script,
    ];

    /// In words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Edit => "edit",
            Self::Joined => "joined",
            Self::Split => "split",
            Self::Order => "order",
            Self::PartMissing => "one part missing",
            Self::Romanisation => "other romanisation",
            Self::Title => "title added",
            Self::Initial => "initial",
            Self::Ocr => "OCR",
            Self::Script => "other script",
        }
    }
}

/// The name changed; none where the class does not fit it.
#[must_use]
pub fn perturbed(
    name: &str,
    original: Option<&str>,
    perturbation: Perturbation,
    random: &mut Random,
) -> Option<String> {
    if !is_latin(name) {
        return None;
    }
    let parts = parts(name);
    let text = match perturbation {
        Perturbation::Edit => edited(name, random)?,
        Perturbation::Joined => {
            let at = random.below(parts.len().checked_sub(1)?.max(1));
            let (first, second) = (parts.get(at)?, parts.get(at + 1)?);
            rebuilt(&parts, at, 2, Some(format!("{first}{second}")))
        }
        Perturbation::Split => split(name, random)?,
        Perturbation::Order => {
            let last = parts.last().filter(|_| parts.len() >= 2)?;
            let others = parts.get(..parts.len() - 1)?.join(" ");
            let comma = if random.chance(500) { "," } else { "" };
            format!("{last}{comma} {others}")
        }
        Perturbation::PartMissing if parts.len() >= 3 => {
            let at = 1 + random.below(parts.len() - 1);
            if !leaves_enough(&parts, at) {
                return None;
            }
            rebuilt(&parts, at, 1, None)
        }
        Perturbation::Initial if parts.len() >= 3 => {
            let at = 1 + random.below(parts.len() - 1);
            if !leaves_enough(&parts, at) {
                return None;
            }
            let letters = plain(parts.get(at)?);
            let letters = letters.strip_prefix("al-").unwrap_or(&letters);
            let initial = letters.chars().find(char::is_ascii_alphabetic)?.to_ascii_uppercase();
            rebuilt(&parts, at, 1, Some(format!("{initial}.")))
        }
        Perturbation::PartMissing | Perturbation::Initial => return None,
        Perturbation::Romanisation => {
            let convention = *random.pick(&Convention::ALL)?;
            NameForm::read(name, original).spelt(convention, false, random)
        }
        Perturbation::Title => format!("{} {name}", random.pick(&TITLES)?),
        Perturbation::Ocr => read_by_machine(name, random)?,
        Perturbation::Script => match original {
            Some(original) => original.to_owned(),
            None => cyrillic(name)?,
        },
    };
    (plain(&text) != plain(name)).then_some(text)
}

/// Whether two parts that are no titles stay when one falls: fewer do not name anybody.
fn leaves_enough(parts: &[String], without: usize) -> bool {
    let left = parts.iter().enumerate().filter(|(at, part)| *at != without && !is_title(part));
    left.count() >= 2
}

/// Words that belong to the next one.
const TO_NEXT: [&str; 24] = [
    "bin", "ben", "ibn", "bint", "ould", "walad", "ag", "abd", "abdul", "abdel", "abdal", "abdol",
    "abdur", "abdus", "abu", "abou", "abo", "al", "el", "de", "del", "la", "y", "umm",
];
/// Words that belong to the one before.
const TO_LAST: [&str; 10] =
    ["ullah", "uddin", "eddine", "allah", "zada", "zadeh", "din", "jan", "jr", "jr."];

/// The parts of a name: words with the particles that belong to them.
pub(crate) fn parts(name: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut open = false;
    for word in name.split_whitespace() {
        let plain = plain(word);
        let to_last = TO_LAST.contains(&plain.as_str())
            || ["ur-", "ul-", "ud-"].iter().any(|link| plain.starts_with(link));
        if (open || to_last)
            && let Some(last) = parts.last_mut()
        {
            last.push(' ');
            last.push_str(word);
        } else {
            parts.push(word.to_owned());
        }
        open = TO_NEXT.contains(&plain.as_str()) || word.ends_with('-');
    }
    parts
}

fn rebuilt(parts: &[String], at: usize, length: usize, instead: Option<String>) -> String {
    let before = parts.iter().take(at).cloned();
    let after = parts.iter().skip(at + length).cloned();
    before.chain(instead).chain(after).collect::<Vec<_>>().join(" ")
}

/// Places of letters inside words of five letters and more, the first letter of a word left out.
fn inner_letters(letters: &[char]) -> Vec<usize> {
    let mut places = Vec::new();
    let mut start = 0;
    for at in 0..=letters.len() {
        if letters.get(at).is_some_and(|letter| letter.is_alphabetic()) {
            continue;
        }
        if at - start >= 5 {
            places.extend(start + 1..at);
        }
        start = at + 1;
    }
    places
}

fn edited(name: &str, random: &mut Random) -> Option<String> {
    let mut letters: Vec<char> = name.chars().collect();
    let at = *random.pick(&inner_letters(&letters))?;
    let is_lower = letters.get(at)?.is_lowercase();
    let drawn = *random.pick(&b"abdefghiklmnorstuwyz"[..])? as char;
    let other = if is_lower { drawn } else { drawn.to_ascii_uppercase() };
    match random.below(4) {
        0 => letters.insert(at, other),
        1 => {
            letters.remove(at);
        }
        2 => {
            if let Some(letter) = letters.get_mut(at) {
                *letter = other;
            }
        }
        _ => {
            let next = at + 1;
            if letters.get(next).is_some_and(|letter| letter.is_alphabetic()) {
                letters.swap(at, next);
            } else {
                letters.remove(at);
            }
        }
    }
    Some(letters.into_iter().collect())
}

fn split(name: &str, random: &mut Random) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let long: Vec<usize> = words
        .iter()
        .enumerate()
        .filter(|(_, word)| word.len() >= 6 && word.bytes().all(|byte| byte.is_ascii_alphabetic()))
        .map(|(at, _)| at)
        .collect();
    let at = *random.pick(&long)?;
    let word = words.get(at)?;
    let place = 3 + random.below(word.len() - 5);
    let (first, second) = word.split_at_checked(place)?;
    let mut words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    *words.get_mut(at)? = format!("{first} {second}");
    Some(words.join(" "))
}

/// What machines read for what, both ways where both happen.
const MISREAD: [(&str, &str); 12] = [
    ("rn", "m"),
    ("m", "rn"),
    ("l", "I"),
    ("I", "l"),
    ("O", "0"),
    ("o", "0"),
    ("cl", "d"),
    ("h", "b"),
    ("e", "c"),
    ("S", "5"),
    ("B", "8"),
    ("i", "l"),
];

fn read_by_machine(name: &str, random: &mut Random) -> Option<String> {
    let mut text = name.to_owned();
    for _ in 0..=random.below(2) {
        let found: Vec<(usize, (&str, &str))> = MISREAD
            .iter()
            .flat_map(|pair| text.match_indices(pair.0).map(|(at, _)| (at, *pair)))
            .filter(|(at, _)| *at > 0)
            .collect();
        let (at, (right, wrong)) = *random.pick(&found)?;
        text.replace_range(at..at + right.len(), wrong);
    }
    Some(text)
}

#[cfg(test)]
mod tests;
