//! "Son of", "daughter of" in words between a name and the father's: they mark the father as bin does, and a
//! comma before them turns no name about. Knows nothing of other particles.

use super::tokens::{Before, Word};
use crate::words::Role;

/// A child and the word that joins it to the father, romanised: English, French, Spanish and Portuguese,
/// German, Italian. Either word alone is none of these.
const CHILD_OF: [[&str; 2]; 9] = [
    ["son", "of"],
    ["daughter", "of"],
    ["fils", "de"],
    ["fille", "de"],
    ["hijo", "de"],
    ["hija", "de"],
    ["filho", "de"],
    ["sohn", "von"],
    ["figlio", "di"],
];

/// The same in two letters with a slash between them, as South Asia and Malaysia write it: s/o, d/o, a/l (anak
/// lelaki), a/p (anak perempuan).
const IN_LETTERS: [[&str; 2]; 4] = [["s", "o"], ["d", "o"], ["a", "l"], ["a", "p"]];

/// Gives these words the role of bin where they stand between two names.
pub(super) fn mark(text: &str, words: &mut [Word<'_>]) {
    mark_letter(text, words);
    // the shortest is a name, two words and a name
    if words.len() < 4 {
        return;
    }
    for at in 1..words.len() - 2 {
        let Some([child, of, _]) = words.get_mut(at..at + 3) else { return };
        let are = |pair: &[&str; 2]| *child.latin == *pair[0] && *of.latin == *pair[1];
        let is_child_of = CHILD_OF.iter().any(are);
        let has_slash = || text.get(child.span.end..of.span.start) == Some("/");
        let in_letters = of.before == Before::Dot && IN_LETTERS.iter().any(are) && has_slash();
        if !is_child_of && !in_letters {
            continue;
        }
        child.role = Some(Role::Nasab);
        of.role = Some(Role::Particle);
        if child.before == Before::Comma {
            child.before = Before::Gap;
        }
    }
}

/// Gives a small b between two names with capitals the role of the bin that it stands for: Zarif b. Wazir.
fn mark_letter(text: &str, words: &mut [Word<'_>]) {
    let starts = |word: &Word<'_>, is: fn(char) -> bool| {
        text.get(word.span.clone()).is_some_and(|surface| surface.starts_with(is))
    };
    for at in 1..words.len().saturating_sub(1) {
        let Some([before, letter, after]) = words.get_mut(at - 1..=at + 1) else { return };
        if &*letter.latin == "b"
            && starts(letter, char::is_lowercase)
            && starts(before, char::is_uppercase)
            && starts(after, char::is_uppercase)
        {
            letter.role = Some(Role::Nasab);
        }
    }
}
