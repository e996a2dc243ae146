//! What the rules say of one character, remembered: its script, what it is in a word, how it folds,
//! its romanisation and its sound classes.
//!
//! The rules stand in `fold`, `script`, `romanisation` and the generated tables; this asks them once
//! for each page of 256 characters that a name touches (some 50 µs), and answers by two look-ups. An
//! Arabic or Cyrillic name cost 8,000 instructions a word by the rules, most of it in normalisation
//! and binary searches.

use std::sync::OnceLock;

use unicode_normalization::char::{canonical_combining_class, is_combining_mark};
use unicode_normalization::{IsNormalized, is_nfkc_quick};

use crate::fold::{REPLACEMENT, fold_character, is_apostrophe, is_invisible};
use crate::romanisation::{is_positional, romanised_alone};
use crate::script::{Script, script_of};
use crate::skeleton::classes_of_abjad_letter;

/// What is known of a character.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Letter {
    /// Its romanisation, where it joins no neighbour; see `romanisation`.
    pub(crate) latin: Option<&'static str>,
    /// How it folds.
    pub(crate) folding: Folding,
    /// The romanisation of what it folds to, where that is one letter that joins no neighbour.
    pub(crate) folded_latin: Option<&'static str>,
    /// Whether the letter that it folds to reads otherwise at the beginning or end of a word.
    pub(crate) positional: bool,
    /// Its script.
    pub(crate) script: Script,
    /// What it is in a word.
    pub(crate) kind: CharacterKind,
    /// Sound classes of a letter of an abjad at the beginning, inside, at the end; 0 is silent.
    pub(crate) classes: [u8; 3],
}

/// What a character is in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CharacterKind {
    Letter,
    Apostrophe,
    Invisible,
    Replacement,
    Separator,
}

/// How a character folds where its neighbours don't matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Folding {
    /// To one letter, which folds to itself.
    To(char),
    /// To nothing.
    Dropped,
    /// To a gap between words.
    Gap,
    /// To nothing, or to a geresh after a Hebrew letter.
    Apostrophe,
    /// A ya, at the beginning of a word an alef.
    Seat,
    /// An h, or the breath of the stop before it.
    Aspiration,
    /// Itself, or nothing behind the letter that bears it.
    WrittenVowel,
    /// Normalisation may change it or join it to a neighbour.
    ByNormalisation,
}

type Page = [Letter; 256];

/// The pages of the basic plane, made when they are first asked for.
static PAGES: [OnceLock<Box<Page>>; 256] = [const { OnceLock::new() }; 256];

/// What is known of a character.
#[inline]
pub(crate) fn letter(character: char) -> Letter {
    known(character).copied().unwrap_or_else(|| describe(character))
}

/// What is known of a character of the basic plane.
#[inline]
pub(crate) fn known(character: char) -> Option<&'static Letter> {
    let [_, plane, page, cell] = u32::from(character).to_be_bytes();
    let letters = if plane == 0 { PAGES.get(usize::from(page)) } else { None };
    letters?.get_or_init(|| page_of(page)).get(usize::from(cell))
}

#[cold]
fn page_of(page: u8) -> Box<Page> {
    let mut letters = Box::new([describe('\0'); 256]);
    for (letter, cell) in letters.iter_mut().zip(0_u8..=255) {
        if let Some(character) = char::from_u32(u32::from_be_bytes([0, 0, page, cell])) {
            *letter = describe(character);
        }
    }
    letters
}

/// What the rules say.
fn describe(character: char) -> Letter {
    let kind = if is_apostrophe(character) {
        CharacterKind::Apostrophe
    } else if character == REPLACEMENT {
        CharacterKind::Replacement
    } else if is_invisible(character) {
        CharacterKind::Invisible
    } else if character.is_alphanumeric() || is_combining_mark(character) {
        CharacterKind::Letter
    } else {
        CharacterKind::Separator
    };
    let stable = |folding| match folding {
        Folding::To(letter) => is_stable(letter) && fold_character(letter) == folding,
        _ => true,
    };
    let folding = Some(fold_character(character))
        .filter(|folding| is_stable(character) && stable(*folding))
        .unwrap_or(Folding::ByNormalisation);
    let folded = match folding {
        Folding::To(letter) => Some(letter),
        Folding::Seat => Some('ي'),
        Folding::Aspiration => Some('ه'),
        Folding::WrittenVowel => Some(character),
        _ => None,
    };
    Letter {
        latin: romanised_alone(character),
        folding,
        folded_latin: folded.and_then(|letter| ascii(letter).or_else(|| romanised_alone(letter))),
        positional: folded.is_some_and(is_positional),
        script: script_of(character),
        kind,
        classes: classes_of_abjad_letter(character),
    }
}

/// A letter or digit of ASCII as a text.
fn ascii(letter: char) -> Option<&'static str> {
    const ALL: &str = "abcdefghijklmnopqrstuvwxyz0123456789";
    let at = ALL.find(letter)?;
    ALL.get(at..=at)
}

/// True where normalisation changes neither the character nor what stands beside it, so that a text
/// of such characters alone is normal.
fn is_stable(character: char) -> bool {
    canonical_combining_class(character) == 0
        && is_nfkc_quick(std::iter::once(character)) == IsNormalized::Yes
}

#[cfg(test)]
mod tests {
    use crate::fold::{fold, fold_with_normalisation};

    #[test]
    fn what_is_remembered_is_what_the_rules_say() {
        for character in '\0'..='\u{2FFF}' {
            for around in ["", "x", "م", "ג", "я", "α"] {
                let text = format!("{around}{character}{around} {character}{character}");
                assert_eq!(fold(&text), fold_with_normalisation(&text), "{text:?}");
            }
        }
    }
}
