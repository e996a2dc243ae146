//! Consonant skeletons: what is left of a word when vowels go and like sounds meet.
//!
//! A skeleton is a key, not a judgement: two words with one skeleton may be spellings of one name,
//! and how likely that is is for the matcher. Classes are ASCII letters, so that a skeleton prints:
//! `A` a beginning vowel, `W` and `Y` beginning glides, `B F T D S C J K H L M N R`; `Q` stands for
//! ʿAbd and `P`, `U` for Abu and Umm at the head of a compound, `G` for God after ʿAbd; digits stand for themselves.

mod abjad;
mod compound;
mod latin;
mod machine;
mod slavic;

use std::borrow::Cow;
use std::sync::LazyLock;

use smallvec::SmallVec;

use crate::generated::lookups::READING_BEGINNINGS;
use crate::words::{self, Known};

pub(crate) use abjad::{
    append_after_servant_in_abjad, classes_of_abjad_letter, skeleton_of_abjad, writes_vowels,
};
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
    skeleton_of_known(latin, words::known_letters(latin.as_bytes()), skeleton);
}

/// The same for a word that has been looked up; true where the word is surely its own [`reading`].
pub(crate) fn skeleton_of_known(
    latin: &str,
    known: Option<&Known>,
    skeleton: &mut Skeleton,
) -> bool {
    let start = skeleton.len();
    let latin = latin.as_bytes();
    let reading = known.and_then(|known| known.reading);
    let doubles = latin::has_doubles(latin);
    // Most words are read as they are written. What else there is to look for has doubled letters.
    if reading.is_none() && !doubles && beginning_of(latin).is_none() && !slavic::may_be(latin) {
        compound::of_latin(latin, skeleton);
        if skeleton.len() == start && !latin.is_empty() {
            skeleton.push(latin::fallback(latin));
        }
        return true;
    }
    let (mut single, mut read, mut faith, mut read_single) = Default::default();
    let letters = latin::without_doubles(latin, &mut single);
    let reading = of_faith(read_as(latin, reading, letters, &mut read), &mut faith);
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
    false
}

/// The spelling that a word is read as, where letters alone mislead; see `data/readings.tsv`.
/// `reading` is that of the whole word, `letters` the word without doubled letters; what is neither
/// a word of the table nor the word itself is made in `buffer`.
fn read_as<'t>(
    latin: &'t [u8],
    reading: Option<&'static str>,
    letters: &[u8],
    buffer: &'t mut Letters,
) -> &'t [u8] {
    if let Some(reading) = reading {
        return reading.as_bytes();
    }
    if slavic::respelled(latin, buffer).is_some() {
        // Gadschijew as Gadzhiyev
        if let Some((beginning, reading)) = beginning_of(buffer) {
            buffer.drain(..beginning.len());
            buffer.insert_from_slice(0, reading.as_bytes());
        }
        return buffer;
    }
    let doubled = letters.len() != latin.len();
    let (word, (beginning, reading)) = match beginning_of(latin) {
        Some(beginning) => (latin, beginning),
        None if doubled && let Some(reading) = reading_of(letters) => return reading.as_bytes(),
        None => match beginning_of(letters).filter(|_| doubled) {
            Some(beginning) => (letters, beginning),
            None => return latin,
        },
    };
    let rest = word.get(beginning.len()..).unwrap_or_default();
    concatenated(reading.as_bytes(), rest, buffer)
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
pub fn reading(latin: &str) -> Cow<'_, str> {
    let word = latin.as_bytes();
    let known = reading_of(word);
    // As written, like most words: al-Din and a glued article have doubled letters.
    let doubles = latin::has_doubles(word);
    if known.is_none() && !doubles && beginning_of(word).is_none() && !slavic::may_be(word) {
        return Cow::Borrowed(latin);
    }
    let (mut single, mut read, mut faith) = Default::default();
    let letters = latin::without_doubles(word, &mut single);
    let read = of_faith(read_as(word, known, letters, &mut read), &mut faith);
    let read = compound::without_glued_article(read);
    if std::ptr::eq(read, word) {
        Cow::Borrowed(latin)
    } else {
        Cow::Owned(String::from_utf8_lossy(read).into_owned())
    }
}

/// Spellings of al-Din at the end of a word: -deen, and Turkish -ettin (Seyfettin, Selahattin).
fn of_faith<'t>(word: &'t [u8], buffer: &'t mut Letters) -> &'t [u8] {
    match word {
        [head @ .., b'd', b'e', b'e', b'n'] => concatenated(head, b"din", buffer),
        [head @ .., b'a' | b'e' | b'u', b't', b't', b'i', b'n'] if head.len() >= 2 => {
            concatenated(head, b"uddin", buffer)
        }
        _ => word,
    }
}

fn concatenated<'t>(head: &[u8], tail: &[u8], buffer: &'t mut Letters) -> &'t [u8] {
    buffer.extend_from_slice(head);
    buffer.extend_from_slice(tail);
    buffer
}

/// The reading of a whole word.
fn reading_of(latin: &[u8]) -> Option<&'static str> {
    words::known_letters(latin)?.reading
}

/// The longest beginning that is read otherwise: as written, as read.
#[inline]
fn beginning_of(latin: &[u8]) -> Option<(&'static str, &'static str)> {
    // Few words begin with the first two letters of a beginning, so that nearly all end here.
    let [first @ b'a'..=b'z', second, _, ..] = latin else { return None };
    let (seconds, beginnings) = BEGINNINGS.get(usize::from(first - b'a'))?;
    if seconds & bit(*second) == 0 {
        return None;
    }
    // Longer beginnings sort after the shorter ones that they begin with.
    let mut longest_first = beginnings.iter().rev();
    longest_first.find(|(beginning, _)| latin.starts_with(beginning.as_bytes())).copied()
}

type Beginnings = &'static [(&'static str, &'static str)];

/// The beginnings with each first letter, before them their second letters, a bit each.
static BEGINNINGS: LazyLock<[(u64, Beginnings); 26]> = LazyLock::new(|| {
    let mut letters = b'a'..=b'z';
    [(); 26].map(|()| {
        let first = letters.next();
        let from = READING_BEGINNINGS.partition_point(|(word, _)| word.bytes().next() < first);
        let to = READING_BEGINNINGS.partition_point(|(word, _)| word.bytes().next() <= first);
        let beginnings = READING_BEGINNINGS.get(from..to).unwrap_or_default();
        let seconds = beginnings.iter().filter_map(|(word, _)| word.as_bytes().get(1).copied());
        (seconds.fold(0, |seconds, second| seconds | bit(second)), beginnings)
    })
});

fn bit(byte: u8) -> u64 {
    1 << (byte & 63)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lookups_are_sorted() {
        use crate::generated::lookups::READINGS;
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
            "noureddine nuruddin nureddin nouraldin nuraldeen nurettin",
            "salahuddin salaheddine salahaldin selahattin",
            "sayfuddin seyfettin saifeddine",
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
