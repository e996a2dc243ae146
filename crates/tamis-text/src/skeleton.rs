//! Consonant skeletons: what is left of a word when vowels go and like sounds meet.
//!
//! A skeleton is a key, not a judgement: two words with one skeleton may be spellings of one name,
//! and how likely that is is for the matcher. Classes are ASCII letters, so that a skeleton prints:
//! `A` a beginning vowel, `W` and `Y` beginning glides, `B F T D S C J K H L M N R`; `Q` stands for
//! ʿAbd and `P`, `U` for Abu and Umm at the head of a compound, `G` for God after ʿAbd; digits stand for themselves.

mod abjad;
mod compound;
mod latin;

use std::borrow::Cow;

use crate::generated::lookups::{READING_BEGINNINGS, READINGS};

pub(crate) use abjad::{append_after_servant_in_abjad, skeleton_of_abjad};
pub(crate) use compound::{
    FATHER_OF, MOTHER_OF, SERVANT_OF, TAIL_DIN, TAIL_LLAH, append_after_servant,
};

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

/// The skeleton of one romanised word; empty only for an empty word.
///
/// Compounds written as one word (Abdulrahman, Sayfuddin, Abubakr) have the skeleton that they have
/// when written apart.
///
/// ```
/// use tamis_text::skeleton;
/// assert_eq!(skeleton("muhammad"), b"MHMD");
/// assert_eq!(skeleton("mohamed"), skeleton("mukhammad"));
/// assert_eq!(skeleton("qadhafi"), skeleton("gaddafi"));
/// ```
pub fn skeleton(latin: &str) -> Vec<u8> {
    let mut skeleton = Vec::with_capacity(latin.len());
    skeleton_into(latin, &mut skeleton);
    skeleton
}

/// The same, appended.
pub(crate) fn skeleton_into(latin: &str, skeleton: &mut Vec<u8>) {
    let start = skeleton.len();
    let reading = read_as(latin);
    let reading = match reading.strip_suffix("deen") {
        Some(head) => Cow::Owned([head, "din"].concat()),
        None => reading,
    };
    let letters = latin::without_doubles(compound::without_glued_article(&reading));
    compound::of_latin(&letters, skeleton);
    if skeleton.len() == start && !letters.is_empty() {
        skeleton.push(latin::fallback(&letters));
    }
}

/// The spelling that a word is read as, where letters alone mislead; see `data/readings.tsv`.
fn read_as(latin: &str) -> Cow<'_, str> {
    if let Some(reading) = reading_of(latin) {
        return reading;
    }
    let letters = latin::without_doubles(latin);
    if letters.len() == latin.len() {
        return Cow::Borrowed(latin);
    }
    match reading_of(&letters) {
        Some(reading) => Cow::Owned(reading.into_owned()),
        None => Cow::Borrowed(latin),
    }
}

fn reading_of(latin: &str) -> Option<Cow<'_, str>> {
    if let Ok(index) = READINGS.binary_search_by(|(word, _)| (*word).cmp(latin)) {
        return READINGS.get(index).map(|(_, reading)| Cow::Borrowed(*reading));
    }
    // Beginnings sort before the words that have them, so the longest one stands just before.
    let after = READING_BEGINNINGS.partition_point(|(beginning, _)| *beginning <= latin);
    let before = READING_BEGINNINGS.get(..after).unwrap_or_default();
    let first = latin.as_bytes().first();
    for (beginning, reading) in before.iter().rev() {
        if let Some(rest) = latin.strip_prefix(beginning) {
            return Some(Cow::Owned([*reading, rest].concat()));
        }
        if beginning.as_bytes().first() != first {
            break;
        }
    }
    None
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
