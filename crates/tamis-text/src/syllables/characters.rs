//! How Cantonese and Koreans read characters (Unihan): a table of those that stand in names.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{
    CANTONESE, IN_A_NAME, KOREAN, SyllablesOfName, WordOfName, cantonese, mandarin, set_pinyin,
};
use crate::korean::KoreanSounds;
use crate::romanisation::romanise_character;

static TABLE: LazyLock<HashMap<char, (&'static str, &'static str)>> = LazyLock::new(|| {
    let rows = include_str!("../../data/characters.tsv").lines();
    let rows = rows.filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut cells = line.split('\t');
        Some((cells.next()?.chars().next()?, (cells.next()?, cells.next()?)))
    });
    rows.collect()
});

/// Characters, each with the Hangul of its Korean readings.
pub(super) fn readings() -> impl Iterator<Item = (char, &'static str)> {
    TABLE.iter().map(|(character, (_, hangul))| (*character, *hangul))
}

/// The Hangul of the Korean readings of a character, one behind the other.
pub(crate) fn korean_readings_of_character(character: char) -> Option<&'static str> {
    TABLE.get(&character).map(|(_, hangul)| *hangul)
}

/// A name in characters: as Mandarin, Cantonese and Korean read them.
pub(super) fn note(words: &[WordOfName<'_>], all: &mut SyllablesOfName) {
    let characters: usize = words.iter().map(|word| word.0.chars().count()).sum();
    if characters > *IN_A_NAME.end() {
        return;
    }
    for (at, (syllables, (folded, latin, _))) in all.iter_mut().zip(words).enumerate() {
        if mandarin::kept_of_pinyin(latin).is_some() {
            set_pinyin(syllables, latin);
        }
        let Some((cantonese, korean)) = read(folded) else { continue };
        syllables.set(CANTONESE, &cantonese);
        let is_family = at == 0 && words.len() > 1 && folded.chars().count() == 1;
        let sounds = match (is_family, at) {
            (true, _) => KoreanSounds::of_family(family(folded).unwrap_or(&korean)),
            (false, 0 | 1) => KoreanSounds::of_beginning(&korean),
            (false, _) => KoreanSounds::of(&korean),
        };
        if let Some(sounds) = sounds {
            syllables.set(KOREAN, &sounds.broad());
        }
    }
}

/// What is kept of a word's Cantonese reading, and its Korean one in Latin letters.
pub(super) fn read(word: &str) -> Option<(String, String)> {
    let (mut of_canton, mut korean) = (String::new(), String::new());
    for character in word.chars() {
        let (jyutping, hangul) = TABLE.get(&character)?;
        of_canton.push_str(&cantonese::kept_of_jyutping(jyutping)?);
        if let Some(first) = hangul.chars().next() {
            korean.push_str(&romanise_character(first));
        }
    }
    Some((of_canton, korean))
}

/// Families whose character is read in another way than in other words.
pub(super) fn family(character: &str) -> Option<&'static str> {
    const FAMILIES: [(&str, &str); 8] = [
        ("金", "gim"),
        ("李", "i"),
        ("柳", "yu"),
        ("林", "im"),
        ("梁", "yang"),
        ("盧", "no"),
        ("卢", "no"),
        ("羅", "na"),
    ];
    FAMILIES.iter().find(|(family, _)| *family == character).map(|(_, latin)| *latin)
}

/// Numbers of characters that have several forms, simplified, traditional or of Japan: one for all of them.
static FORMS: LazyLock<HashMap<char, usize>> = LazyLock::new(|| {
    let rows = include_str!("../../data/character_forms.tsv").lines();
    let rows = rows.filter(|line| !line.starts_with('#')).enumerate();
    rows.flat_map(|(number, forms)| forms.chars().map(move |form| (form, number))).collect()
});

/// Whether two words surely are written in other characters, whatever these are read as: 伟 and 炜, but not 伟 and 偉. Of
/// characters that stand in no table nothing is told.
#[must_use]
pub fn are_other_characters(one: &str, other: &str) -> bool {
    let differ = |one: char, other: char| {
        let known = TABLE.contains_key(&one) && TABLE.contains_key(&other);
        let forms = FORMS.get(&one);
        known && (forms.is_none() || forms != FORMS.get(&other))
    };
    one.chars().zip(other.chars()).any(|(one, other)| one != other && differ(one, other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_and_their_forms() {
        for (one, other, differ) in [
            ("伟", "炜", true),
            ("伟", "薇", true),
            ("娜", "纳", true),
            ("建国", "建國", false),
            ("伟", "偉", false),
            ("叶", "葉", false),
            ("于", "於", false),
            ("沢", "澤", false),
            ("泽", "沢", false),
            ("明", "明", false),
            ("志強", "志强", false),
            ("志强", "志墙", true),
            ("", "", false),
        ] {
            assert_eq!(are_other_characters(one, other), differ, "{one} {other}");
        }
    }

    #[test]
    fn each_form_stands_in_one_row() {
        let rows = include_str!("../../data/character_forms.tsv").lines();
        let rows = rows.filter(|line| !line.starts_with('#'));
        let forms: usize = rows.map(|row| row.chars().count()).sum();
        assert_eq!(forms, FORMS.len());
        assert!(FORMS.keys().all(|form| TABLE.contains_key(form)));
    }
}
