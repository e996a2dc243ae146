//! Sound classes of words in Arabic and Hebrew letters, by the letters themselves: romanised, a س
//! before a ه could not be told from a ش.

use super::compound::{FATHER_OF, GOD, SERVANT_OF, TAIL_DIN, TAIL_LLAH};
use super::{AbjadSound, Skeleton};
use crate::fold::GERESH;
use crate::generated::sounds::ABJAD;
use crate::letters;

/// Whether a word is written in the alphabets of Sorani or Uyghur, which have letters for all vowels: it is read by its
/// romanisation, as Latin is. A word that begins with the seat of a hamza is of no other.
pub(crate) fn writes_vowels(letters: &str) -> bool {
    letters.starts_with('ئ') || letters.contains(['ە', 'ۆ', 'ێ', 'ۇ', 'ۈ', 'ۋ'])
}

/// Appends the skeleton of one folded word without its article; never nothing for a word with
/// letters.
pub(crate) fn skeleton_of_abjad(word: &str, skeleton: &mut Skeleton) {
    let start = skeleton.len();
    if let Some(named) = word.strip_prefix("عبد").and_then(bearer_of_servant) {
        skeleton.extend_from_slice(SERVANT_OF);
        append_after_servant_in_abjad(named, skeleton);
    } else if let Some(child) = word.strip_prefix("ابو").filter(|rest| rest.chars().count() >= 3)
    {
        skeleton.extend_from_slice(FATHER_OF);
        classes_into(without_article(child), skeleton);
    } else if let Some(head) = word.strip_suffix("الدين").filter(|head| !head.is_empty()) {
        classes_into(head, skeleton);
        skeleton.extend_from_slice(TAIL_DIN);
    } else if let Some(head) = head_before_god(word) {
        classes_into(head, skeleton);
        skeleton.extend_from_slice(TAIL_LLAH);
    } else {
        classes_into(word, skeleton);
    }
    if skeleton.len() == start && !word.is_empty() {
        skeleton.push(b'A');
    }
}

/// Appends what follows the head of a compound with ʿAbd.
pub(crate) fn append_after_servant_in_abjad(named: &str, skeleton: &mut Skeleton) {
    if matches!(named, "الله" | "لله" | "له" | "الاله") {
        skeleton.extend_from_slice(GOD);
        return;
    }
    let start = skeleton.len();
    classes_into(without_article(named), skeleton);
    if skeleton.get(start) == Some(&b'A') {
        skeleton.remove(start);
    }
}

/// What follows عبد in one word, if it is a name of God rather than an ending (عبدي, عبدون).
fn bearer_of_servant(rest: &str) -> Option<&str> {
    let long = rest.chars().count() >= 3;
    let ending = rest.starts_with(['و', 'ي', 'ه']) && !rest.starts_with("وه");
    let alef = rest.starts_with('ا') && !rest.starts_with("ال");
    (long && !ending && !alef).then_some(rest)
}

fn head_before_god(word: &str) -> Option<&str> {
    let head = word.strip_suffix("لله")?;
    let head = head.strip_suffix('ا').unwrap_or(head);
    (head.chars().count() >= 2).then_some(head)
}

/// The word without ال, where two letters or more are left.
fn without_article(word: &str) -> &str {
    word.strip_prefix("ال").filter(|rest| rest.chars().count() >= 2).unwrap_or(word)
}

fn classes_into(word: &str, skeleton: &mut Skeleton) {
    if word == "الله" {
        skeleton.extend_from_slice(b"AL");
        return;
    }
    // Taha: in a word of two letters neither falls.
    let short = word.chars().nth(1).is_some() && word.chars().nth(2).is_none();
    let mut characters = word.chars();
    let mut initial = true;
    while let Some(letter) = characters.next() {
        let geresh = characters.as_str().starts_with(GERESH);
        if geresh {
            characters.next();
        }
        let last = characters.as_str().is_empty();
        if letter.is_ascii_digit() {
            skeleton.push(u8::try_from(letter).unwrap_or(b'0'));
        }
        let with_geresh = if geresh { abjad_sound(letter, true) } else { None };
        let [at_beginning, inside, at_end] =
            with_geresh.unwrap_or_else(|| letters::letter(letter).classes);
        let class = if initial {
            at_beginning
        } else if last && !short {
            at_end
        } else {
            inside
        };
        if class != 0 {
            skeleton.push(class);
        }
        initial = false;
    }
}

/// The classes of a letter without geresh; silent for what the table does not have.
pub(crate) fn classes_of_abjad_letter(letter: char) -> [u8; 3] {
    abjad_sound(letter, false).unwrap_or_default()
}

fn abjad_sound(letter: char, geresh: bool) -> Option<[u8; 3]> {
    let key = |sound: &AbjadSound| (sound.letter, sound.geresh);
    let found = ABJAD.binary_search_by_key(&(letter, geresh), key).ok()?;
    ABJAD.get(found).map(|sound| sound.classes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::skeleton::skeleton;

    #[test]
    fn letters_are_sorted() {
        assert!(
            ABJAD.windows(2).all(|pair| {
                (pair[0].letter, pair[0].geresh) < (pair[1].letter, pair[1].geresh)
            })
        );
    }

    #[test]
    fn alphabets_of_arabic_letters_are_known_by_their_vowels() {
        for word in ["ئازاد", "مەمەت", "ڕەسووڵ", "تۇرسۇن", "گۆران"] {
            assert!(writes_vowels(word), "{word}");
        }
        for word in ["محمد", "رئيس", "لکھوی", "پېغله", "یوسف", "وائل"] {
            assert!(!writes_vowels(word), "{word}");
        }
    }

    #[test]
    fn abjads_meet_latin() {
        for (word, latin) in [
            ("محمد", "muhammad"),
            ("يوسف", "youssef"),
            ("قذافي", "gaddafi"),
            ("اسامه", "osama"),
            ("حسين", "hussein"),
            ("خالد", "halid"),
            ("جمال", "djamel"),
            ("عمر", "cumar"),
            ("ظواهري", "zawahiri"),
            ("عبدالرحمن", "abderrahmane"),
            ("عبدالله", "abdallah"),
            ("عبدالعزيز", "abdulaziz"),
            ("عبدالوهاب", "abdelouahab"),
            ("ابوبكر", "abubakr"),
            ("نورالدين", "noureddine"),
            ("صلاحالدين", "salahuddin"),
            ("حبيبالله", "habibullah"),
            ("عبدي", "abdi"),
            ("ايمن", "ayman"),
            ("وليد", "walid"),
            ("صالح", "saleh"),
            ("مصطفي", "mustafa"),
            ("اسحاق", "ishaq"),
            ("طه", "taha"),
            ("الله", "allah"),
            ("عبدالحي", "abdulhai"),
            ("مشهداني", "mashhadani"),
            ("فتحي", "fathi"),
            ("احمد", "ahmet"),
            ("عويس", "aweys"),
            ("יוסף", "yosef"),
            ("מוחמד", "mohammed"),
            ("ח׳אלד", "khaled"),
            ("ג׳מאל", "jamal"),
            ("משה", "moshe"),
        ] {
            let mut own = Skeleton::new();
            skeleton_of_abjad(word, &mut own);
            let own = String::from_utf8_lossy(&own);
            assert_eq!(own, String::from_utf8_lossy(&skeleton(latin)), "{word}, {latin}");
        }
    }
}
