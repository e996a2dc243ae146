//! Consonant skeletons: what is left of a word when vowels go and like sounds meet.
//!
//! A skeleton is a key, not a judgement: two words with one skeleton may be spellings of one name,
//! and how likely that is is for the matcher. Classes are ASCII letters, so that a skeleton prints:
//! `A` a beginning vowel, `W` and `Y` beginning glides, `B F T D S C J K H L M N R`; `Q` stands for
//! ʿAbd and `P`, `U` for Abu and Umm at the head of a compound, `G` for God after ʿAbd; digits stand for themselves.

mod abjad;
mod compound;
mod latin;

use std::sync::LazyLock;

use smallvec::SmallVec;

use crate::generated::lookups::{READING_BEGINNINGS, READINGS};
use crate::word_index::WordIndex;

pub(crate) use abjad::{append_after_servant_in_abjad, classes_of_abjad_letter, skeleton_of_abjad};
pub(crate) use compound::{
    FATHER_OF, MOTHER_OF, SERVANT_OF, TAIL_DIN, TAIL_LLAH, append_after_servant,
};

use latin::Letters;

/// Where in a word a group of letters has its class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Any,
    Initial,
    Final,
    InitialBeforeVowel,
    BeforeVowel,
    BeforeFront,
    BetweenEAndVowel,
}

/// A group of Latin letters and its sound classes at a place; a line of `data/sounds_latin.tsv`.
#[derive(Debug)]
pub(crate) struct LatinSound {
    pub(crate) letters: &'static [u8],
    pub(crate) place: Place,
    pub(crate) class: &'static [u8],
}

/// An abjad letter (with or without geresh) and its classes at the beginning, inside, at the end;
/// 0 is silent. A line of `data/sounds_abjad.tsv`.
#[derive(Debug)]
pub(crate) struct AbjadSound {
    pub(crate) letter: char,
    pub(crate) geresh: bool,
    pub(crate) classes: [u8; 3],
}

/// Sound classes, one byte each; sixteen of them stand in place, without an allocation.
pub type Skeleton = SmallVec<[u8; 16]>;

/// The skeleton of one romanised word; empty only for an empty word.
///
/// Compounds written as one word (Abdulrahman, Sayfuddin, Abubakr) have the skeleton that they have
/// when written apart.
///
/// ```
/// use tamis_text::skeleton;
/// assert_eq!(skeleton("muhammad").as_slice(), b"MHMD");
/// assert_eq!(skeleton("mohamed"), skeleton("mukhammad"));
/// assert_eq!(skeleton("qadhafi"), skeleton("gaddafi"));
/// ```
pub fn skeleton(latin: &str) -> Skeleton {
    let mut skeleton = Skeleton::new();
    skeleton_into(latin, &mut skeleton);
    skeleton
}

/// The same, appended.
pub(crate) fn skeleton_into(latin: &str, skeleton: &mut Skeleton) {
    let start = skeleton.len();
    let latin = latin.as_bytes();
    let (mut single, mut read, mut faith, mut read_single) = Default::default();
    let letters = latin::without_doubles(latin, &mut single);
    let mut reading = read_as(latin, letters, &mut read);
    if let Some(head) = reading.strip_suffix(b"deen") {
        reading = concatenated(head, b"din", &mut faith);
    }
    let without_article = compound::without_glued_article(reading);
    let letters = if std::ptr::eq(without_article, latin) {
        letters
    } else {
        latin::without_doubles(without_article, &mut read_single)
    };
    compound::of_latin(letters, skeleton);
    if skeleton.len() == start && !letters.is_empty() {
        skeleton.push(latin::fallback(letters));
    }
}

/// The spelling that a word is read as, where letters alone mislead; see `data/readings.tsv`.
/// `letters` is the word without doubled letters; what is neither a word of the table nor the word
/// itself is made in `buffer`.
fn read_as<'t>(latin: &'t [u8], letters: &[u8], buffer: &'t mut Letters) -> &'t [u8] {
    let reading = match reading_of(latin) {
        None if letters.len() != latin.len() => {
            reading_of(letters).map(|reading| (reading, letters))
        }
        reading => reading.map(|reading| (reading, latin)),
    };
    match reading {
        None => latin,
        Some((Reading::Word(reading), _)) => reading.as_bytes(),
        Some((Reading::Beginning(beginning, reading), word)) => {
            let rest = word.get(beginning.len()..).unwrap_or_default();
            concatenated(reading.as_bytes(), rest, buffer)
        }
    }
}

/// The spelling that a romanised word is read as, where letters alone mislead (`data/readings.tsv`);
/// without an article that is glued to it. Most words are read as they are written.
///
/// ```
/// use tamis_text::reading;
/// assert_eq!(reading("amadou"), "ahmad");
/// assert_eq!(reading("eddaouahiri"), "daouahiri");
/// assert_eq!(reading("salim"), "salim");
/// ```
#[must_use]
pub fn reading(latin: &str) -> compact_str::CompactString {
    let (mut single, mut read) = Default::default();
    let letters = latin::without_doubles(latin.as_bytes(), &mut single);
    let read = read_as(latin.as_bytes(), letters, &mut read);
    compact_str::CompactString::from_utf8_lossy(compound::without_glued_article(read))
}

fn concatenated<'t>(head: &[u8], tail: &[u8], buffer: &'t mut Letters) -> &'t [u8] {
    buffer.extend_from_slice(head);
    buffer.extend_from_slice(tail);
    buffer
}

/// How a word is read.
enum Reading {
    /// As another word.
    Word(&'static str),
    /// With another beginning: as written, as read.
    Beginning(&'static str, &'static str),
}

static READING_INDEX: LazyLock<WordIndex> =
    LazyLock::new(|| WordIndex::new(READINGS.iter().map(|(word, _)| *word)));

fn reading_of(latin: &[u8]) -> Option<Reading> {
    if let Some((_, reading)) = READING_INDEX.find_bytes(READINGS, latin, |(word, _)| word) {
        return Some(Reading::Word(reading));
    }
    // Few words begin with the first two letters of a beginning, so that nearly all end here.
    let (first, second) = match latin {
        [first @ b'a'..=b'z', second, _, ..] => (first - b'a', *second),
        _ => return None,
    };
    if BEGINNING_LETTERS.get(usize::from(first)).is_none_or(|seconds| seconds & bit(second) == 0) {
        return None;
    }
    // Longer beginnings sort after the shorter ones that they begin with.
    let mut longest_first = READING_BEGINNINGS.iter().rev();
    longest_first
        .find(|(beginning, _)| latin.starts_with(beginning.as_bytes()))
        .map(|(beginning, reading)| Reading::Beginning(beginning, reading))
}

/// For each first letter of a beginning, the second letters, a bit each.
static BEGINNING_LETTERS: LazyLock<[u64; 26]> = LazyLock::new(|| {
    let mut seconds = [0; 26];
    for (beginning, _) in READING_BEGINNINGS {
        if let [first, second, ..] = beginning.as_bytes()
            && let Some(letters) = seconds.get_mut(usize::from(first.wrapping_sub(b'a')))
        {
            *letters |= bit(*second);
        }
    }
    seconds
});

fn bit(byte: u8) -> u64 {
    1 << (byte & 63)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lookups_are_sorted() {
        assert!(READINGS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(READING_BEGINNINGS.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn spellings_meet() {
        for spellings in [
            "muhammad mohamed mohammed mukhammad mehmet maxamed magomed mamadou muhamed",
            "yusuf youssef jusuf yousuf iusuf yussuf yusup",
            "qadhafi gaddafi kadhafi qaddafi gadafi khadafi",
            "osama usama ousama oussama usamah osamah",
            "hussein husayn hussain husain hussayn huseyn xuseen gusein",
            "khalid halid khaled khalit xalid",
            "jamal djamel gamal cemal dzhamal jamel",
            "omar umar cumar oumar omer",
            "uthman osman othman cusman ousmane",
            "sharif cherif syarif sherif",
            "zawahiri daouahiri eddaouahiri zawahri dhawahiri",
            "ahmad ahmed ahmet akhmed axmed amadou",
            "aleksandr alexander aleksander",
            "ishaq ishak ishaaq",
            "noureddine nuruddin nureddin nouraldin nuraldeen",
            "salahuddin salaheddine salahaldin",
            "abdulrahman abderrahmane abdurrahman abdirahman abdurahman cabdiraxmaan abdelrahman abdulrehman",
            "abdullah abdallah abdalla abdulla cabdullaahi abdullahi",
            "abdulaziz abdelaziz abdiaziz abdulazeez",
            "abdulwahab abdelouahab abdelwahab",
            "abubakr abubakar aboubacar boubekeur aboubakr abukar",
            "hibatullah hibatulla hebatollah",
        ] {
            let mut words = spellings.split(' ');
            let first = words.next().unwrap_or_default();
            for word in words {
                let (a, b) = (skeleton(first), skeleton(word));
                assert_eq!(
                    String::from_utf8_lossy(&a),
                    String::from_utf8_lossy(&b),
                    "{first} and {word}"
                );
            }
        }
    }

    #[test]
    fn names_stay_apart() {
        for pair in [
            "ahmad hamad",
            "jamal kamal",
            "salim talib",
            "ali la",
            "abdullah ubaydullah",
            "abdullah abdi",
            "abdullah abdelali",
            "umar abuumar",
            "said zayd",
            "samir shamir",
            "abdulrahman abdulrahim",
            "nur nasir",
            "7 77",
        ] {
            let (a, b) = pair.split_once(' ').unwrap();
            assert_ne!(skeleton(a), skeleton(b), "{pair}");
        }
    }
}
