//! Heads and titles with one letter mistyped: "Abdsl Hakim", "Mhulana Fazlullah". Read as what they
//! stand for, they neither split a compound nor pass for the own name. Knows nothing of other words:
//! one letter more or less in a name is the matcher's business.

use std::sync::LazyLock;

use super::tokens::Word;
use crate::distance::optimal_string_alignment;
use crate::script::Script;
use crate::skeleton::{Skeleton, skeleton};
use crate::words::Role;

/// Heads of compounds with ʿAbd that are common enough to be mistyped.
const HEADS: [&str; 4] = ["abdul", "abdel", "abdal", "abdur"];

/// Second halves of compounds with ʿAbd: names of God by themselves, as usually romanised. A head with
/// a letter mistyped counts before one of these alone.
const NAMES_OF_GOD: [&str; 64] = [
    "ahad", "alim", "aziz", "azim", "badi", "baki", "bari", "basir", "basit", "fattah", "ghaffar",
    "ghafur", "ghani", "hadi", "hafiz", "hai", "hakim", "halim", "hamid", "haq", "hasib", "ilah",
    "jabbar", "jalil", "jawad", "kabir", "kader", "kafi", "karim", "khaliq", "latif", "majid",
    "malik", "manan", "mannan", "matin", "mawla", "mohsen", "mujib", "mumin", "muttalib", "nabi",
    "nasir", "nur", "qader", "qadir", "qahhar", "qayyum", "qudus", "rab", "rahim", "rahman",
    "rashid", "rauf", "razzaq", "rosyid", "sabur", "salam", "samad", "sami", "satar", "shakur",
    "wahab", "wahid",
];

/// Titles of six letters and more that stand first and are no names. Shorter ones are a letter away
/// from too many names.
const TITLES: [&str; 16] = [
    "maalim",
    "maulana",
    "maulavi",
    "maulawi",
    "mawlana",
    "mawlawi",
    "moulana",
    "moulvi",
    "mullah",
    "shaykh",
    "sheikh",
    "general",
    "colonel",
    "captain",
    "engineer",
    "professor",
];

static LETTERS_OF_HEADS: LazyLock<[u32; 4]> = LazyLock::new(|| HEADS.map(letters));
static LETTERS_OF_TITLES: LazyLock<[u32; 16]> = LazyLock::new(|| TITLES.map(letters));

/// The set of letters of a word, a bit each.
fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |set, letter| set | 1 << (letter & 31))
}

/// The fewest letters of a word that may be a mistyped head or title.
const SHORTEST: usize = 5;

/// Gives mistyped heads and a mistyped title the role of what they stand for.
pub(super) fn repair(words: &mut [Word<'_>]) {
    let mut rest = words;
    let mut first = true;
    while let Some((word, tail)) = rest.split_first_mut() {
        if tail.is_empty() {
            return;
        }
        let unknown = word.role.is_none() && word.script == Script::Latin;
        if unknown && word.latin.len() >= SHORTEST {
            if may_be_head(&word.latin)
                && near(&word.latin, &HEADS, &*LETTERS_OF_HEADS)
                && !is_name_by_itself(&word.latin)
                && begins_with_name_of_god(tail)
            {
                word.role = Some(Role::ServantOf);
            } else if first
                && starts_a_title(&word.latin)
                && near(&word.latin, &TITLES, &*LETTERS_OF_TITLES)
            {
                word.role = Some(Role::Title);
            }
        }
        first = false;
        rest = tail;
    }
}

/// Whether enough letters are those of a head: nearly all words end here.
fn may_be_head(latin: &str) -> bool {
    latin.len() <= 6 && latin.bytes().filter(|byte| b"abdl".contains(byte)).count() >= 3
}

/// Whether a word is a letter away from a head and a name all the same: Abduh, and ʿAbd Allah in one word (Abdala).
fn is_name_by_itself(latin: &str) -> bool {
    static ABDALLAH: LazyLock<Skeleton> = LazyLock::new(|| skeleton("abdallah"));
    latin == "abduh" || skeleton(latin) == *ABDALLAH
}

/// Whether the word has the length of a title and one of its first letters in place.
fn starts_a_title(latin: &str) -> bool {
    let first_two = latin.as_bytes().get(..2).unwrap_or_default();
    latin.len() <= 10 && TITLES.iter().any(|title| title.as_bytes().get(..1) == first_two.get(..1))
}

fn near(latin: &str, known: &[&str], letters_of_known: &[u32]) -> bool {
    let letters = letters(latin);
    // One edit adds a letter to the set of letters and takes one from it at most: most end here.
    let one_at_most = |letters: u32| letters & letters.wrapping_sub(1) == 0;
    known.iter().zip(letters_of_known).any(|(known, others)| {
        one_at_most(letters & !others)
            && one_at_most(others & !letters)
            && known.len().abs_diff(latin.len()) <= 1
            && optimal_string_alignment(latin.as_bytes(), known.as_bytes(), 1).is_some()
    })
}

/// Whether a name of God begins these words, with its article or without.
fn begins_with_name_of_god(words: &[Word<'_>]) -> bool {
    let is_article = |word: &&Word<'_>| word.role == Some(Role::Article);
    let word = words.iter().find(|word| !is_article(word));
    word.is_some_and(|word| CONSONANTS_OF_GOD.contains(&skeleton(&word.latin)))
}

/// The skeletons of the names of God, made at first use.
static CONSONANTS_OF_GOD: LazyLock<Vec<Skeleton>> =
    LazyLock::new(|| NAMES_OF_GOD.iter().map(|name| skeleton(name)).collect());

#[cfg(test)]
mod tests {
    use crate::{NameKind, PartClass, analyse};

    fn check(name: &str, expected: &[(&str, PartClass)]) {
        let analysed = analyse(name, NameKind::Person).unwrap();
        let parts: Vec<(&str, PartClass)> =
            analysed.parts.iter().map(|part| (&*part.surface, part.class)).collect();
        assert_eq!(parts, expected, "{name}");
    }

    #[test]
    fn a_mistyped_head_holds_its_compound_together() {
        use PartClass::{Given, Plain};
        check("Abdsl Hakim Torjan", &[("Abdsl Hakim", Given), ("Torjan", Plain)]);
        check("Adbul Aziz Torjan", &[("Adbul Aziz", Given), ("Torjan", Plain)]);
        check("Afdul-Haq Torjan", &[("Afdul-Haq", Given), ("Torjan", Plain)]);
        // no name of God follows
        check("Abdsl Torjan", &[("Abdsl", Plain), ("Torjan", Plain)]);
        check("Adel Hakim", &[("Adel", Plain), ("Hakim", Plain)]);
        check("Abduh Rashid", &[("Abduh", Plain), ("Rashid", Plain)]);
        // a name by itself, of which an article is no second half
        check("Abdala al-Tawfi", &[("Abdala", Given), ("al-Tawfi", PartClass::Nisba)]);
        check("Abdala Rashid", &[("Abdala", Given), ("Rashid", Plain)]);
        check("Abdsl al-Rashid", &[("Abdsl al-Rashid", Given)]);
        check("Abdsl al-Tawfi", &[("Abdsl", Plain), ("al-Tawfi", PartClass::Nisba)]);
    }

    #[test]
    fn a_mistyped_title_is_no_own_name() {
        use PartClass::{Plain, Title};
        check("Mhulana Torjan", &[("Mhulana", Title), ("Torjan", Plain)]);
        check("Torjan Mhulana", &[("Torjan", Plain), ("Mhulana", Plain)]);
        check("Generali", &[("Generali", Plain)]);
    }
}
