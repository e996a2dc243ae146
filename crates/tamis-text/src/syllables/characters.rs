//! How Cantonese and Koreans read characters (Unihan): a table of those that stand in names.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::cantonese;
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
