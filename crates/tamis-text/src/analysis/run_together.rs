//! Words that were run together, cut apart; peoples read as nisbas.
//!
//! Knows titles and words that bind; articles without a capital are for `glued`.

use std::borrow::Cow;

use super::tokens::{Before, Word, WordText, Words};
use crate::name::NameKind;
use crate::script::Script;
use crate::skeleton::skeleton;
use crate::words::{Role, known_letters, role_of};

/// Cuts words that were run together where a small letter stands before a capital: alAnabi, JanAlizai.
/// Only where the tables know one of them to bind others, for McDonald and DeLuca are whole.
pub(super) fn cut_at_capitals(text: &str, words: &mut Words<'_>, kind: NameKind) {
    let mut index = 0;
    while let Some(word) = words.get(index) {
        index += 1;
        let boundary = |pair: &[u8]| matches!(pair, [one, other] if one.is_ascii_lowercase() && other.is_ascii_uppercase());
        let whole = word.plain && matches!(word.letters, Cow::Borrowed(_));
        let Some(cut) = word.letters.as_bytes().windows(2).position(boundary).filter(|_| whole)
        else {
            continue;
        };
        let cut = word.span.start + cut + 1;
        let (Some(head), Some(tail)) =
            (text.get(word.span.start..cut), text.get(cut..word.span.end))
        else {
            continue;
        };
        let role = |part: &str| {
            let part = part.to_ascii_lowercase();
            role_of(&part, &part, Script::Latin, kind)
        };
        let head_binds = matches!(
            role(head),
            Some(
                Role::Article
                    | Role::AssimilatedArticle
                    | Role::FatherOf
                    | Role::MotherOf
                    | Role::ServantOf
                    | Role::Nasab
                    | Role::Title
                    | Role::TitleBefore
                    | Role::TitleOrFamily
                    | Role::AmbiguousTitle
                    | Role::AmbiguousTitleBehind
            )
        );
        let tail_binds = matches!(
            role(tail),
            Some(Role::FatherOf | Role::MotherOf | Role::ServantOf | Role::Nasab)
        );
        if !(head_binds || tail_binds) || tail.len() < 3 {
            continue;
        }
        let (mut first, mut second) = (word.clone(), word.clone());
        (first.span.end, second.span.start) = (cut, cut);
        first.letters = Cow::Owned(text.get(first.span.clone()).unwrap_or_default().to_owned());
        second.letters = Cow::Owned(tail.to_owned());
        second.before = Before::Hyphen;
        put(words, index - 1, first, second);
    }
}

/// Titles that stand glued to a name on forms without blanks: HAJIABDULBASIR. Those of the second
/// list begin family names too (Hajizadeh, Karimov) and need a name that is known after them.
const GLUED_TITLES: [&str; 9] = [
    "mullah", "mawlawi", "maulawi", "maulavi", "maulana", "mawlana", "moulana", "sheikh", "shaykh",
];
const GLUED_WORDS: [&str; 5] = ["hajji", "haji", "ustadh", "qari", "maalim"];

/// Skeletons of the commonest Muslim given names.
const COMMON_NAMES: [&[u8]; 15] = [
    b"MHMD", b"AHMD", b"HSN", b"AMR", b"HLD", b"YSF", b"ABRHM", b"ASML", b"MSTF", b"ATMN", b"JLL",
    b"NSR", b"SLH", b"RHM", b"KRM",
];

/// Cuts a title from the name that it is glued to.
pub(super) fn cut_glued_titles(words: &mut Words<'_>, kind: NameKind) {
    let glued = |word: &Word<'_>| {
        let begins =
            || matches!(word.latin.as_bytes().first(), Some(b'm' | b's' | b'h' | b'u' | b'q'));
        if word.span.len() < 8 || !word.plain || word.role.is_some() || !begins() {
            return None;
        }
        let first = |titles: &[&'static str]| {
            titles.iter().find(|title| word.latin.starts_with(**title)).copied()
        };
        let (title, certain) = match first(&GLUED_TITLES) {
            Some(title) => (title, true),
            None => (first(&GLUED_WORDS)?, false),
        };
        let name = word.latin.get(title.len()..).filter(|name| name.len() >= 4)?;
        let family = name.starts_with("zad") || name.starts_with("ol");
        let compound = name.starts_with("abd") && name.len() >= 6;
        let known = compound || COMMON_NAMES.contains(&skeleton(name).as_slice());
        (known || certain && !family).then_some(title.len())
    };
    if kind != NameKind::Person {
        return;
    }
    let found = words.iter().enumerate().find_map(|(index, word)| Some((index, glued(word)?)));
    let Some((index, length)) = found else { return };
    let Some(word) = words.get(index) else { return };
    let (mut title, mut name) = (word.clone(), word.clone());
    title.span.end = word.span.start + length;
    name.span.start = title.span.end;
    name.before = Before::Gap;
    for (part, range) in [(&mut title, 0..length), (&mut name, length..word.latin.len())] {
        let latin = word.latin.get(range.clone()).unwrap_or_default();
        part.latin = WordText::Made(latin.into());
        part.folded = part.latin.clone();
        part.letters = Cow::Owned(word.letters.get(range).unwrap_or_default().to_owned());
        part.look_up(kind);
    }
    put(words, index, title, name);
}

/// Puts two words in the place of one.
fn put<'t>(words: &mut Words<'t>, index: usize, first: Word<'t>, second: Word<'t>) {
    words.remove(index);
    words.insert_many(index, [first, second]);
}

/// Reads who is called after a country as the nisba says it: the Tanzanian, le Tanzanien, Мавританец
/// are al-Tanzani and al-Mauritani (names.md, N13 f). After an article, or after a kunya.
pub(super) fn translate_nisbas(words: &mut [Word<'_>], kind: NameKind) {
    let before = |word: &Word<'_>| {
        use Role::{Article, FatherOf, MotherOf, Particle};
        matches!(word.role, Some(Particle | Article | FatherOf | MotherOf))
    };
    if kind != NameKind::Person || !words.iter().any(before) {
        return;
    }
    for index in 1..words.len() {
        let role = |back: usize| index.checked_sub(back).and_then(|at| words.get(at)?.role);
        // After the Arabic article it is Arabic already: al-Kurd is another name than al-Kurdi.
        let arabic = index
            .checked_sub(1)
            .and_then(|at| words.get(at))
            .is_some_and(|word| &*word.latin == "al");
        let article = !arabic && matches!(role(1), Some(Role::Particle | Role::Article));
        let kunya = matches!(role(2), Some(Role::FatherOf | Role::MotherOf));
        let Some(word) = words.get_mut(index).filter(|_| article || kunya) else { continue };
        if word.role.is_some() || !word.script.has_words_in_latin() {
            continue;
        }
        if let Some(nisba) = word.known.and_then(|known| known.nisba) {
            word.folded = WordText::Of(nisba);
            word.latin = WordText::Of(nisba);
            word.known = known_letters(nisba.as_bytes());
            word.script = Script::Latin;
            word.role = Some(Role::Nisba);
        }
    }
}
