//! Words of letters that fold and are romanised one by one, as nearly all beyond ASCII are: both forms in
//! one reading, by one look-up a letter.
//!
//! Knows no rule of its own: what is remembered of a letter comes from `fold` and `romanisation`.

use crate::fold::aspirated;
use crate::letters::{self, Folding};
use crate::romanisation::positional;

/// Room for most words, so that a buffer grows once a name.
const USUAL: usize = 48;

/// Folds and romanises a word; false where a letter needs more than itself, and then nothing is said of
/// what stands in the buffers.
pub(super) fn spell(word: &str, folded: &mut String, latin: &mut String) -> bool {
    folded.clear();
    latin.clear();
    folded.reserve(word.len().max(USUAL));
    latin.reserve(word.len().max(USUAL));
    // A letter that reads otherwise at the end waits for the one after it.
    let mut waiting: Option<(char, char, &str)> = None;
    let mut previous = ' ';
    for character in word.chars() {
        let Some(known) = letters::known(character) else { return false };
        let letter = match known.folding {
            Folding::To(letter) => letter,
            Folding::Dropped => continue,
            Folding::Seat if previous != ' ' => 'ي',
            Folding::Aspiration if aspirated(previous).is_none() => 'ه',
            Folding::WrittenVowel if !matches!(previous, ' ' | 'ع') => character,
            // A geresh after a Hebrew letter, written ё, gaps, marks: the rules say it.
            _ => return false,
        };
        let Some(sound) = known.folded_latin.filter(|_| !matches!(character, 'ё' | 'Ё')) else {
            return false;
        };
        if let Some((before, waiting, sound)) = waiting.take() {
            latin.push_str(positional(waiting, before, letter).unwrap_or(sound));
        }
        if known.positional {
            waiting = Some((previous, letter, sound));
        } else {
            latin.push_str(sound);
        }
        folded.push(letter);
        previous = letter;
    }
    if let Some((before, waiting, sound)) = waiting {
        latin.push_str(positional(waiting, before, ' ').unwrap_or(sound));
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold;
    use crate::romanisation::romanise;

    #[test]
    fn what_is_spelled_is_what_the_rules_say() {
        let (mut folded, mut latin) = (String::new(), String::new());
        let mut spelled = 0;
        for character in '\0'..='\u{2FFF}' {
            for around in ["", "x", "م", "ه", "ا", "ג", "я", "α"] {
                let word = format!("{around}{character}{around}");
                if character != ' ' && spell(&word, &mut folded, &mut latin) {
                    assert_eq!(folded, fold(&word), "{word:?}");
                    assert_eq!(latin, romanise(&folded), "{word:?}");
                    spelled += 1;
                }
            }
        }
        assert!(spelled > 5_000, "{spelled}");
    }
}
