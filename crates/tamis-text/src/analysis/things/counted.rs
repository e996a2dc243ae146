//! Numbers that count things of one kind: Plant No. 7, Volgo-Don 05, V Corps, Fund V.

use compact_str::CompactString;

use super::super::tokens::{Word, WordText, Words};
use super::join;
use crate::things::concept_named;
use crate::words::Role;

/// Words for "number", romanised; before a number they are none.
const SIGNS: [&str; 8] = ["no", "nr", "num", "number", "numero", "nomer", "nummer", "numara"];

/// Zeros before a number go, and the word for "number" too.
pub(super) fn read(words: &mut Words<'_>) {
    for word in words.iter_mut().filter(|word| is_number(word)) {
        let bare = word.folded.trim_start_matches('0');
        if word.folded.starts_with('0') && bare.starts_with(|first: char| first.is_ascii_digit()) {
            word.folded = WordText::Made(CompactString::from(bare));
            word.latin = word.folded.clone();
        }
    }
    let mut at = 0;
    while at + 1 < words.len() {
        let is_sign =
            words.get(at).is_some_and(|word| word.role.is_none() && SIGNS.contains(&&*word.latin));
        let number = words.get(at + 1).filter(|word| is_sign && is_number(word));
        if let Some((folded, latin)) = number.map(|word| (word.folded.clone(), word.latin.clone()))
        {
            join(words, at, 2);
            if let Some(word) = words.get_mut(at) {
                (word.folded, word.latin, word.role) = (folded, latin, Some(Role::Number));
            }
        }
        at += 1;
    }
}

fn is_number(word: &Word<'_>) -> bool {
    match word.role {
        Some(role) => role == Role::Number,
        None => !word.folded.is_empty() && word.folded.bytes().all(|byte| byte.is_ascii_digit()),
    }
}

/// What is counted by Roman numerals of one letter, which stand beside it: concepts, and words of Latin letters.
const COUNTED: [&str; 9] =
    ["corps", "army", "division", "brigade", "battalion", "regiment", "fleet", "legion", "fund"];

/// V Corps, Fund V L.P.: I, V or X in capitals beside what is counted so, and in last place before the legal forms.
pub(super) fn read_numerals(text: &str, words: &mut [Word<'_>]) {
    let last = words.iter().rposition(|word| word.role != Some(Role::OrganisationType));
    let counts = |word: Option<&Word<'_>>| {
        word.is_some_and(|word| {
            let concept = concept_named(&word.folded, &word.latin, word.script);
            concept.into_iter().chain([&*word.latin]).any(|name| COUNTED.contains(&name))
        })
    };
    for at in 0..words.len() {
        let Some(word) = words.get(at) else { return };
        let value = match text.get(word.span.clone()) {
            Some("I") => "1",
            Some("V") => "5",
            Some("X") => "10",
            _ => continue,
        };
        let beside = counts(at.checked_sub(1).and_then(|before| words.get(before)))
            || counts(words.get(at + 1));
        if (beside || Some(at) == last)
            && let Some(word) = words.get_mut(at)
        {
            word.folded = WordText::Of(value);
            word.latin = WordText::Of(value);
            word.role = Some(Role::Number);
        }
    }
}
