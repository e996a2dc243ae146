//! Words of a name as the rules read them, and what is known as a name.

use std::collections::{HashMap, HashSet};

/// A name in words: lower case, marks and apostrophes off, hyphens part words.
pub(super) struct Words {
    /// Its words.
    pub(super) all: Vec<String>,
}

/// Words between names.
const PARTICLES: [&str; 14] =
    ["al", "el", "bin", "ben", "ibn", "bint", "de", "del", "der", "di", "da", "von", "van", "y"];

impl Words {
    pub(super) fn of(name: &str) -> Self {
        let folded = tamis_text::fold(name).replace(['\'', '’', '`', 'ʿ', 'ʾ'], "");
        let all = folded
            .split(|letter: char| {
                letter.is_whitespace() || letter.is_ascii_punctuation() || letter == '–'
            })
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        Self { all }
    }

    /// The words that are no particles.
    pub(super) fn informative(&self) -> Vec<&str> {
        self.all.iter().map(String::as_str).filter(|word| !is_particle(word)).collect()
    }

    /// The one word that differs, with its place, where the names have equally many words and all
    /// others are alike.
    pub(super) fn one_difference<'w>(
        &'w self,
        other: &'w Self,
    ) -> Option<(usize, &'w str, &'w str)> {
        if self.all.len() != other.all.len() {
            return None;
        }
        let pairs = self.all.iter().zip(&other.all).enumerate();
        let mut different = pairs.filter(|(_, (one, other))| !alike(one, other));
        let (place, (one, two)) = different.next()?;
        different.next().is_none().then_some((place, one, two))
    }
}

pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

/// Whether two words may be spellings of one name: the same consonants, roughly.
pub(super) fn alike(one: &str, other: &str) -> bool {
    one == other || rough(one) == rough(other) && !rough(one).is_empty()
}

/// Consonants with the commonest confusions folded, doubles once. Coarse on purpose: a rule speaks
/// only where names differ clearly.
fn rough(word: &str) -> String {
    let mut rough = String::new();
    let word = word.replace("kh", "k").replace("sh", "s").replace("ch", "s").replace("dh", "d");
    for letter in word.replace("th", "t").replace("gh", "g").replace("ou", "u").chars() {
        let class = match letter {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' | 'w' | 'ا' | 'و' | 'ي' | 'ى' | 'ه' => {
                continue;
            }
            'q' | 'c' | 'g' => 'k',
            'z' | 'j' => 's',
            'v' => 'f',
            'd' => 't',
            'p' => 'b',
            other => other,
        };
        if !rough.ends_with(class) {
            rough.push(class);
        }
    }
    rough
}

/// Which words are known as names, and as which: groups of spellings of one name.
#[derive(Default)]
pub(in crate::evaluation) struct KnownNames {
    groups: HashMap<String, HashSet<u32>>,
}

impl KnownNames {
    /// Reads lines of `a, b, c => Q…`.
    pub(in crate::evaluation) fn read(text: &str) -> Self {
        let mut groups: HashMap<String, HashSet<u32>> = HashMap::new();
        for (number, line) in (0..).zip(text.lines()) {
            let Some((spellings, _)) = line.split_once(" => ") else { continue };
            for spelling in spellings.split(", ") {
                groups.entry(tamis_text::fold(spelling)).or_default().insert(number);
            }
        }
        Self { groups }
    }

    /// Whether a word is known as a name.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.groups.contains_key(word)
    }

    /// Whether both words are known, and never as one name.
    pub(super) fn are_different(&self, one: &str, other: &str) -> bool {
        match (self.groups.get(one), self.groups.get(other)) {
            (Some(one), Some(other)) => one.is_disjoint(other),
            _ => false,
        }
    }
}
