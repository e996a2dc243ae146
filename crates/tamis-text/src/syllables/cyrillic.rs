//! Chinese and Korean names in Cyrillic letters: Palladius for the one, what newspapers make of Kholodovich and
//! Kontsevich for the other.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use smallvec::SmallVec;

use super::mandarin::{self, rows};
use super::{IN_A_NAME, KOREAN, Place, SyllablesOfName, WordOfName, each, set_pinyin};
use crate::korean::{FAMILIES, KoreanSounds};

/// Pinyin by the syllable of Palladius; of two that he writes alike, the first.
static PALLADIUS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let mut table = HashMap::new();
    for (pinyin, _, palladius) in rows() {
        table.entry(palladius).or_insert(pinyin);
    }
    table
});

/// Notes the syllables of a name in Cyrillic letters, Chinese and Korean.
pub(super) fn note(words: &[WordOfName<'_>], all: &mut SyllablesOfName) {
    let read: Option<SmallVec<[(String, usize); 4]>> =
        words.iter().map(|(folded, ..)| pinyin(folded)).collect();
    if let Some(read) = read
        && IN_A_NAME.contains(&read.iter().map(|(_, syllables)| syllables).sum())
        && read.iter().any(|(pinyin, _)| mandarin::is_family(pinyin))
    {
        for (syllables, (pinyin, _)) in all.iter_mut().zip(&read) {
            set_pinyin(syllables, pinyin);
        }
    }
    each(
        words,
        all,
        KOREAN,
        |word| is_korean_family(word.0),
        |word, place| {
            let folded = word.0;
            let sounds = match place {
                Place::Family => KoreanSounds::of_family(&korean_beginning(folded)),
                Place::BeginsOwn => KoreanSounds::of(&korean_beginning(folded)),
                Place::Inside => KoreanSounds::of(&korean(folded)),
            }?;
            Some((sounds.broad(), usize::from(sounds.syllables())))
        },
    );
}

/// Whether a word is written as a family's name is, Chinese or Korean.
pub(super) fn is_family((folded, ..): &WordOfName<'_>) -> bool {
    pinyin(folded).is_some_and(|(pinyin, _)| mandarin::is_family(&pinyin))
        || is_korean_family(folded)
}

/// How many syllables a word has, by Palladius or of Korean.
pub(super) fn count((folded, ..): &WordOfName<'_>) -> Option<usize> {
    let of_korean = || Some(usize::from(KoreanSounds::of(&korean(folded))?.syllables()));
    pinyin(folded).map(|(_, syllables)| syllables).or_else(of_korean)
}

/// A word of Palladius in pinyin, and how many syllables it has.
fn pinyin(folded: &str) -> Option<(String, usize)> {
    if folded.is_empty() {
        return Some((String::new(), 0));
    }
    let ends = folded.char_indices().map(|(at, letter)| at + letter.len_utf8());
    let ends: SmallVec<[usize; 8]> = ends.take(6).collect();
    ends.into_iter().rev().find_map(|end| {
        let (first, rest) = folded.split_at_checked(end)?;
        let first = PALLADIUS.get(first)?;
        // a hard sign parts syllables: Чанъань
        let (rest, syllables) = pinyin(rest.strip_prefix('ъ').unwrap_or(rest))?;
        (syllables < 3).then(|| (format!("{first}{rest}"), syllables + 1))
    })
}

/// A Korean word in Latin letters that sounds are read from: е is ŏ after most consonants, and х marks an aspirate
/// behind к, п, т, ч (Kontsevich: тхэк is t'aek, чхве is ch'oe, but сукхи may be suk-hŭi).
fn korean(folded: &str) -> String {
    let folded = folded.replace("чх", "ч").replace("ве", "вэ").replace("ый", "и");
    // 혜 is written so, and no syllable of names is hŏ or hyŏ with е
    let folded = match folded.strip_suffix("хе") {
        Some(begin) => format!("{begin}хэ"),
        None => folded,
    };
    let latin = |letter: char| match letter {
        'а' | 'я' => "a",
        'о' | 'ё' | 'е' => "o",
        'у' | 'ю' | 'ы' => "u",
        'э' => "e",
        'и' | 'й' => "i",
        'к' => "k",
        'г' => "g",
        'т' => "t",
        'д' => "d",
        'п' => "p",
        'б' => "b",
        'ч' | 'ж' | 'ц' => "j",
        'с' | 'ш' => "s",
        'х' => "h",
        'р' | 'л' => "r",
        'м' => "m",
        'н' => "n",
        'в' => "w",
        'ь' | 'ъ' => "",
        // no letter of a Korean name
        _ => "?",
    };
    let word: String = folded.chars().map(latin).collect();
    word.replace("jj", "j")
}

/// The same of a word that begins an own name: r as the South writes it, before the soft vowels nothing, n elsewhere.
fn korean_beginning(folded: &str) -> String {
    match folded.strip_prefix(['р', 'л']) {
        Some(rest) if rest.starts_with(['и', 'й', 'е', 'ё', 'ю', 'я']) => korean(rest),
        Some(rest) => format!("n{}", korean(rest)),
        None => korean(folded),
    }
}

/// Whether a word is written as a Korean family's name is.
fn is_korean_family(folded: &str) -> bool {
    static ALL: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let sounds = FAMILIES.iter().filter_map(|family| KoreanSounds::of_family(family));
        sounds.map(KoreanSounds::broad).collect()
    });
    KoreanSounds::of_family(&korean_beginning(folded))
        .is_some_and(|sounds| ALL.contains(&sounds.broad()))
}
